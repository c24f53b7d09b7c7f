//! Counting how many of many small sets lie within one large one.

use roaring::RoaringBitmap;

/// Cases of which it is asked often how many of others are among them.
pub(super) struct Among {
    cases: RoaringBitmap,
    /// A bit for each case.
    bits: Vec<u64>,
}

impl Among {
    /// A value with fewer cases is counted case by case: intersecting two sets walks along both of
    /// them, and there are tens of thousands of cities with a few cases each.
    const FEW: u64 = 2_048;

    pub(super) fn new(cases: RoaringBitmap) -> Self {
        let words = cases.max().map_or(0, |last| last as usize / 64 + 1);
        let mut bits = vec![0; words];
        for case in &cases {
            bits[case as usize / 64] |= 1 << (case % 64);
        }
        Among { cases, bits }
    }

    /// How many of the cases are among these.
    pub(super) fn with(&self, cases: &RoaringBitmap) -> u64 {
        if cases.len() > Self::FEW {
            return self.cases.intersection_len(cases);
        }
        let is_in = |case: u32| {
            self.bits.get(case as usize / 64).is_some_and(|bits| bits >> (case % 64) & 1 == 1)
        };
        cases.iter().filter(|case| is_in(*case)).count() as u64
    }
}

/// The first `limit` by their counts; they come by name, and equals stay so.
pub(super) fn most(mut counts: Vec<(&str, u64)>, limit: usize) -> Vec<(String, i64)> {
    let order = |a: &(&str, u64), b: &(&str, u64)| b.1.cmp(&a.1).then(a.0.cmp(b.0));
    if counts.len() > limit {
        counts.select_nth_unstable_by(limit, order);
        counts.truncate(limit);
    }
    counts.sort_unstable_by(order);
    counts.into_iter().map(|(value, count)| (value.to_owned(), count as i64)).collect()
}
