//! Deliveries to servers that are slow, broken, refusing or gone: by the rules, visible, and at
//! nobody else's expense.

use crate::{
    common::sample_records,
    fake::{self, Fake, Script, answer, object},
    instance::{Engine, Instance, on_each_engine, until, until_seconds},
};
use kontor::{
    app::{access::Who, moderate},
    clock::Clock,
    domain::case_study::{CaseStudy, parse},
    store::{activities, deliveries, follows, lanes, peers},
};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

on_each_engine!(
    twenty_hosts_that_never_answer_delay_no_other,
    inboxes_of_one_host_that_hang_together_stop_nothing_else,
    what_failed_comes_later_in_order_and_once,
    a_refusal_is_written_down_and_the_lane_goes_on,
    who_does_not_want_us_is_parked_until_an_editor_resumes,
    an_inbox_that_is_gone_ends_its_follow,
    a_redirect_is_not_followed_and_retry_after_is_obeyed,
    an_inbox_that_always_fails_waits_alone_and_is_parked,
    after_the_last_day_a_host_is_parked_and_nothing_is_lost,
    an_instance_that_was_down_gets_everything,
    a_server_that_keeps_us_waiting_holds_up_nobody_else_at_the_inbox,
    whom_we_cannot_find_is_told_and_others_are_followed_meanwhile,
);

fn case(at: usize) -> CaseStudy {
    parse(&sample_records()[at]).unwrap()
}

/// Makes an actor of `server` follow the network, and waits for the Accept.
async fn follows(instance: &Instance, server: &Fake) {
    let follow = server.activity("Follow", "follow", "alice", json!(instance.network()));
    assert_eq!(server.send(instance.origin(), "alice", &follow, instance.now()).await, 202);
    until("the Accept arrives", 10, async || (server.posted_of("Accept").len() == 1).then_some(()))
        .await;
}

async fn follower(instance: &Instance, then: impl Fn() -> Script + Send + Sync + 'static) -> Fake {
    let server = Fake::start().await;
    follows(instance, &server).await;
    server.answers(move |_| then());
    server
}

/// Types of what was posted and answered with 2xx after the Accept, in order.
fn kinds(activities: &[Value]) -> Vec<&str> {
    activities.iter().map(|activity| activity["type"].as_str().unwrap()).collect()
}

async fn twenty_hosts_that_never_answer_delay_no_other(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let mut dead = Vec::new();
    for at in 0..20 {
        let way: fn() -> Script = match at % 4 {
            0 => fake::crawling,
            1 => fake::garbage,
            _ => fake::hanging,
        };
        dead.push(follower(&instance, way).await);
    }
    let healthy = follower(&instance, fake::accepted).await;
    for round in 0..3 {
        let began = Instant::now();
        instance.publish(case(round)).await;
        until("the healthy one has it", 10, async || {
            (healthy.posted_of("Create").len() == round + 1).then_some(())
        })
        .await;
        let took = began.elapsed();
        assert!(took < Duration::from_millis(2_500), "round {round} took {took:?}");
        tokio::time::sleep(Duration::from_millis(700)).await;
    }
    for server in &dead {
        let peer = until_seconds(15, async || {
            let peer = instance.peer(&server.host).await.unwrap();
            if peer.failures > 0 { Ok(peer) } else { Err(format!("{peer:?}")) }
        })
        .await;
        assert!(peer.next_try > 0 && peer.failing_since.is_some(), "{peer:?}");
        assert_ne!(peer.last_answer, None);
        let lane = instance.lane(&server.inbox()).await.unwrap();
        assert_eq!(lane.state, "open");
        let answer = lane.last_answer.unwrap();
        let told = ["did not answer within", "broke off", "no connection"];
        assert!(told.iter().any(|told| answer.contains(told)), "{answer}");
    }
    assert_eq!(instance.peer(&healthy.host).await.unwrap().failures, 0);
}

