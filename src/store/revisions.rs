//! The history of a case: every version that was saved.

use super::{
    Result, StoreError, Tx,
    sql::{row, rows},
};
use crate::domain::{
    case_study::{self, CaseStudy},
    vocabulary::EditorialState,
};

/// One revision in the history of a case.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Revision {
    pub revision: i64,
    /// The record as JSON.
    pub document: String,
    /// The date it carries.
    pub updated_at: i64,
    /// When it was written down here.
    pub saved_at: i64,
}

impl Revision {
    /// The case as the public read it in this revision; `None` for one that was never public: a
    /// draft, or one that was withdrawn.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn public(&self) -> Result<Option<CaseStudy>> {
        let unreadable = || StoreError::Inconsistent {
            table: "case_revision",
            column: "document",
            value: self.revision.to_string(),
        };
        let value = serde_json::from_str(&self.document).map_err(|_| unreadable())?;
        let case = case_study::parse(&value).map_err(|_| unreadable())?;
        Ok((case.editorial.state == EditorialState::Published).then_some(case))
    }
}

/// One of them.
pub async fn one(tx: &mut Tx, num: i64, revision: i64) -> Result<Option<Revision>> {
    Ok(row!(
        tx,
        "SELECT revision, document, updated_at, saved_at FROM case_revision
         WHERE num = $1 AND revision = $2",
        num,
        revision
    )?)
}

/// All of them, newest first.
pub async fn all(tx: &mut Tx, num: i64) -> Result<Vec<Revision>> {
    page(tx, num, i64::MAX, i64::MAX).await
}

/// Newest first from before revision `before`.
pub async fn page(tx: &mut Tx, num: i64, before: i64, limit: i64) -> Result<Vec<Revision>> {
    Ok(rows!(
        tx,
        "SELECT revision, document, updated_at, saved_at FROM case_revision
         WHERE num = $1 AND revision < $2 ORDER BY revision DESC LIMIT $3",
        num,
        before,
        limit
    )?)
}

pub async fn count(tx: &mut Tx, num: i64) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT count(*) FROM case_revision WHERE num = $1", num)?;
    Ok(row.map_or(0, |(count,)| count))
}
