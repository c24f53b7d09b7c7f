//! `kontor mail`: what was written to people, what became of it, and trying again.

use std::io::Write;

use clap::{Subcommand, builder::PossibleValuesParser};
use serde_json::json;

use super::{
    failure::Failure,
    instance::Instance,
    table::{Table, when, when_known},
};
use crate::{
    app::{access::Who, mail},
    clock::rfc3339,
    config::Config,
    domain::text::{clean_block, clean_line, shorten},
    store::mail as stored,
};

/// Most rows of a list.
const MOST: i64 = 1_000;

#[derive(Debug, Subcommand)]
pub enum Mail {
    /// The newest mails, and what became of them
    List {
        /// Only those in this state
        #[arg(long, value_parser = PossibleValuesParser::new(stored::STATES))]
        state: Option<String>,
        /// One JSON object a line, without the text
        #[arg(long)]
        json: bool,
    },
    /// One mail, with its text while that is kept
    Show {
        /// Its id, as the list shows it
        id: String,
    },
    /// Send one again that bounced, was given up or is unsure
    Retry {
        /// Its id
        id: String,
    },
}

pub async fn run(config: Config, command: Mail, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let now = instance.clock.now_ms();
    match command {
        Mail::List { state, json } => list(&instance, state.as_deref(), json, now, out).await?,
        Mail::Show { id } => {
            let found = stored::find(&mut instance.db.read().await?, &id).await?;
            let found = found.ok_or_else(|| Failure::Refused(format!("there is no mail {id}")))?;
            show(&found, now, out)?;
        }
        Mail::Retry { id } => {
            let found = mail::retry(&instance.db, &Who::CommandLine, &id, now).await?;
            writeln!(out, "The mail to {} is sent again.", clean_line(&found.receiver))?;
        }
    }
    Ok(())
}

async fn list(
    instance: &Instance,
    state: Option<&str>,
    as_json: bool,
    now: i64,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let found = stored::page(&mut instance.db.read().await?, state, None, MOST).await?;
    if as_json {
        for mail in found {
            let line = json!({
                "id": mail.id, "kind": mail.kind, "to": mail.receiver, "subject": mail.subject,
                "language": mail.language, "state": mail.state, "tries": mail.tries,
                "answer": mail.answer, "made": rfc3339(mail.created_at),
                "ended": mail.ended_at.map(rfc3339),
            });
            writeln!(out, "{line}")?;
        }
        return Ok(());
    }
    let mut table = Table::new(["id", "made", "to", "state", "subject", "answer"]);
    for mail in found {
        let state = match mail.state.as_str() {
            "waiting" if mail.tries > 0 => format!("again {}", when(mail.next_try, now)),
            state => state.to_owned(),
        };
        table.row([
            mail.id,
            when(mail.created_at, now),
            mail.receiver,
            state,
            shorten(&mail.subject, 40),
            shorten(&mail.answer, 80),
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "Nobody was written to.")?,
        false => table.print(out)?,
    }
    Ok(())
}

fn show(mail: &stored::Mail, now: i64, out: &mut dyn Write) -> Result<(), Failure> {
    for (label, value) in [
        ("to", mail.receiver.as_str()),
        ("subject", &mail.subject),
        ("kind", &mail.kind),
        ("language", &mail.language),
        ("made", &when(mail.created_at, now)),
        ("state", &mail.state),
        ("tries", &mail.tries.to_string()),
        ("ended", &when_known(mail.ended_at, now)),
        ("answer", &mail.answer),
    ] {
        if !value.is_empty() {
            writeln!(out, "{label:<9} {}", clean_line(value))?;
        }
    }
    match mail.plain.is_empty() {
        true => writeln!(out, "\nThe text was forgotten when it was sent.")?,
        false => writeln!(out, "\n{}", clean_block(&mail.plain))?,
    }
    Ok(())
}
