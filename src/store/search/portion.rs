//! What changed since the index was brought up to date, read in portions.

use roaring::RoaringBitmap;

use crate::store::{
    Result, StoreError, Tx,
    sql::{Conditions, rows, rows_where},
};

/// Changes that are taken in at once, so that readers wait for milliseconds at most.
pub(super) const PORTION: i64 = 500;

/// Bitmaps hold 32 bits; a catalogue with more cases than that is a broken one.
pub(super) fn short(num: i64) -> Result<u32> {
    u32::try_from(num).map_err(|_| StoreError::Inconsistent {
        table: "case_study",
        column: "num",
        value: num.to_string(),
    })
}

/// Reads `7,8,9`, as a statement gathers numbers: a row for each would cost ten times as much.
pub(super) fn nums(gathered: Option<&str>) -> Result<RoaringBitmap> {
    let texts = gathered.into_iter().flat_map(|text| text.split(','));
    texts
        .map(|text| {
            text.parse::<u32>().map_err(|_| StoreError::Inconsistent {
                table: "case_term",
                column: "num",
                value: text.to_owned(),
            })
        })
        .collect()
}

/// What changed, and how it is now.
pub(super) struct Portion {
    pub(super) version: i64,
    pub(super) nums: Vec<(i64, u32)>,
    /// Number, published and updated, of those that are shown.
    pub(super) dates: Vec<(i64, i64, i64)>,
    /// Number, kind and value.
    pub(super) values: Vec<(i64, String, String)>,
}

impl Portion {
    pub(super) async fn read(tx: &mut Tx, known: i64, version: i64) -> Result<Self> {
        let changed: Vec<(i64, i64)> = rows!(
            tx,
            "SELECT seq, num FROM case_change WHERE seq > $1 ORDER BY seq LIMIT $2",
            known,
            PORTION
        )?;
        let whole = (changed.len() as i64) < PORTION;
        let reached = changed.last().filter(|_| !whole).map_or(version, |(seq, _)| *seq);
        let mut bound = Conditions::default();
        let list = bound.bind_all(changed.iter().map(|(_, num)| *num));
        let (mut dates, mut values) = (Vec::new(), Vec::new());
        if !changed.is_empty() {
            let sql = format!(
                "SELECT num, published_at, updated_at FROM case_study
                 WHERE shown AND num IN ({list})"
            );
            dates = rows_where!(&mut *tx, sql, bound.values.clone())?;
            let sql = format!("SELECT num, kind, value FROM case_term WHERE num IN ({list})");
            values = rows_where!(&mut *tx, sql, bound.values)?;
        }
        let nums = changed.into_iter().map(|(seq, num)| Ok((seq, short(num)?)));
        Ok(Portion { version: reached, nums: nums.collect::<Result<_>>()?, dates, values })
    }
}
