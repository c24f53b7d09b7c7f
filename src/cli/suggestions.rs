//! `kontor suggestions`: what visitors suggest for the directory of networks.

use std::io::Write;

use super::{
    args_governing::Suggestions,
    failure::Failure,
    instance::Instance,
    table::{Table, when, when_known},
};
use crate::{
    app::{access::Who, suggest},
    config::Config,
    domain::text::{clean_block, shorten},
    store::suggestions as stored,
};

/// Most rows of a list.
const MOST: i64 = 1_000;

pub async fn run(config: Config, command: Suggestions, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let now = instance.clock.now_ms();
    match command {
        Suggestions::List { all } => list(&instance, all, now, out).await?,
        Suggestions::Show { id } => {
            let found = stored::find(&mut instance.db.read().await?, &id).await?;
            let found =
                found.ok_or_else(|| Failure::Refused(format!("there is no suggestion {id}")))?;
            show(&found, now, out)?;
        }
        Suggestions::Done { id, note } => {
            let done = suggest::done(&instance.db, &Who::CommandLine, &id, &note, now).await?;
            writeln!(out, "{} is done; how to reach its author is deleted.", done.id)?;
        }
    }
    Ok(())
}

async fn list(
    instance: &Instance,
    all: bool,
    now: i64,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let state = (!all).then_some("open");
    let mut table = Table::new(["id", "kind", "entry", "name", "state", "came", "message"]);
    for one in stored::page(&mut tx, state, None, MOST).await? {
        table.row([
            one.id,
            one.kind,
            one.slug,
            one.name,
            one.state,
            when(one.at, now),
            shorten(&one.message, 60),
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "Nobody has suggested anything.")?,
        false => table.print(out)?,
    }
    Ok(())
}

fn show(one: &stored::Suggestion, now: i64, out: &mut dyn Write) -> Result<(), Failure> {
    let what = match (one.kind.as_str(), one.slug.is_empty()) {
        ("claim", _) => "they speak for this network",
        (_, true) => "a network that is missing",
        (_, false) => "about an entry of the directory",
    };
    for (label, value) in [
        ("what", what),
        ("entry", &one.slug),
        ("name", &one.name),
        ("website", &one.website),
        ("contact", &one.contact),
        ("language", &one.language),
        ("came", &when(one.at, now)),
        ("state", &one.state),
        ("decided", &when_known(one.decided_at, now)),
        ("note", &one.note),
    ] {
        if !value.is_empty() {
            writeln!(out, "{label:<9} {}", crate::domain::text::clean_line(value))?;
        }
    }
    // It comes from anywhere: control characters would be obeyed by a terminal.
    writeln!(out, "\n{}", clean_block(&one.message))?;
    Ok(())
}
