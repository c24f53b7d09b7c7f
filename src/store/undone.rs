//! Activities that were taken back before they took effect.

use super::{
    Result, Tx,
    sql::{execute, row},
};

/// `actor` took the activity `id` back; if it comes later it has no effect.
pub async fn note(tx: &mut Tx, id: &str, actor: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO undone (id, actor, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        id,
        actor,
        now
    )?;
    Ok(())
}

/// Whether `actor` took the activity `id` back already.
pub async fn is_undone(tx: &mut Tx, id: &str, actor: &str) -> Result<bool> {
    let row: Option<(bool,)> =
        row!(tx, "SELECT EXISTS (SELECT 1 FROM undone WHERE id = $1 AND actor = $2)", id, actor)?;
    Ok(row.is_some_and(|(undone,)| undone))
}
