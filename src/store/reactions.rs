//! Boosts and likes: ours of others' objects, others' of ours.

use super::{
    Result, Tx,
    sql::{execute, row},
};

/// A boost (`Announce`) or a like (`Like`).
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Reaction {
    /// Id of the activity.
    pub id: String,
    pub kind: String,
    pub actor: String,
    pub object: String,
    pub local: bool,
    pub at: i64,
}

/// Adds it, unless the actor reacted so before. Returns whether it is new. One that is `silenced`
/// is kept and not counted.
pub async fn add(tx: &mut Tx, reaction: &Reaction, silenced: bool) -> Result<bool> {
    let Reaction { id, kind, actor, object, local, at } = reaction;
    let touched = execute!(
        tx,
        "INSERT INTO reaction (id, kind, actor, object, local, at, silenced)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        id,
        kind,
        actor,
        object,
        *local,
        *at,
        silenced
    )?;
    Ok(touched > 0)
}

pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Reaction>> {
    Ok(row!(tx, "SELECT id, kind, actor, object, local, at FROM reaction WHERE id = $1", id)?)
}

pub async fn find(tx: &mut Tx, kind: &str, actor: &str, object: &str) -> Result<Option<Reaction>> {
    Ok(row!(
        tx,
        "SELECT id, kind, actor, object, local, at FROM reaction
         WHERE kind = $1 AND actor = $2 AND object = $3",
        kind,
        actor,
        object
    )?)
}

/// Removes it when it is this actor's. Returns whether there was one.
pub async fn remove(tx: &mut Tx, id: &str, actor: &str) -> Result<bool> {
    let touched = execute!(tx, "DELETE FROM reaction WHERE id = $1 AND actor = $2", id, actor)?;
    Ok(touched > 0)
}

pub async fn remove_of_actor(tx: &mut Tx, actor: &str) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM reaction WHERE actor = $1 AND NOT local", actor)?)
}

/// Counts what came from a host no longer, or again.
pub async fn silence_host(tx: &mut Tx, host: &str, silenced: bool) -> Result<u64> {
    Ok(execute!(
        tx,
        "UPDATE reaction SET silenced = $2 WHERE NOT local AND silenced <> $2
           AND actor IN (SELECT uri FROM remote_actor WHERE host = $1)",
        host,
        silenced
    )?)
}

/// How often `object` was boosted or liked, but for hosts that are blocked or limited.
pub async fn count(tx: &mut Tx, kind: &str, object: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM reaction WHERE object = $1 AND kind = $2 AND NOT silenced",
        object,
        kind
    )?;
    Ok(row.map_or(0, |(count,)| count))
}
