//! Our actors boost and like what is known here, and take it back.

use axum::{Json, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::Body,
    list::time,
};
use crate::{
    app::{
        new_id,
        react::{self, Kind},
    },
    domain::id::Uri,
    store::reactions,
};

/// Who reacts to what.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReactionRequest {
    /// Handle or id of an actor of this instance; the network's by default.
    actor: Option<String>,
    /// Id of an object that is known here: a case, or something received.
    object: String,
}

/// A boost or a like.
#[derive(Debug, Serialize, ToSchema)]
pub struct Reaction {
    /// Id of the activity.
    id: String,
    /// `Announce` or `Like`.
    #[serde(rename = "type")]
    kind: String,
    actor: String,
    object: String,
    #[schema(format = DateTime)]
    at: String,
}

impl From<reactions::Reaction> for Reaction {
    fn from(found: reactions::Reaction) -> Self {
        let reactions::Reaction { id, kind, actor, object, local: _, at } = found;
        Reaction { id, kind, actor, object, at: time(at) }
    }
}

type Made = Result<(StatusCode, Json<Reaction>), Problem>;

/// An actor of ours boosts an object
#[utoipa::path(
    post, path = "/admin/boosts", tag = "reactions", operation_id = "boost",
    request_body = ReactionRequest,
    responses(
        (status = 201, description = "The boost", body = Reaction),
        (status = 409, description = "It was boosted before",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn boost(admin: Admin, Body(request): Body<ReactionRequest>) -> Made {
    make(admin, Kind::Boost, request).await
}

/// A boost is taken back
#[utoipa::path(
    delete, path = "/admin/boosts", tag = "reactions", operation_id = "undoBoost",
    request_body = ReactionRequest,
    responses((status = 200, description = "The boost that was", body = Reaction))
)]
pub async fn unboost(admin: Admin, Body(request): Body<ReactionRequest>) -> Answer<Reaction> {
    undo(admin, Kind::Boost, request).await
}

/// An actor of ours likes an object
#[utoipa::path(
    post, path = "/admin/likes", tag = "reactions", operation_id = "like",
    request_body = ReactionRequest,
    responses(
        (status = 201, description = "The like", body = Reaction),
        (status = 409, description = "It was liked before",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn like(admin: Admin, Body(request): Body<ReactionRequest>) -> Made {
    make(admin, Kind::Like, request).await
}

/// A like is taken back
#[utoipa::path(
    delete, path = "/admin/likes", tag = "reactions", operation_id = "undoLike",
    request_body = ReactionRequest,
    responses((status = 200, description = "The like that was", body = Reaction))
)]
pub async fn unlike(admin: Admin, Body(request): Body<ReactionRequest>) -> Answer<Reaction> {
    undo(admin, Kind::Like, request).await
}

async fn make(admin: Admin, kind: Kind, request: ReactionRequest) -> Made {
    let (actor, object) = named(&admin, request).await?;
    let activity = admin.state.urls.activity(&new_id(admin.now));
    let db = &admin.state.db;
    let made = react::react(db, &admin.who, &actor, kind, &object, &activity, admin.now).await?;
    admin.ring();
    Ok((StatusCode::CREATED, Json(made.into())))
}

async fn undo(admin: Admin, kind: Kind, request: ReactionRequest) -> Answer<Reaction> {
    let (actor, object) = named(&admin, request).await?;
    let db = &admin.state.db;
    let undone = react::undo(db, &admin.who, &actor, kind, &object, admin.now).await?;
    admin.ring();
    Ok(Json(undone.into()))
}

async fn named(
    admin: &Admin,
    ReactionRequest { actor, object }: ReactionRequest,
) -> Result<(crate::store::actors::LocalActor, String), Problem> {
    // Only looked at: ids are compared as their makers wrote them.
    Uri::parse(&object).map_err(|error| Problem::field("object", "address", error.to_string()))?;
    Ok((admin.actor(actor.as_deref()).await?, object))
}
