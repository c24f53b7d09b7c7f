//! What passes a `CaseFilter`: counted in memory where the index is at hand, in SQL otherwise, with
//! the same answer. A new filter on a term is a new line in `choices`.

mod index;
mod related;
mod terms;

pub use index::{Index, catch_up, version};
pub use related::near;

use super::{
    Db, Engine, Result, Tx,
    cases::{Row, StoredCase, columns},
    sql::{Conditions, Value, row, rows, rows_where},
    words,
};
use crate::domain::search::{CaseFilter, Facet, Sort, Term, TermKind, query_terms};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};

/// One page of a search.
#[derive(Clone, Debug)]
pub struct Found {
    pub cases: Vec<StoredCase>,
    /// All cases that pass the filter, not only this page's.
    pub total: i64,
    /// The cursor of the next page, for `CaseFilter::after`.
    pub next: Option<String>,
}

/// How many cases each value would leave, most first. Each facet is counted without its own
/// choice, so that a reader sees what else they could choose.
#[derive(Clone, Debug, Default)]
pub struct Facets {
    pub topic: Vec<(String, i64)>,
    pub sdg: Vec<(String, i64)>,
    pub city: Vec<(String, i64)>,
    pub country: Vec<(String, i64)>,
    pub network: Vec<(String, i64)>,
    pub language: Vec<(String, i64)>,
}

/// Values shown of an open-ended facet.
const FACET_LIMIT: usize = 200;

/// The chosen values of each facet.
fn choices(filter: &CaseFilter) -> [(TermKind, Vec<String>); 6] {
    [
        (TermKind::Topic, filter.topic.clone()),
        (TermKind::Sdg, filter.sdg.iter().map(u8::to_string).collect()),
        (TermKind::City, filter.city.clone()),
        (TermKind::Country, filter.country.clone()),
        (TermKind::Network, filter.network.clone()),
        (TermKind::Language, filter.language.clone()),
    ]
}

/// What to look up; nothing when there are no words, or only punctuation.
fn terms_of(filter: &CaseFilter) -> Vec<Term> {
    filter.q.as_deref().map(query_terms).unwrap_or_default()
}

/// The conditions of a filter, leaving out the facets `but`.
fn conditions(engine: Engine, filter: &CaseFilter, but: &[TermKind]) -> Conditions {
    let mut bound = Conditions::default();
    for (kind, values) in choices(filter) {
        if values.is_empty() || but.contains(&kind) {
            continue;
        }
        let kind = bound.bind(kind.id());
        let values = bound.bind_all(values);
        bound.and(format!(
            "c.num IN (SELECT num FROM case_term WHERE kind = {kind} AND value IN ({values}))"
        ));
    }
    if let Some(clause) = words::condition(engine, &terms_of(filter), &mut bound) {
        bound.and(clause);
    }
    bound
}

#[derive(sqlx::FromRow)]
struct Ranked {
    #[sqlx(flatten)]
    row: Row,
    rank: i64,
    sort_title: String,
}

/// How the pages of a search are ordered: by `rank` where there is one, then by `key`, then by
/// arrival; titles upwards, all else downwards.
struct Order {
    rank: Option<String>,
    key: &'static str,
    ascending: bool,
}

impl Order {
    fn of(engine: Engine, filter: &CaseFilter, bound: &mut Conditions) -> Self {
        let (key, ascending) = match filter.sort {
            Sort::Newest | Sort::Relevance => ("c.published_at", false),
            Sort::Updated => ("c.updated_at", false),
            Sort::Title => ("c.sort_title", true),
        };
        let terms = terms_of(filter);
        let rank = (filter.sort == Sort::Relevance && !terms.is_empty()).then(|| {
            let title = words::in_title(engine, &terms, bound);
            format!("CASE WHEN {title} THEN 1 ELSE 0 END")
        });
        Order { rank, key, ascending }
    }

