//! One page of a search in SQL: its order, the statement that reads it, and the cursor where it
//! ended.

use super::{Found, conditions, index::Spot, kept, read_anew, terms_of, total};
use crate::{
    domain::search::{CaseFilter, Sort},
    store::{
        Db, Engine, Result,
        sql::{Conditions, Value, rows_where},
        words,
    },
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};

/// How the pages of a search are ordered: by `rank` where there is one, then by `key`, then by
/// arrival.
struct Order {
    rank: Option<String>,
    key: &'static str,
    ascending: bool,
}

impl Order {
    fn of(engine: Engine, filter: &CaseFilter, bound: &mut Conditions) -> Self {
        let key = match filter.sort {
            Sort::Newest | Sort::Relevance => "c.published_at",
            Sort::Updated => "c.updated_at",
            Sort::Title => "c.sort_title",
            Sort::Year | Sort::City => "k.value",
        };
        let terms = terms_of(filter);
        let rank = (filter.sort == Sort::Relevance && !terms.is_empty()).then(|| {
            let title = words::in_title(engine, &terms, bound);
            format!("CASE WHEN {title} THEN 1 ELSE 0 END")
        });
        Order { rank, key, ascending: filter.sort.ascends() }
    }

    /// The number, of the table by which the order goes.
    fn num(&self) -> &'static str {
        if self.key == "k.value" { "k.num" } else { "c.num" }
    }

    /// Only what comes after the cursor. Compared as rows where possible, so that the index leads
    /// straight there.
    fn after(&self, cursor: Cursor, bound: &mut Conditions) {
        let Order { rank, key, ascending } = self;
        let beyond = if *ascending { ">" } else { "<" };
        let (k, n) = (bound.bind(cursor.key), bound.bind(cursor.num));
        let num = self.num();
        let further = format!("({key}, {num}) {beyond} ({k}, {n})");
        let clause = match rank {
            None => further,
            Some(rank) => {
                let r = bound.bind(cursor.rank);
                format!("({rank} < {r} OR ({rank} = {r} AND {further}))")
            }
        };
        bound.and(clause);
    }

    fn to_sql(&self) -> String {
        let Order { rank, key, ascending } = self;
        let num = self.num();
        let direction = if *ascending { "ASC" } else { "DESC" };
        let first = rank.as_ref().map_or("", |_| "rank DESC, ");
        format!("{first}{key} {direction}, {num} {direction}")
    }
}

/// A page read along the engine's indexes, and counted there unless the `total` is known.
pub(super) async fn walk(
    db: &Db,
    filter: &CaseFilter,
    limit: i64,
    known: Option<i64>,
) -> Result<Found> {
    let mut tx = db.read().await?;
    let total = match known {
        Some(total) => total,
        None => total(&mut tx, filter).await?,
    };
    let (sql, values) = page(tx.engine(), filter, limit + 1);
    let mut found: Vec<(i64, String, i64)> = rows_where!(&mut tx, sql, values)?;
    let more = found.len() as i64 > limit;
    found.truncate(limit as usize);
    let nums: Vec<i64> = found.iter().map(|(num, ..)| *num).collect();
    let cases = match known {
        // Whoever knows the total has the index.
        Some(_) => {
            drop(tx);
            kept::cases(db, &nums).await?
        }
        None => read_anew(&mut tx, &nums).await?,
    };
    let last = found.into_iter().last().filter(|_| more);
    let next = last.map(|(num, key, rank)| {
        let key = match filter.sort.is_by_text() {
            true => Value::Text(key),
            // A date, which the statement wrote itself.
            false => Value::Int(key.parse().unwrap_or_default()),
        };
        Cursor { rank, key, num }.to_string()
    });
    Ok(Found { cases, total, next })
}

