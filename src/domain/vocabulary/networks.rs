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
    /// Where a source says how to become a member.
    pub join: Option<Join>,
}

impl NetworkEntry {
    /// What people call it: its short name, unless that only shouts the full one.
    pub fn called(&self) -> &str {
        match self.short_name.eq_ignore_ascii_case(&self.name) {
            true => &self.name,
            false => &self.short_name,
        }
    }
}

/// How a network is joined, as one source states it.
#[derive(Debug, Deserialize)]
pub struct Join {
    /// `open`, `conditions`, `commitment`, `guests`, `application` or `invitation`.
    pub mode: String,
    /// Whether members pay; none where it is not said.
    pub fee: Option<bool>,
    /// Who may join.
    #[serde(default)]
    pub eligibility: String,
    #[serde(default)]
    pub source: String,
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

/// Stands among regions for the whole world.
pub const WORLDWIDE: &str = "global";

impl NetworkEntry {
    /// The ids of the regions it works in, or [`WORLDWIDE`].
    pub fn regions(&self) -> &'static [&'static str] {
        match self.scope.as_str() {
            "europe" => &["europe"],
            "usa" => &["north-america"],
            "europe-americas" => &["europe", "north-america", "latin-america-caribbean"],
            _ => &[WORLDWIDE],
        }
    }

    /// How it is joined: the mode of [`Join`], or `unknown`.
    pub fn joining(&self) -> &str {
        self.join.as_ref().map_or("unknown", |join| &join.mode)
    }

    /// The figures by what they measure, in the order of the sources. Those that contradict each
    /// other stay side by side.
    pub fn figures_by_metric(&self) -> Vec<(&str, Vec<&Figure>)> {
        let mut metrics: Vec<(&str, Vec<&Figure>)> = Vec::new();
        for figure in &self.figures {
            match metrics.iter_mut().find(|(metric, _)| *metric == figure.metric) {
                Some((_, figures)) => figures.push(figure),
                None => metrics.push((&figure.metric, vec![figure])),
            }
        }
        metrics
    }
}

/// How an entry stands to another one, seen from the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// `partner`, `part-of`, `includes` and the like.
    pub kind: &'static str,
    /// The slug of the other network or organisation.
    pub to: String,
}

/// Every kind of relation, as it is called from the one side and from the other.
pub const TIES: [(&str, &str); 20] = [
    ("partner", "partner"),
    ("related-to", "related-to"),
    ("works-with", "works-with"),
    ("operates", "operated-by"),
    ("operated-by", "operates"),
    ("runs", "run-by"),
    ("run-by", "runs"),
    ("co-run-by", "co-runs"),
    ("supplied-by", "supplies-cases"),
    ("supplies-cases", "supplied-by"),
    ("part-of", "includes"),
    ("founding-partner", "founded-with"),
    ("represented-in", "gives-a-seat"),
    ("partner-in", "has-partner"),
    ("funded-by", "funds"),
    ("led-by", "leads"),
    ("hosted-by", "hosts"),
    ("successor-of", "succeeded-by"),
    ("publishes", "published-by"),
    ("founded-under", "occasion-of"),
];

/// All relations of an entry, its own and those that others state, without repeats.
pub fn ties(slug: &str) -> Vec<Tie> {
    let kind = |kind: &str| TIES.iter().find(|(one, _)| *one == kind);
    let own = network(slug).into_iter().flat_map(|entry| &entry.relations).filter_map(|relation| {
        kind(&relation.kind).map(|(one, _)| Tie { kind: one, to: relation.to.clone() })
    });
    let stated = networks().iter().filter(|entry| entry.slug != slug).flat_map(|entry| {
        entry.relations.iter().filter(|relation| relation.to == slug).filter_map(|relation| {
            kind(&relation.kind).map(|(_, other)| Tie { kind: other, to: entry.slug.clone() })
        })
    });
    let mut all: Vec<Tie> = Vec::new();
    for tie in own.chain(stated) {
        if !all.contains(&tie) {
            all.push(tie);
        }
    }
    // "Related to" says nothing where something closer is said.
    let close: Vec<String> =
        all.iter().filter(|tie| tie.kind != RELATED).map(|tie| tie.to.clone()).collect();
    all.retain(|tie| tie.kind != RELATED || !close.contains(&tie.to));
    all
}

/// The vaguest of ties.
const RELATED: &str = "related-to";

/// The organisation with exactly this slug.
pub fn organisation(slug: &str) -> Option<&'static OrganisationEntry> {
    organisations().iter().find(|entry| entry.slug == slug)
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
    fn every_relation_is_known_from_both_sides() {
        for relation in networks().iter().flat_map(|entry| &entry.relations) {
            assert!(TIES.iter().any(|(kind, _)| *kind == relation.kind), "{}", relation.kind);
        }
        for (kind, other) in TIES {
            let back = TIES.iter().find(|(one, _)| *one == other).map(|(_, back)| *back);
            assert!(back.is_none_or(|back| back == kind), "{kind} and {other}");
        }
        let of = |slug: &str, kind: &str, to: &str| {
            ties(slug).iter().filter(|tie| tie.kind == kind && tie.to == to).count()
        };
        assert_eq!(
            (of("metropolis", "operates", "use"), of("use", "operated-by", "metropolis")),
            (1, 1)
        );
        assert_eq!(of("eurocities", "partner", "metropolis"), 1);
        assert_eq!((of("iclei", "runs", "tap"), of("iclei", "related-to", "tap")), (1, 0));
        assert!(ties("atlantis").is_empty());
    }

    #[test]
    fn contradicting_figures_stay_side_by_side() {
        let figures = network("metropolis").unwrap().figures_by_metric();
        let members: Vec<i64> = figures[0].1.iter().map(|figure| figure.value).collect();
        assert_eq!((figures[0].0, members), ("members", vec![144, 141]));
    }

    #[test]
    fn every_scope_is_a_region_or_the_world() {
        for region in networks().iter().flat_map(|entry| entry.regions()) {
            let known = crate::domain::vocabulary::region(region).is_some();
            assert!(known || *region == WORLDWIDE, "{region}");
        }
        assert_eq!(network("uscm").unwrap().joining(), "conditions");
        assert_eq!(network("uclg").unwrap().joining(), "unknown");
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
