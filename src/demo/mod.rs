//! Three networks on one machine that exchange their case studies, for all to watch.

mod corpus;
mod databases;
mod instance;
mod people;
mod watch;

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use self::{corpus::NETWORKS, databases::Databases, instance::Instance};
use crate::{
    app::{self, access},
    clock::Clock,
    store::StoreError,
};

/// What a person can choose about the demo.
pub struct Options {
    /// Where the data is kept; `None` for a temporary folder.
    pub dir: Option<PathBuf>,
    /// A PostgreSQL server on which the instances have their databases; `None` for SQLite.
    pub database: Option<String>,
    /// End after convergence.
    pub once: bool,
    /// The wished ports, one for each network.
    pub ports: Vec<u16>,
    /// For convergence.
    pub timeout: Duration,
    /// This program, as people call it.
    pub program: String,
}

#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// It could not begin.
    #[error("{0}")]
    Start(String),
    /// Not everything arrived everywhere, or an instance ended.
    #[error("{0}")]
    Failed(String),
    /// Nobody reads what the demo says.
    #[error("the output is closed")]
    Unread,
}

impl From<io::Error> for DemoError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => DemoError::Unread,
            _ => DemoError::Failed(error.to_string()),
        }
    }
}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        DemoError::Failed(format!("a database did not do its part: {error}"))
    }
}

impl From<app::Error> for DemoError {
    fn from(error: app::Error) -> Self {
        match error {
            app::Error::Store(error) => error.into(),
            other => DemoError::Failed(other.to_string()),
        }
    }
}

/// Seconds since the beginning, in front of every line.
struct Voice<'a> {
    began: Instant,
    out: &'a mut dyn Write,
}

impl Voice<'_> {
    fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{:7.1} s  {text}", self.began.elapsed().as_secs_f64())?;
        self.out.flush()
    }
}

/// Runs the demo to its end: convergence with `once`, Ctrl-C or SIGTERM without.
///
/// # Errors
/// When it cannot begin, when an instance ends on its own, when not all cases arrive in time.
pub async fn run(options: Options, out: &mut dyn Write) -> Result<(), DemoError> {
    let mut databases = options.database.clone().map(Databases::new).transpose()?;
    let (folder, temporary) = folder(options.dir.as_deref())?;
    let mut instances = Vec::new();
    let mut voice = Voice { began: Instant::now(), out };
    let stop = stop_signal();
    tokio::pin!(stop);
    let done = tokio::select! {
        done = perform(&options, &folder, &mut databases, &mut instances, &mut voice) => done,
        () = &mut stop => Ok(()),
    };
    for instance in &mut instances {
        instance.ask_to_stop();
    }
    for instance in &mut instances {
        instance.wait_for_end().await;
    }
    let mut last = voice.say("all instances have ended");
    if temporary {
        // Only after a failure is there something to look for in the logs.
        match &done {
            Err(DemoError::Failed(_)) => {
                last = last.and(voice.say(&format!("the logs are in {}", folder.display())));
            }
            _ => {
                fs::remove_dir_all(&folder)?;
                if let Some(databases) = databases {
                    last = last.and(databases.drop_made(&mut voice).await);
                }
            }
        }
    }
    done?;
    Ok(last?)
}

async fn perform(
    options: &Options,
    folder: &Path,
    databases: &mut Option<Databases>,
    instances: &mut Vec<Instance>,
    voice: &mut Voice<'_>,
) -> Result<(), DemoError> {
    voice.say(&format!("data in {}", folder.display()))?;
    instance::start_all(folder, &options.ports, databases, instances, voice).await?;
    let mut all = 0;
    for instance in instances.iter_mut() {
        let own = instance.import().await?;
        all += own;
        voice.say(&format!("{:<11} has {own} cases of its own", instance.name()))?;
    }
    for at in 0..instances.len() {
        for other in (0..instances.len()).filter(|other| *other != at) {
            let host = instances[other].host().to_owned();
            instances[at].follow(&host).await?;
        }
    }
    voice.say("each follows both others; their catalogues are being read")?;
    // Cases that were published by hand in a kept folder count as well.
    let all = watch::expected(instances).await?.max(all);
    watch::until_all_have(instances, all, options.timeout, voice).await?;
    voice.say(&format!("every common feed holds all {all} cases"))?;
    if options.once {
        return Ok(());
    }
    let published = corpus::write_examples(folder)?;
    let mut tokens = Vec::new();
    for instance in instances.iter() {
        let now = Clock::system().now_ms();
        tokens.push(access::make_token(instance.db(), "demo", now).await?);
    }
    invite(&options.program, instances, &tokens, &published, voice.out)?;
    watch::changes(instances, voice).await
}

/// What to open and what to try.
fn invite(
    program: &str,
    instances: &[Instance],
    tokens: &[String],
    examples: &corpus::Examples,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "\nOpen in a browser; each shows the cases of all three:\n")?;
    for instance in instances {
        writeln!(out, "  {:<11} {}", instance.name(), instance.home())?;
    }
    let first = &instances[0];
    let config = first.config_file().display().to_string();
    writeln!(out, "\nTry in another terminal, and watch the other two:\n")?;
    for (command, what) in [
        (format!("case publish {}", examples.new.display()), "a new case appears on all three"),
        (format!("case update {}", examples.changed.display()), "its title changes everywhere"),
        (format!("case withdraw {} --reason 'only a test'", examples.id), "it is gone everywhere"),
        ("deliveries".into(), "what was sent where, with the last answer"),
        ("peers".into(), "how the other servers are doing"),
        ("following".into(), "whom it follows, and how much of them it has read"),
    ] {
        writeln!(out, "  # {what}\n  {program} {command} --config {config}")?;
    }
    writeln!(out, "\nTokens for the admin API of this demo, as `Authorization: Bearer TOKEN`:\n")?;
    for (instance, token) in instances.iter().zip(tokens) {
        writeln!(out, "  {:<11} {token}", instance.name())?;
    }
    writeln!(out, "\nCtrl-C ends all three.\n")?;
    out.flush()
}

/// The data folder, and whether it is to be removed at the end.
fn folder(wanted: Option<&Path>) -> Result<(PathBuf, bool), DemoError> {
    let path = match wanted {
        Some(path) => path.to_owned(),
        None => {
            let id = app::new_id(Clock::system().now_ms()).to_lowercase();
            std::env::temp_dir().join(format!("kontor-demo-{id}"))
        }
    };
    let unusable = |error| DemoError::Start(format!("{} cannot be used: {error}", path.display()));
    private_folder(&path).map_err(unusable)?;
    Ok((fs::canonicalize(&path).map_err(unusable)?, wanted.is_none()))
}

/// Makes a folder that only its owner can read: private keys lie in it.
fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Ends when the person or the system asks the demo to end.
async fn stop_signal() {
    let interrupt = async {
        // Without a handler there is nothing to wait for: the signal ends the process itself.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let terminate = async {
        #[cfg(unix)]
        if let Ok(mut signal) =
            tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
        {
            signal.recv().await;
            return;
        }
        std::future::pending::<()>().await;
    };
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

/// Position of a network in [`NETWORKS`] that the cases of `source` are given to.
fn home_of(source: &str) -> usize {
    NETWORKS.iter().position(|network| network.gets.contains(&source)).unwrap_or_default()
}
