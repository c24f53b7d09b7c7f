//! Signatures that leave this program are genuine by somebody else's arithmetic.

use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
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

#[test]
fn openssl_verifies_what_we_sign_by_rfc_9421() {
    let dir = tempfile::tempdir().unwrap();
    let pair = Arc::new(KeyPair::generate().unwrap());
    let signer = Signer::new(pair.clone(), "https://here.example/a/1#main-key").unwrap();
    let url = Url::parse("https://far.example/inbox?x=1").unwrap();
    let headers = signer.sign_post(Dialect::Rfc9421, &url, &BodyDigest::of(b"{}"), NOW);
    assert!(!headers.contains_key("digest"), "the other dialect's header is not sent");
    let text = "\"@method\": POST\n\"@target-uri\": https://far.example/inbox?x=1\n\
                \"content-digest\": sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:\n\
                \"@signature-params\": (\"@method\" \"@target-uri\" \"content-digest\")\
                ;created=1790000000;keyid=\"https://here.example/a/1#main-key\"\
                ;alg=\"rsa-v1_5-sha256\"";
    let given = headers["signature"].to_str().unwrap();
    let bytes = given.trim_start_matches("sig1=:").trim_end_matches(':');
    let bytes = STANDARD.decode(bytes).unwrap();
    std::fs::write(dir.path().join("key.pem"), pair.public_key_pem()).unwrap();
    std::fs::write(dir.path().join("text"), text).unwrap();
    std::fs::write(dir.path().join("sig"), bytes).unwrap();
    let args = ["dgst", "-sha256", "-verify", "key.pem", "-signature", "sig", "text"];
    let Some(run) = openssl(&args, dir.path()) else { return };
    assert_eq!(String::from_utf8_lossy(&run.stdout).trim(), "Verified OK");
}

#[test]
fn we_verify_every_algorithm_of_rfc_9421_as_openssl_signs_it() {
    let dir = tempfile::tempdir().unwrap();
    let pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:64"];
    for (algorithm, options) in [
        ("rsa-v1_5-sha256", ["-sha256"].as_slice()),
        ("rsa-pss-sha512", &["-sha512", pss[0], pss[1], pss[2], pss[3]]),
        ("ed25519", &[]),
    ] {
        let of = if algorithm == "ed25519" { "ed25519" } else { "rsa" };
        let Some(made) = openssl(&["genpkey", "-algorithm", of, "-out", "key.pem"], dir.path())
        else {
            return;
        };
        assert!(made.status.success());
        let args = ["pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "pub.der"];
        openssl(&args, dir.path()).unwrap();
        let der = std::fs::read(dir.path().join("pub.der")).unwrap();
        let key = match of {
            "rsa" => PublicKey::from_der(&der),
            _ => PublicKey::from_ed25519(&der[der.len() - 32..]),
        };
        let parameters = format!(
            "(\"@method\" \"@target-uri\");created={};keyid=\"https://far.example/k\"\
             ;alg=\"{algorithm}\"",
            NOW / 1000
        );
        let text = format!(
            "\"@method\": GET\n\"@target-uri\": https://here.example/a\n\
             \"@signature-params\": {parameters}"
        );
        std::fs::write(dir.path().join("text"), text).unwrap();
        let run = if of == "rsa" {
            let args: Vec<&str> = ["dgst"]
                .into_iter()
                .chain(options.iter().copied())
                .chain(["-sign", "key.pem", "-out", "sig", "text"])
                .collect();
            openssl(&args, dir.path())
        } else {
            let args = ["pkeyutl", "-sign", "-inkey", "key.pem", "-rawin", "-in", "text"];
            openssl(&[&args[..], &["-out", "sig"]].concat(), dir.path())
        };
        assert!(run.unwrap().status.success(), "{algorithm}");
        let bytes = std::fs::read(dir.path().join("sig")).unwrap();
        let mut headers = axum::http::HeaderMap::new();
        headers.insert("host", "here.example".parse().unwrap());
        headers.insert("signature-input", format!("s={parameters}").parse().unwrap());
        let signature = format!("s=:{}:", STANDARD.encode(bytes));
        headers.insert("signature", signature.parse().unwrap());
        let request = Request {
            origin: "https://here.example",
            method: &Method::GET,
            path_and_query: "/a",
            headers: &headers,
        };
        let signature = parse(&headers).unwrap();
        assert_eq!(signature.check(&request, b"", NOW), Ok(()), "{algorithm}");
        assert_eq!(signature.verify(&key.unwrap(), &request), Ok(()), "{algorithm}");
    }
}
