//! The invented citymakers of the demo, each at the network they work with.

use serde::Deserialize;

use super::{DemoError, home_of};
use crate::{
    app::{
        self,
        access::Who,
        person::{self, Described},
    },
    domain::{
        profile::Profile,
        vocabulary::{Language, TopicId},
    },
    store::Db,
    urls::Urls,
};

/// One a line.
const PEOPLE: &str = include_str!("../../tests/data/citymakers.jsonl");

#[derive(Deserialize)]
struct Sample {
    username: String,
    display_name: String,
    role: String,
    city: String,
    country: String,
    network: String,
    languages: Vec<String>,
    topics: Vec<String>,
    bio: String,
    discoverable: bool,
}

impl Sample {
    fn described(self) -> Described {
        let Sample { role, city, country, network, mut languages, mut topics, .. } = self;
        // Some speak languages in which no case is written.
        languages.retain(|tag| Language::from_id(tag).is_some());
        topics.retain(|id| TopicId::from_id(id).is_some());
        let profile = Profile {
            role: Some(role),
            city: Some(format!("{city}, {country}")),
            network: Some(network),
            languages,
            topics,
            discoverable: self.discoverable,
            ..Profile::default()
        };
        let (name, summary) = (Some(self.display_name), Some(self.bio));
        Described { name, summary, profile: Some(profile) }
    }
}

fn samples() -> impl Iterator<Item = Sample> {
    PEOPLE.split('\n').filter_map(|line| serde_json::from_str(line).ok())
}

/// The people of the network at this place, by handle.
fn people_of(at: usize) -> Vec<(String, Described)> {
    let mine = samples().filter(|sample| home_of(&sample.network) == at);
    mine.map(|sample| (sample.username.clone(), sample.described())).collect()
}

/// The lines of cases with the people they name at `host`, where the demo gives them a home.
pub(super) fn at_home(mut lines: String, host: &str) -> String {
    for sample in samples() {
        let there = format!("\"@{}@{}.example\"", sample.username, sample.network);
        lines = lines.replace(&there, &format!("\"@{}@{host}\"", sample.username));
    }
    lines
}

/// Gives the network its people; those it has already stay as they are.
pub(super) async fn add(db: &Db, urls: &Urls, at: usize, now: i64) -> Result<(), DemoError> {
    for (handle, described) in people_of(at) {
        match person::add(db, urls, &Who::CommandLine, &handle, described, now).await {
            Ok(_) | Err(app::Error::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_person_has_one_home_and_a_profile_that_is_taken() {
        let all: Vec<_> = (0..3).flat_map(people_of).collect();
        assert_eq!(all.len(), 24);
        for (handle, described) in all {
            let profile = described.profile.unwrap();
            assert!(profile.checked().is_ok(), "{handle}");
        }
        let line = r#"{"submitted_by":"@ingrid.halvorsen@c40.example","x":"office@c40.example"}"#;
        let moved = r#"{"submitted_by":"@ingrid.halvorsen@a.example","x":"office@c40.example"}"#;
        assert_eq!(at_home(line.into(), "a.example"), moved);
    }
}
