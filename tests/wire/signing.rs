//! Signatures that leave this program are genuine by somebody else's arithmetic.

use axum::http::Method;
use kontor::federation::signature::{
    BodyDigest, Dialect, KeyPair, PublicKey, Request, Signer, parse,
};
use std::process::Command;
use std::sync::Arc;
use url::Url;

const NOW: i64 = 1_790_000_000_000;

fn openssl(args: &[&str], dir: &std::path::Path) -> Option<std::process::Output> {
    let run = Command::new("openssl").args(args).current_dir(dir).output();
    if run.is_err() {
        eprintln!("SKIPPED: the program openssl is not installed");
    }
    run.ok()
}

#[test]
fn openssl_verifies_what_we_sign() {
    let dir = tempfile::tempdir().unwrap();
    let pair = Arc::new(KeyPair::generate().unwrap());
    let signer = Signer::new(pair.clone(), "https://here.example/a/1#main-key").unwrap();
    let url = Url::parse("https://far.example/inbox").unwrap();
    let digest = BodyDigest::of(b"{}");
    let headers = signer.sign_post(Dialect::Cavage, &url, &digest, NOW);
    let text = "(request-target): post /inbox\nhost: far.example\n\
                date: Mon, 21 Sep 2026 14:13:20 GMT\n\
                digest: SHA-256=RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=";
    let given = headers["signature"].to_str().unwrap();
    let (_, bytes) = given.split_once("signature=\"").unwrap();
    let bytes = base64::Engine::decode(
        &base64::engine::general_purpose::STANDARD,
        bytes.trim_end_matches('"'),
    );
    std::fs::write(dir.path().join("key.pem"), pair.public_key_pem()).unwrap();
    std::fs::write(dir.path().join("text"), text).unwrap();
    std::fs::write(dir.path().join("sig"), bytes.unwrap()).unwrap();
    let args = ["dgst", "-sha256", "-verify", "key.pem", "-signature", "sig", "text"];
    let Some(run) = openssl(&args, dir.path()) else { return };
    assert_eq!(String::from_utf8_lossy(&run.stdout).trim(), "Verified OK");
}

#[test]
fn we_verify_what_openssl_signs_with_keys_of_every_accepted_kind() {
    let dir = tempfile::tempdir().unwrap();
    let key = |bits: &str| {
        let made = openssl(&["genrsa", "-out", "key.pem", bits], dir.path());
        made.map(|run| assert!(run.status.success()))
    };
    for (bits, form) in [("2048", "-pubout"), ("3072", "-RSAPublicKey_out")] {
        if key(bits).is_none() {
            return;
        }
        openssl(&["rsa", "-in", "key.pem", form, "-out", "pub.pem"], dir.path()).unwrap();
        let public = std::fs::read_to_string(dir.path().join("pub.pem")).unwrap();
        let public = PublicKey::from_pem(&public).unwrap();
        assert_eq!(public.bits().to_string(), bits);

        let text =
            "(request-target): get /a\nhost: here.example\ndate: Mon, 21 Sep 2026 14:13:20 GMT";
        std::fs::write(dir.path().join("text"), text).unwrap();
        let sign = ["dgst", "-sha256", "-sign", "key.pem", "-out", "sig", "text"];
        assert!(openssl(&sign, dir.path()).unwrap().status.success());
        let bytes = std::fs::read(dir.path().join("sig")).unwrap();
        let bytes = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, bytes);

        let mut headers = axum::http::HeaderMap::new();
        headers.insert("host", "here.example".parse().unwrap());
        headers.insert("date", "Mon, 21 Sep 2026 14:13:20 GMT".parse().unwrap());
        let signature = format!(
            "keyId=\"https://far.example/k\",headers=\"(request-target) host date\",signature=\"{bytes}\""
        );
        headers.insert("signature", signature.parse().unwrap());
        let request = Request {
            origin: "https://here.example",
            method: &Method::GET,
            path_and_query: "/a",
            headers: &headers,
        };
        let signature = parse(&headers).unwrap();
        assert_eq!(signature.check(&request, b"", NOW), Ok(()));
        assert_eq!(signature.verify(&public, &request), Ok(()));
    }
}
