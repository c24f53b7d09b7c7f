//! Pictures that stand elsewhere are shown from here: loaded once, written anew, bounded, and never
//! anything else than what a case or a person here shows.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use image::{DynamicImage, GrayImage, ImageFormat, Rgb, RgbImage};
use kontor::{
    app::{access::Who, copies::Copies, standing},
    domain::{
        case_study::{Image, parse},
        network::PeerStanding,
    },
    media::tag,
};
use serde_json::json;

use super::{
    browser::{Browser, site_with},
    photos::{fetch, jpeg, photo},
};
use crate::{
    common::sample_records,
    fake::{Fake, Script, answer, hanging, status},
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    a_partners_picture_is_shown_from_here_and_readers_ask_nobody_else,
    what_cannot_be_had_is_a_quiet_pattern_and_not_asked_for_again,
    what_nobody_looked_at_for_the_longest_time_makes_room,
    somebody_elsewhere_is_shown_with_their_picture,
);

const KIND: &str = "image/jpeg";

pub fn served(kind: &str, bytes: &[u8]) -> Script {
    answer("200 OK", &[("content-type", kind)], bytes)
}

/// A head at once, and then a byte a second.
fn dripping() -> Script {
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: 600\r\ncontent-type: {KIND}\r\n\r\n");
    let drops = (0..600).map(|_| (Duration::from_secs(1), b".".to_vec()));
    std::iter::once((Duration::ZERO, head.into_bytes())).chain(drops).collect()
}

/// Grains that no format makes small.
fn noise(width: u32, height: u32) -> Vec<u8> {
    let mut at = 1_u32;
    let picture = RgbImage::from_fn(width, height, |_, _| {
        at = at.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(at >> 8) as u8, (at >> 16) as u8, (at >> 24) as u8])
    });
    jpeg(&picture)
}

async fn stand(site: &Instance, fake: &Fake, is: PeerStanding) {
    let (db, now) = (&site.state.db, site.now());
    standing::set(db, &Who::CommandLine, &fake.host, is, "because", now).await.unwrap();
}

/// A case of a partner with these pictures; the path of its page here.
pub async fn partners_case(site: &Instance, fake: &Fake, files: &[String]) -> String {
    stand(site, fake, PeerStanding::Trusted).await;
    let mut case = parse(&sample_records()[0]).unwrap();
    let image = |file: &String| Image {
        file: Some(file.clone()),
        placeholder_seed: None,
        alt: format!("What {} shows", file.rsplit('/').next().unwrap()),
        caption: None,
        credit: Some("City of Rain".into()),
        licence: None,
        focus: None,
    };
    case.images = files.iter().map(image).collect();
    let article = fake.article("ana", &case, site.now() - 1_000);
    let create = fake.activity("Create", "create", "ana", article);
    assert_eq!(fake.send(site.origin(), "ana", &create, site.now()).await, 202);
    site.rests().await;
    let shown = site.shown().await;
    assert_eq!(shown.len(), 1, "{}", site.arrivals().await);
    format!("/cases/{}", shown[0].page)
}

pub fn copy_of(page: &str, file: &str, width: u32) -> String {
    format!("/copies{page}/{}/{width}", tag(file))
}

pub fn asked(fake: &Fake, path: &str) -> usize {
    fake.requests().iter().filter(|request| request.path == path).count()
}

pub fn copies(site: &Instance) -> Copies {
    let state = &site.state;
    Copies::of(&state.db, &state.vault, &state.loading, &state.config)
}

async fn kept(site: &Instance) -> usize {
    site.state.vault.ids(i64::MAX).await.unwrap().len()
}

/// What a browser loads of a page by itself is all from here.
fn loads_nothing_foreign(html: &str) {
    for name in [" src=\"", " srcset=\""] {
        for value in html.split(name).skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(value.starts_with('/') && !value.contains("://"), "{value}");
        }
    }
}

