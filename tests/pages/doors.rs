//! Doors through the real router: every value of every vocabulary, counts, other spellings, hostile ones.

use axum::http::{StatusCode, header};
use kontor::{
    app::{access::Who, feature, person},
    domain::{
        profile::Profile,
        search::CaseFilter,
        vocabulary::{self, Language},
    },
    i18n::Locale,
    store,
    web::doors::kind::Kind,
};

use super::served::{NOW, Site};
use crate::{
    instance::{Engine, on_each_engine},
    pages::checks,
};

on_each_engine!(
    every_door_answers_in_every_language,
    the_count_of_a_door_is_the_total_of_its_search,
    a_door_lists_what_is_below_it_with_its_counts,
    other_spellings_lead_to_the_door_and_unknown_values_nowhere,
    a_door_without_cases_leads_next_door,
    people_stand_at_their_doors_only_if_they_want_to_be_found,
    what_the_network_shows_first_stands_first,
);

/// The first number of cases on a page.
fn count_on(html: &str) -> i64 {
    let numbers = html.split("class=\"tallies\"").nth(1).unwrap();
    let strong = numbers.split("<strong>").nth(1).unwrap();
    let digits: String = strong.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

fn every_value() -> Vec<(Kind, String)> {
    let mut values = Vec::new();
    for topic in vocabulary::topics() {
        values.push((Kind::Topic, topic.id.to_owned()));
        values.extend(topic.subtopics.iter().map(|sub| (Kind::Topic, sub.id.to_owned())));
    }
    values.extend(vocabulary::sdgs().iter().map(|goal| (Kind::Goal, goal.id.to_string())));
    for region in vocabulary::regions() {
        values.push((Kind::Region, region.id.clone()));
        values.extend(region.countries.iter().take(3).map(|code| (Kind::Country, code.clone())));
    }
    values.extend(Language::ALL.iter().map(|tag| (Kind::Language, tag.id().to_owned())));
    for city in ["dk-copenhagen", "co-medellin", "es-pontevedra", "de-kiel"] {
        values.push((Kind::City, city.to_owned()));
    }
    values
}

async fn every_door_answers_in_every_language(engine: Engine) {
    let site = Site::filled(engine).await;
    for (kind, value) in every_value() {
        let known = kind == Kind::City && value == "de-kiel";
        let path = kind.path(&value);
        if known {
            // No case, and the register of these tests has one city only.
            assert_eq!(site.get(&path).await.status, StatusCode::NOT_FOUND);
            continue;
        }
        site.page(&path).await;
    }
    for locale in Locale::ALL {
        for path in ["/topics", "/goals", "/cities", "/countries", "/regions", "/languages"] {
            site.page(&format!("{path}?lang={}", locale.tag())).await;
        }
        for path in ["/topics/water", "/goals/11", "/cities/dk/copenhagen", "/regions/europe"] {
            let html = site.page(&format!("{path}?lang={}", locale.tag())).await;
            assert!(html.contains(&format!("<html lang=\"{}\"", locale.tag())), "{path}");
        }
    }
}

async fn the_count_of_a_door_is_the_total_of_its_search(engine: Engine) {
    let site = Site::filled(engine).await;
    let mut of_all = 0;
    for (kind, value) in every_value().into_iter().filter(|(_, value)| value != "de-kiel") {
        let html = site.page(&kind.path(&value)).await;
        let found = store::search::find(&site.state.db, &kind.filter(&value), 1).await.unwrap();
        assert_eq!(count_on(&html), found.total, "{kind:?} {value}");
        let terms = store::search::count_of(&site.state.db, kind.terms(), &value).await.unwrap();
        assert_eq!(found.total, terms, "{kind:?} {value}");
        if kind == Kind::Region {
            of_all += found.total;
        }
    }
    let all = store::search::find(&site.state.db, &CaseFilter::default(), 1).await.unwrap().total;
    assert!(of_all >= all, "every case is in a region");
    for (path, kind) in [("/countries", Kind::Country), ("/cities", Kind::City)] {
        let html = site.page(path).await;
        let mut tx = site.state.db.read().await.unwrap();
        for (value, count) in store::doors::counts(&mut tx, kind.terms(), "", 1_000).await.unwrap()
        {
            let link = format!("href=\"{}\"", kind.path(&value));
            let row = html.split(&link).nth(1).unwrap_or_else(|| panic!("{path} lacks {value}"));
            let shown = row.split("class=\"count\">").nth(1).unwrap();
            assert!(shown.starts_with(&format!("{count}<")), "{value}");
        }
    }
}

async fn a_door_lists_what_is_below_it_with_its_counts(engine: Engine) {
    let site = Site::filled(engine).await;
    let goal = site.page("/goals/11").await;
    for target in vocabulary::targets().iter().filter(|target| target.goal == 11) {
        let id = format!("id=\"target-{}\"", target.code.replace('.', "-"));
        assert!(goal.contains(&id) && goal.contains(&format!("/cases?target={}\"", target.code)));
    }
    let topic = site.page("/topics/mobility").await;
    assert!(topic.contains("href=\"/topics/cycling\"") && topic.contains("Subtopics"));
    let sub = site.page("/topics/cycling").await;
    assert!(sub.contains("href=\"/topics/mobility\"") && sub.contains("Next to this topic"));
    let country = site.page("/countries/dk").await;
    assert!(country.contains("href=\"/cities/dk/copenhagen\""));
    let city = site.page("/cities/dk/copenhagen").await;
    for wanted in [
        "href=\"/countries/dk\"",
        "href=\"/regions/europe\"",
        "href=\"/cases?city=dk-copenhagen\"",
        "href=\"/cases?city=dk-copenhagen&#38;view=map\"",
        "href=\"/cases.atom?city=dk-copenhagen\"",
        "href=\"/cases.csv?city=dk-copenhagen\"",
        "@city-dk-copenhagen@cases.metropolis.example",
        "<link rel=\"canonical\" href=\"https://cases.metropolis.example/cities/dk/copenhagen\">",
    ] {
        assert!(city.contains(wanted), "{wanted}");
    }
}

async fn other_spellings_lead_to_the_door_and_unknown_values_nowhere(engine: Engine) {
    let site = Site::filled(engine).await;
    for (from, to) in [
        ("/goals/sdg11", "/goals/11"),
        ("/goals/SDG-11?lang=de", "/goals/11?lang=de"),
        ("/goals/11.2", "/goals/11#target-11-2"),
        ("/topics/Cycling", "/topics/cycling"),
        ("/countries/DK", "/countries/dk"),
        ("/cities/DK/Copenhagen", "/cities/dk/copenhagen"),
        ("/cities/dk", "/countries/dk"),
        ("/regions/Europe", "/regions/europe"),
        ("/languages/ES", "/languages/es"),
        ("/networks/Metropolis", "/networks/metropolis"),
    ] {
        let answer = site.get(from).await;
        let there = answer.headers.get(header::LOCATION).map(|to| to.to_str().unwrap());
        assert_eq!((answer.status.is_redirection(), there), (true, Some(to)), "{from}");
    }
    for path in [
        "/topics/alchemy",
        "/topics/%00",
        "/goals/0",
        "/goals/18",
        "/goals/99999999999",
        "/goals/11.99",
        "/countries/zz",
        "/countries/%3Cb%3E",
        "/cities/dk/atlantis",
        "/cities/zz/copenhagen",
        "/cities/dk/%2e%2e%2f",
        "/regions/atlantis",
        "/languages/tlh",
        "/networks/%3Cscript%3E",
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        checks::page(path, &answer.body);
    }
    let long = format!("/topics/{}", "a".repeat(5_000));
    assert_eq!(site.get(&long).await.status, StatusCode::NOT_FOUND);
}

async fn a_door_without_cases_leads_next_door(engine: Engine) {
    let site = Site::filled(engine).await;
    let html = site.page("/topics/lgbtiq").await;
    assert!(html.contains("No case study here yet") && html.contains("href=\"/topics/inclusion\""));
    assert!(!html.contains("@topic-lgbtiq@"), "there is no actor to be followed");
    let empty = Site::new(engine).await;
    assert!(empty.page("/topics/cycling").await.contains("href=\"/cases\""));
    for path in ["/topics", "/cities", "/countries"] {
        empty.page(path).await;
    }
}

async fn people_stand_at_their_doors_only_if_they_want_to_be_found(engine: Engine) {
    let site = Site::filled(engine).await;
    for (handle, discoverable) in [("ana", true), ("hidden", false)] {
        let profile = Profile {
            city: Some("Copenhagen".into()),
            topics: vec!["cycling".into()],
            discoverable,
            ..Profile::default()
        };
        let described = person::Described {
            name: Some(format!("<b>{handle}</b> of the lakes")),
            profile: Some(profile),
            ..person::Described::default()
        };
        let (db, urls) = (&site.state.db, &site.state.urls);
        person::add(db, urls, &Who::CommandLine, handle, described, NOW).await.unwrap();
    }
    for path in ["/topics/cycling", "/topics/mobility", "/cities/dk/copenhagen", "/people"] {
        let html = site.page(path).await;
        assert!(html.contains("&#60;b&#62;ana&#60;/b&#62;") && html.contains("/@ana\""), "{path}");
        assert!(!html.contains("hidden&#60;") && !html.contains("/@hidden"), "{path}");
    }
    assert!(!site.page("/topics/water").await.contains("of the lakes"));
    // Who is not to be found can still be shown by whoever has the address.
    site.page("/@hidden").await;
}

async fn what_the_network_shows_first_stands_first(engine: Engine) {
    let site = Site::filled(engine).await;
    let mut tx = site.state.db.read().await.unwrap();
    let cases = store::cases::local_after(&mut tx, 0, 100).await.unwrap();
    drop(tx);
    let case = cases.iter().find(|case| case.case.sdgs.contains(&11)).unwrap();
    let topic = case.case.topics[0].id();
    feature::set(&site.state.db, &Who::CommandLine, &case.case.id, true, NOW).await.unwrap();
    let html = site.page(&format!("/topics/{topic}")).await;
    let featured = html.find("id=\"featured\"").unwrap();
    assert!(html[featured..].contains(&format!("href=\"/cases/{}\"", case.page)));
    let other = vocabulary::topics()
        .iter()
        .find(|top| !case.case.topics.iter().any(|own| own.topic().parent == Some(top.id)))
        .unwrap();
    assert!(!site.page(&format!("/topics/{}", other.id)).await.contains("id=\"featured\""));
}
