//! The form in parts: which fields each part asks for, and how what a person typed becomes fields.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Draft, shape};
use crate::domain::case_study::Refusal;

/// A part of the form, saved on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Basics,
    Places,
    Story,
    Subjects,
    People,
    Numbers,
    Pictures,
    Sources,
}

impl Part {
    /// In the order in which the form asks.
    pub const ALL: [Part; 8] = [
        Part::Basics,
        Part::Places,
        Part::Story,
        Part::Subjects,
        Part::People,
        Part::Numbers,
        Part::Pictures,
        Part::Sources,
    ];

    /// As it stands in addresses, and in the names of texts.
    pub const fn id(self) -> &'static str {
        match self {
            Part::Basics => "basics",
            Part::Places => "places",
            Part::Story => "story",
            Part::Subjects => "subjects",
            Part::People => "people",
            Part::Numbers => "numbers",
            Part::Pictures => "pictures",
            Part::Sources => "sources",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.id() == id)
    }

    /// The fields of the schema that this part asks for.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Part::Basics => {
                &["title", "subtitle", "summary", "language", "period", "status", "scale"]
            }
            Part::Places => &["cities"],
            Part::Story => &["sections"],
            Part::Subjects => &["topics", "sdgs", "sdg_targets"],
            Part::People => &["actors", "contacts"],
            Part::Numbers => &["funding", "indicators", "awards"],
            Part::Pictures => &["images"],
            Part::Sources => &["links", "licence", "source_url", "related"],
        }
    }

    /// The part that asks for the field a path begins with.
    pub fn of(path: &str) -> Option<Self> {
        let field = path.split(['.', '[']).next().unwrap_or(path);
        Self::ALL.into_iter().find(|part| part.fields().contains(&field))
    }

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|part| *part == self)?;
        Self::ALL.get(at + 1).copied()
    }
}

/// A field of the form or a row of a list, on the way to a value.
#[derive(Default)]
struct Node {
    texts: Vec<String>,
    inside: BTreeMap<Key, Node>,
}

/// Rows in their order, then names.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Row(u32),
    Name(String),
}

impl Node {
    fn put(&mut self, path: &str, text: &str) {
        let Some((name, rest)) = path.split_once('.') else {
            let node = self.inside.entry(key(path)).or_default();
            node.texts.push(text.to_owned());
            return;
        };
        self.inside.entry(key(name)).or_default().put(rest, text);
    }

    fn value(self, is_list: bool) -> Value {
        if self.inside.is_empty() {
            let mut texts = self.texts;
            return match is_list {
                // An empty text beside the boxes says that none is ticked.
                true => Value::Array(
                    texts.into_iter().filter(|text| !text.is_empty()).map(Value::from).collect(),
                ),
                false => texts.pop().map_or(Value::Null, Value::from),
            };
        }
        let rows = self.inside.keys().all(|key| matches!(key, Key::Row(_)));
        if rows {
            return Value::Array(self.inside.into_values().map(|node| node.value(false)).collect());
        }
        let name = |key| match key {
            Key::Row(at) => at.to_string(),
            Key::Name(name) => name,
        };
        let entry = |(key, node): (Key, Node)| {
            let name = name(key);
            let list = name == "sources";
            (name, node.value(list))
        };
        Value::Object(self.inside.into_iter().map(entry).collect())
    }
}

fn key(name: &str) -> Key {
    name.parse().map_or_else(|_| Key::Name(name.to_owned()), Key::Row)
}

/// Fields that are lists of words: each ticked box sends its own value.
const TICKED: &[&str] = &["topics", "sdgs", "sdg_targets", "related"];

/// The draft with the fields of one part as the form has them; what else is sent is passed over.
/// A field of the part that the form did not send stays as it is: half a form takes nothing away.
///
/// # Errors
/// What cannot be kept, by its field.
pub fn filled(base: &Draft, part: Part, form: &[(String, String)]) -> Result<Draft, Refusal> {
    let mut root = Node::default();
    for (path, text) in form {
        let field = path.split('.').next().unwrap_or_default();
        if part.fields().contains(&field) && path.split('.').count() <= 4 {
            root.put(path, text);
        }
    }
    let mut sent = Map::new();
    for (key, node) in root.inside {
        if let Key::Name(name) = key {
            let value = node.value(TICKED.contains(&name.as_str()));
            sent.insert(name, value);
        }
    }
    forget_empty_rows(&mut sent);
    let mut fields = base.fields().clone();
    for (name, value) in sent {
        let value = match (fields.remove(&name), value) {
            // Boxes stand in the order of the vocabulary, which says nothing about what comes first.
            (Some(Value::Array(own)), Value::Array(new)) if TICKED.contains(&name.as_str()) => {
                Value::Array(in_own_order(&own, new))
            }
            // Of an object the form may show some fields only.
            (Some(Value::Object(mut own)), Value::Object(new))
                if matches!(name.as_str(), "sections" | "period" | "funding") =>
            {
                own.extend(new);
                Value::Object(own)
            }
            (_, value) => value,
        };
        fields.insert(name, value);
    }
    Draft::read(&Value::Object(fields))
}

