//! Pictures: sent with a case, written anew, shown with their words, and refused where they are none.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use kontor::{
    app::media::sweep,
    config::Config,
    domain::{
        account::Role,
        media::{Form, Named, Size},
    },
};

use super::{
    browser::{Browser, Seen, forms, member, site_with, unescaped},
    bucket::Bucket,
    photos::{fetch, fetch_with, jpeg, multipart, photo, pictures},
    writing::{begin, on_desk, save, step, write_all},
};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    a_picture_is_shown_upright_with_its_words_and_without_its_place,
    what_is_no_sound_picture_is_refused_and_leaves_nothing,
    nobody_else_sends_describes_or_removes_pictures,
    words_are_required_and_what_was_typed_stays,
    pictures_are_described_ordered_and_taken_out,
    pictures_of_a_draft_are_nowhere_public,
    bytes_without_a_row_are_swept_away_and_others_are_not,
    an_account_sends_so_many_pictures_a_day,
    pictures_of_a_withdrawn_case_are_gone_for_the_public,
);

const WORDS: [(&str, &str); 5] = [
    ("alt", "A street with a green ditch"),
    ("credit", "City of Rain"),
    ("licence", "CC-BY-SA-4.0"),
    ("caption", "Main street in 2021"),
    ("focus", "bottom-left"),
];

/// Sends a picture from its form, with these fields in place of the usual ones.
async fn send(
    site: &Instance,
    browser: &Browser,
    path: &str,
    changed: &[(&str, &str)],
    bytes: &[u8],
) -> Seen {
    let add = format!("{path}/pictures/add");
    let page = browser.page(site, &format!("{path}/pictures")).await;
    let form = forms(&page).into_iter().find(|form| form.action == add).expect("a form for files");
    let token = form.fields.iter().find(|(name, _)| name == "csrf").unwrap().1.clone();
    let mut fields = vec![("csrf", token.as_str())];
    for (name, usual) in WORDS {
        let other = changed.iter().find(|(known, _)| *known == name);
        fields.push((name, other.map_or(usual, |(_, value)| value)));
    }
    let (kind, body) = multipart(&fields, Some(("street.jpg", "image/jpeg", bytes)));
    browser.post_bytes(site, &add, &kind, body).await
}

/// How many pictures there are, in rows and in the folder.
async fn kept(site: &Instance) -> (i64, usize) {
    (site.rows().await["picture"], site.state.vault.ids(i64::MAX).await.unwrap().len())
}

fn has(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|part| part == text)
}

