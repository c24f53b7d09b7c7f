//! `/write/{id}/versions`: every save that is kept, and what changed between any two.

use askama::Template;
use axum::{extract::Path, response::Response};

use super::{asked, desk, fault_of, frame, path, title_of};
use crate::{
    app::desk::By,
    domain::changes::Piece,
    i18n::{self, Speech},
    store::manuscripts::{self, draft_of},
    web::{
        error::Fault,
        history::{ChangeView, views},
        layout::Frame,
        member::SignedIn,
    },
};

/// Versions of a list.
const LISTED: i64 = 200;

#[derive(Template)]
#[template(path = "write/versions.html")]
struct VersionsPage {
    t: Speech,
    frame: Frame,
    path: String,
    here: String,
    title: String,
    lines: Vec<Line>,
    from: i64,
    to: i64,
    /// None where one of the two is no complete case: then there is nothing to compare.
    changes: Option<Vec<ChangeView>>,
}

struct Line {
    version: i64,
    iso: String,
    day: String,
    who: String,
}

pub async fn show(who: SignedIn, Path(id): Path<String>) -> Response {
    let answer = page(&who, &id).await;
    who.reader.answer(answer)
}

async fn page(who: &SignedIn, id: &str) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let opened = desk.open(&by, id).await.map_err(fault_of)?;
    let mut tx = who.reader.state.db.read().await?;
    let kept = manuscripts::versions(&mut tx, id, LISTED).await?;
    let number = |key: &str| asked(&who.reader, key).and_then(|text| text.parse::<i64>().ok());
    let to = number("to").unwrap_or(opened.manuscript.version);
    let before = kept.iter().find(|one| one.version < to).map_or(1, |one| one.version);
    let from = number("from").unwrap_or(before);
    let mut cases = Vec::new();
    for version in [from, to] {
        let found = manuscripts::version(&mut tx, id, version).await?.ok_or(Fault::NotFound)?;
        let draft = draft_of(&found.draft, id)?;
        cases.push(desk.as_case(&opened.manuscript, &draft).ok());
    }
    drop(tx);
    let changes = match cases.as_slice() {
        [Some(before), Some(after)] => Some(views(t, before, after)),
        _ => None,
    };
    let title = title_of(t, &opened.manuscript.draft.title());
    let line = |one: manuscripts::Version| Line {
        version: one.version,
        iso: i18n::iso_day(one.at),
        day: t.day(one.at),
        who: format!("@{}", one.handle),
    };
    who.reader.page(&VersionsPage {
        frame: frame(&who.reader, &format!("{} · {title}", t.say("versions-title"))),
        path: t.link(&path(id)),
        here: t.link(&format!("{}/versions", path(id))),
        title,
        lines: kept.into_iter().map(line).collect(),
        from,
        to,
        changes,
        t: t.clone(),
    })
}
