//! Signatures that must be believed, and all those that must not.

use super::*;
use axum::http::HeaderValue;
use std::sync::{Arc, LazyLock};
use url::Url;

/// Key generation is slow; one pair serves all tests.
pub(crate) static PAIR: LazyLock<Arc<KeyPair>> =
    LazyLock::new(|| Arc::new(KeyPair::generate().unwrap()));
const KEY_ID: &str = "https://far.example/a/1#main-key";
const INBOX: &str = "https://here.example/inbox?x=1";
const BODY: &[u8] = br#"{"type":"Create"}"#;
const HERE: &str = "https://here.example";
const NOW: i64 = 1_790_000_000_000;
const HOUR: i64 = 3_600_000;

fn signer() -> Signer {
    Signer::new(PAIR.clone(), KEY_ID).unwrap()
}

fn posted(now: i64) -> HeaderMap {
    signer().sign_post(Dialect::Cavage, &Url::parse(INBOX).unwrap(), &BodyDigest::of(BODY), now)
}

/// Everything the gate asks, in its order, for a POST that arrives at `NOW`.
fn judge(headers: &HeaderMap, body: &[u8]) -> Result<(), SignatureError> {
    let request =
        Request { origin: HERE, method: &Method::POST, path_and_query: "/inbox?x=1", headers };
    let signature = parse(headers)?;
    signature.check(&request, body, NOW)?;
    signature.verify(&PAIR.public_key()?, &request)
}

