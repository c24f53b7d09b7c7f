//! `kontor deliveries`: the lanes, what became of one case, resuming and sending again.

use std::io::Write;

use super::{
    args::{self, Delivery},
    failure::Failure,
    instance::Instance,
    table::{Table, answer, when, when_known},
};
use crate::{
    app::{access::Who, moderate, publish},
    config::Config,
    domain::id::Host,
    store::{
        Tx, activities,
        deliveries::{self, Delivery as Delivered},
        lanes::{self, Lane},
        peers,
    },
};

/// Most lanes, or inboxes of one activity, that are listed.
const MOST: i64 = 10_000;
/// Most activities about one case, newest first.
const MOST_ABOUT: i64 = 100;

pub async fn run(
    config: Config,
    args: &args::Deliveries,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let args::Deliveries { host, case, command } = args;
    let instance = Instance::existing(&config).await?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    match (command, case) {
        (Some(Delivery::Resume { host }), _) => {
            let host = Host::parse(host).map_err(|error| Failure::Unusable(error.to_string()))?;
            let resumed = moderate::resume(&instance.db, &who, host.as_str(), now).await?;
            writeln!(out, "{resumed} parked lanes of {host} are open again; it is tried at once.")?;
            Ok(())
        }
        (Some(Delivery::Resend { inbox, seq }), _) => {
            moderate::resend(&instance.db, &who, inbox, *seq, now).await?;
            writeln!(out, "Activity {seq} is sent to {inbox} once more.")?;
            Ok(())
        }
        (Some(Delivery::ResendAll { host }), _) => {
            let host = host
                .as_deref()
                .map(|host| Host::parse(host).map_err(|error| Failure::Unusable(error.to_string())))
                .transpose()?;
            let host = host.as_ref().map(Host::as_str);
            let resent = moderate::resend_all(&instance.db, &who, host, now).await?;
            writeln!(out, "{resent} refused activities are sent once more.")?;
            Ok(())
        }
        (None, Some(case)) => of_case(&instance, case, now, out).await,
        (None, None) => all_lanes(&instance, host.as_deref(), now, out).await,
    }
}

async fn all_lanes(
    instance: &Instance,
    host: Option<&str>,
    now: i64,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let mut table = Table::new([
        "inbox",
        "state",
        "waiting",
        "sent",
        "refused",
        "last",
        "next try",
        "last answer",
    ]);
    for lane in lanes::all(&mut tx, host, MOST).await? {
        let waiting = match lane.state.as_str() {
            "ended" => 0,
            _ => lanes::waiting(&mut tx, &lane).await?,
        };
        let refused = lanes::refusals(&mut tx, &lane.inbox, MOST).await?.len();
        let next = match lane.state.as_str() {
            "open" if waiting > 0 => next_try(&mut tx, &lane, now).await?,
            _ => String::new(),
        };
        let state = match (lane.reason.is_empty(), lane.ended_at) {
            (true, _) => lane.state.clone(),
            (false, Some(at)) => format!("{} {}: {}", lane.state, when(at, now), lane.reason),
            (false, None) => format!("{}: {}", lane.state, lane.reason),
        };
        table.row([
            lane.inbox,
            state,
            waiting.to_string(),
            lane.sent.to_string(),
            refused.to_string(),
            when_known(lane.last_at, now),
            next,
            answer(lane.last_status, lane.last_answer.as_deref()),
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "Nothing is delivered anywhere yet: nobody follows this instance.")?,
        false => table.print(out)?,
    }
    Ok(())
}

async fn next_try(tx: &mut Tx, lane: &Lane, now: i64) -> Result<String, Failure> {
    let peer = peers::find(tx, &lane.host).await?;
    let of_host = peer.map_or(0, |peer| peer.next_try);
    Ok(when(of_host.max(lane.next_try).max(now), now))
}

async fn of_case(
    instance: &Instance,
    key: &str,
    now: i64,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let stored = publish::find(&mut tx, key).await?;
    let about = activities::about(&mut tx, &stored.uri, MOST_ABOUT).await?;
    let mut table = Table::new([
        "seq",
        "activity",
        "when",
        "inbox",
        "dialect",
        "state",
        "next try",
        "last answer",
    ]);
    for activity in about {
        let found = deliveries::all(&mut tx, activity.seq, &activity.actor, MOST).await?;
        for delivery in found {
            let state = delivery.state(activity.seq);
            let last = match delivery.refused_status {
                Some(status) => answer(Some(status), delivery.refused_answer.as_deref()),
                None => answer(delivery.last_status, delivery.last_answer.as_deref()),
            };
            let next = match state {
                "waiting" => when(delivery.next_try.max(now), now),
                _ => String::new(),
            };
            let state = told(&delivery, state, activity.dropped, now);
            table.row([
                activity.seq.to_string(),
                activity.kind.clone(),
                when(activity.at, now),
                delivery.inbox,
                delivery.dialect.unwrap_or_default(),
                state,
                next,
                last,
            ]);
        }
    }
    match table.is_empty() {
        true => writeln!(out, "{} was not sent anywhere.", stored.case.id)?,
        false => table.print(out)?,
    }
    Ok(())
}

/// The state in words, with what explains it.
fn told(delivery: &Delivered, state: &str, dropped: bool, now: i64) -> String {
    match state {
        "sent" => "delivered".into(),
        "refused" => "refused".into(),
        _ if dropped => "taken back before it was sent".into(),
        "parked" => format!("parked: {}", delivery.reason),
        "ended" => {
            let at = delivery.ended_at.map(|at| when(at, now)).unwrap_or_default();
            format!("ended {at}: {}", delivery.reason)
        }
        "left" => "not sent: who followed left before".into(),
        other => other.to_owned(),
    }
}
