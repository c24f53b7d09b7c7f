//! One door: what it leads to, how much there is, what is new, who is there, where to go on.

use askama::Template;
use axum::response::Response;

use super::{
    groups::{Group, beside, narrower},
    kind::{self, Kind, region_label},
};
use crate::{
    domain::{
        directory::name_key,
        search::{CaseFilter, Facet, feeds::handle_of},
        vocabulary,
    },
    i18n::Speech,
    store::{
        self,
        cities::RegisterCity,
        doors::{Findable, findable},
        search::{self, Facets},
    },
    urls,
    web::{
        alerts::new_alert_path,
        cards::{Card, Door, Shown, card, topic_place},
        error::Fault,
        follow::Follow,
        home::put_first,
        layout::Frame,
        people::{self, PersonCard},
        reader::Reader,
    },
};

/// Newest cases on a door.
const NEWEST: i64 = 6;
/// Cases that the network shows first and that are looked through for this door.
pub const FEATURED: i64 = 30;
/// People on a door; the directory has all of them.
const PEOPLE: usize = 6;

#[derive(Template)]
#[template(path = "door.html")]
pub struct DoorPage {
    pub t: Speech,
    pub frame: Frame,
    pub door: DoorView,
    pub follow: Follow,
}

/// What every door shows, a network's page as well.
pub struct DoorView {
    pub crumbs: Vec<Crumb>,
    pub heading: String,
    /// The number of a goal, for its colour.
    pub goal: Option<u8>,
    /// Of the style sheet, for a topic's colour; empty when there is none.
    pub class: String,
    /// A sentence or two.
    pub what: Vec<Sentence>,
    pub count: i64,
    /// Label and value of what is counted beside cases.
    pub tally: Vec<(String, i64)>,
    /// Exactly these cases as a search, in its views.
    pub all: String,
    pub table: String,
    pub map: String,
    /// Where their new ones are asked for.
    pub alert: String,
    /// The topic whose weekly digest anybody can have by mail.
    pub digest: Option<String>,
    pub feeds: Vec<Feed>,
    pub featured: Vec<Card>,
    pub cards: Vec<Card>,
    /// Narrower doors, and what else these cases have in common.
    pub groups: Vec<Group>,
    pub people: Vec<PersonCard>,
    pub people_all: String,
    /// Where there are cases, when there are none here.
    pub nearest: Option<Door>,
    /// What is said when there are none: a heading and a sentence.
    pub none: (String, String),
}

pub struct Crumb {
    pub href: String,
    pub label: String,
}

pub struct Sentence {
    pub text: String,
    /// Where it is not the reader's language.
    pub lang: Option<&'static str>,
}

/// The same cases as a feed or a file.
pub struct Feed {
    pub href: String,
    pub label: &'static str,
    pub media_type: &'static str,
    /// Whether programs subscribe to it.
    pub is_feed: bool,
}

