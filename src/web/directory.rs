//! The search and the filters beside a directory, of networks as of people.

use crate::{
    domain::directory::{Asked, Counts, Entry},
    i18n::Speech,
};

/// Choices of a facet that are seen without unfolding.
const SEEN: usize = 8;

/// The form, and what is chosen already.
pub struct Sieve {
    /// Where it leads.
    pub action: &'static str,
    pub words: String,
    pub groups: Vec<SieveGroup>,
    pub chips: Vec<SieveChip>,
}

pub struct SieveGroup {
    /// The parameter of the address.
    pub name: &'static str,
    pub legend: String,
    pub shown: Vec<SieveChoice>,
    pub folded: Vec<SieveChoice>,
    /// Something among the folded ones is chosen.
    pub unfold: bool,
}

pub struct SieveChoice {
    pub value: String,
    pub label: String,
    pub count: i64,
    pub on: bool,
}

/// What is chosen, with the address without it.
pub struct SieveChip {
    pub label: String,
    pub href: String,
}

/// A directory's address with what is asked of it.
pub fn address(action: &str, asked: &Asked) -> String {
    let query = asked.to_query();
    if query.is_empty() { action.to_owned() } else { format!("{action}?{query}") }
}

impl Sieve {
    /// `legends` names each facet's message, `label` what each value is called.
    pub fn new(
        t: &Speech,
        action: &'static str,
        asked: &Asked,
        entries: &[Entry],
        legends: &[(&'static str, &'static str)],
        label: impl Fn(&str, &str) -> String,
    ) -> Sieve {
        let legend = |facet: &str| legends.iter().find(|(known, _)| *known == facet);
        let group = |(facet, counts): (&'static str, Counts)| {
            let choice = |value: &str, count| SieveChoice {
                label: label(facet, value),
                on: asked.has(facet, value),
                value: value.to_owned(),
                count,
            };
            let mut choices: Vec<SieveChoice> =
                counts.iter().map(|(value, count)| choice(value, *count)).collect();
            // What was chosen stays in sight even where nothing is left of it.
            let lost =
                asked.of(facet).filter(|value| !counts.iter().any(|(known, _)| known == value));
            choices.extend(lost.map(|value| choice(value, 0)));
            // A single straggler is not worth unfolding.
            let folded =
                if choices.len() > SEEN + 1 { choices.split_off(SEEN) } else { Vec::new() };
            SieveGroup {
                name: facet,
                legend: legend(facet).map_or_else(String::new, |(_, key)| t.say(key).into_owned()),
                unfold: folded.iter().any(|choice| choice.on),
                shown: choices,
                folded,
            }
        };
        let words = (!asked.words.is_empty()).then(|| SieveChip {
            label: t.say1("filter-words", "words", &asked.words),
            href: address(action, &asked.without_words()),
        });
        let chosen = asked.chosen().map(|(facet, value)| SieveChip {
            label: label(facet, value),
            href: address(action, &asked.without(facet, value)),
        });
        Sieve {
            action,
            words: asked.words.clone(),
            chips: words.into_iter().chain(chosen).collect(),
            groups: asked
                .counts(entries)
                .into_iter()
                .map(group)
                .filter(|group| !group.shown.is_empty())
                .collect(),
        }
    }
}
