//! Filters as actors: found by handle, followed, told what fits, told when it no longer does.

use crate::{
    common::sample_records,
    fake::{Fake, accepted},
    instance::{Engine, Instance, on_each_engine, until},
};
use kontor::{
    app::{
        access::Who,
        feeds::{self, SavedSearch},
    },
    domain::{
        case_study::{CaseStudy, parse},
        search::{CaseFilter, Facet, city_key, feeds::handle_of as feed_handle},
    },
    i18n::{Locale, Speech},
    urls,
};
use serde_json::{Value, json};

on_each_engine!(
    a_filter_is_found_by_its_handle_in_any_spelling,
    the_address_of_a_page_leads_to_the_actor_of_what_it_shows,
    who_follows_a_filter_gets_what_fits_and_nothing_else,
    who_came_by_a_filter_hears_of_changes_and_of_the_end,
    a_partners_case_is_announced_by_our_filters_and_taken_back_with_it,
    a_saved_search_is_followed_until_it_ends,
);

fn sample(fits: impl Fn(&CaseStudy) -> bool) -> CaseStudy {
    let cases = sample_records();
    let mut cases = cases.iter().map(|record| parse(record).unwrap());
    cases.find(|case| fits(case)).expect("a sample case fits")
}

fn goal(case: &CaseStudy, goal: u8) -> bool {
    case.sdgs.contains(&goal)
}

async fn json(fake: &Fake, url: &str) -> (u16, Value) {
    let (status, body) = fake.get(url, "application/activity+json").await;
    (status, serde_json::from_str(&body).unwrap_or_default())
}

/// What WebFinger says of a name here: status, and the answer.
async fn finger(fake: &Fake, instance: &Instance, name: &str) -> (u16, Value) {
    let name: String =
        url::form_urlencoded::byte_serialize(format!("acct:{name}@{}", instance.host()).as_bytes())
            .collect();
    json(fake, &format!("{}/.well-known/webfinger?resource={name}", instance.origin())).await
}

fn actor_of(finger: &Value) -> String {
    let links = finger["links"].as_array().expect("links");
    let own = links.iter().find(|link| link["rel"] == "self").expect("an actor");
    own["href"].as_str().unwrap().to_owned()
}

/// `name` follows `actor` and is accepted.
async fn follows(fake: &Fake, instance: &Instance, name: &str, actor: &str) {
    fake.answers(|_| accepted());
    let before = fake.posted_of("Accept").len();
    let id = format!("{}/follows/{name}/{before}", fake.actor(name));
    let follow = fake.activity("Follow", &id, name, json!(actor));
    assert_eq!(fake.send(instance.origin(), name, &follow, instance.now()).await, 202);
    until("the follow is accepted", 20, async || {
        (fake.posted_of("Accept").len() > before).then_some(())
    })
    .await;
}

async fn a_filter_is_found_by_its_handle_in_any_spelling(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    let case = sample(|case| goal(case, 11) && !case.cities.is_empty());
    assert_eq!(finger(&fake, &instance, "sdg11").await.0, 404, "no case has it yet");
    let topic = case.topics[0].id().to_owned();
    instance.publish(case).await;
    let (status, found) = finger(&fake, &instance, "sdg11").await;
    assert_eq!(status, 200);
    assert_eq!(found["subject"], format!("acct:sdg11@{}", instance.host()));
    let uri = actor_of(&found);
    for spelling in ["SDG11", "Sdg-11", "sdg11"] {
        assert_eq!(actor_of(&finger(&fake, &instance, spelling).await.1), uri, "{spelling}");
    }
    for nothing in ["sdg18", "topic-", "topic-knitting", "city-xx-nowhere", "lang-ko", "country-"] {
        assert_eq!(finger(&fake, &instance, nothing).await.0, 404, "{nothing}");
    }
    let (_, actor) = json(&fake, &uri).await;
    assert_eq!((&actor["type"], &actor["preferredUsername"]), (&json!("Group"), &json!("sdg11")));
    assert_eq!(actor["url"], format!("{}/cases?sdg=11", instance.origin()));
    assert!(actor["publicKey"]["publicKeyPem"].as_str().unwrap().contains("PUBLIC KEY"));
    let parent = kontor::domain::vocabulary::topic(&topic).unwrap().parent.unwrap();
    for name in [format!("topic-{topic}"), format!("topic-{parent}")] {
        assert_eq!(finger(&fake, &instance, &name).await.0, 200, "{name}");
    }
    // The page of the filter is another name of its actor.
    let page = format!("{}/cases?sdg=11", instance.origin());
    let asked: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
    let finger_url = format!("{}/.well-known/webfinger?resource={asked}", instance.origin());
    assert_eq!(actor_of(&json(&fake, &finger_url).await.1), uri);
}

