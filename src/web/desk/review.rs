//! `/desk/case/{id}`: a manuscript with its notes, what it changes, and where it goes next.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use chrono::NaiveDateTime;

use crate::{
    app::{
        desk::{By, No},
        feature,
    },
    domain::{
        case_study::{CaseStudy, dates},
        changes::{self, Field, Piece},
        text::{Html, Markdown},
        vocabulary::EditorialState,
    },
    html,
    i18n::Speech,
    store::{
        manuscripts::Author,
        reviewing::{self, Note, Reviewing},
    },
    urls,
    web::{
        error::Fault,
        history::{self, ChangeView},
        layout::Frame,
        member::{SignedIn, form::Form, posted::Posted, see},
        write::{self, StepButton, buttons, flaw_text, path_name, state_name, told},
    },
};

#[derive(Template)]
#[template(path = "desk/review.html")]
struct ReviewPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    notice: Option<String>,
    here: String,
    path: String,
    title: String,
    lang: String,
    state: String,
    state_next: String,
    version: i64,
    authors: Vec<Author>,
    reviewer: Option<String>,
    is_mine: bool,
    /// Whom an editor may give it to.
    reviewers: Vec<Reviewing>,
    lacks: Vec<String>,
    fields: Vec<FieldView>,
    /// About the whole, or about what the text no longer has.
    notes: Vec<NoteView>,
    /// What changes in the published case; None for a new one.
    changes: Option<Vec<ChangeView>>,
    case_href: Option<String>,
    case_key: Option<String>,
    steps: Vec<StepButton>,
    may_schedule: bool,
    is_published: bool,
    scheduled: Option<String>,
    log: Vec<LogLine>,
}

struct FieldView {
    path: String,
    heading: String,
    lang: Option<&'static str>,
    dir: &'static str,
    text: Shown,
    notes: Vec<NoteView>,
}

enum Shown {
    Text(String),
    Formatted(Html),
}

struct NoteView {
    note: Note,
    field: String,
    when: String,
}

