//! The facts of a case at a glance, as labelled lines for the panel beside its text.

use crate::{
    domain::{
        case_study::{Actor, CaseStudy, Funding, Period},
        search::city_key,
        vocabulary::{CostBand, Status},
    },
    i18n::Speech,
    urls,
};

use super::cards::country;

pub struct Fact {
    pub label: String,
    pub lines: Vec<Line>,
}

pub struct Line {
    pub text: String,
    pub href: Option<String>,
    /// The link leaves this site.
    pub away: bool,
    pub note: Option<String>,
}

impl Line {
    fn plain(text: String) -> Line {
        Line { text, href: None, away: false, note: None }
    }

    fn noted(text: String, note: Option<String>) -> Line {
        Line { text, href: None, away: false, note }
    }
}

pub fn facts(t: &Speech, case: &CaseStudy) -> Vec<Fact> {
    let mut facts = vec![cities(t, case)];
    let mut add = |key: &str, lines: Vec<Line>| {
        if !lines.is_empty() {
            facts.push(Fact { label: t.say(key).into_owned(), lines });
        }
    };
    add("fact-years", vec![Line::plain(years(t, &case.period, case.status))]);
    add("fact-status", vec![Line::plain(t.term("status", case.status.id()))]);
    add(
        "fact-scale",
        case.scale.iter().map(|scale| Line::plain(t.term("scale", scale.id()))).collect(),
    );
    add("fact-size", size(t, case));
    if let Some(funding) = &case.funding {
        add("fact-cost", cost(t, funding));
        let sources = funding.sources.iter();
        add(
            "fact-funding",
            sources.map(|source| Line::plain(t.term("funding", source.id()))).collect(),
        );
    }
    facts.extend(actors(t, &case.actors));
    let language = t.term("language", case.language.id());
    facts.push(Fact {
        label: t.say("fact-language").into_owned(),
        lines: vec![Line::plain(language)],
    });
    facts
}

fn cities(t: &Speech, case: &CaseStudy) -> Fact {
    let line = |city: &crate::domain::case_study::City| {
        let mut note = country(t, &city.country);
        if let Some(local) = city.name_local.as_ref().filter(|local| **local != city.name) {
            note = format!("{note} · {local}");
        }
        Line {
            text: city.name.clone(),
            href: Some(t.link(&urls::city_path(&city_key(city)))),
            away: false,
            note: Some(note),
        }
    };
    Fact {
        label: t.count("fact-city", case.cities.len() as i64),
        lines: case.cities.iter().map(line).collect(),
    }
}

fn years(t: &Speech, period: &Period, status: Status) -> String {
    let start = t.date(&period.start);
    match &period.end {
        Some(end) if *end == period.start => start,
        Some(end) => t.say2("years-span", "start", &start, "end", &t.date(end)),
        None if status == Status::Planned => t.say1("years-from", "start", &start),
        None => t.say1("years-since", "start", &start),
    }
}

/// The size of the first city: by class, since figures mix a municipality with its metropolis.
fn size(t: &Speech, case: &CaseStudy) -> Vec<Line> {
    let class = case.cities.first().and_then(|city| city.population_class);
    class.map(|class| Line::plain(t.term("size", class.id()))).into_iter().collect()
}

fn cost(t: &Speech, funding: &Funding) -> Vec<Line> {
    let currency = funding.currency.as_deref().unwrap_or_default();
    let amount = |value| t.amount(value);
    let money = match (funding.amount_min, funding.amount_max) {
        (Some(min), Some(max)) if min == max => {
            Some(t.say2("money-one", "currency", currency, "amount", &amount(min)))
        }
        (Some(min), Some(max)) => Some(t.say3(
            "money-range",
            ("currency", currency),
            ("min", &amount(min)),
            ("max", &amount(max)),
        )),
        (Some(min), None) => {
            Some(t.say2("money-from", "currency", currency, "amount", &amount(min)))
        }
        (None, Some(max)) => Some(t.say2("money-to", "currency", currency, "amount", &amount(max))),
        (None, None) => None,
    };
    let band =
        funding.cost_band.filter(|band| *band != CostBand::Unknown || funding.note.is_some());
    let text = money.or_else(|| band.map(|band| t.term("cost", band.id())));
    text.map(|text| Line::noted(text, funding.note.clone())).into_iter().collect()
}

/// Actors by role, in the order of the roles' vocabulary.
fn actors(t: &Speech, actors: &[Actor]) -> Vec<Fact> {
    let roles = crate::domain::vocabulary::ActorRole::ALL.iter();
    roles
        .filter_map(|role| {
            let lines: Vec<Line> = actors
                .iter()
                .filter(|actor| actor.role == *role)
                .map(|actor| by_name(t, actor))
                .collect();
            (!lines.is_empty()).then(|| Fact { label: t.term("role", role.id()), lines })
        })
        .collect()
}

fn by_name(t: &Speech, actor: &Actor) -> Line {
    Line {
        text: actor.name.clone(),
        href: actor.url.clone(),
        away: true,
        note: Some(t.term("kind", actor.kind.id())),
    }
}
