//! Copies of pictures that stand elsewhere, the tries that failed, and the pictures actors elsewhere
//! show of themselves; without bytes.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// Not tried before this, the end of the year 9999: an administrator removed the copy for good.
pub const NEVER: i64 = 253_402_300_799_000;

/// What is known of the picture at one address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, sqlx::FromRow)]
pub struct Copy {
    pub tag: String,
    pub url: String,
    /// That it is loaded from: `HOST` or `HOST:PORT`.
    pub host: String,
    /// Uri of the case or actor that shows it.
    pub owner: String,
    /// In the store of pictures; None while there is no copy.
    pub id: Option<String>,
    /// As `domain::media::Named` reads it; with `id`.
    pub name: Option<String>,
    /// Of all sizes together.
    pub bytes: i64,
    /// Tries that failed in a row.
    pub failures: i64,
    /// Epoch milliseconds; not tried before.
    pub retry_at: i64,
    /// Epoch milliseconds, to the hour.
    pub used_at: i64,
}

macro_rules! columns {
    () => {
        "tag, url, host, owner, id, name, bytes, failures, retry_at, used_at"
    };
}

pub async fn find(tx: &mut Tx, tag: &str) -> Result<Option<Copy>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM picture_copy WHERE tag = $1"), tag)?)
}

/// All that this case or actor shows, and that was asked for.
pub async fn of_owner(tx: &mut Tx, owner: &str) -> Result<Vec<Copy>> {
    let sql = concat!("SELECT ", columns!(), " FROM picture_copy WHERE owner = $1 ORDER BY tag");
    Ok(rows!(tx, sql, owner)?)
}

/// Inserts, or replaces what was known.
pub async fn save(tx: &mut Tx, copy: &Copy) -> Result<()> {
    let Copy { tag, url, host, owner, id, name, bytes, failures, retry_at, used_at } = copy;
    execute!(
        tx,
        concat!(
            "INSERT INTO picture_copy (",
            columns!(),
            ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)
             ON CONFLICT (tag) DO UPDATE SET owner = excluded.owner, id = excluded.id,
               name = excluded.name, bytes = excluded.bytes, failures = excluded.failures,
               retry_at = excluded.retry_at, used_at = excluded.used_at"
        ),
        tag,
        url,
        host,
        owner,
        id,
        name,
        *bytes,
        *failures,
        *retry_at,
        *used_at
    )?;
    Ok(())
}

pub async fn touch(tx: &mut Tx, tag: &str, now: i64) -> Result<()> {
    execute!(tx, "UPDATE picture_copy SET used_at = $2 WHERE tag = $1", tag, now)?;
    Ok(())
}

pub async fn remove(tx: &mut Tx, tag: &str) -> Result<()> {
    execute!(tx, "DELETE FROM picture_copy WHERE tag = $1", tag)?;
    Ok(())
}

/// Bytes of all copies together.
pub async fn weight(tx: &mut Tx) -> Result<i64> {
    let found: Option<(i64,)> =
        row!(tx, "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM picture_copy")?;
    Ok(found.map_or(0, |(bytes,)| bytes))
}

/// Copies that were not asked for for the longest time, at most `limit`.
pub async fn oldest(tx: &mut Tx, limit: i64) -> Result<Vec<Copy>> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM picture_copy WHERE id IS NOT NULL ORDER BY used_at, tag LIMIT $1"
    );
    Ok(rows!(tx, sql, limit)?)
}

/// What no case that is shown and no living actor shows any longer, at most `limit`. What was removed
/// for good stays known.
pub async fn orphans(tx: &mut Tx, limit: i64) -> Result<Vec<Copy>> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM picture_copy p
          WHERE retry_at < $2 AND NOT EXISTS (SELECT 1 FROM case_study c WHERE c.uri = p.owner AND c.shown)
            AND NOT EXISTS (SELECT 1 FROM actor_icon i JOIN remote_actor r ON r.uri = i.actor
                             WHERE i.actor = p.owner AND i.tag = p.tag AND NOT r.gone)
          ORDER BY tag LIMIT $1"
    );
    Ok(rows!(tx, sql, limit, NEVER)?)
}

/// The hosts that copies were loaded from or that show them, each once.
pub async fn hosts(tx: &mut Tx) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(tx, "SELECT DISTINCT host FROM picture_copy ORDER BY host")?;
    Ok(found.into_iter().map(|(host,)| host).collect())
}

/// Some of what was loaded from `host`, at most `limit`; without what was removed for good.
pub async fn of_host(tx: &mut Tx, host: &str, limit: i64) -> Result<Vec<Copy>> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM picture_copy WHERE host = $1 AND retry_at < $3 ORDER BY tag LIMIT $2"
    );
    Ok(rows!(tx, sql, host, limit, NEVER)?)
}

/// Forgets failures nobody asked about since `before`.
pub async fn forget_failures(tx: &mut Tx, before: i64) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM picture_copy WHERE id IS NULL AND retry_at < $1", before)?)
}

/// The picture a living actor elsewhere shows of itself.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Icon {
    /// Uri of the actor.
    pub actor: String,
    /// Of the actor.
    pub host: String,
    pub tag: String,
    pub url: String,
}

/// Notes what picture an actor shows of itself now; None for none.
pub async fn set_icon(tx: &mut Tx, actor: &str, icon: Option<(&str, &str)>) -> Result<()> {
    let Some((tag, url)) = icon else {
        execute!(tx, "DELETE FROM actor_icon WHERE actor = $1", actor)?;
        return Ok(());
    };
    execute!(
        tx,
        "INSERT INTO actor_icon (actor, tag, url) VALUES ($1, $2, $3)
         ON CONFLICT (actor) DO UPDATE SET tag = excluded.tag, url = excluded.url",
        actor,
        tag,
        url
    )?;
    Ok(())
}

/// The actor that shows the picture with this tag of itself; of several the first.
pub async fn icon(tx: &mut Tx, tag: &str) -> Result<Option<Icon>> {
    Ok(row!(
        tx,
        "SELECT i.actor, r.host, i.tag, i.url
         FROM actor_icon i JOIN remote_actor r ON r.uri = i.actor
         WHERE i.tag = $1 AND NOT r.gone ORDER BY i.actor LIMIT 1",
        tag
    )?)
}
