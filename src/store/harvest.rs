//! What harvesters are told of cases: when each last changed, and which are gone. Follows the log of
//! changes, so that a change of any kind is told, and none twice.

use super::{
    Db, Engine, Result, Tx,
    cases::{self, StoredCase},
    sql::{Conditions, Value, execute, execute_where, placeholders, row, rows, rows_where},
};
use std::collections::HashMap;

/// Cases that are entered in one transaction.
const PORTION: i64 = 500;

/// What a harvester is told of a case beside its record.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Harvested {
    /// The id of its object.
    pub uri: String,
    pub num: i64,
    /// When it changed here, epoch milliseconds of a whole second.
    pub at: i64,
    /// It was shown once and is not any more.
    pub gone: bool,
    /// Separated by blanks, with one at each end.
    pub sets: String,
}

/// The set of the cases that this instance published itself.
pub const OWN: &str = "own";

/// What is asked for. Times are epoch milliseconds, both included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub from: Option<i64>,
    pub until: Option<i64>,
    pub set: Option<String>,
    /// Only what comes after this `at` and `num`.
    pub after: Option<(i64, i64)>,
}

/// Takes in what changed since the last time; jobs do so once a second, and harvesters before they
/// are answered. `now` becomes the date of what changed. Returns how many changes that were.
///
/// # Errors
/// When the database does not answer; what was taken in before stays.
pub async fn catch_up(db: &Db, now: i64) -> Result<usize> {
    let mut all = 0;
    loop {
        if is_current(&mut db.read().await?).await? {
            return Ok(all);
        }
        let mut tx = db.begin().await?;
        let taken = match fill(&mut tx).await? {
            Some(filled) => filled,
            None => follow(&mut tx, now - now.rem_euclid(1_000)).await?,
        };
        tx.commit().await?;
        all += taken;
    }
}

/// A cheap look outside any lock.
async fn is_current(tx: &mut Tx) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT r.seq >= (SELECT value FROM counter WHERE name = 'change')
            AND NOT EXISTS (SELECT 1 FROM reader f WHERE f.name = 'harvest-fill')
         FROM reader r WHERE r.name = 'harvest'"
    )?;
    Ok(row.is_some_and(|(current,)| current))
}

/// Where a reader stands, locked until the transaction ends.
async fn place(tx: &mut Tx, reader: &str) -> Result<Option<i64>> {
    let row: Option<(i64,)> = match tx.engine() {
        Engine::Sqlite => row!(tx, "SELECT seq FROM reader WHERE name = $1", reader)?,
        Engine::Postgres => row!(tx, "SELECT seq FROM reader WHERE name = $1 FOR UPDATE", reader)?,
    };
    Ok(row.map(|(seq,)| seq))
}

/// Enters the next of the cases that were there before this log; `None` when all are entered. They
/// keep their own dates.
async fn fill(tx: &mut Tx) -> Result<Option<usize>> {
    let Some(after) = place(tx, "harvest-fill").await? else { return Ok(None) };
    let found: Vec<Case> = rows!(
        tx,
        "SELECT num, uri, local, updated_at FROM case_study WHERE shown AND num > $1
         ORDER BY num LIMIT $2",
        after,
        PORTION
    )?;
    match found.last() {
        None => execute!(tx, "DELETE FROM reader WHERE name = 'harvest-fill'")?,
        Some(last) => {
            execute!(tx, "UPDATE reader SET seq = $1 WHERE name = 'harvest-fill'", last.num)?
        }
    };
    enter(tx, &found, |case| case.updated_at - case.updated_at.rem_euclid(1_000)).await?;
    Ok(Some(found.len()))
}

/// Takes in the next changes.
async fn follow(tx: &mut Tx, now: i64) -> Result<usize> {
    let Some(after) = place(tx, "harvest").await? else { return Ok(0) };
    let changes: Vec<(i64, i64)> = rows!(
        tx,
        "SELECT num, seq FROM case_change WHERE seq > $1 ORDER BY seq LIMIT $2",
        after,
        PORTION
    )?;
    let Some((_, last)) = changes.last() else {
        // Changes of cases that changed again since: their later change was read already.
        execute!(
            tx,
            "UPDATE reader SET seq = (SELECT value FROM counter WHERE name = 'change')
             WHERE name = 'harvest' AND NOT EXISTS (SELECT 1 FROM case_change WHERE seq > $1)",
            after
        )?;
        return Ok(0);
    };
    execute!(tx, "UPDATE reader SET seq = $1 WHERE name = 'harvest'", *last)?;
    let mut bound = Conditions::default();
    let nums = bound.bind_all(changes.iter().map(|(num, _)| *num));
    let sql = format!(
        "SELECT num, uri, local, updated_at FROM case_study WHERE shown AND num IN ({nums})"
    );
    let shown: Vec<Case> = rows_where!(tx, sql, bound.values)?;
    enter(tx, &shown, |_| now).await?;
    let mut bound = Conditions::default();
    let at = bound.bind(now);
    let hidden = changes.iter().map(|(num, _)| *num);
    let hidden = hidden.filter(|num| !shown.iter().any(|case| case.num == *num));
    let nums = bound.bind_all(hidden);
    if !nums.is_empty() {
        let sql =
            format!("UPDATE harvest SET gone = TRUE, at = {at} WHERE NOT gone AND num IN ({nums})");
        execute_where!(tx, sql, bound.values)?;
    }
    Ok(changes.len())
}

