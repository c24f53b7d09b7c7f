//! Whole instances in this process: real database, real jobs, real HTTP on loopback.
#![allow(dead_code, reason = "each test binary uses its own part")]

use kontor::{
    app::{
        access::Who,
        follow,
        publish::{self, Outcome, Publisher},
    },
    clock::Clock,
    config::Config,
    domain::case_study::CaseStudy,
    federation::Federation,
    jobs::Jobs,
    server,
    state::State,
    store::{
        Db, Tx,
        cases::{self, StoredCase},
        follows::{self, Following},
        inbox, lanes,
        lanes::Lane,
        peers::{self, Peer},
    },
};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{net::TcpListener, task::JoinHandle};
use tokio_util::sync::CancellationToken;

/// Where an instance keeps its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Makes two tests of each named `async fn(Engine)`: one on SQLite, one on PostgreSQL.
#[allow(unused_macros, reason = "each test binary uses its own part")]
macro_rules! on_each_engine {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $name() {
                super::$name($crate::instance::Engine::Sqlite).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $name() {
                if $crate::instance::postgres().is_some() {
                    super::$name($crate::instance::Engine::Postgres).await;
                }
            })+
        }
    };
}
#[allow(unused_imports, reason = "each test binary uses its own part")]
pub(crate) use on_each_engine;

/// The server for tests. Without it that half is left out; in CI this fails.
pub fn postgres() -> Option<String> {
    let server = std::env::var("KONTOR_TEST_POSTGRES").ok();
    if server.is_none() {
        assert!(std::env::var_os("CI").is_none(), "CI needs KONTOR_TEST_POSTGRES; see ci/test");
        println!("left out: KONTOR_TEST_POSTGRES is not set; ci/test starts a server");
    }
    server
}

/// A database that goes when nobody holds it any more.
pub struct Database {
    pub url: String,
    pub folder: tempfile::TempDir,
    on_server: Option<(String, String)>,
}

impl Database {
    pub async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        if engine == Engine::Sqlite {
            let url = format!("sqlite:{}", folder.path().join("kontor.sqlite").display());
            return Database { url, folder, on_server: None };
        }
        let server = postgres().unwrap();
        let name = format!("kontor_test_{}", ulid::Ulid::new().to_string().to_lowercase());
        on_server(&server, &format!("CREATE DATABASE {name}")).await;
        let mut url = url::Url::parse(&server).unwrap();
        url.set_path(&name);
        Database { url: url.into(), folder, on_server: Some((server, name)) }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let Some((server, name)) = self.on_server.take() else { return };
        // A runtime of its own: this may be dropped inside another one, and while panicking.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(on_server(
                &server,
                &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            ));
        });
        let _ = dropped.join();
    }
}

async fn on_server(server: &str, sql: &str) {
    let mut connection = PgConnection::connect(server).await.expect("the test server answers");
    sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.expect(sql);
}

/// A running instance.
pub struct Instance {
    pub state: State,
    pub federation: Federation,
    pub publisher: Publisher,
    pub database: Arc<Database>,
    /// Where this process listens; `origin` names the port the ids were minted for.
    pub address: SocketAddr,
    jobs: Jobs,
    http: JoinHandle<()>,
    end: CancellationToken,
}

/// An instance that was stopped, to be started again where it stood.
pub struct Stopped {
    pub config: Config,
    pub database: Arc<Database>,
    clock: Clock,
}

/// A register with one city in it is not filled: that takes seconds, and nothing here asks it.
async fn without_cities(db: &Db) {
    const SQL: &str = "INSERT INTO city (geonameid, name, folded, country, admin1, lat, lon,
        population) VALUES (1, 'A', 'a', 'AA', '', 0, 0, 0) ON CONFLICT DO NOTHING";
    match db {
        Db::Sqlite { writer, .. } => {
            sqlx::query(SQL).execute(writer).await.unwrap();
        }
        Db::Postgres { pool, .. } => {
            sqlx::query(SQL).execute(pool).await.unwrap();
        }
    }
}

