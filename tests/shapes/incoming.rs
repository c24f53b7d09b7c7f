//! Every document of `tests/data/shapes` comes through the real gate of a real instance, signed by
//! the server that sends such, and has the effect the index says.

use crate::{
    common::sample_records,
    fake::Fake,
    instance::{Engine, Instance, postgres},
};
use kontor::{
    domain::case_study::parse,
    store::{follows, reactions, received},
};
use serde::Deserialize;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use url::Url;

/// One line of `index.json`: a document, and what comes of it.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Sent {
    send: String,
    effect: Effect,
    /// The document of the actor that sends it.
    #[serde(default = "actor")]
    by: String,
    /// Whom it follows: our network, or the case feed.
    #[serde(default)]
    of: Option<String>,
    /// What the kept text says, and its type.
    #[serde(default)]
    text: String,
    #[serde(default)]
    kind: Option<String>,
    /// Id of the object, when it does not stand inside.
    #[serde(default)]
    object: Option<String>,
    /// A document that is served at its id while this is processed.
    #[serde(default)]
    served: Option<String>,
}

fn actor() -> String {
    "actor".into()
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    #[serde(rename = "follower")]
    Follower,
    #[serde(rename = "not follower")]
    NotFollower,
    #[serde(rename = "liked")]
    Liked,
    #[serde(rename = "not liked")]
    NotLiked,
    #[serde(rename = "boosted")]
    Boosted,
    #[serde(rename = "not boosted")]
    NotBoosted,
    /// Kept as a post, a reply to a case among them.
    #[serde(rename = "kept")]
    Kept,
    #[serde(rename = "gone")]
    Gone,
    /// Taken in, and the instance is well.
    #[serde(rename = "noted")]
    Noted,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/shapes")
}

