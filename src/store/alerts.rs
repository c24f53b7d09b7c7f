//! Searches whose new cases somebody wants to hear of: what waits to be told, and what was.

use super::{
    Engine, Result, StoreError, Tx,
    sql::{execute, row, rows},
};
use crate::domain::alert::Rhythm;

/// A saved search of somebody with an account, or a digest for an address.
#[derive(Clone, Debug)]
pub struct Alert {
    /// ULID.
    pub id: String,
    /// None for a digest that was asked for with an address alone.
    pub account: Option<String>,
    /// Of a digest; empty where there is an account.
    pub email: String,
    /// Tag of the language of a digest's mails; empty where there is an account.
    pub language: String,
    pub name: String,
    /// A query string, see [`crate::domain::alert::saved`].
    pub filter: String,
    pub rhythm: Rhythm,
    pub by_mail: bool,
    pub on_site: bool,
    pub confirmed: bool,
    /// Which links in mails are valid, and which address of the private feed.
    pub mail_turn: i64,
    pub feed_turn: i64,
    /// Since when cases are news for it, epoch milliseconds.
    pub since: i64,
    /// 0 for never.
    pub told_at: i64,
    pub due_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    account: Option<String>,
    email: String,
    language: String,
    name: String,
    filter: String,
    rhythm: String,
    by_mail: bool,
    on_site: bool,
    confirmed: bool,
    mail_turn: i64,
    feed_turn: i64,
    since: i64,
    told_at: i64,
    due_at: Option<i64>,
}

impl TryFrom<Row> for Alert {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let rhythm = Rhythm::from_id(&row.rhythm).ok_or(StoreError::Inconsistent {
            table: "alert",
            column: "rhythm",
            value: row.rhythm,
        })?;
        Ok(Alert {
            id: row.id,
            account: row.account,
            email: row.email,
            language: row.language,
            name: row.name,
            filter: row.filter,
            rhythm,
            by_mail: row.by_mail,
            on_site: row.on_site,
            confirmed: row.confirmed,
            mail_turn: row.mail_turn,
            feed_turn: row.feed_turn,
            since: row.since,
            told_at: row.told_at,
            due_at: row.due_at,
        })
    }
}

macro_rules! columns {
    () => {
        "a.id, a.account, a.email, a.language, a.name, a.filter, a.rhythm, a.by_mail, a.on_site, \
         a.confirmed, a.mail_turn, a.feed_turn, a.since, a.told_at, a.due_at"
    };
}

fn read(found: Vec<Row>) -> Result<Vec<Alert>> {
    found.into_iter().map(Alert::try_from).collect()
}

/// Returns false where this address has a digest of this search already.
pub async fn insert(tx: &mut Tx, alert: &Alert) -> Result<bool> {
    let added = execute!(
        tx,
        "INSERT INTO alert (id, account, email, email_folded, language, name, filter, rhythm,
           by_mail, on_site, confirmed, mail_turn, feed_turn, since, told_at, due_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         ON CONFLICT DO NOTHING",
        &alert.id,
        alert.account.as_deref(),
        &alert.email,
        alert.email.to_ascii_lowercase(),
        &alert.language,
        &alert.name,
        &alert.filter,
        alert.rhythm.id(),
        alert.by_mail,
        alert.on_site,
        alert.confirmed,
        alert.mail_turn,
        alert.feed_turn,
        alert.since,
        alert.told_at,
        alert.due_at
    )?;
    Ok(added > 0)
}

/// Writes down all of it that can change.
pub async fn save(tx: &mut Tx, alert: &Alert) -> Result<()> {
    execute!(
        tx,
        "UPDATE alert SET language = $2, name = $3, rhythm = $4, by_mail = $5, on_site = $6,
           confirmed = $7, mail_turn = $8, feed_turn = $9, since = $10, told_at = $11, due_at = $12
         WHERE id = $1",
        &alert.id,
        &alert.language,
        &alert.name,
        alert.rhythm.id(),
        alert.by_mail,
        alert.on_site,
        alert.confirmed,
        alert.mail_turn,
        alert.feed_turn,
        alert.since,
        alert.told_at,
        alert.due_at
    )?;
    Ok(())
}

pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Alert>> {
    let found: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM alert a WHERE a.id = $1"), id)?;
    found.map(Alert::try_from).transpose()
}

/// The same, held until the transaction ends: nobody else tells or changes it meanwhile.
pub async fn take(tx: &mut Tx, id: &str) -> Result<Option<Alert>> {
    let found: Option<Row> = match tx.engine() {
        Engine::Sqlite => {
            row!(tx, concat!("SELECT ", columns!(), " FROM alert a WHERE a.id = $1"), id)?
        }
        Engine::Postgres => row!(
            tx,
            concat!("SELECT ", columns!(), " FROM alert a WHERE a.id = $1 FOR UPDATE"),
            id
        )?,
    };
    found.map(Alert::try_from).transpose()
}

