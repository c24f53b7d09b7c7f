//! The programming interface for everybody, and the pages that explain it.

use super::site::{Site, samples};
use crate::instance::{Engine, on_each_engine};

on_each_engine!(
    programs_read_a_case_the_networks_and_the_vocabularies_without_a_token,
    the_pages_about_open_data_name_what_is_there,
);

async fn programs_read_a_case_the_networks_and_the_vocabularies_without_a_token(engine: Engine) {
    let site = Site::new(engine).await;
    let case = &samples()[0];
    let stored = site.instance.own(&case.id).await;
    let by_page = site.get(&format!("/api/v1/cases/{}", stored.page)).await;
    assert_eq!(by_page.header("access-control-allow-origin"), "*");
    let by_page = by_page.json();
    assert_eq!(by_page["uri"], stored.uri);
    assert_eq!(by_page["licence_url"].as_str(), case.licence.url());
    assert_eq!(by_page["record"]["title"], case.title);
    assert_eq!(site.get(&format!("/api/v1/cases/{}", stored.id)).await.json(), by_page);
    assert_eq!(site.get_with("/api/v1/cases/nothing", &[]).await.status, 404);
    let networks = site.get("/api/v1/networks").await.json();
    let networks = networks["networks"].as_array().unwrap().clone();
    assert_eq!(networks.len(), 58);
    let told: i64 = networks.iter().map(|network| network["cases"].as_i64().unwrap()).sum();
    assert!(told > 0);
    for vocabulary in site.get("/api/v1/vocabularies").await.json().as_array().unwrap() {
        let address = vocabulary["url"].as_str().unwrap();
        assert!(site.get(address).await.json().is_object(), "{address}");
    }
    let mut moved = stored.case.clone();
    moved.slug = "another-address".into();
    site.instance.update(moved).await;
    let old = site.get_with(&format!("/api/v1/cases/{}", stored.page), &[]).await;
    assert_eq!(
        (old.status.as_u16(), old.header("location").ends_with("/another-address")),
        (301, true)
    );
    site.instance.withdraw(&case.id).await;
    let gone = site.get_with("/api/v1/cases/another-address", &[]).await;
    assert_eq!(gone.status, 410);
    assert!(gone.text().contains("a mistake"), "{}", gone.text());
}

async fn the_pages_about_open_data_name_what_is_there(engine: Engine) {
    let site = Site::new(engine).await;
    for path in ["/data", "/data/api"] {
        let page = site.get(path).await;
        assert!(!page.text().contains('⟦'), "{path} lacks a text");
        let links = page.text().split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let ours = |link: &&str| {
            let path = link.trim_start_matches(site.instance.origin());
            ["/cases.", "/oai", "/catalog", "/api/"].iter().any(|start| path.starts_with(start))
        };
        let links: Vec<&str> = links.filter(ours).collect();
        assert!(links.len() >= 6, "{path}: {links:?}");
        for link in links {
            site.get(&link.replace("&amp;", "&")).await;
        }
    }
    let document = site.get("/api/v1/openapi.json").await.json();
    let page = site.get("/data/api").await;
    for (path, methods) in document["paths"].as_object().unwrap() {
        let open = !path.starts_with("/admin/");
        for method in methods.as_object().unwrap().keys() {
            let shown = format!("{} {path}<", method.to_uppercase());
            assert_eq!(page.text().contains(&shown), open, "{shown}");
        }
    }
}
