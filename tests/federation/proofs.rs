//! Integrity proofs: on what our actors say, and on what third servers pass on to us.

use crate::{
    dialects::with_keys,
    fake::{Fake, status},
    instance::{Engine, Instance, on_each_engine},
};
use kontor::federation::{
    keys::Prover,
    proof::{Proof, prove},
    signature::{Ed25519Pair, PublicKey},
};
use serde_json::{Value, json};

on_each_engine!(
    what_our_actors_say_is_proven_by_the_keys_they_publish,
    what_a_filter_said_before_it_was_followed_is_proven_too,
    what_a_third_server_passes_on_is_believed_by_its_proof,
    what_is_passed_on_and_not_proven_is_read_at_its_origin_or_turned_away,
);

const AP: &str = "application/activity+json";

/// An actor of `fake` that proves what it says, with its key published as `#ed`.
pub struct Prudent {
    pub uri: String,
    pub prover: Prover,
}

impl Prudent {
    pub fn new(fake: &Fake, name: &str) -> Self {
        let pair = Ed25519Pair::generate().unwrap();
        with_keys(fake, name, &[("ed", &pair.multibase())]);
        let uri = fake.actor(name);
        Prudent { prover: Prover { id: format!("{uri}#ed"), pair }, uri }
    }

    fn proves(&self, activity: Value, now: i64) -> Value {
        prove(activity, &self.prover, now)
    }
}

fn case(at: usize) -> kontor::domain::case_study::CaseStudy {
    kontor::domain::case_study::parse(&crate::common::sample_records()[at]).unwrap()
}

/// What the document of an actor lists in `assertionMethod`: id and key.
pub async fn published(fake: &Fake, actor: &str) -> Vec<(String, PublicKey)> {
    let (status, body) = fake.get(actor, AP).await;
    assert_eq!(status, 200, "{body}");
    let document: Value = serde_json::from_str(&body).unwrap();
    let listed = document["assertionMethod"].as_array().unwrap().iter().map(|key| {
        assert_eq!((&key["type"], &key["controller"]), (&json!("Multikey"), &json!(actor)));
        let multibase = key["publicKeyMultibase"].as_str().unwrap();
        (key["id"].as_str().unwrap().to_owned(), PublicKey::from_multibase(multibase).unwrap())
    });
    listed.collect()
}

/// Whether a document is proven by a key that this actor publishes.
pub async fn is_proven(fake: &Fake, document: &Value, actor: &str, now: i64) -> bool {
    let proof = Proof::read(document, now).unwrap();
    let keys = published(fake, actor).await;
    keys.iter().any(|(id, key)| *id == proof.key_id && proof.verifies(key))
}

