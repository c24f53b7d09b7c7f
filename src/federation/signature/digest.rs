//! The hash of a body: written as `Digest` and `Content-Digest` headers, and checked against them.

use super::SignatureError;
use super::structured::{self, Item, Unreadable, Value};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::digest;
use axum::http::HeaderMap;
use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig, general_purpose};

/// Base64 that forgives a missing or superfluous `=`, as some peers send it.
pub(super) const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);
/// More values than there are registered digest algorithms are an attack.
const MAX_VALUES: usize = 16;

/// The SHA-256 of a body, computed once however often the body is sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BodyDigest([u8; 32]);

impl BodyDigest {
    /// Hashes `body`.
    pub fn of(body: &[u8]) -> Self {
        let hash = digest::digest(&digest::SHA256, body);
        Self(hash.as_ref().try_into().expect("SHA-256 has 32 bytes"))
    }

    /// The value of the `Digest` header: `SHA-256=…`.
    pub fn header(&self) -> String {
        format!("SHA-256={}", general_purpose::STANDARD.encode(self.0))
    }

    /// The value of the `Content-Digest` header (RFC 9530): `sha-256=:…:`.
    pub fn content_header(&self) -> String {
        format!("sha-256=:{}:", general_purpose::STANDARD.encode(self.0))
    }

    /// The 32 bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Checks every hash we know in the `Content-Digest` headers (RFC 9530) against `body`. SHA-256
/// or SHA-512 must be there, and what is there must be right.
pub fn check_content(headers: &HeaderMap, body: &[u8]) -> Result<(), SignatureError> {
    let mut lines = Vec::new();
    for line in headers.get_all("content-digest") {
        lines.push(line.to_str().map_err(|_| SignatureError::DigestUnreadable)?);
    }
    let members = structured::dictionary(&lines.join(", ")).map_err(|why| match why {
        Unreadable::Repeated(_) => SignatureError::DigestConflict,
        Unreadable::Malformed(_) => SignatureError::DigestUnreadable,
    })?;
    let mut known = false;
    for member in members {
        let algorithm = match member.name.as_str() {
            "sha-256" => &digest::SHA256,
            "sha-512" => &digest::SHA512,
            _ => continue,
        };
        let Value::Item(Item::Bytes(hash)) = member.value else {
            return Err(SignatureError::DigestUnreadable);
        };
        verify_slices_are_equal(digest::digest(algorithm, body).as_ref(), &hash)
            .map_err(|_| SignatureError::DigestMismatch)?;
        known = true;
    }
    known.then_some(()).ok_or(SignatureError::ContentDigestMissing)
}

/// A digest of the other dialect, which is not signed, must not say something else: whoever
/// stands in front of us or behind may read that one.
pub fn check_other(headers: &HeaderMap, body: &[u8], name: &str) -> Result<(), SignatureError> {
    if !headers.contains_key(name) {
        return Ok(());
    }
    let checked = match name {
        "digest" => check(headers, body),
        _ => check_content(headers, body),
    };
    match checked {
        Ok(()) | Err(SignatureError::DigestMissing | SignatureError::ContentDigestMissing) => {
            Ok(())
        }
        Err(_) => Err(SignatureError::DigestConflict),
    }
}

/// Checks every hash we know in the `Digest` headers (RFC 3230) against `body`. SHA-256 must be
/// there, values of one algorithm must agree, a SHA-512 that is there must be right too.
pub fn check(headers: &HeaderMap, body: &[u8]) -> Result<(), SignatureError> {
    let (mut sha256, mut sha512) = (None, None);
    let mut count = 0;
    for line in headers.get_all("digest") {
        let line = line.to_str().map_err(|_| SignatureError::DigestUnreadable)?;
        for value in line.split(',') {
            count += 1;
            let (name, hash) = value.split_once('=').ok_or(SignatureError::DigestUnreadable)?;
            let seen = match name.trim() {
                n if n.eq_ignore_ascii_case("sha-256") => &mut sha256,
                n if n.eq_ignore_ascii_case("sha-512") => &mut sha512,
                _ => continue,
            };
            let hash = LENIENT.decode(hash.trim()).map_err(|_| SignatureError::DigestUnreadable)?;
            if count > MAX_VALUES || seen.as_ref().is_some_and(|first| *first != hash) {
                return Err(SignatureError::DigestConflict);
            }
            *seen = Some(hash);
        }
    }
    let sha256 = sha256.ok_or(SignatureError::DigestMissing)?;
    verify_slices_are_equal(BodyDigest::of(body).bytes(), &sha256)
        .map_err(|_| SignatureError::DigestMismatch)?;
    if let Some(sha512) = sha512 {
        verify_slices_are_equal(digest::digest(&digest::SHA512, body).as_ref(), &sha512)
            .map_err(|_| SignatureError::DigestConflict)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn checked(lines: &[&str], body: &[u8]) -> Result<(), SignatureError> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("digest", HeaderValue::from_str(line).unwrap());
        }
        check(&headers, body)
    }

