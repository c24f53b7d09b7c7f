//! SQL and nothing else. The same statements run on SQLite and PostgreSQL.

pub mod account_keys;
pub mod accounts;
pub mod activities;
pub mod actor_keys;
pub mod actors;
pub mod alerts;
pub mod applications;
pub mod attempts;
pub mod audit;
pub mod cases;
pub mod catalogue;
pub mod cities;
pub mod comments;
pub mod contact;
pub mod conversations;
pub mod copies;
pub mod databases;
pub mod deliveries;
pub mod documents;
pub mod domain_lists;
pub mod doors;
pub mod events;
pub mod follower_sync;
pub mod follows;
pub mod harvest;
pub mod hosts;
pub mod identities;
pub mod imports;
pub mod inbox;
mod indexing;
pub mod lanes;
pub mod leases;
pub mod mail;
pub mod mail_in;
pub mod manuscripts;
pub mod media;
pub mod messages;
pub mod notices;
pub mod peers;
pub mod people;
pub mod quotes;
pub mod reactions;
pub mod received;
pub mod relays;
pub mod remote_actors;
pub mod remote_keys;
pub mod removal;
pub mod reports;
pub mod reviewing;
pub mod revisions;
pub mod rulings;
pub mod search;
pub mod sessions;
pub mod settings;
pub mod sitemap;
mod sql;
mod stale;
pub mod suggestions;
pub mod tokens;
mod tombstones;
pub mod translations;
pub mod undone;
mod words;

use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction, migrate::Migrator};
use std::{
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// The driver's own error, for callers that must make one.
pub use sqlx::Error as DriverError;

/// What can go wrong below the use cases. The cause is for the log, never for a page.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("{table}.{column} holds {value:?}")]
    Inconsistent { table: &'static str, column: &'static str, value: String },
}

impl StoreError {
    /// Whether the same work may succeed when tried again: a busy, restarted or unreachable
    /// database, as opposed to data or statements that are wrong.
    pub fn is_temporary(&self) -> bool {
        match self {
            StoreError::Database(sqlx::Error::Database(refusal)) => {
                refusal.code().is_some_and(|code| passes(&code))
            }
            StoreError::Database(error) => matches!(
                error,
                sqlx::Error::Io(_)
                    | sqlx::Error::Tls(_)
                    | sqlx::Error::Protocol(_)
                    | sqlx::Error::PoolTimedOut
                    | sqlx::Error::PoolClosed
                    | sqlx::Error::WorkerCrashed
                    | sqlx::Error::BeginFailed
            ),
            StoreError::Migration(_) | StoreError::Inconsistent { .. } => false,
        }
    }
}

/// Whether what the engine answered with this code may pass: on PostgreSQL classes of SQLSTATE
/// (connection, deadlock, out of resources, object in use, operator's act, system), on SQLite
/// the low byte of the result (busy, locked, out of memory, I/O, disk full, cannot open).
fn passes(code: &str) -> bool {
    match code.parse::<u32>() {
        Ok(number) if code.len() != 5 => matches!(number & 0xff, 5 | 6 | 7 | 10 | 13 | 14),
        _ => ["08", "40", "53", "55", "57", "58"].iter().any(|class| code.starts_with(class)),
    }
}

pub type Result<T> = std::result::Result<T, StoreError>;

/// The database of this instance. SQLite has one writer and a pool of readers.
#[derive(Clone)]
pub enum Db {
    Sqlite { writer: SqlitePool, readers: SqlitePool, index: Arc<search::Index> },
    Postgres { pool: PgPool, index: Arc<search::Index> },
}

/// Transactions that this process has written, whatever database they were for.
static WRITES: AtomicU64 = AtomicU64::new(0);

/// Grows with each transaction that this process writes: as long as it is the same, nothing was
/// changed from here.
pub fn writes() -> u64 {
    WRITES.load(Ordering::Acquire)
}

/// One transaction on either engine.
pub enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Which engine a statement is for, where the two must differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

static MIGRATIONS: Migrator = sqlx::migrate!();

