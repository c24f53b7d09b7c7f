//! `kontor desk`: what waits for review, and its steps, from the command line.

use std::io::Write;

use clap::Subcommand;
use serde_json::json;

use super::{
    failure::Failure,
    instance::Instance,
    table::{Table, when},
};
use crate::{
    app::{
        access::Who,
        desk::{By, Desk as Tables},
    },
    clock::rfc3339,
    config::Config,
    domain::vocabulary::EditorialState,
    store::{
        manuscripts::{self, Asked},
        reviewing,
    },
};

/// Most rows of a list.
const MOST: i64 = 1_000;

#[derive(Debug, Subcommand)]
pub enum Desk {
    /// What waits, the longest in its state first
    Queue {
        /// Only in this state, such as submitted, in-review or approved
        #[arg(long, value_name = "STATE", default_value = "submitted")]
        state: String,
        /// One JSON object per line
        #[arg(long)]
        json: bool,
    },
    /// A manuscript: where it stands, what it lacks, what was said and done
    Show {
        /// Id of the manuscript
        id: String,
        /// One JSON object
        #[arg(long)]
        json: bool,
    },
    /// Say something about a field, or about the whole
    Note {
        /// Id of the manuscript
        id: String,
        text: String,
        /// A field, such as title or sections.solution
        #[arg(long, default_value = "")]
        field: String,
    },
    /// Take it to another state, as the vocabulary's transitions allow
    Step {
        /// Id of the manuscript
        id: String,
        /// Such as in-review, changes-requested, approved, rejected, published or withdrawn
        state: String,
        /// Why; the authors read it
        #[arg(long, default_value = "")]
        reason: String,
    },
}

pub async fn run(config: Config, command: Desk, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let desk = Tables::of(&instance.db, &config, &instance.urls).await?;
    let (by, now) = (By::keeper(Who::CommandLine), instance.clock.now_ms());
    match command {
        Desk::Queue { state, json } => queue(&instance, known(&state)?, json, out).await,
        Desk::Show { id, json } => show(&instance, &desk, &by, &id, json, out).await,
        Desk::Note { id, text, field } => {
            let note = desk.note(&by, &id, (&field, &text), now).await.map_err(failed)?;
            let about = if note.field.is_empty() { "the whole" } else { &note.field };
            writeln!(out, "Noted about {about}.")?;
            Ok(())
        }
        Desk::Step { id, state, reason } => {
            let to = known(&state)?;
            let done = desk.step(&by, &id, to, (None, &reason), now).await.map_err(failed)?;
            writeln!(out, "“{}” is {} now.", done.draft.title(), done.state)?;
            Ok(())
        }
    }
}

fn failed(no: crate::app::desk::No) -> Failure {
    crate::app::Error::from(no).into()
}

fn known(state: &str) -> Result<EditorialState, Failure> {
    EditorialState::from_id(state).ok_or_else(|| {
        let all: Vec<_> = EditorialState::ALL.iter().map(|state| state.id()).collect();
        Failure::Unusable(format!("there is no state {state:?}; there are {}", all.join(", ")))
    })
}

async fn queue(
    instance: &Instance,
    state: EditorialState,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let asked = Asked { state: Some(state), ..Asked::default() };
    let mut tx = instance.db.read().await?;
    let found = manuscripts::list(&mut tx, &asked, (0, ""), MOST).await?;
    drop(tx);
    if as_json {
        for line in found {
            let line = json!({
                "id": line.id, "case": line.case_key, "state": line.state, "title": line.title,
                "by": line.made_by, "reviewer": line.reviewer_handle,
                "since": rfc3339(line.state_at), "lacking": line.lacking,
            });
            writeln!(out, "{line}")?;
        }
        return Ok(());
    }
    let mut table = Table::new(["id", "since", "by", "reviewer", "title"]);
    let now = instance.clock.now_ms();
    for line in found {
        let reviewer = line.reviewer_handle.unwrap_or_default();
        table.row([line.id, when(line.state_at, now), line.made_by, reviewer, line.title]);
    }
    match table.is_empty() {
        true => writeln!(out, "Nothing is there: no manuscript is {state}.")?,
        false => table.print(out)?,
    }
    Ok(())
}

async fn show(
    instance: &Instance,
    desk: &Tables,
    by: &By<'_>,
    id: &str,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let opened = desk.open(by, id).await.map_err(failed)?;
    let mut tx = instance.db.read().await?;
    let notes = reviewing::notes(&mut tx, id).await?;
    let steps = reviewing::steps(&mut tx, id).await?;
    drop(tx);
    let manuscript = &opened.manuscript;
    let missing = desk.missing(manuscript);
    let lacks: Vec<&str> =
        missing.refused.iter().chain(&missing.wanted).map(|one| one.message.as_str()).collect();
    let authors: Vec<_> = opened.authors.iter().map(|author| author.handle.as_str()).collect();
    if as_json {
        let notes: Vec<_> = notes
            .iter()
            .map(|note| {
                json!({
                    "id": note.id, "field": note.field, "text": note.text, "by": note.handle,
                    "state": note.state, "answer": note.answer, "at": rfc3339(note.at),
                })
            })
            .collect();
        let steps: Vec<_> = steps
            .iter()
            .map(|step| {
                json!({
                    "from": step.before, "to": step.after, "by": step.who, "reason": step.reason,
                    "at": rfc3339(step.at),
                })
            })
            .collect();
        let whole = json!({
            "id": manuscript.id, "case": manuscript.case_key, "state": manuscript.state.id(),
            "version": manuscript.version, "authors": authors, "lacks": lacks,
            "notes": notes, "steps": steps, "draft": manuscript.draft.to_value(),
        });
        writeln!(out, "{whole}")?;
        return Ok(());
    }
    let mut table = Table::new(["manuscript", id]);
    table.row(["title".into(), manuscript.draft.title()]);
    table.row(["state".into(), manuscript.state.id().into()]);
    table.row(["version".into(), manuscript.version.to_string()]);
    table.row(["authors".into(), authors.join(", ")]);
    for lack in lacks {
        table.row(["lacks".into(), lack.to_owned()]);
    }
    for note in notes {
        let about = if note.field.is_empty() { "the whole" } else { &note.field };
        table.row(["note".into(), format!("{about} ({}): {}", note.state, note.text)]);
    }
    let now = instance.clock.now_ms();
    for step in steps {
        let what =
            format!("{} by {}, {}: {}", step.after, step.who, when(step.at, now), step.reason);
        table.row(["step".into(), what]);
    }
    table.print(out)?;
    Ok(())
}
