//! `/desk`: where cases are reviewed and published, and what others send is let in.

mod coverage;
mod incoming;
mod queue;
mod review;
mod talk;

use axum::{Router, routing::get};

use super::{error::Fault, layout::Frame, member::SignedIn};
use crate::{app, domain::account::Reviewer, i18n::Speech, state::State};

pub fn routes() -> Router<State> {
    Router::new()
        .route("/desk", get(queue::show))
        .route("/desk/case/{id}", get(review::show).post(review::act))
        .route("/desk/incoming", get(incoming::show).post(incoming::decide))
        .route("/desk/comments", get(talk::comments).post(talk::judge))
        .route("/desk/reports", get(talk::reports).post(talk::resolve))
        .route("/desk/coverage", get(coverage::show))
        .route("/desk/old", get(queue::old).post(queue::old_act))
}

/// The pages of the desk: their path, and the key of what they are called.
const PAGES: [(&str, &str); 6] = [
    ("/desk", "desk-title"),
    ("/desk/incoming", "desk-incoming"),
    ("/desk/comments", "desk-comments"),
    ("/desk/reports", "desk-reports"),
    ("/desk/old", "desk-old"),
    ("/desk/coverage", "desk-coverage"),
];

pub struct Tab {
    pub href: String,
    pub label: String,
    pub here: bool,
}

/// Links to the pages of the desk.
fn tabs(t: &Speech, here: &str) -> Vec<Tab> {
    let tab = |(path, key): &(&str, &str)| Tab {
        href: t.link(path),
        label: t.say(key).into_owned(),
        here: *path == here,
    };
    PAGES.iter().map(tab).collect()
}

fn frame(who: &SignedIn, heading: &str) -> Frame {
    super::write::frame(&who.reader, heading)
}

/// The desk is for reviewers and above.
fn reviewer(who: &SignedIn) -> Result<Reviewer<'_>, Fault> {
    Ok(who.member.reviewer()?)
}

/// What became of an act of moderation: nothing, what the person reads, or a fault.
fn outcome<T>(t: &Speech, done: app::Result<T>) -> Result<Option<String>, Fault> {
    match done {
        Ok(_) => Ok(None),
        Err(app::Error::Store(error)) => Err(Fault::Store(error)),
        Err(app::Error::NotFound(_)) => Err(Fault::NotFound),
        Err(_) => Ok(Some(t.say("no-other").into_owned())),
    }
}
