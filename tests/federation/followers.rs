//! Who follows whom is the same on both sides in the end, and a forged word of it changes nothing
//! (FEP-8fcf).

use crate::{
    common::sample_records,
    fake::{Fake, Letter, SYNCHRONIZATION, object},
    instance::{Engine, Instance, on_each_engine, until, until_seconds},
};
use axum::http::HeaderMap;
use kontor::{
    app::{access::Who, follow, person, standing},
    domain::{case_study::parse, network::PeerStanding},
    federation::{
        followers::{Partial, digest},
        signature::{Dialect, Signer},
    },
    store::{
        actors::LocalActor,
        follower_sync,
        follows::{self, Follower},
    },
    urls,
};
use serde_json::{Value, json};

on_each_engine!(
    a_follow_that_was_lost_is_asked_for_again,
    an_end_that_was_lost_is_told_again,
    every_server_is_told_of_its_own_followers_and_of_no_others,
    a_forged_word_of_followers_changes_nothing,
);

/// An origin and a partner whose network and whose citymaker both follow it.
struct Pair {
    origin: Instance,
    partner: Instance,
    ana: LocalActor,
}

impl Pair {
    async fn new(engine: Engine) -> Self {
        let origin = Instance::start(engine, "metropolis").await;
        let partner = Instance::start(engine, "eurocities").await;
        let (state, now) = (&partner.state, partner.now());
        let who = Who::CommandLine;
        let made = person::add(&state.db, &state.urls, &who, "ana", Default::default(), now);
        let ana = made.await.unwrap();
        let pair = Pair { origin, partner, ana };
        pair.partner.follow(pair.origin.host()).await;
        let (uri, host) = (pair.origin.network(), pair.origin.host());
        let db = &pair.partner.state.db;
        follow::want(db, &who, &pair.ana, uri, host, now).await.unwrap();
        pair.partner.state.wake.follows.notify_one();
        pair.partner.has_read_back(host).await;
        pair.are_followers(2).await;
        until_seconds(20, async || match pair.state().await {
            state if state == "accepted" => Ok(()),
            state => Err(state),
        })
        .await;
        pair
    }

    /// How the partner's citymaker stands to the origin, by the partner's word.
    async fn state(&self) -> String {
        self.following().await.state
    }

    async fn following(&self) -> follows::Following {
        let mut tx = self.partner.read().await;
        let found = follows::following_of(&mut tx, &self.ana.uri, self.origin.network()).await;
        found.unwrap().unwrap()
    }

    async fn are_followers(&self, count: i64) {
        until_seconds(20, async || {
            let mut tx = self.origin.read().await;
            let network = self.origin.network();
            match follows::count_followers(&mut tx, network).await.unwrap() {
                found if found == count => Ok(()),
                found => Err(format!("{found} of {count} followers; {}", self.outcome().await)),
            }
        })
        .await;
    }

    async fn outcome(&self) -> String {
        let mut tx = self.partner.read().await;
        let found = follower_sync::outcome(&mut tx, self.origin.network()).await.unwrap();
        found.unwrap_or_default()
    }

    async fn publish(&self, at: usize) {
        self.origin.publish(parse(&sample_records()[at]).unwrap()).await;
    }
}

async fn a_follow_that_was_lost_is_asked_for_again(engine: Engine) {
    let pair = Pair::new(engine).await;
    // As after a restored backup: the origin does not know of her any more.
    let mut tx = pair.origin.state.db.begin().await.unwrap();
    let network = pair.origin.network();
    assert!(follows::remove_follower(&mut tx, network, &pair.ana.uri).await.unwrap());
    tx.commit().await.unwrap();
    pair.are_followers(1).await;
    pair.publish(0).await;
    pair.are_followers(2).await;
    assert_eq!(pair.state().await, "accepted");
    until("the look is written down", 10, async || {
        (pair.outcome().await == "asked again for 1, accepted 0, taken back 0").then_some(())
    })
    .await;
}

