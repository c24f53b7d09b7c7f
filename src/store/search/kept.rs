//! The cases that were shown last, read and checked once: the same ones stand on most pages.

use super::index::version_in;
use crate::store::{
    Db, Result,
    cases::{StoredCase, read_shown},
};
use quick_cache::{Weighter, sync::Cache};
use std::sync::Arc;

/// Memory for kept cases, in bytes.
const MOST_BYTES: u64 = 8 << 20;
/// Cases expected in it.
const ITEMS: usize = 1_000;
/// Who reads more at once reads everything, and would only drive others out.
const AT_ONCE: usize = 60;
/// A case in memory takes so many times the bytes of its document, in small texts.
const SPREAD: usize = 3;

pub(super) struct Kept(Cache<u32, One, Size>);

#[derive(Clone)]
struct One {
    case: Arc<StoredCase>,
    bytes: usize,
}

#[derive(Clone)]
struct Size;

impl Weighter<u32, One> for Size {
    fn weight(&self, _: &u32, one: &One) -> u64 {
        (SPREAD * one.bytes + 512) as u64
    }
}

impl Default for Kept {
    fn default() -> Self {
        Kept(Cache::with_weighter(ITEMS, MOST_BYTES, Size))
    }
}

impl Kept {
    /// These changed: they are read again.
    pub(super) fn forget(&self, changes: &[(i64, u32)]) {
        for (_, num) in changes {
            self.0.remove(num);
        }
    }
}

/// The shown cases with these numbers, in their order, at least as new as the index is.
pub(super) async fn cases(db: &Db, nums: &[i64]) -> Result<Vec<Arc<StoredCase>>> {
    let kept = &db.index().kept.0;
    let mut found: Vec<Option<Arc<StoredCase>>> =
        nums.iter().map(|num| Some(kept.get(&u32::try_from(*num).ok()?)?.case)).collect();
    let missing = nums.iter().zip(&found).filter(|(_, case)| case.is_none());
    let missing: Vec<i64> = missing.map(|(num, _)| *num).collect();
    if !missing.is_empty() {
        let mut tx = db.read().await?;
        // First: what is read may be newer than this says, and is then read once more.
        let version = version_in(&mut tx).await?;
        let read = read_shown(&mut tx, &missing).await?;
        drop(tx);
        let known = db.index().read();
        let changed = known.changed_since(version).filter(|_| nums.len() <= AT_ONCE);
        for (case, bytes) in read {
            let Some(place) = nums.iter().position(|num| *num == case.num) else { continue };
            let case = Arc::new(case);
            found[place] = Some(case.clone());
            if let (Ok(num), Some(changed)) = (u32::try_from(case.num), &changed)
                && !changed.contains(num)
            {
                kept.insert(num, One { case, bytes });
            }
        }
    }
    Ok(found.into_iter().flatten().collect())
}
