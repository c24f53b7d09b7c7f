//! What a draft may hold: the fields of the schema with the most of each, and nothing about the
//! least, since a draft is allowed to be unfinished.

use serde_json::{Map, Number, Value};

use crate::domain::{
    case_study::{FieldError, bounds},
    text::{clean_block, clean_line},
    vocabulary::{Language, SectionId},
};

/// Longest text that stands for a number or a word of a vocabulary.
const WORD: usize = 120;
/// A text may be this many times as long as it is allowed to be in the end: who pastes a long one
/// gets told what is too much, and loses nothing.
const SLACK: usize = 3;

/// The form of one value.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// One line of at most so many characters in the end.
    Line(usize),
    /// Several lines.
    Block(usize),
    /// A word of a vocabulary, a date, an address part.
    Word,
    Flag,
    /// A whole number; a text that is none is kept as it was typed.
    Whole,
    /// A number; a text that is none is kept as it was typed.
    Degrees,
    /// An object with these fields.
    Object(&'static [(&'static str, Shape)]),
    /// At most so many.
    List(usize, &'static Shape),
    /// Texts by section.
    Sections,
    /// Translations by language.
    Translations,
}

use Shape::{Block, Degrees, Flag, Line, List, Object, Whole, Word};

const CITY: Shape = Object(&[
    ("name", Line(bounds::CITY_NAME.max)),
    ("name_local", Line(bounds::CITY_NAME.max)),
    ("name_en", Line(bounds::CITY_NAME.max)),
    ("country", Word),
    ("region", Word),
    ("lat", Degrees),
    ("lon", Degrees),
    ("geonameid", Whole),
    ("population", Whole),
    ("population_class", Word),
]);
const ACTOR: Shape = Object(&[
    ("name", Line(bounds::ACTOR_NAME.max)),
    ("kind", Word),
    ("role", Word),
    ("url", Line(bounds::ACTOR_URL.max)),
]);
const FUNDING: Shape = Object(&[
    ("sources", List(bounds::FUNDING_SOURCES.max, &Word)),
    ("cost_band", Word),
    ("amount_min", Whole),
    ("amount_max", Whole),
    ("currency", Word),
    ("note", Line(bounds::FUNDING_NOTE.max)),
]);
const INDICATOR: Shape = Object(&[
    ("label", Line(bounds::INDICATOR_LABEL.max)),
    ("value", Line(bounds::INDICATOR_VALUE.max)),
    ("unit", Line(bounds::INDICATOR_UNIT.max)),
    ("year", Whole),
]);
const AWARD: Shape = Object(&[
    ("name", Line(bounds::AWARD_NAME.max)),
    ("category", Line(bounds::AWARD_CATEGORY.max)),
    ("year", Whole),
]);
const LINK: Shape = Object(&[
    ("url", Line(bounds::LINK_URL.max)),
    ("label", Line(bounds::LINK_LABEL.max)),
    ("kind", Word),
]);
const IMAGE: Shape = Object(&[
    ("file", Line(bounds::IMAGE_FILE.max)),
    ("placeholder_seed", Whole),
    ("alt", Line(bounds::IMAGE_ALT.max)),
    ("caption", Line(bounds::IMAGE_CAPTION.max)),
    ("credit", Line(bounds::IMAGE_CREDIT.max)),
    ("licence", Word),
    ("focus", Word),
]);
const CONTACT: Shape = Object(&[
    ("role", Word),
    ("citymaker", Line(bounds::CONTACT_CITYMAKER.max)),
    ("email", Line(bounds::CONTACT_EMAIL.max)),
    ("label", Line(bounds::CONTACT_LABEL.max)),
]);
const TRANSLATION: Shape = Object(&[
    ("title", Line(bounds::TITLE.max)),
    ("summary", Line(bounds::SUMMARY.max)),
    ("kind", Word),
    ("sections", Shape::Sections),
]);

