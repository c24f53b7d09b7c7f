//! The filters beside a list of cases: what could be chosen, with counts, and what is chosen already.

use std::collections::HashMap;

use crate::{
    domain::{
        search::{CaseFilter, Facet, city_label},
        vocabulary::{self, Closed, CostBand, PopulationClass, Scale, Status},
    },
    i18n::Speech,
    store::search::Facets,
};

use super::{
    cards::{country, network_name, topic_label},
    view::View,
};

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
    /// The whole group is folded away, being one that readers need more seldom.
    pub closed: bool,
    /// There are values that are not even folded: those with fewest cases.
    pub cut: bool,
}

pub struct Choice {
    /// The parameter of the address.
    pub name: &'static str,
    pub value: String,
    pub label: String,
    pub count: i64,
    pub on: bool,
    /// Narrower choices.
    pub inner: Vec<Choice>,
}

/// A filter in use: its words, and the address without it.
pub struct Chip {
    pub label: String,
    pub href: String,
}

/// Values of a facet that are seen without unfolding.
const SEEN: usize = 8;
/// Values of a facet that a page has, beside the chosen ones: it must not weigh more the more
/// cities there are, and all of the page shall stay below 60 KB.
const MOST: usize = 12;
/// The same of years, which nothing else leads to.
const YEARS: usize = 20;

/// As a city officer narrows down to cases like theirs: what it is about, where, how large, how
/// far, how dear, and then the rest. Targets stand below their goals.
const ORDER: [Facet; 13] = [
    Facet::Topic,
    Facet::Sdg,
    Facet::Region,
    Facet::Country,
    Facet::City,
    Facet::Size,
    Facet::Status,
    Facet::Cost,
    Facet::Year,
    Facet::Scale,
    Facet::Network,
    Facet::Language,
    Facet::Award,
];
/// Those that stand open.
const OPEN: [Facet; 5] = [Facet::Topic, Facet::Sdg, Facet::Region, Facet::Country, Facet::City];

/// What values of facets are called.
pub struct Labels<'a> {
    pub t: &'a Speech,
    /// Names of awards by their keys.
    pub awards: &'a HashMap<String, String>,
}

impl Labels<'_> {
    /// What a value is called beside others of its facet.
    pub fn value(&self, facet: Facet, value: &str) -> String {
        let t = self.t;
        let term = |vocabulary| t.known_term(vocabulary, value).unwrap_or_else(|| value.to_owned());
        match facet {
            Facet::Topic => topic_label(t, value),
            Facet::Sdg => {
                let goal = value.parse().ok().and_then(vocabulary::sdg);
                goal.map_or_else(|| value.to_owned(), |goal| goal.label(t.tag()).to_owned())
            }
            Facet::Target => self.target(value),
            Facet::Region => t.known_term("region", value).unwrap_or_else(|| {
                vocabulary::region(value)
                    .map_or_else(|| value.into(), |region| region.label.clone())
            }),
            Facet::Country => country(t, value),
            Facet::City => city_label(value),
            Facet::Size => term("size"),
            Facet::Status => term("status"),
            Facet::Cost => term("cost"),
            Facet::Year => value.to_owned(),
            Facet::Scale => term("scale"),
            Facet::Network => network_name(value),
            Facet::Language => term("language"),
            Facet::Award => self.awards.get(value).cloned().unwrap_or_else(|| value.to_owned()),
        }
    }

    fn target(&self, code: &str) -> String {
        let spoken = self.t.known_term("target", &code.replace('.', "-"));
        spoken.unwrap_or_else(|| {
            vocabulary::target(code).map_or_else(|| code.into(), |target| target.label.clone())
        })
    }

    /// The same where nothing says what it is a value of.
    pub fn alone(&self, facet: Facet, value: &str) -> String {
        let t = self.t;
        let label = self.value(facet, value);
        match facet {
            Facet::Sdg => {
                let number: i64 = value.parse().unwrap_or_default();
                t.say2("filter-goal", "n", number, "label", label.as_str())
            }
            Facet::Target => t.say2("filter-target", "code", value, "label", label.as_str()),
            Facet::Size
            | Facet::Status
            | Facet::Cost
            | Facet::Year
            | Facet::Scale
            | Facet::Award => {
                let kind = t.say(legend(facet)).into_owned();
                t.say2("filter-kind", "kind", kind.as_str(), "value", label.as_str())
            }
            _ => label,
        }
    }
}

