//! The closed vocabularies, topics, goals, places and networks a case study is described with.
//!
//! The small lists are enums, so that a new entry is a compiler's question; tests compare them
//! with `vocabulary/vocab.json`. The long ones are data, embedded and read once.

mod closed;
mod goals;
mod networks;
mod places;
mod topics;

pub use closed::{
    ActorKind, ActorRole, CitymakerRole, Closed, ContactRole, CostBand, EditorialState,
    FundingSource, Language, Licence, LinkKind, PopulationClass, Scale, SectionId, Status,
};
pub use goals::{Sdg, Target, TargetCode, sdg, sdgs, target, targets};
pub use networks::{
    Figure, Join, NetworkEntry, OrganisationEntry, OwnKnowledge, Relation, TIES, Tie, WORLDWIDE,
    network, networks, organisation, organisations, ties,
};
pub use places::{CityRow, Region, cities, region, region_of, regions};
pub use topics::{Topic, TopicId, topic, topic_named, topics};

/// Picks the label for a language tag: the tag itself, then its primary language, then English.
fn label<'a>(labels: &'a std::collections::BTreeMap<String, String>, tag: &str) -> &'a str {
    let primary = tag.split('-').next().unwrap_or(tag);
    [tag, primary, "en"].iter().find_map(|tag| labels.get(*tag)).map_or("", String::as_str)
}
