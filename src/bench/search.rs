//! Search with facets at two sizes of the catalogue, in this process, on the engines at hand.

use std::{path::Path, time::Instant};

use super::{
    Options, Result, Table,
    corpus::{self, Corpus},
    gauge::{cpu_of, each, percentile, rate, short, spread},
};
use crate::{
    app::{access::Who, publish, publish::Publisher},
    clock::Clock,
    store::{Db, search},
    urls::Urls,
};

const SMALL: usize = 400;
const QUERIES: usize = 300;
/// Cases to a transaction while the catalogue is filled.
const BATCH: usize = 200;
/// Cases on one page of the feed.
const PAGE: i64 = 24;

pub async fn measure(folder: &Path, options: &Options, table: &mut Table<'_>) -> Result<()> {
    let sqlite = format!("sqlite:{}", folder.join("search.sqlite").display());
    let mut engines = vec![("SQLite", sqlite)];
    engines.extend(options.postgres.iter().map(|url| ("PostgreSQL", url.clone())));
    for (engine, url) in engines {
        let db = Db::open(&url, 4).await?;
        table.head(&format!("Search on {engine}: a page of {PAGE} cases, then all facets"))?;
        let mut there = 0;
        for size in [SMALL, options.cases] {
            if size <= there {
                continue;
            }
            let (began, before) = (Instant::now(), cpu_of(std::process::id())?);
            fill(&db, there..size).await?;
            let cpu = each(size - there, cpu_of(std::process::id())? - before);
            let count = size - there;
            let what = format!("cases put in, to {size}");
            table.row(&what, &rate(count, began.elapsed()), &short(cpu), "with their words")?;
            there = size;
            let began = Instant::now();
            search::catch_up(&db).await?;
            let what = format!("{size} cases: the index brought up to date");
            table.row(&what, &short(began.elapsed()), "–", "in memory")?;
            queries(&db, size, table).await?;
        }
        db.close().await;
    }
    Ok(())
}

async fn fill(db: &Db, cases: std::ops::Range<usize>) -> Result<()> {
    let corpus = Corpus::new()?;
    let urls = Urls::new("http://localhost:1");
    let by = Publisher { actor: urls.actor("bench"), urls };
    let now = Clock::system().now_ms();
    let mut next = cases.start;
    while next < cases.end {
        let mut tx = db.begin().await?;
        let end = cases.end.min(next + BATCH);
        for at in next..end {
            let case = corpus.case(at)?;
            publish::put_in(&mut tx, &by, &Who::CommandLine, case, now).await?;
        }
        tx.commit().await?;
        next = end;
    }
    Ok(())
}

async fn queries(db: &Db, size: usize, table: &mut Table<'_>) -> Result<()> {
    let kinds = ["a word", "two words", "a rare word", "a goal", "a word and a goal", "no filter"];
    let (mut finds, mut facets) = (vec![Vec::new(); kinds.len()], vec![Vec::new(); kinds.len()]);
    let mut found = vec![0; kinds.len()];
    // The words that are asked for, once: figures are of a warm index.
    for at in 0..QUERIES {
        search::facets(db, &corpus::query(at, size)).await?;
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
