//! `kontor peers`: other servers, and how we stand with them.

use std::{
    collections::{BTreeMap, HashMap},
    io::Write,
};

use serde_json::json;

use super::{
    args::{Decide, Peers},
    domain_lists,
    failure::Failure,
    instance::Instance,
    table::{Table, answer, when, when_known},
};
use crate::{
    app::{
        access::Who,
        standing::{self, Touched},
    },
    clock::rfc3339,
    config::Config,
    domain::{
        id::Host,
        network::{self, Decider, PeerStanding},
        text::clean_line,
    },
    store::{cases, hosts, lanes, peers},
};

/// Most rows of a list.
const MOST: i64 = 10_000;

pub async fn run(
    config: Config,
    command: Option<Peers>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    match command {
        None => list(&instance, out).await,
        Some(Peers::Show { host, json: false }) => show(&instance, &host, out).await,
        Some(Peers::Show { host, json: true }) => show_json(&instance, &host, out).await,
        Some(Peers::Trust(how)) => decide(&instance, PeerStanding::Trusted, how, out).await,
        Some(Peers::Quarantine(how)) => {
            decide(&instance, PeerStanding::Quarantined, how, out).await
        }
        Some(Peers::Limit(how)) => decide(&instance, PeerStanding::Limited, how, out).await,
        Some(Peers::Block(how)) => decide(&instance, PeerStanding::Blocked, how, out).await,
        Some(Peers::Forget { host }) => forget(&instance, &host, out).await,
        Some(Peers::Export { format: _, output }) => {
            domain_lists::export(&instance, output.as_deref(), out).await
        }
        Some(Peers::Import { file, dry_run, replace }) => {
            domain_lists::import(&instance, &file, (replace, dry_run), out).await
        }
        Some(Peers::Subscribe { url }) => domain_lists::subscribe(&instance, &url, out).await,
        Some(Peers::Unsubscribe { list }) => domain_lists::unsubscribe(&instance, &list, out).await,
        Some(Peers::Lists { list, conflicts }) => {
            domain_lists::show(&instance, list.as_deref(), conflicts, out).await
        }
    }
}

/// A host as it is typed, in its one spelling; never this instance's own.
pub fn other_host(instance: &Instance, typed: &str) -> Result<Host, Failure> {
    let host = Host::parse(typed).map_err(|error| Failure::Unusable(error.to_string()))?;
    match host.as_str() == instance.urls.host() {
        true => Err(Failure::Refused(format!("{host} is this instance itself"))),
        false => Ok(host),
    }
}

