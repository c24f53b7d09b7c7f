//! What our actors write, on the wire: the Note in Mastodon's shape, its Create, Update, Delete.

use crate::{
    app::{
        new_id,
        note::{bury, mentions},
    },
    clock::rfc3339,
    federation::{
        context::Federation,
        object::host_of,
        vocabulary::{AS, PUBLIC},
    },
    store::{
        Result, Tx,
        activities::{self, Audience, NewActivity, Target},
        actors, cases,
        comments::{self, Comment},
        people, received, remote_actors,
    },
    urls,
};
use serde_json::{Value, json};

/// Somebody a note speaks to.
struct Mention {
    uri: String,
    /// `@ana@a.example`
    name: String,
    /// Where it is told; none for one of our own.
    target: Option<Target>,
}

/// JSON-LD 1.0 only, like all our contexts.
fn context() -> Value {
    json!([
        AS,
        {
            "ostatus": "http://ostatus.org#",
            "conversation": "ostatus:conversation",
            "sensitive": "as:sensitive",
            "gts": "https://gotosocial.org/ns#",
            "interactionPolicy": { "@id": "gts:interactionPolicy", "@type": "@id" },
            "canQuote": { "@id": "gts:canQuote", "@type": "@id" },
            "automaticApproval": { "@id": "gts:automaticApproval", "@type": "@id" }
        }
    ])
}

/// The note with its context, as it is served.
pub async fn document(federation: &Federation, tx: &mut Tx, note: &Comment) -> Result<Value> {
    let mentioned = mentioned(federation, tx, note).await?;
    let mut value = body(federation, tx, note, &mentioned).await?;
    let fields = value.as_object_mut().expect("a note is an object");
    fields.shift_insert(0, "@context".into(), context());
    Ok(value)
}

async fn body(
    federation: &Federation,
    tx: &mut Tx,
    note: &Comment,
    mentioned: &[Mention],
) -> Result<Value> {
    let page = super::page_of(tx, &federation.state.urls, note).await?;
    let mut cc = vec![urls::followers(&note.actor)];
    cc.extend(mentioned.iter().map(|mention| mention.uri.clone()));
    let tags = mentioned.iter().map(
        |Mention { uri, name, target: _ }| json!({ "type": "Mention", "href": uri, "name": name }),
    );
    let mut value = json!({
        "id": note.uri,
        "type": "Note",
        "summary": null,
        "inReplyTo": note.parent,
        "published": rfc3339(note.published_at),
        "url": page,
        "attributedTo": note.actor,
        "to": [PUBLIC],
        "cc": cc,
        "sensitive": false,
        "content": note.html,
        "mediaType": "text/html",
        "source": { "content": note.source, "mediaType": "text/markdown" },
        "attachment": [],
        "tag": tags.collect::<Vec<_>>(),
        "replies": format!("{}/replies", note.uri),
        "likes": format!("{}/likes", note.uri),
        "shares": format!("{}/shares", note.uri),
        "interactionPolicy": { "canQuote": { "automaticApproval": [PUBLIC] } },
    });
    if note.updated_at > note.published_at {
        value["updated"] = rfc3339(note.updated_at).into();
    }
    if let Some(language) = &note.language {
        value["contentMap"] = json!({ language: note.html });
    }
    if let Some(thread) = thread(federation, tx, note).await? {
        value["context"] = thread.clone().into();
        value["conversation"] = thread.into();
    }
    Ok(value)
}

/// The collection that is the conversation: of a case of ours by our own making, of a partner's
/// as its article names it.
async fn thread(federation: &Federation, tx: &mut Tx, note: &Comment) -> Result<Option<String>> {
    let Some(root) = &note.root else { return Ok(None) };
    if federation.state.urls.is_ours(root) {
        return Ok(Some(format!("{root}/context")));
    }
    let Some(kept) = received::find(tx, root).await? else { return Ok(None) };
    let article: Value = serde_json::from_str(&kept.document).unwrap_or_default();
    Ok(article.get("context").and_then(crate::federation::object::id_of))
}

/// The author of what is answered, the author of the case, and whom the text names.
async fn mentioned(federation: &Federation, tx: &mut Tx, note: &Comment) -> Result<Vec<Mention>> {
    let mut uris = Vec::new();
    for object in [note.parent.as_deref(), note.root.as_deref()].into_iter().flatten() {
        if let Some(comment) = comments::find(tx, object).await? {
            uris.push(comment.actor);
        } else if let Some(case) = cases::by_uri(tx, object).await? {
            uris.push(case.actor);
        } else if let Some(kept) = received::find(tx, object).await? {
            uris.push(kept.actor);
        }
    }
    for (handle, host) in mentions(note.source.as_deref().unwrap_or_default()) {
        let own = host.eq_ignore_ascii_case(federation.state.urls.host());
        uris.extend(match own {
            true => actors::by_handle(tx, &handle).await?.map(|actor| actor.uri),
            false => remote_actors::by_handle(tx, &handle, &host).await?.map(|actor| actor.uri),
        });
    }
    let mut mentioned: Vec<Mention> = Vec::new();
    for uri in uris {
        if uri == note.actor || mentioned.iter().any(|known| known.uri == uri) {
            continue;
        }
        mentioned.extend(mention(federation, tx, note, uri).await?);
    }
    Ok(mentioned)
}