async fn a_partners_picture_is_shown_from_here_and_readers_ask_nobody_else(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let fake = Fake::start().await;
    let file = format!("{}/p/street.jpg", fake.origin);
    fake.serve("/p/street.jpg", served(KIND, &photo()));
    fake.serve("/p/secret.jpg", served(KIND, &photo()));
    let page = partners_case(&site, &fake, std::slice::from_ref(&file)).await;
    let reader = Browser::new();
    let html = reader.page(&site, &page).await;
    loads_nothing_foreign(&html);
    let large = copy_of(&page, &file, 1_600);
    assert!(html.contains(&large) && html.contains("alt=\"What street.jpg shows\""), "{html}");
    assert!(html.contains("City of Rain"));
    let list = reader.page(&site, "/cases").await;
    loads_nothing_foreign(&list);
    assert!(list.contains(&large), "{list}");
    assert_eq!(asked(&fake, "/p/street.jpg"), 0, "a page waits for nobody");

    // However many want it, its host is asked once.
    let many = join_all((0..5).map(|_| fetch(&site, &large, ""))).await;
    assert!(many.iter().all(|got| got.status == 200), "{:?}", many[0].headers);
    assert_eq!(asked(&fake, "/p/street.jpg"), 1);
    let got = &many[0];
    let header = |name: &str| got.headers.get(name).map_or("", |value| value.to_str().unwrap());
    assert_eq!(header("content-type"), KIND);
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("cache-control").contains("immutable"));
    assert!(header("content-security-policy").contains("sandbox"));
    let text = String::from_utf8_lossy(&got.bytes);
    assert!(!text.contains("SecretCam") && !text.contains("Exif"), "it is written anew");
    let read = image::load_from_memory(&got.bytes).unwrap();
    assert_eq!((read.width(), read.height()), (900, 1_200), "and turned upright");
    assert_eq!(fetch(&site, &large, header("etag")).await.status, 304);
    let small = fetch(&site, &copy_of(&page, &file, 480), "").await;
    assert_eq!(image::load_from_memory(&small.bytes).unwrap().width(), 480);
    assert_eq!(asked(&fake, "/p/street.jpg"), 1);
    let html = reader.page(&site, &page).await;
    assert!(html.contains("width=\"900\" height=\"1200\""), "its size is known now: {html}");

    // Nobody can have anything else loaded.
    let other = format!("{}/p/secret.jpg", fake.origin);
    for wrong in [
        copy_of(&page, &other, 480),
        copy_of(&page, &file, 481),
        copy_of("/cases/nothing@nowhere.example", &file, 480),
        format!("/copies{page}/{}/480", "0".repeat(32)),
        format!("/copies{page}/{}/480", other.replace('/', "%2F")),
        format!("/copies/people/{}", tag(&other)),
        format!("/copies/people/{}", tag(&file)),
    ] {
        assert_eq!(reader.get(&site, &wrong).await.status, 404, "{wrong}");
    }
    assert_eq!(asked(&fake, "/p/secret.jpg"), 0);

    // A blocked host's copies are gone at once, and their bytes soon.
    assert_eq!(kept(&site).await, 1);
    assert_eq!(copies(&site).tidy(site.now()).await.unwrap(), 0);
    stand(&site, &fake, PeerStanding::Blocked).await;
    assert_eq!(reader.get(&site, &large).await.status, 404);
    // The server does so itself once a minute, and may have done it already.
    copies(&site).tidy(site.now()).await.unwrap();
    assert_eq!((kept(&site).await, site.rows().await["picture_copy"]), (0, 0));
    // What comes back is loaded again, and what its author took back is gone for good.
    stand(&site, &fake, PeerStanding::Trusted).await;
    assert_eq!(fetch(&site, &large, "").await.status, 200);
    assert_eq!(asked(&fake, "/p/street.jpg"), 2);
    let uri = site.shown().await[0].uri.clone();
    let delete = fake.activity("Delete", "delete", "ana", json!(uri));
    fake.serve(uri.strip_prefix(&fake.origin).unwrap(), status("410 Gone"));
    assert_eq!(fake.send(site.origin(), "ana", &delete, site.now()).await, 202);
    site.rests().await;
    assert_eq!(fetch(&site, &large, "").await.status, 410, "{}", site.arrivals().await);
    // The server does so itself once a minute, and may have done it already.
    copies(&site).tidy(site.now()).await.unwrap();
    assert_eq!(kept(&site).await, 0);
    site.stop().await;
}

