//! Comments under cases: what came, and what an editor decides about it.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Body},
    list::{Page, number, time},
};
use crate::{
    app::comment,
    domain::comment::CommentState,
    html,
    store::comments::{self, Authored},
};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CommentQuery {
    /// Only comments in this state: `shown`, `waiting`, `hidden`, `rejected` or `deleted`.
    state: Option<String>,
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
}

/// A comment under a case, or another note of ours.
#[derive(Debug, Serialize, ToSchema)]
pub struct Comment {
    /// Its uri.
    pub(super) id: String,
    number: i64,
    /// Id of its author.
    author: String,
    author_name: Option<String>,
    host: String,
    /// Id of the case it is about; null for a note of ours that is about none.
    case: Option<String>,
    in_reply_to: Option<String>,
    depth: i64,
    /// `shown`, `waiting`, `hidden`, `rejected` or `deleted`.
    state: &'static str,
    /// Out of sight because its host is blocked or limited.
    silenced: bool,
    language: Option<String>,
    /// Plain text that stands in front of the rest.
    warning: String,
    /// Plain text.
    text: String,
    /// Of our own: as it was typed, in Markdown.
    source: Option<String>,
    #[schema(format = DateTime)]
    published: String,
    #[schema(format = DateTime)]
    updated: String,
}

impl From<comments::Comment> for Comment {
    fn from(found: comments::Comment) -> Self {
        Comment {
            id: found.uri,
            number: found.num,
            author: found.actor,
            author_name: None,
            host: found.host,
            case: found.root,
            in_reply_to: found.parent,
            depth: found.depth,
            state: found.state.id(),
            silenced: found.silenced,
            language: found.language,
            warning: found.warning,
            text: html::to_plain(&found.html),
            source: found.source,
            published: time(found.published_at),
            updated: time(found.updated_at),
        }
    }
}

impl From<Authored> for Comment {
    fn from(Authored { comment, author }: Authored) -> Self {
        Comment { author_name: author.name, ..comment.into() }
    }
}

/// The comments under cases
#[utoipa::path(
    get, path = "/admin/comments", tag = "comments", operation_id = "listComments",
    params(CommentQuery),
    responses((status = 200, description = "Newest first", body = Page<Comment>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<CommentQuery>) -> Answer<Page<Comment>> {
    let limit = admin.limit(query.limit);
    let before = number(query.before.as_deref())?;
    let state = query.state.as_deref();
    if state.is_some_and(|state| CommentState::from_id(state).is_none()) {
        let message = "a comment is `shown`, `waiting`, `hidden`, `rejected` or `deleted`";
        return Err(Problem::field("state", "unknown", message));
    }
    let mut tx = admin.read().await?;
    let found = comments::page(&mut tx, state, before, limit + 1).await?;
    let total = comments::count(&mut tx, state).await?;
    let cursor = |one: &Authored| one.comment.num.to_string();
    Ok(Json(Page::of(found, limit, total, cursor, Comment::from)))
}

/// An editor's decision.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Id or number of the comment.
    comment: String,
    /// `shown`, `hidden` or `rejected`.
    state: String,
    /// Kept in the record of who did what.
    #[serde(default)]
    note: String,
}

/// A comment is shown, hidden or rejected
#[utoipa::path(
    post, path = "/admin/comments/moderate", tag = "comments", operation_id = "moderateComment",
    request_body = Decision,
    responses(
        (status = 200, description = "The comment as it stands now", body = Comment),
        (status = 409, description = "Its author deleted it",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn moderate(admin: Admin, Body(decision): Body<Decision>) -> Answer<Comment> {
    let Decision { comment, state, note } = decision;
    let state = CommentState::from_id(&state).ok_or_else(|| {
        Problem::field("state", "unknown", "a comment is `shown`, `hidden` or `rejected`")
    })?;
    let db = &admin.state.db;
    let decided = comment::moderate(db, &admin.who, &comment, state, &note, admin.now).await?;
    Ok(Json(decided.into()))
}