async fn a_picture_is_shown_upright_with_its_words_and_without_its_place(engine: Engine) {
    let site = site_with(engine, |config| config.editorial.own_cases = true).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begin(&site, &eve).await;
    write_all(&site, &eve, &path).await;
    let photo = photo();
    assert!(has(&photo, b"SecretCam") && has(&photo, b"Exif"));
    let seen = send(&site, &eve, &path, &[], &photo).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let page = eve.page(&site, &format!("{path}/pictures?saved=1")).await;
    assert!(page.contains("A street with a green ditch") && page.contains("City of Rain"));
    let shown = pictures(&page);
    let [large] = shown.as_slice() else { panic!("{shown:?}") };
    assert!(large.ends_with("/900x1200.jpg"), "turned upright: {large}");

    let got = fetch(&site, large, "").await;
    let header = |name: &str| got.headers.get(name).map_or("", |value| value.to_str().unwrap());
    assert_eq!((got.status, header("content-type")), (200, "image/jpeg"));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("cache-control").contains("immutable"));
    assert!(header("content-security-policy").contains("sandbox"));
    for secret in [&b"SecretCam"[..], b"Exif", b"GPS"] {
        assert!(!has(&got.bytes, secret), "{}", String::from_utf8_lossy(secret));
    }
    let read = image::load_from_memory(&got.bytes).unwrap().to_rgb8();
    let (top, bottom) = (read.get_pixel(450, 100).0, read.get_pixel(450, 1_100).0);
    assert!(top[0] > 200 && top[2] < 60, "red is above: {top:?}");
    assert!(bottom[2] > 200 && bottom[0] < 60, "blue is below: {bottom:?}");
    assert_eq!(fetch(&site, large, header("etag")).await.status, 304);
    let small = large.replace("900x1200", "480x640");
    assert_eq!(
        image::load_from_memory(&fetch(&site, &small, "").await.bytes).unwrap().width(),
        480
    );
    for wrong in ["/481x640.jpg", "/900x1200.png", "/900x1200.jpg%00", "/..%2f..%2fkontor.sqlite"] {
        let path = format!("{}{wrong}", large.rsplit_once('/').unwrap().0);
        assert_eq!(fetch(&site, &path, "").await.status, 404, "{path}");
    }

    for to in ["submitted", "in-review", "approved", "published"] {
        let here = if to == "submitted" { path.clone() } else { on_desk(&path) };
        let seen = step(&site, &eve, &here, to, "").await;
        assert_eq!(seen.status, 303, "{to}: {}", seen.body);
    }
    let reader = Browser::new();
    let case = reader.page(&site, "/cases/streets-that-drink-rain").await;
    assert_eq!(pictures(&case), [large.as_str()]);
    for text in ["alt=\"A street with a green ditch\"", "City of Rain", "Main street in 2021"] {
        assert!(case.contains(text), "{text}");
    }
    assert!(
        case.contains("focus-bottom-left") && case.contains("Attribution-ShareAlike 4.0"),
        "{case}"
    );
    let list = reader.page(&site, "/cases").await;
    assert!(pictures(&list).contains(large) && list.contains("photo-credit"), "{list}");

    let address = format!("{}{large}", site.origin());
    let here = "/cases/streets-that-drink-rain";
    let object = fetch_with(&site, here, ("accept", "application/activity+json")).await;
    let object: serde_json::Value = serde_json::from_slice(&object.bytes).unwrap();
    assert_eq!(object["image"]["url"], *address);
    let attached = object["attachment"].as_array().unwrap();
    let told = attached.iter().find(|one| one["type"] == "Image").unwrap();
    assert_eq!((&told["width"], &told["height"]), (&900.into(), &1_200.into()));
    assert_eq!(told["focalPoint"], serde_json::json!([-0.66, -0.66]));
    assert_eq!(told["name"], "A street with a green ditch");
    assert_eq!(object["caseStudy"]["images"][0]["focus"], "bottom-left");
    site.stop().await;
}

async fn what_is_no_sound_picture_is_refused_and_leaves_nothing(engine: Engine) {
    let site = site_with(engine, |config| {
        config.media.upload_max_bytes = 65_536;
        config.media.max_pixels = 1_000_000;
    })
    .await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let whole = jpeg(&RgbImage::from_fn(200, 200, |x, y| Rgb([x as u8, y as u8, (x * y) as u8])));
    let mut bomb = Vec::new();
    let large = DynamicImage::ImageLuma8(image::GrayImage::new(2_000, 2_000));
    large.write_to(&mut Cursor::new(&mut bomb), ImageFormat::Png).unwrap();
    assert!(bomb.len() < 65_536, "{}", bomb.len());
    let noise: Vec<u8> = [&whole[..], &[7; 70_000]].concat();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let cases: [(&str, &[u8], u16, &str); 8] = [
        ("SVG", svg, 415, "no picture that can be shown"),
        ("HTML", b"<!doctype html><script>alert(1)</script>", 415, "no picture"),
        ("PDF", b"%PDF-1.7\n", 415, "no picture"),
        ("a signature alone", b"\xff\xd8\xff\xe0", 422, "damaged"),
        ("half a picture", &whole[..whole.len() / 2], 422, "damaged"),
        ("a bomb", &bomb, 413, "too many pixels"),
        ("too many bytes", &noise, 413, "too large"),
        ("nothing", b"", 422, "No file was chosen"),
    ];
    for (what, bytes, status, text) in cases {
        let seen = send(&site, &ana, &path, &[], bytes).await;
        assert_eq!(seen.status, status, "{what}: {}", seen.body);
        checks::page(what, &seen.body);
        assert!(seen.body.contains(text), "{what}: {}", seen.body);
        assert!(seen.body.contains("A street with a green ditch"), "{what}: the words are kept");
    }
    assert_eq!(kept(&site).await, (0, 0));
    assert!(pictures(&ana.page(&site, &format!("{path}/pictures")).await).is_empty());
    // A picture that is something else besides is one afterwards, and nothing else.
    let both = [&whole[..], b"<script>alert('both')</script>PK\x03\x04"].concat();
    assert_eq!(send(&site, &ana, &path, &[], &both).await.status, 303);
    let shown = pictures(&ana.page(&site, &format!("{path}/pictures")).await);
    assert!(!has(&fetch(&site, &shown[0], "").await.bytes, b"alert('both')"));
    site.stop().await;
}

