//! The keys of our actors: what they sign and prove with now, and what they publish.

use super::{
    context::Federation,
    signature::{Ed25519Pair, KeyError, KeyPair, PublicKey, Signer},
};
use crate::{
    store::{
        StoreError, Tx,
        actor_keys::{self, ActorKey, KeyKind},
        actors::{self, LocalActor},
    },
    urls,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use quick_cache::sync::Cache;
use std::sync::Arc;

/// How long keys are used without being looked up again: another process may replace them. What
/// is published is held as long as what signs, so that the two fit each other.
const KEPT_MS: i64 = 1_000;

/// Everything one actor signs with and publishes.
pub struct KeyRing {
    /// Signs requests.
    pub signer: Signer,
    /// Makes integrity proofs.
    pub prover: Prover,
    pub published: Published,
    read_at: i64,
}

/// An Ed25519 key with the id under which others find it.
pub struct Prover {
    pub id: String,
    pub pair: Ed25519Pair,
}

/// The keys an actor's document shows.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// `publicKey`: one, because several servers read no list there.
    pub rsa_id: String,
    pub rsa_pem: String,
    /// `assertionMethod`: the Ed25519 key in use, and retired keys of both kinds in their overlap,
    /// each with its id and multibase.
    pub multikeys: Vec<(String, String)>,
}

/// Key rings read a moment ago, by actor.
pub struct KeyRings(Cache<String, Arc<KeyRing>>);

impl Default for KeyRings {
    fn default() -> Self {
        KeyRings(Cache::new(1_000))
    }
}

impl Federation {
    /// The keys of a local actor; also of one that has ended; the instance's for one that is not here.
    pub async fn keys(&self, actor: &str) -> Result<Arc<KeyRing>, StoreError> {
        let now = self.now();
        if let Some(ring) = self.held_keys(actor, now) {
            return Ok(ring);
        }
        let known = match self.local_actor(actor).await? {
            Some(known) => Some(known),
            None => match self.ended(actor).await? {
                Some(ended) => Some(ended),
                // Not as it was at the start: its keys may have been replaced since.
                None => self.local_actor(&self.instance().uri).await?,
            },
        };
        let known = known.as_ref().unwrap_or_else(|| self.instance());
        let mut tx = self.state.db.read().await?;
        let mut keys = actor_keys::of(&mut tx, &known.uri).await?;
        drop(tx);
        if current(&keys, KeyKind::Ed25519).is_none() {
            let mut tx = self.state.db.begin().await?;
            keys = with_ed25519(&mut tx, known, now).await?;
            tx.commit().await?;
        }
        let ring = Arc::new(ring(known, &keys, now)?);
        self.key_rings.0.insert(actor.to_owned(), ring.clone());
        Ok(ring)
    }

    /// The keys of a living local actor within a transaction that writes: what is missing is made
    /// in it. None for an actor that is not here, or ended before it had keys.
    pub async fn keys_in(
        &self,
        tx: &mut Tx,
        actor: &str,
    ) -> Result<Option<Arc<KeyRing>>, StoreError> {
        let now = self.now();
        if let Some(ring) = self.held_keys(actor, now) {
            return Ok(Some(ring));
        }
        self.keys_anew_in(tx, actor).await
    }

    /// [`Federation::keys_in`], whatever was read a moment ago.
    pub async fn keys_anew_in(
        &self,
        tx: &mut Tx,
        actor: &str,
    ) -> Result<Option<Arc<KeyRing>>, StoreError> {
        let now = self.now();
        let found = actors::by_uri(tx, actor).await?;
        let found = found.filter(|found| !found.is_gone() || !found.private_key.is_empty());
        let Some(mut known) = found else { return Ok(None) };
        let keys = actor_keys::of(tx, actor).await?;
        let complete = current(&keys, KeyKind::Ed25519).is_some() && !known.private_key.is_empty();
        if complete {
            let ring = Arc::new(ring(&known, &keys, now)?);
            self.key_rings.0.insert(actor.to_owned(), ring.clone());
            return Ok(Some(ring));
        }
        if known.private_key.is_empty() {
            known = super::context::with_rsa(tx, known).await?;
        }
        let keys = with_ed25519(tx, &known, now).await?;
        // Not remembered: nobody may use these should the transaction come to nothing.
        Ok(Some(Arc::new(ring(&known, &keys, now)?)))
    }

