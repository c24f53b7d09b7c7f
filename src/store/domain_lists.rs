//! Lists of domains that are subscribed to, and what they say.

use super::{
    Engine, Result, Tx,
    sql::{Value, execute, row, rows, rows_where},
};

/// A list that is subscribed to.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct DomainList {
    /// ULID.
    pub id: String,
    pub url: String,
    pub added_at: i64,
    pub next_try: i64,
    pub tried_at: Option<i64>,
    pub succeeded_at: Option<i64>,
    /// In a row.
    pub failures: i64,
    /// Domains it names.
    pub entries: i64,
    /// What the last try came to, in words.
    pub result: String,
}

macro_rules! columns {
    () => {
        "id, url, added_at, next_try, tried_at, succeeded_at, failures, entries, result"
    };
}

/// What a list says of a host, and what became of that.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ListEntry {
    pub list: String,
    pub host: String,
    /// `blocked`, `limited` or empty.
    pub standing: String,
    pub comment: String,
    /// `applied`, `same`, `kept`, `conflict`, `noted`.
    pub outcome: String,
    pub note: String,
}

/// Subscribes; a list that is there already is read again at once. Returns its id.
pub async fn add(tx: &mut Tx, id: &str, url: &str, now: i64) -> Result<String> {
    let row: Option<(String,)> = row!(
        tx,
        "INSERT INTO domain_list (id, url, added_at, next_try, failures, entries, result,
             lease_until)
         VALUES ($1, $2, $3, 0, 0, 0, '', 0)
         ON CONFLICT (url) DO UPDATE SET next_try = 0 RETURNING id",
        id,
        url,
        now
    )?;
    Ok(row.map_or_else(|| id.to_owned(), |(id,)| id))
}

/// By its id or its address.
pub async fn find(tx: &mut Tx, key: &str) -> Result<Option<DomainList>> {
    Ok(row!(
        tx,
        concat!("SELECT ", columns!(), " FROM domain_list WHERE id = $1 OR url = $1"),
        key
    )?)
}

pub async fn all(tx: &mut Tx) -> Result<Vec<DomainList>> {
    Ok(rows!(tx, concat!("SELECT ", columns!(), " FROM domain_list ORDER BY id"))?)
}

pub async fn remove(tx: &mut Tx, id: &str) -> Result<()> {
    execute!(tx, "DELETE FROM domain_list_entry WHERE list = $1", id)?;
    execute!(tx, "DELETE FROM domain_list WHERE id = $1", id)?;
    Ok(())
}

/// Whether a list is to be read; a cheap look.
pub async fn is_due(tx: &mut Tx, now: i64) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM domain_list WHERE next_try <= $1 AND lease_until <= $1)",
        now
    )?;
    Ok(row.is_some_and(|(due,)| due))
}

/// Takes lists that are to be read for `lease_ms`.
pub async fn claim(tx: &mut Tx, now: i64, lease_ms: i64) -> Result<Vec<DomainList>> {
    let lock = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    let sql = format!(
        "WITH due AS MATERIALIZED (
           SELECT id FROM domain_list WHERE next_try <= $1 AND lease_until <= $1
           ORDER BY next_try, id LIMIT 8 {lock})
         UPDATE domain_list SET lease_until = $2 WHERE id IN (SELECT id FROM due) RETURNING {}",
        columns!()
    );
    Ok(rows_where!(tx, sql, [now, now + lease_ms].map(Value::Int))?)
}

/// What the last try came to.
#[derive(Clone, Debug)]
pub struct Tried {
    pub succeeded: bool,
    pub entries: i64,
    pub result: String,
    pub next_try: i64,
}

pub async fn tried(tx: &mut Tx, id: &str, tried: &Tried, now: i64) -> Result<()> {
    let Tried { succeeded, entries, result, next_try } = tried;
    execute!(
        tx,
        "UPDATE domain_list SET tried_at = $2, next_try = $3, result = $4, lease_until = 0,
             succeeded_at = CASE WHEN $5 THEN $2 ELSE succeeded_at END,
             entries = CASE WHEN $5 THEN $6 ELSE entries END,
             failures = CASE WHEN $5 THEN 0 ELSE failures + 1 END
         WHERE id = $1",
        id,
        now,
        *next_try,
        result,
        *succeeded,
        *entries
    )?;
    Ok(())
}

/// Puts what a list says in the place of what it said before.
pub async fn replace_entries(tx: &mut Tx, list: &str, entries: &[ListEntry]) -> Result<()> {
    execute!(tx, "DELETE FROM domain_list_entry WHERE list = $1", list)?;
    for ListEntry { list, host, standing, comment, outcome, note } in entries {
        execute!(
            tx,
            "INSERT INTO domain_list_entry (list, host, standing, comment, outcome, note)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            list,
            host,
            standing,
            comment,
            outcome,
            note
        )?;
    }
    Ok(())
}

/// A page of what a list says, by host after `after`; `outcome` narrows.
pub async fn entries(
    tx: &mut Tx,
    list: &str,
    outcome: Option<&str>,
    after: &str,
    limit: i64,
) -> Result<Vec<ListEntry>> {
    Ok(rows!(
        tx,
        "SELECT list, host, standing, comment, outcome, note FROM domain_list_entry
         WHERE list = $1 AND host > $3 AND (CAST($2 AS TEXT) IS NULL OR outcome = $2)
         ORDER BY host LIMIT $4",
        list,
        outcome,
        after,
        limit
    )?)
}

pub async fn count_entries(tx: &mut Tx, list: &str, outcome: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM domain_list_entry
         WHERE list = $1 AND (CAST($2 AS TEXT) IS NULL OR outcome = $2)",
        list,
        outcome
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// What other lists than `but` say of a host.
pub async fn said_of(tx: &mut Tx, host: &str, but: &str) -> Result<Vec<ListEntry>> {
    Ok(rows!(
        tx,
        "SELECT list, host, standing, comment, outcome, note FROM domain_list_entry
         WHERE host = $1 AND list <> $2 AND outcome IN ('applied', 'same', 'kept') ORDER BY list",
        host,
        but
    )?)
}
