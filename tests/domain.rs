//! The domain on real input: the corpora, any valid case, hostile records, and the search.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use common::{arbitrary_case, extreme_records, invalid_records, sample_records};
use kontor::domain::case_study::{CaseStudy, City, parse};
use kontor::domain::search::{
    CaseFilter, Facet, award_key, case_texts, city_key, fold, query_terms, tokens,
};
use kontor::domain::vocabulary::region_of;
use proptest::prelude::*;
use serde_json::{Value, json};

fn samples() -> Vec<CaseStudy> {
    sample_records().iter().map(|record| parse(record).unwrap()).collect()
}

/// Path and code of everything a record was refused for.
fn refused(record: &Value) -> Vec<(String, &'static str)> {
    match parse(record) {
        Ok(_) => Vec::new(),
        Err(refusal) => refusal.errors.into_iter().map(|error| (error.path, error.code)).collect(),
    }
}

/// The first sample with one field changed.
fn changed(pointer: &str, value: Value) -> Value {
    let mut record = sample_records().remove(0);
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match record.pointer_mut(parent).unwrap() {
        Value::Object(map) => {
            map.insert(name.to_owned(), value);
        }
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        other => panic!("{parent} is {other}"),
    }
    record
}

#[test]
fn every_sample_and_every_extreme_goes_in_and_comes_out_the_same() {
    let records = [sample_records(), extreme_records()].concat();
    assert_eq!(records.len(), 45);
    for record in records {
        let case = parse(&record).unwrap_or_else(|refusal| panic!("{}: {refusal}", record["id"]));
        let written = case.to_value();
        let read: Value = serde_json::from_str(&written.to_string()).unwrap();
        assert_eq!(parse(&read).unwrap(), case, "{}", case.id);
        for (name, value) in record.as_object().unwrap() {
            let empty = value.as_array().is_some_and(Vec::is_empty);
            assert!(empty || written.get(name).is_some(), "{}: {name} got lost", case.id);
        }
    }
}

#[test]
fn the_samples_are_written_as_they_were_read_but_for_nothings_and_order() {
    fn bare(value: &Value) -> Value {
        match value {
            Value::Object(map) => {
                let mut kept: Vec<_> = map.iter().map(|(k, v)| (k.clone(), bare(v))).collect();
                kept.retain(|(_, v)| !v.is_null() && v.as_array().is_none_or(|a| !a.is_empty()));
                kept.sort_by(|a, b| a.0.cmp(&b.0));
                Value::Object(kept.into_iter().collect())
            }
            Value::Array(items) => items.iter().map(bare).collect(),
            other => other.clone(),
        }
    }
    for record in sample_records() {
        assert_eq!(bare(&parse(&record).unwrap().to_value()), bare(&record));
    }
}

#[test]
fn every_invalid_record_is_refused_for_its_own_reason_only() {
    let expected = [
        ("missing summary", "summary", "missing"),
        ("unknown language", "language", "unknown-value"),
        ("latitude out of range", "cities[0].lat", "out-of-range"),
        ("country not two capitals", "cities[0].country", "bad-format"),
        ("unknown topic", "topics[0]", "unknown-value"),
        ("SDG 18", "sdgs[1]", "out-of-range"),
        ("duplicate SDG", "sdgs[1]", "duplicate"),
        ("no city", "cities", "too-few"),
        ("title over 300", "title", "too-long"),
        ("bad slug", "slug", "bad-format"),
        ("javascript link", "links[0].url", "bad-url"),
        ("image without alt", "images[0].alt", "missing"),
        ("unknown field", "foo", "unknown-field"),
        ("negative amount", "funding.amount_min", "out-of-range"),
        ("no solution section", "sections.solution", "missing"),
        ("bad date", "period.start", "bad-format"),
        ("end before start", "period.end", "end-before-start"),
        ("target of a goal that is not listed", "sdg_targets[0]", "target-without-goal"),
        ("amount_min above amount_max", "funding.amount_max", "amounts-reversed"),
        ("amount without currency", "funding.currency", "currency-missing"),
        ("completed but no end year", "period.end", "end-missing"),
        ("related to itself", "related[0]", "related-to-itself"),
    ];
    let records = invalid_records();
    assert_eq!(records.len(), expected.len());
    for (record, (reason, path, code)) in records.iter().zip(expected) {
        assert_eq!(record["expect_error"], reason);
        assert_eq!(refused(&record["case"]), [(path.to_owned(), code)], "{reason}");
    }
}