/// Short pauses, so that tests of repetition need not wait.
pub fn quick(config: &mut Config) {
    config.federation.retry_first_seconds = 1;
    config.federation.retry_max_seconds = 2;
    config.federation.send_timeout_ms = 3_000;
    config.federation.fetch_timeout_ms = 3_000;
    config.federation.backfill_pages_per_minute = 60_000;
}

impl Instance {
    /// A new instance with short pauses.
    pub async fn start(engine: Engine, slug: &str) -> Self {
        Self::start_with(engine, slug, |_| {}).await
    }

    /// A new instance whose settings are changed by `change`.
    pub async fn start_with(engine: Engine, slug: &str, change: impl FnOnce(&mut Config)) -> Self {
        Self::start_at(engine, slug, Clock::system(), change).await
    }

    pub async fn start_at(
        engine: Engine,
        slug: &str,
        clock: Clock,
        change: impl FnOnce(&mut Config),
    ) -> Self {
        let database = Arc::new(Database::new(engine).await);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut config = Config::default();
        quick(&mut config);
        config.port = listener.local_addr().unwrap().port();
        config.data_dir = database.folder.path().to_owned();
        config.database.url = database.url.clone();
        config.network.slug = slug.to_owned();
        config.network.name = slug.to_owned();
        change(&mut config);
        Self::run(config, database, clock, listener).await
    }

    async fn run(
        config: Config,
        database: Arc<Database>,
        clock: Clock,
        listener: TcpListener,
    ) -> Self {
        let prepared = server::prepare_for(&config, &clock, true).await.unwrap();
        let publisher =
            Publisher { urls: prepared.urls.clone(), actor: prepared.network.uri.clone() };
        let state = server::state(config, clock, &prepared);
        let federation = Federation::start(state.clone()).await.unwrap();
        let jobs = Jobs::start(federation.clone()).await.unwrap();
        let end = CancellationToken::new();
        let address = listener.local_addr().unwrap();
        let router = server::router(federation.clone());
        let told = end.clone();
        let http = tokio::spawn(async move {
            server::serve(listener, router, told.cancelled_owned(), Duration::from_secs(2)).await;
        });
        Instance { state, federation, publisher, database, address, jobs, http, end }
    }

