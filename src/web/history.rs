//! `GET /cases/{page}/history`: every revision the public read, and what changed in one of them.

use askama::Template;
use axum::{extract::Path, response::Response};

use crate::{
    domain::{
        case_study::CaseStudy,
        changes::{self, Change, Field, Piece},
    },
    i18n::{self, Speech},
    store::{
        cases::StoredCase,
        revisions::{self, Revision},
    },
    urls,
};

use super::{
    cards,
    case::{self, Found},
    error::Fault,
    layout::{Frame, Place},
    reader::Reader,
};

/// Revisions on one page.
const LISTED: usize = 20;

#[derive(Template)]
#[template(path = "history.html")]
pub struct HistoryPage {
    pub t: Speech,
    pub frame: Frame,
    pub case_href: String,
    pub title: String,
    pub lang: &'static str,
    pub dir: &'static str,
    /// Where it comes from, sentence by sentence.
    pub provenance: Vec<String>,
    pub revisions: Vec<RevisionLine>,
    /// The page of what came before these.
    pub older_href: Option<String>,
    pub compared: Option<Compared>,
}

pub struct RevisionLine {
    pub number: i64,
    pub iso: String,
    pub day: String,
    pub href: String,
    /// What changed in it, in a few words.
    pub changed: String,
    /// Where the changes are shown; None for the first.
    pub changes_href: Option<String>,
}

/// One revision beside the one before it.
pub struct Compared {
    pub heading: String,
    pub changes: Vec<ChangeView>,
}

pub struct ChangeView {
    pub heading: String,
    pub pieces: Vec<Piece>,
    pub lang: Option<&'static str>,
    pub dir: &'static str,
}

pub async fn show(reader: Reader, Path(page): Path<String>) -> Response {
    let answer = history(&reader, &page).await;
    reader.answer(answer)
}

/// A revision with its case, as the public read it.
type Read = (Revision, CaseStudy);

async fn history(reader: &Reader, page: &str) -> Result<Response, Fault> {
    let stored = match case::find(reader, page, "/history").await? {
        Found::Case(stored) => stored,
        Found::Instead(answer) => return Ok(answer),
    };
    let asked = |key: &str| {
        let pairs = reader.query().split('&');
        pairs.rev().find_map(|pair| pair.strip_prefix(key)?.strip_prefix('=')?.parse::<i64>().ok())
    };
    let before = asked("before").unwrap_or(i64::MAX);
    // One more, which the oldest of the page is compared with.
    let mut tx = reader.state.db.read().await?;
    let kept = revisions::page(&mut tx, stored.num, before, LISTED as i64 + 1).await?;
    drop(tx);
    let more = kept.len() > LISTED;
    let older = kept.get(LISTED - 1).filter(|_| more).map(|last| last.revision);
    let mut read: Vec<Read> = Vec::with_capacity(kept.len());
    for revision in kept {
        if let Some(case) = revision.public()? {
            read.push((revision, case));
        }
    }
    reader.page(&page_of(reader, &stored, &read, older, asked("revision")))
}

