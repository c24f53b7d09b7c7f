//! What the federation needs beside the common state: its actors' keys, the guarded client, the
//! writer of the inbox, and what it remembers of others.

use super::{
    actor::page_of,
    elsewhere,
    fetch::{Client, FetchConfig, FetchError, Mode},
    inbox::writer::Writer,
    keys::{KeyRings, signer},
    limits::Limits,
    organisation, pictures,
    progress::ProgressWriter,
    resolve::Remembered,
    signature::{Dialect, KeyError, KeyPair, Signer},
    visit,
};
use crate::{
    app::instance::Keys,
    state::State,
    store::{
        StoreError, Tx,
        actors::{self, ActorKind, LocalActor},
        peers,
    },
    urls,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use quick_cache::sync::Cache;
use std::{ops::Deref, sync::Arc};

/// Cheap to clone.
#[derive(Clone)]
pub struct Federation {
    inner: Arc<Inner>,
}

pub struct Inner {
    pub state: State,
    pub client: Client,
    /// The three actors every instance has, as they were at the start.
    built_in: Vec<LocalActor>,
    pub writer: Writer,
    pub progress: ProgressWriter,
    pub limits: Limits,
    pub remembered: Remembered,
    /// Articles served a moment ago, with the time they were made.
    pub served: Cache<String, (i64, Arc<str>)>,
    /// Names this process where leases are taken.
    pub node: String,
    /// Held while keys are made.
    pub making: tokio::sync::Mutex<()>,
    pub key_rings: KeyRings,
}

impl Deref for Federation {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.inner
    }
}

impl From<Arc<Inner>> for Federation {
    fn from(inner: Arc<Inner>) -> Self {
        Federation { inner }
    }
}

/// Why the federation cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the stored key of @{0} cannot be read: {1}")]
    Key(String, KeyError),
    #[error("the client for outgoing requests cannot be made: {0}")]
    Client(#[from] FetchError),
    #[error("the certificate file {0} cannot be read: {1}")]
    CaFile(String, std::io::Error),
    #[error("this instance has no {0:?} actor")]
    NoActor(ActorKind),
}

impl Federation {
    /// Starts the writer of the inbox and reads the keys. The instance must be prepared.
    pub async fn start(state: State) -> Result<Self, StartError> {
        let mut tx = state.db.read().await?;
        let built_in = actors::built_in(&mut tx).await?;
        let remembered = peers::dialects(&mut tx).await?;
        drop(tx);
        for actor in built_in.iter().filter(|actor| !actor.private_key.is_empty()) {
            signer(actor, &urls::rsa_key_id(&actor.uri, 1))
                .map_err(|error| StartError::Key(actor.handle.clone(), error))?;
        }
        let fetching = fetch_config(&state)?;
        let client = Client::new(&fetching)?;
        visit::answer(&state.doorbell, &client, fetching.mode);
        organisation::answer(&state, &fetching, &client)?;
        pictures::answer(&state.loading, &client);
        for (host, dialect) in remembered {
            if let Some(dialect) = Dialect::from_id(&dialect) {
                client.dialects().restore(&host, dialect);
            }
        }
        let inner = Inner {
            client,
            writer: Writer::start(state.db.clone(), state.wake.clone()),
            progress: ProgressWriter::start(state.db.clone()),
            limits: Limits::new(&state.config.limits, &state.config.comments),
            remembered: Remembered::default(),
            served: Cache::new(500),
            node: crate::app::new_id(state.clock.now_ms()),
            built_in,
            making: tokio::sync::Mutex::default(),
            key_rings: KeyRings::default(),
            state,
        };
        for kind in [ActorKind::Instance, ActorKind::Network, ActorKind::CaseFeed] {
            if !inner.built_in.iter().any(|actor| actor.kind == kind) {
                return Err(StartError::NoActor(kind));
            }
        }
        let inner = Arc::new(inner);
        elsewhere::answer(&inner.state.scout, &inner);
        Ok(Federation { inner })
    }

    /// One of the three actors every instance has.
    pub fn actor(&self, kind: ActorKind) -> &LocalActor {
        self.built_in
            .iter()
            .find(|actor| actor.kind == kind)
            .expect("start() refuses to begin without them")
    }

    pub fn network(&self) -> &LocalActor {
        self.actor(ActorKind::Network)
    }

    pub fn feed(&self) -> &LocalActor {
        self.actor(ActorKind::CaseFeed)
    }