/// What stays ticked keeps its place; what is new comes after it.
fn in_own_order(own: &[Value], new: Vec<Value>) -> Vec<Value> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let place =
        |value: &Value| own.iter().position(|kept| text(kept) == text(value)).unwrap_or(own.len());
    let mut ordered = new;
    ordered.sort_by_key(place);
    ordered
}

/// A row in which nothing was typed is none, whatever stands preselected in its lists of choices.
fn forget_empty_rows(sent: &mut Map<String, Value>) {
    let typed = |row: &Value| match row {
        Value::Object(fields) => fields.iter().any(|(name, value)| {
            !matches!(name.as_str(), "kind" | "role")
                && value.as_str().is_none_or(|text| !text.trim().is_empty())
        }),
        _ => true,
    };
    for (name, value) in sent {
        let is_list = matches!(shape::of(name), Some(shape::Shape::List(..)));
        if let (true, Value::Array(rows)) = (is_list, value) {
            rows.retain(typed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn form(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn every_field_that_people_write_is_asked_for_once() {
        // These come from a record and are kept: translations have pages of their own.
        let elsewhere =
            ["demo", "text_direction", "translations", "source_network", "submitted_by"];
        for (name, _) in shape::FIELDS {
            let asked = Part::ALL.iter().filter(|part| part.fields().contains(name)).count();
            assert_eq!(asked, usize::from(!elsewhere.contains(name)), "{name}");
        }
        assert_eq!(Part::of("sections.solution"), Some(Part::Story));
        assert_eq!(Part::of("cities[0].lat"), Some(Part::Places));
        assert_eq!(Part::of("id"), None);
    }

    #[test]
    fn a_part_changes_its_own_fields_and_no_others() {
        let base = Draft::read(&json!({"title": "Old", "topics": ["mobility"]})).unwrap();
        let sent = form(&[("title", "New"), ("topics", "water"), ("editorial.state", "published")]);
        let saved = filled(&base, Part::Basics, &sent).unwrap();
        assert_eq!(saved.to_value(), json!({"title": "New", "topics": ["mobility"]}));
        let cleared = filled(&base, Part::Basics, &form(&[("title", "")])).unwrap();
        assert_eq!(cleared.at("title"), None);
        let none = filled(&base, Part::Subjects, &form(&[("topics", "")])).unwrap();
        assert_eq!(none.at("topics"), None);
    }

    #[test]
    fn boxes_keep_the_order_in_which_they_were_ticked() {
        let base = Draft::read(&json!({"sdgs": [13, 11], "topics": ["b", "a"]})).unwrap();
        let sent = form(&[("sdgs", "1"), ("sdgs", "11"), ("sdgs", "13"), ("topics", "b")]);
        let saved = filled(&base, Part::Subjects, &sent).unwrap();
        assert_eq!(saved.to_value(), json!({"sdgs": [13, 11, 1], "topics": ["b"]}));
    }

    #[test]
    fn rows_keep_their_order_and_empty_ones_are_none() {
        let sent = form(&[
            ("actors.0.name", "City"),
            ("actors.0.kind", "local-government"),
            ("actors.0.role", "lead"),
            ("actors.10.name", "Last"),
            ("actors.2.name", " "),
            ("actors.2.kind", "research"),
            ("actors.3.name", "Museum"),
        ]);
        let saved = filled(&Draft::default(), Part::People, &sent).unwrap();
        assert_eq!(saved.rows("actors"), 3);
        assert_eq!(saved.text("actors.0.role"), "lead");
        assert_eq!(saved.text("actors.1.name"), "Museum");
        assert_eq!(saved.text("actors.2.name"), "Last");
    }

    #[test]
    fn a_form_that_nests_deeper_than_any_field_is_passed_over() {
        let deep = format!("sections.{}", "a.".repeat(500));
        let saved = filled(&Draft::default(), Part::Story, &form(&[(&deep, "x")])).unwrap();
        assert_eq!(saved, Draft::default());
        let wrong = filled(&Draft::default(), Part::Story, &form(&[("sections.x.y", "x")]));
        assert!(wrong.is_err());
    }
}