fn page_of(
    reader: &Reader,
    stored: &StoredCase,
    read: &[Read],
    older: Option<i64>,
    wanted: Option<i64>,
) -> HistoryPage {
    let t = &reader.t;
    let path = urls::case_history_path(&stored.page);
    let title = t.say1("history-title", "title", &stored.case.title);
    let mut frame = reader.frame(Place::Cases).titled(&title, &t.say("history-what"));
    frame.hidden = true;
    let lines = read.iter().enumerate().take(LISTED);
    let line = |(at, (revision, case)): (usize, &Read)| {
        let before = read.get(at + 1);
        RevisionLine {
            number: revision.revision,
            iso: i18n::iso_day(revision.updated_at),
            day: t.day(revision.updated_at),
            href: t.link(&urls::case_revision_path(&stored.page, revision.revision)),
            changed: match before {
                Some((_, before)) => summary(t, &changes::changed_fields(before, case)),
                None => t.say("history-first").into_owned(),
            },
            changes_href: before
                .map(|_| t.link(&format!("{path}?revision={}#changes", revision.revision))),
        }
    };
    let wanted = wanted.or_else(|| read.first().map(|(revision, _)| revision.revision));
    let at = read.iter().position(|(revision, _)| Some(revision.revision) == wanted);
    let pair = at.and_then(|at| Some((read.get(at)?, read.get(at + 1)?)));
    let mut provenance = vec![t.say3(
        "history-published",
        ("network", &cards::network_name(&stored.case.source_network)),
        ("host", &stored.host),
        ("date", &t.day(stored.published)),
    )];
    provenance.extend(case::provenance(t, stored));
    HistoryPage {
        case_href: t.link(&urls::case_path(&stored.page)),
        title: stored.case.title.clone(),
        lang: stored.case.language.id(),
        dir: cards::direction(&stored.case),
        provenance,
        revisions: lines.map(line).collect(),
        older_href: older.map(|number| t.link(&format!("{path}?before={number}"))),
        compared: pair.map(|(new, old)| compared(t, old, new)),
        frame,
        t: t.clone(),
    }
}

/// `Title, Summary, Results`.
fn summary(t: &Speech, fields: &[Field]) -> String {
    if fields.is_empty() {
        return t.say("history-nothing").into_owned();
    }
    let names: Vec<_> = fields.iter().map(|field| name(t, *field)).collect();
    names.join(&t.say("kin-comma"))
}

fn compared(t: &Speech, (old, before): &Read, (new, after): &Read) -> Compared {
    let (new, old) = (new.revision.to_string(), old.revision.to_string());
    Compared {
        heading: t.say2("history-compared", "new", &new, "old", &old),
        changes: views(t, before, after),
    }
}

/// How the words of a vocabulary are called where revisions are compared.
pub fn named(t: &Speech, vocabulary: &str, id: &str) -> String {
    match vocabulary {
        "topic" => cards::topic_label(t, id),
        "country" => cards::country(t, id),
        "sdg" => {
            let goal = id.parse().ok().and_then(|number| cards::goal(t, number));
            goal.map_or_else(|| id.to_owned(), |goal| format!("{id} {}", goal.label))
        }
        _ => t.term(vocabulary, id),
    }
}

/// What changed from one text of a case to another, field by field.
pub fn views(t: &Speech, before: &CaseStudy, after: &CaseStudy) -> Vec<ChangeView> {
    let names = |vocabulary: &str, id: &str| named(t, vocabulary, id);
    let view = |Change { field, pieces }: Change| {
        let (lang, dir) = language_of(after, field);
        ChangeView { heading: name(t, field), pieces, lang, dir }
    };
    changes::changes(before, after, &names).into_iter().map(view).collect()
}

/// In which language a field of a case stands, and which way that runs.
pub fn language_of(case: &CaseStudy, field: Field) -> (Option<&'static str>, &'static str) {
    match field {
        Field::Title | Field::Subtitle | Field::Summary | Field::Section(_) => {
            (Some(case.language.id()), cards::direction(case))
        }
        Field::Translation(language) | Field::TranslatedSection(language, _) => {
            (Some(language.id()), cards::dir(language.direction()))
        }
        _ => (None, "auto"),
    }
}

/// What a field is called.
pub fn name(t: &Speech, field: Field) -> String {
    let language =
        |language: crate::domain::vocabulary::Language| t.term("language", language.id());
    match field {
        Field::Section(id) => t.term("section", id.id()),
        Field::Translation(one) => t.say1("case-in-language", "language", &language(one)),
        Field::TranslatedSection(one, id) => {
            format!("{} ({})", t.term("section", id.id()), language(one))
        }
        plain => t.term("field", plain.id()),
    }
}
