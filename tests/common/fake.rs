//! Another server as a test wants it: actors with a key, objects, inboxes that write down what
//! comes and answer as they are told; and letters to ours, well or badly signed.
#![allow(dead_code, reason = "each test binary uses its own part")]

#[path = "../wire/peer.rs"]
mod peer;

use kontor::{
    domain::case_study::CaseStudy,
    federation::{
        article::{self, Framing},
        signature::{BodyDigest, KeyPair},
    },
    i18n::Texts,
    urls::Urls,
};
pub use peer::{Received, Script, answer, object};
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

type Answering = Arc<dyn Fn(&Received) -> Script + Send + Sync>;

/// A server that is no Kontor.
pub struct Fake {
    pub origin: String,
    pub host: String,
    /// Of all its actors.
    pub key: Arc<KeyPair>,
    peer: peer::Peer,
    inbox: Arc<Mutex<Answering>>,
    documents: Documents,
    http: reqwest::Client,
}

type Documents = Arc<Mutex<HashMap<String, Script>>>;

/// `202 Accepted`
pub fn accepted() -> Script {
    answer("202 Accepted", &[], b"")
}

/// An empty answer with this status line, such as `500 Internal Server Error`.
pub fn status(line: &str) -> Script {
    answer(line, &[], b"")
}

/// A head at once, and then a byte a second.
pub fn dripping() -> Script {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 600\r\n\
        content-type: application/activity+json\r\n\r\n"
        .to_vec();
    let drop = || (Duration::from_secs(1), b".".to_vec());
    std::iter::once((Duration::ZERO, head)).chain(std::iter::repeat_with(drop).take(600)).collect()
}

/// One byte a second from the first byte on: even the status line takes its time.
pub fn crawling() -> Script {
    let bytes = b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n";
    bytes.iter().map(|byte| (Duration::from_secs(1), vec![*byte])).collect()
}

/// Takes the request and says nothing for an hour.
pub fn hanging() -> Script {
    vec![(Duration::from_secs(3_600), Vec::new())]
}

/// Bytes that are no HTTP.
pub fn garbage() -> Script {
    vec![(Duration::ZERO, b"\x00\xffnonsense\r\n\r\n\x1b[31m".to_vec())]
}

impl Fake {
    /// Starts a server whose inboxes answer 202.
    pub async fn start() -> Self {
        Self::start_with(Arc::new(KeyPair::generate().unwrap())).await
    }

    /// The same with a key that is there already: where there are many, making keys takes longest.
    pub async fn start_with(key: Arc<KeyPair>) -> Self {
        let inbox: Arc<Mutex<Answering>> = Arc::new(Mutex::new(Arc::new(|_| accepted())));
        let documents = Documents::default();
        let (pem, answering, known) =
            (key.public_key_pem().to_owned(), inbox.clone(), documents.clone());
        let peer = peer::Peer::start(move |request, origin| {
            if request.method == "POST" {
                let answer = answering.lock().unwrap().clone();
                return answer(request);
            }
            let path = request.path.split('?').next().unwrap_or_default();
            if let Some(document) = known.lock().unwrap().get(path) {
                return document.clone();
            }
            match path.strip_prefix("/a/") {
                Some(name) if !name.contains('/') => object(&actor(origin, name, &pem).to_string()),
                _ => status("404 Not Found"),
            }
        })
        .await;
        let origin = peer.url("");
        let host = origin.trim_start_matches("http://").to_owned();
        #[allow(clippy::disallowed_methods, reason = "plays another server")]
        let http = reqwest::Client::builder().no_proxy().http1_only().build().unwrap();
        Fake { origin, host, key, peer, inbox, documents, http }
    }

    /// From now on inboxes answer so.
    pub fn answers(&self, answer: impl Fn(&Received) -> Script + Send + Sync + 'static) {
        *self.inbox.lock().unwrap() = Arc::new(answer);
    }

    /// What stands at a path from now on.
    pub fn serve(&self, path: &str, script: Script) {
        self.documents.lock().unwrap().insert(path.to_owned(), script);
    }

    /// Its actor `name` stands where it was again, after [`Self::serve`] put something else there.
    pub fn serve_actor(&self, name: &str) {
        self.documents.lock().unwrap().remove(&format!("/a/{name}"));
    }

    pub fn put(&self, path: &str, document: &Value) {
        self.serve(path, object(&document.to_string()));
    }

    /// Uri of an actor; every name is one.
    pub fn actor(&self, name: &str) -> String {
        format!("{}/a/{name}", self.origin)
    }

    /// The shared inbox: the lane to this server.
    pub fn inbox(&self) -> String {
        format!("{}/inbox", self.origin)
    }

    pub fn requests(&self) -> Vec<Received> {
        self.peer.received()
    }

    /// Activities that were posted here, in order, whatever was answered.
    pub fn posted(&self) -> Vec<Value> {
        let posts = self.requests().into_iter().filter(|request| request.method == "POST");
        posts.map(|request| serde_json::from_slice(&request.body).unwrap()).collect()
    }

    /// Posted activities of one type.
    pub fn posted_of(&self, kind: &str) -> Vec<Value> {
        self.posted().into_iter().filter(|activity| activity["type"] == kind).collect()
    }

