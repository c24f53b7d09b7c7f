//! The second dialect of HTTP signatures, RFC 9421: what of it is believed, and that hosts are
//! spoken to in the one they understand.

use crate::{
    fake::{Fake, Received, Script, Signed, accepted, answer, status},
    instance::{Engine, Instance, on_each_engine, until_seconds},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use kontor::federation::signature::{BodyDigest, Ed25519Pair, multibase};
use serde_json::{Value, json};

on_each_engine!(
    both_kinds_of_keys_sign_by_rfc_9421,
    what_is_not_well_signed_by_rfc_9421_is_turned_away,
    keys_that_prove_nothing_are_refused,
    a_host_that_refuses_one_dialect_gets_the_other_at_once,
    a_host_that_refuses_both_is_asked_twice_and_no_more,
    a_host_that_announces_rfc_9421_gets_it_first,
);

const GOOD: [&str; 3] = ["@method", "@target-uri", "content-digest"];
const HOUR: i64 = 3_600_000;

/// A letter signed by RFC 9421; every part may be bent.
#[derive(Clone)]
pub struct Message {
    pub origin: String,
    pub path: String,
    pub key_id: String,
    pub covered: Vec<&'static str>,
    /// What stands behind the list of components.
    pub parameters: String,
    pub label: &'static str,
    pub body: Vec<u8>,
}

impl Message {
    pub fn new(origin: &str, key_id: &str, activity: &Value, now: i64) -> Self {
        Message {
            origin: origin.to_owned(),
            path: "/inbox".into(),
            key_id: key_id.to_owned(),
            covered: GOOD.to_vec(),
            parameters: format!(";created={}", now / 1000),
            label: "sig1",
            body: activity.to_string().into_bytes(),
        }
    }

    /// Everything in its place, signed over what `covered` names.
    pub fn signed(&self, sign: &dyn Fn(&[u8]) -> Vec<u8>) -> Signed {
        let host = self.origin.trim_start_matches("http://");
        let digest = BodyDigest::of(&self.body).content_header();
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let mut base = String::new();
        for name in &self.covered {
            let plain = name.split(';').next().unwrap();
            let value = match plain {
                "@method" => "POST".to_owned(),
                "@target-uri" => format!("{}{}", self.origin, self.path),
                "@authority" => host.to_owned(),
                "@path" => path.to_owned(),
                "@query" => format!("?{query}"),
                "content-digest" => digest.clone(),
                "content-type" => "application/activity+json".to_owned(),
                _ => "odd".to_owned(),
            };
            let parameters = &name[plain.len()..];
            base += &format!("\"{plain}\"{parameters}: {value}\n");
        }
        let quoted = self.covered.iter().map(|name| {
            let plain = name.split(';').next().unwrap();
            format!("\"{plain}\"{}", &name[plain.len()..])
        });
        let list = quoted.collect::<Vec<_>>().join(" ");
        let input = format!("({list}){};keyid=\"{}\"", self.parameters, self.key_id);
        base += &format!("\"@signature-params\": {input}");
        let signature = STANDARD.encode(sign(base.as_bytes()));
        let headers = [
            ("content-type", "application/activity+json".to_owned()),
            ("host", host.to_owned()),
            ("content-digest", digest),
            ("signature-input", format!("{}={input}", self.label)),
            ("signature", format!("{}=:{signature}:", self.label)),
        ];
        Signed {
            origin: self.origin.clone(),
            path: self.path.clone(),
            headers: headers.map(|(name, value)| (name.to_owned(), value)).into(),
            body: self.body.clone(),
        }
    }
}

/// An actor of `fake` with further keys in its `assertionMethod`.
pub fn with_keys(fake: &Fake, name: &str, keys: &[(&str, &str)]) -> Value {
    let uri = fake.actor(name);
    let keys = keys.iter().map(|(fragment, multibase)| {
        json!({
            "id": format!("{uri}#{fragment}"),
            "type": "Multikey",
            "controller": uri,
            "publicKeyMultibase": multibase,
        })
    });
    let document = json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": uri,
        "type": "Person",
        "preferredUsername": name,
        "inbox": format!("{uri}/inbox"),
        "endpoints": { "sharedInbox": fake.inbox() },
        "publicKey": {
            "id": format!("{uri}#main-key"),
            "owner": uri,
            "publicKeyPem": fake.key.public_key_pem(),
        },
        "assertionMethod": keys.collect::<Vec<_>>(),
    });
    fake.put(&format!("/a/{name}"), &document);
    document
}