async fn what_cannot_be_had_is_a_quiet_pattern_and_not_asked_for_again(engine: Engine) {
    let site = site_with(engine, |config| {
        config.media.upload_max_bytes = 65_536;
        config.media.max_pixels = 1_000_000;
    })
    .await;
    let (fake, hangs, drips) = (Fake::start().await, Fake::start().await, Fake::start().await);
    let mut bomb = std::io::Cursor::new(Vec::new());
    let large = DynamicImage::ImageLuma8(GrayImage::new(2_000, 2_000));
    large.write_to(&mut bomb, ImageFormat::Png).unwrap();
    let whole = noise(100, 100);
    let to = |place: &str| answer("302 Found", &[("location", place)], b"");
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let bad = [
        ("error", status("500 Internal Server Error")),
        ("nothing", status("404 Not Found")),
        ("inside", to("http://10.0.0.1/a.jpg")),
        ("metadata", to("http://169.254.169.254/latest")),
        ("file", to("file:///etc/passwd")),
        ("huge", served(KIND, &noise(400, 400))),
        ("page", served("text/html", &whole)),
        ("svg", served("image/svg+xml", svg)),
        ("forged", served(KIND, svg)),
        ("bomb", served("image/png", bomb.get_ref())),
    ];
    let mut files = Vec::new();
    for (name, script) in bad {
        fake.serve(&format!("/p/{name}.jpg"), script);
        files.push(format!("{}/p/{name}.jpg", fake.origin));
    }
    hangs.serve("/p/hangs.jpg", hanging());
    drips.serve("/p/drips.jpg", dripping());
    files.push(format!("{}/p/hangs.jpg", hangs.origin));
    files.push(format!("{}/p/drips.jpg", drips.origin));
    let page = partners_case(&site, &fake, &files).await;
    let reader = Browser::new();
    let began = Instant::now();
    let html = reader.page(&site, &page).await;
    assert!(html.contains(&copy_of(&page, &files[10], 480)), "{html}");
    let paths: Vec<String> = files.iter().map(|file| copy_of(&page, file, 480)).collect();
    let seen = join_all(paths.iter().map(|path| reader.get(&site, path))).await;
    for (file, seen) in files.iter().zip(&seen) {
        assert_eq!(seen.status, 307, "{file}");
        assert!(seen.header("location").starts_with("/plans/"), "{file}");
        assert!(!seen.header("cache-control").contains("immutable"), "{file}");
    }
    assert!(began.elapsed().as_secs() < 12, "{:?}", began.elapsed());
    let before = fake.requests().len() + hangs.requests().len() + drips.requests().len();
    for path in &paths {
        assert_eq!(reader.get(&site, path).await.status, 307);
    }
    let after = fake.requests().len() + hangs.requests().len() + drips.requests().len();
    assert_eq!(after, before, "what failed is remembered");
    assert_eq!((kept(&site).await, site.rows().await["picture_copy"]), (0, 12));
    // What cannot be shown is linked, as before; nothing of it is lost.
    let html = reader.page(&site, &page).await;
    assert!(!html.contains("/copies/"), "{html}");
    for file in &files {
        assert!(html.contains(&format!("<a href=\"{file}\"")), "{file}");
    }
    // Later it is tried again, and then it is there.
    fake.serve("/p/error.jpg", served(KIND, &whole));
    let later = site.now() + 2 * 60_000;
    let wanted = kontor::app::copies::Wanted {
        tag: tag(&files[0]),
        url: files[0].clone(),
        owner: site.shown().await[0].uri.clone(),
        face: false,
    };
    assert!(copies(&site).get(wanted, later).await.unwrap().is_some());
    assert_eq!(fetch(&site, &paths[0], "").await.status, 200);
    site.stop().await;
}

