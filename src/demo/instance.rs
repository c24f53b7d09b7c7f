//! One instance of the demo: its settings, its process, its database.

use std::{
    fs::{self, File},
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, ChildStdout, Command},
    time::timeout,
};

use super::{
    DemoError, Voice,
    corpus::{self, NETWORKS, Network},
    databases::Databases,
    people,
};
use crate::{
    app::{access::Who, follow, import::Import, publish::Publisher},
    clock::Clock,
    config::{Config, Overrides},
    domain::vocabulary,
    server::{self, Prepared},
    store::Db,
    transfer::{import, lines::Lines},
};

/// Longest time for an instance to start; the first start of a debug build makes its keys slowly.
const START: Duration = Duration::from_secs(60);
/// Longest time for an instance to finish what is in flight.
const STOP: Duration = Duration::from_secs(15);

pub(super) struct Instance {
    at: usize,
    network: &'static Network,
    file: PathBuf,
    log: PathBuf,
    child: Child,
    prepared: Prepared,
    /// Kept open, as the instance may still have something to say.
    _stdout: Option<BufReader<ChildStdout>>,
}

/// Starts one instance for each network.
pub(super) async fn start_all(
    folder: &Path,
    ports: &[u16],
    databases: &mut Option<Databases>,
    instances: &mut Vec<Instance>,
    voice: &mut Voice<'_>,
) -> Result<(), DemoError> {
    if ports.len() != NETWORKS.len() {
        return Err(DemoError::Start(format!("--ports wants {} ports", NETWORKS.len())));
    }
    // All processes first: each spends its first moments on keys and its database.
    let mut starting = Vec::new();
    for (at, network) in NETWORKS.iter().enumerate() {
        let home = folder.join(network.slug);
        let taken: Vec<u16> = starting.iter().map(|other: &Starting| other.config.port).collect();
        let database = database(network, &home, databases).await?;
        starting.push(spawn(at, network, &home, ports[at], &taken, &database)?);
    }
    for starting in starting {
        let instance = starting.ready().await?;
        voice.say(&format!("{:<11} is at {}", instance.name(), instance.home()))?;
        instances.push(instance);
    }
    Ok(())
}

/// The URL of its database, empty for SQLite. A kept folder has chosen already.
async fn database(
    network: &Network,
    home: &Path,
    databases: &mut Option<Databases>,
) -> Result<String, DemoError> {
    let (file, Some(databases)) = (home.join("kontor.toml"), databases) else {
        return Ok(String::new());
    };
    if !file.exists() {
        return databases.make(network).await;
    }
    let (chosen, url) = (load(&file)?.database.url, databases.address(network)?);
    if chosen != url {
        return Err(DemoError::Start(format!(
            "{} keeps its data elsewhere, as {} says; choose another --dir, or leave --database out",
            network.name,
            file.display()
        )));
    }
    Ok(url)
}

/// An instance whose process runs and has not yet said that it answers.
struct Starting {
    at: usize,
    network: &'static Network,
    config: Config,
    file: PathBuf,
    log: PathBuf,
    child: Child,
}

/// Starts the process; with the settings of an earlier demo where the folder was kept.
fn spawn(
    at: usize,
    network: &'static Network,
    home: &Path,
    wished: u16,
    taken: &[u16],
    database: &str,
) -> Result<Starting, DemoError> {
    let (file, log) = (home.join("kontor.toml"), home.join("log.txt"));
    if !file.exists() {
        let port = free_port(wished, taken)
            .ok_or_else(|| DemoError::Start(format!("no port from {wished} on is free")))?;
        super::private_folder(home)?;
        fs::write(&file, settings(network, port, home, database))?;
    }
    let config = load(&file)?;
    if free_port(config.port, &[]) != Some(config.port) {
        return Err(DemoError::Start(format!(
            "port {} of {} is taken, and its cases are known by that address; end what listens \
             there, or choose another --dir",
            config.port, network.name
        )));
    }
    let writer = File::options().create(true).append(true).open(&log)?;
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("serve").arg("--config").arg(&file).arg("--stop-with-stdin");
    // What is set for an instance of one's own is not meant for these.
    for (name, _) in std::env::vars_os() {
        let ours = name.to_string_lossy().starts_with("KONTOR_");
        if ours && name != "KONTOR_LOG" {
            command.env_remove(name);
        }
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(writer).kill_on_drop(true);
    let child = command.spawn()?;
    Ok(Starting { at, network, config, file, log, child })
}

impl Starting {
    /// Waits until it says where it is.
    async fn ready(self) -> Result<Instance, DemoError> {
        let Starting { at, network, config, file, log, mut child } = self;
        let mut stdout = child.stdout.take().map(BufReader::new);
        let mut first = String::new();
        let spoke = match &mut stdout {
            Some(stdout) => timeout(START, stdout.read_line(&mut first)).await,
            None => Ok(Ok(0)),
        };
        if !matches!(spoke, Ok(Ok(1..))) {
            let end = log_end(&log);
            return Err(DemoError::Start(format!("{} does not start:\n{end}", network.name)));
        }
        let prepared = server::prepare(&config)
            .await
            .map_err(|error| DemoError::Failed(format!("{}: {error}", network.name)))?;
        Ok(Instance { at, network, file, log, child, prepared, _stdout: stdout })
    }
}

/// The settings of an instance; a JSON text is one in TOML too.
fn settings(network: &Network, port: u16, home: &Path, database: &str) -> String {
    let text = |text: &str| Value::from(text).to_string();
    let entry = vocabulary::network(network.slug);
    let description = entry.map(|entry| entry.description.as_str()).unwrap_or_default();
    let website = entry.and_then(|entry| entry.own_knowledge.website.as_deref());
    format!(
        "port = {port}\ndata_dir = {}\n\n[network]\nslug = {}\nname = {}\ndescription = {}\n\
         website = {}\naccent = {}\n\n[database]\nurl = {}\n\n[federation]\nretry_first_seconds = 1\n",
        text(&home.to_string_lossy()),
        text(network.slug),
        text(network.name),
        text(&crate::domain::text::shorten(description, 2_000)),
        text(website.unwrap_or_default()),
        text(network.accent),
        text(database),
    )
}

fn load(file: &Path) -> Result<Config, DemoError> {
    Config::load(Some(file.to_owned()), &Overrides::default(), std::iter::empty())
        .map_err(|error| DemoError::Start(error.to_string()))
}

/// The wished port or the next one that nobody listens on.
fn free_port(wished: u16, taken: &[u16]) -> Option<u16> {
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    (wished..=wished.saturating_add(1_000)).find(|port| !taken.contains(port) && free(port))
}

/// The last lines of a log, for a message.
fn log_end(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(2_000)..]).into_owned();
    let lines: Vec<_> = text.lines().rev().take(8).map(|line| format!("  {line}")).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join("\n")
}