async fn nobody_else_sends_describes_or_removes_pictures(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Contributor).await;
    let path = begin(&site, &ana).await;
    let small = jpeg(&RgbImage::new(20, 10));
    assert_eq!(send(&site, &ana, &path, &[], &small).await.status, 303);
    let here = format!("{path}/pictures");
    let add = format!("{here}/add");
    let page = ana.page(&site, &here).await;
    let (rows, before) = (site.rows().await, kept(&site).await);
    let stranger = Browser::new();
    assert!(stranger.get(&site, &here).await.header("location").starts_with("/login"));
    let seen = bob.get(&site, &here).await;
    assert!(seen.status == 404 && pictures(&seen.body).is_empty());

    let upload = |token: &str, first: bool| {
        let words: Vec<_> = WORDS.to_vec();
        let csrf = ("csrf", token.to_owned());
        let mut fields: Vec<(&str, String)> =
            words.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        fields.insert(if first { 0 } else { 3 }, csrf);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        multipart(&fields, Some(("a.jpg", "image/jpeg", small.as_slice())))
    };
    let (of_ana, of_bob) = (ana.token(&site).await, bob.token(&site).await);
    for (who, token, first, status) in [
        (&bob, &of_bob, true, 404),
        (&bob, &of_ana, true, 403),
        (&ana, &of_bob, true, 403),
        (&ana, &String::new(), true, 403),
        (&ana, &of_ana, false, 403),
        (&stranger, &of_ana, true, 303),
    ] {
        let (kind, body) = upload(token, first);
        let seen = who.post_bytes(&site, &add, &kind, body).await;
        assert_eq!(seen.status, status, "{}", seen.body);
    }
    let (kind, body) = upload(&of_ana, true);
    *ana.site.lock().unwrap() = Some("cross-site");
    assert_eq!(ana.post_bytes(&site, &add, &kind, body).await.status, 403);
    *ana.site.lock().unwrap() = Some("same-origin");
    let kind = "application/x-www-form-urlencoded";
    let seen = ana.post_bytes(&site, &add, kind, b"csrf=x".to_vec()).await;
    assert_eq!(seen.status, 415);

    let file = forms(&page).into_iter().flat_map(|form| form.fields);
    let file = file.into_iter().find(|(name, _)| name == "file").unwrap().1;
    let version = &[("base", "2"), ("row", "0"), ("file", file.as_str())];
    for what in ["remove", "describe", "earlier"] {
        let fields = |token| [&[("csrf", token), ("do", what)], &WORDS[..], version].concat();
        let seen = bob.post(&site, &here, &fields(of_bob.as_str())).await;
        assert_eq!(seen.status, 404, "{what}");
        assert_eq!(ana.post(&site, &here, &fields("wrong")).await.status, 403, "{what}");
        assert_ne!(stranger.post(&site, &here, &fields("")).await.status, 200, "{what}");
    }
    // The form of fields does not let a file in by its address either.
    let forged =
        [("csrf", of_ana.as_str()), ("base", "2"), ("images.0.file", "https://x.example/")];
    assert_eq!(ana.post(&site, &format!("{path}/part/pictures"), &forged).await.status, 404);
    assert_eq!((site.rows().await, kept(&site).await), (rows, before));
    assert_eq!(pictures(&ana.page(&site, &here).await), pictures(&page));
    site.stop().await;
}

