//! A stranger likes, boosts and answers a case, and takes it back: what stays here is what stays
//! there.

use crate::{
    common::sample_records,
    instance::{Engine, Instance, on_each_engine, until_seconds},
    process::{Dialect, Neighbour},
};
use kontor::{
    domain::case_study::parse,
    store::{follows, reactions, received},
};
use serde_json::{Value, json};

on_each_engine!(
    likes_and_boosts_count_until_they_are_taken_back,
    a_reply_is_kept_follows_its_edits_and_goes_when_deleted,
    whoever_leaves_takes_everything_along,
    either_dialect_comes_in_with_and_without_proofs,
);

async fn scene(engine: Engine) -> (Instance, Neighbour, String) {
    let instance = Instance::start(engine, "metropolis").await;
    let neighbour = Neighbour::start().await;
    let case = instance.publish(parse(&sample_records()[0]).unwrap()).await;
    (instance, neighbour, case.uri)
}

/// Waits until so many likes and boosts of an object are counted.
async fn counts(instance: &Instance, object: &str, likes: i64, boosts: i64) {
    until_seconds(15, async || {
        let mut tx = instance.read().await;
        let found = (
            reactions::count(&mut tx, "Like", object).await.unwrap(),
            reactions::count(&mut tx, "Announce", object).await.unwrap(),
        );
        drop(tx);
        match found == (likes, boosts) {
            true => Ok(()),
            false => Err(format!("{found:?}; {}", instance.arrivals().await)),
        }
    })
    .await;
}

/// Waits until the object that came from elsewhere is as it should be.
async fn kept(instance: &Instance, uri: &str, state: &str, text: &str) {
    until_seconds(15, async || {
        let found = received::find(&mut instance.read().await, uri).await.unwrap();
        match found {
            Some(found) if found.state == state && found.text.contains(text) => Ok(()),
            other => Err(format!("{other:?}; {}", instance.arrivals().await)),
        }
    })
    .await;
}

async fn likes_and_boosts_count_until_they_are_taken_back(engine: Engine) {
    let (instance, neighbour, case) = scene(engine).await;
    let us = instance.network();
    let like = neighbour.alice("like", us, json!({ "object": case })).await;
    let boost = neighbour.alice("boost", us, json!({ "object": case })).await;
    counts(&instance, &case, 1, 1).await;
    neighbour.alice("undo", us, json!({ "activity": like["id"] })).await;
    counts(&instance, &case, 0, 1).await;
    neighbour.alice("undo", us, json!({ "activity": boost["id"] })).await;
    counts(&instance, &case, 0, 0).await;
    let again = neighbour.alice("like", us, json!({ "object": case })).await;
    assert_ne!(again["id"], like["id"]);
    counts(&instance, &case, 1, 0).await;
    neighbour.is_content().await;
}

async fn a_reply_is_kept_follows_its_edits_and_goes_when_deleted(engine: Engine) {
    let (instance, neighbour, case) = scene(engine).await;
    let us = instance.network();
    let note = json!({
        "name": "reply",
        "content": "<p>How much did the <strong>trams</strong> cost?</p>",
        "inReplyTo": case,
        "mention": us,
    });
    neighbour.alice("note", us, note).await;
    let uri = format!("{}/notes/reply", neighbour.origin);
    kept(&instance, &uri, "kept", "How much did the trams cost?").await;
    let reply = received::find(&mut instance.read().await, &uri).await.unwrap().unwrap();
    assert_eq!(reply.in_reply_to.as_deref(), Some(case.as_str()));
    assert_eq!((reply.kind.as_str(), reply.actor), ("Note", neighbour.actor("alice")));
    // A date on the wire has whole seconds: an edit within the same one is not newer.
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    let edit = json!({ "object": uri, "content": "<p>And the stops?</p>" });
    neighbour.alice("edit", us, edit).await;
    kept(&instance, &uri, "kept", "And the stops?").await;
    neighbour.alice("remove", us, json!({ "object": uri })).await;
    kept(&instance, &uri, "gone", "").await;
    neighbour.is_content().await;
}

async fn whoever_leaves_takes_everything_along(engine: Engine) {
    let (instance, neighbour, case) = scene(engine).await;
    let us = instance.network();
    neighbour.alice("follow", us, json!({ "object": us })).await;
    neighbour.has_received("Accept", 1).await;
    neighbour.alice("like", us, json!({ "object": case })).await;
    let note = json!({ "name": "n", "content": "<p>Fine.</p>", "inReplyTo": case });
    neighbour.alice("note", us, note).await;
    let uri = format!("{}/notes/n", neighbour.origin);
    counts(&instance, &case, 1, 0).await;
    kept(&instance, &uri, "kept", "Fine.").await;
    neighbour.alice("leave", us, json!({})).await;
    counts(&instance, &case, 0, 0).await;
    kept(&instance, &uri, "gone", "").await;
    let mut tx = instance.read().await;
    assert_eq!(follows::count_followers(&mut tx, us).await.unwrap(), 0);
}

async fn either_dialect_comes_in_with_and_without_proofs(engine: Engine) {
    for (dialect, proofs) in [
        (Dialect::Cavage, true),
        (Dialect::Cavage, false),
        (Dialect::Rfc9421, true),
        (Dialect::Rfc9421, false),
    ] {
        let instance = Instance::start(engine, "metropolis").await;
        let neighbour = Neighbour::start_with(dialect, proofs).await;
        let case = instance.publish(parse(&sample_records()[0]).unwrap()).await.uri;
        let us = instance.network();
        let sent = neighbour.alice("like", us, json!({ "object": case })).await;
        counts(&instance, &case, 1, 0).await;
        let posts: Vec<(&Value, &Value)> = sent["posts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|post| (&post["dialect"], &post["status"]))
            .collect();
        // Either is understood at once, so nobody has to knock twice.
        let spoken = match dialect {
            Dialect::Cavage => json!("cavage"),
            Dialect::Rfc9421 => json!("rfc9421"),
        };
        assert_eq!(posts, [(&spoken, &json!(202))], "{dialect:?}, proofs: {proofs}");
    }
}
