//! The catalogue we publish, and the comparisons of others' with what we hold.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// A case of ours as it was last told.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Entry {
    pub uri: String,
    pub updated: i64,
    pub fingerprint: String,
}

/// Notes what was told of a case.
pub async fn tell(tx: &mut Tx, entry: &Entry) -> Result<()> {
    let Entry { uri, updated, fingerprint } = entry;
    execute!(
        tx,
        "INSERT INTO catalogue (uri, updated, fingerprint) VALUES ($1, $2, $3)
         ON CONFLICT (uri) DO UPDATE SET
           updated = excluded.updated, fingerprint = excluded.fingerprint",
        uri,
        *updated,
        fingerprint
    )?;
    Ok(())
}

pub async fn forget(tx: &mut Tx, uri: &str) -> Result<()> {
    execute!(tx, "DELETE FROM catalogue WHERE uri = $1", uri)?;
    Ok(())
}

/// In the order of their uris after `after`.
pub async fn page(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Entry>> {
    Ok(rows!(
        tx,
        "SELECT uri, updated, fingerprint FROM catalogue WHERE uri > $1 ORDER BY uri LIMIT $2",
        after,
        limit
    )?)
}

pub async fn count(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT count(*) FROM catalogue")?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Cases that were told before this table was there.
pub async fn untold(tx: &mut Tx, limit: i64) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT c.uri FROM case_study c WHERE c.local AND c.shown
           AND NOT EXISTS (SELECT 1 FROM catalogue k WHERE k.uri = c.uri)
           AND EXISTS (SELECT 1 FROM activity a WHERE a.object = c.uri
                       AND a.kind IN ('Create', 'Update') AND NOT a.dropped)
         ORDER BY c.num LIMIT $1",
        limit
    )?;
    Ok(found.into_iter().map(|(uri,)| uri).collect())
}

/// What we hold of an actor: uri, and the object as it came.
pub async fn held(
    tx: &mut Tx,
    actor: &str,
    after: &str,
    limit: i64,
) -> Result<Vec<(String, String)>> {
    Ok(rows!(
        tx,
        "SELECT uri, document FROM received WHERE actor = $1 AND kind = 'Article'
           AND state <> 'gone' AND uri > $2 ORDER BY uri LIMIT $3",
        actor,
        after,
        limit
    )?)
}

/// How a catalogue compared when it was last looked at.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Comparison {
    /// The actor whose catalogue it is.
    pub target: String,
    pub host: String,
    /// `never`, `equal`, `healed`, `failed` or `unsupported`.
    pub state: String,
    pub compared_at: Option<i64>,
    /// Cases in their catalogue.
    pub theirs: i64,
    pub missing: i64,
    pub changed: i64,
    pub gone: i64,
    /// Differences that stayed.
    pub unhealed: i64,
    pub error: String,
    pub next_at: i64,
    pub healed_at: Option<i64>,
}

macro_rules! columns {
    () => {
        "target, host, state, compared_at, theirs, missing, changed, gone, unhealed, error, \
         next_at, healed_at"
    };
}

/// All of them, by host.
pub async fn comparisons(tx: &mut Tx, limit: i64) -> Result<Vec<Comparison>> {
    Ok(rows!(
        tx,
        concat!("SELECT ", columns!(), " FROM comparison ORDER BY host, target LIMIT $1"),
        limit
    )?)
}

/// With the catalogue of this actor.
pub async fn comparison(tx: &mut Tx, target: &str) -> Result<Option<Comparison>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM comparison WHERE target = $1"), target)?)
}

/// Followed actors whose catalogue was read back get a row, to be compared `wait_ms` later.
pub async fn begin(tx: &mut Tx, wait_ms: i64, now: i64) -> Result<u64> {
    Ok(execute!(
        tx,
        "INSERT INTO comparison (target, host, state, theirs, missing, changed, gone, unhealed,
             error, next_at, lease_until)
         SELECT DISTINCT f.target, f.host, 'never', 0, 0, 0, 0, 0, '', $1, 0 FROM following f
         WHERE f.state = 'accepted' AND f.backfill = 'done' AND f.target IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM comparison c WHERE c.target = f.target)
         ON CONFLICT (target) DO NOTHING",
        now + wait_ms
    )?)
}

/// Whether one is to be compared now, or has no row yet (when `all` are to have one); a cheap
/// look.
pub async fn is_due(tx: &mut Tx, all: bool, now: i64) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM comparison c WHERE c.next_at <= $1 AND c.lease_until <= $1
                        AND EXISTS (SELECT 1 FROM following f
                                    WHERE f.target = c.target AND f.state = 'accepted'))
             OR ($2 AND EXISTS (SELECT 1 FROM following f WHERE f.state = 'accepted'
                        AND f.backfill = 'done' AND f.target IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM comparison c WHERE c.target = f.target)))",
        now,
        all
    )?;
    Ok(row.is_some_and(|(due,)| due))
}

/// All of a host are compared at once. Returns how many that are.
pub async fn hasten(tx: &mut Tx, host: &str) -> Result<u64> {
    Ok(execute!(tx, "UPDATE comparison SET next_at = 0 WHERE host = $1", host)?)
}

/// None waits longer than until `at`: after a start nobody knows what was missed.
pub async fn hasten_all(tx: &mut Tx, at: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE comparison SET next_at = $1 WHERE next_at > $1 AND state <> 'unsupported'",
        at
    )?;
    Ok(())
}

/// Takes one that is due, of an actor that is still followed.
pub async fn claim(tx: &mut Tx, now: i64, lease_ms: i64) -> Result<Option<Comparison>> {
    const SQL: &str = concat!(
        "UPDATE comparison SET lease_until = $2 WHERE target = (
             SELECT c.target FROM comparison c WHERE c.next_at <= $1 AND c.lease_until <= $1
               AND EXISTS (SELECT 1 FROM following f
                           WHERE f.target = c.target AND f.state = 'accepted')
             ORDER BY c.next_at LIMIT 1) AND lease_until <= $1 RETURNING ",
        columns!()
    );
    Ok(row!(tx, SQL, now, now + lease_ms)?)
}

/// Writes down how it went.
pub async fn compared(tx: &mut Tx, outcome: &Comparison) -> Result<()> {
    let Comparison { target, host: _, state, compared_at, theirs, missing, changed, .. } = outcome;
    let Comparison { gone, unhealed, error, next_at, healed_at, .. } = outcome;
    execute!(
        tx,
        "UPDATE comparison SET state = $2, compared_at = $3, theirs = $4, missing = $5,
             changed = $6, gone = $7, unhealed = $8, error = $9, next_at = $10,
             healed_at = COALESCE($11, healed_at), lease_until = 0 WHERE target = $1",
        target,
        state,
        *compared_at,
        *theirs,
        *missing,
        *changed,
        *gone,
        *unhealed,
        error,
        *next_at,
        *healed_at
    )?;
    Ok(())
}
