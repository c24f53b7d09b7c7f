//! `kontor peers` and `kontor peer`: other servers, and how we stand with them.

use std::{collections::HashMap, io::Write};

use super::{
    args,
    failure::Failure,
    instance::Instance,
    table::{Table, answer, when, when_known},
};
use crate::{
    app::{access::Who, moderate},
    config::Config,
    domain::{id::Host, network::PeerStanding},
    store::{cases, peers},
};

/// Most rows of a list.
const MOST: i64 = 10_000;

pub async fn peers(config: Config, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let mut tx = instance.db.read().await?;
    let all = peers::all(&mut tx, MOST).await?;
    let counts: HashMap<_, _> = cases::count_by_host(&mut tx).await?.into_iter().collect();
    drop(tx);
    let now = instance.clock.now_ms();
    let mut table = Table::new([
        "host",
        "standing",
        "cases",
        "software",
        "last sent",
        "last received",
        "failures",
        "next try",
        "last answer",
    ]);
    for peer in all {
        let next = (peer.failures > 0).then(|| when(peer.next_try, now));
        let standing = match peer.reason.is_empty() {
            true => peer.standing.id().to_owned(),
            false => format!("{} ({})", peer.standing.id(), peer.reason),
        };
        table.row([
            peer.host.clone(),
            standing,
            counts.get(&peer.host).copied().unwrap_or_default().to_string(),
            peer.software,
            when_known(peer.last_success, now),
            when_known(peer.last_received, now),
            peer.failures.to_string(),
            next.unwrap_or_default(),
            answer(peer.last_status, peer.last_answer.as_deref()),
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "No other server was met yet; `kontor follow DOMAIN` begins it.")?,
        false => table.print(out)?,
    }
    Ok(())
}

pub async fn peer(config: Config, args: &args::Peer, out: &mut dyn Write) -> Result<(), Failure> {
    let args::Peer { host, standing, reason } = args;
    let host = Host::parse(host).map_err(|error| Failure::Unusable(error.to_string()))?;
    let standing = match standing {
        args::Standing::Trust => PeerStanding::Trusted,
        args::Standing::Quarantine => PeerStanding::Quarantined,
        args::Standing::Limit => PeerStanding::Limited,
        args::Standing::Block => PeerStanding::Blocked,
    };
    let instance = Instance::existing(&config).await?;
    if host.as_str() == instance.urls.host() {
        return Err(Failure::Refused(format!("{host} is this instance itself")));
    }
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    // A decision without a reason is a decision all the same: an empty one would let a later
    // follow overrule it.
    let reason = if reason.is_empty() { "decided by an administrator" } else { reason };
    let touched =
        moderate::set_standing(&instance.db, &who, host.as_str(), standing, reason, now).await?;
    writeln!(out, "{host} is {} now; that changed {touched} of its cases.", standing.id())?;
    Ok(())
}
