//! `/account/notices`: what concerns a member, newest first, unread until they looked.

use askama::Template;
use axum::{extract::Path, response::Response};

use super::{asked, frame};
use crate::{
    app::notices::{self, MOST, said},
    domain::alert::{DIGEST_HOUR, Rhythm},
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
    /// How often they can be mailed: id, key of its text, whether it is so.
    rhythms: [(&'static str, &'static str, bool); 4],
    notice: Option<String>,
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
    let wished = notices::wished(&who.reader.state.db, &who.member).await.map_err(Fault::of)?;
    let changed = asked(&who.reader, "done").is_some_and(|done| done == "changed");
    let rows: Vec<Row> = found.iter().map(|notice| row(&t, notice)).collect();
    let page = NoticesPage {
        frame: frame(&who.reader, &t.say("notices-title"), "/account/notices"),
        csrf: who.csrf.clone(),
        cut: rows.len() as i64 == MOST,
        until: found.iter().map(|notice| notice.at).max().unwrap_or(who.now),
        rows,
        unread,
        rhythms: [
            (Some(Rhythm::Instant), "notices-mail-instant"),
            (Some(Rhythm::Daily), "rhythm-daily"),
            (Some(Rhythm::Weekly), "rhythm-weekly"),
            (None, "notices-mail-never"),
        ]
        .map(|(one, key)| (one.map_or("", Rhythm::id), key, one == wished)),
        notice: changed.then(|| t.say("alerts-changed").into_owned()),
        t,
    };
    who.reader.page(&page)
}

fn row(t: &Speech, notice: &Notice) -> Row {
    Row {
        href: crate::urls::notice_path(&notice.id),
        id: notice.id.clone(),
        text: said(t, notice),
        day: t.day(notice.at),
        is_unread: notice.read_at.is_none(),
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

/// `POST /account/notices/mail`: how often they are mailed. What is no rhythm is none.
pub async fn mail(Posted { who, form }: Posted) -> Response {
    let rhythm = Rhythm::from_id(form.get("rhythm"));
    let done = notices::change(&who.reader.state.db, &who.member, rhythm, who.now).await;
    match done {
        Ok(()) => see(&who.reader.t.link("/account/notices?done=changed#mail")),
        Err(error) => Fault::of(error).shown_to(&who.reader),
    }
}
