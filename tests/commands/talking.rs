//! People and what they say, as an operator types it: accounts, notes, comments, complaints,
//! messages, quotes, and the keys our actors sign with.

use crate::harness::{Instance, fixture, on_both_engines, records};
use kontor::{
    app::{
        comment::{self, ForeignComment},
        feature,
        receive::ForeignPost,
        report::{self, Complaint},
    },
    config::Moderation,
    domain::text::Html,
    html,
    store::{
        Db, cases,
        messages::{self, Message},
        peers,
        remote_actors::{self, RemoteActor},
        rulings,
    },
};
use serde_json::{Value, json};

on_both_engines!(
    a_citymaker_comes_is_described_anew_and_leaves,
    a_note_is_written_changed_and_deleted,
    comments_are_listed_and_decided_on,
    complaints_messages_and_quotes_are_listed_and_settled,
    keys_are_listed_and_replaced,
    what_is_known_of_a_peer_and_of_the_waiting_can_be_read_by_programs,
    a_search_that_finds_nothing_is_said_to,
);

const NOW: i64 = 1_772_357_400_000;

fn filled() -> Instance {
    let instance = Instance::new();
    instance.run(&["import", &fixture("cases.jsonl"), "--quiet"]).is(0);
    instance
}

/// Does something to the instance's database, as its server would.
fn with_database<T>(instance: &Instance, work: impl AsyncFnOnce(&Db) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&instance.database_url(), 4).await.unwrap();
        let found = work(&db).await;
        db.close().await;
        found
    })
}

/// The uri of some public case of this instance.
fn a_case(instance: &Instance) -> String {
    with_database(instance, async |db: &Db| {
        let mut tx = db.read().await.unwrap();
        let found = cases::shown_after(&mut tx, 0, 1).await.unwrap();
        found[0].uri.clone()
    })
}

fn a_comment(instance: &Instance, host: &str, case: &str, text: &str) -> String {
    let uri = format!("https://{host}/o/{}", ulid::Ulid::new());
    let post = ForeignPost {
        uri: uri.clone(),
        kind: "Note".into(),
        actor: format!("https://{host}/a/ben"),
        host: host.into(),
        name: String::new(),
        text: text.into(),
        in_reply_to: Some(case.into()),
        published: NOW,
        updated: NOW,
        document: "{}".into(),
    };
    let foreign = ForeignComment {
        post,
        html: html::from_remote(&format!("<p>{text}</p>")),
        warning: String::new(),
        language: Some("en".into()),
        page_url: None,
    };
    with_database(instance, async |db: &Db| {
        let mut tx = db.begin().await.unwrap();
        peers::ensure(&mut tx, host, NOW).await.unwrap();
        remote_actors::save(
            &mut tx,
            &RemoteActor {
                uri: format!("https://{host}/a/ben"),
                host: host.into(),
                kind: "Person".into(),
                handle: "ben".into(),
                name: "Ben".into(),
                summary: String::new(),
                inbox: format!("https://{}/inbox", host),
                shared_inbox: None,
                outbox: None,
                page_url: None,
                key_id: format!("https://{}/a/ben#main-key", host),
                public_key: String::new(),
                fetched_at: NOW,
                gone: false,
            },
        )
        .await
        .unwrap();
        comment::arrive(&mut tx, foreign, Moderation::After, NOW).await.unwrap();
        tx.commit().await.unwrap();
    });
    uri
}