    /// Only what comes after the cursor. Compared as rows where possible, so that the index leads
    /// straight there.
    fn after(&self, cursor: Cursor, bound: &mut Conditions) {
        let Order { rank, key, ascending } = self;
        let beyond = if *ascending { ">" } else { "<" };
        let (k, n) = (bound.bind(cursor.key), bound.bind(cursor.num));
        let further = format!("({key}, c.num) {beyond} ({k}, {n})");
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
        let direction = if *ascending { "ASC" } else { "DESC" };
        let first = rank.as_ref().map_or("", |_| "rank DESC, ");
        format!("{first}{key} {direction}, c.num {direction}")
    }
}

/// The cases that pass `filter`, at most `limit` from the filter's cursor on.
///
/// # Errors
/// Only those of the database: unknown values and odd words match nothing.
pub async fn find(db: &Db, filter: &CaseFilter, limit: i64) -> Result<Found> {
    let version = version(db).await?;
    if !db.index().at(db, version).await? {
        return walk(db, filter, limit, None).await;
    }
    if filter.is_everything() || filter.sort == Sort::Title {
        // The engine has an index in this order, and nothing or little to leave out.
        let words = db.index().words.find(db, &terms_of(filter), false).await?;
        let total = {
            let known = db.index().read();
            match filter.is_everything() {
                true => known.count(),
                false => known.passing(filter, words.as_ref()).len(),
            }
        };
        return walk(db, filter, limit, Some(total as i64)).await;
    }
    pick(db, filter, limit).await
}

/// A page chosen in memory; the database only has to read its cases.
async fn pick(db: &Db, filter: &CaseFilter, limit: i64) -> Result<Found> {
    let terms = terms_of(filter);
    let words = db.index().words.find(db, &terms, false).await?;
    let titles = match filter.sort {
        Sort::Relevance => db.index().words.find(db, &terms, true).await?,
        _ => None,
    };
    let after = filter.after.as_deref().and_then(|text| Cursor::parse(text, filter.sort));
    let after = after.and_then(|cursor| cursor.spot(titles.is_some()));
    let rows = usize::try_from(limit).unwrap_or(0);
    let (total, mut spots) = {
        let known = db.index().read();
        let passing = known.passing(filter, words.as_ref());
        let page = known.page(&passing, titles.as_ref(), filter.sort, after, rows + 1);
        (passing.len() as i64, page)
    };
    let more = spots.len() > rows;
    spots.truncate(rows);
    let next = spots.last().filter(|_| more).map(|spot| {
        Cursor { rank: spot.rank, key: Value::Int(spot.date), num: spot.num.into() }.to_string()
    });
    let nums: Vec<i64> = spots.iter().map(|spot| spot.num.into()).collect();
    Ok(Found { cases: by_nums(db, &nums).await?, total, next })
}

/// The shown cases with these numbers, in their order.
async fn by_nums(db: &Db, nums: &[i64]) -> Result<Vec<StoredCase>> {
    if nums.is_empty() {
        return Ok(Vec::new());
    }
    let mut bound = Conditions::default();
    let list = bound.bind_all(nums.iter().copied());
    let sql =
        format!("SELECT {} FROM case_study c WHERE c.shown AND c.num IN ({list})", columns!());
    let found: Vec<Row> = rows_where!(&mut db.read().await?, sql, bound.values)?;
    let cases = found.into_iter().map(StoredCase::try_from);
    let mut cases = cases.collect::<Result<Vec<_>>>()?;
    cases.sort_by_key(|case| nums.iter().position(|num| *num == case.num));
    Ok(cases)
}

/// A page read along the engine's indexes, and counted there unless the `total` is known.
async fn walk(db: &Db, filter: &CaseFilter, limit: i64, known: Option<i64>) -> Result<Found> {
    let mut tx = db.read().await?;
    let total = match known {
        Some(total) => total,
        None => total(&mut tx, filter).await?,
    };
    let (sql, values) = page(tx.engine(), filter, limit + 1);
    let mut found: Vec<Ranked> = rows_where!(&mut tx, sql, values)?;
    let more = found.len() as i64 > limit;
    found.truncate(limit as usize);
    let last = found.last().map(|last| (last.rank, last.sort_title.clone()));
    let cases = found
        .into_iter()
        .map(|ranked| StoredCase::try_from(ranked.row))
        .collect::<Result<Vec<_>>>()?;
    let next = match (cases.last(), last) {
        (Some(case), Some((rank, title))) if more => {
            let key = match filter.sort {
                Sort::Newest | Sort::Relevance => Value::Int(case.published),
                Sort::Updated => Value::Int(case.updated),
                Sort::Title => Value::Text(title),
            };
            Some(Cursor { rank, key, num: case.num }.to_string())
        }
        _ => None,
    };
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
    let sql = format!(
        "SELECT {}, c.sort_title, CAST({} AS BIGINT) AS rank FROM case_study c WHERE c.shown{}
         ORDER BY {} LIMIT {place}",
        columns!(),
        order.rank.as_deref().unwrap_or("0"),
        bound.to_sql(),
        order.to_sql()
    );
    (sql, bound.values)
}

