//! A file of case studies goes in: every record on its own merits, many to a transaction.

use std::{
    collections::{HashMap, HashSet},
    io::BufRead,
};

use serde_json::Value;

use super::{
    lines::{Line, Lines},
    report::{Entry, Report, Verdict},
};
use crate::{
    app::{
        self,
        access::Who,
        publish::{Publisher, put_in},
    },
    clock::Clock,
    domain::{
        case_study::{self, CaseStudy},
        text::{clean_line, shorten},
        vocabulary::EditorialState,
    },
    store::{Db, StoreError},
};

/// Records to a transaction: enough to make the commits cheap, few enough that a running server
/// beside us waits a fraction of a second for its turn to write.
const BATCH: usize = 50;

/// How far an import is.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Of the file, read so far.
    pub bytes: u64,
    /// Of records, decided so far.
    pub records: u64,
}

/// Who imports, and where to.
pub struct Import {
    pub db: Db,
    pub by: Publisher,
    pub who: Who,
    pub clock: Clock,
    /// Everything is done, and undone again.
    pub dry_run: bool,
}

struct Record {
    line: u64,
    id: String,
    case: CaseStudy,
}

/// Records of earlier batches that a dry run has undone and a later record with the same id has
/// to be compared with.
type Undone = HashMap<String, Vec<CaseStudy>>;

impl Import {
    /// Reads the file to its end and puts in what is valid. A later record with an id that
    /// occurred before is judged by its `updated` like any other.
    ///
    /// When the file or the database fails on the way, the report says so and holds what was
    /// done until then.
    pub async fn run<R: BufRead>(
        &self,
        mut lines: Lines<R>,
        mut progress: impl FnMut(Progress),
    ) -> Report {
        let mut report = Report { dry_run: self.dry_run, ..Report::default() };
        let (mut batch, mut refused, mut undone) = (Vec::new(), Vec::new(), Undone::new());
        loop {
            let line = match lines.next_line() {
                Ok(line) => line,
                Err(error) => {
                    report.cut_short = Some(format!("the file cannot be read on: {error}"));
                    None
                }
            };
            let ended = line.is_none();
            match line.map(read) {
                Some(Ok(record)) => batch.push(record),
                Some(Err(entry)) => refused.push(entry),
                None => {}
            }
            if ended || batch.len() + refused.len() >= BATCH {
                let put = self.put(std::mem::take(&mut batch), &mut undone).await;
                let (mut entries, error) = match put {
                    Ok(entries) => (entries, None),
                    Err((entries, error)) => (entries, Some(error)),
                };
                entries.append(&mut refused);
                entries.sort_by_key(|entry| entry.line);
                entries.into_iter().for_each(|entry| report.add(entry));
                progress(Progress { bytes: lines.bytes(), records: report.lines.len() as u64 });
                if let Some(error) = error {
                    report.cut_short = Some(format!("the database failed: {error}"));
                }
            }
            if ended || report.cut_short.is_some() {
                return report;
            }
        }
    }

    /// Puts a batch in: all at once, or one by one when the database objects to one of them.
    async fn put(
        &self,
        batch: Vec<Record>,
        undone: &mut Undone,
    ) -> Result<Vec<Entry>, (Vec<Entry>, StoreError)> {
        if batch.is_empty() {
            return Ok(Vec::new());
        }
        if let Ok(entries) = self.try_put(&batch, undone).await {
            return Ok(entries);
        }
        let mut entries = Vec::with_capacity(batch.len());
        for record in batch {
            match self.try_put(std::slice::from_ref(&record), undone).await {
                Ok(mut one) => entries.append(&mut one),
                Err(error) if error.is_temporary() => return Err((entries, error)),
                Err(error) => entries.push(Entry {
                    line: record.line,
                    id: Some(record.id),
                    verdict: Verdict::refused("not-stored", format!("cannot be stored: {error}")),
                    warnings: Vec::new(),
                }),
            }
        }
        Ok(entries)
    }

    async fn try_put(
        &self,
        batch: &[Record],
        undone: &mut Undone,
    ) -> Result<Vec<Entry>, StoreError> {
        let now = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        let (mut entries, mut redone) = (Vec::with_capacity(batch.len()), HashSet::new());
        for record in batch {
            let earlier = undone.get(&record.case.id).filter(|_| redone.insert(&record.case.id));
            for case in earlier.into_iter().flatten() {
                match put_in(&mut tx, &self.by, &self.who, case.clone(), now).await {
                    Err(app::Error::Store(error)) => return Err(error),
                    _ => continue,
                }
            }
            let put = put_in(&mut tx, &self.by, &self.who, record.case.clone(), now).await;
            let verdict = match put {
                Ok(outcome) => Verdict::from(outcome),
                Err(app::Error::Store(error)) => return Err(error),
                Err(app::Error::Refused(refusal)) => Verdict::Refused { errors: refusal.errors },
                Err(other) => Verdict::refused("not-stored", other.to_string()),
            };
            entries.push(Entry {
                line: record.line,
                id: Some(record.id.clone()),
                warnings: warnings(&record.case, &verdict),
                verdict,
            });
        }
        if !self.dry_run {
            tx.commit().await?;
            return Ok(entries);
        }
        drop(tx);
        for (record, entry) in batch.iter().zip(&entries) {
            if !matches!(entry.verdict, Verdict::Left { .. } | Verdict::Refused { .. }) {
                undone.entry(record.case.id.clone()).or_default().push(record.case.clone());
            }
        }
        Ok(entries)
    }
}

/// The record of a line, or what is told about it.
fn read(line: Line) -> Result<Record, Entry> {
    let number = line.number;
    let entry = |id, verdict| Entry { line: number, id, verdict, warnings: Vec::new() };
    let text = line
        .text
        .map_err(|error| entry(None, Verdict::refused("unreadable", format!("record: {error}"))))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| {
        entry(None, Verdict::refused("not-json", format!("record: is not JSON: {error}")))
    })?;
    drop(text);
    let id = value.get("id").and_then(Value::as_str).map(|id| shorten(&clean_line(id), 60));
    match case_study::parse(&value) {
        Ok(case) => Ok(Record { line: number, id: case.id.clone(), case }),
        Err(refusal) => Err(entry(id, Verdict::Refused { errors: refusal.errors })),
    }
}

fn warnings(case: &CaseStudy, verdict: &Verdict) -> Vec<case_study::FieldError> {
    let public = case.editorial.state == EditorialState::Published;
    match verdict {
        Verdict::Published | Verdict::Revised { .. } if public => case.publish_problems(),
        _ => Vec::new(),
    }
}
