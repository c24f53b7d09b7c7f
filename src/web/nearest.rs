//! Where a search that finds nothing can go on: the nearest ones that find something.

use std::collections::BTreeMap;

use crate::{
    domain::{
        search::{CaseFilter, Facet, city_label, fold, tokens},
        vocabulary,
    },
    store::{Db, Result, search},
};

use super::{
    cards::topic_label,
    facets::{Labels, legend},
    view::View,
};

/// A search that finds something, and what it is.
pub struct Nearest {
    pub label: String,
    pub href: String,
    pub count: i64,
}

/// Searches that are suggested.
const MOST: usize = 6;
/// Words of a query that are looked at; each costs a few counts.
const WORDS: usize = 6;
/// Words that are tried in place of one that is not found.
const TRIED: usize = 5;
/// Shorter words have too many neighbours to mean one of them.
const SHORTEST: usize = 4;

/// The nearest searches with cases, best first: a word that may have been meant, then with one
/// condition less, most cases first; and where that is not enough, one condition alone. Values of
/// one facet are alternatives, so a facet is one condition. Empty when there is no case at all.
pub async fn nearest(
    db: &Db,
    labels: &Labels<'_>,
    filter: &CaseFilter,
    view: View,
) -> Result<Vec<Nearest>> {
    let filter = filter.first_page();
    let mut found = meant(db, labels, &filter).await?;
    found.extend(counted(db, less_one(labels, &filter)).await?);
    if found.is_empty() {
        found = counted(db, alone(labels, &filter)).await?;
    }
    found.truncate(MOST);
    let linked = |(label, filter, count)| Nearest { label, href: view.address(&filter), count };
    Ok(found.into_iter().map(linked).collect())
}

type Candidate = (String, CaseFilter);

/// Those with cases, most first.
async fn counted(db: &Db, candidates: Vec<Candidate>) -> Result<Vec<(String, CaseFilter, i64)>> {
    let mut found: Vec<(String, CaseFilter, i64)> = Vec::new();
    for (label, filter) in candidates {
        // Everything is linked anyway, and says nothing of what was looked for.
        if filter.is_everything() || found.iter().any(|(_, known, _)| *known == filter) {
            continue;
        }
        let count = search::count(db, &filter).await?;
        if count > 0 {
            found.push((label, filter, count));
        }
    }
    found.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    Ok(found)
}

/// What a facet's choice is called.
fn choice(labels: &Labels, filter: &CaseFilter, facet: Facet) -> Option<String> {
    match filter.values(facet) {
        [] => None,
        [value] => Some(labels.alone(facet, value)),
        _ => Some(labels.t.say(legend(facet)).into_owned()),
    }
}

fn words_of(filter: &CaseFilter) -> Vec<&str> {
    filter.q.iter().flat_map(|words| words.split_whitespace()).collect()
}

fn quoted(labels: &Labels, words: &str) -> String {
    labels.t.say1("filter-words", "words", words)
}

/// Without one facet's choice, one word or all words.
fn less_one(labels: &Labels, filter: &CaseFilter) -> Vec<Candidate> {
    let without = |what: &str| labels.t.say1("nothing-without", "filter", what);
    let mut candidates: Vec<Candidate> = Vec::new();
    for facet in Facet::ALL {
        if let Some(label) = choice(labels, filter, *facet) {
            candidates.push((without(&label), filter.without_facet(*facet)));
        }
    }
    let words = words_of(filter);
    if !words.is_empty() {
        let all = quoted(labels, &words.join(" "));
        candidates.push((without(&all), CaseFilter { q: None, ..filter.clone() }));
    }
    if words.len() > 1 {
        for place in 0..words.len().min(WORDS) {
            let mut left = words.clone();
            let word = left.remove(place);
            let q = Some(left.join(" "));
            candidates.push((without(&quoted(labels, word)), CaseFilter { q, ..filter.clone() }));
        }
    }
    candidates
}

