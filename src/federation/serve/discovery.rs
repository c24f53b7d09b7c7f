//! How others find us: WebFinger, host-meta, NodeInfo, the vocabulary.

use super::{Asked, Unanswered, activity_bytes};
use crate::{
    federation::{actor::page_of, catalogue, context::Federation, vocabulary},
    store::{
        StoreError,
        accounts::{self, AccountState},
        actors::LocalActor,
        cases,
    },
};
use activitypub_federation::fetch::webfinger::{WEBFINGER_CONTENT_TYPE, Webfinger, WebfingerLink};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

#[derive(Deserialize)]
pub struct Resource {
    resource: Option<String>,
}

/// `GET /.well-known/webfinger?resource=acct:…|https://…` (RFC 7033), tolerant of case.
pub async fn webfinger(
    State(federation): State<Federation>,
    Query(asked): Query<Resource>,
) -> Result<Response, Unanswered> {
    let resource = asked.resource.ok_or(Unanswered::BadRequest("resource is missing"))?;
    let actor = named(&federation, &resource).await?.ok_or(Unanswered::NotFound)?;
    let urls = &federation.state.urls;
    let subject = format!("acct:{}@{}", actor.handle, urls.host());
    let page = page_of(urls, &actor);
    let address = |text: &str| Url::parse(text).ok();
    let link = |rel: &str, kind: &str, href: &str| WebfingerLink {
        rel: Some(rel.to_owned()),
        kind: Some(kind.to_owned()),
        href: address(href),
        ..WebfingerLink::default()
    };
    let finger = Webfinger {
        subject,
        links: vec![
            link("http://webfinger.net/rel/profile-page", "text/html", &page),
            link("self", "application/activity+json", &actor.uri),
        ],
        aliases: [&actor.uri, &page].into_iter().filter_map(|text| address(text)).collect(),
        properties: Default::default(),
    };
    let mut finger = serde_json::to_value(finger).unwrap_or_default();
    without_nulls(&mut finger);
    let mut response = Json(finger).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, WEBFINGER_CONTENT_TYPE.clone());
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(response)
}

/// The framework writes absent members as null, which RFC 7033 does not know.
fn without_nulls(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(without_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(without_nulls),
        _ => {}
    }
}

async fn named(federation: &Federation, resource: &str) -> Result<Option<LocalActor>, StoreError> {
    let urls = &federation.state.urls;
    if resource.starts_with("http://") || resource.starts_with("https://") {
        return federation.actor_at(resource).await;
    }
    let bare = resource.strip_prefix("acct:").unwrap_or(resource).trim_start_matches('@');
    let (user, host) = match bare.rsplit_once('@') {
        Some(parts) => parts,
        None => (bare, urls.host()),
    };
    // Names without the port are asked for by servers that drop it.
    let own_name = urls.host().split(':').next().unwrap_or_default();
    if !host.eq_ignore_ascii_case(urls.host()) && !host.eq_ignore_ascii_case(own_name) {
        return Ok(None);
    }
    federation.actor_named(user).await
}

/// `GET /.well-known/host-meta` (RFC 6415), for servers that still ask.
pub async fn host_meta(State(federation): State<Federation>) -> Response {
    let template = federation.state.urls.absolute("/.well-known/webfinger?resource={uri}");
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <XRD xmlns=\"http://docs.oasis-open.org/ns/xri/xrd-1.0\">\
         <Link rel=\"lrdd\" type=\"application/jrd+json\" template=\"{template}\"/></XRD>\n"
    );
    ([(header::CONTENT_TYPE, "application/xrd+xml; charset=utf-8")], body).into_response()
}

const SCHEMA: &str = "http://nodeinfo.diaspora.software/ns/schema/";

/// `GET /.well-known/nodeinfo`; the application actor as FEP-2677 asks.
pub async fn node_info_index(State(federation): State<Federation>) -> Json<Value> {
    let urls = &federation.state.urls;
    let instance = &federation.actor(crate::store::actors::ActorKind::Instance).uri;
    Json(json!({
        "links": [
            { "rel": format!("{SCHEMA}2.0"), "href": urls.absolute("/nodeinfo/2.0") },
            { "rel": format!("{SCHEMA}2.1"), "href": urls.absolute("/nodeinfo/2.1") },
            {
                "rel": "https://www.w3.org/ns/activitystreams#Application",
                "href": instance,
                "type": "application/activity+json",
            },
        ]
    }))
}

/// `GET /nodeinfo/2.0`, `/nodeinfo/2.1`.
pub async fn node_info(
    State(federation): State<Federation>,
    Path(version): Path<String>,
) -> Result<Response, Unanswered> {
    if version != "2.0" && version != "2.1" {
        return Err(Unanswered::NotFound);
    }
    let mut tx = federation.state.db.read().await?;
    let (shown, own) = cases::count(&mut tx).await?;
    let people = accounts::count(&mut tx, Some(AccountState::Active)).await?;
    let config = &federation.state.config;
    let mut software = json!({ "name": "kontor", "version": env!("CARGO_PKG_VERSION") });
    // Known since 2.1.
    if version == "2.1"
        && let Some(source) = config.source_url()
    {
        software["repository"] = source.into();
    }
    let body = json!({
        "version": version,
        "software": software,
        "protocols": ["activitypub"],
        "services": { "inbound": [], "outbound": [] },
        "openRegistrations": config.accounts.registration.is_by_oneself(),
        "usage": { "users": { "total": people }, "localPosts": own },
        "metadata": {
            "nodeName": config.network_name(),
            "nodeDescription": config.network.description,
            "kontor": {
                "network": federation.network().uri,
                "cases": federation.feed().uri,
                "catalogue": catalogue::address(&federation.network().uri),
                "shownCases": shown,
            },
        },
    });
    let kind = format!("application/json; profile=\"{SCHEMA}{version}#\"; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], body.to_string()).into_response())
}

/// `GET /ns`: the vocabulary explained.
pub async fn namespace(Asked(headers): Asked) -> Response {
    let mut response = activity_bytes(&headers, vocabulary::namespace().to_string());
    let kind = HeaderValue::from_static("application/ld+json; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
