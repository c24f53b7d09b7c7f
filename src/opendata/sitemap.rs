//! `robots.txt` and the sitemap: an index, the pages that are doors, and the cases in parts that keep
//! their addresses while the catalogue grows. Each page with its languages.

use axum::{
    extract::{Path, State as Extract},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::ask::Failed;
use crate::{
    clock::rfc3339,
    domain::{
        search::{CaseFilter, Facet},
        vocabulary::{self, regions, sdgs, topics},
    },
    formats::xml::Xml,
    i18n::Locale,
    state::State,
    store::{search, sitemap},
    urls,
};

/// Cases in a part: with nine languages some megabytes, a tenth of what sitemaps.org allows.
const PART: u32 = 5_000;

const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

pub async fn robots(Extract(state): Extract<State>) -> Response {
    // Searches of many parts lead nowhere that a robot has not been.
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /cases?*&*&\nDisallow: /cases.*?*&*&\n\
         Allow: /\n\nSitemap: {}\n",
        state.urls.absolute("/sitemap.xml")
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

pub async fn index(Extract(state): Extract<State>) -> Result<Response, Failed> {
    let parts = search::parts(&state.db, PART).await?;
    let mut xml = Xml::document();
    xml.open("sitemapindex", &[("xmlns", SPACE)]);
    let mut part = |path: &str, changed: Option<i64>| {
        xml.open("sitemap", &[]).leaf("loc", &[], &state.urls.absolute(path));
        if let Some(changed) = changed {
            xml.leaf("lastmod", &[], &rfc3339(changed));
        }
        xml.close("sitemap");
    };
    part("/sitemap-pages.xml", None);
    for (number, changed) in parts {
        part(&format!("/sitemap-cases-{number}.xml"), Some(changed));
    }
    xml.close("sitemapindex");
    Ok(answer(xml))
}

/// Home, the lists, and every door behind which there is a case.
pub async fn pages(Extract(state): Extract<State>) -> Result<Response, Failed> {
    let counts = search::facets(&state.db, &CaseFilter::default()).await?;
    let mut map = Map::new(&state);
    for path in
        ["/", "/cases", "/topics", "/goals", "/cities", "/countries", "/regions", "/languages"]
    {
        map.add(path, None);
    }
    for path in ["/networks", "/people", "/follow", "/data", "/data/api"] {
        map.add(path, None);
    }
    let some =
        |counts: &[(String, i64)], id: &str| counts.iter().any(|(known, n)| known == id && *n > 0);
    for topic in topics().iter().flat_map(|topic| std::iter::once(topic).chain(&topic.subtopics)) {
        if some(&counts.topic, topic.id) {
            map.add(&urls::door(Facet::Topic, topic.id), None);
        }
    }
    for goal in sdgs().iter().filter(|goal| some(&counts.sdg, &goal.id.to_string())) {
        map.add(&urls::door(Facet::Sdg, &goal.id.to_string()), None);
    }
    let listed = [
        (Facet::City, &counts.city),
        (Facet::Country, &counts.country),
        (Facet::Language, &counts.language),
    ];
    for (facet, values) in listed {
        for (value, _) in values {
            map.add(&urls::door(facet, value), None);
        }
    }
    for region in regions() {
        if region.countries.iter().any(|country| some(&counts.country, country)) {
            map.add(&format!("/regions/{}", region.id), None);
        }
    }
    for network in vocabulary::networks() {
        map.add(&urls::network_path(&network.slug), None);
    }
    Ok(answer(map.end()))
}

pub async fn cases(
    Extract(state): Extract<State>,
    Path(part): Path<String>,
) -> Result<Response, Failed> {
    let number = part.strip_suffix(".xml").and_then(|number| number.parse::<u32>().ok());
    let Some(number) = number else { return Ok(missing()) };
    let size = i64::from(PART);
    let first = i64::from(number) * size;
    let found = sitemap::pages(&mut state.db.read().await?, first, first + size).await?;
    if found.is_empty() {
        return Ok(missing());
    }
    let mut map = Map::new(&state);
    for (page, updated) in found {
        map.add(&urls::case_path(&page), Some(updated));
    }
    Ok(answer(map.end()))
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, "There is no such part of the sitemap.\n").into_response()
}

fn answer(xml: Xml) -> Response {
    ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml.finish()).into_response()
}

struct Map {
    xml: Xml,
    origin: String,
}

impl Map {
    fn new(state: &State) -> Map {
        let mut xml = Xml::document();
        let spaces = [("xmlns", SPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
        xml.open("urlset", &spaces);
        Map { xml, origin: state.urls.origin().to_owned() }
    }

    /// A page with the addresses of its languages; without one it answers in the reader's.
    fn add(&mut self, path: &str, updated: Option<i64>) {
        // Names of cities in other scripts stand in addresses as escapes.
        let page = match url::Url::parse(&format!("{}{path}", self.origin)) {
            Ok(url) => String::from(url),
            Err(_) => return,
        };
        self.xml.open("url", &[]).leaf("loc", &[], &page);
        if let Some(updated) = updated {
            self.xml.leaf("lastmod", &[], &rfc3339(updated));
        }
        let mut alternate = |language: &str, href: &str| {
            let link = [("rel", "alternate"), ("hreflang", language), ("href", href)];
            self.xml.empty("xhtml:link", &link);
        };
        alternate("x-default", &page);
        for locale in Locale::ALL {
            alternate(locale.tag(), &format!("{page}?lang={}", locale.tag()));
        }
        self.xml.close("url");
    }

    fn end(mut self) -> Xml {
        self.xml.close("urlset");
        self.xml
    }
}
