//! A file of case studies goes in, to its end.

use std::io::BufRead;

use super::{
    lines::{Line, Lines},
    report::Report,
};
use crate::{
    app::import::{self, Entry, Import, Record, Undone, Verdict},
    clock::Clock,
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

/// Reads the file to its end and puts in what is valid.
///
/// When the file or the database fails on the way, the report says so and holds what was
/// done until then.
pub async fn run<R: BufRead>(
    import: &Import,
    clock: &Clock,
    mut lines: Lines<R>,
    mut progress: impl FnMut(Progress),
) -> Report {
    let mut report = Report { dry_run: import.dry_run, ..Report::default() };
    let (mut batch, mut refused, mut undone) = (Vec::new(), Vec::new(), Undone::default());
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
            let put = import.put(std::mem::take(&mut batch), &mut undone, clock.now_ms()).await;
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

/// The record of a line, or what is told about it.
fn read(line: Line) -> Result<Record, Entry> {
    let number = line.number;
    match line.text {
        Ok(text) => import::read(number, text.as_bytes()),
        Err(error) => {
            let verdict = Verdict::refused("unreadable", format!("record: {error}"));
            Err(Entry::unread(number, None, verdict))
        }
    }
}
