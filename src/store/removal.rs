//! What still speaks of a picture or document that is to be removed, and the removal of its row.

use super::{
    Result, Tx,
    cases::{self, StoredCase},
    indexing::note_change,
    sql::{execute, rows},
};

/// In which folder of addresses something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Pictures,
    Documents,
}

/// Cases whose present text names this picture or document, ours and partners'.
pub async fn cases_with(tx: &mut Tx, shelf: Shelf, id: &str) -> Result<Vec<StoredCase>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT uri FROM case_study WHERE document LIKE $1 ORDER BY num",
        within(shelf, id)
    )?;
    let mut all = Vec::with_capacity(found.len());
    for (uri,) in found {
        all.extend(cases::by_uri(tx, &uri).await?);
    }
    Ok(all)
}

/// Manuscripts whose newest version names this picture or document: id and title.
pub async fn drafts_with(tx: &mut Tx, shelf: Shelf, id: &str) -> Result<Vec<(String, String)>> {
    Ok(rows!(
        tx,
        "SELECT id, title FROM manuscript WHERE draft LIKE $1 ORDER BY id",
        within(shelf, id)
    )?)
}

/// Handles of our people who show this picture of themselves.
pub async fn people_with(tx: &mut Tx, id: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT handle FROM actor WHERE profile LIKE $1 AND gone_at IS NULL ORDER BY handle",
        within(Shelf::Pictures, id)
    )?;
    Ok(found.into_iter().map(|(handle,)| handle).collect())
}

/// An id is digits and letters: nothing in it has a meaning of its own.
fn within(shelf: Shelf, id: &str) -> String {
    match shelf {
        Shelf::Pictures => format!("%/media/{id}/%"),
        Shelf::Documents => format!("%/documents/{id}/%"),
    }
}

pub async fn remove(tx: &mut Tx, id: &str) -> Result<()> {
    execute!(tx, "DELETE FROM picture WHERE id = $1", id)?;
    Ok(())
}

/// Removes the row of a document. Pages of cases that link it are made anew.
pub async fn remove_document(tx: &mut Tx, id: &str) -> Result<()> {
    execute!(tx, "DELETE FROM document WHERE id = $1", id)?;
    let linking: Vec<(i64,)> = rows!(
        tx,
        "SELECT num FROM case_study WHERE document LIKE $1 ORDER BY num",
        within(Shelf::Documents, id)
    )?;
    for (num,) in linking {
        note_change(tx, num).await?;
    }
    Ok(())
}
