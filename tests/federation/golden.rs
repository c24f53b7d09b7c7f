//! What an instance sends and serves, byte for byte as `tests/data/golden/` holds it: whoever
//! changes the wire sees it, and so do those who review it. `KONTOR_GOLDEN=write` writes it anew.

use crate::{
    common::sample_records,
    fake::{Fake, object},
    instance::{Engine, Instance, on_each_engine, until, until_seconds},
};
use kontor::{
    app::{
        access::Who,
        react::{self, Kind},
    },
    clock::Clock,
    domain::case_study::{CaseStudy, parse},
    store::actors::{self, ActorKind},
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::PathBuf,
};

on_each_engine!(what_is_sent_and_served_is_what_the_golden_files_hold);

/// 2026-03-01T09:30:00Z
const NOON: i64 = 1_772_357_400_000;
const ACTIVITY: &str = "application/activity+json";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/golden")
}

/// Everything that was sent or served, by the name of its file.
struct Catalogue {
    instance: Instance,
    other: Fake,
    found: Vec<(String, String)>,
    /// Posts to the other server that were looked at.
    posts: usize,
}

impl Catalogue {
    /// Waits until all is told that is to be told, and notes what came to the other server since
    /// the last time.
    async fn sent(&mut self, names: &[&str]) {
        let posts = until_seconds(10, async || {
            let posts =
                self.other.requests().into_iter().filter(|request| request.method == "POST");
            let posts: Vec<_> = posts.skip(self.posts).map(|request| request.body).collect();
            let kinds = |body: &Vec<u8>| {
                serde_json::from_slice::<Value>(body).map(|activity| activity["type"].clone())
            };
            match posts.len() >= names.len() {
                true => Ok(posts),
                false => Err(format!("{:?} for {names:?}", posts.iter().map(kinds))),
            }
        })
        .await;
        self.instance.rests().await;
        assert_eq!(posts.len(), names.len(), "{names:?}");
        self.posts += posts.len();
        for (name, body) in names.iter().zip(posts) {
            self.note(name, &String::from_utf8(body).unwrap());
        }
        self.instance.state.clock.advance(60_000);
    }

    async fn served(&mut self, name: &str, path: &str, accept: &str, expected: u16) {
        let url = match path.starts_with("http") {
            true => path.to_owned(),
            false => format!("{}{path}", self.instance.origin()),
        };
        let (status, body) = self.other.get(&url, accept).await;
        assert_eq!(status, expected, "{url}: {body}");
        self.note(name, &body);
    }

    /// The text with line breaks for readers, and with names for what is new in every run.
    fn note(&mut self, name: &str, body: &str) {
        let hosts = [
            (self.instance.host().to_owned(), "metropolis.example"),
            (self.other.host.clone(), "elsewhere.example"),
        ];
        let mut names = Names { hosts, given: HashMap::new() };
        let (file, text) = match serde_json::from_str::<Value>(body) {
            Ok(mut value) => {
                assert_eq!(value.to_string(), body, "{name}: no blanks, no key twice");
                names.name(&mut value);
                let text = serde_json::to_string_pretty(&value).unwrap();
                (format!("{name}.json"), text)
            }
            Err(_) => (format!("{name}.xml"), names.of_text(body)),
        };
        assert!(self.found.iter().all(|(known, _)| *known != file), "{file} twice");
        self.found.push((file, format!("{}\n", text.trim_end())));
    }
}

