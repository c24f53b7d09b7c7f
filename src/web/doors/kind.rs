//! The kinds of doors: where each stands, how its values are read from an address, what it is called.

use crate::{
    domain::{
        directory::name_key,
        search::{CaseFilter, Facet, TermKind, city_label, fold},
        vocabulary::{self, Language},
    },
    i18n::Speech,
    urls,
    web::{cards, layout::Place},
};

/// A property of cases that has a page for each of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Topic,
    Goal,
    City,
    Country,
    Region,
    Language,
}

/// What the last part of an address means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// A value in the spelling of its address.
    Value(String),
    /// The same in another spelling; the path where it is.
    Elsewhere(String),
    Nothing,
}

impl Kind {
    pub const ALL: [Kind; 6] =
        [Kind::Topic, Kind::Goal, Kind::City, Kind::Country, Kind::Region, Kind::Language];

    /// The path of the page that lists all values.
    pub const fn index(self) -> &'static str {
        match self {
            Kind::Topic => "/topics",
            Kind::Goal => "/goals",
            Kind::City => "/cities",
            Kind::Country => "/countries",
            Kind::Region => "/regions",
            Kind::Language => "/languages",
        }
    }

    /// Where in the masthead its pages are.
    pub const fn place(self) -> Place {
        match self {
            Kind::Topic => Place::Topics,
            Kind::Goal => Place::Goals,
            Kind::City => Place::Cities,
            Kind::Country | Kind::Region | Kind::Language => Place::Elsewhere,
        }
    }

    /// The terms of cases behind it.
    pub const fn terms(self) -> TermKind {
        match self {
            Kind::Topic => TermKind::Topic,
            Kind::Goal => TermKind::Sdg,
            Kind::City => TermKind::City,
            Kind::Country => TermKind::Country,
            Kind::Region => TermKind::Region,
            Kind::Language => TermKind::Language,
        }
    }

    /// The facet whose values can be followed; a region cannot.
    pub const fn followable(self) -> Option<Facet> {
        match self {
            Kind::Topic => Some(Facet::Topic),
            Kind::Goal => Some(Facet::Sdg),
            Kind::City => Some(Facet::City),
            Kind::Country => Some(Facet::Country),
            Kind::Language => Some(Facet::Language),
            Kind::Region => None,
        }
    }

    /// Where the page of a value is.
    pub fn path(self, value: &str) -> String {
        match self {
            Kind::Topic => urls::topic_path(value),
            Kind::Goal => format!("{}/{value}", self.index()),
            Kind::City => urls::city_path(value),
            Kind::Country => urls::country_path(value),
            Kind::Region => urls::region_path(value),
            Kind::Language => urls::language_path(value),
        }
    }

    /// The cases behind a value.
    pub fn filter(self, value: &str) -> CaseFilter {
        CaseFilter::from_query(&self.query(value))
    }

    /// The query string of the search for a value.
    pub fn query(self, value: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair(self.terms().id(), value);
        query.finish()
    }

    /// What people call a value.
    pub fn label(self, t: &Speech, value: &str) -> String {
        match self {
            Kind::Topic => cards::topic_label(t, value),
            Kind::Goal => value
                .parse()
                .ok()
                .and_then(vocabulary::sdg)
                .map_or_else(|| value.to_owned(), |goal| goal.label(t.tag()).to_owned()),
            Kind::City => city_label(value),
            Kind::Country => cards::country(t, value),
            Kind::Region => region_label(t, value),
            Kind::Language => t.known_term("language", value).unwrap_or_else(|| value.to_owned()),
        }
    }

    /// Reads the last part of an address. A city's key is read by [`city`].
    pub fn read(self, t: &Speech, text: &str) -> Read {
        let text = text.trim();
        let value = match self {
            Kind::Topic => vocabulary::topic_named(text).map(|topic| topic.id.to_owned()),
            Kind::Goal => return goal(text),
            Kind::Country => {
                let code = text.to_ascii_uppercase();
                is_country(t, &code).then_some(code)
            }
            Kind::Region => {
                let id = name_key(text);
                vocabulary::region(&id).map(|region| region.id.clone())
            }
            Kind::Language => Language::ALL
                .iter()
                .map(|language| language.id())
                .find(|id| id.eq_ignore_ascii_case(text))
                .map(str::to_owned),
            Kind::City => None,
        };
        self.found(value, text)
    }

    /// A value that was meant by `text`, which may not be how its address spells it.
    pub fn found(self, value: Option<String>, text: &str) -> Read {
        let Some(value) = value else { return Read::Nothing };
        let spelled = match self {
            Kind::Country => value.to_ascii_lowercase(),
            _ => value.clone(),
        };
        if spelled == text { Read::Value(value) } else { Read::Elsewhere(self.path(&value)) }
    }
}

