//! Lists of doors under one heading: what is below a door, and what else its cases have in common.

use super::{
    kind::{Kind, target_anchor},
    view::door,
};
use crate::{
    domain::{search::TermKind, vocabulary},
    i18n::Speech,
    store::{self, doors::counts, search::Facets},
    web::{
        cards::{Door, network_name},
        error::Fault,
    },
};

/// Values of another facet that are shown, most cases first.
const BESIDE: usize = 8;
/// Cities of a country that are listed.
const CITIES: i64 = 500;

/// Doors under one heading.
pub struct Group {
    pub id: &'static str,
    pub title: String,
    pub doors: Vec<Inner>,
}

/// A narrower door: an anchor where it is a part of this page, a link, a number.
pub struct Inner {
    pub door: Door,
    pub anchor: Option<String>,
    /// The number of a goal, or a target's code.
    pub code: Option<String>,
    /// Where the label is not in the reader's language.
    pub lang: Option<&'static str>,
}

impl Inner {
    pub fn new(door: Door) -> Inner {
        Inner { door, anchor: None, code: None, lang: None }
    }
}

/// The doors below this one.
pub async fn narrower(
    t: &Speech,
    tx: &mut store::Tx,
    kind: Kind,
    value: &str,
) -> Result<Vec<Group>, Fault> {
    let group =
        |id, key: &str, doors: Vec<Inner>| Group { id, title: t.say(key).into_owned(), doors };
    let groups = match kind {
        Kind::Topic => {
            let known = counts(tx, TermKind::Topic, "", 1_000).await?;
            let topic = vocabulary::topic(value);
            let sisters = topic.and_then(|topic| topic.parent).and_then(vocabulary::topic);
            let (key, above) = match sisters {
                Some(parent) => ("door-sisters", Some(parent)),
                None => ("door-subtopics", topic),
            };
            let doors = above.into_iter().flat_map(|topic| &topic.subtopics);
            let doors = doors.filter(|sub| sub.id != value);
            let doors =
                doors.map(|sub| Inner::new(door(t, kind, sub.id, count_in(&known, sub.id))));
            vec![group("narrower", key, doors.collect())]
        }
        Kind::Goal => {
            let known = counts(tx, TermKind::Target, &format!("{value}."), 1_000).await?;
            let number: u8 = value.parse().unwrap_or_default();
            let targets = vocabulary::targets().iter().filter(|target| target.goal == number);
            let doors = targets.map(|target| {
                let own = t.known_term("target", &target.code.replace('.', "-"));
                Inner {
                    lang: (own.is_none() && t.tag() != "en").then_some("en"),
                    anchor: Some(target_anchor(&target.code)),
                    code: Some(target.code.clone()),
                    door: Door {
                        href: format!("/cases?target={}", target.code),
                        label: own.unwrap_or_else(|| target.label.clone()),
                        count: count_in(&known, &target.code),
                        class: String::new(),
                    },
                }
            });
            vec![group("narrower", "door-targets", doors.collect())]
        }
        Kind::Country => {
            let start = format!("{}-", value.to_ascii_lowercase());
            let known = counts(tx, TermKind::City, &start, CITIES).await?;
            let doors =
                known.iter().map(|(key, count)| Inner::new(door(t, Kind::City, key, *count)));
            vec![group("narrower", "doors-cities", doors.collect())]
        }
        Kind::Region => {
            let known = counts(tx, TermKind::Country, "", 1_000).await?;
            let countries = vocabulary::region(value).map(|region| region.countries.as_slice());
            let inside = |code: &String| countries.is_some_and(|known| known.contains(code));
            let doors = known
                .iter()
                .filter(|(code, _)| inside(code))
                .map(|(code, count)| Inner::new(door(t, Kind::Country, code, *count)));
            vec![group("narrower", "doors-countries", doors.collect())]
        }
        Kind::City | Kind::Language => Vec::new(),
    };
    Ok(groups.into_iter().filter(|group| !group.doors.is_empty()).collect())
}

/// How many cases a value has; none where it is not known.
pub fn count_in(known: &[(String, i64)], value: &str) -> i64 {
    known.iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count)
}

/// What else these cases have in common; each leads to this search, narrowed.
pub fn beside(t: &Speech, kind: Kind, facets: &Facets) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut add = |id, key: &str, doors: Vec<Door>| {
        if !doors.is_empty() {
            let doors = doors.into_iter().take(BESIDE).map(Inner::new).collect();
            groups.push(Group { id, title: t.say(key).into_owned(), doors });
        }
    };
    let doors = |kind: Kind, known: &[(String, i64)]| -> Vec<Door> {
        known.iter().map(|(value, count)| door(t, kind, value, *count)).collect()
    };
    if kind != Kind::Topic {
        let narrow: Vec<_> = facets
            .topic
            .iter()
            .filter(|(id, _)| vocabulary::topic(id).is_some_and(|topic| topic.parent.is_some()))
            .cloned()
            .collect();
        add("by-topic", "door-by-topic", doors(Kind::Topic, &narrow));
    }
    if !matches!(kind, Kind::City | Kind::Country | Kind::Region) {
        add("by-country", "doors-countries", doors(Kind::Country, &facets.country));
    }
    if matches!(kind, Kind::Region | Kind::Topic) {
        add("by-city", "doors-cities", doors(Kind::City, &facets.city));
    }
    let networks = facets.network.iter().map(|(slug, count)| Door {
        href: crate::urls::network_path(slug),
        label: network_name(slug),
        count: *count,
        class: String::new(),
    });
    add("by-network", "door-by-network", networks.collect());
    groups
}
