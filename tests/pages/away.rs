//! Following and answering from one's own server, with servers of the other side that answer well,
//! badly, or not at all.

use axum::{
    Router,
    extract::{Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;
use std::collections::HashMap;
use tokio::net::TcpListener;

use super::{
    checks,
    samples::samples,
    story::{Seen, Visitor},
};
use crate::instance::{Engine, Instance, on_each_engine};

on_each_engine!(
    a_follower_is_sent_to_their_own_server,
    a_case_is_answered_from_the_readers_own_server,
    a_server_that_would_send_its_people_elsewhere_is_not_believed,
    what_cannot_be_reached_says_so_and_gives_the_address_to_paste,
    a_form_on_another_site_sends_nobody_away,
    nobody_knocks_at_strangers_doors_through_us_without_end,
);

/// What a server answers to WebFinger: the links, for `acct:` and `https:` resources alike.
#[derive(Clone)]
struct Links(Vec<serde_json::Value>);

async fn finger(
    State(links): State<Links>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let resource = &query["resource"];
    // As Mastodon: its own actor and its people, nothing else.
    if resource.starts_with("https://") || links.0.is_empty() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let body = json!({ "subject": resource, "links": links.0 }).to_string();
    ([(header::CONTENT_TYPE, "application/jrd+json")], body).into_response()
}

/// A server on loopback whose links are made of its own address.
async fn server(links: impl FnOnce(&str) -> Vec<serde_json::Value>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let links = Links(links(&host));
    let router = Router::new().route("/.well-known/webfinger", get(finger)).with_state(links);
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    host
}

fn subscribe(template: String) -> serde_json::Value {
    json!({ "rel": "http://ostatus.org/schema/1.0/subscribe", "template": template })
}

async fn post(visitor: &Visitor, site: &Instance, fields: &[(&str, &str)]) -> Seen {
    post_from(visitor, site, fields, Some("same-origin")).await
}

async fn post_from(
    visitor: &Visitor,
    site: &Instance,
    fields: &[(&str, &str)],
    from: Option<&str>,
) -> Seen {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    let mut request = visitor
        .0
        .post(format!("{}/follow", site.origin()))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept-language", "en")
        .body(form.finish());
    if let Some(from) = from {
        request = request.header("sec-fetch-site", from);
    }
    Seen::of(request.send().await.unwrap()).await
}

async fn a_follower_is_sent_to_their_own_server(engine: Engine) {
    let site = Instance::start(engine, "metropolis").await;
    let visitor = Visitor::new();
    let home =
        server(|host| vec![subscribe(format!("http://{host}/authorize_interaction?uri={{uri}}"))])
            .await;
    let handle = format!("metropolis@{}", site.host());
    let form = visitor.get(&site, &format!("/follow?actor={handle}")).await;
    checks::page("follow", &form.body);
    assert!(form.body.contains(&format!("<span class=\"handle\" dir=\"ltr\">@{handle}</span>")));
    assert!(form.header("content-security-policy").contains("form-action 'self' https:"));
    for typed in
        [home.clone(), format!("me@{home}"), format!("@me@{home}"), format!("http://{home}/@me")]
    {
        let seen = post(&visitor, &site, &[("actor", &handle), ("server", &typed)]).await;
        assert_eq!(seen.status, 303, "{typed}: {}", seen.body);
        let uri: String =
            url::form_urlencoded::byte_serialize(format!("@{handle}").as_bytes()).collect();
        assert_eq!(
            seen.header("location"),
            format!("http://{home}/authorize_interaction?uri={uri}")
        );
        assert_eq!(seen.header("referrer-policy"), "no-referrer");
        assert!(seen.header("set-cookie").is_empty());
    }
    let open = visitor.get(&site, "/follow").await;
    checks::page("what can be followed", &open.body);
    assert!(open.body.contains(&format!("@cases@{}", site.host())));
    for odd in ["x", "%3Cb%3E@x.example", "a@b/c", "@", "a%20b@c"] {
        assert_eq!(visitor.get(&site, &format!("/follow?actor={odd}")).await.status, 404, "{odd}");
    }
    site.stop().await;
}

async fn a_case_is_answered_from_the_readers_own_server(engine: Engine) {
    let site = Instance::start(engine, "metropolis").await;
    let visitor = Visitor::new();
    site.import([samples().remove(0)]).await;
    let stored = site.shown().await.remove(0);
    let home = server(|host| {
        vec![
            subscribe(format!("http://{host}/open?uri={{uri}}")),
            json!({ "rel": "https://w3id.org/fep/3b86/Like", "template": format!("http://{host}/like?id={{object}}") }),
        ]
    })
    .await;
    let page = visitor.get(&site, &format!("/cases/{}", stored.page)).await.body;
    assert!(page.contains(&format!("href=\"/follow?case={}\"", stored.page)));
    let form = visitor.get(&site, &format!("/follow?case={}", stored.page)).await;
    checks::page("interact", &form.body);
    assert!(form.body.contains(&stored.uri));
    let uri: String = url::form_urlencoded::byte_serialize(stored.uri.as_bytes()).collect();
    for (what, path) in [("reply", "open?uri"), ("share", "open?uri"), ("like", "like?id")] {
        let fields = [("case", stored.page.as_str()), ("server", &home), ("do", what)];
        let seen = post(&visitor, &site, &fields).await;
        assert_eq!(seen.header("location"), format!("http://{home}/{path}={uri}"), "{what}");
    }
    let gone = post(&visitor, &site, &[("case", "nothing"), ("server", &home)]).await;
    assert_eq!(gone.status, 404);
    site.withdraw(&stored.case.id).await;
    let gone = post(&visitor, &site, &[("case", &stored.page), ("server", &home)]).await;
    assert_eq!(gone.status, 410);
    site.stop().await;
}

async fn a_server_that_would_send_its_people_elsewhere_is_not_believed(engine: Engine) {
    let site = Instance::start(engine, "metropolis").await;
    let visitor = Visitor::new();
    let handle = format!("metropolis@{}", site.host());
    for hostile in [
        "javascript:alert('{uri}')",
        "https://evil.example/{uri}",
        "//evil.example/{uri}",
        "data:text/html,{uri}",
        "https://HOST@evil.example/{uri}",
        "https://{uri}.evil.example/",
    ] {
        let home = server(|host| vec![subscribe(hostile.replace("HOST", host))]).await;
        let seen = post(&visitor, &site, &[("actor", &handle), ("server", &home)]).await;
        assert_eq!((seen.status, seen.header("location")), (422, ""), "{hostile}");
        assert!(seen.body.contains("would send you to another site"), "{hostile}");
        assert!(!seen.body.contains("evil.example") && !seen.body.contains("javascript:"));
    }
    site.stop().await;
}

async fn what_cannot_be_reached_says_so_and_gives_the_address_to_paste(engine: Engine) {
    let site = Instance::start(engine, "metropolis").await;
    let visitor = Visitor::new();
    let handle = format!("metropolis@{}", site.host());
    let unused = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().to_string();
    let mute = server(|_| Vec::new()).await;
    let other = server(|_| vec![json!({ "rel": "self", "href": "https://x.example/" })]).await;
    for (typed, said, pasted) in [
        (unused.as_str(), "does not answer at the moment", true),
        (mute.as_str(), "does not say where its people confirm this", true),
        (other.as_str(), "does not say where its people confirm this", true),
        ("not a server", "This is not the name of a server", false),
        ("", "This is not the name of a server", false),
        // Loopback instances speak to loopback alone, public ones never to inside addresses.
        ("169.254.169.254", "This is not the name of a server", false),
        ("\"><script>", "This is not the name of a server", false),
    ] {
        let seen = post(&visitor, &site, &[("actor", &handle), ("server", typed)]).await;
        assert_eq!(seen.status, 422, "{typed}");
        checks::page(typed, &seen.body);
        assert!(seen.body.contains(said), "{typed}: {}", seen.body);
        assert_eq!(seen.body.contains(&format!("Copy @{handle} into")), pasted, "{typed}");
    }
    site.stop().await;
}

async fn a_form_on_another_site_sends_nobody_away(engine: Engine) {
    let site = Instance::start(engine, "metropolis").await;
    let visitor = Visitor::new();
    let handle = format!("metropolis@{}", site.host());
    let home = server(|host| vec![subscribe(format!("http://{host}/{{uri}}"))]).await;
    let fields = [("actor", handle.as_str()), ("server", home.as_str())];
    for from in ["cross-site", "same-site"] {
        let seen = post_from(&visitor, &site, &fields, Some(from)).await;
        assert_eq!((seen.status, seen.header("location")), (200, ""), "{from}");
        assert!(seen.body.contains(&format!("value=\"{home}\"")), "what was typed stays");
    }
    assert_eq!(post_from(&visitor, &site, &fields, None).await.status, 303);
    site.stop().await;
}

async fn nobody_knocks_at_strangers_doors_through_us_without_end(engine: Engine) {
    let site = Instance::start(engine, "metropolis").await;
    let visitor = Visitor::new();
    let handle = format!("metropolis@{}", site.host());
    let mut turned = 0;
    for _ in 0..14 {
        let seen = post(&visitor, &site, &[("actor", &handle), ("server", "no server")]).await;
        turned += usize::from(seen.status == 429);
    }
    assert!(turned >= 3, "{turned}");
    assert_eq!(visitor.get(&site, "/follow").await.status, 200);
    site.stop().await;
}
