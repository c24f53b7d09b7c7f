//! A translation beside its original: what is translated, what is missing, and what was made from a
//! text that the original no longer has.

use serde_json::{Map, Value};

use super::Draft;
use crate::domain::{
    case_study::Refusal,
    vocabulary::{Language, SectionId},
};

/// A text of the original with its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Where it stands in the original, such as `title` or `sections.solution`.
    pub field: String,
    pub original: String,
    pub translated: String,
    /// What the original said when this was translated, where it says something else now.
    pub stale: Option<String>,
}

impl Pair {
    /// Whether somebody has yet to translate it.
    pub fn is_missing(&self) -> bool {
        self.translated.is_empty() && !self.original.is_empty()
    }
}

/// The fields of a case that translations have, in the order of the page.
pub fn fields() -> impl Iterator<Item = String> {
    let sections = SectionId::ALL.iter().map(|id| format!("sections.{}", id.id()));
    ["title", "summary"].map(str::to_owned).into_iter().chain(sections)
}

/// Where a field stands in a translation.
pub fn path(language: Language, field: &str) -> String {
    format!("translations.{}.{field}", language.id())
}

/// The languages that a draft is translated into, but for its own.
pub fn languages(draft: &Draft) -> Vec<Language> {
    let own = draft.text("language");
    let begun = draft.at("translations").and_then(Value::as_object);
    let begun = begun.into_iter().flat_map(Map::keys);
    begun.filter(|id| **id != own).filter_map(|id| Language::from_id(id)).collect()
}

/// Original and translation side by side; what neither has is left out. `source` says from which
/// text a field was made, where that is known.
pub fn pairs<'s>(
    draft: &Draft,
    language: Language,
    source: impl Fn(&str) -> Option<&'s str>,
) -> Vec<Pair> {
    let pair = |field: String| {
        let (original, translated) = (draft.text(&field), draft.text(&path(language, &field)));
        let made_from = source(&field).filter(|_| !translated.is_empty());
        let stale = made_from.filter(|made_from| *made_from != original).map(str::to_owned);
        Pair { field, original, translated, stale }
    };
    let is_there = |pair: &Pair| !pair.original.is_empty() || !pair.translated.is_empty();
    fields().map(pair).filter(is_there).collect()
}

/// The draft with the texts of one translation as its form has them; what else is sent is passed
/// over, and what the form does not send stays.
///
/// # Errors
/// What cannot be kept, by its field.
pub fn translated(
    base: &Draft,
    language: Language,
    form: &[(String, String)],
) -> Result<Draft, Refusal> {
    let at = format!("translations.{}", language.id());
    let mut own = base.at(&at).and_then(Value::as_object).cloned().unwrap_or_default();
    let mut sections =
        own.remove("sections").and_then(|kept| kept.as_object().cloned()).unwrap_or_default();
    for (name, text) in form {
        match name.strip_prefix("sections.") {
            Some(id) if SectionId::from_id(id).is_some() => {
                sections.insert(id.to_owned(), text.as_str().into());
            }
            None if matches!(name.as_str(), "title" | "summary" | "kind") => {
                own.insert(name.clone(), text.as_str().into());
            }
            _ => {}
        }
    }
    own.insert("sections".into(), Value::Object(sections));
    let draft = base.with_at(&at, Value::Object(own))?;
    // Who made it says nothing where nothing was made.
    let is_empty = fields().all(|field| draft.text(&path(language, &field)).is_empty());
    if is_empty { draft.with_at(&at, Value::Null) } else { Ok(draft) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn draft(value: Value) -> Draft {
        Draft::read(&value).unwrap()
    }

    fn form(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_translation_holds_texts_of_its_own_fields_and_nothing_else() {
        let base = draft(json!({"title": "Rain", "language": "en", "sections": {"solution": "s"}}));
        let sent = form(&[
            ("title", "Regen"),
            ("sections.solution", "l"),
            ("sections.secret", "x"),
            ("language", "de"),
            ("kind", "machine"),
        ]);
        let made = translated(&base, Language::De, &sent).unwrap();
        assert_eq!(
            made.at("translations"),
            Some(
                &json!({"de": {"title": "Regen", "kind": "machine", "sections": {"solution": "l"}}})
            )
        );
        assert_eq!((made.title(), made.text("language")), ("Rain".into(), "en".into()));
        assert_eq!(languages(&made), [Language::De]);
        let sent = form(&[("title", ""), ("sections.solution", ""), ("kind", "human")]);
        let none = translated(&made, Language::De, &sent).unwrap();
        assert_eq!(none, base, "a translation without a text is none");
        let part = translated(&made, Language::De, &form(&[("summary", "Kurz")])).unwrap();
        assert_eq!(part.text("translations.de.sections.solution"), "l");
    }

    #[test]
    fn a_field_is_stale_when_the_original_says_something_else_than_it_was_made_from() {
        let now = draft(json!({
            "title": "Rain", "summary": "New", "language": "en",
            "sections": {"solution": "s", "results": "r"},
            "translations": {"de": {"title": "Regen", "summary": "Kurz",
                                    "sections": {"context": "Umfeld"}}},
        }));
        let source = |field: &str| match field {
            "title" => Some("Rain"),
            "summary" | "sections.context" => Some("Old"),
            _ => None,
        };
        let found = pairs(&now, Language::De, source);
        let told = |pair: &Pair| (pair.field.clone(), pair.is_missing(), pair.stale.is_some());
        let told: Vec<_> = found.iter().map(told).collect();
        assert_eq!(
            told,
            [
                ("title".to_owned(), false, false),
                ("summary".to_owned(), false, true),
                ("sections.context".to_owned(), false, true),
                ("sections.solution".to_owned(), true, false),
                ("sections.results".to_owned(), true, false),
            ]
        );
    }
}
