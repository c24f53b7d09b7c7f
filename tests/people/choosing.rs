//! Cities to choose, and texts with marks as they will look: what the script of the form asks for.

use kontor::{domain::account::Role, store::Db};
use serde_json::Value;

use super::{
    browser::{Browser, member, site, token},
    writing::begin,
};
use crate::instance::{Engine, Instance, on_each_engine};

on_each_engine!(
    cities_of_one_name_are_told_apart_and_found_by_where_they_are,
    a_text_looks_as_it_will_be_published,
    every_page_of_the_form_loads_one_script_of_ours_and_no_other_page_does,
);

/// Cities that share their names.
pub async fn with_cities(site: &Instance) {
    const SQL: &str = "INSERT INTO city (geonameid, name, folded, country, admin1, lat, lon,
        population) VALUES
        (901, 'Qxellín', 'qxellin', 'CO', '02', 6.25184, -75.56359, 1999979),
        (902, 'Qxellin', 'qxellin', 'PH', '07', 11.1286, 123.9622, 50047),
        (903, 'Qxfield', 'qxfield', 'US', 'MO', 37.2153, -93.2982, 170188),
        (904, 'Qxfield', 'qxfield', 'US', 'IL', 39.8017, -89.6437, 114394),
        (1, 'Qxan <b>', 'qxan <b>', 'CO', '02', 1.5, -75.5, 20000),
        (2, 'Qxan <b>', 'qxan <b>', 'CO', '03', 2.5, -75.5, 19000)
        ON CONFLICT DO NOTHING";
    match &site.state.db {
        Db::Sqlite { writer, .. } => {
            sqlx::query(SQL).execute(writer).await.unwrap();
        }
        Db::Postgres { pool, .. } => {
            sqlx::query(SQL).execute(pool).await.unwrap();
        }
    }
}

async fn cities_of_one_name_are_told_apart_and_found_by_where_they_are(engine: Engine) {
    let site = site(engine).await;
    with_cities(&site).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let find = async |query: &str| -> Vec<(u64, String)> {
        let query: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
        let seen = ana.get(&site, &format!("/write/cities?q={query}")).await;
        assert_eq!((seen.status, seen.header("content-type")), (200, "application/json"));
        assert!(seen.header("cache-control").starts_with("private"));
        let found: Value = serde_json::from_str(&seen.body).unwrap();
        let one =
            |one: &Value| (one["id"].as_u64().unwrap(), one["place"].as_str().unwrap().to_owned());
        found.as_array().unwrap().iter().map(one).collect()
    };
    let ids = async |query: &str| -> Vec<u64> {
        find(query).await.into_iter().map(|(id, _)| id).collect()
    };
    assert_eq!(ids("QXELLÍN").await, [901, 902], "the largest first");
    assert_eq!(ids("qxellin, philippines").await, [902]);
    assert_eq!(ids("qxellin colomb").await, [901]);
    assert_eq!(ids("Qxfield IL").await, [904]);
    assert_eq!(ids("qxfield,us").await, [903, 904]);
    let none: Vec<u64> = Vec::new();
    for odd in ["", " ", ",", "qxfield, colombia", "%", "'; DROP TABLE city", "\0", "qxan y z"] {
        assert_eq!(ids(odd).await, none, "{odd:?}");
    }
    let found = find("qxfield").await;
    let place = &found[0].1;
    assert!(place.contains("United States") && place.contains("MO"), "{place}");
    assert!(place.contains("170,188"), "{place}");
    // Where not even the division has a name, the place itself says which one it is.
    let found = find("qxan").await;
    assert!(found[0].1.contains("1.50°") && found[1].1.contains("2.50°"), "{found:?}");
    // The same without a script, and the one that is chosen is there.
    let path = begin(&site, &ana).await;
    let places = format!("{path}/places");
    let page = ana.page(&site, &format!("{places}?q=qxfield+illinois+us")).await;
    assert!(page.contains("No city of 15,000 people"), "{page}");
    let page = ana.page(&site, &format!("{places}?q=qxan")).await;
    assert!(!page.contains("Qxan <b>") && page.contains("Qxan &#60;b&#62;"), "{page}");
    let token = token(&page);
    let add = [("csrf", &*token), ("base", "1"), ("do", "add"), ("city", "904")];
    let seen = ana.post(&site, &places, &add).await;
    assert_eq!((seen.status, seen.header("location")), (303, &*format!("{places}?added=1#q")));
    let page = ana.page(&site, &format!("{places}?added=1")).await;
    assert!(page.contains("Qxfield was added."), "{page}");
    let stranger = Browser::new().get(&site, "/write/cities?q=a").await;
    assert!(stranger.header("location").starts_with("/login"), "{}", stranger.status);
    site.stop().await;
}

async fn a_text_looks_as_it_will_be_published(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let token = ana.token(&site).await;
    let look = async |text: &str| -> String {
        let seen = ana.post(&site, "/write/look", &[("csrf", &*token), ("text", text)]).await;
        assert_eq!((seen.status, seen.header("content-type")), (200, "application/json"));
        let told: Value = serde_json::from_str(&seen.body).unwrap();
        told["html"].as_str().unwrap().to_owned()
    };
    assert_eq!(look("We **dug**.").await.trim(), "<p>We <strong>dug</strong>.</p>");
    let bad =
        look("<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=y>").await;
    assert!(!bad.contains("<script") && !bad.contains("<img") && !bad.contains("href"), "{bad}");
    let long = look(&"word ".repeat(50_000)).await;
    assert!(long.len() < 40_000, "{}", long.len());
    let wrong = ana.post(&site, "/write/look", &[("csrf", "wrong"), ("text", "x")]).await;
    assert_eq!(wrong.status, 403);
    let stranger = Browser::new().post(&site, "/write/look", &[("text", "x")]).await;
    assert!(stranger.header("location").starts_with("/login"), "{}", stranger.status);
    assert_eq!(ana.get(&site, "/write/look").await.header("location"), "/write");
    site.stop().await;
}

async fn every_page_of_the_form_loads_one_script_of_ours_and_no_other_page_does(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let policy = |seen: &super::browser::Seen| seen.header("content-security-policy").to_owned();
    for page in ["/places", "/part/story", "/part/subjects"].map(|end| format!("{path}{end}")) {
        let seen = ana.get(&site, &page).await;
        assert_eq!(seen.body.matches("<script").count(), 1, "{page}");
        let policy = policy(&seen);
        assert!(policy.contains("script-src 'self'; connect-src 'self'"), "{page}: {policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        let script = seen.body.split("src=\"/assets/write-").nth(1).unwrap();
        let script = format!("/assets/write-{}", script.split('"').next().unwrap());
        let script = Browser::new().get(&site, &script).await;
        assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
        assert!(script.header("cache-control").contains("immutable"));
    }
    for page in ["/", "/cases", "/account", "/write", &path] {
        let seen = ana.get(&site, page).await;
        let policy = policy(&seen);
        assert!(!policy.contains("script-src") && !seen.body.contains("/assets/write-"), "{page}");
    }
    site.stop().await;
}
