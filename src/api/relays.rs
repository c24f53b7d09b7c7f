//! Relays: servers that pass on what is public, to us and from us.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Body, Named},
    list::{Page, time, time_if},
};
use crate::{
    app::relays::{self, Kind, Wish},
    store::relays as stored,
};

/// A relay.
#[derive(Debug, Serialize, ToSchema)]
pub struct Relay {
    id: String,
    url: String,
    /// `mastodon` or `litepub`.
    kind: String,
    host: String,
    /// Its actor; empty until it is known.
    actor: String,
    /// Whether what we publish is given to it.
    publish: bool,
    /// Whether what it passes on is shown although its author's host is unknown.
    trust: bool,
    /// `wanted`, `asked`, `accepted`, `rejected`, `failed` or `ended`.
    state: String,
    /// What went wrong.
    error: String,
    #[schema(format = DateTime)]
    added: String,
    #[schema(format = DateTime)]
    answered: Option<String>,
}

impl From<stored::Relay> for Relay {
    fn from(found: stored::Relay) -> Self {
        Relay {
            id: found.id,
            url: found.url,
            kind: found.kind,
            host: found.host,
            actor: found.actor,
            publish: found.publish,
            trust: found.trusted,
            state: found.state,
            error: found.error,
            added: time(found.added_at),
            answered: time_if(found.answered_at),
        }
    }
}

/// The relays
#[utoipa::path(
    get, path = "/admin/relays", tag = "peers", operation_id = "listRelays",
    responses((status = 200, description = "In the order in which they were added",
               body = Page<Relay>))
)]
pub async fn list(admin: Admin) -> Answer<Page<Relay>> {
    let found = stored::all(&mut admin.read().await?).await?;
    let total_items = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let items = found.into_iter().map(Relay::from).collect();
    Ok(Json(Page { items, next: None, total_items }))
}

/// A relay that is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RelayRequest {
    /// Address of its inbox (Mastodon's kind) or its actor (LitePub's).
    url: String,
    /// `mastodon` or `litepub`; by its address where absent.
    kind: Option<String>,
    /// Give it what we publish, too.
    #[serde(default)]
    publish: bool,
    /// Show what it passes on although its author's host is unknown.
    #[serde(default)]
    trust: bool,
}

/// A relay is asked to pass on to us what others publish
#[utoipa::path(
    post, path = "/admin/relays", tag = "peers", operation_id = "addRelay",
    request_body = RelayRequest,
    responses((status = 200, description = "The relay", body = Relay))
)]
pub async fn add(admin: Admin, Body(request): Body<RelayRequest>) -> Answer<Relay> {
    let RelayRequest { url, kind, publish, trust } = request;
    let kind = match kind.as_deref() {
        None => None,
        Some("mastodon") => Some(Kind::Mastodon),
        Some("litepub") => Some(Kind::LitePub),
        Some(_) => {
            return Err(Problem::field("kind", "unknown", "a kind is `mastodon` or `litepub`"));
        }
    };
    let wish = Wish { url, kind, publish, trusted: trust };
    let relay = relays::add(&admin.state.db, &admin.who, wish, admin.now).await?;
    admin.state.wake.follows.notify_one();
    Ok(Json(relay.into()))
}

/// A relay is left
#[utoipa::path(
    delete, path = "/admin/relays/{id}", tag = "peers", operation_id = "removeRelay",
    params(("id" = String, Path, description = "Id of the relay")),
    responses((status = 200, description = "The relay as it was", body = Relay))
)]
pub async fn remove(admin: Admin, Named(id): Named) -> Answer<Relay> {
    let relay = relays::remove(&admin.state.db, &admin.who, &id, admin.now).await?;
    admin.ring();
    Ok(Json(relay.into()))
}
