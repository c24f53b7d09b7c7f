//! `/messages`: one's conversations, the newest first; `/messages/blocked`: whom one does not hear.

use askama::Template;
use axum::response::Response;

use super::{exchange, frame};
use crate::{
    i18n::{self, Speech},
    store::{
        contact::{self, Blocked},
        conversations,
    },
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
        write::asked,
    },
};

const LISTED: i64 = 50;
const BLOCKED: i64 = 1_000;

#[derive(Template)]
#[template(path = "contact/list.html")]
struct ListPage {
    t: Speech,
    frame: Frame,
    lines: Vec<Line>,
    more: Option<String>,
    notice: Option<String>,
}

struct Line {
    href: String,
    name: String,
    subject: String,
    iso: String,
    when: String,
    unread: bool,
}

/// `GET /messages`
pub async fn show(who: SignedIn) -> Response {
    let answer = page(&who).await;
    who.reader.answer(answer)
}

async fn page(who: &SignedIn) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let before = asked(&who.reader, "before").and_then(|text| text.parse().ok());
    let mut tx = who.reader.state.db.read().await?;
    let before = before.unwrap_or(i64::MAX);
    let found = conversations::list(&mut tx, &who.member.id, before, LISTED + 1).await?;
    drop(tx);
    let more = found.get(LISTED as usize - 1).filter(|_| found.len() as i64 > LISTED);
    let more = more.map(|last| t.link(&format!("/messages?before={}", last.num)));
    let line = |found: conversations::Line| Line {
        href: t.link(&format!("/messages/{}", found.id)),
        name: match (found.name.trim(), &found.handle) {
            ("", None) => t.say("contact-nobody").into_owned(),
            ("", Some(handle)) => handle.clone(),
            (name, _) => name.to_owned(),
        },
        subject: found.subject,
        iso: i18n::iso_day(found.at),
        when: t.day(found.at),
        unread: found.unread,
    };
    let notice = (asked(&who.reader, "done").as_deref() == Some("deleted"))
        .then(|| t.say("messages-deleted").into_owned());
    who.reader.page(&ListPage {
        frame: frame(&who.reader, &t.say("messages-title"), "/messages"),
        lines: found.into_iter().take(LISTED as usize).map(line).collect(),
        more,
        notice,
        t: t.clone(),
    })
}

#[derive(Template)]
#[template(path = "contact/blocked.html")]
struct BlockedPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    blocked: Vec<BlockedLine>,
}

struct BlockedLine {
    who: String,
    name: String,
    when: String,
}

/// `GET /messages/blocked`
pub async fn blocked(who: SignedIn) -> Response {
    let answer = blocked_page(&who).await;
    who.reader.answer(answer)
}

async fn blocked_page(who: &SignedIn) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let mut tx = who.reader.state.db.read().await?;
    let blocked = contact::blocked(&mut tx, &who.member.id, BLOCKED).await?;
    drop(tx);
    let line =
        |found: Blocked| BlockedLine { when: t.day(found.at), who: found.who, name: found.name };
    who.reader.page(&BlockedPage {
        frame: frame(&who.reader, &t.say("messages-blocked-title"), "/messages/blocked"),
        csrf: who.csrf.clone(),
        blocked: blocked.into_iter().map(line).collect(),
        t: t.clone(),
    })
}

/// `POST /messages/blocked`: somebody is heard again.
pub async fn unblock(Posted { who, form }: Posted) -> Response {
    match exchange(&who.reader.state).unblock(&who.member, form.get("who")).await {
        Ok(()) => see(&who.reader.t.link("/messages/blocked")),
        Err(error) => Fault::of(error).shown_to(&who.reader),
    }
}
