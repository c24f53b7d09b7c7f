//! Our network follows somebody elsewhere: found by handle, accepted, and read.

use crate::{
    instance::{Engine, Instance, on_each_engine, until, until_seconds},
    process::Neighbour,
};
use kontor::{
    app::{access::Who, follow},
    store::received,
};
use serde_json::json;

on_each_engine!(we_follow_somebody_and_her_posts_arrive);

async fn we_follow_somebody_and_her_posts_arrive(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let neighbour = Neighbour::start().await;
    let us = instance.network();
    // Written before we came: it stands in her outbox.
    let old = json!({ "name": "old", "title": "Before", "content": "<p>Earlier words</p>" });
    neighbour.alice("article", us, old).await;

    let typed = format!("@alice@{}", neighbour.host());
    let (wanted, host) = follow::wanted_of(&typed).unwrap();
    let (db, actor, now) = (&instance.state.db, instance.federation.network(), instance.now());
    follow::want(db, &Who::CommandLine, actor, &wanted, &host, now).await.unwrap();
    instance.state.wake.follows.notify_one();
    let follow = neighbour.has_received("Follow", 1).await.swap_remove(0);
    assert_eq!(
        (&follow["actor"], &follow["object"]),
        (&json!(us), &json!(neighbour.actor("alice")))
    );
    let following = until("she accepts", 15, async || {
        Some(instance.following(&wanted).await).filter(|following| following.state == "accepted")
    })
    .await;
    assert_eq!(following.target, Some(neighbour.actor("alice")));
    instance.has_read_back(&wanted).await;

    let note = json!({ "name": "note", "content": "<p>Trams are <em>back</em>.</p>" });
    neighbour.alice("note", us, note).await;
    let article = json!({ "name": "essay", "title": "On trams", "content": "<p>Long ago</p>" });
    neighbour.alice("article", us, article).await;
    for (path, kind, name, text) in [
        ("notes/note", "Note", "", "Trams are back."),
        ("articles/essay", "Article", "On trams", "Long ago"),
        ("articles/old", "Article", "Before", "Earlier words"),
    ] {
        let uri = format!("{}/{path}", neighbour.origin);
        let post = until_seconds(15, async || {
            let found = received::find(&mut instance.read().await, &uri).await.unwrap();
            found.ok_or(format!("{path}; {}", instance.arrivals().await))
        })
        .await;
        assert_eq!((post.kind.as_str(), post.name.as_str()), (kind, name));
        assert_eq!((post.text.as_str(), post.state.as_str()), (text, "kept"));
    }

    instance.unfollow(&wanted).await;
    let undo = neighbour.has_received("Undo", 1).await.swap_remove(0);
    assert_eq!(undo["object"]["type"], "Follow", "{undo}");
    assert_eq!(undo["object"]["id"], follow["id"]);
    neighbour.is_content().await;
}
