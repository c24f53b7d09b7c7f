//! What would become of each row, by what is here at this moment.

mod find;

use aws_lc_rs::digest;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Serialize;
use serde_json::{Map, Value, json};

use self::find::{Above, Drafts, Found, Marks};
use super::{Choice, Choices, Mode, Result, names};
use crate::{
    app::desk::Desk,
    clock::rfc3339,
    domain::{
        case_study::{CaseStudy, FieldError, parse, shortcomings},
        desk::{Draft, draft::slug_of},
        sheet::{
            Field, Flaw, Read, Row, Sheet, changed, field_of_path, is_gap, locate, overlay, read,
            without_place,
        },
        text::shorten,
    },
    store::{Tx, cases::StoredCase},
};

/// All rows with what would become of them.
#[derive(Clone, Debug, Serialize)]
pub struct Plan {
    pub rows: Vec<Planned>,
    /// Stands for all of it: another plan of the same import has another one.
    #[serde(skip)]
    pub seen: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Planned {
    /// As the spreadsheet counts.
    pub line: u64,
    pub title: String,
    pub city: String,
    #[serde(flatten)]
    pub verdict: Verdict,
    /// What a draft will lack.
    pub lacks: Vec<Flaw>,
    #[serde(skip)]
    pub(super) act: Act,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "result", rename_all = "lowercase")]
pub enum Verdict {
    New,
    /// It changes these fields of a case that is here.
    Changes {
        of: Of,
        fields: Vec<String>,
    },
    /// The case is here, just so.
    Same {
        of: Of,
    },
    /// It is probably here, and this is what becomes of it.
    Duplicate {
        of: Of,
        choice: Choice,
    },
    Refused {
        flaws: Vec<Flaw>,
    },
}

impl Verdict {
    /// As it stands in filters, and in the names of texts.
    pub fn id(&self) -> &'static str {
        match self {
            Verdict::New => "new",
            Verdict::Changes { .. } => "changes",
            Verdict::Same { .. } => "same",
            Verdict::Duplicate { .. } => "duplicate",
            Verdict::Refused { .. } => "refused",
        }
    }

    pub const IDS: [&'static str; 5] = ["new", "changes", "same", "duplicate", "refused"];
}

/// What a row has been found to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Of {
    pub kind: OfKind,
    pub title: String,
    /// Page of a case, id of a draft, line of a row.
    pub at: String,
    /// Whether the row may change it.
    pub can_update: bool,
    /// Of the case, to see whether it changed.
    #[serde(skip)]
    revision: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum OfKind {
    /// A case that is shown here.
    Case,
    /// One of ours that the public does not see.
    Hidden,
    /// A draft at the desk.
    Draft,
    /// A row of the same sheet, further up.
    Row,
}

/// What is done for a row.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Nothing,
    /// A new draft, with the id that the sheet gives it.
    Draft(Option<String>, Box<Draft>),
    /// The next revision of a case, as a draft.
    DraftRevision(String, Box<Draft>),
    /// A new case; whether the sheet gives it its id.
    Publish(Box<CaseStudy>, bool),
    Revise(Box<CaseStudy>),
}

impl Plan {
    /// How many rows cannot be taken.
    pub fn refused(&self) -> usize {
        self.number_of("refused")
    }

    /// How many rows have this verdict.
    pub fn number_of(&self, id: &str) -> usize {
        self.rows.iter().filter(|row| row.verdict.id() == id).count()
    }

    /// How many rows would become something.
    pub fn taken(&self) -> usize {
        self.rows.iter().filter(|row| !matches!(row.act, Act::Nothing)).count()
    }
}

struct Planning<'a> {
    desk: &'a Desk,
    choices: &'a Choices,
    drafts: Drafts,
    above: Above,
}

