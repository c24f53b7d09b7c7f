//! The event log: in commit order, nothing missed, nothing read twice.

use crate::{
    build::{NOW, events_of},
    common::db::on_both_engines,
};
use kontor::{
    domain::event::Event,
    store::{Db, events},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

on_both_engines!(
    a_reader_by_cursor_misses_no_event_of_concurrent_writers,
    what_is_rolled_back_leaves_no_gap,
    two_readers_never_get_the_same_event,
);

const WRITERS: usize = 8;
const EACH: usize = 20;

async fn write(db: &Db, id: String, pause: u64) {
    let mut tx = db.begin().await.unwrap();
    events::append(&mut tx, &Event::CasePublished { id }, NOW).await.unwrap();
    // Whoever has the earlier number may be the later to commit, if nothing prevents it.
    tokio::time::sleep(Duration::from_micros(pause)).await;
    tx.commit().await.unwrap();
}

async fn a_reader_by_cursor_misses_no_event_of_concurrent_writers(db: Db) {
    let finished = Arc::new(AtomicUsize::new(0));
    let mut writers = Vec::new();
    for writer in 0..WRITERS {
        let (db, finished) = (db.clone(), finished.clone());
        writers.push(tokio::spawn(async move {
            for n in 0..EACH {
                write(&db, format!("{writer}-{n}"), (writer * n % 5) as u64 * 300).await;
            }
            finished.fetch_add(1, Ordering::SeqCst);
        }));
    }
    let (mut cursor, mut seen) = (0, Vec::new());
    loop {
        let all_done = finished.load(Ordering::SeqCst) == WRITERS;
        let mut tx = db.read().await.unwrap();
        let portion = events::after(&mut tx, cursor, 7).await.unwrap();
        if portion.is_empty() && all_done {
            break;
        }
        for logged in portion {
            assert_eq!(logged.seq, cursor + 1, "an event was skipped");
            cursor = logged.seq;
            seen.push(logged.event.subject().to_owned());
        }
    }
    for writer in writers {
        writer.await.unwrap();
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), WRITERS * EACH);
}

async fn what_is_rolled_back_leaves_no_gap(db: Db) {
    write(&db, "1".into(), 0).await;
    let mut tx = db.begin().await.unwrap();
    events::append(&mut tx, &Event::Liked { id: "never".into() }, NOW).await.unwrap();
    drop(tx);
    write(&db, "2".into(), 0).await;
    let ids: Vec<_> = events_of(&db).await.iter().map(|event| event.subject().to_owned()).collect();
    assert_eq!(ids, ["1", "2"]);
    let mut tx = db.read().await.unwrap();
    assert_eq!(events::after(&mut tx, 1, 9).await.unwrap()[0].seq, 2);
}

async fn two_readers_never_get_the_same_event(db: Db) {
    for n in 0..40 {
        write(&db, n.to_string(), 0).await;
    }
    let read = |db: Db| async move {
        let mut mine = Vec::new();
        loop {
            let mut tx = db.read().await.unwrap();
            if !events::waiting(&mut tx, "federation").await.unwrap() {
                return mine;
            }
            drop(tx);
            let mut tx = db.begin().await.unwrap();
            let Some(cursor) = events::lock_reader(&mut tx, "federation").await.unwrap() else {
                drop(tx);
                tokio::time::sleep(Duration::from_millis(1)).await;
                continue;
            };
            let portion = events::after(&mut tx, cursor, 3).await.unwrap();
            tokio::time::sleep(Duration::from_millis(1)).await;
            let Some(last) = portion.last() else { continue };
            events::advance_reader(&mut tx, "federation", last.seq).await.unwrap();
            mine.extend(portion.iter().map(|logged| logged.seq));
            tx.commit().await.unwrap();
        }
    };
    let readers = [(); 3].map(|()| tokio::spawn(read(db.clone())));
    let mut all = Vec::new();
    for reader in readers {
        all.extend(reader.await.unwrap());
    }
    all.sort_unstable();
    assert_eq!(all, (1..=40).collect::<Vec<i64>>());
}