fn a_citymaker_comes_is_described_anew_and_leaves() {
    let instance = Instance::new();
    let said = instance
        .run(&[
            "person",
            "add",
            "ana",
            "--name",
            "Ana",
            "--city",
            "Lyon",
            "--languages",
            "fr,en",
            "--topics",
            "cycling",
        ])
        .is(0);
    assert!(said.out.contains("@ana@") && said.out.contains("/@ana"), "{}", said.out);
    instance.run(&["person", "add", "ana"]).is(1);
    instance.run(&["person", "add", "ANA"]).is(1);
    for reserved in ["cases", "topic-cycling", "sdg11", "a b", ""] {
        assert_ne!(instance.run(&["person", "add", reserved]).code, 0, "{reserved}");
    }
    instance.run(&["person", "add", "ben", "--avatar-url", "javascript:alert(1)"]).is(1);
    let said = instance.run(&["person", "list"]).is(0);
    assert_eq!(said.lines(&["@ana", "Ana", "Lyon"]).len(), 1, "{}", said.out);
    instance.run(&["person", "edit", "ana", "--city", "Nantes"]).is(0);
    let said = instance.run(&["person", "list"]).is(0);
    assert_eq!(
        said.lines(&["@ana", "Ana", "Nantes"]).len(),
        1,
        "what is not named stays: {}",
        said.out
    );
    instance.run(&["person", "edit", "nobody", "--name", "x"]).is(1);
    instance.run(&["person", "suspend", "nobody"]).is(1);
    instance.run(&["person", "suspend", "@ana", "--reason", "she asked"]).is(0);
    instance.run(&["person", "suspend", "ana"]).is(1);
    instance.run(&["person", "add", "ana"]).is(1);
}

fn a_note_is_written_changed_and_deleted() {
    let instance = filled();
    let case = a_case(&instance);
    instance.run(&["person", "add", "ana"]).is(0);
    let said = instance
        .run(&[
            "note",
            "write",
            "How *much* was it?",
            "--as",
            "ana",
            "--reply-to",
            &case,
            "--language",
            "en",
        ])
        .is(0);
    let note = said.out.split_whitespace().last().unwrap().to_owned();
    assert!(note.starts_with("http"), "{}", said.out);
    let listed = || records(&instance.run(&["comment", "list", "--json"]).is(0).out);
    let ours =
        |field: &str| listed().into_iter().find(|line| line["id"] == note).unwrap()[field].clone();
    assert_eq!((ours("text"), ours("case")), (json!("How much was it?"), json!(case)));
    let longer = instance.write("note.md", "Two million\n\nin *all*");
    instance.run(&["note", "update", &note, "--file", &longer]).is(0);
    assert!(ours("text").as_str().unwrap().starts_with("Two million"), "{}", ours("text"));
    instance.run_with(&["note", "update", &note, "--file", "-"], b"Three").is(0);
    assert_eq!(ours("text"), json!("Three"));
    for refused in [
        &["note", "write", " "][..],
        &["note", "write", "x", "--as", "nobody"],
        &["note", "write", "x", "--reply-to", "https://a.example/unknown"],
        &["note", "update", "https://a.example/1", "x"],
        &["note", "delete", "https://a.example/1"],
        &["note", "delete", &case],
    ] {
        let said = instance.run(refused);
        assert!(matches!(said.code, 1 | 2) && !said.err.is_empty(), "{refused:?}: {}", said.err);
    }
    instance.run(&["note", "write", "x", "--file", "y"]).is(2);
    instance.run(&["note", "write"]).is(2);
    instance.run(&["note", "write", "--file", "nowhere.md"]).is(2);
    instance.run(&["note", "delete", &note]).is(0);
    instance.run(&["note", "update", &note, "again"]).is(1);
    assert_eq!(ours("state"), json!("deleted"));
}

fn comments_are_listed_and_decided_on() {
    let instance = filled();
    let said = instance.run(&["comment", "list"]).is(0);
    assert!(said.out.contains("No such comments"), "{}", said.out);
    let case = a_case(&instance);
    instance.run(&["peers", "limit", "guarded.example"]).is(0);
    a_comment(&instance, "open.example", &case, "Well done\u{1b}[2J");
    let waits = a_comment(&instance, "guarded.example", &case, "May I?");
    let said = instance.run(&["comment", "list"]).is(0);
    assert_eq!(said.lines(&["shown", "open.example", "Well done"]).len(), 1, "{}", said.out);
    assert_eq!(said.lines(&["waiting", "guarded.example", "May I?"]).len(), 1, "{}", said.out);
    assert!(!said.out.contains('\u{1b}'), "nothing steers the terminal");
    let said = instance.run(&["comment", "list", "--state", "waiting"]).is(0);
    assert!(!said.out.contains("open.example"), "{}", said.out);
    instance.run(&["comment", "allow", &waits]).is(0);
    let line =
        records(&instance.run(&["comment", "list", "--json", "--limit", "1"]).is(0).out).remove(0);
    assert_eq!((&line["state"], &line["id"]), (&json!("shown"), &json!(waits)));
    let number = line["number"].to_string();
    instance.run(&["comment", "hide", &number, "--note", "off topic"]).is(0);
    instance.run(&["comment", "reject", &number]).is(0);
    let said = instance.run(&["comment", "list", "--state", "rejected"]).is(0);
    assert_eq!(said.lines(&["guarded.example"]).len(), 1, "{}", said.out);
    instance.run(&["comment", "allow", "4711"]).is(1);
    instance.run(&["comment", "allow", "https://a.example/1"]).is(1);
    instance.run(&["comment", "list", "--state", "eaten"]).is(2);
}

