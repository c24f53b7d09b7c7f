//! Pictures that members show of themselves: a square, theirs alone to change, told to followers.

use image::{Rgb, RgbImage};
use kontor::domain::account::Role;
use serde_json::{Value, json};

use super::{
    browser::{Browser, PASSWORD, Seen, member, site_with},
    photos::{fetch, fetch_with, jpeg, multipart, photo},
};
use crate::{
    checks,
    fake::Fake,
    instance::{Engine, Instance, on_each_engine, until},
};

on_each_engine!(
    a_member_shows_a_square_of_a_picture_and_followers_are_told,
    nobody_changes_another_persons_picture,
    what_is_no_picture_is_refused_and_the_words_stay,
);

const STEP: &str = "/account/profile/1";
const SEND: &str = "/account/profile/picture";
const REMOVE: &str = "/account/profile/picture/remove";

async fn send(site: &Instance, by: &Browser, csrf: &str, alt: &str, bytes: &[u8]) -> Seen {
    let fields = [("csrf", csrf), ("focus", "top"), ("alt", alt)];
    let (kind, body) = multipart(&fields, Some(("me.jpg", "image/jpeg", bytes)));
    by.post_bytes(site, SEND, &kind, body).await
}

/// The path of the picture on a page.
fn face(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("class=\"face")?;
    let (_, rest) = rest.split_once("src=\"")?;
    rest.split('"').next().map(str::to_owned)
}

async fn kept(site: &Instance) -> (i64, usize) {
    (site.rows().await["picture"], site.state.vault.ids(i64::MAX).await.unwrap().len())
}

async fn actor(site: &Instance, handle: &str) -> Value {
    let page = format!("/@{handle}");
    let got = fetch_with(site, &page, ("accept", "application/activity+json")).await;
    serde_json::from_slice(&got.bytes).unwrap()
}

async fn a_member_shows_a_square_of_a_picture_and_followers_are_told(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let (reader, fake) = (Browser::new(), Fake::start().await);
    let uri = actor(&site, "ana").await["id"].clone();
    let follow = fake.activity("Follow", "f", "flo", uri);
    assert_eq!(fake.send(site.origin(), "flo", &follow, site.now()).await, 202);
    site.rests().await;
    assert_eq!(face(&reader.page(&site, "/@ana").await), None);
    let csrf = ana.token(&site).await;
    let alt = "Ana, \"<b>laughing</b>\"";
    let seen = send(&site, &ana, &csrf, alt, &photo()).await;
    assert_eq!((seen.status, seen.header("location")), (303, STEP), "{}", seen.body);
    let page = reader.page(&site, "/@ana").await;
    let first = face(&page).unwrap();
    assert!(!page.contains("<b>laughing"), "{page}");
    let got = fetch(&site, &first, "").await;
    assert!(!String::from_utf8_lossy(&got.bytes).contains("SecretCam"));
    let read = image::load_from_memory(&got.bytes).unwrap().to_rgb8();
    assert_eq!((read.width(), read.height()), (320, 320));
    assert!(read.get_pixel(160, 20).0[0] > 200, "the top stays in view");
    let mine = ana.page(&site, STEP).await;
    assert!(mine.contains(&first) && mine.contains(REMOVE), "{mine}");
    let document = actor(&site, "ana").await;
    let address = format!("{}{first}", site.origin());
    let icon = json!({ "type": "Image", "mediaType": "image/jpeg", "url": address, "name": alt });
    assert_eq!(document["icon"], icon);
    let told = until("the Update arrives", 10, async || fake.posted_of("Update").pop()).await;
    assert_eq!(told["object"]["icon"], icon);

    // The profile can be changed with it, and it stands in the directory.
    let step = ana.page(&site, "/account/profile/3").await;
    let fields = [("discoverable", "yes"), ("mail-language", "en")];
    assert_eq!(ana.submit(&site, &step, "/account/profile/3", &fields).await.status, 303);
    assert_eq!(face(&reader.page(&site, "/people").await), Some(first.clone()));

    // Another one takes its place, and the first is gone.
    assert_eq!(send(&site, &ana, &csrf, "", &jpeg(&RgbImage::new(20, 10))).await.status, 303);
    let second = face(&reader.page(&site, "/@ana").await).unwrap();
    assert_eq!(fetch(&site, &first, "").await.status, 404);
    let small = image::load_from_memory(&fetch(&site, &second, "").await.bytes).unwrap();
    assert_eq!((small.width(), small.height()), (10, 10));
    assert_eq!(kept(&site).await, (1, 1));
    assert_eq!(ana.post(&site, REMOVE, &[("csrf", &csrf)]).await.status, 303);
    assert_eq!(face(&reader.page(&site, "/@ana").await), None);
    assert_eq!(fetch(&site, &second, "").await.status, 404);
    assert_eq!(kept(&site).await, (0, 0));
    assert!(actor(&site, "ana").await["icon"].is_null());

    // Who leaves takes it along.
    assert_eq!(send(&site, &ana, &csrf, "", &photo()).await.status, 303);
    let page = ana.page(&site, "/account/leave").await;
    let left = ana.submit(&site, &page, "/account/leave", &[("password", PASSWORD)]).await;
    assert!(left.status < 400, "{}", left.body);
    assert_eq!(kept(&site).await, (0, 1));
    let (db, vault, later) = (&site.state.db, &site.state.vault, site.now() + 2 * 86_400_000);
    assert_eq!(kontor::app::media::sweep(db, vault, later).await.unwrap(), 1);
    site.stop().await;
}