async fn both_kinds_of_keys_sign_by_rfc_9421(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let honest = Fake::start().await;
    let edith = Ed25519Pair::generate().unwrap();
    with_keys(&honest, "edith", &[("ed", &edith.multibase())]);
    let (origin, now) = (instance.origin(), instance.now());
    let follow =
        |id: &str, name: &str| honest.activity("Follow", id, name, json!(instance.network()));
    let message = |id: &str, name: &str, key: &str| {
        let key = format!("{}#{key}", honest.actor(name));
        Message::new(origin, &key, &follow(id, name), now)
    };
    let rsa = message("1", "alice", "main-key").signed(&|text| honest.key.sign(text));
    assert_eq!(honest.post(&rsa).await.0, 202);
    assert_eq!(honest.post(&rsa).await.0, 202, "the same again has one effect");
    let mut named = message("2", "bob", "main-key");
    named.parameters += ";alg=\"rsa-v1_5-sha256\";nonce=\"x\";tag=\"y\"";
    named.covered = vec!["@authority", "@method", "content-type", "@path", "content-digest"];
    assert_eq!(honest.post(&named.signed(&|text| honest.key.sign(text))).await.0, 202);
    let mut curve = message("3", "edith", "ed");
    assert_eq!(honest.post(&curve.signed(&|text| edith.sign(text))).await.0, 202);
    curve.body = follow("4", "edith").to_string().into_bytes();
    curve.parameters += ";alg=\"ed25519\"";
    assert_eq!(honest.post(&curve.signed(&|text| edith.sign(text))).await.0, 202);
    instance.rests().await;
    assert_eq!(instance.arrivals().await, "done 4");
    let peer = instance.peer(&honest.host).await.unwrap();
    assert_eq!(peer.dialect.as_deref(), Some("rfc9421"), "who signs so understands it");
    for accept in honest.requests().iter().filter(|request| request.method == "POST") {
        assert!(accept.headers.contains_key("signature-input"), "{accept:?}");
    }
}

