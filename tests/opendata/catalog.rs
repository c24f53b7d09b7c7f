//! The catalogue for data portals, and what robots read.

use std::collections::BTreeSet;

use oxjsonld::JsonLdParser;
use oxttl::TurtleParser;
use sitemap::reader::{SiteMapEntity, SiteMapReader};

use super::site::{Site, samples};
use crate::instance::{Engine, on_each_engine};

on_each_engine!(
    the_catalogue_says_the_same_in_json_ld_and_in_turtle,
    the_sitemap_leads_to_every_case_and_every_door,
);

async fn the_catalogue_says_the_same_in_json_ld_and_in_turtle(engine: Engine) {
    let site = Site::new(engine).await;
    let (json, turtle) = (site.get("/catalog.jsonld").await, site.get("/catalog.ttl").await);
    assert_eq!(json.header("content-type"), "application/ld+json");
    let ours: BTreeSet<String> = JsonLdParser::new()
        .for_slice(&json.bytes)
        .map(|quad| {
            let quad = quad.unwrap();
            format!("{} {} {}", quad.subject, quad.predicate, quad.object)
        })
        .collect();
    let theirs: BTreeSet<String> = TurtleParser::new()
        .for_slice(&turtle.bytes)
        .map(|triple| triple.unwrap().to_string())
        .collect();
    assert_eq!(ours, theirs);
    let kinds = |kind: &str| {
        let end = format!(
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#{kind}>"
        );
        ours.iter().filter(|triple| triple.ends_with(&end)).count()
    };
    assert_eq!((kinds("Catalog"), kinds("Dataset"), kinds("Distribution")), (1, 1, 7));
    // What DCAT-AP 3 requires of each.
    for needed in [
        "/data#catalog> <http://purl.org/dc/terms/title>",
        "/data#catalog> <http://purl.org/dc/terms/description>",
        "/data#catalog> <http://purl.org/dc/terms/publisher>",
        "/data#catalog> <http://www.w3.org/ns/dcat#dataset>",
        "/data#cases> <http://purl.org/dc/terms/title>",
        "/data#cases> <http://purl.org/dc/terms/description>",
        "/data#csv> <http://www.w3.org/ns/dcat#accessURL>",
    ] {
        assert!(ours.iter().any(|triple| triple.contains(needed)), "{needed} is missing");
    }
    let address = "<http://www.w3.org/ns/dcat#downloadURL> <";
    let files = ours.iter().filter_map(|triple| triple.split_once(address));
    let files: Vec<&str> = files.map(|(_, file)| file.trim_end_matches('>')).collect();
    assert_eq!(files.len(), 4);
    for file in files {
        site.get(file).await;
    }
}

async fn the_sitemap_leads_to_every_case_and_every_door(engine: Engine) {
    let site = Site::new(engine).await;
    let robots = site.get("/robots.txt").await;
    let map =
        robots.text().lines().find_map(|line| line.strip_prefix("Sitemap: ")).unwrap().to_owned();
    let index = site.get(&map).await;
    let mut pages = BTreeSet::new();
    let mut dated = 0;
    for part in SiteMapReader::new(&index.bytes[..]) {
        let SiteMapEntity::SiteMap(part) = part else { panic!("{part:?}") };
        let part = site.get(part.loc.get_url().unwrap().as_str()).await;
        assert!(part.text().contains("hreflang=\"fr\""));
        for page in SiteMapReader::new(&part.bytes[..]) {
            let SiteMapEntity::Url(page) = page else { panic!("{page:?}") };
            dated += usize::from(page.lastmod.get_time().is_some());
            let page = page.loc.get_url().unwrap();
            assert!(pages.insert(page.clone()), "{page} twice");
        }
    }
    for case in samples() {
        let stored = site.instance.own(&case.id).await;
        let page = site.instance.state.urls.case_page(&stored.page);
        assert!(pages.contains(&url::Url::parse(&page).unwrap()), "{page}");
    }
    assert_eq!(dated, samples().len());
    let origin = site.instance.origin();
    for door in ["/", "/topics/cycling", "/goals/11", "/countries/dk", "/cities/dk/copenhagen"] {
        let door = url::Url::parse(&format!("{origin}{door}")).unwrap();
        assert!(pages.contains(&door), "{door} is not in the sitemap");
    }
    assert_eq!(site.get_with("/sitemap-cases-7.xml", &[]).await.status, 404);
    assert_eq!(site.get_with("/sitemap-cases-x", &[]).await.status, 404);
}
