//! `/alerts/end` and `/notices/end`: the mails of an alert, or those with notices, end by the link in
//! them and without signing in (RFC 8058).

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{asked, frame};
use crate::{
    app::{
        alerts::{self, Ended},
        instance,
        notices::{self, End},
    },
    i18n::Speech,
    urls,
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
    /// Where what stays is found by its owner, and the key of what that is called.
    stays: Option<(&'static str, &'static str)>,
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
    let action = key.filter(|_| *found != Ended::NoKey).map(urls::alert_end_path);
    let frame = frame(reader, &t.say("alerts-end-title"), "/alerts/end");
    let stays = matches!(found, Ended::Search(_)).then_some(("/account/alerts", "alerts-title"));
    reader.respond(status, &EndPage { t, frame, text, action, stays })
}

/// `GET /notices/end?key=…`
pub async fn look_notices(mut reader: Reader) -> Response {
    reader.keep_private();
    let key = asked(&reader, "key").unwrap_or_default();
    let found = notices::ending(&reader.state.db, &key).await.map_err(Fault::from);
    let answer = found.and_then(|found| notices_page(&reader, found, Some(&key)));
    reader.answer(answer)
}

/// `POST /notices/end?key=…`, as with alerts.
pub async fn end_notices(mut reader: Reader) -> Response {
    reader.keep_private();
    let key = asked(&reader, "key").unwrap_or_default();
    let ended = notices::end_by_key(&reader.state.db, &key).await.map_err(Fault::from);
    let answer = ended.and_then(|ended| notices_page(&reader, ended, None));
    reader.answer(answer)
}

fn notices_page(reader: &Reader, found: End, key: Option<&str>) -> Result<Response, Fault> {
    let (t, site) = (reader.t.clone(), instance::called(&reader.state.config));
    let (status, text) = match (found, key) {
        (End::NoKey, _) => (StatusCode::GONE, t.say("alerts-end-over").into_owned()),
        (End::Ended, Some(_)) => (StatusCode::OK, t.say1("notices-end-ask", "site", site)),
        (End::Ended, None) => (StatusCode::OK, t.say1("notices-end-done", "site", site)),
    };
    let action = key.filter(|_| found == End::Ended).map(urls::notices_end_path);
    let frame = frame(reader, &t.say("alerts-end-title"), "/notices/end");
    let stays = (found == End::Ended).then_some(("/account/notices", "notices-title"));
    reader.respond(status, &EndPage { t, frame, text, action, stays })
}
