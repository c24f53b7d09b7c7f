//! The filters beside a list of cases: what could be chosen, with counts, and what is chosen already.

use std::collections::HashMap;

use crate::{
    domain::{
        search::{CaseFilter, city_label},
        vocabulary,
    },
    i18n::Speech,
    store::search::Facets,
};

use super::cards::{country, network_name, topic_label};

/// One fieldset of the form. What is not shown at once is folded away.
pub struct Group {
    /// The parameter of the address.
    pub name: &'static str,
    pub legend: String,
    pub shown: Vec<Choice>,
    pub folded: Vec<Choice>,
    pub folded_count: i64,
    /// Something among the folded ones is chosen.
    pub unfold: bool,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub count: i64,
    pub on: bool,
    /// Narrower choices of the same facet.
    pub inner: Vec<Choice>,
}

/// A filter in use: its words, and the address without it.
pub struct Chip {
    pub label: String,
    pub href: String,
}

/// Values of a facet that are seen without unfolding.
const SEEN: usize = 8;

pub fn groups(t: &Speech, filter: &CaseFilter, facets: &Facets) -> Vec<Group> {
    let flat =
        |name, key, values: &[(String, i64)], chosen: &[String], label: &dyn Fn(&str) -> String| {
            let mut choices: Vec<Choice> = values
                .iter()
                .map(|(value, count)| choice(value, label(value), *count, chosen))
                .collect();
            // What was chosen stays in sight even where nothing is left of it.
            for value in
                chosen.iter().filter(|value| !values.iter().any(|(known, _)| known == *value))
            {
                choices.push(choice(value, label(value), 0, chosen));
            }
            group(name, t.say(key).into_owned(), choices)
        };
    vec![
        group("topic", t.say("facet-topic").into_owned(), topic_tree(t, filter, &facets.topic)),
        goals(t, filter, &facets.sdg),
        flat("country", "facet-country", &facets.country, &filter.country, &|id| country(t, id)),
        flat("city", "facet-city", &facets.city, &filter.city, &city_label),
        flat("network", "facet-network", &facets.network, &filter.network, &network_name),
        flat("language", "facet-language", &facets.language, &filter.language, &|id| {
            language(t, id)
        }),
    ]
    .into_iter()
    .filter(|group| !group.shown.is_empty())
    .collect()
}

fn group(name: &'static str, legend: String, mut choices: Vec<Choice>) -> Group {
    // A single straggler is not worth unfolding.
    let folded = if choices.len() > SEEN + 1 { choices.split_off(SEEN) } else { Vec::new() };
    Group {
        name,
        legend,
        folded_count: folded.len() as i64,
        unfold: folded.iter().any(|choice| choice.on || choice.inner.iter().any(|inner| inner.on)),
        shown: choices,
        folded,
    }
}

fn choice(value: &str, label: String, count: i64, chosen: &[String]) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
        count,
        on: chosen.iter().any(|known| known == value),
        inner: Vec::new(),
    }
}

/// Topics in the order of the vocabulary; a chosen one, or one above a chosen one, shows its subtopics.
fn topic_tree(t: &Speech, filter: &CaseFilter, counts: &[(String, i64)]) -> Vec<Choice> {
    let counts: HashMap<&str, i64> =
        counts.iter().map(|(id, count)| (id.as_str(), *count)).collect();
    let count = |id: &str| counts.get(id).copied().unwrap_or(0);
    let node = |id: &str| choice(id, topic_label(t, id), count(id), &filter.topic);
    let mut tree: Vec<Choice> = Vec::new();
    for topic in vocabulary::topics() {
        let mut top = node(topic.id);
        let inner: Vec<Choice> = topic.subtopics.iter().map(|sub| node(sub.id)).collect();
        if top.on || inner.iter().any(|choice| choice.on) {
            top.inner = inner.into_iter().filter(|choice| choice.count > 0 || choice.on).collect();
        }
        if top.count > 0 || top.on || !top.inner.is_empty() {
            tree.push(top);
        }
    }
    tree
}

/// The goals with cases, in their own order, all in sight: readers know them by number.
fn goals(t: &Speech, filter: &CaseFilter, counts: &[(String, i64)]) -> Group {
    let chosen: Vec<String> = filter.sdg.iter().map(u8::to_string).collect();
    let choices = vocabulary::sdgs().iter().filter_map(|goal| {
        let id = goal.id.to_string();
        let count = counts.iter().find(|(known, _)| *known == id).map_or(0, |(_, count)| *count);
        let choice = choice(&id, goal.label(t.tag()).to_owned(), count, &chosen);
        (choice.count > 0 || choice.on).then_some(choice)
    });
    Group {
        name: "sdg",
        legend: t.say("facet-sdg").into_owned(),
        shown: choices.collect(),
        folded: Vec::new(),
        folded_count: 0,
        unfold: false,
    }
}

/// What is chosen, each with the address of the same search without it.
pub fn chips(t: &Speech, filter: &CaseFilter) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut chip = |label: String, without: CaseFilter| {
        chips.push(Chip { label, href: address(&CaseFilter { after: None, ..without }) });
    };
    if let Some(words) = filter.q.as_deref().filter(|words| !words.trim().is_empty()) {
        let without = CaseFilter { q: None, ..filter.clone() };
        chip(t.say1("filter-words", "words", words), without);
    }
    macro_rules! facet {
        ($field:ident, $label:expr) => {
            for (place, value) in filter.$field.iter().enumerate() {
                let mut without = filter.clone();
                without.$field.remove(place);
                chip($label(value), without);
            }
        };
    }
    facet!(topic, |id: &String| topic_label(t, id));
    facet!(sdg, |id: &u8| {
        let label = vocabulary::sdg(*id).map(|goal| goal.label(t.tag())).unwrap_or_default();
        t.say2("filter-goal", "n", i64::from(*id), "label", label)
    });
    facet!(country, |code: &String| country(t, code));
    facet!(city, |key: &String| city_label(key));
    facet!(network, |slug: &String| network_name(slug));
    facet!(language, |id: &String| language(t, id));
    chips
}

/// The path and query of a search.
pub fn address(filter: &CaseFilter) -> String {
    let query = filter.to_query();
    if query.is_empty() { "/cases".to_owned() } else { format!("/cases?{query}") }
}

fn language(t: &Speech, id: &str) -> String {
    t.known_term("language", id).unwrap_or_else(|| id.to_owned())
}
