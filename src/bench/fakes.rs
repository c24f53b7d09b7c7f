//! Other servers, as far as a measurement needs them: actor documents with real keys, inboxes
//! that take everything and note when, and inboxes that never answer.

use std::{
    future::pending,
    net::Ipv4Addr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::json;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::Result;

/// One listening fake server.
pub struct Fake {
    pub port: u16,
}

/// When deliveries came.
pub type Arrivals = Arc<Mutex<Vec<Instant>>>;

#[derive(Clone)]
struct Documents {
    origin: String,
    public_key: Arc<str>,
}

/// A server whose actors `/a/0`, `/a/1` … share one key.
pub async fn with_actors(public_key: &str) -> Result<Fake> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let port = listener.local_addr()?.port();
    let origin = format!("http://localhost:{port}");
    let documents = Documents { origin, public_key: public_key.into() };
    let router = Router::new().route("/a/{number}", get(actor)).with_state(documents);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(Fake { port })
}

async fn actor(State(documents): State<Documents>, Path(number): Path<String>) -> Response {
    let id = format!("{}/a/{number}", documents.origin);
    let actor = json!({
        "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
        "id": id,
        "type": "Organization",
        "preferredUsername": format!("actor{number}"),
        "inbox": format!("{id}/inbox"),
        "outbox": format!("{id}/outbox"),
        "publicKey": {
            "id": format!("{id}#main-key"),
            "owner": id,
            "publicKeyPem": &*documents.public_key,
        },
    });
    ([(header::CONTENT_TYPE, "application/activity+json")], actor.to_string()).into_response()
}

/// A server that takes every delivery and notes when it came, until it dies.
pub struct Taking {
    pub port: u16,
    open: CancellationToken,
    hangs: Arc<AtomicBool>,
}

impl Taking {
    /// From now on its port is closed, as of a server that was switched off.
    pub fn close(&self) {
        self.open.cancel();
    }

    /// From now on it takes requests and never answers one.
    pub fn hang(&self) {
        self.hangs.store(true, Ordering::Relaxed);
    }
}

pub async fn taking(arrivals: Arrivals) -> Result<Taking> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let port = listener.local_addr()?.port();
    let (open, hangs) = (CancellationToken::new(), Arc::new(AtomicBool::new(false)));
    let state = (arrivals, hangs.clone());
    let router = Router::new().route("/inbox/{number}", post(take)).with_state(state);
    let closed = open.clone().cancelled_owned();
    tokio::spawn(async move { axum::serve(listener, router).with_graceful_shutdown(closed).await });
    Ok(Taking { port, open, hangs })
}

async fn take(
    State((arrivals, hangs)): State<(Arrivals, Arc<AtomicBool>)>,
    body: Body,
) -> StatusCode {
    if hangs.load(Ordering::Relaxed) {
        pending::<()>().await;
    }
    if axum::body::to_bytes(body, 1 << 21).await.is_err() {
        return StatusCode::BAD_REQUEST;
    }
    arrivals.lock().expect("nobody panics while holding it").push(Instant::now());
    StatusCode::ACCEPTED
}

/// A server that accepts connections and never answers.
pub async fn hanging() -> Result<Fake> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let port = listener.local_addr()?.port();
    tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((stream, _)) = listener.accept().await {
            held.push(stream);
        }
    });
    Ok(Fake { port })
}
