//! Two processes of one instance, on one PostgreSQL.

use crate::{
    common::sample_records,
    fake::Fake,
    instance::{Engine, Instance, postgres, until_seconds},
};
use kontor::{domain::case_study::parse, store::Db};
use serde_json::json;
use sqlx::PgPool;
use std::{collections::BTreeMap, time::Duration};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_nodes_on_one_database_deliver_each_activity_once() {
    if postgres().is_none() {
        return;
    }
    let one = Instance::start(Engine::Postgres, "metropolis").await;
    let two = one.another_node().await;
    let mut others = Vec::new();
    for _ in 0..4 {
        let other = Fake::start().await;
        let follow = other.activity("Follow", "f", "alice", json!(one.network()));
        assert_eq!(other.send(one.origin(), "alice", &follow, one.now()).await, 202);
        others.push(other);
    }
    for other in &others {
        until_seconds(10, async || match other.posted_of("Accept").len() {
            1 => Ok(()),
            found => Err(format!("{found} Accepts")),
        })
        .await;
    }
    let mut samples: Vec<_> =
        sample_records().iter().map(|record| parse(record).unwrap()).collect();
    samples.truncate(20);
    for round in 0..5 {
        for case in &samples {
            let mut case = case.clone();
            case.id = format!("{}-{round}", case.id);
            case.slug = format!("{}-{round}", case.slug);
            let node = if round % 2 == 0 { &one } else { &two };
            node.import([case]).await;
        }
    }
    for other in &others {
        until_seconds(60, async || match other.posted_of("Create").len() {
            found if found >= 100 => Ok(()),
            found => Err(format!("{found} of 100 arrived")),
        })
        .await;
    }
    one.rests().await;
    for other in &others {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for activity in other.posted() {
            *counts.entry(activity["id"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        assert_eq!(counts.len(), 101);
        assert!(counts.values().all(|count| *count == 1), "{counts:?}");
    }
    drop(two);
}

fn pool(instance: &Instance) -> &PgPool {
    let Db::Postgres { pool, .. } = &instance.state.db else { panic!("another engine") };
    pool
}

/// When the host is free again, by its row.
async fn leased_until(instance: &Instance, host: &str) -> i64 {
    let sql = "SELECT lease_until FROM peer WHERE host = $1";
    sqlx::query_scalar(sql).bind(host).fetch_one(pool(instance)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_a_killed_node_held_is_free_at_the_next_start_but_not_while_another_lives() {
    if postgres().is_none() {
        return;
    }
    let one = Instance::start(Engine::Postgres, "metropolis").await;
    let until = one.now() + 600_000;
    let sql = "INSERT INTO peer (host, standing, reason, software, failures, next_try, lease_owner,
                   lease_until, created_at)
               VALUES ('a.example', 'trusted', '', '', 0, 0, 'a node that was killed', $1, 0)";
    sqlx::query(sql).bind(until).execute(pool(&one)).await.unwrap();
    let two = one.another_node().await;
    assert_eq!(leased_until(&one, "a.example").await, until, "the first may be sending");
    two.stop().await;
    let one = one.stop().await.start().await;
    assert_eq!(leased_until(&one, "a.example").await, 0, "nobody else lives");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_node_that_the_database_took_for_dead_is_seen_again_and_sends_again() {
    if postgres().is_none() {
        return;
    }
    let one = Instance::start(Engine::Postgres, "metropolis").await;
    let other = Fake::start().await;
    let follow = other.activity("Follow", "f", "alice", json!(one.network()));
    assert_eq!(other.send(one.origin(), "alice", &follow, one.now()).await, 202);
    one.rests().await;
    let signs = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock'
                   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    let ended: Vec<(bool,)> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT pg_terminate_backend(pid) FROM ({signs}) s"
    )))
    .fetch_all(pool(&one))
    .await
    .unwrap();
    assert_eq!(ended.len(), 1, "one sign of life");
    tokio::time::sleep(Duration::from_millis(100)).await;
    one.publish(parse(&sample_records()[0]).unwrap()).await;
    until_seconds(10, async || {
        let again: Vec<(i32,)> = sqlx::query_as(signs).fetch_all(pool(&one)).await.unwrap();
        match (again.len(), other.posted_of("Create").len()) {
            (1, 1) => Ok(()),
            found => Err(format!("(signs of life, Creates): {found:?}")),
        }
    })
    .await;
    one.rests().await;
    assert_eq!(other.posted_of("Create").len(), 1);
}
