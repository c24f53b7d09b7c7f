//! Somebody sends pictures while the server is killed again and again: what they were told is saved is
//! there afterwards, in all its sizes.

use super::{chance::Chance, person::Person, ring::Node};
use crate::instance::{Database, Engine};
use image::{DynamicImage, ImageFormat, RgbImage};
use std::{
    io::Cursor,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

/// Servers killed.
const KILLS: usize = 12;
/// Pictures in one case.
const IN_A_CASE: usize = 10;
const LIMITS: &str = "page_requests_per_address_per_minute = 1000000\n\
    [media]\nuploads_per_account_per_day = 1000000\n";

pub async fn pictures_that_were_confirmed_outlive_every_kill(engine: Engine) {
    let seed = Chance::seed();
    println!("seed {seed}");
    let folder = tempfile::tempdir().unwrap();
    let database = Database::new(engine).await;
    let node = Arc::new(Node::alone(folder.path(), "metropolis", database, engine, LIMITS).await);
    let ana = Arc::new(Person::enter(&node, "ana", "citymaker").await);
    let (over, count) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let sending = tokio::spawn(send_all(ana.clone(), over.clone(), count.clone()));
    let mut chance = Chance::new(seed);
    for _ in 0..KILLS {
        tokio::time::sleep(chance.wait(300, 1_500)).await;
        node.kill().await;
        node.spawn().await;
        // At least one is sent between two kills.
        let before = count.load(Ordering::Relaxed);
        for _ in 0..600 {
            if count.load(Ordering::Relaxed) > before {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
    over.store(true, Ordering::Relaxed);
    let sent = sending.await.unwrap();
    println!("{} pictures were confirmed, {} tries broken off", sent.confirmed.len(), sent.broken);
    assert!(sent.confirmed.len() >= KILLS && sent.broken > 0);
    let mut shown = Vec::new();
    for case in &sent.cases {
        let (status, page) = ana.get(&format!("{case}/pictures")).await.unwrap();
        assert_eq!(status, 200, "{case}");
        let sets = page.split("srcset=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for set in sets {
            for path in set.split(", ").filter_map(|one| one.split(' ').next()) {
                let bytes = ana.bytes(path).await;
                let read = image::load_from_memory(&bytes);
                let read = read.unwrap_or_else(|error| panic!("{path}: {error}"));
                shown.push((case.clone(), read.width()));
            }
        }
    }
    for confirmed in &sent.confirmed {
        assert!(shown.contains(confirmed), "{confirmed:?} was confirmed and is not there");
    }
    node.kill().await;
}

struct Sent {
    cases: Vec<String>,
    /// Path of the case, and the width that tells a picture from the others.
    confirmed: Vec<(String, u32)>,
    broken: usize,
}

async fn send_all(ana: Arc<Person>, over: Arc<AtomicBool>, count: Arc<AtomicUsize>) -> Sent {
    let mut sent = Sent { cases: Vec::new(), confirmed: Vec::new(), broken: 0 };
    let (mut width, mut tried) = (500, 0);
    while !over.load(Ordering::Relaxed) {
        if sent.cases.is_empty() || tried == IN_A_CASE {
            match ana.begin().await {
                Some(case) => {
                    sent.cases.push(case);
                    tried = 0;
                }
                None => {
                    sent.broken += 1;
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            }
        }
        let case = sent.cases.last().unwrap().clone();
        // Never the same twice: one that was broken off may be there all the same.
        width += 1;
        tried += 1;
        match send(&ana, &case, width).await {
            Some(303) => {
                count.fetch_add(1, Ordering::Relaxed);
                sent.confirmed.push((case, width));
            }
            Some(status) => panic!("a picture was answered with {status}"),
            None => {
                sent.broken += 1;
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    sent
}

/// Sends a picture that is so wide.
async fn send(ana: &Person, case: &str, width: u32) -> Option<u16> {
    let mut jpeg = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(RgbImage::new(width, 300));
    picture.write_to(&mut jpeg, ImageFormat::Jpeg).unwrap();
    let mut body = Vec::new();
    for (name, value) in [
        ("csrf", ana.csrf.as_str()),
        ("alt", "A street"),
        ("credit", "City of Rain"),
        ("licence", "CC0-1.0"),
    ] {
        let head = "--xYz\r\nContent-Disposition: form-data; name=";
        body.extend(format!("{head}\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    body.extend(
        b"--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\
          Content-Type: image/jpeg\r\n\r\n",
    );
    body.extend(jpeg.into_inner());
    body.extend(b"\r\n--xYz--\r\n");
    let request = ana.http.post(format!("{}{case}/pictures/add", ana.origin)).body(body);
    let kind = "multipart/form-data; boundary=xYz";
    Some(ana.ask(request.header("content-type", kind)).await?.0)
}
