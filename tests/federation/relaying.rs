//! Relays of both kinds (FEP-ae0c): asked, published to, listened to, never believed.

use crate::{
    fake::Fake,
    governing::{case, stand},
    instance::{Engine, Instance, on_each_engine, until},
};
use kontor::{
    app::{
        access::Who,
        relays::{self, Wish},
    },
    domain::network::PeerStanding,
    store::{
        actors::ActorKind,
        cases::Standing,
        received,
        relays::{self as stored, Relay},
    },
};
use serde_json::{Value, json};

on_each_engine!(
    a_relay_of_mastodons_kind_gets_what_we_publish_as_it_is,
    a_relay_of_litepubs_kind_gets_announces,
    what_a_relay_passes_on_stands_by_its_own_host,
);

const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

async fn add(instance: &Instance, url: &str, publish: bool, trusted: bool) -> Relay {
    let (db, now) = (&instance.state.db, instance.now());
    let wish = Wish { url: url.to_owned(), kind: None, publish, trusted };
    let relay = relays::add(db, &Who::CommandLine, wish, now).await.unwrap();
    instance.state.wake.follows.notify_one();
    relay
}

async fn relay(instance: &Instance, url: &str) -> Relay {
    stored::find(&mut instance.read().await, url).await.unwrap().unwrap()
}

async fn answers(instance: &Instance, server: &Fake, kind: &str, id: &str, follow: &Value) {
    let answer = server.activity(kind, id, "relay", follow["id"].clone());
    assert_eq!(server.send(instance.origin(), "relay", &answer, instance.now()).await, 202);
    instance.rests().await;
}

async fn remove(instance: &Instance, url: &str) {
    let (db, now) = (&instance.state.db, instance.now());
    relays::remove(db, &Who::CommandLine, url, now).await.unwrap();
    instance.state.wake.events.notify_one();
}

