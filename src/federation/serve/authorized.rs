//! Authorized fetch: where it is on, objects and collections are for servers that say who they
//! are and are not blocked.

use super::{address_of, asks_for_page, wants_activity};
use crate::federation::{
    context::Federation,
    inbox::gate::{Turned, is_blocked, signer_of},
    object::host_of,
    signature::{self, Request as Signed},
};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderValue, Method, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::net::SocketAddr;

/// What an answer depends on when it depends on the asker.
const VARY: HeaderValue =
    HeaderValue::from_static("accept, signature, signature-input, authorization");
const PRIVATE: HeaderValue = HeaderValue::from_static("private, max-age=60");

/// Before the routes of actors, objects and collections. The instance's own actor is open to all:
/// whoever verifies our signature needs its key. So are redirects to public pages.
pub async fn guard(State(federation): State<Federation>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let open = path == own_path(&federation) || leads_to_page(path, request.headers());
    if open || !is_on(&federation) || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let mut response = match admit(&federation, Asker::of(&request)).await {
        Ok(_) => next.run(request).await,
        Err(turned) => turned.into_response(),
    };
    for_the_asker(response.headers_mut());
    response
}

/// Whether it is on.
pub fn is_on(federation: &Federation) -> bool {
    federation.state.config.federation.authorized_fetch
}

/// Marks an answer as one asker's, so that no cache gives it to another.
pub fn for_the_asker(headers: &mut HeaderMap) {
    headers.insert(header::CACHE_CONTROL, PRIVATE);
    headers.insert(header::VARY, VARY);
    headers.insert("accept-signature", HeaderValue::from_static(signature::ACCEPT_SIGNATURE));
}

fn own_path(federation: &Federation) -> &str {
    let origin = federation.state.urls.origin();
    federation.instance().uri.strip_prefix(origin).unwrap_or_default()
}

/// `/a/ID` and `/o/ID` send browsers on to pages.
fn leads_to_page(path: &str, headers: &HeaderMap) -> bool {
    let id = path.strip_prefix("/a/").or_else(|| path.strip_prefix("/o/"));
    let redirects = id.is_some_and(|id| !id.is_empty() && !id.contains('/'));
    redirects && !wants_activity(headers) && asks_for_page(headers)
}

/// What of a request tells who asks.
pub struct Asker {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    peer: Option<SocketAddr>,
}

impl Asker {
    /// The asker of this request.
    pub fn of(request: &Request) -> Self {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        Asker {
            method: request.method().clone(),
            uri: request.uri().clone(),
            headers: request.headers().clone(),
            peer: peer.map(|ConnectInfo(peer)| *peer),
        }
    }
}

/// Who signed the request well: an actor whose host is not blocked.
///
/// # Errors
/// Why it is turned away.
pub async fn admit(federation: &Federation, asker: Asker) -> Result<String, Turned> {
    let Asker { method, uri, headers, peer } = &asker;
    let now = federation.now();
    // Looking a key up costs more than an answer.
    if let Some(peer) = peer {
        let address = address_of(federation, headers, *peer);
        federation.limits.by_address.take(&address, now).map_err(Turned::TooMany)?;
    }
    let path_and_query = uri.path_and_query().map_or("/", |path| path.as_str());
    let origin = federation.state.urls.origin();
    let signed = Signed { origin, method, path_and_query, headers };
    let signature = signature::parse(headers)?;
    signature.check(&signed, b"", now)?;
    let no_host = || Turned::NoActivity("the key of its signature has no host");
    let host = host_of(&signature.key_id).ok_or_else(no_host)?;
    if is_blocked(federation, &host).await? {
        return Err(Turned::Blocked(host));
    }
    let signer = signer_of(federation, &signature, &signed, true).await?;
    // Where fetching is permitted there is a key or an error.
    signer.ok_or(Turned::Signature(signature::SignatureError::Invalid))
}
