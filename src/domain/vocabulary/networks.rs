//! The directory of city networks and of the organisations beside them, as published sources
//! describe them.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// A network, programme, platform, award or event. Typed leniently: what a source does not say
/// is absent.
#[derive(Debug, Deserialize)]
pub struct NetworkEntry {
    pub slug: String,
    pub name: String,
    pub short_name: String,
    /// `membership-network`, `programme`, `platform`, `award`, `event` and the like.
    pub kind: String,
    #[serde(rename = "description_en", default)]
    pub description: String,
    /// Ids of topics.
    #[serde(default)]
    pub topics: Vec<String>,
    #[serde(default)]
    pub scope: String,
    #[serde(default)]
    pub audience: String,
    /// A year.
    pub founded: Option<i64>,
    /// The slug of a network or an organisation.
    pub hosted_by: Option<String>,
    /// Dated statements, each with its source: the sources contradict each other.
    #[serde(default)]
    pub figures: Vec<Figure>,
    #[serde(default)]
    pub facts: Vec<String>,
    #[serde(default)]
    pub relations: Vec<Relation>,
    #[serde(default)]
    pub flags: Vec<String>,
    #[serde(default)]
    pub roles_on_platform: Vec<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(default)]
    pub own_knowledge: OwnKnowledge,
}

/// A figure as one source states it.
#[derive(Debug, Deserialize)]
pub struct Figure {
    pub metric: String,
    pub value: i64,
    /// `exact`, `at-least` and the like.
    #[serde(default)]
    pub qualifier: String,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub source: String,
    pub as_of: Option<String>,
    pub note: Option<String>,
}

/// How a network stands to another network or organisation.
#[derive(Debug, Deserialize)]
pub struct Relation {
    #[serde(rename = "type")]
    pub kind: String,
    /// A slug.
    pub to: String,
}

/// What the published sources do not say and nobody has checked.
#[derive(Debug, Default, Deserialize)]
pub struct OwnKnowledge {
    pub website: Option<String>,
    pub seat_city: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub seat_country: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    #[serde(default)]
    pub verified: bool,
}

/// A body that works with networks without being one.
#[derive(Debug, Deserialize)]
pub struct OrganisationEntry {
    pub slug: String,
    pub name: String,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
struct Directory {
    networks: Vec<NetworkEntry>,
    organisations: Vec<OrganisationEntry>,
}

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../vocabulary/networks.json"))
        .expect("the embedded directory is read by a test")
});

static BY_SLUG: LazyLock<HashMap<&'static str, &'static NetworkEntry>> =
    LazyLock::new(|| networks().iter().map(|entry| (entry.slug.as_str(), entry)).collect());

/// Every entry of the directory, in its order.
pub fn networks() -> &'static [NetworkEntry] {
    &DIRECTORY.networks
}

/// The entry with exactly this slug.
pub fn network(slug: &str) -> Option<&'static NetworkEntry> {
    BY_SLUG.get(slug).copied()
}

/// The organisations the directory's relations speak of.
pub fn organisations() -> &'static [OrganisationEntry] {
    &DIRECTORY.organisations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_directory_holds_58_networks_and_21_organisations() {
        assert_eq!((networks().len(), organisations().len()), (58, 21));
        let website = network("metropolis").unwrap().own_knowledge.website.as_deref();
        assert_eq!(website, Some("https://www.metropolis.org"));
        assert!(network("atlantis").is_none());
    }

    #[test]
    fn every_topic_of_a_network_is_a_known_topic() {
        for entry in networks() {
            for topic in &entry.topics {
                assert!(crate::domain::vocabulary::topic(topic).is_some(), "{topic}");
            }
        }
    }
}
