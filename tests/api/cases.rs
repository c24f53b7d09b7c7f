//! Cases through the API: put in, published, revised, withdrawn, read by everybody.

use super::caller::{Caller, NOW, publishable};
use crate::common::{db::on_both_engines, invalid_records, sample_records};
use axum::{body::Body, http::header};
use kontor::store::{Db, events};
use serde_json::{Value, json};

async fn events_of(caller: &Caller) -> Vec<&'static str> {
    let mut tx = caller.state.db.read().await.unwrap();
    let logged = events::after(&mut tx, 0, 1_000).await.unwrap();
    logged.into_iter().map(|logged| logged.event.kind()).collect()
}

async fn a_case_is_published_revised_and_withdrawn(db: Db) {
    let caller = Caller::new(db).await;
    let mut record = publishable(1).remove(0);
    let key = record["id"].as_str().unwrap().to_owned();
    let answer = caller.ask("post", "/admin/cases", record.clone()).await;
    let place = answer.headers[header::LOCATION].to_str().unwrap().to_owned();
    let made = answer.is(201);
    let id = made["id"].as_str().unwrap();
    assert_eq!(place, format!("https://metropolis.example/api/v1/admin/cases/{id}"));
    assert_eq!(made["uri"], format!("https://metropolis.example/o/{id}"));
    assert_eq!((&made["key"], &made["state"]), (&record["id"], &json!("published")));
    caller.ask("post", "/admin/cases", record.clone()).await.is(409);

    // By either name; and the record is whole.
    let shown = caller.get(&format!("/admin/cases/{id}")).await.is(200);
    assert_eq!(shown, caller.get(&format!("/admin/cases/{key}")).await.is(200));
    assert_eq!(shown["record"]["contacts"], record["contacts"]);

    caller.state.clock.advance(60_000);
    record["title"] = "A title that was bettered".into();
    let revised = caller.ask("put", &format!("/admin/cases/{key}"), record.clone()).await.is(200);
    assert_eq!(revised["title"], record["title"]);
    assert_eq!(revised["revision"], made["revision"].as_i64().unwrap() + 1);
    assert_eq!((&revised["uri"], &revised["published"]), (&made["uri"], &made["published"]));
    let revisions = format!("/admin/cases/{key}/revisions");
    assert_eq!(caller.all(&revisions, "before", "updated").await.len(), 2);

    let mut other = record.clone();
    other["id"] = "another-id".into();
    let refused = caller.ask("put", &format!("/admin/cases/{key}"), other).await.is(422);
    assert_eq!(refused["errors"][0]["path"], "id");

    caller.state.clock.advance(60_000);
    let withdraw = format!("/admin/cases/{key}/withdraw");
    let refused = caller.ask("post", &withdraw, json!({ "reason": " \n" })).await.is(422);
    assert_eq!(refused["errors"][0]["path"], "reason");
    let withdrawn = caller.ask("post", &withdraw, json!({ "reason": "figures" })).await.is(200);
    assert_eq!(withdrawn["state"], "withdrawn");
    assert_eq!(withdrawn["withdrawn"]["reason"], "figures");
    caller.ask("post", &withdraw, json!({ "reason": "figures" })).await.is(409);
    caller.ask("put", &format!("/admin/cases/{key}"), record).await.is(409);
    assert_eq!(caller.get("/cases").await.is(200)["totalItems"], 0);

    caller.state.clock.advance(60_000);
    // Published again, it is another object: the first one stays a Tombstone.
    let again = caller.ask("post", &format!("/admin/cases/{key}/publish"), json!(null)).await;
    assert_ne!(again.is(200)["uri"], made["uri"]);
    let told = ["case-published", "case-revised", "case-withdrawn", "case-published"];
    assert_eq!(events_of(&caller).await.len(), told.len());
    let acts = caller.all("/admin/audit", "before", "what").await;
    let cases: Vec<_> = acts.iter().filter(|what| what.starts_with("case.")).collect();
    assert_eq!(cases, ["case.published", "case.withdrawn", "case.revised", "case.published"]);
    let act = &caller.get("/admin/audit?limit=1").await.is(200)["items"][0];
    assert_eq!(act["who"], "token test");
}

async fn a_refused_record_names_its_fields_and_leaves_nothing(db: Db) {
    let caller = Caller::new(db).await;
    for invalid in invalid_records() {
        let refused = caller.ask("post", "/admin/cases", invalid["case"].clone()).await.is(422);
        let errors = refused["errors"].as_array().unwrap();
        assert!(!errors.is_empty(), "{refused}");
        assert!(errors.iter().all(|error| error["message"].is_string() && error["code"] != ""));
    }
    caller.ask("post", "/admin/cases", json!("text")).await.is(422);
    assert_eq!(caller.get("/admin/cases").await.is(200)["totalItems"], 0);
    assert!(events_of(&caller).await.is_empty());
}

