//! Comments by people of this instance: written under a case, changed and deleted by their authors.

use super::{
    Error, Result,
    access::Who,
    note::{self, Draft},
    person,
};
use crate::{
    config::Moderation,
    domain::{
        account::{Member, Role},
        comment::CommentState,
    },
    store::{
        Db, Tx, attempts,
        comments::{self, Comment},
    },
    urls::Urls,
};

const DAY_MS: i64 = 86_400_000;
/// Comments of one person in a day; each of them goes to other servers.
const A_DAY: i64 = 100;

/// The state of a comment that `by` writes now. Editors need nobody to look at theirs.
fn fresh(by: &Member, moderation: Moderation) -> CommentState {
    match moderation {
        Moderation::Before if by.role < Role::Editor => CommentState::Waiting,
        Moderation::Before | Moderation::After => CommentState::Shown,
    }
}

/// Somebody comments on a case that is shown here, or answers a comment under one. It is told to
/// other servers as soon as it is shown.
///
/// # Errors
/// `Invalid` for a text that cannot be taken; `NotFound` and `Conflict` when what is answered is not
/// here or not shown; `TooOften` above the day's limit.
pub async fn write(
    db: &Db,
    urls: &Urls,
    by: &Member,
    draft: Draft,
    answers: &str,
    moderation: Moderation,
    now: i64,
) -> Result<Comment> {
    let draft = draft.checked()?;
    let mut tx = db.begin().await?;
    let actor = person::find(&mut tx, &by.handle).await?;
    let (root, depth) = note::place(&mut tx, answers).await?;
    if root.is_none() {
        return Err(Error::NotFound("case to comment on".into()));
    }
    let (times, began) =
        attempts::count(&mut tx, &format!("comment {}", by.id), DAY_MS, now).await?;
    if times > A_DAY {
        let left = (began + DAY_MS - now).max(1_000) / 1_000;
        return Err(Error::TooOften(u64::try_from(left).unwrap_or(1)));
    }
    let (who, state) = (Who::Member(by.handle.clone()), fresh(by, moderation));
    let place = (Some(answers.to_owned()), (root, depth), state);
    let made = note::put(&mut tx, urls, &who, &actor, draft, place, now).await?;
    tx.commit().await?;
    Ok(made)
}

/// A person's own comment with this number.
///
/// # Errors
/// `NotFound` for one that is another's, or was deleted.
pub async fn own(tx: &mut Tx, by: &Member, num: i64) -> Result<Comment> {
    let actor = person::find(tx, &by.handle).await?;
    let found = comments::by_num(tx, num).await?.filter(|found| {
        found.local && found.actor == actor.uri && found.state != CommentState::Deleted
    });
    found.ok_or_else(|| Error::NotFound(format!("comment {num} of yours")))
}

/// Its author gives it another text. What an editor decided against stays so; where editors look
/// first, they look again.
///
/// # Errors
/// As [`own`] and [`write`].
pub async fn revise(
    db: &Db,
    by: &Member,
    num: i64,
    draft: Draft,
    moderation: Moderation,
    now: i64,
) -> Result<Comment> {
    let mut tx = db.begin().await?;
    let known = own(&mut tx, by, num).await?;
    let state = known.state.on_edit(fresh(by, moderation));
    let who = Who::Member(by.handle.clone());
    let changed = note::change(&mut tx, &who, known, draft, state, now).await?;
    tx.commit().await?;
    Ok(changed)
}

/// Its author deletes it; returns it as it was.
///
/// # Errors
/// As [`own`].
pub async fn retract(db: &Db, by: &Member, num: i64, now: i64) -> Result<Comment> {
    let mut tx = db.begin().await?;
    let known = own(&mut tx, by, num).await?;
    note::remove(&mut tx, &Who::Member(by.handle.clone()), &known.uri, now).await?;
    tx.commit().await?;
    Ok(known)
}