async fn nobody_changes_another_persons_picture(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::InstanceAdmin).await;
    let (anas, bobs) = (ana.token(&site).await, bob.token(&site).await);
    let small = jpeg(&RgbImage::from_pixel(40, 40, Rgb([9, 9, 9])));
    assert_eq!(send(&site, &ana, &anas, "", &small).await.status, 303);
    let first = face(&Browser::new().page(&site, "/@ana").await).unwrap();
    let (rows, before) = (site.rows().await, kept(&site).await);
    let stranger = Browser::new();
    assert_eq!(send(&site, &bob, &anas, "", &small).await.status, 403, "another's token");
    assert_eq!(bob.post(&site, REMOVE, &[("csrf", &anas)]).await.status, 403);
    for csrf in [anas.as_str(), bobs.as_str(), ""] {
        let seen = send(&site, &stranger, csrf, "", &small).await;
        assert!(seen.header("location").starts_with("/login"), "{} {}", seen.status, seen.body);
        stranger.post(&site, REMOVE, &[("csrf", csrf)]).await;
    }
    *ana.site.lock().unwrap() = Some("cross-site");
    assert_eq!(send(&site, &ana, &anas, "", &small).await.status, 403, "from another site");
    assert_eq!((site.rows().await, kept(&site).await), (rows, before));
    // His removal is of his own.
    assert_eq!(bob.post(&site, REMOVE, &[("csrf", &bobs)]).await.status, 303);
    assert_eq!(face(&Browser::new().page(&site, "/@ana").await), Some(first.clone()));
    assert_eq!(fetch(&site, &first, "").await.status, 200);
    for page in [SEND, REMOVE] {
        assert_eq!(bob.get(&site, page).await.header("location"), STEP);
    }
    site.stop().await;
}

async fn what_is_no_picture_is_refused_and_the_words_stay(engine: Engine) {
    let site = site_with(engine, |config| {
        config.media.upload_max_bytes = 65_536;
        config.media.uploads_per_account_per_day = 1;
    })
    .await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let csrf = ana.token(&site).await;
    let whole = jpeg(&RgbImage::new(200, 200));
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let large = [&whole[..], &[7; 70_000]].concat();
    let cases: [(&str, &[u8], u16); 4] = [
        ("SVG", svg, 415),
        ("half a picture", &whole[..whole.len() / 2], 422),
        ("too many bytes", &large, 413),
        ("nothing", b"", 422),
    ];
    for (what, bytes, status) in cases {
        let seen = send(&site, &ana, &csrf, "Me & the sea", bytes).await;
        assert_eq!(seen.status, status, "{what}: {}", seen.body);
        checks::page(what, &seen.body);
        assert!(seen.body.contains("role=\"alert\"") && seen.body.contains(" the sea"), "{what}");
    }
    assert_eq!(kept(&site).await, (0, 0));
    assert_eq!(send(&site, &ana, &csrf, "", &whole).await.status, 303);
    assert_eq!(send(&site, &ana, &csrf, "", &whole).await.status, 429);
    assert_eq!(kept(&site).await, (1, 1), "the one before stays");
    for lang in ["de", "es", "fr", "pt", "ar", "ja", "ko", "zh"] {
        ana.page(&site, &format!("{STEP}?lang={lang}")).await;
    }
    site.stop().await;
}
