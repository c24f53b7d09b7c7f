//! An actor of ours boosts or likes an object, answers one, or takes that back.

use super::{
    Error, Result,
    access::{Who, record},
};
use crate::{
    domain::event::Event,
    store::{
        Db,
        actors::LocalActor,
        cases, events,
        reactions::{self, Reaction},
        received,
    },
};

/// What an actor does with an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Boost,
    Like,
}

impl Kind {
    /// The ActivityStreams type of the activity.
    pub fn activity(self) -> &'static str {
        match self {
            Kind::Boost => "Announce",
            Kind::Like => "Like",
        }
    }
}

/// `actor` boosts or likes `object`, an object that is known here. `activity` is the id the
/// activity will have.
///
/// # Errors
/// `NotFound` when the object is not known here; `Conflict` when it was done before.
pub async fn react(
    db: &Db,
    who: &Who,
    actor: &LocalActor,
    kind: Kind,
    object: &str,
    activity: &str,
    now: i64,
) -> Result<Reaction> {
    let mut tx = db.begin().await?;
    let known = cases::by_uri(&mut tx, object).await?.is_some_and(|stored| stored.is_shown())
        || received::find(&mut tx, object).await?.is_some_and(|known| known.state != "gone");
    if !known {
        return Err(Error::NotFound(format!("object {object} here")));
    }
    let reaction = Reaction {
        id: activity.to_owned(),
        kind: kind.activity().to_owned(),
        actor: actor.uri.clone(),
        object: object.to_owned(),
        local: true,
        at: now,
    };
    if !reactions::add(&mut tx, &reaction, false).await? {
        return Err(Error::Conflict(format!("@{} did that before", actor.handle)));
    }
    record(&mut tx, who, "reaction.made", object, kind.activity(), now).await?;
    events::append(&mut tx, &event(kind, true, reaction.id.clone()), now).await?;
    tx.commit().await?;
    Ok(reaction)
}

/// Takes a boost or a like back.
///
/// # Errors
/// `NotFound` when the actor did no such thing.
pub async fn undo(
    db: &Db,
    who: &Who,
    actor: &LocalActor,
    kind: Kind,
    object: &str,
    now: i64,
) -> Result<Reaction> {
    let mut tx = db.begin().await?;
    let reaction = reactions::find(&mut tx, kind.activity(), &actor.uri, object)
        .await?
        .ok_or_else(|| Error::NotFound(format!("{} of {object}", kind.activity())))?;
    reactions::remove(&mut tx, &reaction.id, &actor.uri).await?;
    record(&mut tx, who, "reaction.undone", object, kind.activity(), now).await?;
    events::append(&mut tx, &event(kind, false, reaction.id.clone()), now).await?;
    tx.commit().await?;
    Ok(reaction)
}

fn event(kind: Kind, made: bool, id: String) -> Event {
    match (kind, made) {
        (Kind::Boost, true) => Event::Announced { id },
        (Kind::Boost, false) => Event::AnnounceUndone { id },
        (Kind::Like, true) => Event::Liked { id },
        (Kind::Like, false) => Event::LikeUndone { id },
    }
}