struct LogLine {
    what: String,
    who: String,
    reason: String,
    when: String,
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
    super::reviewer(who)?;
    let t = &who.reader.t;
    let (desk, by, opened) = write::opened(who, id).await?;
    let manuscript = &opened.manuscript;
    let mut tx = who.reader.state.db.read().await?;
    let noted = reviewing::notes(&mut tx, id).await?;
    let log = reviewing::steps(&mut tx, id).await?;
    let published = crate::app::desk::published(&mut tx, manuscript).await;
    drop(tx);
    let published = published.map_err(write::fault_of)?;
    let case = desk.finished(manuscript).ok();
    let mut notes: Vec<NoteView> = noted.into_iter().map(|note| note_view(t, note)).collect();
    let fields = case.as_ref().map(|case| fields(t, case, &mut notes)).unwrap_or_default();
    let missing = desk.missing(manuscript);
    let lacks = missing.refused.iter().chain(&missing.wanted);
    let title = write::title_of(t, &manuscript.draft.title());
    let editor = by.hand.must_edit().is_ok();
    let holder = manuscript.reviewer.as_ref().map(|(account, _)| account.as_str());
    let mut reviewers = Vec::new();
    if editor && !manuscript.past {
        reviewers = desk.reviewers().await.map_err(write::fault_of)?;
        // Oneself has a button of one's own.
        let known = [Some(who.member.id.as_str()), holder];
        reviewers.retain(|one| !known.contains(&Some(one.account.as_str())));
        let wrote = |one: &Reviewing| opened.authors.iter().any(|a| a.account == one.account);
        reviewers.retain(|one| desk.own_cases || !wrote(one));
    }
    let is_published = manuscript.state == EditorialState::Published && !manuscript.past;
    let page = ReviewPage {
        frame: write::frame(&who.reader, &title),
        csrf: who.csrf.clone(),
        notice,
        here: t.link(&format!("/desk/case/{id}")),
        path: t.link(&write::path(id)),
        lang: manuscript.draft.text("language"),
        state: state_name(t, manuscript.state),
        state_next: t.term("state-next", manuscript.state.id()),
        version: manuscript.version,
        authors: opened.authors.clone(),
        reviewer: manuscript.reviewer.as_ref().map(|(_, handle)| format!("@{handle}")),
        reviewers,
        is_mine: manuscript.reviewer.as_ref().is_some_and(|(id, _)| *id == who.member.id),
        lacks: lacks
            .map(|error| format!("{}: {}", path_name(t, &error.path), flaw_text(t, error)))
            .collect(),
        fields,
        notes,
        changes: match (&published, &case) {
            (Some(stored), Some(case)) => Some(history::views(t, &stored.case, case)),
            _ => None,
        },
        case_href: published.as_ref().map(|stored| t.link(&urls::case_path(&stored.page))),
        case_key: manuscript.case_key.clone(),
        steps: buttons(t, desk.steps_open(by.hand, &opened), manuscript.state),
        may_schedule: editor && manuscript.state == EditorialState::Approved,
        is_published: editor && is_published,
        scheduled: manuscript.scheduled.as_ref().map(|(at, _)| dates::to_rfc3339(*at)),
        log: log.into_iter().rev().map(|step| log_line(t, step)).collect(),
        title,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

fn note_view(t: &Speech, note: Note) -> NoteView {
    NoteView { field: path_name(t, &note.field), when: t.day(note.at), note }
}

fn log_line(t: &Speech, step: reviewing::Step) -> LogLine {
    LogLine {
        what: t.term("state", &step.after),
        who: step.who,
        reason: step.reason,
        when: t.day(step.at),
    }
}

/// The case field by field, each with the notes on it, which are taken out of `notes`.
fn fields(t: &Speech, case: &CaseStudy, notes: &mut Vec<NoteView>) -> Vec<FieldView> {
    let names = |vocabulary: &str, id: &str| history::named(t, vocabulary, id);
    let view = |(field, text): (Field, String)| {
        let path = field.path();
        let (lang, dir) = history::language_of(case, field);
        let on_it = |note: &mut NoteView| {
            let own = &note.note.field;
            *own == path || own.split('.').next() == Some(path.as_str())
        };
        let text = match field {
            Field::Section(_) | Field::TranslatedSection(..) => {
                Shown::Formatted(html::from_markdown(&Markdown::new(&text)))
            }
            _ => Shown::Text(text),
        };
        let notes = notes.extract_if(.., on_it).collect();
        FieldView { heading: history::name(t, field), path, lang, dir, text, notes }
    };
    changes::texts(case, &names).into_iter().map(view).collect()
}

pub async fn act(Path(id): Path<String>, Posted { who, form }: Posted) -> Response {
    let answer = acted(&who, &id, &form).await;
    who.reader.answer(answer)
}

async fn acted(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    super::reviewer(who)?;
    let t = &who.reader.t;
    let desk = write::desk(who).await?;
    let by = By::member(&who.member);
    let now = who.now;
    let done: Result<(), No> = match form.get("do") {
        "step" => {
            // A decision is about the text that was on the page.
            let version = form.get("version").parse::<i64>().ok();
            match EditorialState::from_id(form.get("to")) {
                Some(to) => {
                    desk.step(&by, id, to, (version, form.get("reason")), now).await.map(drop)
                }
                None => Err(No::NotFound),
            }
        }
        "note" => desk.note(&by, id, (form.get("field"), form.get("text")), now).await.map(drop),
        "answer" => desk.answer(&by, id, (form.get("note"), form.get("text")), now).await,
        "resolve" => desk.resolve(&by, id, form.get("note"), now).await,
        "lay-back" => desk.assign(&by, id, None, now).await,
        "assign-me" => {
            let me = (who.member.id.clone(), who.member.handle.clone());
            desk.assign(&by, id, Some(me), now).await
        }
        "assign" => {
            let found = desk.reviewers().await.map_err(write::fault_of)?;
            let found = found.into_iter().find(|one| one.account == form.get("reviewer"));
            match found {
                Some(one) => desk.assign(&by, id, Some((one.account, one.handle)), now).await,
                None => Err(No::NotFound),
            }
        }
        "schedule" => {
            let at = moment(form.get("day"), form.get("time"));
            match (form.get("day").is_empty(), at) {
                (true, _) => desk.schedule(&by, id, None, now).await,
                (false, Some(at)) => desk.schedule(&by, id, Some(at), now).await,
                (false, None) => Err(crate::app::Error::Invalid("a day that exists".into()).into()),
            }
        }
        "feature" | "unfeature" => {
            let editor = who.member.editor()?;
            let acting = crate::app::access::Who::Member(editor.member().handle.clone());
            let first = form.get("do") == "feature";
            let key = form.get("case");
            feature::set(&who.reader.state.db, &acting, key, first, now)
                .await
                .map(drop)
                .map_err(No::from)
        }
        _ => Err(No::NotFound),
    };
    match done {
        Ok(()) => {
            who.reader.state.wake.events.notify_one();
            Ok(see(&t.link(&format!("/desk/case/{id}"))))
        }
        Err(no) => page(who, id, StatusCode::CONFLICT, Some(told(t, no)?)).await,
    }
}

/// A day and a time of a form, as UTC; noon where no time was given.
fn moment(day: &str, time: &str) -> Option<i64> {
    let time = if time.is_empty() { "12:00" } else { time };
    let moment = NaiveDateTime::parse_from_str(&format!("{day} {time}"), "%Y-%m-%d %H:%M").ok()?;
    Some(moment.and_utc().timestamp_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_that_exists_with_noon_where_no_time_is_given() {
        assert_eq!(moment("1970-01-02", ""), Some(86_400_000 + 43_200_000));
        assert_eq!(moment("1970-01-01", "00:01"), Some(60_000));
        assert_eq!(moment("2026-02-30", ""), None);
        assert_eq!(moment("", "10:00"), None);
    }
}