/// Names for ids, keys and hosts, numbered in the order of their appearance.
struct Names {
    hosts: [(String, &'static str); 2],
    given: HashMap<String, String>,
}

impl Names {
    fn name(&mut self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (key, field) in fields {
                    match (key.as_str(), &*field) {
                        ("publicKeyMultibase" | "proofValue", Value::String(text)) => {
                            *field = json!(self.given("KEY", &text.clone()));
                        }
                        ("version", Value::String(text)) if text == env!("CARGO_PKG_VERSION") => {
                            *field = json!("VERSION");
                        }
                        _ => self.name(field),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.name(item)),
            Value::String(text) => *text = self.of_text(text),
            _ => {}
        }
    }

    fn of_text(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        for (host, name) in &self.hosts {
            text = text.replace(host, name).replace(&host.replace(':', "%3A"), name);
        }
        const BEGIN: &str = "-----BEGIN PUBLIC KEY-----\n";
        if let Some((before, rest)) = text.split_once(BEGIN)
            && let Some((key, after)) = rest.split_once("\n-----END")
        {
            let key = self.given("KEY", key);
            text = format!("{before}{BEGIN}{key}\n-----END{after}");
        }
        let mut named = String::new();
        for part in text.split_inclusive(|letter: char| !letter.is_ascii_alphanumeric()) {
            let id = part.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
            let is_ulid = id.len() == 26 && ulid::Ulid::from_string(id).is_ok();
            match is_ulid {
                true => named.push_str(&self.given("ULID", id)),
                false => named.push_str(id),
            }
            named.push_str(&part[id.len()..]);
        }
        named
    }

    fn given(&mut self, kind: &str, value: &str) -> String {
        let count = self.given.values().filter(|name| name.starts_with(kind)).count();
        self.given.entry(value.to_owned()).or_insert_with(|| format!("{kind}{}", count + 1)).clone()
    }
}

/// The shortest samples, so that a change is read in a minute.
fn samples() -> Vec<CaseStudy> {
    let mut records = sample_records();
    records.sort_by_key(|record| record.to_string().len());
    let mut cases: Vec<_> = records.iter().take(4).map(|record| parse(record).unwrap()).collect();
    cases.iter_mut().for_each(|case| case.related.clear());
    cases
}

async fn what_is_sent_and_served_is_what_the_golden_files_hold(engine: Engine) {
    let instance = Instance::start_at(engine, "metropolis", Clock::fixed(NOON), |config| {
        config.network.name = "Metropolis".into();
        config.network.description = "A network of large cities.".into();
        config.network.source_url = "https://code.example/kontor".into();
        config.limits.collection_page_items = 2;
    })
    .await;
    let other = Fake::start().await;
    let mut catalogue = Catalogue { instance, other, found: Vec::new(), posts: 0 };
    activities(&mut catalogue).await;
    documents(&mut catalogue).await;
    compare(&catalogue.found);
}

/// Each kind of activity, in the order in which a network comes to say it.
async fn activities(catalogue: &mut Catalogue) {
    let alice = catalogue.other.actor("alice");
    let nothing = json!({ "type": "OrderedCollection", "totalItems": 0, "orderedItems": [] });
    catalogue.other.serve("/a/alice/outbox", object(&nothing.to_string()));
    for (id, kind, name) in
        [("f1", ActorKind::Network, "accept"), ("f2", ActorKind::CaseFeed, "accept-by-feed")]
    {
        let wanted = catalogue.instance.federation.actor(kind).uri.clone();
        hear(catalogue, &catalogue.other.activity("Follow", id, "alice", json!(wanted))).await;
        catalogue.sent(&[name]).await;
    }
    let mut samples = samples();
    let mut case = samples.remove(0);
    catalogue.instance.import([case.clone()]).await;
    catalogue.sent(&["create", "announce-of-create", "announce-of-case"]).await;
    case.title = "A better title".into();
    catalogue.instance.update(case.clone()).await;
    catalogue.sent(&["update", "announce-of-update"]).await;
    catalogue.instance.withdraw(&case.id).await;
    catalogue.sent(&["delete", "announce-of-delete"]).await;

    catalogue.instance.follow(&alice).await;
    catalogue.sent(&["follow"]).await;
    let follow = catalogue.other.posted_of("Follow").remove(0);
    hear(catalogue, &catalogue.other.activity("Accept", "a", "alice", follow["id"].clone())).await;
    let following = &catalogue.instance;
    until("it follows", 10, async || {
        (following.following(&alice).await.backfill == "done").then_some(())
    })
    .await;
    let article = catalogue.other.article("alice", &samples[0], NOON);
    let uri = article["id"].as_str().unwrap().to_owned();
    hear(catalogue, &catalogue.other.activity("Create", "c", "alice", article)).await;
    for (kind, said, taken_back) in
        [(Kind::Like, "like", "undo-of-like"), (Kind::Boost, "announce", "undo-of-announce")]
    {
        react(catalogue, kind, &uri).await;
        catalogue.sent(&[said]).await;
        let (state, actor) = (&catalogue.instance.state, catalogue.instance.federation.network());
        let now = catalogue.instance.now();
        react::undo(&state.db, &Who::CommandLine, actor, kind, &uri, now).await.unwrap();
        state.wake.events.notify_one();
        catalogue.sent(&[taken_back]).await;
    }
    catalogue.instance.unfollow(&alice).await;
    catalogue.sent(&["undo-of-follow"]).await;
    // One that stays followed, for the collection.
    let bob = catalogue.other.actor("bob");
    catalogue.instance.follow(&bob).await;
    until("bob is asked", 10, async || {
        (catalogue.other.posted_of("Follow").len() == 2).then_some(())
    })
    .await;
    let follow = catalogue.other.posted_of("Follow").remove(1);
    catalogue.other.serve("/a/bob/outbox", object(&nothing.to_string()));
    hear(catalogue, &catalogue.other.activity("Accept", "b", "bob", follow["id"].clone())).await;
}

/// An activity of the other server arrives and takes effect.
async fn hear(catalogue: &Catalogue, activity: &Value) {
    let Catalogue { instance, other, .. } = catalogue;
    let name = activity["actor"].as_str().unwrap().rsplit('/').next().unwrap();
    assert_eq!(other.send(instance.origin(), name, activity, instance.now()).await, 202);
    instance.rests().await;
}

async fn react(catalogue: &Catalogue, kind: Kind, object: &str) {
    let Catalogue { instance, .. } = catalogue;
    let (state, actor) = (&instance.state, instance.federation.network());
    let (now, who) = (instance.now(), Who::CommandLine);
    let id = state.urls.activity(&kontor::app::new_id(now));
    react::react(&state.db, &who, actor, kind, object, &id, now).await.unwrap();
    state.wake.events.notify_one();
}

/// Each kind of document at its address.
async fn documents(catalogue: &mut Catalogue) {
    let gone = catalogue.other.posted_of("Delete").remove(0)["object"]["id"].clone();
    catalogue.served("tombstone", gone.as_str().unwrap(), ACTIVITY, 410).await;
    let mut cases = samples().split_off(2);
    let uri = {
        let instance = &catalogue.instance;
        instance.import([cases.remove(0)]).await;
        instance.state.clock.advance(60_000);
        let case = cases.remove(0);
        let key = case.id.clone();
        instance.import([case]).await;
        instance.rests().await;
        instance.own(&key).await.uri
    };
    catalogue.served("article", &uri, ACTIVITY, 200).await;
    for part in ["likes", "shares", "replies", "context"] {
        let path = format!("{uri}/{part}");
        catalogue.served(&format!("article-{part}"), &path, ACTIVITY, 200).await;
    }
    for (name, kind) in [
        ("instance", ActorKind::Instance),
        ("network", ActorKind::Network),
        ("case-feed", ActorKind::CaseFeed),
    ] {
        let actor = catalogue.instance.federation.actor(kind).uri.clone();
        catalogue.served(&format!("actor-{name}"), &actor, ACTIVITY, 200).await;
    }
    let resource = format!("acct:sdg11@{}", catalogue.instance.host());
    let path = format!("/.well-known/webfinger?resource={resource}");
    catalogue.served("webfinger-of-filter", &path, "application/jrd+json", 200).await;
    let mut tx = catalogue.instance.read().await;
    let filter = actors::by_handle(&mut tx, "sdg11").await.unwrap().unwrap();
    drop(tx);
    catalogue.served("actor-filter", &filter.uri, ACTIVITY, 200).await;
    let network = catalogue.instance.network().to_owned();
    for part in ["outbox", "followers", "following"] {
        let path = format!("{network}/{part}");
        catalogue.served(part, &path, ACTIVITY, 200).await;
        catalogue.served(&format!("{part}-page"), &format!("{path}?page=1"), ACTIVITY, 200).await;
    }
    catalogue.served("featured", &format!("{network}/featured"), ACTIVITY, 200).await;
    catalogue.served("vocabulary", "/ns", "application/ld+json", 200).await;
    let resource = format!("acct:metropolis@{}", catalogue.instance.host());
    let path = format!("/.well-known/webfinger?resource={resource}");
    catalogue.served("webfinger", &path, "application/jrd+json", 200).await;
    catalogue.served("host-meta", "/.well-known/host-meta", "application/xrd+xml", 200).await;
    catalogue.served("nodeinfo", "/.well-known/nodeinfo", "application/json", 200).await;
    for version in ["2.0", "2.1"] {
        let path = format!("/nodeinfo/{version}");
        catalogue.served(&format!("nodeinfo-{version}"), &path, "application/json", 200).await;
    }
}

/// Every file is there and says the same, and none is there for nothing.
fn compare(found: &[(String, String)]) {
    let folder = folder();
    let write = std::env::var_os("KONTOR_GOLDEN").is_some_and(|wish| wish == "write");
    if write {
        fs::create_dir_all(&folder).unwrap();
    }
    let mut differences = Vec::new();
    for (name, text) in found {
        if write {
            fs::write(folder.join(name), text).unwrap();
        }
        let golden = fs::read_to_string(folder.join(name)).unwrap_or_default();
        if golden != *text {
            let lines = golden.lines().chain(std::iter::repeat("(nothing)"));
            let line = lines.zip(text.lines()).enumerate().find(|(_, (old, new))| old != new);
            differences.push(match line {
                Some((at, (old, new))) => format!("{name}:{}\n  - {old}\n  + {new}", at + 1),
                None => format!("{name} is longer than what is sent"),
            });
        }
    }
    let known: BTreeSet<_> = found.iter().map(|(name, _)| name.as_str()).collect();
    for file in fs::read_dir(&folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if !known.contains(name.as_str()) {
            differences.push(format!("{name} is neither sent nor served"));
        }
    }
    assert!(
        differences.is_empty(),
        "if this is meant, write the files anew with KONTOR_GOLDEN=write:\n{}",
        differences.join("\n")
    );
}
