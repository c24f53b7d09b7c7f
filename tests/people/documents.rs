//! Documents: sent with a case as PDF, listed among its links, saved by readers, and refused where
//! they are none.

use futures_util::future::join_all;
use kontor::{
    app::media::sweep,
    domain::{account::Role, document::MOST},
};

use super::{
    browser::{Browser, Seen, forms, member, site_with, unescaped},
    photos::{fetch, multipart},
    writing::{begin, on_desk, step, write_all},
};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    a_document_is_sent_listed_retitled_and_taken_out,
    what_is_no_sound_document_is_refused_and_leaves_nothing,
    of_many_sent_at_once_only_as_many_come_in_as_have_room,
    nobody_else_sends_or_changes_documents,
    hostile_names_and_titles_are_text,
    documents_of_a_withdrawn_case_are_gone_for_the_public,
    bytes_of_documents_without_a_row_are_swept_away,
);

/// A small PDF, with these keys in its trailer.
pub fn pdf(keys: &str) -> Vec<u8> {
    let body = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
    let table = "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n";
    let (size, at) = ("trailer\n<< /Size 2 /Root 1 0 R", body.len());
    format!("{body}{table}{size} {keys}>>\nstartxref\n{at}\n%%EOF\n").into_bytes()
}

pub async fn send(
    site: &Instance,
    browser: &Browser,
    path: &str,
    (title, name): (&str, &str),
    bytes: &[u8],
) -> Seen {
    let token = browser.token(site).await;
    let fields = [("csrf", token.as_str()), ("title", title)];
    let (kind, body) = multipart(&fields, Some((name, "application/pdf", bytes)));
    browser.post_bytes(site, &format!("{path}/documents/add"), &kind, body).await
}

/// How many documents there are, in rows and in the folder.
async fn kept(site: &Instance) -> (i64, usize) {
    (site.rows().await["document"], site.state.vault.ids(i64::MAX).await.unwrap().len())
}

/// The paths of the documents on a page.
pub fn documents(site: &Instance, page: &str) -> Vec<String> {
    let start = format!("href=\"{}/documents/", site.origin());
    let ends = page.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    ends.map(|end| format!("/documents/{end}")).collect()
}

/// Presses a button of the form of the first document.
async fn press(site: &Instance, who: &Browser, path: &str, what: &str, title: &str) -> Seen {
    let (page, here) =
        (who.page(site, &format!("{path}/pictures")).await, format!("{path}/documents"));
    let form = forms(&page).into_iter().find(|form| form.action == here).expect("its form");
    let mut fields: Vec<_> = form.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    fields.retain(|(name, _)| *name != "title" && *name != "do");
    fields.extend([("title", title), ("do", what)]);
    who.post(site, &here, &fields).await
}

pub async fn publish(site: &Instance, who: &Browser, path: &str) {
    for to in ["submitted", "in-review", "approved", "published"] {
        let here = if to == "submitted" { path.to_owned() } else { on_desk(path) };
        let seen = step(site, who, &here, to, "").await;
        assert_eq!(seen.status, 303, "{to}: {}", seen.body);
    }
}

async fn a_document_is_sent_listed_retitled_and_taken_out(engine: Engine) {
    let site = site_with(engine, |config| config.editorial.own_cases = true).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begin(&site, &eve).await;
    write_all(&site, &eve, &path).await;
    let here = format!("{path}/pictures");
    let seen = send(&site, &eve, &path, ("Final report", "Bericht für 2021.pdf"), &pdf("")).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let page = eve.page(&site, &format!("{here}?saved=1")).await;
    assert!(page.contains("Final report") && page.contains("PDF, 1 kB"), "{page}");
    let [address] = &documents(&site, &page)[..] else { panic!("{page}") };
    assert!(address.ends_with("/bericht-fur-2021.pdf"), "{address}");
    for lang in ["en", "de", "es", "fr", "pt", "ar", "ja", "ko", "zh"] {
        checks::page(lang, &eve.page(&site, &format!("{here}?lang={lang}")).await);
    }

    let got = fetch(&site, address, "").await;
    let header = |name: &str| got.headers.get(name).map_or("", |value| value.to_str().unwrap());
    assert_eq!((got.status, header("content-type")), (200, "application/pdf"));
    assert_eq!(got.bytes, pdf(""));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("cache-control").contains("immutable"));
    let policy = header("content-security-policy");
    assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"), "{policy}");
    assert_eq!(
        header("content-disposition"),
        "attachment; filename=\"bericht-fur-2021.pdf\"; filename*=UTF-8''Bericht%20f%C3%BCr%202021.pdf"
    );
    assert_eq!(fetch(&site, address, header("etag")).await.status, 304);
    let folder = address.rsplit_once('/').unwrap().0;
    for wrong in ["/other.pdf", "/document.pdf", "/..%2fdocument.pdf", "/", ""] {
        assert_eq!(fetch(&site, &format!("{folder}{wrong}"), "").await.status, 404, "{wrong}");
    }
    // A draft is nowhere public.
    let reader = Browser::new();
    for public in ["/", "/cases", "/cases.atom", "/cases.json", "/sitemap.xml", "/@eve"] {
        assert!(!reader.get(&site, public).await.body.contains(folder), "{public}");
    }

    let seen = press(&site, &eve, &path, "retitle", " ").await;
    assert_eq!(seen.status, 422);
    checks::page("no title", &seen.body);
    assert_eq!(press(&site, &eve, &path, "retitle", "The whole report").await.status, 303);
    publish(&site, &eve, &path).await;
    let case = reader.page(&site, "/cases/streets-that-drink-rain").await;
    assert_eq!(documents(&site, &case), [address.as_str()]);
    let notes = "<bdi>Document</bdi>, <bdi>PDF, 1 kB</bdi>, <bdi>";
    assert!(case.contains("The whole report") && case.contains(notes), "{case}");
    for (lang, size) in [("fr", "PDF, 1 ko"), ("zh", "PDF，1 kB"), ("de", "PDF, 1 kB")] {
        let case = reader.page(&site, &format!("/cases/streets-that-drink-rain?lang={lang}")).await;
        assert_eq!(case.matches(size).count(), 1, "{lang}: {case}");
    }

    let other = begin(&site, &eve).await;
    assert_eq!(send(&site, &eve, &other, ("One", "one.pdf"), &pdf("")).await.status, 303);
    assert_eq!(press(&site, &eve, &other, "remove", "").await.status, 303);
    let page = eve.page(&site, &format!("{other}/pictures")).await;
    assert!(documents(&site, &page).is_empty(), "{page}");
    assert_eq!(kept(&site).await, (2, 2), "former versions show it");
    site.stop().await;
}

