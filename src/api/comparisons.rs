//! How followed catalogues compared with our copies.

use axum::{Json, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::Named,
    list::{Page, next_try, time_if},
};
use crate::{app::moderate, domain::id::Host, store::catalogue};

/// Most that are listed.
const MOST: i64 = 1_000;

/// A followed network's catalogue beside what is held of it here.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    host: String,
    /// The actor whose catalogue it is.
    actor: String,
    /// `never`, `equal`, `healed`, `failed` or `unsupported`.
    state: String,
    #[schema(format = DateTime)]
    compared_at: Option<String>,
    #[schema(format = DateTime)]
    healed_at: Option<String>,
    /// Cases in their catalogue.
    theirs: i64,
    missing: i64,
    changed: i64,
    gone: i64,
    /// Differences that stayed, because a rule of ours keeps them out or their server failed.
    not_healed: i64,
    error: String,
    #[schema(format = DateTime)]
    next_at: Option<String>,
}

/// How followed catalogues compared with our copies
#[utoipa::path(
    get, path = "/admin/comparisons", tag = "peers", operation_id = "listComparisons",
    responses((status = 200, description = "By host, at most 1,000", body = Page<Comparison>))
)]
pub async fn list(admin: Admin) -> Answer<Page<Comparison>> {
    let mut tx = admin.read().await?;
    let found = catalogue::comparisons(&mut tx, MOST).await?;
    let items: Vec<Comparison> = found
        .into_iter()
        .map(|found| Comparison {
            host: found.host,
            actor: found.target,
            state: found.state,
            compared_at: time_if(found.compared_at),
            healed_at: time_if(found.healed_at),
            theirs: found.theirs,
            missing: found.missing,
            changed: found.changed,
            gone: found.gone,
            not_healed: found.unhealed,
            error: found.error,
            next_at: next_try(found.next_at),
        })
        .collect();
    let total_items = items.len() as i64;
    Ok(Json(Page { items, next: None, total_items }))
}

/// Compare a followed host's catalogue now
///
/// Answered at once; the jobs compare within a second, and `GET /admin/comparisons` shows how it
/// went.
#[utoipa::path(
    post, path = "/admin/peers/{host}/compare", tag = "peers", operation_id = "compareCatalogue",
    params(("host" = String, Path, description = "Such as `cases.example.org`")),
    responses((status = 202, description = "It will be compared"))
)]
pub async fn compare(admin: Admin, Named(host): Named) -> Result<StatusCode, Problem> {
    let host =
        Host::parse(&host).map_err(|error| Problem::field("host", "host", error.to_string()))?;
    moderate::compare_now(&admin.state.db, &admin.who, host.as_str(), admin.now).await?;
    admin.state.wake.follows.notify_one();
    Ok(StatusCode::ACCEPTED)
}
