//! The large catalogue: an instance of its own on each engine, filled once, kept where that is wished.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use super::{
    Options, Result, Table,
    corpus::Corpus,
    gauge::{cpu_of, each, rate, short},
    server::{Server, config_in},
};
use crate::{
    clock::Clock,
    server,
    store::{Db, cases},
};

/// Cases to a transaction. PostgreSQL walks along all versions that a transaction made of a counter.
const BATCH: usize = 100;
/// PostgreSQL looks by itself once a minute at what became of a table.
const STATISTICS: std::time::Duration = std::time::Duration::from_secs(75);

/// An instance with many cases, not yet started.
pub struct Large {
    pub engine: &'static str,
    home: PathBuf,
    database: Option<String>,
    /// Cases that it shall have.
    pub cases: usize,
}

/// One on each engine at hand.
pub fn catalogues(folder: &Path, options: &Options) -> Vec<Large> {
    let folder = options.keep.as_deref().unwrap_or(folder);
    let cases = options.cases;
    let home = |engine: &str| folder.join(format!("{engine}-{cases}"));
    let sqlite = Large { engine: "SQLite", home: home("sqlite"), database: None, cases };
    let postgres = options.postgres.iter().map(|url| Large {
        engine: "PostgreSQL",
        home: home("postgres"),
        database: Some(url.clone()),
        cases,
    });
    std::iter::once(sqlite).chain(postgres).collect()
}

impl Large {
    /// Starts its server, filled.
    pub async fn start(&self, table: &mut Table<'_>) -> Result<Server> {
        let db = self.open(table).await?;
        db.close().await;
        Server::start(&self.home).await
    }

    /// Its database, filled; its server must not run.
    pub async fn open(&self, table: &mut Table<'_>) -> Result<Db> {
        let (_, config) = config_in(&self.home, self.database.as_deref())?;
        let prepared = server::prepare(&config).await?;
        let (there, _) = cases::count(&mut prepared.db.read().await?).await?;
        let there = usize::try_from(there).unwrap_or(0);
        if there < self.cases {
            let (began, before) = (Instant::now(), cpu_of(std::process::id())?);
            fill(&prepared, there..self.cases).await?;
            let count = self.cases - there;
            let cpu = each(count, cpu_of(std::process::id())? - before);
            let what = format!("{}: cases put in, to {}", self.engine, self.cases);
            table.head("The large catalogue is filled")?;
            table.row(&what, &rate(count, began.elapsed()), &short(cpu), "with their words")?;
            if self.database.is_some() {
                tokio::time::sleep(STATISTICS).await;
            }
        }
        Ok(prepared.db)
    }
}

/// Nothing is told of them to anybody: each is stored as one that was published or came long ago.
async fn fill(prepared: &server::Prepared, cases: std::ops::Range<usize>) -> Result<()> {
    let corpus = Corpus::new()?;
    let now = Clock::system().now_ms();
    let mut next = cases.start;
    while next < cases.end {
        let mut tx = prepared.db.begin().await?;
        let end = cases.end.min(next + BATCH);
        for at in next..end {
            cases::save(&mut tx, &corpus.stored(at, &prepared.urls, now)?, now).await?;
        }
        tx.commit().await?;
        next = end;
    }
    Ok(())
}
