//! Who changed what: every editorial and administrative act.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Act {
    pub id: String,
    pub at: i64,
    /// `command line`, `token LABEL`, later a person.
    pub who: String,
    pub what: String,
    pub subject: String,
    pub note: String,
}

pub async fn append(tx: &mut Tx, act: &Act) -> Result<()> {
    let Act { id, at, who, what, subject, note } = act;
    execute!(
        tx,
        "INSERT INTO audit (id, at, who, what, subject, note) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        *at,
        who,
        what,
        subject,
        note
    )?;
    Ok(())
}

pub async fn newest(tx: &mut Tx, limit: i64) -> Result<Vec<Act>> {
    Ok(rows!(
        tx,
        "SELECT id, at, who, what, subject, note FROM audit ORDER BY at DESC, id DESC LIMIT $1",
        limit
    )?)
}

/// Newest first from before the act `before`; ids sort by time. `None` starts with the newest.
pub async fn page(tx: &mut Tx, before: Option<&str>, limit: i64) -> Result<Vec<Act>> {
    Ok(rows!(
        tx,
        "SELECT id, at, who, what, subject, note FROM audit
         WHERE CAST($1 AS TEXT) IS NULL OR id < $1 ORDER BY id DESC LIMIT $2",
        before,
        limit
    )?)
}

pub async fn count(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT count(*) FROM audit")?;
    Ok(row.map_or(0, |(count,)| count))
}
