//! What arrives is checked here before anything is believed: size, type, shape, signature,
//! origin, limits; then it is written down, and only then answered with 202.

use super::{
    forwarded::{self, Trust},
    writer::Unwritten,
};
use crate::{
    domain::network::PeerStanding,
    federation::{
        context::Federation,
        fetch::media_type,
        followers::check as followers,
        json,
        object::{host_of, id_of, is_address, same_origin},
        resolve::ResolveError,
        signature::{self, Dialect, Request, SignatureError},
    },
    store::{inbox::Arrival, peers},
};
use axum::{
    body::{Body, Bytes},
    extract::{ConnectInfo, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::Deserialize;
use std::{borrow::Cow, net::SocketAddr, time::Duration};

/// A body must be here within this time: a slow sender holds nothing but its own connection.
const BODY_TIME: Duration = Duration::from_secs(10);

/// When a sender whose key could not be fetched is to come back: look-ups that failed are not
/// repeated before.
const KEY_PAUSE_S: u64 = 60;

/// Why something does not come in. The text is the answer to the sender.
#[derive(Debug, thiserror::Error)]
pub enum Turned {
    #[error("the body is larger than {0} bytes")]
    TooLarge(usize),
    #[error("the body did not arrive in time")]
    TooSlow,
    #[error("the body could not be read")]
    Broken,
    #[error(
        "the content type must be application/activity+json, or application/ld+json with the ActivityStreams profile"
    )]
    ContentType,
    #[error("the body is not taken: {0}")]
    Shape(#[from] json::ShapeError),
    #[error("the body is not an activity: {0}")]
    NoActivity(&'static str),
    #[error(transparent)]
    Signature(#[from] SignatureError),
    #[error("the key {0} cannot be had: {1}")]
    NoKey(String, String),
    #[error("the key {0} cannot be had now; come back in {2} s: {1}")]
    NoKeyNow(String, String, u64),
    #[error("the key belongs to {key}, the activity to {actor}")]
    ForeignKey { key: String, actor: String },
    #[error("the activity {0} is not on the server of its actor")]
    ForeignActivity(String),
    #[error("this server does not accept activities from {0}")]
    Blocked(String),
    #[error("too many activities; come back in {0} s")]
    TooMany(u64),
    #[error("this server is busy; come back in {0} s")]
    Busy(u64),
}

impl Turned {
    pub fn status(&self) -> StatusCode {
        match self {
            Turned::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Turned::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Turned::ContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Turned::Broken | Turned::Shape(_) | Turned::NoActivity(_) => StatusCode::BAD_REQUEST,
            Turned::Signature(error) => {
                StatusCode::from_u16(error.status()).unwrap_or(StatusCode::UNAUTHORIZED)
            }
            Turned::NoKey(..) | Turned::ForeignKey { .. } => StatusCode::UNAUTHORIZED,
            Turned::ForeignActivity(_) | Turned::Blocked(_) => StatusCode::FORBIDDEN,
            Turned::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            // Not 401: it would park the lane of a sender that restarts at this moment.
            Turned::NoKeyNow(..) | Turned::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn retry_after(&self) -> Option<u64> {
        match self {
            Turned::TooMany(seconds) | Turned::Busy(seconds) | Turned::NoKeyNow(_, _, seconds) => {
                Some(*seconds)
            }
            _ => None,
        }
    }
}

impl IntoResponse for Turned {
    fn into_response(self) -> Response {
        let text = format!("{self}\n");
        let mut response = (self.status(), text).into_response();
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// The part of an activity that the gate looks at.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow, default)]
    id: Option<Cow<'a, str>>,
    #[serde(default, rename = "type")]
    kind: serde_json::Value,
    #[serde(default)]
    actor: serde_json::Value,
    #[serde(default)]
    object: Option<&'a serde_json::value::RawValue>,
}

/// `POST /inbox` and `POST /a/{id}/inbox`: all inboxes are one.
pub async fn post(
    State(federation): State<Federation>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let address = crate::federation::serve::address_of(&federation, &headers, peer);
    let mut response = match receive(&federation, &address, &method, &uri, &headers, body).await {
        Ok(()) => StatusCode::ACCEPTED.into_response(),
        Err(turned) => {
            metrics::counter!("kontor_inbox_turned_away", "status" => turned.status().as_str().to_owned()).increment(1);
            tracing::debug!(reason = %turned, "turned away at the inbox");
            turned.into_response()
        }
    };
    // So that others know, whatever they were told.
    let asked = HeaderValue::from_static(signature::ACCEPT_SIGNATURE);
    response.headers_mut().insert("accept-signature", asked);
    response
}

async fn receive(
    federation: &Federation,
    address: &str,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    body: Body,
) -> Result<(), Turned> {
    let now = federation.now();
    federation.limits.by_address.take(address, now).map_err(Turned::TooMany)?;
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !content_type.is_some_and(media_type::is_activity) {
        return Err(Turned::ContentType);
    }
    let limits = &federation.state.config.limits;
    let body = read(body, headers, limits.inbox_body_bytes).await?;
    json::check_shape(&body, limits.inbox_json_depth)?;
    let text = std::str::from_utf8(&body).map_err(|_| Turned::NoActivity("it is not UTF-8"))?;
    let envelope: Envelope =
        serde_json::from_str(text).map_err(|_| Turned::NoActivity("it cannot be read"))?;
    let (id, kind, actor) = named(&envelope)?;
    let host = host_of(&actor).ok_or(Turned::NoActivity("its actor has no host"))?;

    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let origin = federation.state.urls.origin();
    let request = Request { origin, method, path_and_query: path, headers };
    let signature = signature::parse(headers)?;
    signature.check(&request, &body, now)?;
    let foreign = |key: &str| Turned::ForeignKey { key: key.to_owned(), actor: actor.clone() };
    if !same_origin(&signature.key_id, &actor) && !forwarded::may_be(&kind) {
        return Err(foreign(&signature.key_id));
    }
    if !same_origin(&id, &actor) {
        return Err(Turned::ForeignActivity(id));
    }
    if federation.state.urls.is_ours(&actor) {
        return Err(foreign(&signature.key_id));
    }
    let key_host = host_of(&signature.key_id).ok_or_else(|| foreign(&signature.key_id))?;
    for host in [&host, &key_host] {
        if is_blocked(federation, host).await? {
            return Err(Turned::Blocked(host.clone()));
        }
    }
    let deletes_itself = kind == "Delete" && object_is(&envelope, &actor);
    // The farewell of somebody we never met: nothing to do, nothing worth a fetch.
    let Some(sender) = signer_of(federation, &signature, &request, !deletes_itself).await? else {
        return Ok(());
    };
    if sender != actor && !forwarded::may_be(&kind) {
        return Err(foreign(&signature.key_id));
    }
    if signature.dialect == Dialect::Rfc9421 {
        federation.client.dialects().announced(&key_host);
    }
    // Only now: a forger must not use up what the host it pretends to be may send.
    federation.limits.by_host.take(&key_host, now).map_err(Turned::TooMany)?;
    federation.limits.by_actor.take(&sender, now).map_err(Turned::TooMany)?;
    let mut arrival =
        Arrival { id, actor, host: key_host, kind, body: text.to_owned(), received_at: now };
    if sender != arrival.actor {
        match forwarded::trust(federation, &arrival).await? {
            Trust::Proven => {}
            Trust::Named(object) => forwarded::reduce(&mut arrival, &object),
            Trust::None => {
                return Err(Turned::ForeignKey {
                    key: signature.key_id.clone(),
                    actor: arrival.actor,
                });
            }
        }
    }
    federation.writer.write(arrival).await.map_err(|error| match error {
        Unwritten::Busy => Turned::Busy(5),
        Unwritten::Failed => Turned::Busy(30),
    })?;
    metrics::counter!("kontor_inbox_accepted").increment(1);
    followers::heard(federation, &signature, headers, &sender).await;
    Ok(())
}

async fn read(body: Body, headers: &HeaderMap, most: usize) -> Result<Bytes, Turned> {
    let announced = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<usize>().ok());
    if announced.is_some_and(|length| length > most) {
        return Err(Turned::TooLarge(most));
    }
    let whole = tokio::time::timeout(BODY_TIME, Limited::new(body, most).collect());
    match whole.await {
        Err(_) => Err(Turned::TooSlow),
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Turned::TooLarge(most)),
        Ok(Err(_)) => Err(Turned::Broken),
    }
}

fn named(envelope: &Envelope) -> Result<(String, String, String), Turned> {
    let id = envelope.id.as_deref().filter(|id| is_address(id));
    let id = id.ok_or(Turned::NoActivity("it has no id that is a web address"))?;
    let kind = envelope.kind.as_str().filter(|kind| !kind.is_empty() && kind.len() <= 60);
    let kind = kind.ok_or(Turned::NoActivity("its type is not one name"))?;
    let actor = id_of(&envelope.actor);
    let actor = actor.ok_or(Turned::NoActivity("its actor is not one web address"))?;
    Ok((id.to_owned(), kind.to_owned(), actor))
}

fn object_is(envelope: &Envelope, actor: &str) -> bool {
    let value = envelope.object.and_then(|raw| serde_json::from_str(raw.get()).ok());
    value.as_ref().and_then(id_of).is_some_and(|id| id == actor)
}

pub async fn is_blocked(federation: &Federation, host: &str) -> Result<bool, Turned> {
    let standing = async {
        let mut tx = federation.state.db.read().await?;
        peers::standing(&mut tx, host).await
    };
    match standing.await {
        Ok(standing) => Ok(standing == PeerStanding::Blocked),
        Err(error) => {
            tracing::error!(%error, "the standing of a peer could not be read");
            Err(Turned::Busy(30))
        }
    }
}

/// The actor whose key made the signature; none when the key is not known and may not be fetched.
/// A key that does not fit is fetched again once: it may have been replaced.
pub async fn signer_of(
    federation: &Federation,
    signature: &signature::Signature,
    request: &Request<'_>,
    may_fetch: bool,
) -> Result<Option<String>, Turned> {
    let key_id = &signature.key_id;
    let no_key = |error: ResolveError| match error {
        ResolveError::TooMany(_, wait) => Turned::TooMany(wait),
        ResolveError::Store(error) => {
            tracing::error!(%error, "a key could not be looked up");
            Turned::Busy(30)
        }
        error if error.is_temporary() => {
            Turned::NoKeyNow(key_id.clone(), error.to_string(), KEY_PAUSE_S)
        }
        error => Turned::NoKey(key_id.clone(), error.to_string()),
    };
    let known = federation.key(key_id, may_fetch).await.map_err(no_key)?;
    let Some(known) = known else { return Ok(None) };
    if signature.verify(&known.key, request).is_ok() {
        return Ok(Some(known.actor.clone()));
    }
    let fresh = federation.key_again(&known, key_id).await.map_err(no_key)?;
    let Some(fresh) = fresh else { return Err(SignatureError::Invalid.into()) };
    signature.verify(&fresh.key, request)?;
    Ok(Some(fresh.actor.clone()))
}
