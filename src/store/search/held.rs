//! Which values each case holds: the bitmaps of the index the other way round, so that the facets of
//! a search cost what it found and not what the catalogue holds.

use roaring::RoaringBitmap;

/// Lists that nobody uses any more are given back when they are more than half, and more than these.
const MOST_UNUSED: usize = 4_096;

/// The values of each case, by their ids in the index.
#[derive(Default)]
pub(super) struct Held {
    /// By the case's number: where its values begin in `values`, and how many they are.
    spans: Vec<(u32, u32)>,
    values: Vec<u32>,
    /// How many of `values` belong to no case.
    unused: usize,
}

impl Held {
    /// Of all cases at once, from the cases of each value.
    pub(super) fn of_all<'a>(all: impl Iterator<Item = (u32, &'a RoaringBitmap)> + Clone) -> Self {
        let last = all.clone().filter_map(|(_, cases)| cases.max()).max();
        let mut spans = vec![(0, 0); last.map_or(0, |last| last as usize + 1)];
        for num in all.clone().flat_map(|(_, cases)| cases) {
            spans[num as usize].1 += 1;
        }
        let mut length: u32 = 0;
        for (start, count) in &mut spans {
            *start = length;
            length += *count;
            *count = 0;
        }
        let mut values = vec![0; length as usize];
        for (value, cases) in all {
            for num in cases {
                let (start, count) = &mut spans[num as usize];
                values[(*start + *count) as usize] = value;
                *count += 1;
            }
        }
        Held { spans, values, unused: 0 }
    }

    /// The values that a case holds.
    pub(super) fn of(&self, num: u32) -> &[u32] {
        let (start, count) = self.spans.get(num as usize).copied().unwrap_or_default();
        &self.values[start as usize..(start + count) as usize]
    }

    /// What a case holds from now on.
    pub(super) fn set(&mut self, num: u32, values: &[u32]) {
        let place = num as usize;
        if self.spans.len() <= place {
            self.spans.resize(place + 1, (0, 0));
        }
        self.unused += self.spans[place].1 as usize;
        self.spans[place] = (self.values.len() as u32, values.len() as u32);
        self.values.extend(values);
        if self.unused > MOST_UNUSED.max(self.values.len() / 2) {
            self.close_up();
        }
    }

    fn close_up(&mut self) {
        let mut values = Vec::with_capacity(self.values.len() - self.unused);
        for span in &mut self.spans {
            let (start, count) = (span.0 as usize, span.1 as usize);
            span.0 = values.len() as u32;
            values.extend_from_slice(&self.values[start..start + count]);
        }
        (self.values, self.unused) = (values, 0);
    }
}

/// How often each value occurs among some cases.
pub(super) struct Tally {
    counts: Vec<u32>,
    /// It was counted among the others, because they are fewer.
    inverse: bool,
}

impl Tally {
    /// Among `cases`, which are some of `all`; ids of values are below `ids`.
    pub(super) fn of(held: &Held, all: &RoaringBitmap, cases: &RoaringBitmap, ids: usize) -> Self {
        let inverse = cases.len() > all.len() / 2;
        let mut tally = Tally { counts: vec![0; ids], inverse };
        if inverse {
            tally.count(held, &(all - cases));
        } else {
            tally.count(held, cases);
        }
        tally
    }

    /// Among `cases`, some of which this was counted among: among `part`. `None` when it is less work
    /// to count from the start.
    pub(super) fn widened(
        &self,
        held: &Held,
        all: &RoaringBitmap,
        part: &RoaringBitmap,
        cases: &RoaringBitmap,
    ) -> Option<Self> {
        let work = cases.len().min(all.len() - cases.len());
        if self.inverse || cases.len() - part.len() >= work {
            return None;
        }
        let mut tally = Tally { counts: self.counts.clone(), inverse: false };
        tally.count(held, &(cases - part));
        Some(tally)
    }

    fn count(&mut self, held: &Held, cases: &RoaringBitmap) {
        for num in cases {
            for value in held.of(num) {
                self.counts[*value as usize] += 1;
            }
        }
    }

    /// Of a value that `total` cases hold.
    pub(super) fn with(&self, value: u32, total: u64) -> u64 {
        let count = u64::from(self.counts[value as usize]);
        if self.inverse { total - count } else { count }
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_a_case_holds_is_what_was_said_last(
            begun in prop::collection::vec(prop::collection::btree_set(0_u32..20, 0..6), 0..40),
            changed in prop::collection::vec((0_u32..60, prop::collection::btree_set(0_u32..20, 0..6)), 0..60),
            often in 1..300_usize,
        ) {
            let mut known: BTreeMap<u32, Vec<u32>> = (0..).zip(begun)
                .map(|(num, values)| (num, values.into_iter().collect())).collect();
            let cases_of = |value: u32| known.iter()
                .filter(move |(_, values)| values.contains(&value)).map(|(num, _)| *num);
            let bitmaps: Vec<RoaringBitmap> = (0..20).map(|value| cases_of(value).collect()).collect();
            let mut held = Held::of_all((0..).zip(&bitmaps));
            for (num, values) in changed {
                let values: Vec<u32> = values.into_iter().collect();
                // As often as it takes for the lists to be closed up.
                for _ in 0..often {
                    held.set(num, &values);
                }
                known.insert(num, values);
            }
            for num in 0..70 {
                prop_assert_eq!(held.of(num), known.get(&num).map_or(&[][..], |values| values));
            }
            prop_assert!(held.values.len() <= 2 * MOST_UNUSED + 1_000);
            // Counted among few and among most of them alike.
            let all: RoaringBitmap = known.keys().copied().collect();
            for part in [3, 2, 1] {
                let cases: RoaringBitmap = all.iter().filter(|num| num % 3 < part).collect();
                let tally = Tally::of(&held, &all, &cases, 20);
                for value in 0..20 {
                    let count = |cases: &RoaringBitmap| cases.iter()
                        .filter(|num| known[num].contains(&value)).count() as u64;
                    prop_assert_eq!(tally.with(value, count(&all)), count(&cases));
                    // Some of them were counted before.
                    let some: RoaringBitmap = cases.iter().filter(|num| num % 5 < 3).collect();
                    let before = Tally::of(&held, &all, &some, 20);
                    if let Some(tally) = before.widened(&held, &all, &some, &cases) {
                        prop_assert_eq!(tally.with(value, count(&all)), count(&cases));
                    }
                }
            }
        }
    }
}
