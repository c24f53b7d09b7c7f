//! From the wish to follow to its end.

use crate::{
    common::sample_records,
    fake::{Fake, accepted},
    instance::{Engine, Instance, on_each_engine, until, until_seconds},
};
use kontor::domain::case_study::{CaseStudy, parse};
use serde_json::json;
use std::time::Duration;

on_each_engine!(
    after_an_unfollow_nothing_more_arrives,
    reading_back_goes_on_where_it_was_interrupted,
    a_follow_whose_answer_was_lost_can_be_asked_again,
);

fn samples() -> Vec<CaseStudy> {
    sample_records().iter().map(|record| parse(record).unwrap()).collect()
}

async fn after_an_unfollow_nothing_more_arrives(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    let mut cases = samples();
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    let before = origin.publish(cases.pop().unwrap()).await;
    until("the first case arrives", 10, async || partner.case(&before.uri).await).await;

    partner.unfollow(origin.host()).await;
    partner.rests().await;
    origin.rests().await;
    let after = origin.publish(cases.pop().unwrap()).await;
    origin.rests().await;
    partner.rests().await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(partner.case(&after.uri).await.is_none());
    assert!(partner.case(&before.uri).await.is_some(), "what came before stays");

    partner.follow(origin.host()).await;
    until("the second case is read back", 10, async || partner.case(&after.uri).await).await;
}

async fn reading_back_goes_on_where_it_was_interrupted(engine: Engine) {
    let origin = Instance::start_with(engine, "metropolis", |config| {
        config.limits.collection_page_items = 3;
    })
    .await;
    let partner = Instance::start_with(engine, "eurocities", |config| {
        // Three pages a second: there is time to stop in the middle.
        config.federation.backfill_pages_per_minute = 180;
    })
    .await;
    let cases = samples();
    let total = cases.len();
    origin.import(cases).await;
    origin.rests().await;
    partner.follow(origin.host()).await;
    let began = until("some pages were read", 20, async || {
        let following = partner.following(origin.host()).await;
        (following.backfill_seen >= 6).then_some(following)
    })
    .await;
    assert!(began.backfill == "running", "{began:?}");
    assert_eq!(began.backfill_total, Some(total as i64));

    let mut stopped = partner.stop().await;
    let asked_before = asked_pages(&origin).await;
    stopped.config.federation.backfill_pages_per_minute = 60_000;
    let partner = stopped.start().await;
    partner.shows(total).await;
    let done = partner.has_read_back(origin.host()).await;
    assert_eq!(done.backfill_seen, total as i64, "no page was counted twice");
    assert_eq!(done.backfill_total, Some(total as i64));
    assert_eq!(asked_before, asked_pages(&origin).await);
}

/// How many items the origin's outbox says there are.
async fn asked_pages(origin: &Instance) -> i64 {
    let mut tx = origin.read().await;
    kontor::store::activities::outbox_count(&mut tx, origin.network()).await.unwrap()
}

async fn a_follow_whose_answer_was_lost_can_be_asked_again(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let other = Fake::start().await;
    other.answers(|_| accepted());
    let alice = other.actor("alice");
    instance.follow(&alice).await;
    until("the Follow arrives", 10, async || (other.posted_of("Follow").len() == 1).then_some(()))
        .await;
    assert_eq!(instance.following(&alice).await.state, "asked");

    instance.follow(&alice).await;
    until("it is asked again", 10, async || (other.posted_of("Follow").len() == 2).then_some(()))
        .await;
    let follow = &other.posted_of("Follow")[1];
    let accept = other.activity("Accept", "1", "alice", json!(follow["id"]));
    assert_eq!(other.send(instance.origin(), "alice", &accept, instance.now()).await, 202);
    until_seconds(10, async || match instance.following(&alice).await {
        following if following.state == "accepted" => Ok(()),
        following => Err(format!("{following:?}")),
    })
    .await;
}
