//! Pictures and documents that an administrator removes are gone for good: a pattern stands in place of
//! pictures, and documents are named without a link.

use kontor::{
    app::{
        access::Who,
        removal::{self, Kept, Speaks},
    },
    domain::account::Role,
    media::Vault,
    store::audit,
};

use super::{
    browser::{Browser, forms, member, site_with},
    copies::{asked, copy_of, partners_case, served},
    documents::{documents, pdf, publish, send},
    photos::{fetch, multipart, photo, pictures},
    writing::{begin, on_desk, step, write_all},
};
use crate::{
    checks,
    fake::Fake,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    a_removed_picture_of_a_case_is_gone_in_all_sizes,
    a_removed_picture_of_a_person_is_theirs_no_longer,
    a_removed_copy_of_a_partners_picture_is_not_loaded_again,
    a_removed_document_is_gone_and_its_case_says_so,
);

async fn find(site: &Instance, named: &str) -> kontor::app::Result<(Kept, Vec<Speaks>)> {
    removal::find(&site.state.db, &site.state.urls, named).await
}

async fn remove(site: &Instance, kept: &Kept) {
    let vault: &Vault = &site.state.vault;
    let place = (&site.state.db, &site.state.urls, vault);
    removal::remove(place, &Who::CommandLine, kept, site.now()).await.unwrap();
}

/// How many pictures there are, in rows and among the bytes.
async fn kept(site: &Instance) -> (i64, usize) {
    (site.rows().await["picture"], site.state.vault.ids(i64::MAX).await.unwrap().len())
}

/// The picture behind this path is a pattern.
async fn is_pattern(site: &Instance, path: &str) {
    let got = fetch(site, path, "").await;
    let kind = got.headers.get("content-type").map_or("", |value| value.to_str().unwrap());
    assert_eq!((got.status, kind), (200, "image/svg+xml"), "{path}");
}

async fn a_removed_picture_of_a_case_is_gone_in_all_sizes(engine: Engine) {
    let site = site_with(engine, |config| config.editorial.own_cases = true).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begin(&site, &eve).await;
    write_all(&site, &eve, &path).await;
    let add = format!("{path}/pictures/add");
    let page = eve.page(&site, &format!("{path}/pictures")).await;
    let form = forms(&page).into_iter().find(|form| form.action == add).unwrap();
    let token = form.fields.iter().find(|(name, _)| name == "csrf").unwrap().1.clone();
    let fields = [
        ("csrf", token.as_str()),
        ("alt", "A street"),
        ("credit", "City of Rain"),
        ("licence", "CC-BY-4.0"),
    ];
    let (kind, body) = multipart(&fields, Some(("street.jpg", "image/jpeg", &photo())));
    let seen = eve.post_bytes(&site, &add, &kind, body).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    for to in ["submitted", "in-review", "approved", "published"] {
        let here = if to == "submitted" { path.clone() } else { on_desk(&path) };
        let seen = step(&site, &eve, &here, to, "").await;
        assert_eq!(seen.status, 303, "{to}: {}", seen.body);
    }
    let (reader, case) = (Browser::new(), "/cases/streets-that-drink-rain");
    let large = pictures(&reader.page(&site, case).await).remove(0);
    assert_eq!(fetch(&site, &large, "").await.status, 200);

    for wrong in ["", "x", "/media/x", case, "https://a.example/x.jpg", &"0".repeat(32)] {
        assert!(find(&site, wrong).await.is_err(), "{wrong}");
    }
    let elsewhere = format!("https://a.example{large}");
    assert!(find(&site, &elsewhere).await.is_err(), "another server's is not ours");
    let (picture, speaks) = find(&site, &format!("{}{large}", site.origin())).await.unwrap();
    let title = "Streets that drink rain".to_owned();
    let draft = path.trim_start_matches("/write/").to_owned();
    assert_eq!(
        speaks,
        [
            Speaks::Case(title.clone(), format!("{}{case}", site.origin())),
            Speaks::Draft(title, draft)
        ]
    );
    remove(&site, &picture).await;
    assert_eq!(kept(&site).await, (0, 0));
    for size in [large.clone(), large.replace("900x1200", "480x640")] {
        is_pattern(&site, &size).await;
    }
    let unknown = large.replacen("/media/", "/media/0", 1);
    assert_eq!(fetch(&site, &unknown, "").await.status, 404);
    let page = reader.page(&site, case).await;
    checks::page(case, &page);
    checks::page("/cases", &reader.page(&site, "/cases").await);
    let again = find(&site, &large).await.unwrap_err().to_string();
    assert!(again.contains("removed before"), "{again}");
    let acts = audit::page(&mut site.read().await, None, 1).await.unwrap();
    assert_eq!((&*acts[0].what, &*acts[0].who), ("picture.removed", "command line"));
    assert!(large.contains(&acts[0].subject));
    site.stop().await;
}

