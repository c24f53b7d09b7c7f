//! `/desk`: what waits, the oldest first; and `/desk/old`: published cases nobody looked at for long.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{Head, LISTED, cut, reviewer};
use crate::{
    app::desk::By,
    domain::vocabulary::EditorialState,
    i18n::Speech,
    store::{
        cases,
        manuscripts::{self, Asked},
    },
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
        write::{self, asked, state_name, title_of, told},
    },
};

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    t: Speech,
    frame: Frame,
    head: Head,
    filters: Vec<Filter>,
    whose: Vec<Filter>,
    lines: Vec<Line>,
    more: Option<String>,
}

struct Filter {
    href: String,
    label: String,
    count: Option<i64>,
    here: bool,
}

struct Line {
    href: String,
    title: String,
    lang: String,
    state: String,
    since: String,
    by: String,
    reviewer: Option<String>,
    revises: bool,
    at: Option<String>,
}

/// States that have something for the desk to do, in the order of the work.
const STATES: [EditorialState; 8] = [
    EditorialState::Submitted,
    EditorialState::InReview,
    EditorialState::ChangesRequested,
    EditorialState::Approved,
    EditorialState::Draft,
    EditorialState::Published,
    EditorialState::Rejected,
    EditorialState::Withdrawn,
];

pub async fn show(who: SignedIn) -> Response {
    let answer = queue(&who).await;
    who.reader.answer(answer)
}

async fn queue(who: &SignedIn) -> Result<Response, Fault> {
    let head = Head::of(who, "/desk", None)?;
    let t = &who.reader.t;
    let state = asked(&who.reader, "state").and_then(|id| EditorialState::from_id(&id));
    let state = state.unwrap_or(EditorialState::Submitted);
    let whose = asked(&who.reader, "whose").unwrap_or_default();
    let after = asked(&who.reader, "after").unwrap_or_default();
    let (since, id) = after.split_once('-').unwrap_or(("0", ""));
    let wanted = Asked {
        state: Some(state),
        reviewer: (whose == "mine").then_some(who.member.id.as_str()),
        untaken: whose == "nobody",
        author: None,
    };
    let mut tx = who.reader.state.db.read().await?;
    let since = since.parse().unwrap_or(0);
    let found = manuscripts::list(&mut tx, &wanted, (since, id), LISTED as i64 + 1).await?;
    let counts = manuscripts::counts(&mut tx).await?;
    drop(tx);
    let address = |state: EditorialState, whose: &str| {
        t.link(&match whose {
            "" => format!("/desk?state={}", state.id()),
            whose => format!("/desk?state={}&whose={whose}", state.id()),
        })
    };
    let filter = |each: EditorialState| Filter {
        href: address(each, &whose),
        label: state_name(t, each),
        count: Some(counts.iter().find(|(id, _)| id == each.id()).map_or(0, |(_, n)| *n)),
        here: each == state,
    };
    let by = |id: &str, key: &str| Filter {
        href: address(state, id),
        label: t.say(key).into_owned(),
        count: None,
        here: whose == id,
    };
    let (found, more) = cut(found, |last: &manuscripts::Line| {
        format!("{}&after={}-{}", address(state, &whose), last.state_at, last.id)
    });
    who.reader.page(&QueuePage {
        frame: head.frame(who),
        head,
        filters: STATES.into_iter().map(filter).collect(),
        whose: vec![by("", "desk-all"), by("mine", "desk-mine"), by("nobody", "desk-nobodys")],
        more,
        lines: found.into_iter().map(|line| line_of(t, line)).collect(),
        t: t.clone(),
    })
}

fn line_of(t: &Speech, line: manuscripts::Line) -> Line {
    let state = EditorialState::from_id(&line.state).unwrap_or(EditorialState::Draft);
    Line {
        href: t.link(&format!("/desk/case/{}", line.id)),
        title: title_of(t, &line.title),
        lang: line.language,
        state: state_name(t, state),
        since: t.day(line.state_at),
        by: format!("@{}", line.made_by),
        reviewer: line.reviewer_handle.map(|handle| format!("@{handle}")),
        revises: line.case_key.is_some(),
        at: line.publish_at.map(|at| t.say1("desk-scheduled", "date", &t.day(at))),
    }
}

#[derive(Template)]
#[template(path = "desk/old.html")]
struct OldPage {
    t: Speech,
    frame: Frame,
    head: Head,
    lines: Vec<OldLine>,
}

struct OldLine {
    key: String,
    href: String,
    title: String,
    lang: &'static str,
    since: String,
}

pub async fn old(who: SignedIn) -> Response {
    let answer = old_page(&who, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

async fn old_page(
    who: &SignedIn,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let head = Head::of(who, "/desk/old", notice)?;
    let t = &who.reader.t;
    let desk = write::desk(who).await?;
    let stale = desk.stale(who.now, LISTED as i64).await.map_err(write::fault_of)?;
    let mut lines = Vec::with_capacity(stale.len());
    let mut tx = who.reader.state.db.read().await?;
    for stale in stale {
        // The list has titles as they are sorted; people read them as they were written.
        let Some(stored) = cases::by_key(&mut tx, &stale.key).await? else { continue };
        lines.push(OldLine {
            href: t.link(&super::published_path(&stale.key)),
            since: t.day(stale.updated_at),
            title: stored.case.title,
            lang: stored.case.language.id(),
            key: stale.key,
        });
    }
    drop(tx);
    let page = OldPage { frame: head.frame(who), head, lines, t: t.clone() };
    who.reader.respond(status, &page)
}

/// Somebody looked at a case: it is still right, or a new revision of it is begun.
pub async fn old_act(Posted { who, form }: Posted) -> Response {
    let answer = looked_at(&who, form.get("case")).await;
    who.reader.answer(answer)
}

async fn looked_at(who: &SignedIn, key: &str) -> Result<Response, Fault> {
    reviewer(who)?;
    let desk = write::desk(who).await?;
    match desk.still_right(&By::member(&who.member), key, who.now).await {
        Ok(_) => {
            who.reader.state.wake.events.notify_one();
            Ok(see(&who.reader.t.link("/desk/old")))
        }
        Err(no) => {
            let notice = told(&who.reader.t, no)?;
            old_page(who, StatusCode::CONFLICT, Some(notice)).await
        }
    }
}
