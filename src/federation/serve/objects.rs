//! Actors, cases and activities at their ids.

use super::{Asked, Unanswered, activity_bytes, asks_for_page};
use crate::{
    federation::{
        activity as activities, actor as actors, context::Federation, filters, keys::Published,
        note, outbox, proof, social,
    },
    store::{
        StoreError, Tx,
        activities::Audience,
        actors::{self as local, ActorKind, LocalActor},
        cases,
        comments::{self, Comment},
        people,
        quotes::{self, Quote},
    },
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::time::Duration;

/// The local actor with this ULID.
///
/// # Errors
/// `Gone` with a Tombstone for one that ended.
pub async fn find(federation: &Federation, id: &str) -> Result<LocalActor, Unanswered> {
    let uri = federation.state.urls.actor(id);
    let mut tx = federation.state.db.read().await?;
    let actor = local::by_uri(&mut tx, &uri).await?.ok_or(Unanswered::NotFound)?;
    drop(tx);
    match actor.gone_at {
        None => Ok(federation.keyed(actor).await?),
        Some(at) => {
            let stone = activities::tombstone(&uri, actors::wire_type(actor.kind), at);
            Err(Unanswered::Gone(stone.to_string()))
        }
    }
}

/// `GET /a/{id}`: the actor, or its page for a browser.
pub async fn actor(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let actor = find(&federation, &id).await?;
    if !super::wants_activity(&headers) && asks_for_page(&headers) {
        return Ok(see_other(&actors::page_of(&federation.state.urls, &actor)));
    }
    actor_document(&federation, &actor, &headers).await
}

/// The actor's JSON, for its id and for pages that negotiate.
pub async fn actor_document(
    federation: &Federation,
    actor: &LocalActor,
    headers: &HeaderMap,
) -> Result<Response, Unanswered> {
    Ok(activity_bytes(headers, actor_value(federation, actor).await?.to_string()))
}

/// One of our actors as other servers read it.
pub async fn actor_value(
    federation: &Federation,
    actor: &LocalActor,
) -> Result<serde_json::Value, StoreError> {
    let keys = federation.keys(&actor.uri).await?;
    let gone = match actor.kind {
        ActorKind::Person => {
            people::went_to(&mut federation.state.db.read().await?, &actor.uri).await?
        }
        _ => None,
    };
    Ok(document_of(federation, actor, &keys.published, gone.as_deref()))
}

/// The actor with these keys, and where it went.
pub fn document_of(
    federation: &Federation,
    actor: &LocalActor,
    keys: &Published,
    moved_to: Option<&str>,
) -> serde_json::Value {
    let framing = actors::Framing {
        urls: &federation.state.urls,
        instance: &federation.actor(ActorKind::Instance).uri,
        website: &federation.state.config.network.website,
        approves_followers: federation.state.config.federation.accept_follows
            == crate::config::AcceptFollows::Approved,
        keys,
        moved_to,
    };
    actors::to_actor(actor, &framing)
}

fn see_other(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address), (header::VARY, "Accept")]).into_response()
}

/// `GET /a/{id}/announces/{case}`: that a filter shows a case.
pub async fn announcement(
    State(federation): State<Federation>,
    Path((id, case)): Path<(String, String)>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let actor = find(&federation, &id).await?;
    if actor.kind != ActorKind::Filter {
        return Err(Unanswered::NotFound);
    }
    let mut tx = federation.state.db.read().await?;
    let said = filters::announced(&mut tx, &actor, &case).await?.ok_or(Unanswered::NotFound)?;
    drop(tx);
    let keys = federation.keys(&actor.uri).await?;
    let said = proof::prove(said, &keys.prover, super::collections::proven_at(&federation));
    Ok(activity_bytes(&headers, said.to_string()))
}