async fn what_is_no_sound_document_is_refused_and_leaves_nothing(engine: Engine) {
    let site = site_with(engine, |config| config.media.document_bytes = 65_536).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let whole = pdf("");
    let large = [&whole[..], &[b'%'; 70_000], b"\n%%EOF\n"].concat();
    let cases: [(&str, &str, &[u8], u16, &str); 8] = [
        ("HTML", "Plan", b"<!doctype html><script>alert(1)</script>", 415, "not a PDF"),
        ("behind something", "Plan", b"<html>%PDF-1.7\n%%EOF", 415, "not a PDF"),
        ("a picture", "Plan", b"\xff\xd8\xff\xe0", 415, "not a PDF"),
        ("half of it", "Plan", &whole[..whole.len() / 2], 422, "damaged"),
        ("encrypted", "Plan", &pdf("/Encrypt 5 0 R "), 422, "password"),
        ("too large", "Plan", &large, 413, "too large"),
        ("nothing", "Plan", b"", 422, "No file was chosen"),
        ("no title", " ", &whole, 422, "needs a title"),
    ];
    for (what, title, bytes, status, text) in cases {
        let seen = send(&site, &ana, &path, (title, "plan.pdf"), bytes).await;
        assert_eq!(seen.status, status, "{what}: {}", seen.body);
        checks::page(what, &seen.body);
        assert!(seen.body.contains(text), "{what}: {}", seen.body);
        let typed = format!("name=\"title\" value=\"{title}\"");
        assert!(seen.body.contains(&typed), "{what}: what was typed stays: {}", seen.body);
    }
    assert_eq!(kept(&site).await, (0, 0));
    for number in 0..10 {
        let title = format!("Plan {number}");
        let seen = send(&site, &ana, &path, (&title, "plan.pdf"), &whole).await;
        assert_eq!(seen.status, 303, "{}", seen.body);
    }
    let seen = send(&site, &ana, &path, ("Plan 11", "plan.pdf"), &whole).await;
    assert_eq!(seen.status, 409, "{}", seen.body);
    assert!(!seen.body.contains("id=\"document-file\""), "there is no form for another one");
    assert_eq!(kept(&site).await, (10, 10));
    site.stop().await;
}

async fn of_many_sent_at_once_only_as_many_come_in_as_have_room(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    for _ in 0..MOST - 1 {
        assert_eq!(send(&site, &ana, &path, ("Plan", "plan.pdf"), &pdf("")).await.status, 303);
    }
    let file = pdf("");
    let all = (0..6).map(|_| send(&site, &ana, &path, ("Last", "last.pdf"), &file));
    let mut answers = join_all(all).await;
    answers.sort_by_key(|seen| seen.status);
    let statuses: Vec<_> = answers.iter().map(|seen| seen.status).collect();
    assert_eq!(statuses, [303, 409, 409, 409, 409, 409]);
    for seen in &answers[1..] {
        assert!(seen.body.contains("all the documents or links it can have"), "{}", seen.body);
    }
    let page = ana.page(&site, &format!("{path}/pictures")).await;
    assert_eq!(documents(&site, &page).len(), MOST);
    assert_eq!(kept(&site).await.0, MOST as i64, "what is refused has no row");
    site.stop().await;
}

