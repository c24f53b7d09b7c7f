//! What passes a `CaseFilter`: counted in memory where the index is at hand, in SQL otherwise, with
//! the same answer.

mod held;
mod index;
mod kept;
mod page;
pub mod places;
mod portion;
mod related;
mod terms;
mod titles;

pub use super::indexing::renew;
pub use index::{Index, catch_up, version};

pub use related::near;

use self::{
    index::Known,
    page::{Cursor, walk},
};
use super::{
    Db, Engine, Result, Tx,
    cases::{StoredCase, read_shown},
    sitemap,
    sql::{Conditions, Value, row, rows, rows_where},
    words,
};
use crate::domain::search::{ByFacet, CaseFilter, Facet, Sort, Term, TermKind, query_terms};
use roaring::RoaringBitmap;
use std::{collections::HashMap, sync::Arc};

/// One page of a search.
#[derive(Clone, Debug)]
pub struct Found {
    pub cases: Vec<Arc<StoredCase>>,
    /// All cases that pass the filter, not only this page's.
    pub total: i64,
    /// The cursor of the next page, for `CaseFilter::after`.
    pub next: Option<String>,
}

/// How many cases each value would leave, most first, then by value; at most 200 values of each
/// facet. Each facet is counted without its own choice, so that a reader sees what else they could
/// choose.
pub type Facets = ByFacet<Vec<(String, i64)>>;

/// Values shown of an open-ended facet.
pub const FACET_LIMIT: usize = 200;

/// What to look up; nothing when there are no words, or only punctuation.
fn terms_of(filter: &CaseFilter) -> Vec<Term> {
    filter.q.as_deref().map(query_terms).unwrap_or_default()
}

/// The conditions of a filter, leaving out the facets `but`.
fn conditions(engine: Engine, filter: &CaseFilter, but: &[Facet]) -> Conditions {
    let mut bound = Conditions::default();
    for facet in Facet::ALL.iter().filter(|facet| !but.contains(facet)) {
        let values = filter.values(*facet);
        if values.is_empty() {
            continue;
        }
        let kind = bound.bind(facet.id());
        let values = bound.bind_all(values.iter().map(String::as_str));
        bound.and(format!(
            "c.num IN (SELECT num FROM case_term WHERE kind = {kind} AND value IN ({values}))"
        ));
    }
    if let Some(clause) = words::condition(engine, &terms_of(filter), &mut bound) {
        bound.and(clause);
    }
    bound
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
    match filter.sort {
        // The engine has an index in this order, and titles in memory would cost more than all else.
        Sort::Title => titles::find(db, filter, limit).await,
        sort if sort.term().is_none() && filter.is_everything() => {
            let total = db.index().read().count();
            walk(db, filter, limit, Some(total as i64)).await
        }
        _ => pick(db, filter, limit).await,
    }
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
    let rows = usize::try_from(limit).unwrap_or(0);
    let (total, mut places) = {
        let known = db.index().read();
        let passing = known.passing(filter, words.as_ref());
        let page = match filter.sort.term() {
            Some(kind) => {
                let after = after.as_ref().and_then(Cursor::term);
                known.page_by(kind, filter.sort.ascends(), &passing, after, rows + 1)
            }
            None => {
                let after = after.and_then(|cursor| cursor.spot(titles.is_some()));
                known.page(&passing, titles.as_ref(), filter.sort, after, rows + 1)
            }
        };
        (passing.len() as i64, page)
    };
    let more = places.len() > rows;
    places.truncate(rows);
    let next = places.last().filter(|_| more).map(ToString::to_string);
    let nums: Vec<i64> = places.iter().map(|place| place.num).collect();
    Ok(Found { cases: kept::cases(db, &nums).await?, total, next })
}

/// How many cases pass the filter.
///
/// # Errors
/// Only those of the database.
pub async fn count(db: &Db, filter: &CaseFilter) -> Result<i64> {
    let version = version(db).await?;
    if !db.index().at(db, version).await? {
        return total(&mut db.read().await?, filter).await;
    }
    let words = db.index().words.find(db, &terms_of(filter), false).await?;
    Ok(db.index().read().passing(filter, words.as_ref()).len() as i64)
}

