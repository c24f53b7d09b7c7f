//! What the tests put into a database.

use crate::common::{arbitrary_case, sample_records};
use kontor::{
    domain::{
        case_study::{CaseStudy, parse},
        event::Event,
        vocabulary::EditorialState,
    },
    store::{
        Db, Tx,
        cases::{self, Standing, StoredCase},
        events,
    },
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

pub const NOW: i64 = 1_767_225_600_000;
pub const HOST: &str = "cases.example";

/// The sample corpus.
pub fn samples() -> Vec<CaseStudy> {
    sample_records().iter().map(|record| parse(record).unwrap()).collect()
}

pub fn sample() -> CaseStudy {
    samples().swap_remove(0)
}

/// Different cases of every kind the schema allows. Most have short sections, so that a naive
/// search over all of them is quick; every fiftieth is as long as it was made.
pub fn generated(count: usize) -> Vec<CaseStudy> {
    let mut runner = TestRunner::deterministic();
    let make = arbitrary_case();
    (0..count)
        .map(|at| {
            let mut case = make.new_tree(&mut runner).unwrap().current();
            case.id = format!("{}-{at}", &case.id[..case.id.len().min(90)]);
            if at % 50 != 0 {
                let translated = case.translations.iter_mut().map(|(_, text)| &mut text.sections);
                let others = translated.flatten().flat_map(|sections| &mut sections.0);
                for (_, text) in case.sections.0.iter_mut().chain(others) {
                    *text = text.chars().take(60).collect::<String>().trim_end().to_owned();
                }
            }
            case
        })
        .collect()
}

/// A published case of ours, not yet saved; `n` sets its ids and dates.
pub fn local(case: CaseStudy, n: i64) -> StoredCase {
    StoredCase {
        num: 0,
        id: format!("01JTEST{n:019}"),
        uri: format!("https://{HOST}/o/01JTEST{n:019}"),
        local: true,
        host: HOST.into(),
        page: case.slug.clone(),
        origin_url: None,
        actor: format!("https://{HOST}/a/network"),
        state: EditorialState::Published,
        standing: Standing::Shown,
        published: NOW + n * 1_000,
        updated: NOW + n * 1_000,
        revision: 1,
        received: NOW,
        withdrawn: None,
        shared_by: None,
        foreign_keys: None,
        case,
    }
}

/// The same as it would come from `host`.
pub fn remote(case: CaseStudy, n: i64, host: &str) -> StoredCase {
    StoredCase {
        uri: format!("https://{host}/o/{n}"),
        local: false,
        host: host.into(),
        page: format!("{}@{host}", case.slug),
        origin_url: Some(format!("https://{host}/cases/{}", case.slug)),
        actor: format!("https://{host}/a/network"),
        ..local(case, n)
    }
}

/// Saves and reads back.
pub async fn save(tx: &mut Tx, stored: &StoredCase) -> StoredCase {
    cases::save(tx, stored, NOW).await.unwrap();
    cases::by_id(tx, &stored.id).await.unwrap().unwrap()
}

/// Every event so far, oldest first.
pub async fn events_of(db: &Db) -> Vec<Event> {
    let mut tx = db.read().await.unwrap();
    let logged = events::after(&mut tx, 0, 10_000).await.unwrap();
    logged.into_iter().map(|logged| logged.event).collect()
}