fn index() -> BTreeMap<String, Vec<Sent>> {
    let text = fs::read_to_string(folder().join("index.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// An instance with one case, and another server.
struct Scene<'a> {
    instance: &'a Instance,
    server: &'a str,
    fake: Fake,
    case: &'a str,
    feed: &'a str,
}

impl Scene<'_> {
    /// A document with the addresses and the key of this scene.
    fn text(&self, text: &str) -> String {
        let key = serde_json::to_string(self.fake.key.public_key_pem()).unwrap();
        text.replace(&format!("https://{}.example", self.server), &self.fake.origin)
            .replace("https://kontor.example/network", self.instance.network())
            .replace("https://kontor.example/case", self.case)
            .replace("https://kontor.example/feed", self.feed)
            .replace("\"KEY\"", &key)
    }

    fn document(&self, name: &str) -> Value {
        let path = folder().join(self.server).join(format!("{name}.json"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        serde_json::from_str(&self.text(&text)).unwrap()
    }

    fn serve(&self, address: &str, document: &Value) {
        self.fake.put(Url::parse(address).unwrap().path(), document);
    }

    async fn send(&self, sent: &Sent) {
        let sender = self.document(&sent.by);
        let id = sender["id"].as_str().unwrap().to_owned();
        let key = sender["publicKey"]["id"].as_str().unwrap().to_owned();
        self.serve(&id, &sender);
        if Url::parse(&key).unwrap().path() != Url::parse(&id).unwrap().path() {
            self.serve(&key, &self.document("key"));
        }
        if let Some(name) = &sent.served {
            let document = self.document(name);
            self.serve(document["id"].as_str().unwrap(), &document);
        }
        let activity = self.document(&sent.send);
        assert_eq!(activity["actor"], id.as_str(), "{}/{}", self.server, sent.send);
        let (origin, now) = (self.instance.origin(), self.instance.now());
        let mut letter = self.fake.letter(origin, "", &activity, now);
        letter.key_id = key;
        let status = self.fake.post(&letter.signed(&self.fake.key)).await.0;
        assert_eq!(status, 202, "{}/{}", self.server, sent.send);
        self.instance.rests().await;
        let arrivals = self.instance.arrivals().await;
        assert!(
            arrivals
                .split(", ")
                .all(|part| part.starts_with("done") || part.starts_with("ignored")),
            "{}/{}: {arrivals}",
            self.server,
            sent.send
        );
        self.check(sent, &id, &activity).await;
    }

    async fn check(&self, sent: &Sent, actor: &str, activity: &Value) {
        let what = format!("{}/{}: {:?}", self.server, sent.send, sent.effect);
        let object = match &sent.object {
            Some(object) => self.text(object),
            None => activity["object"]["id"].as_str().unwrap_or_default().to_owned(),
        };
        let mut tx = self.instance.read().await;
        match sent.effect {
            Effect::Follower | Effect::NotFollower => {
                let feed = sent.of.as_deref() == Some("feed");
                let followed = if feed { self.feed } else { self.instance.network() };
                let all = follows::followers(&mut tx, followed, "", 100).await.unwrap();
                let follows = all.iter().any(|follower| follower.uri == actor);
                assert_eq!(follows, sent.effect == Effect::Follower, "{what}");
            }
            Effect::Liked | Effect::NotLiked | Effect::Boosted | Effect::NotBoosted => {
                let like = matches!(sent.effect, Effect::Liked | Effect::NotLiked);
                let kind = if like { "Like" } else { "Announce" };
                let found = reactions::find(&mut tx, kind, actor, self.case).await.unwrap();
                let expected = matches!(sent.effect, Effect::Liked | Effect::Boosted);
                assert_eq!(found.is_some(), expected, "{what}");
            }
            Effect::Kept => {
                let found = received::find(&mut tx, &object).await.unwrap();
                let found = found.unwrap_or_else(|| panic!("{what}: {object} is not here"));
                assert_ne!(found.state, "gone", "{what}");
                assert_eq!(Some(found.kind), sent.kind, "{what}");
                assert!(!sent.text.is_empty() && found.text.contains(&sent.text), "{what}");
                assert_eq!(found.actor, actor, "{what}");
            }
            Effect::Gone => {
                let found = received::find(&mut tx, &object).await.unwrap();
                assert!(found.is_none_or(|found| found.state == "gone"), "{what}");
            }
            Effect::Noted => {}
        }
    }
}

/// All documents of some servers, at one instance.
async fn all_come_in(engine: Engine, servers: &[&str]) {
    let instance = Instance::start(engine, "metropolis").await;
    let case = instance.publish(parse(&sample_records()[0]).unwrap()).await;
    let feed = instance.federation.feed().uri.clone();
    let index = index();
    for server in servers {
        let fake = Fake::start().await;
        let scene = Scene { instance: &instance, server, fake, case: &case.uri, feed: &feed };
        for sent in &index[*server] {
            scene.send(sent).await;
        }
    }
    assert!(instance.case(&case.uri).await.unwrap().is_shown(), "nobody touched our case");
}

macro_rules! servers {
    ($($name:ident),+ $(,)?) => {
        const SERVERS: &[&str] = &[$(stringify!($name)),+];

        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::all_come_in(super::Engine::Sqlite, &[stringify!($name)]).await;
            })+
        }
    };
}

servers!(
    mastodon, gotosocial, mitra, lemmy, misskey, friendica, wordpress, ghost, peertube, mobilizon,
    pixelfed, pleroma, bonfire,
);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn all_servers_on_postgres() {
    if postgres().is_some() {
        all_come_in(Engine::Postgres, SERVERS).await;
    }
}

#[test]
fn every_document_is_sent_or_served_and_every_server_has_its_source() {
    let (index, readme) = (index(), fs::read_to_string(folder().join("README.md")).unwrap());
    let mut servers: Vec<_> = index.keys().map(String::as_str).collect();
    let mut tested = SERVERS.to_vec();
    servers.sort_unstable();
    tested.sort_unstable();
    assert_eq!(servers, tested);
    for (server, sent) in &index {
        assert!(readme.contains(&format!("| {server} |")), "README.md says nothing of {server}");
        for entry in fs::read_dir(folder().join(server)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap();
            let used = ["actor", "key", "group"].contains(&name)
                || sent
                    .iter()
                    .any(|sent| sent.send == name || sent.served.as_deref() == Some(name));
            assert!(used, "{path:?} is never used");
        }
    }
}