/// The shown cases with these numbers, in their order, each read anew.
async fn read_anew(tx: &mut Tx, nums: &[i64]) -> Result<Vec<Arc<StoredCase>>> {
    let mut found = read_shown(tx, nums).await?;
    found.sort_by_key(|(case, _)| nums.iter().position(|num| *num == case.num));
    Ok(found.into_iter().map(|(case, _)| Arc::new(case)).collect())
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

/// Exact counts for every facet of the filter.
///
/// # Errors
/// Only those of the database.
pub async fn facets(db: &Db, filter: &CaseFilter) -> Result<Arc<Facets>> {
    let version = version(db).await?;
    if !db.index().at(db, version).await? {
        return Ok(Arc::new(counted(db, filter).await?));
    }
    let words = db.index().words.find(db, &terms_of(filter), false).await?;
    Ok(db.index().read().facets(filter, words.as_ref()))
}

/// [`facets`], counted by the engine.
async fn counted(db: &Db, filter: &CaseFilter) -> Result<Facets> {
    let mut tx = db.read().await?;
    let mut facets = Facets::default();
    // Facets without a choice are all counted over the same cases: in one go.
    let (free, chosen): (Vec<Facet>, Vec<Facet>) =
        Facet::ALL.iter().copied().partition(|facet| filter.values(*facet).is_empty());
    let mut groups: Vec<_> = chosen.into_iter().map(|facet| vec![facet]).collect();
    groups.push(free);
    for group in groups.iter().filter(|group| !group.is_empty()) {
        for (kind, value, count) in counts(&mut tx, filter, group).await? {
            let Some(into) = Facet::from_id(&kind).map(|facet| facets.of_mut(facet)) else {
                continue;
            };
            if into.len() < FACET_LIMIT {
                into.push((value, count));
            }
        }
    }
    Ok(facets)
}

/// The cities of the cases that pass the filter, by their keys and however many they are, each
/// with its cases: most first, then by key. A case of several cities counts in each.
///
/// # Errors
/// Only those of the database.
pub async fn cities(db: &Db, filter: &CaseFilter) -> Result<Vec<(String, i64)>> {
    let version = version(db).await?;
    if db.index().at(db, version).await? {
        let words = db.index().words.find(db, &terms_of(filter), false).await?;
        let known = db.index().read();
        let passing = narrowed(&known, filter, words.as_ref());
        return Ok(known.among(TermKind::City, passing));
    }
    let mut tx = db.read().await?;
    let mut bound = conditions(tx.engine(), filter, &[]);
    let narrowed = bound.to_sql();
    let kind = bound.bind(TermKind::City.id());
    let sql = format!(
        "SELECT t.value, count(*) AS cases FROM case_term t
         WHERE t.kind = {kind}
           AND t.num IN (SELECT c.num FROM case_study c WHERE c.shown{narrowed})
         GROUP BY t.value ORDER BY cases DESC, t.value"
    );
    Ok(rows_where!(&mut tx, sql, bound.values)?)
}

/// How many values of this kind the cases that pass the filter hold.
///
/// # Errors
/// Only those of the database.
pub async fn values(db: &Db, filter: &CaseFilter, kind: TermKind) -> Result<i64> {
    let version = version(db).await?;
    if db.index().at(db, version).await? {
        let words = db.index().words.find(db, &terms_of(filter), false).await?;
        let known = db.index().read();
        let passing = narrowed(&known, filter, words.as_ref());
        return Ok(known.values_among(kind, passing) as i64);
    }
    let mut tx = db.read().await?;
    let mut bound = conditions(tx.engine(), filter, &[]);
    let narrowed = bound.to_sql();
    let kind = bound.bind(kind.id());
    let sql = format!(
        "SELECT count(DISTINCT t.value) FROM case_term t
         WHERE t.kind = {kind}
           AND t.num IN (SELECT c.num FROM case_study c WHERE c.shown{narrowed})"
    );
    let counted: Vec<(i64,)> = rows_where!(&mut tx, sql, bound.values)?;
    Ok(counted.first().map_or(0, |(count,)| *count))
}

/// What passes the filter; `None` for everything, which needs no counting.
fn narrowed(
    known: &Known,
    filter: &CaseFilter,
    words: Option<&RoaringBitmap>,
) -> Option<RoaringBitmap> {
    let whole = filter.is_everything() && words.is_none();
    (!whole).then(|| known.passing(filter, words))
}

/// The parts of `size` numbers in which there are cases, with the last revision of one in it.
///
/// # Errors
/// Only those of the database.
pub async fn parts(db: &Db, size: u32) -> Result<Vec<(i64, i64)>> {
    let version = version(db).await?;
    if db.index().at(db, version).await? {
        return Ok(db.index().read().parts(size));
    }
    sitemap::parts(&mut db.read().await?, size.into()).await
}

/// Values as they were last written, where that is not what they are found by: names of awards.
///
/// # Errors
/// Only those of the database.
pub async fn labels<'a>(
    db: &Db,
    facet: Facet,
    values: impl IntoIterator<Item = &'a str>,
) -> Result<HashMap<String, String>> {
    let mut bound = Conditions::default();
    let kind = bound.bind(facet.id());
    let values = bound.bind_all(values);
    if values.is_empty() {
        return Ok(HashMap::new());
    }
    let sql =
        format!("SELECT value, label FROM term_label WHERE kind = {kind} AND value IN ({values})");
    let found: Vec<(String, String)> = rows_where!(&mut db.read().await?, sql, bound.values)?;
    Ok(found.into_iter().collect())
}

/// The values of these facets with the cases that hold them, of those that pass the filter without
/// its choice in them; most first.
async fn counts(
    tx: &mut Tx,
    filter: &CaseFilter,
    group: &[Facet],
) -> Result<Vec<(String, String, i64)>> {
    let mut bound = conditions(tx.engine(), filter, group);
    let narrowed = bound.to_sql();
    let sql = if narrowed.is_empty() {
        of_everything(group, &mut bound)
    } else {
        let of_kinds = bound.bind_all(group.iter().map(|facet| facet.id()));
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

/// The most frequent values of these facets in the whole catalogue: each from the head of its
/// stretch of the index, however many cities there are.
fn of_everything(group: &[Facet], bound: &mut Conditions) -> String {
    let limit = bound.bind(FACET_LIMIT as i64);
    let each = group.iter().map(|facet| {
        let kind = bound.bind(facet.id());
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
