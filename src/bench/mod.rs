//! What this machine allows, and what Kontor makes of it: measured with the real program over
//! real sockets, each figure beside its bound from the same run. PERFORMANCE.md explains them.

mod bounds;
mod catalogue;
mod corpus;
mod deliver;
mod fakes;
mod gauge;
mod inbox;
mod large;
mod load;
mod pages;
mod search;
mod server;
mod site;

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    app,
    clock::Clock,
    federation::{fetch::FetchError, signature::KeyError},
    server::ServeError,
    store::StoreError,
};

/// What a person can choose about the measurements.
pub struct Options {
    /// Names of parts, as in [`PARTS`]; none for all.
    pub parts: Vec<String>,
    /// Cases of the large catalogue.
    pub cases: usize,
    /// A PostgreSQL database, empty or filled by a run before, on which the large catalogue is
    /// measured as well.
    pub postgres: Option<String>,
    /// Where the large catalogue is kept and found again; otherwise it is removed at the end.
    pub keep: Option<PathBuf>,
}

/// The parts, in the order in which they are measured.
pub const PARTS: [&str; 9] =
    ["bounds", "start", "pages", "inbox", "deliveries", "crowd", "catalogue", "search", "site"];

#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("{0}")]
    App(#[from] app::Error),
    #[error("{0}")]
    Serve(#[from] ServeError),
    #[error("{0}")]
    Key(#[from] KeyError),
    #[error("{0}")]
    Address(#[from] FetchError),
    #[error("{0}")]
    Odd(String),
}

type Result<T> = std::result::Result<T, BenchError>;

/// The table, written as it is measured.
struct Table<'a>(&'a mut dyn Write);

impl Table<'_> {
    fn head(&mut self, title: &str) -> Result<()> {
        writeln!(self.0, "\n### {title}\n\n| what | rate | CPU each | more |\n|---|---|---|---|")?;
        Ok(self.0.flush()?)
    }

    fn row(&mut self, what: &str, rate: &str, cpu: &str, more: &str) -> Result<()> {
        writeln!(self.0, "| {what} | {rate} | {cpu} | {more} |")?;
        Ok(self.0.flush()?)
    }
}

/// Measures the wished parts and writes the table as Markdown.
///
/// # Errors
/// When something does not do its part: then there is no figure rather than a wrong one.
pub async fn run(options: Options, out: &mut dyn Write) -> Result<()> {
    for part in &options.parts {
        if !PARTS.contains(&part.as_str()) {
            return Err(BenchError::Odd(format!("there is no {part}, only {}", PARTS.join(", "))));
        }
    }
    let folder = Folder::new()?;
    let wished =
        |part: &str| options.parts.is_empty() || options.parts.iter().any(|name| name == part);
    let mut table = Table(out);
    // Others refer to the bounds, so they are measured in every run.
    let bounds = bounds::measure(folder.path()).await?;
    bounds.tell(&mut table)?;
    if wished("start") {
        server::start_and_memory(folder.path(), &mut table).await?;
    }
    if wished("pages") {
        pages::measure(folder.path(), &mut table).await?;
    }
    if wished("inbox") {
        inbox::measure(folder.path(), &bounds, &mut table).await?;
    }
    if wished("deliveries") {
        deliver::measure(folder.path(), &bounds, &mut table).await?;
    }
    if wished("crowd") {
        deliver::measure_crowd(folder.path(), &bounds, &mut table).await?;
    }
    if wished("catalogue") {
        catalogue::measure(folder.path(), &mut table).await?;
    }
    for large in large::catalogues(folder.path(), &options) {
        if wished("search") {
            search::measure(&large, &mut table).await?;
        }
        if wished("site") {
            site::measure(&large, &mut table).await?;
        }
    }
    Ok(())
}

/// Where the instances that are measured keep their data; removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> io::Result<Self> {
        let id = app::new_id(Clock::system().now_ms()).to_lowercase();
        let path = std::env::temp_dir().join(format!("kontor-bench-{id}"));
        fs::create_dir_all(&path)?;
        Ok(Folder(path))
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind is in the folder for temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}