/// The statement of one page, with what it binds.
fn page(engine: Engine, filter: &CaseFilter, rows: i64) -> (String, Vec<Value>) {
    let mut bound = conditions(engine, filter, &[]);
    let order = Order::of(engine, filter, &mut bound);
    if let Some(cursor) = filter.after.as_deref().and_then(|text| Cursor::parse(text, filter.sort))
    {
        order.after(cursor, &mut bound);
    }
    let place = bound.bind(rows);
    let from = match filter.sort.term() {
        Some(kind) => {
            let kind = bound.bind(kind.id());
            let terms = "case_term k JOIN case_study c ON c.num = k.num AND k.kind =";
            format!("{terms} {kind}")
        }
        None => "case_study c".to_owned(),
    };
    // Nothing but what the index has: the cases themselves are read by their numbers, if at all.
    let sql = format!(
        "SELECT {}, CAST({} AS TEXT), CAST({} AS BIGINT) AS rank FROM {from} WHERE c.shown{}
         ORDER BY {} LIMIT {place}",
        order.num(),
        order.key,
        order.rank.as_deref().unwrap_or("0"),
        bound.to_sql(),
        order.to_sql()
    );
    (sql, bound.values)
}

/// Where a page ended: stays right while new cases arrive.
pub(super) struct Cursor {
    pub(super) rank: i64,
    pub(super) key: Value,
    pub(super) num: i64,
}

impl Cursor {
    pub(super) fn parse(text: &str, sort: Sort) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (rank, num, key) = (parts.next()?, parts.next()?, parts.next()?);
        let key = match sort.is_by_text() {
            true => Value::Text(String::from_utf8(BASE64.decode(key).ok()?).ok()?),
            false => Value::Int(key.parse().ok()?),
        };
        Some(Cursor { rank: rank.parse().ok()?, num: num.parse().ok()?, key })
    }

    /// The same in memory; `None` for one that only a forger could have made. Without titles to
    /// rank by, a rank is not looked at.
    pub(super) fn spot(&self, ranked: bool) -> Option<Spot> {
        let Value::Int(date) = self.key else { return None };
        // No case has a greater number: it stands after all that have this date.
        let num = u32::try_from(self.num.max(0)).unwrap_or(u32::MAX);
        Some(Spot { rank: if ranked { self.rank } else { 0 }, date, num })
    }

    /// The value and the number where the order goes by a term.
    pub(super) fn term(&self) -> Option<(&str, u32)> {
        let Value::Text(value) = &self.key else { return None };
        Some((value, u32::try_from(self.num.max(0)).unwrap_or(u32::MAX)))
    }
}

impl From<Spot> for Cursor {
    fn from(spot: Spot) -> Self {
        Cursor { rank: spot.rank, key: Value::Int(spot.date), num: spot.num.into() }
    }
}

impl From<(&str, u32)> for Cursor {
    fn from((value, num): (&str, u32)) -> Self {
        Cursor { rank: 0, key: Value::from(value), num: num.into() }
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.", self.rank, self.num)?;
        match &self.key {
            // Blanks at its end and the like must survive an address bar.
            Value::Text(text) => write!(f, "{}", BASE64.encode(text)),
            Value::Int(number) => write!(f, "{number}"),
            Value::Real(number) => write!(f, "{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_page_of_the_feed_is_read_from_its_index_from_the_cursor_on() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("k.sqlite").display());
        let db = Db::open(&url, 1).await.unwrap();
        let mut tx = db.read().await.unwrap();
        for (sort, key, index) in [
            (Sort::Newest, Value::Int(9), "case_study_newest"),
            (Sort::Updated, Value::Int(9), "case_study_updated"),
            (Sort::Title, Value::from("t"), "case_study_title"),
            (Sort::Year, Value::from("2020"), "case_term_1"),
            (Sort::City, Value::from("c"), "case_term_1"),
        ] {
            let after = Cursor { rank: 0, key, num: 7 }.to_string();
            for after in [None, Some(after)] {
                let further = after.is_some();
                let filter = CaseFilter { sort, after, ..CaseFilter::default() };
                let (sql, values) = page(Engine::Sqlite, &filter, 21);
                let sql = format!("EXPLAIN QUERY PLAN {sql}");
                let plan: Vec<(i64, i64, i64, String)> = rows_where!(&mut tx, sql, values).unwrap();
                let steps: Vec<_> = plan.into_iter().map(|(.., step)| step).collect();
                // By a term: along its index, and each case by its number.
                let joined = sort.term().is_some();
                let verb = if further || joined { "SEARCH" } else { "SCAN" };
                assert_eq!(steps.len(), if joined { 2 } else { 1 }, "{steps:?}");
                assert!(steps[0].starts_with(verb) && steps[0].contains(index), "{steps:?}");
            }
        }
    }
}
