//! What people come for, done with the keys alone, with scripts and without.

use std::collections::HashMap;

use axum::{
    Json, Router,
    extract::{Query, State},
    response::Html,
    routing::get,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::{
    scene::Scene,
    tools::{faults, none},
};

/// The visitor's own server: it says where a follow is confirmed, and has that page.
async fn home() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let finger = async |State(origin): State<String>,
                        Query(query): Query<HashMap<String, String>>| {
        let template = format!("{origin}/authorize_interaction?uri={{uri}}");
        let rel = "http://ostatus.org/schema/1.0/subscribe";
        Json(json!({
            "subject": query["resource"],
            "links": [{ "rel": rel, "template": template }],
        }))
    };
    let router = Router::new()
        .route("/.well-known/webfinger", get(finger))
        .route("/authorize_interaction", get(async || Html("<title>Follow?</title><h1>Follow?")))
        .with_state(origin.clone());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    origin
}

async fn travelled(way: &str) {
    let (scene, home) = (Scene::new().await, home().await);
    // Both directions of writing, a telephone, and with and without scripts.
    let journeys: Vec<Value> =
        [("en", 1280, true), ("en", 1280, false), ("ar", 1280, false), ("zh", 360, false)]
            .map(|(lang, width, scripts)| {
                json!({ "way": way, "lang": lang, "width": width, "scripts": scripts })
            })
            .into();
    let told = json!({ "origin": scene.instance.origin(), "home": home, "journeys": journeys });
    none(faults("journeys.mjs", &told).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_is_found_narrowed_down_read_and_cited_with_keys_alone() {
    travelled("cite").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_city_is_followed_from_the_visitors_own_server_with_keys_alone() {
    travelled("follow").await;
}