impl Instance {
    pub fn name(&self) -> &'static str {
        self.network.name
    }

    pub fn home(&self) -> String {
        self.prepared.urls.home()
    }

    /// `localhost:PORT`
    pub fn host(&self) -> &str {
        self.prepared.urls.host()
    }

    pub fn config_file(&self) -> &Path {
        &self.file
    }

    pub fn db(&self) -> &Db {
        &self.prepared.db
    }

    /// Puts the network's cases in; returns how many of its own it has then.
    pub async fn import(&mut self) -> Result<i64, DemoError> {
        let Prepared { db, urls, network, .. } = &self.prepared;
        let import = Import {
            db: db.clone(),
            by: Publisher { urls: urls.clone(), actor: network.uri.clone() },
            who: Who::CommandLine,
            dry_run: false,
        };
        let lines = people::at_home(corpus::lines_of(self.at), urls.host());
        let lines = Lines::new(lines.as_bytes());
        let report = import::run(&import, &Clock::system(), lines, |_| {}).await;
        if report.counts.refused > 0 || report.cut_short.is_some() {
            let why = report.cut_short.unwrap_or_else(|| "a sample case was refused".into());
            return Err(DemoError::Failed(format!("{}: {why}", self.name())));
        }
        people::add(db, urls, self.at, Clock::system().now_ms()).await?;
        self.own().await
    }

    pub async fn follow(&self, host: &str) -> Result<(), DemoError> {
        let (who, now) = (Who::CommandLine, Clock::system().now_ms());
        follow::want(self.db(), &who, &self.prepared.network, host, host, now).await?;
        Ok(())
    }

    /// How many cases its common feed shows.
    pub async fn shown(&self) -> Result<i64, DemoError> {
        let mut tx = self.db().read().await?;
        Ok(crate::store::cases::count(&mut tx).await?.0)
    }

    /// How many of them it has published itself.
    pub async fn own(&self) -> Result<i64, DemoError> {
        let mut tx = self.db().read().await?;
        Ok(crate::store::cases::count(&mut tx).await?.1)
    }

    /// What stands in the way of following, in its own words.
    pub async fn trouble(&self) -> Result<Option<String>, DemoError> {
        let mut tx = self.db().read().await?;
        let all = crate::store::follows::all_following(&mut tx, 100).await?;
        let mut faults = all.into_iter().filter(|following| !following.error.is_empty());
        Ok(faults.next().map(|f| format!("following {}: {}", f.wanted, f.error)))
    }

    /// An error with the end of the log when the process is no longer there.
    pub fn check(&mut self) -> Result<(), DemoError> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => Err(DemoError::Failed(format!(
                "{} ended ({status}):\n{}",
                self.name(),
                log_end(&self.log)
            ))),
        }
    }

    /// Closes its standard input, which ends it as SIGTERM would.
    pub fn ask_to_stop(&mut self) {
        drop(self.child.stdin.take());
    }

    /// Waits until it has finished what was in flight; one that does not come to an end is killed.
    pub async fn wait_for_end(&mut self) {
        self.prepared.db.close().await;
        if timeout(STOP, self.child.wait()).await.is_err() {
            // It is dropped next, which kills it: nothing is lost by that either.
            let _ = self.child.start_kill();
        }
    }
}
