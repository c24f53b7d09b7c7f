//! The facets of all shown cases as bitmaps in memory: exact counts of any filter without counting
//! rows. Each process has its own, brought up to date from the log of changes.

use super::{
    FACET_LIMIT, Facets,
    held::{Held, Tally, most},
    kept::Kept,
    page::Cursor,
    places::Spots,
    portion::{PORTION, Portion, nums, short},
};
use crate::{
    domain::search::{ByFacet, CaseFilter, Facet, Sort, TermKind},
    store::{
        Db, Engine, Result, Tx,
        sql::{execute, row, rows},
    },
};
use roaring::RoaringBitmap;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap, VecDeque},
    ops::Bound,
    sync::{Arc, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};

pub(super) use super::terms::Words;

/// A question waits while so many changes are taken in; with more of them SQL answers.
const WORTH_WAITING_FOR: i64 = 2 * PORTION;
/// Changes that are remembered, so that the cases found by a word need not be looked up again.
const REMEMBERED: usize = 4_096;
/// Cases whose dates are read at once while the index is filled.
const CASES_AT_ONCE: i64 = 10_000;

/// The index of one process; empty, and then of no use, until [`catch_up`] filled it.
#[derive(Default)]
pub struct Index {
    known: RwLock<Known>,
    /// Whoever brings it up to date.
    turn: tokio::sync::Mutex<()>,
    pub(super) words: Words,
    pub(super) kept: Kept,
    pub(super) spots: Spots,
}

/// What is known of all shown cases. Cases go by their number.
#[derive(Default)]
pub(super) struct Known {
    /// The last change taken in; `None` before the index was filled.
    version: Option<i64>,
    all: RoaringBitmap,
    /// The cases of each value of each kind of term, in the order of [`TermKind::ALL`].
    kinds: [Values; TermKind::ALL.len()],
    /// The values of each case.
    held: Held,
    ids: Ids,
    /// Published and updated, by the case's number; of no meaning for one that is not shown.
    dates: Vec<(i64, i64)>,
    /// The latest changes, oldest first, complete after `forgotten`.
    changes: VecDeque<(i64, u32)>,
    forgotten: i64,
    /// The counts of the whole catalogue, which most pages need, once somebody asked for them.
    everything: OnceLock<Arc<Facets>>,
}

/// The values of one kind.
type Values = BTreeMap<Box<str>, Value>;

/// A value of any kind.
struct Value {
    id: u32,
    /// Those that hold it.
    cases: RoaringBitmap,
}

/// The numbers of values: small ones, since counts are kept by them.
#[derive(Default)]
struct Ids {
    /// Below this all were given.
    next: u32,
    free: Vec<u32>,
}

impl Ids {
    fn take(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        })
    }
}

/// Where a page of a search ended, or shall begin after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub rank: i64,
    pub date: i64,
    pub num: u32,
}

impl Index {
    /// Whether the index is at hand, as of `version` or later. False when SQL has to answer: it was
    /// not filled, or is far behind.
    pub(super) async fn at(&self, db: &Db, version: i64) -> Result<bool> {
        let Some(behind) = self.read().version.map(|known| version - known) else {
            return Ok(false);
        };
        if behind > WORTH_WAITING_FOR {
            return Ok(false);
        }
        if behind > 0 {
            catch_up(db).await?;
        }
        Ok(true)
    }

    pub(super) fn read(&self) -> RwLockReadGuard<'_, Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Known> {
        self.known.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The number of the last change of any case: as long as it is the same, every answer is.
///
/// # Errors
/// When the database does not answer.
pub async fn version(db: &Db) -> Result<i64> {
    // In no transaction: each page asks this, and one question takes a third of what three do.
    let row: Option<(i64,)> = match db {
        Db::Sqlite { readers, .. } => sqlx::query_as(VERSION).fetch_optional(readers).await?,
        Db::Postgres { pool, .. } => sqlx::query_as(VERSION).fetch_optional(pool).await?,
    };
    Ok(row.map_or(0, |(version,)| version))
}

const VERSION: &str = "SELECT value FROM counter WHERE name = 'change'";

pub(super) async fn version_in(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, VERSION)?;
    Ok(row.map_or(0, |(version,)| version))
}

