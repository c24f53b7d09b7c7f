//! Two processes of one instance, on one PostgreSQL.

use crate::{
    common::sample_records,
    fake::Fake,
    instance::{Engine, Instance, postgres, until_seconds},
};
use kontor::domain::case_study::parse;
use serde_json::json;
use std::collections::BTreeMap;

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
