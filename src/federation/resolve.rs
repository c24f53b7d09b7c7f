//! Actors of other servers: found by name, fetched, remembered, and their keys looked up.

use super::{
    actor::{NoActor, announces_rfc9421, assertion_keys, from_actor, icon_of},
    context::Federation,
    fetch::{FetchError, media_type},
    object::{host_of, same_origin},
    signature::{KeyError, PublicKey},
};
use crate::{
    media,
    store::{StoreError, Tx, copies, remote_actors, remote_actors::RemoteActor, remote_keys},
};
use activitypub_federation::fetch::webfinger::Webfinger;
use quick_cache::sync::Cache;
use serde_json::Value;
use std::sync::Arc;
use url::Url;

/// Keys in memory, and the failures that are not asked for again at once.
pub struct Remembered {
    keys: Cache<String, Arc<KnownKey>>,
    failures: Cache<String, i64>,
    /// Held while a key is asked for: many letters of a new sender may arrive at once.
    asking: Cache<String, Arc<tokio::sync::Mutex<()>>>,
}

impl Default for Remembered {
    fn default() -> Self {
        Remembered {
            keys: Cache::new(10_000),
            failures: Cache::new(20_000),
            asking: Cache::new(20_000),
        }
    }
}

/// A key ready for verifying, and whose it is.
pub struct KnownKey {
    pub key: PublicKey,
    pub actor: String,
    pub fetched_at: i64,
    /// When this process read it from the database.
    read_at: i64,
}

/// A key is read from the database again after this time: another node may have learned that it
/// is no longer its actor's.
const KEPT_MS: i64 = 300_000;

/// A description older than this is fetched anew before it is relied on for a new relation.
const STALE_MS: i64 = 24 * 3_600_000;
/// How long a failed look-up is not tried again.
const FAILURE_MS: i64 = 60_000;
/// A key that does not fit is fetched again at most this often.
const REFETCH_MS: i64 = 30_000;

