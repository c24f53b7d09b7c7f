//! `GET /@handle`: a citymaker of this instance.

use askama::Template;
use axum::{extract::Path, response::Response};

use crate::{
    domain::profile::Profile,
    i18n::Speech,
    store::{
        activities,
        actors::{self, ActorKind},
    },
};

use super::{
    cards,
    error::Fault,
    layout::{Frame, Place},
    reader::Reader,
};

#[derive(Template)]
#[template(path = "person.html")]
pub struct PersonPage {
    pub t: Speech,
    pub frame: Frame,
    pub name: String,
    pub handle: String,
    /// Paragraphs.
    pub summary: Vec<String>,
    /// Label and value.
    pub facts: Vec<(String, String)>,
}

pub async fn show(reader: Reader, Path(handle): Path<String>) -> Response {
    let answer = person(&reader, &handle).await;
    reader.answer(answer)
}

async fn person(reader: &Reader, handle: &str) -> Result<Response, Fault> {
    let mut tx = reader.state.db.read().await?;
    let found = actors::by_handle(&mut tx, handle).await?;
    let actor = found.filter(|actor| actor.kind == ActorKind::Person && !actor.is_gone());
    let actor = actor.ok_or(Fault::NotFound)?;
    let said = activities::outbox_count(&mut tx, &actor.uri).await?;
    drop(tx);
    let t = &reader.t;
    let profile = Profile::from_json(&actor.profile);
    let terms = |vocabulary: &str, ids: &[String]| {
        let names = ids.iter().map(|id| t.known_term(vocabulary, id).unwrap_or_else(|| id.clone()));
        (!ids.is_empty()).then(|| names.collect::<Vec<_>>().join(", "))
    };
    let topics: Vec<_> = profile.topics.iter().map(|id| cards::topic_label(t, id)).collect();
    let role = profile.role.as_deref().and_then(|id| t.known_term("citymaker", id));
    let facts = [
        ("person-role", role),
        ("person-city", profile.city),
        ("nav-networks", profile.network),
        ("person-languages", terms("language", &profile.languages)),
        ("fact-topics", (!topics.is_empty()).then(|| topics.join(", "))),
        ("person-said", (said > 0).then(|| t.number(said))),
    ];
    let facts =
        facts.into_iter().filter_map(|(key, value)| Some((t.say(key).into_owned(), value?)));
    let address = format!("@{}@{}", actor.handle, reader.state.urls.host());
    let mut frame = reader.frame(Place::Elsewhere).titled(&actor.name, &actor.summary);
    frame.canonical = Some(reader.state.urls.absolute(&format!("/@{}", actor.handle)));
    frame.object = Some(actor.uri.clone());
    frame.kind = "profile";
    frame.hidden = !profile.indexable;
    reader.page(&PersonPage {
        facts: facts.collect(),
        summary: actor.summary.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect(),
        name: actor.name,
        handle: address,
        t: t.clone(),
        frame,
    })
}
