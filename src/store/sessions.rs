//! Who is signed in, in which browser; only hashes of what browsers hold are kept.

use super::{
    Result, Tx,
    accounts::{self, AccountState},
    sql::{execute, row, rows},
};
use crate::domain::account::Member;

/// One browser that somebody is signed in with.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Session {
    /// ULID, to name it by.
    pub id: String,
    pub created_at: i64,
    /// To the minute.
    pub used_at: i64,
    /// The browser, as it calls itself.
    pub agent: String,
}

/// A session with whom it belongs to.
#[derive(Clone, Debug)]
pub struct Signed {
    pub id: String,
    pub created_at: i64,
    pub used_at: i64,
    pub member: Member,
    pub state: AccountState,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    created_at: i64,
    used_at: i64,
    account: String,
    role: String,
    state: String,
    handle: String,
    name: String,
}

pub async fn insert(
    tx: &mut Tx,
    hash: &str,
    id: &str,
    account: &str,
    agent: &str,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO session (hash, id, account, created_at, used_at, agent)
         VALUES ($1, $2, $3, $4, $4, $5)",
        hash,
        id,
        account,
        now,
        agent
    )?;
    Ok(())
}

/// The session of this hash, with an account that has a living actor.
pub async fn by_hash(tx: &mut Tx, hash: &str) -> Result<Option<Signed>> {
    let found: Option<Row> = row!(
        tx,
        "SELECT s.id, s.created_at, s.used_at, s.account, a.role, a.state, p.handle, p.name
         FROM session s JOIN account a ON a.id = s.account JOIN actor p ON p.id = a.actor
         WHERE s.hash = $1 AND p.gone_at IS NULL AND a.state <> 'waiting'",
        hash
    )?;
    let Some(Row { id, created_at, used_at, account, role, state, handle, name }) = found else {
        return Ok(None);
    };
    let member = Member { id: account, handle, name, role: accounts::role(role)? };
    let state = accounts::state(state)?;
    Ok(Some(Signed { id, created_at, used_at, member, state }))
}

pub async fn touch(tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    execute!(tx, "UPDATE session SET used_at = $2 WHERE id = $1", id, now)?;
    Ok(())
}

/// Of one account, the last used first.
pub async fn of_account(tx: &mut Tx, account: &str) -> Result<Vec<Session>> {
    Ok(rows!(
        tx,
        "SELECT id, created_at, used_at, agent FROM session WHERE account = $1
         ORDER BY used_at DESC, id DESC LIMIT 200",
        account
    )?)
}

/// Whether the account had this session.
pub async fn end(tx: &mut Tx, account: &str, id: &str) -> Result<bool> {
    let ended = execute!(tx, "DELETE FROM session WHERE account = $1 AND id = $2", account, id)?;
    Ok(ended > 0)
}

/// Ends all of an account, but for the one named; returns how many.
pub async fn end_all(tx: &mut Tx, account: &str, but: Option<&str>) -> Result<u64> {
    Ok(execute!(
        tx,
        "DELETE FROM session WHERE account = $1 AND (CAST($2 AS TEXT) IS NULL OR id <> $2)",
        account,
        but
    )?)
}

/// Forgets those that were not used since `idle`, and those from before `oldest`.
pub async fn forget_old(tx: &mut Tx, idle: i64, oldest: i64) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM session WHERE used_at < $1 OR created_at < $2", idle, oldest)?)
}