async fn words_are_required_and_what_was_typed_stays(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let small = jpeg(&RgbImage::new(20, 10));
    let long = "x".repeat(501);
    for changed in [
        [("alt", " "), ("caption", "Still <b>here</b>")],
        [("credit", ""), ("caption", "Still <b>here</b>")],
        [("licence", ""), ("caption", "Still <b>here</b>")],
        [("licence", "MIT"), ("caption", "Still <b>here</b>")],
        [("alt", long.as_str()), ("caption", "Still <b>here</b>")],
    ] {
        let seen = send(&site, &ana, &path, &changed, &small).await;
        assert_eq!(seen.status, 422, "{changed:?}");
        checks::page("words", &seen.body);
        assert!(seen.body.contains("choose the file once more"), "{}", seen.body);
        assert!(unescaped(&seen.body).contains("Still <b>here</b>"));
        assert!(!seen.body.contains("<b>here"), "as text");
    }
    assert_eq!(kept(&site).await, (0, 0), "nothing is decoded in vain");
    site.stop().await;
}

/// The fields that a picture's own form has, without its words.
fn own_fields(page: &str, here: &str, at: usize) -> Vec<(String, String)> {
    let form = forms(page).into_iter().filter(|form| form.action == here).nth(at);
    let own = ["csrf", "base", "row", "file"];
    form.unwrap().fields.into_iter().filter(|(name, _)| own.contains(&&**name)).collect()
}

async fn pictures_are_described_ordered_and_taken_out(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let here = format!("{path}/pictures");
    for width in [10, 20, 30] {
        let bytes = jpeg(&RgbImage::new(width, 10));
        assert_eq!(send(&site, &ana, &path, &[], &bytes).await.status, 303);
    }
    let order = |page: &str| -> Vec<String> {
        pictures(page).iter().map(|path| path.rsplit('/').next().unwrap().to_owned()).collect()
    };
    let page = ana.page(&site, &here).await;
    assert_eq!(order(&page), ["10x10.jpg", "20x10.jpg", "30x10.jpg"]);
    let act = async |at: usize, what: &str, words: &[(&str, &str)]| {
        let page = ana.page(&site, &here).await;
        let fields = own_fields(&page, &here, at);
        let mut fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        fields.push(("do", what));
        fields.extend(words);
        ana.post(&site, &here, &fields).await
    };
    assert_eq!(act(2, "earlier", &[]).await.status, 303);
    assert_eq!(act(0, "remove", &[]).await.status, 303);
    let bad = "\"><script>alert(1)</script>";
    let words = [("alt", bad), ("credit", bad), ("licence", "CC0-1.0"), ("caption", bad)];
    assert_eq!(act(1, "describe", &words).await.status, 303);
    let page = ana.page(&site, &here).await;
    assert_eq!(order(&page), ["30x10.jpg", "20x10.jpg"]);
    assert!(unescaped(&page).contains(bad) && !page.contains("<script>"), "{page}");
    let seen = act(0, "describe", &[("alt", ""), ("credit", "Me"), ("licence", "CC0-1.0")]).await;
    assert_eq!(seen.status, 422);
    checks::page("no words", &seen.body);
    // Markup in the words is text on the page of the case too.
    write_all(&site, &ana, &path).await;
    save(&site, &ana, &path, "basics", &[("subtitle", "x")]).await;
    let preview = ana.page(&site, &format!("{path}/preview")).await;
    assert_eq!(order(&preview), ["30x10.jpg", "20x10.jpg"]);
    assert!(!preview.contains("<script>alert"), "{preview}");
    for lang in ["en", "de", "es", "fr", "pt", "ar", "ja", "ko", "zh"] {
        ana.page(&site, &format!("{here}?lang={lang}")).await;
    }
    // Twelve is what a case has.
    for _ in 0..10 {
        let bytes = jpeg(&RgbImage::new(9, 9));
        assert_eq!(send(&site, &ana, &path, &[], &bytes).await.status, 303);
    }
    let page = ana.page(&site, &here).await;
    assert_eq!(pictures(&page).len(), 12);
    let token = ana.token(&site).await;
    let fields = [&[("csrf", token.as_str())], &WORDS[..]].concat();
    let small = jpeg(&RgbImage::new(9, 9));
    let (kind, body) = multipart(&fields, Some(("a.jpg", "image/jpeg", small.as_slice())));
    let seen = ana.post_bytes(&site, &format!("{here}/add"), &kind, body).await;
    assert_eq!(seen.status, 409, "{}", seen.body);
    assert!(!page.contains("id=\"new-file\""), "there is no form for another one");
    site.stop().await;
}

