//! From JSON to a case study, or to every reason why it is none.
//!
//! A field that was refused leaves a stand-in, so that the fields after it are read too; no
//! stand-in leaves this file, since one refusal refuses the record.

use serde_json::Value;

use super::bounds::{self, Bounds};
use super::fields::{Errors, Field, Fields, has_scheme, is_web_url};
use super::{
    Actor, Award, CaseStudy, City, Contact, Direction, Editorial, Focus, Funding, Image, Indicator,
    Link, Period, Sections, Translation, TranslationKind, dates, rules,
};
use crate::domain::vocabulary::{Closed, Language, SectionId, TargetCode, TopicId};

/// One reason why a record was refused.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FieldError {
    /// The field, such as `title` or `cities[0].lat`; `record` for the whole.
    pub path: String,
    /// A stable word for programs, such as `too-long`.
    pub code: &'static str,
    /// Field, bound and what was found, in English.
    pub message: String,
}

/// Why a record is no case study: never empty, at most a hundred reasons.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Refusal {
    pub errors: Vec<FieldError>,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, error) in self.errors.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { "; " })?;
            f.write_str(&error.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

const TRANSLATION: &[&str] = &["title", "summary", "kind", "sections"];
const CITY: &[&str] = &[
    "name",
    "name_local",
    "name_en",
    "country",
    "region",
    "lat",
    "lon",
    "geonameid",
    "population",
    "population_class",
];
const PERIOD: &[&str] = &["start", "end"];
const ACTOR: &[&str] = &["name", "kind", "role", "url"];
const FUNDING: &[&str] = &["sources", "cost_band", "amount_min", "amount_max", "currency", "note"];
const INDICATOR: &[&str] = &["label", "value", "unit", "year"];
const AWARD: &[&str] = &["name", "category", "year"];
const LINK: &[&str] = &["url", "label", "kind"];
const IMAGE: &[&str] =
    &["file", "placeholder_seed", "alt", "caption", "credit", "licence", "focus"];
const CONTACT: &[&str] = &["role", "citymaker", "email", "label"];
const EDITORIAL: &[&str] = &["state", "published", "updated", "revision", "last_reviewed"];

/// Reads a record of `vocabulary/case.schema.json`. Texts are brought to NFC and lose control
/// characters first; lengths count Unicode scalar values after that.
///
/// # Errors
/// Everything that is wrong with the record, field by field.
pub fn parse(value: &Value) -> Result<CaseStudy, Refusal> {
    let errors = Errors::default();
    let Some(record) = Field::root(value, &errors).object(super::FIELDS) else {
        return Err(errors.settle(()).expect_err("a record that is no object was refused"));
    };
    let case = case_study(&record, &errors);
    rules::check(&case, &errors);
    let case = errors.settle(case)?;
    rules::check_size(&case)?;
    Ok(case)
}

/// Everything that keeps a record from being published: what [`parse`] refuses, and beside it what
/// publishing asks for of the fields that were not refused themselves. Both are empty for a record
/// that can be published.
pub fn shortcomings(value: &Value) -> (Vec<FieldError>, Vec<FieldError>) {
    let (errors, wanted) = (Errors::default(), Errors::default());
    if let Some(record) = Field::root(value, &errors).object(super::FIELDS) {
        let case = case_study(&record, &errors);
        rules::check(&case, &errors);
        rules::check_publishing(&case, &errors, &wanted);
        if errors.is_empty()
            && let Err(refusal) = rules::check_size(&case)
        {
            return (refusal.errors, Vec::new());
        }
    }
    (errors.into_list(), wanted.into_list())
}

fn case_study(record: &Fields<'_>, errors: &Errors) -> CaseStudy {
    let language = choice(record.need("language"));
    CaseStudy {
        id: record.need("id").and_then(|field| slug(&field)).unwrap_or_default(),
        slug: record.need("slug").and_then(|field| slug(&field)).unwrap_or_default(),
        demo: record.get("demo").and_then(|field| field.flag()),
        title: line(record.need("title"), bounds::TITLE).unwrap_or_default(),
        subtitle: line(record.get("subtitle"), bounds::SUBTITLE),
        summary: line(record.need("summary"), bounds::SUMMARY).unwrap_or_default(),
        language,
        text_direction: record.get("text_direction").and_then(|field| field.known(direction)),
        translations: record
            .get("translations")
            .map(|field| translations(&field, language, errors))
            .unwrap_or_default(),
        cities: list(record.need("cities"), bounds::CITIES, city),
        sections: record.need("sections").map(|field| original(&field)).unwrap_or_default(),
        period: record
            .need("period")
            .and_then(|field| period(&field))
            .unwrap_or_else(|| Period { start: String::new(), end: None }),
        status: choice(record.need("status")),
        scale: record.get("scale").and_then(|field| field.choice()),
        topics: record
            .need("topics")
            .map(|field| field.distinct(bounds::TOPICS, |topic| topic.known(TopicId::from_id)))
            .unwrap_or_default(),
        sdgs: record
            .need("sdgs")
            .map(|field| field.distinct(bounds::SDGS, |goal| goal.whole(1, bounds::LAST_SDG)))
            .unwrap_or_default(),
        sdg_targets: record
            .get("sdg_targets")
            .map(|field| {
                field.distinct(bounds::SDG_TARGETS, |target| target.known(TargetCode::from_id))
            })
            .unwrap_or_default(),
        actors: list(record.need("actors"), bounds::ACTORS, actor),
        funding: record.get("funding").and_then(|field| funding(&field)),
        indicators: list(record.get("indicators"), bounds::INDICATORS, indicator),
        awards: list(record.get("awards"), bounds::AWARDS, award),
        links: list(record.get("links"), bounds::LINKS, link),
        images: list(record.get("images"), bounds::IMAGES, image),
        contacts: list(record.get("contacts"), bounds::CONTACTS, contact),
        licence: choice(record.need("licence")),
        source_network: line(record.need("source_network"), bounds::SOURCE_NETWORK)
            .unwrap_or_default(),
        source_url: url(record.get("source_url"), bounds::SOURCE_URL),
        submitted_by: line(record.get("submitted_by"), bounds::SUBMITTED_BY),
        related: list(record.get("related"), bounds::RELATED, related),
        editorial: record.need("editorial").and_then(|field| editorial(&field)).unwrap_or(
            Editorial {
                state: first(),
                published: None,
                updated: None,
                revision: None,
                last_reviewed: None,
            },
        ),
    }
}

fn first<T: Closed>() -> T {
    T::ALL[0]
}

fn choice<T: Closed>(field: Option<Field<'_>>) -> T {
    field.and_then(|field| field.choice()).unwrap_or_else(first)
}

fn line(field: Option<Field<'_>>, bounds: Bounds) -> Option<String> {
    field?.line(bounds)
}

fn url(field: Option<Field<'_>>, bounds: Bounds) -> Option<String> {
    field?.url(bounds)
}

fn list<T>(
    field: Option<Field<'_>>,
    bounds: Bounds,
    read: impl Fn(&Field<'_>) -> Option<T>,
) -> Vec<T> {
    let items = field.map(|field| field.items(bounds)).unwrap_or_default();
    items.iter().filter_map(read).collect()
}

/// `^[a-z0-9]+(-[a-z0-9]+)*$`
pub(super) fn is_slug(text: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.split('-').all(word)
}

fn slug(field: &Field<'_>) -> Option<String> {
    field.formed(is_slug, "small letters, digits and single hyphens")?;
    field.line(bounds::ID)
}

fn direction(id: &str) -> Option<Direction> {
    Direction::from_id(id)
}

fn kind(id: &str) -> Option<TranslationKind> {
    TranslationKind::from_id(id)
}

fn translations(
    field: &Field<'_>,
    original: Language,
    errors: &Errors,
) -> Vec<(Language, Translation)> {
    let Some(entries) = field.any_object() else { return Vec::new() };
    let mut translations = Vec::new();
    for (tag, entry) in entries.iter() {
        match Language::from_id(tag) {
            None => errors.add(&field.path, "unknown-value", "a language is not known"),
            // Two originals would contradict each other, and dropping one would lose a text.
            Some(language) if language == original && !errors.at("language") => {
                errors.add(&entry.path, "duplicate", "is the language of the original");
            }
            Some(language) => {
                translations.extend(translation(&entry).map(|read| (language, read)));
            }
        }
    }
    translations
}

fn translation(field: &Field<'_>) -> Option<Translation> {
    let fields = field.object(TRANSLATION)?;
    Some(Translation {
        title: line(fields.need("title"), bounds::TITLE).unwrap_or_default(),
        summary: line(fields.need("summary"), bounds::TRANSLATED_SUMMARY).unwrap_or_default(),
        kind: fields
            .need("kind")
            .and_then(|field| field.known(kind))
            .unwrap_or(TranslationKind::Human),
        sections: fields.get("sections").map(|field| sections(&field)),
    })
}

fn sections(field: &Field<'_>) -> Sections {
    let names: Vec<&str> = SectionId::ALL.iter().map(|id| id.id()).collect();
    let Some(fields) = field.object(&names) else { return Sections::default() };
    let read = |&id: &SectionId| Some((id, fields.get(id.id())?.block(bounds::SECTION)?));
    Sections(SectionId::ALL.iter().filter_map(read).collect())
}

fn original(field: &Field<'_>) -> Sections {
    if let Some(fields) = field.any_object() {
        fields.need(SectionId::Solution.id());
        return sections(field);
    }
    Sections::default()
}

fn city(field: &Field<'_>) -> Option<City> {
    let fields = field.object(CITY)?;
    let country = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    Some(City {
        name: line(fields.need("name"), bounds::CITY_NAME).unwrap_or_default(),
        name_local: line(fields.get("name_local"), bounds::CITY_NAME),
        name_en: line(fields.get("name_en"), bounds::CITY_NAME),
        country: fields
            .need("country")
            .and_then(|field| field.formed(country, "two capitals of ISO 3166-1, such as DK"))
            .unwrap_or_default(),
        region: line(fields.get("region"), bounds::REGION),
        lat: fields.need("lat").and_then(|field| field.degrees(bounds::LAT)).unwrap_or_default(),
        lon: fields.need("lon").and_then(|field| field.degrees(bounds::LON)).unwrap_or_default(),
        geonameid: fields.get("geonameid").and_then(|field| field.whole(1, u64::MAX.into())),
        population: fields.get("population").and_then(|field| field.whole(0, u64::MAX.into())),
        population_class: fields.get("population_class").and_then(|field| field.choice()),
    })
}

fn period(field: &Field<'_>) -> Option<Period> {
    let fields = field.object(PERIOD)?;
    let date = |field: Field<'_>| {
        field.formed(dates::is_date, "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD")
    };
    let start = fields.need("start").and_then(date).unwrap_or_default();
    Some(Period { start, end: fields.nullable("end").and_then(date) })
}

fn actor(field: &Field<'_>) -> Option<Actor> {
    let fields = field.object(ACTOR)?;
    Some(Actor {
        name: line(fields.need("name"), bounds::ACTOR_NAME).unwrap_or_default(),
        kind: choice(fields.need("kind")),
        role: choice(fields.need("role")),
        url: url(fields.get("url"), bounds::ACTOR_URL),
    })
}

fn funding(field: &Field<'_>) -> Option<Funding> {
    let fields = field.object(FUNDING)?;
    let currency = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    let amount = |name| fields.nullable(name).and_then(|field| field.whole(0, u64::MAX.into()));
    Some(Funding {
        sources: fields
            .get("sources")
            .map(|field| field.distinct(bounds::FUNDING_SOURCES, |source| source.choice()))
            .unwrap_or_default(),
        cost_band: fields.get("cost_band").and_then(|field| field.choice()),
        amount_min: amount("amount_min"),
        amount_max: amount("amount_max"),
        currency: fields
            .nullable("currency")
            .and_then(|field| field.formed(currency, "three capitals of ISO 4217, such as EUR")),
        note: line(fields.get("note"), bounds::FUNDING_NOTE),
    })
}

fn indicator(field: &Field<'_>) -> Option<Indicator> {
    let fields = field.object(INDICATOR)?;
    Some(Indicator {
        label: line(fields.need("label"), bounds::INDICATOR_LABEL).unwrap_or_default(),
        value: line(fields.need("value"), bounds::INDICATOR_VALUE).unwrap_or_default(),
        unit: line(fields.get("unit"), bounds::INDICATOR_UNIT),
        year: fields.get("year").and_then(|field| field.whole(i64::MIN.into(), i64::MAX.into())),
    })
}

fn award(field: &Field<'_>) -> Option<Award> {
    let fields = field.object(AWARD)?;
    let year = |field: Field<'_>| field.whole(bounds::FIRST_AWARD_YEAR, bounds::LAST_AWARD_YEAR);
    Some(Award {
        name: line(fields.need("name"), bounds::AWARD_NAME).unwrap_or_default(),
        category: line(fields.get("category"), bounds::AWARD_CATEGORY),
        year: fields.get("year").and_then(year),
    })
}

fn link(field: &Field<'_>) -> Option<Link> {
    let fields = field.object(LINK)?;
    Some(Link {
        url: url(fields.need("url"), bounds::LINK_URL).unwrap_or_default(),
        label: line(fields.need("label"), bounds::LINK_LABEL).unwrap_or_default(),
        kind: choice(fields.need("kind")),
    })
}

fn image(field: &Field<'_>) -> Option<Image> {
    let fields = field.object(IMAGE)?;
    Some(Image {
        file: fields.nullable("file").and_then(|field| file(&field)),
        placeholder_seed: fields
            .get("placeholder_seed")
            .and_then(|field| field.whole(i64::MIN.into(), i64::MAX.into())),
        alt: line(fields.need("alt"), bounds::IMAGE_ALT).unwrap_or_default(),
        caption: line(fields.get("caption"), bounds::IMAGE_CAPTION),
        credit: line(fields.get("credit"), bounds::IMAGE_CREDIT),
        licence: fields.get("licence").and_then(|field| field.choice()),
        focus: fields.get("focus").and_then(|field| field.known(Focus::from_id)),
    })
}

/// A picture's address, or the name of a file beside the record that never leads out of there.
fn file(field: &Field<'_>) -> Option<String> {
    let text = field.line(bounds::IMAGE_FILE)?;
    if has_scheme(&text) {
        return field.url(bounds::IMAGE_FILE);
    }
    let beside = |name: &str| !name.starts_with('/') && name.split(['/', '\\']).all(|p| p != "..");
    field.formed(|_| beside(&text), "an http or https address, or the name of a file")?;
    Some(text)
}

fn contact(field: &Field<'_>) -> Option<Contact> {
    let fields = field.object(CONTACT)?;
    Some(Contact {
        role: choice(fields.need("role")),
        citymaker: line(fields.get("citymaker"), bounds::CONTACT_CITYMAKER),
        email: line(fields.get("email"), bounds::CONTACT_EMAIL),
        label: line(fields.get("label"), bounds::CONTACT_LABEL),
    })
}

fn related(field: &Field<'_>) -> Option<String> {
    let text = field.line(bounds::RELATED_ID)?;
    if has_scheme(&text) {
        return field.url(bounds::RELATED_ID);
    }
    field.formed(is_slug, "the id of a case, or an http or https address")
}

fn editorial(field: &Field<'_>) -> Option<Editorial> {
    let fields = field.object(EDITORIAL)?;
    let time = |name| fields.get(name).and_then(|field| timestamp(&field));
    Some(Editorial {
        state: choice(fields.need("state")),
        published: time("published"),
        updated: time("updated"),
        revision: fields.get("revision").and_then(|field| field.whole(1, i64::MAX.into())),
        last_reviewed: fields
            .get("last_reviewed")
            .and_then(|field| field.formed(dates::is_day, "a day that exists: YYYY-MM-DD")),
    })
}

/// Milliseconds since the epoch; digits beyond the third after the second are cut off.
fn timestamp(field: &Field<'_>) -> Option<i64> {
    let text = field.line(bounds::TIMESTAMP)?;
    let known = |_: &str| dates::from_rfc3339(&text);
    field.formed(|text| known(text).is_some(), "a time as RFC 3339 writes it")?;
    known(&text)
}

/// Whether a text is a case elsewhere rather than the id of one here.
pub fn is_elsewhere(related: &str) -> bool {
    is_web_url(related)
}
