//! Filters that can be followed: the handle of a facet's value, and what a handle names.

use super::facet::Facet;
use super::filter::CaseFilter;
use super::fold;
use crate::domain::vocabulary::{self, Language};
use std::{collections::HashMap, sync::LazyLock};
use url::Host;

/// The facets whose values can be followed one by one.
pub const FOLLOWABLE: &[Facet] =
    &[Facet::Topic, Facet::Sdg, Facet::City, Facet::Country, Facet::Language];

/// What a handle begins with; nobody else may choose one like it.
const PREFIXES: [(&str, Facet); 5] = [
    ("topic-", Facet::Topic),
    ("sdg", Facet::Sdg),
    ("city-", Facet::City),
    ("country-", Facet::Country),
    ("lang-", Facet::Language),
];

/// Longest handle; Mastodon and Lemmy take more, but people have to type it.
const MOST: usize = 64;

/// The handle under which a value can be followed: `topic-cycling`, `sdg11`, `city-de-berlin`,
/// `country-es`, `lang-zh-hant`. Only small ASCII letters, digits and `-`: Mastodon finds no
/// others. A city's name in another script is written in punycode, which every machine can spell.
/// None for facets that cannot be followed and values that nothing can be called.
pub fn handle_of(facet: Facet, value: &str) -> Option<String> {
    let (prefix, _) = PREFIXES.iter().find(|(_, known)| *known == facet)?;
    let value = match facet {
        Facet::City => city_part(value)?,
        _ => value.to_ascii_lowercase(),
    };
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let spelled = value.bytes().all(plain) && value.bytes().any(|b| b != b'-');
    let handle = format!("{prefix}{}", value.trim_end_matches('-'));
    (spelled && handle.len() <= MOST).then_some(handle)
}

/// A city's key in plain letters.
fn city_part(key: &str) -> Option<String> {
    let (country, name) = key.split_once('-')?;
    let name = match Host::parse(name) {
        _ if name.is_ascii() => name.to_owned(),
        Ok(Host::Domain(punycode)) => punycode,
        _ => return None,
    };
    let whole = format!("{country}-{name}");
    if whole.len() <= MOST - "city-".len() {
        return Some(whole);
    }
    // FNV-1a over the whole key: what is cut off still tells two long names apart.
    let hash = key
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let start: String = whole.chars().filter(char::is_ascii).take(45).collect();
    Some(format!("{start}-{hash:08x}"))
}

/// What a handle asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A value that the vocabulary knows.
    Value(Facet, String),
    /// A city of this country (small letters): one of those whose handle this is, if there is any.
    City { country: String },
}

/// Reads a handle as a filter's, whatever its case and accents.
pub fn named(handle: &str) -> Option<Named> {
    let handle = fold(handle.trim());
    let (facet, rest) = PREFIXES.iter().find_map(|(prefix, facet)| {
        handle.strip_prefix(prefix).filter(|rest| !rest.is_empty()).map(|rest| (*facet, rest))
    })?;
    let value = match facet {
        Facet::Topic => vocabulary::topic(rest)?.id.to_owned(),
        Facet::Sdg => {
            let goal: u8 = rest.trim_start_matches('-').parse().ok()?;
            vocabulary::sdg(goal)?.id.to_string()
        }
        Facet::Country => rest.to_ascii_uppercase(),
        Facet::Language => Language::ALL
            .iter()
            .map(|language| language.id())
            .find(|id| id.eq_ignore_ascii_case(rest))?
            .to_owned(),
        Facet::City => {
            let (country, _) = rest.split_once('-')?;
            return Some(Named::City { country: country.to_owned() });
        }
        _ => return None,
    };
    Some(Named::Value(facet, value))
}

/// Whether a city's key answers to a handle, also written in its own letters.
pub fn is_city(key: &str, handle: &str) -> bool {
    let handle = fold(handle.trim());
    handle_of(Facet::City, key).is_some_and(|own| own == handle)
        || handle.strip_prefix("city-") == Some(key)
}

/// Whether a handle is kept for filters that exist by themselves.
pub fn is_reserved(handle: &str) -> bool {
    let handle = fold(handle.trim());
    handle == "cases"
        || PREFIXES.iter().any(|(prefix, facet)| match handle.strip_prefix(prefix) {
            // `sdg11` and `sdg-11`, but anybody may be called `sdgwatch`.
            Some(rest) if *facet == Facet::Sdg => {
                rest.trim_start_matches('-').bytes().all(|b| b.is_ascii_digit())
            }
            rest => rest.is_some(),
        })
}

/// The facet and value of a filter that is nothing but one value of a followable facet.
pub fn single(filter: &CaseFilter) -> Option<(Facet, String)> {
    let mut chosen = Facet::ALL
        .iter()
        .flat_map(|facet| filter.values(*facet).iter().map(move |value| (*facet, value)));
    let only = chosen.next().filter(|(facet, _)| FOLLOWABLE.contains(facet))?;
    let alone = chosen.next().is_none() && filter.q.is_none();
    alone.then(|| (only.0, only.1.clone()))
}

