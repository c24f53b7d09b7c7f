//! Relays: servers that pass on what is public, to us and from us.

use super::{
    Engine, Result, Tx,
    sql::{Value, execute, row, rows, rows_where},
};

/// A relay.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Relay {
    /// ULID.
    pub id: String,
    /// As it was given: an inbox or an actor.
    pub url: String,
    /// `mastodon` or `litepub`.
    pub kind: String,
    pub host: String,
    /// Its actor; empty until it is known.
    pub actor: String,
    /// Empty until it is known.
    pub inbox: String,
    /// Whether what we publish is given to it.
    pub publish: bool,
    /// Whether it vouches for what it passes on.
    pub trusted: bool,
    /// `wanted` → `asked` → `accepted` or `rejected`; `failed`; `ended`.
    pub state: String,
    /// Id of our Follow; empty until it is sent.
    pub activity: String,
    pub error: String,
    pub added_at: i64,
    pub answered_at: Option<i64>,
    pub attempts: i64,
}

macro_rules! columns {
    () => {
        "id, url, kind, host, actor, inbox, publish, trusted, state, activity, error, added_at, \
         answered_at, attempts"
    };
}

/// Adds a relay, or asks one anew that is there. Returns its id.
pub async fn add(tx: &mut Tx, relay: &Relay) -> Result<String> {
    let Relay { id, url, kind, host, publish, trusted, added_at, .. } = relay;
    let row: Option<(String,)> = row!(
        tx,
        "INSERT INTO relay (id, url, kind, host, actor, inbox, publish, trusted, state, activity,
             error, added_at, attempts, next_try, lease_until)
         VALUES ($1, $2, $3, $4, '', '', $5, $6, 'wanted', '', '', $7, 0, 0, 0)
         ON CONFLICT (url) DO UPDATE SET
           kind = excluded.kind, publish = excluded.publish, trusted = excluded.trusted,
           state = CASE WHEN relay.state = 'accepted' THEN relay.state ELSE 'wanted' END,
           error = '', attempts = 0, next_try = 0
         RETURNING id",
        id,
        url,
        kind,
        host,
        *publish,
        *trusted,
        *added_at
    )?;
    Ok(row.map_or_else(|| id.clone(), |(id,)| id))
}

/// By its id or its address.
pub async fn find(tx: &mut Tx, key: &str) -> Result<Option<Relay>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM relay WHERE id = $1 OR url = $1"), key)?)
}

/// By the id of our Follow.
pub async fn by_activity(tx: &mut Tx, activity: &str) -> Result<Option<Relay>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM relay WHERE activity = $1"), activity)?)
}

/// The relay that speaks as `actor` and takes us.
pub async fn accepted(tx: &mut Tx, actor: &str) -> Result<Option<Relay>> {
    Ok(row!(
        tx,
        concat!("SELECT ", columns!(), " FROM relay WHERE actor = $1 AND state = 'accepted'"),
        actor
    )?)
}

/// The relays to which what we publish is given.
pub async fn published_to(tx: &mut Tx) -> Result<Vec<Relay>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM relay WHERE publish AND state = 'accepted' ORDER BY id"
        )
    )?)
}

pub async fn all(tx: &mut Tx) -> Result<Vec<Relay>> {
    Ok(rows!(tx, concat!("SELECT ", columns!(), " FROM relay WHERE state <> 'ended' ORDER BY id"))?)
}

/// Whether one is to be asked; a cheap look.
pub async fn is_due(tx: &mut Tx, now: i64) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM relay WHERE state = 'wanted' AND next_try <= $1
           AND lease_until <= $1)",
        now
    )?;
    Ok(row.is_some_and(|(due,)| due))
}

/// Takes those that are to be asked for `lease_ms`.
pub async fn claim(tx: &mut Tx, now: i64, lease_ms: i64) -> Result<Vec<Relay>> {
    let lock = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    let sql = format!(
        "WITH due AS MATERIALIZED (
           SELECT id FROM relay WHERE state = 'wanted' AND next_try <= $1 AND lease_until <= $1
           ORDER BY next_try, id LIMIT 8 {lock})
         UPDATE relay SET lease_until = $2 WHERE id IN (SELECT id FROM due) RETURNING {}",
        columns!()
    );
    Ok(rows_where!(tx, sql, [now, now + lease_ms].map(Value::Int))?)
}

/// It is asked.
pub async fn asked(
    tx: &mut Tx,
    id: &str,
    (actor, inbox): (&str, &str),
    activity: &str,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE relay SET state = 'asked', actor = $2, inbox = $3, activity = $4, error = '',
             lease_until = 0 WHERE id = $1",
        id,
        actor,
        inbox,
        activity
    )?;
    Ok(())
}

/// It answered, as `actor`.
pub async fn answered(tx: &mut Tx, id: &str, state: &str, actor: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE relay SET state = $2, actor = $3, answered_at = $4 WHERE id = $1",
        id,
        state,
        actor,
        now
    )?;
    Ok(())
}

pub async fn end(tx: &mut Tx, id: &str) -> Result<()> {
    execute!(tx, "UPDATE relay SET state = 'ended' WHERE id = $1", id)?;
    Ok(())
}

/// Something went wrong; `next_try` is `None` when trying again is of no use.
pub async fn stumbled(tx: &mut Tx, id: &str, error: &str, next_try: Option<i64>) -> Result<()> {
    execute!(
        tx,
        "UPDATE relay SET error = $2, attempts = attempts + 1, lease_until = 0,
             next_try = COALESCE($3, next_try),
             state = CASE WHEN $3 IS NULL THEN 'failed' ELSE state END WHERE id = $1",
        id,
        error,
        next_try
    )?;
    Ok(())
}
