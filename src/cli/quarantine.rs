//! `kontor quarantine`: cases of hosts that are not trusted, one by one.

use std::io::Write;

use serde_json::json;

use super::{
    args::Quarantine,
    failure::Failure,
    instance::Instance,
    table::{Table, when},
};
use crate::{
    app::{access::Who, quarantine},
    clock::rfc3339,
    config::Config,
    domain::id::Host,
    store::rulings::{self, OnDesk, Verdict},
};

/// Most rows of a list.
const MOST: i64 = 1_000;

pub async fn run(config: Config, command: Quarantine, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    match command {
        Quarantine::List { host, declined, adopted, json } => {
            let verdict = match (declined, adopted) {
                (true, _) => Some(Verdict::Declined),
                (_, true) => Some(Verdict::Adopted),
                _ => None,
            };
            list(&instance, verdict, host.as_deref(), json, out).await
        }
        Quarantine::Adopt { case, note } => {
            let adopted = quarantine::adopt(&instance.db, &who, &case, &note, now).await?;
            let page = instance.urls.case_page(&adopted.page);
            writeln!(out, "“{}” of {} is shown: {page}", adopted.case.title, adopted.host)?;
            Ok(())
        }
        Quarantine::Decline { case, reason } => {
            let declined = quarantine::decline(&instance.db, &who, &case, &reason, now).await?;
            writeln!(
                out,
                "“{}” of {} is kept and not shown; adopting it would show it.",
                declined.case.title, declined.host
            )?;
            Ok(())
        }
    }
}

async fn list(
    instance: &Instance,
    verdict: Option<Verdict>,
    host: Option<&str>,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let host = host
        .map(|host| Host::parse(host).map_err(|error| Failure::Unusable(error.to_string())))
        .transpose()?;
    let host = host.as_ref().map(Host::as_str);
    let mut tx = instance.db.read().await?;
    let (found, total) = match verdict {
        None => (
            rulings::waiting(&mut tx, 0, host, MOST).await?,
            rulings::count_waiting(&mut tx, host).await?,
        ),
        Some(verdict) => (
            rulings::decided(&mut tx, verdict, 0, host, MOST).await?,
            rulings::count_decided(&mut tx, verdict, host).await?,
        ),
    };
    if as_json {
        for waiting in found {
            let line = json!({
                "id": waiting.id, "uri": waiting.uri, "host": waiting.host,
                "title": waiting.title(), "arrived": rfc3339(waiting.received_at),
                "decided": waiting.at.map(rfc3339), "decided_by": waiting.who,
                "note": waiting.note,
            });
            writeln!(out, "{line}")?;
        }
        return Ok(());
    }
    let now = instance.clock.now_ms();
    let mut table = Table::new(["id", "host", "title", "arrived", "decided", "note"]);
    for waiting in found {
        let title = waiting.title();
        let OnDesk { id, host, received_at, note, who, at, .. } = waiting;
        let decided = match (who, at) {
            (Some(who), Some(at)) => format!("{} by {who}", when(at, now)),
            _ => String::new(),
        };
        let note = note.unwrap_or_default();
        table.row([id, host, title, when(received_at, now), decided, note]);
    }
    match table.is_empty() {
        true => writeln!(
            out,
            "Nothing is there: no case {}.",
            match verdict {
                None => "waits",
                Some(Verdict::Declined) => "was declined",
                Some(_) => "was adopted",
            }
        )?,
        false => table.print(out)?,
    }
    if total > MOST {
        writeln!(out, "… and {} more; --host narrows.", total - MOST)?;
    }
    Ok(())
}
