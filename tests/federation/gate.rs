//! What the inbox turns away, with which status, and that nothing of it stays.

use crate::{
    fake::{Fake, Letter, Signed, status},
    instance::{Engine, Instance, on_each_engine, until_seconds},
};
use kontor::{
    clock::Clock,
    domain::network::PeerStanding,
    store::{follows, peers, reactions},
};
use serde_json::{Value, json};
use std::{sync::Arc, time::Duration};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

on_each_engine!(
    what_is_not_well_signed_is_turned_away,
    what_is_too_large_too_deep_or_no_activity_is_turned_away,
    a_hundred_copies_at_once_have_one_effect,
    a_flood_is_told_when_to_come_back,
    a_blocked_host_is_turned_away,
    a_sender_whose_key_cannot_be_had_now_is_told_to_come_back,
    a_body_that_takes_too_long_is_turned_away,
);

const HOUR: i64 = 3_600_000;

/// Nothing was written down: no arrival, no actor's follow.
async fn nothing_arrived(instance: &Instance) {
    assert_eq!(instance.arrivals().await, "");
    let mut tx = instance.read().await;
    assert_eq!(follows::count_followers(&mut tx, instance.network()).await.unwrap(), 0);
}

async fn what_is_not_well_signed_is_turned_away(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (honest, mallory) = (Fake::start().await, Fake::start().await);
    honest.serve("/a/nobody", status("404 Not Found"));
    let (origin, now) = (instance.origin(), instance.now());
    let follow = honest.activity("Follow", "1", "alice", json!(instance.network()));
    let letter = honest.letter(origin, "alice", &follow, now);
    let key = &honest.key;
    let good = letter.signed(key);
    let bent = |bend: &dyn Fn(&mut Letter)| {
        let mut letter = letter.clone();
        bend(&mut letter);
        letter.signed(key)
    };
    let without = |part: &str| bent(&|letter| letter.covered.retain(|covered| *covered != part));
    let of = |name: &str, activity: &Value| honest.letter(origin, name, activity, now).signed(key);
    let body = |change: &dyn Fn(&mut Value)| {
        let mut activity = follow.clone();
        change(&mut activity);
        activity
    };
    let changed = body(&|activity| activity["object"] = json!(format!("{origin}/a/x")));
    let own_path = format!("{}/inbox", instance.network().trim_start_matches(origin));

    let mut others_words = good.clone();
    others_words.body = changed.to_string().into_bytes();
    let digest = kontor::federation::signature::BodyDigest::of(&others_words.body).header();
    let other_digest = others_words.clone().with("digest", &digest);
    let mut elsewhere = good.clone();
    elsewhere.path = own_path;
    let mut from_elsewhere = bent(&|letter| letter.origin = "http://localhost:9".into());
    from_elsewhere.origin = origin.to_owned();
    let mut twice = good.clone();
    let signature = good.headers.iter().find(|(name, _)| name == "signature").unwrap();
    twice.headers.push(signature.clone());
    let hmac = signature.1.replace("rsa-sha256", "hmac-sha256");

    let cases: Vec<(&str, Signed, u16)> = vec![
        ("unsigned", good.clone().without("signature"), 401),
        ("no digest covered", without("digest"), 401),
        ("no target covered", without("(request-target)"), 401),
        ("no host covered", without("host"), 401),
        ("no date covered", without("date"), 401),
        ("no digest sent", good.clone().without("digest"), 401),
        ("other body", others_words, 401),
        ("other body and digest", other_digest, 401),
        ("too old", bent(&|letter| letter.date -= 13 * HOUR), 401),
        ("from the future", bent(&|letter| letter.date += HOUR / 6), 401),
        ("another date", good.clone().with("date", "Sun, 01 Mar 2026 09:30:00 GMT"), 401),
        ("sent to another inbox", elsewhere, 401),
        ("signed for another host", from_elsewhere, 401),
        ("two signatures", twice, 401),
        ("another algorithm", good.clone().with("signature", &hmac), 401),
        ("unreadable signature", good.clone().with("signature", "keyId="), 400),
        ("another's key id", letter.signed(&mallory.key), 401),
        (
            "another host's actor",
            mallory.letter(origin, "alice", &follow, now).signed(&mallory.key),
            401,
        ),
        ("a neighbour's actor", of("bob", &follow), 401),
        (
            "a key nobody has",
            of("nobody", &body(&|it| it["actor"] = json!(honest.actor("nobody")))),
            401,
        ),
        ("our own actor", of("alice", &body(&|it| it["actor"] = json!(instance.network()))), 401),
        (
            "an id elsewhere",
            of("alice", &body(&|it| it["id"] = json!("http://localhost:9/1"))),
            403,
        ),
    ];
    for (what, signed, expected) in cases {
        assert_eq!(honest.post(&signed).await.0, expected, "{what}");
    }
    nothing_arrived(&instance).await;
    assert_eq!(honest.post(&good).await.0, 202, "the letter itself is a good one");
}

