//! `kontor import` of a spreadsheet: the same preview as at the desk, as a table or as JSON.

use std::{fs, io, io::Write, path::Path, process::ExitCode};

use serde_json::json;

use super::{
    args::{self, Duplicates, RowsAs},
    failure::Failure,
    instance::Instance,
    table::Table,
};
use crate::{
    app::{
        self,
        access::Who,
        desk::{By, Desk},
        imports::{
            self, Choice, Choices, Mode, No, OfKind, Outcome, Plan, Taking, Verdict, best_sheet,
            names,
        },
    },
    config::Config,
    domain::{
        sheet::{Mapping, Sheet},
        vocabulary::{Language, Licence},
    },
    formats::reading::{self, Charset},
    store::{
        accounts::{self, AccountState},
        manuscripts::Author,
    },
};

/// Bytes of a file: more than the desk takes, since nobody waits for it there.
const MOST_BYTES: u64 = 100_000_000;

/// Whether a file is a spreadsheet, by its name.
pub fn is_sheet(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
    ["csv", "tsv", "xlsx"].iter().any(|known| end.eq_ignore_ascii_case(known))
}

pub async fn import(
    config: Config,
    args: &args::Import,
    out: &mut dyn Write,
) -> Result<ExitCode, Failure> {
    // First the file: a wrong name must not leave a new instance behind.
    let sheets = read(args)?;
    let instance = Instance::or_new(&config).await?;
    let desk = Desk::of(&instance.db, &config, &instance.urls).await?;
    let done = taken(&instance, &desk, args, &sheets, out).await;
    instance.db.close().await;
    done
}

fn read(args: &args::Import) -> Result<Vec<Sheet>, Failure> {
    let name = args.file.display();
    let unreadable =
        |error: io::Error| Failure::Unusable(format!("{name} cannot be read: {error}"));
    let unusable = |why: String| Failure::Unusable(format!("{name} cannot be read: {why}"));
    let charset = &args.sheet.charset;
    let charset = Charset::from_id(charset)
        .ok_or_else(|| Failure::Unusable(format!("there is no charset {charset:?} here")))?;
    if fs::metadata(&args.file).map_err(unreadable)?.len() > MOST_BYTES {
        return Err(unusable(format!("it has more than {MOST_BYTES} bytes")));
    }
    let bytes = fs::read(&args.file).map_err(unreadable)?;
    reading::read(&bytes, charset).map_err(|unread| unusable(unread.to_string()))
}

async fn taken(
    instance: &Instance,
    desk: &Desk,
    args: &args::Import,
    sheets: &[Sheet],
    out: &mut dyn Write,
) -> Result<ExitCode, Failure> {
    let choices = choices(desk, &args.sheet, sheets).await?;
    let sheet = &sheets[choices.sheet];
    let file = args.file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let by = By::keeper(Who::CommandLine);
    let taking = match args.dry_run {
        true => None,
        false => {
            let author = author(instance, args.sheet.author.as_deref()).await?;
            Some(Taking { by: &by, author, leave_out: args.sheet.leave_out })
        }
    };
    let now = instance.clock.now_ms();
    let done = imports::at_once(desk, (file, sheet), &choices, taking.as_ref(), now).await;
    let (plan, outcome) = done.map_err(failed)?;
    match args.json {
        true => as_json(&plan, outcome.as_ref(), &choices.mapping, sheet, out)?,
        false => as_table(&plan, outcome.as_ref(), sheet, args, out)?,
    }
    Ok(ExitCode::from(u8::from(plan.refused() > 0)))
}

fn failed(no: No) -> Failure {
    match no {
        No::Desk(no) => app::Error::from(no).into(),
        no @ (No::NoTitle | No::Twice(_)) => {
            Failure::Unusable(format!("{no}; --map says which column is which field"))
        }
        no => Failure::Refused(no.to_string()),
    }
}

async fn choices(
    desk: &Desk,
    args: &args::Spreadsheet,
    sheets: &[Sheet],
) -> Result<Choices, Failure> {
    let (best, guessed) = best_sheet(sheets, names());
    let (sheet, guessed) = match &args.sheet {
        None => (best, guessed),
        Some(name) => {
            let found = sheets.iter().position(|sheet| sheet.name == *name);
            let known: Vec<_> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            let at = found.ok_or_else(|| {
                Failure::Unusable(format!("there is no sheet {name:?}; there are {known:?}"))
            })?;
            (at, best_sheet(&sheets[at..=at], names()).1)
        }
    };
    let mut mapping = match &args.map {
        None => guessed,
        Some(name) => mapping(desk, name).await?,
    };
    mapping.fields.resize(sheets[sheet].width(), None);
    if let Some(language) = &args.language {
        if Language::from_id(language).is_none() {
            return Err(Failure::Unusable(format!("there is no language {language:?} here")));
        }
        mapping.rules.language.clone_from(language);
    }
    if let Some(licence) = &args.licence {
        if Licence::from_id(licence).is_none() {
            return Err(Failure::Unusable(format!("there is no licence {licence:?} here")));
        }
        mapping.rules.licence.clone_from(licence);
    }
    let mode = match args.mode {
        RowsAs::Drafts => Mode::Drafts,
        RowsAs::Published => Mode::Published,
    };
    let others = match args.duplicates {
        Duplicates::Skip => Choice::Skip,
        Duplicates::Update => Choice::Update,
        Duplicates::Add => Choice::Add,
    };
    Ok(Choices { sheet, mapping, mapped: true, mode, others, ..Choices::default() })
}

