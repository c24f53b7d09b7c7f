//! As many different case studies as wanted, made from the sample cases.

use serde_json::{Value, json};

use super::{BenchError, Result};
use crate::domain::{
    case_study::{self, CaseStudy},
    search::CaseFilter,
};

const CASES: &str = include_str!("../../tests/data/cases.jsonl");
/// Words that make titles and texts differ; combined they occur in any share of the cases.
const WORDS: [&str; 16] = [
    "harbour", "tram", "school", "river", "market", "roof", "garden", "bridge", "square",
    "library", "cycle", "heat", "water", "waste", "housing", "light",
];

pub struct Corpus {
    samples: Vec<Value>,
}

impl Corpus {
    pub fn new() -> Result<Self> {
        let lines = CASES.split('\n').filter(|line| !line.is_empty());
        let samples = lines.map(serde_json::from_str).collect::<std::result::Result<_, _>>();
        let samples = samples.map_err(|error| BenchError::Odd(error.to_string()))?;
        Ok(Corpus { samples })
    }

    /// Case number `at`; the same number is always the same case.
    pub fn case(&self, at: usize) -> Result<CaseStudy> {
        let mut record = self.samples[at % self.samples.len()].clone();
        let other = &self.samples[(at / self.samples.len()) % self.samples.len()];
        // Spreads numbers over all bits, so that neighbours differ.
        let mix = (at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16;
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
