//! What is told to whom: caches do not mix up pages and objects, what is hidden cannot be told from
//! what never was, and hostile words harm nobody who reads them here.

use crate::{
    common::sample_records,
    fake::Fake,
    governing::stand,
    instance::{Engine, Instance, on_each_engine},
};
use kontor::{
    app::{
        access::{self, Who},
        person,
    },
    domain::{
        case_study::{CaseStudy, parse},
        network::PeerStanding,
        vocabulary::EditorialState,
    },
};
use reqwest::header::{HeaderMap, HeaderValue};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

on_each_engine!(
    one_address_with_two_answers_tells_caches_so,
    what_is_hidden_answers_like_what_never_was,
    hostile_words_are_harmless_wherever_they_are_shown,
);

const AP: &str = "application/activity+json";

fn case(at: usize) -> CaseStudy {
    parse(&sample_records()[at]).unwrap()
}

/// One answer, as a cache sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl Seen {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// All values of `Vary`, in lower case.
    fn varies_by(&self, name: &str) -> bool {
        let all = self.headers.get_all("vary").iter();
        let mut names = all.flat_map(|value| value.to_str().unwrap().split(','));
        names.any(|known| known.trim().eq_ignore_ascii_case(name))
    }
}

async fn get(url: &str, headers: &[(&'static str, &str)]) -> Seen {
    let policy = reqwest::redirect::Policy::none();
    #[allow(clippy::disallowed_methods, reason = "plays a reader")]
    let http = reqwest::Client::builder().no_proxy().redirect(policy).build().unwrap();
    let mut request = http.get(url);
    for (name, value) in headers {
        request = request.header(*name, HeaderValue::from_str(value).unwrap());
    }
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Seen { status, headers, body: response.text().await.unwrap() }
}

async fn one_address_with_two_answers_tells_caches_so(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let origin = instance.origin().to_owned();
    let here = instance.publish(case(0)).await;
    let gone = instance.publish(case(1)).await;
    instance.withdraw(&gone.case.id).await;
    instance.rests().await;
    let page = instance.state.urls.case_page(&here.page);
    let addresses = [
        format!("{origin}/"),
        format!("{origin}/cases"),
        page.clone(),
        here.uri.clone(),
        format!("{origin}/@metropolis"),
        format!("{origin}/networks/metropolis"),
        instance.network().to_owned(),
        instance.state.urls.case_page(&gone.page),
        gone.uri.clone(),
        format!("{origin}/cases/never-was"),
        format!("{origin}/o/01ARZ3NDEKTSV4RRFFQ69G5FAV"),
        format!("{origin}/a/01ARZ3NDEKTSV4RRFFQ69G5FAV"),
        format!("{origin}/@nobody"),
    ];
    for address in &addresses {
        let (html, object) =
            (get(address, &[("accept", "text/html")]).await, get(address, &[("accept", AP)]).await);
        for seen in [&html, &object] {
            assert!(seen.varies_by("accept"), "{address}: {seen:?}");
        }
        let tags = [html.header("etag"), object.header("etag")];
        let same = html.body == object.body;
        assert!(tags[0].is_empty() || tags[0] != tags[1] || same, "{address}: {tags:?}");
        // What a cache holds of one kind is no excuse to withhold the other.
        for (accept, tag, other) in [(AP, tags[0], &object), ("text/html", tags[1], &html)] {
            if !tag.is_empty() && !same {
                let asked = get(address, &[("accept", accept), ("if-none-match", tag)]).await;
                assert_eq!(asked.status, other.status, "{address} {accept}");
            }
        }
        // Nothing that a visitor can put into a header gets into what others are shown.
        let strange = [
            ("accept", "text/html"),
            ("x-forwarded-host", "evil.example"),
            ("x-forwarded-proto", "gopher"),
            ("x-original-url", "/evil"),
            ("forwarded", "host=evil.example"),
            ("x-http-method-override", "DELETE"),
        ];
        for accept in ["text/html", AP] {
            let mut headers = strange;
            headers[0].1 = accept;
            let seen = get(address, &headers).await;
            assert!(!format!("{seen:?}").contains("evil"), "{address}: {seen:?}");
            assert!(!seen.body.contains("gopher"), "{address}");
        }
    }
    let object = get(&page, &[("accept", AP)]).await;
    assert!(object.header("content-type").starts_with(AP), "{object:?}");
    assert!(get(&page, &[("accept", "text/html")]).await.header("content-type").contains("html"));

    // Answers to those who sign are theirs alone, whatever they are.
    let careful = Instance::start_with(engine, "eurocities", |config| {
        config.federation.authorized_fetch = true;
    })
    .await;
    let here = careful.publish(case(2)).await;
    careful.rests().await;
    for address in
        [careful.network().to_owned(), here.uri.clone(), careful.state.urls.case_page(&here.page)]
    {
        let seen = get(&address, &[("accept", AP)]).await;
        assert_eq!(seen.status, 401, "{address}");
        assert!(seen.header("cache-control").contains("private"), "{address}: {seen:?}");
        assert!(seen.varies_by("signature") && seen.varies_by("accept"), "{address}: {seen:?}");
    }
}

/// What differs from one request to the next anyway.
fn plain(mut seen: Seen, address: &str) -> Seen {
    for name in ["date", "x-request-id", "content-length", "etag"] {
        seen.headers.remove(name);
    }
    // A page says its own address, also as the place to come back to after signing in.
    let path = address.rsplit('/').next().unwrap();
    let escaped: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
    seen.body = seen.body.replace(path, "IT").replace(&escaped, "IT");
    seen
}

async fn what_is_hidden_answers_like_what_never_was(engine: Engine) {
    let instance = Instance::start_with(engine, "metropolis", |config| {
        config.limits.page_requests_per_address_per_minute = 1_000_000;
    })
    .await;
    let origin = instance.origin().to_owned();
    let stranger = Fake::start().await;
    let article = stranger.article("eve", &case(4), instance.now());
    let create = stranger.activity("Create", "1", "eve", article.clone());
    assert_eq!(stranger.send(&origin, "eve", &create, instance.now()).await, 202);
    let mut draft = case(5);
    draft.editorial.state = EditorialState::Draft;
    instance.import([draft.clone()]).await;
    instance.rests().await;
    let waiting = instance.case(article["id"].as_str().unwrap()).await.unwrap();
    assert!(!waiting.is_shown());
    let draft = instance.own(&draft.id).await;
    assert!(!draft.is_shown());

    let urls = &instance.state.urls;
    let api = |name: &str| format!("{origin}/api/v1/cases/{name}");
    let last = |uri: &str| uri.rsplit('/').next().unwrap().to_owned();
    let pairs = [
        (urls.case_page(&draft.page), urls.case_page("never-was-there")),
        (urls.case_page(&waiting.page), urls.case_page(&format!("never@{}", stranger.host))),
        (draft.uri.clone(), urls.object("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
        (
            format!("{}/replies", draft.uri),
            format!("{}/replies", urls.object("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
        ),
        (
            format!("{}/likes", draft.uri),
            format!("{}/likes", urls.object("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
        ),
        (api(&draft.case.id), api("never-was-there")),
        (api(&last(&draft.uri)), api("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
    ];
    for (hidden, never) in &pairs {
        for accept in ["text/html", AP, "application/json"] {
            let one = plain(get(hidden, &[("accept", accept)]).await, hidden);
            let other = plain(get(never, &[("accept", accept)]).await, never);
            assert_eq!(one, other, "{hidden} and {never} for {accept}");
            assert!(matches!(one.status, 404 | 303), "{hidden}: {}", one.status);
        }
    }
    // Neither does the time tell: the quickest of many answers, taken in turn.
    let (hidden, never) = &pairs[0];
    let mut quickest = [Duration::MAX; 2];
    for _ in 0..60 {
        for (best, address) in quickest.iter_mut().zip([hidden, never]) {
            let began = Instant::now();
            get(address, &[("accept", AP)]).await;
            *best = (*best).min(began.elapsed());
        }
    }
    let [one, other] = quickest;
    let apart = one.abs_diff(other);
    assert!(apart < Duration::from_millis(3) || apart < other / 2, "{one:?} and {other:?}");

    // Who reports, follows or likes what is hidden is answered like who does so with nothing.
    for (id, target) in [("h", &draft.uri), ("n", &pairs[2].1)] {
        let like = stranger.activity("Like", id, "eve", json!(target));
        assert_eq!(stranger.send(&origin, "eve", &like, instance.now()).await, 202);
    }
    // Tokens: which of them exist is not told.
    let admin = format!("{origin}/api/v1/admin/follows");
    let made = access::make_token(&instance.state.db, "test", instance.now()).await;
    let mut wrong = made.unwrap();
    wrong.replace_range(wrong.len() - 1.., if wrong.ends_with('a') { "b" } else { "a" });
    let answers = [
        get(&admin, &[("authorization", &format!("Bearer {wrong}"))]).await,
        get(&admin, &[("authorization", "Bearer nothing")]).await,
    ];
    let [one, other] = answers.map(|seen| plain(seen, "/x"));
    assert_eq!(one, other);
    assert_eq!(one.status, 401);
    // A handle that was given up answers like one that never was given, where people look.
    let state = &instance.state;
    let (who, now) = (Who::CommandLine, instance.now());
    person::add(&state.db, &state.urls, &who, "ana", Default::default(), now).await.unwrap();
    person::suspend(&state.db, &who, "@ana", "she asked", now).await.unwrap();
    let finger = |name: &str| {
        format!("{origin}/.well-known/webfinger?resource=acct:{name}@{}", instance.host())
    };
    let one = plain(get(&finger("ana"), &[]).await, &finger("ana"));
    let other = plain(get(&finger("bea"), &[]).await, &finger("bea"));
    assert_eq!(one, other);
    assert_eq!(one.status, 404);
}

/// For fields that hold little.
const TRICK: &str = "<script>alert(1)</script>\u{202e}";
const TRICKS: &str = "</script><script>alert(1)</script><svg onload=alert(2)>\
    <img src=x onerror=alert(3)><a href=\"javascript:alert(4)\">x</a>\
    <iframe srcdoc=x></iframe>\u{202e}gpj.exe\u{2066}\u{200f}";

async fn hostile_words_are_harmless_wherever_they_are_shown(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    stand(&instance, &fake.host, PeerStanding::Trusted).await;
    let name = TRICKS;
    let uri = fake.actor("eve");
    fake.put(
        "/a/eve",
        &json!({
            "id": uri, "type": "Person", "preferredUsername": "eve", "name": name, "summary": name,
            "url": "javascript:alert(5)", "inbox": format!("{uri}/inbox"),
            "icon": { "type": "Image", "url": "javascript:alert(6)" },
            "endpoints": { "sharedInbox": fake.inbox() },
            "publicKey": { "id": format!("{uri}#main-key"), "owner": uri,
                "publicKeyPem": fake.key.public_key_pem() },
        }),
    );
    let mut article = fake.article("eve", &case(0), instance.now());
    poison(&mut article["caseStudy"]);
    for field in ["name", "summary", "content"] {
        // Enough is left of it as text to be a title and a summary.
        article[field] = json!(format!("{TRICKS} {}", "What was done in this city. ".repeat(3)));
    }
    article["url"] = json!("javascript:alert(7)");
    let create = fake.activity("Create", "1", "eve", article.clone());
    assert_eq!(fake.send(instance.origin(), "eve", &create, instance.now()).await, 202);
    instance.rests().await;
    let stored = instance.case(article["id"].as_str().unwrap()).await;
    if stored.is_none() {
        let mut tx = instance.read().await;
        let notes = kontor::store::inbox::listed(&mut tx, None, i64::MAX, 9).await.unwrap();
        panic!("it did not come in: {notes:?}");
    }
    let stored = stored.unwrap();
    assert!(stored.is_shown() && stored.case.title.contains("alert(1)"), "{:?}", stored.case);

    let origin = instance.origin();
    let page = instance.state.urls.case_page(&stored.page);
    let country = stored.case.cities[0].country.to_lowercase();
    for address in [
        page.clone(),
        format!("{page}?lang=ar"),
        format!("{origin}/"),
        format!("{origin}/cases"),
        format!("{origin}/cases?q=alert"),
        format!("{origin}/cases?country={country}"),
        format!("{origin}/networks/{}", fake.host),
    ] {
        let (status, html) = fake.get(&address, "text/html").await;
        assert!(status == 200 || status == 404, "{address}: {status}");
        harmless(&address, &html);
    }
    // As data they stay what they are: bytes in strings, under a type that nobody runs.
    for (address, kind) in [
        (format!("{origin}/api/v1/cases"), "json"),
        (format!("{origin}/api/v1/cases/{}", stored.id), "json"),
    ] {
        let seen = get(&address, &[("accept", "text/html,application/json")]).await;
        assert!(seen.header("content-type").contains(kind), "{address}: {seen:?}");
        assert_eq!(seen.header("x-content-type-options"), "nosniff");
        serde_json::from_str::<Value>(&seen.body).unwrap();
    }
}

/// Puts the tricks into every text, but for those whose words are not free.
fn poison(value: &mut Value) {
    const FIXED: [&str; 16] = [
        "key",
        "slug",
        "language",
        "country",
        "licence",
        "kind",
        "role",
        "status",
        "scale",
        "state",
        "start",
        "end",
        "file",
        "url",
        "currency",
        "sourceNetwork",
    ];
    match value {
        Value::Object(fields) => {
            for (name, inside) in fields.iter_mut() {
                match inside {
                    Value::String(text) => {
                        let fixed = FIXED.contains(&name.as_str()) || is_code(name, text);
                        if !fixed && !text.contains("://") && text.len() > 3 {
                            // As long as what stood there: bounds are not what is tried here.
                            let length = text.chars().count();
                            let trick = TRICK.chars().chain(TRICKS.chars().cycle());
                            if length >= TRICK.chars().count() {
                                *text = trick.take(length).collect();
                            }
                        }
                    }
                    inside => poison(inside),
                }
            }
        }
        Value::Array(several) => several.iter_mut().filter(|one| one.is_object()).for_each(poison),
        _ => {}
    }
}

/// A word of a vocabulary, a date or an id.
fn is_code(name: &str, text: &str) -> bool {
    let free = [
        "title",
        "subtitle",
        "summary",
        "name",
        "label",
        "note",
        "alt",
        "caption",
        "credit",
        "value",
        "unit",
        "category",
        "region",
        "solution",
        "challenge",
        "results",
        "lessons",
    ];
    !free.contains(&name)
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.:+TZ".contains(&b))
}

fn harmless(address: &str, html: &str) {
    // The one script element is data: JSON-LD, which cannot end early.
    let scripts: Vec<_> = html.match_indices("<script").map(|(at, _)| &html[at..]).collect();
    for script in &scripts {
        assert!(
            script.starts_with("<script type=\"application/ld+json\""),
            "{address}: {:.80}",
            script
        );
        let inside = script.split_once('>').unwrap().1.split("</script").next().unwrap();
        serde_json::from_str::<Value>(inside).unwrap_or_else(|why| panic!("{address}: {why}"));
    }
    let mut rest = html.to_owned();
    for script in scripts {
        rest = rest.replace(script.split("</script").next().unwrap(), "");
    }
    for trick in ["<svg onload", "<img src=x", "<iframe", "\u{202e}"] {
        assert!(!rest.contains(trick), "{address}: {trick} in {rest}");
    }
    // Between tags a quotation mark needs no escape: what looks like an attribute there is text.
    let tags = rest.split('<').map(|piece| piece.split_once('>').map_or(piece, |(tag, _)| tag));
    for tag in tags {
        let led = tag.contains("href=\"javascript:") || tag.contains("src=\"javascript:");
        assert!(!led, "{address}: <{tag}>");
    }
}