fn complaints_messages_and_quotes_are_listed_and_settled() {
    let instance = filled();
    let case = a_case(&instance);
    instance.run(&["person", "add", "ana"]).is(0);
    for (command, empty) in
        [("report", "No such reports"), ("message", "No messages"), ("quote", "Nobody asked")]
    {
        let said = instance.run(&[command, "list"]).is(0);
        assert!(said.out.contains(empty), "{}", said.out);
    }
    let ana = instance.run(&["person", "list"]).is(0);
    assert_eq!(ana.lines(&["@ana"]).len(), 1);
    let about = case.clone();
    with_database(&instance, async |db: &Db| {
        let mut tx = db.begin().await.unwrap();
        let complaint = Complaint {
            id: "https://a.example/flags/1".into(),
            actor: "https://a.example/actor".into(),
            host: "a.example".into(),
            objects: vec![about.clone()],
            reason: "Wrong\nnumbers".into(),
        };
        report::arrive(&mut tx, complaint, 9, NOW).await.unwrap();
        let quote = "https://a.example/o/quote";
        let by = "https://a.example/a/ben";
        feature::quote_asked(&mut tx, &about, quote, by, "https://a.example/r/1", NOW)
            .await
            .unwrap();
        let ana = kontor::store::actors::by_handle(&mut tx, "ana").await.unwrap().unwrap();
        let message = Message {
            num: 0,
            uri: "https://a.example/o/secret".into(),
            recipient: ana.uri,
            actor: by.into(),
            host: "a.example".into(),
            in_reply_to: None,
            language: None,
            published_at: NOW,
            updated_at: NOW,
            received_at: NOW,
            html: Html::as_str(&html::from_remote("<p>For you alone</p>")).to_owned(),
        };
        messages::save(&mut tx, &message).await.unwrap();
        tx.commit().await.unwrap();
    });
    let said = instance.run(&["report", "list"]).is(0);
    assert_eq!(
        said.lines(&["1", "open", "a.example", &case, "Wrong numbers"]).len(),
        1,
        "{}",
        said.out
    );
    instance.run(&["report", "resolve", "1", "--note", "corrected"]).is(0);
    instance.run(&["report", "resolve", "1"]).is(1);
    instance.run(&["report", "resolve", "4711"]).is(1);
    assert!(instance.run(&["report", "list"]).is(0).out.contains("No such reports"));
    assert_eq!(instance.run(&["report", "list", "--all"]).is(0).lines(&["resolved"]).len(), 1);
    let theirs = a_comment(&instance, "open.example", &case, "Rude");
    let said = instance.run(&["report", "send", &theirs, "--reason", "It is rude"]).is(0);
    assert!(said.out.contains("open.example will be told"), "{}", said.out);
    instance.run(&["report", "send", &theirs, "--reason", " "]).is(1);
    instance.run(&["report", "send", &case, "--reason", "ours"]).is(1);
    instance.run(&["report", "send", "https://a.example/unknown", "--reason", "x"]).is(1);

    let said = instance.run(&["message", "list", "--to", "ana"]).is(0);
    assert_eq!(said.lines(&["a.example/a/ben", "For you alone"]).len(), 1, "{}", said.out);
    assert_ne!(instance.run(&["message", "list", "--to", "nobody"]).code, 0);

    let said = instance.run(&["quote", "list"]).is(0);
    let line = said.lines(&["agreed", "https://a.example/o/quote", &case]);
    let id = line[0].split_whitespace().next().unwrap();
    instance.run(&["quote", "revoke", id]).is(0);
    instance.run(&["quote", "revoke", id]).is(1);
    instance.run(&["quote", "revoke", "01J"]).is(1);
    assert_eq!(instance.run(&["quote", "list"]).is(0).lines(&["revoked"]).len(), 1);
}

