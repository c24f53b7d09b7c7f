//! Quotes of what is ours that we agreed to (FEP-044f).

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// A quote, and the stamp that says we agreed.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Quote {
    /// ULID; the last part of the stamp's id.
    pub id: String,
    /// Uri of what is quoted.
    pub object: String,
    /// Uri of the quoting post.
    pub quote: String,
    /// Its author.
    pub actor: String,
    /// Id of the QuoteRequest.
    pub request: String,
    pub at: i64,
    pub revoked_at: Option<i64>,
}

macro_rules! columns {
    () => {
        "id, object, quote, actor, request, at, revoked_at"
    };
}

/// Adds it, unless that post was allowed, or refused, to quote that object before.
pub async fn add(tx: &mut Tx, quote: &Quote) -> Result<bool> {
    let Quote { id, object, quote, actor, request, at, revoked_at } = quote;
    let made = execute!(
        tx,
        concat!(
            "INSERT INTO quote (",
            columns!(),
            ") VALUES ($1,$2,$3,$4,$5,$6,$7) ON CONFLICT DO NOTHING"
        ),
        id,
        object,
        quote,
        actor,
        request,
        *at,
        *revoked_at
    )?;
    Ok(made > 0)
}

pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Quote>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM quote WHERE id = $1"), id)?)
}

/// What was decided about this post quoting this object.
pub async fn of(tx: &mut Tx, object: &str, quote: &str) -> Result<Option<Quote>> {
    Ok(row!(
        tx,
        concat!("SELECT ", columns!(), " FROM quote WHERE object = $1 AND quote = $2"),
        object,
        quote
    )?)
}

/// Newest first from before the one with the id `before`.
pub async fn page(tx: &mut Tx, before: Option<&str>, limit: i64) -> Result<Vec<Quote>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM quote WHERE CAST($1 AS TEXT) IS NULL OR id < $1 ORDER BY id DESC LIMIT $2"
        ),
        before,
        limit
    )?)
}

pub async fn count(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT count(*) FROM quote")?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Returns whether there was a stamp to take back.
pub async fn revoke(tx: &mut Tx, id: &str, now: i64) -> Result<bool> {
    let touched = execute!(
        tx,
        "UPDATE quote SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
        id,
        now
    )?;
    Ok(touched > 0)
}
