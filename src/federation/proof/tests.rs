//! Proofs made and checked: the vectors of the standards, and everything that must not be believed.

use super::*;
use crate::{clock::parse_rfc3339, federation::signature::Ed25519Pair};

const ALICE: &str = "https://server.example/users/alice#ed25519-key";

/// The pair of the test vector of FEP-8b32.
fn prover() -> Prover {
    let secret = multibase::decode("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq").unwrap();
    assert_eq!(secret[..2], [0x80, 0x26], "a private Ed25519 key");
    let pair = Ed25519Pair::from_seed(&secret[2..]).unwrap();
    assert_eq!(pair.multibase(), "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
    Prover { id: ALICE.into(), pair }
}

fn at() -> i64 {
    parse_rfc3339("2023-02-24T23:36:38Z").unwrap()
}

/// The document of the test vector.
fn document() -> Value {
    json!({
        "@context": [AS, "https://w3id.org/security/data-integrity/v2"],
        "id": "https://server.example/activities/1",
        "type": "Create",
        "actor": "https://server.example/users/alice",
        "object": {
            "id": "https://server.example/objects/1",
            "type": "Note",
            "attributedTo": "https://server.example/users/alice",
            "content": "Hello world",
            "location": { "type": "Place", "longitude": -71.184902, "latitude": 25.273962 }
        }
    })
}

fn judged(document: &Value) -> String {
    judged_at(document, at())
}

fn judged_at(document: &Value, now: i64) -> String {
    match Proof::read(document, now) {
        Ok(proof) if proof.verifies(&prover().pair.public_key().unwrap()) => "valid".into(),
        Ok(_) => "invalid".into(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn the_proof_of_the_standard_comes_out_byte_for_byte() {
    let proven = prove(document(), &prover(), at());
    assert_eq!(
        proven["proof"]["proofValue"],
        "z42ffGu6AUKPCFcFPiabmUvnGLPJzC7e4DGWC52NUasSSH37UMa9c58tdgVszUcZfytxa4fQ5TYHaJENCxUDe9SdL"
    );
    assert_eq!(proven["proof"]["created"], "2023-02-24T23:36:38Z");
    assert_eq!(proven["proof"]["@context"], proven["@context"]);
    assert_eq!(proven["@context"], document()["@context"]);
    assert_eq!(judged(&proven), "valid");
    let again: Value = serde_json::from_str(&proven.to_string()).unwrap();
    assert_eq!(judged(&again), "valid", "through text and a parser");
}

#[test]
fn a_context_that_lacks_the_terms_gets_them_once() {
    for context in [json!(AS), json!([AS, { "@vocab": "x:" }])] {
        let mut document = document();
        document["@context"] = context.clone();
        let proven = prove(document, &prover(), at());
        let list = proven["@context"].as_array().unwrap();
        assert_eq!(list.last(), Some(&proof_terms()));
        assert_eq!(list.len(), context.as_array().map_or(1, Vec::len) + 1);
        assert_eq!(judged(&proven), "valid");
        let twice = prove(proven.clone(), &prover(), at());
        assert_eq!(twice, proven, "a proof is not proven");
    }
}

#[test]
fn the_context_may_be_left_out_of_the_proof_but_not_changed() {
    let bare = |context: bool| {
        let mut document = document();
        let mut proof = prove(document.clone(), &prover(), at())["proof"].clone();
        let fields = proof.as_object_mut().unwrap();
        fields.shift_remove("proofValue");
        if !context {
            fields.shift_remove("@context");
        }
        let signature = multibase::encode(&prover().pair.sign(&message(&document, &proof)));
        proof.as_object_mut().unwrap().shift_remove("@context");
        proof["proofValue"] = signature.into();
        document["proof"] = proof;
        document
    };
    assert_eq!(judged(&bare(true)), "valid", "signed with the context, as Fedify does");
    assert_eq!(judged(&bare(false)), "valid", "signed without");
    let mut longer = prove(document(), &prover(), at());
    longer["@context"].as_array_mut().unwrap().push(json!({ "content": "x:other" }));
    assert_eq!(judged(&longer), ProofError::Context.to_string());
    let mut shorter = prove(document(), &prover(), at());
    shorter["@context"] = json!(AS);
    assert_eq!(judged(&shorter), ProofError::Context.to_string());
    let mut none = prove(document(), &prover(), at());
    none.as_object_mut().unwrap().shift_remove("@context");
    assert_eq!(judged(&none), ProofError::Context.to_string());
}

#[test]
fn every_change_of_the_document_or_the_proof_is_noticed() {
    let proven = prove(document(), &prover(), at());
    let changes: [(&str, Value); 9] = [
        ("/id", json!("https://server.example/activities/2")),
        ("/actor", json!("https://server.example/users/bob")),
        ("/object/content", json!("Hello World")),
        ("/object/location/latitude", json!(25.273_963)),
        ("/object/attributedTo", json!("https://server.example/users/bob")),
        ("/proof/verificationMethod", json!("https://server.example/users/bob#k")),
        ("/proof/created", json!("2023-02-24T23:36:39Z")),
        ("/proof/proofValue", json!(multibase::encode(&[7; 64]))),
        ("/proof/@context", json!([])),
    ];
    for (place, value) in changes {
        let mut bent = proven.clone();
        *bent.pointer_mut(place).unwrap() = value;
        assert_ne!(judged(&bent), "valid", "{place}");
    }
    let mut more = proven.clone();
    more["to"] = json!([PUBLIC]);
    assert_eq!(judged(&more), "invalid");
    let mut option = proven.clone();
    option["proof"]["domain"] = json!("x");
    assert_eq!(judged(&option), "invalid");
    let mut signed = proven;
    signed["signature"] = json!({ "type": "RsaSignature2017" });
    assert_eq!(judged(&signed), "valid", "a linked data signature is not part of it");
}

#[test]
fn only_one_proof_of_the_known_kind_and_time_is_read() {
    let proven = prove(document(), &prover(), at());
    let with = |name: &str, value: Value| {
        let mut bent = proven.clone();
        bent["proof"][name] = value;
        judged(&bent)
    };
    for (name, value) in [
        ("type", json!("Ed25519Signature2020")),
        ("cryptosuite", json!("eddsa-rdfc-2022")),
        ("cryptosuite", json!(["eddsa-jcs-2022"])),
        ("proofPurpose", json!("authentication")),
        ("proofPurpose", json!(null)),
        ("verificationMethod", json!("did:key:z6Mk")),
        ("created", json!("yesterday")),
        ("expires", json!(1)),
        ("proofValue", json!("z")),
        ("proofValue", json!("m7")),
    ] {
        assert_eq!(with(name, value), ProofError::Form(name).to_string());
    }
    assert_eq!(with("expires", json!("2023-02-24T23:36:38Z")), ProofError::Time.to_string());
    let mut bent = proven.clone();
    bent["proof"] = json!([proven["proof"], proven["proof"]]);
    assert_eq!(judged(&bent), ProofError::Several.to_string());
    bent["proof"] = json!([proven["proof"]]);
    assert_eq!(judged(&bent), "valid");
    for none in [json!(null), json!([])] {
        bent["proof"] = none;
        assert_eq!(judged(&bent), ProofError::None.to_string());
    }
    bent["proof"] = json!("z42");
    assert_eq!(judged(&bent), ProofError::Form("fields").to_string());
    assert_eq!(judged(&json!([])), ProofError::None.to_string());
    let day = 24 * 3_600_000;
    assert_eq!(judged_at(&proven, at() + 29 * day), "valid");
    assert_eq!(judged_at(&proven, at() + 31 * day), ProofError::Time.to_string());
    assert_eq!(judged_at(&proven, at() - day), ProofError::Time.to_string());
}

#[test]
fn a_proof_inside_proves_nothing_of_what_is_around_it() {
    let inner = prove(document(), &prover(), at());
    let around = json!({
        "@context": AS,
        "id": "https://server.example/activities/9",
        "type": "Announce",
        "actor": "https://server.example/users/alice",
        "object": inner,
    });
    assert_eq!(judged(&around), ProofError::None.to_string());
    let mut moved = around;
    moved["proof"] = moved["object"]["proof"].clone();
    moved["@context"] = moved["object"]["@context"].clone();
    assert_eq!(judged(&moved), "invalid");
}

#[test]
fn what_is_said_in_private_is_told_from_the_rest() {
    let says = |kind: &str, to: Value| is_private(&json!({ "type": kind, "to": to }));
    assert!(says("Create", json!(["https://a.example/bob"])));
    assert!(!says("Create", json!(PUBLIC)));
    assert!(!says("Update", json!(["https://a.example/bob/followers"])));
    assert!(!says("Like", json!(["https://a.example/bob"])));
}
