//! `GET /people`: the citymakers who want to be found, by role, place, network, language and topic.

use askama::Template;
use axum::response::Response;

use super::{
    cards::{network_name, topic_label},
    directory::{Sieve, address},
    doors::kind::Kind,
    error::Fault,
    layout::{Frame, Place},
    media::{Face, face_of},
    reader::Reader,
};
use crate::{
    domain::{
        directory::{Asked, Entry, name_key},
        search::fold,
        text::shorten,
        vocabulary,
    },
    i18n::Speech,
    store::doors::{Findable, findable},
    urls::{self, Urls},
};

/// People that a directory looks through.
pub const MOST: i64 = 5_000;
/// People on one page.
const PAGE: usize = 48;
/// Characters of what somebody says of themselves, on a card.
const SUMMARY_CHARS: usize = 200;

const FACETS: &[&str] = &["role", "city", "network", "language", "topic"];
const LEGENDS: &[(&str, &str)] = &[
    ("role", "person-role"),
    ("city", "person-city"),
    ("network", "facet-network"),
    ("language", "person-languages"),
    ("topic", "facet-topic"),
];

#[derive(Template)]
#[template(path = "people.html")]
pub struct PeoplePage {
    pub t: Speech,
    pub frame: Frame,
    pub sieve: Sieve,
    pub total: i64,
    pub people: Vec<PersonCard>,
    /// Nobody at all wants to be found here yet.
    pub nobody: bool,
    pub next: Option<String>,
}

/// A citymaker in a list.
#[derive(Hash)]
pub struct PersonCard {
    pub href: String,
    pub name: String,
    /// `@ana@HOST`
    pub handle: String,
    pub role: Option<String>,
    /// City and network, as far as they are told.
    pub place: Option<String>,
    pub summary: String,
    pub topics: Vec<(String, String)>,
    pub face: Option<Face>,
}

pub fn person_card(t: &Speech, urls: &Urls, person: &Findable) -> PersonCard {
    let profile = &person.profile;
    let network = profile.network.as_deref().map(|network| network_name(&network_slug(network)));
    let place: Vec<String> = profile.city.iter().cloned().chain(network).collect();
    PersonCard {
        href: urls::person_path(&person.handle),
        face: face_of(urls, profile),
        name: person.name.clone(),
        handle: urls.handle(&person.handle),
        role: profile.role.as_deref().and_then(|role| t.known_term("citymaker", role)),
        place: (!place.is_empty()).then(|| t.list(&place)),
        summary: shorten(&person.summary, SUMMARY_CHARS),
        topics: profile
            .topics
            .iter()
            .take(4)
            .map(|id| (urls::topic_path(id), topic_label(t, id)))
            .collect(),
    }
}

/// The topics of a person and those above them.
pub fn topics_of(person: &Findable) -> Vec<String> {
    let mut topics = Vec::new();
    for id in &person.profile.topics {
        let above = vocabulary::topic(id).and_then(|topic| topic.parent);
        for id in std::iter::once(id.as_str()).chain(above) {
            if !topics.iter().any(|known| known == id) {
                topics.push(id.to_owned());
            }
        }
    }
    topics
}

/// The slug of the network that somebody means by its name or slug.
pub fn network_slug(named: &str) -> String {
    let wanted = fold(named.trim());
    let meant = vocabulary::networks().iter().find(|entry| {
        entry.slug == wanted || fold(&entry.name) == wanted || fold(&entry.short_name) == wanted
    });
    meant.map_or_else(|| named.trim().to_owned(), |entry| entry.slug.clone())
}

fn entry(t: &Speech, person: &Findable) -> Entry {
    let profile = &person.profile;
    let mut terms = Vec::new();
    terms.extend(profile.role.iter().map(|role| ("role", role.clone())));
    let city = profile.city.as_deref().map(|city| city.split(',').next().unwrap_or_default());
    terms.extend(city.map(|city| ("city", name_key(city))).filter(|(_, key)| !key.is_empty()));
    terms.extend(profile.network.iter().map(|network| ("network", network_slug(network))));
    terms.extend(profile.languages.iter().map(|tag| ("language", tag.clone())));
    let topics = topics_of(person);
    let mut texts = vec![person.name.clone(), person.handle.clone(), person.summary.clone()];
    texts.extend(profile.city.clone());
    texts.extend(profile.network.iter().map(|network| network_name(&network_slug(network))));
    texts.extend(topics.iter().map(|id| topic_label(t, id)));
    terms.extend(topics.into_iter().map(|id| ("topic", id)));
    Entry { terms, texts }
}

pub async fn list(reader: Reader) -> Response {
    let answer = directory(&reader).await;
    reader.answer(answer)
}

async fn directory(reader: &Reader) -> Result<Response, Fault> {
    let t = &reader.t;
    let mut tx = reader.state.db.read().await?;
    let mut found = findable(&mut tx, MOST).await?;
    drop(tx);
    found.sort_by_cached_key(|person| (fold(&person.name), person.handle.clone()));
    let asked = Asked::from_query(reader.query(), FACETS);
    let entries: Vec<Entry> = found.iter().map(|person| entry(t, person)).collect();
    let city_names: Vec<(String, String)> = found
        .iter()
        .filter_map(|person| person.profile.city.as_deref()?.split(',').next())
        .map(|city| (name_key(city), city.trim().to_owned()))
        .collect();
    let label = |facet: &str, value: &str| match facet {
        "role" => t.known_term("citymaker", value).unwrap_or_else(|| value.to_owned()),
        "city" => city_names
            .iter()
            .find(|(key, _)| key == value)
            .map_or_else(|| value.to_owned(), |(_, name)| name.clone()),
        "network" => network_name(value),
        "language" => Kind::Language.label(t, value),
        _ => topic_label(t, value),
    };
    let fitting = asked.fitting(&entries);
    let after = after(reader.query());
    // Where somebody left meanwhile, the list begins again.
    let begin =
        fitting.iter().position(|place| found[*place].handle == after).map_or(0, |at| at + 1);
    let page = &fitting[begin..fitting.len().min(begin + PAGE)];
    let next = page.last().filter(|_| begin + PAGE < fitting.len()).map(|last| {
        let query = asked.to_query();
        let joint = if query.is_empty() { "" } else { "&" };
        format!("/people?{query}{joint}after={}", found[*last].handle)
    });
    let (heading, what) = (t.say("people-title"), t.say("people-what"));
    let mut frame = reader.frame(Place::People).titled(&heading, &what);
    frame.canonical = Some(format!("{}{}", frame.site.origin, address("/people", &asked)));
    frame.hidden = !asked.is_everything() || !after.is_empty();
    reader.page(&PeoplePage {
        sieve: Sieve::new(t, "/people", &asked, &entries, LEGENDS, label),
        total: fitting.len() as i64,
        people: page
            .iter()
            .map(|place| person_card(t, &reader.state.urls, &found[*place]))
            .collect(),
        nobody: found.is_empty(),
        next,
        t: t.clone(),
        frame,
    })
}

/// The handle after which the page begins.
fn after(query: &str) -> String {
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    pairs.find(|(key, _)| key == "after").map(|(_, value)| value.into_owned()).unwrap_or_default()
}