async fn inboxes_of_one_host_that_hang_together_stop_nothing_else(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let dead = Fake::start().await;
    for at in 0..8 {
        follows_alone(&instance, &dead, &format!("reader{at}")).await;
    }
    let living = follower(&instance, fake::accepted).await;
    dead.answers(|_| fake::hanging());
    instance.publish(case(0)).await;
    // Two time out in the same moment, and both of them want to write that down.
    until("the dead host counts as failing", 15, async || {
        instance.peer(&dead.host).await.filter(|peer| peer.failures > 0)
    })
    .await;
    assert_eq!(instance.peer(&dead.host).await.unwrap().failures, 1, "once for the whole host");
    instance.publish(case(1)).await;
    until("the living server has both", 10, async || {
        (living.posted_of("Create").len() == 2).then_some(())
    })
    .await;
}

async fn what_failed_comes_later_in_order_and_once(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let server = Fake::start().await;
    follows(&instance, &server).await;
    let tries = Arc::new(AtomicUsize::new(0));
    let counted = tries.clone();
    server.answers(move |_| match counted.fetch_add(1, Ordering::SeqCst) {
        0 => fake::status("500 Internal Server Error"),
        1 => fake::garbage(),
        2 => fake::status("503 Service Unavailable"),
        _ => fake::accepted(),
    });
    let mut changing = case(0);
    instance.publish(changing.clone()).await;
    for title in ["A second title", "A third title"] {
        changing.title = title.into();
        instance.update(changing.clone()).await;
    }
    instance.publish(case(1)).await;
    instance.rests().await;
    let posted = server.posted();
    // The Accept, three failures of the first Create, then everything in order.
    let taken = &posted[4..];
    assert_eq!(kinds(&posted[1..4]), ["Create"; 3]);
    assert_eq!(kinds(taken), ["Create", "Update", "Update", "Create"]);
    assert_eq!(taken[2]["object"]["name"], "A third title");
    let ids: BTreeSet<_> = taken.iter().map(|activity| activity["id"].as_str()).collect();
    assert_eq!(ids.len(), 4);
    let peer = instance.peer(&server.host).await.unwrap();
    assert_eq!((peer.failures, peer.failing_since), (0, None));
    assert!(peer.last_failure.is_some() && peer.last_success.is_some());
}

async fn a_refusal_is_written_down_and_the_lane_goes_on(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let server = Fake::start().await;
    follows(&instance, &server).await;
    server.answers(|request| {
        let activity: Value = serde_json::from_slice(&request.body).unwrap();
        match activity["object"]["name"].as_str() {
            Some("Not this one") => answer("422 Unprocessable Content", &[], b"not this one"),
            _ => fake::accepted(),
        }
    });
    let mut refused = case(0);
    refused.title = "Not this one".into();
    instance.publish(refused).await;
    instance.publish(case(1)).await;
    instance.rests().await;
    assert_eq!(kinds(&server.posted()), ["Accept", "Create", "Create"]);
    let mut tx = instance.read().await;
    let refusals = lanes::refusals(&mut tx, &server.inbox(), 10).await.unwrap();
    assert_eq!(refusals.len(), 1);
    assert_eq!((refusals[0].status, refusals[0].answer.as_str()), (422, "not this one"));
    let lane = instance.lane(&server.inbox()).await.unwrap();
    assert_eq!((lane.state.as_str(), lane.sent), ("open", 2));
    assert_eq!(instance.peer(&server.host).await.unwrap().failures, 0);
}

async fn who_does_not_want_us_is_parked_until_an_editor_resumes(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let server = follower(&instance, || answer("401 Unauthorized", &[], b"who are you?")).await;
    instance.publish(case(0)).await;
    let lane = until("the lane is parked", 10, async || {
        instance.lane(&server.inbox()).await.filter(|lane| lane.state == "parked")
    })
    .await;
    assert_eq!(lane.reason, "401: who are you?");
    assert_eq!(lane.last_status, Some(401));
    instance.publish(case(1)).await;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert_eq!(server.posted_of("Create").len(), 2, "once in each dialect, then left alone");

    server.answers(|_| fake::accepted());
    let mut tx = instance.state.db.begin().await.unwrap();
    assert_eq!(lanes::resume_host(&mut tx, &server.host).await.unwrap(), 1);
    peers::retry_now(&mut tx, &server.host).await.unwrap();
    tx.commit().await.unwrap();
    until("both arrive", 10, async || (server.posted_of("Create").len() == 4).then_some(())).await;
}

