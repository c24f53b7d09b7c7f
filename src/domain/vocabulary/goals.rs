//! The 17 Sustainable Development Goals and their 169 targets.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

/// One of the 17 goals.
#[derive(Debug, Deserialize)]
pub struct Sdg {
    /// 1–17.
    pub id: u8,
    /// The goal's official colour, `#RRGGBB`.
    pub color: String,
    /// Black or white, whichever can be read on `color` (WCAG AA).
    pub text_color: String,
    /// The goal's name in linked data.
    pub uri: String,
    /// Without the `#`.
    pub hashtag: String,
    /// The goal in one English sentence.
    #[serde(rename = "title_en")]
    pub title: String,
    labels: BTreeMap<String, String>,
}

impl Sdg {
    /// Its short name in the language of a BCP 47 tag, in English when there is none.
    pub fn label(&self, tag: &str) -> &str {
        super::label(&self.labels, tag)
    }
}

/// One of the 169 targets.
#[derive(Debug, Deserialize)]
pub struct Target {
    /// Such as `11.5` or `6.a`.
    pub code: String,
    /// The goal it belongs to, 1–17.
    pub goal: u8,
    pub uri: String,
    /// A short English label in our own words.
    #[serde(rename = "label_en")]
    pub label: String,
}

/// The code of a target that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TargetCode(&'static Target);

impl PartialEq for Target {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}
impl Eq for Target {}
impl std::hash::Hash for Target {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl TargetCode {
    /// The target with exactly this code.
    pub fn from_id(code: &str) -> Option<Self> {
        target(code).map(Self)
    }

    pub fn id(self) -> &'static str {
        &self.0.code
    }

    /// The goal it belongs to, 1–17.
    pub const fn goal(self) -> u8 {
        self.0.goal
    }

    /// What is known about the target.
    pub const fn target(self) -> &'static Target {
        self.0
    }
}

impl std::fmt::Display for TargetCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

impl serde::Serialize for TargetCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

#[derive(Deserialize)]
struct Goals {
    goals: Vec<Sdg>,
}

#[derive(Deserialize)]
struct Targets {
    targets: Vec<Target>,
}

static SDGS: LazyLock<Vec<Sdg>> = LazyLock::new(|| {
    serde_json::from_str::<Goals>(include_str!("../../../vocabulary/sdgs.json"))
        .expect("the embedded goals are read by a test")
        .goals
});

static TARGETS: LazyLock<Vec<Target>> = LazyLock::new(|| {
    serde_json::from_str::<Targets>(include_str!("../../../vocabulary/sdg-targets.json"))
        .expect("the embedded targets are read by a test")
        .targets
});

static BY_CODE: LazyLock<HashMap<&'static str, &'static Target>> =
    LazyLock::new(|| TARGETS.iter().map(|target| (target.code.as_str(), target)).collect());

/// The 17 goals in order.
pub fn sdgs() -> &'static [Sdg] {
    &SDGS
}

/// The goal with this number.
pub fn sdg(id: u8) -> Option<&'static Sdg> {
    SDGS.get(usize::from(id).checked_sub(1)?)
}

/// The 169 targets in order.
pub fn targets() -> &'static [Target] {
    &TARGETS
}

/// The target with exactly this code.
pub fn target(code: &str) -> Option<&'static Target> {
    BY_CODE.get(code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_17_goals_in_order_and_169_targets_of_them() {
        assert_eq!(
            sdgs().iter().map(|goal| goal.id).collect::<Vec<_>>(),
            (1..=17).collect::<Vec<_>>()
        );
        assert_eq!(targets().len(), 169);
        for target in targets() {
            assert!(target.code.starts_with(&format!("{}.", target.goal)), "{}", target.code);
        }
        assert_eq!((sdg(0).is_none(), sdg(18).is_none(), sdg(17).unwrap().id), (true, true, 17));
    }

    #[test]
    fn a_target_that_does_not_exist_has_no_code() {
        assert_eq!(TargetCode::from_id("13.9"), None);
        assert_eq!(TargetCode::from_id("6.a").unwrap().goal(), 6);
    }

    #[test]
    fn both_kinds_of_chinese_find_the_chinese_label() {
        assert_eq!(sdg(2).unwrap().label("zh-Hant"), "零饥饿");
        assert_eq!(sdg(2).unwrap().label("eo"), "Zero Hunger");
    }
}
