//! A crowd at the inbox: ninety-eight servers that behave, one that floods, one that is slow.

use super::ring::Node;
use crate::{
    fake::Fake,
    instance::{Database, Engine},
};
use kontor::clock::Clock;
use serde_json::json;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

const SENDERS: usize = 98;
/// Posts of each.
const POSTS: usize = 20;
/// What one host may send in a minute in this test.
const PER_HOST: usize = 60;
/// By how much the server may grow from its first posts to its last. Its caches fill meanwhile.
const GROWTH_KIB: i64 = 48 * 1024;
/// For what was accepted to take effect.
const PATIENCE: Duration = Duration::from_secs(120);

pub async fn a_flooder_and_a_slow_body_do_not_hinder_the_others(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let limits = format!(
        "inbox_per_host_per_minute = {PER_HOST}\n\
         inbox_per_address_per_minute = 1000000\n"
    );
    let database = Database::new(engine).await;
    let node = Node::alone(folder.path(), "metropolis", database, engine, &limits).await;
    let origin = format!("http://{}", node.host());
    let flooder = Fake::start().await;
    let key = flooder.key.clone();
    let over = Arc::new(AtomicBool::new(false));
    let slow = tokio::spawn(slow_body(node.host()));
    let refused = Arc::new(AtomicUsize::new(0));
    let mut flood = JoinSet::new();
    let flooder = Arc::new(flooder);
    for stream in 0..16 {
        let (fake, origin) = (flooder.clone(), origin.clone());
        let (over, refused) = (over.clone(), refused.clone());
        flood.spawn(async move {
            let mut accepted = 0;
            for at in 0.. {
                if over.load(Ordering::Relaxed) {
                    break;
                }
                match send(&fake, &origin, "flooder", &format!("{stream}-{at}")).await {
                    202 => accepted += 1,
                    429 => _ = refused.fetch_add(1, Ordering::Relaxed),
                    status => panic!("a flooder is answered with 202 or 429, not {status}"),
                }
            }
            accepted
        });
    }
    // The first post of each brings its key and its host; from then on nothing should grow.
    let began = Instant::now();
    let mut fakes = JoinSet::new();
    for _ in 0..SENDERS {
        let (key, origin) = (key.clone(), origin.clone());
        fakes.spawn(async move {
            let fake = Fake::start_with(key).await;
            assert_eq!(send(&fake, &origin, "ada", "first").await, 202);
            fake
        });
    }
    let fakes: Vec<Fake> = fakes.join_all().await;
    let before = node.resident_kib().await;
    let mut senders = JoinSet::new();
    for fake in fakes {
        let origin = origin.clone();
        senders.spawn(async move {
            for at in 1..POSTS {
                let status = send(&fake, &origin, "ada", &at.to_string()).await;
                assert_eq!(status, 202, "post {at} of {}", fake.host);
            }
            fake
        });
    }
    let fakes = senders.join_all().await;
    println!("{} posts accepted in {:.1} s", SENDERS * POSTS, began.elapsed().as_secs_f64());
    over.store(true, Ordering::Relaxed);
    let flooded: usize = flood.join_all().await.into_iter().sum();
    let refused = refused.load(Ordering::Relaxed);
    println!("the flooder: {flooded} accepted, {refused} refused");
    assert!(refused > 0, "it met its limit");
    // A minute's worth, and again for each minute that this took.
    let minutes = began.elapsed().as_secs() as usize / 60 + 2;
    assert!(flooded <= PER_HOST * minutes, "{flooded} in {minutes} minutes");
    assert_eq!(slow.await.unwrap(), 408, "the slow body");

    let wanted = i64::try_from(SENDERS * POSTS).unwrap();
    let done = "SELECT count(*) FROM inbox_item WHERE state = 'done' AND actor LIKE '%/a/ada'";
    let kept = "SELECT count(*) FROM received WHERE actor LIKE '%/a/ada'";
    let patience = Instant::now();
    while node.number(done).await < wanted && patience.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert_eq!((node.number(done).await, node.number(kept).await), (wanted, wanted));
    let after = node.resident_kib().await;
    println!("resident memory: {before} KiB after the first posts, {after} KiB after the last");
    assert!(after - before < GROWTH_KIB, "{before} KiB grew to {after} KiB");
    drop(fakes);
    node.kill().await;
}

async fn send(fake: &Fake, origin: &str, name: &str, id: &str) -> u16 {
    let uri = format!("{}/o/{id}", fake.origin);
    let note = json!({
        "id": uri,
        "type": "Note",
        "attributedTo": fake.actor(name),
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
        "content": format!("<p>{}</p>", "A word on cities. ".repeat(100)),
    });
    let activity = fake.activity("Create", &format!("{name}-{id}"), name, note);
    fake.send(origin, name, &activity, Clock::system().now_ms()).await
}

/// Sends a head and then a byte a second; returns the status of the answer.
async fn slow_body(host: String) -> u16 {
    let mut stream = TcpStream::connect(&host).await.unwrap();
    let head = format!(
        "POST /inbox HTTP/1.1\r\nhost: {host}\r\ncontent-length: 100000\r\n\
         content-type: application/activity+json\r\n\r\n{{"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let (mut reader, mut writer) = stream.split();
    let mut answer = vec![0; 64];
    let answered = async {
        let count = reader.read(&mut answer).await.unwrap();
        String::from_utf8_lossy(&answer[..count]).into_owned()
    };
    let drip = async {
        // Longer than the server waits, also when the others are through.
        for _ in 0..60 {
            if writer.write_all(b" ").await.is_err() {
                break;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        std::future::pending::<()>().await;
    };
    let text = tokio::select! {
        text = answered => text,
        () = drip => String::new(),
    };
    text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
}