async fn what_is_too_large_too_deep_or_no_activity_is_turned_away(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let honest = Fake::start().await;
    let (origin, now) = (instance.origin(), instance.now());
    let follow = honest.activity("Follow", "1", "alice", json!(instance.network()));
    let signed = |body: &[u8]| {
        let mut letter = honest.letter(origin, "alice", &follow, now);
        letter.body = body.to_vec();
        letter.signed(&honest.key)
    };
    let text = follow.to_string();
    let open = &text[..text.len() - 1];
    let deep = format!("{open},\"x\":{}1{}}}", "[".repeat(70), "]".repeat(70));
    let large = format!("{open},\"x\":\"{}\"}}", "x".repeat(1_048_577));
    let twice = format!("{open},\"actor\":\"{}\"}}", honest.actor("bob"));
    let as_type = |kind: &str| signed(text.as_bytes()).with("content-type", kind);
    let cases: Vec<(&str, Signed, u16)> = vec![
        ("too large", signed(large.as_bytes()), 413),
        ("too deep", signed(deep.as_bytes()), 400),
        ("a list", signed(format!("[{text}]").as_bytes()), 400),
        ("a text", signed(b"\"Follow\""), 400),
        ("half", signed(&text.as_bytes()[..40]), 400),
        ("no UTF-8", signed(b"{\"id\":\"\xff\"}"), 400),
        ("an actor twice", signed(twice.as_bytes()), 400),
        ("nothing", signed(b""), 400),
        ("no type", as_type(""), 415),
        ("plain JSON", as_type("application/json"), 415),
        ("a page", as_type("text/html"), 415),
        ("another profile", as_type("application/ld+json"), 415),
    ];
    for (what, signed, expected) in cases {
        assert_eq!(honest.post(&signed).await.0, expected, "{what}");
    }
    nothing_arrived(&instance).await;
}

async fn a_hundred_copies_at_once_have_one_effect(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let honest = Arc::new(Fake::start().await);
    let sample = crate::common::sample_records().swap_remove(0);
    let case = kontor::domain::case_study::parse(&sample).unwrap();
    let ours = instance.publish(case).await.uri;
    let like = honest.activity("Like", "l", "alice", json!(ours));
    let follow = honest.activity("Follow", "f", "alice", json!(instance.network()));
    let mut copies = Vec::new();
    for activity in [&like, &follow] {
        let letter = honest.letter(instance.origin(), "alice", activity, instance.now());
        let signed = letter.signed(&honest.key);
        for _ in 0..50 {
            let (honest, signed) = (honest.clone(), signed.clone());
            copies.push(tokio::spawn(async move { honest.post(&signed).await.0 }));
        }
    }
    for copy in copies {
        assert_eq!(copy.await.unwrap(), 202);
    }
    let asked = honest.requests().iter().filter(|request| request.path == "/a/alice").count();
    assert!(asked <= 3, "alice's key was asked for {asked} times");
    // The same activity, signed anew for another of our inboxes, is still the same activity.
    let mut letter = honest.letter(instance.origin(), "alice", &like, instance.now());
    letter.path = format!("{}/inbox", instance.network().trim_start_matches(instance.origin()));
    assert_eq!(honest.post(&letter.signed(&honest.key)).await.0, 202);
    instance.rests().await;
    assert_eq!(instance.arrivals().await, "done 2");
    let mut tx = instance.read().await;
    assert_eq!(reactions::count(&mut tx, "Like", &ours).await.unwrap(), 1);
    assert_eq!(follows::count_followers(&mut tx, instance.network()).await.unwrap(), 1);
    drop(tx);
    until_seconds(10, async || match honest.posted_of("Accept").len() {
        1 => Ok(()),
        found => Err(format!("{found} Accepts")),
    })
    .await;
}

