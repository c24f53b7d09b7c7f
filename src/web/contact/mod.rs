//! Writing to the people behind a case, and the messages of one's own.

mod first;
mod list;
mod thread;

use axum::{
    Router,
    routing::{get, post},
};

use super::{error::Fault, member::frame, reader::Reader};
use crate::{
    app::{self, contact::Exchange, instance},
    domain::contact::{Flaw, SUBJECT_CHARS, TEXT_CHARS},
    i18n::Speech,
    state::State,
    store::{Tx, conversations},
    urls,
};

/// Most characters of a message, as texts and forms say it.
pub const MOST: i64 = TEXT_CHARS as i64;
/// Of a subject.
pub const SUBJECT: usize = SUBJECT_CHARS;
/// People behind a case who are offered to be written to.
const OFFERED: i64 = 6;

pub fn routes() -> Router<State> {
    Router::new()
        .route("/contact", get(first::show).post(first::ask))
        .route("/contact/confirm", get(first::look).post(first::confirm))
        .route("/contact/thread", get(thread::by_key).post(thread::act_by_key))
        .route("/messages", get(list::show))
        .route("/messages/new", post(first::begin))
        .route("/messages/blocked", get(list::blocked).post(list::unblock))
        .route("/messages/{id}", get(thread::show).post(thread::act))
}

/// Whom a page offers to write to.
#[derive(Clone, Debug, Hash)]
pub struct Way {
    pub name: String,
    pub href: String,
}

/// What making contact needs.
fn exchange(state: &State) -> Exchange {
    Exchange::of(&state.db, &state.config, &state.urls, &state.texts)
}

/// The people behind a case of ours who may be written to, else the network where it may; none for
/// a case of another network.
///
/// # Errors
/// When the database does not answer.
pub async fn ways_of_case(
    reader: &Reader,
    tx: &mut Tx,
    uri: &str,
    page: &str,
) -> Result<Vec<Way>, Fault> {
    let state = &reader.state;
    if !state.urls.is_ours(uri) {
        return Ok(Vec::new());
    }
    let own = reader.visitor.as_ref().map(|visitor| visitor.member.handle.as_str());
    let people = conversations::behind_case(tx, uri, state.urls.host(), OFFERED).await?;
    let mut ways: Vec<Way> = Vec::new();
    for (handle, name) in &people {
        if own != Some(handle.as_str()) {
            let href = reader.t.link(&urls::contact_path(Some(handle), Some(page)));
            ways.push(Way { name: name.clone(), href });
        }
    }
    if people.is_empty() && !state.config.contact.address.is_empty() {
        let href = reader.t.link(&urls::contact_path(None, Some(page)));
        ways.push(Way { name: instance::called(&state.config).to_owned(), href });
    }
    Ok(ways)
}

/// Where this person is written to, if strangers may.
///
/// # Errors
/// When the database does not answer.
pub async fn way_to_person(
    reader: &Reader,
    tx: &mut Tx,
    handle: &str,
) -> Result<Option<String>, Fault> {
    let is_own = reader.visitor.as_ref().is_some_and(|visitor| visitor.member.handle == handle);
    match app::contact::reachable(tx, handle).await {
        Ok(_) if is_own => Ok(None),
        Ok(account) => Ok(Some(reader.t.link(&urls::contact_path(Some(&account.handle), None)))),
        Err(app::Error::Store(error)) => Err(Fault::Store(error)),
        Err(_) => Ok(None),
    }
}

/// What is wrong with a message, as its writer reads it.
fn flaw(t: &Speech, flaw: Flaw) -> String {
    match flaw {
        Flaw::Name => t.say("flaw-name").into_owned(),
        Flaw::Email => t.say("account-no-email").into_owned(),
        Flaw::Subject => t.count("contact-no-subject", SUBJECT_CHARS as i64),
        Flaw::Text => t.count("contact-no-text", MOST),
    }
}