async fn an_end_that_was_lost_is_told_again(engine: Engine) {
    let pair = Pair::new(engine).await;
    let feed = pair.partner.federation.feed().uri.clone();
    // She no longer follows, and the feed never did; the origin believes both.
    let id = pair.following().await.id;
    let mut tx = pair.partner.state.db.begin().await.unwrap();
    follows::set_state(&mut tx, &id, "ended", 0).await.unwrap();
    tx.commit().await.unwrap();
    let known = pair.origin.federation.fetch_actor(&feed).await.unwrap();
    let follower = Follower {
        actor: pair.origin.network().to_owned(),
        uri: feed.clone(),
        inbox: known.lane().to_owned(),
        follow_id: format!("{}/activities/never", pair.partner.origin()),
        since: i64::MAX,
        at: 0,
    };
    let mut tx = pair.origin.state.db.begin().await.unwrap();
    follows::add_follower(&mut tx, &follower).await.unwrap();
    tx.commit().await.unwrap();
    pair.are_followers(3).await;
    pair.publish(0).await;
    pair.are_followers(1).await;
    assert_eq!(pair.state().await, "ended");

    // An acceptance that was lost is taken as given: the origin's own list says so.
    let pair = Pair::new(engine).await;
    let id = pair.following().await.id;
    let mut tx = pair.partner.state.db.begin().await.unwrap();
    follows::set_state(&mut tx, &id, "asked", 0).await.unwrap();
    tx.commit().await.unwrap();
    pair.publish(0).await;
    until("the acceptance is found", 20, async || (pair.state().await == "accepted").then_some(()))
        .await;
    pair.are_followers(2).await;
}

/// A signed GET by the actor `name` of a fake server.
async fn asks(by: &Fake, name: &str, url: &str, now: i64) -> (u16, HeaderMap, Value) {
    let key = format!("{}#main-key", by.actor(name));
    let signer = Signer::new(by.key.clone(), &key).unwrap();
    let headers = signer.sign_get(Dialect::Cavage, &url::Url::parse(url).unwrap(), now);
    let response = by.get_signed(url, headers).await;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    (status, headers, response.json().await.unwrap_or_default())
}

async fn every_server_is_told_of_its_own_followers_and_of_no_others(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (one, other, third) = (Fake::start().await, Fake::start().await, Fake::start().await);
    let network = instance.network().to_owned();
    for (by, name) in [(&one, "ana"), (&one, "ben"), (&other, "cleo")] {
        let follow = by.activity("Follow", name, name, json!(network));
        assert_eq!(by.send(instance.origin(), name, &follow, instance.now()).await, 202);
    }
    instance.rests().await;
    // The one takes the newer dialect only.
    one.answers(|request| match request.headers.contains_key("signature-input") {
        true => crate::fake::accepted(),
        false => crate::fake::status("401 Unauthorized"),
    });
    instance.publish(parse(&sample_records()[0]).unwrap()).await;
    instance.rests().await;
    let url = urls::followers_synchronization(&network);
    for (by, names) in [(&one, &["ana", "ben"][..]), (&other, &["cleo"])] {
        let posts = by.requests().into_iter().filter(|request| request.method == "POST");
        let (told, untold): (Vec<_>, Vec<_>) =
            posts.partition(|post| post.headers.contains_key(SYNCHRONIZATION));
        let kinds = |posts: &[crate::fake::Received]| {
            let kinds = posts.iter().map(|post| {
                let said: Value = serde_json::from_slice(&post.body).unwrap();
                said["type"].as_str().unwrap().to_owned()
            });
            kinds.collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(kinds(&untold), ["Accept".to_owned()].into(), "what goes to one tells nothing");
        assert_eq!(kinds(&told), ["Create".to_owned()].into());
        for post in &told {
            let partial = Partial::of(&post.headers).unwrap();
            let uris: Vec<_> = names.iter().map(|name| by.actor(name)).collect();
            let expected = digest(uris.iter().map(String::as_str));
            assert_eq!(partial.collection, urls::followers(&network));
            assert_eq!((partial.digest, &partial.url), (expected, &url));
            let covered = match post.headers.get("signature-input") {
                Some(input) => input.to_str().unwrap().contains("\"collection-synchronization\""),
                None => post.headers["signature"].to_str().unwrap().contains(SYNCHRONIZATION),
            };
            assert!(covered, "it is signed: {:?}", post.headers);
        }
        let (status, headers, list) = asks(by, "eve", &url, instance.now()).await;
        assert_eq!(status, 200);
        let uris: Vec<_> = names.iter().map(|name| by.actor(name)).collect();
        assert_eq!(list["orderedItems"], json!(uris));
        assert_eq!((&list["id"], &list["type"]), (&json!(url), &json!("OrderedCollection")));
        assert_eq!(headers["cache-control"], "private, no-store");
        assert!(headers["vary"].to_str().unwrap().contains("signature"), "{headers:?}");
        assert!(!headers.contains_key("access-control-allow-origin"));
    }
    let tried: Vec<_> = one.posted_of("Create").iter().map(|said| said["id"].clone()).collect();
    assert_eq!(tried.len(), 2, "both dialects were spoken");
    // Others are given nothing: no list of another's, and without a signature no list at all.
    let (status, _, list) = asks(&third, "eve", &url, instance.now()).await;
    assert_eq!((status, &list["orderedItems"]), (200, &json!([])));
    let unsigned = third.get_signed(&url, HeaderMap::new()).await;
    assert_eq!(unsigned.status(), 401);
    assert_eq!(unsigned.headers()["cache-control"], "private, no-store");
    let (db, now) = (&instance.state.db, instance.now());
    let who = Who::CommandLine;
    let (host, blocked) = (&third.host, PeerStanding::Blocked);
    standing::set(db, &who, host, blocked, "noise", now).await.unwrap();
    assert_eq!(asks(&third, "eve", &url, instance.now()).await.0, 403);
    let nobody =
        format!("{}/a/01ARZ3NDEKTSV4RRFFQ69G5FAV/followers_synchronization", instance.origin());
    assert_eq!(asks(&one, "eve", &nobody, instance.now()).await.0, 404);
}

/// Bob's description, with a collection of followers.
fn describe(fake: &Fake) {
    let uri = fake.actor("bob");
    let document = json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": uri, "type": "Person", "preferredUsername": "bob",
        "inbox": format!("{uri}/inbox"), "outbox": format!("{uri}/outbox"),
        "followers": urls::followers(&uri),
        "endpoints": { "sharedInbox": fake.inbox() },
        "publicKey": { "id": format!("{uri}#main-key"), "owner": uri,
            "publicKeyPem": fake.key.public_key_pem() },
    });
    fake.put("/a/bob", &document);
    let nothing = json!({ "type": "OrderedCollection", "totalItems": 0, "orderedItems": [] });
    fake.put("/a/bob/outbox", &nothing);
}

