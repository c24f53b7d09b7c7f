//! What a search is called, in the reader's language.

use crate::{
    domain::{
        search::{CaseFilter, Facet, city_label},
        text::shorten,
        vocabulary,
    },
    i18n::Speech,
};

/// Characters of a value that nobody knows.
const VALUE_CHARS: usize = 60;

/// The words and values of a search: `“bus” · Cycling / Walking · Spain`; `None` for the whole
/// catalogue.
pub fn of(t: &Speech, filter: &CaseFilter) -> Option<String> {
    let words = filter.q.as_deref().map(str::trim).filter(|words| !words.is_empty());
    let words = words.map(|words| t.say1("filter-words", "words", words));
    let facets = Facet::ALL.iter().filter_map(|facet| {
        let values = filter.values(*facet);
        let labels: Vec<String> = values.iter().map(|value| label(t, facet.id(), value)).collect();
        (!labels.is_empty()).then(|| labels.join(" / "))
    });
    let parts: Vec<String> = words.into_iter().chain(facets).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// A value of a facet in the reader's language.
fn label(t: &Speech, facet: &str, value: &str) -> String {
    let known = match facet {
        "sdg" => value.parse().ok().and_then(vocabulary::sdg).map(|goal| {
            t.say2("filter-goal", "n", i64::from(goal.id), "label", goal.label(t.tag()))
        }),
        "city" => Some(city_label(value)),
        "network" => vocabulary::network(value).map(|entry| entry.short_name.clone()),
        facet => t.known_term(facet, value),
    };
    known.filter(|label| !label.is_empty()).unwrap_or_else(|| shorten(value, VALUE_CHARS))
}

/// A topic in the reader's language.
pub fn topic(t: &Speech, id: &str) -> String {
    label(t, "topic", id)
}

/// A goal in the reader's language, with its number.
pub fn goal(t: &Speech, id: u8) -> String {
    label(t, "sdg", &id.to_string())
}
