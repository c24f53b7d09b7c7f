//! How often something was tried: counted in the database, for all nodes and across starts.

use super::{
    Result, Tx,
    sql::{execute, row},
};

/// Counts one more of `name` in a window of `window` milliseconds; returns how many there were in
/// it, this one included, and when the window began.
pub async fn count(tx: &mut Tx, name: &str, window: i64, now: i64) -> Result<(i64, i64)> {
    let row: Option<(i64, i64)> = row!(
        tx,
        "INSERT INTO attempt (name, began, tries) VALUES ($1, $2, 1)
         ON CONFLICT (name) DO UPDATE SET
           tries = CASE WHEN attempt.began <= $3 THEN 1 ELSE attempt.tries + 1 END,
           began = CASE WHEN attempt.began <= $3 THEN $2 ELSE attempt.began END
         RETURNING tries, began",
        name,
        now,
        now - window
    )?;
    Ok(row.unwrap_or((1, now)))
}

/// Forgets what was counted for `name`.
pub async fn clear(tx: &mut Tx, name: &str) -> Result<()> {
    execute!(tx, "DELETE FROM attempt WHERE name = $1", name)?;
    Ok(())
}

/// Forgets windows that began before `oldest`.
pub async fn forget_old(tx: &mut Tx, oldest: i64) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM attempt WHERE began < $1", oldest)?)
}
