//! The documents of a draft: links of the kind `document` to files that are kept here.

use serde_json::{Map, Value};

use super::Draft;
use crate::domain::{
    case_study::{FieldError, Refusal, bounds},
    document,
    vocabulary::LinkKind,
};

/// The title as it is kept, in one line.
///
/// # Errors
/// The code of what is wrong with it.
pub fn title_of(typed: &str) -> Result<String, &'static str> {
    let title: String = typed.split(|c: char| c.is_whitespace() || c.is_control()).fold(
        String::new(),
        |title, word| match (title.is_empty(), word.is_empty()) {
            (_, true) => title,
            (true, false) => word.to_owned(),
            (false, false) => format!("{title} {word}"),
        },
    );
    match title.chars().count() {
        0 => Err("missing"),
        count if count > bounds::LINK_LABEL.max => Err("too-long"),
        _ => Ok(title),
    }
}

/// Whether another link has room.
pub fn has_room(draft: &Draft) -> bool {
    draft.rows("links") < bounds::LINKS.max
}

/// Why there is no room for another document.
pub fn full() -> Refusal {
    let (links, most) = (bounds::LINKS.max, document::MOST);
    let message = format!("links: at most {links}, of which at most {most} are documents");
    Refusal { errors: vec![FieldError { path: "links".into(), code: "too-many", message }] }
}

/// The draft with one more document, the last of its links.
///
/// # Errors
/// What cannot be kept.
pub fn added(draft: &Draft, url: &str, title: &str) -> Result<Draft, Refusal> {
    let mut row = Map::new();
    for (name, text) in [("url", url), ("label", title), ("kind", LinkKind::Document.id())] {
        row.insert(name.into(), text.into());
    }
    changed(draft, |rows| rows.push(Value::Object(row)))
}

/// The draft with another title for one of its documents.
///
/// # Errors
/// What cannot be kept.
pub fn retitled(draft: &Draft, url: &str, title: &str) -> Result<Draft, Refusal> {
    changed(draft, |rows| {
        for row in rows.iter_mut().filter(|row| row["url"] == url) {
            row["label"] = title.into();
        }
    })
}

/// The draft without one of its documents.
///
/// # Errors
/// What cannot be kept.
pub fn without(draft: &Draft, url: &str) -> Result<Draft, Refusal> {
    changed(draft, |rows| rows.retain(|row| row["url"] != url))
}

fn changed(draft: &Draft, change: impl FnOnce(&mut Vec<Value>)) -> Result<Draft, Refusal> {
    let mut rows = draft.at("links").and_then(Value::as_array).cloned().unwrap_or_default();
    change(&mut rows);
    draft.with("links", Value::Array(rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_added_retitled_and_taken_out() {
        let one = added(&Draft::default(), "https://a.example/1.pdf", "One").unwrap();
        let two = added(&one, "https://a.example/2.pdf", "Two").unwrap();
        assert_eq!(two.text("links.1.kind"), "document");
        let told = retitled(&two, "https://a.example/2.pdf", "Zwei").unwrap();
        assert_eq!(
            (told.text("links.0.label"), told.text("links.1.label")),
            ("One".into(), "Zwei".into())
        );
        let rest = without(&told, "https://a.example/1.pdf").unwrap();
        assert_eq!((rest.rows("links"), rest.text("links.0.label")), (1, "Zwei".into()));
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(title_of(" A \r\n plan\t"), Ok("A plan".into()));
        assert_eq!(title_of(" \n "), Err("missing"));
        assert_eq!(title_of(&"x".repeat(201)), Err("too-long"));
    }
}
