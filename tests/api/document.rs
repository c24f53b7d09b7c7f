//! The OpenAPI document, and what every route has in common.

use super::caller::Caller;
use crate::common::db::on_both_engines;
use axum::{body::Body, http::header};
use kontor::{api, app::access::revoke_token, store::Db};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn every_route_is_described_and_every_description_is_a_route() {
    let document = api::openapi::document();
    let mut described = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            described.insert((method.clone(), path.clone()));
        }
    }
    let routes: BTreeSet<_> = api::ROUTES
        .iter()
        .map(|(method, path)| ((*method).to_owned(), (*path).to_owned()))
        .collect();
    assert_eq!(routes.len(), api::ROUTES.len(), "a route stands twice in the table");
    assert_eq!(described, routes);
}

#[test]
fn the_document_is_openapi_3_1_and_refers_only_to_what_is_in_it() {
    let document = api::openapi::document();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."), "{}", document["openapi"]);
    assert_eq!(document["servers"][0]["url"], api::PREFIX);
    let mut ids = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for operation in methods.as_object().unwrap().values() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(ids.insert(id.to_owned()), "{id} twice");
            assert_eq!(operation["security"].is_array(), path.starts_with("/admin/"), "{path}");
            for name in path.split('/').filter_map(|part| part.strip_prefix('{')) {
                let name = name.trim_end_matches('}');
                let given = operation["parameters"].as_array().unwrap().iter();
                let named = given.filter(|p| p["in"] == "path" && p["name"] == name);
                assert_eq!(named.count(), 1, "{path} does not describe {name}");
            }
        }
    }
    let mut references = Vec::new();
    // The case schema is a resource of its own ($id): what it refers to lies within it.
    let mut own = document.clone();
    own["components"]["schemas"]["CaseStudy"] = json!({});
    gather(&own, &mut references);
    assert!(references.len() > 30, "{references:?}");
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
    let record = &document["components"]["schemas"]["CaseStudy"];
    assert_eq!(record["$id"], "kontor:case.schema.json");
}

fn gather(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get("$ref") {
                into.push(reference.clone());
            }
            map.values().for_each(|value| gather(value, into));
        }
        Value::Array(items) => items.iter().for_each(|value| gather(value, into)),
        _ => {}
    }
}

async fn nothing_under_admin_is_done_without_a_valid_token(db: Db) {
    let caller = Caller::new(db).await;
    for (method, path) in api::ROUTES {
        let path = path.replace("{key}", "x").replace("{id}", "x").replace("{host}", "x.example");
        let path = path.replace("{name}", "topics");
        let plain = caller.request(method, &path).body(Body::empty()).unwrap();
        let answer = caller.send(plain).await;
        if !path.starts_with("/admin/") {
            answer.is(if path == "/cases/x" { 404 } else { 200 });
            continue;
        }
        assert!(answer.headers.contains_key(header::WWW_AUTHENTICATE), "{method} {path}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(answer.is(401)["status"], 401);
        for wrong in ["Bearer kontor_no", "Bearer", "Basic eDp5", "Bearer \u{e9}"] {
            let request = caller.request(method, &path).header(header::AUTHORIZATION, wrong);
            caller.send(request.body(Body::empty()).unwrap()).await.is(401);
        }
    }
    caller.get("/admin/actors").await.is(200);
    let mut tx = caller.state.db.read().await.unwrap();
    let id = kontor::store::tokens::all(&mut tx).await.unwrap().remove(0).id;
    drop(tx);
    revoke_token(&caller.state.db, &id, super::caller::NOW).await.unwrap();
    let answer = caller.get("/admin/actors").await;
    let challenge = answer.headers[header::WWW_AUTHENTICATE].to_str().unwrap().to_owned();
    assert!(challenge.contains("invalid_token"), "{challenge}");
    assert!(!answer.is(401).to_string().contains("kontor_"));
}

async fn what_cannot_be_read_is_refused_with_its_reason(db: Db) {
    let caller = Caller::new(db).await;
    let follows = "/admin/follows";
    let ask = async |kind: &str, body: String| {
        let answer = caller.ask_with("post", follows, kind, body).await;
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
        let status = answer.status.as_u16();
        assert_eq!(answer.json["status"], status);
        (status, answer.json["detail"].as_str().unwrap().to_owned())
    };
    let good = r#"{"target":"a.example"}"#;
    assert_eq!(ask("text/plain", good.into()).await.0, 415);
    assert_eq!(ask("application/json", "{".into()).await.0, 400);
    let deep = format!("{}1{}", "[".repeat(9_999), "]".repeat(9_999));
    assert_eq!(ask("application/json", deep).await.0, 422);
    let (status, detail) = ask("application/json", r#"{"target":"a.b","x":1}"#.into()).await;
    assert_eq!((status, detail.contains("unknown field `x`")), (422, true), "{detail}");
    assert_eq!(ask("application/json", " ".repeat(1_048_577)).await.0, 413);
    let chunk = |_| Ok::<_, std::io::Error>("x".repeat(700_000));
    let chunks = futures_util::stream::iter((0..2).map(chunk));
    let request = caller
        .request("post", follows)
        .header(header::AUTHORIZATION, format!("Bearer {}", caller.token))
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from_stream(chunks));
    caller.send(request.unwrap()).await.is(413);
    caller.get("/admin/audit?limt=1").await.is(422);
    caller.get("/admin/audit?limit=x").await.is(422);
    caller.get("/admin/cases?before=x").await.is(422);
    caller.get("/admin/cases?state=lost").await.is(422);
    caller.get("/admin/nothing").await.is(404);
    caller.ask("patch", "/admin/cases", json!({})).await.is(405);
    caller.ask("post", "/admin/cases/none/publish", json!({})).await.is(404);
}

on_both_engines!(
    nothing_under_admin_is_done_without_a_valid_token,
    what_cannot_be_read_is_refused_with_its_reason,
);
