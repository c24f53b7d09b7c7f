//! What of a case can be searched: its facets as terms, its texts part by part.

use super::QUERY_CHARS;
use super::fold::fold;
use crate::domain::case_study::{CaseStudy, City, Translation, dates};
use crate::domain::text::shorten;
use crate::domain::vocabulary::{CostBand, Language, PopulationClass, region_of};

/// A cursor of a search holds what it is sorted by, in base64, and has to fit into an address.
const SORT_CHARS: usize = 60;

/// What a term says about a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    Topic,
    Sdg,
    Target,
    City,
    Country,
    Region,
    Network,
    Language,
    Year,
    Status,
    Scale,
    Licence,
    Size,
    Cost,
    Award,
    /// The folded name of the first city, by which lists are sorted.
    Place,
}

impl TermKind {
    pub const ALL: &'static [Self] = &[
        Self::Topic,
        Self::Sdg,
        Self::Target,
        Self::City,
        Self::Country,
        Self::Region,
        Self::Network,
        Self::Language,
        Self::Year,
        Self::Status,
        Self::Scale,
        Self::Licence,
        Self::Size,
        Self::Cost,
        Self::Award,
        Self::Place,
    ];

    /// As stored, and as query strings call it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Sdg => "sdg",
            Self::Target => "target",
            Self::City => "city",
            Self::Country => "country",
            Self::Region => "region",
            Self::Network => "network",
            Self::Language => "language",
            Self::Year => "year",
            Self::Status => "status",
            Self::Scale => "scale",
            Self::Licence => "licence",
            Self::Size => "size",
            Self::Cost => "cost",
            Self::Award => "award",
            Self::Place => "place",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }
}

/// Which part of a case a text is, for weights and excerpts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextPart {
    Title,
    Subtitle,
    Summary,
    Section,
    Translation,
    Place,
    Actor,
    /// Indicators, awards, funding, links and captions.
    Detail,
}

impl TextPart {
    pub const ALL: &'static [Self] = &[
        Self::Title,
        Self::Subtitle,
        Self::Summary,
        Self::Section,
        Self::Translation,
        Self::Place,
        Self::Actor,
        Self::Detail,
    ];

    /// As stored.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Summary => "summary",
            Self::Section => "section",
            Self::Translation => "translation",
            Self::Place => "place",
            Self::Actor => "actor",
            Self::Detail => "detail",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.id() == id)
    }
}

/// A city's name in filters and addresses: `de-berlin`, `jp-東京`. The English name where there
/// is one, so that one city keeps one key in cases of several languages.
pub fn city_key(city: &City) -> String {
    let name = fold(city.name_en.as_deref().unwrap_or(&city.name));
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    format!("{}-{slug}", city.country.to_ascii_lowercase())
}

/// An award's name in filters and addresses, so that one award is one however it is written.
pub fn award_key(name: &str) -> String {
    let folded = fold(name);
    let key = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    key.chars().take(QUERY_CHARS).collect::<String>().trim_end().to_owned()
}

/// How the class of a city follows from its people, by the bounds of the vocabulary; a class that
/// was given counts more.
fn size(city: &City) -> Option<PopulationClass> {
    let by_people = |people| match people {
        0..50_000 => PopulationClass::Xs,
        50_000..250_000 => PopulationClass::S,
        250_000..1_000_000 => PopulationClass::M,
        1_000_000..5_000_000 => PopulationClass::L,
        5_000_000.. => PopulationClass::Xl,
    };
    city.population_class.or_else(|| city.population.map(by_people))
}

/// What lists are sorted by when they go by city.
fn place(city: &City) -> String {
    shorten(&fold(&city.name), SORT_CHARS)
}

/// Every value by which a case can be filtered, without repeats: topics with those above them,
/// the languages it can be read in, the year it began. A cost that is not stated is no value.
pub fn case_terms(case: &CaseStudy) -> Vec<(TermKind, String)> {
    let mut terms = Terms(Vec::new());
    for topic in &case.topics {
        terms.add(TermKind::Topic, topic.id());
        terms.add_if(TermKind::Topic, topic.topic().parent);
    }
    for goal in &case.sdgs {
        terms.add(TermKind::Sdg, &goal.to_string());
    }
    for target in &case.sdg_targets {
        terms.add(TermKind::Target, target.id());
    }
    for city in &case.cities {
        terms.add(TermKind::City, &city_key(city));
        terms.add(TermKind::Country, &city.country);
        let region = region_of(&city.country).map(|region| region.id.as_str());
        terms.add_if(TermKind::Region, city.region.as_deref().or(region));
        terms.add_if(TermKind::Size, size(city).map(|size| size.id()));
    }
    if let Some(first) = case.cities.first() {
        terms.add(TermKind::Place, &place(first));
    }
    terms.add(TermKind::Network, &case.source_network);
    for language in languages(case) {
        terms.add(TermKind::Language, language.id());
    }
    terms.add(TermKind::Year, dates::year(&case.period.start));
    terms.add(TermKind::Status, case.status.id());
    terms.add_if(TermKind::Scale, case.scale.map(|scale| scale.id()));
    terms.add(TermKind::Licence, case.licence.id());
    let cost = case.funding.as_ref().and_then(|funding| funding.cost_band);
    let cost = cost.filter(|cost| *cost != CostBand::Unknown);
    terms.add_if(TermKind::Cost, cost.map(|cost| cost.id()));
    for award in &case.awards {
        let key = award_key(&award.name);
        terms.add_if(TermKind::Award, Some(key.as_str()).filter(|key| !key.is_empty()));
    }
    terms.0
}