async fn a_flood_is_told_when_to_come_back(engine: Engine) {
    let instance = Instance::start_with(engine, "metropolis", |config| {
        config.limits.inbox_per_actor_per_minute = 5;
        config.limits.inbox_per_host_per_minute = 8;
        config.limits.inbox_per_address_per_minute = 60;
    })
    .await;
    let (honest, mallory) = (Fake::start().await, Fake::start().await);
    let send = async |name: &'static str, id: usize| {
        let activity = honest.activity("Like", &id.to_string(), name, json!(instance.network()));
        honest
            .post(
                &honest
                    .letter(instance.origin(), name, &activity, instance.now())
                    .signed(&honest.key),
            )
            .await
    };
    // Whoever pretends to be alice does not use up what alice may send.
    let forged = honest.activity("Like", "0", "alice", json!(instance.network()));
    for _ in 0..20 {
        let letter = honest.letter(instance.origin(), "alice", &forged, instance.now());
        assert_eq!(mallory.post(&letter.signed(&mallory.key)).await.0, 401);
    }
    for id in 1..=5 {
        assert_eq!(send("alice", id).await.0, 202);
    }
    let (status, wait) = send("alice", 6).await;
    assert_eq!(status, 429);
    assert!((1..=60).contains(&wait.unwrap()), "{wait:?}");
    for id in 7..=8 {
        assert_eq!(send("bob", id).await.0, 202, "another actor is not held back");
    }
    assert_eq!(send("bob", 9).await.0, 429, "but the whole host is, in the end");
    instance.rests().await;
    assert_eq!(instance.arrivals().await, "ignored 7");
    let flood = honest.letter(instance.origin(), "alice", &forged, instance.now());
    let flood = flood.signed(&honest.key).without("signature");
    let mut last = (0, None);
    for _ in 0..40 {
        last = mallory.post(&flood).await;
    }
    assert_eq!(last.0, 429, "an address that sends too much is not even read");
    assert!(last.1.is_some());
    assert_eq!(instance.arrivals().await, "ignored 7");
}

async fn a_blocked_host_is_turned_away(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let mallory = Fake::start().await;
    let mut tx = instance.state.db.begin().await.unwrap();
    peers::ensure(&mut tx, &mallory.host, 0).await.unwrap();
    peers::set_standing(&mut tx, &mallory.host, PeerStanding::Blocked, "spam").await.unwrap();
    tx.commit().await.unwrap();
    let follow = mallory.activity("Follow", "1", "alice", json!(instance.network()));
    let now = instance.now();
    assert_eq!(mallory.send(instance.origin(), "alice", &follow, now).await, 403);
    nothing_arrived(&instance).await;
    assert!(mallory.requests().is_empty(), "not even its key was asked for");
}

/// A server that restarts while its activities are on their way: 503 and not 401, which would
/// have it take us for somebody who does not want to hear from it.
async fn a_sender_whose_key_cannot_be_had_now_is_told_to_come_back(engine: Engine) {
    let clock = Clock::fixed(Clock::system().now_ms());
    let instance = Instance::start_at(engine, "metropolis", clock.clone(), |_| {}).await;
    let sender = Fake::start().await;
    let follow = sender.activity("Follow", "f", "alice", json!(instance.network()));
    let send = async || {
        let letter = sender.letter(instance.origin(), "alice", &follow, instance.now());
        sender.post(&letter.signed(&sender.key)).await
    };
    for unwell in ["500 Internal Server Error", "503 Service Unavailable"] {
        sender.serve("/a/alice", status(unwell));
        for again in [false, true] {
            let (answer, wait) = send().await;
            assert_eq!(answer, 503, "{unwell}, again {again}");
            let wait = wait.expect("it is told when to come back");
            assert!((1..=3_600).contains(&wait), "{wait}");
            nothing_arrived(&instance).await;
            // The second time comes too early: the sender's server is not even asked.
            clock.advance(if again { 1_000 * wait as i64 } else { 1_000 });
        }
    }
    let asked = sender.requests().iter().filter(|request| request.path == "/a/alice").count();
    assert_eq!(asked, 2, "a server that is unwell is asked once a minute");
    sender.serve_actor("alice");
    assert_eq!(send().await.0, 202, "the same activity, as soon as its key can be had");
    instance.rests().await;
    assert_eq!(instance.arrivals().await, "done 1");
    let mut tx = instance.read().await;
    assert_eq!(follows::count_followers(&mut tx, instance.network()).await.unwrap(), 1);
}

async fn a_body_that_takes_too_long_is_turned_away(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let mut slow = tokio::net::TcpStream::connect(instance.address).await.unwrap();
    let head = format!(
        "POST /inbox HTTP/1.1\r\nhost: {}\r\ncontent-type: application/activity+json\r\n\
         content-length: 1000\r\n\r\n{{",
        instance.host()
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    let (mut answers, mut words) = slow.into_split();
    tokio::spawn(async move {
        while words.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    });
    let mut answer = vec![0; 64];
    let read = tokio::time::timeout(Duration::from_secs(15), answers.read(&mut answer)).await;
    let answer = String::from_utf8_lossy(&answer[..read.unwrap().unwrap()]).into_owned();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    nothing_arrived(&instance).await;
}
