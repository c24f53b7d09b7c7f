//! `/account/notices`: what concerns a member, newest first, unread until they looked.

use askama::Template;
use axum::{extract::Path, response::Response};

use super::frame;
use crate::{
    app::notices::{self, Kind, MOST},
    i18n::Speech,
    store::notices::Notice,
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
    },
};

#[derive(Template)]
#[template(path = "alerts/notices.html")]
struct NoticesPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    rows: Vec<Row>,
    unread: i64,
    /// Up to when all of this happened.
    until: i64,
    /// Whether there may be older ones.
    cut: bool,
}

struct Row {
    href: String,
    id: String,
    text: String,
    day: String,
    is_unread: bool,
}

/// `GET /account/notices`
pub async fn list(who: SignedIn) -> Response {
    let answer = page(&who).await;
    who.reader.answer(answer)
}

async fn page(who: &SignedIn) -> Result<Response, Fault> {
    let t = who.reader.t.clone();
    let listed = notices::list(&who.reader.state.db, &who.member).await;
    let (found, unread) = listed.map_err(Fault::of)?;
    let rows: Vec<Row> = found.iter().map(|notice| row(&t, notice)).collect();
    let page = NoticesPage {
        frame: frame(&who.reader, &t.say("notices-title"), "/account/notices"),
        csrf: who.csrf.clone(),
        cut: rows.len() as i64 == MOST,
        until: found.iter().map(|notice| notice.at).max().unwrap_or(who.now),
        rows,
        unread,
        t,
    };
    who.reader.page(&page)
}

fn row(t: &Speech, notice: &Notice) -> Row {
    Row {
        href: format!("/account/notices/{}", notice.id),
        id: notice.id.clone(),
        text: said(t, notice),
        day: t.day(notice.at),
        is_unread: notice.read_at.is_none(),
    }
}

fn said(t: &Speech, notice: &Notice) -> String {
    let (who, title) = (notice.who.as_str(), notice.title.as_str());
    let title = if title.is_empty() { t.say("write-untitled") } else { title.into() };
    let about = |key: &str| t.say1(key, "title", &*title);
    let by = |key: &str| t.say2(key, "who", who, "title", &*title);
    let text = match Kind::from_id(&notice.kind) {
        Some(Kind::Alert) => return t.say2("told-alert", "n", notice.times, "name", &*title),
        Some(Kind::Submitted) => by("told-submitted"),
        Some(Kind::Assigned) => by("told-assigned"),
        Some(Kind::InReview) => about("told-in-review"),
        Some(Kind::ChangesRequested) => about("told-changes-requested"),
        Some(Kind::Approved) => about("told-approved"),
        Some(Kind::Published) => about("told-published"),
        Some(Kind::Rejected) => about("told-rejected"),
        Some(Kind::Withdrawn) => about("told-withdrawn"),
        Some(Kind::Noted) => about("told-noted"),
        Some(Kind::Answered) => by("told-answered"),
        Some(Kind::Comment) => by("told-comment"),
        Some(Kind::Reply) => by("told-reply"),
        Some(Kind::Mention) => by("told-mention"),
        Some(Kind::Message) => t.say1("told-message", "who", who),
        Some(Kind::Follower) => t.say1("told-follower", "who", who),
        Some(Kind::Reported) => about("told-reported"),
        Some(Kind::Old) => return t.say("told-old").into_owned(),
        Some(Kind::MailReturns) => t.say("told-mail-returns").into_owned(),
        // Told by a later version.
        None => title.clone().into_owned(),
    };
    match notice.times {
        1 => text,
        times => format!("{text} {}", t.say1("told-times", "n", times)),
    }
}

/// `GET /account/notices/{id}`: leads to what it is about, and takes it for read.
pub async fn open(who: SignedIn, Path(id): Path<String>) -> Response {
    let read = notices::read(&who.reader.state.db, &who.member, &id, who.now).await;
    match read.map_err(Fault::of) {
        Ok(Some(path)) => see(&who.reader.t.link(&path)),
        Ok(None) => who.reader.answer(Err(Fault::NotFound)),
        Err(fault) => who.reader.answer(Err(fault)),
    }
}

/// `POST /account/notices`: one is read, or all that the page showed.
pub async fn act(Posted { who, form }: Posted) -> Response {
    let (db, member) = (&who.reader.state.db, &who.member);
    let done = match form.get("read") {
        "all" => {
            let until = form.get("until").parse().unwrap_or(who.now);
            notices::read_all(db, member, until, who.now).await
        }
        id => notices::read(db, member, id, who.now).await.map(drop),
    };
    match done {
        Ok(()) => see(&who.reader.t.link("/account/notices")),
        Err(error) => Fault::of(error).shown_to(&who.reader),
    }
}
