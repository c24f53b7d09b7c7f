//! The event log: facts written in the transaction that caused them, read by cursor.

use super::{
    Result, StoreError, Tx,
    sql::{execute, row, rows},
};
use crate::domain::event::Event;

/// An event with its place in the log.
#[derive(Debug)]
pub struct Logged {
    pub seq: i64,
    pub event: Event,
    pub at: i64,
}

/// Appends a fact; readers see it when this transaction commits.
pub async fn append(tx: &mut Tx, event: &Event, now: i64) -> Result<()> {
    let seq = tx.next_number("event").await?;
    execute!(
        tx,
        "INSERT INTO event (seq, kind, subject, at) VALUES ($1, $2, $3, $4)",
        seq,
        event.kind(),
        event.subject(),
        now
    )?;
    Ok(())
}

/// The cursor of `reader`, locked until the transaction ends, or `None` when another node holds
/// it. SQLite has one writer, so its lock is the transaction itself.
pub async fn lock_reader(tx: &mut Tx, reader: &str) -> Result<Option<i64>> {
    let row: Option<(i64,)> = match tx.engine() {
        super::Engine::Sqlite => row!(tx, "SELECT seq FROM reader WHERE name = $1", reader)?,
        super::Engine::Postgres => {
            row!(tx, "SELECT seq FROM reader WHERE name = $1 FOR UPDATE SKIP LOCKED", reader)?
        }
    };
    Ok(row.map(|(seq,)| seq))
}

pub async fn advance_reader(tx: &mut Tx, reader: &str, seq: i64) -> Result<()> {
    execute!(tx, "UPDATE reader SET seq = $1 WHERE name = $2", seq, reader)?;
    Ok(())
}

/// Whether `reader` has something to read; a cheap look outside any lock.
pub async fn waiting(tx: &mut Tx, reader: &str) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT (SELECT value FROM counter WHERE name = 'event') > seq FROM reader WHERE name = $1",
        reader
    )?;
    Ok(row.is_some_and(|(waiting,)| waiting))
}

/// The oldest events after `seq`, at most `limit`.
pub async fn after(tx: &mut Tx, seq: i64, limit: i64) -> Result<Vec<Logged>> {
    let found: Vec<(i64, String, String, i64)> = rows!(
        tx,
        "SELECT seq, kind, subject, at FROM event WHERE seq > $1 ORDER BY seq LIMIT $2",
        seq,
        limit
    )?;
    found
        .into_iter()
        .map(|(seq, kind, subject, at)| {
            let event = Event::from_parts(&kind, &subject).ok_or(StoreError::Inconsistent {
                table: "event",
                column: "kind",
                value: kind,
            })?;
            Ok(Logged { seq, event, at })
        })
        .collect()
}
