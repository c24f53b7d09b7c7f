//! What programs take from the common feed without being told of it beforehand: feeds and downloads
//! of every search, OAI-PMH, the DCAT catalogue, sitemaps. Pages and ActivityPub are elsewhere.

mod ask;
mod catalog;
mod downloads;
mod feeds;
mod graph;
mod names;
mod oai;
mod sink;
mod sitemap;

use axum::{Router, routing::get};

use crate::state::State;

/// All routes of this surface.
pub fn routes() -> Router<State> {
    Router::new()
        .route("/cases.atom", get(feeds::atom))
        .route("/cases.rss", get(feeds::rss))
        .route("/cases.feed.json", get(feeds::json))
        .route("/alerts/feed/{key}", get(feeds::private))
        .route("/cases.csv", get(downloads::csv))
        .route("/cases.xlsx", get(downloads::xlsx))
        .route("/cases.geojson", get(downloads::geojson))
        .route("/cases.jsonl", get(downloads::json_lines))
        .route("/oai", get(oai::asked).post(oai::posted))
        .route("/catalog.jsonld", get(catalog::json_ld))
        .route("/catalog.ttl", get(catalog::turtle))
        .route("/robots.txt", get(sitemap::robots))
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemap-pages.xml", get(sitemap::pages))
        .route("/sitemap-cases-{part}", get(sitemap::cases))
}