    fn held_keys(&self, actor: &str, now: i64) -> Option<Arc<KeyRing>> {
        let held = self.key_rings.0.get(actor);
        held.filter(|ring| (0..KEPT_MS).contains(&(now - ring.read_at)))
    }
}

fn current(keys: &[ActorKey], kind: KeyKind) -> Option<&ActorKey> {
    keys.iter().find(|key| key.kind == kind && key.retired_at.is_none())
}

/// All keys of the actor, among them an Ed25519 key, which actors of former versions lack.
async fn with_ed25519(
    tx: &mut Tx,
    actor: &LocalActor,
    now: i64,
) -> Result<Vec<ActorKey>, StoreError> {
    let keys = actor_keys::of(tx, &actor.uri).await?;
    if current(&keys, KeyKind::Ed25519).is_some() {
        return Ok(keys);
    }
    let number = keys.iter().filter(|key| key.kind == KeyKind::Ed25519).count() + 1;
    let pair = Ed25519Pair::generate().expect("the system has a source of randomness");
    let der = pair.to_pkcs8().expect("a key just made can be written");
    let key = ActorKey {
        id: urls::ed25519_key_id(&actor.uri, number),
        actor: actor.uri.clone(),
        kind: KeyKind::Ed25519,
        private_key: STANDARD.encode(der),
        public_key: pair.multibase(),
        created_at: now,
        retired_at: None,
        until: None,
    };
    // Another node may be faster: what stands there is what counts.
    actor_keys::insert(tx, &key).await?;
    actor_keys::of(tx, &actor.uri).await
}

fn ring(actor: &LocalActor, keys: &[ActorKey], now: i64) -> Result<KeyRing, StoreError> {
    let unreadable = |column| StoreError::Inconsistent {
        table: "actor_key",
        column,
        value: format!("(of @{})", actor.handle),
    };
    let rsa_id = rsa_key_id(actor, keys);
    let signer = signer(actor, &rsa_id).map_err(|_| unreadable("private_key"))?;
    let proving = current(keys, KeyKind::Ed25519).ok_or_else(|| unreadable("kind"))?;
    let der = STANDARD.decode(&proving.private_key).map_err(|_| unreadable("private_key"))?;
    let pair = Ed25519Pair::from_pkcs8(&der).map_err(|_| unreadable("private_key"))?;
    let mut multikeys = vec![(proving.id.clone(), proving.public_key.clone())];
    let retired = keys.iter().filter(|key| key.until.is_some_and(|until| until > now));
    multikeys.extend(retired.filter_map(|key| Some((key.id.clone(), multibase_of(key)?))));
    Ok(KeyRing {
        signer,
        prover: Prover { id: proving.id.clone(), pair },
        published: Published { rsa_id, rsa_pem: actor.public_key.clone(), multikeys },
        read_at: now,
    })
}

fn multibase_of(key: &ActorKey) -> Option<String> {
    match key.kind {
        KeyKind::Ed25519 => Some(key.public_key.clone()),
        KeyKind::Rsa => PublicKey::from_pem(&key.public_key).ok().map(|key| key.to_multibase()),
    }
}

/// The id of the RSA key an actor uses: `#main-key`, and after rotations `#key-2`, `#key-3` …
fn rsa_key_id(actor: &LocalActor, keys: &[ActorKey]) -> String {
    let former = keys.iter().filter(|key| key.kind == KeyKind::Rsa).count();
    urls::rsa_key_id(&actor.uri, former + 1)
}

/// The actor's RSA key, ready to sign.
///
/// # Errors
/// When what is stored cannot be read.
pub fn signer(actor: &LocalActor, key_id: &str) -> Result<Signer, KeyError> {
    let der = STANDARD.decode(&actor.private_key).map_err(|_| KeyError::Private)?;
    Signer::new(Arc::new(KeyPair::from_pkcs8(&der)?), key_id)
}