async fn nobody_else_sends_or_changes_documents(engine: Engine) {
    let site = site_with(engine, |config| config.media.uploads_per_account_per_day = 1).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Contributor).await;
    let path = begin(&site, &ana).await;
    assert_eq!(send(&site, &ana, &path, ("Plan", "plan.pdf"), &pdf("")).await.status, 303);
    assert_eq!(send(&site, &ana, &path, ("Plan", "plan.pdf"), &pdf("")).await.status, 429);
    let (rows, before) = (site.rows().await, kept(&site).await);
    let (of_ana, of_bob) = (ana.token(&site).await, bob.token(&site).await);
    let (stranger, add) = (Browser::new(), format!("{path}/documents/add"));
    for (who, token, status) in [
        (&bob, of_bob.as_str(), 404),
        (&bob, &of_ana, 403),
        (&ana, &of_bob, 403),
        (&ana, "", 403),
        (&stranger, &of_ana, 303),
    ] {
        let file = pdf("");
        let fields = [("csrf", token), ("title", "Mine")];
        let (kind, body) = multipart(&fields, Some(("a.pdf", "application/pdf", &file)));
        assert_eq!(who.post_bytes(&site, &add, &kind, body).await.status, status, "{token}");
    }
    let page = ana.page(&site, &format!("{path}/pictures")).await;
    let url = format!("{}{}", site.origin(), documents(&site, &page)[0]);
    for what in ["retitle", "remove"] {
        let fields = |token| {
            [("csrf", token), ("base", "2"), ("file", &*url), ("title", "Mine"), ("do", what)]
        };
        let here = format!("{path}/documents");
        assert_eq!(bob.post(&site, &here, &fields(&of_bob)).await.status, 404, "{what}");
        assert_eq!(ana.post(&site, &here, &fields("wrong")).await.status, 403, "{what}");
        assert_ne!(stranger.post(&site, &here, &fields("")).await.status, 200, "{what}");
    }
    assert_eq!((site.rows().await, kept(&site).await), (rows, before));
    site.stop().await;
}

async fn hostile_names_and_titles_are_text(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let bad = "\"><script>alert(1)</script>\r\nX: y";
    for name in ["../../kontor.sqlite", "a%22%0d%0aX: y.pdf", "\u{202e}fdp.exe", "<b>.pdf"] {
        let seen = send(&site, &ana, &path, (bad, name), &pdf("")).await;
        assert_eq!(seen.status, 303, "{name}: {}", seen.body);
    }
    let page = ana.page(&site, &format!("{path}/pictures")).await;
    assert!(!page.contains("<script>alert"), "{page}");
    assert!(unescaped(&page).contains("\"><script>alert(1)</script> X: y"), "{page}");
    let all = documents(&site, &page);
    assert_eq!(all.len(), 4);
    for address in all {
        let got = fetch(&site, &address, "").await;
        assert_eq!((got.status, got.headers.get("x")), (200, None), "{address}");
        let told = got.headers["content-disposition"].to_str().unwrap();
        assert!(told.starts_with("attachment; filename=\"") && told.ends_with(".pdf"), "{told}");
        assert_eq!(told.matches('"').count(), 2, "{told}");
        assert!(!told.contains("..") && !told.contains("%E2%80%AE"), "{told}");
    }
    site.stop().await;
}

async fn documents_of_a_withdrawn_case_are_gone_for_the_public(engine: Engine) {
    let site = site_with(engine, |config| config.editorial.own_cases = true).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let bob = member(&site, "bob", Role::Contributor).await;
    let path = begin(&site, &eve).await;
    write_all(&site, &eve, &path).await;
    assert_eq!(send(&site, &eve, &path, ("Plan", "plan.pdf"), &pdf("")).await.status, 303);
    publish(&site, &eve, &path).await;
    let case = &site.shown().await[0];
    let page = Browser::new().page(&site, &format!("/cases/{}", case.page)).await;
    let address = documents(&site, &page)[0].clone();
    let got = fetch(&site, &address, "").await;
    let tag = got.headers["etag"].to_str().unwrap().to_owned();
    site.withdraw(&case.case.id).await;
    for tag in ["", &tag] {
        let got = fetch(&site, &address, tag).await;
        assert_eq!((got.status, got.bytes.len()), (410, 0));
    }
    assert_eq!(bob.get_with(&site, &address, "accept", "*/*").await.status, 410);
    assert_eq!(eve.get_with(&site, &address, "accept", "*/*").await.status, 200);
    assert_eq!(kept(&site).await, (1, 1), "it may come back");
    site.stop().await;
}

async fn bytes_of_documents_without_a_row_are_swept_away(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    assert_eq!(send(&site, &ana, &path, ("Plan", "plan.pdf"), &pdf("")).await.status, 303);
    let vault = &site.state.vault;
    let lost = "000000000000000000000000000000ab";
    vault.keep_document(lost, pdf("").into()).await.unwrap();
    let (db, now) = (&site.state.db, site.now());
    assert_eq!(sweep(db, vault, now).await.unwrap(), 0, "it may be on its way");
    assert_eq!(sweep(db, vault, now + 2 * 86_400_000).await.unwrap(), 1);
    assert!(vault.read_document(lost).await.unwrap().is_none());
    assert_eq!(kept(&site).await, (1, 1));
    let page = ana.page(&site, &format!("{path}/pictures")).await;
    assert_eq!(fetch(&site, &documents(&site, &page)[0], "").await.status, 200);
    site.stop().await;
}
