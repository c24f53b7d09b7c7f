//! What concerns somebody, as the site tells them: unread until they looked.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// One notice.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Notice {
    /// ULID.
    pub id: String,
    /// What happened, in a word.
    pub kind: String,
    /// Who did it last, as they are called; may be empty.
    pub who: String,
    /// What it is about.
    pub title: String,
    /// A path of ours.
    pub path: String,
    /// How often it happened since it was last read.
    pub times: i64,
    pub at: i64,
    pub read_at: Option<i64>,
}

/// Tells an account something; the same once more, before it was read, is one notice.
pub async fn add(tx: &mut Tx, account: &str, notice: &Notice) -> Result<()> {
    let Notice { id, kind, who, title, path, times, at, .. } = notice;
    execute!(
        tx,
        "INSERT INTO notice (id, account, kind, who, title, path, times, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (account, kind, path) WHERE read_at IS NULL DO UPDATE SET
           who = excluded.who, title = excluded.title, at = excluded.at,
           times = notice.times + excluded.times",
        id,
        account,
        kind,
        who,
        title,
        path,
        *times,
        *at
    )?;
    Ok(())
}

/// Newest first.
pub async fn of_account(tx: &mut Tx, account: &str, limit: i64) -> Result<Vec<Notice>> {
    Ok(rows!(
        tx,
        "SELECT id, kind, who, title, path, times, at, read_at FROM notice WHERE account = $1
         ORDER BY at DESC, id DESC LIMIT $2",
        account,
        limit
    )?)
}

pub async fn unread(tx: &mut Tx, account: &str) -> Result<i64> {
    let row: Option<(i64,)> =
        row!(tx, "SELECT count(*) FROM notice WHERE account = $1 AND read_at IS NULL", account)?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Whether there is such an account: who left may still stand among the authors of a case.
pub async fn is_account(tx: &mut Tx, account: &str) -> Result<bool> {
    let row: Option<(bool,)> =
        row!(tx, "SELECT EXISTS (SELECT 1 FROM account WHERE id = $1)", account)?;
    Ok(row.is_some_and(|(there,)| there))
}

/// Whether an account was told something about this path and has not looked yet.
pub async fn is_unread(tx: &mut Tx, account: &str, path: &str) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM notice WHERE account = $1 AND path = $2 AND read_at IS NULL)",
        account,
        path
    )?;
    Ok(row.is_some_and(|(unread,)| unread))
}

/// Marks one of an account as read; the path it leads to.
pub async fn read(tx: &mut Tx, account: &str, id: &str, now: i64) -> Result<Option<String>> {
    let row: Option<(String,)> = row!(
        tx,
        "UPDATE notice SET read_at = COALESCE(read_at, $3) WHERE account = $1 AND id = $2
         RETURNING path",
        account,
        id,
        now
    )?;
    Ok(row.map(|(path,)| path))
}

/// Marks as read what an account was told about this path: it has looked there.
pub async fn read_at(tx: &mut Tx, account: &str, path: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE notice SET read_at = $3 WHERE account = $1 AND path = $2 AND read_at IS NULL",
        account,
        path,
        now
    )?;
    Ok(())
}

/// Marks as read all of an account that happened until `until`: what came after the page was made
/// stays.
pub async fn read_all(tx: &mut Tx, account: &str, until: i64, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE notice SET read_at = $3 WHERE account = $1 AND at <= $2 AND read_at IS NULL",
        account,
        until,
        now
    )?;
    Ok(())
}

/// When a notice of this kind was last written, for whomever.
pub async fn last_of(tx: &mut Tx, kind: &str) -> Result<Option<i64>> {
    let row: Option<(Option<i64>,)> = row!(tx, "SELECT MAX(at) FROM notice WHERE kind = $1", kind)?;
    Ok(row.and_then(|(at,)| at))
}

/// Forgets those from before `oldest`.
pub async fn forget_old(tx: &mut Tx, oldest: i64) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM notice WHERE at < $1", oldest)?)
}

/// The account in use whose actor this is: its id.
pub async fn account_of_actor(tx: &mut Tx, uri: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = row!(
        tx,
        "SELECT m.id FROM account m JOIN actor p ON p.id = m.actor
         WHERE p.uri = $1 AND m.state = 'active'",
        uri
    )?;
    Ok(row.map(|(id,)| id))
}

/// Accounts in use that review: ids.
pub async fn reviewers(tx: &mut Tx, limit: i64) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT id FROM account WHERE state = 'active'
           AND role IN ('reviewer', 'editor', 'network-admin', 'instance-admin')
         ORDER BY id LIMIT $1",
        limit
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
