//! What was posted to our inboxes: written before it is answered, processed afterwards.

use super::{
    Engine, Result, Tx,
    sql::{Value, execute, execute_where, placeholders, row, rows, rows_where},
};

/// A verified activity, to be written down.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// Id of the activity: each has one effect.
    pub id: String,
    pub actor: String,
    pub host: String,
    pub kind: String,
    /// As it was received.
    pub body: String,
    pub received_at: i64,
}

/// A written-down activity on its way to its effect.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Item {
    pub seq: i64,
    pub id: String,
    pub actor: String,
    pub host: String,
    pub kind: String,
    pub body: String,
    pub received_at: i64,
    /// `new`, `done`, `ignored` or `failed`.
    pub state: String,
    pub attempts: i64,
    /// Why it was ignored or failed, for an administrator.
    pub note: String,
}

macro_rules! columns {
    () => {
        "seq, id, actor, host, kind, body, received_at, state, attempts, note"
    };
}

/// Writes several arrivals at once. One that is known already changes nothing.
pub async fn write(tx: &mut Tx, arrivals: &[Arrival]) -> Result<()> {
    if arrivals.is_empty() {
        return Ok(());
    }
    let first = tx.next_numbers("inbox", arrivals.len() as i64).await?;
    let mut values = Vec::with_capacity(arrivals.len() * 7);
    for (at, arrival) in arrivals.iter().enumerate() {
        let Arrival { id, actor, host, kind, body, received_at } = arrival;
        values.extend([
            Value::Int(first + at as i64),
            Value::from(id.as_str()),
            Value::from(actor.as_str()),
            Value::from(host.as_str()),
            Value::from(kind.as_str()),
            Value::from(body.as_str()),
            Value::Int(*received_at),
        ]);
    }
    let sql = format!(
        "INSERT INTO inbox_item (seq, id, actor, host, kind, body, received_at, state, attempts,
             next_try, lease_until, note)
         SELECT seq, id, actor, host, kind, body, received_at, 'new', 0, 0, 0, ''
         FROM ({}) AS given WHERE TRUE
         ON CONFLICT (id) DO NOTHING",
        given(arrivals.len(), tx.engine())
    );
    execute_where!(tx, sql, values)?;
    Ok(())
}

/// The rows as a subquery with named columns: SQLite names those of VALUES `column1` …
fn given(count: usize, engine: Engine) -> String {
    let values = placeholders(count, 7);
    match engine {
        Engine::Sqlite => format!(
            "SELECT column1 AS seq, column2 AS id, column3 AS actor, column4 AS host,
                 column5 AS kind, column6 AS body, column7 AS received_at FROM (VALUES {values})"
        ),
        Engine::Postgres => format!(
            "SELECT * FROM (VALUES {values})
                 AS v (seq, id, actor, host, kind, body, received_at)"
        ),
    }
}

/// Takes the oldest due arrivals for `lease_ms`.
pub async fn claim(tx: &mut Tx, now: i64, lease_ms: i64, limit: i64) -> Result<Vec<Item>> {
    claim_but(tx, now, lease_ms, limit, &[]).await
}

/// [`claim`], leaving those of some hosts where they are.
pub async fn claim_but(
    tx: &mut Tx,
    now: i64,
    lease_ms: i64,
    limit: i64,
    hosts: &[String],
) -> Result<Vec<Item>> {
    let mut values = Vec::from([now, now + lease_ms, limit].map(Value::Int));
    let mut others = String::new();
    for host in hosts {
        values.push(Value::from(host.as_str()));
        others.push_str(&format!(" AND host <> ${}", values.len()));
    }
    let lock = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    // Chosen apart: an IN over a subquery with LIMIT may be planned to run more than once.
    let sql = format!(
        "WITH due AS MATERIALIZED (
           SELECT seq FROM inbox_item WHERE state = 'new' AND next_try <= $1
             AND lease_until <= $1{others} ORDER BY seq LIMIT $3 {lock})
         UPDATE inbox_item SET lease_until = $2 WHERE seq IN (SELECT seq FROM due) RETURNING {}",
        columns!()
    );
    let mut items: Vec<Item> = rows_where!(tx, sql, values)?;
    items.sort_by_key(|item| item.seq);
    Ok(items)
}

