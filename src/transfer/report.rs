//! What became of each line of an imported file.

use serde::Serialize;

use crate::app::import::{Entry, Verdict};

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
    /// A case that the public does not see need not have what a published one should have.
    pub(super) fn add(&mut self, mut entry: Entry) {
        let goes_out = matches!(entry.verdict, Verdict::Published | Verdict::Revised { .. });
        if !(entry.public && goes_out) {
            entry.warnings.clear();
        }
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