async fn an_inbox_that_is_gone_ends_its_follow(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let gone = follower(&instance, || fake::status("410 Gone")).await;
    let missing = follower(&instance, || fake::status("404 Not Found")).await;
    let healthy = follower(&instance, fake::accepted).await;
    instance.publish(case(0)).await;
    for server in [&gone, &missing] {
        until("the lane ends", 10, async || {
            let lane = instance.lane(&server.inbox()).await.unwrap();
            (lane.state == "ended" && lane.ended_at.is_some()).then_some(())
        })
        .await;
    }
    let mut tx = instance.read().await;
    assert_eq!(follows::count_followers(&mut tx, instance.network()).await.unwrap(), 1);
    drop(tx);
    instance.publish(case(1)).await;
    instance.rests().await;
    assert_eq!(gone.posted_of("Create").len(), 1);
    assert_eq!(missing.posted_of("Create").len(), 1);
    assert_eq!(healthy.posted_of("Create").len(), 2);
    // Who comes back is welcome.
    gone.answers(|_| fake::accepted());
    let again = gone.activity("Follow", "again", "alice", json!(instance.network()));
    assert_eq!(gone.send(instance.origin(), "alice", &again, instance.now()).await, 202);
    instance.rests().await;
    instance.publish(case(2)).await;
    instance.rests().await;
    assert_eq!(gone.posted_of("Create").len(), 2);
}

async fn a_redirect_is_not_followed_and_retry_after_is_obeyed(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let elsewhere = Fake::start().await;
    let to = elsewhere.inbox();
    let moved =
        follower(&instance, move || answer("301 Moved", &[("location", to.as_str())], b"")).await;
    let busy =
        follower(&instance, || answer("429 Too Many Requests", &[("retry-after", "120")], b""))
            .await;
    instance.publish(case(0)).await;
    let peer = until("the failure is noted", 10, async || {
        instance.peer(&busy.host).await.filter(|peer| peer.failures > 0)
    })
    .await;
    assert_eq!(peer.last_status, Some(429));
    let pause = peer.next_try - peer.last_failure.unwrap();
    assert!(pause >= 115_000, "{pause} ms");
    let lane = until("the failure is noted", 10, async || {
        instance.lane(&moved.inbox()).await.filter(|lane| lane.failures > 0)
    })
    .await;
    assert_eq!(lane.last_status, Some(301));
    assert!(lane.next_try - lane.last_at.unwrap() >= 500, "{lane:?}");
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert_eq!(busy.posted_of("Create").len(), 1);
    assert!(elsewhere.requests().is_empty());
}

/// An actor whose server offers no shared inbox for it: its lane is its own.
async fn follows_alone(instance: &Instance, server: &Fake, name: &str) -> String {
    let (uri, pem) = (server.actor(name), server.key.public_key_pem());
    server.put(
        &format!("/a/{name}"),
        &json!({
            "@context": "https://www.w3.org/ns/activitystreams",
            "id": uri,
            "type": "Person",
            "preferredUsername": name,
            "inbox": format!("{uri}/inbox"),
            "outbox": format!("{uri}/outbox"),
            "publicKey": { "id": format!("{uri}#main-key"), "owner": uri, "publicKeyPem": pem },
        }),
    );
    let follow = server.activity("Follow", name, name, json!(instance.network()));
    assert_eq!(server.send(instance.origin(), name, &follow, instance.now()).await, 202);
    instance.rests().await;
    format!("{uri}/inbox")
}