/// All of an account, in the order in which they were made.
pub async fn of_account(tx: &mut Tx, account: &str) -> Result<Vec<Alert>> {
    read(rows!(
        tx,
        concat!("SELECT ", columns!(), " FROM alert a WHERE a.account = $1 ORDER BY a.id"),
        account
    )?)
}

/// The digest of this search for this address.
pub async fn of_address(tx: &mut Tx, folded: &str, filter: &str) -> Result<Option<Alert>> {
    let found: Option<Row> = row!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM alert a WHERE a.email_folded = $1 AND a.filter = $2 AND a.account IS NULL"
        ),
        folded,
        filter
    )?;
    found.map(Alert::try_from).transpose()
}

/// Whether it was there.
pub async fn delete(tx: &mut Tx, id: &str) -> Result<bool> {
    Ok(execute!(tx, "DELETE FROM alert WHERE id = $1", id)? > 0)
}

/// All that somebody is to be told of: confirmed, with a way to tell, of accounts in use.
pub async fn listening(tx: &mut Tx) -> Result<Vec<Alert>> {
    read(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM alert a LEFT JOIN account m ON m.id = a.account
              WHERE a.confirmed AND (a.by_mail OR a.on_site)
                AND (a.account IS NULL OR m.state = 'active') ORDER BY a.id"
        )
    )?)
}

/// A case waits to be told. Returns false when this alert knew it already.
pub async fn gather(tx: &mut Tx, alert: &str, uri: &str, now: i64) -> Result<bool> {
    let added = execute!(
        tx,
        "INSERT INTO alert_case (alert, uri, at, told) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        alert,
        uri,
        now,
        false
    )?;
    Ok(added > 0)
}

/// It tells at `due`, unless it does so before.
pub async fn set_due(tx: &mut Tx, id: &str, due: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE alert SET due_at = CASE WHEN due_at < $2 THEN due_at ELSE $2 END WHERE id = $1",
        id,
        due
    )?;
    Ok(())
}

/// A cheap look outside any lock.
pub async fn is_due(tx: &mut Tx, now: i64) -> Result<bool> {
    let row: Option<(bool,)> =
        row!(tx, "SELECT EXISTS (SELECT 1 FROM alert WHERE due_at <= $1)", now)?;
    Ok(row.is_some_and(|(due,)| due))
}

/// Some that are due, held until the transaction ends; those that another node holds are left out.
pub async fn take_due(tx: &mut Tx, now: i64, limit: i64) -> Result<Vec<Alert>> {
    let found = match tx.engine() {
        Engine::Sqlite => rows!(
            tx,
            concat!(
                "SELECT ",
                columns!(),
                " FROM alert a WHERE a.due_at <= $1 ORDER BY a.due_at, a.id LIMIT $2"
            ),
            now,
            limit
        )?,
        Engine::Postgres => rows!(
            tx,
            concat!(
                "SELECT ",
                columns!(),
                " FROM alert a WHERE a.due_at <= $1 ORDER BY a.due_at, a.id LIMIT $2
                  FOR UPDATE SKIP LOCKED"
            ),
            now,
            limit
        )?,
    };
    read(found)
}

/// The cases that wait, by the time they came in.
pub async fn waiting(tx: &mut Tx, alert: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT uri FROM alert_case WHERE alert = $1 AND NOT told ORDER BY at, uri",
        alert
    )?;
    Ok(found.into_iter().map(|(uri,)| uri).collect())
}

/// Nothing waits any more.
pub async fn mark_told(tx: &mut Tx, alert: &str) -> Result<()> {
    execute!(tx, "UPDATE alert_case SET told = $2 WHERE alert = $1 AND NOT told", alert, true)?;
    Ok(())
}

/// A new case of others that an editor has to look at first.
pub async fn hold(tx: &mut Tx, uri: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO alert_held (uri, at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        uri,
        now
    )?;
    Ok(())
}

/// When it came in, if it was held; it is held no longer.
pub async fn release(tx: &mut Tx, uri: &str) -> Result<Option<i64>> {
    let row: Option<(i64,)> = row!(tx, "DELETE FROM alert_held WHERE uri = $1 RETURNING at", uri)?;
    Ok(row.map(|(at,)| at))
}

/// Forgets digests that no address agreed to since `unconfirmed`, and which cases were told or held
/// before `told`.
pub async fn forget_old(tx: &mut Tx, unconfirmed: i64, told: i64) -> Result<()> {
    execute!(&mut *tx, "DELETE FROM alert WHERE NOT confirmed AND since < $1", unconfirmed)?;
    execute!(&mut *tx, "DELETE FROM alert_case WHERE told AND at < $1", told)?;
    execute!(tx, "DELETE FROM alert_held WHERE at < $1", told)?;
    Ok(())
}