/// Fills the index, or takes in what changed since; jobs do so at the start and once a second.
/// Returns how many changes that were.
///
/// # Errors
/// When the database does not answer; what was taken in before stays.
pub async fn catch_up(db: &Db) -> Result<usize> {
    let index = db.index();
    let _turn = index.turn.lock().await;
    let mut changes = 0;
    loop {
        let mut tx = snapshot(db).await?;
        let version = version_in(&mut tx).await?;
        let known = index.read().version;
        match known {
            Some(known) if known >= version => return Ok(changes),
            Some(known) => {
                let portion = Portion::read(&mut tx, known, version).await?;
                changes += portion.nums.len();
                let mut known = index.write();
                // While nobody can put back what was read before the change.
                index.kept.forget(&portion.nums);
                index.spots.forget(&portion.nums);
                known.take_in(portion);
            }
            None => {
                let filled = Known::read(&mut tx, version).await?;
                changes += filled.all.len() as usize;
                *index.write() = filled;
            }
        }
    }
}

/// A transaction in which all statements see the same state.
async fn snapshot(db: &Db) -> Result<Tx> {
    let mut tx = db.read().await?;
    if tx.engine() == Engine::Postgres {
        execute!(&mut tx, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")?;
    }
    Ok(tx)
}

impl Known {
    /// The whole catalogue.
    async fn read(tx: &mut Tx, version: i64) -> Result<Self> {
        let mut known = Known { version: Some(version), forgotten: version, ..Known::default() };
        for (kind, values) in TermKind::ALL.iter().zip(&mut known.kinds) {
            let gathered: Vec<(String, Option<String>)> = rows!(
                &mut *tx,
                "SELECT value, string_agg(CAST(num AS TEXT), ',') FROM case_term
                 WHERE kind = $1 GROUP BY value",
                kind.id()
            )?;
            for (value, gathered) in gathered {
                let (id, cases) = (known.ids.take(), nums(gathered.as_deref())?);
                values.insert(value.into(), Value { id, cases });
            }
        }
        let values = known.kinds.iter().flat_map(BTreeMap::values);
        known.held = Held::of_all(values.map(|value| (value.id, &value.cases)));
        let mut after = 0;
        loop {
            let dates: Vec<(i64, i64, i64)> = rows!(
                &mut *tx,
                "SELECT num, published_at, updated_at FROM case_study
                 WHERE shown AND num > $1 ORDER BY num LIMIT $2",
                after,
                CASES_AT_ONCE
            )?;
            let Some((last, ..)) = dates.last() else { return Ok(known) };
            after = *last;
            for dated in dates {
                known.show(dated)?;
            }
        }
    }

    fn show(&mut self, (num, published, updated): (i64, i64, i64)) -> Result<()> {
        let num = short(num)?;
        let place = num as usize;
        if self.dates.len() <= place {
            self.dates.resize(place + 1, (0, 0));
        }
        self.dates[place] = (published, updated);
        self.all.insert(num);
        Ok(())
    }

    fn take_in(&mut self, portion: Portion) {
        let Portion { version, nums, dates, values } = portion;
        let known: RoaringBitmap = nums.iter().map(|(_, num)| *num).collect();
        let known = known & &self.all;
        if !known.is_empty() {
            self.all -= &known;
            for values in &mut self.kinds {
                values.retain(|_, value| {
                    if !value.cases.is_disjoint(&known) {
                        value.cases -= &known;
                    }
                    if value.cases.is_empty() {
                        self.ids.free.push(value.id);
                    }
                    !value.cases.is_empty()
                });
            }
        }
        for dated in dates {
            self.show(dated).expect("its number was read as a short one");
        }
        let mut held: BTreeMap<u32, Vec<u32>> =
            nums.iter().map(|(_, num)| (*num, Vec::new())).collect();
        for (num, kind, value) in values {
            if let Some(kind) = TermKind::from_id(&kind) {
                let num = u32::try_from(num).expect("its number was read as a short one");
                let values = self.kinds[kind as usize].entry(value.into());
                let value = values
                    .or_insert_with(|| Value { id: self.ids.take(), cases: RoaringBitmap::new() });
                value.cases.insert(num);
                held.entry(num).or_default().push(value.id);
            }
        }
        for (num, values) in held {
            self.held.set(num, &values);
        }
        self.changes.extend(nums);
        while self.changes.len() > REMEMBERED {
            let forgotten = self.changes.pop_front();
            self.forgotten = forgotten.map_or(self.forgotten, |(seq, _)| seq);
        }
        self.everything = OnceLock::new();
        self.version = Some(version);
    }

    /// The last change taken in.
    pub(super) fn version(&self) -> i64 {
        self.version.unwrap_or(0)
    }

    /// The cases that changed after `version`; `None` when that is longer ago than is remembered.
    pub(super) fn changed_since(&self, version: i64) -> Option<RoaringBitmap> {
        let after = self.changes.partition_point(|(seq, _)| *seq <= version);
        (version >= self.forgotten)
            .then(|| self.changes.range(after..).map(|(_, num)| *num).collect())
    }

    fn values(&self, kind: TermKind) -> &Values {
        &self.kinds[kind as usize]
    }

    /// The cases that hold one of the chosen values; `None` for a facet without a choice.
    fn chosen(&self, filter: &CaseFilter, facet: Facet) -> Option<RoaringBitmap> {
        let (chosen, values) = (filter.values(facet), self.values(facet.kind()));
        let cases = chosen.iter().filter_map(|value| Some(&values.get(value.as_str())?.cases));
        (!chosen.is_empty()).then(|| cases.fold(RoaringBitmap::new(), |all, cases| all | cases))
    }

    /// The cases that pass the filter; `words` are those its words occur in.
    pub(super) fn passing(
        &self,
        filter: &CaseFilter,
        words: Option<&RoaringBitmap>,
    ) -> RoaringBitmap {
        let chosen = Facet::ALL.iter().filter_map(|facet| self.chosen(filter, *facet));
        let start = words.map_or_else(|| self.all.clone(), |words| words & &self.all);
        chosen.fold(start, |left, cases| left & cases)
    }

    /// The cases that hold one value.
    pub(super) fn holding(&self, kind: TermKind, value: &str) -> Option<&RoaringBitmap> {
        self.values(kind).get(value).map(|value| &value.cases)
    }

    /// How many cases there are.
    pub(super) fn count(&self) -> u64 {
        self.all.len()
    }

    /// The counts of every facet, each without its own choice.
    pub(super) fn facets(&self, filter: &CaseFilter, words: Option<&RoaringBitmap>) -> Arc<Facets> {
        if filter.is_everything() && words.is_none() {
            return self.everything.get_or_init(|| Arc::new(self.count_all(filter, None))).clone();
        }
        Arc::new(self.count_all(filter, words))
    }

    fn count_all(&self, filter: &CaseFilter, words: Option<&RoaringBitmap>) -> Facets {
        let chosen: Vec<_> = Facet::ALL
            .iter()
            .filter_map(|facet| Some((*facet, self.chosen(filter, *facet)?)))
            .collect();
        let without = |but: Option<Facet>| {
            let others = chosen.iter().filter(|(facet, _)| Some(*facet) != but);
            let mut narrowed = words.map(|words| words & &self.all);
            for (_, cases) in others {
                narrowed = Some(narrowed.map_or_else(|| cases & &self.all, |left| left & cases));
            }
            narrowed
        };
        let shared = without(None).map(|cases| (self.tally(&cases), cases));
        let own = |facet: Facet| {
            let cases = without(Some(facet))?;
            let widened = shared
                .as_ref()
                .and_then(|(tally, part)| tally.widened(&self.held, &self.all, part, &cases));
            Some(widened.unwrap_or_else(|| self.tally(&cases)))
        };
        ByFacet::new(|facet| {
            let has_choice = chosen.iter().any(|(other, _)| *other == facet);
            let own = has_choice.then(|| own(facet));
            let among = match &own {
                Some(own) => own.as_ref(),
                None => shared.as_ref().map(|(tally, _)| tally),
            };
            most(self.counts(facet.kind(), among), FACET_LIMIT)
        })
    }

    /// All values of a kind that occur among the cases, or at all; most first, then by name.
    pub(super) fn among(&self, kind: TermKind, among: Option<RoaringBitmap>) -> Vec<(String, i64)> {
        let tally = among.map(|cases| self.tally(&cases));
        most(self.counts(kind, tally.as_ref()), usize::MAX)
    }

    /// How many values of a kind occur among the cases.
    pub(super) fn values_among(&self, kind: TermKind, among: Option<RoaringBitmap>) -> usize {
        let tally = among.map(|cases| self.tally(&cases));
        self.counts(kind, tally.as_ref()).len()
    }

    /// The values of a kind that occur among the cases, or at all, by name.
    fn counts(&self, kind: TermKind, among: Option<&Tally>) -> Vec<(&str, u64)> {
        let counts = self.values(kind).iter().map(|(name, value)| {
            let total = value.cases.len();
            (&**name, among.map_or(total, |among| among.with(value.id, total)))
        });
        counts.filter(|(_, count)| *count > 0).collect()
    }

    /// How often each value occurs among these cases, which are shown.
    fn tally(&self, cases: &RoaringBitmap) -> Tally {
        Tally::of(&self.held, &self.all, cases, self.ids.next as usize)
    }

    /// The parts of `size` numbers that hold cases, each with its last revision.
    pub(super) fn parts(&self, size: u32) -> Vec<(i64, i64)> {
        let mut parts: Vec<(i64, i64)> = Vec::new();
        for num in &self.all {
            let (part, updated) =
                (i64::from(num.saturating_sub(1) / size), self.dates[num as usize].1);
            match parts.last_mut().filter(|(last, _)| *last == part) {
                Some((_, latest)) => *latest = updated.max(*latest),
                None => parts.push((part, updated)),
            }
        }
        parts
    }

    /// The first `limit` of these cases after a value and a number, by the values of a kind of
    /// which every case has one.
    pub(super) fn page_by(
        &self,
        kind: TermKind,
        ascending: bool,
        cases: &RoaringBitmap,
        after: Option<(&str, u32)>,
        limit: usize,
    ) -> Vec<Cursor> {
        let values = self.values(kind);
        let mut page = Vec::with_capacity(limit);
        let mut take = |value: &str, nums: &mut dyn Iterator<Item = u32>| {
            let rest = nums.filter(|num| match after {
                Some((reached, last)) if reached == value => {
                    if ascending {
                        *num > last
                    } else {
                        *num < last
                    }
                }
                _ => true,
            });
            page.extend(rest.take(limit - page.len()).map(|num| Cursor::from((value, num))));
            page.len() < limit
        };
        let reached = after.map_or(Bound::Unbounded, |(value, _)| Bound::Included(value));
        if ascending {
            let mut onward = values.range::<str, _>((reached, Bound::Unbounded));
            onward.all(|(value, own)| take(value, &mut (cases & &own.cases).iter()));
        } else {
            let mut back = values.range::<str, _>((Bound::Unbounded, reached)).rev();
            back.all(|(value, own)| take(value, &mut (cases & &own.cases).iter().rev()));
        }
        page
    }

    /// The first `limit` of these cases after a spot, latest first, those with `first` before all
    /// others.
    pub(super) fn page(
        &self,
        cases: &RoaringBitmap,
        first: Option<&RoaringBitmap>,
        sort: Sort,
        after: Option<Spot>,
        limit: usize,
    ) -> Vec<Cursor> {
        let ranked = |first: &RoaringBitmap| {
            let mut page = self.latest(&(cases & first), 1, sort, after, limit);
            if page.len() < limit {
                let left = limit - page.len();
                page.extend(self.latest(&(cases - first), 0, sort, after, left));
            }
            page
        };
        let page = first.map_or_else(|| self.latest(cases, 0, sort, after, limit), ranked);
        page.into_iter().map(Cursor::from).collect()
    }

    fn latest(
        &self,
        cases: &RoaringBitmap,
        rank: i64,
        sort: Sort,
        after: Option<Spot>,
        limit: usize,
    ) -> Vec<Spot> {
        let mut latest = BinaryHeap::with_capacity(limit + 1);
        for num in cases {
            let (published, updated) = self.dates[num as usize];
            let date = if sort == Sort::Updated { updated } else { published };
            let spot = Spot { rank, date, num };
            if after.is_some_and(|after| spot >= after) {
                continue;
            }
            if latest.len() < limit {
                latest.push(Reverse(spot));
            } else if latest.peek().is_some_and(|Reverse(least)| spot > *least) {
                latest.pop();
                latest.push(Reverse(spot));
            }
        }
        latest.into_sorted_vec().into_iter().map(|Reverse(spot)| spot).collect()
    }
}
