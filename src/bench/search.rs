//! Search with facets in the large catalogue, in this process.

use std::time::Instant;

use super::{
    Result, Table, corpus,
    gauge::{cpu_of, memory_of, percentile, short, spread},
    large::Large,
};
use crate::store::{Db, search};

const QUERIES: usize = 1_200;
/// Cases on one page of the feed.
const PAGE: i64 = 24;

pub async fn measure(large: &Large, table: &mut Table<'_>) -> Result<()> {
    let (size, engine) = (large.cases, large.engine);
    let db = large.open(table).await?;
    table.head(&format!("Search on {engine}: a page of {PAGE} cases, then all facets"))?;
    let (before, used) = (memory_of(std::process::id())?.0, cpu_of(std::process::id())?);
    let began = Instant::now();
    search::catch_up(&db).await?;
    let took = began.elapsed();
    let used = cpu_of(std::process::id())? - used;
    let more = memory_of(std::process::id())?.0 - before;
    table.row(
        &format!("{size} cases: the index is filled"),
        &short(took),
        &short(used),
        &format!(
            "{more:.0} MiB more of memory, {:.0} bytes a case",
            more * 1_048_576.0 / size as f64
        ),
    )?;
    queries(&db, size, table).await?;
    db.close().await;
    Ok(())
}

async fn queries(db: &Db, size: usize, table: &mut Table<'_>) -> Result<()> {
    let kinds = ["a word", "two words", "a rare word", "a goal", "a word and a goal", "no filter"];
    let (mut finds, mut facets) = (vec![Vec::new(); kinds.len()], vec![Vec::new(); kinds.len()]);
    let mut found = vec![0; kinds.len()];
    // All that is asked for, once: figures are of a warm index, and of connections that know the
    // statements.
    for at in 0..QUERIES {
        let filter = corpus::query(at, size);
        search::find(db, &filter, PAGE).await?;
        search::facets(db, &filter).await?;
    }
    for at in 0..QUERIES {
        let (filter, kind) = (corpus::query(at, size), at % kinds.len());
        let one = Instant::now();
        found[kind] = search::find(db, &filter, PAGE).await?.total;
        finds[kind].push(one.elapsed());
        let one = Instant::now();
        search::facets(db, &filter).await?;
        facets[kind].push(one.elapsed());
    }
    for (kind, what) in kinds.iter().enumerate() {
        let both: Vec<_> =
            finds[kind].iter().zip(&facets[kind]).map(|(find, facets)| *find + *facets).collect();
        let page = short(percentile(&mut finds[kind], 0.5));
        let counts = short(percentile(&mut facets[kind], 0.5));
        table.row(
            &format!("{size} cases: {what} ({} found)", found[kind]),
            &spread(&mut both.clone()),
            "–",
            &format!("page {page}, facets {counts} (p50)"),
        )?;
    }
    Ok(())
}
