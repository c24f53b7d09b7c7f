//! `/alerts/end`: the mails of an alert end, by the link in them and without signing in (RFC 8058).

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{asked, frame};
use crate::{
    app::alerts::{self, Ended},
    i18n::Speech,
    web::{cards::topic_label, error::Fault, layout::Frame, reader::Reader},
};

#[derive(Template)]
#[template(path = "alerts/end.html")]
struct EndPage {
    t: Speech,
    frame: Frame,
    text: String,
    /// Where the form leads; None where nothing is to be ended any more.
    action: Option<String>,
    /// Whether a saved search stays, to be found by its owner.
    stays: bool,
}

/// `GET /alerts/end?key=…`. Looking ends nothing: programs that check mails follow their links.
pub async fn look(mut reader: Reader) -> Response {
    reader.keep_private();
    let key = asked(&reader, "key").unwrap_or_default();
    let found = alerts::ending(&reader.state.db, &key).await;
    let answer = found.map_err(Fault::of).and_then(|found| page(&reader, &found, Some(&key)));
    reader.answer(answer)
}

/// `POST /alerts/end?key=…`, from the page or from a mail provider for its reader. The key says all: no
/// cookie is asked for, and the body (`List-Unsubscribe=One-Click`, in either kind of form) is not read.
pub async fn end(mut reader: Reader) -> Response {
    reader.keep_private();
    let ended =
        alerts::end_by_key(&reader.state.db, &asked(&reader, "key").unwrap_or_default()).await;
    let answer = ended.map_err(Fault::of).and_then(|ended| page(&reader, &ended, None));
    reader.answer(answer)
}

/// `key` is what a form would end with; None when it was ended.
fn page(reader: &Reader, found: &Ended, key: Option<&str>) -> Result<Response, Fault> {
    let t = reader.t.clone();
    let text = match (found, key) {
        (Ended::NoKey, _) => t.say("alerts-end-over").into_owned(),
        (Ended::Search(name), Some(_)) => t.say1("alerts-end-ask", "name", name),
        (Ended::Search(name), None) => t.say1("alerts-end-done", "name", name),
        (Ended::Digest(topic), Some(_)) => {
            t.say1("digest-end-ask", "topic", &topic_label(&t, topic))
        }
        (Ended::Digest(topic), None) => t.say1("digest-end-done", "topic", &topic_label(&t, topic)),
    };
    let status = match found {
        Ended::NoKey => StatusCode::GONE,
        _ => StatusCode::OK,
    };
    let action = key.filter(|_| *found != Ended::NoKey).map(crate::urls::alert_end_path);
    let frame = frame(reader, &t.say("alerts-end-title"), "/alerts/end");
    let stays = matches!(found, Ended::Search(_));
    reader.respond(status, &EndPage { t, frame, text, action, stays })
}
