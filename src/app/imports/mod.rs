//! Sheets of cases are brought in: kept, matched to fields, looked at, and taken in all at once or not
//! at all.

mod names;
mod plan;
mod take;
mod undo;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use names::{field_key, names};
pub use plan::{Of, OfKind, Plan, Planned, Verdict};
pub use take::{Outcome, Taking};

use super::{
    access::record,
    desk::{self, By, Desk},
    new_id,
};
use crate::{
    domain::{
        account::Editor,
        sheet::{Field, Mapping, Names, Sheet, guess},
        text::{clean_line, shorten},
    },
    store::{
        StoreError,
        imports::{self, ImportedRow, Source, StoredImport},
    },
};

const DAY_MS: i64 = 86_400_000;
/// Who lays an import aside finds it again within this time.
const KEEP_OPEN_MS: i64 = 7 * DAY_MS;
/// What an import made can be looked up, and taken back, for this time.
const KEEP_DONE_MS: i64 = 180 * DAY_MS;
/// Unfinished imports of one person.
const MOST_OPEN: i64 = 10;
/// Characters of a name for a source, or of a file.
const NAME_CHARS: usize = 80;

/// What rows become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Drafts at the desk, which may be incomplete.
    #[default]
    Drafts,
    /// Public cases.
    Published,
}

impl Mode {
    pub fn id(self) -> &'static str {
        match self {
            Mode::Drafts => "drafts",
            Mode::Published => "published",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        [Mode::Drafts, Mode::Published].into_iter().find(|mode| mode.id() == id)
    }
}

/// What becomes of a row that is probably here already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    #[default]
    Skip,
    /// It changes the case that is here.
    Update,
    /// It becomes a case of its own.
    Add,
}

impl Choice {
    pub const ALL: [Choice; 3] = [Choice::Skip, Choice::Update, Choice::Add];

    pub fn id(self) -> &'static str {
        match self {
            Choice::Skip => "skip",
            Choice::Update => "update",
            Choice::Add => "add",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.id() == id)
    }
}

/// How a sheet is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Which sheet of a workbook.
    pub sheet: usize,
    pub mapping: Mapping,
    /// Whether somebody has looked at the mapping.
    pub mapped: bool,
    /// What somebody called where it comes from.
    pub source: String,
    pub mode: Mode,
    /// For rows that are probably here, unless something is chosen for them.
    pub others: Choice,
    /// By line.
    pub single: BTreeMap<u64, Choice>,
}

/// Why an import does not go on.
#[derive(Debug, thiserror::Error)]
pub enum No {
    /// There is none, or it is somebody else's.
    #[error("there is no such import")]
    NotFound,
    #[error("too many imports are unfinished")]
    TooMany,
    #[error("it was taken in already")]
    Done,
    /// What is here changed since the preview.
    #[error("something changed since the preview")]
    Moved,
    /// Rows cannot be taken, and nobody said to leave them out.
    #[error("some rows cannot be taken")]
    Flawed,
    #[error("no row would be taken")]
    Nothing,
    /// Two columns stand for one field.
    #[error("two columns stand for {}", .0.id())]
    Twice(Field),
    #[error("no column stands for the title")]
    NoTitle,
    /// The title of what somebody worked on since.
    #[error("somebody worked on “{0}” since")]
    Edited(String),
    #[error(transparent)]
    Desk(#[from] desk::No),
}

impl From<StoreError> for No {
    fn from(error: StoreError) -> Self {
        No::Desk(error.into())
    }
}

impl From<super::Error> for No {
    fn from(error: super::Error) -> Self {
        No::Desk(error.into())
    }
}

pub type Result<T> = std::result::Result<T, No>;

/// An import as its owner sees it.
#[derive(Clone, Debug)]
pub struct Opened {
    pub stored: StoredImport,
    pub choices: Choices,
    /// None once it is done.
    pub sheets: Vec<Sheet>,
}

impl Opened {
    pub fn is_open(&self) -> bool {
        self.stored.state == "open"
    }