/// The message that names a facet.
pub fn legend(facet: Facet) -> &'static str {
    match facet {
        Facet::Topic => "facet-topic",
        Facet::Sdg => "facet-sdg",
        Facet::Target => "facet-target",
        Facet::Region => "facet-region",
        Facet::Country => "facet-country",
        Facet::City => "facet-city",
        Facet::Size => "facet-size",
        Facet::Status => "facet-status",
        Facet::Cost => "facet-cost",
        Facet::Year => "facet-year",
        Facet::Scale => "facet-scale",
        Facet::Network => "facet-network",
        Facet::Language => "facet-language",
        Facet::Award => "facet-award",
    }
}

pub fn groups(labels: &Labels, filter: &CaseFilter, facets: &Facets) -> Vec<Group> {
    let groups = ORDER.iter().map(|facet| {
        let choices = match facet {
            Facet::Topic => topics(labels, filter, facets),
            Facet::Sdg => goals(labels, filter, facets),
            facet => flat(labels, *facet, filter, facets),
        };
        let legend = labels.t.say(legend(*facet)).into_owned();
        let closed = !OPEN.contains(facet) && filter.values(*facet).is_empty();
        let (seen, most) = match facet {
            // Readers know goals by their number: all are in sight.
            Facet::Sdg => (usize::MAX - 1, usize::MAX),
            Facet::Year => (SEEN, YEARS),
            // Of these there are only so many.
            Facet::Topic | Facet::Region => (SEEN, usize::MAX),
            _ => (SEEN, MOST),
        };
        Group { closed, ..group(facet.id(), legend, choices, seen, most) }
    });
    groups.filter(|group| !group.shown.is_empty()).collect()
}

fn group(
    name: &'static str,
    legend: String,
    mut choices: Vec<Choice>,
    seen: usize,
    most: usize,
) -> Group {
    let all = choices.len();
    let mut place = 0;
    choices.retain(|choice| {
        place += 1;
        place <= most || choice.on
    });
    let cut = choices.len() < all;
    // A single straggler is not worth unfolding.
    let folded = if choices.len() > seen + 1 { choices.split_off(seen) } else { Vec::new() };
    Group {
        name,
        legend,
        folded_count: folded.len() as i64,
        unfold: folded.iter().any(|choice| choice.on || choice.inner.iter().any(|inner| inner.on)),
        shown: choices,
        folded,
        closed: false,
        cut,
    }
}

fn choice(
    labels: &Labels,
    facet: Facet,
    filter: &CaseFilter,
    (value, count): (&str, i64),
) -> Choice {
    Choice {
        name: facet.id(),
        value: value.to_owned(),
        label: labels.value(facet, value),
        count,
        on: filter.has(facet, value),
        inner: Vec::new(),
    }
}

/// The values of a facet side by side: by their own order where they have one, else most cases
/// first. What was chosen stays in sight even where nothing is left of it.
fn flat(labels: &Labels, facet: Facet, filter: &CaseFilter, facets: &Facets) -> Vec<Choice> {
    let counted = facets.of(facet);
    let is_counted = |value: &String| counted.iter().any(|(known, _)| known == value);
    let lost = filter.values(facet).iter().filter(|value| !is_counted(value));
    let mut values: Vec<(&str, i64)> =
        counted.iter().map(|(value, count)| (value.as_str(), *count)).collect();
    values.extend(lost.map(|value| (value.as_str(), 0)));
    match facet {
        Facet::Size => values.sort_by_key(|(id, _)| place::<PopulationClass>(id)),
        Facet::Status => values.sort_by_key(|(id, _)| place::<Status>(id)),
        Facet::Cost => values.sort_by_key(|(id, _)| place::<CostBand>(id)),
        Facet::Scale => values.sort_by_key(|(id, _)| place::<Scale>(id)),
        Facet::Year => values.sort_by(|a, b| b.0.cmp(a.0)),
        _ => {}
    }
    values.into_iter().map(|value| choice(labels, facet, filter, value)).collect()
}