/// The filter of one value, as the query string its actor is kept under.
pub fn query_of(facet: Facet, value: &str) -> String {
    CaseFilter::default().with(facet, value).to_query()
}

/// The name of a city by its key in filters (`br-sao-paulo`): as the register of cities writes it, or
/// the key's own words. Only names that the key does not already spell are kept.
pub fn city_label(key: &str) -> String {
    static SPELLED: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let mut spelled = HashMap::new();
        for city in vocabulary::cities().filter(|city| !city.name.is_ascii()) {
            let words = fold(&city.name);
            let words: Vec<&str> = words
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect();
            let key = format!("{}-{}", city.country.to_ascii_lowercase(), words.join("-"));
            // The register begins with the largest, so the first of a name is the one that is meant.
            spelled.entry(key).or_insert(city.name);
        }
        spelled.shrink_to_fit();
        spelled
    });
    if let Some(name) = SPELLED.get(key) {
        return name.clone();
    }
    let words = key.split_once('-').map_or(key, |(_, words)| words);
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    words.split('-').filter_map(capital).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_value_has_a_readable_handle_that_leads_back() {
        for (facet, value, handle) in [
            (Facet::Topic, "cycling", "topic-cycling"),
            (Facet::Sdg, "11", "sdg11"),
            (Facet::Country, "ES", "country-es"),
            (Facet::Language, "es", "lang-es"),
        ] {
            assert_eq!(handle_of(facet, value).as_deref(), Some(handle));
            assert_eq!(named(handle), Some(Named::Value(facet, value.into())), "{handle}");
            assert!(is_reserved(handle));
        }
        assert_eq!(handle_of(Facet::Network, "metropolis"), None);
    }

    #[test]
    fn a_handle_is_found_in_any_spelling() {
        assert_eq!(named(" Topic-Cycling"), Some(Named::Value(Facet::Topic, "cycling".into())));
        assert_eq!(named("SDG-11"), Some(Named::Value(Facet::Sdg, "11".into())));
        assert!(is_city("es-cordoba", "City-ES-Córdoba"));
        assert!(is_city("jp-東京", "city-jp-東京"));
        for nothing in ["topic-", "topic-knitting", "sdg", "sdg0", "sdg18", "lang-xx", "city-", "x"]
        {
            assert_eq!(named(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn cities_of_every_script_have_handles_that_any_server_takes() {
        let handles: Vec<String> = vocabulary::cities()
            .map(|city| {
                let name = fold(&city.name);
                let words: Vec<&str> = name
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|word| !word.is_empty())
                    .collect();
                format!("{}-{}", city.country.to_ascii_lowercase(), words.join("-"))
            })
            .map(|key| {
                let handle = handle_of(Facet::City, &key);
                let handle = handle.unwrap_or_else(|| panic!("no handle for {key}"));
                assert!(is_city(&key, &handle), "{key} is not found by {handle}");
                handle
            })
            .collect();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(handles.iter().all(|handle| handle.chars().all(plain) && handle.len() <= 64));
        assert_eq!(handle_of(Facet::City, "jp-東京").as_deref(), Some("city-jp-xn--1lqs71d"));
        let long = format!("gb-{}", "llanfair-".repeat(20));
        let other = format!("{long}x");
        assert_ne!(handle_of(Facet::City, &long), handle_of(Facet::City, &other));
    }

    #[test]
    fn only_a_single_choice_is_a_filter_of_its_own() {
        let of = |query: &str| single(&CaseFilter::from_query(query));
        assert_eq!(of("topic=cycling&sort=title"), Some((Facet::Topic, "cycling".into())));
        assert_eq!(of("topic=cycling&sdg=11"), None);
        assert_eq!(of("topic=cycling&topic=walking"), None);
        assert_eq!(of("topic=cycling&q=bus"), None);
        assert_eq!(of("network=metropolis"), None);
        assert_eq!(of("topic=cycling&status=ongoing"), None);
        assert_eq!(of("year=2020"), None);
        assert_eq!(of(""), None);
    }

    #[test]
    fn people_may_be_called_what_no_filter_is() {
        assert!(is_reserved("cases") && is_reserved("Cases") && is_reserved("topic-anything"));
        assert!(
            !is_reserved("sdgwatch") && !is_reserved("caseworker") && !is_reserved("citymaker")
        );
    }

    #[test]
    fn a_city_is_called_as_people_write_it() {
        assert_eq!(city_label("br-sao-paulo"), "São Paulo");
        assert_eq!(city_label("za-cape-town"), "Cape Town");
        assert_eq!(city_label("jp-東京"), "東京");
        assert_eq!(city_label("-"), "");
    }
}
