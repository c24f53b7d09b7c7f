//! `kontor case`: publish, update, withdraw, show, list.

use std::{
    fs::File,
    io::{self, Read, Write},
    path::Path,
};

use serde_json::Value;

use super::{
    args,
    failure::Failure,
    instance::Instance,
    table::{Table, when},
};
use crate::{
    app::{
        self,
        access::Who,
        publish::{self, Outcome},
    },
    config::Config,
    domain::{
        case_study::{self, CaseStudy},
        text::clean_line,
    },
    store::cases::{self, StoredCase},
};

/// Bytes of the largest file with one record; indented, it may be longer than its line.
const MOST_BYTES: u64 = 4_194_304;

pub async fn run(config: Config, command: args::Case, out: &mut dyn Write) -> Result<(), Failure> {
    match command {
        args::Case::Publish { case } => publish(&config, &case, out).await,
        args::Case::Update { file } => {
            let case = read(&file)?;
            let instance = Instance::existing(&config).await?;
            let now = instance.clock.now_ms();
            let done = publish::update(&instance.db, &Who::CommandLine, case, now).await?;
            tell(&instance, done, out).await
        }
        args::Case::Withdraw { id, reason } => {
            let instance = Instance::existing(&config).await?;
            let now = instance.clock.now_ms();
            let who = Who::CommandLine;
            let done = publish::withdraw(&instance.db, &who, &id, &reason, now).await?;
            tell(&instance, done, out).await
        }
        args::Case::Feature { id } => feature(&config, &id, true, out).await,
        args::Case::Unfeature { id } => feature(&config, &id, false, out).await,
        args::Case::Show { id, json } => show(&config, &id, json, out).await,
        args::Case::List => list(&config, out).await,
    }
}

async fn feature(
    config: &Config,
    id: &str,
    first: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let instance = Instance::existing(config).await?;
    let now = instance.clock.now_ms();
    app::feature::set(&instance.db, &Who::CommandLine, id, first, now).await?;
    let shown = if first { "shown first now" } else { "no longer shown first" };
    writeln!(out, "{id} is {shown}.")?;
    Ok(())
}

async fn publish(config: &Config, case: &str, out: &mut dyn Write) -> Result<(), Failure> {
    let who = Who::CommandLine;
    if case == "-" || Path::new(case).is_file() {
        let record = read(case)?;
        let instance = Instance::or_new(config).await?;
        let (by, now) = (instance.publisher(), instance.clock.now_ms());
        let done = publish::publish_new(&instance.db, &by, &who, record, now).await?;
        return tell(&instance, done, out).await;
    }
    if case.contains(['/', '.']) {
        return Err(Failure::Unusable(format!("there is no file {case}")));
    }
    let instance = Instance::existing(config).await?;
    let (by, now) = (instance.publisher(), instance.clock.now_ms());
    let done = publish::publish(&instance.db, &by, &who, case, now).await?;
    tell(&instance, done, out).await
}

/// One record from a file or from standard input.
fn read(file: &str) -> Result<CaseStudy, Failure> {
    let unreadable =
        |error: io::Error| Failure::Unusable(format!("{file} cannot be read: {error}"));
    let mut bytes = Vec::new();
    let reader: Box<dyn Read> = match file {
        "-" => Box::new(io::stdin().lock()),
        path => Box::new(File::open(path).map_err(unreadable)?),
    };
    reader.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Failure::Unusable(format!("{file} is longer than {MOST_BYTES} bytes")));
    }
    let text = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes);
    let value: Value = serde_json::from_slice(text).map_err(|error| {
        let several = if error.to_string().starts_with("trailing") {
            " (for several records, one a line, there is `kontor import`)"
        } else {
            ""
        };
        Failure::Refused(format!("{file} is not one record in JSON: {error}{several}"))
    })?;
    case_study::parse(&value).map_err(|refusal| crate::app::Error::from(refusal).into())
}

