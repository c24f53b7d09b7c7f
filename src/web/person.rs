//! `GET /@handle`: a citymaker of this instance, with what they made public.

use askama::Template;
use axum::{extract::Path, response::Response};

use crate::{
    domain::{profile::Profile, search::TermKind, text::Html},
    html,
    i18n::{self, Speech},
    store::{
        activities,
        actors::{self, ActorKind},
        doors::{cases_of, said_by},
        people,
    },
    urls,
};

use super::{
    cards::{self, Card, Shown, card},
    doors::kind::Kind,
    error::Fault,
    layout::{Frame, Place},
    media::{Face, face_of},
    networks::entry::{Named, named},
    people::network_slug,
    plan::Seed,
    reader::Reader,
};

/// The newest comments on a page.
const COMMENTS: i64 = 10;
/// The newest cases on a page.
const CASES: i64 = 12;

#[derive(Template)]
#[template(path = "person.html")]
pub struct PersonPage {
    pub t: Speech,
    pub frame: Frame,
    pub name: String,
    pub handle: String,
    /// The pattern at the head of the page; pictures from elsewhere are not loaded.
    pub plan: String,
    pub face: Option<Face>,
    /// Paragraphs.
    pub summary: Vec<String>,
    /// Label and values.
    pub facts: Vec<(String, Vec<Named>)>,
    /// Cases of this network that name them.
    pub cards: Vec<Card>,
    pub comments: Vec<Remark>,
    /// Whether they are in the directory of people.
    pub listed: bool,
    /// Where they are written to, if strangers may.
    pub contact: Option<String>,
    /// Where they went.
    pub gone: Option<Gone>,
}

/// The account that somebody went to, within the sentence that says so.
pub struct Gone {
    pub words: (String, String),
    /// `@name@host`
    pub address: String,
    pub href: String,
}

/// What somebody wrote under a case.
pub struct Remark {
    pub iso: String,
    pub day: String,
    pub lang: Option<String>,
    pub html: Html,
    /// Of the comment, on the page of its case.
    pub href: String,
    pub title: String,
    pub title_lang: &'static str,
}

pub async fn show(reader: Reader, Path(handle): Path<String>) -> Response {
    let answer = person(&reader, &handle).await;
    reader.answer(answer)
}

async fn person(reader: &Reader, handle: &str) -> Result<Response, Fault> {
    let t = &reader.t;
    let mut tx = reader.state.db.read().await?;
    let found = actors::by_handle(&mut tx, handle).await?;
    let actor = found.filter(|actor| actor.kind == ActorKind::Person && !actor.is_gone());
    let actor = actor.ok_or(Fault::NotFound)?;
    if actor.handle != handle {
        return Err(Fault::Moved(t.link(&urls::person_path(&actor.handle))));
    }
    let written = activities::outbox_count(&mut tx, &actor.uri).await?;
    let said = said_by(&mut tx, &actor.uri, COMMENTS).await?;
    let contact = super::contact::way_to_person(reader, &mut tx, &actor.handle).await?;
    let named_in = cases_of(&mut tx, &actor.handle, reader.state.urls.host(), CASES).await?;
    let gone = match people::went_to(&mut tx, &actor.uri).await? {
        Some(target) => {
            let (address, href) = super::account::moving::address_of(&mut tx, &target).await?;
            let words = t.around2("person-moved", "address", &[("name", actor.name.clone())]);
            Some(Gone { words, address, href })
        }
        None => None,
    };
    let profile = Profile::from_json(&actor.profile);
    let city = match &profile.city {
        Some(city) => Some(city_link(&mut tx, city).await?),
        None => None,
    };
    drop(tx);
    let bare = |name: String| Named { name, href: None };
    let role = profile.role.as_deref().and_then(|id| t.known_term("citymaker", id)).map(bare);
    let network = profile.network.as_deref().map(|network| named(&network_slug(network)));
    let links = |kind: Kind, ids: &[String]| -> Vec<Named> {
        let link = |id: &String| Named { name: kind.label(t, id), href: Some(kind.path(id)) };
        ids.iter().map(link).collect()
    };
    let facts = [
        ("person-role", role.into_iter().collect()),
        ("person-city", city.into_iter().collect()),
        ("nav-networks", network.into_iter().collect()),
        ("person-languages", links(Kind::Language, &profile.languages)),
        ("fact-topics", links(Kind::Topic, &profile.topics)),
        ("person-said", (written > 0).then(|| bare(t.number(written))).into_iter().collect()),
    ];
    let facts = facts.into_iter().filter(|(_, values): &(_, Vec<Named>)| !values.is_empty());
    let facts = facts.map(|(key, values)| (t.say(key).into_owned(), values)).collect();
    let remark = |said: &crate::store::doors::Said| Remark {
        iso: i18n::iso_day(said.at),
        day: t.day(said.at),
        lang: said.language.clone(),
        // Once more through the sieve: what it lets through today counts, not what it did.
        html: html::from_remote(&said.html),
        href: format!("{}#comment-{}", urls::case_path(&said.case.page), said.num),
        title: said.case.case.title.clone(),
        title_lang: said.case.case.language.id(),
    };
    let first = profile.topics.first().and_then(|id| crate::domain::vocabulary::topic(id));
    let hue = first.and_then(|topic| cards::topic_place(topic.parent.unwrap_or(topic.id)));
    let address = reader.state.urls.handle(&actor.handle);
    let mut frame = reader.frame(Place::People).titled(&actor.name, &actor.summary);
    frame.canonical = Some(reader.state.urls.absolute(&urls::person_path(&actor.handle)));
    frame.object = Some(actor.uri.clone());
    frame.kind = "profile";
    frame.hidden = !profile.indexable;
    reader.page(&PersonPage {
        facts,
        cards: named_in.iter().map(|case| card(t, &Shown::from(case))).collect(),
        comments: said.iter().map(remark).collect(),
        summary: actor.summary.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect(),
        plan: format!("/plans/{}", Seed::new(&actor.id, hue.unwrap_or(0)).name()),
        face: face_of(&reader.state.urls, &profile),
        listed: profile.discoverable,
        contact,
        gone,
        name: actor.name,
        handle: address,
        t: t.clone(),
        frame,
    })
}

/// The city somebody names, with its page where exactly one city of this name has cases.
async fn city_link(tx: &mut crate::store::Tx, named: &str) -> Result<Named, Fault> {
    let (name, country) = named.split_once(',').unwrap_or((named, ""));
    let wanted = crate::domain::directory::name_key(name);
    let country = country.trim().to_ascii_lowercase();
    let keys = match country.len() {
        2 => vec![format!("{country}-{wanted}")],
        _ => crate::store::doors::cities_named(tx, &wanted).await?,
    };
    let mut with_cases = Vec::new();
    for key in keys {
        if crate::store::search::count_of_in(tx, TermKind::City, &key).await? > 0 {
            with_cases.push(key);
        }
    }
    let href = match with_cases.as_slice() {
        [only] => Some(urls::city_path(only)),
        _ => None,
    };
    Ok(Named { name: named.to_owned(), href })
}
