//! From a case study to JSON: the schema's fields in the schema's order, absent ones absent.

use serde_json::{Map, Value};

use super::dates::to_rfc3339;
use super::{
    Actor, Award, CaseStudy, City, Contact, Direction, Editorial, Focus, Funding, Image, Indicator,
    Link, Period, Sections, Translation, TranslationKind,
};
use crate::domain::vocabulary::Closed;

/// An object in the making.
#[derive(Default)]
struct Object(Map<String, Value>);

impl Object {
    fn put(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    fn put_if<V: Into<Value>>(self, name: &str, value: Option<V>) -> Self {
        match value {
            Some(value) => self.put(name, value),
            None => self,
        }
    }

    /// A list, absent when it is empty.
    fn put_list<T, V: Into<Value>>(self, name: &str, items: &[T], one: impl Fn(&T) -> V) -> Self {
        if items.is_empty() {
            return self;
        }
        let items: Vec<Value> = items.iter().map(|item| one(item).into()).collect();
        self.put(name, items)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object.0)
    }
}

fn id<T: Closed>(entry: &T) -> &'static str {
    entry.id()
}

impl CaseStudy {
    /// The case as a record of `vocabulary/case.schema.json`, contact addresses and all;
    /// [`super::parse`] reads the same case from it. For strangers take [`Self::public`] first.
    pub fn to_value(&self) -> Value {
        let Self {
            id: own_id,
            slug,
            demo,
            title,
            subtitle,
            summary,
            language,
            text_direction,
            translations,
            cities,
            sections,
            period,
            status,
            scale,
            topics,
            sdgs,
            sdg_targets,
            actors,
            funding,
            indicators,
            awards,
            links,
            images,
            contacts,
            licence,
            source_network,
            source_url,
            submitted_by,
            related,
            editorial,
        } = self;
        Object::default()
            .put("id", own_id.as_str())
            .put("slug", slug.as_str())
            .put_if("demo", *demo)
            .put("title", title.as_str())
            .put_if("subtitle", subtitle.as_deref())
            .put("summary", summary.as_str())
            .put("language", language.id())
            .put_if("text_direction", text_direction.map(Direction::id))
            .put_if("translations", (!translations.is_empty()).then(|| by_language(translations)))
            .put_list("cities", cities, city)
            .put("sections", sections.to_value())
            .put("period", period_value(period))
            .put("status", status.id())
            .put_if("scale", scale.as_ref().map(id))
            .put_list("topics", topics, |topic| topic.id())
            .put_list("sdgs", sdgs, |goal| *goal)
            .put_list("sdg_targets", sdg_targets, |target| target.id())
            .put_list("actors", actors, actor)
            .put_if("funding", funding.as_ref().map(funding_value))
            .put_list("indicators", indicators, indicator)
            .put_list("awards", awards, award)
            .put_list("links", links, link)
            .put_list("images", images, image)
            .put_list("contacts", contacts, contact)
            .put("licence", licence.id())
            .put("source_network", source_network.as_str())
            .put_if("source_url", source_url.as_deref())
            .put_if("submitted_by", submitted_by.as_deref())
            .put_list("related", related, String::clone)
            .put("editorial", editorial_value(editorial))
            .into()
    }

    /// The case as strangers may see it: without the e-mail addresses of its contacts. The
    /// state is left as it is; it never leaves on its own, see FEDERATION.md.
    pub fn public(&self) -> Self {
        let mut case = self.clone();
        for contact in &mut case.contacts {
            contact.email = None;
        }
        case
    }
}

impl Sections {
    /// The sections as an object, in the vocabulary's order.
    pub fn to_value(&self) -> Value {
        let object = self.0.iter().fold(Object::default(), |object, (section, text)| {
            object.put(section.id(), text.as_str())
        });
        object.into()
    }
}

impl Translation {
    /// The translation as the schema writes it.
    pub fn to_value(&self) -> Value {
        let Self { title, summary, kind, sections } = self;
        Object::default()
            .put("title", title.as_str())
            .put("summary", summary.as_str())
            .put("kind", kind.id())
            .put_if("sections", sections.as_ref().map(Sections::to_value))
            .into()
    }
}

