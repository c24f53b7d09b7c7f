//! What becomes of relations: who blocks whom, who moved where, what actors show first.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// `uri` wants to hear nothing more of our `actor`.
pub async fn block(tx: &mut Tx, actor: &str, uri: &str, id: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO block (actor, uri, id, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (actor, uri) DO UPDATE SET id = excluded.id, at = excluded.at",
        actor,
        uri,
        id,
        now
    )?;
    Ok(())
}

/// Takes a block back, by its id or by whom it was against. Returns whether there was one.
pub async fn unblock(tx: &mut Tx, uri: &str, id: &str, actor: &str) -> Result<bool> {
    let touched = execute!(
        tx,
        "DELETE FROM block WHERE uri = $1 AND (id = $2 OR actor = $3)",
        uri,
        id,
        actor
    )?;
    Ok(touched > 0)
}

/// Whether `uri` blocked our `actor`.
pub async fn is_blocked_by(tx: &mut Tx, actor: &str, uri: &str) -> Result<bool> {
    let row: Option<(bool,)> =
        row!(tx, "SELECT EXISTS (SELECT 1 FROM block WHERE actor = $1 AND uri = $2)", actor, uri)?;
    Ok(row.is_some_and(|(blocked,)| blocked))
}

/// Where an account went, and when.
pub async fn moved(tx: &mut Tx, uri: &str) -> Result<Option<(String, i64)>> {
    Ok(row!(tx, "SELECT target, at FROM moved WHERE uri = $1", uri)?)
}

/// Notes that an account went to `target`.
pub async fn note_move(tx: &mut Tx, uri: &str, target: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO moved (uri, target, at) VALUES ($1, $2, $3)
         ON CONFLICT (uri) DO UPDATE SET target = excluded.target, at = excluded.at",
        uri,
        target,
        now
    )?;
    Ok(())
}

/// Where one of our people went; none who stayed, or took it back.
pub async fn went_to(tx: &mut Tx, uri: &str) -> Result<Option<String>> {
    let gone: Option<(String,)> =
        row!(tx, "SELECT target FROM moved WHERE uri = $1 AND target <> ''", uri)?;
    Ok(gone.map(|(target,)| target))
}

/// Whether one of our people had gone and now takes it back. When it was stays known.
pub async fn stay(tx: &mut Tx, uri: &str) -> Result<bool> {
    let changed =
        execute!(tx, "UPDATE moved SET target = '' WHERE uri = $1 AND target <> ''", uri)?;
    Ok(changed > 0)
}

/// `actor` shows `object` first. Returns whether that is new.
pub async fn feature(tx: &mut Tx, actor: &str, object: &str, now: i64) -> Result<bool> {
    let made = execute!(
        tx,
        "INSERT INTO featured (actor, object, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        actor,
        object,
        now
    )?;
    Ok(made > 0)
}

/// Returns whether `actor` showed `object` first.
pub async fn unfeature(tx: &mut Tx, actor: &str, object: &str) -> Result<bool> {
    let gone =
        execute!(tx, "DELETE FROM featured WHERE actor = $1 AND object = $2", actor, object)?;
    Ok(gone > 0)
}

/// The shown cases that `actor` shows first, the last chosen first.
pub async fn featured(tx: &mut Tx, actor: &str, limit: i64) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT f.object FROM featured f JOIN case_study c ON c.uri = f.object
         WHERE f.actor = $1 AND c.shown ORDER BY f.at DESC, f.object LIMIT $2",
        actor,
        limit
    )?;
    Ok(found.into_iter().map(|(object,)| object).collect())
}
