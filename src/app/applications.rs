//! Networks ask to be partners, with a message; whoever accepts trusts and follows in one step.

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
    receive::Effect,
    standing,
};
use crate::{
    domain::{
        event::Event,
        network::PeerStanding,
        text::{clean_block, shorten},
    },
    store::{
        Db, Tx,
        applications::{self, Application},
        events, follows, hosts, peers,
        remote_actors::RemoteActor,
    },
};

/// Characters of a message.
const MESSAGE_CHARS: usize = 2_000;
/// Open applications that are kept at once: more are turned away unread.
const MOST_OPEN: i64 = 500;
/// A host that was declined may ask again after this time.
const AGAIN_MS: i64 = 30 * 86_400_000;

/// Asks the network of `host` to take us for a partner. Jobs find and ask it.
///
/// # Errors
/// `Conflict` when it is asked already, or blocked; `Invalid` without a message.
pub async fn ask(db: &Db, who: &Who, host: &str, message: &str, now: i64) -> Result<Application> {
    let message = clean_block(message).trim().to_owned();
    match message.chars().count() {
        0 => return Err(Error::Invalid("an application needs a message".into())),
        many if many > MESSAGE_CHARS => {
            let why =
                format!("the message has {many} characters, at most {MESSAGE_CHARS} are sent");
            return Err(Error::Invalid(why));
        }
        _ => {}
    }
    let mut tx = db.begin().await?;
    if peers::standing(&mut tx, host).await? == PeerStanding::Blocked {
        return Err(Error::Conflict(format!("{host} is blocked; lift the block before asking")));
    }
    let before = applications::newest_with(&mut tx, "out", host).await?;
    if let Some(before) = before
        && matches!(before.state.as_str(), "wanted" | "asked" | "accepted")
    {
        return Err(Error::Conflict(format!("{host} was asked already: {}", before.state)));
    }
    peers::ensure(&mut tx, host, now).await?;
    let application = Application {
        id: new_id(now),
        direction: "out".into(),
        host: host.to_owned(),
        actor: String::new(),
        inbox: String::new(),
        activity: String::new(),
        message,
        state: "wanted".into(),
        note: String::new(),
        asked_at: now,
        answered_at: None,
        attempts: 0,
    };
    applications::insert(&mut tx, &application).await?;
    record(&mut tx, who, "application.sent", host, "", now).await?;
    tx.commit().await?;
    Ok(application)
}

/// A verified Join of another network's actor arrived. One open application of a host at a time;
/// a host that was declined waits a month.
pub async fn arrived(
    tx: &mut Tx,
    applicant: &RemoteActor,
    activity: &str,
    message: &str,
    now: i64,
) -> Result<Effect> {
    let host = applicant.host.as_str();
    if let Some(before) = applications::newest_with(tx, "in", host).await? {
        let recently = before.answered_at.is_some_and(|at| now - at < AGAIN_MS);
        match before.state.as_str() {
            "open" => return Ok(Effect::Ignored("an application of its host waits".into())),
            "declined" if recently => {
                return Ok(Effect::Ignored("its host was declined lately".into()));
            }
            _ => {}
        }
    }
    if applications::count(tx, Some("in"), Some("open")).await? >= MOST_OPEN {
        return Ok(Effect::Ignored("too many applications wait".into()));
    }
    let application = Application {
        id: new_id(now),
        direction: "in".into(),
        host: host.to_owned(),
        actor: applicant.uri.clone(),
        inbox: applicant.lane().to_owned(),
        activity: activity.to_owned(),
        message: shorten(&clean_block(message), MESSAGE_CHARS),
        state: "open".into(),
        note: String::new(),
        asked_at: now,
        answered_at: None,
        attempts: 0,
    };
    applications::insert(tx, &application).await?;
    Ok(Effect::Done)
}

async fn open(tx: &mut Tx, id: &str) -> Result<Application> {
    let found = applications::find(tx, id).await?.filter(|found| found.direction == "in");
    let found = found.ok_or_else(|| Error::NotFound(format!("application {id}")))?;
    match found.state.as_str() {
        "open" => Ok(found),
        state => Err(Error::Conflict(format!("application {id} was {state} before"))),
    }
}

/// Takes the applicant for a partner: its host is trusted, `network` (our actor) follows it, and
/// it is told.
///
/// # Errors
/// `NotFound`, or `Conflict` when it was answered before.
pub async fn accept(
    db: &Db,
    who: &Who,
    network: &str,
    id: &str,
    note: &str,
    now: i64,
) -> Result<Application> {
    let mut tx = db.begin().await?;
    let application = open(&mut tx, id).await?;
    let Application { host, actor, .. } = &application;
    let reason = match note.is_empty() {
        true => "its application was accepted".to_owned(),
        false => format!("its application was accepted: {note}"),
    };
    standing::set_in(&mut tx, who, host, PeerStanding::Trusted, &reason, now).await?;
    let followed = hosts::followings(&mut tx, host).await?;
    let known = |one: &follows::Following| {
        one.actor == network && (one.target.as_ref() == Some(actor) || one.wanted == *host)
    };
    if !followed.iter().any(known) {
        follows::want(&mut tx, &new_id(now), network, actor, host, now).await?;
    }
    answer(&mut tx, who, &application, "accepted", note, now).await?;
    tx.commit().await?;
    Ok(application)
}

/// Does not take the applicant for a partner, and tells it so, without the reason.
///
/// # Errors
/// `NotFound`, or `Conflict` when it was answered before.
pub async fn decline(db: &Db, who: &Who, id: &str, reason: &str, now: i64) -> Result<Application> {
    let mut tx = db.begin().await?;
    let application = open(&mut tx, id).await?;
    answer(&mut tx, who, &application, "declined", reason, now).await?;
    tx.commit().await?;
    Ok(application)
}

async fn answer(
    tx: &mut Tx,
    who: &Who,
    application: &Application,
    state: &str,
    note: &str,
    now: i64,
) -> Result<()> {
    applications::answered(tx, &application.id, state, note, now).await?;
    let what = format!("application.{state}");
    record(tx, who, &what, &application.host, note, now).await?;
    let event = Event::ApplicationAnswered { id: application.id.clone() };
    Ok(events::append(tx, &event, now).await?)
}

/// The other side answered an application of ours: only the actor we asked may, and only once.
/// Returns whether it did.
pub async fn answered(
    tx: &mut Tx,
    activity: &str,
    by: &str,
    accepted: bool,
    now: i64,
) -> Result<bool> {
    let Some(ours) = applications::by_activity(tx, activity).await? else { return Ok(false) };
    if ours.actor != by || ours.state != "asked" {
        return Ok(false);
    }
    let state = if accepted { "accepted" } else { "declined" };
    applications::answered(tx, &ours.id, state, "", now).await?;
    Ok(true)
}
