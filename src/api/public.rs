//! Reading for everybody beside the search: one case, the directory of networks, the vocabularies.

use axum::{
    Json,
    extract::{Path, State as Extract},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::{
    error::Problem,
    search::{FOR_ALL, Public, PublicCase, public},
};
use crate::{
    domain::search::CaseFilter,
    state::State,
    store::{cases, search},
};

/// A case of the common feed
#[utoipa::path(
    get, path = "/cases/{key}", tag = "public", operation_id = "showCase",
    params(("key" = String, Path, description = "The last part of its page's address, or of its id")),
    responses(
        (status = 200, description = "The case", body = PublicCase),
        (status = 301, description = "It has another address by now"),
        (status = 404, description = "There is none of this name"),
        (status = 410, description = "It was withdrawn, for the reason that is given"),
    )
)]
pub async fn case(
    Extract(state): Extract<State>,
    Path(key): Path<String>,
) -> Result<Response, Problem> {
    let missing = || Problem::not_found("there is no case of this name");
    let mut tx = state.db.read().await?;
    let stored = match cases::by_page(&mut tx, &key).await? {
        Some(stored) => Some(stored),
        None => cases::by_id(&mut tx, &key).await?,
    };
    let Some(stored) = stored else {
        let moved = cases::moved_page(&mut tx, &key).await?.ok_or_else(missing)?;
        let place = state.urls.absolute(&format!("{}/cases/{moved}", super::PREFIX));
        let place =
            [(header::LOCATION, String::from(url::Url::parse(&place).map_err(|_| missing())?))];
        return Ok((StatusCode::MOVED_PERMANENTLY, FOR_ALL, place).into_response());
    };
    if let Some((_, reason)) = stored.withdrawn.as_ref().filter(|_| !stored.is_shown()) {
        return Err(Problem::new(StatusCode::GONE, format!("withdrawn: {reason}")));
    }
    if !stored.is_shown() {
        return Err(missing());
    }
    Ok((FOR_ALL, Json(public(&state, &stored))).into_response())
}

/// The directory of networks
#[derive(Debug, Serialize, ToSchema)]
pub struct Directory {
    /// Each as the directory describes it, with the number of its cases here as `cases`.
    #[schema(value_type = Vec<Object>)]
    networks: Vec<Value>,
    /// The organisations that networks are related to.
    #[schema(value_type = Vec<Object>)]
    organisations: Vec<Value>,
}

/// The directory of networks
#[utoipa::path(
    get, path = "/networks", tag = "public", operation_id = "listNetworks",
    responses((status = 200, description = "All of them, with their sources", body = Directory))
)]
pub async fn networks(Extract(state): Extract<State>) -> Public<Directory> {
    let counts = &search::facets(&state.db, &CaseFilter::default()).await?.network;
    let mut whole: Value = serde_json::from_str(include_str!("../../vocabulary/networks.json"))
        .expect("the embedded directory is read by a test");
    let mut list = |name: &str| match whole[name].take() {
        Value::Array(items) => items,
        _ => Vec::new(),
    };
    let (mut networks, organisations) = (list("networks"), list("organisations"));
    for network in &mut networks {
        let count = counts.iter().find(|(slug, _)| network["slug"] == slug.as_str());
        network["cases"] = json!(count.map_or(0, |(_, count)| *count));
    }
    Ok((FOR_ALL, Json(Directory { networks, organisations })))
}

/// Name and content of every vocabulary.
const VOCABULARIES: [(&str, &str); 6] = [
    ("case.schema", include_str!("../../vocabulary/case.schema.json")),
    ("regions", include_str!("../../vocabulary/regions.json")),
    ("sdg-targets", include_str!("../../vocabulary/sdg-targets.json")),
    ("sdgs", include_str!("../../vocabulary/sdgs.json")),
    ("topics", include_str!("../../vocabulary/topics.json")),
    ("vocab", include_str!("../../vocabulary/vocab.json")),
];

/// A vocabulary that cases are described with.
#[derive(Debug, Serialize, ToSchema)]
pub struct Vocabulary {
    name: &'static str,
    url: String,
}

/// The vocabularies that cases are described with
#[utoipa::path(
    get, path = "/vocabularies", tag = "public", operation_id = "listVocabularies",
    responses((status = 200, description = "Their names and addresses", body = Vec<Vocabulary>))
)]
pub async fn vocabularies(Extract(state): Extract<State>) -> Public<Vec<Vocabulary>> {
    let address = |name| state.urls.absolute(&format!("{}/vocabularies/{name}", super::PREFIX));
    let all = VOCABULARIES.map(|(name, _)| Vocabulary { name, url: address(name) });
    Ok((FOR_ALL, Json(all.into())))
}

/// A vocabulary
#[utoipa::path(
    get, path = "/vocabularies/{name}", tag = "public", operation_id = "showVocabulary",
    params(("name" = String, Path, description = "As in the list of vocabularies")),
    responses(
        (status = 200, description = "The vocabulary, or the JSON Schema of a case", body = Object),
        (status = 404, description = "There is none of this name"),
    )
)]
pub async fn vocabulary(Path(name): Path<String>) -> Result<Response, Problem> {
    let found = VOCABULARIES.iter().find(|(known, _)| *known == name);
    let (_, text) = found.ok_or_else(|| Problem::not_found("there is no such vocabulary"))?;
    Ok((FOR_ALL, [(header::CONTENT_TYPE, "application/json")], *text).into_response())
}
