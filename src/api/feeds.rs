//! Searches that others can follow under a handle of their own.

use std::sync::Arc;

use axum::{Json, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    auth::Admin,
    error::Answer,
    extract::{Body, Named},
    list::Page,
};
use crate::{
    app::feeds::{self, SavedSearch},
    i18n::{Locale, Speech},
    store::{
        actors::{self, LocalActor},
        follows,
    },
};

/// Most that are listed.
const MOST: i64 = 1_000;

/// A search that others can follow.
#[derive(Debug, Serialize, ToSchema)]
pub struct Feed {
    /// Uri of its actor.
    id: String,
    /// As people write it: `@school-streets@HOST`.
    handle: String,
    name: String,
    /// As in the address of a list of cases.
    query: String,
    followers: i64,
}

impl Feed {
    fn of(admin: &Admin, actor: LocalActor, followers: i64) -> Self {
        Feed {
            handle: admin.state.urls.handle(&actor.handle),
            id: actor.uri,
            name: actor.name,
            query: actor.filter.unwrap_or_default(),
            followers,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedRequest {
    /// Small letters, digits, `_`, `.` and `-`; with or without `@`.
    handle: String,
    /// As in the address of a list of cases: `topic=cycling&country=DK`.
    query: String,
    /// What people read; the handle when it is missing.
    #[serde(default)]
    name: String,
}

/// The searches that were made public
#[utoipa::path(
    get, path = "/admin/feeds", tag = "actors", operation_id = "listFeeds",
    responses((status = 200, description = "By handle, at most 1,000", body = Page<Feed>))
)]
pub async fn list(admin: Admin) -> Answer<Page<Feed>> {
    let mut tx = admin.read().await?;
    let mut items = Vec::new();
    for actor in actors::saved_filters(&mut tx, MOST).await? {
        let followers = follows::count_followers(&mut tx, &actor.uri).await?;
        items.push(Feed::of(&admin, actor, followers));
    }
    let total_items = items.len() as i64;
    Ok(Json(Page { items, next: None, total_items }))
}

/// Make a search public under a handle
#[utoipa::path(
    post, path = "/admin/feeds", tag = "actors", operation_id = "publishFeed",
    request_body = FeedRequest,
    responses((status = 201, description = "It can be followed", body = Feed))
)]
pub async fn publish(
    admin: Admin,
    Body(request): Body<FeedRequest>,
) -> Result<(StatusCode, Json<Feed>), super::error::Problem> {
    let FeedRequest { handle, query, name } = &request;
    let state = &admin.state;
    let locale = Locale::from_tag(&state.config.network.language).unwrap_or(Locale::En);
    let t = Speech::new(Arc::clone(&state.texts), locale);
    let wish = SavedSearch { handle, query, name };
    let actor =
        feeds::publish_search(&state.db, &admin.who, &state.urls, &t, &wish, admin.now).await?;
    Ok((StatusCode::CREATED, Json(Feed::of(&admin, actor, 0))))
}

/// End a search that was made public
#[utoipa::path(
    delete, path = "/admin/feeds/{handle}", tag = "actors", operation_id = "endFeed",
    params(("handle" = String, Path, description = "With or without `@`")),
    responses((status = 200, description = "It has ended; its followers are told", body = Feed))
)]
pub async fn end(admin: Admin, Named(handle): Named) -> Answer<Feed> {
    let actor = feeds::end_search(&admin.state.db, &admin.who, &handle, admin.now).await?;
    admin.ring();
    Ok(Json(Feed::of(&admin, actor, 0)))
}