async fn mention(
    federation: &Federation,
    tx: &mut Tx,
    note: &Comment,
    uri: String,
) -> Result<Option<Mention>> {
    if let Some(actor) = actors::by_uri(tx, &uri).await? {
        let name = federation.state.urls.handle(&actor.handle);
        return Ok((!actor.is_gone()).then_some(Mention { uri, name, target: None }));
    }
    let Some(actor) = remote_actors::find(tx, &uri).await? else { return Ok(None) };
    let name = format!("@{}@{}", actor.handle, actor.host);
    let inbox = actor.lane().to_owned();
    let host = host_of(&inbox).unwrap_or_default();
    // Whoever blocked the author is told nothing.
    let reachable = !actor.gone && !people::is_blocked_by(tx, &note.actor, &uri).await?;
    let target = reachable.then_some(Target { inbox, host });
    Ok(Some(Mention { uri, name, target }))
}

/// A note was written or changed: its Create or Update goes to those it speaks to and to its
/// author's followers.
pub async fn written(federation: &Federation, tx: &mut Tx, uri: &str, now: i64) -> Result<()> {
    let note = comments::find(tx, uri).await?;
    // Deleted meanwhile: its Delete comes by its own event.
    let Some(note) = note.filter(|note| note.local && note.is_shown()) else { return Ok(()) };
    // Taken back once: others let nothing come back under its id.
    if cases::tombstone(tx, uri).await?.is_some() {
        return Ok(());
    }
    let said = activities::latest(tx, &note.actor, "Create", uri).await?;
    let kind = if said.is_some() { "Update" } else { "Create" };
    let mentioned = mentioned(federation, tx, &note).await?;
    let object = body(federation, tx, &note, &mentioned).await?;
    let at = if said.is_some() { note.updated_at } else { note.published_at };
    let id = federation.state.urls.activity(&new_id(now));
    let activity = json!({
        "@context": context(),
        "id": id,
        "type": kind,
        "actor": note.actor,
        "published": rfc3339(at),
        "to": object["to"],
        "cc": object["cc"],
        "object": object,
    });
    let new = NewActivity {
        id,
        actor: note.actor,
        kind: kind.into(),
        object: uri.to_owned(),
        body: activity.to_string(),
        audience: Audience::Followers,
        listed: true,
        targets: mentioned.into_iter().filter_map(|mention| mention.target).collect(),
    };
    crate::federation::proof::append(federation, tx, &new, now).await?;
    Ok(())
}

/// A note was deleted, or an editor took it out of sight: whoever was told of it is told so, once.
pub async fn deleted(federation: &Federation, tx: &mut Tx, uri: &str, now: i64) -> Result<()> {
    let Some(note) = comments::find(tx, uri).await?.filter(|note| note.local) else {
        return Ok(());
    };
    // Nobody was told of what an editor never let in, or hid and showed again before we looked.
    let stone = cases::tombstone(tx, uri).await?;
    let back_in_time = note.is_shown() && stone.is_none();
    if back_in_time || activities::about(tx, uri, 1).await?.is_empty() {
        return Ok(());
    }
    if activities::latest(tx, &note.actor, "Delete", uri).await?.is_some() {
        return Ok(());
    }
    if stone.is_none() {
        bury(tx, uri, now).await?;
    }
    let at = stone.map_or(now, |stone| stone.at);
    let targets = activities::targets_about(tx, &note.actor, uri).await?;
    let id = federation.state.urls.activity(&new_id(now));
    let activity = json!({
        "@context": AS,
        "id": id,
        "type": "Delete",
        "actor": note.actor,
        "published": rfc3339(at),
        "to": [PUBLIC],
        "cc": [urls::followers(&note.actor)],
        "object": {
            "id": uri,
            "type": "Tombstone",
            "formerType": "Note",
            "deleted": rfc3339(at),
        },
    });
    let new = NewActivity {
        id,
        actor: note.actor,
        kind: "Delete".into(),
        object: uri.to_owned(),
        body: activity.to_string(),
        audience: Audience::Followers,
        listed: true,
        targets,
    };
    crate::federation::proof::append(federation, tx, &new, now).await?;
    Ok(())
}
