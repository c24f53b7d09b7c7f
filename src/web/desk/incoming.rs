//! `/desk/incoming`: cases of other networks that wait until somebody here has looked at them.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{Head, LISTED, cut, outcome};
use crate::{
    app::quarantine,
    i18n::Speech,
    store::rulings,
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
        write::asked,
    },
};

#[derive(Template)]
#[template(path = "desk/incoming.html")]
struct IncomingPage {
    t: Speech,
    frame: Frame,
    head: Head,
    count: i64,
    lines: Vec<Line>,
    more: Option<String>,
}

struct Line {
    id: String,
    title: String,
    summary: String,
    host: String,
    origin: Option<String>,
    arrived: String,
}

pub async fn show(who: SignedIn) -> Response {
    let answer = page(&who, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

async fn page(
    who: &SignedIn,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let head = Head::of(who, "/desk/incoming", notice)?;
    let t = &who.reader.t;
    let after = asked(&who.reader, "after").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut tx = who.reader.state.db.read().await?;
    let waiting = rulings::waiting(&mut tx, after, None, LISTED as i64 + 1).await?;
    let count = rulings::count_waiting(&mut tx, None).await?;
    drop(tx);
    let next = |last: &rulings::OnDesk| t.link(&format!("/desk/incoming?after={}", last.num));
    let (waiting, more) = cut(waiting, next);
    let line = |waiting: rulings::OnDesk| {
        let record: serde_json::Value = serde_json::from_str(&waiting.document).unwrap_or_default();
        let summary = record.get("summary").and_then(serde_json::Value::as_str);
        Line {
            title: waiting.title(),
            summary: summary.unwrap_or_default().to_owned(),
            arrived: t.day(waiting.received_at),
            origin: waiting.origin_url,
            host: waiting.host,
            id: waiting.id,
        }
    };
    let page = IncomingPage {
        frame: head.frame(who),
        head,
        count,
        lines: waiting.into_iter().map(line).collect(),
        more,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

pub async fn decide(Posted { who, form }: Posted) -> Response {
    let answer = decided(&who, form.get("do"), form.get("case"), form.get("note")).await;
    who.reader.answer(answer)
}

async fn decided(who: &SignedIn, what: &str, case: &str, note: &str) -> Result<Response, Fault> {
    who.member.editor()?;
    let (db, by, now) = (&who.reader.state.db, who.who(), who.now);
    let note: String = note.chars().take(2_000).collect();
    let done = match what {
        "adopt" => quarantine::adopt(db, &by, case, &note, now).await,
        "decline" => quarantine::decline(db, &by, case, &note, now).await,
        _ => return Err(Fault::NotFound),
    };
    who.reader.state.wake.events.notify_one();
    match outcome(&who.reader.t, done)? {
        None => Ok(see(&who.reader.t.link("/desk/incoming"))),
        notice => page(who, StatusCode::CONFLICT, notice).await,
    }
}
