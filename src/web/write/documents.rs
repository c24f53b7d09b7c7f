//! The documents of a case, beside its pictures: sent, given titles, taken out.

use axum::{extract::Path, http::StatusCode, response::Response};

use super::{desk, overview::part_path, path, pictures, told};
use crate::{
    app::{
        desk::{By, No},
        documents::{self, NotAdded, Sent},
    },
    domain::{
        case_study::bounds,
        desk::{Draft, Part, documents::title_of},
    },
    i18n::Speech,
    media::Unsound,
    store::{Tx, documents as rows},
    web::{
        documents::size_of,
        error::Fault,
        member::{
            SignedIn,
            form::Form,
            posted::Posted,
            see,
            upload::{File, Uploaded, UploadedDocument},
        },
    },
};

/// The part of the page about documents.
pub struct Section {
    pub lines: Vec<Line>,
    /// Where titles are changed, and where a new one is sent.
    pub here: String,
    pub add: String,
    /// Whether there is room for another one.
    pub room: bool,
    pub limits: String,
    pub title: String,
    pub flaw: Option<String>,
    /// Most characters of a title.
    pub most: usize,
}

/// A document of the draft.
pub struct Line {
    pub row: usize,
    pub url: String,
    pub label: String,
    pub title: String,
    /// Of which kind and how large; None for one that is no longer kept.
    pub size: Option<String>,
    pub flaw: Option<String>,
}

/// What was sent and not kept.
#[derive(Default)]
pub struct Typed {
    /// Address of the document it was about; None for a new one.
    pub url: Option<String>,
    pub title: String,
    /// The code of what is wrong with the title.
    pub flaw: Option<&'static str>,
}

/// # Errors
/// When the database does not answer.
pub async fn section(
    tx: &mut Tx,
    who: &SignedIn,
    id: &str,
    draft: &Draft,
    typed: Typed,
) -> Result<Section, Fault> {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let flaw = typed.flaw.map(|code| flaw_text(t, code));
    let own = documents::of_draft(&state.urls, draft);
    let ids: Vec<&str> = own.iter().map(|(_, id)| id.as_str()).collect();
    let kept = rows::sizes(tx, &ids).await?;
    let mut lines = Vec::new();
    for (row, document) in own {
        let url = draft.text(&format!("links.{row}.url"));
        let label = draft.text(&format!("links.{row}.label"));
        let about = typed.url.as_ref() == Some(&url);
        let size = kept.get(&document).map(|(bytes, _)| size_of(t, *bytes));
        lines.push(Line {
            title: if about { typed.title.clone() } else { label.clone() },
            flaw: if about { flaw.clone() } else { None },
            row,
            url,
            label,
            size,
        });
    }
    let megabytes = (state.config.media.document_bytes / 1_000_000).max(1);
    let new = typed.url.is_none();
    Ok(Section {
        lines,
        here: t.link(&format!("{}/documents", path(id))),
        add: t.link(&format!("{}/documents/add", path(id))),
        room: documents::has_room(&state.urls, draft),
        limits: t.say1("document-file-help", "most", &t.number(megabytes as i64)),
        title: if new { typed.title } else { String::new() },
        flaw: if new { flaw } else { None },
        most: bounds::LINK_LABEL.max,
    })
}

fn flaw_text(t: &Speech, code: &str) -> String {
    let key = if code == "missing" { "document-no-title" } else { "document-long-title" };
    t.say(key).into_owned()
}

fn saved(t: &Speech, id: &str) -> Response {
    see(&t.link(&format!("{}?saved=1#documents", part_path(id, Part::Pictures))))
}

pub async fn act(Path(id): Path<String>, Posted { who, form }: Posted) -> Response {
    let answer = acted(&who, &id, &form).await;
    who.reader.answer(answer)
}

async fn acted(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let base = form.get("base").parse::<i64>().unwrap_or(0);
    let (url, typed) = (form.get("file"), form.get("title"));
    let again = |notice, flaw| {
        let typed = Typed { url: Some(url.to_owned()), title: typed.to_owned(), flaw };
        pictures::Typed::of_document(notice, Some(base), typed)
    };
    let done = match form.get("do") {
        "retitle" => match title_of(typed) {
            Ok(title) => documents::retitle(&desk, (&by, id), (url, &title), base, who.now).await,
            Err(code) => {
                let again = again(flaw_text(t, code), Some(code));
                return pictures::page(who, id, StatusCode::UNPROCESSABLE_ENTITY, again).await;
            }
        },
        "remove" => documents::remove(&desk, (&by, id), url, base, who.now).await,
        _ => return Ok(see(&t.link(&part_path(id, Part::Pictures)))),
    };
    match done {
        Ok(saved) if saved.clashes > 0 => Ok(see(&t.link(&format!("{}#clashes", path(id))))),
        Ok(_) => Ok(saved(t, id)),
        Err(No::NotFound) => Err(Fault::NotFound),
        Err(no) => {
            let again = again(told(t, no)?, None);
            pictures::page(who, id, StatusCode::CONFLICT, again).await
        }
    }
}

pub async fn add(Path(id): Path<String>, UploadedDocument(sent): UploadedDocument) -> Response {
    let Uploaded { who, form, file } = sent;
    let answer = added(&who, &id, &form, file).await;
    who.reader.answer(answer)
}

async fn added(who: &SignedIn, id: &str, form: &Form, file: File) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let state = &who.reader.state;
    let title = form.get("title");
    let (status, key) = match file {
        File::Whole(bytes) => {
            let most = state.config.media.uploads_per_account_per_day;
            let sent = Sent { title, file_name: form.get("file-name"), bytes };
            match documents::add(&desk, &state.vault, (&by, id), sent, most, who.now).await {
                Ok(_) => return Ok(saved(t, id)),
                Err(no) => refusal(no)?,
            }
        }
        File::None => (StatusCode::UNPROCESSABLE_ENTITY, "document-none"),
        File::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "document-too-large"),
    };
    let typed = Typed { url: None, title: title.to_owned(), flaw: title_of(title).err() };
    let typed = pictures::Typed::of_document(t.say(key).into_owned(), None, typed);
    pictures::page(who, id, status, typed).await
}

/// What the person reads about a document that was not taken.
fn refusal(no: NotAdded) -> Result<(StatusCode, &'static str), Fault> {
    Ok(match no {
        NotAdded::Title(_) => (StatusCode::UNPROCESSABLE_ENTITY, "document-title-wrong"),
        NotAdded::File(Unsound::NotPdf) => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "document-not-one"),
        NotAdded::File(Unsound::CutOff) => (StatusCode::UNPROCESSABLE_ENTITY, "document-broken"),
        NotAdded::File(Unsound::Locked) => (StatusCode::UNPROCESSABLE_ENTITY, "document-locked"),
        NotAdded::Full | NotAdded::Desk(No::Unkept(_)) => (StatusCode::CONFLICT, "document-full"),
        NotAdded::TooMany => (StatusCode::TOO_MANY_REQUESTS, "document-too-often"),
        NotAdded::Desk(No::Objection(_)) => (StatusCode::CONFLICT, "write-closed"),
        NotAdded::Desk(no) => return Err(super::fault_of(no)),
        NotAdded::Vault(error) => {
            tracing::error!(%error, "a document could not be kept");
            (StatusCode::SERVICE_UNAVAILABLE, "document-not-kept")
        }
    })
}
