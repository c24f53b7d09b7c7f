//! Sign-ins: begun, recognised, listed, ended.

use super::secret;
use crate::{
    app::{Error, Result, new_id},
    config::Accounts,
    domain::text::{clean_line, shorten},
    store::{
        Db, Tx, accounts,
        sessions::{self, Session, Signed},
    },
};

/// What is kept of what a browser calls itself.
const AGENT_CHARS: usize = 200;
/// How exactly the last use is known, in milliseconds.
const MINUTE_MS: i64 = 60_000;

/// Begins a sign-in and returns what the browser is to hold, this once. The one that this browser
/// had before ends: nobody goes on in a session that somebody else may have put there.
pub(super) async fn begin(
    tx: &mut Tx,
    account: &str,
    former: Option<&str>,
    agent: &str,
    now: i64,
) -> Result<String> {
    if let Some(former) = former.filter(|former| secret::is_plausible(former))
        && let Some(old) = sessions::by_hash(tx, &secret::hash(former)).await?
    {
        sessions::end(tx, &old.member.id, &old.id).await?;
    }
    let token = secret::new();
    let agent = shorten(clean_line(agent).trim(), AGENT_CHARS);
    sessions::insert(tx, &secret::hash(&token), &new_id(now), account, &agent, now).await?;
    accounts::signed_in(tx, account, now).await?;
    Ok(token)
}

/// Who holds this, while it lasts. That it was used is noted at most once a minute.
///
/// # Errors
/// When the database does not answer.
pub async fn recognise(
    db: &Db,
    settings: &Accounts,
    token: &str,
    now: i64,
) -> Result<Option<Signed>> {
    if !secret::is_plausible(token) {
        return Ok(None);
    }
    let mut tx = db.read().await?;
    let found = sessions::by_hash(&mut tx, &secret::hash(token)).await?;
    drop(tx);
    let lasts = |found: &Signed| {
        now - found.used_at < settings.idle_ms() && now - found.created_at < settings.longest_ms()
    };
    let Some(found) = found.filter(lasts) else { return Ok(None) };
    if now - found.used_at >= MINUTE_MS {
        let mut tx = db.begin().await?;
        sessions::touch(&mut tx, &found.id, now).await?;
        tx.commit().await?;
    }
    Ok(Some(found))
}

/// Where an account is signed in, the last used first.
///
/// # Errors
/// When the database does not answer.
pub async fn list(db: &Db, settings: &Accounts, account: &str, now: i64) -> Result<Vec<Session>> {
    let mut found = sessions::of_account(&mut db.read().await?, account).await?;
    found.retain(|found| {
        now - found.used_at < settings.idle_ms() && now - found.created_at < settings.longest_ms()
    });
    Ok(found)
}

/// Ends a sign-in of the account.
///
/// # Errors
/// `NotFound` when it has none of this id.
pub async fn end(db: &Db, account: &str, id: &str) -> Result<()> {
    let mut tx = db.begin().await?;
    if !sessions::end(&mut tx, account, id).await? {
        return Err(Error::NotFound("such sign-in".into()));
    }
    tx.commit().await?;
    Ok(())
}

/// Ends all sign-ins of the account but this one; returns how many.
///
/// # Errors
/// When the database does not answer.
pub async fn end_others(db: &Db, account: &str, this: &str) -> Result<u64> {
    let mut tx = db.begin().await?;
    let ended = sessions::end_all(&mut tx, account, Some(this)).await?;
    tx.commit().await?;
    Ok(ended)
}