#[test]
fn what_json_schema_would_let_pass_and_a_city_would_not() {
    let cases = [
        ("/period/start", json!("2023-02-30"), "period.start", "bad-format"),
        ("/links/0/url", json!("https://user:word@host.example/"), "links[0].url", "bad-url"),
        ("/links/0/url", json!("https://host.example/\u{0}x"), "links[0].url", "bad-url"),
        ("/links/0/url", json!("https:// /"), "links[0].url", "bad-url"),
        ("/source_url", json!("javascript:alert(1)"), "source_url", "bad-url"),
        ("/actors/0/url", json!("ftp://host.example/"), "actors[0].url", "bad-url"),
        ("/images/0/file", json!("data:image/png;base64,AAAA"), "images[0].file", "bad-url"),
        ("/images/0/file", json!("../../etc/passwd"), "images[0].file", "bad-format"),
        ("/related", json!(["file:///etc/passwd"]), "related[0]", "bad-url"),
        ("/related", json!(["Not An Id"]), "related[0]", "bad-format"),
        ("/title", json!("a\u{0}\u{0}\u{0}\u{0}"), "title", "too-short"),
        ("/title", json!("      "), "title", "too-short"),
        ("/sdg_targets", json!(["13.9"]), "sdg_targets[0]", "unknown-value"),
        ("/sdgs", json!([6, 11, 13.5]), "sdgs[2]", "wrong-type"),
        ("/sdgs", json!([6, 11, 13, 1e300]), "sdgs[3]", "out-of-range"),
        ("/demo", json!("yes"), "demo", "wrong-type"),
        ("/summary", Value::Null, "summary", "wrong-type"),
        ("/cities/0/x\ny", json!(1), "cities[0].x y", "unknown-field"),
        ("/translations", json!({"tlh": {}}), "translations", "unknown-value"),
        ("/editorial/updated", json!("2025-02-30T00:00:00Z"), "editorial.updated", "bad-format"),
        (
            "/editorial/updated",
            json!("2001-01-01T00:00:00Z"),
            "editorial.updated",
            "updated-before-published",
        ),
        ("/editorial/last_reviewed", json!("2025-13-01"), "editorial.last_reviewed", "bad-format"),
    ];
    for (pointer, value, path, code) in cases {
        let record = changed(pointer, value.clone());
        assert_eq!(refused(&record), [(path.to_owned(), code)], "{pointer} = {value}");
    }
    assert_eq!(refused(&json!([])), [("record".to_owned(), "wrong-type")]);
}

#[test]
fn a_translation_into_the_original_language_is_refused() {
    let summary = "s".repeat(60);
    let translation = json!({"title": "A title", "summary": summary, "kind": "human"});
    let record = changed("/translations", json!({"en": translation, "de": translation}));
    assert_eq!(refused(&record), [("translations.en".to_owned(), "duplicate")]);
}

#[test]
fn every_fault_of_a_record_is_named_at_once() {
    let record = json!({"title": 5, "cities": [{"name": ""}], "colour": "red"});
    let refusal = parse(&record).unwrap_err();
    let paths: Vec<&str> = refusal.errors.iter().map(|error| error.path.as_str()).collect();
    for path in ["colour", "id", "title", "cities[0].name", "cities[0].lat", "editorial"] {
        assert!(paths.contains(&path), "{path} in {paths:?}");
    }
    let many = json!({"cities": vec![json!({}); 20], "actors": vec![json!({}); 30]});
    assert!(parse(&many).unwrap_err().errors.len() <= 100);
}

