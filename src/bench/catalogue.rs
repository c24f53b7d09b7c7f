//! A new follower reads a large catalogue back: how long it takes, what it costs the giver, what
//! the giver's readers feel of it, and whether an interruption loses anything.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use tokio::{task::JoinHandle, time::sleep};
use tokio_util::sync::CancellationToken;

use super::{
    BenchError, Result, Table,
    gauge::{cpu_of, each, memory_of, rate, short, spread},
    load,
    server::Server,
};
use crate::{
    app::{access::Who, follow},
    clock::Clock,
    domain::network::PeerStanding,
    store::{cases, follows, peers},
};

const CASES: usize = 10_000;
/// How long the giver's readers are timed before anybody follows it.
const QUIET: Duration = Duration::from_secs(15);
/// A page each.
const EVERY: Duration = Duration::from_millis(25);
const PATIENCE: Duration = Duration::from_secs(900);

pub async fn measure(folder: &Path, table: &mut Table<'_>) -> Result<()> {
    let giver = Server::start(&folder.join("giver")).await?;
    for from in (0..CASES).step_by(1_000) {
        giver.fill(from..CASES.min(from + 1_000)).await?;
    }
    table.head(&format!("A catalogue of {CASES} cases read back by a new follower"))?;
    let readers = Readers::start(&giver);
    sleep(QUIET).await;
    readers.tell(table, "the giver's pages before").await?;

    let home = folder.join("taker");
    let mut taker = Server::start(&home).await?;
    let before = (cpu_of(giver.pid)?, cpu_of(taker.pid)?);
    let began = Instant::now();
    let id = follow_giver(&taker, &giver).await?;
    let readers = Readers::start(&giver);
    until(&taker, &id, |seen, _| seen >= CASES as i64 / 3).await?;
    // As a power cut would: no leave is taken, and what is in flight is lost.
    let so_far = cpu_of(taker.pid)?.saturating_sub(before.1);
    taker.kill().await?;
    taker = Server::start(&home).await?;
    until(&taker, &id, |_, state| state == "done").await?;
    let took = began.elapsed();
    let (given, taken) = (cpu_of(giver.pid)? - before.0, so_far + cpu_of(taker.pid)?);
    readers.tell(table, "the giver's pages meanwhile").await?;

    let (shown, _) = cases::count(&mut taker.prepared.db.read().await?).await?;
    if shown != CASES as i64 {
        return Err(BenchError::Odd(format!("{shown} of {CASES} cases were read back")));
    }
    let what = "read back, the follower killed after a third and started again";
    let more = format!("complete after {}; its own work {} each", short(took), {
        short(each(CASES, taken))
    });
    table.row(what, &rate(CASES, took), &short(each(CASES, given)), &more)?;
    for (who, server) in [("giver", &giver), ("follower", &taker)] {
        let (now, most) = memory_of(server.pid)?;
        let most = format!("at most {most:.0} MiB");
        table.row(
            &format!("resident memory of the {who}"),
            &format!("{now:.0} MiB"),
            "–",
            &most,
        )?;
    }
    taker.stop().await?;
    giver.stop().await
}

async fn follow_giver(taker: &Server, giver: &Server) -> Result<String> {
    let (host, now) = (giver.prepared.urls.host(), Clock::system().now_ms());
    let mut tx = taker.prepared.db.begin().await?;
    peers::ensure(&mut tx, host, now).await?;
    peers::set_standing(&mut tx, host, PeerStanding::Trusted, "bench").await?;
    tx.commit().await?;
    let prepared = &taker.prepared;
    let actor = &prepared.network;
    let wish = follow::want(&prepared.db, &Who::CommandLine, actor, host, host, now).await?;
    Ok(wish.id)
}

/// Waits until the reading has come as far as is asked for: how many were seen, in which state.
async fn until(taker: &Server, id: &str, far: impl Fn(i64, &str) -> bool) -> Result<()> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        let following = follows::following(&mut taker.prepared.db.read().await?, id).await?;
        let following = following.ok_or_else(|| BenchError::Odd("the follow is gone".into()))?;
        if far(following.backfill_seen, &following.backfill) {
            return Ok(());
        }
        if following.backfill == "failed" {
            return Err(BenchError::Odd(format!("reading back failed: {}", following.error)));
        }
        sleep(Duration::from_millis(50)).await;
    }
    Err(BenchError::Odd("the catalogue was not read back in time".into()))
}

/// People who read the giver's pages, a page every 25 ms.
struct Readers {
    stop: CancellationToken,
    task: JoinHandle<Result<Vec<Duration>>>,
}

impl Readers {
    fn start(giver: &Server) -> Self {
        let host = giver.prepared.urls.host();
        let requests: Vec<Vec<u8>> = (0..400)
            .map(|at| {
                let path = match at % 4 {
                    0 => "/".to_owned(),
                    1 => "/cases?sdg=11".to_owned(),
                    _ => format!("/cases/bench-{:07}", at * 23),
                };
                format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\n\r\n")
                    .into_bytes()
            })
            .collect();
        let (stop, address) = (CancellationToken::new(), giver.address);
        let stopped = stop.clone();
        let task =
            tokio::spawn(async move { load::paced(address, &requests, EVERY, &stopped).await });
        Readers { stop, task }
    }

    async fn tell(self, table: &mut Table<'_>, what: &str) -> Result<()> {
        self.stop.cancel();
        let times = self.task.await.map_err(|error| BenchError::Odd(error.to_string()))?;
        let mut times = times?;
        let pages = format!("{} pages, one every {}", times.len(), short(EVERY));
        table.row(what, &pages, "–", &spread(&mut times))
    }
}