/// With nothing but one facet's choice, or one word.
fn alone(labels: &Labels, filter: &CaseFilter) -> Vec<Candidate> {
    let only = |what: &str| labels.t.say1("nothing-only", "filter", what);
    let plain = || CaseFilter { sort: filter.sort, ..CaseFilter::default() };
    let mut candidates: Vec<Candidate> = Vec::new();
    for facet in Facet::ALL {
        if let Some(label) = choice(labels, filter, *facet) {
            let values = filter.values(*facet).iter();
            let alone = values.fold(plain(), |alone, value| alone.with(*facet, value));
            candidates.push((only(&label), alone));
        }
    }
    for word in words_of(filter).into_iter().take(WORDS) {
        let q = Some(word.to_owned());
        candidates.push((only(&quoted(labels, word)), CaseFilter { q, ..plain() }));
    }
    candidates
}

/// For words that no case has: cities and topics of cases here that are spelled almost so.
async fn meant(
    db: &Db,
    labels: &Labels<'_>,
    filter: &CaseFilter,
) -> Result<Vec<(String, CaseFilter, i64)>> {
    let words = words_of(filter);
    let mut unknown = Vec::new();
    for (place, word) in words.iter().enumerate().take(WORDS) {
        let alone = CaseFilter { q: Some((*word).to_owned()), ..CaseFilter::default() };
        if fold(word).chars().count() >= SHORTEST && search::count(db, &alone).await? == 0 {
            unknown.push(place);
        }
    }
    let mut found = Vec::new();
    if unknown.is_empty() {
        return Ok(found);
    }
    let known = vocabulary_of(db, labels).await?;
    for place in unknown {
        let wanted = fold(words[place]);
        let mut near: Vec<(usize, &String, &String)> = known
            .iter()
            .filter_map(|(folded, written)| Some((distance(&wanted, folded)?, folded, written)))
            .collect();
        near.sort();
        let candidates = near.into_iter().take(TRIED).map(|(_, _, written)| {
            let mut changed = words.clone();
            changed[place] = written;
            let q = Some(changed.join(" "));
            let label = labels.t.say1("nothing-meant", "word", written.as_str());
            (label, CaseFilter { q, ..filter.clone() })
        });
        found.extend(counted(db, candidates.collect()).await?);
    }
    Ok(found)
}

/// Words of the names of cities and topics that cases here have, by their folded forms.
async fn vocabulary_of(db: &Db, labels: &Labels<'_>) -> Result<BTreeMap<String, String>> {
    let cities = search::cities(db, &CaseFilter::default()).await?;
    let cities = cities.iter().map(|(key, _)| city_label(key));
    let topics = vocabulary::topics().iter();
    let topics =
        topics.flat_map(|topic| topic.subtopics.iter().map(|sub| sub.id).chain([topic.id]));
    let mut known = BTreeMap::new();
    for name in cities.chain(topics.map(|id| topic_label(labels.t, id))) {
        for word in name.split_whitespace() {
            let folded: String = tokens(word).concat();
            if folded.chars().count() >= SHORTEST {
                known.entry(folded).or_insert_with(|| word.to_owned());
            }
        }
    }
    Ok(known)
}

/// How many letters are missing, too many, wrong or swapped with a neighbour: at most one in a short
/// word and two in a long one, else `None`.
fn distance(a: &str, b: &str) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let most = if a.len() < 6 { 1 } else { 2 };
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    Some(rows[a.len()][b.len()]).filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_or_two_is_near_and_another_word_is_not() {
        assert_eq!(distance("copenhagn", "copenhagen"), Some(1));
        assert_eq!(distance("copnehagen", "copenhagen"), Some(1));
        assert_eq!(distance("kopenhagn", "copenhagen"), Some(2));
        assert_eq!(distance("bus", "cycling"), None);
        assert_eq!(distance("gent", "bonn"), None);
        assert_eq!(distance("gnet", "gent"), Some(1));
    }
}