    /// The sheet that was chosen.
    ///
    /// # Errors
    /// `Done` when there is none any more.
    pub fn sheet(&self) -> Result<&Sheet> {
        self.sheets.get(self.choices.sheet).ok_or(No::Done)
    }
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists of these")
}

/// The sheet in which most columns are known, and what they stand for.
pub fn best_sheet(sheets: &[Sheet], names: &Names) -> (usize, Mapping) {
    let mut best = (0, Mapping::default());
    let known = |mapping: &Mapping| mapping.fields.iter().flatten().count();
    for (at, sheet) in sheets.iter().enumerate() {
        let mapping = Mapping { fields: guess(sheet, names), ..Mapping::default() };
        if at == 0 || known(&mapping) > known(&best.1) {
            best = (at, mapping);
        }
    }
    best
}

/// Keeps what was sent; returns the id of the import. Columns are matched as they were the last time
/// that a sheet had the same ones, else by their names.
///
/// # Errors
/// `TooMany`.
pub async fn begin(
    desk: &Desk,
    editor: Editor<'_>,
    (file, sheets): (&str, &[Sheet]),
    now: i64,
) -> Result<String> {
    let member = editor.member();
    let (sheet, mapping) = best_sheet(sheets, names());
    let mut choices = Choices { sheet, mapping, ..Choices::default() };
    let mut tx = desk.db.begin().await?;
    if imports::count_open(&mut tx, &member.id).await? >= MOST_OPEN {
        return Err(No::TooMany);
    }
    let signature = sheets.get(sheet).map(Sheet::signature).unwrap_or_default();
    if let Some(source) = imports::source_with(&mut tx, &signature).await?
        && let Ok(mapping) = serde_json::from_str(&source.mapping)
    {
        choices.mapping = mapping;
        choices.source = source.name;
    }
    let stored = StoredImport {
        id: new_id(now),
        account: member.id.clone(),
        handle: member.handle.clone(),
        file: name_of(file),
        state: "open".into(),
        made_at: now,
        done_at: None,
        expires_at: now + KEEP_OPEN_MS,
        outcome: String::new(),
        choices: json(&choices),
    };
    imports::insert(&mut tx, &stored, &json(&sheets)).await?;
    tx.commit().await?;
    Ok(stored.id)
}

/// A name as it is kept: one line, not long.
pub fn name_of(text: &str) -> String {
    shorten(clean_line(text).trim(), NAME_CHARS)
}

/// An import for its owner.
///
/// # Errors
/// `NotFound`, also for who does not own it.
pub async fn open(desk: &Desk, editor: Editor<'_>, id: &str) -> Result<Opened> {
    let mut tx = desk.db.read().await?;
    let stored = imports::find(&mut tx, &editor.member().id, id).await?.ok_or(No::NotFound)?;
    let sheets = imports::sheets(&mut tx, id).await?;
    opened(stored, &sheets)
}

fn opened(stored: StoredImport, sheets: &str) -> Result<Opened> {
    let odd =
        |column| StoreError::Inconsistent { table: "import", column, value: stored.id.clone() };
    let choices = serde_json::from_str(&stored.choices).map_err(|_| odd("choices"))?;
    let sheets = match sheets {
        "" => Vec::new(),
        text => serde_json::from_str(text).map_err(|_| odd("sheets"))?,
    };
    Ok(Opened { stored, choices, sheets })
}

/// Keeps what was chosen; a mapping under a name is remembered for the next sheet like it.
///
/// # Errors
/// `NotFound`, `Done`; `Twice` and `NoTitle` for a mapping that says nothing clear.
pub async fn choose(
    desk: &Desk,
    editor: Editor<'_>,
    id: &str,
    change: impl FnOnce(&mut Choices, &[Sheet]) + Send,
    now: i64,
) -> Result<()> {
    let member = editor.member();
    let mut tx = desk.db.begin().await?;
    let stored = imports::take(&mut tx, &member.id, id).await?.ok_or(No::NotFound)?;
    let sheets = imports::sheets(&mut tx, id).await?;
    let Opened { stored, mut choices, sheets } = opened(stored, &sheets)?;
    if stored.state != "open" {
        return Err(No::Done);
    }
    change(&mut choices, &sheets);
    let sheet = sheets.get(choices.sheet).ok_or(No::NotFound)?;
    choices.mapping.fields.resize(sheet.width(), None);
    choices.source = name_of(&choices.source);
    if choices.mapped {
        check(&choices.mapping)?;
        if !choices.source.is_empty() {
            let source = Source {
                name: choices.source.clone(),
                headers: sheet.signature(),
                mapping: json(&choices.mapping),
                handle: member.handle.clone(),
                used_at: now,
            };
            imports::remember(&mut tx, &source).await?;
        }
    }
    imports::choose(&mut tx, id, &json(&choices), now + KEEP_OPEN_MS).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether rows can be read by a mapping.
///
/// # Errors
/// `Twice`, `NoTitle`.
pub fn check(mapping: &Mapping) -> Result<()> {
    match (mapping.twice(), mapping.column_of(Field::Title)) {
        (Some(field), _) => Err(No::Twice(field)),
        (None, None) => Err(No::NoTitle),
        (None, Some(_)) => Ok(()),
    }
}

/// The mapping that is remembered under a name.
///
/// # Errors
/// When the database does not answer.
pub async fn remembered(desk: &Desk, name: &str) -> Result<Option<Mapping>> {
    let source = imports::source(&mut desk.db.read().await?, name).await?;
    Ok(source.and_then(|source| serde_json::from_str(&source.mapping).ok()))
}

/// What would become of the rows of an open import.
///
/// # Errors
/// `Done`; when the database does not answer.
pub async fn preview(desk: &Desk, opened: &Opened) -> Result<Plan> {
    imports::complete_sources(&desk.db).await?;
    let mut tx = desk.db.read().await?;
    plan::plan_in(&mut tx, desk, opened.sheet()?, &opened.choices).await
}

/// Lays an open import aside for good.
///
/// # Errors
/// `NotFound`, also for one that is done.
pub async fn discard(desk: &Desk, editor: Editor<'_>, id: &str) -> Result<()> {
    let mut tx = desk.db.begin().await?;
    if !imports::drop_open(&mut tx, &editor.member().id, id).await? {
        return Err(No::NotFound);
    }
    tx.commit().await?;
    Ok(())
}

/// Takes in what the preview showed, all of it or nothing. Asked again, it says what it did.
///
/// # Errors
/// `NotFound`; `Moved` when a preview would look different now; `Flawed`; `Nothing`.
pub async fn confirm(
    desk: &Desk,
    editor: Editor<'_>,
    id: &str,
    (seen, leave_out): (&str, bool),
    now: i64,
) -> Result<Outcome> {
    let member = editor.member();
    imports::complete_sources(&desk.db).await?;
    let mut tx = desk.db.begin().await?;
    crate::store::cases::lock(&mut tx).await?;
    let stored = imports::take(&mut tx, &member.id, id).await?.ok_or(No::NotFound)?;
    let sheets = imports::sheets(&mut tx, id).await?;
    let mut opened = opened(stored, &sheets)?;
    if !opened.is_open() {
        return Ok(Outcome::of(&opened.stored));
    }
    let plan = plan::plan_in(&mut tx, desk, opened.sheet()?, &opened.choices).await?;
    if plan.seen != seen {
        return Err(No::Moved);
    }
    let by = By::member(member);
    let taking = Taking { by: &by, author: None, leave_out };
    let outcome = take::take_in(&mut tx, desk, &taking, plan, &opened.stored.id, now).await?;
    opened.stored.state = "done".into();
    opened.stored.done_at = Some(now);
    opened.stored.expires_at = now + KEEP_DONE_MS;
    opened.stored.outcome = json(&outcome);
    imports::finish(&mut tx, &opened.stored).await?;
    record(&mut tx, &by.who, "import.done", id, &opened.stored.file, now).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// Plans a sheet, and takes it in at once where `taking` says as whom: for commands.
///
/// # Errors
/// As [`check`] and [`confirm`].
pub async fn at_once(
    desk: &Desk,
    (file, sheet): (&str, &Sheet),
    choices: &Choices,
    taking: Option<&Taking<'_>>,
    now: i64,
) -> Result<(Plan, Option<Outcome>)> {
    check(&choices.mapping)?;
    imports::complete_sources(&desk.db).await?;
    let Some(taking) = taking else {
        let mut tx = desk.db.read().await?;
        return Ok((plan::plan_in(&mut tx, desk, sheet, choices).await?, None));
    };
    let mut tx = desk.db.begin().await?;
    crate::store::cases::lock(&mut tx).await?;
    let plan = plan::plan_in(&mut tx, desk, sheet, choices).await?;
    if plan.refused() > 0 && !taking.leave_out || plan.taken() == 0 {
        return Ok((plan, None));
    }
    let shown = plan.clone();
    let (account, handle) = match &taking.author {
        Some(author) => (author.account.clone(), author.handle.clone()),
        None => taking.by.names(),
    };
    let mut stored = StoredImport {
        id: new_id(now),
        account,
        handle,
        file: name_of(file),
        state: "done".into(),
        made_at: now,
        done_at: Some(now),
        expires_at: now + KEEP_DONE_MS,
        outcome: String::new(),
        choices: json(choices),
    };
    imports::insert(&mut tx, &stored, "").await?;
    let outcome = take::take_in(&mut tx, desk, taking, plan, &stored.id, now).await?;
    stored.outcome = json(&outcome);
    imports::finish(&mut tx, &stored).await?;
    record(&mut tx, &taking.by.who, "import.done", &stored.id, &stored.file, now).await?;
    tx.commit().await?;
    Ok((shown, Some(outcome)))
}

/// The rows that became something, for who brought them in.
///
/// # Errors
/// `NotFound`.
pub async fn made(desk: &Desk, editor: Editor<'_>, id: &str) -> Result<Vec<ImportedRow>> {
    let mut tx = desk.db.read().await?;
    imports::find(&mut tx, &editor.member().id, id).await?.ok_or(No::NotFound)?;
    Ok(imports::rows_of(&mut tx, id).await?)
}

pub use undo::undo;