    pub fn instance(&self) -> &LocalActor {
        self.actor(ActorKind::Instance)
    }

    /// Signs in the name of a local actor, also of one that has ended: its farewell is its own. In
    /// the instance's for one that is not here or never had a key.
    pub async fn signer(&self, actor: &str) -> Result<Signer, StoreError> {
        Ok(self.keys(actor).await?.signer.clone())
    }

    /// An actor of ours that has ended, when it has a key.
    pub(super) async fn ended(&self, uri: &str) -> Result<Option<LocalActor>, StoreError> {
        let mut tx = self.state.db.read().await?;
        let found = actors::by_uri(&mut tx, uri).await?;
        Ok(found.filter(|actor| actor.is_gone() && !actor.private_key.is_empty()))
    }

    /// Signs fetches: the instance actor's key.
    pub async fn fetcher(&self) -> Result<Signer, StoreError> {
        self.signer(&self.actor(ActorKind::Instance).uri).await
    }

    /// The living actor of this instance with this id.
    pub async fn local_actor(&self, uri: &str) -> Result<Option<LocalActor>, StoreError> {
        if !self.state.urls.is_ours(uri) {
            return Ok(None);
        }
        let mut tx = self.state.db.read().await?;
        let found = actors::by_uri(&mut tx, uri).await?;
        drop(tx);
        match found.filter(|actor| !actor.is_gone()) {
            Some(actor) => self.keyed(actor).await.map(Some),
            None => Ok(None),
        }
    }

    /// The actor with its keys. They are made when it is first looked up: one at a time, because
    /// that takes a good part of a second.
    pub async fn keyed(&self, actor: LocalActor) -> Result<LocalActor, StoreError> {
        if !actor.private_key.is_empty() {
            return Ok(actor);
        }
        let _turn = self.making.lock().await;
        let keys = made_keys().await;
        let mut tx = self.state.db.begin().await?;
        actors::give_keys(&mut tx, &actor.id, &keys.private, &keys.public).await?;
        // Another node may have been faster: what stands there is what others will see.
        let keyed = actors::by_uri(&mut tx, &actor.uri).await?;
        tx.commit().await?;
        Ok(keyed.unwrap_or(actor))
    }

    /// The one of the three whose page this is.
    pub fn built_in_at(&self, page: &str) -> Option<&LocalActor> {
        self.built_in.iter().find(|actor| page_of(&self.state.urls, actor) == page)
    }

    pub fn now(&self) -> i64 {
        self.state.clock.now_ms()
    }
}

fn fetch_config(state: &State) -> Result<FetchConfig, StartError> {
    let settings = &state.config.federation;
    let mode = if state.config.insecure_local_federation() { Mode::Loopback } else { Mode::Public };
    let agent = format!("Kontor/{} (+{})", env!("CARGO_PKG_VERSION"), state.urls.home());
    let mut config = FetchConfig::new(mode, agent);
    for path in &settings.ca_files {
        let pem = std::fs::read(path)
            .map_err(|error| StartError::CaFile(path.display().to_string(), error))?;
        config.extra_ca_pem.push(pem);
    }
    config.allowed_ranges = settings.allowed_ranges.clone();
    config.timeout_ms = settings.fetch_timeout_ms;
    config.json_max_bytes = settings.fetch_max_bytes;
    config.max_redirects = settings.max_redirects as usize;
    Ok(config)
}

/// The actor with an RSA pair, made within the transaction.
pub async fn with_rsa(tx: &mut Tx, actor: LocalActor) -> Result<LocalActor, StoreError> {
    let keys = made_keys().await;
    actors::give_keys(tx, &actor.id, &keys.private, &keys.public).await?;
    Ok(actors::by_uri(tx, &actor.uri).await?.unwrap_or(actor))
}

async fn made_keys() -> Keys {
    let keys = tokio::task::spawn_blocking(make_keys).await;
    keys.ok().and_then(Result::ok).expect("the system has a source of randomness")
}

/// A key pair for a new actor, as it is stored.
///
/// # Errors
/// When the cryptographic library cannot make one.
pub fn make_keys() -> Result<Keys, KeyError> {
    let pair = KeyPair::generate()?;
    Ok(Keys {
        private: STANDARD.encode(pair.to_pkcs8()?),
        public: pair.public_key_pem().to_owned(),
    })
}