/// Ends an arrival in the transaction of its effect: `done`, or `ignored` with the reason.
/// False when it was ended before (by another node): then the transaction must not commit.
pub async fn finish(tx: &mut Tx, seq: i64, state: &str, note: &str, now: i64) -> Result<bool> {
    let touched = execute!(
        tx,
        "UPDATE inbox_item SET state = $2, note = $3, done_at = $4, lease_until = 0
         WHERE seq = $1 AND state = 'new'",
        seq,
        state,
        note,
        now
    )?;
    Ok(touched > 0)
}

/// The effect could not be had yet; tried again at `next_try`, or never when that is `None`.
pub async fn postpone(
    tx: &mut Tx,
    seq: i64,
    note: &str,
    next_try: Option<i64>,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE inbox_item SET attempts = attempts + 1, note = $2, lease_until = 0,
             next_try = COALESCE($3, next_try),
             state = CASE WHEN $3 IS NULL THEN 'failed' ELSE state END,
             done_at = CASE WHEN $3 IS NULL THEN $4 ELSE done_at END
         WHERE seq = $1 AND state = 'new'",
        seq,
        note,
        next_try,
        now
    )?;
    Ok(())
}

/// Whether an activity with this id has arrived before.
pub async fn is_known(tx: &mut Tx, id: &str) -> Result<bool> {
    let row: Option<(bool,)> =
        row!(tx, "SELECT EXISTS (SELECT 1 FROM inbox_item WHERE id = $1)", id)?;
    Ok(row.is_some_and(|(known,)| known))
}

/// Newest first from before `before`, for the admin API.
pub async fn page(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<Item>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM inbox_item WHERE seq < $1 ORDER BY seq DESC LIMIT $2"
        ),
        before,
        limit
    )?)
}

/// An arrival as lists show it: without its body.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    pub seq: i64,
    pub id: String,
    pub actor: String,
    pub kind: String,
    pub received_at: i64,
    pub state: String,
    pub attempts: i64,
    pub note: String,
    pub done_at: Option<i64>,
}

/// As [`page`], for lists: bodies stay where they are. `state` narrows to one state.
pub async fn listed(
    tx: &mut Tx,
    state: Option<&str>,
    before: i64,
    limit: i64,
) -> Result<Vec<Listed>> {
    Ok(rows!(
        tx,
        "SELECT seq, id, actor, kind, received_at, state, attempts, note, done_at
         FROM inbox_item WHERE seq < $1 AND (CAST($2 AS TEXT) IS NULL OR state = $2)
         ORDER BY seq DESC LIMIT $3",
        before,
        state,
        limit
    )?)
}

/// How many arrivals are in each state.
pub async fn counts(tx: &mut Tx) -> Result<Vec<(String, i64)>> {
    Ok(rows!(tx, "SELECT state, count(*) FROM inbox_item GROUP BY state ORDER BY state")?)
}

/// How many arrivals have not had their effect.
pub async fn waiting(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT count(*) FROM inbox_item WHERE state = 'new'")?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Forgets the body of an arrival that has its effect now: what was written to somebody alone is kept
/// in one place, from which it can be deleted.
pub async fn forget_body(tx: &mut Tx, seq: i64) -> Result<()> {
    execute!(tx, "UPDATE inbox_item SET body = '' WHERE seq = $1", seq)?;
    Ok(())
}

/// Forgets the bodies (not the ids) of arrivals that ended before `before`: ids guard against
/// replays, bodies are no longer needed.
pub async fn forget_bodies(tx: &mut Tx, before: i64) -> Result<u64> {
    Ok(execute!(
        tx,
        "UPDATE inbox_item SET body = '' WHERE state IN ('done', 'ignored')
           AND done_at < $1 AND body <> ''",
        before
    )?)
}

/// Whether something waits whose time has come and that nobody holds.
pub async fn is_due(tx: &mut Tx, now: i64) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM inbox_item
         WHERE state = 'new' AND next_try <= $1 AND lease_until <= $1)",
        now
    )?;
    Ok(row.is_some_and(|(due,)| due))
}

/// Gives an arrival back untouched, to be taken again from `next_try` on.
pub async fn hand_back(tx: &mut Tx, seq: i64, next_try: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE inbox_item SET lease_until = 0, next_try = $2 WHERE seq = $1 AND state = 'new'",
        seq,
        next_try
    )?;
    Ok(())
}
