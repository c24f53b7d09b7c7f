//! A case that is being written: any of the fields of the schema, none of them required.

use serde_json::{Map, Value, json};

use super::shape::{self, fault};
use crate::domain::{
    case_study::{self, CaseStudy, FieldError, Refusal, bounds, parse},
    search::fold,
};

/// What people have written of a case so far. Texts are clean and bounded; nothing in it is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft(Map<String, Value>);

/// What a finished case gets from its instance.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Id of the case in the schema; never changes.
    pub key: &'a str,
    /// The readable part of its page's address.
    pub slug: &'a str,
    /// Slug of the network that publishes it.
    pub network: &'a str,
}

/// What keeps a draft from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Fields of the schema that cannot stay as they are; without these it cannot be submitted.
    pub refused: Vec<FieldError>,
    /// What publishing asks for besides.
    pub wanted: Vec<FieldError>,
    /// How many of the required fields are there.
    pub done: usize,
}

/// What a finished case has at least, in the order in which the form asks for it.
pub const NEEDED: &[&str] = &[
    "title",
    "language",
    "summary",
    "period",
    "status",
    "scale",
    "cities",
    "sections.solution",
    "sections",
    "topics",
    "sdgs",
    "actors",
    "licence",
];

impl Draft {
    /// Reads a draft as it comes from outside or from the store.
    ///
    /// # Errors
    /// What cannot be kept: unknown fields, values of another kind, texts and lists that are several
    /// times longer than they may be in the end.
    pub fn read(value: &Value) -> Result<Self, Refusal> {
        let mut faults = Vec::new();
        let mut fields = Map::new();
        match value {
            Value::Object(map) => {
                for (name, value) in map {
                    match shape::of(name) {
                        Some(shape) => {
                            let kept = shape.keep(value, name, &mut faults);
                            fields.extend(kept.map(|value| (name.clone(), value)));
                        }
                        None => fault(&mut faults, name, "unknown-field", "is not a field".into()),
                    }
                }
            }
            _ => fault(&mut faults, "record", "wrong-type", "must be an object".into()),
        }
        let draft = Draft(fields);
        if draft.to_json().len() > bounds::RECORD_BYTES {
            fault(&mut faults, "record", "too-long", "is larger than a case may be".into());
        }
        if faults.is_empty() { Ok(draft) } else { Err(Refusal { errors: faults }) }
    }

    /// Whether people write a field of this name.
    pub fn has_field(name: &str) -> bool {
        shape::of(name).is_some()
    }

    /// A working copy of a finished case.
    pub fn of(case: &CaseStudy) -> Self {
        let Value::Object(mut record) = case.to_value() else { return Draft::default() };
        record.retain(|name, _| shape::of(name).is_some());
        // What passed as a case passes as a draft: its bounds are no smaller.
        Draft::read(&Value::Object(record)).unwrap_or_default()
    }

    pub fn to_value(&self) -> Value {
        Value::Object(self.0.clone())
    }

    pub fn to_json(&self) -> String {
        self.to_value().to_string()
    }

    pub(super) fn fields(&self) -> &Map<String, Value> {
        &self.0
    }

    pub(super) fn from_fields(fields: Map<String, Value>) -> Self {
        Draft(fields)
    }