async fn a_removed_picture_of_a_person_is_theirs_no_longer(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let csrf = ana.token(&site).await;
    let fields = [("csrf", csrf.as_str()), ("focus", "top"), ("alt", "Ana laughing")];
    let (kind, body) = multipart(&fields, Some(("me.jpg", "image/jpeg", &photo())));
    assert_eq!(ana.post_bytes(&site, "/account/profile/picture", &kind, body).await.status, 303);
    let page = ana.page(&site, "/@ana").await;
    let face = page.split("src=\"/media/").nth(1).unwrap().split('"').next().unwrap();
    let face = format!("/media/{face}");
    let (picture, speaks) = find(&site, &face).await.unwrap();
    assert_eq!(speaks, [Speaks::Person("ana".into())]);
    remove(&site, &picture).await;
    assert_eq!(kept(&site).await, (0, 0));
    let page = Browser::new().page(&site, "/@ana").await;
    assert!(!page.contains("Ana laughing") && !page.contains(&face), "{page}");
    site.stop().await;
}

async fn a_removed_copy_of_a_partners_picture_is_not_loaded_again(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let fake = Fake::start().await;
    let file = format!("{}/p/street.jpg", fake.origin);
    fake.serve("/p/street.jpg", served("image/jpeg", &photo()));
    let page = partners_case(&site, &fake, std::slice::from_ref(&file)).await;
    let large = copy_of(&page, &file, 1_600);
    assert_eq!(fetch(&site, &large, "").await.status, 200);
    assert_eq!((asked(&fake, "/p/street.jpg"), kept(&site).await.1), (1, 1));
    let (copy, speaks) = find(&site, &large).await.unwrap();
    assert!(matches!(&speaks[..], [Speaks::Case(..)]), "{speaks:?}");
    remove(&site, &copy).await;
    assert_eq!(kept(&site).await.1, 0);
    is_pattern(&site, &large).await;
    // Nothing that is done now and then makes it forget that.
    super::copies::copies(&site).tidy(site.now()).await.unwrap();
    is_pattern(&site, &large).await;
    assert_eq!(asked(&fake, "/p/street.jpg"), 1);
    checks::page(&page, &Browser::new().page(&site, &page).await);
    assert!(find(&site, &large).await.is_err());
    site.stop().await;
}

async fn a_removed_document_is_gone_and_its_case_says_so(engine: Engine) {
    let site = site_with(engine, |config| config.editorial.own_cases = true).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begin(&site, &eve).await;
    write_all(&site, &eve, &path).await;
    for title in ["The plan", "The map"] {
        assert_eq!(send(&site, &eve, &path, (title, "a.pdf"), &pdf("")).await.status, 303);
    }
    publish(&site, &eve, &path).await;
    let (reader, case) = (Browser::new(), "/cases/streets-that-drink-rain");
    let page = reader.page(&site, case).await;
    assert_eq!(page.matches("PDF, 1 kB").count(), 2, "{page}");
    let all = documents(&site, &page);
    let [plan, map] = &all[..] else { panic!("{all:?}") };
    let got = fetch(&site, plan, "").await;
    let tag = got.headers["etag"].to_str().unwrap().to_owned();

    let (document, speaks) = find(&site, plan).await.unwrap();
    assert!(matches!(document, Kept::Document(_)), "{document:?}");
    assert!(matches!(&speaks[..], [Speaks::Case(..), Speaks::Draft(..)]), "{speaks:?}");
    remove(&site, &document).await;
    assert_eq!((site.rows().await["document"], kept(&site).await.1), (1, 1));

    for tag in ["", &tag] {
        assert_eq!(fetch(&site, plan, tag).await.status, 410);
    }
    assert_eq!(eve.get(&site, plan).await.status, 410, "also for who sent it");
    for lang in ["en", "de", "es", "fr", "pt", "ar", "ja", "ko", "zh"] {
        let seen = reader.get(&site, &format!("{plan}?lang={lang}")).await;
        assert_eq!(seen.status, 410);
        checks::page(lang, &seen.body);
    }
    let seen = reader.get(&site, plan).await;
    assert!(seen.body.contains("This document was removed"), "{}", seen.body);
    assert_eq!(fetch(&site, map, "").await.status, 200);
    let unknown = format!("/documents/{}/a.pdf", "0".repeat(32));
    assert_eq!(fetch(&site, &unknown, "").await.status, 404);

    // Where it is linked it is named, and what it was.
    let here = format!("{path}/pictures");
    for (who, shown) in [(&reader, case), (&eve, &format!("{path}/preview")), (&eve, &here)] {
        let page = who.page(&site, shown).await;
        checks::page(shown, &page);
        assert_eq!(documents(&site, &page), [map.as_str()], "{shown}");
        assert!(page.contains("The plan") && page.contains("no longer available"), "{page}");
        assert_eq!(page.matches("PDF, 1 kB").count(), 1, "{shown}: {page}");
    }
    let again = find(&site, plan).await.unwrap_err().to_string();
    assert!(again.contains("removed before"), "{again}");
    let acts = audit::page(&mut site.read().await, None, 1).await.unwrap();
    assert_eq!((&*acts[0].what, &*acts[0].who), ("document.removed-for-good", "command line"));
    assert!(plan.contains(&acts[0].subject));
    site.stop().await;
}
