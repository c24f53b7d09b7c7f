//! Directories that fit into memory, of networks and of people: what is asked for, what fits, and how many each further choice would leave.

use url::form_urlencoded;

use super::{
    search::{FACET_VALUES, QUERY_CHARS, fold, query_terms, tokens},
    text::clean_line,
};

/// What a directory knows of one entry.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Facet and value; an entry may have several values of one facet.
    pub terms: Vec<(&'static str, String)>,
    /// What words are looked for in.
    pub texts: Vec<String>,
}

/// What a reader asks a directory for: values of one facet are alternatives, facets and words all
/// have to fit. A value that nobody has is kept and fits nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    facets: &'static [&'static str],
    /// As typed, at most [`QUERY_CHARS`] characters.
    pub words: String,
    chosen: Vec<(&'static str, String)>,
}

/// How many entries each value of a facet would leave, most first; counted without the facet's own
/// choice.
pub type Counts = Vec<(String, i64)>;

impl Asked {
    /// Reads a query string without its `?`; only `q` and these facets are looked at.
    pub fn from_query(query: &str, facets: &'static [&'static str]) -> Self {
        let mut asked = Asked { facets, words: String::new(), chosen: Vec::new() };
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = clean_line(&value);
            let value: String = value.trim().chars().take(QUERY_CHARS).collect();
            if value.is_empty() {
                continue;
            }
            if key == "q" {
                asked.words = value;
            } else if let Some(facet) = facets.iter().find(|facet| **facet == key)
                && asked.of(facet).count() < FACET_VALUES
                && !asked.has(facet, &value)
            {
                asked.chosen.push((facet, value));
            }
        }
        asked
    }

    /// The query string this is read from; empty for the whole directory.
    pub fn to_query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !self.words.is_empty() {
            query.append_pair("q", &self.words);
        }
        for facet in self.facets {
            for value in self.of(facet) {
                query.append_pair(facet, value);
            }
        }
        query.finish()
    }

    /// The chosen values of a facet.
    pub fn of<'a>(&'a self, facet: &'a str) -> impl Iterator<Item = &'a str> {
        self.chosen.iter().filter(move |(known, _)| *known == facet).map(|(_, value)| &**value)
    }

    pub fn has(&self, facet: &str, value: &str) -> bool {
        self.of(facet).any(|chosen| chosen == value)
    }

    /// Everything that is chosen, in the order of the facets.
    pub fn chosen(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.facets.iter().flat_map(|facet| self.of(facet).map(|value| (*facet, value)))
    }

    pub fn is_everything(&self) -> bool {
        self.chosen.is_empty() && self.words.is_empty()
    }

    #[must_use]
    pub fn without(&self, facet: &str, value: &str) -> Self {
        let mut asked = self.clone();
        asked.chosen.retain(|(known, chosen)| !(*known == facet && chosen == value));
        asked
    }

    #[must_use]
    pub fn without_words(&self) -> Self {
        Asked { words: String::new(), ..self.clone() }
    }

    /// The places of the entries that fit, in their order.
    pub fn fitting(&self, entries: &[Entry]) -> Vec<usize> {
        let spoken = self.spoken(entries);
        let fits = |place: &usize| spoken[*place] && self.chooses(&entries[*place], None);
        (0..entries.len()).filter(fits).collect()
    }

    /// The counts of each facet, in the order of the facets.
    pub fn counts(&self, entries: &[Entry]) -> Vec<(&'static str, Counts)> {
        let spoken = self.spoken(entries);
        let of = |facet: &'static str| {
            let mut counts: Counts = Vec::new();
            let rest = entries.iter().zip(&spoken).filter(|(_, spoken)| **spoken);
            for (entry, _) in rest.filter(|(entry, _)| self.chooses(entry, Some(facet))) {
                for (_, value) in entry.terms.iter().filter(|(known, _)| *known == facet) {
                    match counts.iter_mut().find(|(known, _)| known == value) {
                        Some((_, count)) => *count += 1,
                        None => counts.push((value.clone(), 1)),
                    }
                }
            }
            counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            (facet, counts)
        };
        self.facets.iter().map(|facet| of(facet)).collect()
    }

    /// Whether an entry has one of the chosen values of every facet; `but` is not looked at.
    fn chooses(&self, entry: &Entry, but: Option<&str>) -> bool {
        let mut facets = self.facets.iter().filter(|facet| Some(**facet) != but);
        facets.all(|facet| {
            let mut chosen = self.of(facet).peekable();
            chosen.peek().is_none()
                || chosen.any(|value| {
                    entry.terms.iter().any(|(known, own)| known == facet && own == value)
                })
        })
    }

    /// Which entries have all the words, each within one text.
    fn spoken(&self, entries: &[Entry]) -> Vec<bool> {
        let terms = query_terms(&self.words);
        if terms.is_empty() {
            return vec![true; entries.len()];
        }
        let has = |entry: &Entry| {
            let texts: Vec<Vec<String>> = entry.texts.iter().map(|text| tokens(text)).collect();
            terms.iter().all(|term| texts.iter().any(|text| term.is_in(text)))
        };
        entries.iter().map(has).collect()
    }
}

/// The words of a city's name as they stand in its key, so that `San José` and `san-jose` are one.
pub fn name_key(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACETS: &[&str] = &["kind", "topic"];

    fn entries() -> Vec<Entry> {
        let entry = |kind: &str, topics: &[&str], text: &str| Entry {
            terms: std::iter::once(("kind", kind.to_owned()))
                .chain(topics.iter().map(|topic| ("topic", (*topic).to_owned())))
                .collect(),
            texts: vec![text.to_owned()],
        };
        vec![
            entry("award", &["cycling"], "Prize of Malmö"),
            entry("network", &["cycling", "water"], "Mayors of Malmö"),
            entry("network", &["water"], "都市連合"),
        ]
    }

    #[test]
    fn facets_are_counted_without_their_own_choice() {
        let asked = Asked::from_query("kind=award&utm=1&kind=award&topic=", FACETS);
        assert_eq!(asked.fitting(&entries()), [0]);
        let counts = asked.counts(&entries());
        assert_eq!(counts[0].1, [("network".to_owned(), 2), ("award".to_owned(), 1)]);
        assert_eq!(counts[1].1, [("cycling".to_owned(), 1)]);
        assert!(asked.without("kind", "award").is_everything());
    }

    #[test]
    fn words_are_found_without_their_accents_and_in_any_script() {
        let fitting = |query: &str| Asked::from_query(query, FACETS).fitting(&entries());
        assert_eq!(fitting("q=malmo"), [0, 1]);
        assert_eq!(fitting("q=malmo+mayor&kind=network"), [1]);
        assert_eq!(fitting("q=%E9%80%A3%E5%90%88"), [2]);
        assert!(fitting("q=atlantis").is_empty());
        assert_eq!(fitting("topic=alchemy"), [0_usize; 0]);
    }

    #[test]
    fn what_is_asked_stands_in_the_address_and_is_bounded() {
        let asked = Asked::from_query("kind=k&topic=a%26b&q=x%00y", FACETS);
        assert_eq!(Asked::from_query(&asked.to_query(), FACETS), asked);
        let many: String = (0..99).map(|n| format!("kind=k{n}&")).collect();
        assert_eq!(Asked::from_query(&many, FACETS).of("kind").count(), FACET_VALUES);
        assert!(Asked::from_query(&"q=&".repeat(9), FACETS).is_everything());
        assert_eq!(name_key("San José, "), "san-jose");
    }
}
