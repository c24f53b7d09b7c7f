//! A stranger's server finds our actors, follows them, and verifies and reads what we publish.

use crate::{
    common::sample_records,
    instance::{Engine, Instance, on_each_engine, until},
    process::Neighbour,
};
use kontor::{
    domain::case_study::{CaseStudy, parse},
    store::follows,
};
use serde_json::{Value, json};

on_each_engine!(
    fedify_finds_our_actors_by_their_handles,
    fedify_reads_every_sample_case_as_an_article,
    fedify_follows_us_and_verifies_what_we_publish,
);

fn samples() -> Vec<CaseStudy> {
    sample_records().iter().map(|record| parse(record).unwrap()).collect()
}

async fn fedify_finds_our_actors_by_their_handles(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let neighbour = Neighbour::start().await;
    let host = instance.host();
    for (handle, kind) in [("metropolis", "Organization"), ("cases", "Group")] {
        let name = format!("acct:{handle}@{host}");
        let found = neighbour.ask("handle", json!({ "resource": name })).await;
        assert_eq!(found["webfinger"]["subject"], name);
        let actor = &found["object"];
        assert_eq!(actor["type"], kind, "{actor}");
        assert_eq!(actor["preferredUsername"], handle);
        for part in ["inbox", "outbox", "followers", "featured", "sharedInbox", "url"] {
            let there = actor[part].as_str().unwrap();
            assert!(there.starts_with(instance.origin()), "{handle} {part}: {there}");
        }
        let id = actor["id"].as_str().unwrap();
        assert_eq!(actor["keys"][0]["algorithm"], "RSASSA-PKCS1-v1_5", "{actor}");
        assert!(actor["keys"][0]["id"].as_str().unwrap().starts_with(id));
        assert_eq!(actor["discoverable"], true);
        assert_eq!(actor["manuallyApprovesFollowers"], false);
    }
    // The instance's own handle repeats the host; with a port no server can write that.
    let asked = json!({ "resource": format!("acct:CASES@{host}") });
    let found = neighbour.ask("handle", asked).await;
    assert_eq!(found["object"]["preferredUsername"], "cases", "handles know no case");
    neighbour.is_content().await;
}

async fn fedify_reads_every_sample_case_as_an_article(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let neighbour = Neighbour::start().await;
    instance.import(samples()).await;
    for case in samples() {
        let stored = instance.own(&case.id).await;
        let read = neighbour.ask("lookup", json!({ "resource": stored.uri })).await;
        is_the_case(&read, &instance, &case);
    }
    neighbour.is_content().await;
}

/// What Fedify read is what a reader of any server needs of this case.
fn is_the_case(read: &Value, instance: &Instance, case: &CaseStudy) {
    let text = |name: &str| read[name].as_str().unwrap_or_default();
    assert_eq!(read["type"], "Article", "{read}");
    let opening: String = case.title.chars().take(100).collect();
    assert!(text("name").starts_with(&opening) && text("name").chars().count() <= 150, "{read}");
    assert!(!text("summary").is_empty() && text("content").starts_with("<p>"), "{read}");
    assert_eq!(read["attribution"], json!(instance.network()));
    assert!(text("url").starts_with(instance.origin()));
    assert_eq!(read["to"], json!(["https://www.w3.org/ns/activitystreams#Public"]));
    let languages: Vec<_> = read["languages"].as_array().unwrap().iter().collect();
    assert!(languages.contains(&&json!(case.language.id())), "{languages:?}");
    let tags = read["tags"].as_array().unwrap();
    assert!((1..=6).contains(&tags.len()) && tags.iter().all(|tag| tag["hashtag"] == true));
    let attachments = read["attachments"].as_array().unwrap();
    assert_eq!(attachments[0]["type"], "Link", "the page comes first");
    assert_eq!(attachments[0]["url"], read["url"]);
    let pictures: Vec<_> = attachments.iter().filter(|one| one["type"] == "Image").collect();
    assert!(pictures.len() <= 3);
    assert!(pictures.iter().all(|picture| !picture["name"].as_str().unwrap().is_empty()));
    let city = &case.cities[0];
    assert!(read["location"]["name"].as_str().unwrap().starts_with(&city.name), "{read}");
    assert_eq!(read["location"]["latitude"].as_f64(), Some(city.lat));
    for collection in ["replies", "likes", "shares"] {
        assert!(text(collection).starts_with(instance.origin()), "{collection} of {read}");
    }
}

async fn fedify_follows_us_and_verifies_what_we_publish(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let neighbour = Neighbour::start().await;
    let network = instance.network().to_owned();
    let feed = neighbour
        .ask("handle", json!({ "resource": format!("acct:cases@{}", instance.host()) }))
        .await;
    let feed = feed["object"]["id"].as_str().unwrap().to_owned();
    let mut followed = Vec::new();
    for actor in [&network, &feed] {
        let follow = neighbour.alice("follow", actor, json!({ "object": actor })).await;
        followed.push(follow["id"].clone());
    }
    let accepts = neighbour.has_received("Accept", 2).await;
    for (actor, follow) in [&network, &feed].into_iter().zip(&followed) {
        let accept = accepts.iter().find(|accept| accept["actor"] == json!(actor)).unwrap();
        // Fedify takes no more than the id of what another server's activity holds of its own.
        assert_eq!(&accept["object"], follow, "{accept}");
        let mut tx = instance.read().await;
        assert_eq!(follows::count_followers(&mut tx, actor).await.unwrap(), 1);
    }

    let mut case = samples().swap_remove(0);
    let published = instance.publish(case.clone()).await;
    let create = neighbour.has_received("Create", 1).await.swap_remove(0);
    assert_eq!(create["actor"], json!(network));
    is_the_case(&create["object"], &instance, &case);
    // The feed says it twice: the activity for Lemmy, the id for Mastodon.
    let announced = neighbour.has_received("Announce", 2).await;
    assert!(announced.iter().all(|announce| announce["actor"] == json!(feed)));
    let of = |kind: &str| announced.iter().any(|announce| announce["object"]["type"] == kind);
    assert!(of("Create"), "{announced:?}");
    assert!(announced.iter().any(|announce| {
        announce["object"] == json!(published.uri) || announce["object"]["type"] == "Article"
    }));

    case.title = "What the city learnt since".into();
    instance.update(case.clone()).await;
    let update = neighbour.has_received("Update", 1).await.swap_remove(0);
    is_the_case(&update["object"], &instance, &case);
    instance.withdraw(&case.id).await;
    let delete = neighbour.has_received("Delete", 1).await.swap_remove(0);
    assert_eq!(delete["object"]["type"], "Tombstone", "{delete}");
    assert_eq!(delete["object"]["id"], json!(published.uri));
    instance.rests().await;
    neighbour.is_content().await;
    for post in neighbour.posts().await {
        assert_eq!(post["status"], 202, "{post}");
        assert_ne!(post["dialect"], "none", "{post}");
        assert_eq!(post["proof"], "holds", "{post}");
    }

    // After its Undo nothing more comes.
    for (actor, follow) in [&network, &feed].into_iter().zip(&followed) {
        neighbour.alice("undo", actor, json!({ "activity": follow })).await;
    }
    until("nobody follows", 10, async || {
        let mut tx = instance.read().await;
        (follows::count_followers(&mut tx, &network).await.unwrap() == 0).then_some(())
    })
    .await;
    instance.publish(samples().swap_remove(1)).await;
    instance.rests().await;
    assert_eq!(neighbour.has_received("Create", 1).await.len(), 1);
}
