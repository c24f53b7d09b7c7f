//! New keys in the place of old ones, and servers that must say who they are before they read.

use crate::{
    fake::Fake,
    instance::{Engine, Instance, on_each_engine},
    proofs::{is_proven, published},
};
use kontor::{
    app::{access::Who, keys},
    domain::network::PeerStanding,
    federation::signature::{Dialect, KeyPair, Signer},
};
use serde_json::json;
use std::sync::Arc;

on_each_engine!(
    new_keys_sign_at_once_and_the_old_ones_stay_listed,
    a_partner_goes_on_hearing_an_instance_with_new_keys,
    who_does_not_say_who_asks_reads_nothing,
);

const AP: &str = "application/activity+json";

fn case(at: usize) -> kontor::domain::case_study::CaseStudy {
    kontor::domain::case_study::parse(&crate::common::sample_records()[at]).unwrap()
}

async fn rotate(instance: &Instance) -> i64 {
    let (db, now) = (&instance.state.db, instance.now());
    let done = keys::rotate(db, &Who::CommandLine, "@metropolis", 30, now).await.unwrap();
    instance.state.wake.events.notify_one();
    instance.rests().await;
    done.1
}

async fn new_keys_sign_at_once_and_the_old_ones_stay_listed(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    let follow = fake.activity("Follow", "f", "alice", json!(instance.network()));
    assert_eq!(fake.send(instance.origin(), "alice", &follow, instance.now()).await, 202);
    instance.rests().await;
    instance.publish(case(0)).await;
    instance.rests().await;
    let network = instance.network().to_owned();
    let before = published(&fake, &network).await;
    assert_eq!(before.len(), 1);
    let created = fake.posted_of("Create").remove(0);
    let until = rotate(&instance).await;
    assert!(until > instance.now() + 29 * 24 * 3_600_000);
    let update = fake.posted_of("Update").remove(0);
    let document = &update["object"];
    assert_eq!(document["publicKey"]["id"], format!("{network}#key-2"));
    assert_ne!(update["proof"]["verificationMethod"], created["proof"]["verificationMethod"]);
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    let after = published(&fake, &network).await;
    let ids: Vec<_> = after.iter().map(|(id, _)| id.trim_start_matches(&network)).collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
    assert_eq!(ids[0], "#ed25519-key-2");
    assert!(ids.contains(&"#ed25519-key") && ids.contains(&"#main-key"), "{ids:?}");
    let now = instance.now();
    assert!(is_proven(&fake, &update, &network, now).await);
    assert!(is_proven(&fake, &created, &network, now).await, "the former key is listed still");
    instance.publish(case(1)).await;
    instance.rests().await;
    let posts: Vec<_> = fake.requests().into_iter().filter(|it| it.method == "POST").collect();
    let signature = &posts.last().unwrap().headers["signature"];
    assert!(signature.to_str().unwrap().contains("#key-2\""), "{signature:?}");
    let newest = fake.posted_of("Create").remove(1);
    assert!(newest["proof"]["verificationMethod"].as_str().unwrap().ends_with("#ed25519-key-2"));
    assert!(is_proven(&fake, &newest, &network, now).await);
    // Nothing that could sign with a former key is kept, and it survives the process.
    let instance = instance.stop().await.start().await;
    instance.publish(case(2)).await;
    instance.rests().await;
    assert_eq!(fake.posted_of("Create").len(), 3);
    let listed = keys::listed(
        &mut instance.read().await,
        &instance.federation.local_actor(&network).await.unwrap().unwrap(),
        instance.now(),
    )
    .await
    .unwrap();
    assert_eq!(listed.iter().filter(|key| key.retired_at.is_some()).count(), 2);
    assert!(listed.iter().filter(|key| key.until.is_some()).all(|key| key.private_key.is_empty()));
}

async fn a_partner_goes_on_hearing_an_instance_with_new_keys(engine: Engine) {
    let giver = Instance::start(engine, "metropolis").await;
    let reader = Instance::start(engine, "urbact").await;
    giver.publish(case(0)).await;
    reader.follow(giver.host()).await;
    reader.has_read_back(giver.host()).await;
    reader.shows(1).await;
    rotate(&giver).await;
    giver.publish(case(1)).await;
    reader.shows(2).await;
    let lane = giver.lane(&format!("{}/inbox", reader.origin())).await.unwrap();
    assert_eq!(lane.state, "open", "{}", lane.reason);
}

/// A GET signed by an actor of `fake`: the status, and that no cache may keep the answer.
async fn asks(fake: &Fake, key: &Arc<KeyPair>, name: &str, url: &str, now: i64) -> u16 {
    let signer = Signer::new(key.clone(), &format!("{}#main-key", fake.actor(name))).unwrap();
    let address = url::Url::parse(url).unwrap();
    let mut statuses = Vec::new();
    for dialect in [Dialect::Cavage, Dialect::Rfc9421] {
        let signed = signer.sign_get(dialect, &address, now);
        let answer = fake.get_signed(url, signed).await;
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        assert!(header("cache-control").starts_with("private"), "{url}");
        assert!(header("vary").contains("signature"), "{url}");
        statuses.push(answer.status().as_u16());
    }
    assert_eq!(statuses[0], statuses[1], "{url}");
    statuses[0]
}

async fn who_does_not_say_who_asks_reads_nothing(engine: Engine) {
    let instance = Instance::start_with(engine, "metropolis", |config| {
        config.federation.authorized_fetch = true;
    })
    .await;
    let (friend, foe) = (Fake::start().await, Fake::start().await);
    let stored = instance.publish(case(0)).await;
    instance.rests().await;
    let (origin, now) = (instance.origin(), instance.now());
    let network = instance.network();
    let page = format!("{origin}/cases/{}", stored.page);
    let closed = [
        network.to_owned(),
        format!("{network}/outbox"),
        format!("{network}/outbox?page=1"),
        format!("{network}/followers"),
        stored.uri.clone(),
        format!("{}/replies", stored.uri),
        page.clone(),
        format!("{origin}/@metropolis"),
    ];
    for url in &closed {
        assert_eq!(friend.get(url, AP).await.0, 401, "{url}");
        assert_eq!(asks(&friend, &friend.key, "alice", url, now).await, 200, "{url}");
        assert_eq!(asks(&friend, &foe.key, "alice", url, now).await, 401, "{url}");
    }
    let instances = instance.federation.instance().uri.clone();
    for url in [
        instances,
        format!("{origin}/"),
        format!("{origin}/ns"),
        format!("{origin}/nodeinfo/2.1"),
        format!("{origin}/.well-known/webfinger?resource=acct:metropolis@{}", instance.host()),
    ] {
        assert_eq!(friend.get(&url, AP).await.0, 200, "{url}");
    }
    assert_eq!(friend.get(&page, "text/html").await.0, 200, "pages are for everybody");
    let (db, who) = (&instance.state.db, &Who::CommandLine);
    kontor::app::standing::set(db, who, &foe.host, PeerStanding::Blocked, "because", now)
        .await
        .unwrap();
    for url in &closed {
        assert_eq!(asks(&foe, &foe.key, "m", url, now).await, 403, "{url}");
    }
    // Two instances that both ask still read each other.
    let reader = Instance::start_with(engine, "urbact", |config| {
        config.federation.authorized_fetch = true;
    })
    .await;
    reader.follow(instance.host()).await;
    reader.has_read_back(instance.host()).await;
    reader.shows(1).await;
}
