//! Sample cases as pages get them from the store.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, LazyLock},
};

use kontor::{
    domain::{
        case_study::{self, CaseStudy},
        search::{TermKind, award_key, case_terms},
    },
    i18n::{Locale, Speech, Texts},
    store::search::Facets,
    web::{
        cards::{Copies, Shown},
        layout::{Frame, Place, Site},
    },
};

pub fn samples() -> Vec<CaseStudy> {
    read(include_str!("../data/cases.jsonl"))
}

pub fn extremes() -> Vec<CaseStudy> {
    read(include_str!("../data/cases-extreme.jsonl"))
}

fn read(lines: &str) -> Vec<CaseStudy> {
    // Split at \n only: one record holds a U+2028.
    let lines = lines.split('\n').filter(|line| !line.trim().is_empty());
    lines.map(|line| case_study::parse(&serde_json::from_str(line).unwrap()).unwrap()).collect()
}

/// As received from a partner, except those of Metropolis.
pub fn shown(case: &CaseStudy) -> Shown<'_> {
    let local = case.source_network == "metropolis";
    let published = case.editorial.published.unwrap_or(1_700_000_000_000);
    Shown {
        case,
        uri: "https://cases.example/o/01JD0000000000000000000000",
        local,
        by_way_of: "cases.eurocities.example",
        page: if local {
            format!("/cases/{}", case.slug)
        } else {
            format!("/cases/{}@cases.eurocities.example", case.slug)
        },
        origin_url: (!local).then_some("https://cases.eurocities.example/cases/somewhere"),
        published,
        updated: case.editorial.updated.unwrap_or(published),
        revision: case.editorial.revision.unwrap_or(1),
        copies: Copies::Unknown,
        documents: None,
    }
}

/// Read once: nine languages take a while in a test build.
static TEXTS: LazyLock<Arc<Texts>> = LazyLock::new(Arc::default);

pub fn speech(locale: Locale) -> Speech {
    Speech::new(TEXTS.clone(), locale)
}

pub fn frame(place: Place, address: &str) -> Frame {
    let site = Site {
        name: "World Association of the Major Metropolises".into(),
        short_name: "Metropolis".into(),
        slug: "metropolis".into(),
        host: "cases.metropolis.example".into(),
        origin: "https://cases.metropolis.example".into(),
        handle: "metropolis@cases.metropolis.example".into(),
        accent: Some("/accents/0b5c6b.css".into()),
        logo: None,
        version: "0.1.0",
        source: "https://example.org/source".into(),
    };
    Frame::new(&site, place, address)
}

/// The counts that the store would give for these cases.
pub fn facets(cases: &[CaseStudy]) -> Facets {
    let mut counts: BTreeMap<(&'static str, String), i64> = BTreeMap::new();
    for (kind, value) in cases.iter().flat_map(case_terms) {
        *counts.entry((kind.id(), value)).or_default() += 1;
    }
    let of = |kind: TermKind| {
        let values = counts.iter().filter(|((known, _), _)| *known == kind.id());
        let mut values: Vec<(String, i64)> =
            values.map(|((_, value), count)| (value.clone(), *count)).collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        values
    };
    Facets::new(|facet| of(facet.kind()))
}

/// The names of their awards, as the store would give them.
pub fn awards(cases: &[CaseStudy]) -> HashMap<String, String> {
    let awards = cases.iter().flat_map(|case| &case.awards);
    awards.map(|award| (award_key(&award.name), award.name.clone())).collect()
}
