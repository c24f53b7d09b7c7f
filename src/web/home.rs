//! `GET /`: what this is, search at once, the newest cases, and doors to all others.

use askama::Template;
use axum::response::Response;

use crate::{
    domain::{
        search::{CaseFilter, TermKind},
        text::{Html, Markdown},
        vocabulary,
    },
    html,
    i18n::Speech,
    store::{self, cases::StoredCase, search::Facets},
};

use super::{
    cards::{Card, Door, Shown, card, network_name, topic_label},
    error::Fault,
    follow::Follow,
    layout::{Frame, Place},
    map::{self, Drawing},
    reader::Reader,
};

/// The newest case large, and two rows of three below.
const NEWEST: i64 = 7;

/// A row of cases that the network shows first.
const FEATURED: i64 = 3;

#[derive(Template)]
#[template(path = "home.html")]
pub struct HomePage {
    pub t: Speech,
    pub frame: Frame,
    /// The network's own welcome, instead of ours.
    pub welcome: Option<Html>,
    pub tries: Vec<Door>,
    pub lead: Option<Card>,
    pub cards: Vec<Card>,
    pub total: i64,
    pub cities: i64,
    pub countries: i64,
    pub network_count: i64,
    pub topics: Vec<Door>,
    pub goals: Vec<GoalDoor>,
    pub networks: Vec<Door>,
    pub follow: Follow,
    /// What the network shows first, beside the newest.
    pub featured: Vec<Card>,
    pub regions: Vec<Door>,
    pub map: Option<Drawing>,
}

pub struct GoalDoor {
    pub number: u8,
    pub label: String,
    pub href: String,
    pub count: i64,
}

pub async fn show(mut reader: Reader) -> Response {
    let answer = front(&mut reader).await;
    reader.answer(answer)
}

async fn front(reader: &mut Reader) -> Result<Response, Fault> {
    if let Some(known) = reader.still_has_it() {
        return Ok(known);
    }
    // Cases are put first without the catalogue changing.
    let first = put_first(reader, FEATURED).await?;
    if let Some(known) = reader.has_it_of(&first).await {
        return Ok(known);
    }
    let everything = CaseFilter::default();
    let db = &reader.state.db;
    let found = store::search::find(db, &everything, NEWEST).await?;
    let counts = store::search::facets(db, &everything).await?;
    let regions = store::search::places::of_everything(db, TermKind::Region).await?;
    let cities = store::search::values(db, &everything, TermKind::City).await?;
    let featured = featured(reader, &first).await?;
    let first: Vec<Shown> = featured.iter().map(Shown::from).collect();
    // A case stands on the page once.
    let newest = found.cases.iter().filter(|case| first.iter().all(|shown| shown.uri != case.uri));
    let newest: Vec<Shown> = newest.map(Shown::from).collect();
    let t = &reader.t;
    let mut page = page(t, reader.frame(Place::Home), &newest, found.total, &counts);
    page.cities = cities;
    page.featured = first.iter().map(|shown| card(t, shown)).collect();
    page.regions = doors_to_regions(t, &regions);
    if found.total > 0 {
        page.map = Some(map::world(reader).await?);
    }
    let welcome = reader.state.config.network.welcome.trim();
    page.welcome = (!welcome.is_empty()).then(|| html::from_own_markdown(&Markdown::new(welcome)));
    reader.page(&page)
}

/// The ids of the cases that the network shows first.
///
/// # Errors
/// When the database does not answer.
pub async fn put_first(reader: &Reader, most: i64) -> Result<Vec<String>, Fault> {
    let mut tx = reader.state.db.read().await?;
    let slug = &reader.state.config.network.slug;
    let Some(network) = store::actors::by_handle(&mut tx, slug).await? else {
        return Ok(Vec::new());
    };
    Ok(store::people::featured(&mut tx, &network.uri, most).await?)
}

async fn featured(reader: &Reader, first: &[String]) -> Result<Vec<StoredCase>, Fault> {
    let mut cases = Vec::new();
    if !first.is_empty() {
        let mut tx = reader.state.db.read().await?;
        for uri in first {
            cases.extend(store::cases::by_uri(&mut tx, uri).await?);
        }
    }
    Ok(cases)
}

/// Regions in the order of the vocabulary, so that they do not jump about.
fn doors_to_regions(t: &Speech, counts: &[(String, i64)]) -> Vec<Door> {
    let doors = vocabulary::regions().iter().map(|region| Door {
        href: format!("/regions/{}", region.id),
        label: map::region_name(t, &region.id),
        count: count(counts, &region.id),
        class: String::new(),
    });
    doors.collect()
}

/// The first page; `shown` are the newest cases, `counts` those of the whole feed.
pub fn page(
    t: &Speech,
    mut frame: Frame,
    shown: &[Shown],
    total: i64,
    counts: &Facets,
) -> HomePage {
    frame.title = format!("{} – {}", frame.site.short_name, t.say("home-title"));
    frame.description = t.say1("home-what", "network", &frame.site.short_name);
    frame.canonical = Some(format!("{}/", frame.site.origin));
    let mut cards: Vec<Card> = shown.iter().map(|shown| card(t, shown)).collect();
    let lead = (!cards.is_empty()).then(|| cards.remove(0));
    HomePage {
        welcome: None,
        tries: tries(t, counts),
        lead,
        cards,
        total,
        cities: counts.city.len() as i64,
        countries: counts.country.len() as i64,
        network_count: counts.network.len() as i64,
        topics: topics(t, counts),
        goals: goals(t, counts),
        networks: networks(counts),
        follow: Follow::everything(t, &frame.site),
        featured: Vec::new(),
        regions: Vec::new(),
        map: None,
        t: t.clone(),
        frame,
    }
}

fn count(counts: &[(String, i64)], value: &str) -> i64 {
    counts.iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count)
}

/// The three subtopics with most cases, as examples of what to look for.
fn tries(t: &Speech, counts: &Facets) -> Vec<Door> {
    let narrow = counts
        .topic
        .iter()
        .filter(|(id, _)| vocabulary::topic(id).is_some_and(|topic| topic.parent.is_some()));
    narrow.take(3).map(|(id, count)| topic_door(t, id, *count, String::new())).collect()
}

fn topics(t: &Speech, counts: &Facets) -> Vec<Door> {
    let doors = vocabulary::topics().iter().enumerate();
    doors
        .map(|(place, topic)| {
            topic_door(t, topic.id, count(&counts.topic, topic.id), format!("hue-{place}"))
        })
        .collect()
}

fn topic_door(t: &Speech, id: &str, count: i64, class: String) -> Door {
    Door { href: format!("/topics/{id}"), label: topic_label(t, id), count, class }
}

fn goals(t: &Speech, counts: &Facets) -> Vec<GoalDoor> {
    let tile = |goal: &vocabulary::Sdg| GoalDoor {
        number: goal.id,
        label: goal.label(t.tag()).to_owned(),
        href: format!("/goals/{}", goal.id),
        count: count(&counts.sdg, &goal.id.to_string()),
    };
    vocabulary::sdgs().iter().map(tile).collect()
}

fn networks(counts: &Facets) -> Vec<Door> {
    let doors = counts.network.iter().map(|(slug, count)| Door {
        href: crate::urls::network_path(slug),
        label: network_name(slug),
        count: *count,
        class: String::new(),
    });
    doors.collect()
}
