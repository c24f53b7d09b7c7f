//! `kontor report`, `kontor message` and `kontor quote`.

use std::io::Write;

use super::args;
use crate::{
    app::{access::Who, feature, report},
    cli::{
        failure::Failure,
        instance::Instance,
        table::{Table, when},
    },
    config::Config,
    domain::text::{clean_line, shorten},
    html,
    store::{messages, quotes, reports},
};

/// Most rows of a list.
const MOST: i64 = 1_000;
const TEXT_CHARS: usize = 80;

pub async fn reports(
    config: Config,
    command: args::Report,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    match command {
        args::Report::List { all } => {
            let mut tx = instance.db.read().await?;
            let state = (!all).then_some("open");
            let found = reports::page(&mut tx, state, i64::MAX, MOST).await?;
            let mut table = Table::new(["number", "state", "when", "by", "about", "reason"]);
            for report in found {
                let objects: Vec<String> =
                    serde_json::from_str(&report.objects).unwrap_or_default();
                table.row([
                    report.num.to_string(),
                    report.state,
                    when(report.at, now),
                    report.actor,
                    objects.join(" "),
                    shorten(&clean_line(&report.reason), TEXT_CHARS),
                ]);
            }
            match table.is_empty() {
                true => writeln!(out, "No such reports.")?,
                false => table.print(out)?,
            }
        }
        args::Report::Resolve { number, note } => {
            report::resolve(&instance.db, &who, number, &note, now).await?;
            writeln!(out, "Report {number} is resolved.")?;
        }
        args::Report::Send { object, reason } => {
            let (db, urls) = (&instance.db, &instance.urls);
            let sent = report::send(db, urls, &who, &object, &reason, now).await?;
            writeln!(out, "{} will be told.", sent.host)?;
        }
    }
    Ok(())
}

pub async fn messages(
    config: Config,
    command: args::Message,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let args::Message::List { to } = command;
    let instance = Instance::existing(&config).await?;
    let recipient = match &to {
        Some(handle) => Some(instance.actor(Some(handle)).await?.uri),
        None => None,
    };
    let now = instance.clock.now_ms();
    let mut tx = instance.db.read().await?;
    let found = messages::page(&mut tx, recipient.as_deref(), i64::MAX, MOST).await?;
    let mut table = Table::new(["when", "by", "id", "text"]);
    for message in found {
        let text = shorten(&clean_line(&html::to_plain(&message.html)), TEXT_CHARS);
        table.row([when(message.received_at, now), message.actor, message.uri, text]);
    }
    match table.is_empty() {
        true => writeln!(out, "No messages.")?,
        false => table.print(out)?,
    }
    Ok(())
}

pub async fn quotes(
    config: Config,
    command: args::Quote,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let now = instance.clock.now_ms();
    match command {
        args::Quote::List => {
            let mut tx = instance.db.read().await?;
            let mut table = Table::new(["id", "when", "state", "quote", "of"]);
            for quote in quotes::page(&mut tx, None, MOST).await? {
                let state = if quote.revoked_at.is_some() { "revoked" } else { "agreed" };
                let at = when(quote.at, now);
                table.row([quote.id, at, state.to_owned(), quote.quote, quote.object]);
            }
            match table.is_empty() {
                true => writeln!(out, "Nobody asked to quote anything yet.")?,
                false => table.print(out)?,
            }
        }
        args::Quote::Revoke { id } => {
            feature::revoke_quote(&instance.db, &Who::CommandLine, &id, now).await?;
            writeln!(out, "Quote {id} is no longer agreed to.")?;
        }
    }
    Ok(())
}
