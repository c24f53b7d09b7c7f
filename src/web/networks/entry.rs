//! What the directory of networks says of one of them: statements with their sources, never one number in place of several.

use super::picture::Picture;
use crate::{
    domain::vocabulary::{self, Figure, NetworkEntry, Tie, WORLDWIDE},
    i18n::Speech,
    urls,
    web::{
        cards::{self, topic_label},
        doors::kind::region_label,
    },
};

/// Relations that say what a network does itself.
const PROJECTS: [&str; 6] = ["operates", "runs", "co-runs", "includes", "publishes", "leads"];

/// An entry as readers see it. Texts of the sources are English.
pub struct EntryView {
    pub kind: String,
    pub regions: Vec<Named>,
    pub topics: Vec<Named>,
    /// For whom it is.
    pub audience: String,
    pub hosted_by: Option<Named>,
    pub joining: Joining,
    /// What it runs, by name.
    pub projects: Vec<Named>,
    pub figures: Vec<Measure>,
    pub facts: Vec<String>,
    pub ties: Vec<TieLine>,
    pub picture: Option<Picture>,
    pub seat: Option<String>,
    /// What nobody has checked, and what is doubtful.
    pub flags: Vec<String>,
    pub sources: Vec<String>,
}

/// A name, with a link where it has a page here.
pub struct Named {
    pub name: String,
    pub href: Option<String>,
}

pub struct Joining {
    pub mode: String,
    pub fee: Option<String>,
    pub eligibility: String,
    pub source: String,
}

/// What is measured, and every statement of it.
pub struct Measure {
    pub metric: String,
    pub statements: Vec<Statement>,
    /// The statements say different things.
    pub disagree: bool,
}

pub struct Statement {
    /// With its qualifier: `more than 200`.
    pub value: String,
    /// In the source's own words.
    pub unit: String,
    pub source: String,
    /// When it held; none where the source has no date.
    pub as_of: Option<String>,
    pub note: Option<String>,
}

pub struct TieLine {
    pub relation: String,
    pub other: Named,
}

/// What is called like this slug in the directory.
pub fn named(slug: &str) -> Named {
    if vocabulary::network(slug).is_some() {
        let href = Some(urls::network_path(slug));
        return Named { name: cards::network_name(slug), href };
    }
    let name =
        vocabulary::organisation(slug).map_or_else(|| slug.to_owned(), |one| one.name.clone());
    Named { name, href: None }
}

pub fn region_name(t: &Speech, id: &str) -> String {
    match id {
        WORLDWIDE => t.say("net-worldwide").into_owned(),
        id => region_label(t, id),
    }
}

/// A word of one of the directory's own lists; the id where there is no message for it.
pub fn word(t: &Speech, list: &str, id: &str) -> String {
    t.known_term(list, id).unwrap_or_else(|| id.replace('-', " "))
}

impl EntryView {
    pub fn new(t: &Speech, entry: &NetworkEntry) -> EntryView {
        let ties = vocabulary::ties(&entry.slug);
        let line =
            |tie: &Tie| TieLine { relation: word(t, "net-tie", tie.kind), other: named(&tie.to) };
        let hosted_by = entry.hosted_by.as_deref().map(named);
        let regions = entry.regions().iter().map(|id| Named {
            name: region_name(t, id),
            href: (*id != WORLDWIDE).then(|| urls::region_path(id)),
        });
        let own = &entry.own_knowledge;
        let country = own.seat_country.as_deref().map(|code| cards::country(t, code));
        let seat: Vec<String> = own.seat_city.iter().cloned().chain(country).collect();
        let mut flags: Vec<String> =
            entry.flags.iter().map(|flag| word(t, "net-flag", flag)).collect();
        if own.website.is_some() && !own.verified {
            flags.push(t.say("net-unverified").into_owned());
        }
        EntryView {
            kind: word(t, "net-kind", &entry.kind),
            regions: regions.collect(),
            topics: entry
                .topics
                .iter()
                .map(|id| Named { name: topic_label(t, id), href: Some(urls::topic_path(id)) })
                .collect(),
            audience: entry.audience.clone(),
            hosted_by,
            joining: joining(t, entry),
            projects: ties
                .iter()
                .filter(|tie| PROJECTS.contains(&tie.kind))
                .map(|tie| named(&tie.to))
                .collect(),
            figures: figures(t, entry),
            facts: entry.facts.clone(),
            picture: Picture::new(t, &cards::network_name(&entry.slug), &ties),
            ties: ties.iter().map(line).collect(),
            seat: (!seat.is_empty()).then(|| t.list(&seat)),
            flags,
            sources: entry.sources.clone(),
        }
    }
}

fn joining(t: &Speech, entry: &NetworkEntry) -> Joining {
    let join = entry.join.as_ref();
    let fee = join.and_then(|join| join.fee).map(|fee| if fee { "net-fee" } else { "net-no-fee" });
    Joining {
        mode: word(t, "net-join", entry.joining()),
        fee: fee.map(|key| t.say(key).into_owned()),
        eligibility: join.map(|join| join.eligibility.clone()).unwrap_or_default(),
        source: join.map(|join| join.source.clone()).unwrap_or_default(),
    }
}

fn figures(t: &Speech, entry: &NetworkEntry) -> Vec<Measure> {
    let statement = |figure: &&Figure| Statement {
        value: qualified(t, figure),
        unit: figure.unit.clone(),
        source: figure.source.clone(),
        as_of: figure.as_of.as_deref().map(|date| t.date(date)),
        note: figure.note.clone(),
    };
    let measure = |(metric, figures): (&str, Vec<&Figure>)| Measure {
        metric: word(t, "net-metric", metric),
        disagree: figures.iter().any(|figure| {
            (figure.value, &figure.qualifier) != (figures[0].value, &figures[0].qualifier)
        }),
        statements: figures.iter().map(statement).collect(),
    };
    entry.figures_by_metric().into_iter().map(measure).collect()
}

/// `more than 200`
fn qualified(t: &Speech, figure: &Figure) -> String {
    let value = t.number(figure.value);
    match figure.qualifier.as_str() {
        "more-than" | "over" | "at-least" => t.say1("net-more-than", "value", &value),
        "nearly" => t.say1("net-nearly", "value", &value),
        "some" | "about" => t.say1("net-about", "value", &value),
        _ => value,
    }
}
