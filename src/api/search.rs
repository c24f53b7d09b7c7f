//! Reading for everybody: the common feed, its search and its facets, as JSON.

use axum::{
    Json,
    extract::{RawQuery, State as Extract},
    http::{HeaderName, HeaderValue, header},
};
use serde::Serialize;
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::{
    error::Problem,
    list::{Page, time},
    openapi::CaseRecord,
};
use crate::{
    domain::search::{CaseFilter, Facet},
    formats::taken,
    state::State,
    store::{cases::StoredCase, search},
};

/// Any page in any browser may read what is public.
pub const FOR_ALL: [(HeaderName, HeaderValue); 1] =
    [(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"))];

pub(super) type Public<T> = Result<([(HeaderName, HeaderValue); 1], Json<T>), Problem>;

const USUAL: i64 = 24;
const MOST: i64 = 100;

/// What is looked for, as in the address of the page `/cases`. Facets repeat (`sdg=6&sdg=13`): values of one
/// facet are alternatives, facets and words all have to fit. Unknown keys are left out.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "describes what CaseFilter reads")]
pub struct SearchQuery {
    /// Words: each has to occur, at least as the beginning of a word.
    q: Option<String>,
    /// Ids of topics; a topic stands for all below it.
    topic: Option<Vec<String>>,
    /// Numbers of goals.
    sdg: Option<Vec<u8>>,
    /// Keys of cities, as the facets name them.
    city: Option<Vec<String>>,
    /// ISO 3166-1 alpha-2.
    country: Option<Vec<String>>,
    /// Slugs of source networks.
    network: Option<Vec<String>>,
    /// Tags of languages a case can be read in.
    language: Option<Vec<String>>,
    /// Codes of targets: `11.5`.
    target: Option<Vec<String>>,
    /// Ids of regions.
    region: Option<Vec<String>>,
    /// Classes of cities by their people, `xs` to `xl`.
    size: Option<Vec<String>>,
    /// `planned`, `pilot`, `ongoing`, `completed` or `discontinued`.
    status: Option<Vec<String>>,
    /// Cost bands: `lt-100k`, `100k-1m`, `1m-10m`, `10m-100m`, `100m-1b`, `gt-1b`.
    cost: Option<Vec<String>>,
    /// Years in which cases began.
    year: Option<Vec<String>>,
    /// Ids of scales: `site` to `multi-city`.
    scale: Option<Vec<String>>,
    /// Names of awards, whatever their case and accents.
    award: Option<Vec<String>>,
    /// `newest` (by default), `updated`, `relevance`, `title`, `year` or `city`.
    sort: Option<String>,
    /// `next` of the page before this one.
    after: Option<String>,
    /// Cases on the page, at most 100; 24 by default.
    limit: Option<i64>,
}

/// A case of the common feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicCase {
    /// Id of the ActivityPub object.
    uri: String,
    /// Its page here.
    url: String,
    /// Its page at its origin.
    origin_url: Option<String>,
    /// The host that published it.
    host: String,
    /// Whether that is this instance.
    local: bool,
    #[schema(format = DateTime)]
    published: String,
    #[schema(format = DateTime)]
    updated: String,
    revision: i64,
    /// The licence as in the record.
    licence: &'static str,
    /// Its page; null when all rights are reserved.
    licence_url: Option<&'static str>,
    /// Without what is not public: no e-mail addresses, no editorial notes. When all rights are
    /// reserved only `id`, `title`, `summary`, `language`, `licence`, `source_network` and
    /// `source_url`.
    #[schema(value_type = CaseRecord)]
    record: Value,
}

/// Search the common feed
#[utoipa::path(
    get, path = "/cases", tag = "public", operation_id = "findCases", params(SearchQuery),
    responses((status = 200, description = "The cases that fit", body = Page<PublicCase>))
)]
pub async fn find(
    Extract(state): Extract<State>,
    RawQuery(query): RawQuery,
) -> Public<Page<PublicCase>> {
    let query = query.unwrap_or_default();
    let filter = CaseFilter::from_query(&query);
    let found = search::find(&state.db, &filter, limit_of(&query)).await?;
    let items = found.cases.iter().map(|stored| public(&state, stored)).collect();
    Ok((FOR_ALL, Json(Page { items, next: found.next, total_items: found.total })))
}

pub(super) fn public(state: &State, stored: &StoredCase) -> PublicCase {
    PublicCase {
        uri: stored.uri.clone(),
        url: state.urls.case_page(&stored.page),
        origin_url: stored.origin_url.clone(),
        host: stored.host.clone(),
        local: stored.local,
        published: time(stored.published),
        updated: time(stored.updated),
        revision: stored.revision,
        licence: stored.case.licence.id(),
        licence_url: stored.case.licence.url(),
        record: taken::record(&stored.case),
    }
}

/// As forgiving as the filter beside it: what is no number is left out.
fn limit_of(query: &str) -> i64 {
    url::form_urlencoded::parse(query.as_bytes())
        .find(|(key, _)| key == "limit")
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or(USUAL)
        .clamp(1, MOST)
}

/// A value of a facet, and how many cases it would leave.
#[derive(Debug, Serialize, ToSchema)]
pub struct FacetCount {
    value: String,
    count: i64,
}

/// The values of every facet, most cases first; each facet is counted without its own choice.
#[derive(Debug, Serialize, ToSchema)]
pub struct FacetCounts {
    topic: Vec<FacetCount>,
    sdg: Vec<FacetCount>,
    city: Vec<FacetCount>,
    country: Vec<FacetCount>,
    network: Vec<FacetCount>,
    language: Vec<FacetCount>,
    target: Vec<FacetCount>,
    region: Vec<FacetCount>,
    size: Vec<FacetCount>,
    status: Vec<FacetCount>,
    cost: Vec<FacetCount>,
    year: Vec<FacetCount>,
    scale: Vec<FacetCount>,
    award: Vec<FacetCount>,
}

/// Count the facets of a search
#[utoipa::path(
    get, path = "/cases/facets", tag = "public", operation_id = "countFacets", params(SearchQuery),
    responses((status = 200, description = "Exact counts", body = FacetCounts))
)]
pub async fn facets(
    Extract(state): Extract<State>,
    RawQuery(query): RawQuery,
) -> Public<FacetCounts> {
    let filter = CaseFilter::from_query(query.as_deref().unwrap_or_default());
    let found = search::facets(&state.db, &filter).await?;
    let of = |facet| counts(found.of(facet));
    Ok((
        FOR_ALL,
        Json(FacetCounts {
            topic: of(Facet::Topic),
            sdg: of(Facet::Sdg),
            city: of(Facet::City),
            country: of(Facet::Country),
            network: of(Facet::Network),
            language: of(Facet::Language),
            target: of(Facet::Target),
            region: of(Facet::Region),
            size: of(Facet::Size),
            status: of(Facet::Status),
            cost: of(Facet::Cost),
            year: of(Facet::Year),
            scale: of(Facet::Scale),
            award: of(Facet::Award),
        }),
    ))
}

fn counts(found: &[(String, i64)]) -> Vec<FacetCount> {
    let count = |(value, count): &(String, i64)| FacetCount { value: value.clone(), count: *count };
    found.iter().map(count).collect()
}
