//! `/write/{id}/versions`: every save that is kept, and what changed between any two.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{asked, desk, frame, opened, path, title_of, told};
use crate::{
    app::desk::By,
    domain::{changes::Piece, desk::may_edit},
    i18n::{self, Speech},
    store::manuscripts::{self, draft_of},
    web::{
        error::Fault,
        history::{ChangeView, views},
        layout::Frame,
        member::{SignedIn, form::Form, posted::Posted, see},
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
    csrf: String,
    notice: Option<String>,
    /// The version it is now, which a former one is put after.
    base: i64,
    /// Whether the reader may take a former one up again.
    returns: bool,
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
    let answer = page(&who, &id, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

async fn page(
    who: &SignedIn,
    id: &str,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let (desk, by, opened) = opened(who, id).await?;
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
    let base = opened.manuscript.version;
    let open = may_edit(opened.manuscript.state, by.hand, opened.tie).is_ok();
    let page = VersionsPage {
        frame: frame(&who.reader, &format!("{} · {title}", t.say("versions-title"))),
        path: t.link(&path(id)),
        here: t.link(&format!("{}/versions", path(id))),
        csrf: who.csrf.clone(),
        notice,
        base,
        returns: open && from != base,
        title,
        lines: kept.into_iter().map(line).collect(),
        from,
        to,
        changes,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

/// A former version is taken up again, as the newest.
pub async fn act(Path(id): Path<String>, Posted { who, form }: Posted) -> Response {
    let answer = acted(&who, &id, &form).await;
    who.reader.answer(answer)
}

async fn acted(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    let number = |name: &str| form.get(name).parse::<i64>().map_err(|_| Fault::NotFound);
    let asked = (number("base")?, number("version")?);
    let desk = desk(who).await?;
    match desk.return_to(&By::member(&who.member), id, asked, who.now).await {
        Ok(_) => Ok(see(&who.reader.t.link(&path(id)))),
        Err(no) => {
            let notice = told(&who.reader.t, no)?;
            page(who, id, StatusCode::CONFLICT, Some(notice)).await
        }
    }
}
