//! Complaints: others' about what is here, and ours about what is elsewhere.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// A complaint about one or more objects.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Report {
    /// Order of arrival; 0 until it is inserted.
    pub num: i64,
    /// Id of the Flag.
    pub id: String,
    /// Whether we sent it.
    pub local: bool,
    /// Who complains.
    pub actor: String,
    /// The other host: of the complainant, or of what we complain about.
    pub host: String,
    /// Uris as a JSON list.
    pub objects: String,
    /// Plain text.
    pub reason: String,
    /// `open` or `resolved`; `sent` for one of ours.
    pub state: String,
    /// What was decided.
    pub note: String,
    pub at: i64,
    pub resolved_at: Option<i64>,
}

macro_rules! columns {
    () => {
        "num, id, local, actor, host, objects, reason, state, note, at, resolved_at"
    };
}

/// Adds it, unless there is one with its id. Returns whether it is new.
pub async fn add(tx: &mut Tx, report: &Report) -> Result<bool> {
    let Report { num: _, id, local, actor, host, objects, reason, state, note, at, resolved_at } =
        report;
    let num = tx.next_number("report").await?;
    let made = execute!(
        tx,
        concat!(
            "INSERT INTO report (",
            columns!(),
            ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11) ON CONFLICT DO NOTHING"
        ),
        num,
        id,
        *local,
        actor,
        host,
        objects,
        reason,
        state,
        note,
        *at,
        *resolved_at
    )?;
    Ok(made > 0)
}

pub async fn find(tx: &mut Tx, num: i64) -> Result<Option<Report>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM report WHERE num = $1"), num)?)
}

pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Report>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM report WHERE id = $1"), id)?)
}

/// Newest first from before `before`, in one state or in all.
pub async fn page(
    tx: &mut Tx,
    state: Option<&str>,
    before: i64,
    limit: i64,
) -> Result<Vec<Report>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM report WHERE num < $1 AND (CAST($2 AS TEXT) IS NULL OR state = $2)
               ORDER BY num DESC LIMIT $3"
        ),
        before,
        state,
        limit
    )?)
}

pub async fn count(tx: &mut Tx, state: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM report WHERE CAST($1 AS TEXT) IS NULL OR state = $1",
        state
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// How many a host sent since `since`.
pub async fn count_of_host(tx: &mut Tx, host: &str, since: i64) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM report WHERE host = $1 AND at > $2 AND NOT local",
        host,
        since
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Returns whether there was an open one.
pub async fn resolve(tx: &mut Tx, num: i64, note: &str, now: i64) -> Result<bool> {
    let touched = execute!(
        tx,
        "UPDATE report SET state = 'resolved', note = $2, resolved_at = $3
         WHERE num = $1 AND state = 'open'",
        num,
        note,
        now
    )?;
    Ok(touched > 0)
}
