//! Whether a proof is believed: its shape, its time, its context, whose key it names, and then
//! the arithmetic.

use super::{KIND, PURPOSE, SUITE, message};
use crate::{
    clock::parse_rfc3339,
    federation::{
        context::Federation,
        object::{is_address, same_origin},
        resolve::ResolveError,
        signature::{MAX_AHEAD_MS, PublicKey, multibase},
    },
};
use serde_json::Value;

/// What is passed on later than this is fetched from its origin: an old word may have been taken
/// back since.
pub const MAX_AGE_MS: i64 = 30 * 24 * 3_600_000;
/// Length of an Ed25519 signature in bytes.
const SIGNATURE_BYTES: usize = 64;

/// Why a proof proves nothing.
#[derive(Debug, thiserror::Error)]
pub enum ProofError {
    #[error("there is no proof")]
    None,
    #[error("there is more than one proof")]
    Several,
    #[error("the proof has no {0} that is understood")]
    Form(&'static str),
    #[error("the proof was made under another @context than the document's")]
    Context,
    #[error("the proof is not of this time")]
    Time,
    #[error("the proof is by {0}, which is not the actor's key")]
    Foreign(String),
    #[error("the key of the proof cannot be had: {0}")]
    Key(#[from] ResolveError),
    #[error("the proof does not fit the document")]
    Invalid,
}

/// A proof as it was read: not yet believed.
#[derive(Debug)]
pub struct Proof {
    /// Id of the key that is said to have made it.
    pub key_id: String,
    /// What may have been signed: one message, or two where the context is not said.
    messages: Vec<Vec<u8>>,
    signature: Vec<u8>,
}

impl Proof {
    /// Reads the proof of a document, as it is to be judged at `now` (epoch ms).
    ///
    /// # Errors
    /// When there is not exactly one of the kind that is understood, or it is not of this time.
    pub fn read(document: &Value, now: i64) -> Result<Self, ProofError> {
        let Value::Object(mut unproven) = document.clone() else { return Err(ProofError::None) };
        let proof = match unproven.shift_remove("proof") {
            None | Some(Value::Null) => return Err(ProofError::None),
            Some(Value::Array(mut several)) => match (several.pop(), several.is_empty()) {
                (None, _) => return Err(ProofError::None),
                (Some(one), true) => one,
                (Some(_), false) => return Err(ProofError::Several),
            },
            Some(one) => one,
        };
        // FEP-8b32: a linked data signature is made over the proof, not the other way round.
        unproven.shift_remove("signature");
        let Value::Object(mut config) = proof else { return Err(ProofError::Form("fields")) };
        let text = |name: &'static str| {
            config.get(name).and_then(Value::as_str).ok_or(ProofError::Form(name))
        };
        let exactly = |name: &'static str, known: &str| match text(name)? {
            found if found == known => Ok(()),
            _ => Err(ProofError::Form(name)),
        };
        exactly("type", KIND)?;
        exactly("cryptosuite", SUITE)?;
        exactly("proofPurpose", PURPOSE)?;
        let key_id = text("verificationMethod")?.to_owned();
        if !is_address(&key_id) {
            return Err(ProofError::Form("verificationMethod"));
        }
        let time = |name: &'static str| parse_rfc3339(text(name)?).ok_or(ProofError::Form(name));
        let created = time("created")?;
        let expired = config.contains_key("expires") && time("expires")? <= now;
        if expired || created > now + MAX_AHEAD_MS || created < now - MAX_AGE_MS {
            return Err(ProofError::Time);
        }
        let signature = multibase::decode(text("proofValue")?)
            .filter(|bytes| bytes.len() == SIGNATURE_BYTES)
            .ok_or(ProofError::Form("proofValue"))?;
        config.shift_remove("proofValue");
        let context = unproven.get("@context").cloned();
        let document = Value::Object(unproven);
        let mut messages = Vec::with_capacity(2);
        match (config.get("@context"), context) {
            (Some(own), Some(context)) if *own == context => {}
            // A context put behind the one that was signed could give every word another meaning.
            (Some(_), _) => return Err(ProofError::Context),
            // Fedify leaves out the context that it signs.
            (None, Some(context)) => {
                let mut with = config.clone();
                with.insert("@context".into(), context);
                messages.push(message(&document, &Value::Object(with)));
            }
            (None, None) => {}
        }
        messages.push(message(&document, &Value::Object(config)));
        Ok(Proof { key_id, messages, signature })
    }

    /// Whether `key` made it.
    pub fn verifies(&self, key: &PublicKey) -> bool {
        self.messages.iter().any(|message| key.verifies_ed25519(message, &self.signature))
    }
}

impl Federation {
    /// Checks that a document carries a proof by `actor`, with a key its `assertionMethod` lists.
    /// A key that does not fit is fetched again once: it may have been replaced.
    ///
    /// # Errors
    /// Whatever keeps it from being believed; [`ProofError::Key`] may pass.
    pub async fn proven(&self, document: &Value, actor: &str) -> Result<(), ProofError> {
        let proof = Proof::read(document, self.now())?;
        let key_id = proof.key_id.as_str();
        let foreign = || ProofError::Foreign(key_id.to_owned());
        if !same_origin(key_id, actor) || self.state.urls.is_ours(actor) {
            return Err(foreign());
        }
        // Only the actor's assertionMethod has Ed25519 keys: its publicKey is read as RSA.
        let known = self.key(key_id, true).await?.ok_or_else(foreign)?;
        if known.actor != actor {
            return Err(foreign());
        }
        if proof.verifies(&known.key) {
            return Ok(());
        }
        let fresh = self.key_again(&known, key_id).await?.ok_or(ProofError::Invalid)?;
        match fresh.actor == actor && proof.verifies(&fresh.key) {
            true => Ok(()),
            false => Err(ProofError::Invalid),
        }
    }
}
