//! The actors of this instance, and the record of who did what.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::Asked,
    list::{Page, cut, time},
};
use crate::store::{actors, actors::ActorKind, audit, follows};

/// An actor of this instance.
#[derive(Debug, Serialize, ToSchema)]
pub struct Actor {
    /// `instance`, `network`, `case-feed`, `filter` or `person`.
    kind: &'static str,
    /// Its uri.
    id: String,
    /// As people write it: `@metropolis@HOST`.
    handle: String,
    name: String,
    followers: i64,
    following: i64,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ActorQuery {
    /// Only `instance`, `network`, `case-feed`, `filter` or `person`.
    kind: Option<String>,
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    after: Option<String>,
}

/// The actors of this instance
#[utoipa::path(
    get, path = "/admin/actors", tag = "actors", operation_id = "listActors", params(ActorQuery),
    responses((status = 200, description = "The oldest first", body = Page<Actor>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<ActorQuery>) -> Answer<Page<Actor>> {
    let kind = match query.kind.as_deref() {
        None => None,
        Some(id) => Some(ActorKind::from_id(id).ok_or_else(|| {
            Problem::field("kind", "unknown", "no actor of this instance is of that kind")
        })?),
    };
    let limit = admin.limit(query.limit);
    let mut tx = admin.read().await?;
    let after = query.after.unwrap_or_default();
    let mut found = actors::page(&mut tx, kind, &after, limit + 1).await?;
    let total_items = actors::count(&mut tx, kind).await?;
    let next = cut(&mut found, limit, |actor| actor.id.clone());
    let mut items = Vec::new();
    for actor in found {
        items.push(Actor {
            kind: actor.kind.id(),
            handle: admin.state.urls.handle(&actor.handle),
            name: actor.name,
            followers: follows::count_followers(&mut tx, &actor.uri).await?,
            following: follows::count_targets(&mut tx, &actor.uri).await?,
            id: actor.uri,
        });
    }
    Ok(Json(Page { items, next, total_items }))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
}

/// An editorial or administrative act.
#[derive(Debug, Serialize, ToSchema)]
pub struct Act {
    id: String,
    #[schema(format = DateTime)]
    at: String,
    /// `command line`, or `token` and the token's label.
    who: String,
    /// Such as `case.published` or `peer.blocked`.
    what: String,
    subject: String,
    note: String,
}

/// Who did what
#[utoipa::path(
    get, path = "/admin/audit", tag = "actors", operation_id = "listActs", params(AuditQuery),
    responses((status = 200, description = "Newest first", body = Page<Act>))
)]
pub async fn audit(admin: Admin, Asked(query): Asked<AuditQuery>) -> Answer<Page<Act>> {
    let limit = admin.limit(query.limit);
    let mut tx = admin.read().await?;
    let found = audit::page(&mut tx, query.before.as_deref(), limit + 1).await?;
    let total = audit::count(&mut tx).await?;
    let entry = |audit::Act { id, at, who, what, subject, note }| {
        let at = time(at);
        Act { id, at, who, what, subject, note }
    };
    Ok(Json(Page::of(found, limit, total, |act| act.id.clone(), entry)))
}
