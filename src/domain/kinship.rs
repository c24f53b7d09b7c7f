//! What two cases have in common, so that a page can say why it names one beside the other.

use super::{
    case_study::CaseStudy,
    search::{city_key, fold},
    vocabulary::{TargetCode, TopicId},
};

/// What `other` shares with a case, and how much that weighs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinship {
    pub topics: Vec<TopicId>,
    pub goals: Vec<u8>,
    pub targets: Vec<TargetCode>,
    /// As the other case calls it.
    pub city: Option<String>,
    /// Its code; only where the city is not the same.
    pub country: Option<String>,
    /// Words of the case's title that the other one's title or summary has too, as written there.
    pub words: Vec<String>,
    pub weight: u32,
}

/// The weight of each thing that is shared, and how many of them count.
const TOPIC: (u32, usize) = (6, 3);
const TARGET: (u32, usize) = (3, 2);
const GOAL: (u32, usize) = (2, 3);
const WORD: (u32, usize) = (1, 3);
const CITY: u32 = 5;
const COUNTRY: u32 = 2;
/// Cases that share less than this are not related: a goal and a country in common mean little.
const LEAST: u32 = 5;
/// Shorter words say little about a case.
const WORD_CHARS: usize = 6;

impl Kinship {
    /// Symmetric but for the words; plain comparison, no cost worth a bound.
    pub fn between(case: &CaseStudy, other: &CaseStudy) -> Kinship {
        let topics: Vec<_> = both(&case.topics, &other.topics);
        let goals: Vec<_> = both(&case.sdgs, &other.sdgs);
        let targets: Vec<_> = both(&case.sdg_targets, &other.sdg_targets);
        let keys: Vec<_> = case.cities.iter().map(city_key).collect();
        let city = other.cities.iter().find(|city| keys.contains(&city_key(city)));
        let countries: Vec<_> = case.cities.iter().map(|city| &city.country).collect();
        let country = other.cities.iter().find(|city| countries.contains(&&city.country));
        let country = country.filter(|_| city.is_none()).map(|city| city.country.clone());
        let words = words(case, other);
        let weigh = |(each, most): (u32, usize), count: usize| each * count.min(most) as u32;
        let weight = weigh(TOPIC, topics.len())
            + weigh(TARGET, targets.len())
            + weigh(GOAL, goals.len())
            + weigh(WORD, words.len())
            + if city.is_some() { CITY } else { 0 }
            + if country.is_some() { COUNTRY } else { 0 };
        let city = city.map(|city| city.name.clone());
        Kinship { topics, goals, targets, city, country, words, weight }
    }

    /// Whether it is worth naming the one beside the other.
    pub fn is_close(&self) -> bool {
        self.weight >= LEAST
            && !(self.topics.is_empty() && self.city.is_none() && self.targets.is_empty())
    }
}

fn both<T: Copy + PartialEq>(one: &[T], other: &[T]) -> Vec<T> {
    one.iter().copied().filter(|value| other.contains(value)).collect()
}

fn words(case: &CaseStudy, other: &CaseStudy) -> Vec<String> {
    let parts = |text: &str| -> Vec<(String, String)> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| word.chars().count() >= WORD_CHARS);
        words.map(|word| (fold(word), word.to_owned())).collect()
    };
    let theirs = parts(&format!("{} {}", other.title, other.summary));
    let cities = case.cities.iter().chain(&other.cities);
    let places: Vec<_> = cities.flat_map(|city| parts(&city.name)).map(|(word, _)| word).collect();
    let mut shared: Vec<(String, String)> = Vec::new();
    for (word, _) in parts(&case.title) {
        let found = theirs.iter().find(|(known, _)| *known == word);
        let new = !places.contains(&word) && !shared.iter().any(|(known, _)| *known == word);
        shared.extend(found.filter(|_| new).cloned());
    }
    shared.into_iter().map(|(_, word)| word).take(WORD.1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case_study;

    fn samples() -> Vec<CaseStudy> {
        let lines = include_str!("../../tests/data/cases.jsonl").split('\n');
        let lines = lines.filter(|line| !line.trim().is_empty());
        lines.map(|line| case_study::parse(&serde_json::from_str(line).unwrap()).unwrap()).collect()
    }

    #[test]
    fn what_is_shared_is_the_same_from_both_sides_and_most_with_oneself() {
        let cases = samples();
        for case in &cases {
            let most = Kinship::between(case, case).weight;
            for other in &cases {
                let (one, two) = (Kinship::between(case, other), Kinship::between(other, case));
                let things = |of: &Kinship| (of.topics.len(), of.goals.len(), of.targets.len());
                assert_eq!(things(&one), things(&two));
                assert_eq!(one.city.is_some(), two.city.is_some());
                assert!(one.weight <= most, "{} {}", case.id, other.id);
                assert!(one.city.is_none() || one.country.is_none());
            }
        }
    }

    #[test]
    fn a_goal_and_a_country_in_common_are_not_enough() {
        let mut kinship = Kinship {
            goals: vec![11, 13],
            country: Some("DK".into()),
            weight: 9,
            ..Kinship::default()
        };
        assert!(!kinship.is_close());
        kinship.city = Some("Odense".into());
        assert!(kinship.is_close());
    }
}
