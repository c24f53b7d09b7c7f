//! Well-signed activities about what is not the sender's: taken in, and without effect.

use crate::{
    common::sample_records,
    fake::{Fake, object},
    instance::{Engine, Instance, on_each_engine, until_seconds},
};
use kontor::{
    domain::case_study::{CaseStudy, parse},
    store::{cases, follows, reactions, received},
};
use serde_json::{Value, json};

on_each_engine!(
    what_others_did_cannot_be_changed_forged_or_undone,
    what_is_announced_is_read_at_its_origin,
    a_case_of_a_stranger_waits_for_an_editor,
);

fn case(at: usize) -> CaseStudy {
    parse(&sample_records()[at]).unwrap()
}

/// An instance that follows bob, is followed and liked by alice, and has asked carol.
struct Scene {
    instance: Instance,
    /// The server of alice, bob and carol.
    honest: Fake,
    mallory: Fake,
    ours: String,
    bobs: Value,
}

impl Scene {
    async fn new(engine: Engine) -> Self {
        let instance = Instance::start(engine, "metropolis").await;
        let (honest, mallory) = (Fake::start().await, Fake::start().await);
        let nothing = json!({ "type": "OrderedCollection", "totalItems": 0, "orderedItems": [] });
        for name in ["bob", "carol"] {
            honest.serve(&format!("/a/{name}/outbox"), object(&nothing.to_string()));
        }
        let ours = instance.publish(case(0)).await.uri;
        for name in ["bob", "carol"] {
            instance.follow(&honest.actor(name)).await;
        }
        until_seconds(10, async || match honest.posted_of("Follow").len() {
            2 => Ok(()),
            found => Err(format!("{found} Follows")),
        })
        .await;
        let follow = follow_of(&honest, "bob");
        let accept = honest.activity("Accept", "accept", "bob", follow["id"].clone());
        let mut scene = Scene { instance, honest, mallory, ours, bobs: Value::Null };
        scene.honest_sends("bob", &accept).await;
        let bobs = scene.honest.article("bob", &case(1), scene.instance.now() - 60_000);
        let create = scene.honest.activity("Create", "create", "bob", bobs.clone());
        scene.honest_sends("bob", &create).await;
        let network = scene.instance.network().to_owned();
        let follow = scene.honest.activity("Follow", "follow", "alice", json!(network));
        scene.honest_sends("alice", &follow).await;
        let like = scene.honest.activity("Like", "like", "alice", json!(scene.ours));
        scene.honest_sends("alice", &like).await;
        scene.instance.rests().await;
        assert_eq!(scene.instance.arrivals().await, "done 4");
        scene.bobs = bobs;
        scene
    }

    async fn honest_sends(&self, name: &str, activity: &Value) {
        let (origin, now) = (self.instance.origin(), self.instance.now());
        assert_eq!(self.honest.send(origin, name, activity, now).await, 202, "{activity}");
    }

    /// What the attacks are after.
    async fn snapshot(&self) -> String {
        let instance = &self.instance;
        let shown: Vec<_> =
            instance.shown().await.into_iter().map(|c| (c.uri, c.case.title)).collect();
        let bob = instance.following(&self.honest.actor("bob")).await.state;
        let carol = instance.following(&self.honest.actor("carol")).await.state;
        let mut tx = instance.read().await;
        let followers = follows::count_followers(&mut tx, instance.network()).await.unwrap();
        let likes = reactions::count(&mut tx, "Like", &self.ours).await.unwrap();
        let received = received::count(&mut tx).await.unwrap();
        let all = cases::count(&mut tx).await.unwrap();
        let targets = follows::count_targets(&mut tx, instance.network()).await.unwrap();
        format!("{shown:?} {bob} {carol} {followers} {likes} {received} {all:?} {targets}")
    }
}

fn follow_of(honest: &Fake, name: &str) -> Value {
    let follows = honest.posted_of("Follow").into_iter();
    follows.rev().find(|follow| follow["object"] == honest.actor(name)).unwrap()
}