async fn many_records_go_in_once_and_a_dry_run_leaves_nothing(db: Db) {
    let caller = Caller::new(db).await;
    let records = sample_records();
    let lines: Vec<String> = records[..20].iter().map(Value::to_string).collect();
    let body = format!("{}\n\n{{\n{}\n", lines.join("\n"), json!({ "id": "no-case" }));
    let kind = "application/x-ndjson";
    let import = async |query: &str| {
        let path = format!("/admin/import{query}");
        caller.ask_with("post", &path, kind, body.clone()).await.is(200)
    };
    let dry = import("?dry_run=true").await;
    assert_eq!((&dry["read"], &dry["refused"]), (&json!(22), &json!(2)));
    assert_eq!(caller.get("/admin/cases").await.is(200)["totalItems"], 0);
    let first = import("").await;
    for count in ["published", "stored", "withdrawn", "left", "refused"] {
        assert_eq!(first[count], dry[count], "{count}");
    }
    assert_eq!(first["lines"][20]["line"], 22);
    assert_eq!(first["lines"][21]["key"], "no-case");
    assert!(first["lines"][21]["errors"].as_array().unwrap().len() > 5);
    let second = import("").await;
    assert_eq!(second["left"], 20, "{second}");
    assert_eq!(caller.all("/admin/cases", "before", "key").await.len(), 20);
    let drafts = caller.all("/admin/cases?state=draft", "before", "state").await;
    assert!(drafts.iter().all(|state| state == "draft"));
    let plain = caller.ask_with("post", "/admin/import", "application/json", body.clone()).await;
    plain.is(415);
}

async fn everybody_may_search_and_sees_no_mail_address(db: Db) {
    let caller = Caller::new(db).await;
    for mut record in publishable(7) {
        record["contacts"] = json!([{ "role": "press", "email": "ana@city.example" }]);
        caller.ask("post", "/admin/cases", record).await.is(201);
    }
    let read = async |path: &str| {
        let request = caller.request("get", path).body(Body::empty()).unwrap();
        let answer = caller.send(request).await;
        assert_eq!(answer.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{path}");
        answer.is(200)
    };
    let page = read("/cases?limit=5").await;
    assert_eq!((page["items"].as_array().unwrap().len(), &page["totalItems"]), (5, &json!(7)));
    assert!(!page.to_string().contains("ana@"), "{page}");
    let next = page["next"].as_str().unwrap();
    let rest = read(&format!("/cases?limit=5&after={next}")).await;
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next"]), (2, &Value::Null));
    let first = &page["items"][0];
    assert_eq!((&first["local"], &first["host"]), (&json!(true), &json!("metropolis.example")));
    let country = first["record"]["cities"][0]["country"].as_str().unwrap();
    let narrow = read(&format!("/cases?country={country}")).await;
    let facets = read("/cases/facets").await;
    let counted = facets["country"].as_array().unwrap().iter();
    let counted = counted.clone().find(|entry| entry["value"] == country).unwrap();
    assert_eq!(counted["count"], narrow["totalItems"]);
    assert_eq!(read("/cases?limit=0&colour=red").await["items"].as_array().unwrap().len(), 1);
    assert_eq!(read("/openapi.json").await["info"]["title"], "Kontor");
    assert_eq!(caller.state.clock.now_ms(), NOW);
}

async fn a_case_is_seen_as_other_servers_will_show_it(db: Db) {
    let caller = Caller::new(db).await;
    let mut record = publishable(1).remove(0);
    record["title"] = json!("Trams for all. ".repeat(12).trim());
    let id = record["id"].as_str().unwrap().to_owned();
    caller.ask("post", "/admin/cases", record).await.is(201);
    let path = format!("/admin/cases/{id}/preview");
    let whole = caller.ask("get", &path, Value::Null).await.is(200);
    let views = whole["views"].as_array().unwrap();
    let names: Vec<_> = views.iter().map(|view| view["software"].as_str().unwrap()).collect();
    assert_eq!(names, ["mastodon", "gotosocial", "lemmy", "friendica", "kontor"]);
    assert!(views[0]["heading"].as_str().unwrap().starts_with("Trams for all."));
    assert_eq!(views[0]["warning"], Value::Null);
    assert!(views[1]["warning"].is_string(), "{whole}");
    let traps = whole["traps"].as_array().unwrap();
    assert!(traps.iter().any(|trap| trap["code"] == "title_cut"), "{whole}");
    let one = caller.ask("get", &format!("{path}?as=lemmy"), Value::Null).await.is(200);
    assert_eq!(one["views"].as_array().unwrap().len(), 1);
    caller.ask("get", &format!("{path}?as=myspace"), Value::Null).await.is(422);
    caller.ask("get", "/admin/cases/nothing/preview", Value::Null).await.is(404);
}

on_both_engines!(
    a_case_is_published_revised_and_withdrawn,
    a_case_is_seen_as_other_servers_will_show_it,
    a_refused_record_names_its_fields_and_leaves_nothing,
    many_records_go_in_once_and_a_dry_run_leaves_nothing,
    everybody_may_search_and_sees_no_mail_address,
);