async fn an_inbox_that_always_fails_waits_alone_and_is_parked(engine: Engine) {
    let clock = Clock::fixed(Clock::system().now_ms());
    let instance = Instance::start_at(engine, "metropolis", clock.clone(), |config| {
        config.federation.park_after_days = 1;
        config.federation.retry_first_seconds = 3_600;
        config.federation.retry_max_seconds = 43_200;
    })
    .await;
    let server = Fake::start().await;
    let broken = follows_alone(&instance, &server, "broken").await;
    let well = follows_alone(&instance, &server, "well").await;
    server.answers(|request| match request.path.contains("broken") {
        true => fake::status("500 Internal Server Error"),
        false => fake::accepted(),
    });
    let posted = |name: &'static str| {
        let all = server.requests();
        all.iter().filter(|one| one.method == "POST" && one.path.contains(name)).count()
    };
    // The first post to each was the Accept.
    for round in 0..6 {
        let before = posted("well");
        instance.publish(case(round)).await;
        until("the healthy inbox has it at once", 10, async || {
            (posted("well") == before + 1).then_some(())
        })
        .await;
        let lane = until("the other one failed", 10, async || {
            instance.lane(&broken).await.filter(|lane| lane.failures > round.min(3) as i64)
        })
        .await;
        assert_eq!(instance.peer(&server.host).await.unwrap().failures, 0, "the host is well");
        let pause = (3_600_000i64 << (lane.failures - 1)).min(43_200_000);
        assert_eq!(lane.next_try, lane.last_at.unwrap() + pause, "{lane:?}");
        match round {
            0..3 => clock.advance(pause),
            _ => assert_eq!(posted("broken"), 5, "it waits"),
        }
    }
    clock.advance(24 * 3_600_000);
    let lane = until("the lane is parked", 10, async || {
        instance.lane(&broken).await.filter(|lane| lane.state == "parked")
    })
    .await;
    assert_eq!((lane.reason.as_str(), lane.failures), ("no success for 1 days", 5));
    assert_eq!(instance.lane(&well).await.unwrap().state, "open");
    let create = instance.own(&case(0).id).await;
    let mut tx = instance.read().await;
    let said = activities::latest(&mut tx, instance.network(), "Create", &create.uri).await;
    let said = said.unwrap().unwrap();
    let told = deliveries::all(&mut tx, said.seq, &said.actor, 9).await.unwrap();
    let told: Vec<_> = told.iter().map(|one| one.state(said.seq)).collect();
    assert_eq!(told, ["parked", "sent"]);
    drop(tx);

    server.answers(|_| fake::accepted());
    let (db, who) = (&instance.state.db, Who::CommandLine);
    assert_eq!(moderate::resume(db, &who, &server.host, instance.now()).await.unwrap(), 1);
    instance.rests().await;
    assert_eq!(posted("broken"), 1 + 5 + 6, "nothing was lost");
}

async fn after_the_last_day_a_host_is_parked_and_nothing_is_lost(engine: Engine) {
    let clock = Clock::fixed(Clock::system().now_ms());
    let instance = Instance::start_at(engine, "metropolis", clock.clone(), |config| {
        config.federation.park_after_days = 1;
    })
    .await;
    let server = follower(&instance, || fake::status("503 Service Unavailable")).await;
    instance.publish(case(0)).await;
    let failing = async |least: i64| {
        until("it fails", 10, async || {
            instance.peer(&server.host).await.filter(|peer| peer.failures >= least)
        })
        .await
    };
    failing(1).await;
    clock.advance(3 * 3_600_000);
    failing(2).await;
    assert_eq!(instance.lane(&server.inbox()).await.unwrap().state, "open");
    clock.advance(24 * 3_600_000);
    let lane = until("the lane is parked", 10, async || {
        instance.lane(&server.inbox()).await.filter(|lane| lane.state == "parked")
    })
    .await;
    assert!(lane.reason.contains("1 day"), "{}", lane.reason);
    server.answers(|_| fake::accepted());
    instance.publish(case(1)).await;
    let mut tx = instance.state.db.begin().await.unwrap();
    lanes::resume_host(&mut tx, &server.host).await.unwrap();
    peers::retry_now(&mut tx, &server.host).await.unwrap();
    tx.commit().await.unwrap();
    instance.rests().await;
    let posted = server.posted_of("Create");
    let last: Vec<_> =
        posted.iter().rev().take(2).map(|create| &create["object"]["name"]).collect();
    assert_eq!(last, [case(1).title.as_str(), case(0).title.as_str()]);
}