    /// The value at a path such as `title`, `sections.solution` or `actors.0.name`.
    pub fn at(&self, path: &str) -> Option<&Value> {
        let mut names = path.split('.');
        let mut value = self.0.get(names.next()?)?;
        for name in names {
            value = match value {
                Value::Object(map) => map.get(name)?,
                Value::Array(items) => items.get(name.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(value)
    }

    /// The text at a path; numbers as they are written, nothing for lists and objects.
    pub fn text(&self, path: &str) -> String {
        match self.at(path) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// How many entries the list at a path has.
    pub fn rows(&self, path: &str) -> usize {
        self.at(path).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// The words and numbers of a list, as texts.
    pub fn texts(&self, path: &str) -> Vec<String> {
        let items = self.at(path).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let text = |item: &Value| match item {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        items.iter().filter_map(text).collect()
    }

    /// The title, for lists; empty as long as there is none.
    pub fn title(&self) -> String {
        self.text("title")
    }

    /// The draft with another value at the top; `Null` takes the field out.
    ///
    /// # Errors
    /// As [`Draft::read`].
    pub fn with(&self, field: &str, value: Value) -> Result<Self, Refusal> {
        let mut fields = self.0.clone();
        fields.insert(field.to_owned(), value);
        Self::read(&Value::Object(fields))
    }

    /// The draft with another value at a path of names such as `sections.solution`; `Null` takes
    /// out what is there.
    ///
    /// # Errors
    /// As [`Draft::read`].
    pub fn with_at(&self, path: &str, value: Value) -> Result<Self, Refusal> {
        let Some((field, rest)) = path.split_once('.') else { return self.with(path, value) };
        let mut inner = self.0.get(field).cloned().unwrap_or(Value::Null);
        put(&mut inner, rest, value);
        self.with(field, inner)
    }

    fn record(&self, place: Place<'_>) -> Value {
        let mut record = self.0.clone();
        record.insert("id".into(), place.key.into());
        record.insert("slug".into(), place.slug.into());
        record.entry("source_network").or_insert_with(|| place.network.into());
        record.insert("editorial".into(), json!({ "state": "draft" }));
        Value::Object(record)
    }

    /// The draft as a case.
    ///
    /// # Errors
    /// Everything that is wrong or lacking, field by field.
    pub fn finished(&self, place: Place<'_>) -> Result<CaseStudy, Refusal> {
        parse(&self.record(place))
    }

    /// What is wrong or lacking, and how far it is.
    pub fn missing(&self, place: Place<'_>) -> Missing {
        let (refused, wanted) = case_study::shortcomings(&self.record(place));
        let under = |needed: &str, path: &str| {
            path.strip_prefix(needed)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let lacks = |needed: &&&str| {
            let found = || refused.iter().chain(&wanted);
            match **needed {
                // One of several sections, beside the one that is always required.
                "sections" => found().any(|error| error.path == "sections"),
                "sections.solution" if self.at("sections").is_none() => true,
                needed => found().any(|error| under(needed, &error.path)),
            }
        };
        let open = NEEDED.iter().filter(lacks).count();
        Missing { done: NEEDED.len() - open, refused, wanted }
    }
}

/// Puts a value at a path, making the objects on the way.
fn put(into: &mut Value, path: &str, value: Value) {
    if !into.is_object() {
        *into = Value::Object(Map::new());
    }
    let Value::Object(map) = into else { return };
    match path.split_once('.') {
        None => {
            map.insert(path.to_owned(), value);
        }
        Some((name, rest)) => put(map.entry(name).or_insert(Value::Null), rest, value),
    }
}

impl Missing {
    /// Whether nothing keeps it from being published.
    pub fn is_nothing(&self) -> bool {
        self.refused.is_empty() && self.wanted.is_empty()
    }
}

/// The id that a new case gets: its title in small letters and digits, and the end of `id`, the
/// ULID of its manuscript, so that no two are the same.
pub fn key_of(title: &str, id: &str) -> String {
    let tail = id[id.len().saturating_sub(6)..].to_lowercase();
    format!("{}-{tail}", slug_of(title))
}

/// A title as part of an address: what it has of Latin letters and digits; `case` where that is
/// nothing.
pub fn slug_of(title: &str) -> String {
    let mut slug = String::new();
    for word in fold(title).split(|c: char| !c.is_ascii_alphanumeric()) {
        if !word.is_empty() && slug.len() + word.len() < 70 {
            slug.push_str(if slug.is_empty() { "" } else { "-" });
            slug.push_str(word);
        }
    }
    if slug.len() < 3 {
        format!("case{}{slug}", if slug.is_empty() { "" } else { "-" })
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place<'static> = Place { key: "a-case-1", slug: "a-case", network: "iclei" };

    fn draft(value: Value) -> Draft {
        Draft::read(&value).unwrap()
    }

    #[test]
    fn a_draft_may_be_empty_and_says_all_that_is_missing() {
        let missing = Draft::default().missing(PLACE);
        let paths: Vec<_> = missing.refused.iter().map(|error| error.path.as_str()).collect();
        for needed in ["title", "summary", "language", "cities", "sections", "period", "topics"] {
            assert!(paths.contains(&needed), "{needed} of {paths:?}");
        }
        assert_eq!(missing.done, 0);
        assert!(!missing.is_nothing());
    }

    #[test]
    fn a_draft_keeps_what_was_typed_even_where_it_is_wrong() {
        let kept = draft(json!({
            "title": " ok ", "funding": {"amount_min": "about 5", "amount_max": "7"}, "sdgs": ["11"],
            "subtitle": "", "cities": [], "sections": {"solution": "a\r\nb\n\n"},
        }));
        assert_eq!(kept.text("title"), "ok");
        assert_eq!(kept.text("funding.amount_min"), "about 5");
        assert_eq!(kept.at("funding.amount_max"), Some(&json!(7)));
        assert_eq!(kept.at("sdgs"), Some(&json!([11])));
        assert_eq!(kept.at("subtitle"), None);
        assert_eq!(kept.text("sections.solution"), "a\nb");
        assert_eq!(Draft::read(&kept.to_value()).unwrap(), kept);
        let refused = kept.missing(PLACE).refused;
        assert!(refused.iter().any(|error| error.path == "funding.amount_min"), "{refused:?}");
        assert!(refused.iter().any(|error| error.path == "title" && error.code == "too-short"));
    }

    #[test]
    fn what_is_far_too_long_or_no_field_is_refused_by_name() {
        let faults = |value: Value| Draft::read(&value).unwrap_err().errors;
        assert_eq!(faults(json!({"title": "x".repeat(901)}))[0].path, "title");
        assert!(Draft::read(&json!({"title": "x".repeat(900)})).is_ok());
        assert_eq!(faults(json!({"editorial": {"state": "published"}}))[0].code, "unknown-field");
        assert_eq!(faults(json!({"sections": {"secret": "x"}}))[0].path, "sections.secret");
        assert_eq!(faults(json!({"topics": vec!["x"; 25]}))[0].code, "too-many");
        assert_eq!(faults(json!({"title": ["x"]}))[0].code, "wrong-type");
        assert_eq!(faults(json!([]))[0].path, "record");
    }

    #[test]
    fn an_id_is_made_of_the_title_whatever_its_script() {
        assert_eq!(
            key_of("Straßen, die Regen trinken!", "01HXYZABCDEF"),
            "strassen-die-regen-trinken-abcdef"
        );
        assert_eq!(key_of("東京の雨", "01HXYZABCDEF"), "case-abcdef");
        assert_eq!(slug_of("X"), "case-x");
        assert!(slug_of(&"word ".repeat(60)).len() <= 70);
    }
}
