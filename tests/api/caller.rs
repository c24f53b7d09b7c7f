//! An instance to be asked, and somebody who asks.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use kontor::{
    api,
    app::{access::make_token, instance},
    clock::Clock,
    config::Config,
    i18n::Texts,
    state::{State, Wake},
    store::{Db, actors::LocalActor},
    urls::Urls,
};
use serde_json::Value;
use std::sync::Arc;
use tower::ServiceExt;

/// 1 March 2026, 09:30 UTC.
pub const NOW: i64 = 1_772_357_400_000;

pub struct Caller {
    pub router: Router,
    pub state: State,
    pub token: String,
    pub actors: Vec<LocalActor>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub json: Value,
}

impl Answer {
    /// The body, when the status is the expected one.
    #[track_caller]
    pub fn is(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.json);
        self.json
    }
}

impl Caller {
    pub async fn new(db: Db) -> Self {
        let urls = Urls::new("https://metropolis.example");
        let plan = instance::Plan {
            urls: urls.clone(),
            slug: "metropolis".into(),
            name: "Metropolis".into(),
            description: "Cities of the world".into(),
        };
        let keys = || instance::Keys { private: "private".into(), public: "public".into() };
        let actors = instance::prepare(&db, &plan, NOW, keys).await.unwrap();
        let token = make_token(&db, "test", NOW).await.unwrap();
        let state = State {
            db,
            config: Arc::new(Config::default()),
            urls,
            clock: Clock::fixed(NOW),
            texts: Arc::new(Texts::embedded()),
            wake: Arc::new(Wake::default()),
            pages: Arc::default(),
            compose: kontor::federation::outbox::compose,
            doorbell: Arc::default(),
            organisation: Arc::default(),
            scout: Arc::default(),
            loading: Arc::default(),
            vault: Arc::new(kontor::media::Vault::of(&Config::default())),
        };
        let router = Router::new().nest(api::PREFIX, api::routes()).with_state(state.clone());
        Caller { router, state, token, actors }
    }

    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
        Request::builder().method(method).uri(format!("{}{path}", api::PREFIX))
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let json = match bytes.is_empty() {
            true => Value::Null,
            false => serde_json::from_slice(&bytes)
                .unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(&bytes))),
        };
        Answer { status, headers, json }
    }

    pub async fn get(&self, path: &str) -> Answer {
        let bearer = format!("Bearer {}", self.token);
        let request = self.request("get", path).header(header::AUTHORIZATION, bearer);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Any other method, with a JSON body.
    pub async fn ask(&self, method: &str, path: &str, body: Value) -> Answer {
        self.ask_with(method, path, "application/json", body.to_string()).await
    }

    pub async fn ask_with(&self, method: &str, path: &str, kind: &str, body: String) -> Answer {
        let request = self
            .request(method, path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, kind);
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Reads a list to its end and returns what `field` says of every entry.
    pub async fn all(&self, path: &str, cursor: &str, field: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut next: Option<String> = None;
        loop {
            let join = if path.contains('?') { '&' } else { '?' };
            let more = next.map_or(String::new(), |next| {
                let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
                format!("&{cursor}={next}")
            });
            let page = self.get(&format!("{path}{join}limit=2{more}")).await.is(200);
            let items = page["items"].as_array().unwrap();
            assert!(items.len() <= 2, "{page}");
            found.extend(items.iter().map(|item| item[field].as_str().unwrap().to_owned()));
            next = page["next"].as_str().map(str::to_owned);
            if next.is_none() {
                assert_eq!(page["totalItems"], found.len(), "{path}");
                return found;
            }
        }
    }
}

/// Sample records that may be published.
pub fn publishable(count: usize) -> Vec<Value> {
    use kontor::domain::case_study::parse;
    let fit = |record: &Value| {
        parse(record).is_ok_and(|case| case.publish_problems().is_empty())
            && record["editorial"]["state"] == "published"
    };
    crate::common::sample_records().into_iter().filter(fit).take(count).collect()
}
