//! HTTP signatures: signing what we send, and deciding whether what arrives is believed.
//!
//! A request is judged in three steps, the cheap ones first: [`parse`] reads the header,
//! [`Signature::check`] asks whether it covers enough, recently enough, for this host and body,
//! and only then is the sender's key looked up and [`Signature::verify`] does the arithmetic.

mod cavage;
pub mod dialects;
pub mod digest;
mod ed25519;
mod error;
pub mod key;
mod message;
pub mod multibase;
mod policy;
mod sign;
mod structured;

use axum::http::header::HeaderName;
use axum::http::{HeaderMap, Method};

pub use digest::BodyDigest;
pub use ed25519::Ed25519Pair;
pub use error::SignatureError;
pub use key::{KeyError, KeyPair, PublicKey};
pub use message::ACCEPT_SIGNATURE;
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

impl Dialect {
    /// As it is written in the database and shown.
    pub fn id(self) -> &'static str {
        match self {
            Dialect::Cavage => "cavage",
            Dialect::Rfc9421 => "rfc9421",
        }
    }

    /// The dialect of this id.
    pub fn from_id(id: &str) -> Option<Self> {
        [Dialect::Cavage, Dialect::Rfc9421].into_iter().find(|dialect| dialect.id() == id)
    }

    /// What is tried when this one is not taken.
    pub fn other(self) -> Self {
        match self {
            Dialect::Cavage => Dialect::Rfc9421,
            Dialect::Rfc9421 => Dialect::Cavage,
        }
    }
}

/// The ways of signing that are believed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256: of draft-cavage the only one, and of RFC 9421 Mastodon's.
    RsaSha256,
    RsaPssSha512,
    Ed25519,
}

/// What a signature can cover. Each dialect has its own, and both have header fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Component {
    /// draft-cavage: method and target; RFC 9421: the target alone.
    RequestTarget,
    Created,
    Expires,
    Method,
    TargetUri,
    Authority,
    Scheme,
    Path,
    Query,
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
    /// What was said of how it was made.
    algorithm: Option<Algorithm>,
    covered: Vec<Component>,
    /// RFC 9421: the list of components with its parameters, which is signed too.
    parameters: String,
    bytes: Vec<u8>,
}

/// The parts of a request that a signature speaks about.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Ours, `scheme://host[:port]`: what stands before the path in the address asked.
    pub origin: &'a str,
    pub method: &'a Method,
    /// As it was on the request line: path and, if any, `?query`.
    pub path_and_query: &'a str,
    pub headers: &'a HeaderMap,
}

/// Reads the one signature of a request: `Signature-Input` and `Signature` (RFC 9421), else a
/// `Signature` header or `Authorization: Signature …` (draft-cavage).
pub fn parse(headers: &HeaderMap) -> Result<Signature, SignatureError> {
    let authorized = headers.get_all("authorization").iter().filter_map(|value| {
        let bytes = value.as_bytes();
        let scheme = bytes.get(..10).is_some_and(|s| s.eq_ignore_ascii_case(b"signature "));
        scheme.then(|| &bytes[10..])
    });
    if headers.contains_key("signature-input") {
        return match authorized.count() {
            0 => message::parse(headers),
            _ => Err(SignatureError::Several),
        };
    }
    let mut all = headers.get_all("signature").iter().map(|v| v.as_bytes()).chain(authorized);
    let one = all.next().ok_or(SignatureError::Missing)?;
    if all.next().is_some() {
        return Err(SignatureError::Several);
    }
    let text = std::str::from_utf8(one).map_err(|_| SignatureError::Malformed("not UTF-8"))?;
    cavage::parse(text)
}

/// The value of a header field as both dialects sign it: all its lines, each without blanks.
fn field(text: &mut Vec<u8>, name: &HeaderName, request: &Request) -> Result<(), SignatureError> {
    let mut any = false;
    for value in request.headers.get_all(name) {
        if any {
            text.extend_from_slice(b", ");
        }
        text.extend_from_slice(value.as_bytes().trim_ascii());
        any = true;
    }
    match any {
        true => Ok(()),
        false => Err(SignatureError::NotThere(name.as_str().to_owned())),
    }
}

impl Signature {
    /// Whether this signature, if it is genuine, is enough: what it covers, its age at `now`
    /// (epoch ms), whether it was meant for our origin, and for anything but GET and HEAD
    /// whether the digest fits `body`.
    pub fn check(&self, request: &Request, body: &[u8], now: i64) -> Result<(), SignatureError> {
        policy::check(self, request, body, now)
    }

    /// Whether `key` made this signature over this request. Says nothing about age or coverage.
    pub fn verify(&self, key: &PublicKey, request: &Request) -> Result<(), SignatureError> {
        let algorithm = key.algorithm(self.algorithm).ok_or(SignatureError::AlgorithmOfKey)?;
        let message = match self.dialect {
            Dialect::Cavage => cavage::signing_string(self, request)?,
            Dialect::Rfc9421 => message::signature_base(self, request)?,
        };
        match key.verifies_as(algorithm, &message, &self.bytes) {
            true => Ok(()),
            false => Err(SignatureError::Invalid),
        }
    }

    fn covers(&self, component: &Component) -> bool {
        self.covered.contains(component)
    }

    /// Whether the header field of this name is signed too.
    pub fn covers_header(&self, name: &HeaderName) -> bool {
        self.covered.iter().any(|c| matches!(c, Component::Header(h) if h == name))
    }
}

#[cfg(test)]
mod message_tests;
#[cfg(test)]
pub(crate) mod tests;
