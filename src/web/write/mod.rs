//! `/write`: where people write their cases, part by part, alone or together.

mod blocks;
mod cities;
mod documents;
mod flaws;
mod keeping;
mod list;
mod look;
mod overview;
mod part;
mod pictures;
mod places;
mod preview;
mod said;
mod translate;
mod versions;

pub use blocks::{flaw_text, path_name};
pub use overview::{StepButton, buttons};

use axum::{Router, extract::DefaultBodyLimit, routing::get};

use super::{
    error::Fault,
    layout::{Frame, Place},
    member::SignedIn,
    reader::Reader,
};
use crate::{
    app::{
        self,
        desk::{By, Desk, No, Opened},
    },
    domain::{account::Lacking, account::Role, desk::Objection, vocabulary::EditorialState},
    i18n::Speech,
    state::State,
};

/// Bytes of a form: nine full sections in a script of three bytes a letter, percent-encoded.
pub const LONG: usize = 2_000_000;

pub fn routes() -> Router<State> {
    Router::new()
        .route("/write", get(list::show).post(list::begin))
        .route("/write/cities", get(cities::offer))
        .route("/write/look", get(look::back).post(look::made))
        .route("/write/{id}", get(overview::show).post(overview::act))
        .route("/write/{id}/part/{part}", get(part::show).post(part::save))
        .route("/write/{id}/places", get(places::show).post(places::act))
        .route("/write/{id}/pictures", get(pictures::show).post(pictures::act))
        .route("/write/{id}/pictures/add", get(pictures::back).post(pictures::add))
        .route("/write/{id}/documents", get(pictures::back).post(documents::act))
        .route("/write/{id}/documents/add", get(pictures::back).post(documents::add))
        .route("/write/{id}/translate", get(translate::choose))
        .route("/write/{id}/translate/{lang}", get(translate::show).post(translate::save))
        .route("/write/{id}/preview", get(preview::page))
        .route("/write/{id}/elsewhere", get(preview::elsewhere))
        .route("/write/{id}/versions", get(versions::show).post(versions::act))
        // The extractor of forms bounds them itself.
        .layer(DefaultBodyLimit::disable())
}

/// The frame of a page about manuscripts, which no search engine lists.
pub fn frame(reader: &Reader, heading: &str) -> Frame {
    let mut frame = reader.frame(Place::Elsewhere).titled(heading, "");
    frame.hidden = true;
    frame.for_members = true;
    frame
}

/// The desk of this instance.
///
/// # Errors
/// When the database does not answer.
pub async fn desk(who: &SignedIn) -> Result<Desk, Fault> {
    let state = &who.reader.state;
    Desk::of(&state.db, &state.config, &state.urls).await.map_err(|error| fault_of(error.into()))
}

/// The desk, as whom they work there, and this manuscript where they may see it.
///
/// # Errors
/// See [`fault_of`].
pub async fn opened<'a>(who: &'a SignedIn, id: &str) -> Result<(Desk, By<'a>, Opened), Fault> {
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let opened = desk.open(&by, id).await.map_err(fault_of)?;
    Ok((desk, by, opened))
}

/// What no page can mend of what the desk answers.
pub fn fault_of(no: No) -> Fault {
    match no {
        No::Other(app::Error::Store(error)) => Fault::Store(error),
        No::Objection(Objection::NoReviewer) => Fault::Lacking(Lacking(Role::Reviewer)),
        No::Objection(Objection::NoEditor) => Fault::Lacking(Lacking(Role::Editor)),
        _ => Fault::NotFound,
    }
}

/// What the desk answers, as the person reads it; the fault where a page of its own says it.
///
/// # Errors
/// See [`fault_of`].
pub fn told(t: &Speech, no: No) -> Result<String, Fault> {
    let key = match &no {
        No::Objection(Objection::NoSuchStep(..) | Objection::NotTheirs) => "no-step",
        No::Objection(Objection::OwnCase) => "no-own-case",
        No::Moved => "no-moved",
        No::Undecided => "no-undecided",
        No::Incomplete(_) => "no-incomplete",
        No::Unkept(_) => "no-unkept",
        No::NoReason => "no-reason",
        No::TooMany => "no-more",
        No::Open(_) => "no-open",
        No::LastAuthor => "no-last-author",
        No::Other(app::Error::Conflict(_) | app::Error::Invalid(_) | app::Error::Refused(_)) => {
            "no-other"
        }
        No::NotFound | No::Other(_) | No::Objection(_) => return Err(fault_of(no)),
    };
    Ok(t.say(key).into_owned())
}

/// What a state is called.
pub fn state_name(t: &Speech, state: EditorialState) -> String {
    t.term("state", state.id())
}

/// Path of a manuscript's page.
pub fn path(id: &str) -> String {
    format!("/write/{id}")
}

/// The title in lists, also where there is none yet.
pub fn title_of(t: &Speech, title: &str) -> String {
    if title.is_empty() { t.say("write-untitled").into_owned() } else { title.to_owned() }
}

/// A value of the query of the page that was asked for.
pub fn asked(reader: &Reader, key: &str) -> Option<String> {
    let mut pairs = url::form_urlencoded::parse(reader.query().as_bytes());
    pairs.find(|(name, _)| name == key).map(|(_, value)| value.into_owned())
}