/// The original's language and those of translations that have more than title and summary.
fn languages(case: &CaseStudy) -> impl Iterator<Item = Language> {
    let whole = |translation: &Translation| {
        translation.sections.as_ref().is_some_and(|sections| !sections.0.is_empty())
    };
    let translated = case.translations.iter().filter(move |(_, text)| whole(text));
    std::iter::once(case.language).chain(translated.map(|(language, _)| *language))
}

struct Terms(Vec<(TermKind, String)>);

impl Terms {
    fn add(&mut self, kind: TermKind, value: &str) {
        if !self.0.iter().any(|(known, other)| *known == kind && other == value) {
            self.0.push((kind, value.to_owned()));
        }
    }

    fn add_if(&mut self, kind: TermKind, value: Option<&str>) {
        if let Some(value) = value {
            self.add(kind, value);
        }
    }
}

/// Every text of a case that a reader may search, each on its own, in reading order. A phrase
/// never runs from one into the next; contacts are left out, being about persons.
pub fn case_texts(case: &CaseStudy) -> Vec<(TextPart, String)> {
    case_parts(case).into_iter().map(|(part, _, text)| (part, text.to_owned())).collect()
}

/// The same, not copied, each with its language; names are said to be in the original's.
pub(super) fn case_parts<'a>(case: &'a CaseStudy) -> Vec<(TextPart, Language, &'a str)> {
    let own = case.language;
    let mut texts = vec![(TextPart::Title, own, case.title.as_str())];
    let mut add = |part: TextPart, language: Language, text: &'a str| {
        if !text.is_empty() {
            texts.push((part, language, text));
        }
    };
    add(TextPart::Subtitle, own, case.subtitle.as_deref().unwrap_or_default());
    add(TextPart::Summary, own, &case.summary);
    for (_, text) in &case.sections.0 {
        add(TextPart::Section, own, text);
    }
    for (language, translation) in &case.translations {
        add(TextPart::Translation, *language, &translation.title);
        add(TextPart::Translation, *language, &translation.summary);
        for (_, text) in translation.sections.iter().flat_map(|sections| &sections.0) {
            add(TextPart::Translation, *language, text);
        }
    }
    for city in &case.cities {
        add(TextPart::Place, own, &city.name);
        add(TextPart::Place, own, city.name_local.as_deref().unwrap_or_default());
        add(TextPart::Place, own, city.name_en.as_deref().unwrap_or_default());
    }
    for actor in &case.actors {
        add(TextPart::Actor, own, &actor.name);
    }
    for text in details(case) {
        add(TextPart::Detail, own, text);
    }
    texts
}

fn details(case: &CaseStudy) -> impl Iterator<Item = &str> {
    let indicators = case.indicators.iter().flat_map(|indicator| {
        [Some(&indicator.label), Some(&indicator.value), indicator.unit.as_ref()]
    });
    let awards =
        case.awards.iter().flat_map(|award| [Some(&award.name), award.category.as_ref(), None]);
    let links = case.links.iter().map(|link| Some(&link.label));
    // Not what a picture shows: a reader who asks for trees wants cases about trees.
    let captions = case.images.iter().map(|image| image.caption.as_ref());
    let funding = case.funding.iter().map(|funding| funding.note.as_ref());
    let all = indicators.chain(awards).chain(links).chain(captions).chain(funding);
    all.flatten().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn city(name: &str, name_en: Option<&str>, country: &str) -> City {
        City {
            name: name.to_owned(),
            name_local: None,
            name_en: name_en.map(str::to_owned),
            country: country.to_owned(),
            region: None,
            lat: 0.0,
            lon: 0.0,
            geonameid: None,
            population: None,
            population_class: None,
        }
    }

    #[test]
    fn a_city_has_one_key_in_every_language() {
        assert_eq!(city_key(&city("Berlin", None, "DE")), "de-berlin");
        assert_eq!(city_key(&city("臺北市", Some("Taipei"), "TW")), "tw-taipei");
        assert_eq!(city_key(&city("東京", None, "JP")), "jp-東京");
        assert_eq!(city_key(&city("Gasteiz / Vitoria", None, "ES")), "es-gasteiz-vitoria");
        assert_eq!(city_key(&city("Iaşi", None, "RO")), city_key(&city("Iași", None, "RO")));
    }

    #[test]
    fn a_city_has_the_size_that_was_given_or_that_follows_from_its_people() {
        let sized = |population, population_class| {
            size(&City { population, population_class, ..city("X", None, "XX") })
        };
        assert_eq!(sized(Some(49_999), None), Some(PopulationClass::Xs));
        assert_eq!(sized(Some(50_000), None), Some(PopulationClass::S));
        assert_eq!(sized(Some(5_000_000), None), Some(PopulationClass::Xl));
        assert_eq!(sized(Some(7), Some(PopulationClass::L)), Some(PopulationClass::L));
        assert_eq!(sized(None, None), None);
    }

    #[test]
    fn an_award_has_one_key_however_it_is_written() {
        assert_eq!(award_key(" Prix  Égalité "), "prix egalite");
        assert_eq!(award_key("PRIX EGALITE"), award_key("Prix Égalité"));
        let long = award_key(&"ab ".repeat(200));
        assert!(long.len() <= QUERY_CHARS && award_key(&long) == long);
    }

    #[test]
    fn kinds_and_parts_come_back_from_their_ids() {
        assert!(TermKind::ALL.iter().all(|kind| TermKind::from_id(kind.id()) == Some(*kind)));
        assert!(TextPart::ALL.iter().all(|part| TextPart::from_id(part.id()) == Some(*part)));
    }
}
