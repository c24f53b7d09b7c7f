//! `kontor apply` and `kontor applications`: asking to be partners, and being asked.

use std::io::Write;

use super::{
    args::{Applications, Apply},
    failure::Failure,
    instance::Instance,
    peers::other_host,
    table::{Table, when, when_known},
};
use crate::{
    app::{access::Who, applications},
    config::Config,
    store::applications as stored,
};

/// Most rows of a list.
const MOST: i64 = 1_000;

pub async fn apply(config: Config, args: Apply, out: &mut dyn Write) -> Result<(), Failure> {
    let Apply { host, message } = args;
    let instance = Instance::or_new(&config).await?;
    let host = other_host(&instance, &host)?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    applications::ask(&instance.db, &who, host.as_str(), &message, now).await?;
    writeln!(
        out,
        "{host} is asked while the server runs; `kontor applications list` shows the answer."
    )?;
    Ok(())
}

pub async fn run(
    config: Config,
    command: Applications,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    let db = &instance.db;
    match command {
        Applications::List => list(&instance, now, out).await,
        Applications::Accept { id, note } => {
            let network = &instance.network.uri;
            let accepted = applications::accept(db, &who, network, &id, &note, now).await?;
            writeln!(out, "{} is our partner: trusted, followed, and told so.", accepted.host)?;
            Ok(())
        }
        Applications::Decline { id, reason } => {
            let declined = applications::decline(db, &who, &id, &reason, now).await?;
            writeln!(out, "{} is told that it was declined, not why.", declined.host)?;
            Ok(())
        }
    }
}

async fn list(instance: &Instance, now: i64, out: &mut dyn Write) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let mut table = Table::new(["id", "", "host", "state", "asked", "answered", "note", "message"]);
    for one in stored::page(&mut tx, None, None, None, MOST).await? {
        let way = if one.direction == "in" { "from" } else { "to" };
        table.row([
            one.id,
            way.to_owned(),
            one.host,
            one.state,
            when(one.asked_at, now),
            when_known(one.answered_at, now),
            one.note,
            one.message,
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "Nobody asked, and nobody was asked.")?,
        false => table.print(out)?,
    }
    Ok(())
}
