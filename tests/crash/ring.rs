//! Three instances of the real program that can be killed, and its commands.

use crate::instance::{Database, Engine};
use sqlx::{
    AssertSqlSafe, FromRow, PgPool, SqlitePool,
    postgres::{PgPoolOptions, PgRow},
    sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteRow},
};
use std::{
    fs::File,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    process::{Child, Command},
    sync::Mutex,
};

/// For an instance to answer after its first start.
const START: Duration = Duration::from_secs(60);
/// Longest time of one command on a loaded machine.
const COMMAND: Duration = Duration::from_secs(60);

pub struct Node {
    pub name: &'static str,
    pub port: u16,
    pub home: PathBuf,
    pub database: Database,
    /// Reads beside the instance, as nobody else does.
    reader: Reader,
    server: Mutex<Option<Child>>,
    /// Commands that write at this moment.
    pub commands: AtomicUsize,
}

enum Reader {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

pub type Ring = Arc<[Node; 3]>;

/// How a command ended.
#[derive(Debug)]
pub enum Ran {
    Ended { code: i32, out: String, err: String },
    Killed,
}

/// Three instances on free ports, each answering.
pub async fn start_all(folder: &Path, engine: Engine) -> Ring {
    // Held together, so that no two are the same.
    let listeners: Vec<_> = (0..3).map(|_| TcpListener::bind(("127.0.0.1", 0)).unwrap()).collect();
    let ports: Vec<_> =
        listeners.iter().map(|listener| listener.local_addr().unwrap().port()).collect();
    drop(listeners);
    let names = ["metropolis", "eurocities", "urbact"];
    let node = async |at: usize| {
        let database = Database::new(engine).await;
        Node::new(folder, names[at], ports[at], database, engine, "")
    };
    let nodes = Arc::new([node(0).await, node(1).await, node(2).await]);
    for node in nodes.iter() {
        node.spawn().await;
    }
    for node in nodes.iter() {
        node.until_well().await;
    }
    nodes
}

impl Node {
    fn new(
        folder: &Path,
        name: &'static str,
        port: u16,
        database: Database,
        engine: Engine,
        limits: &str,
    ) -> Self {
        let home = folder.join(name);
        std::fs::create_dir(&home).unwrap();
        let url = &database.url;
        let settings = format!(
            "port = {port}\ndata_dir = {home:?}\n[network]\nslug = \"{name}\"\n\
             [database]\nurl = {url:?}\n\
             [federation]\nretry_first_seconds = 1\nretry_max_seconds = 2\n\
             [limits]\ncollection_page_items = 7\n{limits}"
        );
        std::fs::write(home.join("kontor.toml"), settings).unwrap();
        let reader = match engine {
            Engine::Sqlite => {
                let options = SqliteConnectOptions::new()
                    .filename(database.folder.path().join("kontor.sqlite"))
                    .busy_timeout(Duration::from_secs(30))
                    .pragma("query_only", "true");
                let pool = SqlitePoolOptions::new().max_connections(2);
                Reader::Sqlite(pool.connect_lazy_with(options))
            }
            Engine::Postgres => {
                Reader::Postgres(PgPoolOptions::new().max_connections(2).connect_lazy(url).unwrap())
            }
        };
        let (server, commands) = (Mutex::new(None), AtomicUsize::new(0));
        Node { name, port, home, database, reader, server, commands }
    }

    /// One instance by itself, answering; `limits` are settings of that table.
    pub async fn alone(
        folder: &Path,
        name: &'static str,
        database: Database,
        engine: Engine,
        limits: &str,
    ) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let node = Node::new(folder, name, port, database, engine, limits);
        node.spawn().await;
        node.until_well().await;
        node
    }

    /// Resident memory of the running server, in KiB.
    pub async fn resident_kib(&self) -> i64 {
        let server = self.server.lock().await;
        let id = server.as_ref().and_then(Child::id).expect("it runs");
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// `localhost:PORT`
    pub fn host(&self) -> String {
        format!("localhost:{}", self.port)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kontor"));
        command.env_clear().arg("--config").arg(self.home.join("kontor.toml"));
        command.stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// Starts the server and does not wait for it: the next kill may meet it while it starts.
    pub async fn spawn(&self) {
        let log = self.home.join("log.txt");
        let log = File::options().create(true).append(true).open(log).unwrap();
        let mut command = self.command();
        command.arg("serve").stdout(log.try_clone().unwrap()).stderr(log);
        *self.server.lock().await = Some(command.spawn().unwrap());
    }

    /// SIGKILL. A server that had ended by itself is a failure.
    pub async fn kill(&self) {
        let mut server = self.server.lock().await.take().expect("it was started");
        if let Some(status) = server.try_wait().unwrap() {
            panic!("{} ended by itself ({status}):\n{}", self.name, self.log_end());
        }
        server.start_kill().unwrap();
        server.wait().await.unwrap();
    }

    async fn until_well(&self) {
        let well = async {
            while !matches!(self.run(&["health"], None).await, Ran::Ended { code: 0, .. }) {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        let well = tokio::time::timeout(START, well).await;
        assert!(well.is_ok(), "{} does not start:\n{}", self.name, self.log_end());
    }

    /// Runs a command on this instance, killed after a while if that is wanted.
    pub async fn run(&self, args: &[&str], kill_after: Option<Duration>) -> Ran {
        let mut command = self.command();
        command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        let limit = kill_after.unwrap_or(COMMAND);
        self.commands.fetch_add(1, Ordering::Relaxed);
        // Dropped with its future, which kills it.
        let ended = tokio::time::timeout(limit, child.wait_with_output()).await;
        self.commands.fetch_sub(1, Ordering::Relaxed);
        match ended {
            Ok(output) => {
                let output = output.unwrap();
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let code = output.status.code().unwrap_or(-1);
                Ran::Ended { code, out: text(&output.stdout), err: text(&output.stderr) }
            }
            Err(_) if kill_after.is_some() => Ran::Killed,
            Err(_) => panic!("{}: {args:?} does not end:\n{}", self.name, self.log_end()),
        }
    }

    /// Rows of its database.
    pub async fn rows<T>(&self, sql: &str) -> Vec<T>
    where
        T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        let found = match &self.reader {
            Reader::Sqlite(pool) => sqlx::query_as(AssertSqlSafe(sql)).fetch_all(pool).await,
            Reader::Postgres(pool) => sqlx::query_as(AssertSqlSafe(sql)).fetch_all(pool).await,
        };
        found.unwrap_or_else(|error| panic!("{}: {sql}: {error}", self.name))
    }

    /// One number of its database.
    pub async fn number(&self, sql: &str) -> i64 {
        let rows: Vec<(i64,)> = self.rows(sql).await;
        rows[0].0
    }

    /// The last warnings of its log.
    pub fn log_end(&self) -> String {
        let log = std::fs::read_to_string(self.home.join("log.txt")).unwrap_or_default();
        let lines: Vec<_> = log.lines().rev().filter(|line| !line.contains(" INFO ")).collect();
        lines.into_iter().take(30).rev().collect::<Vec<_>>().join("\n")
    }
}
