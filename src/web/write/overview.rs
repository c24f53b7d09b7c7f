//! `/write/{id}`: how far a manuscript is, what reviewers say, who writes on it, and where it goes next.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use serde_json::Value;

use super::{
    blocks::{flaw_text, path_name},
    desk, frame, opened, path, state_name, title_of, told,
    translate::{self, Choice, TranslationLine},
};
use crate::{
    app::{
        self,
        desk::{By, Desk, No, Opened},
    },
    domain::{
        desk::{Missing, Part, draft::NEEDED, may_edit, translation},
        vocabulary::EditorialState,
    },
    i18n::Speech,
    store::{
        accounts,
        manuscripts::Author,
        reviewing::{self, Note},
    },
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, form::Form, posted::Posted, see},
    },
};

#[derive(Template)]
#[template(path = "write/overview.html")]
pub(super) struct OverviewPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    notice: Option<String>,
    path: String,
    title: String,
    lang: String,
    state: String,
    state_next: String,
    /// Whether its text may be changed now.
    open: bool,
    done: i64,
    needed: i64,
    parts: Vec<PartLine>,
    translations: Vec<TranslationLine>,
    /// What is wrong with them.
    translation_lacks: Vec<String>,
    /// What it could be translated into next.
    languages: Vec<Choice>,
    clashes: Vec<ClashView>,
    notes: Vec<NoteView>,
    authors: Vec<Author>,
    /// Whether others may be let in or out.
    own: bool,
    steps: Vec<StepButton>,
    /// What reviewers said with their last step.
    said: Option<String>,
    scheduled: Option<String>,
    on_desk: bool,
    /// The published case, where it revises one or is published.
    case_href: Option<String>,
}

/// A part of the form, with what it lacks.
struct PartLine {
    href: String,
    label: String,
    lacks: Vec<String>,
}

pub struct ClashView {
    pub id: String,
    pub field: String,
    pub here: String,
    pub other: String,
    pub who: String,
}

pub struct NoteView {
    pub id: String,
    pub field: String,
    pub href: Option<String>,
    pub note: Note,
    pub when: String,
}

pub struct StepButton {
    pub to: &'static str,
    pub label: String,
    pub grave: bool,
}

