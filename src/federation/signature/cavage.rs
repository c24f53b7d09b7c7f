//! draft-cavage-http-signatures-12: its header and the text that is signed.

use super::digest::LENIENT;
use super::error::quoted;
use super::{Algorithm, Component, Dialect, Request, Signature, SignatureError};
use SignatureError::Malformed;
use axum::http::header::HeaderName;
use base64::Engine as _;

/// A signature of RSA-8192 has 1,368 characters, a key id rarely 200.
const MAX_HEADER_BYTES: usize = 8 * 1024;
const MAX_KEY_ID_BYTES: usize = 2048;
const MAX_COVERED: usize = 32;

/// Reads `keyId="…",algorithm="…",headers="…",signature="…"`: any order, any spacing, quotes
/// optional, unknown parameters ignored, but nothing twice.
pub(super) fn parse(text: &str) -> Result<Signature, SignatureError> {
    if text.len() > MAX_HEADER_BYTES {
        return Err(Malformed("it is too long"));
    }
    let mut given = Parameters::default();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, value, after) = parameter(rest)?;
        given.take(name, value)?;
        rest = after;
    }
    let key_id = given.key_id.filter(|id| !id.is_empty()).ok_or(Malformed("keyId is missing"))?;
    if key_id.len() > MAX_KEY_ID_BYTES || key_id.chars().any(char::is_control) {
        return Err(Malformed("keyId is no id"));
    }
    algorithm(given.algorithm)?;
    let bytes =
        given.signature.filter(|s| !s.is_empty()).ok_or(Malformed("signature is missing"))?;
    let bytes = LENIENT.decode(bytes).map_err(|_| Malformed("signature is not base64"))?;
    Ok(Signature {
        dialect: Dialect::Cavage,
        key_id: key_id.to_owned(),
        created: given.created.map(seconds).transpose()?,
        expires: given.expires.map(seconds).transpose()?,
        algorithm: Some(Algorithm::RsaSha256),
        covered: covered(given.headers)?,
        parameters: String::new(),
        bytes,
    })
}

#[derive(Default)]
struct Parameters<'a> {
    key_id: Option<&'a str>,
    algorithm: Option<&'a str>,
    headers: Option<&'a str>,
    signature: Option<&'a str>,
    created: Option<&'a str>,
    expires: Option<&'a str>,
}

impl<'a> Parameters<'a> {
    fn take(&mut self, name: &str, value: &'a str) -> Result<(), SignatureError> {
        let place = match name {
            "keyId" => &mut self.key_id,
            "algorithm" => &mut self.algorithm,
            "headers" => &mut self.headers,
            "signature" => &mut self.signature,
            "created" => &mut self.created,
            "expires" => &mut self.expires,
            _ => return Ok(()),
        };
        match place.replace(value) {
            None => Ok(()),
            Some(_) => Err(SignatureError::Repeated(name.to_owned())),
        }
    }
}

/// The first `name=value` of `text`, and what follows its comma.
fn parameter(text: &str) -> Result<(&str, &str, &str), SignatureError> {
    let (name, rest) = text.split_once('=').ok_or(Malformed("a parameter has no value"))?;
    let name = name.trim();
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
        return Err(Malformed("a parameter has no proper name"));
    }
    let rest = rest.trim_start();
    let (value, after) = match rest.strip_prefix('"') {
        // No value we use may contain a quote, so an escaped one is not worth understanding.
        Some(quoted) => quoted.split_once('"').ok_or(Malformed("a quote is not closed"))?,
        None => rest.split_at(rest.find(',').unwrap_or(rest.len())),
    };
    let after = after.trim_start();
    match after.strip_prefix(',') {
        Some(next) if next.trim().is_empty() => Err(Malformed("it ends with a comma")),
        Some(next) => Ok((name, value.trim(), next.trim_start())),
        None if after.is_empty() => Ok((name, value.trim(), after)),
        None => Err(Malformed("a comma is missing")),
    }
}

/// RSA with SHA-256 is what the whole field means by `rsa-sha256`, by `hs2019` and by nothing.
fn algorithm(name: Option<&str>) -> Result<(), SignatureError> {
    match name {
        None => Ok(()),
        Some(a) if a.eq_ignore_ascii_case("rsa-sha256") || a.eq_ignore_ascii_case("hs2019") => {
            Ok(())
        }
        Some(other) => Err(SignatureError::Algorithm(quoted(other))),
    }
}

fn seconds(text: &str) -> Result<i64, SignatureError> {
    // Some libraries write fractions; an i64 of seconds times 1,000 must still fit.
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let value: i64 = whole.parse().map_err(|_| Malformed("created or expires is no number"))?;
    match value {
        0..=253_402_300_799 => Ok(value),
        _ => Err(Malformed("created or expires is no time")),
    }
}

/// The draft's default, when nothing is said, is the date alone; the policy then refuses it.
fn covered(headers: Option<&str>) -> Result<Vec<Component>, SignatureError> {
    let mut covered = Vec::with_capacity(8);
    for name in headers.unwrap_or("date").split_ascii_whitespace() {
        let component = match name {
            "(request-target)" => Component::RequestTarget,
            "(created)" => Component::Created,
            "(expires)" => Component::Expires,
            name => Component::Header(
                HeaderName::from_bytes(name.as_bytes())
                    .map_err(|_| SignatureError::NotThere(quoted(name)))?,
            ),
        };
        if covered.contains(&component) {
            return Err(SignatureError::Repeated(quoted(name)));
        }
        covered.push(component);
    }
    match covered.len() {
        0 => Err(Malformed("headers is empty")),
        1..=MAX_COVERED => Ok(covered),
        _ => Err(Malformed("headers names too many")),
    }
}

/// The bytes that were signed, rebuilt from the request (section 2.3 of the draft).
pub(super) fn signing_string(
    signature: &Signature,
    request: &Request,
) -> Result<Vec<u8>, SignatureError> {
    let mut text = Vec::with_capacity(512);
    for component in &signature.covered {
        if !text.is_empty() {
            text.push(b'\n');
        }
        match component {
            Component::RequestTarget => {
                let method = request.method.as_str().to_ascii_lowercase();
                let line = format!("(request-target): {method} {}", request.path_and_query);
                text.extend_from_slice(line.as_bytes());
            }
            Component::Created => number(&mut text, "(created)", signature.created)?,
            Component::Expires => number(&mut text, "(expires)", signature.expires)?,
            Component::Header(name) => {
                text.extend_from_slice(format!("{name}: ").as_bytes());
                super::field(&mut text, name, request)?;
            }
            // Not read in this dialect.
            _ => return Err(SignatureError::Invalid),
        }
    }
    Ok(text)
}

fn number(text: &mut Vec<u8>, name: &str, value: Option<i64>) -> Result<(), SignatureError> {
    let value = value.ok_or_else(|| SignatureError::NotThere(name.to_owned()))?;
    text.extend_from_slice(format!("{name}: {value}").as_bytes());
    Ok(())
}