/// People paste what stands in their browser into Mastodon's search.
async fn the_address_of_a_page_leads_to_the_actor_of_what_it_shows(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    let case = sample(|case| goal(case, 11) && case.cities.len() == 1);
    let (city, country) = (city_key(&case.cities[0]), case.cities[0].country.clone());
    let (topic, language) = (case.topics[0].id(), case.language.id());
    instance.publish(case.clone()).await;
    let origin = instance.origin();
    for (facet, value) in [
        (Facet::Topic, topic),
        (Facet::Sdg, "11"),
        (Facet::City, &city),
        (Facet::Country, &country),
        (Facet::Language, language),
    ] {
        let search = urls::cases_as("", &CaseFilter::default().with(facet, value).to_query());
        for page in [urls::door(facet, value), search.clone(), format!("{search}&sort=title")] {
            let (status, actor) = json(&fake, &format!("{origin}{page}")).await;
            assert_eq!(status, 200, "{page}");
            let handle = feed_handle(facet, value).unwrap();
            assert_eq!(actor["preferredUsername"], json!(handle), "{page}");
        }
        // The page says so to who reads it as a page.
        let (_, html) =
            fake.get(&format!("{origin}{}", urls::door(facet, value)), "text/html").await;
        let link =
            format!("application/activity+json\" href=\"{origin}{}\"", urls::door(facet, value));
        assert!(html.contains(&link), "{html}");
    }
    let (_, whole) = json(&fake, &format!("{origin}/cases?sort=title")).await;
    assert_eq!(whole["preferredUsername"], "cases");
    // What nobody can follow is a page, or missing, and never the whole feed.
    for page in ["/cases?q=bus", "/cases?sdg=11&sdg=13", "/cases?region=europe", "/regions/europe"]
    {
        let (status, body) =
            fake.get(&format!("{origin}{page}"), "application/activity+json").await;
        assert!(status == 200 && body.contains("<!doctype html>"), "{page}: {status} {body}");
    }
    for page in ["/topics/knitting", "/goals/18", "/cities/xx/nowhere"] {
        assert_eq!(fake.get(&format!("{origin}{page}"), "application/activity+json").await.0, 404);
    }
}

async fn who_follows_a_filter_gets_what_fits_and_nothing_else(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    let earlier = instance.publish(sample(|case| goal(case, 11))).await;
    let uri = actor_of(&finger(&fake, &instance, "sdg11").await.1);
    // What was there before is in the outbox.
    let (_, outbox) = json(&fake, &format!("{uri}/outbox")).await;
    assert_eq!(outbox["totalItems"], 1);
    let (_, page) = json(&fake, outbox["first"].as_str().unwrap()).await;
    let listed = &page["orderedItems"][0];
    assert_eq!((&listed["type"], &listed["object"]), (&json!("Announce"), &json!(earlier.uri)));
    assert_eq!(json(&fake, listed["id"].as_str().unwrap()).await, (200, listed.clone()));

    follows(&fake, &instance, "ada", &uri).await;
    let other = sample(|case| !goal(case, 11));
    let mut fitting = sample(|case| goal(case, 11) && case.id != earlier.case.id);
    fitting.related.clear();
    let unfitting = instance.publish(other).await;
    let fitting = instance.publish(fitting).await;
    let told = until("the fitting case is announced", 20, async || {
        fake.posted_of("Announce").into_iter().find(|said| said["object"] == fitting.uri.as_str())
    })
    .await;
    assert_eq!(told["actor"], uri.as_str());
    instance.rests().await;
    let told = fake.posted_of("Announce");
    assert_eq!(told.len(), 1, "only what is new and fits: {told:?} and not {}", unfitting.uri);
    assert_eq!(fake.posted_of("Create").len(), 0, "the network itself is not followed");
}

