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

/// Notes that a case of a partner is gone from this page, and from those it had before. To be called
/// before the case is removed.
pub async fn bury_page(tx: &mut Tx, num: i64, page: &str, at: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO gone_page (page, at) SELECT page, CAST($2 AS BIGINT) FROM page_alias
         WHERE num = $1 ON CONFLICT (page) DO NOTHING",
        num,
        at
    )?;
    execute!(
        tx,
        "INSERT INTO gone_page (page, at) VALUES ($1, $2) ON CONFLICT (page) DO NOTHING",
        page,
        at
    )?;
    Ok(())
}

/// When the case that was read here went, if it did.
pub async fn gone_page(tx: &mut Tx, page: &str) -> Result<Option<i64>> {
    let row: Option<(i64,)> = row!(tx, "SELECT at FROM gone_page WHERE page = $1", page)?;
    Ok(row.map(|(at,)| at))
}

pub async fn tombstone(tx: &mut Tx, uri: &str) -> Result<Option<Tombstone>> {
    Ok(row!(tx, "SELECT uri, former_type, at, reason FROM tombstone WHERE uri = $1", uri)?)
}
