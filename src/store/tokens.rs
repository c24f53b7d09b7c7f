//! Bearer tokens of the admin API; only their hashes are kept.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// A token as an administrator may see it: never the token itself.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Token {
    pub id: String,
    pub label: String,
    pub created_at: i64,
    pub used_at: Option<i64>,
    pub revoked_at: Option<i64>,
}

pub async fn insert(tx: &mut Tx, id: &str, hash: &str, label: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO token (id, hash, label, created_at) VALUES ($1, $2, $3, $4)",
        id,
        hash,
        label,
        now
    )?;
    Ok(())
}

/// The token with this hash, unless it was revoked.
pub async fn by_hash(tx: &mut Tx, hash: &str) -> Result<Option<Token>> {
    Ok(row!(
        tx,
        "SELECT id, label, created_at, used_at, revoked_at FROM token
         WHERE hash = $1 AND revoked_at IS NULL",
        hash
    )?)
}

/// Notes the use, at most once a minute, so that reading does not turn into writing.
pub async fn touch(tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE token SET used_at = $2 WHERE id = $1 AND COALESCE(used_at, 0) < $2 - 60000",
        id,
        now
    )?;
    Ok(())
}

pub async fn all(tx: &mut Tx) -> Result<Vec<Token>> {
    Ok(rows!(
        tx,
        "SELECT id, label, created_at, used_at, revoked_at FROM token ORDER BY created_at DESC"
    )?)
}

/// Whether there was such a token to revoke.
pub async fn revoke(tx: &mut Tx, id: &str, now: i64) -> Result<bool> {
    let touched = execute!(
        tx,
        "UPDATE token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
        id,
        now
    )?;
    Ok(touched > 0)
}
