//! The topics: 15 themes of city work and their 80 subtopics, which cases are filed under.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

/// A topic or a subtopic.
#[derive(Debug)]
pub struct Topic {
    /// A stable slug, unique among topics and subtopics.
    pub id: &'static str,
    /// Without the `#`, in camel case.
    pub hashtag: String,
    /// The topic above; none for the 15 at the top.
    pub parent: Option<&'static str>,
    /// Other words for it, slugs as well.
    pub aliases: Vec<String>,
    /// Its place among its sisters, from 1.
    pub order: u32,
    /// One English sentence; only the 15 at the top have one.
    pub description: Option<String>,
    /// The goals a case under this topic usually serves; only at the top.
    pub suggested_sdgs: Vec<u8>,
    pub subtopics: Vec<Topic>,
    labels: BTreeMap<String, String>,
}

impl Topic {
    /// Its name in the language of a BCP 47 tag, in English when there is none.
    pub fn label(&self, tag: &str) -> &str {
        super::label(&self.labels, tag)
    }
}

/// The id of a subtopic: what a case is filed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicId(&'static str);

impl TopicId {
    /// The subtopic with exactly this id; the 15 topics above them are not among these.
    pub fn from_id(id: &str) -> Option<Self> {
        let topic = topic(id)?;
        topic.parent.map(|_| Self(topic.id))
    }

    pub const fn id(self) -> &'static str {
        self.0
    }

    /// What is known about the subtopic.
    pub fn topic(self) -> &'static Topic {
        topic(self.0).expect("a TopicId is made from a known topic only")
    }

    /// Every subtopic, in the order of the vocabulary.
    pub fn all() -> impl Iterator<Item = Self> {
        topics().iter().flat_map(|topic| &topic.subtopics).map(|subtopic| Self(subtopic.id))
    }
}

impl std::fmt::Display for TopicId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl serde::Serialize for TopicId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

#[derive(Deserialize)]
struct File {
    topics: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    order: u32,
    labels: BTreeMap<String, String>,
    hashtag: String,
    description_en: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    suggested_sdgs: Vec<u8>,
    #[serde(default)]
    subtopics: Vec<Entry>,
}

impl Entry {
    /// The ids live as long as the process, so that a [`TopicId`] can be copied.
    fn into_topic(self, parent: Option<&'static str>) -> Topic {
        let id: &'static str = Box::leak(self.id.into_boxed_str());
        Topic {
            id,
            hashtag: self.hashtag,
            parent,
            aliases: self.aliases,
            order: self.order,
            description: self.description_en,
            suggested_sdgs: self.suggested_sdgs,
            subtopics: self.subtopics.into_iter().map(|entry| entry.into_topic(Some(id))).collect(),
            labels: self.labels,
        }
    }
}

static TOPICS: LazyLock<Vec<Topic>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(include_str!("../../../vocabulary/topics.json"))
        .expect("the embedded topics are read by a test");
    file.topics.into_iter().map(|entry| entry.into_topic(None)).collect()
});

static BY_ID: LazyLock<HashMap<&'static str, &'static Topic>> =
    LazyLock::new(|| every().map(|topic| (topic.id, topic)).collect());

/// Ids, aliases and hashtags without case, hyphens and blanks, as strangers write them.
static BY_NAME: LazyLock<HashMap<String, &'static Topic>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for topic in every() {
        for alias in &topic.aliases {
            names.insert(bare(alias), topic);
        }
    }
    for topic in every() {
        names.insert(bare(&topic.hashtag), topic);
        names.insert(bare(topic.id), topic);
    }
    names
});

fn every() -> impl Iterator<Item = &'static Topic> {
    TOPICS.iter().flat_map(|topic| std::iter::once(topic).chain(&topic.subtopics))
}

fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The 15 topics, each with its subtopics.
pub fn topics() -> &'static [Topic] {
    &TOPICS
}

/// The topic or subtopic with exactly this id.
pub fn topic(id: &str) -> Option<&'static Topic> {
    BY_ID.get(id).copied()
}

/// The topic or subtopic meant by a hashtag or an import's column: id, hashtag or alias,
/// whatever its case and hyphens.
pub fn topic_named(name: &str) -> Option<&'static Topic> {
    BY_NAME.get(&bare(name)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subtopics_are_those_of_the_schema() {
        let schema: serde_json::Value =
            serde_json::from_str(include_str!("../../../vocabulary/case.schema.json")).unwrap();
        let listed: Vec<String> =
            serde_json::from_value(schema["properties"]["topics"]["items"]["enum"].clone())
                .unwrap();
        assert_eq!(TopicId::all().map(|topic| topic.id().to_owned()).collect::<Vec<_>>(), listed);
        assert_eq!((topics().len(), listed.len()), (15, 80));
    }

    #[test]
    fn a_case_is_never_filed_under_a_topic_at_the_top() {
        assert_eq!(TopicId::from_id("mobility"), None);
        assert_eq!(TopicId::from_id("cycling").unwrap().topic().parent, Some("mobility"));
    }

    #[test]
    fn a_name_is_found_whatever_its_case_and_hyphens() {
        for name in ["Cargo-Bike", "cargobike", "traffic-demand", "#TrafficDemand"] {
            assert_eq!(topic_named(name).unwrap().id, "traffic-demand", "{name}");
        }
        assert!(topic_named("flying-cars").is_none());
    }

    #[test]
    fn a_label_falls_back_to_english() {
        let mobility = topic("mobility").unwrap();
        assert_eq!(mobility.label("de"), "Mobilität und Verkehr");
        assert_eq!(mobility.label("pt-BR"), "Mobilidade e transportes");
        assert_eq!(mobility.label("ko"), "Mobility and transport");
    }
}
