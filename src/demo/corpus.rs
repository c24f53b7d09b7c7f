//! The sample cases, who gets which, and a case to publish by hand.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

/// The sample cases, one a line.
const CASES: &str = include_str!("../../tests/data/cases.jsonl");

/// A network of the demo.
pub(super) struct Network {
    /// Its entry in `vocabulary/networks.json`, and its handle.
    pub slug: &'static str,
    /// As people call it.
    pub name: &'static str,
    pub accent: &'static str,
    /// The source networks whose cases it publishes: its own, and of those without an instance.
    pub gets: &'static [&'static str],
}

pub(super) const NETWORKS: [Network; 3] = [
    Network {
        slug: "metropolis",
        name: "Metropolis",
        accent: "#0b5c6b",
        gets: &["metropolis", "c40"],
    },
    Network {
        slug: "eurocities",
        name: "Eurocities",
        accent: "#1d3f8f",
        gets: &["eurocities", "iclei"],
    },
    Network { slug: "urbact", name: "URBACT", accent: "#8a2f5c", gets: &["urbact", "uclg"] },
];

/// The lines for the network at this place.
pub(super) fn lines_of(at: usize) -> String {
    let mine = |line: &&str| {
        let case: Option<Value> = serde_json::from_str(line).ok();
        case.is_some_and(|case| {
            super::home_of(case["source_network"].as_str().unwrap_or_default()) == at
        })
    };
    CASES.split('\n').filter(mine).map(|line| format!("{line}\n")).collect()
}

/// Files for a person to publish by hand.
pub(super) struct Examples {
    pub id: &'static str,
    pub new: PathBuf,
    pub changed: PathBuf,
}

/// Writes a new case and its next revision into the folder.
pub(super) fn write_examples(folder: &Path) -> io::Result<Examples> {
    let id = "a-case-to-play-with";
    let examples = Examples {
        id,
        new: folder.join("new-case.json"),
        changed: folder.join("changed-case.json"),
    };
    let mut case: Value = serde_json::from_str(CASES.split('\n').next().unwrap_or_default())?;
    case["id"] = json!(id);
    case["slug"] = json!(id);
    case["title"] = json!("A case to play with: published by hand a moment ago");
    case["source_network"] = json!("metropolis");
    case["editorial"] = json!({ "state": "published" });
    // Its translations would still have the old title.
    if let Some(fields) = case.as_object_mut() {
        fields.remove("translations");
    }
    fs::write(&examples.new, serde_json::to_vec_pretty(&case)?)?;
    case["title"] = json!("A case to play with: changed by hand a moment ago");
    fs::write(&examples.changed, serde_json::to_vec_pretty(&case)?)?;
    Ok(examples)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{case_study::parse, vocabulary::network};

    #[test]
    fn every_sample_case_has_one_home() {
        let counts: Vec<_> =
            (0..NETWORKS.len()).map(|at| lines_of(at).matches('\n').count()).collect();
        assert_eq!(counts.iter().sum::<usize>(), 40);
        assert!(counts.iter().all(|count| *count >= 5), "{counts:?}");
        for case in CASES.split('\n').filter(|line| !line.is_empty()) {
            let case: Value = serde_json::from_str(case).unwrap();
            let source = case["source_network"].as_str().unwrap();
            assert!(NETWORKS.iter().any(|network| network.gets.contains(&source)), "{source}");
        }
    }

    #[test]
    fn every_network_is_in_the_directory() {
        for known in &NETWORKS {
            assert!(network(known.slug).is_some(), "{}", known.slug);
        }
    }

    #[test]
    fn the_cases_to_play_with_can_be_published() {
        let folder = tempfile::tempdir().unwrap();
        let examples = write_examples(folder.path()).unwrap();
        for path in [examples.new, examples.changed] {
            let value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
            let case = parse(&value).unwrap();
            assert_eq!((case.id.as_str(), case.publish_problems().len()), (examples.id, 0));
        }
    }
}
