//! Catalogues are compared, and what was missed is healed.

use crate::{
    common::{extreme_records, sample_records},
    instance::{Engine, Instance, on_each_engine, until},
};
use kontor::{
    app::{access::Who, moderate},
    domain::case_study::{CaseStudy, parse},
    federation::{catalogue::fingerprint, outbox},
    store::{
        cases,
        catalogue::{self, Comparison, Entry},
        follows,
    },
};

on_each_engine!(
    after_an_undisturbed_exchange_catalogues_are_equal,
    what_was_never_told_is_healed_and_the_follow_renewed,
    copies_follow_an_origin_that_went_back_to_a_backup,
    a_catalogue_of_many_differences_is_read_back_whole,
);

fn samples() -> Vec<CaseStudy> {
    sample_records().iter().map(|record| parse(record).unwrap()).collect()
}

/// Compares now and returns how it went.
async fn compare(instance: &Instance, host: &str) -> Comparison {
    let (db, asked) = (&instance.state.db, instance.now());
    moderate::compare_now(db, &Who::CommandLine, host, asked).await.unwrap();
    instance.state.wake.follows.notify_one();
    until("the catalogue is compared", 30, async || {
        let mut tx = instance.read().await;
        let found = catalogue::comparisons(&mut tx, 10).await.unwrap();
        found
            .into_iter()
            .find(|found| found.host == host && found.compared_at.is_some_and(|at| at >= asked))
    })
    .await
}

fn counts(seen: &Comparison) -> (&str, i64, i64, i64, i64, i64) {
    (&seen.state, seen.theirs, seen.missing, seen.changed, seen.gone, seen.unhealed)
}

async fn after_an_undisturbed_exchange_catalogues_are_equal(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    let extremes = extreme_records();
    let all = samples().into_iter().chain(extremes.iter().map(|record| parse(record).unwrap()));
    let all: Vec<CaseStudy> = all.collect();
    let (early, late) = all.split_at(all.len() / 2);
    origin.import(early.to_vec()).await;
    origin.rests().await;
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    // Half was read back, half arrived.
    origin.import(late.to_vec()).await;
    origin.rests().await;
    partner.rests().await;
    let mut tx = origin.read().await;
    let told = catalogue::count(&mut tx).await.unwrap();
    drop(tx);
    let seen = compare(&partner, origin.host()).await;
    assert_eq!(counts(&seen), ("equal", told, 0, 0, 0, 0));
    assert!(told >= 40, "{told}");
}

async fn what_was_never_told_is_healed_and_the_follow_renewed(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    let mut cases = samples();
    let mut changed = cases.pop().unwrap();
    let withdrawn = cases.pop().unwrap();
    let new = cases.pop().unwrap();
    origin.publish(changed.clone()).await;
    origin.publish(withdrawn.clone()).await;
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    partner.shows(2).await;

    // The origin no longer knows its followers, as after a restored backup.
    let mut tx = origin.state.db.begin().await.unwrap();
    follows::remove_follower_everywhere(&mut tx, partner.network()).await.unwrap();
    tx.commit().await.unwrap();
    origin.publish(new).await;
    changed.title = "Changed while nobody was told".into();
    let changed = origin.update(changed).await;
    origin.withdraw(&withdrawn.id).await;
    origin.rests().await;
    partner.rests().await;
    assert_ne!(partner.case(&changed.uri).await.unwrap().case.title, changed.case.title);

    let seen = compare(&partner, origin.host()).await;
    assert_eq!(counts(&seen), ("healed", 2, 1, 1, 1, 0));
    assert_eq!(partner.case(&changed.uri).await.unwrap().case.title, changed.case.title);
    assert_eq!(partner.shown_count().await, 2);
    let again = compare(&partner, origin.host()).await;
    assert_eq!(counts(&again), ("equal", 2, 0, 0, 0, 0));
    assert!(again.healed_at.is_some(), "when something was healed stays visible");

    // The comparison reminded the origin of its follower: from now on it is told again.
    let next = origin.publish(cases.pop().unwrap()).await;
    until("the next case arrives", 20, async || partner.case(&next.uri).await).await;
}

async fn copies_follow_an_origin_that_went_back_to_a_backup(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    let mut cases = samples();
    let lost = origin.publish(cases.pop().unwrap()).await;
    let older = origin.publish(cases.pop().unwrap()).await;
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    partner.shows(2).await;

    let mut tx = origin.state.db.begin().await.unwrap();
    cases::remove(&mut tx, lost.num).await.unwrap();
    catalogue::forget(&mut tx, &lost.uri).await.unwrap();
    let mut before = older.clone();
    before.case.title = "As it was in the backup".into();
    before.updated -= 86_400_000;
    cases::save(&mut tx, &before, origin.now()).await.unwrap();
    let article = outbox::article_of(&origin.federation, &mut tx, &before).await.unwrap();
    let entry = Entry {
        uri: before.uri.clone(),
        updated: before.updated,
        fingerprint: fingerprint(&article),
    };
    catalogue::tell(&mut tx, &entry).await.unwrap();
    tx.commit().await.unwrap();
    // What is served from memory is at most a second old.
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;

    let seen = compare(&partner, origin.host()).await;
    assert_eq!(counts(&seen), ("healed", 1, 0, 1, 1, 0));
    assert_eq!(partner.case(&older.uri).await.unwrap().case.title, before.case.title);
    assert!(partner.case(&lost.uri).await.is_none());
    // Not buried: the origin may publish it again under its id.
    let mut tx = partner.read().await;
    assert!(cases::tombstone(&mut tx, &lost.uri).await.unwrap().is_none());
}

async fn a_catalogue_of_many_differences_is_read_back_whole(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    origin.publish(samples().pop().unwrap()).await;
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    let mut tx = origin.state.db.begin().await.unwrap();
    follows::remove_follower_everywhere(&mut tx, partner.network()).await.unwrap();
    tx.commit().await.unwrap();
    let template = samples().remove(0);
    let many = (0..310).map(|n| {
        let key = format!("many-{n}");
        CaseStudy { id: key.clone(), slug: key, related: Vec::new(), ..template.clone() }
    });
    origin.import(many).await;
    origin.rests().await;
    let seen = compare(&partner, origin.host()).await;
    assert_eq!((seen.state.as_str(), seen.missing), ("healed", 310));
    partner.shows(311).await;
    let again = compare(&partner, origin.host()).await;
    assert_eq!(counts(&again), ("equal", 311, 0, 0, 0, 0));
}
