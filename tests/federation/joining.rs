//! Networks ask to be partners, and are accepted or declined in one step.

use crate::{
    fake::{Fake, answer},
    governing::case,
    instance::{Engine, Instance, on_each_engine, until},
};
use kontor::{
    app::{access::Who, applications},
    domain::network::PeerStanding,
    store::applications::{self as stored, Application},
};
use serde_json::{Value, json};

on_each_engine!(
    an_application_is_accepted_in_one_step,
    applications_do_not_flood_and_a_decline_is_told,
    only_who_was_asked_answers_an_application,
);

async fn all(instance: &Instance) -> Vec<Application> {
    stored::page(&mut instance.read().await, None, None, None, 99).await.unwrap()
}

async fn ask(instance: &Instance, host: &str, message: &str) {
    let (db, now) = (&instance.state.db, instance.now());
    applications::ask(db, &Who::CommandLine, host, message, now).await.unwrap();
    instance.state.wake.follows.notify_one();
}

async fn an_application_is_accepted_in_one_step(engine: Engine) {
    let network = Instance::start(engine, "metropolis").await;
    let city = Instance::start(engine, "bogota").await;
    city.publish(case(0)).await;
    let words = "We are <b>Bogotá</b> & we would like to join.\nSecond line";
    ask(&city, network.host(), words).await;
    let open = until("the application arrives", 10, async || all(&network).await.pop()).await;
    assert_eq!((open.state.as_str(), open.host.as_str()), ("open", city.host()));
    assert_eq!((open.actor.as_str(), open.direction.as_str()), (city.network(), "in"));
    assert!(open.message.starts_with("We are <b>Bogotá</b> & we would like"), "{}", open.message);
    network.shows(0).await;

    let (db, who) = (&network.state.db, Who::CommandLine);
    let (ours, now) = (network.network(), network.now());
    applications::accept(db, &who, ours, &open.id, "met in Bogotá", now).await.unwrap();
    network.state.wake.events.notify_one();
    network.state.wake.follows.notify_one();
    network.shows(1).await;
    assert_eq!(network.peer(city.host()).await.unwrap().standing, PeerStanding::Trusted);
    let told = until("the answer arrives", 10, async || {
        all(&city).await.pop().filter(|one| one.state != "asked")
    })
    .await;
    assert_eq!((told.state.as_str(), told.host.as_str()), ("accepted", network.host()));
    let twice = applications::accept(db, &who, ours, &open.id, "", now).await;
    assert!(twice.unwrap_err().to_string().contains("accepted before"));
    let again = applications::ask(&city.state.db, &who, network.host(), "Hello", now).await;
    assert!(again.unwrap_err().to_string().contains("asked already"));
}

async fn applications_do_not_flood_and_a_decline_is_told(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let server = Fake::start().await;
    let join = |id: &str, name: &str, target: &str| {
        let mut join = server.activity("Join", id, name, json!(target));
        join["content"] =
            json!(format!("<p>Take me <script>alert(1)</script>{}</p>", "x".repeat(9_000)));
        join
    };
    let sends = async |id: &str, name: &str, target: &str| {
        let activity = join(id, name, target);
        assert_eq!(server.send(instance.origin(), name, &activity, instance.now()).await, 202);
    };
    let network = instance.network().to_owned();
    for at in 0..5 {
        sends(&format!("j{at}"), &format!("name{at}"), &network).await;
    }
    sends("odd", "ana", "https://elsewhere.example/a/1").await;
    sends("feed", "ana", &instance.federation.feed().uri.clone()).await;
    instance.rests().await;
    let found = all(&instance).await;
    assert_eq!(found.len(), 1, "one open application of a host");
    assert!(found[0].message.chars().count() <= 2_000 && !found[0].message.contains("script"));

    let (db, who) = (&instance.state.db, Who::CommandLine);
    applications::decline(db, &who, &found[0].id, "unknown to us", instance.now()).await.unwrap();
    instance.state.wake.events.notify_one();
    let reject = until("the answer arrives", 10, async || server.posted_of("Reject").pop()).await;
    assert_eq!(reject["object"]["type"], "Join");
    assert!(!reject.to_string().contains("unknown to us"), "the reason is not told");
    sends("again", "name0", &network).await;
    instance.rests().await;
    assert_eq!(all(&instance).await.len(), 1, "who was declined waits");
    assert_eq!(instance.peer(&server.host).await.unwrap().standing, PeerStanding::Quarantined);
}

/// A server whose NodeInfo names `net` as its network's actor.
async fn network_at(server: &Fake) {
    let json = |value: Value| {
        answer("200 OK", &[("content-type", "application/json")], value.to_string().as_bytes())
    };
    server.serve(
        "/.well-known/nodeinfo",
        json(json!({ "links": [{
            "rel": "http://nodeinfo.diaspora.software/ns/schema/2.1",
            "href": format!("{}/nodeinfo/2.1", server.origin),
        }] })),
    );
    server.serve(
        "/nodeinfo/2.1",
        json(json!({
            "software": { "name": "kontor", "version": "9" },
            "metadata": { "kontor": { "network": server.actor("net") } },
        })),
    );
}

async fn only_who_was_asked_answers_an_application(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (asked, mallory) = (Fake::start().await, Fake::start().await);
    network_at(&asked).await;
    ask(&instance, &asked.host, "Please").await;
    let join = until("the Join arrives", 10, async || asked.posted_of("Join").pop()).await;
    assert_eq!(
        (&join["object"], &join["content"]),
        (&json!(asked.actor("net")), &json!("<p>Please</p>"))
    );
    let state = async || all(&instance).await.pop().unwrap().state;
    until("it is noted", 10, async || (state().await == "asked").then_some(())).await;
    for (server, name, object) in [
        (&mallory, "net", join["id"].clone()),
        (&mallory, "net", join.clone()),
        (&asked, "somebody", join["id"].clone()),
        (&asked, "net", json!(format!("{}-other", join["id"].as_str().unwrap()))),
        (&asked, "net", json!({ "type": "Join", "actor": instance.network() })),
    ] {
        for kind in ["Accept", "Reject"] {
            let id = format!("{kind}-{}", ulid::Ulid::new());
            let forged = server.activity(kind, &id, name, object.clone());
            assert_eq!(server.send(instance.origin(), name, &forged, instance.now()).await, 202);
        }
    }
    instance.rests().await;
    assert_eq!(state().await, "asked");
    let accept = asked.activity("Accept", "real", "net", join["id"].clone());
    assert_eq!(asked.send(instance.origin(), "net", &accept, instance.now()).await, 202);
    instance.rests().await;
    assert_eq!(state().await, "accepted");
    let reject = asked.activity("Reject", "late", "net", join["id"].clone());
    assert_eq!(asked.send(instance.origin(), "net", &reject, instance.now()).await, 202);
    instance.rests().await;
    assert_eq!(state().await, "accepted", "it is answered once");
    let peer = instance.peer(&asked.host).await.unwrap();
    assert_eq!(peer.standing, PeerStanding::Quarantined, "being accepted is not trusting");
}
