//! RFC 9421 signatures that must be believed, the standard's own among them, and all others.

use super::tests::PAIR;
use super::*;
use axum::http::HeaderValue;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use url::Url;

const HERE: &str = "https://here.example";
const NOW: i64 = 1_790_000_000_000;
const BODY: &[u8] = br#"{"type":"Create"}"#;
const KEY_ID: &str = "https://far.example/a/1#main-key";
const GOOD: &str = r#""@method" "@target-uri" "content-digest""#;
const TARGET: &str = "/inbox?x=1";

fn insert(headers: &mut HeaderMap, name: &'static str, value: &str) {
    headers.insert(name, HeaderValue::from_str(value).unwrap());
}

/// A POST signed over `covered`, with these parameters, every header correct and present.
fn crafted(covered: &str, parameters: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    insert(&mut headers, "host", "here.example");
    insert(&mut headers, "content-digest", &BodyDigest::of(BODY).content_header());
    insert(&mut headers, "date", "Mon, 21 Sep 2026 14:13:20 GMT");
    signed(headers, &format!("sig1=({covered}){parameters}"))
}

/// Signs what the input says, as far as it can be read.
fn signed(mut headers: HeaderMap, input: &str) -> HeaderMap {
    insert(&mut headers, "signature-input", input);
    insert(&mut headers, "signature", "sig1=:AA==:");
    let request = post(&headers);
    let text = parse(&headers).and_then(|s| message::signature_base(&s, &request));
    let bytes = STANDARD.encode(PAIR.sign(&text.unwrap_or_default()));
    insert(&mut headers, "signature", &format!("sig1=:{bytes}:"));
    headers
}

fn post(headers: &HeaderMap) -> Request<'_> {
    Request { origin: HERE, method: &Method::POST, path_and_query: TARGET, headers }
}

fn judge(headers: &HeaderMap) -> Result<(), SignatureError> {
    let request = post(headers);
    let signature = parse(headers)?;
    signature.check(&request, BODY, NOW)?;
    signature.verify(&PAIR.public_key()?, &request)
}

