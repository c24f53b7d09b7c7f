//! `kontor peers export|import|subscribe|unsubscribe|lists`: lists of domains.

use std::{
    fs,
    io::{Read as _, Write},
    path::Path,
};

use super::{
    failure::Failure,
    instance::Instance,
    peers::told,
    table::{Table, when, when_known},
};
use crate::{
    app::{
        access::Who,
        domain_lists::{self, Outcome, Report},
    },
    domain::{domain_list::MOST_BYTES, text::clean_line},
    store::domain_lists as stored,
};

/// Most rows of a list.
const MOST: i64 = 10_000;

pub async fn export(
    instance: &Instance,
    output: Option<&Path>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let text = domain_lists::export(&instance.db).await?;
    match output {
        None => out.write_all(text.as_bytes())?,
        Some(path) => fs::write(path, &text)?,
    }
    Ok(())
}

fn read(file: &Path) -> Result<String, Failure> {
    let cannot = |error: std::io::Error| {
        Failure::Unusable(format!("{} cannot be read: {error}", file.display()))
    };
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    if file == Path::new("-") {
        std::io::stdin().take(most).read_to_end(&mut bytes).map_err(cannot)?;
    } else {
        let opened = fs::File::open(file).map_err(cannot)?;
        opened.take(most).read_to_end(&mut bytes).map_err(cannot)?;
    }
    String::from_utf8(bytes)
        .map_err(|_| Failure::Unusable(format!("{} is not UTF-8", file.display())))
}

pub async fn import(
    instance: &Instance,
    file: &Path,
    (replace, dry_run): (bool, bool),
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let text = read(file)?;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    let own = instance.urls.host();
    let how = (replace, dry_run);
    let report = domain_lists::import(&instance.db, &who, own, &text, how, now).await?;
    lines(&report, out)?;
    let count = |outcome| report.count(outcome);
    writeln!(
        out,
        "{} applied, {} as before, {} kept as decided here, {} to be decided by you, {} noted, \
         {} unreadable. {}{}",
        count(Outcome::Applied),
        count(Outcome::Same),
        count(Outcome::Kept),
        count(Outcome::Conflict),
        count(Outcome::Noted),
        report.faults.len(),
        told(&report.touched),
        if dry_run { " Nothing is changed yet." } else { "" }
    )?;
    match report.faults.is_empty() {
        true => Ok(()),
        false => Err(Failure::Refused("some lines could not be used; the others were".into())),
    }
}

/// Every line that was not simply as before.
fn lines(report: &Report, out: &mut dyn Write) -> Result<(), Failure> {
    let mut said: Vec<(u64, String)> = Vec::new();
    for fault in &report.faults {
        said.push((fault.line, fault.message.clone()));
    }
    for line in report.lines.iter().filter(|line| line.outcome != Outcome::Same) {
        let host = &line.entry.host;
        let text = match (line.outcome, line.entry.standing) {
            (Outcome::Applied, Some(standing)) => format!("{host} is {}", standing.id()),
            (Outcome::Conflict, _) => format!("{host} needs your decision: {}", line.note),
            (Outcome::Kept, _) => format!("{host} stays as it is: {}", line.note),
            _ => format!("{host}: {}", line.note),
        };
        said.push((line.entry.line, text));
    }
    said.sort();
    for (line, text) in said {
        writeln!(out, "line {line}: {}", clean_line(&text))?;
    }
    Ok(())
}

pub async fn subscribe(instance: &Instance, url: &str, out: &mut dyn Write) -> Result<(), Failure> {
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    let list = domain_lists::subscribe(&instance.db, &who, url, now).await?;
    writeln!(
        out,
        "{} is read within a second while the server runs, and again from time to time; \
         `kontor peers lists {}` shows what it says.",
        list.url, list.id
    )?;
    Ok(())
}

pub async fn unsubscribe(
    instance: &Instance,
    key: &str,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    let touched = domain_lists::unsubscribe(&instance.db, &who, key, now).await?;
    writeln!(out, "The list is no longer followed. {}", told(&touched))?;
    Ok(())
}

pub async fn show(
    instance: &Instance,
    key: Option<&str>,
    conflicts: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let now = instance.clock.now_ms();
    let mut tx = instance.db.read().await?;
    let Some(key) = key else {
        let mut table =
            Table::new(["id", "list", "domains", "conflicts", "read", "next", "last result"]);
        for list in stored::all(&mut tx).await? {
            let open = stored::count_entries(&mut tx, &list.id, Some("conflict")).await?;
            table.row([
                list.id,
                list.url,
                list.entries.to_string(),
                open.to_string(),
                when_known(list.succeeded_at, now),
                when(list.next_try.max(now), now),
                list.result,
            ]);
        }
        match table.is_empty() {
            true => writeln!(out, "No list is followed; `kontor peers subscribe URL` begins it.")?,
            false => table.print(out)?,
        }
        return Ok(());
    };
    let list = stored::find(&mut tx, key).await?;
    let list = list.ok_or_else(|| Failure::Refused(format!("there is no list {key}")))?;
    writeln!(out, "{}: {}", list.url, clean_line(&list.result))?;
    let outcome = conflicts.then_some("conflict");
    let mut table = Table::new(["host", "wanted", "outcome", "why", "comment"]);
    for entry in stored::entries(&mut tx, &list.id, outcome, "", MOST).await? {
        table.row([entry.host, entry.standing, entry.outcome, entry.note, entry.comment]);
    }
    match table.is_empty() {
        true => writeln!(out, "Nothing is there.")?,
        false => table.print(out)?,
    }
    Ok(())
}