async fn an_instance_that_was_down_gets_everything(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    let third = Instance::start(engine, "urbact").await;
    for one in [&partner, &third] {
        one.follow(origin.host()).await;
        one.has_read_back(origin.host()).await;
    }
    let withdrawn = origin.publish(case(0)).await;
    partner.shows(1).await;
    let host = partner.host().to_owned();
    let stopped = partner.stop().await;
    let mut changing = case(1);
    origin.publish(changing.clone()).await;
    changing.title = "Changed while you slept".into();
    let changed = origin.update(changing).await;
    origin.withdraw(&withdrawn.case.id).await;
    until("the third has the change", 10, async || {
        third.case(&changed.uri).await.filter(|c| c.case.title == changed.case.title)
    })
    .await;
    let peer = until("the failure is noted", 10, async || {
        origin.peer(&host).await.filter(|peer| peer.failures > 0)
    })
    .await;
    assert!(peer.last_answer.unwrap().contains("no connection"));
    let partner = stopped.start().await;
    until("the change arrives", 20, async || {
        partner.case(&changed.uri).await.filter(|c| c.case.title == changed.case.title)
    })
    .await;
    until("the withdrawn case goes", 20, async || {
        partner.case(&withdrawn.uri).await.is_none().then_some(())
    })
    .await;
    partner.shows(1).await;
}

async fn a_server_that_keeps_us_waiting_holds_up_nobody_else_at_the_inbox(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let slow = Fake::start().await;
    let mut others = Vec::new();
    for _ in 0..8 {
        others.push(Fake::start().await);
    }
    // Each of these makes us fetch an object that never comes.
    for at in 0..100 {
        let path = format!("/o/{at}");
        slow.serve(&path, fake::hanging());
        let object = json!(format!("{}{path}", slow.origin));
        let create = slow.activity("Create", &at.to_string(), "alice", object);
        let (origin, now) = (instance.origin(), instance.now());
        assert_eq!(slow.send(origin, "alice", &create, now).await, 202);
    }
    let began = Instant::now();
    for other in &others {
        follows(&instance, other).await;
    }
    let took = began.elapsed();
    assert!(took < Duration::from_secs(8), "eight follows took {took:?}");
}

async fn whom_we_cannot_find_is_told_and_others_are_followed_meanwhile(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let healthy = Fake::start().await;
    let odd = Fake::start().await;
    let other = Fake::start().await;
    let keyless = json!({ "id": odd.actor("keyless"), "type": "Person", "inbox": odd.inbox() });
    let others = json!({ "id": other.actor("bob"), "type": "Person", "inbox": other.inbox(),
        "publicKey": { "id": format!("{}#main-key", other.actor("bob")), "publicKeyPem": "x" } });
    let around = odd.actor("loop");
    let loops = answer("302 Found", &[("location", around.as_str())], b"");
    let page = answer("200 OK", &[("content-type", "text/html")], b"<p>hello</p>");
    let documents: Vec<(&str, Script, bool)> = vec![
        ("hanging", fake::hanging(), true),
        ("dripping", fake::dripping(), true),
        ("broken", fake::garbage(), true),
        ("busy", fake::status("503 Service Unavailable"), true),
        ("gone", fake::status("410 Gone"), false),
        ("keyless", object(&keyless.to_string()), false),
        ("other", object(&others.to_string()), false),
        ("loop", loops, false),
        ("page", page, false),
        ("nonsense", object("{\"id\":"), false),
        ("deep", object(&format!("{}1{}", "[".repeat(500), "]".repeat(500))), false),
    ];
    for (name, script, _) in &documents {
        odd.serve(&format!("/a/{name}"), script.clone());
        instance.follow(&odd.actor(name)).await;
    }
    let began = Instant::now();
    instance.follow(&healthy.actor("alice")).await;
    until("the healthy one is asked", 10, async || {
        (healthy.posted_of("Follow").len() == 1).then_some(())
    })
    .await;
    let took = began.elapsed();
    assert!(took < Duration::from_millis(2_500), "{took:?}");
    for (name, _, again) in documents {
        let following = until_seconds(10, async || {
            let following = instance.following(&odd.actor(name)).await;
            if following.error.is_empty() {
                Err(format!("{name}: {following:?}"))
            } else {
                Ok(following)
            }
        })
        .await;
        let expected = if again { "wanted" } else { "failed" };
        assert_eq!(following.state, expected, "{name}: {}", following.error);
    }
    assert!(odd.posted().is_empty() && other.requests().len() <= 1);
}