async fn who_came_by_a_filter_hears_of_changes_and_of_the_end(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    instance.publish(sample(|case| goal(case, 13))).await;
    let uri = actor_of(&finger(&fake, &instance, "sdg13").await.1);
    follows(&fake, &instance, "ada", &uri).await;
    let case = sample(|case| goal(case, 13) && case.sdgs.len() > 1);
    let mut case = CaseStudy { id: "of-the-filter".into(), slug: "of-the-filter".into(), ..case };
    case.related.clear();
    let stored = instance.publish(case.clone()).await;
    until("it is announced", 20, async || fake.posted_of("Announce").pop()).await;

    case.title = "Changed since".into();
    instance.update(case.clone()).await;
    let update = until("the change arrives", 20, async || fake.posted_of("Update").pop()).await;
    assert_eq!(update["object"]["name"], "Changed since");
    assert_eq!(fake.posted_of("Announce").len(), 1, "it was announced before");

    case.sdgs.retain(|goal| *goal != 13);
    case.sdg_targets.retain(|target| !target.id().starts_with("13."));
    instance.update(case.clone()).await;
    let undo = until("it no longer fits", 20, async || fake.posted_of("Undo").pop()).await;
    assert_eq!(undo["actor"], uri.as_str());
    assert_eq!(undo["object"]["object"], stored.uri.as_str());

    case.sdgs.push(13);
    instance.update(case.clone()).await;
    until("it fits again", 20, async || (fake.posted_of("Announce").len() == 2).then_some(()))
        .await;
    let ids: Vec<Value> =
        fake.posted_of("Announce").into_iter().map(|said| said["id"].clone()).collect();
    assert_ne!(ids[0], ids[1], "an id that was undone is not said again");

    instance.withdraw(&case.id).await;
    let gone = until("its end arrives", 20, async || fake.posted_of("Delete").pop()).await;
    assert_eq!(gone["object"]["id"], stored.uri.as_str());
}

async fn a_partners_case_is_announced_by_our_filters_and_taken_back_with_it(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    let fake = Fake::start().await;
    partner.publish(sample(|case| goal(case, 11))).await;
    let uri = actor_of(&finger(&fake, &partner, "sdg11").await.1);
    follows(&fake, &partner, "ada", &uri).await;
    partner.follow(origin.host()).await;
    partner.has_read_back(origin.host()).await;
    let case = sample(|case| goal(case, 11));
    let case = CaseStudy { id: "elsewhere".into(), slug: "elsewhere".into(), ..case };
    let stored = origin.publish(case).await;
    let told =
        until("our filter announces it", 20, async || fake.posted_of("Announce").pop()).await;
    assert_eq!((&told["actor"], &told["object"]), (&json!(uri), &json!(stored.uri)));
    origin.withdraw("elsewhere").await;
    let undo = until("our filter takes it back", 20, async || fake.posted_of("Undo").pop()).await;
    assert_eq!(undo["object"]["id"], told["id"]);
}

async fn a_saved_search_is_followed_until_it_ends(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    let (db, urls) = (&instance.state.db, &instance.state.urls);
    let t = Speech::new(instance.state.texts.clone(), Locale::En);
    let who = Who::CommandLine;
    let wish = |handle, query| SavedSearch { handle, query, name: "Warm winters" };
    let publish = async |handle, query| {
        feeds::publish_search(db, &who, urls, &t, &wish(handle, query), instance.now()).await
    };
    for (handle, query) in [
        ("topic-mine", "sdg=7&q=heat"),
        ("cases", "sdg=7&q=heat"),
        ("metropolis", "sdg=7&q=heat"),
        ("with space", "sdg=7&q=heat"),
        ("everything", "sort=title"),
        ("goal-seven", "sdg=7"),
    ] {
        assert!(publish(handle, query).await.is_err(), "@{handle} for {query}");
    }
    let saved = publish("@Warm-Winters", "?sdg=7&q=heat&after=x").await.unwrap();
    assert!(publish("warm-winters", "q=cold").await.is_err(), "the handle is taken");
    assert!(publish("other", "sdg=7&q=heat").await.is_err(), "the search is taken");
    let (status, found) = finger(&fake, &instance, "WARM-winters").await;
    assert_eq!((status, actor_of(&found)), (200, saved.uri.clone()));
    follows(&fake, &instance, "ada", &saved.uri).await;

    let mut case = sample(|case| !goal(case, 7));
    case.title = "A heating network".into();
    case.sdgs.push(7);
    let stored = instance.publish(case).await;
    let told = until("it is announced", 20, async || fake.posted_of("Announce").pop()).await;
    assert_eq!(told["object"], stored.uri.as_str());

    feeds::end_search(db, &who, "warm-winters", instance.now()).await.unwrap();
    let gone = until("its end is told", 20, async || fake.posted_of("Delete").pop()).await;
    assert_eq!(gone["object"], saved.uri.as_str());
    assert_eq!(finger(&fake, &instance, "warm-winters").await.0, 404);
    assert_eq!(json(&fake, &saved.uri).await.0, 410);
    assert!(publish("warm-winters", "q=cold").await.is_err(), "a handle is not given again");
}