/// `GET /o/{id}`: the article of a case of ours, its Tombstone, or its page for a browser.
pub async fn object(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let uri = federation.state.urls.object(&id);
    if !super::wants_activity(&headers) && asks_for_page(&headers) {
        let mut tx = federation.state.db.read().await?;
        if let Some(note) = shown_note(&mut tx, &uri).await? {
            return Ok(see_other(&note::page_of(&mut tx, &federation.state.urls, &note).await?));
        }
        // A draft is nobody's to find; the page of a withdrawn case says why it is gone.
        let stored = cases::by_uri(&mut tx, &uri).await?;
        let stored = stored.filter(|stored| stored.is_shown() || stored.withdrawn.is_some());
        let stored = stored.ok_or(Unanswered::NotFound)?;
        return Ok(see_other(&federation.state.urls.case_page(&stored.page)));
    }
    article(&federation, &uri, &headers).await
}

/// How long a rendered article may be served from memory; a change drops it at once on the node
/// that made it, and after this time on the others.
const KEPT: Duration = Duration::from_secs(1);

/// The article behind an id of ours.
pub async fn article(
    federation: &Federation,
    uri: &str,
    headers: &HeaderMap,
) -> Result<Response, Unanswered> {
    let now = federation.now();
    if let Some((made, body)) = federation.served.get(uri)
        && now - made < KEPT.as_millis() as i64
    {
        return Ok(activity_bytes(headers, body.as_ref()));
    }
    let mut tx = federation.state.db.read().await?;
    let gone = cases::tombstone(&mut tx, uri).await?.is_some();
    if let Some(note) = shown_note(&mut tx, uri).await?.filter(|_| !gone) {
        let value = note::told::document(federation, &mut tx, &note).await?;
        return Ok(activity_bytes(headers, value.to_string()));
    }
    if let Some(quote) = quote_of(federation, &mut tx, uri).await? {
        if let Some(at) = quote.revoked_at {
            let stone = activities::tombstone(uri, "QuoteAuthorization", at);
            return Err(Unanswered::Gone(stone.to_string()));
        }
        let stamp = social::stamp(federation, &mut tx, &quote).await?;
        return Ok(activity_bytes(headers, stamp.to_string()));
    }
    let stored = cases::by_uri(&mut tx, uri).await?;
    let Some(stored) = stored.filter(|stored| stored.local && stored.is_shown()) else {
        let stone = cases::tombstone(&mut tx, uri).await?.ok_or(Unanswered::NotFound)?;
        if !federation.state.urls.is_ours(uri) {
            return Err(Unanswered::NotFound);
        }
        let stone = activities::tombstone(uri, &stone.former_type, stone.at);
        return Err(Unanswered::Gone(stone.to_string()));
    };
    let body: std::sync::Arc<str> =
        outbox::article_of(federation, &mut tx, &stored).await?.to_string().into();
    federation.served.insert(uri.to_owned(), (now, body.clone()));
    Ok(activity_bytes(headers, body.as_ref()))
}

/// The quote whose stamp has this id.
async fn quote_of(
    federation: &Federation,
    tx: &mut Tx,
    uri: &str,
) -> Result<Option<Quote>, Unanswered> {
    let id = uri.strip_prefix(&federation.state.urls.object("")).unwrap_or_default();
    Ok(quotes::find(tx, id).await?)
}

/// A note of ours that everybody may read.
async fn shown_note(tx: &mut Tx, uri: &str) -> Result<Option<Comment>, Unanswered> {
    Ok(comments::find(tx, uri).await?.filter(|note| note.local && note.is_shown()))
}

/// `GET /activities/{id}`: the exact bytes that were sent.
pub async fn activity(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let id = federation.state.urls.activity(&id);
    let mut tx = federation.state.db.read().await?;
    let said = crate::store::activities::by_id(&mut tx, &id).await?.ok_or(Unanswered::NotFound)?;
    // What was written to somebody alone is answered to nobody.
    if said.kind == "Create" && said.audience == Audience::Targets {
        return Err(Unanswered::NotFound);
    }
    if said.dropped {
        let stone = activities::tombstone(&id, &said.kind, said.at);
        return Err(Unanswered::Gone(stone.to_string()));
    }
    // Only what was said in public: a Follow or an Accept is between the two.
    if !matches!(said.kind.as_str(), "Create" | "Update" | "Delete" | "Announce") {
        return Err(Unanswered::NotFound);
    }
    Ok(activity_bytes(&headers, said.body))
}
