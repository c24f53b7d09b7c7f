//! Pictures that people sent, without their bytes.

use std::collections::BTreeSet;

use super::{
    Result, Tx,
    sql::{Conditions, execute, row, rows, rows_where},
};

/// A picture whose bytes are in the store of pictures.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredPicture {
    pub id: String,
    /// The manuscript it was sent for; empty for a picture that somebody shows of themselves.
    pub manuscript: String,
    /// Its name in its largest size, as `domain::media::Named` reads it.
    pub name: String,
    /// Of all sizes together.
    pub bytes: i64,
    pub account: String,
    pub handle: String,
    /// Epoch milliseconds.
    pub made_at: i64,
}

pub async fn insert(tx: &mut Tx, picture: &StoredPicture) -> Result<()> {
    let StoredPicture { id, manuscript, name, bytes, account, handle, made_at } = picture;
    execute!(
        tx,
        "INSERT INTO picture (id, manuscript, name, bytes, account, handle, made_at)
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

pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<StoredPicture>> {
    Ok(row!(
        tx,
        "SELECT id, manuscript, name, bytes, account, handle, made_at FROM picture WHERE id = $1",
        id
    )?)
}

/// How many pictures an account sent since `since`.
pub async fn count_since(tx: &mut Tx, account: &str, since: i64) -> Result<i64> {
    let found: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM picture WHERE account = $1 AND made_at >= $2",
        account,
        since
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// Which of these ids pictures, copies of pictures and documents have; at most some hundred at once.
pub async fn known(tx: &mut Tx, ids: &[String]) -> Result<BTreeSet<String>> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let mut conditions = Conditions::default();
    let wanted = conditions.bind_all(ids.iter().map(String::as_str));
    let again = conditions.bind_all(ids.iter().map(String::as_str));
    let documents = conditions.bind_all(ids.iter().map(String::as_str));
    let sql = format!(
        "SELECT id FROM picture WHERE id IN ({wanted})
         UNION SELECT id FROM picture_copy WHERE id IN ({again})
         UNION SELECT id FROM document WHERE id IN ({documents})"
    );
    let found: Vec<(String,)> = rows_where!(tx, sql, conditions.values)?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Takes away the rows of the pictures that an account shows of itself; the ids of those.
pub async fn remove_faces(tx: &mut Tx, account: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> =
        rows!(tx, "SELECT id FROM picture WHERE account = $1 AND manuscript = ''", account)?;
    execute!(tx, "DELETE FROM picture WHERE account = $1 AND manuscript = ''", account)?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Whether a picture came with a case of ours that was withdrawn.
pub async fn is_withdrawn(tx: &mut Tx, id: &str) -> Result<bool> {
    let found: Option<(i64,)> = row!(
        tx,
        "SELECT c.withdrawn_at FROM picture p JOIN manuscript m ON m.id = p.manuscript
         JOIN case_study c ON c.local_key = m.case_key
         WHERE p.id = $1 AND c.withdrawn_at IS NOT NULL LIMIT 1",
        id
    )?;
    Ok(found.is_some())
}

/// Whether a picture was sent for a manuscript of this account.
pub async fn is_authors(tx: &mut Tx, id: &str, account: &str) -> Result<bool> {
    let found: Option<(String,)> = row!(
        tx,
        "SELECT a.account FROM picture p JOIN manuscript_author a ON a.manuscript = p.manuscript
         WHERE p.id = $1 AND a.account = $2",
        id,
        account
    )?;
    Ok(found.is_some())
}
