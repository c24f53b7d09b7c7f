//! The only place that turns a failure into a status and a page. A page shows an id, never a cause.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{app, domain::account::Lacking, i18n::Speech, store::StoreError};

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
    /// A document that an administrator took away for good.
    #[error("removed")]
    Removed,
    /// It is elsewhere now; a path.
    #[error("moved")]
    Moved(String),
    /// For another role than the reader's.
    #[error(transparent)]
    Lacking(#[from] Lacking),
    /// A form that no page of ours sent, or without the token of the sign-in.
    #[error("a form from elsewhere")]
    NotFromHere,
    #[error("not a form")]
    NotAForm,
    #[error("more than is taken at once")]
    TooLarge,
    /// Seconds until it may be tried again.
    #[error("too often")]
    TooOften(u64),
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
    /// What a page cannot mend of what a use case answers.
    pub fn of(error: app::Error) -> Fault {
        match error {
            app::Error::Store(error) => Fault::Store(error),
            app::Error::TooOften(seconds) => Fault::TooOften(seconds),
            app::Error::NotFound(_)
            | app::Error::Conflict(_)
            | app::Error::Invalid(_)
            | app::Error::Refused(_) => Fault::NotFound,
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Fault::NotFound => StatusCode::NOT_FOUND,
            Fault::Gone { .. } | Fault::Removed => StatusCode::GONE,
            Fault::Moved(_) => StatusCode::MOVED_PERMANENTLY,
            Fault::Lacking(_) | Fault::NotFromHere => StatusCode::FORBIDDEN,
            Fault::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Fault::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
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
        let mut response = reader.respond(self.status(), &page).unwrap_or_else(|error| {
            tracing::error!(%error, "the page of a fault cannot be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        });
        if let Fault::TooOften(seconds) = self {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
        }
        response
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
            Fault::Removed => {
                ("document-removed-title", t.say("document-removed-text").into_owned(), None)
            }
            Fault::Lacking(Lacking(role)) => {
                let role = t.term("account-role", role.id());
                ("lacking-title", t.say1("lacking-text", "role", &role), None)
            }
            Fault::NotFromHere => ("elsewhere-title", t.say("elsewhere-text").into_owned(), None),
            Fault::NotAForm => ("elsewhere-title", t.say("no-form-text").into_owned(), None),
            Fault::TooLarge => ("large-title", t.say("large-text").into_owned(), None),
            Fault::TooOften(seconds) => {
                let minutes = i64::try_from(seconds.div_ceil(60)).unwrap_or(i64::MAX);
                ("often-title", t.count("often-text", minutes), None)
            }
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
