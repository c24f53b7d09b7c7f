//! The pages of shown cases for robots, in parts by their numbers.

use super::{Result, Tx, sql::rows};

/// The parts of `size` numbers in which there are cases, with the last revision of one in it. Read
/// from the index of revisions alone.
pub(super) async fn parts(tx: &mut Tx, size: i64) -> Result<Vec<(i64, i64)>> {
    Ok(rows!(
        tx,
        "SELECT (num - 1) / $1 AS part, max(updated_at) FROM case_study WHERE shown
         GROUP BY 1 ORDER BY 1",
        size
    )?)
}

/// The pages of the cases with numbers after `first` up to `last`, and when they were revised.
pub async fn pages(tx: &mut Tx, first: i64, last: i64) -> Result<Vec<(String, i64)>> {
    Ok(rows!(
        tx,
        "SELECT page, updated_at FROM case_study WHERE shown AND num > $1 AND num <= $2
         ORDER BY num",
        first,
        last
    )?)
}