    const HELLO: &str = "SHA-256=LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
    const HELLO_512: &str = "SHA-512=m3HSJL1i83hdltRq0+o9czGb+8KJDKra4t/3JRlnPKcjI8PZm6XBHXx6zG4\
                             UuMXaDEZjR1wuXDre9G9zvN7AQw==";

    #[test]
    fn the_known_hash_of_hello_is_accepted_in_every_spelling() {
        assert_eq!(BodyDigest::of(b"hello").header(), HELLO);
        let lower = HELLO.replace("SHA", "sha");
        let both = format!("{HELLO}, {HELLO_512}");
        let unpadded = HELLO.trim_end_matches('=');
        for ok in [HELLO, &lower, &both, unpadded, &format!("md5=xx,{HELLO}")] {
            assert_eq!(checked(&[ok], b"hello"), Ok(()), "{ok}");
        }
        assert_eq!(checked(&[HELLO_512, HELLO], b"hello"), Ok(()));
        assert_eq!(checked(&[HELLO, HELLO], b"hello"), Ok(()));
    }

    #[test]
    fn a_changed_body_is_noticed() {
        assert_eq!(checked(&[HELLO], b"hullo"), Err(SignatureError::DigestMismatch));
        assert_eq!(checked(&["SHA-256="], b"hello"), Err(SignatureError::DigestMismatch));
    }

    #[test]
    fn a_content_digest_must_be_there_be_known_and_be_right() {
        let of = |line: &str, body: &[u8]| {
            let mut headers = HeaderMap::new();
            headers.insert("content-digest", HeaderValue::from_str(line).unwrap());
            check_content(&headers, body)
        };
        let hello = BodyDigest::of(b"hello").content_header();
        assert_eq!(hello, "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:");
        let long = HELLO_512.replace("SHA-512=", "sha-512=:") + ":";
        for ok in [&hello, &long, &format!("{hello}, {long}"), &format!("md5=:AA==:, {hello}")] {
            assert_eq!(of(ok, b"hello"), Ok(()), "{ok}");
        }
        assert_eq!(of(&hello, b"hullo"), Err(SignatureError::DigestMismatch));
        let other = BodyDigest::of(b"hullo").content_header();
        for (line, error) in [
            (format!("{hello}, {other}"), SignatureError::DigestConflict),
            (format!("{other}, {long}"), SignatureError::DigestMismatch),
            ("md5=:AA==:".to_owned(), SignatureError::ContentDigestMissing),
            (String::new(), SignatureError::ContentDigestMissing),
            ("sha-256=AA==".to_owned(), SignatureError::DigestUnreadable),
            ("sha-256".to_owned(), SignatureError::DigestUnreadable),
            (HELLO.to_owned(), SignatureError::DigestUnreadable),
        ] {
            assert_eq!(of(&line, b"hello"), Err(error), "{line}");
        }
    }

    #[test]
    fn conflicting_missing_and_garbled_hashes_are_told_apart() {
        let other = BodyDigest::of(b"hullo").header();
        let conflict = Err(SignatureError::DigestConflict);
        assert_eq!(checked(&[HELLO, &other], b"hello"), conflict);
        assert_eq!(checked(&[&format!("{other},{HELLO}")], b"hello"), conflict);
        let wrong_512 = HELLO_512.replace("m3HS", "m3HT");
        assert_eq!(checked(&[HELLO, &wrong_512], b"hello"), conflict);
        assert_eq!(checked(&[], b""), Err(SignatureError::DigestMissing));
        assert_eq!(checked(&[HELLO_512], b"hello"), Err(SignatureError::DigestMissing));
        let md5 = HELLO.replace("SHA-256", "MD5");
        assert_eq!(checked(&[&md5], b"hello"), Err(SignatureError::DigestMissing));
        for bad in ["SHA-256", "SHA-256=!!", ""] {
            assert_eq!(checked(&[bad], b"hello"), Err(SignatureError::DigestUnreadable), "{bad}");
        }
        let many = vec![HELLO; 17];
        assert_eq!(checked(&many, b"hello"), conflict);
    }
}