#[derive(sqlx::FromRow)]
struct Case {
    num: i64,
    uri: String,
    local: bool,
    updated_at: i64,
}

async fn enter(tx: &mut Tx, cases: &[Case], at: impl Fn(&Case) -> i64) -> Result<()> {
    if cases.is_empty() {
        return Ok(());
    }
    let mut bound = Conditions::default();
    let nums = bound.bind_all(cases.iter().map(|case| case.num));
    let sql = format!(
        "SELECT num, kind, value FROM case_term WHERE kind IN ('topic', 'sdg') AND num IN ({nums})
         ORDER BY num, kind, value"
    );
    let terms: Vec<(i64, String, String)> = rows_where!(tx, sql, bound.values)?;
    let mut sets: HashMap<i64, String> = HashMap::new();
    for (num, kind, value) in terms {
        let sets = sets.entry(num).or_insert_with(|| " ".to_owned());
        sets.push_str(&format!("{kind}:{value} "));
    }
    // SQLite binds 32,766 values at most.
    for cases in cases.chunks(1_000) {
        let mut values = Vec::with_capacity(cases.len() * 4);
        for case in cases {
            let mut sets = sets.remove(&case.num).unwrap_or_else(|| " ".to_owned());
            if case.local {
                sets.push_str(OWN);
                sets.push(' ');
            }
            values.extend([
                Value::from(case.uri.as_str()),
                Value::from(case.num),
                Value::from(at(case)),
                Value::from(sets),
            ]);
        }
        let rows = placeholders(cases.len(), 4).replace(')', ", FALSE)");
        let sql = format!(
            "INSERT INTO harvest (uri, num, at, sets, gone) VALUES {rows}
             ON CONFLICT (uri) DO UPDATE SET
               num = excluded.num, at = excluded.at, sets = excluded.sets, gone = FALSE"
        );
        execute_where!(tx, sql, values)?;
    }
    Ok(())
}

/// When anything last changed, epoch milliseconds of a whole second; `None` before the first case.
pub async fn latest(tx: &mut Tx) -> Result<Option<i64>> {
    let row: Option<(Option<i64>,)> = row!(tx, "SELECT max(at) FROM harvest")?;
    Ok(row.and_then(|(at,)| at))
}

/// When the first of what is kept changed.
pub async fn earliest(tx: &mut Tx) -> Result<Option<i64>> {
    let row: Option<(Option<i64>,)> = row!(tx, "SELECT min(at) FROM harvest")?;
    Ok(row.and_then(|(at,)| at))
}

pub async fn by_uri(tx: &mut Tx, uri: &str) -> Result<Option<Harvested>> {
    Ok(row!(tx, "SELECT uri, num, at, gone, sets FROM harvest WHERE uri = $1", uri)?)
}

/// In the order of their changes, at most `limit`.
pub async fn page(tx: &mut Tx, wanted: &Wanted, limit: i64) -> Result<Vec<Harvested>> {
    let mut bound = conditions(wanted);
    if let Some((at, num)) = wanted.after {
        let (at, num) = (bound.bind(at), bound.bind(num));
        bound.and(format!("(at, num) > ({at}, {num})"));
    }
    let limit = bound.bind(limit);
    let sql = format!(
        "SELECT uri, num, at, gone, sets FROM harvest WHERE TRUE{} ORDER BY at, num LIMIT {limit}",
        bound.to_sql()
    );
    Ok(rows_where!(tx, sql, bound.values)?)
}

/// The cases of a page that are still shown, by their ids.
pub async fn cases(tx: &mut Tx, page: &[Harvested]) -> Result<HashMap<String, StoredCase>> {
    let nums = page.iter().filter(|one| !one.gone).map(|one| one.num).collect::<Vec<_>>();
    let found = cases::shown_with(tx, &nums).await?;
    Ok(found.into_iter().map(|stored| (stored.uri.clone(), stored)).collect())
}

/// How many there are in all, wherever the page starts.
pub async fn count(tx: &mut Tx, wanted: &Wanted) -> Result<i64> {
    let bound = conditions(wanted);
    let sql = format!("SELECT count(*) FROM harvest WHERE TRUE{}", bound.to_sql());
    let found: Vec<(i64,)> = rows_where!(tx, sql, bound.values)?;
    Ok(found.first().map_or(0, |(count,)| *count))
}

fn conditions(wanted: &Wanted) -> Conditions {
    let mut bound = Conditions::default();
    if let Some(from) = wanted.from {
        let from = bound.bind(from);
        bound.and(format!("at >= {from}"));
    }
    if let Some(until) = wanted.until {
        let until = bound.bind(until);
        bound.and(format!("at <= {until}"));
    }
    if let Some(set) = &wanted.set {
        let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-');
        let set: String = set.chars().filter(plain).collect();
        // What is in a set is in those above it.
        let (itself, below) = (bound.bind(format!("% {set} %")), bound.bind(format!("% {set}:%")));
        bound.and(format!("(sets LIKE {itself} OR sets LIKE {below})"));
    }
    bound
}
