//! As many different case studies as wanted, made from the sample cases.

use serde_json::{Value, json};

use super::{BenchError, Result};
use crate::{
    app,
    domain::{
        case_study::{self, CaseStudy},
        search::CaseFilter,
        vocabulary::{self, CityRow, EditorialState},
    },
    store::cases::{Standing, StoredCase},
    urls::Urls,
};

const CASES: &str = include_str!("../../tests/data/cases.jsonl");
/// Words that make titles and texts differ; combined they occur in any share of the cases.
const WORDS: [&str; 16] = [
    "harbour", "tram", "school", "river", "market", "roof", "garden", "bridge", "square",
    "library", "cycle", "heat", "water", "waste", "housing", "light",
];

/// Of so many cases of a large catalogue one is the instance's own; the others came from partners.
const OWN: usize = 4;
/// Partners of a large catalogue.
const PARTNERS: usize = 97;

pub struct Corpus {
    samples: Vec<Value>,
    /// The register, largest first.
    cities: Vec<CityRow>,
}

impl Corpus {
    pub fn new() -> Result<Self> {
        let lines = CASES.split('\n').filter(|line| !line.is_empty());
        let samples = lines.map(serde_json::from_str).collect::<std::result::Result<_, _>>();
        let samples = samples.map_err(|error| BenchError::Odd(error.to_string()))?;
        Ok(Corpus { samples, cities: vocabulary::cities().collect() })
    }

    /// Case number `at` of a large catalogue: in a city of the register, large ones more often, of
    /// any network, begun in any year since 1990, and mostly received from partners.
    pub fn stored(&self, at: usize, urls: &Urls, now: i64) -> Result<StoredCase> {
        let mix = spread(at);
        let mut case = self.case(at)?;
        let city = &self.cities[skewed(mix >> 3, self.cities.len())];
        if let Some(first) = case.cities.first_mut() {
            first.name.clone_from(&city.name);
            first.country.clone_from(&city.country);
            (first.name_local, first.name_en, first.region) = (None, None, None);
            (first.lat, first.lon) = (city.lat, city.lon);
            first.geonameid = None;
            first.population = Some(city.population);
            first.population_class = None;
        }
        let networks = vocabulary::networks();
        case.source_network.clone_from(&networks[skewed(mix >> 11, networks.len())].slug);
        case.period.start = (2025 - skewed(mix >> 7, 36)).to_string();
        if case.period.end.is_some() {
            case.period.end = Some(case.period.start.clone());
        }
        let local = at.is_multiple_of(OWN);
        let host = format!("cases{}.example", at % PARTNERS);
        let id = app::new_id(now);
        let published = case.editorial.published.unwrap_or(now);
        Ok(StoredCase {
            num: 0,
            uri: if local { urls.object(&id) } else { format!("https://{host}/o/{id}") },
            local,
            host: if local { urls.host().to_owned() } else { host.clone() },
            page: page(at),
            origin_url: (!local).then(|| format!("https://{host}/cases/{}", case.slug)),
            actor: if local { urls.actor("bench") } else { format!("https://{host}/actors/n") },
            state: EditorialState::Published,
            standing: Standing::Shown,
            published,
            updated: case.editorial.updated.unwrap_or(published),
            revision: 1,
            received: now,
            withdrawn: None,
            shared_by: None,
            foreign_keys: None,
            id,
            case,
        })
    }

    /// Case number `at`; the same number is always the same case.
    pub fn case(&self, at: usize) -> Result<CaseStudy> {
        let mut record = self.samples[at % self.samples.len()].clone();
        let other = &self.samples[(at / self.samples.len()) % self.samples.len()];
        let mix = spread(at);
        let word = |shift: u32| WORDS[(mix >> shift) as usize % WORDS.len()];
        for field in ["topics", "sdgs", "cities"] {
            record[field] = other[field].clone();
        }
        if let Some(fields) = record.as_object_mut() {
            for dependent in ["translations", "related", "sdg_targets", "source_id", "source_url"] {
                fields.remove(dependent);
            }
        }
        let id = format!("bench-{at:07}");
        record["id"] = json!(id);
        record["slug"] = json!(id);
        record["title"] = json!(format!("{} {} number{at} {}", word(0), word(8), word(16)));
        let day = 1 + at % 28;
        let date = format!("{}-{:02}-{day:02}T10:00:00Z", 2015 + at % 10, 1 + at / 28 % 12);
        record["editorial"] =
            json!({"state": "published", "published": date, "updated": date, "revision": 1});
        case_study::parse(&record)
            .map_err(|refusal| BenchError::Odd(format!("{:?}", refusal.errors)))
    }
}

/// The page of case number `at` of a large catalogue, without `/cases/`.
pub fn page(at: usize) -> String {
    match at.is_multiple_of(OWN) {
        true => format!("bench-{at:07}"),
        false => format!("bench-{at:07}@cases{}.example", at % PARTNERS),
    }
}

/// Spreads a number over all bits, so that neighbours differ.
fn spread(at: usize) -> u64 {
    (at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16
}

/// A place below `count`, the first ones far more often.
fn skewed(mix: u64, count: usize) -> usize {
    let part = (mix % 10_007) as f64 / 10_007.0;
    ((part * part * part * count as f64) as usize).min(count.saturating_sub(1))
}

/// What people type, rare and frequent, and choose; the number selects.
pub fn query(at: usize, count: usize) -> CaseFilter {
    let word = |at: usize| WORDS[at % WORDS.len()];
    let mut filter = CaseFilter::default();
    match at % 6 {
        0 => filter.q = Some(word(at / 6).into()),
        1 => filter.q = Some(format!("{} {}", word(at / 6), word(at / 6 + 5))),
        2 => filter.q = Some(format!("number{}", at * 7_919 % count.max(1))),
        3 => filter.sdg = vec![(1 + at / 6 % 17).to_string()],
        4 => {
            filter.q = Some(word(at / 6).into());
            filter.sdg = vec!["11".into()];
        }
        _ => {}
    }
    filter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_a_valid_case_of_its_own() {
        let corpus = Corpus::new().unwrap();
        let mut titles = std::collections::HashSet::new();
        for at in (0..4_000).step_by(7) {
            let case = corpus.case(at).unwrap();
            assert!(case.publish_problems().is_empty(), "{at}: {:?}", case.publish_problems());
            assert!(titles.insert(case.title));
        }
    }
}
