//! `CaseFilter` as SQL. A new filter on a term is a new line in `choices`.

use super::{
    Db, Engine, Result, StoreError,
    cases::{Row, StoredCase, columns},
    sql::{Conditions, Value, rows_where},
    words,
};
use crate::domain::search::{CaseFilter, Sort, Term, TermKind, query_terms};

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

fn terms_of(filter: &CaseFilter) -> Option<Vec<Term>> {
    let words = filter.q.as_deref().filter(|words| !words.trim().is_empty())?;
    Some(query_terms(words))
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
    if let Some(terms) = terms_of(filter) {
        // Words of which nothing can be looked up (only punctuation) match nothing.
        match words::condition(engine, &terms, &mut bound) {
            Some(clause) => bound.and(clause),
            None => bound.and("FALSE".into()),
        }
    }
    bound
}

#[derive(sqlx::FromRow)]
struct Ranked {
    #[sqlx(flatten)]
    row: Row,
    rank: i64,
}

/// The cases that pass `filter`, at most `limit` from the filter's cursor on.
///
/// # Errors
/// Only those of the database: unknown values and odd words match nothing.
pub async fn find(db: &Db, filter: &CaseFilter, limit: i64) -> Result<Found> {
    let mut tx = db.read().await?;
    let engine = tx.engine();
    let bound = conditions(engine, filter, None);
    let counted: Vec<(i64,)> = rows_where!(
        &mut tx,
        format!("SELECT count(*) FROM case_study c WHERE c.shown{}", bound.to_sql()),
        bound.values.clone()
    )?;
    let mut bound = bound;
    let rank = match (filter.sort, terms_of(filter)) {
        (Sort::Relevance, Some(terms)) if !terms.is_empty() => {
            let title = words::in_title(engine, &terms, &mut bound);
            format!("CASE WHEN {title} THEN 1 ELSE 0 END")
        }
        _ => "0".into(),
    };
    let rank = format!("CAST({rank} AS BIGINT)");
    if let Some(cursor) = filter.after.as_deref().and_then(Cursor::parse) {
        let (r, p, n) = (
            bound.bind(cursor.rank),
            bound.bind(cursor.published),
            bound.bind(cursor.num),
        );
        bound.and(format!(
            "({rank} < {r} OR ({rank} = {r} AND (c.published_at < {p}
              OR (c.published_at = {p} AND c.num < {n}))))"
        ));
    }
    let place = bound.bind(limit + 1);
    let sql = format!(
        "SELECT {}, {rank} AS rank FROM case_study c WHERE c.shown{}
         ORDER BY rank DESC, c.published_at DESC, c.num DESC LIMIT {place}",
        columns!(),
        bound.to_sql()
    );
    let mut found: Vec<Ranked> = rows_where!(&mut tx, sql, bound.values)?;
    let more = found.len() as i64 > limit;
    found.truncate(limit as usize);
    let last_rank = found.last().map(|last| last.rank);
    let cases = found
        .into_iter()
        .map(|ranked| StoredCase::try_from(ranked.row))
        .collect::<Result<Vec<_>>>()?;
    let next = match (cases.last(), last_rank) {
        (Some(last), Some(rank)) if more => {
            Some(Cursor { rank, published: last.published, num: last.num }.to_string())
        }
        _ => None,
    };
    Ok(Found { cases, total: counted.first().map_or(0, |(total,)| *total), next })
}

/// Where a page ended: stays right while new cases arrive.
struct Cursor {
    rank: i64,
    published: i64,
    num: i64,
}

impl Cursor {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.').map(str::parse);
        let cursor = Cursor {
            rank: parts.next()?.ok()?,
            published: parts.next()?.ok()?,
            num: parts.next()?.ok()?,
        };
        Some(cursor)
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.rank, self.published, self.num)
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
