//! Running the instance, what it says when it starts, and asking whether it is well.

use std::{
    io::{self, Read as _, Write},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use super::{args::Place, failure::Failure, instance::sqlite_file, program, quoted};
use crate::{
    config::Config,
    server::{self, Ready},
    telemetry,
    urls::Urls,
};

/// Longest time for an answer of `/healthz`.
const PATIENCE: Duration = Duration::from_secs(5);

pub async fn serve(config: Config, place: &Place, stop_with_stdin: bool) -> Result<(), Failure> {
    telemetry::init(&config.log);
    if stop_with_stdin {
        std::thread::spawn(stop_when_stdin_ends);
    }
    let told = Told { config: config.clone(), flags: flags(place) };
    server::run(config, move |ready| {
        // A server whose output nobody reads serves all the same.
        let _ = told.tell(ready, &mut io::stdout());
    })
    .await?;
    Ok(())
}

/// Ends this process as `kill` would, once whoever started it is gone.
fn stop_when_stdin_ends() {
    let (mut stdin, mut unused) = (io::stdin().lock(), [0; 64]);
    while matches!(stdin.read(&mut unused), Ok(1..)) {}
    // SAFETY: raise has no preconditions; the signal is one that the server waits for.
    unsafe {
        libc::raise(libc::SIGTERM);
    }
}

/// The flags that other commands need in order to find this instance.
fn flags(place: &Place) -> String {
    let Place { config, data_dir, port: _, database_url, log_level: _ } = place;
    let mut flags = String::new();
    for (name, path) in [("--config", config), ("--data-dir", data_dir)] {
        if let Some(path) = path {
            flags.push_str(&format!(" {name} {}", quoted(&path.to_string_lossy())));
        }
    }
    if database_url.is_some() {
        flags.push_str(" --database-url …");
    }
    flags
}

struct Told {
    config: Config,
    flags: String,
}

impl Told {
    fn tell(&self, ready: &Ready, out: &mut dyn Write) -> io::Result<()> {
        let (config, urls) = (&self.config, Urls::new(&ready.origin));
        let data = match config.database.url.is_empty() {
            true => std::path::absolute(sqlite_file(config))?.display().to_string(),
            false => "in the database of database.url".into(),
        };
        writeln!(out, "{} is running: {}", config.network_name(), urls.home())?;
        writeln!(out)?;
        writeln!(out, "  handle     {}", ready.handle)?;
        writeln!(out, "  data       {data}")?;
        writeln!(out, "  listening  {}", ready.address)?;
        if config.is_loopback() {
            writeln!(
                out,
                "  reach      this machine only, as no `domain` is set; config/kontor.toml explains it"
            )?;
        }
        // Others see this site, and most laws want it to say whose it is.
        if !config.is_loopback() && !config.own.pages.iter().any(|page| page.slug == "imprint") {
            let file = config.network.pages.join("imprint.md");
            writeln!(
                out,
                "  imprint    still the one that comes with the program: write {}",
                file.display()
            )?;
        }
        if ready.first_start {
            let (kontor, flags) = (quoted(&program()), &self.flags);
            writeln!(out, "\nThis is its first start. Next, in another terminal:\n")?;
            for (command, what) in [
                ("import cases.jsonl", "put your case studies in"),
                ("follow cases.example.org", "share cases with another network"),
                ("token", "make the first token for the admin API"),
                ("--help", "everything else"),
            ] {
                writeln!(out, "  {:<44}  {what}", format!("{kontor} {command}{flags}"))?;
            }
        }
        writeln!(out, "\nCtrl-C ends it.")?;
        out.flush()
    }
}

/// Asks `/healthz` of the configured port.
pub async fn health(config: &Config, out: &mut dyn Write) -> Result<(), Failure> {
    let address = SocketAddr::new(reachable(config.bind), config.port);
    match timeout(PATIENCE, ask(address)).await {
        Ok(Ok(status)) if status == "200" => Ok(writeln!(out, "well")?),
        Ok(Ok(status)) => Err(Failure::Refused(format!("{address} answers {status}"))),
        Ok(Err(error)) => Err(Failure::Refused(format!("{address} does not answer: {error}"))),
        Err(_) => Err(Failure::Refused(format!(
            "{address} gives no answer within {} s",
            PATIENCE.as_secs()
        ))),
    }
}

/// Where a server that listens on all addresses can be asked.
fn reachable(bind: IpAddr) -> IpAddr {
    match bind {
        IpAddr::V4(address) if address.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(address) if address.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        address => address,
    }
}

/// The status of the answer. A plain request: nothing leaves this machine, so the guarded client
/// is not needed.
async fn ask(address: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.take(4_096).read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    let status = answer.strip_prefix("HTTP/1.").and_then(|rest| rest.split(' ').nth(1));
    match status {
        Some(status) => Ok(status.chars().take(3).collect()),
        None => Err(io::Error::other("this is no web server")),
    }
}
