//! The filter: one value behind the search form, the address bar, feeds, alerts and the API.

use serde::{Deserialize, Serialize};
use url::form_urlencoded;

use super::facet::{Facet, each_facet};
use super::index::{TermKind, award_key, case_terms, case_texts};
use super::query::query_terms;
use super::{FACET_VALUES, QUERY_CHARS, tokens};
use crate::domain::case_study::CaseStudy;
use crate::domain::text::clean_line;

/// The order of what was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// By date of publication, latest first; the order where nothing else is asked for.
    #[default]
    Newest,
    /// By date of the last revision, latest first.
    Updated,
    /// By how well the words fit, best first; without words as [`Sort::Newest`].
    Relevance,
    /// By folded title, A first.
    Title,
    /// By the year in which the case began, latest first.
    Year,
    /// By the folded name of the case's first city, A first.
    City,
}

impl Sort {
    pub const ALL: &'static [Self] =
        &[Self::Newest, Self::Updated, Self::Relevance, Self::Title, Self::Year, Self::City];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Updated => "updated",
            Self::Relevance => "relevance",
            Self::Title => "title",
            Self::Year => "year",
            Self::City => "city",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|sort| sort.id() == id)
    }

    /// The kind of term by whose value the order goes; every case has exactly one of it.
    pub const fn term(self) -> Option<TermKind> {
        match self {
            Self::Year => Some(TermKind::Year),
            Self::City => Some(TermKind::Place),
            Self::Newest | Self::Updated | Self::Relevance | Self::Title => None,
        }
    }

    /// Whether the order goes by a text, not by a date.
    pub const fn is_by_text(self) -> bool {
        matches!(self, Self::Title | Self::Year | Self::City)
    }

    /// Whether what is smallest comes first.
    pub const fn ascends(self) -> bool {
        matches!(self, Self::Title | Self::City)
    }
}

macro_rules! filter {
    ($($(#[$doc:meta])* $variant:ident $field:ident,)+) => {
        /// What a reader asks for. Values of one facet are alternatives; facets and words all have
        /// to fit. A value nobody knows is kept and fits no case.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(default)]
        pub struct CaseFilter {
            /// The reader's words, see [`query_terms`].
            pub q: Option<String>,
            $($(#[$doc])* pub $field: Vec<String>,)+
            pub sort: Sort,
            /// Where the page starts: a cursor only the store understands.
            pub after: Option<String>,
        }

        impl CaseFilter {
            /// The chosen values of a facet, as in a query string.
            pub fn values(&self, facet: Facet) -> &[String] {
                match facet { $(Facet::$variant => &self.$field),+ }
            }

            fn values_mut(&mut self, facet: Facet) -> &mut Vec<String> {
                match facet { $(Facet::$variant => &mut self.$field),+ }
            }
        }
    };
}
each_facet!(filter);

impl CaseFilter {
    /// Reads a query string, without its `?`. Facets repeat (`sdg=6&sdg=13`); unknown keys,
    /// empty and repeated values and those beyond [`FACET_VALUES`] are left out.
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = clean_line(&value);
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match &*key {
                "q" => filter.q = Some(value.chars().take(QUERY_CHARS).collect()),
                "sort" => filter.sort = Sort::from_id(value).unwrap_or_default(),
                "after" => filter.after = Some(value.chars().take(512).collect()),
                key => {
                    if let Some(facet) = Facet::from_id(key) {
                        filter.add(facet, value);
                    }
                }
            }
        }
        filter
    }

    /// The query string [`Self::from_query`] reads this filter from; empty for the whole
    /// catalogue.
    pub fn to_query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(words) = &self.q {
            query.append_pair("q", words);
        }
        for facet in Facet::ALL {
            for value in self.values(*facet) {
                query.append_pair(facet.id(), value);
            }
        }
        if self.sort != Sort::default() {
            query.append_pair("sort", self.sort.id());
        }
        if let Some(cursor) = &self.after {
            query.append_pair("after", cursor);
        }
        query.finish()
    }

    /// Whether a value of a facet is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.values(facet).iter().any(|chosen| chosen == value)
    }

    /// The same search with one more alternative, from its first page.
    #[must_use]
    pub fn with(&self, facet: Facet, value: &str) -> Self {
        let mut filter = self.first_page();
        filter.add(facet, value);
        filter
    }

    /// The same search without one value, from its first page.
    #[must_use]
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        let mut filter = self.first_page();
        filter.values_mut(facet).retain(|chosen| chosen != value);
        filter
    }

    /// The same search without any choice in one facet, from its first page: what the counts
    /// beside that facet's values are of.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> Self {
        let mut filter = self.first_page();
        filter.values_mut(facet).clear();
        filter
    }

    /// The same search from its first page.
    #[must_use]
    pub fn first_page(&self) -> Self {
        Self { after: None, ..self.clone() }
    }

    /// Whether every case passes.
    pub fn is_everything(&self) -> bool {
        let no_words = self.q.as_deref().is_none_or(|words| query_terms(words).is_empty());
        no_words && Facet::ALL.iter().all(|facet| self.values(*facet).is_empty())
    }

    /// Whether a case passes. Every term of the words has to occur in some text of the case, a
    /// phrase within one text.
    pub fn matches(&self, case: &CaseStudy) -> bool {
        let terms = case_terms(case);
        let fits = |facet: &Facet| {
            let chosen = self.values(*facet);
            let carried = |(kind, value): &(TermKind, String)| {
                *kind == facet.kind() && chosen.contains(value)
            };
            chosen.is_empty() || terms.iter().any(carried)
        };
        Facet::ALL.iter().all(fits) && self.words_occur(case)
    }

    fn words_occur(&self, case: &CaseStudy) -> bool {
        let wanted = self.q.as_deref().map(query_terms).unwrap_or_default();
        if wanted.is_empty() {
            return true;
        }
        let texts: Vec<Vec<String>> =
            case_texts(case).iter().map(|(_, text)| tokens(text)).collect();
        wanted.iter().all(|term| texts.iter().any(|text| term.is_in(text)))
    }

    fn add(&mut self, facet: Facet, value: &str) {
        let value = spelled(facet, value);
        let values = self.values_mut(facet);
        if !value.is_empty() && values.len() < FACET_VALUES && !values.contains(&value) {
            values.push(value);
        }
    }
}

