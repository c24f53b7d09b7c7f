//! `kontor compare`: how followed catalogues compared with our copies.

use std::{
    io::Write,
    time::{Duration, Instant},
};

use super::{
    failure::Failure,
    instance::Instance,
    table::{Table, when, when_known},
};
use crate::{
    app::{access::Who, moderate},
    config::Config,
    domain::{id::Host, text::clean_line},
    store::catalogue::{self, Comparison},
};

/// Most rows of a list.
const MOST: i64 = 10_000;

pub async fn run(
    config: Config,
    host: Option<&str>,
    timeout: u64,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    if let Some(host) = host {
        let host = Host::parse(host).map_err(|error| Failure::Unusable(error.to_string()))?;
        now(&instance, host.as_str(), Duration::from_secs(timeout)).await?;
    }
    let mut tx = instance.db.read().await?;
    let found = catalogue::comparisons(&mut tx, MOST).await?;
    drop(tx);
    let now = instance.clock.now_ms();
    let mut table = Table::new([
        "host",
        "last time",
        "outcome",
        "theirs",
        "missing",
        "changed",
        "gone",
        "not healed",
        "last healed",
        "next",
        "trouble",
    ]);
    for found in found.iter().filter(|found| host.is_none_or(|host| found.host == host)) {
        table.row([
            found.host.clone(),
            when_known(found.compared_at, now),
            found.state.clone(),
            found.theirs.to_string(),
            found.missing.to_string(),
            found.changed.to_string(),
            found.gone.to_string(),
            found.unhealed.to_string(),
            when_known(found.healed_at, now),
            if found.next_at > now { when(found.next_at, now) } else { "now".into() },
            clean_line(&found.error),
        ]);
    }
    match table.is_empty() {
        true => {
            writeln!(out, "No catalogue was compared yet; that begins when one was read back.")?
        }
        false => table.print(out)?,
    }
    Ok(())
}

/// Asks the running server for a comparison, and waits until it is done.
async fn now(instance: &Instance, host: &str, patience: Duration) -> Result<(), Failure> {
    let began = Instant::now();
    let asked = instance.clock.now_ms();
    moderate::compare_now(&instance.db, &Who::CommandLine, host, asked).await?;
    let done = |found: &Comparison| found.compared_at.is_some_and(|at| at >= asked);
    loop {
        let mut tx = instance.db.read().await?;
        let found = catalogue::comparisons(&mut tx, MOST).await?;
        drop(tx);
        if found.iter().filter(|found| found.host == host).all(done) {
            return Ok(());
        }
        if began.elapsed() > patience {
            return Err(Failure::Refused(format!(
                "not compared after {} s; it goes on while the server runs",
                patience.as_secs()
            )));
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
