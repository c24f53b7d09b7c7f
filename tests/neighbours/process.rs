//! The neighbour as a process of its own, and how a test tells it what to do.

use crate::instance::until_seconds;
use serde_json::{Value, json};
use std::{
    path::{Path, PathBuf},
    process::Stdio,
};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

/// How a server that we know nothing of is first spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    Cavage,
    Rfc9421,
}

/// The Node.js that `ci/neighbours` found or brought.
pub fn node() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let node = root.join("target/neighbours/node");
    assert!(
        node.exists() && root.join("tests/neighbours/node_modules").exists(),
        "this needs Node.js 22 or newer and the packages of tests/neighbours: run ci/neighbours"
    );
    node
}

/// A program of `tests/neighbours`.
pub fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/neighbours").join(name)
}

/// A running Fedify server with the actors alice and bob. It ends with this value.
pub struct Neighbour {
    pub origin: String,
    http: reqwest::Client,
    /// The open end of its standard input keeps it running.
    _process: Child,
}

impl Neighbour {
    pub async fn start() -> Self {
        Self::start_with(Dialect::Cavage, true).await
    }

    /// A neighbour whose activities carry integrity proofs or not.
    pub async fn start_with(first_knock: Dialect, proofs: bool) -> Self {
        let mut command = Command::new(node());
        command.arg(script("server.mjs")).arg("--first-knock");
        command.arg(match first_knock {
            Dialect::Cavage => "draft-cavage-http-signatures-12",
            Dialect::Rfc9421 => "rfc9421",
        });
        if !proofs {
            command.arg("--no-proofs");
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut process = command.spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let origin = lines.next_line().await.unwrap().expect("the neighbour starts");
        let http = reqwest::Client::builder().no_proxy().http1_only().build().unwrap();
        Neighbour { origin, http, _process: process }
    }

    pub fn host(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }

    pub fn actor(&self, name: &str) -> String {
        format!("{}/users/{name}", self.origin)
    }

    /// One command of `control.mjs`; a failure of it is one of the test.
    pub async fn ask(&self, command: &str, asked: Value) -> Value {
        let url = format!("{}/control/{command}", self.origin);
        let answer = self.http.post(url).body(asked.to_string()).send().await.unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "{command} {asked}: {text}");
        serde_json::from_str(&text).unwrap()
    }

    /// What alice does to `to`, an actor of ours: a command with its details.
    pub async fn alice(&self, command: &str, to: &str, details: Value) -> Value {
        let mut asked = json!({ "by": "alice", "to": to });
        let fields = asked.as_object_mut().unwrap();
        fields.extend(details.as_object().cloned().unwrap_or_default());
        self.ask(command, asked).await
    }

    /// What Fedify verified, as it understood it, oldest first.
    pub async fn received(&self) -> Vec<Value> {
        let received = self.ask("received", json!({})).await;
        received.as_array().unwrap().clone()
    }

    /// Waits until Fedify verified so many activities of one type; returns them.
    pub async fn has_received(&self, kind: &str, count: usize) -> Vec<Value> {
        until_seconds(20, async || {
            let all = self.received().await;
            let found: Vec<_> =
                all.iter().filter(|activity| activity["type"] == kind).cloned().collect();
            if found.len() >= count {
                return Ok(found);
            }
            Err(format!(
                "{} of {count} {kind}; refused: {}; errors: {}",
                found.len(),
                self.ask("refused", json!({})).await,
                self.ask("errors", json!({})).await,
            ))
        })
        .await
    }

    /// Nothing we sent was refused or not understood.
    pub async fn is_content(&self) {
        assert_eq!(self.ask("refused", json!({})).await, json!([]));
        assert_eq!(self.ask("errors", json!({})).await, json!([]));
    }

    /// The requests that reached its inboxes, with dialect, proof and answer.
    pub async fn posts(&self) -> Vec<Value> {
        let requests = self.ask("requests", json!({})).await;
        let posts = requests.as_array().unwrap().iter();
        posts.filter(|request| request["method"] == "POST").cloned().collect()
    }
}