fn keys_are_listed_and_replaced() {
    let instance = filled();
    let said = instance.run(&["keys", "list"]).is(0);
    let before = said.lines(&["in use"]).len();
    assert!(before >= 1, "{}", said.out);
    assert!(said.lines(&["@network", "rsa", "#main-key"]).len() == 1, "{}", said.out);
    let said = instance.run(&["keys", "rotate", "@network"]).is(0);
    assert!(said.out.contains("gets new keys; the former are listed until"), "{}", said.out);
    assert!(said.out.contains("as soon as the server runs"), "{}", said.out);
    let said = instance.run(&["keys", "list", "network"]).is(0);
    let kept = said.lines(&["#main-key"]);
    assert!(kept.len() == 1 && !kept[0].contains("in use"), "{}", said.out);
    // Its new ones are made when the server needs them: there is nothing to replace till then.
    let said = instance.run(&["keys", "rotate", "network"]).is(1);
    assert!(said.err.contains("no keys that could be replaced"), "{}", said.err);
    for unknown in [&["keys", "list", "nobody"][..], &["keys", "rotate", "nobody"]] {
        let said = instance.run(unknown).is(1);
        assert!(said.err.contains("nobody"), "{}", said.err);
    }
    let said = instance.run(&["keys", "rotate"]).is(0);
    assert!(!said.out.contains("@network@"), "what has just been replaced is left: {}", said.out);
    let said = instance.run(&["keys", "rotate"]).is(0);
    assert!(said.out.contains("no keys to replace"), "{}", said.out);
}

fn what_is_known_of_a_peer_and_of_the_waiting_can_be_read_by_programs() {
    let instance = filled();
    let read =
        |args: &[&str]| -> Value { serde_json::from_str(&instance.run(args).is(0).out).unwrap() };
    let unknown = read(&["peers", "show", "a.example", "--json"]);
    assert_eq!((&unknown["met"], &unknown["standing"]), (&json!(false), &json!("quarantined")));
    instance.run(&["follow", "a.example"]).is(0);
    instance.run(&["peers", "limit", "a.example", "--reason", "noise"]).is(0);
    let known = read(&["peers", "show", "A.Example", "--json"]);
    assert_eq!((&known["met"], &known["standing"]), (&json!(true), &json!("limited")));
    assert_eq!((&known["reason"], &known["decided_by"]), (&json!("noise"), &json!("admin")));
    assert_eq!(known["followings"][0]["wanted"], "a.example");
    assert_eq!(known["cases"], json!({}));
    instance.run(&["peers", "show", "not a host", "--json"]).is(2);

    assert_eq!(instance.run(&["quarantine", "list", "--json"]).is(0).out, "");
    with_database(&instance, async |db: &Db| {
        let mut tx = db.read().await.unwrap();
        assert_eq!(rulings::count_waiting(&mut tx, None).await.unwrap(), 0);
    });
}

fn a_search_that_finds_nothing_is_said_to() {
    let instance = filled();
    let said =
        instance.run(&["feed", "publish", "bikes", "--query", "topic=cycling&country=es"]).is(0);
    assert!(
        !said.out.contains("No case fits") || said.out.contains("feed end bikes"),
        "{}",
        said.out
    );
    let said = instance.run(&["feed", "publish", "typing", "--query", "q=zzyzx-nothing"]).is(0);
    assert!(said.out.contains("No case fits it now"), "{}", said.out);
    assert!(said.out.contains("kontor feed end typing"), "{}", said.out);
    let said =
        instance.run(&["feed", "publish", "all-of-spain", "--query", "country=es&q=a"]).is(0);
    assert!(said.out.contains("can be followed now"), "{}", said.out);
}