/// What became of the case, and where it is.
async fn tell(instance: &Instance, done: Outcome, out: &mut dyn Write) -> Result<(), Failure> {
    let (did, id) = match done {
        Outcome::Published { id } => ("published".to_owned(), id),
        Outcome::Stored { id, state } => (format!("stored as {state}"), id),
        Outcome::Revised { id, revision } => (format!("revision {revision}"), id),
        Outcome::Withdrawn { id } => ("withdrawn".to_owned(), id),
        Outcome::Left { id, reason } => (format!("left: {reason}"), id),
    };
    let mut tx = instance.db.read().await?;
    let stored = publish::find(&mut tx, &id).await?;
    drop(tx);
    writeln!(out, "{did}: {}", clean_line(&stored.case.title))?;
    writeln!(out, "  page    {}", instance.urls.case_page(&stored.page))?;
    writeln!(out, "  object  {}", stored.uri)?;
    instance.db.close().await;
    Ok(())
}

async fn show(config: &Config, key: &str, json: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(config).await?;
    let mut tx = instance.db.read().await?;
    let stored = match publish::find(&mut tx, key).await {
        Ok(stored) => stored,
        // A partner's case is known by its page only.
        Err(missing) => cases::by_page(&mut tx, key).await?.ok_or(missing)?,
    };
    drop(tx);
    if json {
        serde_json::to_writer_pretty(&mut *out, &stored.case.to_value())
            .map_err(io::Error::from)?;
        return Ok(writeln!(out)?);
    }
    describe(&instance, &stored, out)?;
    Ok(())
}

fn describe(instance: &Instance, stored: &StoredCase, out: &mut dyn Write) -> io::Result<()> {
    let (case, now) = (&stored.case, instance.clock.now_ms());
    let cities: Vec<_> =
        case.cities.iter().map(|city| format!("{} ({})", city.name, city.country)).collect();
    let topics: Vec<_> = case.topics.iter().map(|topic| topic.id()).collect();
    let goals: Vec<_> = case.sdgs.iter().map(u8::to_string).collect();
    let languages: Vec<_> = std::iter::once(case.language.id())
        .chain(case.translations.iter().map(|(language, _)| language.id()))
        .collect();
    let state = match &stored.withdrawn {
        Some((at, reason)) => format!("{} {}: {reason}", stored.state, when(*at, now)),
        None => stored.state.to_string(),
    };
    writeln!(out, "{}", clean_line(&case.title))?;
    for (name, value) in [
        ("id", case.id.clone()),
        ("state", state),
        ("revision", format!("{}, {}", stored.revision, when(stored.updated, now))),
        ("published", crate::clock::rfc3339(stored.published)),
        ("updated", crate::clock::rfc3339(stored.updated)),
        ("page", instance.urls.case_page(&stored.page)),
        ("object", stored.uri.clone()),
        ("from", stored.host.clone()),
        ("network", case.source_network.clone()),
        ("cities", cities.join(", ")),
        ("topics", topics.join(", ")),
        ("goals", goals.join(", ")),
        ("languages", languages.join(", ")),
        ("licence", case.licence.id().to_owned()),
    ] {
        writeln!(out, "  {name:<9}  {}", clean_line(&value))?;
    }
    writeln!(out, "\n{}", clean_line(&case.summary))
}

async fn list(config: &Config, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(config).await?;
    let mut tx = instance.db.read().await?;
    let (mut table, mut after) = (Table::new(["id", "state", "revision", "updated", "title"]), 0);
    loop {
        let page = cases::local_after(&mut tx, after, 100).await?;
        let Some(last) = page.last() else { break };
        after = last.num;
        for stored in page {
            table.row([
                stored.case.id,
                stored.state.to_string(),
                stored.revision.to_string(),
                crate::clock::day(stored.updated),
                stored.case.title,
            ]);
        }
    }
    match table.is_empty() {
        true => writeln!(out, "No cases yet; `kontor import FILE` puts some in.")?,
        false => table.print(out)?,
    }
    Ok(())
}
