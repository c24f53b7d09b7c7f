//! Everything we serve and send means the same to readers of linked data, by JSON-LD 1.0 and 1.1.

use crate::{
    common::{extreme_records, sample_records},
    fake::Fake,
    instance::{Engine, Instance, until},
    process,
};
use kontor::domain::case_study::parse;
use serde_json::{Value, json};
use std::{fs, path::Path, process::Stdio};
use tokio::{io::AsyncWriteExt, process::Command};

/// What is wrong with each of the documents, by the processor `expand.mjs`.
async fn faults(documents: &[(String, Value)]) -> Vec<String> {
    let mut command = Command::new(process::node());
    command.arg(process::script("expand.mjs")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut processor = command.kill_on_drop(true).spawn().unwrap();
    let mut input = processor.stdin.take().unwrap();
    let lines: String = documents
        .iter()
        .map(|(name, document)| format!("{}\n", json!({ "name": name, "document": document })))
        .collect();
    let written = tokio::spawn(async move { input.write_all(lines.as_bytes()).await });
    let output = processor.wait_with_output().await.unwrap();
    written.await.unwrap().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), documents.len(), "the processor answers for each");
    let with_faults = answers.iter().filter(|answer| answer["faults"] != json!([]));
    with_faults.map(|answer| format!("{}: {}", answer["name"], answer["faults"])).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_we_say_expands_by_json_ld_1_0_as_by_1_1() {
    let instance = Instance::start(Engine::Sqlite, "metropolis").await;
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let read = async |url: &str| -> Value {
        let asked = http.get(url).header("accept", "application/activity+json");
        serde_json::from_str(&asked.send().await.unwrap().text().await.unwrap()).unwrap()
    };
    // A follower of both actors, who is followed back: it is told everything.
    let feed = read(&format!("{}/cases", instance.origin())).await["id"].clone();
    let follower = Fake::start().await;
    for (id, actor) in [("1", json!(instance.network())), ("2", feed)] {
        let follow = follower.activity("Follow", id, "alice", actor);
        let now = instance.now();
        assert_eq!(follower.send(instance.origin(), "alice", &follow, now).await, 202);
    }
    instance.follow(&follower.actor("alice")).await;
    until("it is asked", 10, async || (!follower.posted_of("Follow").is_empty()).then_some(()))
        .await;
    instance.unfollow(&follower.actor("alice")).await;
    instance.rests().await;

    let records = sample_records().into_iter().chain(extreme_records());
    let cases: Vec<_> = records.filter_map(|record| parse(&record).ok()).collect();
    instance.import(cases.clone()).await;
    instance.update(cases[1].clone()).await;
    instance.withdraw(&cases[0].id).await;
    instance.rests().await;
    let mut documents = Vec::new();
    for case in &cases {
        let uri = instance.own(&case.id).await.uri;
        documents.push((format!("object {}", case.id), read(&uri).await));
    }
    let sent = follower.posted();
    for kind in ["Accept", "Follow", "Undo", "Create", "Update", "Delete", "Announce"] {
        assert!(sent.iter().any(|activity| activity["type"] == kind), "no {kind} was sent");
    }
    for activity in sent {
        documents.push((format!("{} {}", activity["type"], activity["id"]), activity));
    }
    let network = read(instance.network()).await;
    for part in ["outbox", "followers", "following", "featured"] {
        let url = network[part].as_str().unwrap();
        documents.push((part.into(), read(url).await));
    }
    for name in ["metropolis", "cases"] {
        let found = read(&format!(
            "{}/.well-known/webfinger?resource=acct:{name}@{}",
            instance.origin(),
            instance.host()
        ))
        .await;
        let links = found["links"].as_array().unwrap();
        let own = links.iter().find(|link| link["rel"] == "self").unwrap();
        documents.push((name.into(), read(own["href"].as_str().unwrap()).await));
    }
    let faults = faults(&documents).await;
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The documents that other tests hold byte for byte.
#[tokio::test]
async fn the_golden_documents_expand_too() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/golden");
    let mut documents = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let Ok(document) = serde_json::from_slice::<Value>(&fs::read(&path).unwrap()) else {
            continue;
        };
        // WebFinger and NodeInfo are plain JSON.
        if document.get("@context").is_some() {
            documents.push((path.display().to_string(), document));
        }
    }
    let faults = faults(&documents).await;
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