async fn list(instance: &Instance, out: &mut dyn Write) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let all = peers::all(&mut tx, MOST).await?;
    let counts: HashMap<_, _> = cases::count_by_host(&mut tx).await?.into_iter().collect();
    let decided = peers::decided(&mut tx).await?;
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
        let is = network::effective(&peer.host, |name| match name == peer.host {
            true => Some((peer.standing, peer.decided_by.clone())),
            false => decided.get(name).cloned(),
        });
        let standing = match (is == peer.standing, peer.reason.is_empty()) {
            (false, _) => format!("{} (by a domain above it)", is.id()),
            (true, true) => is.id().to_owned(),
            (true, false) => format!("{} ({})", is.id(), peer.reason),
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

async fn decide(
    instance: &Instance,
    standing: PeerStanding,
    how: Decide,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let Decide { host, reason, public_comment, dry_run } = how;
    let host = other_host(instance, &host)?;
    if dry_run {
        return foretell(instance, host.as_str(), standing, out).await;
    }
    let reason = if reason.is_empty() { "decided by an administrator" } else { &reason };
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    let decided = standing::set(&instance.db, &who, host.as_str(), standing, reason, now).await?;
    if !public_comment.is_empty() {
        standing::comment(&instance.db, host.as_str(), &public_comment).await?;
    }
    writeln!(out, "{host} is {} now. {}", standing.id(), told(&decided))?;
    Ok(())
}

/// What a decision did.
pub fn told(touched: &Touched) -> String {
    let Touched { hosts, hidden, shown, followers, followings } = touched;
    let mut parts = Vec::new();
    for (count, what) in [
        (*hidden, "cases are hidden"),
        (*shown, "cases are shown"),
        (*followers, "followers are removed"),
        (*followings, "followings are ended"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    match (parts.is_empty(), hosts.len()) {
        (true, _) => "Nothing that is here changed by that.".into(),
        (false, 0 | 1) => format!("{}.", parts.join(", ")),
        (false, many) => format!("{} (of {many} hosts).", parts.join(", ")),
    }
}

async fn foretell(
    instance: &Instance,
    host: &str,
    standing: PeerStanding,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let preview = standing::preview(&instance.db, host, standing).await?;
    let hosts = &preview.touched.hosts;
    writeln!(out, "{host} would be {}; nothing is changed yet.", standing.id())?;
    if !hosts.is_empty() {
        writeln!(out, "Hosts with something here: {}", hosts.join(", "))?;
    }
    let standing::Touched { hosts: _, hidden, shown, followers, followings } = preview.touched;
    let counted = [
        ("Cases hidden", hidden, &preview.titles),
        ("Cases shown", shown, &preview.titles),
        ("Followers removed; they may follow again after a block", followers, &preview.followers),
        ("Followings ended, with an Undo; they do not come back", followings, &preview.followings),
    ];
    for (what, count, names) in counted {
        if count > 0 {
            writeln!(out, "{what}: {count}")?;
            for name in names {
                writeln!(out, "  {}", clean_line(name))?;
            }
            if (names.len() as u64) < count {
                writeln!(out, "  …")?;
            }
        }
    }
    if preview.posts > 0 {
        writeln!(out, "Posts and comments hidden: {}", preview.posts)?;
    }
    for (name, own) in preview.exempt {
        writeln!(out, "{name} stays {}: that was decided for it.", own.id())?;
    }
    Ok(())
}

async fn forget(instance: &Instance, host: &str, out: &mut dyn Write) -> Result<(), Failure> {
    let host = other_host(instance, host)?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    let touched = standing::forget(&instance.db, &who, host.as_str(), now).await?;
    let mut tx = instance.db.read().await?;
    let is = peers::standing(&mut tx, host.as_str()).await?;
    writeln!(out, "Nothing is decided on {host} any more: it is {}. {}", is.id(), told(&touched))?;
    Ok(())
}

async fn show(instance: &Instance, host: &str, out: &mut dyn Write) -> Result<(), Failure> {
    let host = Host::parse(host).map_err(|error| Failure::Unusable(error.to_string()))?;
    let (host, now) = (host.as_str(), instance.clock.now_ms());
    let mut tx = instance.db.read().await?;
    let is = peers::standing(&mut tx, host).await?;
    let mut table = Table::new(["", ""]);
    let mut line = |name: &str, value: String| table.row([name.to_owned(), value]);
    let known = peers::find(&mut tx, host).await?;
    line("host", host.to_owned());
    line("standing", is.id().to_owned());
    if let Some(peer) = &known {
        line(
            "decided by",
            match &peer.decided_by {
                Decider::Nobody if peer.standing == is => {
                    "nobody: an unknown host starts so".into()
                }
                Decider::Nobody | Decider::Follow if peer.standing != is => {
                    "a domain above it".into()
                }
                Decider::Nobody => String::new(),
                Decider::Admin => format!("an administrator: {}", peer.reason),
                Decider::Follow => peer.reason.clone(),
                Decider::List(id) => format!("list {id}: {}", peer.reason),
            },
        );
        line("public comment", peer.public_comment.clone());
        line("software", peer.software.clone());
        line("dialect", peer.dialect.clone().unwrap_or_default());
        line("last sent", when_known(peer.last_success, now));
        line("last received", when_known(peer.last_received, now));
        line("failures", peer.failures.to_string());
        let next = (peer.failures > 0).then(|| when(peer.next_try, now));
        line("next try", next.unwrap_or_default());
        line("last answer", answer(peer.last_status, peer.last_answer.as_deref()));
    } else {
        line("met", "never".into());
    }
    for (standing, count) in hosts::cases_by_standing(&mut tx, host).await? {
        line(&format!("cases {standing}"), count.to_string());
    }
    line("posts and comments", hosts::count_posts(&mut tx, host).await?.to_string());
    line("followers", hosts::count_followers(&mut tx, host).await?.to_string());
    for following in hosts::followings(&mut tx, host).await? {
        line("we follow", format!("{} ({})", following.wanted, following.state));
    }
    for lane in lanes::all(&mut tx, Some(host), MOST).await? {
        let state = match lane.reason.is_empty() {
            true => lane.state.clone(),
            false => format!("{}: {}", lane.state, lane.reason),
        };
        line("lane", format!("{} {state}", lane.inbox));
    }
    table.print(out)?;
    Ok(())
}

async fn show_json(instance: &Instance, host: &str, out: &mut dyn Write) -> Result<(), Failure> {
    let host = Host::parse(host).map_err(|error| Failure::Unusable(error.to_string()))?;
    let host = host.as_str();
    let mut tx = instance.db.read().await?;
    let known = peers::find(&mut tx, host).await?;
    let cases: BTreeMap<_, _> =
        hosts::cases_by_standing(&mut tx, host).await?.into_iter().collect();
    let followings = hosts::followings(&mut tx, host).await?;
    let lanes = lanes::all(&mut tx, Some(host), MOST).await?;
    let time = |at: Option<i64>| at.map(rfc3339);
    let shown = json!({
        "host": host,
        "standing": peers::standing(&mut tx, host).await?.id(),
        "met": known.is_some(),
        "decided_by": known.as_ref().map(|peer| peer.decided_by.id()),
        "reason": known.as_ref().map(|peer| &peer.reason),
        "public_comment": known.as_ref().map(|peer| &peer.public_comment),
        "software": known.as_ref().map(|peer| &peer.software),
        "dialect": known.as_ref().and_then(|peer| peer.dialect.as_ref()),
        "last_sent": known.as_ref().and_then(|peer| time(peer.last_success)),
        "last_received": known.as_ref().and_then(|peer| time(peer.last_received)),
        "failures": known.as_ref().map_or(0, |peer| peer.failures),
        "last_status": known.as_ref().and_then(|peer| peer.last_status),
        "last_answer": known.as_ref().and_then(|peer| peer.last_answer.as_ref()),
        "cases": cases,
        "posts": hosts::count_posts(&mut tx, host).await?,
        "followers": hosts::count_followers(&mut tx, host).await?,
        "followings": followings.iter().map(|following| json!({
            "wanted": following.wanted, "target": following.target, "state": following.state,
        })).collect::<Vec<_>>(),
        "lanes": lanes.iter().map(|lane| json!({
            "inbox": lane.inbox, "state": lane.state, "reason": lane.reason, "sent": lane.sent,
        })).collect::<Vec<_>>(),
    });
    writeln!(out, "{shown:#}")?;
    Ok(())
}
