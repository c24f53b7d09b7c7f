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
    store::activities,
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

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
    let mut cases: Vec<_> = samples.map(|record| parse(&record).unwrap()).collect();
    // A related case that is there, one that is not, one elsewhere.
    cases[0].related = vec![cases[1].id.clone(), "not-there".into(), "https://a.example/x".into()];
    cases.extend(generated(120));
    let half = cases.len() / 2;
    // The first half comes in by reading back, the second by delivery.
    for outcome in origin.import(cases[..half].to_vec()).await {
        assert!(matches!(outcome, Outcome::Published { .. }), "{outcome:?}");
    }
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    origin.import(cases[half..].to_vec()).await;
    partner.shows(cases.len()).await;
    for case in cases {
        let sent = origin.own(&case.id).await;
        let arrived = partner.case(&sent.uri).await.unwrap();
        let mut expected = case.public();
        expected.editorial = sent.case.editorial.clone();
        let seconds = |ms: &mut Option<i64>| *ms = ms.map(|ms| ms - ms.rem_euclid(1_000));
        seconds(&mut expected.editorial.published);
        seconds(&mut expected.editorial.updated);
        for related in &mut expected.related {
            if !is_elsewhere(related) {
                let mut tx = origin.read().await;
                let found = kontor::store::cases::by_key(&mut tx, related).await.unwrap();
                *related = found.map_or(origin.state.urls.case_page(related), |found| found.uri);
            }
        }
        for image in &mut expected.images {
            if let Some(file) = image.file.as_mut().filter(|file| !is_elsewhere(file)) {
                *file = arrived
                    .case
                    .images
                    .iter()
                    .find_map(|a| {
                        (a.alt == image.alt && a.caption == image.caption)
                            .then(|| a.file.clone())?
                    })
                    .unwrap_or_default();
            }
        }
        assert_eq!(arrived.case, expected, "{}", case.id);
        assert_eq!(arrived.revision, sent.revision);
        assert_eq!(arrived.origin_url, sent.origin_url);
    }
}

async fn the_largest_case_fits_through_an_inbox(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    let mut largest =
        generated(150).into_iter().max_by_key(|case| case.to_value().to_string().len()).unwrap();
    fill(&mut largest);
    // Parsed once more: it must be valid by the schema.
    let largest = parse(&largest.to_value()).unwrap();
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    origin.import([largest.clone()]).await;
    partner.shows(1).await;
    let mut tx = origin.read().await;
    let sent = activities::outbox(&mut tx, origin.network(), i64::MAX, 1).await.unwrap();
    let length = sent[0].body.len();
    let most = origin.state.config.limits.inbox_body_bytes;
    println!("the largest Create has {length} of {most} bytes");
    assert!(length < most);
}

/// As many and as long texts as the schema allows, of characters of four bytes.
fn fill(case: &mut CaseStudy) {
    use kontor::domain::{
        case_study::{Sections, Translation, TranslationKind, bounds},
        vocabulary::{Language, SectionId},
    };
    let text = |max: usize| "𠮷".repeat(max);
    let sections =
        || Sections(SectionId::ALL.iter().map(|id| (*id, text(bounds::SECTION.max))).collect());
    case.title = text(bounds::TITLE.max);
    case.subtitle = Some(text(bounds::SUBTITLE.max));
    case.summary = text(bounds::SUMMARY.max);
    case.sections = sections();
    let others = Language::ALL.iter().filter(|language| **language != case.language);
    case.translations = others
        .map(|language| {
            let translation = Translation {
                title: text(bounds::TITLE.max),
                summary: text(bounds::TRANSLATED_SUMMARY.max),
                kind: TranslationKind::Machine,
                sections: Some(sections()),
            };
            (*language, translation)
        })
        .collect();
}
