//! Any publishable case goes out, over HTTP, comes in elsewhere, and is the same.

use crate::{
    common::{arbitrary_case, extreme_records, sample_records},
    instance::{Engine, Instance, on_each_engine},
};
use kontor::{
    app::publish::Outcome,
    domain::{
        case_study::{CaseStudy, is_elsewhere, parse},
        vocabulary::EditorialState,
    },
    store::{activities, cases},
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde_json::Value;

on_each_engine!(every_open_case_arrives_as_it_was_sent, the_largest_case_fits_through_an_inbox,);

/// Cases of every kind, as they may be published here: open, with dates that have been.
fn generated(count: usize) -> Vec<CaseStudy> {
    let mut runner = TestRunner::deterministic();
    let make = arbitrary_case();
    let mut cases = Vec::new();
    while cases.len() < count {
        let mut case = make.new_tree(&mut runner).unwrap().current();
        if !case.is_open() {
            continue;
        }
        // One record each: names are what tells them apart here.
        case.id = format!("g{}-{}", cases.len(), &case.id[..case.id.len().min(80)]);
        case.slug = format!("g{}-{}", cases.len(), &case.slug[..case.slug.len().min(80)]);
        case.editorial.state = EditorialState::Published;
        let past = |ms: Option<i64>| ms.map(|ms| ms % 1_700_000_000_000);
        let (a, b) = (past(case.editorial.published), past(case.editorial.updated));
        case.editorial.published = a.min(b).or(a);
        case.editorial.updated = a.max(b);
        cases.push(case);
    }
    cases
}

async fn every_open_case_arrives_as_it_was_sent(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    let samples = sample_records().into_iter().chain(extreme_records());
    let mut sent: Vec<_> = samples.map(|record| parse(&record).unwrap()).collect();
    // A related case that is there, one that is not, one elsewhere.
    sent[0].related = vec![sent[1].id.clone(), "not-there".into(), "https://a.example/x".into()];
    sent.extend(generated(50));
    let half = sent.len() / 2;
    // The first half comes in by reading back, the second by delivery.
    for outcome in origin.import(sent[..half].to_vec()).await {
        assert!(matches!(outcome, Outcome::Published { .. }), "{outcome:?}");
    }
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    origin.import(sent[half..].to_vec()).await;
    partner.shows(sent.len()).await;
    for case in sent {
        let sent = origin.own(&case.id).await;
        let arrived = partner.case(&sent.uri).await.unwrap();
        let mut expected = case.public();
        expected.editorial = sent.case.editorial.clone();
        let seconds = |ms: &mut Option<i64>| *ms = ms.map(|ms| ms - ms.rem_euclid(1_000));
        seconds(&mut expected.editorial.published);
        seconds(&mut expected.editorial.updated);
        for (related, arrived) in expected.related.iter_mut().zip(&arrived.case.related) {
            if !is_elsewhere(related) {
                *related = related_elsewhere(&origin, related, arrived).await;
            }
        }
        let differences = differences(&arrived.case.to_value(), &expected.to_value());
        assert!(differences.is_empty(), "{}:\n{}", case.id, differences.join("\n"));
        assert_eq!(arrived.revision, sent.revision);
        assert_eq!(arrived.origin_url, sent.origin_url);
    }
}

async fn the_largest_case_fits_through_an_inbox(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    // Long characters, and text that grows when it becomes HTML.
    let fillings = ["𠮷", "# a\n\n"];
    let longest = generated(20);
    let longest = longest.iter().max_by_key(|case| case.to_value().to_string().len()).unwrap();
    for (at, filling) in fillings.into_iter().enumerate() {
        let mut case = longest.clone();
        (case.id, case.slug) = (format!("largest-{at}"), format!("largest-{at}"));
        fill(&mut case, filling);
        // Parsed once more: it must be valid by the schema.
        let case = parse(&case.to_value()).unwrap();
        origin.import([case.clone()]).await;
        partner.shows(at + 1).await;
        let mut tx = origin.read().await;
        let sent = activities::outbox(&mut tx, origin.network(), i64::MAX, 1).await.unwrap();
        let (record, length) = (case.to_value().to_string().len(), sent[0].body.len());
        println!("{filling:?}: a record of {record} bytes is a Create of {length}");
        assert!(length < origin.state.config.limits.inbox_body_bytes);
        let arrived = partner.case(&sent[0].object).await.unwrap().case;
        assert_eq!(arrived.translations, case.translations);
        assert_eq!(arrived.sections, case.sections);
    }
}

/// A case that is named by its id here is named by its object's id there, or by its page if it
/// was not published yet when this was told.
async fn related_elsewhere(origin: &Instance, id: &str, arrived: &str) -> String {
    let page = origin.state.urls.case_page(id);
    let found = cases::by_key(&mut origin.read().await, id).await.unwrap();
    found.map(|found| found.uri).filter(|uri| uri == arrived).unwrap_or(page)
}

/// What differs, by its place, each shortened: a whole case is a long thing to read.
fn differences(found: &Value, expected: &Value) -> Vec<String> {
    let (found, expected) = (found.as_object().unwrap(), expected.as_object().unwrap());
    let names = found.keys().chain(expected.keys().filter(|name| !found.contains_key(*name)));
    let short = |value: Option<&Value>| {
        let text = value.map(Value::to_string).unwrap_or_default();
        text.chars().take(300).collect::<String>()
    };
    names
        .filter(|name| found.get(*name) != expected.get(*name))
        .map(|name| {
            format!("{name}: {}\n  not {}", short(found.get(name)), short(expected.get(name)))
        })
        .collect()
}

/// Makes the case as long as a record may be, of `filling` in every section of every language.
fn fill(case: &mut CaseStudy, filling: &str) {
    use kontor::domain::{
        case_study::{Sections, Translation, TranslationKind, bounds},
        vocabulary::{Language, SectionId},
    };
    let mut times = bounds::SECTION.max / filling.chars().count();
    loop {
        let text = format!("x{}", filling.repeat(times - 1)).trim_end().to_owned();
        let sections = || Sections(SectionId::ALL.iter().map(|id| (*id, text.clone())).collect());
        let translation = || Translation {
            title: "A translation".into(),
            summary: "x".repeat(bounds::TRANSLATED_SUMMARY.min.max(60)),
            kind: TranslationKind::Machine,
            sections: Some(sections()),
        };
        case.sections = sections();
        let others = Language::ALL.iter().filter(|language| **language != case.language);
        case.translations = others.map(|language| (*language, translation())).collect();
        if case.to_value().to_string().len() <= bounds::RECORD_BYTES {
            return;
        }
        times = times * 97 / 100;
    }
}