/// The page of one value.
pub async fn page(
    reader: &mut Reader,
    kind: Kind,
    value: &str,
    register: Option<RegisterCity>,
) -> Result<Response, Fault> {
    if let Some(known) = reader.still_has_it() {
        return Ok(known);
    }
    let first = put_first(reader, FEATURED).await?;
    let (people, people_all) = people_of(reader, kind, value).await?;
    // The register is filled after the first start.
    let inhabitants = register.as_ref().map(|city| city.population);
    if let Some(known) = reader.has_it_of((&first, &people, inhabitants)).await {
        return Ok(known);
    }
    let reader = &*reader;
    let (t, db) = (&reader.t, &reader.state.db);
    let filter = kind.filter(value);
    let found = store::search::find(db, &filter, NEWEST).await?;
    let facets = store::search::facets(db, &filter).await?;
    let shown: Vec<Shown> = found.cases.iter().map(Shown::from).collect();
    let label = kind.label(t, value);
    let mut view = DoorView {
        crumbs: crumbs(t, kind, value),
        goal: value.parse().ok().filter(|_| kind == Kind::Goal),
        class: hue(kind, value),
        what: what(t, kind, value, register.as_ref()),
        count: found.total,
        tally: tally(reader, kind, &filter, &facets).await?,
        cards: shown.iter().map(|shown| card(t, shown)).collect(),
        groups: Vec::new(),
        featured: featured(reader, &first, &filter).await?,
        digest: (kind == Kind::Topic).then(|| value.to_owned()),
        nearest: None,
        ..DoorView::of_query(t, label.clone(), &kind.query(value))
    };
    let mut tx = db.read().await?;
    let wider = wider(kind, value);
    if found.total == 0 {
        for (kind, value) in &wider {
            let count = store::search::count_of_in(&mut tx, kind.terms(), value).await?;
            if count > 0 {
                view.nearest = Some(door(t, *kind, value, count));
                break;
            }
        }
    }
    view.groups.extend(narrower(t, &mut tx, kind, value).await?);
    drop(tx);
    view.groups.extend(beside(t, kind, &facets));
    (view.people, view.people_all) = (people, people_all);
    let mut frame = reader.frame(kind.place()).titled(&label, &description(t, &view));
    frame.canonical = Some(format!("{}{}", frame.site.origin, kind.path(value)));
    // Not where nothing was found: there would be no actor behind it.
    let handle = kind.followable().filter(|_| found.total > 0);
    let handle = handle.and_then(|facet| handle_of(facet, value));
    // Mastodon finds what to follow when this page's address is pasted into its search.
    frame.object = handle.as_deref().map(|_| format!("{}{}", frame.site.origin, kind.path(value)));
    let follow = match handle {
        Some(handle) => Follow::one(t, &reader.state.urls.handle(&handle), &label),
        None => Follow { addresses: Vec::new() },
    };
    reader.page(&DoorPage { t: t.clone(), frame, door: view, follow })
}

impl DoorView {
    /// With nothing in it but the ways on from one search.
    pub fn of_query(t: &Speech, heading: String, query: &str) -> DoorView {
        DoorView {
            crumbs: Vec::new(),
            heading,
            goal: None,
            class: String::new(),
            what: Vec::new(),
            count: 0,
            tally: Vec::new(),
            all: format!("/cases?{query}"),
            table: format!("/cases?{query}&view=table"),
            map: format!("/cases?{query}&view=map"),
            alert: new_alert_path(query),
            digest: None,
            feeds: feeds(query),
            featured: Vec::new(),
            cards: Vec::new(),
            groups: Vec::new(),
            people: Vec::new(),
            people_all: String::new(),
            nearest: None,
            none: (t.say("door-none-title").into_owned(), t.say("door-none").into_owned()),
        }
    }
}

/// The feeds and files of the search with this query string.
pub fn feeds(query: &str) -> Vec<Feed> {
    [
        ("atom", "Atom", "application/atom+xml", true),
        ("rss", "RSS", "application/rss+xml", true),
        ("feed.json", "JSON Feed", "application/feed+json", true),
        ("csv", "CSV", "text/csv", false),
        (
            "xlsx",
            "XLSX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            false,
        ),
        ("geojson", "GeoJSON", "application/geo+json", false),
        ("jsonl", "JSON Lines", "application/jsonl", false),
    ]
    .map(|(ending, label, media_type, is_feed)| Feed {
        href: urls::cases_as(&format!(".{ending}"), query),
        label,
        media_type,
        is_feed,
    })
    .into()
}

/// What search engines show of a door.
pub fn description(t: &Speech, view: &DoorView) -> String {
    let count = t.count("cases-found", view.count);
    let what = view.what.first().map(|sentence| sentence.text.as_str()).unwrap_or_default();
    format!("{}: {count}. {what}", view.heading).trim_end().to_owned()
}