async fn pictures_of_a_draft_are_nowhere_public(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    let small = jpeg(&RgbImage::new(20, 10));
    assert_eq!(send(&site, &ana, &path, &[], &small).await.status, 303);
    let shown = pictures(&ana.page(&site, &format!("{path}/pictures")).await);
    let id = shown[0].split('/').nth(2).unwrap().to_owned();
    assert_eq!(id.len(), 32);
    let reader = Browser::new();
    for public in ["/", "/cases", "/cases.atom", "/cases.json", "/sitemap.xml", "/people", "/@ana"]
    {
        let seen = reader.get(&site, public).await;
        assert!(!seen.body.contains(&id) && !seen.body.contains("/media/"), "{public}");
    }
    for probed in ["/media", "/media/", &format!("/media/{id}"), &format!("/media/{id}/")] {
        assert_eq!(reader.get(&site, probed).await.status, 404, "{probed}");
    }
    site.stop().await;
}

async fn bytes_without_a_row_are_swept_away_and_others_are_not(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let small = jpeg(&RgbImage::new(20, 10));
    assert_eq!(send(&site, &ana, &path, &[], &small).await.status, 303);
    // As a crash between the bytes and the row leaves it.
    let vault = &site.state.vault;
    let made = vault.make(small.into()).await.unwrap();
    let lost = Named::new(1, Size { width: 20, height: 10 }, Form::Jpeg);
    vault.keep(&lost, made).await.unwrap();
    let (db, now) = (&site.state.db, site.now());
    assert_eq!(sweep(db, vault, now).await.unwrap(), 0, "it may be on its way");
    assert_eq!(kept(&site).await, (1, 2));
    assert_eq!(sweep(db, vault, now + 2 * 86_400_000).await.unwrap(), 1);
    assert_eq!(kept(&site).await, (1, 1));
    assert_eq!(vault.read(&lost).await.unwrap(), None);
    let shown = pictures(&ana.page(&site, &format!("{path}/pictures")).await);
    assert_eq!(fetch(&site, &shown[0], "").await.status, 200);
    site.stop().await;
}

async fn an_account_sends_so_many_pictures_a_day(engine: Engine) {
    let site = site_with(engine, |config| config.media.uploads_per_account_per_day = 1).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let small = jpeg(&RgbImage::new(20, 10));
    assert_eq!(send(&site, &ana, &path, &[], &small).await.status, 303);
    let seen = send(&site, &ana, &path, &[], &small).await;
    assert_eq!(seen.status, 429, "{}", seen.body);
    checks::page("too often", &seen.body);
    assert_eq!(kept(&site).await, (1, 1));
    site.stop().await;
}

