//! `/desk/comments` and `/desk/reports`: what people wrote under cases, and what others complain about.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{Head, LISTED, cut, outcome};
use crate::{
    app::{comment, report},
    domain::{comment::CommentState, text::Html},
    html,
    i18n::Speech,
    store::{comments, reports},
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
        write::asked,
    },
};

#[derive(Template)]
#[template(path = "desk/comments.html")]
struct CommentsPage {
    t: Speech,
    frame: Frame,
    head: Head,
    filters: Vec<(String, String, bool)>,
    lines: Vec<CommentLine>,
    more: Option<String>,
}

struct CommentLine {
    num: i64,
    author: String,
    body: Html,
    uri: String,
    when: String,
    /// States it may be given.
    to: Vec<(&'static str, String)>,
}

/// What editors look for, in the order of the work.
const STATES: [CommentState; 4] =
    [CommentState::Waiting, CommentState::Shown, CommentState::Hidden, CommentState::Rejected];

pub async fn comments(who: SignedIn) -> Response {
    let answer = comments_page(&who, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

async fn comments_page(
    who: &SignedIn,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let head = Head::of(who, "/desk/comments", notice)?;
    let t = &who.reader.t;
    let state = asked(&who.reader, "state").and_then(|id| CommentState::from_id(&id));
    let state = state.filter(|state| STATES.contains(state)).unwrap_or(CommentState::Waiting);
    let before = asked(&who.reader, "before").and_then(|text| text.parse().ok());
    let mut tx = who.reader.state.db.read().await?;
    let before = before.unwrap_or(i64::MAX);
    let found = comments::page(&mut tx, Some(state.id()), before, LISTED as i64 + 1).await?;
    drop(tx);
    let (found, more) = cut(found, |last: &comments::Authored| {
        t.link(&format!("/desk/comments?state={}&before={}", state.id(), last.comment.num))
    });
    let to = [CommentState::Shown, CommentState::Hidden, CommentState::Rejected];
    let line = |found: comments::Authored| CommentLine {
        num: found.comment.num,
        author: found.comment.actor.clone(),
        // What others sent was made safe when it came; it is made safe again where it is shown.
        body: html::from_remote(&found.comment.html),
        when: t.day(found.comment.published_at),
        uri: found.comment.uri,
        to: to
            .iter()
            .filter(|to| **to != state)
            .map(|to| (to.id(), t.term("comment-make", to.id())))
            .collect(),
    };
    let filter = |each: CommentState| {
        let href = t.link(&format!("/desk/comments?state={}", each.id()));
        (href, t.term("comment-state", each.id()), each == state)
    };
    let page = CommentsPage {
        frame: head.frame(who),
        head,
        filters: STATES.into_iter().map(filter).collect(),
        lines: found.into_iter().map(line).collect(),
        more,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

pub async fn judge(Posted { who, form }: Posted) -> Response {
    let answer = judged(&who, form.get("comment"), form.get("to")).await;
    who.reader.answer(answer)
}

async fn judged(who: &SignedIn, num: &str, to: &str) -> Result<Response, Fault> {
    who.member.editor()?;
    let num = num.parse::<i64>().map_err(|_| Fault::NotFound)?.to_string();
    let to = CommentState::from_id(to).ok_or(Fault::NotFound)?;
    let db = &who.reader.state.db;
    let done = comment::moderate(db, &who.who(), &num, to, "", who.now).await;
    match outcome(&who.reader.t, done)? {
        None => {
            who.reader.state.wake.events.notify_one();
            Ok(see(&who.reader.t.link("/desk/comments")))
        }
        notice => comments_page(who, StatusCode::CONFLICT, notice).await,
    }
}

#[derive(Template)]
#[template(path = "desk/reports.html")]
struct ReportsPage {
    t: Speech,
    frame: Frame,
    head: Head,
    lines: Vec<ReportLine>,
    more: Option<String>,
}

struct ReportLine {
    num: i64,
    host: String,
    reason: String,
    /// Addresses, and whether they are ours to open.
    objects: Vec<(String, bool)>,
    when: String,
}

pub async fn reports(who: SignedIn) -> Response {
    let answer = reports_page(&who, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

async fn reports_page(
    who: &SignedIn,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let head = Head::of(who, "/desk/reports", notice)?;
    let t = &who.reader.t;
    let before = asked(&who.reader, "before").and_then(|text| text.parse().ok());
    let mut tx = who.reader.state.db.read().await?;
    let before = before.unwrap_or(i64::MAX);
    let found = reports::page(&mut tx, Some("open"), before, LISTED as i64 + 1).await?;
    drop(tx);
    let next = |last: &reports::Report| t.link(&format!("/desk/reports?before={}", last.num));
    let (found, more) = cut(found, next);
    let line = |report: reports::Report| ReportLine {
        num: report.num,
        objects: objects_of(&report.objects)
            .map(|address| {
                let is_ours = who.reader.state.urls.is_ours(&address);
                (address, is_ours)
            })
            .collect(),
        when: t.day(report.at),
        host: report.host,
        reason: report.reason,
    };
    let page = ReportsPage {
        frame: head.frame(who),
        head,
        lines: found.into_iter().map(line).collect(),
        more,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

fn objects_of(list: &str) -> impl Iterator<Item = String> {
    serde_json::from_str::<Vec<String>>(list).unwrap_or_default().into_iter()
}

pub async fn resolve(Posted { who, form }: Posted) -> Response {
    let answer = resolved(&who, form.get("report"), form.get("note")).await;
    who.reader.answer(answer)
}

async fn resolved(who: &SignedIn, num: &str, note: &str) -> Result<Response, Fault> {
    who.member.editor()?;
    let num = num.parse::<i64>().map_err(|_| Fault::NotFound)?;
    let note: String = note.chars().take(2_000).collect();
    let db = &who.reader.state.db;
    let done = report::resolve(db, &who.who(), num, &note, who.now).await;
    match outcome(&who.reader.t, done)? {
        None => Ok(see(&who.reader.t.link("/desk/reports"))),
        notice => reports_page(who, StatusCode::CONFLICT, notice).await,
    }
}
