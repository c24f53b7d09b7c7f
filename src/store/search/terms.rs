//! Which cases hold a word, as the engine's full-text index says, remembered in memory: a question
//! is asked once, and then only of cases that changed.

use super::{
    index::{Known, version_in},
    portion::nums,
};
use crate::{
    domain::search::Term,
    store::{
        Db, Engine, Result,
        sql::{execute, rows_where},
        words,
    },
};
use quick_cache::{Weighter, sync::Cache};
use roaring::RoaringBitmap;
use std::sync::Arc;

/// Memory for the cases of words, in bytes.
const MOST_BYTES: u64 = 16 << 20;
/// With more changed cases than these the whole question is asked again.
const FEW: u64 = 200;

/// The cases in which the latest words of readers occur.
pub(in crate::store) struct Words {
    cache: Cache<String, Arc<Hits>, Size>,
}

/// The cases with a word, as of a change.
struct Hits {
    version: i64,
    cases: RoaringBitmap,
}

#[derive(Clone)]
struct Size;

impl Weighter<String, Arc<Hits>> for Size {
    fn weight(&self, key: &String, hits: &Arc<Hits>) -> u64 {
        (key.len() + hits.cases.serialized_size() + 128) as u64
    }
}

impl Default for Words {
    fn default() -> Self {
        Words { cache: Cache::with_weighter(2_000, MOST_BYTES, Size) }
    }
}

impl Words {
    /// The cases that hold every term, in their title alone where `in_title`; `None` without
    /// terms. At least as new as the index is.
    pub(in crate::store) async fn find(
        &self,
        db: &Db,
        terms: &[Term],
        in_title: bool,
    ) -> Result<Option<RoaringBitmap>> {
        let mut all: Option<RoaringBitmap> = None;
        for term in terms {
            let hits = self.of(db, term, in_title).await?;
            all = Some(match all {
                None => hits.cases.clone(),
                Some(left) => left & &hits.cases,
            });
        }
        Ok(all)
    }

    async fn of(&self, db: &Db, term: &Term, in_title: bool) -> Result<Arc<Hits>> {
        let query = words::query(db.engine(), term, in_title);
        let remembered = self.cache.get(&query);
        // What is remembered, and what may have changed since.
        let known = remembered.and_then(|hits| {
            let index = db.index().read();
            let changed = changed_since(&index, &hits)?;
            Some((hits, changed))
        });
        let hits = match known {
            Some((hits, changed)) if changed.is_empty() => return Ok(hits),
            Some((hits, changed)) => {
                let now = ask(db, &query, in_title, Some(&changed)).await?;
                Hits { version: now.version, cases: (&hits.cases - &changed) | now.cases }
            }
            None => ask(db, &query, in_title, None).await?,
        };
        let hits = Arc::new(hits);
        self.cache.insert(query, hits.clone());
        Ok(hits)
    }
}

/// `None` when it is better to ask anew.
fn changed_since(index: &Known, hits: &Hits) -> Option<RoaringBitmap> {
    if hits.version >= index.version() {
        return Some(RoaringBitmap::new());
    }
    index.changed_since(hits.version).filter(|changed| changed.len() <= FEW)
}

async fn ask(db: &Db, query: &str, in_title: bool, among: Option<&RoaringBitmap>) -> Result<Hits> {
    let mut tx = db.read().await?;
    // First: what is found may be newer than this says, and is then looked at once more.
    let version = version_in(&mut tx).await?;
    if tx.engine() == Engine::Postgres {
        // It would rather read every word of a million cases than the index of a frequent one, which
        // takes a quarter of the time.
        execute!(&mut tx, "SET LOCAL enable_seqscan = off")?;
    }
    let (sql, values) = words::gather(tx.engine(), query, in_title, among.into_iter().flatten());
    let gathered: Vec<(Option<String>,)> = rows_where!(&mut tx, sql, values)?;
    let cases = nums(gathered.first().and_then(|(text,)| text.as_deref()))?;
    Ok(Hits { version, cases })
}