/// A POST signed over `covered` with extra parameters, every header correct and present.
fn crafted(covered: &str, params: &str, date: i64) -> HeaderMap {
    let mut headers = posted(date);
    let mut unsigned = parse(&headers).unwrap();
    let given = format!(r#"keyId="{KEY_ID}",headers="{covered}",{params}signature="AA==""#);
    if let Ok(signature) = cavage::parse(&given) {
        unsigned = signature;
    }
    let request = Request {
        origin: HERE,
        method: &Method::POST,
        path_and_query: "/inbox?x=1",
        headers: &headers,
    };
    let text = cavage::signing_string(&unsigned, &request).unwrap_or_default();
    let bytes =
        base64::Engine::encode(&base64::engine::general_purpose::STANDARD, PAIR.sign(&text));
    let given = given.replace("AA==", &bytes);
    headers.insert("signature", HeaderValue::from_str(&given).unwrap());
    headers
}

#[test]
fn what_we_sign_we_believe() {
    assert_eq!(judge(&posted(NOW), BODY), Ok(()));
    let signature = parse(&posted(NOW)).unwrap();
    assert_eq!((signature.dialect, signature.key_id.as_str()), (Dialect::Cavage, KEY_ID));
}

#[test]
fn a_signed_get_needs_no_digest() {
    let url = Url::parse("http://localhost:8080/a/1").unwrap();
    let headers = signer().at(NOW).sign_get(Dialect::Cavage, &url);
    assert_eq!(headers["host"], "localhost:8080");
    let request = Request {
        origin: "http://localhost:8080",
        method: &Method::GET,
        path_and_query: "/a/1",
        headers: &headers,
    };
    let signature = parse(&headers).unwrap();
    assert_eq!(signature.check(&request, b"", NOW), Ok(()));
    assert_eq!(signature.verify(&PAIR.public_key().unwrap(), &request), Ok(()));
    let post = Request { method: &Method::POST, ..request };
    assert!(signature.check(&post, b"", NOW).is_err());
}

#[test]
fn another_key_path_method_body_or_host_is_noticed() {
    let headers = posted(NOW);
    let signature = parse(&headers).unwrap();
    let right = Request {
        origin: HERE,
        method: &Method::POST,
        path_and_query: "/inbox?x=1",
        headers: &headers,
    };
    let stranger = KeyPair::generate().unwrap().public_key().unwrap();
    let key = PAIR.public_key().unwrap();
    assert_eq!(signature.verify(&stranger, &right), Err(SignatureError::Invalid));
    for (method, path) in [(Method::PUT, "/inbox?x=1"), (Method::POST, "/inbox")] {
        let other =
            Request { origin: HERE, method: &method, path_and_query: path, headers: &headers };
        assert_eq!(signature.verify(&key, &other), Err(SignatureError::Invalid));
    }
    assert_eq!(judge(&headers, b"{}"), Err(SignatureError::DigestMismatch));
    let wrong =
        signature.check(&Request { origin: "https://elsewhere.example", ..right }, BODY, NOW);
    assert_eq!(wrong, Err(SignatureError::WrongHost("here.example".into())));
    let mut moved = headers.clone();
    moved.insert("host", HeaderValue::from_static("HERE.example:443"));
    assert_eq!(judge(&moved, BODY), Err(SignatureError::Invalid));
    let mut swapped = headers.clone();
    let digest = BodyDigest::of(b"{}").header();
    swapped.insert("digest", HeaderValue::from_str(&digest).unwrap());
    assert_eq!(judge(&swapped, b"{}"), Err(SignatureError::Invalid));
}

#[test]
fn a_partial_signature_names_what_it_lacks() {
    for (covered, lacks) in [
        ("digest", "(request-target)"),
        ("host date digest", "(request-target)"),
        ("(request-target) date digest", "host"),
        ("(request-target) host date", "digest"),
        ("(request-target) host digest", "date or (created)"),
    ] {
        let judged = judge(&crafted(covered, "", NOW), BODY);
        assert_eq!(judged, Err(SignatureError::NotCovered(lacks)), "{covered}");
        assert_eq!(judged.unwrap_err().status(), 401);
    }
    let all = "(request-target) host date digest";
    assert_eq!(judge(&crafted(all, "", NOW), BODY), Ok(()));
    let no_headers = posted(NOW)["signature"].to_str().unwrap().to_owned();
    let no_headers = no_headers.replace(r#"headers="(request-target) host date digest","#, "");
    let mut headers = posted(NOW);
    headers.insert("signature", HeaderValue::from_str(&no_headers).unwrap());
    assert_eq!(judge(&headers, BODY), Err(SignatureError::NotCovered("(request-target)")));
}

#[test]
fn an_old_or_future_date_is_refused_at_the_edge_of_the_window() {
    assert_eq!(judge(&posted(NOW - 12 * HOUR), BODY), Ok(()));
    let old = NOW - 13 * HOUR;
    assert_eq!(judge(&posted(old), BODY), Err(SignatureError::TooOld(13 * HOUR)));
    assert_eq!(judge(&posted(NOW + 5 * 60_000), BODY), Ok(()));
    assert_eq!(judge(&posted(NOW + 301_000), BODY), Err(SignatureError::TooNew(301_000)));
    assert!(judge(&posted(NOW + 10 * 365 * 24 * HOUR), BODY).is_err());
    assert!(judge(&posted(i64::MIN), BODY).is_err());
    assert!(judge(&posted(i64::MAX), BODY).is_err());
}

#[test]
fn created_and_expires_are_honoured() {
    let covered = "(request-target) (created) (expires) host digest";
    let at = |created: i64, expires: i64| {
        let params = format!("created={},expires={},", NOW / 1000 + created, NOW / 1000 + expires);
        judge(&crafted(covered, &params, NOW), BODY)
    };
    assert_eq!(at(-10, 10), Ok(()));
    assert_eq!(at(-1000, -400), Err(SignatureError::Expired(400_000)));
    assert_eq!(at(-13 * 3600, 10), Err(SignatureError::TooOld(13 * HOUR)));
    assert_eq!(at(400, 500), Err(SignatureError::TooNew(400_000)));
    let absent = judge(&crafted(covered, "", NOW), BODY);
    assert_eq!(absent, Err(SignatureError::NotThere("(created)".into())));
    // A fresh (created) that is not signed makes no old date young.
    let params = format!("created={},", NOW / 1000);
    let dated = crafted("(request-target) host date digest", &params, NOW - 20 * HOUR);
    assert_eq!(judge(&dated, BODY), Err(SignatureError::TooOld(20 * HOUR)));
    for odd in ["created=x,", "created=-1,", "created=99999999999999999999,", "expires=1e9,"] {
        assert!(judge(&crafted(covered, odd, NOW), BODY).is_err(), "{odd}");
    }
}

#[test]
fn two_signatures_are_one_too_many() {
    let mut headers = posted(NOW);
    let one = headers["signature"].clone();
    headers.append("signature", one.clone());
    assert_eq!(judge(&headers, BODY), Err(SignatureError::Several));
    headers.insert("signature", one.clone());
    let authorization = format!("Signature {}", one.to_str().unwrap());
    headers.insert("authorization", HeaderValue::from_str(&authorization).unwrap());
    assert_eq!(judge(&headers, BODY), Err(SignatureError::Several));
    headers.remove("signature");
    assert_eq!(judge(&headers, BODY), Ok(()));
    headers.insert("authorization", HeaderValue::from_static("Bearer x"));
    assert_eq!(judge(&headers, BODY), Err(SignatureError::Missing));
    let doubled = format!("{0},{0}", one.to_str().unwrap());
    headers.insert("signature", HeaderValue::from_str(&doubled).unwrap());
    assert_eq!(judge(&headers, BODY), Err(SignatureError::Repeated("keyId".into())));
    headers.insert("signature-input", HeaderValue::from_static("sig1=()"));
    assert_eq!(judge(&headers, BODY), Err(SignatureError::Malformed("a comma is missing")));
}

#[test]
fn odd_algorithms_are_refused_by_name() {
    for name in ["rsa-sha256", "hs2019", "RSA-SHA256"] {
        let params = format!(r#"algorithm="{name}","#);
        let headers = crafted("(request-target) host date digest", &params, NOW);
        assert_eq!(judge(&headers, BODY), Ok(()), "{name}");
    }
    for name in ["none", "hmac-sha256", "rsa-sha1", "rsa-sha512", "ed25519", ""] {
        let text = format!(r#"keyId="k",algorithm="{name}",headers="date",signature="AA==""#);
        assert_eq!(cavage::parse(&text), Err(SignatureError::Algorithm(name.into())));
    }
}

#[test]
fn the_header_is_read_in_any_order_and_quoting() {
    let text = r#"  signature=AA== , headers = "Date   Host" ,x="a, b=c",keyId="https://a/b?c=d,e#f" , created="5""#;
    let signature = cavage::parse(text).unwrap();
    assert_eq!(signature.key_id, "https://a/b?c=d,e#f");
    assert_eq!(signature.created, Some(5));
    assert_eq!(signature.covered.len(), 2);
    assert_eq!(signature.bytes, [0]);
}

#[test]
fn a_garbled_header_is_an_error_and_no_panic() {
    let ok = r#"keyId="k",headers="date",signature="AA==""#;
    assert!(cavage::parse(ok).is_ok());
    for bad in [
        "",
        ",",
        "=",
        "keyId",
        r#"keyId=""#,
        r#"keyId="k""#,
        r#"keyId="",headers="date",signature="AA==""#,
        r#"headers="date",signature="AA==""#,
        r#"keyId="k",headers="date""#,
        r#"keyId="k",headers="",signature="AA==""#,
        r#"keyId="k",headers="date date",signature="AA==""#,
        r#"keyId="k",headers="Date date",signature="AA==""#,
        r#"keyId="k",headers="(nonce)",signature="AA==""#,
        r#"keyId="k",headers="date",signature="A*""#,
        r#"keyId="k"headers="date",signature="AA==""#,
        r#"keyId="k",headers="date",signature="AA==","#,
        r#"keyId="k",keyId="l",headers="date",signature="AA==""#,
        r#"sig1=:AA==:"#,
        &format!("{ok},x={}", "y".repeat(9000)),
        &format!(r#"keyId="{}",headers="date",signature="AA==""#, "k".repeat(3000)),
    ] {
        assert!(cavage::parse(bad).is_err(), "{bad}");
    }
    for cut in 0..ok.len() {
        assert!(cavage::parse(&ok[..cut]).is_err(), "cut at {cut}");
    }
    let mut headers = HeaderMap::new();
    headers.insert("signature", HeaderValue::from_bytes(b"keyId=\"\xff\"").unwrap());
    assert_eq!(parse(&headers).unwrap_err().status(), 400);
}

#[test]
fn a_doubled_date_or_host_is_refused() {
    for name in ["date", "host"] {
        let mut headers = posted(NOW);
        let value = headers[name].clone();
        headers.append(HeaderName::from_static(name), value);
        assert_eq!(judge(&headers, BODY), Err(SignatureError::HeaderRepeated(name)));
    }
    let mut headers = posted(NOW);
    headers.insert("date", HeaderValue::from_static("yesterday"));
    assert_eq!(judge(&headers, BODY), Err(SignatureError::DateUnreadable));
    headers.remove("date");
    assert_eq!(judge(&headers, BODY), Err(SignatureError::NotThere("date".into())));
}

#[test]
fn a_key_id_that_could_break_the_header_makes_no_signer() {
    for bad in
        ["", "a", "urn:x:y", "https://a/\"b", "https://a/ b", "https://ä.example/", "https://a/\n"]
    {
        assert_eq!(Signer::new(PAIR.clone(), bad).unwrap_err(), KeyError::KeyId, "{bad}");
    }
}

/// A signature that another implementation made with a published test key (the crate
/// activitypub_federation 0.7, `http_signatures.rs`), over five headers in its own order.
#[test]
fn a_signature_made_by_another_implementation_is_believed() {
    let public = PublicKey::from_pem(KNOWN_KEY).unwrap();
    let mut headers = HeaderMap::new();
    for (name, value) in [
        ("host", "example.com"),
        ("date", "Tue, 28 Mar 2023 21:03:44 GMT"),
        ("content-type", "application/activity+json"),
        ("signature", KNOWN_SIGNATURE),
    ] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let digest = BodyDigest::of(b"my activity").header();
    headers.insert("digest", HeaderValue::from_str(&digest).unwrap());
    let path_and_query = "/u/alice/inbox";
    let request = Request {
        origin: "https://example.com",
        method: &Method::POST,
        path_and_query,
        headers: &headers,
    };
    let signature = parse(&headers).unwrap();
    let now = 1_680_037_424_000;
    assert_eq!(signature.check(&request, b"my activity", now), Ok(()));
    assert_eq!(signature.verify(&public, &request), Ok(()));
}

const KNOWN_SIGNATURE: &str = concat!(
    "keyId=\"https://example.com/u/alice#main-key\",algorithm=\"hs2019\",",
    "headers=\"(request-target) content-type date digest host\",",
    "signature=\"BpZhHNqzd6d6jhWOxyJ0jXwWWxiKMNK7i3mrr/5mVFnH7fUpicwqw8cSYVr",
    "cwWjt0I07HW7rZFUfIdSgCoOEdvxtrccF/hTrwYgm8O6SQRHl1UfFtDR6e9EpfPieVmTjo0",
    "QVfyzLLa41rmnz/yFqqer/v0kcdED51/dGe8NCGPBbhgK6C4oh7r+XHsQZMIhh38BcfZVWN",
    "YaMqgyhFxu2f34IKnOEk6NjSaNtO+PzQUhbksTvH0Vvi6R0dtQINJFdONVBl4AwDC1INeF5",
    "uhQo/SaKHfP3UitUHdM5Pbn+LhZYDB9AaQAW5ZGD43Aw15ecwsnKi4HcjV8nBw4zehlvaQ==\""
);

const KNOWN_KEY: &str = "-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2kZpsvWYrwM9zMQiDwo4
k6/VfpK2aDTeVe9ZkcvDrrWfqt72QSjjtXLa8sxJlEn+/zbnZ1lG3AO/WsKs2jiO
ycNQHBS1ITnSZKEpdKnAoLUn4k16YivRmALyLedOfIrvMtQzH8a+kOQ71u2Wa3H9
jpkCT5W9OneEBa3VjQp49kcrF3tmmrEUhfai5GJM4xrdr587y7exkBF4wObepta9
opSeuBkPV4QXZPfgmjwW+oOTheVH6L7yjzvjW92j4/T6XKAcu0kn/aQhR8SiGtPB
MyOlcW4S2eDHWf1RlqbNGb5L9Qamfb0WAymx0ANLUDQyXAu5zViMrd4g8mgdkg7C
1wIDAQAB
-----END PUBLIC KEY-----";

proptest::proptest! {
    #[test]
    fn no_header_makes_the_reader_panic(text in r#"(keyId|headers|[a-z]+)?=?"?[^"]*"?,?.{0,40}"#) {
        let _ = cavage::parse(&text);
    }
}
