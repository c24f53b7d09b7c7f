//! Reviewers are reminded of published cases that nobody looked at for long.

use super::publishing::STALE_MS;
use crate::{
    app::notices::{self, Kind},
    store::{self, Db, manuscripts, notices as rows},
};

/// Between two reminders: 30 days.
const PAUSE_MS: i64 = 30 * 86_400_000;

/// Tells reviewers, at most once in 30 days, that published cases of ours were not looked at for 24
/// months. Whether they were told now.
///
/// # Errors
/// When the database does not answer.
pub async fn remind(db: &Db, now: i64) -> store::Result<bool> {
    let mut tx = db.read().await?;
    let last = rows::last_of(&mut tx, Kind::Old.id()).await?;
    if last.is_some_and(|last| now - last < PAUSE_MS)
        || manuscripts::stale(&mut tx, now - STALE_MS, 1).await?.is_empty()
    {
        return Ok(false);
    }
    drop(tx);
    let mut tx = db.begin().await?;
    notices::old(&mut tx, now).await?;
    tx.commit().await?;
    Ok(true)
}
