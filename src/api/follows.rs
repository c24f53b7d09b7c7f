//! Our actors follow others, and stop following.

use axum::{Json, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, next_try, time, time_if},
};
use crate::{
    app::follow::{self, wanted_of},
    store::follows,
};

/// Who follows whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowRequest {
    /// Handle or id of an actor of this instance; the network's by default.
    actor: Option<String>,
    /// A domain, a handle (`@user@host`) or an address.
    target: String,
}

/// A following, from the wish to the read-back catalogue.
#[derive(Debug, Serialize, ToSchema)]
pub struct Following {
    id: String,
    /// Id of our actor.
    actor: String,
    /// As it was asked for.
    wanted: String,
    /// Id of the other actor, once it is found.
    target: Option<String>,
    host: String,
    /// `wanted`, `asked`, `accepted`, `rejected`, `failed` or `ended`.
    state: String,
    /// What went wrong last.
    #[serde(skip_serializing_if = "String::is_empty")]
    error: String,
    /// Id of our Follow.
    activity: Option<String>,
    #[schema(format = DateTime)]
    asked: String,
    #[schema(format = DateTime)]
    answered: Option<String>,
    attempts: i64,
    #[schema(format = DateTime)]
    next_try: Option<String>,
    backfill: Backfill,
}

/// How far their catalogue is read back.
#[derive(Debug, Serialize, ToSchema)]
pub struct Backfill {
    /// `none`, `running`, `done` or `failed`.
    state: String,
    /// How many entries were read.
    seen: i64,
    /// How many there are, as the other side says.
    total: Option<i64>,
    #[schema(format = DateTime)]
    at: Option<String>,
}

impl From<follows::Following> for Following {
    fn from(found: follows::Following) -> Self {
        let follows::Following {
            id,
            actor,
            wanted,
            target,
            host,
            inbox: _,
            state,
            activity,
            error,
            asked_at,
            answered_at,
            attempts,
            next_try: due,
            backfill,
            backfill_page: _,
            backfill_seen,
            backfill_total,
            backfill_at,
        } = found;
        Following {
            id,
            actor,
            wanted,
            target,
            host,
            state,
            error,
            activity,
            asked: time(asked_at),
            answered: time_if(answered_at),
            attempts,
            next_try: next_try(due),
            backfill: Backfill {
                state: backfill,
                seen: backfill_seen,
                total: backfill_total,
                at: time_if(backfill_at),
            },
        }
    }
}

/// An actor of ours follows somebody
///
/// Answered at once; the jobs find the other actor, ask it, and read its catalogue back once it
/// accepts. `GET /admin/follows/{id}` shows how far that is.
#[utoipa::path(
    post, path = "/admin/follows", tag = "follows", operation_id = "follow",
    request_body = FollowRequest,
    responses(
        (status = 202, description = "The wish is noted", body = Following),
        (status = 409, description = "The other host is blocked",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn follow(
    admin: Admin,
    Body(FollowRequest { actor, target }): Body<FollowRequest>,
) -> Result<(StatusCode, Json<Following>), Problem> {
    let (wanted, host) = wanted_of(&target)?;
    if host == admin.state.urls.host() {
        return Err(Problem::field("target", "self", "this is an address of this instance"));
    }
    let actor = admin.actor(actor.as_deref()).await?;
    let db = &admin.state.db;
    let following = follow::want(db, &admin.who, &actor, &wanted, &host, admin.now).await?;
    admin.state.wake.follows.notify_one();
    Ok((StatusCode::ACCEPTED, Json(following.into())))
}

/// An actor of ours stops following somebody
///
/// The other side is told; what came from it stays.
#[utoipa::path(
    delete, path = "/admin/follows", tag = "follows", operation_id = "unfollow",
    request_body = FollowRequest,
    responses((status = 200, description = "The following that ended", body = Following))
)]
pub async fn unfollow(
    admin: Admin,
    Body(FollowRequest { actor, target }): Body<FollowRequest>,
) -> Answer<Following> {
    let (wanted, _) = wanted_of(&target)?;
    let actor = admin.actor(actor.as_deref()).await?;
    let db = &admin.state.db;
    let ended = follow::unfollow(db, &admin.who, &actor, &wanted, admin.now).await?;
    shown(&admin, &ended.id).await
}

/// A following ends
#[utoipa::path(
    delete, path = "/admin/follows/{id}", tag = "follows", operation_id = "unfollowById",
    params(("id" = String, Path, description = "Id of the following")),
    responses((status = 200, description = "The following that ended", body = Following))
)]
pub async fn end(admin: Admin, Named(id): Named) -> Answer<Following> {
    let found = find(&admin, &id).await?;
    let actor = admin.actor(Some(&found.actor)).await?;
    let db = &admin.state.db;
    let ended = follow::unfollow(db, &admin.who, &actor, &found.wanted, admin.now).await?;
    shown(&admin, &ended.id).await
}

/// A following as it stands after it ended; the jobs tell the other side.
async fn shown(admin: &Admin, id: &str) -> Answer<Following> {
    admin.ring();
    Ok(Json(find(admin, id).await?.into()))
}

async fn find(admin: &Admin, id: &str) -> Result<follows::Following, Problem> {
    let found = follows::following(&mut admin.read().await?, id).await?;
    found.ok_or_else(|| Problem::not_found(format!("there is no following {id}")))
}

/// One following, with its progress
#[utoipa::path(
    get, path = "/admin/follows/{id}", tag = "follows", operation_id = "showFollowing",
    params(("id" = String, Path, description = "Id of the following")),
    responses((status = 200, description = "The following", body = Following))
)]
pub async fn show(admin: Admin, Named(id): Named) -> Answer<Following> {
    Ok(Json(find(&admin, &id).await?.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FollowsQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
}

/// Whom our actors follow
#[utoipa::path(
    get, path = "/admin/follows", tag = "follows", operation_id = "listFollowings",
    params(FollowsQuery),
    responses((status = 200, description = "Newest first, ended ones too", body = Page<Following>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<FollowsQuery>) -> Answer<Page<Following>> {
    let limit = admin.limit(query.limit);
    let mut tx = admin.read().await?;
    let found = follows::following_page(&mut tx, query.before.as_deref(), limit + 1).await?;
    let total = follows::count_following(&mut tx).await?;
    let cursor = |found: &follows::Following| found.id.clone();
    Ok(Json(Page::of(found, limit, total, cursor, Following::from)))
}
