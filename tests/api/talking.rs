//! People and what they say, through the API: accounts, notes, comments, complaints, messages,
//! quotes and keys.

use super::caller::{Caller, NOW, publishable};
use crate::common::db::on_both_engines;
use kontor::{
    app::{
        comment::{self, ForeignComment},
        feature,
        receive::ForeignPost,
        report::{self, Complaint},
    },
    config::Moderation,
    html,
    store::{
        Db,
        messages::{self, Message},
        peers,
        remote_actors::{self, RemoteActor},
    },
};
use serde_json::{Value, json};

async fn case(caller: &Caller) -> String {
    let made = caller.ask("post", "/admin/cases", publishable(1).remove(0)).await.is(201);
    made["uri"].as_str().unwrap().to_owned()
}

/// A comment of somebody elsewhere under a case; returns its id.
async fn comments(caller: &Caller, name: &str, case: &str) -> String {
    let uri = format!("https://a.example/o/{name}");
    let post = ForeignPost {
        uri: uri.clone(),
        kind: "Note".into(),
        actor: "https://a.example/a/ben".into(),
        host: "a.example".into(),
        name: String::new(),
        text: name.into(),
        in_reply_to: Some(case.into()),
        published: NOW,
        updated: NOW,
        document: "{}".into(),
    };
    let html = html::from_remote(&format!("<p>Said {name}</p>"));
    let (warning, language) = (String::new(), None);
    let foreign = ForeignComment { post, html, warning, language, page_url: None };
    let mut tx = caller.state.db.begin().await.unwrap();
    peers::ensure(&mut tx, "a.example", NOW).await.unwrap();
    remote_actors::save(
        &mut tx,
        &RemoteActor {
            uri: "https://a.example/a/ben".into(),
            host: "a.example".into(),
            kind: "Person".into(),
            handle: "ben".into(),
            name: "Ben".into(),
            summary: String::new(),
            inbox: format!("https://{}/inbox", "a.example"),
            shared_inbox: None,
            outbox: None,
            page_url: None,
            key_id: format!("https://{}/a/ben#main-key", "a.example"),
            public_key: String::new(),
            fetched_at: NOW,
            gone: false,
        },
    )
    .await
    .unwrap();
    comment::arrive(&mut tx, foreign, Moderation::After, NOW).await.unwrap();
    tx.commit().await.unwrap();
    uri
}

async fn a_citymaker_is_made_described_and_suspended(db: Db) {
    let caller = Caller::new(db).await;
    let ana = json!({ "handle": "ana", "name": "Ana", "profile": {
        "city": "Lyon", "languages": ["fr"], "discoverable": false } });
    let made = caller.ask("post", "/admin/people", ana.clone()).await.is(201);
    assert_eq!((&made["name"], &made["profile"]["city"]), (&json!("Ana"), &json!("Lyon")));
    assert!(made["handle"].as_str().unwrap().starts_with("@ana@"), "{made}");
    caller.ask("post", "/admin/people", ana).await.is(409);
    for (body, status) in [
        (json!({ "handle": "cases" }), 422),
        (json!({ "handle": "a b" }), 422),
        (json!({ "name": "nobody" }), 422),
        (json!({ "handle": "x", "admin": true }), 422),
        (json!({ "handle": "x", "profile": { "avatar": "javascript:alert(1)" } }), 422),
    ] {
        let answer = caller.ask("post", "/admin/people", body.clone()).await;
        assert!([status, 409].contains(&answer.status.as_u16()), "{body}: {}", answer.json);
    }
    for handle in ["ben", "cleo", "dora"] {
        caller.ask("post", "/admin/people", json!({ "handle": handle })).await.is(201);
    }
    assert_eq!(caller.all("/admin/people", "after", "handle").await.len(), 4);
    let name = json!({ "name": "Ana B." });
    let changed = caller.ask("put", "/admin/people/ana", name).await.is(200);
    assert_eq!((&changed["name"], &changed["profile"]["city"]), (&json!("Ana B."), &json!("Lyon")));
    caller.ask("put", "/admin/people/nobody", json!({ "name": "x" })).await.is(404);
    let reason = json!({ "reason": "she asked" });
    caller.ask("post", "/admin/people/ana/suspend", reason.clone()).await.is(200);
    let again = caller.ask("post", "/admin/people/ana/suspend", reason).await;
    assert!(again.status.is_client_error(), "{}", again.json);
    caller.ask("post", "/admin/people", json!({ "handle": "ana" })).await.is(409);
}

