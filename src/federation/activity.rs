//! Activities our actors send. Pure: no store, no network.

use super::vocabulary::{AS, PUBLIC, article_context};
use crate::{clock::rfc3339, urls};
use serde_json::{Value, json};

/// Whom a public activity names.
pub struct Addressing<'a> {
    pub to: Vec<&'a str>,
    pub cc: Vec<&'a str>,
}

/// Create, Update: the object stands inside; its context moves to the activity.
pub fn with_object(
    kind: &'static str,
    id: &str,
    actor: &str,
    mut object: Value,
    published: i64,
) -> Value {
    let fields = object.as_object_mut().expect("an article is an object");
    let context = fields.shift_remove("@context").unwrap_or_else(article_context);
    let (to, cc) = (fields.get("to").cloned(), fields.get("cc").cloned());
    let audience = fields.get("audience").cloned();
    let mut activity = json!({
        "@context": context,
        "id": id,
        "type": kind,
        "actor": actor,
        "published": rfc3339(published),
        "to": to,
        "cc": cc,
    });
    // FEP-1b12: names the group that will announce it.
    if let Some(audience) = audience {
        activity["audience"] = audience;
    }
    activity["object"] = object;
    activity
}

/// Update of an actor, which stands inside; its context moves to the activity.
pub fn update_actor(id: &str, actor: &str, mut document: Value, at: i64) -> Value {
    let context = document.as_object_mut().and_then(|fields| fields.shift_remove("@context"));
    json!({
        "@context": context,
        "id": id,
        "type": "Update",
        "actor": actor,
        "published": rfc3339(at),
        "to": [PUBLIC],
        "cc": [urls::followers(actor)],
        "object": document,
    })
}

/// Delete with the Tombstone of what was withdrawn.
pub fn delete(id: &str, actor: &str, feed: &str, object: &str, deleted: i64) -> Value {
    json!({
        "@context": AS,
        "id": id,
        "type": "Delete",
        "actor": actor,
        "published": rfc3339(deleted),
        "to": [PUBLIC],
        "cc": [urls::followers(actor), feed],
        "audience": feed,
        "object": {
            "id": object,
            "type": "Tombstone",
            "formerType": "Article",
            "deleted": rfc3339(deleted),
        },
    })
}

/// The object that stands where a withdrawn one stood.
pub fn tombstone(object: &str, former_type: &str, deleted: i64) -> Value {
    json!({
        "@context": AS,
        "id": object,
        "type": "Tombstone",
        "formerType": former_type,
        "deleted": rfc3339(deleted),
    })
}

/// A boost. `object` is an id (Mastodon reads those) or a whole activity (Lemmy, FEP-1b12).
pub fn announce(id: &str, actor: &str, mut object: Value, at: i64, cc: &[&str]) -> Value {
    let context = match object.as_object_mut() {
        // A proof is made over the context too: it stays where it is.
        Some(fields) if !fields.contains_key("proof") => fields.shift_remove("@context"),
        _ => None,
    };
    let context = context.unwrap_or_else(|| json!(AS));
    let followers = urls::followers(actor);
    let cc: Vec<&str> = std::iter::once(followers.as_str()).chain(cc.iter().copied()).collect();
    json!({
        "@context": context,
        "id": id,
        "type": "Announce",
        "actor": actor,
        "published": rfc3339(at),
        "to": [PUBLIC],
        "cc": cc,
        "object": object,
    })
}

pub fn like(id: &str, actor: &str, object: &str, author: Option<&str>) -> Value {
    json!({
        "@context": AS,
        "id": id,
        "type": "Like",
        "actor": actor,
        "object": object,
        "to": author.into_iter().collect::<Vec<_>>(),
    })
}

pub fn follow(id: &str, actor: &str, target: &str) -> Value {
    json!({
        "@context": AS,
        "id": id,
        "type": "Follow",
        "actor": actor,
        "object": target,
        "to": [target],
    })
}

/// Accept or Reject of a Follow that was sent to us.
pub fn answer(kind: &'static str, id: &str, actor: &str, follow: &str, follower: &str) -> Value {
    json!({
        "@context": AS,
        "id": id,
        "type": kind,
        "actor": actor,
        "to": [follower],
        "object": {
            "id": follow,
            "type": "Follow",
            "actor": follower,
            "object": actor,
        },
    })
}

/// Takes back an activity of ours, which stands inside.
pub fn undo(id: &str, actor: &str, mut undone: Value, to: &[&str]) -> Value {
    if let Some(fields) = undone.as_object_mut() {
        // It is named, not said again: its proof would need its context.
        fields.shift_remove("@context");
        fields.shift_remove("proof");
    }
    json!({
        "@context": AS,
        "id": id,
        "type": "Undo",
        "actor": actor,
        "to": to,
        "object": undone,
    })
}
