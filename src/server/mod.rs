//! Puts the parts together: prepares the instance, starts jobs and HTTP, ends gracefully.

mod http;
mod negotiate;
mod ops;
mod router;

pub use http::{Signals, serve};
pub use router::router;

use crate::{
    app::{self, instance},
    clock::Clock,
    config::Config,
    federation::{Federation, context},
    i18n::Texts,
    jobs::Jobs,
    media::Vault,
    state::{State, Wake},
    store::{Db, StoreError, actors::ActorKind, actors::LocalActor},
    urls::Urls,
};
use std::{io, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use tokio::net::TcpListener;

/// Why a server does not start, or a command cannot work. The text is for the administrator.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error("the data folder {0} cannot be made: {1}")]
    DataDir(PathBuf, io::Error),
    #[error("the database cannot be used: {0}")]
    Store(#[from] StoreError),
    #[error("{0}")]
    Refused(#[from] app::Error),
    #[error("{0}")]
    Federation(#[from] context::StartError),
    #[error("a key could not be made: {0}")]
    Keys(#[from] crate::federation::signature::KeyError),
    #[error("port {0} cannot be listened on: {1}")]
    Listen(SocketAddr, io::Error),
    #[error("the server ended: {0}")]
    Ended(io::Error),
}

/// An instance whose database is open and whose actors exist.
pub struct Prepared {
    pub db: Db,
    pub urls: Urls,
    /// The network's actor: author of every case.
    pub network: LocalActor,
    /// Whether the database was empty before.
    pub first: bool,
}

/// What a started server tells.
#[derive(Clone, Debug)]
pub struct Ready {
    pub address: SocketAddr,
    /// Where the site is.
    pub origin: String,
    /// `@network@HOST`
    pub handle: String,
    /// Whether the database was empty before.
    pub first_start: bool,
}

/// Time for requests and deliveries under way when the server is asked to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// For a command: opens the database and makes sure that the actors exist. Without a configured
/// domain the origin is the one the server minted ids for, so a command need not be told the port.
pub async fn prepare(config: &Config) -> Result<Prepared, ServeError> {
    prepare_for(config, &Clock::system(), false).await
}

/// The same for the server (`serving`): there the origin is that of the configuration.
pub async fn prepare_for(
    config: &Config,
    clock: &Clock,
    serving: bool,
) -> Result<Prepared, ServeError> {
    if config.database.url.is_empty() {
        std::fs::create_dir_all(&config.data_dir)
            .map_err(|error| ServeError::DataDir(config.data_dir.clone(), error))?;
    }
    let db = Db::open(&config.database_url(), config.database.max_connections).await?;
    let known = instance::known_origin(&db).await?;
    let first = known.is_none();
    let origin = match known {
        Some(known) if !serving && config.is_loopback() => known,
        _ => config.origin(),
    };
    let urls = Urls::new(&origin);
    let plan = instance::Plan {
        urls: urls.clone(),
        slug: config.network.slug.clone(),
        name: config.network_name().to_owned(),
        description: config.network.description.clone(),
    };
    // Making an RSA key may fail only when the machine has no randomness.
    let keys = || context::make_keys().expect("the system has a source of randomness");
    let actors = instance::prepare(&db, &plan, clock.now_ms(), keys).await?;
    let network = actors.iter().find(|actor| actor.kind == ActorKind::Network).cloned();
    let network = network.expect("instance::prepare makes one");
    Ok(Prepared { db, urls, network, first })
}

/// Runs the server until it is told to end (SIGTERM, SIGINT). `ready` is called once it answers.
pub async fn run(config: Config, ready: impl FnOnce(&Ready)) -> Result<(), ServeError> {
    // Before anybody is told that it answers: who hears that may tell it to end at once.
    let end = Signals::listen();
    let clock = Clock::system();
    let bind = SocketAddr::new(config.bind, config.port);
    let listener =
        TcpListener::bind(bind).await.map_err(|error| ServeError::Listen(bind, error))?;
    let prepared = prepare_for(&config, &clock, true).await?;
    let first_start = prepared.first;
    let handle = prepared.urls.handle(&prepared.network.handle);
    let state = state(config, clock, &prepared);
    let federation = Federation::start(state.clone()).await?;
    let jobs = Jobs::start(federation.clone()).await?;
    let address = listener.local_addr().map_err(|error| ServeError::Listen(bind, error))?;
    ready(&Ready { address, origin: prepared.urls.origin().to_owned(), handle, first_start });
    tracing::info!(%address, origin = prepared.urls.origin(), "the server answers");
    serve(listener, router(federation), end.received(), PATIENCE).await;
    jobs.stop(PATIENCE).await;
    prepared.db.close().await;
    tracing::info!("the server has ended");
    Ok(())
}

/// The common state of a prepared instance.
pub fn state(config: Config, clock: Clock, prepared: &Prepared) -> State {
    State {
        vault: Arc::new(Vault::of(&config)),
        db: prepared.db.clone(),
        urls: prepared.urls.clone(),
        config: Arc::new(config),
        clock,
        texts: Arc::new(Texts::embedded()),
        wake: Arc::new(Wake::default()),
        pages: Arc::default(),
        compose: crate::federation::outbox::compose,
        doorbell: Arc::default(),
        organisation: Arc::default(),
        scout: Arc::default(),
        loading: Arc::default(),
    }
}
