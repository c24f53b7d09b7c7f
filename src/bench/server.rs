//! The server that is measured: this program in a process of its own.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    process::{Child, Command},
    time::{sleep, timeout},
};

use super::{
    BenchError, Result, Table,
    corpus::Corpus,
    gauge::{cpu_of, memory_of, percentile, short},
};
use crate::{
    app::{access::Who, publish, publish::Publisher},
    clock::Clock,
    config::{Config, Overrides},
    server::{self, Prepared},
};

const START: Duration = Duration::from_secs(30);
const STARTS: usize = 7;
/// Cases of the instance whose pages and start are measured.
pub const CASES: usize = 400;

pub struct Server {
    child: Child,
    pub pid: u32,
    pub address: SocketAddr,
    /// Beside the server, as commands work.
    pub prepared: Prepared,
    /// From the start of the process to its first answer.
    pub first_answer: Duration,
}

/// Writes the settings of an instance, by its own SQLite file where no other database is named;
/// nobody is too fast for it.
fn settings(home: &Path, database: Option<&str>) -> Result<PathBuf> {
    fs::create_dir_all(home)?;
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let file = home.join("kontor.toml");
    let text = format!(
        "port = {port}\ndata_dir = {}\n[network]\nslug = \"bench\"\n[federation]\n\
         retry_first_seconds = 1\n[log]\nlevel = \"warn\"\n[limits]\n\
         inbox_per_host_per_minute = 100000000\ninbox_per_actor_per_minute = 100000000\n\
         inbox_per_address_per_minute = 100000000\nkey_fetches_per_host_per_minute = 1000000\n\
         page_requests_per_address_per_minute = 100000000\n{}",
        serde_json::Value::from(home.to_string_lossy()),
        database.map(|url| format!("[database]\nurl = \"{url}\"\n")).unwrap_or_default()
    );
    fs::write(&file, text)?;
    Ok(file)
}

/// The settings of the instance in this folder, written first where there are none.
pub fn config_in(home: &Path, database: Option<&str>) -> Result<(PathBuf, Config)> {
    let mut file = home.join("kontor.toml");
    if !file.exists() {
        file = settings(home, database)?;
    }
    let config = Config::load(Some(file.clone()), &Overrides::default(), std::iter::empty())
        .map_err(|error| BenchError::Odd(error.to_string()))?;
    Ok((file, config))
}

impl Server {
    /// Starts an instance; a folder that has been used before has its data.
    pub async fn start(home: &Path) -> Result<Self> {
        let (file, config) = config_in(home, None)?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, config.port));
        let log = fs::File::options().create(true).append(true).open(home.join("log.txt"))?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("serve").arg("--config").arg(&file).env_clear();
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).kill_on_drop(true);
        let began = Instant::now();
        let child = command.spawn()?;
        timeout(START, first_answer(address))
            .await
            .map_err(|_| BenchError::Odd("the server does not start".into()))?;
        let first_answer = began.elapsed();
        let pid = child.id().ok_or_else(|| BenchError::Odd("the server has ended".into()))?;
        let prepared = server::prepare(&config).await?;
        Ok(Server { child, pid, address, prepared, first_answer })
    }

    pub async fn stop(mut self) -> Result<()> {
        self.prepared.db.close().await;
        let pid = i32::try_from(self.pid).map_err(|error| BenchError::Odd(error.to_string()))?;
        // SAFETY: kill has no preconditions; the process is our child and not waited for yet.
        unsafe { libc::kill(pid, libc::SIGTERM) };
        self.child.wait().await?;
        Ok(())
    }

    /// Ends the process at once, without leave.
    pub async fn kill(mut self) -> Result<()> {
        self.prepared.db.close().await;
        Ok(self.child.kill().await?)
    }

    pub fn publisher(&self) -> Publisher {
        let Prepared { urls, network, .. } = &self.prepared;
        Publisher { urls: urls.clone(), actor: network.uri.clone() }
    }

    /// Publishes cases of the corpus and waits until the server has told of them.
    pub async fn fill(&self, cases: std::ops::Range<usize>) -> Result<()> {
        let corpus = Corpus::new()?;
        let mut tx = self.prepared.db.begin().await?;
        for at in cases {
            let case = corpus.case(at)?;
            let now = Clock::system().now_ms();
            publish::put_in(&mut tx, &self.publisher(), &Who::CommandLine, case, now).await?;
        }
        tx.commit().await?;
        self.until_told().await
    }

    /// Until it has nothing more to do of itself: its index is filled, its cases are told of.
    pub async fn until_at_rest(&self) -> Result<Duration> {
        const REST: Duration = Duration::from_millis(30);
        let began = Instant::now();
        let mut before = cpu_of(self.pid)?;
        while began.elapsed() < Duration::from_secs(1_800) {
            sleep(Duration::from_secs(2)).await;
            let now = cpu_of(self.pid)?;
            if now - before <= REST {
                return Ok(now);
            }
            before = now;
        }
        Err(BenchError::Odd("the server does not come to rest".into()))
    }

    /// Until every event has become an activity.
    async fn until_told(&self) -> Result<()> {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(120) {
            let mut tx = self.prepared.db.read().await?;
            if !crate::store::events::waiting(&mut tx, "federation").await? {
                return Ok(());
            }
            drop(tx);
            sleep(Duration::from_millis(50)).await;
        }
        Err(BenchError::Odd("the server does not tell of its cases".into()))
    }
}

async fn first_answer(address: SocketAddr) {
    let request = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    loop {
        if let Ok(mut stream) = TcpStream::connect(address).await
            && stream.write_all(request).await.is_ok()
        {
            let mut answer = Vec::new();
            if stream.read_to_end(&mut answer).await.is_ok() && answer.starts_with(b"HTTP/1.1 200")
            {
                return;
            }
        }
        sleep(Duration::from_millis(1)).await;
    }
}

/// Start with an existing database, memory at rest.
pub async fn start_and_memory(folder: &Path, table: &mut Table<'_>) -> Result<()> {
    let home = folder.join("start");
    let first = Server::start(&home).await?;
    let empty = first.first_answer;
    first.fill(0..CASES).await?;
    first.stop().await?;
    let (mut times, mut cpu, mut rest) = (Vec::new(), Duration::ZERO, 0.0);
    for _ in 0..STARTS {
        let server = Server::start(&home).await?;
        cpu += cpu_of(server.pid)?;
        times.push(server.first_answer);
        sleep(Duration::from_secs(1)).await;
        rest = memory_of(server.pid)?.0;
        server.stop().await?;
    }
    table.head("Start and memory")?;
    let median = percentile(&mut times, 0.5);
    table.row(
        &format!("process start to first answer, {CASES} cases"),
        &short(median),
        &short(cpu / STARTS as u32),
        &format!("median of {STARTS}; slowest {}", short(percentile(&mut times, 1.0))),
    )?;
    table.row("the very first start (makes database and keys)", &short(empty), "–", "once")?;
    table.row("resident memory at rest", &format!("{rest:.0} MiB"), "–", "1 s after the start")
}