/// The mapping that the desk remembers under a name, or that stands in a file.
async fn mapping(desk: &Desk, name: &str) -> Result<Mapping, Failure> {
    if let Some(known) = imports::remembered(desk, name).await.map_err(failed)? {
        return Ok(known);
    }
    let unusable = |why: &dyn std::fmt::Display| {
        Failure::Unusable(format!("the desk knows no mapping {name:?}, and as a file {why}"))
    };
    let text = fs::read_to_string(name).map_err(|error| unusable(&error))?;
    serde_json::from_str(&text).map_err(|error| unusable(&error))
}

/// Whose drafts they become.
async fn author(instance: &Instance, handle: Option<&str>) -> Result<Option<Author>, Failure> {
    let Some(handle) = handle else { return Ok(None) };
    let mut tx = instance.db.read().await?;
    let found = accounts::by_handle(&mut tx, handle.trim_start_matches('@')).await?;
    let found = found.filter(|account| account.state == AccountState::Active);
    let account = found.ok_or_else(|| {
        Failure::Unusable(format!("nobody with the handle {handle} has an account in use"))
    })?;
    Ok(Some(Author { account: account.id, handle: account.handle, name: account.name }))
}

fn as_json(
    plan: &Plan,
    outcome: Option<&Outcome>,
    mapping: &Mapping,
    sheet: &Sheet,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let counts: serde_json::Map<_, _> =
        Verdict::IDS.iter().map(|id| ((*id).to_owned(), plan.number_of(id).into())).collect();
    let report = json!({
        "sheet": sheet.name,
        "mapping": mapping,
        "counts": counts,
        "rows": plan.rows,
        "done": outcome,
    });
    serde_json::to_writer_pretty(&mut *out, &report).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

fn as_table(
    plan: &Plan,
    outcome: Option<&Outcome>,
    sheet: &Sheet,
    args: &args::Import,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if !args.quiet {
        let mut table = Table::new(["row", "what", "title", "about"]);
        for row in &plan.rows {
            let about = about(&row.verdict, !row.lacks.is_empty());
            table.row([row.line.to_string(), row.verdict.id().into(), row.title.clone(), about]);
        }
        table.print(out)?;
    }
    for row in &plan.rows {
        let Verdict::Refused { flaws } = &row.verdict else { continue };
        for flaw in flaws {
            let found = match flaw.found.as_str() {
                "" => String::new(),
                found => format!(" (“{found}”)"),
            };
            writeln!(out, "refused  {}{found}", flaw.in_english(row.line, sheet))?;
        }
    }
    if args.quiet {
        return Ok(());
    }
    match outcome {
        Some(done) => writeln!(
            out,
            "{} drafted, {} published, {} changed, {} skipped, {} left out. Import {}.",
            done.drafted, done.published, done.revised, done.skipped, done.refused, done.import
        )?,
        None if args.dry_run => {
            writeln!(out, "Nothing was changed; {} would be taken in.", rows(plan.taken()))?;
        }
        None if plan.refused() > 0 => writeln!(
            out,
            "Nothing was taken in: {} cannot be. Correct the file, or say --leave-out.",
            rows(plan.refused())
        )?,
        None => writeln!(out, "Nothing was taken in: no row is new.")?,
    }
    Ok(())
}

fn about(verdict: &Verdict, lacks: bool) -> String {
    let of = |of: &imports::Of| {
        let kind = match of.kind {
            OfKind::Case => "case",
            OfKind::Hidden => "hidden case",
            OfKind::Draft => "draft",
            OfKind::Row => "row",
        };
        format!("{kind} {}", of.at)
    };
    match verdict {
        Verdict::New if lacks => "incomplete".into(),
        Verdict::New | Verdict::Refused { .. } => String::new(),
        Verdict::Changes { of: same, fields } => format!("{}: {}", of(same), fields.join(", ")),
        Verdict::Same { of: same } => of(same),
        Verdict::Duplicate { of: same, choice } => format!("{}: {}", of(same), choice.id()),
    }
}

fn rows(count: usize) -> String {
    format!("{count} {}", if count == 1 { "row" } else { "rows" })
}