/// The fields people write, by their names in the schema. Its other fields (`id`, `slug`,
/// `editorial`) are given by the instance.
pub(super) const FIELDS: &[(&str, Shape)] = &[
    ("demo", Flag),
    ("title", Line(bounds::TITLE.max)),
    ("subtitle", Line(bounds::SUBTITLE.max)),
    ("summary", Line(bounds::SUMMARY.max)),
    ("language", Word),
    ("text_direction", Word),
    ("translations", Shape::Translations),
    ("cities", List(bounds::CITIES.max, &CITY)),
    ("sections", Shape::Sections),
    ("period", Object(&[("start", Word), ("end", Word)])),
    ("status", Word),
    ("scale", Word),
    ("topics", List(bounds::TOPICS.max, &Word)),
    ("sdgs", List(bounds::SDGS.max, &Whole)),
    ("sdg_targets", List(bounds::SDG_TARGETS.max, &Word)),
    ("actors", List(bounds::ACTORS.max, &ACTOR)),
    ("funding", FUNDING),
    ("indicators", List(bounds::INDICATORS.max, &INDICATOR)),
    ("awards", List(bounds::AWARDS.max, &AWARD)),
    ("links", List(bounds::LINKS.max, &LINK)),
    ("images", List(bounds::IMAGES.max, &IMAGE)),
    ("contacts", List(bounds::CONTACTS.max, &CONTACT)),
    ("licence", Word),
    ("source_network", Line(bounds::SOURCE_NETWORK.max)),
    ("source_url", Line(bounds::SOURCE_URL.max)),
    ("submitted_by", Line(bounds::SUBMITTED_BY.max)),
    ("related", List(bounds::RELATED.max, &Line(bounds::RELATED_ID.max))),
];

/// The shape of a field of the schema.
pub(super) fn of(field: &str) -> Option<Shape> {
    FIELDS.iter().find(|(name, _)| *name == field).map(|(_, shape)| *shape)
}

impl Shape {
    /// The shape of what an object of this shape holds under a name.
    pub(super) fn inside(self, name: &str) -> Option<Shape> {
        match self {
            Object(fields) => fields.iter().find(|(own, _)| *own == name).map(|(_, shape)| *shape),
            Shape::Sections => SectionId::from_id(name).map(|_| Block(bounds::SECTION.max)),
            Shape::Translations => Language::from_id(name).map(|_| TRANSLATION),
            _ => None,
        }
    }

    /// The value as a draft keeps it: clean, without anything that is empty. `None` when nothing
    /// is left of it. What cannot be kept is added to `faults`.
    pub(super) fn keep(
        self,
        value: &Value,
        path: &str,
        faults: &mut Vec<FieldError>,
    ) -> Option<Value> {
        match (self, value) {
            (_, Value::Null) => None,
            (Line(most), Value::String(text)) => kept(clean_line(text).trim(), most, path, faults),
            (Block(most), Value::String(text)) => {
                // Browsers drop a line end at the beginning of a field.
                kept(clean_block(text).trim_start_matches('\n').trim_end(), most, path, faults)
            }
            (Word | Whole | Degrees, Value::String(text)) => {
                let text = clean_line(text);
                let text = text.trim();
                match self.number(text) {
                    Some(number) => Some(Value::Number(number)),
                    None => kept(text, WORD, path, faults),
                }
            }
            (Flag, Value::Bool(_)) | (Whole | Degrees, Value::Number(_)) => Some(value.clone()),
            (List(most, shape), Value::Array(items)) => {
                if items.len() > most * SLACK {
                    fault(faults, path, "too-many", format!("at most {most}"));
                    return None;
                }
                let one = |(at, item)| shape.keep(item, &format!("{path}[{at}]"), faults);
                let items: Vec<_> = items.iter().enumerate().filter_map(one).collect();
                (!items.is_empty()).then_some(Value::Array(items))
            }
            (Object(_) | Shape::Sections | Shape::Translations, Value::Object(map)) => {
                let mut own = Map::new();
                for (name, value) in map {
                    let inside = format!("{path}.{}", clean_line(name));
                    match self.inside(name) {
                        Some(shape) => {
                            let kept = shape.keep(value, &inside, faults);
                            own.extend(kept.map(|value| (name.clone(), value)));
                        }
                        None => fault(faults, &inside, "unknown-field", "is not a field".into()),
                    }
                }
                (!own.is_empty()).then_some(Value::Object(own))
            }
            _ => {
                fault(faults, path, "wrong-type", "is of another kind".into());
                None
            }
        }
    }

    /// A typed number, where one is wanted.
    fn number(self, text: &str) -> Option<Number> {
        match self {
            Whole => text.parse::<i64>().ok().map(Number::from),
            Degrees => text.parse::<f64>().ok().and_then(Number::from_f64),
            _ => None,
        }
    }
}

fn kept(text: &str, most: usize, path: &str, faults: &mut Vec<FieldError>) -> Option<Value> {
    let found = text.chars().count();
    if found > most * SLACK {
        fault(faults, path, "too-long", format!("at most {most} characters, found {found}"));
        return None;
    }
    (!text.is_empty()).then(|| Value::from(text))
}

pub(super) fn fault(faults: &mut Vec<FieldError>, path: &str, code: &'static str, message: String) {
    // Nobody reads more, and a hostile draft could be wrong a million times.
    if faults.len() < 100 {
        let message = format!("{path}: {message}");
        faults.push(FieldError { path: path.to_owned(), code, message });
    }
}