#[test]
fn a_message_names_field_bound_and_what_was_found() {
    let refusal = parse(&changed("/cities/0/lat", json!(91))).unwrap_err();
    assert_eq!(refusal.to_string(), "cities[0].lat: from -90 to 90, found 91");
    let refusal = parse(&changed("/title", json!("é".repeat(301)))).unwrap_err();
    assert_eq!(refusal.to_string(), "title: at most 300 characters, found 301");
}

#[test]
fn texts_are_counted_in_nfc_and_lose_what_nobody_sees() {
    let decomposed = "e\u{301}".repeat(300);
    assert_eq!(parse(&changed("/title", json!(decomposed))).unwrap().title, "é".repeat(300));
    let case = parse(&changed("/title", json!("A\tB\r\nC\u{7}D\u{202E}E"))).unwrap();
    assert_eq!(case.title, "A B CDE");
    let case = parse(&changed("/sections/solution", json!("* a\r\n\tb\u{1b}[0m\n"))).unwrap();
    assert_eq!(
        case.sections.0.iter().find(|(id, _)| id.id() == "solution").unwrap().1,
        "* a\n\tb[0m\n"
    );
}

#[test]
fn whole_numbers_may_be_written_as_fractions() {
    let case = parse(&changed("/sdgs", json!([6.0, 11.0, 13]))).unwrap();
    assert_eq!(case.sdgs, [6, 11, 13]);
    let case = parse(&changed("/cities/0/lat", json!(55))).unwrap();
    assert_eq!(case.to_value()["cities"][0]["lat"].to_string(), "55.0");
}

#[test]
fn times_are_kept_to_the_millisecond_whatever_their_offset() {
    let case = parse(&changed("/editorial/updated", json!("2026-03-07T12:17:00+01:00"))).unwrap();
    assert_eq!(case.to_value()["editorial"]["updated"], "2026-03-07T11:17:00Z");
    let case = parse(&changed("/editorial/updated", json!("2026-03-07T11:17:00.123Z"))).unwrap();
    assert_eq!(case.to_value()["editorial"]["updated"], "2026-03-07T11:17:00.123Z");
}

#[test]
fn a_record_that_no_inbox_would_take_is_refused() {
    let section = "長".repeat(6000);
    let sections: Value = [
        "context",
        "challenge",
        "solution",
        "results",
        "lessons",
        "transferability",
        "financing",
        "governance",
        "monitoring",
    ]
    .iter()
    .map(|name| ((*name).to_owned(), json!(section)))
    .collect::<serde_json::Map<_, _>>()
    .into();
    let translation = json!({"title": "A title", "summary": "s".repeat(60), "kind": "human", "sections": sections});
    let mut translations = serde_json::Map::new();
    for language in ["de", "fr", "es", "pt", "ja"] {
        translations.insert(language.to_owned(), translation.clone());
    }
    let record = changed("/translations", translations.into());
    assert_eq!(refused(&record), [("record".to_owned(), "too-long")]);
}

#[test]
fn the_public_case_has_no_address_and_is_otherwise_the_same() {
    let case = samples().remove(0);
    assert!(case.contacts.iter().any(|contact| contact.email.is_some()));
    let public = case.public();
    assert!(!public.to_value().to_string().contains("secretariat@"));
    assert_eq!(public.contacts.len(), case.contacts.len());
    assert_eq!(CaseStudy { contacts: case.contacts.clone(), ..public }, case);
}

#[test]
fn every_sample_may_be_published_and_a_minimal_record_may_not() {
    for case in samples() {
        assert_eq!(case.publish_problems(), [], "{}", case.id);
        assert!(case.is_open());
    }
    let minimal = parse(&extreme_records()[0]).unwrap();
    let paths: Vec<String> = minimal.publish_problems().into_iter().map(|p| p.path).collect();
    assert_eq!(paths, ["sections", "scale"]);
}

