//! How a case of this network will look on other servers.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Named},
};
use crate::{
    preview::{self, Software, Trap, View},
    store::actors::{self, ActorKind},
};

/// A case as readers of other servers will see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CasePreview {
    /// Id of the ActivityPub object.
    uri: String,
    views: Vec<View>,
    /// What an author may want to change before publishing.
    traps: Vec<Trap>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PreviewQuery {
    /// Only as this software shows it: mastodon, gotosocial, lemmy, friendica or kontor.
    r#as: Option<String>,
}

/// How a case will look on other servers
///
/// Whether it is published or not, from its record as it is now.
#[utoipa::path(
    get, path = "/admin/cases/{key}/preview", tag = "cases", operation_id = "previewCase",
    params(("key" = String, Path, description = "The record's `id`, or the ULID"), PreviewQuery),
    responses((status = 200, description = "One view for each software", body = CasePreview))
)]
pub async fn of_case(
    admin: Admin,
    Named(key): Named,
    Asked(query): Asked<PreviewQuery>,
) -> Answer<CasePreview> {
    let chosen = match query.r#as.as_deref() {
        None => Software::ALL.to_vec(),
        Some(id) => match Software::from_id(id) {
            Some(software) => vec![software],
            None => return Err(Problem::field("as", "unknown", "no such software is known")),
        },
    };
    let stored = admin.case(&key).await?;
    let mut tx = admin.read().await?;
    let built_in = actors::built_in(&mut tx).await?;
    let feed = built_in.iter().find(|actor| actor.kind == ActorKind::CaseFeed);
    let feed = feed.map(|feed| feed.uri.as_str()).unwrap_or_default();
    let state = &admin.state;
    let article = (state.compose)(&stored, &state.urls, &state.texts, feed);
    Ok(Json(CasePreview {
        views: chosen.into_iter().map(|software| preview::view(&article, software)).collect(),
        traps: preview::traps(&article, &stored.case),
        uri: stored.uri,
    }))
}
