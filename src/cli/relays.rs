//! `kontor relay`: servers that pass on what is public.

use std::io::Write;

use super::{
    args::{Relay, RelayKind},
    failure::Failure,
    instance::Instance,
    table::{Table, when, when_known},
};
use crate::{
    app::{
        access::Who,
        relays::{self, Kind, Wish},
    },
    config::Config,
    store::relays as stored,
};

pub async fn run(config: Config, command: Relay, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    match command {
        Relay::Add { url, kind, publish, trust } => {
            let kind = match kind {
                RelayKind::Auto => None,
                RelayKind::Mastodon => Some(Kind::Mastodon),
                RelayKind::Litepub => Some(Kind::LitePub),
            };
            let wish = Wish { url, kind, publish, trusted: trust };
            let relay = relays::add(&instance.db, &who, wish, now).await?;
            writeln!(
                out,
                "The relay {} (as {}) is asked; `kontor relay list` shows its answer.",
                relay.url, relay.kind
            )?;
            Ok(())
        }
        Relay::List => list(&instance, now, out).await,
        Relay::Remove { relay } => {
            let relay = relays::remove(&instance.db, &who, &relay, now).await?;
            writeln!(out, "The relay {} is left; what came by it stays.", relay.url)?;
            Ok(())
        }
    }
}

async fn list(instance: &Instance, now: i64, out: &mut dyn Write) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let mut table = Table::new([
        "id",
        "relay",
        "kind",
        "state",
        "publishes",
        "vouches",
        "added",
        "answered",
        "trouble",
    ]);
    let yes = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
    for relay in stored::all(&mut tx).await? {
        table.row([
            relay.id,
            relay.url,
            relay.kind,
            relay.state,
            yes(relay.publish),
            yes(relay.trusted),
            when(relay.added_at, now),
            when_known(relay.answered_at, now),
            relay.error,
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "No relay; `kontor relay add URL` asks one.")?,
        false => table.print(out)?,
    }
    Ok(())
}