impl Direction {
    /// As HTML's `dir` and the schema write it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// The direction with exactly this id.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Ltr, Self::Rtl].into_iter().find(|direction| direction.id() == id)
    }
}

impl TranslationKind {
    /// As the schema writes it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Machine => "machine",
        }
    }

    /// The kind with exactly this id.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Human, Self::Machine].into_iter().find(|kind| kind.id() == id)
    }
}

fn by_language(translations: &[(crate::domain::vocabulary::Language, Translation)]) -> Object {
    translations.iter().fold(Object::default(), |object, (language, translation)| {
        object.put(language.id(), translation.to_value())
    })
}

fn city(city: &City) -> Object {
    let City {
        name,
        name_local,
        name_en,
        country,
        region,
        lat,
        lon,
        geonameid,
        population,
        population_class,
    } = city;
    Object::default()
        .put("name", name.as_str())
        .put_if("name_local", name_local.as_deref())
        .put_if("name_en", name_en.as_deref())
        .put("country", country.as_str())
        .put_if("region", region.as_deref())
        .put("lat", *lat)
        .put("lon", *lon)
        .put_if("geonameid", *geonameid)
        .put_if("population", *population)
        .put_if("population_class", population_class.as_ref().map(id))
}

fn period_value(period: &Period) -> Object {
    let Period { start, end } = period;
    Object::default().put("start", start.as_str()).put_if("end", end.as_deref())
}

fn actor(actor: &Actor) -> Object {
    let Actor { name, kind, role, url } = actor;
    Object::default()
        .put("name", name.as_str())
        .put("kind", kind.id())
        .put("role", role.id())
        .put_if("url", url.as_deref())
}

fn funding_value(funding: &Funding) -> Object {
    let Funding { sources, cost_band, amount_min, amount_max, currency, note } = funding;
    Object::default()
        .put_list("sources", sources, id)
        .put_if("cost_band", cost_band.as_ref().map(id))
        .put_if("amount_min", *amount_min)
        .put_if("amount_max", *amount_max)
        .put_if("currency", currency.as_deref())
        .put_if("note", note.as_deref())
}

fn indicator(indicator: &Indicator) -> Object {
    let Indicator { label, value, unit, year } = indicator;
    Object::default()
        .put("label", label.as_str())
        .put("value", value.as_str())
        .put_if("unit", unit.as_deref())
        .put_if("year", *year)
}

fn award(award: &Award) -> Object {
    let Award { name, category, year } = award;
    Object::default()
        .put("name", name.as_str())
        .put_if("category", category.as_deref())
        .put_if("year", *year)
}

fn link(link: &Link) -> Object {
    let Link { url, label, kind } = link;
    Object::default().put("url", url.as_str()).put("label", label.as_str()).put("kind", kind.id())
}

fn image(image: &Image) -> Object {
    let Image { file, placeholder_seed, alt, caption, credit, licence, focus } = image;
    Object::default()
        .put_if("file", file.as_deref())
        .put_if("placeholder_seed", *placeholder_seed)
        .put("alt", alt.as_str())
        .put_if("caption", caption.as_deref())
        .put_if("credit", credit.as_deref())
        .put_if("licence", licence.as_ref().map(id))
        .put_if("focus", focus.map(Focus::id))
}

fn contact(contact: &Contact) -> Object {
    let Contact { role, citymaker, email, label } = contact;
    Object::default()
        .put("role", role.id())
        .put_if("citymaker", citymaker.as_deref())
        .put_if("email", email.as_deref())
        .put_if("label", label.as_deref())
}

fn editorial_value(editorial: &Editorial) -> Object {
    let Editorial { state, published, updated, revision, last_reviewed } = editorial;
    Object::default()
        .put("state", state.id())
        .put_if("published", published.map(to_rfc3339))
        .put_if("updated", updated.map(to_rfc3339))
        .put_if("revision", *revision)
        .put_if("last_reviewed", last_reviewed.as_deref())
}