async fn what_our_actors_say_is_proven_by_the_keys_they_publish(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    for (at, actor) in [instance.network(), &instance.federation.feed().uri].iter().enumerate() {
        let follow = fake.activity("Follow", &format!("f{at}"), "alice", json!(actor));
        assert_eq!(fake.send(instance.origin(), "alice", &follow, instance.now()).await, 202);
        instance.rests().await;
    }
    let stored = instance.publish(case(0)).await;
    instance.rests().await;
    instance.withdraw(&stored.case.id).await;
    instance.rests().await;
    let now = instance.now();
    let posted = fake.posted();
    let kinds: Vec<_> = posted.iter().map(|said| said["type"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        ["Accept", "Accept", "Create", "Announce", "Announce", "Delete", "Announce"],
        "{posted:#?}"
    );
    for said in &posted {
        let actor = said["actor"].as_str().unwrap();
        assert!(is_proven(&fake, said, actor, now).await, "{said:#}");
        let mut bent = said.clone();
        bent["to"] = json!(["https://b.example/eve"]);
        assert!(!is_proven(&fake, &bent, actor, now).await);
    }
    // What the feed announces keeps the proof of the network, and all are served as they were sent.
    let inner = &posted[3]["object"];
    assert_eq!(*inner, posted[2]);
    assert!(is_proven(&fake, inner, instance.network(), now).await);
    let (_, served) = fake.get(posted[5]["id"].as_str().unwrap(), AP).await;
    assert_eq!(serde_json::from_str::<Value>(&served).unwrap(), posted[5]);
}

async fn what_a_filter_said_before_it_was_followed_is_proven_too(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    let goal = case(0).sdgs[0];
    instance.publish(case(0)).await;
    let actor = instance.federation.actor_named(&format!("sdg{goal}")).await.unwrap().unwrap();
    let read = async |url: &str| {
        let (status, body) = fake.get(url, AP).await;
        assert_eq!(status, 200, "{body}");
        serde_json::from_str::<Value>(&body).unwrap()
    };
    let outbox = read(&format!("{}/outbox", actor.uri)).await;
    let page = read(outbox["first"].as_str().unwrap()).await;
    let listed = page["orderedItems"].as_array().unwrap();
    assert_eq!(listed.len(), 1, "{page:#}");
    assert!(is_proven(&fake, &listed[0], &actor.uri, instance.now()).await, "{page:#}");
    let alone = read(listed[0]["id"].as_str().unwrap()).await;
    assert!(is_proven(&fake, &alone, &actor.uri, instance.now()).await, "{alone:#}");
    assert!(!is_proven(&fake, &alone, instance.network(), instance.now()).await);
}

async fn what_a_third_server_passes_on_is_believed_by_its_proof(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (home, relay) = (Fake::start().await, Fake::start().await);
    let bob = Prudent::new(&home, "bob");
    let now = instance.now();
    let article = home.article("bob", &case(1), now);
    let uri = article["id"].as_str().unwrap().to_owned();
    let create = bob.proves(home.activity("Create", "c", "bob", article.clone()), now);
    assert_eq!(relay.send(instance.origin(), "relay", &create, now).await, 202);
    instance.rests().await;
    assert_eq!(instance.case(&uri).await.unwrap().actor, bob.uri);
    let asked: Vec<_> = home.requests().into_iter().map(|request| request.path).collect();
    assert!(asked.iter().all(|path| path == "/a/bob"), "only its key was asked for: {asked:?}");
    // The same by its actor itself, and once more passed on: one effect.
    assert_eq!(home.send(instance.origin(), "bob", &create, now).await, 202);
    assert_eq!(relay.send(instance.origin(), "relay", &create, now).await, 202);
    instance.rests().await;
    assert_eq!(instance.arrivals().await, "done 1");
    let delete = bob.proves(home.activity("Delete", "d", "bob", json!(uri)), now);
    assert_eq!(relay.send(instance.origin(), "relay", &delete, now).await, 202);
    instance.rests().await;
    assert!(instance.case(&uri).await.is_none());
}

async fn what_is_passed_on_and_not_proven_is_read_at_its_origin_or_turned_away(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (home, mallory) = (Fake::start().await, Fake::start().await);
    let (bob, eve) = (Prudent::new(&home, "bob"), Prudent::new(&home, "eve"));
    let at_mallory = Prudent::new(&mallory, "m");
    let (origin, now) = (instance.origin(), instance.now());
    let forged = |at: usize| {
        let mut article = home.article("bob", &case(at), now);
        article["name"] = json!("What bob never wrote");
        article
    };
    let delete = home.activity("Delete", "d", "bob", json!(format!("{}/o/1", home.origin)));
    let good = bob.proves(delete.clone(), now);
    let bent = |place: &str, value: Value| {
        let mut bent = good.clone();
        *bent.pointer_mut(place).unwrap() = value;
        bent
    };
    let with = |name: &str, value: Value| {
        let mut bent = good.clone();
        bent["proof"][name] = value;
        bent
    };
    let mut part = delete.clone();
    part["object"] = bob.proves(json!({ "@context": "x", "id": part["object"] }), now);
    let mut lent = good.clone();
    lent["actor"] = json!(eve.uri);
    let mut longer = good.clone();
    longer["@context"].as_array_mut().unwrap().push(json!({ "object": "x:other" }));
    let unlisted =
        Prover { id: format!("{}#other", bob.uri), pair: Ed25519Pair::generate().unwrap() };
    let claimed = Prover { id: bob.prover.id.clone(), pair: Ed25519Pair::generate().unwrap() };
    let main =
        Prover { id: format!("{}#main-key", bob.uri), pair: Ed25519Pair::generate().unwrap() };
    let follow = home.activity("Follow", "f", "bob", json!(instance.network()));
    let day = 24 * 3_600_000;
    let attacks: Vec<(&str, Value)> = vec![
        ("no proof", delete.clone()),
        ("a proof of a part", part),
        ("a neighbour's proof", prove(delete.clone(), &eve.prover, now)),
        ("another host's proof", prove(delete.clone(), &at_mallory.prover, now)),
        ("a neighbour as actor", lent),
        ("a key that is not listed", prove(delete.clone(), &unlisted, now)),
        ("another key under its name", prove(delete.clone(), &claimed, now)),
        ("the key for requests", prove(delete.clone(), &main, now)),
        ("another object", bent("/object", json!(format!("{}/o/2", home.origin)))),
        ("another id", bent("/id", json!(format!("{}/activities/e", home.origin)))),
        ("another context", longer),
        ("another purpose", with("proofPurpose", json!("authentication"))),
        ("another suite", with("cryptosuite", json!("ecdsa-jcs-2019"))),
        ("no suite", with("cryptosuite", json!("none"))),
        ("a changed time", with("created", json!("2023-02-24T23:36:38Z"))),
        ("expired", with("expires", json!("2023-02-24T23:36:38Z"))),
        ("two proofs", bent("/proof", json!([good["proof"], good["proof"]]))),
        ("an old proof", bob.proves(delete.clone(), now - 31 * day)),
        ("a proof to come", bob.proves(delete.clone(), now + day)),
        ("a follow, well proven", bob.proves(follow, now)),
        (
            "a new case of another host's object",
            home.activity("Create", "x", "bob", mallory.article("m", &case(2), now)),
        ),
    ];
    for (what, activity) in attacks {
        assert_eq!(mallory.send(origin, "m", &activity, now).await, 401, "{what}");
    }
    assert_eq!(instance.arrivals().await, "");
    assert_eq!(mallory.send(origin, "m", &good, now).await, 202, "the proof itself is a good one");
    instance.rests().await;
    assert_eq!(instance.arrivals().await, "done 1");

    // A new case without a valid proof: only its id is used.
    let create = home.activity("Create", "c", "bob", forged(1));
    let uri = create["object"]["id"].as_str().unwrap().to_owned();
    let path = uri.trim_start_matches(&home.origin).to_owned();
    home.serve(&path, status("404 Not Found"));
    assert_eq!(mallory.send(origin, "m", &create, now).await, 202);
    instance.rests().await;
    assert!(instance.case(&uri).await.is_none(), "its origin knows nothing of it");
    let real = home.article("bob", &case(2), now);
    let uri = real["id"].as_str().unwrap().to_owned();
    let path = uri.trim_start_matches(&home.origin).to_owned();
    home.put(&path, &real);
    let create = home.activity("Create", "c2", "bob", forged(2));
    assert_eq!(mallory.send(origin, "m", &create, now).await, 202);
    instance.rests().await;
    assert_eq!(instance.case(&uri).await.unwrap().case.title, case(2).title, "as at its origin");
    // Naming an id first does not keep its actor's own word from being heard.
    let mut newer = home.article("bob", &case(2), now + 60_000);
    newer["name"] = json!("A better name");
    newer["caseStudy"]["title"] = json!("A better name");
    let update = home.activity("Update", "u", "bob", newer);
    assert_eq!(mallory.send(origin, "m", &update, now).await, 202);
    instance.rests().await;
    assert_eq!(instance.case(&uri).await.unwrap().case.title, case(2).title);
    assert_eq!(home.send(origin, "bob", &update, now).await, 202);
    instance.rests().await;
    assert_eq!(instance.case(&uri).await.unwrap().case.title, "A better name");
}