/// Whether a case fits, said as plainly as can be and without the index's help.
fn fits_plainly(filter: &CaseFilter, case: &CaseStudy) -> bool {
    let any = |chosen: &[String], has: &dyn Fn(&str) -> bool| {
        chosen.is_empty() || chosen.iter().any(|value| has(value))
    };
    let topic = |id: &str| {
        case.topics.iter().any(|topic| topic.id() == id || topic.topic().parent == Some(id))
    };
    let readable = |tag: &str| {
        case.language.id() == tag
            || case.translations.iter().any(|(language, translation)| {
                language.id() == tag
                    && translation.sections.as_ref().is_some_and(|s| !s.0.is_empty())
            })
    };
    let region = |id: &str| {
        case.cities.iter().any(|city| match &city.region {
            Some(given) => given == id,
            None => region_of(&city.country).is_some_and(|region| region.id == id),
        })
    };
    let size = |city: &City| match (city.population_class, city.population) {
        (Some(class), _) => Some(class.id()),
        (None, Some(people)) => {
            let bounds = [50_000, 250_000, 1_000_000, 5_000_000];
            let class = bounds.iter().filter(|bound| people >= **bound).count();
            Some(["xs", "s", "m", "l", "xl"][class])
        }
        (None, None) => None,
    };
    let cost = |id: &str| {
        let band = case.funding.as_ref().and_then(|funding| funding.cost_band);
        id != "unknown" && band.is_some_and(|band| band.id() == id)
    };
    let spaced: Vec<String> =
        case_texts(case).iter().map(|(_, text)| format!(" {} ", tokens(text).join(" "))).collect();
    let words = filter.q.as_deref().map(query_terms).unwrap_or_default();
    let said = words.iter().all(|term| {
        let needle = match term {
            kontor::domain::search::Term::Prefix(start) => format!(" {start}"),
            kontor::domain::search::Term::Phrase(run) => format!(" {} ", run.join(" ")),
        };
        spaced.iter().any(|text| text.contains(&needle))
    });
    any(&filter.topic, &topic)
        && any(&filter.sdg, &|goal| case.sdgs.iter().any(|own| own.to_string() == goal))
        && any(&filter.target, &|code| case.sdg_targets.iter().any(|own| own.id() == code))
        && any(&filter.region, &region)
        && any(&filter.size, &|id| {
            case.cities.iter().any(|city| size(city).is_some_and(|size| size == id))
        })
        && any(&filter.status, &|id| case.status.id() == id)
        && any(&filter.cost, &cost)
        && any(&filter.year, &|year| case.period.start.starts_with(year) && year.len() == 4)
        && any(&filter.scale, &|id| case.scale.is_some_and(|scale| scale.id() == id))
        && any(&filter.award, &|key| case.awards.iter().any(|own| award_key(&own.name) == key))
        && any(&filter.city, &|key| case.cities.iter().any(|city| city_key(city) == key))
        && any(&filter.country, &|code| case.cities.iter().any(|city| city.country == code))
        && any(&filter.network, &|slug| case.source_network == slug)
        && any(&filter.language, &readable)
        && said
}

#[test]
fn the_samples_are_found_by_the_measured_probes() {
    let cases = samples();
    let found = |query: &str| {
        let filter = CaseFilter { q: Some(query.to_owned()), ..CaseFilter::default() };
        cases.iter().filter(|case| filter.matches(case)).count()
    };
    for probe in
        ["Medellin", "Kobenhavn", "orcamento", "公共交通", "路面電車", "垃圾", "flood", "bus"]
    {
        assert!(found(probe) > 0, "{probe}");
    }
    assert!(found("flood") >= found("floods") && found("flood") > 1);
    assert_eq!(found("ZZZZnothing"), 0);
}