async fn a_note_is_written_changed_and_deleted(db: Db) {
    let caller = Caller::new(db).await;
    let case = case(&caller).await;
    let draft = json!({ "text": "How *much*?", "in_reply_to": case, "language": "en" });
    let made = caller.ask("post", "/admin/notes", draft).await.is(201);
    assert_eq!((&made["text"], &made["source"]), (&json!("How much?"), &json!("How *much*?")));
    assert_eq!((&made["case"], &made["depth"]), (&json!(case), &json!(1)));
    let note = made["id"].clone();
    let text = |note: &Value, text: &str| json!({ "note": note, "text": text });
    let changed = caller.ask("put", "/admin/notes", text(&note, "Three")).await.is(200);
    assert_eq!(changed["text"], "Three");
    for (body, status) in [
        (json!({ "text": " " }), 422),
        (json!({ "text": "x".repeat(100_000) }), 422),
        (json!({ "text": "x", "actor": "nobody" }), 422),
        (json!({ "text": "x", "in_reply_to": "https://a.example/unknown" }), 404),
    ] {
        let shown = body.to_string().chars().take(80).collect::<String>();
        let answer = caller.ask("post", "/admin/notes", body).await;
        assert_eq!(answer.status.as_u16(), status, "{shown}: {}", answer.json);
    }
    caller.ask("put", "/admin/notes", text(&json!("https://a.example/1"), "x")).await.is(404);
    caller.ask("delete", "/admin/notes", json!({ "note": case })).await.is(404);
    caller.ask("delete", "/admin/notes", json!({ "note": note })).await.is(204);
    let gone = caller.ask("put", "/admin/notes", text(&note, "again")).await;
    assert!(gone.status.is_client_error(), "{}", gone.json);
}

async fn comments_are_listed_and_decided_on(db: Db) {
    let caller = Caller::new(db).await;
    let case = case(&caller).await;
    let mut ids = Vec::new();
    for name in ["one", "two", "three"] {
        ids.push(comments(&caller, name, &case).await);
    }
    assert_eq!(caller.all("/admin/comments", "before", "id").await.len(), 3);
    let listed = caller.get("/admin/comments?state=shown&limit=1").await.is(200);
    let newest = &listed["items"][0];
    assert_eq!((&newest["id"], &newest["text"]), (&json!(ids[2]), &json!("Said three")));
    let decide =
        |comment: Value, state: &str| json!({ "comment": comment, "state": state, "note": "why" });
    let path = "/admin/comments/moderate";
    let hidden = caller.ask("post", path, decide(json!(ids[2]), "hidden")).await.is(200);
    assert_eq!(hidden["state"], "hidden");
    let number = newest["number"].to_string();
    caller.ask("post", path, decide(json!(number), "rejected")).await.is(200);
    assert_eq!(
        caller.all("/admin/comments?state=rejected", "before", "id").await,
        [ids[2].clone()]
    );
    caller.ask("post", path, decide(json!(ids[0]), "eaten")).await.is(422);
    caller.ask("post", path, decide(json!(ids[0]), "deleted")).await.is(422);
    caller.ask("post", path, decide(json!("https://a.example/none"), "shown")).await.is(404);
    caller.get("/admin/comments?state=eaten").await.is(422);
    caller.get("/admin/comments?before=x").await.is(422);
}

