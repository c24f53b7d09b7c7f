//! Cases on a map: GeoJSON (RFC 7946), a point for each city of each case.

use serde_json::{Value, json};

use super::taken::Taken;
use crate::{
    clock::{day, rfc3339},
    domain::{search::city_key, vocabulary::topic},
};

/// The media type (RFC 7946 §12).
pub const MEDIA_TYPE: &str = "application/geo+json";

/// What stands before the first feature. `about` says what this is of, in the members that RFC 7946
/// §6.1 leaves to us.
pub fn head(about: &Value) -> String {
    format!("{{\"type\":\"FeatureCollection\",\"about\":{about},\"features\":[\n")
}

/// What stands after the last feature.
pub const TAIL: &str = "\n]}\n";

/// The points of one case, longitude first.
pub fn features(taken: &Taken, now: i64) -> Vec<Value> {
    let case = taken.case;
    let open = case.is_open();
    let topics: Vec<&str> = case.topics.iter().map(|topic| topic.id()).collect();
    let labels: Vec<&str> =
        topics.iter().filter_map(|id| topic(id)).map(|topic| topic.label("en")).collect();
    let points = case.cities.iter().enumerate();
    points
        .map(|(at, city)| {
            let mut properties = json!({
                "case": taken.uri,
                "url": taken.url,
                "origin_url": taken.origin_url,
                "title": case.title,
                "summary": case.summary,
                "language": case.language.id(),
                "city": city.name,
                "city_key": city_key(city),
                "country": city.country,
                "licence": case.licence.id(),
                "licence_url": case.licence.url(),
                "source_network": case.source_network,
                "source_url": case.source_url,
                "host": taken.host,
                "published": rfc3339(taken.published),
                "updated": rfc3339(taken.updated),
                "revision": taken.revision,
                "retrieved": day(now),
            });
            if open {
                properties["geonameid"] = json!(city.geonameid);
                properties["topics"] = json!(topics);
                properties["topic_labels"] = json!(labels);
                properties["sdgs"] = json!(case.sdgs);
                properties["status"] = json!(case.status.id());
                properties["start"] = json!(case.period.start);
                properties["end"] = json!(case.period.end);
            }
            json!({
                "type": "Feature",
                "id": format!("{}#{at}", taken.uri),
                "geometry": { "type": "Point", "coordinates": [city.lon, city.lat] },
                "properties": properties,
            })
        })
        .collect()
}
