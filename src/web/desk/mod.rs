//! `/desk`: where cases are reviewed and published, and what others send is let in.

mod coverage;
mod imports;
mod incoming;
mod published;
mod queue;
mod review;
mod talk;

use axum::{Router, routing::get};

pub use published::path as published_path;

use super::{error::Fault, layout::Frame, member::SignedIn};
use crate::{app, domain::account::Reviewer, i18n::Speech, state::State};

pub fn routes() -> Router<State> {
    Router::new()
        .route("/desk", get(queue::show))
        .route("/desk/case/{id}", get(review::show).post(review::act))
        .route("/desk/published", get(published::show).post(published::act))
        .route("/desk/incoming", get(incoming::show).post(incoming::decide))
        .route("/desk/comments", get(talk::comments).post(talk::judge))
        .route("/desk/reports", get(talk::reports).post(talk::resolve))
        .route("/desk/coverage", get(coverage::show))
        .route("/desk/old", get(queue::old).post(queue::old_act))
        .merge(imports::routes())
}

/// The pages of the desk: their path, and the key of what they are called.
const PAGES: [(&str, &str); 7] = [
    ("/desk", "desk-title"),
    ("/desk/incoming", "desk-incoming"),
    ("/desk/comments", "desk-comments"),
    ("/desk/reports", "desk-reports"),
    ("/desk/old", "desk-old"),
    ("/desk/coverage", "desk-coverage"),
    (IMPORTS, "imports-title"),
];

/// Only for editors.
const IMPORTS: &str = "/desk/imports";

pub struct Tab {
    pub href: String,
    pub label: String,
    pub here: bool,
}

/// Lines on one page.
const LISTED: usize = 50;

/// What every page of the desk begins with, and what its forms need.
struct Head {
    title: String,
    tabs: Vec<Tab>,
    /// What was wrong with what the person just asked for.
    notice: Option<String>,
    csrf: String,
    /// Whether the reader may decide: what reviewers only see has no buttons for them.
    decides: bool,
}

impl Head {
    /// Of the page at this path, for reviewers and above.
    fn of(who: &SignedIn, here: &str, notice: Option<String>) -> Result<Head, Fault> {
        reviewer(who)?;
        let t = &who.reader.t;
        let tab = |(path, key): &(&str, &str)| Tab {
            href: t.link(path),
            label: t.say(key).into_owned(),
            here: *path == here,
        };
        let decides = who.member.editor().is_ok();
        let tabs = PAGES.iter().filter(|(path, _)| decides || *path != IMPORTS);
        let tabs: Vec<Tab> = tabs.map(tab).collect();
        Ok(Head {
            title: tabs
                .iter()
                .find(|tab| tab.here)
                .map(|tab| tab.label.clone())
                .unwrap_or_default(),
            tabs,
            notice,
            csrf: who.csrf.clone(),
            decides,
        })
    }

    fn frame(&self, who: &SignedIn) -> Frame {
        super::write::frame(&who.reader, &self.title)
    }
}

/// The lines of one page, of a list that was asked for one more; and where those after it are, by
/// the last line shown.
fn cut<T>(mut found: Vec<T>, next: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
    let more = found.len() > LISTED;
    found.truncate(LISTED);
    let next = found.last().filter(|_| more).map(next);
    (found, next)
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
