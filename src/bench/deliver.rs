//! Deliveries to many servers: how many a second, what each costs, and whether servers that hang
//! hold up the others.

use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use tokio::time::sleep;

use super::{
    BenchError, Result, Table,
    bounds::Bounds,
    fakes::{self, Arrivals},
    gauge::{cpu_of, each, memory_of, rate, short},
    server::Server,
};
use crate::{
    app::follow,
    clock::Clock,
    federation::signature::KeyPair,
    store::{remote_actors, remote_actors::RemoteActor},
};

const HOSTS: usize = 50;
const INBOXES: usize = 500;
const HANGING: usize = 20;
/// Cases of the long run.
const CASES: usize = 4;
/// The large audience: many hosts, each with a few inboxes, some of them dead.
const CROWD_HOSTS: usize = 500;
const CROWD_INBOXES: usize = 5_000;
/// Of these every other one hangs, and the others are switched off.
const CROWD_DEAD: usize = 50;
const PATIENCE: Duration = Duration::from_secs(120);

pub async fn measure(folder: &Path, bounds: &Bounds, table: &mut Table<'_>) -> Result<()> {
    let server = Server::start(&folder.join("deliveries")).await?;
    let key = KeyPair::generate()?;
    let arrivals: Arrivals = Arc::new(Mutex::new(Vec::new()));
    let mut ports = Vec::new();
    for _ in 0..HOSTS {
        ports.push(fakes::taking(arrivals.clone()).await?.port);
    }
    table.head(&format!("Deliveries to {INBOXES} inboxes on {HOSTS} servers"))?;
    let inboxes: Vec<_> = (0..INBOXES).map(|at| (ports[at % HOSTS], at)).collect();
    let run = Run { server: &server, bounds, arrivals };
    let accepts = run.timed(INBOXES, follow_from(&server, &key, &inboxes)).await?;
    run.tell(table, "follows answered with Accept", INBOXES, &accepts)?;
    let deliveries = CASES * INBOXES;
    let sent = run.timed(deliveries, server.fill(0..CASES)).await?;
    run.tell(table, &format!("{CASES} cases published"), deliveries, &sent)?;
    let mut hanging = Vec::new();
    for at in 0..HANGING {
        hanging.push((fakes::hanging().await?.port, INBOXES + at));
    }
    follow_from(&server, &key, &hanging).await?;
    // So that the hanging servers are met while they still count as healthy.
    let sent = run.timed(INBOXES, server.fill(CASES..CASES + 1)).await?;
    let what = format!("1 case while {HANGING} more servers hang");
    run.tell(table, &what, INBOXES, &sent)?;
    let (now, most) = memory_of(server.pid)?;
    let most = format!("at most {most:.0} MiB");
    table.row("resident memory after this", &format!("{now:.0} MiB"), "–", &most)?;
    server.stop().await
}

/// A case for 5,000 inboxes on 500 servers, of which 50 died since they followed.
pub async fn measure_crowd(folder: &Path, bounds: &Bounds, table: &mut Table<'_>) -> Result<()> {
    let server = Server::start(&folder.join("crowd")).await?;
    let key = KeyPair::generate()?;
    let arrivals: Arrivals = Arc::new(Mutex::new(Vec::new()));
    let mut hosts = Vec::new();
    for _ in 0..CROWD_HOSTS {
        hosts.push(fakes::taking(arrivals.clone()).await?);
    }
    table.head(&format!(
        "Deliveries to {CROWD_INBOXES} inboxes on {CROWD_HOSTS} servers, {CROWD_DEAD} of them dead"
    ))?;
    let inboxes: Vec<_> = (0..CROWD_INBOXES).map(|at| (hosts[at % CROWD_HOSTS].port, at)).collect();
    let run = Run { server: &server, bounds, arrivals };
    let accepts = run.timed(CROWD_INBOXES, follow_from(&server, &key, &inboxes)).await?;
    run.tell(table, "follows answered with Accept", CROWD_INBOXES, &accepts)?;
    let sent = run.timed(CROWD_INBOXES, server.fill(0..1)).await?;
    run.tell(table, "1 case while all live", CROWD_INBOXES, &sent)?;
    for (at, dead) in hosts.iter().take(CROWD_DEAD).enumerate() {
        if at % 2 == 0 { dead.hang() } else { dead.close() }
    }
    let living = CROWD_INBOXES / CROWD_HOSTS * (CROWD_HOSTS - CROWD_DEAD);
    for (at, what) in
        ["1 case, the dead just died", "1 case, their death is known"].into_iter().enumerate()
    {
        let sent = run.timed(living, server.fill(at + 1..at + 2)).await?;
        run.tell(table, &format!("{what}: to the {living} living"), living, &sent)?;
    }
    let (now, most) = memory_of(server.pid)?;
    let most = format!("at most {most:.0} MiB");
    table.row("resident memory after this", &format!("{now:.0} MiB"), "–", &most)?;
    server.stop().await
}

/// Every inbox's actor follows the network, as if its Follow had been accepted at our inbox.
async fn follow_from(server: &Server, key: &KeyPair, inboxes: &[(u16, usize)]) -> Result<()> {
    let mut tx = server.prepared.db.begin().await?;
    let now = Clock::system().now_ms();
    for (port, at) in inboxes {
        let host = format!("localhost:{port}");
        let uri = format!("http://{host}/a/{at}");
        let actor = RemoteActor {
            kind: "Person".into(),
            handle: format!("reader{at}"),
            name: String::new(),
            summary: String::new(),
            inbox: format!("http://{host}/inbox/{at}"),
            shared_inbox: None,
            outbox: None,
            page_url: None,
            key_id: format!("{uri}#main-key"),
            public_key: key.public_key_pem().to_owned(),
            fetched_at: now,
            gone: false,
            host,
            uri,
        };
        remote_actors::save(&mut tx, &actor).await?;
        let id = format!("{}/follow", actor.uri);
        follow::add_follower(&mut tx, &server.prepared.network.uri, &actor, &id, now).await?;
    }
    Ok(tx.commit().await?)
}

struct Run<'a> {
    server: &'a Server,
    bounds: &'a Bounds,
    arrivals: Arrivals,
}

struct Sent {
    /// From the commit to the first arrival, and from the first to the last.
    first: Duration,
    all: Duration,
    cpu: Duration,
}

impl Run<'_> {
    /// Does `work` and waits until `count` deliveries came of it.
    async fn timed(&self, count: usize, work: impl Future<Output = Result<()>>) -> Result<Sent> {
        self.arrivals.lock().expect("nobody panics while holding it").clear();
        let before = cpu_of(self.server.pid)?;
        let began = Instant::now();
        work.await?;
        loop {
            let came = self.arrivals.lock().expect("nobody panics while holding it").clone();
            if came.len() >= count {
                let first = came[0].saturating_duration_since(began);
                let all = came[count - 1] - came[0];
                return Ok(Sent { first, all, cpu: cpu_of(self.server.pid)? - before });
            }
            if began.elapsed() > PATIENCE {
                let missing = format!("{} of {count} deliveries came", came.len());
                return Err(BenchError::Odd(missing));
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    fn tell(&self, table: &mut Table<'_>, what: &str, count: usize, sent: &Sent) -> Result<()> {
        let cpu = each(count, sent.cpu);
        let ratio = cpu.as_secs_f64() / self.bounds.sign.as_secs_f64();
        table.row(
            what,
            &rate(count, sent.all),
            &short(cpu),
            &format!(
                "{ratio:.2} × its signature; first after {}, last {} later",
                short(sent.first),
                short(sent.all)
            ),
        )
    }
}