pub fn door(t: &Speech, kind: Kind, value: &str, count: i64) -> Door {
    Door { href: kind.path(value), label: kind.label(t, value), count, class: hue(kind, value) }
}

/// The colour of a topic, or of the topic above it.
fn hue(kind: Kind, value: &str) -> String {
    if kind != Kind::Topic {
        return String::new();
    }
    let top = vocabulary::topic(value).map(|topic| topic.parent.unwrap_or(topic.id));
    top.and_then(topic_place).map(|place| format!("hue-{place}")).unwrap_or_default()
}

/// What lies around a value, the nearest first.
fn wider(kind: Kind, value: &str) -> Vec<(Kind, String)> {
    let region = |country: &str| {
        vocabulary::region_of(country).map(|region| (Kind::Region, region.id.clone()))
    };
    match kind {
        Kind::Topic => vocabulary::topic(value)
            .and_then(|topic| topic.parent)
            .map(|parent| (Kind::Topic, parent.to_owned()))
            .into_iter()
            .collect(),
        Kind::City => {
            let country = kind::country_of(value);
            let region = region(&country);
            std::iter::once((Kind::Country, country)).chain(region).collect()
        }
        Kind::Country => region(value).into_iter().collect(),
        Kind::Goal | Kind::Region | Kind::Language => Vec::new(),
    }
}

fn crumbs(t: &Speech, kind: Kind, value: &str) -> Vec<Crumb> {
    let mut above = wider(kind, value);
    above.reverse();
    let list = match kind {
        // A place is found from the world down.
        Kind::City | Kind::Country => Kind::Region,
        kind => kind,
    };
    let first = Crumb { href: list.index().to_owned(), label: index_label(t, list) };
    let rest = above
        .iter()
        .map(|(kind, value)| Crumb { href: kind.path(value), label: kind.label(t, value) });
    std::iter::once(first).chain(rest).collect()
}

/// The name of the page that lists all values of a kind.
pub fn index_label(t: &Speech, kind: Kind) -> String {
    let key = match kind {
        Kind::Topic => "doors-topics",
        Kind::Goal => "doors-goals",
        Kind::City => "doors-cities",
        Kind::Country => "doors-countries",
        Kind::Region => "doors-regions",
        Kind::Language => "doors-languages",
    };
    t.say(key).into_owned()
}

fn what(t: &Speech, kind: Kind, value: &str, register: Option<&RegisterCity>) -> Vec<Sentence> {
    let own = |text: String| vec![Sentence { text, lang: None }];
    let english = |text: &str| {
        let lang = (t.tag() != "en").then_some("en");
        vec![Sentence { text: text.to_owned(), lang }]
    };
    match kind {
        Kind::Topic => {
            let Some(topic) = vocabulary::topic(value) else { return Vec::new() };
            if let Some(parent) = topic.parent {
                let parent = kind.label(t, parent);
                return own(t.say2(
                    "door-subtopic",
                    "topic",
                    &kind.label(t, value),
                    "parent",
                    &parent,
                ));
            }
            match (t.known_term("topic-what", value), topic.description.as_deref()) {
                (Some(text), _) => own(text),
                (None, Some(text)) => english(text),
                (None, None) => Vec::new(),
            }
        }
        Kind::Goal => match t.known_term("goal-what", value) {
            Some(text) => own(text),
            None => value
                .parse()
                .ok()
                .and_then(vocabulary::sdg)
                .map(|goal| english(&goal.title))
                .unwrap_or_default(),
        },
        Kind::City => {
            let country = kind::country_of(value);
            let mut text = t.say2(
                "door-city",
                "city",
                &kind.label(t, value),
                "country",
                &Kind::Country.label(t, &country),
            );
            if let Some(city) = register.filter(|city| city.population > 0) {
                text.push(' ');
                let people = t.amount(city.population.unsigned_abs());
                text.push_str(&t.say1("door-city-people", "people", &people));
            }
            own(text)
        }
        Kind::Country => match vocabulary::region_of(value) {
            Some(region) => {
                let (country, region) = (kind.label(t, value), region_label(t, &region.id));
                own(t.say2("door-country", "country", &country, "region", &region))
            }
            None => Vec::new(),
        },
        Kind::Region => {
            let countries = vocabulary::region(value).map_or(0, |region| region.countries.len());
            own(t.count("door-region", countries as i64))
        }
        Kind::Language => own(t.say1("door-language", "language", &kind.label(t, value))),
    }
}