    /// A case study as an article of one of this server's actors, at `/o/ID`.
    pub fn article(&self, name: &str, case: &CaseStudy, updated: i64) -> Value {
        let urls = Urls::new(&self.origin);
        let author = self.actor(name);
        let framing = Framing {
            urls: &urls,
            texts: &Arc::new(Texts::embedded()),
            uri: &urls.object(&case.id),
            author: &author,
            feed: &self.actor("cases"),
            page: &case.slug,
            published: case.editorial.published.unwrap_or(updated),
            updated,
            revision: 1,
            related: Vec::new(),
            foreign_keys: None,
        };
        article::to_article(case, &framing)
    }

    /// An activity of one of this server's actors.
    pub fn activity(&self, kind: &str, id: &str, name: &str, object: Value) -> Value {
        json!({
            "@context": "https://www.w3.org/ns/activitystreams",
            "id": format!("{}/activities/{id}", self.origin),
            "type": kind,
            "actor": self.actor(name),
            "object": object,
        })
    }

    /// A letter from one of this server's actors to the shared inbox of `origin`, yet unsigned.
    pub fn letter(&self, origin: &str, name: &str, activity: &Value, now: i64) -> Letter {
        Letter {
            origin: origin.to_owned(),
            path: "/inbox".into(),
            key_id: format!("{}#main-key", self.actor(name)),
            date: now,
            covered: vec!["(request-target)", "host", "date", "digest"],
            followers: None,
            body: activity.to_string().into_bytes(),
        }
    }

    /// Sends one well-signed activity; returns the status.
    pub async fn send(&self, origin: &str, name: &str, activity: &Value, now: i64) -> u16 {
        self.post(&self.letter(origin, name, activity, now).signed(&self.key)).await.0
    }

    /// Sends a letter as it is. Returns the status and `Retry-After`.
    pub async fn post(&self, letter: &Signed) -> (u16, Option<u64>) {
        let mut tries = 1;
        let response = loop {
            let mut request = self.http.post(format!("{}{}", letter.origin, letter.path));
            for (name, value) in &letter.headers {
                request = request.header(name, value);
            }
            match request.body(letter.body.clone()).send().await {
                Ok(response) => break response,
                // Who refuses a body before its end closes the connection, and the answer may be
                // lost on the way (RFC 9112, section 9.6).
                Err(error) if error.is_request() && tries < 5 => tries += 1,
                Err(error) => panic!("{}: {error:?}", letter.path),
            }
        };
        let after = response.headers().get("retry-after");
        let after = after.and_then(|after| after.to_str().ok()?.parse().ok());
        (response.status().as_u16(), after)
    }

    /// A GET with these headers beside the type it wants.
    pub async fn get_signed(&self, url: &str, headers: axum::http::HeaderMap) -> reqwest::Response {
        let request = self.http.get(url).headers(headers);
        request.header("accept", "application/activity+json").send().await.unwrap()
    }

    /// A GET as another server asks; status and body.
    pub async fn get(&self, url: &str, accept: &str) -> (u16, String) {
        let response = self.http.get(url).header("accept", accept).send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    }
}

fn actor(origin: &str, name: &str, pem: &str) -> Value {
    let uri = format!("{origin}/a/{name}");
    json!({
        "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
        "id": uri,
        "type": "Person",
        "preferredUsername": name,
        "inbox": format!("{uri}/inbox"),
        "outbox": format!("{uri}/outbox"),
        "endpoints": { "sharedInbox": format!("{origin}/inbox") },
        "publicKey": { "id": format!("{uri}#main-key"), "owner": uri, "publicKeyPem": pem },
    })
}

pub const SYNCHRONIZATION: &str = "collection-synchronization";

/// What is to be signed; every part may be bent.
#[derive(Clone)]
pub struct Letter {
    pub origin: String,
    pub path: String,
    pub key_id: String,
    /// Epoch ms.
    pub date: i64,
    pub covered: Vec<&'static str>,
    /// `Collection-Synchronization`, where it is sent.
    pub followers: Option<String>,
    pub body: Vec<u8>,
}

/// What is sent; every part may be bent once more.
#[derive(Clone)]
pub struct Signed {
    pub origin: String,
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Letter {
    pub fn signed(&self, key: &KeyPair) -> Signed {
        use base64::{Engine as _, engine::general_purpose::STANDARD};
        let host = self.origin.trim_start_matches("http://");
        let date = kontor::clock::http_date(self.date);
        let digest = BodyDigest::of(&self.body).header();
        let lines = self.covered.iter().map(|part| match *part {
            "(request-target)" => format!("(request-target): post {}", self.path),
            "host" => format!("host: {host}"),
            "date" => format!("date: {date}"),
            "digest" => format!("digest: {digest}"),
            SYNCHRONIZATION => {
                format!("{SYNCHRONIZATION}: {}", self.followers.as_deref().unwrap_or_default())
            }
            other => panic!("{other} is not known here"),
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        let signature = format!(
            "keyId=\"{}\",algorithm=\"rsa-sha256\",headers=\"{}\",signature=\"{}\"",
            self.key_id,
            self.covered.join(" "),
            STANDARD.encode(key.sign(text.as_bytes())),
        );
        let headers = [
            ("content-type", Some("application/activity+json".to_owned())),
            ("host", Some(host.to_owned())),
            ("date", Some(date)),
            ("digest", Some(digest)),
            ("signature", Some(signature)),
            (SYNCHRONIZATION, self.followers.clone()),
        ];
        let headers = headers.into_iter();
        Signed {
            origin: self.origin.clone(),
            path: self.path.clone(),
            headers: headers.filter_map(|(name, value)| Some((name.to_owned(), value?))).collect(),
            body: self.body.clone(),
        }
    }
}

impl Signed {
    /// The same with another value of one header.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }
}