/// `11`, but also `sdg11`, `SDG-11`, `goal 11`, and a target such as `11.2`, which is a part of
/// its goal's page.
fn goal(text: &str) -> Read {
    let folded = fold(text);
    let bare = folded
        .trim_start_matches("sdg")
        .trim_start_matches("goal")
        .trim_start_matches(['-', ' ', '_']);
    if let Some(target) = vocabulary::target(bare) {
        let path = urls::goal_path(target.goal);
        return Read::Elsewhere(format!("{path}#{}", target_anchor(&target.code)));
    }
    let number = bare.parse().ok().and_then(vocabulary::sdg).map(|goal| goal.id.to_string());
    Kind::Goal.found(number, text)
}

/// Where a target stands on the page of its goal.
pub fn target_anchor(code: &str) -> String {
    format!("target-{}", code.replace('.', "-"))
}

/// The key that two parts of an address name: country and city.
pub fn city(country: &str, name: &str) -> Option<String> {
    let (country, name) = (country.trim().to_ascii_lowercase(), name_key(name));
    let sound = country.len() == 2 && country.bytes().all(|b| b.is_ascii_lowercase());
    (sound && !name.is_empty()).then(|| format!("{country}-{name}"))
}

/// The country of a city's key, in capitals.
pub fn country_of(key: &str) -> String {
    key.split('-').next().unwrap_or_default().to_ascii_uppercase()
}

/// Whether this is the code of a country, of one that is no more as well.
pub fn is_country(t: &Speech, code: &str) -> bool {
    let known = || t.known_term("country", code).is_some();
    code.len() == 2 && (known() || vocabulary::region_of(code).is_some())
}

/// What a region is called.
pub fn region_label(t: &Speech, id: &str) -> String {
    t.known_term("region", id).unwrap_or_else(|| {
        vocabulary::region(id).map_or_else(|| id.to_owned(), |region| region.label.clone())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Locale, Texts};
    use std::sync::Arc;

    #[test]
    fn other_spellings_lead_to_the_one_address() {
        let t = Speech::new(Arc::new(Texts::embedded()), Locale::En);
        let elsewhere = |path: &str| Read::Elsewhere(path.to_owned());
        for (kind, text, read) in [
            (Kind::Topic, "cycling", Read::Value("cycling".into())),
            (Kind::Topic, "Cycling", elsewhere("/topics/cycling")),
            (Kind::Topic, "alchemy", Read::Nothing),
            (Kind::Goal, "11", Read::Value("11".into())),
            (Kind::Goal, "sdg11", elsewhere("/goals/11")),
            (Kind::Goal, "SDG-011", elsewhere("/goals/11")),
            (Kind::Goal, "11.2", elsewhere("/goals/11#target-11-2")),
            (Kind::Goal, "0", Read::Nothing),
            (Kind::Goal, "18", Read::Nothing),
            (Kind::Goal, "", Read::Nothing),
            (Kind::Country, "dk", Read::Value("DK".into())),
            (Kind::Country, "DK", elsewhere("/countries/dk")),
            (Kind::Country, "zz", Read::Nothing),
            (Kind::Region, "Europe", elsewhere("/regions/europe")),
            (Kind::Region, "east-asia", Read::Value("east-asia".into())),
            (Kind::Language, "ES", elsewhere("/languages/es")),
            (Kind::Language, "tlh", Read::Nothing),
        ] {
            assert_eq!(kind.read(&t, text), read, "{kind:?} {text}");
        }
        assert_eq!(city("DK", "København").as_deref(), Some("dk-kobenhavn"));
        assert_eq!(city("jp", "東京").as_deref(), Some("jp-東京"));
        assert_eq!((city("d", "x"), city("dk", "…")), (None, None));
    }
}
