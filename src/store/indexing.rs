//! What a case is found by: its terms, how many cases hold each, its words; and the log of changes.

use super::{
    Result, Tx, doors,
    sql::{Value, execute, execute_where, placeholders},
    words,
};
use crate::domain::{case_study::CaseStudy, search::case_terms};

/// Terms and words of a shown case; none for one that is not shown. Every change of a case comes by
/// here, and is noted in the log of changes.
pub(super) async fn index(
    tx: &mut Tx,
    num: i64,
    case: Option<&CaseStudy>,
    is_new: bool,
) -> Result<()> {
    if !is_new {
        execute!(
            tx,
            "UPDATE term_count SET cases = cases - 1
             WHERE (kind, value) IN (SELECT kind, value FROM case_term WHERE num = $1)",
            num
        )?;
        execute!(tx, "DELETE FROM case_term WHERE num = $1", num)?;
    }
    if let Some(case) = case {
        let terms = case_terms(case);
        let mut values = Vec::with_capacity(terms.len() * 3);
        for (kind, value) in &terms {
            values.extend([Value::from(kind.id()), Value::from(value.as_str()), Value::from(num)]);
        }
        if !terms.is_empty() {
            let sql = format!(
                "INSERT INTO case_term (kind, value, num) VALUES {}",
                placeholders(terms.len(), 3)
            );
            execute_where!(tx, sql, values)?;
            execute!(
                tx,
                "INSERT INTO term_count (kind, value, cases)
                 SELECT kind, value, 1 FROM case_term WHERE num = $1
                 ON CONFLICT (kind, value) DO UPDATE SET cases = term_count.cases + 1",
                num
            )?;
        }
    }
    words::replace(tx, num, case, is_new).await?;
    doors::name_people(tx, num, case, is_new).await?;
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
