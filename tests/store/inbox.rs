//! Arrivals are written once, taken by one node at a time, and have one effect.

use crate::{build::NOW, common::db::on_both_engines};
use kontor::store::{
    Db,
    inbox::{self, Arrival, Item},
};
use std::collections::BTreeSet;

on_both_engines!(
    an_arrival_is_written_once_however_often_and_beside_whatever_it_comes,
    an_arrival_is_taken_by_one_node_until_its_lease_ends,
    an_arrival_has_one_effect,
    what_cannot_be_done_yet_is_tried_again_and_given_up_at_last,
);

fn arrival(id: impl std::fmt::Display) -> Arrival {
    Arrival {
        id: format!("https://p.example/activities/{id}"),
        actor: "https://p.example/a/1".into(),
        host: "p.example".into(),
        kind: "Create".into(),
        body: format!(r#"{{"id":"{id}"}}"#),
        received_at: NOW,
    }
}

async fn write(db: &Db, arrivals: &[Arrival]) {
    let mut tx = db.begin().await.unwrap();
    inbox::write(&mut tx, arrivals).await.unwrap();
    tx.commit().await.unwrap();
}

async fn claim(db: &Db, now: i64, limit: i64) -> Vec<Item> {
    let mut tx = db.begin().await.unwrap();
    let items = inbox::claim(&mut tx, now, 60_000, limit).await.unwrap();
    tx.commit().await.unwrap();
    items
}

async fn an_arrival_is_written_once_however_often_and_beside_whatever_it_comes(db: Db) {
    let mut odd = arrival("odd");
    odd.kind = "Cre\0ate".into();
    write(&db, &[]).await;
    write(&db, &[arrival(1), arrival(2), arrival(1), odd]).await;
    write(&db, &[arrival(2), arrival(3)]).await;
    let groups = [(); 6].map(|()| {
        let db = db.clone();
        tokio::spawn(async move {
            let group: Vec<_> = (0..60).map(arrival).collect();
            write(&db, &group).await;
        })
    });
    for group in groups {
        group.await.unwrap();
    }
    let mut tx = db.read().await.unwrap();
    assert_eq!(inbox::counts(&mut tx).await.unwrap(), [("new".to_owned(), 61)]);
    assert!(inbox::is_known(&mut tx, &arrival(59).id).await.unwrap());
    assert!(!inbox::is_known(&mut tx, &arrival(60).id).await.unwrap());
    let newest = inbox::page(&mut tx, i64::MAX, 3).await.unwrap();
    assert!(newest.windows(2).all(|pair| pair[0].seq > pair[1].seq));
}

async fn an_arrival_is_taken_by_one_node_until_its_lease_ends(db: Db) {
    write(&db, &(0..50).map(arrival).collect::<Vec<_>>()).await;
    let nodes = [(); 4].map(|()| {
        let db = db.clone();
        tokio::spawn(async move {
            let mut mine = Vec::new();
            loop {
                let items = claim(&db, NOW, 3).await;
                assert!(items.len() <= 3 && items.is_sorted_by_key(|item| item.seq));
                if items.is_empty() {
                    return mine;
                }
                mine.extend(items.into_iter().map(|item| item.id));
            }
        })
    });
    let mut all = Vec::new();
    for node in nodes {
        all.extend(node.await.unwrap());
    }
    assert_eq!(all.len(), 50);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 50);
    assert!(claim(&db, NOW + 59_999, 9).await.is_empty());
    // A node that died gives nothing back; its lease ends.
    let again = claim(&db, NOW + 60_000, 9).await;
    assert_eq!(again.len(), 9);
    assert_eq!(again[0].id, arrival(0).id, "the oldest comes first");
}

async fn an_arrival_has_one_effect(db: Db) {
    write(&db, &[arrival(1), arrival(2)]).await;
    let items = claim(&db, NOW, 9).await;
    let mut tx = db.begin().await.unwrap();
    assert!(inbox::finish(&mut tx, items[0].seq, "done", "", NOW).await.unwrap());
    assert!(!inbox::finish(&mut tx, items[0].seq, "done", "", NOW).await.unwrap());
    assert!(inbox::finish(&mut tx, items[1].seq, "ignored", "why", NOW).await.unwrap());
    assert_eq!(inbox::waiting(&mut tx).await.unwrap(), 0);
    tx.commit().await.unwrap();
    write(&db, &[arrival(1)]).await;
    assert!(claim(&db, NOW + 100_000, 9).await.is_empty());
    let mut tx = db.begin().await.unwrap();
    assert_eq!(inbox::forget_bodies(&mut tx, NOW).await.unwrap(), 0);
    assert_eq!(inbox::forget_bodies(&mut tx, NOW + 1).await.unwrap(), 2);
    let kept = inbox::page(&mut tx, i64::MAX, 9).await.unwrap();
    assert!(kept.iter().all(|item| item.body.is_empty()));
    assert_eq!(kept[0].note, "why");
    tx.commit().await.unwrap();
}

async fn what_cannot_be_done_yet_is_tried_again_and_given_up_at_last(db: Db) {
    write(&db, &[arrival(1)]).await;
    let item = claim(&db, NOW, 9).await.remove(0);
    let mut tx = db.begin().await.unwrap();
    inbox::postpone(&mut tx, item.seq, "no answer", Some(NOW + 5_000), NOW).await.unwrap();
    tx.commit().await.unwrap();
    assert!(claim(&db, NOW + 4_999, 9).await.is_empty());
    let item = claim(&db, NOW + 5_000, 9).await.remove(0);
    assert_eq!((item.attempts, item.note.as_str()), (1, "no answer"));
    let mut tx = db.begin().await.unwrap();
    inbox::postpone(&mut tx, item.seq, "gone", None, NOW).await.unwrap();
    assert_eq!(inbox::counts(&mut tx).await.unwrap(), [("failed".to_owned(), 1)]);
    assert!(!inbox::finish(&mut tx, item.seq, "done", "", NOW).await.unwrap());
    tx.commit().await.unwrap();
    assert!(claim(&db, NOW + 900_000, 9).await.is_empty());
}
