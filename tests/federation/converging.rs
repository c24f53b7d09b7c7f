//! What one instance publishes, all that follow it show; what it takes back, none shows.

use crate::{
    common::{extreme_records, sample_records},
    fake::Fake,
    instance::{Engine, Instance, on_each_engine, until_seconds},
};
use kontor::{
    app::publish::Outcome,
    domain::case_study::{CaseStudy, parse},
};
use std::collections::BTreeMap;

on_each_engine!(
    three_instances_that_follow_each_other_show_the_same_cases,
    a_case_arrives_changes_and_goes_within_seconds,
    a_second_revision_within_one_second_arrives_too,
);

fn corpus() -> Vec<CaseStudy> {
    let records = sample_records().into_iter().chain(extreme_records());
    records.map(|record| parse(&record).unwrap()).collect()
}

/// By object id: title, dates, revision and publishing host of everything shown.
async fn feed(instance: &Instance) -> BTreeMap<String, (String, i64, i64, i64, String)> {
    let shown = instance.shown().await.into_iter().map(|stored| {
        let seconds = |ms: i64| ms.div_euclid(1_000);
        let dates = (seconds(stored.published), seconds(stored.updated));
        (stored.uri, (stored.case.title, dates.0, dates.1, stored.revision, stored.host))
    });
    shown.collect()
}

async fn three_instances_that_follow_each_other_show_the_same_cases(engine: Engine) {
    let names = ["metropolis", "eurocities", "urbact"];
    let mut instances = Vec::new();
    for name in names {
        instances.push(Instance::start(engine, name).await);
    }
    let corpus = corpus();
    let total = corpus.len();
    for (at, case) in corpus.into_iter().enumerate() {
        let outcomes = instances[at % 3].import([case]).await;
        assert!(matches!(outcomes[0], Outcome::Published { .. }), "{outcomes:?}");
    }
    for one in &instances {
        for other in instances.iter().filter(|other| other.host() != one.host()) {
            one.follow(other.host()).await;
        }
    }
    for instance in &instances {
        instance.shows(total).await;
    }
    let first = feed(&instances[0]).await;
    assert_eq!(first, feed(&instances[1]).await);
    assert_eq!(first, feed(&instances[2]).await);
    for one in &instances {
        for other in instances.iter().filter(|other| other.host() != one.host()) {
            let following = one.has_read_back(other.host()).await;
            assert_eq!(following.state, "accepted");
            assert!(following.backfill_seen >= total as i64 / 3, "{following:?}");
        }
        one.rests().await;
        assert!(!one.arrivals().await.contains("failed"), "{}", one.arrivals().await);
    }
}

async fn a_case_arrives_changes_and_goes_within_seconds(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    let visitor = Fake::start().await;
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;

    let mut case = corpus().swap_remove(0);
    let stored = origin.publish(case.clone()).await;
    let arrived = until_seconds(5, async || {
        partner.case(&stored.uri).await.ok_or_else(|| "the case did not arrive".to_owned())
    })
    .await;
    assert_eq!(arrived.case.title, case.title);
    assert!(arrived.is_shown());

    case.title = "A better title".into();
    origin.update(case.clone()).await;
    until_seconds(5, async || match partner.case(&stored.uri).await {
        Some(changed) if changed.case.title == case.title => Ok(()),
        other => Err(format!("the case did not change: {:?}", other.map(|c| c.case.title))),
    })
    .await;

    let here = partner.case(&stored.uri).await.unwrap().page;
    origin.withdraw(&case.id).await;
    until_seconds(5, async || match partner.case(&stored.uri).await {
        None => Ok(()),
        Some(_) => Err("the case is still there".to_owned()),
    })
    .await;
    let page = origin.state.urls.case_page(&stored.page);
    assert_eq!(visitor.get(&page, "text/html").await.0, 410, "{page}");
    let (status, stone) = visitor.get(&stored.uri, "application/activity+json").await;
    assert_eq!(status, 410);
    assert!(stone.contains("Tombstone"), "{stone}");
    let (status, _) = visitor.get(&partner.state.urls.case_page(&here), "text/html").await;
    assert!(matches!(status, 404 | 410), "{here}: {status}");
    origin.rests().await;
    partner.rests().await;
}

async fn a_second_revision_within_one_second_arrives_too(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    let mut case = corpus().swap_remove(1);
    case.editorial.published = Some(1_700_000_000_000);
    for (ms, title) in [(100, "First version"), (500, "Second version"), (900, "Third version")] {
        case.editorial.updated = Some(1_700_000_100_000 + ms);
        case.title = title.into();
        origin.import([case.clone()]).await;
        let uri = origin.own(&case.id).await.uri;
        until_seconds(10, async || match partner.case(&uri).await {
            Some(arrived) if arrived.case.title == title => Ok(()),
            other => Err(format!("{title}: {:?}", other.map(|stored| stored.case.title))),
        })
        .await;
    }
}
