//! What a case is found by: its terms, how many cases hold each, its words; and the log of changes.

use super::{
    Db, Result, Tx, cases, doors, settings,
    sql::{Value, execute, execute_where, placeholders},
    words,
};
use crate::domain::{
    case_study::CaseStudy,
    search::{TermKind, award_key, case_terms},
};
use std::collections::BTreeMap;

/// Which terms cases have: raised whenever `case_terms` makes others, so that stored cases get them.
const MAKE: &str = "2";
/// The setting that says of which make the terms of the stored cases are: `2`, or `2 900` when
/// those up to number 900 are.
const TERMS: &str = "terms";
/// Cases in one transaction of [`renew`]: other writers wait for tens of milliseconds.
const PORTION: i64 = 100;

/// Terms and words of a shown case; none for one that is not shown. Every change of a case comes by
/// here, and is noted in the log of changes.
pub(super) async fn index(
    tx: &mut Tx,
    num: i64,
    case: Option<&CaseStudy>,
    is_new: bool,
) -> Result<()> {
    terms(tx, num, case, is_new).await?;
    words::replace(tx, num, case, is_new).await?;
    doors::name_people(tx, num, case, is_new).await?;
    note_change(tx, num).await
}

/// Gives the cases that an earlier version stored the terms of this one, a portion at a time and
/// beside all other work. What is interrupted goes on where it was. Returns how many cases that
/// were; 0 once all have them.
///
/// # Errors
/// When the database does not answer; finished portions stay.
pub async fn renew(db: &Db) -> Result<usize> {
    let mut renewed = 0;
    loop {
        let mut tx = db.begin().await?;
        cases::lock(&mut tx).await?;
        let state = settings::get(&mut tx, TERMS).await?.unwrap_or_default();
        if state == MAKE {
            return Ok(renewed);
        }
        let reached = state.split_once(' ').filter(|(make, _)| *make == MAKE);
        let reached = reached.and_then(|(_, num)| num.parse().ok()).unwrap_or(0);
        let portion = cases::shown_after(&mut tx, reached, PORTION).await?;
        for stored in &portion {
            terms(&mut tx, stored.num, Some(&stored.case), false).await?;
            doors::name_people(&mut tx, stored.num, Some(&stored.case), false).await?;
            note_change(&mut tx, stored.num).await?;
        }
        let state = match portion.last() {
            Some(last) => format!("{MAKE} {}", last.num),
            None => MAKE.to_owned(),
        };
        settings::set(&mut tx, TERMS, &state).await?;
        tx.commit().await?;
        renewed += portion.len();
    }
}

async fn terms(tx: &mut Tx, num: i64, case: Option<&CaseStudy>, is_new: bool) -> Result<()> {
    if !is_new {
        execute!(
            tx,
            "UPDATE term_count SET cases = cases - 1
             WHERE (kind, value) IN (SELECT kind, value FROM case_term WHERE num = $1)",
            num
        )?;
        execute!(tx, "DELETE FROM case_term WHERE num = $1", num)?;
    }
    let Some(case) = case else { return Ok(()) };
    let terms = case_terms(case);
    let mut values = Vec::with_capacity(terms.len() * 3);
    for (kind, value) in &terms {
        values.extend([Value::from(kind.id()), Value::from(value.as_str()), Value::from(num)]);
    }
    let sql =
        format!("INSERT INTO case_term (kind, value, num) VALUES {}", placeholders(terms.len(), 3));
    execute_where!(tx, sql, values)?;
    execute!(
        tx,
        "INSERT INTO term_count (kind, value, cases)
         SELECT kind, value, 1 FROM case_term WHERE num = $1
         ON CONFLICT (kind, value) DO UPDATE SET cases = term_count.cases + 1",
        num
    )?;
    labels(tx, case).await
}

/// The names of awards as this case writes them.
async fn labels(tx: &mut Tx, case: &CaseStudy) -> Result<()> {
    let awards: BTreeMap<_, _> =
        case.awards.iter().map(|award| (award_key(&award.name), award.name.as_str())).collect();
    let awards: Vec<_> = awards.into_iter().filter(|(key, _)| !key.is_empty()).collect();
    if awards.is_empty() {
        return Ok(());
    }
    let rows = awards
        .iter()
        .flat_map(|(key, name)| [TermKind::Award.id(), key.as_str(), *name].map(Value::from));
    let sql = format!(
        "INSERT INTO term_label (kind, value, label) VALUES {}
         ON CONFLICT (kind, value) DO UPDATE SET label = excluded.label
         WHERE term_label.label <> excluded.label",
        placeholders(awards.len(), 3)
    );
    execute_where!(tx, sql, rows.collect::<Vec<_>>())?;
    Ok(())
}

/// What every process keeps of the case, and of its page, is read or made anew.
pub(super) async fn note_change(tx: &mut Tx, num: i64) -> Result<()> {
    let change = tx.next_number("change").await?;
    execute!(
        tx,
        "INSERT INTO case_change (num, seq) VALUES ($1, $2)
         ON CONFLICT (num) DO UPDATE SET seq = excluded.seq",
        num,
        change
    )?;
    Ok(())
}
