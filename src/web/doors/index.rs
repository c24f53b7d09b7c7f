//! The pages that list all doors of a kind, with what is behind each.

use askama::Template;
use axum::response::Response;

use super::{
    groups::{Group, Inner, count_in},
    kind::{Kind, region_label},
    view::{door, index_label},
};
use crate::{
    domain::vocabulary::{self, Language},
    i18n::Speech,
    store::{self, doors::counts},
    web::{error::Fault, layout::Frame, reader::Reader},
};

/// Cities on one page, those with most cases; the others are on their countries' pages.
const CITIES: i64 = 500;

#[derive(Template)]
#[template(path = "doors.html")]
pub struct IndexPage {
    pub t: Speech,
    pub frame: Frame,
    pub heading: String,
    pub what: String,
    /// The other lists.
    pub others: Vec<(String, &'static str)>,
    pub groups: Vec<Group>,
    /// Said when not everything is listed.
    pub more: Option<String>,
}

pub async fn list(reader: &Reader, kind: Kind) -> Result<Response, Fault> {
    let t = &reader.t;
    let mut tx = reader.state.db.read().await?;
    let known = counts(&mut tx, kind.terms(), "", CITIES + 1).await?;
    let total = store::doors::values(&mut tx, kind.terms()).await?;
    drop(tx);
    let cut = kind == Kind::City && total > CITIES;
    let known = &known[..known.len().min(CITIES as usize)];
    let heading = index_label(t, kind);
    let what = t
        .say(match kind {
            Kind::Topic => "doors-topics-what",
            Kind::Goal => "doors-goals-what",
            Kind::City => "doors-cities-what",
            Kind::Country => "doors-countries-what",
            Kind::Region => "doors-regions-what",
            Kind::Language => "doors-languages-what",
        })
        .into_owned();
    let mut frame = reader.frame(kind.place()).titled(&heading, &what);
    frame.canonical = Some(format!("{}{}", frame.site.origin, kind.index()));
    let others = Kind::ALL.into_iter().filter(|other| *other != kind);
    reader.page(&IndexPage {
        others: others.map(|other| (index_label(t, other), other.index())).collect(),
        groups: groups(t, kind, known),
        more: cut.then(|| t.count("doors-cities-more", CITIES)),
        t: t.clone(),
        frame,
        heading,
        what,
    })
}

fn groups(t: &Speech, kind: Kind, known: &[(String, i64)]) -> Vec<Group> {
    let inner = |value: &str| Inner::new(door(t, kind, value, count_in(known, value)));
    let plain = |doors: Vec<Inner>| vec![Group { id: "all", title: String::new(), doors }];
    let by_name = |mut doors: Vec<Inner>| {
        doors.sort_by_cached_key(|inner| crate::domain::search::fold(&inner.door.label));
        doors
    };
    match kind {
        Kind::Topic => vocabulary::topics()
            .iter()
            .map(|topic| {
                let doors =
                    std::iter::once(topic.id).chain(topic.subtopics.iter().map(|sub| sub.id));
                Group {
                    id: topic.id,
                    title: kind.label(t, topic.id),
                    doors: doors.map(inner).collect(),
                }
            })
            .collect(),
        Kind::Goal => {
            let goals = vocabulary::sdgs().iter().map(|goal| {
                let number = goal.id.to_string();
                Inner { code: Some(number.clone()), ..inner(&number) }
            });
            plain(goals.collect())
        }
        Kind::Region => {
            plain(vocabulary::regions().iter().map(|region| inner(&region.id)).collect())
        }
        Kind::Language => {
            plain(Language::ALL.iter().map(|language| inner(language.id())).collect())
        }
        Kind::Country => by_region(t, known, String::clone, by_name, kind),
        Kind::City => by_region(t, known, |key| super::kind::country_of(key), by_name, kind),
    }
}

/// Places under the regions they lie in; what lies in none comes last.
fn by_region(
    t: &Speech,
    known: &[(String, i64)],
    country: impl Fn(&String) -> String,
    sorted: impl Fn(Vec<Inner>) -> Vec<Inner>,
    kind: Kind,
) -> Vec<Group> {
    let region = |value: &String| vocabulary::region_of(&country(value)).map(|region| &*region.id);
    let inside = |wanted: Option<&str>| -> Vec<Inner> {
        let here = known.iter().filter(|(value, _)| region(value) == wanted);
        sorted(here.map(|(value, count)| Inner::new(door(t, kind, value, *count))).collect())
    };
    let regions = vocabulary::regions().iter().map(|region| Group {
        id: &region.id,
        title: region_label(t, &region.id),
        doors: inside(Some(&region.id)),
    });
    let rest = Group {
        id: "elsewhere",
        title: t.say("doors-elsewhere").into_owned(),
        doors: inside(None),
    };
    regions.chain([rest]).filter(|group| !group.doors.is_empty()).collect()
}
