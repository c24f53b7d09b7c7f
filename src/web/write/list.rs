//! `GET` and `POST /write`: one's own cases, and a new one.

use askama::Template;
use axum::response::Response;
use serde_json::json;

use super::{desk, fault_of, frame, path, title_of, told};
use crate::{
    app::desk::No,
    domain::{
        desk::{Draft, draft::NEEDED},
        vocabulary::{EditorialState, Language, Licence},
    },
    i18n::Speech,
    store::manuscripts,
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
    },
};

/// More than anybody looks through.
const MOST: i64 = 300;

#[derive(Template)]
#[template(path = "write/list.html")]
struct ListPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    lines: Vec<Line>,
    notice: Option<String>,
}

struct Line {
    href: String,
    title: String,
    lang: String,
    state: String,
    /// What comes next, in words.
    next: String,
    changed: String,
    revises: bool,
}

pub async fn show(who: SignedIn) -> Response {
    let answer = page(&who, None).await;
    who.reader.answer(answer)
}

async fn page(who: &SignedIn, notice: Option<String>) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let mut tx = who.reader.state.db.read().await?;
    let found = manuscripts::of_author(&mut tx, &who.member.id, MOST).await?;
    drop(tx);
    let line = |line: manuscripts::Line| {
        let state = EditorialState::from_id(&line.state).unwrap_or(EditorialState::Draft);
        Line {
            href: t.link(&path(&line.id)),
            title: title_of(t, &line.title),
            state: super::state_name(t, state),
            next: match state {
                EditorialState::Draft | EditorialState::ChangesRequested if line.lacking > 0 => {
                    let needed = NEEDED.len() as i64;
                    t.say2("write-progress", "done", line.done, "needed", needed)
                }
                _ => t.term("state-next", state.id()),
            },
            changed: t.day(line.changed_at),
            revises: line.case_key.is_some() && state != EditorialState::Published,
            lang: line.language,
        }
    };
    let heading = t.say("write-title").into_owned();
    who.reader.page(&ListPage {
        frame: frame(&who.reader, &heading),
        csrf: who.csrf.clone(),
        lines: found.into_iter().map(line).collect(),
        notice,
        t: t.clone(),
    })
}

/// A new case, or with `case` the next revision of a published one.
pub async fn begin(Posted { who, form }: Posted) -> Response {
    let answer = begun(&who, form.get("case")).await;
    who.reader.answer(answer)
}

async fn begun(who: &SignedIn, case: &str) -> Result<Response, Fault> {
    let desk = desk(who).await?;
    let made = match case {
        "" => {
            let language = Language::ALL.iter().find(|language| {
                crate::i18n::Locale::from_tag(language.id()) == Some(who.reader.t.locale)
            });
            let draft = Draft::read(&json!({
                "language": language.map(|language| language.id()),
                "licence": Licence::CcBy.id(),
            }));
            desk.begin(&who.member, draft.unwrap_or_default(), who.now).await
        }
        key => desk.revise(&who.member, key, who.now).await,
    };
    let t = &who.reader.t;
    match made {
        Ok(begun) => Ok(see(&t.link(&path(&begun.id)))),
        Err(No::Open(id)) => Ok(see(&t.link(&path(&id)))),
        Err(No::NotFound) => Err(fault_of(No::NotFound)),
        Err(no) => page(who, Some(told(t, no)?)).await,
    }
}
