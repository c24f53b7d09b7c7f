//! Many records go in: each on its own merits, several to a transaction.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde_json::Value;

use super::{
    access::Who,
    publish::{Outcome, Publisher, put_in},
};
use crate::{
    domain::{
        case_study::{self, CaseStudy, FieldError},
        text::{clean_line, shorten},
        vocabulary::EditorialState,
    },
    store::{Db, StoreError},
};

/// Who imports, and where to.
pub struct Import {
    pub db: Db,
    pub by: Publisher,
    pub who: Who,
    /// Everything is done, and undone again.
    pub dry_run: bool,
}

/// A valid record of a file.
pub struct Record {
    /// Counted from 1.
    pub line: u64,
    pub case: CaseStudy,
}

/// What became of a record; in a dry run, what would become of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "result", rename_all = "lowercase")]
pub enum Verdict {
    Published,
    /// Kept in an editorial state that the public does not see.
    Stored {
        state: EditorialState,
    },
    Revised {
        revision: i64,
    },
    Withdrawn,
    /// Already here, equal or newer.
    Left {
        reason: String,
    },
    Refused {
        errors: Vec<FieldError>,
    },
}

impl Verdict {
    /// A refusal of the whole line.
    pub fn refused(code: &'static str, message: String) -> Self {
        Verdict::Refused { errors: vec![FieldError { path: "record".into(), code, message }] }
    }
}

impl From<Outcome> for Verdict {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Published { id: _ } => Verdict::Published,
            Outcome::Stored { id: _, state } => Verdict::Stored { state },
            Outcome::Revised { id: _, revision } => Verdict::Revised { revision },
            Outcome::Withdrawn { id: _ } => Verdict::Withdrawn,
            Outcome::Left { id: _, reason } => Verdict::Left { reason },
        }
    }
}

/// One line of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Counted from 1.
    pub line: u64,
    /// The record's own id, cleaned and shortened; absent when it has none.
    pub id: Option<String>,
    #[serde(flatten)]
    pub verdict: Verdict,
    /// What the case lacks by the rules of publishing; it went in all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<FieldError>,
    /// Whether the record says that everybody may see it.
    #[serde(skip)]
    pub public: bool,
}

/// Records of earlier batches that a dry run has undone and a later record with the same id has
/// to be compared with.
#[derive(Default)]
pub struct Undone(HashMap<String, Vec<CaseStudy>>);

impl Import {
    /// Puts a batch in: all at once, or one by one when the database objects to one of them. A
    /// later record with an id that occurred before is judged by its `updated` like any other.
    ///
    /// # Errors
    /// When the database fails on the way; with what was done until then.
    pub async fn put(
        &self,
        batch: Vec<Record>,
        undone: &mut Undone,
        now: i64,
    ) -> Result<Vec<Entry>, (Vec<Entry>, StoreError)> {
        if batch.is_empty() {
            return Ok(Vec::new());
        }
        if let Ok(entries) = self.try_put(&batch, undone, now).await {
            return Ok(entries);
        }
        let mut entries = Vec::with_capacity(batch.len());
        for record in batch {
            match self.try_put(std::slice::from_ref(&record), undone, now).await {
                Ok(mut one) => entries.append(&mut one),
                Err(error) if error.is_temporary() => return Err((entries, error)),
                Err(error) => entries.push(Entry {
                    line: record.line,
                    public: record.is_public(),
                    id: Some(record.case.id),
                    verdict: Verdict::refused("not-stored", format!("cannot be stored: {error}")),
                    warnings: Vec::new(),
                }),
            }
        }
        Ok(entries)
    }

    async fn try_put(
        &self,
        batch: &[Record],
        undone: &mut Undone,
        now: i64,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut tx = self.db.begin().await?;
        let (mut entries, mut redone) = (Vec::with_capacity(batch.len()), HashSet::new());
        for record in batch {
            let earlier = undone.0.get(&record.case.id).filter(|_| redone.insert(&record.case.id));
            for case in earlier.into_iter().flatten() {
                match put_in(&mut tx, &self.by, &self.who, case.clone(), now).await {
                    Err(super::Error::Store(error)) => return Err(error),
                    _ => continue,
                }
            }
            let put = put_in(&mut tx, &self.by, &self.who, record.case.clone(), now).await;
            let verdict = match put {
                Ok(outcome) => Verdict::from(outcome),
                Err(super::Error::Store(error)) => return Err(error),
                Err(super::Error::Refused(refusal)) => Verdict::Refused { errors: refusal.errors },
                Err(other) => Verdict::refused("not-stored", other.to_string()),
            };
            entries.push(Entry {
                line: record.line,
                id: Some(record.case.id.clone()),
                warnings: match verdict {
                    Verdict::Refused { .. } => Vec::new(),
                    _ => record.case.publish_problems(),
                },
                public: record.is_public(),
                verdict,
            });
        }
        if !self.dry_run {
            tx.commit().await?;
            return Ok(entries);
        }
        drop(tx);
        for (record, entry) in batch.iter().zip(&entries) {
            if !matches!(entry.verdict, Verdict::Left { .. } | Verdict::Refused { .. }) {
                undone.0.entry(record.case.id.clone()).or_default().push(record.case.clone());
            }
        }
        Ok(entries)
    }
}

impl Record {
    fn is_public(&self) -> bool {
        self.case.editorial.state == EditorialState::Published
    }
}

impl Entry {
    /// A line that never became a record.
    pub fn unread(line: u64, id: Option<String>, verdict: Verdict) -> Self {
        Entry { line, id, verdict, warnings: Vec::new(), public: false }
    }
}

/// The record of a line, or what is told about it.
///
/// # Errors
/// When it is no JSON, or no case by the schema and the rules beside it.
pub fn read(line: u64, text: &[u8]) -> Result<Record, Entry> {
    let value: Value = serde_json::from_slice(text).map_err(|error| {
        let message = format!("record: is not JSON: {error}");
        Entry::unread(line, None, Verdict::refused("not-json", message))
    })?;
    let id = value.get("id").and_then(Value::as_str).map(|id| shorten(&clean_line(id), 120));
    match case_study::parse(&value) {
        Ok(case) => Ok(Record { line, case }),
        Err(refusal) => Err(Entry::unread(line, id, Verdict::Refused { errors: refusal.errors })),
    }
}