/// How many cases pass the filter.
async fn total(tx: &mut Tx, filter: &CaseFilter) -> Result<i64> {
    let bound = conditions(tx.engine(), filter, &[]);
    let counted: Vec<(i64,)> = if bound.values.is_empty() {
        // Every case has exactly one licence.
        let licence = vec![Value::from(TermKind::Licence.id())];
        let sql = "SELECT CAST(COALESCE(SUM(cases), 0) AS BIGINT) FROM term_count WHERE kind = $1";
        rows_where!(tx, sql.to_owned(), licence)?
    } else {
        let sql = format!("SELECT count(*) FROM case_study c WHERE c.shown{}", bound.to_sql());
        rows_where!(tx, sql, bound.values)?
    };
    Ok(counted.first().map_or(0, |(total,)| *total))
}

/// Where a page ended: stays right while new cases arrive.
struct Cursor {
    rank: i64,
    key: Value,
    num: i64,
}

impl Cursor {
    fn parse(text: &str, sort: Sort) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (rank, num, key) = (parts.next()?, parts.next()?, parts.next()?);
        let key = match sort {
            Sort::Title => Value::Text(String::from_utf8(BASE64.decode(key).ok()?).ok()?),
            _ => Value::Int(key.parse().ok()?),
        };
        Some(Cursor { rank: rank.parse().ok()?, num: num.parse().ok()?, key })
    }
}