fn with_keyid(more: &str) -> String {
    format!(r#";created={};keyid="{KEY_ID}"{more}"#, NOW / 1000)
}

#[test]
fn what_we_sign_we_believe_in_both_dialects() {
    let signer = Signer::new(PAIR.clone(), KEY_ID).unwrap();
    let url = Url::parse("https://here.example/inbox?x=1").unwrap();
    for dialect in [Dialect::Cavage, Dialect::Rfc9421] {
        let headers = signer.sign_post(dialect, &url, &BodyDigest::of(BODY), NOW);
        assert_eq!(judge(&headers), Ok(()), "{dialect:?}");
        assert_eq!(parse(&headers).unwrap().dialect, dialect);
        assert_eq!(parse(&headers).unwrap().key_id, KEY_ID);
        let headers = signer.sign_get(dialect, &url, NOW);
        let get = Request { method: &Method::GET, ..post(&headers) };
        let signature = parse(&headers).unwrap();
        assert_eq!(signature.check(&get, b"", NOW), Ok(()));
        assert_eq!(signature.verify(&PAIR.public_key().unwrap(), &get), Ok(()));
        assert!(signature.check(&post(&headers), BODY, NOW).is_err());
    }
}

#[test]
fn the_target_may_be_signed_whole_or_in_parts_but_not_in_part() {
    for whole in [
        r#""@method" "@authority" "@path" "@query" "content-digest""#,
        r#""@method" "@authority" "@request-target" "content-digest""#,
        r#""content-digest" "@scheme" "date" "@target-uri" "@method" "host""#,
    ] {
        assert_eq!(judge(&crafted(whole, &with_keyid(""))), Ok(()), "{whole}");
    }
    for (part, lacks) in [
        (r#""@target-uri" "content-digest""#, "@method"),
        (r#""@method" "content-digest""#, "@target-uri, or @authority and @path"),
        (r#""@method" "@path" "@query" "content-digest""#, "@target-uri, or @authority and @path"),
        (r#""@method" "@authority" "content-digest""#, "@target-uri, or @authority and @path"),
        (r#""@method" "@authority" "@path" "content-digest""#, "@query"),
        (r#""@method" "@target-uri""#, "content-digest"),
        (r#""@method" "@target-uri" "digest""#, "content-digest"),
        ("", "@method"),
    ] {
        let mut headers = crafted(part, &with_keyid(""));
        insert(&mut headers, "digest", &BodyDigest::of(BODY).header());
        assert_eq!(judge(&headers), Err(SignatureError::NotCovered(lacks)), "{part}");
    }
}

#[test]
fn another_target_method_body_or_key_is_noticed() {
    let headers = crafted(GOOD, &with_keyid(""));
    let signature = parse(&headers).unwrap();
    let key = PAIR.public_key().unwrap();
    assert_eq!(signature.verify(&key, &post(&headers)), Ok(()));
    let get = Request { method: &Method::GET, ..post(&headers) };
    let path = Request { path_and_query: "/inbox", ..post(&headers) };
    let elsewhere = Request { origin: "https://elsewhere.example", ..post(&headers) };
    let plain = Request { origin: "http://here.example", ..post(&headers) };
    for other in [get, path, elsewhere, plain] {
        assert_eq!(signature.verify(&key, &other), Err(SignatureError::Invalid));
    }
    let wrong = signature.check(&elsewhere, BODY, NOW);
    assert_eq!(wrong, Err(SignatureError::WrongHost("here.example".into())));
    let body = signature.check(&post(&headers), b"{}", NOW);
    assert_eq!(body, Err(SignatureError::DigestMismatch));
    let mut swapped = headers.clone();
    insert(&mut swapped, "content-digest", &BodyDigest::of(b"{}").content_header());
    assert_eq!(signature.check(&post(&swapped), b"{}", NOW), Ok(()));
    assert_eq!(signature.verify(&key, &post(&swapped)), Err(SignatureError::Invalid));
    let stranger = Ed25519Pair::generate().unwrap().public_key().unwrap();
    assert_eq!(signature.verify(&stranger, &post(&headers)), Err(SignatureError::Invalid));
}

#[test]
fn the_other_digest_must_not_contradict() {
    let other = BodyDigest::of(b"{}");
    let mut headers = crafted(GOOD, &with_keyid(""));
    insert(&mut headers, "digest", &BodyDigest::of(BODY).header());
    assert_eq!(judge(&headers), Ok(()));
    insert(&mut headers, "digest", &other.header());
    assert_eq!(judge(&headers), Err(SignatureError::DigestConflict));
    let signer = Signer::new(PAIR.clone(), KEY_ID).unwrap();
    let url = Url::parse("https://here.example/inbox?x=1").unwrap();
    let mut headers = signer.sign_post(Dialect::Cavage, &url, &BodyDigest::of(BODY), NOW);
    insert(&mut headers, "content-digest", &other.content_header());
    assert_eq!(judge(&headers), Err(SignatureError::DigestConflict));
    insert(&mut headers, "content-digest", "md5=:AA==:");
    assert_eq!(judge(&headers), Ok(()));
}

#[test]
fn created_is_required_and_expires_is_obeyed() {
    let at = |parameters: String| judge(&crafted(GOOD, &parameters));
    let key = format!(r#";keyid="{KEY_ID}""#);
    let (now, hour) = (NOW / 1000, 3_600);
    assert_eq!(at(key.clone()), Err(SignatureError::NotCovered("created")));
    assert_eq!(at(format!(";created={}{key}", now - 12 * hour)), Ok(()));
    let old = at(format!(";created={}{key}", now - 13 * hour));
    assert_eq!(old, Err(SignatureError::TooOld(13 * hour * 1000)));
    assert_eq!(at(format!(";created={}{key}", now + 300)), Ok(()));
    let early = at(format!(";created={}{key}", now + 301));
    assert_eq!(early, Err(SignatureError::TooNew(301_000)));
    assert_eq!(at(format!(";created={now};expires={}{key}", now + 10)), Ok(()));
    let late = at(format!(";created={};expires={}{key}", now - 1_000, now - 400));
    assert_eq!(late, Err(SignatureError::Expired(400_000)));
    for odd in ["created=-1", "created=\"1\"", "created", "created=999999999999999", "created=1.5"]
    {
        assert!(at(format!(";{odd}{key}")).is_err(), "{odd}");
    }
}

#[test]
fn algorithms_must_be_known_and_fit_the_key() {
    let of = |name: &str| judge(&crafted(GOOD, &with_keyid(&format!(r#";alg="{name}""#))));
    assert_eq!(of("rsa-v1_5-sha256"), Ok(()));
    assert_eq!(of("ed25519"), Err(SignatureError::AlgorithmOfKey));
    assert_eq!(of("rsa-pss-sha512"), Err(SignatureError::Invalid));
    for odd in ["hmac-sha256", "ecdsa-p256-sha256", "rsa-sha256", "hs2019", "none", ""] {
        assert_eq!(of(odd), Err(SignatureError::Algorithm(odd.into())), "{odd}");
        assert_eq!(of(odd).unwrap_err().status(), 401);
    }
}

#[test]
fn components_with_parameters_and_unknown_ones_are_refused() {
    for odd in [
        r#""content-digest";sf"#,
        r#""content-digest";bs"#,
        r#""content-digest";key="sha-256""#,
        r#""@method";req"#,
        r#""x-trailer";tr"#,
        r#""@query-param";name="x""#,
        r#""@status""#,
        r#""@signature-params""#,
        r#""@unheard-of""#,
        r#""Content-Digest""#,
        r#""not a header""#,
        r#""""#,
    ] {
        let judged = judge(&crafted(&format!("{GOOD} {odd}"), &with_keyid("")));
        assert!(matches!(judged, Err(SignatureError::Component(_))), "{odd} {judged:?}");
        assert_eq!(judged.unwrap_err().status(), 401);
    }
    let absent = judge(&crafted(&format!(r#"{GOOD} "x-absent""#), &with_keyid("")));
    assert_eq!(absent, Err(SignatureError::NotThere("x-absent".into())));
    let twice = judge(&crafted(&format!(r#"{GOOD} "@method""#), &with_keyid("")));
    assert_eq!(twice, Err(SignatureError::Repeated("@method".into())));
}

#[test]
fn exactly_one_signature_counts() {
    let good = crafted(GOOD, &with_keyid(""));
    let bend = |name: &'static str, with: &dyn Fn(&str) -> String| {
        let mut headers = good.clone();
        let bent = with(good[name].to_str().unwrap());
        insert(&mut headers, name, &bent);
        judge(&headers)
    };
    let second = |name: &'static str, label: &str| {
        bend(name, &|one| format!("{one}, {}", one.replace("sig1", label)))
    };
    assert_eq!(judge(&good), Ok(()));
    assert_eq!(second("signature-input", "sig2"), Err(SignatureError::Several));
    assert_eq!(second("signature", "sig2"), Err(SignatureError::Several));
    assert_eq!(second("signature-input", "sig1"), Err(SignatureError::Several));
    let relabelled = bend("signature", &|one| one.replace("sig1", "sig2"));
    assert!(matches!(relabelled, Err(SignatureError::Malformed(_))));
    for (name, empty) in [("signature", ""), ("signature-input", "")] {
        assert_eq!(bend(name, &|_| empty.into()), Err(SignatureError::Missing));
    }
    for (name, odd) in [
        ("signature-input", "sig1"),
        ("signature-input", "sig1=1"),
        ("signature-input", "sig1=(x)"),
        ("signature-input", "sig1=(\"@method\" :AA==:)"),
        ("signature", "sig1=\"AA==\""),
        ("signature", "sig1=(:AA==:)"),
        ("signature", r#"keyId="k",headers="date",signature="AA==""#),
    ] {
        assert!(bend(name, &|_| odd.into()).is_err(), "{odd}");
    }
    let mut headers = good.clone();
    headers.append("signature", good["signature"].clone());
    assert_eq!(judge(&headers), Err(SignatureError::Several));
    let mut both = good.clone();
    insert(&mut both, "authorization", r#"Signature keyId="k",signature="AA==""#);
    assert_eq!(judge(&both), Err(SignatureError::Several));
    let nameless = judge(&crafted(GOOD, &format!(";created={}", NOW / 1000)));
    assert_eq!(nameless, Err(SignatureError::Malformed("keyid is missing")));
}

/// The request of RFC 9421, appendix B.2.
fn standards_request(input: &str, signature: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in [
        ("host", "example.com"),
        ("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
        ("content-type", "application/json"),
        (
            "content-digest",
            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwE\
             mTHWXvJwew==:",
        ),
        ("content-length", "18"),
        ("signature-input", input),
        ("signature", signature),
    ] {
        insert(&mut headers, name, value);
    }
    headers
}

#[test]
fn the_standards_ed25519_signature_is_genuine() {
    let headers = standards_request(
        r#"sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519""#,
        "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:",
    );
    let target = "/foo?param=Value&Pet=dog";
    let origin = "https://example.com";
    let request =
        Request { origin, method: &Method::POST, path_and_query: target, headers: &headers };
    let key = STANDARD.decode("JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=").unwrap();
    let key = PublicKey::from_ed25519(&key).unwrap();
    let signature = parse(&headers).unwrap();
    assert_eq!(signature.verify(&key, &request), Ok(()));
    let now = 1_618_884_473_000;
    assert_eq!(
        signature.check(&request, br#"{"hello": "world"}"#, now),
        Err(SignatureError::NotCovered("@query")),
        "genuine, and yet too little"
    );
    let get = Request { method: &Method::GET, ..request };
    assert_eq!(signature.verify(&key, &get), Err(SignatureError::Invalid));
    assert_eq!(digest::check_content(&headers, br#"{"hello": "world"}"#), Ok(()));
}

#[test]
fn the_standards_signature_bases_are_ours() {
    for (input, base) in [
        (
            r#"sig-b23=("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-rsa-pss""#,
            "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@method\": POST\n\"@path\": /foo\n\
             \"@query\": ?param=Value&Pet=dog\n\"@authority\": example.com\n\
             \"content-type\": application/json\n\"content-digest\": sha-512=:WZDPaVn/7XgHaAy8pmoj\
             AkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:\n\
             \"content-length\": 18\n\"@signature-params\": (\"date\" \"@method\" \"@path\" \
             \"@query\" \"@authority\" \"content-type\" \"content-digest\" \"content-length\")\
             ;created=1618884473;keyid=\"test-key-rsa-pss\"",
        ),
        (
            r#"sig-b21=();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd""#,
            "\"@signature-params\": ();created=1618884473;keyid=\"test-key-rsa-pss\"\
             ;nonce=\"b3k2pp5k7z-50gnwp.yemd\"",
        ),
    ] {
        let label = input.split('=').next().unwrap();
        let headers = standards_request(input, &format!("{label}=:AA==:"));
        let origin = "https://example.com";
        let request = Request {
            origin,
            method: &Method::POST,
            path_and_query: "/foo?param=Value&Pet=dog",
            headers: &headers,
        };
        let made = message::signature_base(&parse(&headers).unwrap(), &request).unwrap();
        assert_eq!(String::from_utf8(made).unwrap(), base);
    }
}

proptest::proptest! {
    #[test]
    fn no_pair_of_headers_makes_the_reader_panic(
        input in r#"(sig1=)?[("@a-z):;= ?0-9]{0,60}"#,
        signature in r#"(sig1=)?:?[A-Za-z0-9+/=]{0,20}:?"#,
    ) {
        let mut headers = HeaderMap::new();
        insert(&mut headers, "signature-input", &input);
        insert(&mut headers, "signature", &signature);
        let _ = parse(&headers);
    }
}
