//! What a genuine signature must cover, and how old it may be (FEDERATION.md, "The inbox gate").

use super::{Component, Dialect, Request, Signature, SignatureError, digest};
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

const CONTENT_DIGEST: HeaderName = HeaderName::from_static("content-digest");

pub(super) fn check(
    signature: &Signature,
    request: &Request,
    body: &[u8],
    now: i64,
) -> Result<(), SignatureError> {
    let has_body = !matches!(*request.method, Method::GET | Method::HEAD);
    match signature.dialect {
        Dialect::Cavage => cavage_covers(signature, has_body)?,
        Dialect::Rfc9421 => message_covers(signature, request, has_body)?,
    }
    match signature.dialect {
        Dialect::Cavage => check_time(signature, request.headers, now)?,
        // The parameter is always signed, and a date beside it decides nothing.
        Dialect::Rfc9421 => {
            let created = signature.created.ok_or(NotCovered("created"))?;
            within(created * 1000, now)?;
            check_expiry(signature, now)?;
        }
    }
    let authority = request.origin.split_once("://").map_or(request.origin, |(_, rest)| rest);
    check_host(request.headers, authority)?;
    match (has_body, signature.dialect) {
        (false, _) => Ok(()),
        (true, Dialect::Cavage) => {
            digest::check(request.headers, body)?;
            digest::check_other(request.headers, body, "content-digest")
        }
        (true, Dialect::Rfc9421) => {
            digest::check_content(request.headers, body)?;
            digest::check_other(request.headers, body, "digest")
        }
    }
}

fn cavage_covers(signature: &Signature, has_body: bool) -> Result<(), SignatureError> {
    if !signature.covers(&Component::RequestTarget) {
        return Err(NotCovered("(request-target)"));
    }
    if !signature.covers_header(&HOST) {
        return Err(NotCovered("host"));
    }
    if has_body && !signature.covers_header(&DIGEST) {
        return Err(NotCovered("digest"));
    }
    Ok(())
}

/// Where the request goes must be signed whole: in one piece, or as host, path and query.
fn message_covers(
    signature: &Signature,
    request: &Request,
    has_body: bool,
) -> Result<(), SignatureError> {
    let covers = |component| signature.covers(&component);
    if !covers(Component::Method) {
        return Err(NotCovered("@method"));
    }
    if !covers(Component::TargetUri) {
        if !covers(Component::Authority) {
            return Err(NotCovered("@target-uri, or @authority and @path"));
        }
        if !covers(Component::RequestTarget) {
            if !covers(Component::Path) {
                return Err(NotCovered("@target-uri, or @authority and @path"));
            }
            if request.path_and_query.contains('?') && !covers(Component::Query) {
                return Err(NotCovered("@query"));
            }
        }
    }
    if has_body && !signature.covers_header(&CONTENT_DIGEST) {
        return Err(NotCovered("content-digest"));
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
    check_expiry(signature, now)
}

fn check_expiry(signature: &Signature, now: i64) -> Result<(), SignatureError> {
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
