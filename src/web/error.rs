//! The only place that turns a failure into a status and a page. A page shows an id, never a cause.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{i18n::Speech, store::StoreError};

use super::{
    kin::Kin,
    layout::{Frame, Place},
    reader::Reader,
};

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("there is no such page")]
    NotFound,
    /// When (epoch milliseconds) and why a case was withdrawn, and by which network.
    #[error("withdrawn")]
    Gone { at: i64, network: String, reason: String },
    /// It is elsewhere now; a path.
    #[error("moved")]
    Moved(String),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("template: {0}")]
    Template(#[from] askama::Error),
}

#[derive(Template)]
#[template(path = "fault.html")]
pub struct FaultPage {
    pub t: Speech,
    pub frame: Frame,
    pub status: u16,
    pub heading: String,
    pub text: String,
    pub reason: Option<String>,
    /// What to read instead of a case that is gone.
    pub relatives: Vec<Kin>,
    pub id: Option<String>,
}

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Fault::NotFound => StatusCode::NOT_FOUND,
            Fault::Gone { .. } => StatusCode::GONE,
            Fault::Moved(_) => StatusCode::MOVED_PERMANENTLY,
            Fault::Store(error) if error.is_temporary() => StatusCode::SERVICE_UNAVAILABLE,
            Fault::Store(_) | Fault::Template(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page of this fault, in the reader's language.
    pub fn shown_to(&self, reader: &Reader) -> Response {
        if let Fault::Moved(path) = self {
            let here = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/cases"));
            return (self.status(), [(header::LOCATION, here)]).into_response();
        }
        let id = self.log(reader.state.clock.now_ms());
        let page = self.page(&reader.t, reader.frame(Place::Elsewhere), id);
        reader.respond(self.status(), &page).unwrap_or_else(|error| {
            tracing::error!(%error, "the page of a fault cannot be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        })
    }

    /// Writes what is our fault to the log, with the id that the page shows.
    fn log(&self, now: i64) -> Option<String> {
        if !self.status().is_server_error() {
            return None;
        }
        let id = crate::app::new_id(now);
        tracing::error!(fault.id = %id, error = %self, "a page could not be shown");
        Some(id)
    }

    pub fn page(&self, t: &Speech, frame: Frame, id: Option<String>) -> FaultPage {
        let (heading, text, reason) = match self {
            Fault::NotFound | Fault::Moved(_) => {
                ("missing-title", t.say("missing-text").into_owned(), None)
            }
            Fault::Gone { at, network, reason } if !reason.trim().is_empty() => {
                let text = t.say2("gone-text", "network", network, "date", &t.day(*at));
                ("gone-title", text, Some(reason.clone()))
            }
            Fault::Gone { .. } => ("gone-title", t.say("gone-text-bare").into_owned(), None),
            Fault::Store(_) | Fault::Template(_) => {
                ("broken-title", t.say("broken-text").into_owned(), None)
            }
        };
        let heading = t.say(heading).into_owned();
        let mut frame = frame.titled(&heading, &text);
        frame.hidden = true;
        FaultPage {
            t: t.clone(),
            frame,
            status: self.status().as_u16(),
            heading,
            text,
            reason,
            relatives: Vec::new(),
            id,
        }
    }
}

/// Any path that leads nowhere.
pub async fn missing(reader: Reader) -> Response {
    Fault::NotFound.shown_to(&reader)
}