/// Why an actor or its key cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum ResolveError {
    #[error(transparent)]
    Fetch(#[from] FetchError),
    #[error(transparent)]
    NoActor(#[from] NoActor),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the key of {0} cannot be used: {1}")]
    Key(String, KeyError),
    #[error("{0} does not name an actor")]
    NotFound(String),
    #[error("{0} failed a moment ago and is not asked again yet")]
    FailedBefore(String),
    #[error("too many keys of {0} were asked for; try again in {1} s")]
    TooMany(String, u64),
    #[error("{0} was deleted")]
    Gone(String),
}

impl ResolveError {
    pub fn is_temporary(&self) -> bool {
        match self {
            ResolveError::Fetch(error) => error.is_temporary(),
            ResolveError::Store(error) => error.is_temporary(),
            ResolveError::FailedBefore(_) | ResolveError::TooMany(..) => true,
            _ => false,
        }
    }
}

impl Federation {
    /// The key `key_id`, from memory, the database, or its server; `None` from memory and
    /// database only, when `may_fetch` is false and it is not known.
    pub async fn key(
        &self,
        key_id: &str,
        may_fetch: bool,
    ) -> Result<Option<Arc<KnownKey>>, ResolveError> {
        let held = self.remembered.keys.get(key_id);
        if let Some(known) = held.filter(|known| self.now() - known.read_at < KEPT_MS) {
            return Ok(Some(known));
        }
        match self.stored_key(key_id).await? {
            Some(known) => Ok(Some(known)),
            None if may_fetch => self.fetch_key(key_id, i64::MIN).await.map(Some),
            None => Ok(None),
        }
    }

    /// The key as it stands in the database: an actor's `publicKey`, or one of its
    /// `assertionMethod`.
    async fn stored_key(&self, key_id: &str) -> Result<Option<Arc<KnownKey>>, ResolveError> {
        let mut tx = self.state.db.read().await?;
        if let Some(actor) = remote_actors::by_key(&mut tx, key_id).await? {
            let key = PublicKey::from_pem(&actor.public_key);
            return self.remember(key_id, key, actor).map(Some);
        }
        let Some(listed) = remote_keys::find(&mut tx, key_id).await? else { return Ok(None) };
        let Some(actor) = remote_actors::find(&mut tx, &listed.actor).await? else {
            return Ok(None);
        };
        let key = PublicKey::from_multibase(&listed.public_key);
        self.remember(key_id, key, actor).map(Some)
    }

    /// The key anew from its server, because the one we hold does not fit: at most every 30 s,
    /// or a forger could make us ask without end.
    pub async fn key_again(
        &self,
        known: &KnownKey,
        key_id: &str,
    ) -> Result<Option<Arc<KnownKey>>, ResolveError> {
        if self.now() - known.fetched_at < REFETCH_MS {
            return Ok(None);
        }
        self.fetch_key(key_id, known.fetched_at).await.map(Some)
    }

    /// One request asks, the others wait for what it finds: `older` is when the key that they
    /// hold, if any, was fetched.
    async fn fetch_key(&self, key_id: &str, older: i64) -> Result<Arc<KnownKey>, ResolveError> {
        let asking = self
            .remembered
            .asking
            .get_or_insert_with(key_id, || Ok::<_, std::convert::Infallible>(Arc::default()));
        let Ok(asking) = asking;
        let _turn = asking.lock().await;
        if let Some(known) = self.remembered.keys.get(key_id)
            && known.fetched_at > older
        {
            return Ok(known);
        }
        let now = self.now();
        let host = host_of(key_id).ok_or_else(|| ResolveError::NotFound(key_id.to_owned()))?;
        if self.remembered.failures.get(key_id).is_some_and(|at| now - at < FAILURE_MS) {
            return Err(ResolveError::FailedBefore(key_id.to_owned()));
        }
        if let Err(wait) = self.limits.key_fetches.take(&host, now) {
            return Err(ResolveError::TooMany(host, wait));
        }
        let fetched = self.fetch_actor_of_key(key_id).await;
        let found = match fetched {
            Ok(()) => self.stored_key(key_id).await,
            Err(error) => Err(error),
        };
        match found {
            Ok(Some(known)) => Ok(known),
            // The actor does not name the key back.
            Ok(None) => {
                self.remembered.failures.insert(key_id.to_owned(), now);
                Err(ResolveError::NotFound(key_id.to_owned()))
            }
            Err(error) => {
                self.remembered.failures.insert(key_id.to_owned(), now);
                Err(error)
            }
        }
    }

    /// A key id is the actor's with a fragment (Mastodon), a document of its own (GoToSocial's
    /// `/main-key`), or names its owner. The actor must name the key back.
    async fn fetch_actor_of_key(&self, key_id: &str) -> Result<(), ResolveError> {
        let url = self.client.url(key_id)?;
        let signer = self.fetcher().await?;
        let fetched = self.client.get_ap(&url, Some(signer.at(self.now()))).await?;
        let value: Value = serde_json::from_slice(&fetched.body)
            .map_err(|_| ResolveError::NotFound(key_id.to_owned()))?;
        let owner = match value.get("publicKey") {
            Some(_) => value.get("id"),
            None => value.get("owner").or_else(|| value.get("controller")),
        };
        // GoToSocial serves a stub of the actor at its key's address.
        let owner = owner.and_then(Value::as_str).unwrap_or(key_id);
        let owner = owner.split('#').next().unwrap_or(owner);
        if !same_origin(owner, key_id) {
            return Err(ResolveError::NotFound(key_id.to_owned()));
        }
        self.fetch_actor(owner).await.map(|_| ())
    }

    fn remember(
        &self,
        key_id: &str,
        key: Result<PublicKey, KeyError>,
        actor: RemoteActor,
    ) -> Result<Arc<KnownKey>, ResolveError> {
        if actor.gone {
            return Err(ResolveError::Gone(actor.uri));
        }
        let key = key.map_err(|error| ResolveError::Key(actor.uri.clone(), error))?;
        let known =
            KnownKey { key, actor: actor.uri, fetched_at: actor.fetched_at, read_at: self.now() };
        let known = Arc::new(known);
        self.remembered.keys.insert(key_id.to_owned(), known.clone());
        Ok(known)
    }

    /// An actor as we hold it, fetched where we do not or no longer do.
    pub async fn remote_actor(&self, uri: &str) -> Result<RemoteActor, ResolveError> {
        let mut tx = self.state.db.read().await?;
        let stored = remote_actors::find(&mut tx, uri).await?;
        drop(tx);
        match stored {
            Some(actor) if actor.gone => Err(ResolveError::Gone(uri.to_owned())),
            Some(actor) if self.now() - actor.fetched_at < STALE_MS => Ok(actor),
            // What we hold still serves while its server does not answer.
            Some(actor) => Ok(self.fetch_actor(uri).await.unwrap_or(actor)),
            None => self.fetch_actor(uri).await,
        }
    }

    /// Fetches an actor and writes it down. The document must stand at its id.
    pub async fn fetch_actor(&self, uri: &str) -> Result<RemoteActor, ResolveError> {
        if self.state.urls.is_ours(uri) {
            return Err(ResolveError::NotFound(uri.to_owned()));
        }
        let url = self.client.url(uri)?;
        let signer = self.fetcher().await?;
        let found = self.client.get_object(&url, Some(signer.at(self.now()))).await?;
        let actor = from_actor(&found.value, found.id.as_str(), self.now())?;
        let keys = assertion_keys(&found.value, &actor.uri, self.now());
        if announces_rfc9421(&found.value) {
            self.client.dialects().announced(&actor.host);
        }
        let mut tx = self.state.db.begin().await?;
        let former = remote_actors::find(&mut tx, &actor.uri).await?;
        let listed = remote_keys::of(&mut tx, &actor.uri).await?;
        remote_actors::save(&mut tx, &actor).await?;
        remote_keys::replace(&mut tx, &actor.uri, &keys).await?;
        save_icon(&mut tx, &actor.uri, &found.value).await?;
        tx.commit().await?;
        // A key that was replaced must not be believed any longer.
        for key_id in former.iter().map(|former| &former.key_id).chain([&actor.key_id]) {
            self.remembered.keys.remove(key_id);
        }
        for key in listed {
            self.remembered.keys.remove(&key.id);
        }
        Ok(actor)
    }

    /// Forgets what is in memory of an actor's key.
    pub fn forget_key(&self, key_id: &str) {
        self.remembered.keys.remove(key_id);
    }

    /// The actor behind `@user@host`, by WebFinger.
    pub async fn by_handle(&self, user: &str, host: &str) -> Result<RemoteActor, ResolveError> {
        let uri = self.webfinger(&format!("acct:{user}@{host}"), host).await?;
        self.remote_actor(&uri).await
    }

    async fn webfinger(&self, resource: &str, host: &str) -> Result<String, ResolveError> {
        let mut url = self.root_of(host)?;
        url.set_path("/.well-known/webfinger");
        url.query_pairs_mut().append_pair("resource", resource);
        let fetched = self.client.get_json(&url, media_type::ACCEPT_JRD).await?;
        let finger: Webfinger = serde_json::from_slice(&fetched.body)
            .map_err(|_| ResolveError::NotFound(resource.to_owned()))?;
        let link = finger.links.into_iter().find(|link| {
            link.rel.as_deref() == Some("self")
                && link.kind.as_deref().is_some_and(media_type::is_activity)
        });
        link.and_then(|link| link.href)
            .map(String::from)
            .ok_or_else(|| ResolveError::NotFound(resource.to_owned()))
    }

    /// What a host says of itself in NodeInfo.
    pub async fn node_info(&self, host: &str) -> Result<NodeInfo, ResolveError> {
        let mut url = self.root_of(host)?;
        url.set_path("/.well-known/nodeinfo");
        let fetched = self.client.get_json(&url, media_type::ACCEPT_JSON).await?;
        let index: Value = serde_json::from_slice(&fetched.body).unwrap_or_default();
        let links = index.get("links").and_then(Value::as_array).cloned().unwrap_or_default();
        let href = links
            .iter()
            .rev()
            .filter(|link| {
                let rel = link.get("rel").and_then(Value::as_str).unwrap_or_default();
                rel.starts_with("http://nodeinfo.diaspora.software/ns/schema/2.")
            })
            .find_map(|link| link.get("href").and_then(Value::as_str))
            .ok_or_else(|| ResolveError::NotFound(format!("NodeInfo of {host}")))?;
        if !same_origin(href, url.as_str()) {
            return Err(ResolveError::NotFound(format!("NodeInfo of {host}")));
        }
        let url = self.client.url(href)?;
        let fetched = self.client.get_json(&url, media_type::ACCEPT_JSON).await?;
        let value: Value = serde_json::from_slice(&fetched.body).unwrap_or_default();
        let text =
            |pointer: &str| value.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
        let name = text("/software/name").unwrap_or_default();
        let version = text("/software/version").unwrap_or_default();
        Ok(NodeInfo {
            software: crate::domain::text::shorten(&format!("{name} {version}"), 80),
            network_actor: text("/metadata/kontor/network").filter(|uri| same_origin(uri, href)),
            catalogue: text("/metadata/kontor/catalogue").filter(|uri| same_origin(uri, href)),
        })
    }

    /// The actor that stands for a whole host: the network of a Kontor instance, else the
    /// instance actor (FEP-d556).
    pub async fn by_domain(&self, host: &str) -> Result<(RemoteActor, String), ResolveError> {
        let info = self.node_info(host).await;
        if let Ok(NodeInfo { software, network_actor: Some(uri), .. }) = &info {
            return Ok((self.fetch_actor(uri).await?, software.clone()));
        }
        // Nobody answers there: the reason is worth more than a second failure.
        if let Err(error) = &info
            && error.is_temporary()
        {
            return Err(info.err().unwrap_or_else(|| ResolveError::NotFound(host.to_owned())));
        }
        let software = info.map(|info| info.software).unwrap_or_default();
        let name = host.split(':').next().unwrap_or(host);
        let uri = match self.webfinger(&format!("acct:{host}@{host}"), host).await {
            Ok(uri) => uri,
            Err(_) => self.webfinger(&format!("acct:{name}@{host}"), host).await?,
        };
        Ok((self.remote_actor(&uri).await?, software))
    }

    fn root_of(&self, host: &str) -> Result<Url, ResolveError> {
        let scheme = if self.state.config.insecure_local_federation() { "http" } else { "https" };
        Ok(self.client.url(&format!("{scheme}://{host}/"))?)
    }
}

/// Notes which picture an actor shows of itself; it is loaded when somebody looks.
async fn save_icon(tx: &mut Tx, actor: &str, document: &Value) -> Result<(), StoreError> {
    let icon = icon_of(document).map(|url| (media::tag(&url), url));
    copies::set_icon(tx, actor, icon.as_ref().map(|(tag, url)| (&**tag, &**url))).await
}

/// The part of a NodeInfo document that we use.
#[derive(Clone, Debug)]
pub struct NodeInfo {
    /// Name and version.
    pub software: String,
    /// Of a Kontor instance: the actor to follow.
    pub network_actor: Option<String>,
    /// Of a Kontor instance: where its catalogue stands.
    pub catalogue: Option<String>,
}