#[test]
fn values_of_a_facet_are_alternatives_and_facets_narrow_each_other() {
    let cases = samples();
    let count = |query: &str| {
        let filter = CaseFilter::from_query(query);
        cases.iter().filter(|case| filter.matches(case)).count()
    };
    assert_eq!(count(""), cases.len());
    assert!(count("sdg=6&sdg=13") >= count("sdg=6").max(count("sdg=13")));
    assert!(count("sdg=6&country=DK") <= count("country=DK"));
    assert!(count("topic=mobility") > count("topic=cycling"));
    assert_eq!(count("topic=flying-cars") + count("sdg=18") + count("language=tlh"), 0);
    assert!(count("city=dk-copenhagen&country=dk") > 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_case_is_read_from_what_it_writes(case in arbitrary_case()) {
        let written = case.to_value().to_string();
        let read: Value = serde_json::from_str(&written).unwrap();
        let parsed = parse(&read);
        prop_assert!(parsed.is_ok(), "{}", parsed.unwrap_err());
        prop_assert_eq!(parsed.unwrap(), case);
    }

    #[test]
    fn a_filter_and_a_plain_look_agree(case in arbitrary_case(), at in any::<prop::sample::Index>(), cut in 1_usize..9, other in "[a-z路面 ]{0,6}") {
        let texts = case_texts(&case);
        let text: Vec<char> = at.get(&texts).1.chars().collect();
        let start = at.index(text.len());
        let words: String = text[start..].iter().take(cut).collect();
        for q in [words, other] {
            let filter = CaseFilter { q: Some(q), ..CaseFilter::default() };
            prop_assert_eq!(filter.matches(&case), fits_plainly(&filter, &case));
        }
        let award = case.awards.first().map_or("prize", |award| award.name.as_str());
        let choices = [
            (Facet::Topic, "cycling"), (Facet::Topic, "mobility"), (Facet::Sdg, "6"), (Facet::Target, "11.5"),
            (Facet::City, "jp-東京"), (Facet::Country, "DK"), (Facet::Region, "europe"), (Facet::Size, "m"),
            (Facet::Status, "ongoing"), (Facet::Cost, "unknown"), (Facet::Cost, "1m-10m"), (Facet::Year, "2020"),
            (Facet::Scale, "city"), (Facet::Language, "en"), (Facet::Language, "zh-Hans"),
            (Facet::Network, case.source_network.as_str()), (Facet::Award, award),
        ];
        for (facet, value) in choices {
            let filter = CaseFilter::default().with(facet, value);
            prop_assert_eq!(filter.matches(&case), fits_plainly(&filter, &case), "{:?}", filter);
        }
    }

    #[test]
    fn folding_a_folded_text_changes_nothing(text in "\\PC{0,40}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        prop_assert_eq!(tokens(&folded), tokens(&text));
        prop_assert_eq!(tokens(&text.to_uppercase().to_lowercase()).is_empty(), tokens(&text).is_empty());
    }

    #[test]
    fn any_query_string_is_read_and_comes_back(query in "\\PC{0,60}", q in "\\PC{0,20}") {
        let filter = CaseFilter::from_query(&query);
        prop_assert_eq!(CaseFilter::from_query(&filter.to_query()), filter);
        let filter = CaseFilter::from_query(&format!("q={q}"));
        prop_assert_eq!(CaseFilter::from_query(&filter.to_query()), filter);
    }

    #[test]
    fn any_json_is_refused_or_read_but_never_a_panic(text in "[\\[\\]{}\":,0-9a-z\\\\. ]{0,80}", pick in 0_usize..30) {
        let value: Value = serde_json::from_str(&text).unwrap_or(Value::String(text));
        let record = sample_records().remove(0);
        let name = record.as_object().unwrap().keys().nth(pick % 28).unwrap().clone();
        let _ = parse(&changed(&format!("/{name}"), value));
    }
}

#[test]
fn every_city_of_the_samples_lies_in_a_region() {
    for case in samples() {
        for city in &case.cities {
            assert!(region_of(&city.country).is_some(), "{}", city.country);
        }
    }
}
