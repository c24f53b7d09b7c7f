//! What one core and this disk allow: signatures and durable rows.

use std::{
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use super::{
    Result, Table,
    gauge::{cpu_of, each, rate, short, spread},
};
use crate::{
    federation::signature::{BodyDigest, KeyPair},
    store::{Db, inbox, inbox::Arrival},
};

const SIGNATURES: usize = 1_500;
const CHECKS: usize = 15_000;
const ROWS: usize = 2_000;
/// Rows that share a commit, as the inbox's writer does it under load.
const GROUP: usize = 50;

/// CPU time of one operation each.
pub struct Bounds {
    pub sign: Duration,
    pub verify: Duration,
    digest: Duration,
    /// A row of 3 KiB with a commit of its own, and when 50 share one.
    row: Duration,
    row_in_group: Duration,
    row_times: String,
    row_rate: String,
    group_rate: String,
}

pub async fn measure(folder: &Path) -> Result<Bounds> {
    let key = KeyPair::generate()?;
    let message = [7_u8; 300];
    let sign = timed(SIGNATURES, || {
        black_box(key.sign(black_box(&message)));
    });
    let (public, signature) = (key.public_key()?, key.sign(&message));
    let verify = timed(CHECKS, || {
        black_box(public.verifies(black_box(&message), &signature));
    });
    let body = vec![b'x'; 10_240];
    let digest = timed(CHECKS, || {
        black_box(BodyDigest::of(black_box(&body)));
    });
    let url = format!("sqlite:{}", folder.join("bounds.sqlite").display());
    let db = Db::open(&url, 1).await?;
    let mut times = Vec::with_capacity(ROWS);
    let (began, before) = (Instant::now(), cpu_of(std::process::id())?);
    for at in 0..ROWS {
        let one = Instant::now();
        write(&db, at..at + 1).await?;
        times.push(one.elapsed());
    }
    let row = each(ROWS, cpu_of(std::process::id())? - before);
    let row_rate = rate(ROWS, began.elapsed());
    let (began, before) = (Instant::now(), cpu_of(std::process::id())?);
    for at in (ROWS..5 * ROWS).step_by(GROUP) {
        write(&db, at..at + GROUP).await?;
    }
    let row_in_group = each(4 * ROWS, cpu_of(std::process::id())? - before);
    let group_rate = rate(4 * ROWS, began.elapsed());
    db.close().await;
    let row_times = spread(&mut times);
    Ok(Bounds { sign, verify, digest, row, row_in_group, row_times, row_rate, group_rate })
}

/// CPU time of this thread for each of `count` calls.
fn timed(count: usize, mut work: impl FnMut()) -> Duration {
    let before = super::gauge::cpu_of_thread();
    (0..count).for_each(|_| work());
    each(count, super::gauge::cpu_of_thread() - before)
}

async fn write(db: &Db, numbers: std::ops::Range<usize>) -> Result<()> {
    let arrivals: Vec<_> = numbers
        .map(|at| Arrival {
            id: format!("http://localhost:1/activities/{at}"),
            actor: "http://localhost:1/a/1".into(),
            host: "localhost:1".into(),
            kind: "Create".into(),
            body: "x".repeat(3_072),
            received_at: at as i64,
        })
        .collect();
    let mut tx = db.begin().await?;
    inbox::write(&mut tx, &arrivals).await?;
    Ok(tx.commit().await?)
}

impl Bounds {
    pub fn tell(&self, table: &mut Table<'_>) -> Result<()> {
        let Bounds { sign, verify, digest, row, row_in_group, row_times, row_rate, group_rate } =
            self;
        let per_core = |time: &Duration| rate(1, *time);
        table.head("Bounds of one core of this machine")?;
        table.row("RSA-2048 signature", &per_core(sign), &short(*sign), "per CPU-second")?;
        table.row("RSA-2048 verification", &per_core(verify), &short(*verify), "per CPU-second")?;
        table.row("SHA-256 of 10 KiB", &per_core(digest), &short(*digest), "per CPU-second")?;
        table.row(
            "SQLite, a row of 3 KiB, own durable commit",
            row_rate,
            &short(*row),
            row_times,
        )?;
        table.row("the same, 50 rows to a commit", group_rate, &short(*row_in_group), "")
    }

    /// The least an arrival costs: its signature, the hash of its body, its row.
    pub fn arrival(&self) -> Duration {
        self.verify + self.digest + self.row_in_group
    }
}