async fn what_others_did_cannot_be_changed_forged_or_undone(engine: Engine) {
    let scene = Scene::new(engine).await;
    let Scene { instance, honest, mallory, ours: _, bobs } = &scene;
    let before = scene.snapshot().await;
    let later = instance.now();
    let article = |author: &str, id: String| {
        let mut article = honest.article("bob", &case(2), later);
        article["id"] = json!(id);
        article["attributedTo"] = json!(author);
        article
    };
    let taken = |author: &str| {
        let mut article = honest.article("bob", &case(1), later);
        (article["attributedTo"], article["name"]) = (json!(author), json!("Taken over"));
        article
    };
    let uri = &bobs["id"];
    let (alice, bob, carol) = (honest.actor("alice"), honest.actor("bob"), honest.actor("carol"));
    let ours = instance.network();
    let carols = follow_of(honest, "carol")["id"].clone();
    let bobs_follow = follow_of(honest, "bob")["id"].clone();
    let by_alice = |kind: &str| format!("{}/activities/{kind}", honest.origin);
    let at_honest = || format!("{}/o/new", honest.origin);
    let at_mallory = || format!("{}/o/new", mallory.origin);
    let followed =
        json!({ "type": "Follow", "id": by_alice("follow"), "actor": alice, "object": ours });
    let asked = json!({ "type": "Follow", "id": carols, "actor": ours, "object": carol });
    let never = json!({ "type": "Follow", "id": format!("{}/activities/1", instance.origin()),
        "actor": ours, "object": mallory.actor("m") });
    let undone = |id: &str| json!({ "type": "Follow", "id": id, "object": ours });

    let attacks: Vec<(&str, &Fake, &str, &str, Value)> = vec![
        ("another host's object", mallory, "m", "Create", article(&bob, at_honest())),
        ("another host's author", mallory, "m", "Create", article(&bob, at_mallory())),
        ("another user's object", honest, "alice", "Create", article(&bob, at_honest())),
        ("another's case as one's own", honest, "alice", "Update", taken(&alice)),
        ("another's case in their name", honest, "alice", "Update", taken(&bob)),
        (
            "a case of ours",
            mallory,
            "m",
            "Update",
            article(&mallory.actor("m"), scene.ours.clone()),
        ),
        ("another host's case", mallory, "m", "Update", taken(&bob)),
        ("deleting a neighbour's case", honest, "alice", "Delete", uri.clone()),
        ("deleting another host's case", mallory, "m", "Delete", uri.clone()),
        ("deleting our case", mallory, "m", "Delete", json!(scene.ours)),
        ("deleting another host's actor", mallory, "m", "Delete", json!(bob)),
        ("deleting a neighbour", honest, "alice", "Delete", json!(bob)),
        ("deleting our actor", mallory, "m", "Delete", json!(ours)),
        ("undoing a follow", mallory, "m", "Undo", followed.clone()),
        ("undoing a follow by its id", mallory, "m", "Undo", json!(by_alice("follow"))),
        ("undoing a nameless follow", mallory, "m", "Undo", undone(&by_alice("follow"))),
        ("undoing a neighbour's follow", honest, "bob", "Undo", followed),
        ("undoing a like", mallory, "m", "Undo", json!({ "type": "Like", "id": by_alice("like") })),
        ("accepting for another host", mallory, "m", "Accept", carols.clone()),
        ("accepting for a neighbour", honest, "alice", "Accept", asked.clone()),
        ("rejecting for another host", mallory, "m", "Reject", bobs_follow.clone()),
        ("rejecting for a neighbour", honest, "alice", "Reject", bobs_follow),
        ("accepting what was never asked", mallory, "m", "Accept", never.clone()),
        ("accepting by an invented id", mallory, "m", "Accept", never["id"].clone()),
        ("announcing without being followed", mallory, "m", "Announce", article(&bob, at_honest())),
        ("liking what is not here", mallory, "m", "Like", json!(format!("{ours}x"))),
        ("following who is not here", mallory, "m", "Follow", json!(format!("{ours}x"))),
    ];
    for (at, (what, by, name, kind, object)) in attacks.into_iter().enumerate() {
        let activity = by.activity(kind, &format!("attack-{at}"), name, object);
        let status = by.send(instance.origin(), name, &activity, instance.now()).await;
        assert_eq!(status, 202, "{what}");
        instance.rests().await;
        assert_eq!(scene.snapshot().await, before, "{what}");
    }
    let arrivals = instance.arrivals().await;
    assert!(
        arrivals.starts_with("done 5, ignored") || arrivals.starts_with("done 4, ignored"),
        "{arrivals}"
    );
    // Bob himself may do what alice and mallory may not.
    let mut update = honest.article("bob", &case(1), later);
    update["caseStudy"]["revision"] = json!(2);
    update["name"] = json!("A better name");
    scene.honest_sends("bob", &honest.activity("Update", "u", "bob", update)).await;
    instance.rests().await;
    assert!(scene.snapshot().await.contains("A better name"));
    scene.honest_sends("bob", &honest.activity("Delete", "d", "bob", uri.clone())).await;
    instance.rests().await;
    assert!(instance.case(uri.as_str().unwrap()).await.is_none());
}

async fn what_is_announced_is_read_at_its_origin(engine: Engine) {
    let scene = Scene::new(engine).await;
    let Scene { instance, honest, .. } = &scene;
    let real = honest.article("dave", &case(3), instance.now());
    let path = real["id"].as_str().unwrap().trim_start_matches(&honest.origin).to_owned();
    honest.put(&path, &real);
    let mut forged = real.clone();
    forged["name"] = json!("What dave never wrote");
    scene.honest_sends("bob", &honest.activity("Announce", "a", "bob", forged)).await;
    instance.rests().await;
    let arrived = instance.case(real["id"].as_str().unwrap()).await.unwrap();
    assert_eq!(arrived.case.title, case(3).title);
    assert_eq!(arrived.shared_by, Some(honest.actor("bob")));
    assert!(arrived.is_shown());
}

async fn a_case_of_a_stranger_waits_for_an_editor(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let stranger = Fake::start().await;
    let article = stranger.article("eve", &case(4), instance.now());
    let create = stranger.activity("Create", "1", "eve", article.clone());
    assert_eq!(stranger.send(instance.origin(), "eve", &create, instance.now()).await, 202);
    instance.rests().await;
    let stored = instance.case(article["id"].as_str().unwrap()).await.unwrap();
    assert!(!stored.is_shown());
    assert_eq!(instance.shown_count().await, 0);
    let page = instance.state.urls.case_page(&stored.page);
    assert_eq!(stranger.get(&page, "text/html").await.0, 404);
}