async fn a_relay_of_mastodons_kind_gets_what_we_publish_as_it_is(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (server, mallory) = (Fake::start().await, Fake::start().await);
    let url = server.inbox();
    assert_eq!(add(&instance, &url, true, false).await.kind, "mastodon");
    let follow = until("the Follow arrives", 10, async || server.posted_of("Follow").pop()).await;
    let ours = instance.federation.actor(ActorKind::Instance).uri.clone();
    assert_eq!((&follow["object"], &follow["actor"]), (&json!(PUBLIC), &json!(ours)));
    assert!(follow.get("to").is_none());
    instance.rests().await;
    instance.publish(case(0)).await;
    instance.rests().await;
    assert!(server.posted_of("Create").is_empty(), "it has not said yes");
    answers(&instance, &mallory, "Accept", "1", &follow).await;
    assert_eq!(relay(&instance, &url).await.state, "asked", "another server was asked");
    answers(&instance, &server, "Accept", "1", &follow).await;
    let accepted = relay(&instance, &url).await;
    assert_eq!((accepted.state.as_str(), accepted.actor), ("accepted", server.actor("relay")));

    let stored = instance.publish(case(1)).await;
    let mut changed = case(1);
    changed.title = "A better title".into();
    instance.rests().await;
    instance.update(changed).await;
    instance.rests().await;
    instance.withdraw(&stored.case.id).await;
    instance.rests().await;
    let told: Vec<_> = server.posted().into_iter().skip(1).collect();
    let kinds: Vec<_> = told.iter().map(|one| one["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["Create", "Update", "Delete"]);
    assert!(told.iter().all(|one| one["actor"] == instance.network()));
    // Another actor of its host cannot end it; the relay itself can.
    let reject = server.activity("Reject", "2", "somebody", follow["id"].clone());
    assert_eq!(server.send(instance.origin(), "somebody", &reject, instance.now()).await, 202);
    instance.rests().await;
    assert_eq!(relay(&instance, &url).await.state, "accepted");

    remove(&instance, &url).await;
    let undo = until("the Undo arrives", 10, async || server.posted_of("Undo").pop()).await;
    assert_eq!((&undo["object"]["id"], &undo["object"]["object"]), (&follow["id"], &json!(PUBLIC)));
    instance.publish(case(2)).await;
    instance.rests().await;
    assert_eq!(server.posted_of("Create").len(), 1, "it is left");
    // It may be asked again, and refuse.
    add(&instance, &url, false, false).await;
    let follow = until("it is asked again", 10, async || {
        (server.posted_of("Follow").len() == 2).then(|| server.posted_of("Follow").pop().unwrap())
    })
    .await;
    instance.rests().await;
    answers(&instance, &server, "Reject", "3", &follow).await;
    assert_eq!(relay(&instance, &url).await.state, "rejected");
}

async fn a_relay_of_litepubs_kind_gets_announces(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let server = Fake::start().await;
    let url = server.actor("relay");
    assert_eq!(add(&instance, &url, true, false).await.kind, "litepub");
    let follow = until("the Follow arrives", 10, async || server.posted_of("Follow").pop()).await;
    let ours = instance.federation.actor(ActorKind::Instance).uri.clone();
    assert_eq!((&follow["object"], &follow["actor"]), (&json!(url), &json!(ours)));
    instance.rests().await;
    answers(&instance, &server, "Accept", "1", &follow).await;
    // It follows back.
    let back = server.activity("Follow", "2", "relay", json!(ours));
    assert_eq!(server.send(instance.origin(), "relay", &back, instance.now()).await, 202);
    until("the Accept arrives", 10, async || server.posted_of("Accept").pop()).await;

    let stored = instance.publish(case(0)).await;
    instance.rests().await;
    let announce = server.posted_of("Announce").pop().unwrap();
    assert_eq!((&announce["actor"], &announce["object"]), (&json!(ours), &json!(stored.uri)));
    assert!(announce["to"].as_array().unwrap().contains(&json!(PUBLIC)));
    assert_eq!(server.posted_of("Announce").len(), 1, "once, not once for each way");
    instance.withdraw(&stored.case.id).await;
    instance.rests().await;
    let undo = server.posted_of("Undo").pop().unwrap();
    assert_eq!((&undo["object"]["id"], &undo["actor"]), (&announce["id"], &json!(ours)));
}

async fn what_a_relay_passes_on_stands_by_its_own_host(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (server, unknown, blocked, friend) =
        (Fake::start().await, Fake::start().await, Fake::start().await, Fake::start().await);
    let url = server.inbox();
    let passes_on = async |id: &str, inside: &Value| {
        let boost = server.activity("Announce", id, "relay", inside.clone());
        assert_eq!(server.send(instance.origin(), "relay", &boost, instance.now()).await, 202);
        instance.rests().await;
    };
    let article = |of: &Fake, at: usize| {
        let article = of.article("ana", &case(at), instance.now() - 60_000);
        of.put(&format!("/o/{}", case(at).id), &article);
        article
    };
    let (first, second, third) = (article(&unknown, 0), article(&blocked, 1), article(&friend, 2));
    passes_on("early", &first["id"]).await;
    assert!(unknown.requests().is_empty(), "no relay of ours passed it on");
    add(&instance, &url, false, false).await;
    let follow = until("the Follow arrives", 10, async || server.posted_of("Follow").pop()).await;
    instance.rests().await;
    answers(&instance, &server, "Accept", "1", &follow).await;
    stand(&instance, &blocked.host, PeerStanding::Blocked).await;
    stand(&instance, &friend.host, PeerStanding::Trusted).await;

    // The object inside is not believed: what stands at its origin counts.
    let mut forged = first.clone();
    forged["name"] = json!("Forged by the relay");
    passes_on("2", &forged).await;
    passes_on("3", &second["id"]).await;
    passes_on("4", &third["id"]).await;
    let stored = async |article: &Value| instance.case(article["id"].as_str().unwrap()).await;
    let waiting = stored(&first).await.unwrap();
    assert_eq!((waiting.standing, waiting.shared_by), (Standing::Quarantined, None));
    assert_eq!(waiting.case.title, case(0).title);
    assert!(stored(&second).await.is_none());
    assert!(blocked.requests().is_empty(), "nothing is fetched from there");
    assert_eq!(stored(&third).await.unwrap().standing, Standing::Shown);
    let note = json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": format!("{}/o/note", unknown.origin),
        "type": "Note",
        "attributedTo": unknown.actor("ana"),
        "content": "Hello",
        "to": [PUBLIC],
    });
    unknown.put("/o/note", &note);
    passes_on("5", &note["id"]).await;
    let kept = received::find(&mut instance.read().await, note["id"].as_str().unwrap()).await;
    assert!(kept.unwrap().is_none(), "a relay fills no table with posts");

    // With trust it vouches, except for who is blocked.
    add(&instance, &url, false, true).await;
    let fourth = article(&unknown, 3);
    passes_on("6", &fourth["id"]).await;
    let shown = stored(&fourth).await.unwrap();
    assert_eq!((shown.standing, shown.shared_by), (Standing::Shown, Some(server.actor("relay"))));
    passes_on("7", &second["id"]).await;
    assert!(stored(&second).await.is_none());
    // A blocked relay says nothing at all.
    stand(&instance, &server.host, PeerStanding::Blocked).await;
    let boost = server.activity("Announce", "8", "relay", article(&friend, 4)["id"].clone());
    let status = server.send(instance.origin(), "relay", &boost, instance.now()).await;
    assert_eq!(status, 403);
}
