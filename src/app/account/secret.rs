//! Secrets that people and browsers hold: random, and kept here only as hashes.

use aws_lc_rs::digest;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

/// Longest secret that is looked up; ours have 43 characters.
const MOST_BYTES: usize = 64;

/// 32 random bytes in base64url: of a session, of a link.
pub fn new() -> String {
    let mut bytes = [0; 32];
    aws_lc_rs::rand::fill(&mut bytes).expect("the system has a source of randomness");
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What is kept of a secret. It is looked up by this, so timing tells nothing of the secret.
pub fn hash(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, secret.as_bytes()))
}

/// Whether this may be one of ours at all.
pub fn is_plausible(secret: &str) -> bool {
    (16..=MOST_BYTES).contains(&secret.len())
        && secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
