//! Signing what we send, as Mastodon, GoToSocial, Lemmy and the others expect it.

use super::key::{KeyError, KeyPair};
use super::{BodyDigest, Dialect};
use axum::http::header::{DATE, HOST, HeaderName};
use axum::http::{HeaderMap, HeaderValue};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};
use url::Url;

/// The last second that an HTTP date can name (the year 9999).
const LAST_DATE_MS: i64 = 253_402_300_799_000;

/// One of our actors as a signer: its key and the id under which others find it.
#[derive(Clone, Debug)]
pub struct Signer {
    key: Arc<KeyPair>,
    key_id: Arc<str>,
}

/// What is signed beside the target.
#[derive(Clone, Copy)]
struct Signed<'a> {
    digest: Option<&'a BodyDigest>,
    also: Option<(&'a HeaderName, &'a HeaderValue)>,
}

/// A signer at a moment (epoch ms).
#[derive(Clone, Copy, Debug)]
pub struct SignerAt<'a> {
    signer: &'a Signer,
    now: i64,
}

impl Signer {
    /// `key_id` is the URL of the public key, such as `https://HOST/a/ID#main-key`.
    pub fn new(key: Arc<KeyPair>, key_id: &str) -> Result<Self, KeyError> {
        let printable = key_id.bytes().all(|b| b.is_ascii_graphic() && b != b'"' && b != b'\\');
        match Url::parse(key_id) {
            Ok(url) if printable && matches!(url.scheme(), "https" | "http") => {
                Ok(Self { key, key_id: key_id.into() })
            }
            _ => Err(KeyError::KeyId),
        }
    }

    /// The id of the key.
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// This signer at `now` (epoch ms), for the fetching client.
    pub fn at(&self, now: i64) -> SignerAt<'_> {
        SignerAt { signer: self, now }
    }

    /// The signing headers for a POST to `url` of a body with this digest, among them `host` and
    /// `date`. The caller adds the content type. Every target needs its own signature.
    pub fn sign_post(
        &self,
        dialect: Dialect,
        url: &Url,
        digest: &BodyDigest,
        now: i64,
    ) -> HeaderMap {
        self.sign(dialect, "POST", url, Signed { digest: Some(digest), also: None }, now)
    }

    /// [`Signer::sign_post`] with one more header field, which is signed too and is among those
    /// returned. Its value is visible ASCII and single blanks.
    pub fn sign_post_with(
        &self,
        dialect: Dialect,
        url: &Url,
        digest: &BodyDigest,
        also: (HeaderName, &HeaderValue),
        now: i64,
    ) -> HeaderMap {
        let (name, field) = also;
        let signed = Signed { digest: Some(digest), also: Some((&name, field)) };
        let mut headers = self.sign(dialect, "POST", url, signed, now);
        headers.insert(name, field.clone());
        headers
    }

    /// The signing headers for a GET of `url`, among them `host` and `date`.
    pub fn sign_get(&self, dialect: Dialect, url: &Url, now: i64) -> HeaderMap {
        self.sign(dialect, "GET", url, Signed { digest: None, also: None }, now)
    }

    fn sign(
        &self,
        dialect: Dialect,
        method: &str,
        url: &Url,
        signed: Signed,
        now: i64,
    ) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(HOST, value(&authority(url)));
        headers.insert(DATE, value(&http_date(now)));
        match dialect {
            Dialect::Cavage => self.sign_cavage(&mut headers, method, url, signed, now),
            Dialect::Rfc9421 => self.sign_message(&mut headers, method, url, signed, now),
        }
        headers
    }

    fn sign_cavage(
        &self,
        headers: &mut HeaderMap,
        method: &str,
        url: &Url,
        signed: Signed,
        now: i64,
    ) {
        let (host, date) = (authority(url), http_date(now));
        let method = method.to_ascii_lowercase();
        let target = &url[url::Position::BeforePath..url::Position::AfterQuery];
        let mut text = format!("(request-target): {method} {target}\nhost: {host}\ndate: {date}");
        let mut covered = "(request-target) host date".to_owned();
        if let Some(digest) = signed.digest {
            let digest = digest.header();
            text += "\ndigest: ";
            text += &digest;
            covered += " digest";
            headers.insert(HeaderName::from_static("digest"), value(&digest));
        }
        if let Some((name, field)) = signed.also {
            text += &format!("\n{name}: {}", shown(field));
            covered += &format!(" {name}");
        }
        let signature = STANDARD.encode(self.key.sign(text.as_bytes()));
        // `rsa-sha256` and not `hs2019`: the one label that no peer has been seen to refuse.
        let signature = format!(
            r#"keyId="{}",algorithm="rsa-sha256",headers="{covered}",signature="{signature}""#,
            self.key_id
        );
        headers.insert(HeaderName::from_static("signature"), value(&signature));
    }

    /// RFC 9421 as Mastodon accepts it: RSA, whole target, one label.
    fn sign_message(
        &self,
        headers: &mut HeaderMap,
        method: &str,
        url: &Url,
        signed: Signed,
        now: i64,
    ) {
        let target = &url[..url::Position::AfterQuery];
        let mut text = format!("\"@method\": {method}\n\"@target-uri\": {target}\n");
        let mut covered = r#""@method" "@target-uri""#.to_owned();
        if let Some(digest) = signed.digest {
            let digest = digest.content_header();
            text += &format!("\"content-digest\": {digest}\n");
            covered += r#" "content-digest""#;
            headers.insert(HeaderName::from_static("content-digest"), value(&digest));
        }
        if let Some((name, field)) = signed.also {
            text += &format!("\"{name}\": {}\n", shown(field));
            covered += &format!(" \"{name}\"");
        }
        let parameters = format!(
            r#"({covered});created={};keyid="{}";alg="rsa-v1_5-sha256""#,
            now.clamp(0, LAST_DATE_MS) / 1000,
            self.key_id
        );
        text += &format!("\"@signature-params\": {parameters}");
        let signature = STANDARD.encode(self.key.sign(text.as_bytes()));
        let input = value(&format!("sig1={parameters}"));
        headers.insert(HeaderName::from_static("signature-input"), input);
        let signature = value(&format!("sig1=:{signature}:"));
        headers.insert(HeaderName::from_static("signature"), signature);
    }
}

impl SignerAt<'_> {
    /// See [`Signer::sign_get`].
    pub fn sign_get(&self, dialect: Dialect, url: &Url) -> HeaderMap {
        self.signer.sign_get(dialect, url, self.now)
    }
}

/// `host`, or `host:port` where the port is not the scheme's own.
pub(crate) fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

fn http_date(now: i64) -> String {
    let ms = now.clamp(0, LAST_DATE_MS).unsigned_abs();
    httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_millis(ms))
}

fn shown(field: &HeaderValue) -> &str {
    field.to_str().expect("what is signed is visible ASCII")
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("URLs, dates and base64 are visible ASCII")
}
