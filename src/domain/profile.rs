//! What a citymaker says of themselves, within bounds.

use super::{
    id::Uri,
    text::clean_line,
    vocabulary::{CitymakerRole, Language, TopicId},
};
use serde::{Deserialize, Serialize};

const LINE_CHARS: usize = 120;
/// Characters of what a picture shows.
pub const ALT_CHARS: usize = 300;
const MOST: usize = 20;

/// The fields of a profile beside name and summary. Everything is public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Id of a citymaker's role, such as `practitioner`.
    pub role: Option<String>,
    pub city: Option<String>,
    /// The network they work with, by name or slug.
    pub network: Option<String>,
    /// Ids of languages.
    pub languages: Vec<String>,
    /// Ids of topics.
    pub topics: Vec<String>,
    pub avatar: Option<String>,
    /// What the avatar shows, for who cannot see it.
    pub avatar_alt: Option<String>,
    pub header: Option<String>,
    /// Ids of other accounts of theirs; one that moves here must be among them.
    pub also_known_as: Vec<String>,
    /// Whether they want to be found: listed among citymakers here, suggested to people elsewhere.
    pub discoverable: bool,
    /// Whether others may let what they write be searched.
    pub indexable: bool,
}

impl Default for Profile {
    fn default() -> Self {
        Profile {
            role: None,
            city: None,
            network: None,
            languages: Vec::new(),
            topics: Vec::new(),
            avatar: None,
            avatar_alt: None,
            header: None,
            also_known_as: Vec::new(),
            discoverable: false,
            indexable: true,
        }
    }
}

impl Profile {
    /// Reads what is stored; what cannot be read is empty.
    pub fn from_json(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a profile has only strings for keys")
    }

    /// The same with clean texts.
    ///
    /// # Errors
    /// Which field is wrong, and what it takes.
    pub fn checked(mut self) -> Result<Self, String> {
        for line in [&mut self.city, &mut self.network].into_iter().flatten() {
            *line = clean_line(line).trim().to_owned();
            if line.chars().count() > LINE_CHARS {
                return Err(format!("city and network have at most {LINE_CHARS} characters"));
            }
        }
        self.city.take_if(|city| city.is_empty());
        self.network.take_if(|network| network.is_empty());
        if let Some(alt) = &mut self.avatar_alt {
            *alt = clean_line(alt).trim().to_owned();
            if alt.chars().count() > ALT_CHARS {
                return Err(format!("a picture is described in at most {ALT_CHARS} characters"));
            }
        }
        self.avatar_alt.take_if(|alt| alt.is_empty() || self.avatar.is_none());
        if let Some(role) = &self.role
            && CitymakerRole::from_id(role).is_none()
        {
            let known: Vec<_> = CitymakerRole::ALL.iter().map(|role| role.id()).collect();
            return Err(format!("{role:?} is not a role; there are {}", known.join(", ")));
        }
        if let Some(language) = self.languages.iter().find(|id| Language::from_id(id).is_none()) {
            return Err(format!("{language:?} is not a language known here, such as en"));
        }
        if let Some(topic) = self.topics.iter().find(|id| TopicId::from_id(id).is_none()) {
            return Err(format!("{topic:?} is not a topic known here, such as cycling"));
        }
        for image in [&self.avatar, &self.header].into_iter().flatten() {
            // Between instances on one machine it is plain http, as for the pictures of cases.
            let reachable = image.starts_with("https://") || image.starts_with("http://localhost:");
            if !reachable || Uri::parse(image).is_err() {
                return Err(format!("{image:?} is not an https address of a picture"));
            }
        }
        if let Some(other) = self.also_known_as.iter().find(|uri| Uri::parse(uri).is_err()) {
            return Err(format!("{other:?} is not the id of an account"));
        }
        for list in [&mut self.languages, &mut self.topics, &mut self.also_known_as] {
            let mut seen = std::collections::HashSet::new();
            list.retain(|item| seen.insert(item.clone()));
            if list.len() > MOST {
                return Err(format!("a profile names at most {MOST} of each kind"));
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_names_only_what_exists() {
        let profile = Profile {
            role: Some("practitioner".into()),
            city: Some(" L\u{202e}yon ".into()),
            languages: vec!["fr".into(), "fr".into()],
            ..Profile::default()
        };
        let checked = profile.clone().checked().unwrap();
        assert_eq!((checked.city.as_deref(), checked.languages.len()), (Some("Lyon"), 1));
        assert_eq!(Profile::from_json(&checked.to_json()), checked);
        assert_eq!(Profile::from_json("[]"), Profile::default());
        let wrong = [
            Profile { role: Some("king".into()), ..Profile::default() },
            Profile { languages: vec!["xx-y".into()], ..Profile::default() },
            Profile { topics: vec!["alchemy".into()], ..Profile::default() },
            Profile { avatar: Some("javascript:1".into()), ..Profile::default() },
            Profile { header: Some("http://a.example/x.png".into()), ..Profile::default() },
            Profile { also_known_as: vec!["ana".into()], ..Profile::default() },
        ];
        for profile in wrong {
            assert!(profile.clone().checked().is_err(), "{profile:?}");
        }
    }
}
