//! What our actors tell of relations: Flag, featured Add and Remove, answers to those who quote.

use super::{
    activity,
    context::Federation,
    object::host_of,
    vocabulary::{AS, PUBLIC},
};
use crate::{
    app::new_id,
    store::{
        Result, Tx,
        activities::{Audience, NewActivity, Target},
        actors, cases, people,
        quotes::{self, Quote},
        remote_actors, reports,
    },
    urls,
};
use serde_json::{Value, json};

/// Terms of FEP-044f, as Mastodon and GoToSocial write them.
fn quote_context() -> Value {
    json!([
        AS,
        {
            "gts": "https://gotosocial.org/ns#",
            "QuoteRequest": "https://w3id.org/fep/044f#QuoteRequest",
            "QuoteAuthorization": "https://w3id.org/fep/044f#QuoteAuthorization",
            "interactingObject": { "@id": "gts:interactingObject", "@type": "@id" },
            "interactionTarget": { "@id": "gts:interactionTarget", "@type": "@id" }
        }
    ])
}

async fn targets_of(tx: &mut Tx, actor: &str) -> Result<Vec<Target>> {
    let found = remote_actors::find(tx, actor).await?.filter(|actor| !actor.gone);
    Ok(found
        .map(|actor| {
            let inbox = actor.lane().to_owned();
            let host = host_of(&inbox).unwrap_or_default();
            Target { inbox, host }
        })
        .into_iter()
        .collect())
}

/// A complaint of ours goes to the server of what it is about.
pub async fn reported(federation: &Federation, tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    let Some(report) = reports::by_id(tx, id).await?.filter(|report| report.local) else {
        return Ok(());
    };
    let objects: Vec<String> = serde_json::from_str(&report.objects).unwrap_or_default();
    let Some(author) = objects.first().cloned() else { return Ok(()) };
    let targets = targets_of(tx, &author).await?;
    let body = json!({
        "@context": AS,
        "id": id,
        "type": "Flag",
        "actor": report.actor,
        "to": [author],
        "object": objects,
        "content": report.reason,
    });
    say(federation, tx, id, &report.actor, "Flag", &author, body, Some(targets), now).await
}

/// One of our people tells its followers where it went: they follow it there if their server has it
/// so, which asks the new account whether it names this one.
pub async fn moved(federation: &Federation, tx: &mut Tx, uri: &str, now: i64) -> Result<()> {
    let Some(target) = people::went_to(tx, uri).await? else { return Ok(()) };
    let found = actors::by_uri(tx, uri).await?;
    // Without a key nobody has met it yet.
    if !found.is_some_and(|actor| !actor.is_gone() && !actor.public_key.is_empty()) {
        return Ok(());
    }
    let id = federation.state.urls.activity(&new_id(now));
    let body = json!({
        "@context": AS,
        "id": id,
        "type": "Move",
        "actor": uri,
        "to": [urls::followers(uri)],
        "object": uri,
        "target": target,
    });
    say(federation, tx, &id, uri, "Move", uri, body, None, now).await
}

/// A case of ours is shown first, or no longer.
pub async fn featured(
    federation: &Federation,
    tx: &mut Tx,
    uri: &str,
    adds: bool,
    now: i64,
) -> Result<()> {
    let Some(case) = cases::by_uri(tx, uri).await? else { return Ok(()) };
    let id = federation.state.urls.activity(&new_id(now));
    let kind = if adds { "Add" } else { "Remove" };
    let body = json!({
        "@context": AS,
        "id": id,
        "type": kind,
        "actor": case.actor,
        "to": [PUBLIC],
        "cc": [urls::followers(&case.actor)],
        "object": uri,
        "target": urls::featured(&case.actor),
    });
    say(federation, tx, &id, &case.actor, kind, uri, body, None, now).await
}

/// The stamp that says a quote was agreed to.
pub async fn stamp(federation: &Federation, tx: &mut Tx, quote: &Quote) -> Result<Value> {
    Ok(json!({
        "@context": quote_context(),
        "id": federation.state.urls.object(&quote.id),
        "type": "QuoteAuthorization",
        "attributedTo": author_of(federation, tx, &quote.object).await?,
        "interactingObject": quote.quote,
        "interactionTarget": quote.object,
    }))
}

async fn author_of(federation: &Federation, tx: &mut Tx, object: &str) -> Result<String> {
    if let Some(case) = cases::by_uri(tx, object).await? {
        return Ok(case.actor);
    }
    let note = crate::store::comments::find(tx, object).await?;
    Ok(note.map_or_else(|| federation.network().uri.clone(), |note| note.actor))
}

/// Whoever asked to quote is told that it may, and where the stamp stands.
pub async fn quote_agreed(federation: &Federation, tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    let quote = quotes::find(tx, id).await?.filter(|quote| quote.revoked_at.is_none());
    let Some(quote) = quote else { return Ok(()) };
    let author = author_of(federation, tx, &quote.object).await?;
    let targets = targets_of(tx, &quote.actor).await?;
    let activity_id = federation.state.urls.activity(&new_id(now));
    let body = json!({
        "@context": quote_context(),
        "id": activity_id,
        "type": "Accept",
        "actor": author,
        "to": [quote.actor],
        "object": {
            "id": quote.request,
            "type": "QuoteRequest",
            "actor": quote.actor,
            "object": quote.object,
            "instrument": quote.quote,
        },
        "result": federation.state.urls.object(&quote.id),
    });
    let request = quote.request.clone();
    say(federation, tx, &activity_id, &author, "Accept", &request, body, Some(targets), now).await
}

/// Our agreement to a quote is taken back: its stamp is gone.
pub async fn quote_revoked(federation: &Federation, tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    let Some(quote) = quotes::find(tx, id).await? else { return Ok(()) };
    let author = author_of(federation, tx, &quote.object).await?;
    let targets = targets_of(tx, &quote.actor).await?;
    let stamp = federation.state.urls.object(&quote.id);
    let activity_id = federation.state.urls.activity(&new_id(now));
    let mut stone =
        activity::tombstone(&stamp, "QuoteAuthorization", quote.revoked_at.unwrap_or(now));
    if let Some(fields) = stone.as_object_mut() {
        fields.shift_remove("@context");
    }
    let body = json!({
        "@context": quote_context(),
        "id": activity_id,
        "type": "Delete",
        "actor": author,
        "to": [PUBLIC],
        "cc": [quote.actor],
        "object": stone,
    });
    say(federation, tx, &activity_id, &author, "Delete", &stamp, body, Some(targets), now).await
}

#[expect(clippy::too_many_arguments, reason = "the parts of one row, named at each call")]
async fn say(
    federation: &Federation,
    tx: &mut Tx,
    id: &str,
    actor: &str,
    kind: &str,
    object: &str,
    body: Value,
    targets: Option<Vec<Target>>,
    now: i64,
) -> Result<()> {
    let new = NewActivity {
        id: id.to_owned(),
        actor: actor.to_owned(),
        kind: kind.to_owned(),
        object: object.to_owned(),
        body: body.to_string(),
        audience: if targets.is_none() { Audience::Followers } else { Audience::Targets },
        listed: false,
        targets: targets.unwrap_or_default(),
    };
    super::proof::append(federation, tx, &new, now).await?;
    federation.state.wake.lanes.notify_one();
    Ok(())
}