pub async fn show(who: SignedIn, Path(id): Path<String>) -> Response {
    let answer = page(&who, &id, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

/// The steps as buttons.
pub fn buttons(t: &Speech, steps: Vec<EditorialState>, from: EditorialState) -> Vec<StepButton> {
    let button = |to: EditorialState| StepButton {
        to: to.id(),
        label: match (from, to) {
            (EditorialState::Submitted, EditorialState::InReview) => {
                t.say("step-take").into_owned()
            }
            (_, EditorialState::InReview) => t.say("step-review-again").into_owned(),
            _ => t.term("step", to.id()),
        },
        grave: matches!(to, EditorialState::Withdrawn | EditorialState::Rejected),
    };
    steps.into_iter().map(button).collect()
}

/// The notes on a manuscript as they are shown.
pub fn notes(t: &Speech, found: Vec<Note>, id: &str) -> Vec<NoteView> {
    let view = |note: Note| NoteView {
        id: note.id.clone(),
        field: path_name(t, &note.field),
        href: Part::of(&note.field).map(|part| t.link(&part_path(id, part))),
        when: t.day(note.at),
        note,
    };
    found.into_iter().map(view).collect()
}

/// Where a part is written.
pub fn part_path(id: &str, part: Part) -> String {
    match part {
        Part::Places | Part::Pictures => format!("{}/{}", path(id), part.id()),
        part => format!("{}/part/{}", path(id), part.id()),
    }
}

/// A value as a text that people can compare: a line for each entry of a list.
pub fn readable(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(readable).collect::<Vec<_>>().join("\n"),
        Value::Object(map) => map.values().map(readable).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
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
    let clashes = reviewing::clashes(&mut tx, id).await?;
    let noted = reviewing::notes(&mut tx, id).await?;
    let steps = reviewing::steps(&mut tx, id).await?;
    let mut begun = Vec::new();
    for language in translation::languages(&opened.manuscript.draft) {
        begun.push((language, app::desk::pairs(&mut tx, &opened.manuscript, language).await?));
    }
    let shown = app::desk::published(&mut tx, &opened.manuscript).await;
    drop(tx);
    let manuscript = &opened.manuscript;
    let missing = desk.missing(manuscript);
    let part = |part: Part| PartLine {
        href: t.link(&part_path(id, part)),
        label: t.term("part", part.id()),
        lacks: lacks(t, &missing, |path| Part::of(path) == Some(part)),
    };
    let clash = |clash: reviewing::KeptClash| ClashView {
        field: path_name(t, &clash.path),
        here: manuscript.draft.at(&clash.path).map(readable).unwrap_or_default(),
        other: serde_json::from_str(&clash.other).map(|value| readable(&value)).unwrap_or_default(),
        who: format!("@{}", clash.handle),
        id: clash.id,
    };
    let title = title_of(t, &manuscript.draft.title());
    let own = opened.tie == crate::domain::desk::Tie::Author || by.hand.must_edit().is_ok();
    let page = OverviewPage {
        frame: frame(&who.reader, &title),
        csrf: who.csrf.clone(),
        notice,
        path: t.link(&path(id)),
        lang: manuscript.draft.text("language"),
        state: state_name(t, manuscript.state),
        state_next: t.term("state-next", manuscript.state.id()),
        open: may_edit(manuscript.state, by.hand, opened.tie).is_ok(),
        done: missing.done as i64,
        needed: NEEDED.len() as i64,
        parts: Part::ALL.into_iter().map(part).collect(),
        translations: translate::lines(t, id, begun),
        translation_lacks: lacks(t, &missing, |path| path.starts_with("translations")),
        languages: translate::choices(t, manuscript),
        clashes: clashes.into_iter().map(clash).collect(),
        notes: notes(t, noted, id),
        authors: opened.authors.clone(),
        own,
        steps: buttons(t, own_steps(&desk, &by, &opened), manuscript.state),
        said: said(&steps),
        scheduled: manuscript.scheduled.as_ref().map(|(at, _)| t.day(*at)),
        on_desk: by.hand.must_review().is_ok(),
        case_href: shown
            .map_err(super::fault_of)?
            .map(|stored| t.link(&crate::urls::case_path(&stored.page))),
        title,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

/// What came with the last step, where a reviewer took it.
fn said(steps: &[reviewing::Step]) -> Option<String> {
    let last = steps.last()?;
    let by_reviewer = matches!(&*last.after, "changes-requested" | "approved" | "rejected");
    (by_reviewer && !last.reason.is_empty()).then(|| last.reason.clone())
}

/// The steps an author takes here; those of the desk are on the desk.
fn own_steps(desk: &Desk, by: &By<'_>, opened: &Opened) -> Vec<EditorialState> {
    let from = opened.manuscript.state;
    let here = |to: &EditorialState| {
        use EditorialState::{Draft, Published, Submitted, Withdrawn};
        matches!(to, Submitted | Draft) || (*to == Withdrawn && from != Published)
    };
    desk.steps_open(by.hand, opened).into_iter().filter(here).collect()
}

/// What fields lack that are `asked` for, each with its field.
fn lacks(t: &Speech, missing: &Missing, asked: impl Fn(&str) -> bool) -> Vec<String> {
    let of_part = missing.refused.iter().chain(&missing.wanted).filter(|error| asked(&error.path));
    let mut texts = Vec::new();
    for error in of_part {
        let text = format!("{}: {}", path_name(t, &error.path), flaw_text(t, error));
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

pub async fn act(
    Path(id): Path<String>,
    Posted { who, form }: Posted<{ super::LONG }>,
) -> Response {
    let answer = acted(&who, &id, &form).await;
    who.reader.answer(answer)
}

async fn acted(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let done = match form.get("do") {
        "step" => match EditorialState::from_id(form.get("to")) {
            Some(to) => desk.step(&by, id, to, (None, form.get("reason")), who.now).await.map(drop),
            None => Err(No::NotFound),
        },
        "choose" => {
            let other = form.get("take") == "other";
            desk.choose(&by, id, form.get("clash"), other, who.now).await.map(drop)
        }
        "answer" => desk.answer(&by, id, (form.get("note"), form.get("text")), who.now).await,
        "let-in" => return let_in(who, &desk, &by, id, form.get("handle")).await,
        "let-out" => desk.remove_author(&by, id, form.get("account"), who.now).await,
        _ => Err(No::NotFound),
    };
    match done {
        Ok(()) => {
            who.reader.state.wake.events.notify_one();
            Ok(see(&t.link(&path(id))))
        }
        Err(no) => page(who, id, StatusCode::CONFLICT, Some(told(t, no)?)).await,
    }
}

/// Another author, by their handle here.
async fn let_in(
    who: &SignedIn,
    desk: &Desk,
    by: &By<'_>,
    id: &str,
    handle: &str,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    // Before anybody is looked up: handles are not for strangers to try.
    desk.open(by, id).await.map_err(super::fault_of)?;
    let handle = handle.trim().trim_start_matches('@');
    let handle = handle.split('@').next().unwrap_or_default();
    let mut tx = who.reader.state.db.read().await?;
    let found = accounts::by_handle(&mut tx, handle).await?;
    drop(tx);
    let found = found.filter(|found| found.state == accounts::AccountState::Active);
    let Some(found) = found else {
        let notice = t.say("write-no-such-person").into_owned();
        return page(who, id, StatusCode::UNPROCESSABLE_ENTITY, Some(notice)).await;
    };
    let author = Author { account: found.id, handle: found.handle, name: found.name };
    match desk.add_author(by, id, &author, who.now).await {
        Ok(_) => Ok(see(&t.link(&format!("{}#authors", path(id))))),
        Err(no) => page(who, id, StatusCode::CONFLICT, Some(told(t, no)?)).await,
    }
}
