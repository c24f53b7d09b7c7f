//! `kontor follow`, `unfollow`, `following` and `read-again`.

use std::{
    collections::HashMap,
    io::Write,
    time::{Duration, Instant},
};

use super::{
    args,
    failure::Failure,
    instance::Instance,
    table::{Table, when, when_known},
};
use crate::{
    app::{access::Who, follow, moderate},
    config::Config,
    domain::text::clean_line,
    store::{
        actors::{self, LocalActor},
        follows::{self, Following},
    },
};

/// Most rows of a list.
const MOST: i64 = 10_000;

/// Somebody elsewhere, named in one of three ways, in its one spelling.
struct Wanted {
    text: String,
    host: String,
}

fn wanted(text: &str) -> Result<Wanted, Failure> {
    let (text, host) = follow::wanted_of(text).map_err(|error| {
        Failure::Unusable(format!(
            "{error}; name a domain (cases.example.org), a handle (@network@cases.example.org) or \
             the URL of an actor"
        ))
    })?;
    Ok(Wanted { text, host })
}

pub async fn follow(
    config: Config,
    args: &args::Follow,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let args::Follow { whom, as_handle, wait, timeout } = args;
    let wanted = wanted(whom)?;
    let instance = Instance::or_new(&config).await?;
    if wanted.host == instance.urls.host() {
        return Err(Failure::Refused(format!("{} is this instance itself", wanted.host)));
    }
    let actor = instance.actor(as_handle.as_deref()).await?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    let following =
        follow::want(&instance.db, &who, &actor, &wanted.text, &wanted.host, now).await?;
    let handle = instance.urls.handle(&actor.handle);
    if following.state == "accepted" {
        writeln!(out, "{handle} follows {} already.", wanted.text)?;
    } else {
        writeln!(
            out,
            "{handle} will follow {}; `kontor following` shows how far it is.",
            wanted.text
        )?;
    }
    match wait {
        true => wait_for(&instance, &following.id, Duration::from_secs(*timeout), out).await,
        false => Ok(()),
    }
}

/// Says every change until the other catalogue is here.
async fn wait_for(
    instance: &Instance,
    id: &str,
    patience: Duration,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (began, mut said) = (Instant::now(), String::new());
    loop {
        let mut tx = instance.db.read().await?;
        let following = follows::following(&mut tx, id).await?;
        drop(tx);
        let Some(following) = following else {
            return Err(Failure::Refused("the follow is gone".into()));
        };
        let (state, error) = (progress(&following), clean_line(&following.error));
        let line = if error.is_empty() { state } else { format!("{state}: {error}") };
        if line != said {
            writeln!(out, "  {line}")?;
            said = line;
        }
        match (following.state.as_str(), following.backfill.as_str()) {
            ("accepted", "done" | "none") => return Ok(()),
            ("failed" | "rejected" | "ended", _) | (_, "failed") => {
                return Err(Failure::Refused(format!("it did not come to it: {said}")));
            }
            _ if began.elapsed() > patience => {
                return Err(Failure::Refused(format!(
                    "not there after {} s ({said}); it goes on while the server runs",
                    patience.as_secs()
                )));
            }
            _ => tokio::time::sleep(Duration::from_millis(200)).await,
        }
    }
}

/// State of a follow and of reading their catalogue back, in a few words.
fn progress(following: &Following) -> String {
    let seen = match following.backfill_total {
        Some(total) => format!("{} of {total}", following.backfill_seen),
        None => following.backfill_seen.to_string(),
    };
    match (following.state.as_str(), following.backfill.as_str()) {
        ("accepted", "running") => format!("accepted, reading their catalogue: {seen}"),
        ("accepted", "done") => format!("accepted, their catalogue is read: {seen}"),
        ("accepted", "failed") => format!("accepted, their catalogue cannot be read: {seen}"),
        ("wanted", _) => "looking for them".into(),
        ("asked", _) => "asked, no answer yet".into(),
        (state, _) => state.to_owned(),
    }
}

pub async fn unfollow(
    config: Config,
    args: &args::Unfollow,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let args::Unfollow { whom, as_handle } = args;
    let wanted = wanted(whom)?;
    let instance = Instance::existing(&config).await?;
    let actor = instance.actor(as_handle.as_deref()).await?;
    let name = followed_as(&instance, &actor, &wanted).await?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    follow::unfollow(&instance.db, &who, &actor, &name, now).await?;
    let handle = instance.urls.handle(&actor.handle);
    writeln!(out, "{handle} no longer follows {name}; what came from there stays.")?;
    Ok(())
}

/// The name under which it is followed: what was typed, or the only follow at that host.
async fn followed_as(
    instance: &Instance,
    actor: &LocalActor,
    wanted: &Wanted,
) -> Result<String, Failure> {
    let mut tx = instance.db.read().await?;
    if follows::following_of(&mut tx, &actor.uri, &wanted.text).await?.is_some() {
        return Ok(wanted.text.clone());
    }
    let all = follows::all_following(&mut tx, MOST).await?;
    let mut there = all.into_iter().filter(|following| {
        following.actor == actor.uri && following.host == wanted.host && following.state != "ended"
    });
    match (there.next(), there.next()) {
        (Some(only), None) => Ok(only.wanted),
        (Some(one), Some(other)) => Err(Failure::Refused(format!(
            "several are followed at {}, such as {} and {}: say which",
            wanted.host, one.wanted, other.wanted
        ))),
        (None, _) => Ok(wanted.text.clone()),
    }
}

pub async fn following(config: Config, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let mut tx = instance.db.read().await?;
    let all = follows::all_following(&mut tx, MOST).await?;
    let mut ours = HashMap::new();
    for following in &all {
        if !ours.contains_key(&following.actor) {
            let actor = actors::by_uri(&mut tx, &following.actor).await?;
            let name = actor.map_or(following.actor.clone(), |actor| format!("@{}", actor.handle));
            ours.insert(following.actor.clone(), name);
        }
    }
    drop(tx);
    let now = instance.clock.now_ms();
    let mut table = Table::new(["whom", "as", "state", "asked", "answered", "next try", "trouble"]);
    for following in all {
        let busy = matches!(following.state.as_str(), "wanted") || following.backfill == "running";
        let next = (busy && following.next_try > 0).then_some(following.next_try);
        table.row([
            following.wanted.clone(),
            ours.get(&following.actor).cloned().unwrap_or_default(),
            progress(&following),
            when(following.asked_at, now),
            when_known(following.answered_at, now),
            when_known(next, now),
            following.error,
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "Nobody is followed yet; `kontor follow DOMAIN` begins it.")?,
        false => table.print(out)?,
    }
    Ok(())
}

pub async fn read_again(config: Config, host: &str, out: &mut dyn Write) -> Result<(), Failure> {
    let host = wanted(host)?.host;
    let instance = Instance::existing(&config).await?;
    let now = instance.clock.now_ms();
    moderate::read_again(&instance.db, &Who::CommandLine, &host, now).await?;
    writeln!(
        out,
        "The catalogue of {host} is read again; `kontor following` shows how far it is."
    )?;
    Ok(())
}