async fn pictures_of_a_withdrawn_case_are_gone_for_the_public(engine: Engine) {
    let site = site_with(engine, |config| config.editorial.own_cases = true).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let bob = member(&site, "bob", Role::Contributor).await;
    let path = begin(&site, &eve).await;
    write_all(&site, &eve, &path).await;
    let small = jpeg(&RgbImage::new(600, 300));
    assert_eq!(send(&site, &eve, &path, &[], &small).await.status, 303);
    for to in ["submitted", "in-review", "approved", "published"] {
        let here = if to == "submitted" { path.clone() } else { on_desk(&path) };
        assert_eq!(step(&site, &eve, &here, to, "").await.status, 303, "{to}");
    }
    let reader = Browser::new();
    let case = &site.shown().await[0];
    let page = reader.page(&site, &format!("/cases/{}", case.page)).await;
    for told in ["og:image:width\" content=\"600", "og:image:type\" content=\"image/jpeg"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let large = pictures(&page)[0].clone();
    let got = fetch(&site, &large, "").await;
    let tag = got.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(got.status, 200);
    site.withdraw(&case.case.id).await;
    for path in [large.clone(), large.replace("600x300", "480x240")] {
        let got = fetch(&site, &path, "").await;
        assert_eq!((got.status, got.bytes.len()), (410, 0), "{path}");
        assert_eq!(fetch(&site, &path, &tag).await.status, 410, "{path}");
        assert_eq!(bob.get_with(&site, &path, "accept", "image/*").await.status, 410, "{path}");
    }
    // Who may take it up again still sees what it shows.
    assert_eq!(eve.get_with(&site, &large, "accept", "image/*").await.status, 200);
    assert_eq!(kept(&site).await, (1, 1), "it may come back");
    site.stop().await;
}

#[tokio::test]
async fn a_server_that_speaks_s3_keeps_pictures() {
    let bucket = Bucket::start().await;
    let site = site_with(Engine::Sqlite, |config| kept_in(config, &bucket, &bucket.secret)).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let wide = jpeg(&RgbImage::new(600, 300));
    assert_eq!(send(&site, &ana, &path, &[], &wide).await.status, 303);
    let shown = pictures(&ana.page(&site, &format!("{path}/pictures")).await);
    for size in ["600x300", "480x240"] {
        let got = fetch(&site, &shown[0].replace("600x300", size), "").await;
        assert_eq!((got.status, image::load_from_memory(&got.bytes).is_ok()), (200, true));
    }
    let id = shown[0].split('/').nth(2).unwrap();
    assert_eq!(site.state.vault.ids(i64::MAX).await.unwrap(), [id]);
    // What no row speaks of goes a day later, as it does from a folder.
    let lost = Named::new(7, Size { width: 4, height: 4 }, Form::Jpeg);
    let made = site.state.vault.make(jpeg(&RgbImage::new(4, 4)).into()).await.unwrap();
    site.state.vault.keep(&lost, made).await.unwrap();
    let tomorrow = site.now() + 2 * 86_400_000;
    assert_eq!(sweep(&site.state.db, &site.state.vault, tomorrow).await.unwrap(), 1);
    assert_eq!(site.state.vault.ids(i64::MAX).await.unwrap(), [id]);
    site.state.vault.forget(id).await.unwrap();
    assert_eq!(fetch(&site, &shown[0], "").await.status, 404);
    assert!(!site.state.config.data_dir.join("media").exists(), "nothing is in the folder");
    site.stop().await;
}

#[tokio::test]
async fn a_store_that_refuses_a_picture_leaves_nothing_and_the_page_says_so() {
    let bucket = Bucket::start().await;
    let site = site_with(Engine::Sqlite, |config| kept_in(config, &bucket, "wrong")).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let seen = send(&site, &ana, &path, &[], &jpeg(&RgbImage::new(600, 300))).await;
    assert!(seen.status >= 500, "{}", seen.status);
    for cause in ["Signature", "127.0.0.1", bucket.key.as_str()] {
        assert!(!seen.body.contains(cause), "{cause} is for the log: {}", seen.body);
    }
    assert_eq!(site.rows().await["picture"], 0);
    site.stop().await;
}

fn kept_in(config: &mut Config, bucket: &Bucket, secret: &str) {
    config.media.s3_endpoint = bucket.endpoint.clone();
    config.media.s3_bucket = "kontor".into();
    config.media.s3_key_id = bucket.key.clone();
    config.media.s3_secret = secret.into();
}