async fn what_is_not_well_signed_by_rfc_9421_is_turned_away(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (honest, mallory) = (Fake::start().await, Fake::start().await);
    let edith = Ed25519Pair::generate().unwrap();
    with_keys(&honest, "edith", &[("ed", &edith.multibase())]);
    let (origin, now) = (instance.origin(), instance.now());
    let follow = honest.activity("Follow", "1", "alice", json!(instance.network()));
    let alices = format!("{}#main-key", honest.actor("alice"));
    let message = Message::new(origin, &alices, &follow, now);
    let sign = |text: &[u8]| honest.key.sign(text);
    let good = message.signed(&sign);
    let bent = |bend: &dyn Fn(&mut Message)| {
        let mut message = message.clone();
        bend(&mut message);
        message.signed(&sign)
    };
    let covering = |covered: &[&'static str]| bent(&|it| it.covered = covered.to_vec());
    let with = |more: &str| bent(&|it| it.parameters += more);
    let header = |signed: &Signed, name: &str| {
        signed.headers.iter().find(|(known, _)| known == name).unwrap().1.clone()
    };
    let at = |ms: i64| bent(&|it| it.parameters = format!(";created={}", (now + ms) / 1000));

    let mut other_body = good.clone();
    other_body.body = follow.to_string().replace("Follow", "Delete").into_bytes();
    let right_digest = BodyDigest::of(&other_body.body);
    let swapped = other_body.clone().with("content-digest", &right_digest.content_header());
    let contradicting = good.clone().with("digest", &right_digest.header());
    let mut elsewhere = good.clone();
    elsewhere.path = format!("{}/inbox", instance.network().trim_start_matches(origin));
    let mut from_elsewhere = bent(&|it| it.origin = "http://localhost:9".into());
    from_elsewhere.origin = origin.to_owned();
    let mut rehosted = from_elsewhere.clone().with("host", instance.host());
    rehosted.origin = origin.to_owned();
    let mut with_query = covering(&["@method", "@authority", "@path", "content-digest"]);
    with_query.path = "/inbox?x=1".into();
    let twice = |name: &str| {
        let one = header(&good, name);
        good.clone().with(name, &format!("{one}, {}", one.replacen("sig1", "sig2", 1)))
    };
    let both = twice("signature");
    let both = both.with("signature-input", &header(&twice("signature-input"), "signature-input"));
    let cavage = honest.letter(origin, "alice", &follow, now).signed(&honest.key);
    let mixed = cavage.clone().with("signature-input", &header(&good, "signature-input"));
    let authorized = format!("Signature {}", header(&cavage, "signature"));
    let long_hash = good.clone().with("content-digest", "sha-512=:AA==:");
    let two_hashes = format!("{}, sha-512=:AA==:", header(&good, "content-digest"));
    let eve = honest.activity("Follow", "1", "eve", json!(instance.network()));
    let eves = Message::new(origin, &alices, &eve, now).signed(&sign);
    let ediths = format!("{}#ed", honest.actor("edith"));
    let edith_says = honest.activity("Follow", "1", "edith", json!(instance.network()));
    let of_edith = Message::new(origin, &ediths, &edith_says, now);
    let mut as_rsa = of_edith.clone();
    as_rsa.parameters += ";alg=\"rsa-v1_5-sha256\"";

    let cases: Vec<(&str, Signed, u16)> = vec![
        ("no method covered", covering(&["@target-uri", "content-digest"]), 401),
        ("no target covered", covering(&["@method", "content-digest"]), 401),
        ("no path covered", covering(&["@method", "@authority", "content-digest"]), 401),
        ("no host covered", covering(&["@method", "@path", "content-digest"]), 401),
        ("no query covered", with_query, 401),
        ("no digest covered", covering(&["@method", "@target-uri"]), 401),
        ("nothing covered", covering(&[]), 401),
        ("no digest sent", good.clone().without("content-digest"), 401),
        ("an unknown digest", good.clone().with("content-digest", "md5=:AA==:"), 401),
        ("another long digest", long_hash, 401),
        ("a second, wrong digest", good.clone().with("content-digest", &two_hashes), 401),
        ("a digest that contradicts", contradicting, 400),
        ("an unreadable digest", good.clone().with("content-digest", "sha-256=AA"), 400),
        ("another body", other_body, 401),
        ("another body and digest", swapped, 401),
        ("no time", bent(&|it| it.parameters = String::new()), 401),
        ("too old", at(-13 * HOUR), 401),
        ("from the future", at(HOUR / 6), 401),
        ("expired", with(&format!(";expires={}", (now - HOUR) / 1000)), 401),
        ("sent to another inbox", elsewhere, 401),
        ("signed for another host", from_elsewhere, 401),
        ("signed for another host, with our name", rehosted, 401),
        ("two signatures", both, 401),
        ("two signatures, one input", twice("signature"), 401),
        ("one signature, two inputs", twice("signature-input"), 401),
        ("labels that differ", good.clone().with("signature", "sig2=:AA==:"), 400),
        ("the other dialect's signature", mixed, 400),
        ("a signature in each dialect", good.clone().with("authorization", &authorized), 401),
        ("no signature", good.clone().without("signature"), 401),
        ("an unreadable signature", good.clone().with("signature", "sig1=AA"), 400),
        ("a false signature", good.clone().with("signature", "sig1=:AAAA:"), 401),
        ("a shared secret", with(";alg=\"hmac-sha256\""), 401),
        ("no algorithm", with(";alg=\"none\""), 401),
        ("the other dialect's algorithm", with(";alg=\"rsa-sha256\""), 401),
        ("an algorithm of another key", with(";alg=\"ed25519\""), 401),
        ("padding of another algorithm", with(";alg=\"rsa-pss-sha512\""), 401),
        ("a component of bytes", covering(&["@method", "@target-uri", "content-digest;bs"]), 401),
        ("a component's part", covering(&["@method", "@target-uri", "content-digest;sf"]), 401),
        ("a component of a request", covering(&["@method;req", "@target-uri", GOOD[2]]), 401),
        ("a trailer", covering(&["@method", "@target-uri", GOOD[2], "x;tr"]), 401),
        ("an answer's status", covering(&["@method", "@target-uri", GOOD[2], "@status"]), 401),
        ("an unknown component", covering(&["@method", "@target-uri", GOOD[2], "@odd"]), 401),
        ("a header that is not there", covering(&["@method", "@target-uri", GOOD[2], "x"]), 401),
        ("a component twice", covering(&["@method", "@method", "@target-uri", GOOD[2]]), 400),
        ("another's key", message.signed(&|text| mallory.key.sign(text)), 401),
        ("a neighbour's actor", eves, 401),
        ("the neighbour's curve", of_edith.signed(&sign), 401),
        ("a curve that calls itself RSA", as_rsa.signed(&|text| edith.sign(text)), 401),
    ];
    for (what, signed, expected) in cases {
        assert_eq!(honest.post(&signed).await.0, expected, "{what}");
    }
    assert_eq!(instance.arrivals().await, "");
    assert_eq!(honest.post(&good).await.0, 202, "the message itself is a good one");
    assert_eq!(honest.post(&of_edith.signed(&|text| edith.sign(text))).await.0, 202);
}

async fn keys_that_prove_nothing_are_refused(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let honest = Fake::start().await;
    let (origin, now) = (instance.origin(), instance.now());
    let sends = async |name: &str, fragment: &str, sign: &dyn Fn(&[u8]) -> Vec<u8>| {
        let follow = honest.activity("Follow", name, name, json!(instance.network()));
        let key = format!("{}#{fragment}", honest.actor(name));
        honest.post(&Message::new(origin, &key, &follow, now).signed(sign)).await.0
    };
    let ed = |bytes: &[u8]| multibase::encode(&[&multibase::ED25519, bytes].concat());
    // Under the neutral element S = 0 and R = the neutral element fit every message.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    with_keys(&honest, "small", &[("k", &ed(&neutral))]);
    let everything = [&neutral[..], &[0; 32]].concat();
    assert_eq!(sends("small", "k", &|_| everything.clone()).await, 401);
    let pair = Ed25519Pair::generate().unwrap();
    let own = pair.multibase();
    let raw = multibase::decode(&own).unwrap()[2..].to_vec();
    with_keys(&honest, "short", &[("k", &ed(&raw[..31]))]);
    assert_eq!(sends("short", "k", &|text| pair.sign(text)).await, 401);
    with_keys(&honest, "coded", &[("k", &multibase::encode(&raw))]);
    assert_eq!(sends("coded", "k", &|text| pair.sign(text)).await, 401);
    // Somebody else's, or nobody's: the key must be its actor's, by its own word.
    let mut lent = with_keys(&honest, "lent", &[("k", &own)]);
    lent["assertionMethod"][0]["controller"] = json!(honest.actor("owner"));
    honest.put("/a/lent", &lent);
    assert_eq!(sends("lent", "k", &|text| pair.sign(text)).await, 401);
    with_keys(&honest, "without", &[]);
    assert_eq!(sends("without", "k", &|text| pair.sign(text)).await, 401);
    let weak = "-----BEGIN PUBLIC KEY-----\nMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDA4DjRKi8aIamexRa5\
                Ofh86xPayvuE7nZl9ylZK97LD156rmLySLLyRu+YT0XHRaqr6qN2+UwImGTXh5aeOm5/FE2r2TPmbONe5TBL\
                17CDI0PL+cnEISdUWOXt2qJtPYBw1Lr9luyM4Ii9cN3kIMyQcf0mjcUPw55QO3y5FhNlvQIDAQAB\n\
                -----END PUBLIC KEY-----";
    let mut document = with_keys(&honest, "weak", &[]);
    document["publicKey"]["publicKeyPem"] = json!(weak);
    honest.put("/a/weak", &document);
    assert_eq!(sends("weak", "main-key", &|text| honest.key.sign(text)).await, 401);
    assert_eq!(instance.arrivals().await, "");
}

fn is_rfc9421(request: &Received) -> bool {
    request.headers.contains_key("signature-input")
}

/// In which dialects the posts came, in order: `c` and `9`.
fn dialects(fake: &Fake) -> String {
    let posts = fake.requests().into_iter().filter(|request| request.method == "POST");
    posts.map(|post| if is_rfc9421(&post) { '9' } else { 'c' }).collect()
}

async fn follows(fake: &Fake, instance: &Instance) {
    let follow = fake.activity("Follow", "f", "alice", json!(instance.network()));
    assert_eq!(fake.send(instance.origin(), "alice", &follow, instance.now()).await, 202);
    instance.rests().await;
}

async fn has_posts(fake: &Fake, expected: &str) {
    until_seconds(20, async || match dialects(fake) {
        found if found == expected => Ok(()),
        found => Err(format!("{found} instead of {expected}")),
    })
    .await;
}

fn sample(at: usize) -> kontor::domain::case_study::CaseStudy {
    kontor::domain::case_study::parse(&crate::common::sample_records()[at]).unwrap()
}

async fn a_host_that_refuses_one_dialect_gets_the_other_at_once(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let modern = Fake::start().await;
    modern.answers(|request| match is_rfc9421(request) {
        true => accepted(),
        false => status("401 Unauthorized"),
    });
    follows(&modern, &instance).await;
    has_posts(&modern, "c9").await;
    let posts: Vec<_> = modern.posted();
    assert_eq!(posts[0]["id"], posts[1]["id"], "the same Accept in the other dialect");
    instance.publish(sample(0)).await;
    has_posts(&modern, "c99").await;
    instance.rests().await;
    let lane = instance.lane(&modern.inbox()).await.unwrap();
    assert_eq!((lane.state.as_str(), lane.sent), ("open", 2));
    assert_eq!(instance.peer(&modern.host).await.unwrap().dialect.as_deref(), Some("rfc9421"));
    // What was learned survives the process.
    let instance = instance.stop().await.start().await;
    instance.publish(sample(1)).await;
    has_posts(&modern, "c999").await;
    // Should the host be replaced by an older one, that is found out like the first time.
    modern.answers(|request| match is_rfc9421(request) {
        true => status("400 Bad Request"),
        false => accepted(),
    });
    instance.publish(sample(2)).await;
    has_posts(&modern, "c9999c").await;
    instance.publish(sample(3)).await;
    has_posts(&modern, "c9999cc").await;
}

async fn a_host_that_refuses_both_is_asked_twice_and_no_more(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (closed, picky) = (Fake::start().await, Fake::start().await);
    closed.answers(|_| status("403 Forbidden"));
    follows(&closed, &instance).await;
    has_posts(&closed, "c9").await;
    until_seconds(10, async || {
        let lane = instance.lane(&closed.inbox()).await.unwrap();
        (lane.state == "parked" && lane.reason.starts_with("403")).then_some(()).ok_or(lane.reason)
    })
    .await;
    picky.answers(|request| match request.body.windows(6).any(|word| word == b"Create") {
        true => status("400 Bad Request"),
        false => accepted(),
    });
    follows(&picky, &instance).await;
    has_posts(&picky, "c").await;
    instance.publish(sample(0)).await;
    has_posts(&picky, "cc9").await;
    instance.rests().await;
    let lane = instance.lane(&picky.inbox()).await.unwrap();
    assert_eq!((lane.state.as_str(), lane.last_status), ("open", Some(400)));
    assert_eq!(instance.peer(&picky.host).await.unwrap().dialect.as_deref(), Some("cavage"));
    assert_eq!(dialects(&closed), "c9", "a parked lane is left alone");
}

async fn a_host_that_announces_rfc_9421_gets_it_first(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (by_actor, by_answer) = (Fake::start().await, Fake::start().await);
    let mut document = with_keys(&by_actor, "alice", &[]);
    document["generator"] = json!({
        "type": "Application",
        "implements": [{ "href": "https://datatracker.ietf.org/doc/html/rfc9421" }],
    });
    by_actor.put("/a/alice", &document);
    follows(&by_actor, &instance).await;
    has_posts(&by_actor, "9").await;
    let document = with_keys(&by_answer, "alice", &[]).to_string();
    by_answer.serve("/a/alice", announcing("200 OK", document.as_bytes()));
    follows(&by_answer, &instance).await;
    has_posts(&by_answer, "9").await;
}

fn announcing(line: &str, body: &[u8]) -> Script {
    let headers = [
        ("content-type", "application/activity+json"),
        ("accept-signature", "sig1=(\"@method\" \"@target-uri\");created"),
    ];
    answer(line, &headers, body)
}
