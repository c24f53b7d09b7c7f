//! Applications to be partners: others' to us, and ours to others.

use super::{
    Engine, Result, Tx,
    sql::{Value, execute, row, rows, rows_where},
};

/// An application, in (`in`) or out (`out`).
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Application {
    /// ULID.
    pub id: String,
    pub direction: String,
    /// The other host.
    pub host: String,
    /// The other network's actor; empty until it is found.
    pub actor: String,
    pub inbox: String,
    /// Id of the Join; empty until it is sent.
    pub activity: String,
    /// Plain text.
    pub message: String,
    /// In: `open`, `accepted`, `declined`. Out: `wanted`, `asked`, `accepted`, `declined`,
    /// `failed`.
    pub state: String,
    /// Why it was decided so, or what went wrong.
    pub note: String,
    pub asked_at: i64,
    pub answered_at: Option<i64>,
    pub attempts: i64,
}

macro_rules! columns {
    () => {
        "id, direction, host, actor, inbox, activity, message, state, note, asked_at, \
         answered_at, attempts"
    };
}

pub async fn insert(tx: &mut Tx, application: &Application) -> Result<()> {
    let Application {
        id,
        direction,
        host,
        actor,
        inbox,
        activity,
        message,
        state,
        note,
        asked_at,
        answered_at,
        attempts,
    } = application;
    execute!(
        tx,
        concat!(
            "INSERT INTO application (",
            columns!(),
            ", next_try, lease_until) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,0,0)"
        ),
        id,
        direction,
        host,
        actor,
        inbox,
        activity,
        message,
        state,
        note,
        *asked_at,
        *answered_at,
        *attempts
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Application>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM application WHERE id = $1"), id)?)
}

/// Ours with this Join.
pub async fn by_activity(tx: &mut Tx, activity: &str) -> Result<Option<Application>> {
    Ok(row!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM application WHERE direction = 'out' AND activity = $1"
        ),
        activity
    )?)
}

/// The newest with a host.
pub async fn newest_with(tx: &mut Tx, direction: &str, host: &str) -> Result<Option<Application>> {
    Ok(row!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM application WHERE direction = $1 AND host = $2
               ORDER BY asked_at DESC, id DESC LIMIT 1"
        ),
        direction,
        host
    )?)
}

/// Newest first from before the one with the id `before`; direction and state narrow.
pub async fn page(
    tx: &mut Tx,
    direction: Option<&str>,
    state: Option<&str>,
    before: Option<&str>,
    limit: i64,
) -> Result<Vec<Application>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM application WHERE (CAST($1 AS TEXT) IS NULL OR direction = $1)
               AND (CAST($2 AS TEXT) IS NULL OR state = $2)
               AND (CAST($3 AS TEXT) IS NULL OR id < $3) ORDER BY id DESC LIMIT $4"
        ),
        direction,
        state,
        before,
        limit
    )?)
}

pub async fn count(tx: &mut Tx, direction: Option<&str>, state: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM application WHERE (CAST($1 AS TEXT) IS NULL OR direction = $1)
           AND (CAST($2 AS TEXT) IS NULL OR state = $2)",
        direction,
        state
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// It was decided, here or there.
pub async fn answered(tx: &mut Tx, id: &str, state: &str, note: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE application SET state = $2, note = $3, answered_at = $4 WHERE id = $1",
        id,
        state,
        note,
        now
    )?;
    Ok(())
}

/// Whether one of ours is to be sent; a cheap look.
pub async fn is_due(tx: &mut Tx, now: i64) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM application WHERE direction = 'out' AND state = 'wanted'
           AND next_try <= $1 AND lease_until <= $1)",
        now
    )?;
    Ok(row.is_some_and(|(due,)| due))
}

/// Takes ours that are to be sent for `lease_ms`.
pub async fn claim(tx: &mut Tx, now: i64, lease_ms: i64) -> Result<Vec<Application>> {
    let lock = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    let sql = format!(
        "WITH due AS MATERIALIZED (
           SELECT id FROM application WHERE direction = 'out' AND state = 'wanted'
             AND next_try <= $1 AND lease_until <= $1 ORDER BY next_try, id LIMIT 8 {lock})
         UPDATE application SET lease_until = $2 WHERE id IN (SELECT id FROM due) RETURNING {}",
        columns!()
    );
    Ok(rows_where!(tx, sql, [now, now + lease_ms].map(Value::Int))?)
}

/// The other network was found and is asked.
pub async fn asked(
    tx: &mut Tx,
    id: &str,
    (actor, inbox): (&str, &str),
    activity: &str,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE application SET state = 'asked', actor = $2, inbox = $3, activity = $4, note = '',
             lease_until = 0 WHERE id = $1",
        id,
        actor,
        inbox,
        activity
    )?;
    Ok(())
}

/// Something went wrong; `next_try` is `None` when trying again is of no use.
pub async fn stumbled(tx: &mut Tx, id: &str, error: &str, next_try: Option<i64>) -> Result<()> {
    execute!(
        tx,
        "UPDATE application SET note = $2, attempts = attempts + 1, lease_until = 0,
             next_try = COALESCE($3, next_try),
             state = CASE WHEN $3 IS NULL THEN 'failed' ELSE state END WHERE id = $1",
        id,
        error,
        next_try
    )?;
    Ok(())
}
