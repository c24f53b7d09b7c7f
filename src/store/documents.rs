//! Documents that people sent with a case, without their bytes.

use std::collections::BTreeMap;

use super::{
    Result, Tx,
    sql::{Conditions, execute, row, rows, rows_where},
};

/// A document whose bytes are in the store of pictures.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredDocument {
    pub id: String,
    /// The manuscript it was sent for.
    pub manuscript: String,
    /// What the file is called when it is saved.
    pub name: String,
    pub bytes: i64,
    pub account: String,
    pub handle: String,
    /// Epoch milliseconds.
    pub made_at: i64,
}

pub async fn insert(tx: &mut Tx, document: &StoredDocument) -> Result<()> {
    let StoredDocument { id, manuscript, name, bytes, account, handle, made_at } = document;
    execute!(
        tx,
        "INSERT INTO document (id, manuscript, name, bytes, account, handle, made_at)
         VALUES ($1,$2,$3,$4,$5,$6,$7)",
        id,
        manuscript,
        name,
        *bytes,
        account,
        handle,
        *made_at
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<StoredDocument>> {
    Ok(row!(
        tx,
        "SELECT id, manuscript, name, bytes, account, handle, made_at FROM document WHERE id = $1",
        id
    )?)
}

/// How many bytes these documents have, by their ids, and whether they came with a case of ours that
/// was withdrawn. Those that are not kept here are left out.
pub async fn sizes(tx: &mut Tx, ids: &[&str]) -> Result<BTreeMap<String, (i64, bool)>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut conditions = Conditions::default();
    let wanted = conditions.bind_all(ids.iter().copied());
    let sql = format!(
        "SELECT d.id, d.bytes, count(c.withdrawn_at) FROM document d
         LEFT JOIN manuscript m ON m.id = d.manuscript
         LEFT JOIN case_study c ON c.local_key = m.case_key
         WHERE d.id IN ({wanted}) GROUP BY d.id, d.bytes"
    );
    let found: Vec<(String, i64, i64)> = rows_where!(tx, sql, conditions.values)?;
    Ok(found.into_iter().map(|(id, bytes, withdrawn)| (id, (bytes, withdrawn > 0))).collect())
}

/// How many documents an account sent since `since`.
pub async fn count_since(tx: &mut Tx, account: &str, since: i64) -> Result<i64> {
    let found: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM document WHERE account = $1 AND made_at >= $2",
        account,
        since
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// Whether a document came with a case of ours that was withdrawn.
pub async fn is_withdrawn(tx: &mut Tx, id: &str) -> Result<bool> {
    let found: Option<(i64,)> = row!(
        tx,
        "SELECT c.withdrawn_at FROM document d JOIN manuscript m ON m.id = d.manuscript
         JOIN case_study c ON c.local_key = m.case_key
         WHERE d.id = $1 AND c.withdrawn_at IS NOT NULL LIMIT 1",
        id
    )?;
    Ok(found.is_some())
}

/// Whether a document was sent for a manuscript of this account.
pub async fn is_authors(tx: &mut Tx, id: &str, account: &str) -> Result<bool> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT a.account FROM document d JOIN manuscript_author a ON a.manuscript = d.manuscript
         WHERE d.id = $1 AND a.account = $2",
        id,
        account
    )?;
    Ok(!found.is_empty())
}
