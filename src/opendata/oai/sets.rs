//! The sets of the repository: one for each topic and each goal, and one of what is published here.

use crate::{
    domain::vocabulary::{self, sdgs, topics},
    formats::xml::Xml,
    i18n::{Locale, Speech},
    state::State,
    store::harvest::OWN,
};

/// All of them, in one part.
pub fn list(state: &State) -> String {
    let t = Speech::new(state.texts.clone(), Locale::En);
    let mut xml = Xml::piece();
    xml.open("ListSets", &[]);
    let mut set = |spec: &str, name: &str| {
        xml.open("set", &[]).leaf("setSpec", &[], spec).leaf("setName", &[], name).close("set");
    };
    set(OWN, &t.say1("data-set-own", "network", state.config.network_name()));
    // A set above others has to be one itself (§2.6).
    set("topic", &t.say("facet-topic"));
    for topic in topics().iter().flat_map(|topic| std::iter::once(topic).chain(&topic.subtopics)) {
        set(&format!("topic:{}", topic.id), topic.label("en"));
    }
    set("sdg", &t.say("goals"));
    for goal in sdgs() {
        let name = t.say2("filter-goal", "n", i64::from(goal.id), "label", goal.label("en"));
        set(&format!("sdg:{}", goal.id), &name);
    }
    xml.close("ListSets");
    xml.finish()
}

/// Whether there is a set of this name.
pub fn is_known(spec: &str) -> bool {
    match spec.split_once(':') {
        None => matches!(spec, OWN | "topic" | "sdg"),
        Some(("topic", id)) => vocabulary::topic(id).is_some(),
        Some(("sdg", id)) => id.parse().ok().and_then(vocabulary::sdg).is_some(),
        Some(_) => false,
    }
}