/// Plans all rows.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn plan_in(
    tx: &mut Tx,
    desk: &Desk,
    sheet: &Sheet,
    choices: &Choices,
) -> Result<Plan> {
    let names = names();
    let mut reads: Vec<Read> =
        sheet.rows.iter().map(|row| read(row, &choices.mapping, names)).collect();
    locate(reads.iter_mut().map(|read| &mut read.fields));
    let drafts = Drafts::load(tx).await?;
    let mut planning = Planning { desk, choices, drafts, above: Above::default() };
    let mut rows = Vec::with_capacity(reads.len());
    for (row, read) in sheet.rows.iter().zip(reads) {
        rows.push(planning.row(tx, row, read).await?);
    }
    let mut sum = digest::Context::new(&digest::SHA256);
    sum.update(format!("{choices:?}").as_bytes());
    for row in &rows {
        sum.update(format!("{} {:?}\n", row.line, row.verdict).as_bytes());
    }
    Ok(Plan { rows, seen: URL_SAFE_NO_PAD.encode(sum.finish()) })
}

impl Planning<'_> {
    async fn row(&mut self, tx: &mut Tx, row: &Row, read: Read) -> Result<Planned> {
        let marks = Marks::of(&read);
        let found = self.find(tx, &read, &marks).await?;
        self.note(row, &read, &marks);
        let mut planned = Planned {
            line: row.line,
            title: shorten(&marks.title, 200),
            city: shorten(&marks.city, 80),
            verdict: Verdict::New,
            lacks: Vec::new(),
            act: Act::Nothing,
        };
        match found {
            Found::Nothing => self.new_one(row, read, true, &mut planned),
            Found::Own(stored, of) => self.change(row, &read, &stored, of, &mut planned),
            Found::Like(stored, of) => {
                let chosen = self.choices.single.get(&row.line).copied();
                let choice = match chosen.unwrap_or(self.choices.others) {
                    Choice::Update if !of.can_update => Choice::Skip,
                    choice => choice,
                };
                match (choice, stored) {
                    (Choice::Add, _) => self.new_one(row, read, false, &mut planned),
                    (Choice::Update, Some(stored)) => {
                        self.change(row, &read, &stored, of.clone(), &mut planned);
                    }
                    _ => {}
                }
                if !matches!(planned.verdict, Verdict::Refused { .. }) {
                    planned.verdict = Verdict::Duplicate { of, choice };
                }
            }
        }
        Ok(planned)
    }

    /// A row that becomes a case of its own; `own_id` when it may have the id that the sheet gives it.
    fn new_one(&self, row: &Row, read: Read, own_id: bool, planned: &mut Planned) {
        let key = read.id.clone().filter(|_| own_id);
        let title = planned.title.clone();
        let mut record = read.fields;
        let slug = key.clone().unwrap_or_else(|| slug_of(&title));
        let id = key.clone().unwrap_or_else(|| format!("{slug}-000000"));
        let network = self.desk.network.clone();
        record.entry("source_network").or_insert_with(|| network.into());
        record.insert("id".into(), id.into());
        record.insert("slug".into(), slug.into());
        let mut editorial = json!({ "state": "published" });
        if let Some(published) = read.published {
            editorial["published"] = rfc3339(published).into();
            editorial["updated"] = rfc3339(read.updated.unwrap_or(published).max(published)).into();
        }
        record.insert("editorial".into(), editorial);
        // What was published before may lack what is asked for today.
        let was_public = read.published.is_some();
        if let Some(record) = self.judged(row, record, was_public, planned) {
            planned.act = match self.choices.mode {
                Mode::Published => match parse(&record) {
                    Ok(case) => Act::Publish(Box::new(case), key.is_some()),
                    Err(refusal) => return self.refuse(row, &refusal.errors, planned),
                },
                Mode::Drafts => match draft_of(&record) {
                    Ok(draft) => Act::Draft(key, Box::new(draft)),
                    Err(errors) => return self.refuse(row, &errors, planned),
                },
            };
        }
    }

    /// A row over a case that is here.
    fn change(&self, row: &Row, read: &Read, stored: &StoredCase, of: Of, planned: &mut Planned) {
        let Value::Object(before) = stored.case.to_value() else { return };
        let after = overlay(&before, &read.fields);
        let fields = changed(&before, &after);
        if fields.is_empty() {
            planned.verdict = Verdict::Same { of };
            return;
        }
        let Some(record) = self.judged(row, after, false, planned) else { return };
        planned.act = match self.choices.mode {
            Mode::Published => match parse(&record) {
                Ok(case) => Act::Revise(Box::new(case)),
                Err(refusal) => return self.refuse(row, &refusal.errors, planned),
            },
            Mode::Drafts => match draft_of(&record) {
                Ok(draft) => Act::DraftRevision(stored.case.id.clone(), Box::new(draft)),
                Err(errors) => return self.refuse(row, &errors, planned),
            },
        };
        planned.verdict = Verdict::Changes { of, fields };
    }

    /// The record where nothing keeps it out; else the row is refused.
    fn judged(
        &self,
        row: &Row,
        record: Map<String, Value>,
        was_public: bool,
        planned: &mut Planned,
    ) -> Option<Value> {
        let unplaced = without_place(&record);
        let record = Value::Object(record);
        let (refused, wanted) = shortcomings(&record);
        let drafts = self.choices.mode == Mode::Drafts;
        let is_hard = |error: &&FieldError| {
            let own = field_of_path(&error.path) == Some(Field::Title) && error.code == "missing";
            !drafts || own || !is_gap(error.code)
        };
        let mapping = &self.choices.mapping;
        let flaw = |error: &FieldError| {
            let mut flaw = Flaw::of(error, row, mapping);
            let is_place = error.path.starts_with("cities[") && error.code == "missing";
            if is_place && (error.path.ends_with("lat") || error.path.ends_with("lon")) {
                let (code, how) = match flaw.field {
                    Some(Field::MoreCities) => {
                        ("no-place-further", "add them behind it, as in: Ghent (BE); 51.05; 3.72")
                    }
                    _ => ("no-place", "give them in their columns"),
                };
                flaw.code = code.into();
                let names = unplaced.join(", ");
                flaw.message = format!(
                    "not in the register of cities, and without latitude and longitude: {names}; {how}"
                );
            }
            flaw
        };
        let (mut hard, mut soft): (Vec<&FieldError>, Vec<&FieldError>) =
            refused.iter().partition(is_hard);
        match drafts || was_public {
            true => soft.extend(&wanted),
            false => hard.extend(&wanted),
        }
        let told = |errors: Vec<&FieldError>| {
            let mut flaws: Vec<Flaw> = errors.into_iter().map(flaw).collect();
            let mut seen = Vec::new();
            flaws.retain(|flaw| {
                let key = (flaw.column, flaw.field, flaw.code.clone());
                let is_new = flaw.field.is_none() || !seen.contains(&key);
                seen.push(key);
                is_new
            });
            flaws
        };
        if !hard.is_empty() {
            planned.verdict = Verdict::Refused { flaws: told(hard) };
            return None;
        }
        planned.lacks = told(soft);
        Some(record)
    }

    fn refuse(&self, row: &Row, errors: &[FieldError], planned: &mut Planned) {
        let flaws = errors.iter().map(|error| Flaw::of(error, row, &self.choices.mapping));
        planned.verdict = Verdict::Refused { flaws: flaws.collect() };
        planned.act = Act::Nothing;
    }
}

/// The fields that people write, as a draft.
fn draft_of(record: &Value) -> std::result::Result<Draft, Vec<FieldError>> {
    let mut record = record.clone();
    if let Value::Object(fields) = &mut record {
        fields.retain(|name, _| Draft::has_field(name));
    }
    Draft::read(&record).map_err(|refusal| refusal.errors)
}
