//! What visitors suggest for the directory of networks.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, time, time_if},
};
use crate::{app::suggest, store::suggestions as stored};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SuggestionsQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
    /// Only those that are `open` or `done`.
    state: Option<String>,
}

/// A suggestion of a visitor; every text is theirs.
#[derive(Debug, Serialize, ToSchema)]
pub struct Suggestion {
    id: String,
    /// `network`: one is missing or wrong; `claim`: they speak for it.
    kind: String,
    /// The entry it is about; empty for a new one.
    slug: String,
    name: String,
    website: String,
    message: String,
    /// How the visitor can be reached; never public, deleted when it is done.
    contact: String,
    /// Tag of the visitor's language.
    language: String,
    #[schema(format = DateTime)]
    at: String,
    /// `open` or `done`.
    state: String,
    /// What became of it.
    note: String,
    #[schema(format = DateTime)]
    decided: Option<String>,
}

impl From<stored::Suggestion> for Suggestion {
    fn from(found: stored::Suggestion) -> Self {
        let stored::Suggestion { id, kind, slug, name, website, message, contact, .. } = found;
        let stored::Suggestion { language, at, state, note, decided_at, .. } = found;
        let (at, decided) = (time(at), time_if(decided_at));
        Suggestion {
            id,
            kind,
            slug,
            name,
            website,
            message,
            contact,
            language,
            at,
            state,
            note,
            decided,
        }
    }
}

/// What visitors suggest for the directory of networks
#[utoipa::path(
    get, path = "/admin/suggestions", tag = "suggestions", operation_id = "listSuggestions",
    params(SuggestionsQuery),
    responses((status = 200, description = "Newest first", body = Page<Suggestion>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<SuggestionsQuery>) -> Answer<Page<Suggestion>> {
    let limit = admin.limit(query.limit);
    let state = query.state.as_deref();
    if state.is_some_and(|state| !matches!(state, "open" | "done")) {
        return Err(Problem::field("state", "unknown", "a state is `open` or `done`"));
    }
    let mut tx = admin.read().await?;
    let found = stored::page(&mut tx, state, query.before.as_deref(), limit + 1).await?;
    let total = stored::count(&mut tx, state).await?;
    Ok(Json(Page::of(found, limit, total, |found| found.id.clone(), Suggestion::from)))
}

/// What became of a suggestion.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// For colleagues; at most 500 characters.
    #[serde(default)]
    note: String,
}

/// A suggestion is dealt with; its contact is deleted
#[utoipa::path(
    post, path = "/admin/suggestions/{id}/done", tag = "suggestions",
    operation_id = "finishSuggestion",
    params(("id" = String, Path, description = "Id of the suggestion")),
    request_body = Outcome,
    responses((status = 200, description = "The suggestion", body = Suggestion))
)]
pub async fn done(
    admin: Admin,
    Named(id): Named,
    Body(Outcome { note }): Body<Outcome>,
) -> Answer<Suggestion> {
    let found = suggest::done(&admin.state.db, &admin.who, &id, &note, admin.now).await?;
    Ok(Json(found.into()))
}