impl Cursor {
    /// The same in memory; `None` for one that only a forger could have made. Without titles to
    /// rank by, a rank is not looked at.
    fn spot(&self, ranked: bool) -> Option<index::Spot> {
        let Value::Int(date) = self.key else { return None };
        // No case has a greater number: it stands after all that have this date.
        let num = u32::try_from(self.num.max(0)).unwrap_or(u32::MAX);
        Some(index::Spot { rank: if ranked { self.rank } else { 0 }, date, num })
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

/// Exact counts for every facet of the filter.
///
/// # Errors
/// Only those of the database.
pub async fn facets(db: &Db, filter: &CaseFilter) -> Result<Facets> {
    let version = version(db).await?;
    if !db.index().at(db, version).await? {
        return counted(db, filter).await;
    }
    let words = db.index().words.find(db, &terms_of(filter), false).await?;
    Ok(db.index().read().facets(filter, words.as_ref()))
}

/// [`facets`], counted by the engine.
async fn counted(db: &Db, filter: &CaseFilter) -> Result<Facets> {
    let mut tx = db.read().await?;
    let mut facets = Facets::default();
    // Facets without a choice are all counted over the same cases: in one go.
    let choices = choices(filter);
    let (free, chosen): (Vec<_>, Vec<_>) =
        choices.iter().partition(|(_, values)| values.is_empty());
    let free: Vec<_> = free.iter().map(|(kind, _)| *kind).collect();
    let mut groups: Vec<_> = chosen.iter().map(|(kind, _)| vec![*kind]).collect();
    groups.push(free);
    for kinds in groups.iter().filter(|kinds| !kinds.is_empty()) {
        for (kind, value, count) in counts(&mut tx, filter, kinds).await? {
            let Some(into) = Facet::from_id(&kind).map(|facet| facets.of(facet)) else { continue };
            if into.len() < FACET_LIMIT {
                into.push((value, count));
            }
        }
    }
    Ok(facets)
}

impl Facets {
    fn of(&mut self, facet: Facet) -> &mut Vec<(String, i64)> {
        match facet {
            Facet::Topic => &mut self.topic,
            Facet::Sdg => &mut self.sdg,
            Facet::City => &mut self.city,
            Facet::Country => &mut self.country,
            Facet::Network => &mut self.network,
            Facet::Language => &mut self.language,
        }
    }
}

/// The values of `kinds` with the cases that hold them, of those that pass the filter without
/// its choice in `kinds`; most first.
async fn counts(
    tx: &mut Tx,
    filter: &CaseFilter,
    kinds: &[TermKind],
) -> Result<Vec<(String, String, i64)>> {
    let mut bound = conditions(tx.engine(), filter, kinds);
    let narrowed = bound.to_sql();
    let sql = if narrowed.is_empty() {
        of_everything(kinds, &mut bound)
    } else {
        let of_kinds = bound.bind_all(kinds.iter().map(|kind| kind.id()));
        let limit = bound.bind(FACET_LIMIT as i64);
        format!(
            "SELECT kind, value, cases FROM (
               SELECT kind, value, cases, row_number() OVER (
                 PARTITION BY kind ORDER BY cases DESC, value) AS place
               FROM (SELECT t.kind, t.value, count(*) AS cases FROM case_term t
                     WHERE t.num IN (SELECT c.num FROM case_study c WHERE c.shown{narrowed})
                       AND t.kind IN ({of_kinds})
                     GROUP BY t.kind, t.value) AS counted
             ) AS placed WHERE place <= {limit} ORDER BY cases DESC, value"
        )
    };
    Ok(rows_where!(tx, sql, bound.values)?)
}

/// The most frequent values of `kinds` in the whole catalogue: each kind from the head of its
/// stretch of the index, however many cities there are.
fn of_everything(kinds: &[TermKind], bound: &mut Conditions) -> String {
    let limit = bound.bind(FACET_LIMIT as i64);
    let each = kinds.iter().map(|kind| {
        let kind = bound.bind(kind.id());
        format!(
            "SELECT * FROM (SELECT kind, value, cases FROM term_count
             WHERE kind = {kind} AND cases > 0
             ORDER BY cases DESC, value LIMIT {limit}) AS most"
        )
    });
    let each = each.collect::<Vec<_>>().join(" UNION ALL ");
    format!("SELECT kind, value, cases FROM ({each}) AS counted ORDER BY cases DESC, value")
}

/// How many shown cases hold `value`, for pages of one topic, network and so on.
pub async fn count_of(db: &Db, kind: TermKind, value: &str) -> Result<i64> {
    count_of_in(&mut db.read().await?, kind, value).await
}

/// As [`count_of`], beside other work.
pub async fn count_of_in(tx: &mut Tx, kind: TermKind, value: &str) -> Result<i64> {
    let counted: Option<(i64,)> =
        row!(tx, "SELECT cases FROM term_count WHERE kind = $1 AND value = $2", kind.id(), value)?;
    Ok(counted.map_or(0, |(count,)| count))
}

/// The values of `kind` that begin like this and that shown cases hold.
pub async fn values_from(tx: &mut Tx, kind: TermKind, start: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT value FROM term_count WHERE kind = $1 AND cases > 0
           AND substr(value, 1, CAST($3 AS INTEGER)) = $2 ORDER BY value",
        kind.id(),
        start,
        start.chars().count() as i64
    )?;
    Ok(found.into_iter().map(|(value,)| value).collect())
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
        ] {
            let after = Cursor { rank: 0, key, num: 7 }.to_string();
            for after in [None, Some(after)] {
                let further = after.is_some();
                let filter = CaseFilter { sort, after, ..CaseFilter::default() };
                let (sql, values) = page(Engine::Sqlite, &filter, 21);
                let sql = format!("EXPLAIN QUERY PLAN {sql}");
                let plan: Vec<(i64, i64, i64, String)> = rows_where!(&mut tx, sql, values).unwrap();
                let steps: Vec<_> = plan.into_iter().map(|(.., step)| step).collect();
                let verb = if further { "SEARCH" } else { "SCAN" };
                assert_eq!(steps.len(), 1, "{steps:?}");
                assert!(steps[0].starts_with(verb) && steps[0].contains(index), "{steps:?}");
            }
        }
    }
}
