//! Accounts that move: old ones elsewhere are named here, and followers are told where somebody went.

use super::{change, passwords::Cost};
use crate::{
    app::{
        Result,
        access::{Who, record},
        person::{self, Described},
    },
    domain::{elsewhere::Elsewhere, event::Event, profile::Profile},
    store::{Db, events, people},
};

/// Between two moves of an account, as Mastodon has it: followers are not sent to and fro.
pub const PAUSE_MS: i64 = 30 * 24 * 3_600_000;
/// Old accounts that one may name.
pub const MOST_OLD: usize = 20;

/// What came of naming an old account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Done,
    /// There are as many as may be.
    Many,
}

/// The person says that an account elsewhere is, or was, theirs: it may move here.
///
/// # Errors
/// `NotFound` when there is no such person here.
pub async fn name_old(db: &Db, handle: &str, old: &Elsewhere, now: i64) -> Result<Named> {
    let actor = person::find(&mut db.read().await?, handle).await?;
    let mut profile = Profile::from_json(&actor.profile);
    if profile.also_known_as.contains(&old.uri) {
        return Ok(Named::Done);
    }
    if profile.also_known_as.len() >= MOST_OLD {
        return Ok(Named::Many);
    }
    profile.also_known_as.push(old.uri.clone());
    save(db, handle, profile, now).await?;
    Ok(Named::Done)
}

/// The person says so no longer.
///
/// # Errors
/// `NotFound` when there is no such person here.
pub async fn forget_old(db: &Db, handle: &str, uri: &str, now: i64) -> Result<()> {
    let actor = person::find(&mut db.read().await?, handle).await?;
    let mut profile = Profile::from_json(&actor.profile);
    let before = profile.also_known_as.len();
    profile.also_known_as.retain(|known| known != uri);
    match profile.also_known_as.len() < before {
        true => save(db, handle, profile, now).await,
        false => Ok(()),
    }
}

async fn save(db: &Db, handle: &str, profile: Profile, now: i64) -> Result<()> {
    let described = Described { profile: Some(profile), ..Described::default() };
    person::edit(db, &Who::Member(handle.to_owned()), handle, described, now).await?;
    Ok(())
}

/// What came of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    Done,
    WrongPassword,
    /// The new account does not name this one.
    NotNamed,
    /// The new account is itself a place that somebody left.
    Onward,
    /// Not before this time, epoch milliseconds.
    Soon(i64),
}

/// The person goes to an account elsewhere that names this one: followers are told, the profile says
/// so. It takes the password.
///
/// # Errors
/// `TooOften` after too many tries of the password.
pub async fn go(
    db: &Db,
    cost: Cost,
    id: &str,
    password: &str,
    to: &Elsewhere,
    now: i64,
) -> Result<Moved> {
    let mut tx = db.read().await?;
    let account = change::own(&mut tx, id).await?;
    let actor = person::find(&mut tx, &account.handle).await?;
    drop(tx);
    if !change::is_password(db, cost, &account, password, now).await? {
        return Ok(Moved::WrongPassword);
    }
    if !to.known_as.contains(&actor.uri) {
        return Ok(Moved::NotNamed);
    }
    if to.has_moved {
        return Ok(Moved::Onward);
    }
    let mut tx = db.begin().await?;
    if let Some((_, at)) = people::moved(&mut tx, &actor.uri).await?
        && now - at < PAUSE_MS
    {
        return Ok(Moved::Soon(at + PAUSE_MS));
    }
    people::note_move(&mut tx, &actor.uri, &to.uri, now).await?;
    events::append(&mut tx, &Event::ActorMoved { id: actor.uri.clone() }, now).await?;
    events::append(&mut tx, &Event::ActorChanged { id: actor.uri.clone() }, now).await?;
    let who = Who::Member(account.handle.clone());
    record(&mut tx, &who, "person.moved", &actor.uri, &to.uri, now).await?;
    tx.commit().await?;
    Ok(Moved::Done)
}

/// The profile no longer says that the person went elsewhere. Followers who went along stay there, and
/// the pause before another move goes on.
///
/// # Errors
/// `NotFound` when there is no such person here.
pub async fn stay(db: &Db, handle: &str, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    let actor = person::find(&mut tx, handle).await?;
    if !people::stay(&mut tx, &actor.uri).await? {
        return Ok(());
    }
    events::append(&mut tx, &Event::ActorChanged { id: actor.uri.clone() }, now).await?;
    let who = Who::Member(handle.to_owned());
    record(&mut tx, &who, "person.stayed", &actor.uri, "", now).await?;
    tx.commit().await?;
    Ok(())
}
