//! `/desk/published`: one case of ours that the public reads; taken back, taken up, or as it was.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use url::form_urlencoded::byte_serialize;

use super::{LISTED, reviewer};
use crate::{
    app::{
        desk::{By, No},
        feature,
    },
    i18n::{self, Speech},
    store::{cases, cases::StoredCase, manuscripts, revisions},
    urls,
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, form::Form, posted::Posted, see},
        write::{self, asked, told},
    },
};

#[derive(Template)]
#[template(path = "desk/published.html")]
struct PublishedPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    notice: Option<String>,
    here: String,
    case_href: String,
    key: String,
    title: String,
    lang: &'static str,
    /// Its manuscript, where it was written here.
    manuscript: Option<String>,
    /// Newest first.
    revisions: Vec<RevisionLine>,
    /// Whether the reader may decide.
    decides: bool,
}

struct RevisionLine {
    number: i64,
    iso: String,
    day: String,
    href: String,
    newest: bool,
}

/// Where the desk has a published case of ours.
pub fn path(key: &str) -> String {
    let key: String = byte_serialize(key.as_bytes()).collect();
    format!("/desk/published?case={key}")
}

pub async fn show(who: SignedIn) -> Response {
    let key = asked(&who.reader, "case").unwrap_or_default();
    let answer = page(&who, &key, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

async fn page(
    who: &SignedIn,
    key: &str,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    reviewer(who)?;
    let t = &who.reader.t;
    let mut tx = who.reader.state.db.read().await?;
    let stored = shown(&mut tx, key).await?;
    let kept = revisions::page(&mut tx, stored.num, i64::MAX, LISTED as i64).await?;
    let manuscript = manuscripts::published_of_case(&mut tx, &stored.case.id).await?;
    drop(tx);
    let mut lines = Vec::with_capacity(kept.len());
    for revision in kept {
        // What the public never read is not theirs to read now.
        if revision.public()?.is_none() {
            continue;
        }
        lines.push(RevisionLine {
            number: revision.revision,
            iso: i18n::iso_day(revision.updated_at),
            day: t.day(revision.updated_at),
            href: t.link(&urls::case_revision_path(&stored.page, revision.revision)),
            newest: revision.revision == stored.revision,
        });
    }
    let page = PublishedPage {
        frame: write::frame(&who.reader, &stored.case.title),
        csrf: who.csrf.clone(),
        notice,
        here: t.link("/desk/published"),
        case_href: t.link(&urls::case_path(&stored.page)),
        lang: stored.case.language.id(),
        manuscript: manuscript.map(|id| t.link(&format!("/desk/case/{id}"))),
        revisions: lines,
        decides: who.member.editor().is_ok(),
        key: stored.case.id,
        title: stored.case.title,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

/// A case of ours that the public reads.
async fn shown(tx: &mut crate::store::Tx, key: &str) -> Result<StoredCase, Fault> {
    let found = cases::by_key(tx, key).await?;
    found.filter(|case| case.local && case.is_shown()).ok_or(Fault::NotFound)
}

pub async fn act(Posted { who, form }: Posted) -> Response {
    let answer = acted(&who, &form).await;
    who.reader.answer(answer)
}

async fn acted(who: &SignedIn, form: &Form) -> Result<Response, Fault> {
    let editor = who.member.editor()?;
    let desk = write::desk(who).await?;
    let (by, now, key) = (By::member(editor.member()), who.now, form.get("case"));
    let mut tx = who.reader.state.db.read().await?;
    let stored = shown(&mut tx, key).await?;
    drop(tx);
    let done: Result<(), No> = match form.get("do") {
        "withdraw" => desk.withdraw_case(&by, key, form.get("reason"), now).await,
        "restore" => match form.get("revision").parse() {
            Ok(revision) => desk.restore(&by, key, revision, now).await.map(drop),
            Err(_) => Err(No::NotFound),
        },
        what @ ("feature" | "unfeature") => {
            let first = what == "feature";
            let set = feature::set(&who.reader.state.db, &who.who(), key, first, now).await;
            set.map(drop).map_err(No::from)
        }
        _ => Err(No::NotFound),
    };
    match done {
        Ok(()) => {
            who.reader.state.wake.events.notify_one();
            Ok(see(&who.reader.t.link(&urls::case_path(&stored.page))))
        }
        Err(no) => {
            let notice = told(&who.reader.t, no)?;
            page(who, key, StatusCode::CONFLICT, Some(notice)).await
        }
    }
}
