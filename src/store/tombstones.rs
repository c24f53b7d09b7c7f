//! Objects that are gone, ours and others': nothing under their ids comes back.

use super::{
    Result, Tx,
    sql::{execute, row},
};

/// An object that is gone: nothing under its id comes back.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Tombstone {
    pub uri: String,
    pub former_type: String,
    pub at: i64,
    pub reason: String,
}

pub async fn bury(tx: &mut Tx, stone: &Tombstone) -> Result<()> {
    let Tombstone { uri, former_type, at, reason } = stone;
    execute!(
        tx,
        "INSERT INTO tombstone (uri, former_type, at, reason) VALUES ($1, $2, $3, $4)
         ON CONFLICT (uri) DO NOTHING",
        uri,
        former_type,
        *at,
        reason
    )?;
    Ok(())
}

pub async fn tombstone(tx: &mut Tx, uri: &str) -> Result<Option<Tombstone>> {
    Ok(row!(tx, "SELECT uri, former_type, at, reason FROM tombstone WHERE uri = $1", uri)?)
}