    /// Another process of the same instance, on the same database, behind the same address.
    pub async fn another_node(&self) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let config = Config::clone(&self.state.config);
        Self::run(config, self.database.clone(), self.state.clock.clone(), listener).await
    }

    /// Ends gracefully, as SIGTERM would.
    pub async fn stop(self) -> Stopped {
        self.end.cancel();
        self.http.await.unwrap();
        self.jobs.stop(Duration::from_secs(5)).await;
        self.state.db.close().await;
        let config = Config::clone(&self.state.config);
        Stopped { config, database: self.database, clock: self.state.clock }
    }

    pub fn origin(&self) -> &str {
        self.state.urls.origin()
    }

    pub fn host(&self) -> &str {
        self.state.urls.host()
    }

    pub fn now(&self) -> i64 {
        self.state.clock.now_ms()
    }

    /// Uri of the network's actor.
    pub fn network(&self) -> &str {
        &self.publisher.actor
    }

    pub async fn read(&self) -> Tx {
        self.state.db.read().await.unwrap()
    }

    /// Puts cases in as an import does.
    pub async fn import(&self, cases: impl IntoIterator<Item = CaseStudy>) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        for case in cases {
            let (db, by) = (&self.state.db, &self.publisher);
            let now = self.now();
            outcomes.push(publish::put(db, by, &Who::CommandLine, case, now).await.unwrap());
        }
        self.state.wake.events.notify_one();
        outcomes
    }

    /// Publishes one case now and returns it as it is stored.
    pub async fn publish(&self, mut case: CaseStudy) -> StoredCase {
        let key = case.id.clone();
        case.editorial.published = None;
        case.editorial.updated = None;
        let (db, by) = (&self.state.db, &self.publisher);
        publish::publish_new(db, by, &Who::CommandLine, case, self.now()).await.unwrap();
        self.state.wake.events.notify_one();
        self.own(&key).await
    }

    pub async fn update(&self, case: CaseStudy) -> StoredCase {
        let key = case.id.clone();
        publish::update(&self.state.db, &Who::CommandLine, case, self.now()).await.unwrap();
        self.state.wake.events.notify_one();
        self.own(&key).await
    }

    pub async fn withdraw(&self, key: &str) {
        let (db, now) = (&self.state.db, self.now());
        publish::withdraw(db, &Who::CommandLine, key, "a mistake", now).await.unwrap();
        self.state.wake.events.notify_one();
    }

    /// A case of this instance by the id of its record.
    pub async fn own(&self, key: &str) -> StoredCase {
        cases::by_key(&mut self.read().await, key).await.unwrap().unwrap()
    }

    /// Notes the wish to follow; jobs do the rest.
    pub async fn follow(&self, wanted: &str) -> Following {
        let host = url::Url::parse(wanted).map_or_else(
            |_| wanted.to_owned(),
            |url| url[url::Position::BeforeHost..url::Position::AfterPort].to_owned(),
        );
        let (db, actor) = (&self.state.db, self.federation.network());
        let wish = follow::want(db, &Who::CommandLine, actor, wanted, &host, self.now());
        let wish = wish.await.unwrap();
        self.state.wake.follows.notify_one();
        wish
    }

    pub async fn unfollow(&self, wanted: &str) {
        let (db, actor) = (&self.state.db, self.federation.network());
        follow::unfollow(db, &Who::CommandLine, actor, wanted, self.now()).await.unwrap();
        self.state.wake.events.notify_one();
    }

    /// What the network follows or asked to follow, by what was typed.
    pub async fn following(&self, wanted: &str) -> Following {
        let actor = self.network();
        follows::following_of(&mut self.read().await, actor, wanted).await.unwrap().unwrap()
    }

    /// Waits until the catalogue of `wanted` was read back.
    pub async fn has_read_back(&self, wanted: &str) -> Following {
        until(&format!("{} reads back {wanted}", self.host()), 60, async || {
            let following = self.following(wanted).await;
            assert_ne!(following.backfill, "failed", "{following:?}");
            (following.backfill == "done").then_some(following)
        })
        .await
    }

    /// Everything the public sees here, oldest arrival first.
    pub async fn shown(&self) -> Vec<StoredCase> {
        cases::shown_after(&mut self.read().await, 0, 100_000).await.unwrap()
    }

    pub async fn shown_count(&self) -> usize {
        self.shown().await.len()
    }

    pub async fn case(&self, uri: &str) -> Option<StoredCase> {
        cases::by_uri(&mut self.read().await, uri).await.unwrap()
    }

    /// Waits until this instance shows so many cases.
    pub async fn shows(&self, count: usize) {
        until_seconds(60, async || {
            let found = self.shown_count().await;
            (found == count)
                .then_some(())
                .ok_or(format!("{} shows {found} of {count} cases", self.host()))
        })
        .await;
    }

    pub async fn peer(&self, host: &str) -> Option<Peer> {
        peers::find(&mut self.read().await, host).await.unwrap()
    }

    pub async fn lane(&self, inbox: &str) -> Option<Lane> {
        lanes::find(&mut self.read().await, inbox).await.unwrap()
    }

    /// Waits until nothing here waits to be told, sent or taken in. Parked lanes do not count.
    pub async fn rests(&self) {
        until_seconds(60, async || {
            let mut tx = self.read().await;
            if kontor::store::events::waiting(&mut tx, "federation").await.unwrap() {
                return Err("events wait to be told".to_owned());
            }
            let arrivals = inbox::waiting(&mut tx).await.unwrap();
            let mut waiting = 0;
            for lane in lanes::all(&mut tx, None, 10_000).await.unwrap() {
                if lane.state == "open" {
                    waiting += lanes::waiting(&mut tx, &lane).await.unwrap();
                }
            }
            match (arrivals, waiting) {
                (0, 0) => Ok(()),
                _ => Err(format!("{}: {arrivals} arrivals, {waiting} to send", self.host())),
            }
        })
        .await;
    }

    /// How many rows each table has, but for those that remember who was heard of, and for what jobs
    /// keep of the log of changes (`case_change`, which counts): what an attack must not change.
    pub async fn rows(&self) -> BTreeMap<String, i64> {
        const HEARD: [&str; 8] = [
            "peer",
            "remote_actor",
            "remote_key",
            "inbox_item",
            "comparison",
            "city",
            "harvest",
            "alert_held",
        ];
        let names = match &self.state.db {
            Db::Sqlite { .. } => {
                "SELECT name FROM sqlite_master WHERE type = 'table'
                   AND name NOT LIKE 'case_word%' AND name NOT LIKE 'sqlite%'"
            }
            Db::Postgres { .. } => {
                "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
                 WHERE table_schema = 'public'"
            }
        };
        let names: Vec<(String,)> = self.raw(names).await;
        let mut rows = BTreeMap::new();
        for (name,) in names.into_iter().filter(|(name,)| !HEARD.contains(&name.as_str())) {
            // Jobs note there that the register of cities is loaded, and that the log for harvesters
            // is filled.
            let but = match name.as_str() {
                "setting" => " WHERE name <> 'cities-loaded'",
                "reader" => " WHERE name <> 'harvest-fill'",
                _ => "",
            };
            let sql = format!("SELECT count(*) FROM {name}{but}");
            let [(count,)] = self.raw::<(i64,)>(&sql).await[..] else { panic!("{sql}") };
            rows.insert(name, count);
        }
        rows
    }

    async fn raw<T>(&self, sql: &str) -> Vec<T>
    where
        T: Send + Unpin + for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow>,
        T: for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow>,
    {
        match &self.state.db {
            Db::Sqlite { readers, .. } => {
                sqlx::query_as(AssertSqlSafe(sql)).fetch_all(readers).await.expect(sql)
            }
            Db::Postgres { pool, .. } => {
                sqlx::query_as(AssertSqlSafe(sql)).fetch_all(pool).await.expect(sql)
            }
        }
    }

    /// How many arrivals are in each state, as `done 3, ignored 1`.
    pub async fn arrivals(&self) -> String {
        let counts = inbox::counts(&mut self.read().await).await.unwrap();
        let counts = counts.iter().map(|(state, count)| format!("{state} {count}"));
        counts.collect::<Vec<_>>().join(", ")
    }
}

impl Stopped {
    pub async fn start(self) -> Instance {
        let Stopped { config, database, clock } = self;
        let address = SocketAddr::new(config.bind, config.port);
        let listener = TcpListener::bind(address).await.unwrap();
        Instance::run(config, database, clock, listener).await
    }
}

/// Waits until `look` finds something, at most `seconds`.
pub async fn until<T>(what: &str, seconds: u64, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    until_seconds(seconds, async || look().await.ok_or_else(|| what.to_owned())).await
}

/// Waits until `look` is content; when time is over it fails with its last complaint.
pub async fn until_seconds<T>(seconds: u64, mut look: impl AsyncFnMut() -> Result<T, String>) -> T {
    let began = Instant::now();
    loop {
        match look().await {
            Ok(found) => return found,
            Err(complaint) if began.elapsed() > Duration::from_secs(seconds) => {
                panic!("after {seconds} s: {complaint}")
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(30)).await,
        }
    }
}
