//! Our actors write notes, change and delete them.

use axum::{Json, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    auth::Admin,
    comments::Comment,
    error::{Answer, Problem},
    extract::Body,
};
use crate::app::note::{self, Draft};

/// A note to be written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    /// Handle or id of the actor that writes: a citymaker or the network; the network by default.
    actor: Option<String>,
    /// Markdown, at most 10,000 characters.
    text: String,
    /// Id of the case, comment or post it answers, known here.
    in_reply_to: Option<String>,
    /// Language tag of the text.
    language: Option<String>,
}

/// An actor of ours writes a note
///
/// It goes to its author's followers, to the author of what it answers, and to whom it names.
#[utoipa::path(
    post, path = "/admin/notes", tag = "comments", operation_id = "writeNote",
    request_body = NewNote,
    responses(
        (status = 201, description = "The note", body = Comment),
        (status = 404, description = "What it answers is not known here",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn write(
    admin: Admin,
    Body(asked): Body<NewNote>,
) -> Result<(StatusCode, Json<Comment>), Problem> {
    let NewNote { actor, text, in_reply_to, language } = asked;
    let actor = admin.actor(actor.as_deref()).await?;
    let (db, urls, draft) = (&admin.state.db, &admin.state.urls, Draft { text, language });
    let reply_to = in_reply_to.as_deref();
    let made = note::write(db, urls, &admin.who, &actor, draft, reply_to, admin.now).await?;
    admin.ring();
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// A note's new text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedNote {
    /// Its id.
    note: String,
    /// Markdown, at most 10,000 characters.
    text: String,
    /// Language tag of the text; as before when absent.
    language: Option<String>,
}

/// A note of ours gets another text
#[utoipa::path(
    put, path = "/admin/notes", tag = "comments", operation_id = "changeNote",
    request_body = ChangedNote,
    responses((status = 200, description = "The note as it stands now", body = Comment))
)]
pub async fn update(admin: Admin, Body(asked): Body<ChangedNote>) -> Answer<Comment> {
    let ChangedNote { note, text, language } = asked;
    let (db, draft) = (&admin.state.db, Draft { text, language });
    let changed = note::update(db, &admin.who, &note, draft, admin.now).await?;
    admin.ring();
    Ok(Json(changed.into()))
}

/// Which note goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnwantedNote {
    /// Its id.
    note: String,
}

/// A note of ours is deleted
#[utoipa::path(
    delete, path = "/admin/notes", tag = "comments", operation_id = "deleteNote",
    request_body = UnwantedNote,
    responses((status = 204, description = "It is gone, and whoever was told of it is told so"))
)]
pub async fn delete(
    admin: Admin,
    Body(UnwantedNote { note }): Body<UnwantedNote>,
) -> Result<StatusCode, Problem> {
    note::delete(&admin.state.db, &admin.who, &note, admin.now).await?;
    admin.ring();
    Ok(StatusCode::NO_CONTENT)
}
