//! The instance a command works on: its database, its addresses, its actors.

use std::path::Path;

use super::failure::Failure;
use crate::{
    app::{self, publish::Publisher},
    clock::Clock,
    config::Config,
    server,
    store::{
        Db,
        actors::{self, ActorKind, LocalActor},
    },
    urls::Urls,
};

pub struct Instance {
    pub db: Db,
    pub urls: Urls,
    pub clock: Clock,
    /// The network's actor.
    pub network: LocalActor,
}

impl Instance {
    /// The instance that the settings point at, which must have been started or filled before.
    pub async fn existing(config: &Config) -> Result<Self, Failure> {
        match Self::find(config).await? {
            Some(instance) => Ok(instance),
            None => Err(Failure::Unusable(format!(
                "there is no instance in {} yet: `kontor serve` or `kontor import` makes one \
                 (--data-dir or --config points at another)",
                config.data_dir.display()
            ))),
        }
    }

    /// The instance that the settings point at; made when there is none.
    pub async fn or_new(config: &Config) -> Result<Self, Failure> {
        match Self::find(config).await? {
            Some(instance) => Ok(instance),
            None => Self::prepare(config).await,
        }
    }

    async fn find(config: &Config) -> Result<Option<Self>, Failure> {
        if config.database.url.is_empty() && !sqlite_file(config).exists() {
            return Ok(None);
        }
        let db = Db::open(&config.database_url(), config.database.max_connections).await?;
        let Some(origin) = app::instance::known_origin(&db).await? else {
            db.close().await;
            return Ok(None);
        };
        // The running server knows best what it is called, on which port it listens and how its
        // network is named: a command must not need the same flags, and must not rename anything.
        if config.domain.is_some() && config.origin() != origin {
            db.close().await;
            return Ok(Some(Self::prepare(config).await?));
        }
        let mut tx = db.read().await?;
        let actors = actors::built_in(&mut tx).await?;
        drop(tx);
        let network = actors.iter().find(|actor| actor.kind == ActorKind::Network).cloned();
        let (urls, clock) = (Urls::new(&origin), Clock::system());
        Ok(network.map(|network| Self { db, urls, clock, network }))
    }

    async fn prepare(config: &Config) -> Result<Self, Failure> {
        let server::Prepared { db, urls, network, .. } = server::prepare(config).await?;
        Ok(Self { db, urls, clock: Clock::system(), network })
    }

    pub fn publisher(&self) -> Publisher {
        Publisher { urls: self.urls.clone(), actor: self.network.uri.clone() }
    }

    /// Our actor with this handle (with or without `@` and host); the network's when none is
    /// named.
    pub async fn actor(&self, handle: Option<&str>) -> Result<LocalActor, Failure> {
        let Some(handle) = handle else {
            return Ok(self.network.clone());
        };
        let name = handle.trim_start_matches('@').split('@').next().unwrap_or_default();
        let mut tx = self.db.read().await?;
        let found = actors::by_handle(&mut tx, name).await?.filter(|actor| !actor.is_gone());
        if let Some(found) = found {
            return Ok(found);
        }
        let mut known = Vec::new();
        for kind in [ActorKind::Network, ActorKind::Person] {
            known.extend(actors::page(&mut tx, Some(kind), "", 10).await?);
        }
        let known: Vec<_> = known.iter().map(|actor| actor.handle.as_str()).collect();
        Err(Failure::Refused(format!("there is no actor {name} here; known: {}", known.join(", "))))
    }
}

/// The file of the embedded database.
pub fn sqlite_file(config: &Config) -> std::path::PathBuf {
    Path::new(&config.data_dir).join("kontor.sqlite")
}