async fn what_nobody_looked_at_for_the_longest_time_makes_room(engine: Engine) {
    let bytes = noise(200, 200);
    let site = site_with(engine, |config| config.media.remote_cache_bytes = 100_000).await;
    let fake = Fake::start().await;
    let files: Vec<String> = ["1", "2", "3", "4"]
        .iter()
        .map(|name| {
            fake.serve(&format!("/p/{name}.jpg"), served(KIND, &bytes));
            format!("{}/p/{name}.jpg", fake.origin)
        })
        .collect();
    let page = partners_case(&site, &fake, &files).await;
    let mut most = HashSet::new();
    for file in &files {
        let got = fetch(&site, &copy_of(&page, file, 1_600), "").await;
        assert_eq!(got.status, 200);
        most.insert(kept(&site).await);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let each = fetch(&site, &copy_of(&page, &files[3], 1_600), "").await.bytes.len();
    let fits = 100_000 / each;
    assert!((1..4).contains(&fits), "{each} bytes each");
    assert_eq!(most.iter().max(), Some(&fits), "{most:?}");
    assert_eq!(asked(&fake, "/p/4.jpg"), 1, "the newest stays");
    assert_eq!(fetch(&site, &copy_of(&page, &files[0], 1_600), "").await.status, 200);
    assert_eq!(asked(&fake, "/p/1.jpg"), 2, "the oldest had to be loaded again");
    assert_eq!(kept(&site).await, fits);
    site.stop().await;
}

async fn somebody_elsewhere_is_shown_with_their_picture(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let fake = Fake::start().await;
    let case = site.publish(parse(&sample_records()[0]).unwrap()).await;
    let page = format!("/cases/{}", case.page);
    let icon = format!("{}/p/ana.jpg", fake.origin);
    fake.serve("/p/ana.jpg", served(KIND, &photo()));
    let (_, document) = fake.get(&fake.actor("ana"), "application/activity+json").await;
    let mut document: serde_json::Value = serde_json::from_str(&document).unwrap();
    document["icon"] = json!({ "type": "Image", "mediaType": KIND, "url": icon });
    fake.put("/a/ana", &document);
    let public = "https://www.w3.org/ns/activitystreams#Public";
    let note = json!({
        "id": format!("{}/o/1", fake.origin), "type": "Note", "attributedTo": fake.actor("ana"),
        "inReplyTo": case.uri, "published": "2026-01-02T03:04:05Z", "to": [public],
        "content": "<p>Well done</p>",
    });
    let create = fake.activity("Create", "c", "ana", note);
    assert_eq!(fake.send(site.origin(), "ana", &create, site.now()).await, 202);
    site.rests().await;
    let reader = Browser::new();
    let html = reader.page(&site, &page).await;
    loads_nothing_foreign(&html);
    let face = format!("/copies/people/{}", tag(&icon));
    assert!(html.contains("Well done") && html.contains(&face), "{html}");
    let got = fetch(&site, &face, "").await;
    let read = image::load_from_memory(&got.bytes).unwrap();
    assert_eq!((got.status, read.width(), read.height()), (200, 320, 320));
    assert!(!String::from_utf8_lossy(&got.bytes).contains("SecretCam"));
    stand(&site, &fake, PeerStanding::Blocked).await;
    assert_eq!(fetch(&site, &face, "").await.status, 404);
    // The server does so itself once a minute, and may have done it already.
    copies(&site).tidy(site.now()).await.unwrap();
    assert_eq!(kept(&site).await, 0);
    site.stop().await;
}
