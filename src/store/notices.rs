//! What concerns somebody, as the site tells them: unread until they looked.

use super::{
    Engine, Result, StoreError, Tx,
    sql::{execute, row, rows},
};
use crate::domain::alert::Rhythm;

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
    /// When it is told by mail, if it is unread then; None where it was, or never is.
    pub due_at: Option<i64>,
}

/// How somebody gets by mail what they did not read on the site.
#[derive(Clone, Debug)]
pub struct Mailing {
    /// The account.
    pub id: String,
    pub email: String,
    pub language: String,
    /// None for not at all.
    pub rhythm: Option<Rhythm>,
    /// 0 for never.
    pub told_at: i64,
    /// Which links that end such mails are valid.
    pub turn: i64,
    /// Whether the account is in use.
    pub active: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    email: String,
    language: String,
    notice_rhythm: String,
    notice_told_at: i64,
    notice_turn: i64,
    active: bool,
}

impl TryFrom<Row> for Mailing {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let rhythm = match row.notice_rhythm.as_str() {
            "" => None,
            id => Some(Rhythm::from_id(id).ok_or_else(|| StoreError::Inconsistent {
                table: "account",
                column: "notice_rhythm",
                value: id.to_owned(),
            })?),
        };
        let Row { id, email, language, notice_told_at: told_at, notice_turn: turn, active, .. } =
            row;
        Ok(Mailing { id, email, language, rhythm, told_at, turn, active })
    }
}

macro_rules! mailing {
    ($rest:literal) => {
        concat!(
            "SELECT id, email, language, notice_rhythm, notice_told_at, notice_turn, \
             state = 'active' AS active FROM account WHERE id = $1",
            $rest
        )
    };
}

/// How an account gets its notices by mail; None where there is no such account: who left may still
/// stand among the authors of a case.
pub async fn mailing(tx: &mut Tx, account: &str) -> Result<Option<Mailing>> {
    let found: Option<Row> = row!(tx, mailing!(""), account)?;
    found.map(Mailing::try_from).transpose()
}

/// The same, held until the transaction ends; None also where somebody else holds it.
pub async fn hold_mailing(tx: &mut Tx, account: &str) -> Result<Option<Mailing>> {
    let found: Option<Row> = match tx.engine() {
        Engine::Sqlite => row!(tx, mailing!(""), account)?,
        Engine::Postgres => row!(tx, mailing!(" FOR NO KEY UPDATE SKIP LOCKED"), account)?,
    };
    found.map(Mailing::try_from).transpose()
}

/// How often from now on; `turn` ends the links that were given out.
pub async fn set_rhythm(
    tx: &mut Tx,
    account: &str,
    rhythm: Option<Rhythm>,
    turn: i64,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE account SET notice_rhythm = $2, notice_turn = $3 WHERE id = $1",
        account,
        rhythm.map_or("", Rhythm::id),
        turn
    )?;
    Ok(())
}

/// What waits to be mailed to an account waits until then; None for no longer.
pub async fn set_due(tx: &mut Tx, account: &str, due: Option<i64>) -> Result<()> {
    execute!(
        tx,
        "UPDATE notice SET due_at = $2 WHERE account = $1 AND due_at IS NOT NULL",
        account,
        due
    )?;
    Ok(())
}

/// A mail with notices was made.
pub async fn mark_mailed(tx: &mut Tx, account: &str, now: i64) -> Result<()> {
    execute!(tx, "UPDATE account SET notice_told_at = $2 WHERE id = $1", account, now)?;
    Ok(())
}

/// Accounts that something is to be mailed to by now.
pub async fn due_accounts(tx: &mut Tx, now: i64, limit: i64) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT DISTINCT account FROM notice WHERE due_at <= $1 ORDER BY account LIMIT $2",
        now,
        limit
    )?;
    Ok(found.into_iter().map(|(account,)| account).collect())
}

/// What waits to be mailed to an account and is unread, newest first.
pub async fn waiting(tx: &mut Tx, account: &str) -> Result<Vec<Notice>> {
    Ok(rows!(
        tx,
        "SELECT id, kind, who, title, path, times, at, read_at, due_at FROM notice
         WHERE account = $1 AND due_at IS NOT NULL AND read_at IS NULL ORDER BY at DESC, id DESC",
        account
    )?)
}

/// Tells an account something; the same once more, before it was read, is one notice.
pub async fn add(tx: &mut Tx, account: &str, notice: &Notice) -> Result<()> {
    let Notice { id, kind, who, title, path, times, at, due_at, .. } = notice;
    execute!(
        tx,
        "INSERT INTO notice (id, account, kind, who, title, path, times, at, due_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (account, kind, path) WHERE read_at IS NULL DO UPDATE SET
           who = excluded.who, title = excluded.title, at = excluded.at,
           times = notice.times + excluded.times,
           due_at = COALESCE(notice.due_at, excluded.due_at)",
        id,
        account,
        kind,
        who,
        title,
        path,
        *times,
        *at,
        *due_at
    )?;
    Ok(())
}

/// Newest first.
pub async fn of_account(tx: &mut Tx, account: &str, limit: i64) -> Result<Vec<Notice>> {
    Ok(rows!(
        tx,
        "SELECT id, kind, who, title, path, times, at, read_at, due_at FROM notice
         WHERE account = $1 ORDER BY at DESC, id DESC LIMIT $2",
        account,
        limit
    )?)
}

pub async fn unread(tx: &mut Tx, account: &str) -> Result<i64> {
    let row: Option<(i64,)> =
        row!(tx, "SELECT count(*) FROM notice WHERE account = $1 AND read_at IS NULL", account)?;
    Ok(row.map_or(0, |(count,)| count))
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
