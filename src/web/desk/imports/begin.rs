//! `/desk/imports`: a file is sent, and those of before are listed.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{HERE, Head, editor, path, told};
use crate::{
    app::imports::{self, Outcome},
    domain::sheet::{MOST_COLUMNS, MOST_ROWS, Sheet, Unread, letters},
    formats::reading::{self, Charset},
    i18n::Speech,
    store::imports::of_account,
    web::{
        error::Fault,
        layout::Frame,
        member::{
            SignedIn,
            form::Form,
            see,
            upload::{File, Uploaded},
        },
    },
};

/// Imports that are listed.
const LISTED: i64 = 50;

#[derive(Template)]
#[template(path = "desk/imports.html")]
struct ImportsPage {
    t: Speech,
    frame: Frame,
    head: Head,
    add: String,
    help: String,
    charsets: Vec<(&'static str, String)>,
    lines: Vec<Line>,
}

struct Line {
    href: String,
    file: String,
    source: String,
    day: String,
    state: String,
    /// What it did, or until when it is kept.
    about: String,
}

pub async fn show(who: SignedIn) -> Response {
    let answer = page(&who, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

/// `GET` of the address that files are sent to: a reload after a new sign-in, or another language.
pub async fn back(who: SignedIn) -> Response {
    let answer = editor(&who).map(|_| see(&who.reader.t.link(HERE)));
    who.reader.answer(answer)
}

async fn page(
    who: &SignedIn,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let editor = editor(who)?;
    let head = Head::of(who, HERE, notice)?;
    let t = &who.reader.t;
    let state = &who.reader.state;
    let mut tx = state.db.read().await?;
    let found = of_account(&mut tx, &editor.member().id, LISTED).await?;
    drop(tx);
    let line = |stored: crate::store::imports::StoredImport| {
        let choices: imports::Choices = serde_json::from_str(&stored.choices).unwrap_or_default();
        let (key, about) = match stored.state.as_str() {
            "open" => ("imports-open", t.say1("imports-until", "date", &t.day(stored.expires_at))),
            "done" => ("imports-done", summary(t, &Outcome::of(&stored))),
            _ => ("imports-undone", summary(t, &Outcome::of(&stored))),
        };
        Line {
            href: t.link(&path(&stored.id)),
            day: t.day(stored.made_at),
            state: t.say(key).into_owned(),
            file: stored.file,
            source: choices.source,
            about,
        }
    };
    let megabytes = (state.config.media.upload_max_bytes / 1_000_000).max(1);
    let (most, rows) = (t.number(megabytes as i64), t.number(MOST_ROWS as i64));
    let charset = |charset: Charset| {
        let label = match charset {
            Charset::Auto => t.say("imports-charset-auto").into_owned(),
            Charset::Utf8 => "UTF-8".into(),
            Charset::Windows1252 => "Windows-1252".into(),
        };
        (charset.id(), label)
    };
    let page = ImportsPage {
        frame: head.frame(who),
        head,
        add: t.link("/desk/imports/add"),
        help: t.say2("imports-file-help", "most", &most, "rows", &rows),
        charsets: Charset::ALL.map(charset).to_vec(),
        lines: found.into_iter().map(line).collect(),
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

/// What an import did, in a line.
pub(super) fn summary(t: &Speech, outcome: &Outcome) -> String {
    let counts = [
        ("imports-count-drafted", outcome.drafted),
        ("imports-count-published", outcome.published),
        ("imports-count-revised", outcome.revised),
        ("imports-count-skipped", outcome.skipped),
        ("imports-count-refused", outcome.refused),
    ];
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> = some.map(|(key, count)| t.count(key, count as i64)).collect();
    told.join(t.comma())
}

pub async fn add(Uploaded { who, form, file }: Uploaded) -> Response {
    let answer = added(&who, &form, file).await;
    who.reader.answer(answer)
}

async fn added(who: &SignedIn, form: &Form, file: File) -> Result<Response, Fault> {
    let editor = editor(who)?;
    let t = &who.reader.t;
    let (status, notice) = match file {
        File::Whole(bytes) => {
            let charset = Charset::from_id(form.get("charset")).unwrap_or_default();
            // Unpacking and reading take a while: not on the threads that answer others.
            let read = tokio::task::spawn_blocking(move || reading::read(&bytes, charset)).await;
            match read.unwrap_or(Err(Unread::Broken)) {
                Ok(sheets) => match kept(who, editor, form.get("file-name"), &sheets).await {
                    Ok(id) => return Ok(see(&t.link(&format!("{}/columns", path(&id))))),
                    Err(no) => (StatusCode::CONFLICT, told(t, no)?),
                },
                Err(unread) => (status_of(&unread), why(t, &unread)),
            }
        }
        File::None => (StatusCode::UNPROCESSABLE_ENTITY, t.say("imports-no-file").into_owned()),
        File::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, t.say("imports-no-size").into_owned()),
    };
    page(who, status, Some(notice)).await
}

async fn kept(
    who: &SignedIn,
    editor: crate::domain::account::Editor<'_>,
    file: &str,
    sheets: &[Sheet],
) -> imports::Result<String> {
    let state = &who.reader.state;
    let desk = crate::app::desk::Desk::of(&state.db, &state.config, &state.urls).await?;
    imports::begin(&desk, editor, (file, sheets), who.now).await
}

fn status_of(unread: &Unread) -> StatusCode {
    match unread {
        Unread::NotASheet | Unread::OldOrLocked => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Unread::Broken | Unread::Empty => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::PAYLOAD_TOO_LARGE,
    }
}

/// Why a file is not read.
fn why(t: &Speech, unread: &Unread) -> String {
    let key = match unread {
        Unread::TooManyRows => {
            return t.say1("imports-no-rows", "most", &t.number(MOST_ROWS as i64));
        }
        Unread::TooManyColumns => {
            return t.say1("imports-no-columns", "most", &t.number(MOST_COLUMNS as i64));
        }
        Unread::LongCell { line, column } => {
            let (row, column) = (line.to_string(), letters(*column));
            return t.say2("imports-no-cell", "row", &row, "column", &column);
        }
        Unread::NotASheet => "imports-no-sheet",
        Unread::OldOrLocked => "imports-no-old",
        Unread::Broken => "imports-no-broken",
        Unread::TooLarge => "imports-no-room",
        Unread::Empty => "imports-no-empty",
    };
    t.say(key).into_owned()
}
