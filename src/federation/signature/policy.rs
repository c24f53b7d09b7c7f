//! What a genuine signature must cover, and how old it may be (FEDERATION.md, "The inbox gate").

use super::{Component, Request, Signature, SignatureError, digest};
use crate::federation::fetch::address::same_authority;
use SignatureError::NotCovered;
use axum::http::header::{DATE, HOST, HeaderName};
use axum::http::{HeaderMap, Method};
use std::time::UNIX_EPOCH;

/// How long ago a request may have been signed, in ms: queues of peers are slow.
pub const MAX_AGE_MS: i64 = 12 * 3_600_000;
/// How far ahead of ours a peer's clock may go, in ms.
pub const MAX_AHEAD_MS: i64 = 5 * 60_000;

const DIGEST: HeaderName = HeaderName::from_static("digest");

pub(super) fn check(
    signature: &Signature,
    request: &Request,
    authority: &str,
    body: &[u8],
    now: i64,
) -> Result<(), SignatureError> {
    let has_body = !matches!(*request.method, Method::GET | Method::HEAD);
    if !signature.covers(&Component::RequestTarget) {
        return Err(NotCovered("(request-target)"));
    }
    if !signature.covers_header(&HOST) {
        return Err(NotCovered("host"));
    }
    if has_body && !signature.covers_header(&DIGEST) {
        return Err(NotCovered("digest"));
    }
    check_time(signature, request.headers, now)?;
    check_host(request.headers, authority)?;
    if has_body {
        digest::check(request.headers, body)?;
    }
    Ok(())
}

/// A time counts only if it is signed; where both are, both must be within the window.
fn check_time(signature: &Signature, headers: &HeaderMap, now: i64) -> Result<(), SignatureError> {
    let (created, date) = (signature.covers(&Component::Created), signature.covers_header(&DATE));
    if !created && !date {
        return Err(NotCovered("date or (created)"));
    }
    if created {
        let at = signature.created.ok_or_else(|| SignatureError::NotThere("(created)".into()))?;
        within(at * 1000, now)?;
    }
    if date {
        within(date_of(headers)?, now)?;
    }
    // Clocks differ: what expired a moment ago by ours may be valid by the sender's.
    match signature.expires.map(|at| now - at * 1000) {
        Some(late) if late > MAX_AHEAD_MS => Err(SignatureError::Expired(late)),
        _ => Ok(()),
    }
}

fn within(at: i64, now: i64) -> Result<(), SignatureError> {
    match now - at {
        age if age > MAX_AGE_MS => Err(SignatureError::TooOld(age)),
        age if age < -MAX_AHEAD_MS => Err(SignatureError::TooNew(-age)),
        _ => Ok(()),
    }
}

fn date_of(headers: &HeaderMap) -> Result<i64, SignatureError> {
    let text = only(headers, &DATE, "date")?;
    let time = httpdate::parse_http_date(text).map_err(|_| SignatureError::DateUnreadable)?;
    let since = time.duration_since(UNIX_EPOCH).map_err(|_| SignatureError::DateUnreadable)?;
    i64::try_from(since.as_millis()).map_err(|_| SignatureError::DateUnreadable)
}

fn check_host(headers: &HeaderMap, authority: &str) -> Result<(), SignatureError> {
    let host = only(headers, &HOST, "host")?;
    match same_authority(host, authority) {
        true => Ok(()),
        false => Err(SignatureError::WrongHost(super::error::quoted(host))),
    }
}

fn only<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
    shown: &'static str,
) -> Result<&'a str, SignatureError> {
    let mut all = headers.get_all(name).iter();
    let one = all.next().ok_or_else(|| SignatureError::NotThere(shown.into()))?;
    if all.next().is_some() {
        return Err(SignatureError::HeaderRepeated(shown));
    }
    one.to_str().map_err(|_| SignatureError::Malformed("a signed header is not ASCII"))
}