/// A value as cases have it, however it was typed.
fn spelled(facet: Facet, value: &str) -> String {
    match facet {
        // `06` is the goal 6.
        Facet::Sdg => value.parse::<u8>().map_or_else(|_| value.to_owned(), |n| n.to_string()),
        Facet::Country => value.to_ascii_uppercase(),
        Facet::Award => award_key(value),
        _ => value.to_owned(),
    }
    .chars()
    .take(QUERY_CHARS)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_string_is_read_whatever_else_it_says() {
        let filter = CaseFilter::from_query(
            "q=+Kobenhavn+bus&sdg=6&sdg=13&sdg=6&sdg=no&topic=&country=dk&utm_source=x&city=jp-%E6%9D%B1%E4%BA%AC&sort=title&%FF=%FF",
        );
        assert_eq!(filter.q.as_deref(), Some("Kobenhavn bus"));
        assert_eq!(filter.sdg, ["6", "13", "no"]);
        assert_eq!((filter.topic.len(), filter.country.as_slice()), (0, &["DK".to_owned()][..]));
        assert_eq!((filter.city[0].as_str(), filter.sort), ("jp-東京", Sort::Title));
        assert_eq!(CaseFilter::from_query(&filter.to_query()), filter);
    }

    #[test]
    fn a_value_is_the_same_however_it_is_typed() {
        let filter = CaseFilter::from_query("sdg=06&country=dk&award=W%C3%96RLD++Habitat");
        assert_eq!(filter.to_query(), "sdg=6&country=DK&award=world+habitat");
        let long = CaseFilter::from_query(&format!("award={}", "x ".repeat(300)));
        assert_eq!(CaseFilter::from_query(&long.to_query()), long);
    }

    #[test]
    fn nothing_asked_is_everything() {
        let filter = CaseFilter::from_query("q=%20%E2%80%A6&page=2");
        assert!(filter.is_everything(), "{filter:?}");
        assert_eq!(CaseFilter::default().to_query(), "");
    }

    #[test]
    fn a_facet_is_bounded() {
        let query: String = (0..99).map(|n| format!("city=c{n}&")).collect();
        assert_eq!(CaseFilter::from_query(&query).city.len(), FACET_VALUES);
    }

    #[test]
    fn narrowing_a_search_starts_it_again() {
        let filter = CaseFilter::from_query("topic=cycling&topic=walking&after=abc");
        assert!(filter.has(Facet::Topic, "walking"));
        assert_eq!(filter.without(Facet::Topic, "cycling").to_query(), "topic=walking");
        assert_eq!(filter.without_facet(Facet::Topic).to_query(), "");
        assert_eq!(filter.with(Facet::Sdg, "11").to_query(), "topic=cycling&topic=walking&sdg=11");
    }

    #[test]
    fn a_saved_filter_is_read_from_json() {
        let filter: CaseFilter = serde_json::from_str(r#"{"q":"bus","sort":"updated"}"#).unwrap();
        assert_eq!((filter.q.as_deref(), filter.sort), (Some("bus"), Sort::Updated));
    }
}
