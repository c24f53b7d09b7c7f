//! What we send and serve keeps the rules of the servers that read it.

use crate::{
    common::{arbitrary_case, extreme_records, sample_records},
    instance::{Engine, Instance},
    rules::{self, Broken},
};
use kontor::{
    domain::case_study::{CaseStudy, parse},
    federation::{
        activity,
        article::{self, Framing},
    },
    i18n::Texts,
    urls::Urls,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Value, json};
use std::{fs, path::Path, sync::Arc};

const AUTHOR: &str = "https://cases.example.org/a/1";
const FEED: &str = "https://cases.example.org/a/2";

fn article_of(case: &CaseStudy, texts: &Arc<Texts>) -> Value {
    let urls = Urls::new("https://cases.example.org");
    let published = case.editorial.published.unwrap_or(1_700_000_000_000);
    let framing = Framing {
        urls: &urls,
        texts,
        uri: "https://cases.example.org/o/1",
        author: AUTHOR,
        feed: FEED,
        page: &case.slug,
        published,
        updated: case.editorial.updated.unwrap_or(published),
        revision: 1,
        related: Vec::new(),
        foreign_keys: None,
    };
    article::to_article(case, &framing)
}

/// The rules that an article, its Create and the feed's Announces break.
fn broken_by(article: &Value) -> Vec<String> {
    let mut broken = Broken::default();
    let author = &article["attributedTo"];
    rules::lemmy_page(article, &mut broken);
    rules::mastodon_status(article, author, &mut broken);
    rules::gotosocial_status(article, &mut broken);
    rules::mitra_object(article, &mut broken);
    rules::friendica_object(article, &mut broken);
    rules::misskey_object(article, &mut broken);
    let id = "https://cases.example.org/activities/1";
    let create = activity::with_object("Create", id, AUTHOR, article.clone(), 0);
    rules::activity(&create, &mut broken);
    let boosted = activity::announce(id, FEED, create, 0, &[AUTHOR]);
    rules::activity(&boosted, &mut broken);
    rules::lemmy_announce(&boosted, &mut broken);
    let for_mastodon = activity::announce(id, FEED, article["id"].clone(), 0, &[AUTHOR]);
    rules::activity(&for_mastodon, &mut broken);
    // Mastodon fetches what is announced by its id (`activity/announce.rb`).
    if !for_mastodon["object"].is_string() {
        broken.0.push("Mastodon: a boost names the object by its id".into());
    }
    broken.0
}

#[test]
fn every_case_keeps_the_rules_of_those_who_read_it() {
    let texts = Arc::new(Texts::embedded());
    let records = sample_records().into_iter().chain(extreme_records());
    for case in records.filter_map(|record| parse(&record).ok()) {
        assert_eq!(broken_by(&article_of(&case, &texts)), Vec::<String>::new(), "{}", case.id);
    }
    let mut runner = TestRunner::deterministic();
    for _ in 0..64 {
        let case = arbitrary_case().new_tree(&mut runner).unwrap().current();
        let article = article_of(&case, &texts);
        assert_eq!(broken_by(&article), Vec::<String>::new(), "{article}");
    }
}

#[test]
fn what_follows_a_case_keeps_the_rules_too() {
    let id = "https://cases.example.org/activities/1";
    let object = "https://cases.example.org/o/1";
    let delete = activity::delete(id, AUTHOR, FEED, object, 0);
    let follow = activity::follow(id, AUTHOR, "https://elsewhere.example/users/ana");
    for document in [
        activity::announce(id, FEED, delete.clone(), 0, &[AUTHOR]),
        activity::undo(id, AUTHOR, follow.clone(), &["https://elsewhere.example/users/ana"]),
        activity::like(id, AUTHOR, "https://elsewhere.example/1", None),
        activity::answer(
            "Accept",
            id,
            AUTHOR,
            "https://elsewhere.example/f",
            "https://elsewhere.example/users/ana",
        ),
        delete,
        follow,
    ] {
        let mut broken = Broken::default();
        rules::activity(&document, &mut broken);
        assert_eq!(broken.0, Vec::<String>::new(), "{document}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn our_actors_can_be_read_by_mastodon_and_gotosocial() {
    let instance = Instance::start(Engine::Sqlite, "metropolis").await;
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    // GoToSocial asks with both types; Mastodon with these two.
    let accept = "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\", application/activity+json";
    for handle in ["metropolis", "cases"] {
        let finger = format!(
            "{}/.well-known/webfinger?resource=acct:{handle}@{}",
            instance.origin(),
            instance.host()
        );
        let finger: Value =
            serde_json::from_str(&http.get(finger).send().await.unwrap().text().await.unwrap())
                .unwrap();
        let links = finger["links"].as_array().unwrap().iter();
        let own = links.clone().find(|link| link["rel"] == "self").unwrap();
        assert_eq!(own["type"], "application/activity+json", "Mastodon looks for this type");
        let href = own["href"].as_str().unwrap();
        let answer = http.get(href).header("accept", accept).send().await.unwrap();
        let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
        assert!(
            kind.starts_with("application/activity+json")
                || kind.starts_with("application/ld+json"),
            "{kind}"
        );
        let actor: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        assert_eq!(actor["id"], href, "Mastodon: the document stands at its id");
        let mut broken = Broken::default();
        rules::mastodon_actor(&actor, &mut broken);
        rules::gotosocial_actor(&actor, &mut broken);
        assert_eq!(broken.0, Vec::<String>::new(), "{actor}");
    }
}

/// The documents that other tests hold byte for byte.
#[test]
fn the_golden_articles_and_activities_keep_the_rules() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/golden");
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let Ok(document) = serde_json::from_slice::<Value>(&fs::read(&path).unwrap()) else {
            continue;
        };
        let mut broken = Broken::default();
        match document["type"].as_str() {
            Some("Article") => {
                rules::lemmy_page(&document, &mut broken);
                rules::mastodon_status(&document, &document["attributedTo"], &mut broken);
                rules::gotosocial_status(&document, &mut broken);
                rules::mitra_object(&document, &mut broken);
                rules::friendica_object(&document, &mut broken);
            }
            Some(_) if document.get("actor").is_some() => rules::activity(&document, &mut broken),
            _ => {}
        }
        assert_eq!(broken.0, Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn a_broken_document_is_found_out() {
    let texts = Arc::new(Texts::embedded());
    let whole = article_of(&parse(&sample_records()[0]).unwrap(), &texts);
    let bends: [(&str, Value); 8] = [
        ("type", json!(["Article"])),
        ("attributedTo", json!(["https://cases.example.org/a/1"])),
        ("audience", json!("https://elsewhere.example/c/x")),
        ("attachment", json!([{ "type": "PropertyValue", "name": "x", "value": "y" }])),
        ("url", json!("https://elsewhere.example/")),
        ("published", json!("yesterday")),
        ("tag", json!([{ "type": "Hashtag", "name": "two words", "href": "https://a.example/" }])),
        ("contentMap", json!({})),
    ];
    for (field, value) in bends {
        let mut article = whole.clone();
        article[field] = value;
        assert!(!broken_by(&article).is_empty(), "{field}");
    }
}