async fn complaints_messages_and_quotes_are_listed_and_settled(db: Db) {
    let caller = Caller::new(db).await;
    let case = case(&caller).await;
    let ana = caller.ask("post", "/admin/people", json!({ "handle": "ana" })).await.is(201);
    let theirs = comments(&caller, "one", &case).await;
    let mut tx = caller.state.db.begin().await.unwrap();
    for at in 1..=3 {
        let complaint = Complaint {
            id: format!("https://a.example/flags/{at}"),
            actor: "https://a.example/actor".into(),
            host: "a.example".into(),
            objects: vec![case.clone()],
            reason: "Wrong numbers".into(),
        };
        report::arrive(&mut tx, complaint, 9, NOW).await.unwrap();
        let (quote, by) = (format!("https://a.example/o/q{at}"), "https://a.example/a/ben");
        let request = format!("https://a.example/r/{at}");
        feature::quote_asked(&mut tx, &case, &quote, by, &request, NOW + at).await.unwrap();
        let message = Message {
            num: 0,
            uri: format!("https://a.example/o/m{at}"),
            recipient: ana["id"].as_str().unwrap().into(),
            actor: by.into(),
            host: "a.example".into(),
            in_reply_to: None,
            language: None,
            published_at: NOW,
            updated_at: NOW,
            received_at: NOW,
            html: "<p>For you alone</p>".into(),
        };
        messages::save(&mut tx, &message).await.unwrap();
    }
    tx.commit().await.unwrap();

    assert_eq!(caller.all("/admin/reports", "before", "id").await.len(), 3);
    let open = caller.get("/admin/reports?state=open").await.is(200);
    let number = open["items"][0]["number"].to_string();
    assert_eq!(open["items"][0]["objects"], json!([case]));
    let resolve = format!("/admin/reports/{number}/resolve");
    let resolved = caller.ask("post", &resolve, json!({ "note": "corrected" })).await.is(200);
    assert_eq!((&resolved["state"], &resolved["note"]), (&json!("resolved"), &json!("corrected")));
    caller.ask("post", &resolve, json!({})).await.is(404);
    caller.ask("post", "/admin/reports/x/resolve", json!({})).await.is(404);
    caller.get("/admin/reports?state=eaten").await.is(422);
    let report = |object: &str, reason: &str| json!({ "object": object, "reason": reason });
    let sent = caller.ask("post", "/admin/reports", report(&theirs, "rude")).await.is(201);
    assert_eq!((&sent["state"], &sent["host"]), (&json!("sent"), &json!("a.example")));
    for (object, reason) in
        [(theirs.as_str(), " "), (&case, "ours"), ("https://a.example/none", "x")]
    {
        let refused = caller.ask("post", "/admin/reports", report(object, reason)).await;
        assert!(refused.status.is_client_error(), "{object}: {}", refused.json);
    }

    assert_eq!(caller.all("/admin/messages", "before", "id").await.len(), 3);
    let hers = caller.get("/admin/messages?recipient=ana").await.is(200);
    assert_eq!(
        (&hers["totalItems"], &hers["items"][0]["text"]),
        (&json!(3), &json!("For you alone"))
    );
    assert_eq!(caller.get("/admin/messages?recipient=cases").await.is(200)["totalItems"], 0);
    caller.get("/admin/messages?recipient=nobody").await.is(422);

    let quotes = caller.all("/admin/quotes", "before", "id").await;
    assert_eq!(quotes.len(), 3);
    caller.ask("delete", &format!("/admin/quotes/{}", quotes[0]), json!(null)).await.is(204);
    let again = caller.ask("delete", &format!("/admin/quotes/{}", quotes[0]), json!(null)).await;
    assert!(again.status.is_client_error(), "{}", again.json);
    let listed = caller.get("/admin/quotes").await.is(200);
    let revoked =
        listed["items"].as_array().unwrap().iter().filter(|one| !one["revoked_at"].is_null());
    assert_eq!(revoked.count(), 1);
}

async fn keys_are_listed_and_replaced(db: Db) {
    let caller = Caller::new(db).await;
    let listed = caller.get("/admin/keys").await.is(200);
    let network = json!(caller.actors[1].uri);
    let of_network = |listed: &Value| {
        let items = listed["items"].as_array().unwrap().iter();
        items.filter(|key| key["actor"] == network).cloned().collect::<Vec<_>>()
    };
    let before = of_network(&listed);
    assert!(!before.is_empty() && before.iter().all(|key| key["until"].is_null()), "{listed}");
    let rotated = caller.ask("post", "/admin/keys/@metropolis/rotate", json!(null)).await.is(200);
    let kept = of_network(&rotated);
    assert!(
        kept.iter().any(|key| key["id"] == before[0]["id"] && !key["until"].is_null()),
        "{rotated}"
    );
    caller.ask("post", "/admin/keys/metropolis/rotate", json!(null)).await.is(409);
    caller.ask("post", "/admin/keys/nobody/rotate", json!(null)).await.is(404);
    let said = caller.get("/admin/audit").await.is(200);
    assert!(said.to_string().contains("keys.rotated"), "{said}");
}

async fn a_list_as_long_as_a_command_takes_is_taken_here_too(db: Db) {
    let caller = Caller::new(db).await;
    let comment = "y".repeat(400);
    let lines: String =
        (0..6_000).map(|n| format!("d{n}.example,suspend,,,{comment},\n")).collect();
    assert!(lines.len() > 2_000_000);
    let csv = format!(
        "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n{lines}"
    );
    let path = "/admin/domain-lists/import";
    let report = caller.ask("post", path, json!({ "csv": csv, "dry_run": true })).await.is(200);
    assert_eq!(report["lines"].as_array().unwrap().len(), 6_000);
    let long = json!({ "csv": "x".repeat(5 * 1_048_576), "dry_run": true });
    caller.ask("post", path, long).await.is(422);
    let longer = json!({ "csv": "x".repeat(9 * 1_048_576), "dry_run": true });
    caller.ask("post", path, longer).await.is(413);
}

on_both_engines!(
    a_citymaker_is_made_described_and_suspended,
    a_note_is_written_changed_and_deleted,
    comments_are_listed_and_decided_on,
    complaints_messages_and_quotes_are_listed_and_settled,
    keys_are_listed_and_replaced,
    a_list_as_long_as_a_command_takes_is_taken_here_too,
);
