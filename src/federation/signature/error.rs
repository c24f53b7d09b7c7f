//! Why a signature was not believed, in words that may be answered to its sender.

use super::key::KeyError;
use super::policy::{MAX_AGE_MS, MAX_AHEAD_MS};

/// Every way in which a signed request can fail.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    #[error("the request is not signed")]
    Missing,
    #[error("the request carries more than one signature; exactly one is accepted")]
    Several,
    #[error("the signature header cannot be read: {0}")]
    Malformed(&'static str),
    #[error("the signature names {0:?} twice")]
    Repeated(String),
    #[error(
        "the algorithm {0:?} is not accepted; use rsa-sha256, or by RFC 9421 rsa-v1_5-sha256, \
         rsa-pss-sha512 or ed25519"
    )]
    Algorithm(String),
    #[error("the algorithm is not one of the key's")]
    AlgorithmOfKey,
    #[error(
        "the component {0:?} is not accepted; derived components and header fields without parameters are"
    )]
    Component(String),
    #[error("the signature does not cover {0}")]
    NotCovered(&'static str),
    #[error("the signature covers {0:?}, which the request does not carry")]
    NotThere(String),
    #[error("the request carries the header {0:?} more than once")]
    HeaderRepeated(&'static str),
    #[error("the date cannot be read; it must be an HTTP date")]
    DateUnreadable,
    #[error("the date is {} old; at most {} are accepted", span(*.0), span(MAX_AGE_MS))]
    TooOld(i64),
    #[error("the date is {} ahead; at most {} are accepted", span(*.0), span(MAX_AHEAD_MS))]
    TooNew(i64),
    #[error("the signature expired {} ago", span(*.0))]
    Expired(i64),
    #[error("the request was signed for the host {0:?}, which is not this one")]
    WrongHost(String),
    #[error("the request carries no SHA-256 Digest of its body")]
    DigestMissing,
    #[error("the request carries no Content-Digest of its body with sha-256 or sha-512")]
    ContentDigestMissing,
    #[error("the digest of the body cannot be read")]
    DigestUnreadable,
    #[error("the digests of the body contradict each other")]
    DigestConflict,
    #[error("the digest is not that of the body")]
    DigestMismatch,
    #[error("{0}")]
    Key(#[from] KeyError),
    #[error("the signature does not fit the key and the request")]
    Invalid,
}

impl SignatureError {
    /// The HTTP status to answer with: 400 for what cannot be read, 401 for what is not believed.
    pub fn status(&self) -> u16 {
        match self {
            Self::Malformed(_)
            | Self::Repeated(_)
            | Self::HeaderRepeated(_)
            | Self::DigestUnreadable
            | Self::DigestConflict => 400,
            _ => 401,
        }
    }
}

/// Milliseconds in the two largest units that matter: "13 h", "5 min 10 s", "3 d 4 h".
fn span(ms: i64) -> String {
    let s = ms / 1000;
    let two = |big: i64, unit: &str, small: i64, sub: &str| match small {
        0 => format!("{big} {unit}"),
        _ => format!("{big} {unit} {small} {sub}"),
    };
    match s {
        ..60 => format!("{s} s"),
        60..3600 => two(s / 60, "min", s % 60, "s"),
        3600..172_800 => two(s / 3600, "h", s % 3600 / 60, "min"),
        _ => two(s / 86_400, "d", s % 86_400 / 3600, "h"),
    }
}

/// At most 60 characters of what a stranger wrote, without what could upset a log or a terminal.
pub(super) fn quoted(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_is_wrong_and_what_would_be_right() {
        let text = SignatureError::TooOld(13 * 3_600_000).to_string();
        assert_eq!(text, "the date is 13 h old; at most 12 h are accepted");
        let text = SignatureError::TooNew(310_000).to_string();
        assert_eq!(text, "the date is 5 min 10 s ahead; at most 5 min are accepted");
        assert_eq!(span(400 * 86_400_000), "400 d");
        assert_eq!(span(12 * 3_600_000 + 180_000), "12 h 3 min");
    }
}
