//! What became of each line of an imported file.

use serde::Serialize;

use crate::{
    app::publish::Outcome,
    domain::{case_study::FieldError, vocabulary::EditorialState},
};

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
    /// What a public case lacks by the rules of publishing; it went in all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<FieldError>,
}

/// How many lines met each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub published: u64,
    pub stored: u64,
    pub revised: u64,
    pub withdrawn: u64,
    pub left: u64,
    pub refused: u64,
}

impl Counts {
    pub fn total(&self) -> u64 {
        let Self { published, stored, revised, withdrawn, left, refused } = self;
        published + stored + revised + withdrawn + left + refused
    }
}

/// What became of a file.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// Nothing was kept.
    pub dry_run: bool,
    pub counts: Counts,
    /// In the order of the file.
    pub lines: Vec<Entry>,
    /// Why the file was not read to its end; what is listed went in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut_short: Option<String>,
}

impl Report {
    pub(super) fn add(&mut self, entry: Entry) {
        let counts = &mut self.counts;
        *match entry.verdict {
            Verdict::Published => &mut counts.published,
            Verdict::Stored { .. } => &mut counts.stored,
            Verdict::Revised { .. } => &mut counts.revised,
            Verdict::Withdrawn => &mut counts.withdrawn,
            Verdict::Left { .. } => &mut counts.left,
            Verdict::Refused { .. } => &mut counts.refused,
        } += 1;
        self.lines.push(entry);
    }
}