async fn tally(
    reader: &Reader,
    kind: Kind,
    filter: &CaseFilter,
    facets: &Facets,
) -> Result<Vec<(String, i64)>, Fault> {
    let mut tally = Vec::new();
    // Of a place, only its own country would be counted beside its partners'.
    let countries = !matches!(kind, Kind::City | Kind::Country);
    for (key, facet, fits) in [
        ("tally-cities", Facet::City, kind != Kind::City),
        ("tally-countries", Facet::Country, countries),
        ("tally-networks", Facet::Network, true),
    ] {
        let known = facets.of(facet).len();
        let count = match known < search::FACET_LIMIT {
            true => known as i64,
            // There may be more of them.
            false => search::values(&reader.state.db, filter, facet.kind()).await?,
        };
        if fits && count > 0 {
            tally.push((reader.t.count(key, count), count));
        }
    }
    Ok(tally)
}

/// What the network shows `first`, as far as it fits.
pub async fn featured(
    reader: &Reader,
    first: &[String],
    filter: &CaseFilter,
) -> Result<Vec<Card>, Fault> {
    let mut cards = Vec::new();
    if first.is_empty() {
        return Ok(cards);
    }
    let mut tx = reader.state.db.read().await?;
    for uri in first {
        let case = store::cases::by_uri(&mut tx, uri).await?;
        if let Some(case) = case.filter(|case| filter.matches(&case.case))
            && cards.len() < 3
        {
            cards.push(card(&reader.t, &Shown::from(&case)));
        }
    }
    Ok(cards)
}

/// People who want to be found and whom this door concerns, and where all of them are.
async fn people_of(
    reader: &Reader,
    kind: Kind,
    value: &str,
) -> Result<(Vec<PersonCard>, String), Fault> {
    let facet = match kind {
        Kind::Topic => "topic",
        Kind::City => "city",
        Kind::Language => "language",
        Kind::Goal | Kind::Country | Kind::Region => return Ok((Vec::new(), String::new())),
    };
    let mut tx = reader.state.db.read().await?;
    let found = findable(&mut tx, people::MOST).await?;
    drop(tx);
    let concerned = found.iter().filter(|person| concerns(kind, value, person)).take(PEOPLE);
    let cards: Vec<_> = concerned
        .map(|person| people::person_card(&reader.t, &reader.state.urls, person))
        .collect();
    let wanted = match kind {
        Kind::City => value.split_once('-').map_or("", |(_, name)| name),
        _ => value,
    };
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair(facet, wanted);
    Ok((cards, format!("/people?{}", query.finish())))
}

fn concerns(kind: Kind, value: &str, person: &Findable) -> bool {
    match kind {
        Kind::Topic => people::topics_of(person).iter().any(|topic| topic == value),
        Kind::City => {
            let (country, name) = value.split_once('-').unwrap_or_default();
            let city = person.profile.city.as_deref().unwrap_or_default();
            // `Córdoba` or `Córdoba, AR`: who names the country is not in the other one.
            let (own, rest) = city.split_once(',').unwrap_or((city, ""));
            let elsewhere = rest.trim().len() == 2 && !rest.trim().eq_ignore_ascii_case(country);
            name_key(own) == name && !name.is_empty() && !elsewhere
        }
        Kind::Language => person.profile.languages.iter().any(|tag| tag == value),
        Kind::Goal | Kind::Country | Kind::Region => false,
    }
}
