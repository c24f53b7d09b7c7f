//! An import is taken back as a whole, as long as nobody worked on anything of it.

use super::{No, Result, imports};
use crate::{
    app::{
        access::record,
        desk::{By, Desk},
        publish,
    },
    domain::{
        account::Editor,
        text::{clean_block, shorten},
        vocabulary::EditorialState,
    },
    store::{Tx, cases, imports::ImportedRow, revisions},
};

/// Drafts go, what was published is withdrawn with the reason, what was revised becomes again what it
/// was before. All of it or nothing.
///
/// # Errors
/// `NotFound`, also for one that is not done; `Edited` with the first title that somebody worked on.
pub async fn undo(desk: &Desk, editor: Editor<'_>, id: &str, reason: &str, now: i64) -> Result<()> {
    let by = By::member(editor.member());
    let reason = shorten(clean_block(reason).trim(), crate::app::desk::NOTE_CHARS);
    let mut tx = desk.db.begin().await?;
    cases::lock(&mut tx).await?;
    let found = imports::take(&mut tx, &editor.member().id, id).await?;
    let mut stored = found.filter(|found| found.state == "done").ok_or(No::NotFound)?;
    for row in imports::rows_of(&mut tx, id).await? {
        take_back(&mut tx, desk, &by, &row, &reason, now).await?;
    }
    stored.state = "undone".into();
    imports::finish(&mut tx, &stored).await?;
    record(&mut tx, &by.who, "import.undone", id, &stored.file, now).await?;
    tx.commit().await?;
    Ok(())
}

async fn take_back(
    tx: &mut Tx,
    desk: &Desk,
    by: &By<'_>,
    row: &ImportedRow,
    reason: &str,
    now: i64,
) -> Result<()> {
    let edited = || No::Edited(row.title.clone());
    if !row.manuscript.is_empty() {
        return match imports::remove_draft(tx, &row.manuscript, row.revision).await? {
            true => Ok(()),
            false => Err(edited()),
        };
    }
    let stored = cases::by_key(tx, &row.case_key).await?.ok_or_else(edited)?;
    let is_revised = manuscript_of(tx, &row.case_key).await?;
    if stored.state != EditorialState::Published || stored.revision != row.revision || is_revised {
        return Err(edited());
    }
    if row.made == "published" {
        publish::withdraw_key_in(tx, &by.who, &row.case_key, reason, now).await?;
        return Ok(());
    }
    let before = revisions::page(tx, stored.num, row.revision, 1).await?;
    let before = before.first().map(revisions::Revision::public).transpose()?.flatten();
    let mut case = before.ok_or_else(edited)?;
    case.slug = stored.case.slug;
    case.editorial.revision = None;
    publish::release_in(tx, &desk.publisher, &by.who, case, now).await?;
    Ok(())
}

/// Whether somebody is revising the case.
async fn manuscript_of(tx: &mut Tx, key: &str) -> Result<bool> {
    Ok(crate::store::manuscripts::open_of_case(tx, key).await?.is_some())
}
