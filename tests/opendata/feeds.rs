//! Feeds, read by a feed reader's parser.

use std::collections::BTreeSet;

use feed_rs::{model::Feed, parser};

use super::site::{Site, copies, samples};
use crate::instance::{Engine, on_each_engine};

on_each_engine!(
    feeds_say_of_every_case_what_it_is_in_all_three_formats,
    a_feed_goes_on_page_by_page_without_repeats_or_gaps,
    a_feed_is_sent_again_only_when_something_changed,
);

const ENDINGS: [&str; 3] = ["atom", "rss", "feed.json"];

async fn read(site: &Site, path: &str) -> Feed {
    let answer = site.get(path).await;
    parser::parse(&answer.bytes[..]).unwrap_or_else(|error| panic!("{path}: {error}"))
}

async fn feeds_say_of_every_case_what_it_is_in_all_three_formats(engine: Engine) {
    let site = Site::new(engine).await;
    let cases = samples();
    for ending in ENDINGS {
        let path = format!("/cases.{ending}");
        let answer = site.get(&path).await;
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let feed = read(&site, &path).await;
        assert_eq!(feed.entries.len(), cases.len(), "{path}");
        assert_eq!(feed.title.as_ref().unwrap().content, "metropolis: case studies");
        for case in &cases {
            let stored = site.instance.own(&case.id).await;
            let entry = feed.entries.iter().find(|entry| entry.id == stored.uri);
            let entry = entry.unwrap_or_else(|| panic!("{path} lacks {}", case.id));
            assert_eq!(entry.title.as_ref().unwrap().content, case.title, "{path}");
            let summary = match (&entry.summary, &entry.content) {
                (Some(summary), _) => summary.content.clone(),
                (None, content) => content.clone().unwrap().body.unwrap(),
            };
            // In RSS a description is HTML.
            let summary = match ending {
                "rss" => summary
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&"),
                _ => summary,
            };
            assert_eq!(summary, case.summary, "{path}");
            let page = site.instance.state.urls.case_page(&stored.page);
            assert!(entry.links.iter().any(|link| link.href == page), "{path}: {:?}", entry.links);
            assert_eq!(
                entry.published.unwrap().timestamp_millis(),
                stored.published / 1_000 * 1_000
            );
            if ending != "rss" {
                let updated = entry.updated.unwrap().timestamp_millis();
                assert_eq!(updated, stored.updated / 1_000 * 1_000, "{path}");
                let licence =
                    entry.links.iter().find(|link| link.rel.as_deref() == Some("license"));
                let licence = licence.map(|link| link.href.as_str());
                assert_eq!(licence, case.licence.url().filter(|_| ending == "atom"), "{path}");
            }
            let known = kontor::domain::vocabulary::network(&case.source_network);
            let author = known.map_or(case.source_network.as_str(), |entry| &entry.name);
            assert_eq!(entry.authors[0].name.as_deref(), Some(author), "{path}");
            assert!(entry.categories.len() > case.topics.len(), "{path}");
        }
    }
    let search = read(&site, "/cases.atom?topic=cycling&country=DK&q=bike").await;
    assert_eq!(search.title.unwrap().content, "“bike” · Cycling · Denmark – metropolis");
    let text = site.get("/cases.atom").await;
    for case in &cases {
        let marked = format!("<title xml:lang=\"{}\">", case.language.id());
        assert!(text.text().contains(&marked), "no title in {}", case.language.id());
    }
    let german = site.get("/cases.atom?lang=de").await;
    assert_eq!(german.header("content-language"), "de");
    assert!(german.text().contains("xml:lang=\"de\""));
    let nothing = read(&site, "/cases.atom?topic=none").await;
    assert!(nothing.entries.is_empty());
}

async fn a_feed_goes_on_page_by_page_without_repeats_or_gaps(engine: Engine) {
    let site = Site::with(engine, copies(60)).await;
    for ending in ENDINGS {
        let mut path = format!("/cases.{ending}?topic={}", copies(1)[0].topics[0].id());
        let (mut seen, mut pages) = (BTreeSet::new(), 0);
        loop {
            let answer = site.get(&path).await;
            let feed = parser::parse(&answer.bytes[..]).unwrap();
            for entry in &feed.entries {
                assert!(seen.insert(entry.id.clone()), "{path} repeats {}", entry.id);
            }
            pages += 1;
            let next = match ending {
                "feed.json" => answer.json()["next_url"].as_str().map(str::to_owned),
                _ => feed
                    .links
                    .iter()
                    .find(|link| link.rel.as_deref() == Some("next"))
                    .map(|link| link.href.clone()),
            };
            let Some(next) = next else { break };
            path = next;
        }
        assert_eq!((seen.len(), pages), (60, 2), "{ending}");
    }
}

async fn a_feed_is_sent_again_only_when_something_changed(engine: Engine) {
    let site = Site::with(engine, copies(2)).await;
    let first = site.get("/cases.atom").await;
    let date = crate::instance::until("the change has a date", 20, async || {
        // What changed less than two seconds ago has none.
        site.clock.advance(5_000);
        let answer = site.get("/cases.atom").await;
        Some(answer.header("last-modified").to_owned()).filter(|date| !date.is_empty())
    })
    .await;
    let tag = first.header("etag").to_owned();
    let again = async |name, value: &str| {
        site.get_with("/cases.atom", &[("accept-language", "en"), (name, value)]).await.status
    };
    assert_eq!(again("if-none-match", &tag).await, 304);
    assert_eq!(again("if-modified-since", &date).await, 304);
    assert_eq!(
        site.get_with("/cases.atom", &[("accept-language", "de"), ("if-none-match", &tag)])
            .await
            .status,
        200
    );
    site.instance.withdraw("copy-0").await;
    site.clock.advance(60_000);
    assert_eq!(again("if-none-match", &tag).await, 200);
    crate::instance::until("the date is a later one", 20, async || {
        site.clock.advance(5_000);
        (again("if-modified-since", &date).await == 200).then_some(())
    })
    .await;
}
