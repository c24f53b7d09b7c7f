//! Integrity proofs (FEP-8b32): made on what our actors say, checked on what others pass on.

pub mod canonical;
mod check;

use super::{
    context::Federation,
    keys::Prover,
    signature::multibase,
    vocabulary::{AS, PUBLIC, proof_terms},
};
use crate::{
    clock::rfc3339,
    store::{
        Result, Tx,
        activities::{self, NewActivity},
    },
};
use aws_lc_rs::digest::{SHA256, digest};
use canonical::canonical;
pub use check::{Proof, ProofError};
use serde_json::{Map, Value, json};

/// The one way of proving that is spoken and understood: Ed25519 over JCS.
pub const SUITE: &str = "eddsa-jcs-2022";
pub const KIND: &str = "DataIntegrityProof";
/// What the key must be good for.
pub const PURPOSE: &str = "assertionMethod";
/// Contexts that explain a proof already.
const CONTEXTS: [&str; 2] =
    ["https://w3id.org/security/data-integrity/v1", "https://w3id.org/security/data-integrity/v2"];

/// The document with its actor's proof of `now` (epoch ms). Its context explains the proof; the
/// terms stand inline, because the context of the standard needs a JSON-LD 1.1 processor.
pub fn prove(document: Value, prover: &Prover, now: i64) -> Value {
    let Value::Object(fields) = document else { return document };
    let mut proven = Map::with_capacity(fields.len() + 1);
    let context = explained(fields.get("@context"));
    proven.insert("@context".into(), context.clone());
    let rest = fields.into_iter().filter(|(key, _)| !matches!(key.as_str(), "@context" | "proof"));
    proven.extend(rest);
    // Whole seconds: Fedify writes the time anew before it checks.
    let mut proof = json!({
        "@context": context,
        "type": KIND,
        "cryptosuite": SUITE,
        "verificationMethod": prover.id,
        "proofPurpose": PURPOSE,
        "created": rfc3339(now),
    });
    let document = Value::Object(proven);
    let signature = prover.pair.sign(&message(&document, &proof));
    proof["proofValue"] = multibase::encode(&signature).into();
    let Value::Object(mut proven) = document else { unreachable!("made an object above") };
    proven.insert("proof".into(), proof);
    Value::Object(proven)
}

/// The document's own context with the terms of a proof.
fn explained(context: Option<&Value>) -> Value {
    let mut list = match context {
        None => vec![json!(AS)],
        Some(Value::Array(several)) => several.clone(),
        Some(one) => vec![one.clone()],
    };
    let terms = proof_terms();
    let known =
        |one: &Value| one == &terms || one.as_str().is_some_and(|url| CONTEXTS.contains(&url));
    if !list.iter().any(known) {
        list.push(terms);
    }
    list.into()
}

/// What is signed: the hash of the proof without its value, then that of the document without
/// its proof.
fn message(document: &Value, proof: &Value) -> Vec<u8> {
    let hash = |value: &Value| digest(&SHA256, canonical(value).as_bytes());
    [hash(proof).as_ref(), hash(document).as_ref()].concat()
}

/// Writes an activity into the log with its actor's proof. The proof goes in here and never
/// again: what is sent and served are these bytes. What is said to few people in private has
/// none: it could be shown around.
pub async fn append(
    federation: &Federation,
    tx: &mut Tx,
    new: &NewActivity,
    now: i64,
) -> Result<i64> {
    let Ok(body @ Value::Object(_)) = serde_json::from_str::<Value>(&new.body) else {
        return activities::append(tx, new, now).await;
    };
    let sealed = seal(federation, tx, &new.actor, body, now).await?;
    let NewActivity { id, actor, kind, object, body: _, audience, listed, targets } = new.clone();
    let body = sealed.to_string();
    let new = NewActivity { id, actor, kind, object, body, audience, listed, targets };
    activities::append(tx, &new, now).await
}

/// The activity with the proof of `actor`, unless it has one, is private, or the actor has ended.
pub async fn seal(
    federation: &Federation,
    tx: &mut Tx,
    actor: &str,
    activity: Value,
    now: i64,
) -> Result<Value> {
    if activity.get("proof").is_some() || is_private(&activity) {
        return Ok(activity);
    }
    Ok(match federation.keys_in(tx, actor).await? {
        Some(keys) => prove(activity, &keys.prover, now),
        None => activity,
    })
}

/// Something written that neither the public nor followers are meant to read.
fn is_private(activity: &Value) -> bool {
    let says = activity.get("type").and_then(Value::as_str);
    if says == Some("Flag") {
        return true;
    }
    if !matches!(says, Some("Create" | "Update")) {
        return false;
    }
    let names = |list: &str| {
        let list = activity.get(list);
        let several =
            list.map(|one| one.as_array().map_or(std::slice::from_ref(one), Vec::as_slice));
        several.unwrap_or_default().iter().filter_map(Value::as_str).any(|name| {
            matches!(name, PUBLIC | "as:Public" | "Public") || name.ends_with("/followers")
        })
    };
    !names("to") && !names("cc")
}

#[cfg(test)]
mod tests;
