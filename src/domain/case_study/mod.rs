//! A case study: what a city did, why, and what came of it. Fields and bounds are those of
//! `vocabulary/case.schema.json`; a value of [`CaseStudy`] has passed every one of them.

pub mod bounds;
pub mod dates;
mod fields;
mod focus;
mod parse;
mod rules;
mod write;

pub use focus::Focus;
pub use parse::{FieldError, Refusal, is_elsewhere, parse, shortcomings};

use super::vocabulary::{
    ActorKind, ActorRole, ContactRole, CostBand, EditorialState, FundingSource, Language, Licence,
    LinkKind, PopulationClass, Scale, SectionId, Status, TargetCode, TopicId,
};

/// One case study with everything its public page, its ActivityPub object and its exports show.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseStudy {
    /// Local to the instance that published it, `[a-z0-9-]{3,120}`; never changes.
    pub id: String,
    /// The readable part of the page's address; may change.
    pub slug: String,
    pub demo: Option<bool>,
    /// Plain text, 5–300 characters, NFC.
    pub title: String,
    pub subtitle: Option<String>,
    /// Plain text, 60–600 characters, NFC.
    pub summary: String,
    pub language: Language,
    pub text_direction: Option<Direction>,
    /// In the order they were given; never holds the original's language twice.
    pub translations: Vec<(Language, Translation)>,
    /// 1–20; the first one is where the case is.
    pub cities: Vec<City>,
    pub sections: Sections,
    pub period: Period,
    pub status: Status,
    pub scale: Option<Scale>,
    /// 1–8, without repeats.
    pub topics: Vec<TopicId>,
    /// 1–17, without repeats.
    pub sdgs: Vec<u8>,
    /// At most 20; each one's goal is in `sdgs`.
    pub sdg_targets: Vec<TargetCode>,
    pub actors: Vec<Actor>,
    pub funding: Option<Funding>,
    pub indicators: Vec<Indicator>,
    pub awards: Vec<Award>,
    pub links: Vec<Link>,
    pub images: Vec<Image>,
    pub contacts: Vec<Contact>,
    pub licence: Licence,
    pub source_network: String,
    pub source_url: Option<String>,
    pub submitted_by: Option<String>,
    /// Ids of cases of this instance, or URLs of cases elsewhere.
    pub related: Vec<String>,
    pub editorial: Editorial,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Ltr,
    Rtl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TranslationKind {
    Human,
    Machine,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Translation {
    pub title: String,
    pub summary: String,
    pub kind: TranslationKind,
    pub sections: Option<Sections>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// In the case's language.
    pub name: String,
    pub name_local: Option<String>,
    pub name_en: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// A region id of `vocabulary/regions.json`, as given.
    pub region: Option<String>,
    /// Degrees, WGS 84.
    pub lat: f64,
    pub lon: f64,
    pub geonameid: Option<u64>,
    pub population: Option<u64>,
    pub population_class: Option<PopulationClass>,
}

/// Markdown texts by section, in the order of the vocabulary. `solution` is required in the
/// original; a translation may leave it out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sections(pub Vec<(SectionId, String)>);

impl Sections {
    pub fn get(&self, id: SectionId) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == id).map(|(_, text)| text.as_str())
    }
}

/// `YYYY[-MM[-DD]]`, kept as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    pub start: String,
    pub end: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    pub name: String,
    pub kind: ActorKind,
    pub role: ActorRole,
    pub url: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funding {
    pub sources: Vec<FundingSource>,
    pub cost_band: Option<CostBand>,
    /// Whole units of `currency`.
    pub amount_min: Option<u64>,
    pub amount_max: Option<u64>,
    /// ISO 4217; present whenever an amount is.
    pub currency: Option<String>,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    pub label: String,
    pub value: String,
    pub unit: Option<String>,
    pub year: Option<i64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Award {
    pub name: String,
    pub category: Option<String>,
    pub year: Option<i64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// http or https.
    pub url: String,
    pub label: String,
    pub kind: LinkKind,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    pub file: Option<String>,
    pub placeholder_seed: Option<i64>,
    pub alt: String,
    pub caption: Option<String>,
    pub credit: Option<String>,
    pub licence: Option<Licence>,
    /// What stays in view where only a part of it fits.
    pub focus: Option<Focus>,
}

impl Image {
    /// Its address and media type, where others can load it: on the web, over https, in a format
    /// that every server and reader shows. Told by the ending: nothing is fetched to find out.
    /// Between instances on one machine it is plain http.
    pub fn on_the_web(&self) -> Option<(&str, &'static str)> {
        let reachable =
            |file: &&str| file.starts_with("https://") || file.starts_with("http://localhost:");
        let url = self.file.as_deref().filter(reachable)?;
        let path = url.split(['?', '#']).next().unwrap_or(url).to_ascii_lowercase();
        let media_type = match path.rsplit('.').next()? {
            "jpg" | "jpeg" => "image/jpeg",
            "png" => "image/png",
            "webp" => "image/webp",
            _ => return None,
        };
        Some((url, media_type))
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    pub role: ContactRole,
    pub citymaker: Option<String>,
    /// Never public: no page, feed, export to strangers or federation shows it.
    pub email: Option<String>,
    pub label: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Editorial {
    pub state: EditorialState,
    /// Milliseconds since the epoch; never after `updated`.
    pub published: Option<i64>,
    pub updated: Option<i64>,
    pub revision: Option<i64>,
    /// `YYYY-MM-DD`.
    pub last_reviewed: Option<String>,
}

/// The fields of a record by `vocabulary/case.schema.json`, in its order.
pub const FIELDS: &[&str] = &[
    "id",
    "slug",
    "demo",
    "title",
    "subtitle",
    "summary",
    "language",
    "text_direction",
    "translations",
    "cities",
    "sections",
    "period",
    "status",
    "scale",
    "topics",
    "sdgs",
    "sdg_targets",
    "actors",
    "funding",
    "indicators",
    "awards",
    "links",
    "images",
    "contacts",
    "licence",
    "source_network",
    "source_url",
    "submitted_by",
    "related",
    "editorial",
];

/// Whether the schema knows a field of this name.
pub fn is_field(name: &str) -> bool {
    FIELDS.contains(&name)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_fields_are_those_of_the_schema() {
        let schema: serde_json::Value =
            serde_json::from_str(include_str!("../../../vocabulary/case.schema.json")).unwrap();
        let named: Vec<_> = schema["properties"].as_object().unwrap().keys().collect();
        assert_eq!(named, super::FIELDS);
    }
}
