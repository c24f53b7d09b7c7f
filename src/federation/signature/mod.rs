//! HTTP signatures: signing what we send, and deciding whether what arrives is believed.
//!
//! A request is judged in three steps, the cheap ones first: [`parse`] reads the header,
//! [`Signature::check`] asks whether it covers enough, recently enough, for this host and body,
//! and only then is the sender's key looked up and [`Signature::verify`] does the arithmetic.

mod cavage;
pub mod digest;
mod error;
pub mod key;
mod policy;
mod sign;

use axum::http::header::HeaderName;
use axum::http::{HeaderMap, Method};

pub use digest::BodyDigest;
pub use error::SignatureError;
pub use key::{KeyError, KeyPair, PublicKey};
pub use policy::{MAX_AGE_MS, MAX_AHEAD_MS};
pub use sign::{Signer, SignerAt};

/// The two ways in which servers sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Dialect {
    /// draft-cavage-http-signatures-12 with RSA and SHA-256, which everybody understands.
    Cavage,
    /// RFC 9421, HTTP Message Signatures.
    Rfc9421,
}

/// What a signature can cover.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Component {
    RequestTarget,
    Created,
    Expires,
    Header(HeaderName),
}

/// One signature as it arrived: read, not yet believed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// How it was made.
    pub dialect: Dialect,
    /// The id of the key that is said to have made it. At most 2,048 characters; any text.
    pub key_id: String,
    /// `(created)` in epoch seconds, if it was given.
    pub created: Option<i64>,
    /// `(expires)` in epoch seconds, if it was given.
    pub expires: Option<i64>,
    covered: Vec<Component>,
    bytes: Vec<u8>,
}

/// The parts of a request that a signature speaks about.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub method: &'a Method,
    /// As it was on the request line: path and, if any, `?query`.
    pub path_and_query: &'a str,
    pub headers: &'a HeaderMap,
}

/// Reads the one signature of a request: a `Signature` header or `Authorization: Signature …`.
pub fn parse(headers: &HeaderMap) -> Result<Signature, SignatureError> {
    if headers.contains_key("signature-input") {
        return Err(SignatureError::Rfc9421);
    }
    let authorized = headers.get_all("authorization").iter().filter_map(|value| {
        let bytes = value.as_bytes();
        let scheme = bytes.get(..10).is_some_and(|s| s.eq_ignore_ascii_case(b"signature "));
        scheme.then(|| &bytes[10..])
    });
    let mut all = headers.get_all("signature").iter().map(|v| v.as_bytes()).chain(authorized);
    let one = all.next().ok_or(SignatureError::Missing)?;
    if all.next().is_some() {
        return Err(SignatureError::Several);
    }
    let text = std::str::from_utf8(one).map_err(|_| SignatureError::Malformed("not UTF-8"))?;
    cavage::parse(text)
}

impl Signature {
    /// Whether this signature, if it is genuine, is enough: what it covers, its age at `now`
    /// (epoch ms), whether it was meant for `authority` (our host, with its port if that is not
    /// the default one), and for anything but GET and HEAD whether the digest fits `body`.
    pub fn check(
        &self,
        request: &Request,
        authority: &str,
        body: &[u8],
        now: i64,
    ) -> Result<(), SignatureError> {
        policy::check(self, request, authority, body, now)
    }

    /// Whether `key` made this signature over this request. Says nothing about age or coverage.
    pub fn verify(&self, key: &PublicKey, request: &Request) -> Result<(), SignatureError> {
        let message = cavage::signing_string(self, request)?;
        match key.verifies(&message, &self.bytes) {
            true => Ok(()),
            false => Err(SignatureError::Invalid),
        }
    }

    fn covers(&self, component: &Component) -> bool {
        self.covered.contains(component)
    }

    fn covers_header(&self, name: &HeaderName) -> bool {
        self.covered.iter().any(|c| matches!(c, Component::Header(h) if h == name))
    }
}

#[cfg(test)]
pub(crate) mod tests;
