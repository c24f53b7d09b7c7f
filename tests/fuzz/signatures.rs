//! Signature headers, damaged: read or refused, never believed without a key.

use crate::mutate::{Dice, damaged, for_a_while};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use kontor::federation::signature::{self, BodyDigest, KeyPair, Request};
use std::sync::LazyLock;

const NAMES: [&str; 8] = [
    "signature",
    "signature-input",
    "digest",
    "content-digest",
    "date",
    "host",
    "authorization",
    "repr-digest",
];

/// Values as servers send them, one of each header.
fn corpus() -> Vec<Vec<u8>> {
    let digest = BodyDigest::of(b"{}").header();
    let cavage = "keyId=\"https://a.example/u#main-key\",algorithm=\"rsa-sha256\",\
        headers=\"(request-target) host date digest content-type\",signature=\"YWJj\"";
    let created = "keyId=\"https://a.example/u#main-key\",algorithm=\"hs2019\",created=1700000000,\
        expires=1700000300,headers=\"(request-target) (created) (expires) host digest\",\
        signature=\"YWJj\"";
    let input = "sig1=(\"@method\" \"@target-uri\" \"content-digest\");created=1700000000;\
        keyid=\"https://a.example/u#main-key\";alg=\"rsa-v1_5-sha256\"";
    let ed = "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\");\
        created=1618884473;expires=1618884773;nonce=\"a\";keyid=\"test-key-ed25519\";tag=\"x\"";
    let values = [
        cavage,
        created,
        input,
        ed,
        "sig1=:YWJj:",
        "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
        "Tue, 14 Nov 2023 22:13:20 GMT",
        "kontor.example",
        &digest,
        &format!("Signature {cavage}"),
    ];
    values.iter().map(|value| value.as_bytes().to_vec()).collect()
}

const WORDS: &[&str] = &[
    ",",
    "\"",
    "=",
    ";",
    "(",
    ")",
    ":",
    " ",
    "\t",
    "headers=\"\"",
    "keyId=\"\"",
    "created=-1",
    "created=99999999999999999999",
    "expires=0",
    "(request-target)",
    "(created)",
    "\"@query\"",
    "\"@query-param\";name=\"x\"",
    "\"@status\"",
    "\"host\";sf",
    "\"host\";bs",
    "\"host\";req",
    "?1",
    "?0",
    "*",
    "algorithm=\"hmac-sha256\"",
    "alg=\"ed25519\"",
    "%00",
    "é",
    "=====",
    "::",
    "sig2=(\"@method\")",
    "SHA-512=",
    "sha-256=",
    "MD5=",
    "\u{7f}",
];

static KEY: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate().unwrap());

#[test]
fn signature_headers_are_read_or_refused() {
    let corpus = corpus();
    // A run of headers, one a line: name index, then the value.
    let make = |dice: &mut Dice| {
        let mut lines = Vec::new();
        for _ in 0..=dice.below(6) {
            let name = dice.below(NAMES.len());
            let seed = dice.one(&corpus);
            let value =
                if dice.below(3) == 0 { seed.clone() } else { damaged(dice, seed, &corpus, WORDS) };
            lines.push(b'0' + name as u8);
            lines.extend(value.into_iter().filter(|byte| *byte != b'\n'));
            lines.push(b'\n');
        }
        lines
    };
    let key = signature::PublicKey::from_pem(KEY.public_key_pem()).unwrap();
    for_a_while("signatures", make, |input| {
        let mut headers = HeaderMap::new();
        for line in input.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let name = HeaderName::from_static(NAMES[usize::from(line[0] - b'0')]);
            if let Ok(value) = HeaderValue::from_bytes(&line[1..]) {
                headers.append(name, value);
            }
        }
        let Ok(signature) = signature::parse(&headers) else { return };
        assert!(signature.key_id.chars().count() <= 2_048);
        let method = Method::POST;
        let request = Request {
            method: &method,
            origin: "https://kontor.example",
            path_and_query: "/inbox",
            headers: &headers,
        };
        let _ = signature.check(&request, b"{}", 1_700_000_000_000);
        assert!(signature.verify(&key, &request).is_err(), "nobody signed this");
    });
}
