//! `/desk/imports`: cases are brought in from spreadsheets.

mod begin;
mod columns;
mod done;
mod files;
mod preview;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path},
    http::StatusCode,
    response::Response,
    routing::get,
};

use super::Head;
use crate::{
    app::{
        desk::Desk,
        imports::{self, No, Opened, field_key},
    },
    domain::{
        account::Editor,
        sheet::{Flaw, Sheet, letters},
        text::{clean_line, shorten},
    },
    i18n::Speech,
    state::State,
    web::{
        error::Fault,
        member::{SignedIn, posted::Posted, see},
        write,
    },
};

/// Where it begins.
const HERE: &str = "/desk/imports";

pub fn routes() -> Router<State> {
    Router::new()
        .route("/desk/imports", get(begin::show))
        .route("/desk/imports/add", get(begin::back).post(begin::add))
        .route("/desk/imports/template.csv", get(files::template_csv))
        .route("/desk/imports/template.xlsx", get(files::template_xlsx))
        .route("/desk/imports/{id}", get(show).post(act))
        .route("/desk/imports/{id}/columns", get(columns::show).post(columns::save))
        .route("/desk/imports/{id}/errors.csv", get(files::errors))
        // The extractors of forms bound them themselves.
        .layer(DefaultBodyLimit::disable())
}

/// Path of an import.
fn path(id: &str) -> String {
    format!("{HERE}/{id}")
}

fn editor(who: &SignedIn) -> Result<Editor<'_>, Fault> {
    Ok(who.member.editor()?)
}

/// The import of who asks, with the desk.
async fn opened(who: &SignedIn, id: &str) -> Result<(Desk, Opened), Fault> {
    let editor = editor(who)?;
    let desk = write::desk(who).await?;
    let opened = imports::open(&desk, editor, id).await.map_err(fault_of)?;
    Ok((desk, opened))
}

/// What no page can mend.
fn fault_of(no: No) -> Fault {
    match no {
        No::Desk(no) => write::fault_of(no),
        _ => Fault::NotFound,
    }
}

/// Why it does not go on, as the person reads it.
fn told(t: &Speech, no: No) -> Result<String, Fault> {
    let key = match no {
        No::NotFound => return Err(Fault::NotFound),
        No::Desk(no) => return write::told(t, no),
        No::Twice(field) => {
            return Ok(t.say1("imports-no-twice", "field", &*t.say(&field_key(field))));
        }
        No::Edited(title) => return Ok(t.say1("imports-no-edited", "title", &title)),
        No::TooMany => "imports-no-more",
        No::Done => "imports-no-done",
        No::Moved => "imports-no-moved",
        No::Flawed => "imports-no-flawed",
        No::Nothing => "imports-nothing-to-take",
        No::NoTitle => "imports-no-title",
    };
    Ok(t.say(key).into_owned())
}

/// What is wrong, and in which cell.
fn flaw_line(t: &Speech, sheet: &Sheet, line: u64, flaw: &Flaw) -> String {
    let row = line.to_string();
    let place = match (flaw.column, flaw.field) {
        (Some(column), _) => {
            let name = shorten(&clean_line(sheet.header(column)), 40);
            let column = letters(column);
            t.say3(
                "imports-place",
                ("row", row.as_str()),
                ("column", column.as_str()),
                ("name", name.as_str()),
            )
        }
        (None, Some(field)) => {
            let field = t.say(&field_key(field)).into_owned();
            t.say2("imports-place-none", "row", &row, "field", &field)
        }
        (None, None) => t.say1("imports-choice-of", "row", &row),
    };
    let what = what(t, flaw);
    match flaw.found.is_empty() {
        true => format!("{place}: {what}"),
        false => format!("{place}: {what} – {}", t.say1("imports-found", "text", &flaw.found)),
    }
}

/// What is wrong, in words.
fn what(t: &Speech, flaw: &Flaw) -> String {
    t.known_term("lack", &flaw.code).unwrap_or_else(|| t.say("lack-other").into_owned())
}

/// The page of an import: its columns until somebody has looked at them, then the preview, in the end
/// what it did.
async fn show(who: SignedIn, Path(id): Path<String>) -> Response {
    let answer = page(&who, &id, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

async fn page(
    who: &SignedIn,
    id: &str,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let (desk, opened) = opened(who, id).await?;
    match (opened.is_open(), opened.choices.mapped) {
        (false, _) => done::page(who, &desk, &opened, status, notice).await,
        (true, true) => preview::page(who, &desk, &opened, status, notice).await,
        (true, false) => Ok(see(&who.reader.t.link(&format!("{}/columns", path(id))))),
    }
}

async fn act(Path(id): Path<String>, Posted { who, form }: Posted<{ write::LONG }>) -> Response {
    let answer = match form.get("do") {
        "choose" => preview::chosen(&who, &id, &form).await,
        "confirm" => preview::confirmed(&who, &id, &form).await,
        "discard" => preview::discarded(&who, &id).await,
        "undo" => done::undone(&who, &id, &form).await,
        _ => Err(Fault::NotFound),
    };
    who.reader.answer(answer)
}

/// Back to the page, or the page with the reason.
async fn answered(who: &SignedIn, id: &str, done: imports::Result<()>) -> Result<Response, Fault> {
    let t = &who.reader.t;
    match done {
        Ok(()) => Ok(see(&t.link(&path(id)))),
        Err(no) => {
            let notice = told(t, no)?;
            page(who, id, StatusCode::CONFLICT, Some(notice)).await
        }
    }
}
