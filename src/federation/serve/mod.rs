//! What other servers ask of us: actors, objects, collections, discovery.

pub mod authorized;
pub mod collections;
pub mod discovery;
pub mod followers;
pub mod objects;

use super::{context::Federation, fetch::media_type, inbox::gate};
use aws_lc_rs::digest;
use axum::{
    Json, Router,
    body::Body,
    extract::{DefaultBodyLimit, FromRequestParts},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    middleware::{from_fn_with_state, map_response},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

/// Everything under the ids of this instance, and the well-known addresses.
pub fn routes(federation: Federation) -> Router {
    let objects = Router::new()
        .route("/a/{id}", get(objects::actor))
        .route("/a/{id}/announces/{case}", get(objects::announcement))
        .route("/a/{id}/outbox", get(collections::outbox))
        .route("/a/{id}/followers", get(collections::followers))
        .route("/a/{id}/following", get(collections::following))
        .route("/a/{id}/featured", get(collections::featured))
        .route("/a/{id}/catalogue", get(collections::catalogue))
        .route("/o/{id}", get(objects::object))
        .route("/o/{id}/{part}", get(collections::of_object))
        .route("/activities/{id}", get(objects::activity))
        .layer(map_response(varies))
        .layer(from_fn_with_state(federation.clone(), authorized::guard));
    Router::new()
        .merge(objects)
        // Signed whether authorized fetch is on or not.
        .route("/a/{id}/followers_synchronization", get(followers::of_asker))
        .route("/inbox", post(gate::post))
        .route("/a/{id}/inbox", post(gate::post))
        .route("/ns", get(discovery::namespace))
        .route("/.well-known/webfinger", get(discovery::webfinger))
        .route("/.well-known/host-meta", get(discovery::host_meta))
        .route("/.well-known/nodeinfo", get(discovery::node_info_index))
        .route("/nodeinfo/{version}", get(discovery::node_info))
        // The gate has a limit of its own, which answers with 413.
        .layer(DefaultBodyLimit::disable())
        .with_state(federation)
}

/// Also what is not there, is gone or leads elsewhere is for one kind of asker: no cache may give it
/// to the other.
async fn varies(mut response: Response) -> Response {
    response.headers_mut().entry(header::VARY).or_insert(HeaderValue::from_static("Accept"));
    response
}

/// Whether the request prefers ActivityPub over a page.
pub fn wants_activity(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let accept = accept.unwrap_or_default();
    // A browser names text/html; servers do not, or after the ActivityPub types.
    let mut kinds = accept.split(',').map(str::trim);
    let page = kinds.clone().position(|kind| kind.starts_with("text/html"));
    let activity = kinds.position(media_type::is_activity);
    match (activity, page) {
        (Some(activity), Some(page)) => activity < page,
        (Some(_), None) => true,
        _ => false,
    }
}

/// Whether the request takes pages.
pub fn asks_for_page(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

/// Exact bytes with an ETag, or 304 when the asker has them.
pub fn activity_bytes(headers: &HeaderMap, body: impl Into<String>) -> Response {
    let body = body.into();
    let hash = digest::digest(&digest::SHA256, body.as_bytes());
    let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(&hash.as_ref()[..12]));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let fresh = known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag));
    let mut response = if fresh {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = Response::new(Body::from(body));
        let kind = HeaderValue::from_static("application/activity+json; charset=utf-8");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    };
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::VARY, HeaderValue::from_static("Accept"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// Why there is no answer. The cause goes to the log.
pub enum Unanswered {
    NotFound,
    /// A Tombstone, to be served with 410.
    Gone(String),
    BadRequest(&'static str),
    Store(crate::store::StoreError),
}

impl From<crate::store::StoreError> for Unanswered {
    fn from(error: crate::store::StoreError) -> Self {
        Unanswered::Store(error)
    }
}

impl IntoResponse for Unanswered {
    fn into_response(self) -> Response {
        let problem = |status: StatusCode, error: &str| {
            (status, Json(serde_json::json!({ "error": error }))).into_response()
        };
        match self {
            Unanswered::NotFound => problem(StatusCode::NOT_FOUND, "not found"),
            Unanswered::BadRequest(why) => problem(StatusCode::BAD_REQUEST, why),
            Unanswered::Gone(stone) => {
                let kind = HeaderValue::from_static("application/activity+json; charset=utf-8");
                (StatusCode::GONE, [(header::CONTENT_TYPE, kind)], stone).into_response()
            }
            Unanswered::Store(error) => {
                let id = crate::telemetry::new_id();
                tracing::error!(%error, id, "a request of another server could not be answered");
                problem(StatusCode::INTERNAL_SERVER_ERROR, &format!("internal error {id}"))
            }
        }
    }
}

/// The sender's address: of the connection, or as a proxy on loopback says.
pub fn address_of(federation: &Federation, headers: &HeaderMap, peer: SocketAddr) -> String {
    if federation.state.config.behind_proxy && peer.ip().is_loopback() {
        let forwarded = headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
        // The last one is what our own proxy saw; those before it anybody can claim.
        let last = forwarded.and_then(|list| list.rsplit(',').next());
        if let Some(address) = last.and_then(|text| text.trim().parse::<IpAddr>().ok()) {
            return address.to_string();
        }
    }
    peer.ip().to_string()
}

/// The headers of a request, for handlers that answer conditionally.
pub struct Asked(pub HeaderMap);

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Asked(parts.headers.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_get_pages_and_servers_get_activities() {
        let asks = |accept: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, HeaderValue::from_str(accept).unwrap());
            wants_activity(&headers)
        };
        assert!(asks("application/activity+json"));
        assert!(asks("application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\""));
        assert!(asks("application/activity+json, text/html;q=0.1"));
        assert!(!asks("text/html,application/xhtml+xml,*/*;q=0.8"));
        assert!(!asks("text/html, application/activity+json"));
        assert!(!asks("*/*"));
    }
}
