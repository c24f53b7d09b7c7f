//! Published cases that nobody has looked at for long.

use super::{Result, Tx, sql::rows};

/// A published case of ours that nobody has looked at for long.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Stale {
    pub key: String,
    pub page: String,
    pub title: String,
    pub updated_at: i64,
}

/// Our published cases that did not change since `before`, the oldest first.
pub async fn stale(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<Stale>> {
    Ok(rows!(
        tx,
        "SELECT local_key AS key, page, sort_title AS title, updated_at FROM case_study
         WHERE local AND shown AND updated_at < $1 ORDER BY updated_at, num LIMIT $2",
        before,
        limit
    )?)
}
