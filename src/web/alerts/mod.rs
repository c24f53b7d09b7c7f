//! What people are told of: saved searches, digests by mail, notices.

mod digest;
mod end;
mod notices;
mod saved;

use axum::{
    Router,
    routing::{get, post},
};

use super::{
    error::Fault,
    layout::{Frame, Place},
    reader::{self, Reader},
};
use crate::{app, app::mail::Post, state::State};

pub fn routes() -> Router<State> {
    Router::new()
        .route("/account/alerts", get(saved::list).post(saved::act))
        .route("/account/alerts/new", get(saved::new))
        .route("/account/notices", get(notices::list).post(notices::act))
        .route("/account/notices/{id}", get(notices::open))
        .route("/alerts/end", get(end::look).post(end::end))
        .route("/digests", post(digest::ask))
        .route("/digests/confirm", get(digest::look).post(digest::confirm))
}

/// Where the new cases of a search are asked for.
pub fn new_alert_path(query: &str) -> String {
    match query {
        "" => "/account/alerts/new".to_owned(),
        query => format!("/account/alerts/new?{query}"),
    }
}

/// What letters of this instance need.
fn post_of(state: &State) -> Post {
    let site = reader::site(state).short_name;
    Post { texts: state.texts.clone(), urls: state.urls.clone(), site }
}

/// The frame of these pages, which no search engine lists. `address` is without keys: they do not go
/// into links to other languages.
fn frame(reader: &Reader, heading: &str, address: &str) -> Frame {
    let mut frame = reader.frame(Place::Elsewhere).titled(heading, "");
    frame.hidden = true;
    frame.for_members = true;
    frame.address = address.to_owned();
    frame
}

/// The value of a key in the query.
fn asked(reader: &Reader, name: &str) -> String {
    let mut pairs = url::form_urlencoded::parse(reader.query().as_bytes());
    pairs.find(|(known, _)| known == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

/// What a page cannot mend of what a use case answers.
fn fault_of(error: app::Error) -> Fault {
    match error {
        app::Error::Store(error) => Fault::Store(error),
        app::Error::TooOften(seconds) => Fault::TooOften(seconds),
        _ => Fault::NotFound,
    }
}
