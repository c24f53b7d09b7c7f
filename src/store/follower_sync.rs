//! Who follows whom between here and one other server (FEP-8fcf), and who told that it differs.

use super::{
    Engine, Result, Tx,
    sql::{execute, row, rows, rows_where},
};

/// What an actor elsewhere told of its followers here, which is not what we hold.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Told {
    /// Uri of the actor elsewhere.
    pub actor: String,
    /// Id of the collection of all its followers.
    pub collection: String,
    /// Where those of this instance are listed.
    pub url: String,
    /// Of their uris, as lower-case hexadecimal.
    pub digest: String,
    /// How often the list could not be had.
    pub attempts: i64,
}

/// Uris of followers of our `actor` on `host` (`HOST` or `HOST:PORT`).
pub async fn followers_on(tx: &mut Tx, actor: &str, host: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT f.uri FROM remote_actor r JOIN follower f ON f.uri = r.uri AND f.actor = $1
         WHERE r.host = $2 ORDER BY f.uri",
        actor,
        host
    )?;
    Ok(found.into_iter().map(|(uri,)| uri).collect())
}

/// Uris of our actors that follow `target` with its consent.
pub async fn followed_by_ours(tx: &mut Tx, target: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT DISTINCT actor FROM following WHERE target = $1 AND state = 'accepted'
         ORDER BY actor",
        target
    )?;
    Ok(found.into_iter().map(|(uri,)| uri).collect())
}

/// Keeps what was told, to be looked at now, or `pause_ms` after it was last looked at.
pub async fn tell(tx: &mut Tx, told: &Told, pause_ms: i64, now: i64) -> Result<()> {
    let Told { actor, collection, url, digest, attempts: _ } = told;
    execute!(
        tx,
        "INSERT INTO follower_sync (actor, collection, url, digest, next_try, attempts, outcome)
         VALUES ($1, $2, $3, $4, $5, 0, '')
         ON CONFLICT (actor) DO UPDATE SET
           collection = excluded.collection, url = excluded.url, digest = excluded.digest,
           next_try = COALESCE(follower_sync.next_try,
             CASE WHEN follower_sync.checked_at + $6 > $5 THEN follower_sync.checked_at + $6
                  ELSE $5 END)
         WHERE follower_sync.next_try IS NULL OR follower_sync.digest <> excluded.digest",
        actor,
        collection,
        url,
        digest,
        now,
        pause_ms
    )?;
    Ok(())
}

/// Whether one is to be looked at now; a cheap look.
pub async fn is_due(tx: &mut Tx, now: i64) -> Result<bool> {
    let row: Option<(bool,)> =
        row!(tx, "SELECT EXISTS (SELECT 1 FROM follower_sync WHERE next_try <= $1)", now)?;
    Ok(row.is_some_and(|(due,)| due))
}

/// Takes those that are due; whoever dies with one gives it back after `lease_ms`.
pub async fn claim(tx: &mut Tx, now: i64, lease_ms: i64, limit: i64) -> Result<Vec<Told>> {
    let lock = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    let sql = format!(
        "WITH due AS MATERIALIZED (
           SELECT actor FROM follower_sync WHERE next_try <= $1 ORDER BY next_try, actor
           LIMIT $3 {lock})
         UPDATE follower_sync SET next_try = $2 WHERE actor IN (SELECT actor FROM due)
         RETURNING actor, collection, url, digest, attempts"
    );
    let values = [now, now + lease_ms, limit].map(super::sql::Value::Int);
    Ok(rows_where!(tx, sql, values)?)
}

/// Looked at to the end.
pub async fn checked(tx: &mut Tx, actor: &str, outcome: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE follower_sync SET next_try = NULL, attempts = 0, checked_at = $2, outcome = $3
         WHERE actor = $1",
        actor,
        now,
        outcome
    )?;
    Ok(())
}

/// The list could not be had this time.
pub async fn postpone(tx: &mut Tx, actor: &str, outcome: &str, next_try: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE follower_sync SET next_try = $2, attempts = attempts + 1, outcome = $3
         WHERE actor = $1",
        actor,
        next_try,
        outcome
    )?;
    Ok(())
}

/// What came of the last look at what `actor` told, empty before the first.
pub async fn outcome(tx: &mut Tx, actor: &str) -> Result<Option<String>> {
    let row: Option<(String,)> =
        row!(tx, "SELECT outcome FROM follower_sync WHERE actor = $1", actor)?;
    Ok(row.map(|(outcome,)| outcome))
}