async fn a_forged_word_of_followers_changes_nothing(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (fake, mallory) = (Fake::start().await, Fake::start().await);
    describe(&fake);
    let bob = fake.actor("bob");
    instance.follow(&bob).await;
    let asked = until("asked", 10, async || fake.posted_of("Follow").pop()).await;
    let accept = fake.activity("Accept", "acc", "bob", asked);
    assert_eq!(fake.send(instance.origin(), "bob", &accept, instance.now()).await, 202);
    instance.has_read_back(&bob).await;
    instance.rests().await;

    let none = digest([]);
    let list = "/a/bob/followers_synchronization";
    let at = |origin: &str, path: &str| format!("{origin}{path}");
    let told = |collection: &str, url: &str, digest: &str| {
        format!("collectionId=\"{collection}\", url=\"{url}\", digest=\"{digest}\"")
    };
    let (own, url) = (urls::followers(&bob), at(&fake.origin, list));
    let header = told(&own, &url, &none);
    // Alice speaks of bob's followers, of whom she says that one is ours.
    let claim = told(&own, &url, &digest([instance.network()]));
    // Everybody on mallory's server would say that we do not follow bob.
    let empty = json!({ "id": url, "type": "OrderedCollection", "orderedItems": [] });
    mallory.put(list, &empty);
    fake.serve(
        list,
        object(
            &json!({ "id": url, "type": "OrderedCollection",
        "orderedItems": [instance.network()] })
            .to_string(),
        ),
    );
    let mut number = 0;
    let mut letter = |by: &Fake, name: &str, header: &str| -> Letter {
        number += 1;
        let like = by.activity("Like", &format!("l{number}"), name, json!(bob));
        let mut letter = by.letter(instance.origin(), name, &like, instance.now());
        letter.followers = Some(header.to_owned());
        letter.covered.push(SYNCHRONIZATION);
        letter
    };
    let mut unsigned = letter(&fake, "bob", &header);
    unsigned.covered.pop();
    let mut changed = letter(&fake, "bob", &told(&own, &url, &digest([instance.network()])));
    let swapped = changed.signed(&fake.key).with(SYNCHRONIZATION, &header);
    changed.followers = None;
    let long = format!("{header}, x=\"{}\"", "y".repeat(7_000));
    let attacks = [
        ("not signed", unsigned.signed(&fake.key), 202),
        ("changed on the way", swapped, 401),
        ("by another server", letter(&mallory, "m", &header).signed(&mallory.key), 202),
        ("by a neighbour", letter(&fake, "alice", &claim).signed(&fake.key), 202),
        (
            "with a list elsewhere",
            letter(&fake, "bob", &told(&own, &at(&mallory.origin, list), &none)).signed(&fake.key),
            202,
        ),
        (
            "with a list inside",
            letter(&fake, "bob", &told(&own, "http://127.0.0.1:22/", &none)).signed(&fake.key),
            202,
        ),
        ("without a digest", letter(&fake, "bob", &told(&own, &url, "")).signed(&fake.key), 202),
        ("too long", letter(&fake, "bob", &long).signed(&fake.key), 202),
        ("garbage", letter(&fake, "bob", "\"\"=,,;=\"").signed(&fake.key), 202),
        // Well signed, and still its own list says otherwise.
        ("with a digest of another list", letter(&fake, "bob", &header).signed(&fake.key), 202),
    ];
    let holds = async |what: &str| {
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        instance.rests().await;
        assert_eq!(instance.following(&bob).await.state, "accepted", "{what}");
        assert_eq!(fake.posted_of("Follow").len(), 1, "{what}");
        assert!(fake.posted_of("Undo").is_empty(), "{what}");
        assert!(!mallory.requests().iter().any(|asked| asked.path == list), "{what}");
    };
    for (what, signed, expected) in attacks {
        assert_eq!(fake.post(&signed).await.0, expected, "{what}");
        holds(what).await;
    }
    let outcome = async |uri: &str| {
        let mut tx = instance.read().await;
        follower_sync::outcome(&mut tx, uri).await.unwrap()
    };
    until("bob's list was looked at", 10, async || {
        let found = outcome(&bob).await.unwrap_or_default();
        (found == "its list is not what it told").then_some(())
    })
    .await;
    until("alice spoke of another's", 10, async || {
        let found = outcome(&fake.actor("alice")).await.unwrap_or_default();
        (found == "it told of another collection than its followers").then_some(())
    })
    .await;
    assert_eq!(outcome(&mallory.actor("m")).await, None);
    let looked = || {
        let requests = fake.requests();
        requests.iter().filter(|asked| asked.path.starts_with(list)).count()
    };
    assert_eq!(looked(), 1, "told again and again, looked at once in six hours");
    holds("once more").await;

    // A list without an end is not believed either.
    let instance2 = Instance::start(engine, "eurocities").await;
    instance2.follow(&bob).await;
    until("asked", 10, async || {
        let follows = fake.posted_of("Follow");
        follows.into_iter().find(|follow| follow["actor"] == instance2.network())
    })
    .await;
    let follow = fake.posted_of("Follow").pop().unwrap();
    let accept = fake.activity("Accept", "acc2", "bob", follow);
    assert_eq!(fake.send(instance2.origin(), "bob", &accept, instance2.now()).await, 202);
    instance2.has_read_back(&bob).await;
    let next = format!("{url}?more");
    let page = json!({ "id": url, "type": "OrderedCollectionPage", "orderedItems": [],
        "next": next });
    fake.put(list, &page);
    let like = fake.activity("Like", "endless", "bob", json!(bob));
    let mut letter = fake.letter(instance2.origin(), "bob", &like, instance2.now());
    letter.followers = Some(header.clone());
    letter.covered.push(SYNCHRONIZATION);
    assert_eq!(fake.post(&letter.signed(&fake.key)).await.0, 202);
    until("the endless list was given up", 20, async || {
        let mut tx = instance2.read().await;
        let found = follower_sync::outcome(&mut tx, &bob).await.unwrap().unwrap_or_default();
        (found == "its list has no end").then_some(())
    })
    .await;
    assert_eq!(instance2.following(&bob).await.state, "accepted");
    assert!(looked() <= 22, "{}", looked());
}
