//! The cases that share most with one: from the index in memory, in a few milliseconds among a
//! hundred thousand, or by one statement where there is no index.

use super::{index::Known, kept, read_anew, version};
use crate::{
    domain::{
        case_study::CaseStudy,
        search::{TermKind, case_terms},
        vocabulary::TopicId,
    },
    store::{
        Db, Result,
        cases::StoredCase,
        sql::{Conditions, rows_where},
    },
};
use roaring::RoaringBitmap;
use std::{cmp::Reverse, sync::Arc};

/// Cases looked at closely in the end: twice as many as are shown, since each has to be read.
const SHORTLIST: usize = 12;
/// Cases whose shared terms are counted; of more than these, the latest to arrive. Bounds the work
/// for a topic that half of the catalogue is about.
const COUNTED: u64 = 20_000;

/// What is shared, by its weight in the shortlist. Only the heavy ones make a candidate: half of
/// all cases share a goal.
const WEIGHTS: [(TermKind, u32, bool); 4] = [
    (TermKind::Topic, 6, true),
    (TermKind::City, 5, true),
    (TermKind::Country, 2, false),
    (TermKind::Sdg, 2, false),
];

/// The shown cases most like `case`, whose number is `num`; most alike first, at most twelve.
///
/// # Errors
/// When the database does not answer.
pub async fn near(db: &Db, case: &CaseStudy, num: i64) -> Result<Vec<Arc<StoredCase>>> {
    let shared = shared(case);
    let version = version(db).await?;
    if db.index().at(db, version).await? {
        let nums = counted(&db.index().read(), &shared, num);
        return kept::cases(db, &nums).await;
    }
    let nums = asked(db, &shared, num).await?;
    read_anew(&mut db.read().await?, &nums).await
}

/// What another case may share, with its weight and whether it makes a candidate.
fn shared(case: &CaseStudy) -> Vec<(TermKind, String, u32, bool)> {
    let terms = case_terms(case).into_iter().filter_map(|(kind, value)| {
        let (_, weight, heavy) = WEIGHTS.iter().find(|(known, ..)| *known == kind)?;
        // The topics above say little: a seventh of all cases are about mobility.
        let fine = kind != TermKind::Topic || TopicId::from_id(&value).is_some();
        fine.then_some((kind, value, *weight, *heavy))
    });
    terms.collect()
}

fn counted(known: &Known, shared: &[(TermKind, String, u32, bool)], num: i64) -> Vec<i64> {
    let mut candidates = RoaringBitmap::new();
    for (facet, value, ..) in shared.iter().filter(|(.., heavy)| *heavy) {
        candidates |= known.holding(*facet, value).unwrap_or(&RoaringBitmap::new());
    }
    if let Ok(own) = u32::try_from(num) {
        candidates.remove(own);
    }
    let surplus = candidates.len().saturating_sub(COUNTED);
    candidates.remove_smallest(surplus);
    let nums: Vec<u32> = candidates.iter().collect();
    let mut weights = vec![0_u32; nums.len()];
    for (facet, value, weight, _) in shared {
        let Some(holding) = known.holding(*facet, value) else { continue };
        let mut at = 0;
        // Both go upwards, so one walk along the list finds all places.
        for held in &candidates & holding {
            while nums[at] < held {
                at += 1;
            }
            weights[at] += weight;
        }
    }
    let mut ranked: Vec<_> = weights.into_iter().zip(nums).map(Reverse).collect();
    if ranked.len() > SHORTLIST {
        ranked.select_nth_unstable(SHORTLIST);
        ranked.truncate(SHORTLIST);
    }
    ranked.sort_unstable();
    ranked.into_iter().map(|Reverse((_, num))| num.into()).collect()
}

/// The same from the table of terms, by the heavy ones alone.
async fn asked(db: &Db, shared: &[(TermKind, String, u32, bool)], num: i64) -> Result<Vec<i64>> {
    let mut bound = Conditions::default();
    let mut choices = Vec::new();
    for (facet, weight, _) in WEIGHTS.iter().filter(|(.., heavy)| *heavy) {
        let values = shared.iter().filter(|(known, ..)| known == facet);
        let values: Vec<_> = values.map(|(_, value, ..)| value.clone()).collect();
        if !values.is_empty() {
            let kind = bound.bind(facet.id());
            let values = bound.bind_all(values);
            choices.push(format!(
                "SELECT num, {weight} AS weight FROM case_term
                 WHERE kind = {kind} AND value IN ({values})"
            ));
        }
    }
    if choices.is_empty() {
        return Ok(Vec::new());
    }
    let own = bound.bind(num);
    let limit = bound.bind(SHORTLIST as i64);
    let sql = format!(
        "SELECT num FROM ({}) AS shared WHERE num <> {own}
         GROUP BY num ORDER BY SUM(weight) DESC, num DESC LIMIT {limit}",
        choices.join(" UNION ALL ")
    );
    let found: Vec<(i64,)> = rows_where!(&mut db.read().await?, sql, bound.values)?;
    Ok(found.into_iter().map(|(num,)| num).collect())
}