impl Db {
    /// Opens (and where needed creates) the database behind `url`, `sqlite:PATH` or
    /// `postgres://…`, and brings its tables up to date.
    ///
    /// # Errors
    /// When the database cannot be reached, or was written by a newer version.
    pub async fn open(url: &str, max_connections: u32) -> Result<Self> {
        let db = if url.starts_with("sqlite:") {
            Self::open_sqlite(url, max_connections).await?
        } else {
            let pool = sqlx::postgres::PgPoolOptions::new()
                .max_connections(max_connections.max(2))
                .acquire_timeout(Duration::from_secs(20))
                .connect(url)
                .await?;
            Db::Postgres { pool, index: Arc::default() }
        };
        db.migrate().await?;
        Ok(db)
    }

    async fn open_sqlite(url: &str, max_connections: u32) -> Result<Self> {
        use sqlx::sqlite::{
            SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
        };
        // FULL, not NORMAL: a power cut must not take back what was answered with 202.
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(30))
            .statement_cache_capacity(256)
            .pragma("cache_size", "-8000")
            .pragma("temp_store", "memory");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(60))
            // In this process: it does not go away, and asking it each time would cost a turn.
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.clone())
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(max_connections.max(1))
            .test_before_acquire(false)
            .connect_lazy_with(options.read_only(false).pragma("query_only", "true"));
        Ok(Db::Sqlite { writer, readers, index: Arc::default() })
    }

    /// The engine-specific search tables have two short texts; all others are shared.
    async fn migrate(&self) -> Result<()> {
        let other = match self.engine() {
            Engine::Sqlite => "postgres",
            Engine::Postgres => "sqlite",
        };
        let ours = MIGRATIONS.iter().filter(|step| !step.description.ends_with(other));
        let migrator = Migrator::with_migrations(ours.cloned().collect());
        match self {
            Db::Sqlite { writer, .. } => migrator.run(writer).await?,
            Db::Postgres { pool, .. } => migrator.run(pool).await?,
        }
        Ok(())
    }

    pub fn engine(&self) -> Engine {
        match self {
            Db::Sqlite { .. } => Engine::Sqlite,
            Db::Postgres { .. } => Engine::Postgres,
        }
    }

    /// What this process keeps of the catalogue in memory.
    fn index(&self) -> &search::Index {
        match self {
            Db::Sqlite { index, .. } | Db::Postgres { index, .. } => index,
        }
    }

    /// A transaction that writes. On SQLite it takes the write lock at once: a deferred
    /// transaction that turns to writing fails with SQLITE_BUSY and ignores the busy timeout.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Db::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Db::Postgres { pool, .. } => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A transaction that only reads, beside any writer.
    pub async fn read(&self) -> Result<Tx> {
        Ok(match self {
            Db::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Db::Postgres { pool, .. } => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Whether the database answers, for `/readyz`.
    pub async fn ping(&self) -> Result<()> {
        let mut tx = self.read().await?;
        let _: Option<(bool,)> = sql::row!(&mut tx, "SELECT TRUE")?;
        Ok(())
    }

    /// Ends all connections; SQLite folds its write-ahead log back.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { writer, readers, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres { pool, .. } => pool.close().await,
        }
    }
}

impl Tx {
    pub async fn commit(self) -> Result<()> {
        match self {
            Tx::Sqlite(tx) => tx.commit().await?,
            Tx::Postgres(tx) => tx.commit().await?,
        }
        // Before whoever wrote knows that it is done.
        WRITES.fetch_add(1, Ordering::AcqRel);
        Ok(())
    }

    pub(crate) fn engine(&self) -> Engine {
        match self {
            Tx::Sqlite(_) => Engine::Sqlite,
            Tx::Postgres(_) => Engine::Postgres,
        }
    }

    /// The next number of the named counter; held until this transaction ends, so that numbers
    /// become visible in their order.
    async fn next_number(&mut self, counter: &'static str) -> Result<i64> {
        self.next_numbers(counter, 1).await
    }

    /// Takes `count` numbers and returns the first.
    async fn next_numbers(&mut self, counter: &'static str, count: i64) -> Result<i64> {
        let row: Option<(i64,)> = sql::row!(
            self,
            "UPDATE counter SET value = value + $1 WHERE name = $2 RETURNING value",
            count,
            counter
        )?;
        row.map(|(last,)| last - count + 1).ok_or(StoreError::Inconsistent {
            table: "counter",
            column: "name",
            value: counter.to_owned(),
        })
    }
}
