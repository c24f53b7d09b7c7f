//! `CaseFilter` as SQL. A new filter on a term is a new line in `choices`.

use super::{
    Db, Engine, Result, StoreError,
    cases::{Row, StoredCase, columns},
    sql::{Conditions, Value, rows_where},
    words,
};
use crate::domain::search::{CaseFilter, Sort, Term, TermKind, query_terms};
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
const FACET_LIMIT: i64 = 200;

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

/// The conditions of a filter, leaving out the facet `but`.
fn conditions(engine: Engine, filter: &CaseFilter, but: Option<TermKind>) -> Conditions {
    let mut bound = Conditions::default();
    for (kind, values) in choices(filter) {
        if values.is_empty() || Some(kind) == but {
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
    let mut tx = db.read().await?;
    let engine = tx.engine();
    let mut bound = conditions(engine, filter, None);
    let counted: Vec<(i64,)> = rows_where!(
        &mut tx,
        format!("SELECT count(*) FROM case_study c WHERE c.shown{}", bound.to_sql()),
        bound.values.clone()
    )?;
    let order = Order::of(engine, filter, &mut bound);
    if let Some(cursor) = filter.after.as_deref().and_then(|text| Cursor::parse(text, filter.sort))
    {
        order.after(cursor, &mut bound);
    }
    let place = bound.bind(limit + 1);
    let sql = format!(
        "SELECT {}, c.sort_title, CAST({} AS BIGINT) AS rank FROM case_study c WHERE c.shown{}
         ORDER BY {} LIMIT {place}",
        columns!(),
        order.rank.as_deref().unwrap_or("0"),
        bound.to_sql(),
        order.to_sql()
    );
    let mut found: Vec<Ranked> = rows_where!(&mut tx, sql, bound.values)?;
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
    Ok(Found { cases, total: counted.first().map_or(0, |(total,)| *total), next })
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
pub async fn facets(db: &Db, filter: &CaseFilter) -> Result<Facets> {
    let mut facets = Facets::default();
    for (kind, _) in choices(filter) {
        let counts = facet(db, filter, kind).await?;
        match kind {
            TermKind::Topic => facets.topic = counts,
            TermKind::Sdg => facets.sdg = counts,
            TermKind::City => facets.city = counts,
            TermKind::Country => facets.country = counts,
            TermKind::Network => facets.network = counts,
            TermKind::Language => facets.language = counts,
            _ => {}
        }
    }
    Ok(facets)
}

async fn facet(db: &Db, filter: &CaseFilter, kind: TermKind) -> Result<Vec<(String, i64)>> {
    let mut tx = db.read().await?;
    let mut bound = conditions(tx.engine(), filter, Some(kind));
    let narrowed = bound.to_sql();
    let kind = bound.bind(kind.id());
    let limit = bound.bind(FACET_LIMIT);
    // Only shown cases have terms: without a condition the case table need not be asked.
    let chosen = if narrowed.is_empty() {
        String::new()
    } else {
        format!(" AND t.num IN (SELECT c.num FROM case_study c WHERE c.shown{narrowed})")
    };
    let sql = format!(
        "SELECT t.value, count(*) FROM case_term t WHERE t.kind = {kind}{chosen}
         GROUP BY t.value ORDER BY count(*) DESC, t.value LIMIT {limit}"
    );
    let counts: Vec<(String, i64)> = rows_where!(&mut tx, sql, bound.values)?;
    Ok(counts)
}

/// How many shown cases hold `value`, for pages of one topic, network and so on.
pub async fn count_of(db: &Db, kind: TermKind, value: &str) -> Result<i64> {
    let mut tx = db.read().await?;
    let values = vec![Value::from(kind.id()), Value::from(value)];
    let counted: Vec<(i64,)> = rows_where!(
        &mut tx,
        "SELECT count(*) FROM case_term WHERE kind = $1 AND value = $2".to_owned(),
        values
    )?;
    counted.first().map(|(count,)| *count).ok_or(StoreError::Inconsistent {
        table: "case_term",
        column: "count",
        value: value.to_owned(),
    })
}
