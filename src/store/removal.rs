//! What still speaks of a picture that is to be removed, and the removal of its row.

use super::{
    Result, Tx,
    cases::{self, StoredCase},
    sql::{execute, rows},
};

/// Cases whose present text names this picture, ours and partners'.
pub async fn cases_with(tx: &mut Tx, id: &str) -> Result<Vec<StoredCase>> {
    let found: Vec<(String,)> =
        rows!(tx, "SELECT uri FROM case_study WHERE document LIKE $1 ORDER BY num", within(id))?;
    let mut all = Vec::with_capacity(found.len());
    for (uri,) in found {
        all.extend(cases::by_uri(tx, &uri).await?);
    }
    Ok(all)
}

/// Manuscripts whose newest version names this picture: id and title.
pub async fn drafts_with(tx: &mut Tx, id: &str) -> Result<Vec<(String, String)>> {
    Ok(rows!(tx, "SELECT id, title FROM manuscript WHERE draft LIKE $1 ORDER BY id", within(id))?)
}

/// Handles of our people who show this picture of themselves.
pub async fn people_with(tx: &mut Tx, id: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT handle FROM actor WHERE profile LIKE $1 AND gone_at IS NULL ORDER BY handle",
        within(id)
    )?;
    Ok(found.into_iter().map(|(handle,)| handle).collect())
}

/// An id is digits and letters: nothing in it has a meaning of its own.
fn within(id: &str) -> String {
    format!("%/media/{id}/%")
}

pub async fn remove(tx: &mut Tx, id: &str) -> Result<()> {
    execute!(tx, "DELETE FROM picture WHERE id = $1", id)?;
    Ok(())
}