/// Where an id stands in its vocabulary; unknown ones last.
fn place<T: Closed>(id: &str) -> usize {
    T::ALL.iter().position(|entry| entry.id() == id).unwrap_or(usize::MAX)
}

/// Topics in the order of the vocabulary; a chosen one, or one above a chosen one, shows its subtopics.
fn topics(labels: &Labels, filter: &CaseFilter, facets: &Facets) -> Vec<Choice> {
    let node = |id| choice(labels, Facet::Topic, filter, (id, count(&facets.topic, id)));
    let tree = vocabulary::topics().iter().map(|topic| {
        let chosen = topic.subtopics.iter().any(|sub| filter.has(Facet::Topic, sub.id));
        with_inner(node(topic.id), chosen, topic.subtopics.iter().map(|sub| node(sub.id)))
    });
    tree.filter(is_of_use).collect()
}

/// The goals in their own order; a chosen one, or one above a chosen target, shows its targets.
fn goals(labels: &Labels, filter: &CaseFilter, facets: &Facets) -> Vec<Choice> {
    let tree = vocabulary::sdgs().iter().map(|goal| {
        let id = goal.id.to_string();
        let own = choice(labels, Facet::Sdg, filter, (id.as_str(), count(&facets.sdg, &id)));
        let targets = vocabulary::targets().iter().filter(|target| target.goal == goal.id);
        let chosen = filter.target.iter().filter_map(|code| vocabulary::target(code));
        let chosen = chosen.into_iter().any(|target| target.goal == goal.id);
        let inner = targets.map(|target| {
            let code = target.code.as_str();
            let own = choice(labels, Facet::Target, filter, (code, count(&facets.target, code)));
            Choice { label: format!("{code} {}", own.label), ..own }
        });
        with_inner(own, chosen, inner)
    });
    tree.filter(is_of_use).collect()
}

/// The narrower choices are made only where they are shown: there are hundreds of them.
fn with_inner(mut own: Choice, one_is_chosen: bool, inner: impl Iterator<Item = Choice>) -> Choice {
    if own.on || one_is_chosen {
        own.inner = inner.filter(is_of_use).collect();
    }
    own
}

fn is_of_use(choice: &Choice) -> bool {
    choice.count > 0 || choice.on || !choice.inner.is_empty()
}

fn count(counts: &[(String, i64)], value: &str) -> i64 {
    counts.iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count)
}

/// What is chosen, each with the address of the same search without it.
pub fn chips(labels: &Labels, filter: &CaseFilter, view: View) -> Vec<Chip> {
    let mut chips = Vec::new();
    if let Some(words) = filter.q.as_deref().filter(|words| !words.trim().is_empty()) {
        let without = CaseFilter { q: None, ..filter.first_page() };
        let label = labels.t.say1("filter-words", "words", words);
        chips.push(Chip { label, href: view.address(&without) });
    }
    for facet in ORDER.into_iter().chain([Facet::Target]) {
        for value in filter.values(facet) {
            let label = labels.alone(facet, value);
            chips.push(Chip { label, href: view.address(&filter.without(facet, value)) });
        }
    }
    chips
}

/// The path and query of a search, as a list.
pub fn address(filter: &CaseFilter) -> String {
    View::List.address(filter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facet_has_its_place_on_the_page() {
        for facet in Facet::ALL {
            let times = ORDER.iter().filter(|placed| *placed == facet).count();
            assert_eq!(times, usize::from(*facet != Facet::Target), "{facet:?}");
        }
    }
}
