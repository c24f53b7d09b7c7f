//! Sheets that people bring in, what became of their rows, and how they find what is here already.

use std::collections::HashMap;

use serde_json::Value;

use super::{
    Db, Engine, Result, StoreError, Tx,
    cases::{self, StoredCase},
    settings,
    sql::{execute, row, rows},
};

/// An import, without its cells.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredImport {
    /// ULID.
    pub id: String,
    /// Of whom it belongs to.
    pub account: String,
    pub handle: String,
    /// Name of the file.
    pub file: String,
    /// `open`, `done` or `undone`.
    pub state: String,
    pub made_at: i64,
    pub done_at: Option<i64>,
    pub expires_at: i64,
    /// JSON.
    pub outcome: String,
    pub choices: String,
}

/// What a row became.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ImportedRow {
    /// As the spreadsheet counts.
    pub line: i64,
    pub title: String,
    /// `drafted`, `published` or `revised`.
    pub made: String,
    /// Id in the schema of a published case; empty for a draft.
    pub case_key: String,
    /// Of a draft; empty for a published case.
    pub manuscript: String,
    /// The revision of the case, or the version of the draft, that it made.
    pub revision: i64,
}

/// Which column is which field in sheets of one source.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Source {
    /// As somebody called it.
    pub name: String,
    /// Of the names of its columns.
    pub headers: String,
    /// JSON.
    pub mapping: String,
    pub handle: String,
    pub used_at: i64,
}

/// A manuscript that nobody is done with, as far as rows are compared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDraft {
    pub id: String,
    pub case_key: Option<String>,
    pub title: String,
    /// The name of its first city.
    pub city: String,
    pub source_url: String,
}

pub async fn insert(tx: &mut Tx, import: &StoredImport, sheets: &str) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO import (id, account, handle, file, state, made_at, done_at, expires_at,
             outcome, choices, sheets)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)",
        &import.id,
        &import.account,
        &import.handle,
        &import.file,
        &import.state,
        import.made_at,
        import.done_at,
        import.expires_at,
        &import.outcome,
        &import.choices,
        sheets
    )?;
    Ok(())
}

/// The import of this account; others have none under its id.
pub async fn find(tx: &mut Tx, account: &str, id: &str) -> Result<Option<StoredImport>> {
    Ok(row!(
        tx,
        "SELECT id, account, handle, file, state, made_at, done_at, expires_at, outcome, choices
         FROM import WHERE id = $1 AND account = $2",
        id,
        account
    )?)
}

/// The same for who is going to change it: until this transaction ends nobody else does. SQLite
/// has one writer anyway.
pub async fn take(tx: &mut Tx, account: &str, id: &str) -> Result<Option<StoredImport>> {
    if tx.engine() == Engine::Postgres {
        let _: Option<(String,)> = row!(tx, "SELECT id FROM import WHERE id = $1 FOR UPDATE", id)?;
    }
    find(tx, account, id).await
}

/// Its cells as JSON; empty once it is done.
pub async fn sheets(tx: &mut Tx, id: &str) -> Result<String> {
    let found: Option<(String,)> = row!(tx, "SELECT sheets FROM import WHERE id = $1", id)?;
    Ok(found.map(|(sheets,)| sheets).unwrap_or_default())
}

/// Imports of an account, newest first.
pub async fn of_account(tx: &mut Tx, account: &str, limit: i64) -> Result<Vec<StoredImport>> {
    Ok(rows!(
        tx,
        "SELECT id, account, handle, file, state, made_at, done_at, expires_at, outcome, choices
         FROM import WHERE account = $1 ORDER BY made_at DESC, id DESC LIMIT $2",
        account,
        limit
    )?)
}

pub async fn choose(tx: &mut Tx, id: &str, choices: &str, expires_at: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE import SET choices = $2, expires_at = $3 WHERE id = $1 AND state = 'open'",
        id,
        choices,
        expires_at
    )?;
    Ok(())
}

/// Its cells are no longer needed.
pub async fn finish(tx: &mut Tx, import: &StoredImport) -> Result<()> {
    execute!(
        tx,
        "UPDATE import SET state = $2, done_at = $3, expires_at = $4, outcome = $5, sheets = ''
         WHERE id = $1",
        &import.id,
        &import.state,
        import.done_at,
        import.expires_at,
        &import.outcome
    )?;
    Ok(())
}

/// Forgets an open import.
pub async fn drop_open(tx: &mut Tx, account: &str, id: &str) -> Result<bool> {
    let gone = execute!(
        tx,
        "DELETE FROM import WHERE id = $1 AND account = $2 AND state = 'open'",
        id,
        account
    )?;
    Ok(gone > 0)
}

/// Forgets what an account did not finish.
pub async fn drop_open_of(tx: &mut Tx, account: &str) -> Result<()> {
    execute!(tx, "DELETE FROM import WHERE account = $1 AND state = 'open'", account)?;
    Ok(())
}

pub async fn count_open(tx: &mut Tx, account: &str) -> Result<i64> {
    let found: Option<(i64,)> =
        row!(tx, "SELECT count(*) FROM import WHERE account = $1 AND state = 'open'", account)?;
    Ok(found.map_or(0, |(count,)| count))
}

/// Forgets what expired.
pub async fn forget_old(tx: &mut Tx, now: i64) -> Result<()> {
    execute!(tx, "DELETE FROM import WHERE expires_at < $1", now)?;
    Ok(())
}

pub async fn add_row(tx: &mut Tx, import: &str, made: &ImportedRow) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO import_row (import, line, title, made, case_key, manuscript, revision)
         VALUES ($1,$2,$3,$4,$5,$6,$7)",
        import,
        made.line,
        &made.title,
        &made.made,
        &made.case_key,
        &made.manuscript,
        made.revision
    )?;
    Ok(())
}

/// All rows that became something, in their order.
pub async fn rows_of(tx: &mut Tx, import: &str) -> Result<Vec<ImportedRow>> {
    Ok(rows!(
        tx,
        "SELECT line, title, made, case_key, manuscript, revision FROM import_row
         WHERE import = $1 ORDER BY line",
        import
    )?)
}

/// Remembers a source, in place of what was known under its name.
pub async fn remember(tx: &mut Tx, source: &Source) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO import_source (name, headers, mapping, handle, used_at)
         VALUES ($1,$2,$3,$4,$5)
         ON CONFLICT (name) DO UPDATE SET headers = excluded.headers,
           mapping = excluded.mapping, handle = excluded.handle, used_at = excluded.used_at",
        &source.name,
        &source.headers,
        &source.mapping,
        &source.handle,
        source.used_at
    )?;
    Ok(())
}

pub async fn source(tx: &mut Tx, name: &str) -> Result<Option<Source>> {
    Ok(row!(
        tx,
        "SELECT name, headers, mapping, handle, used_at FROM import_source WHERE name = $1",
        name
    )?)
}

/// The source that last had these columns.
pub async fn source_with(tx: &mut Tx, headers: &str) -> Result<Option<Source>> {
    Ok(row!(
        tx,
        "SELECT name, headers, mapping, handle, used_at FROM import_source
         WHERE headers = $1 ORDER BY used_at DESC, name LIMIT 1",
        headers
    )?)
}

/// The shown cases, ours first, that were published at this address before, or are there.
pub async fn cases_from(tx: &mut Tx, url: &str) -> Result<Vec<StoredCase>> {
    let found: Vec<(i64,)> = rows!(
        tx,
        "SELECT num FROM case_study WHERE source_url = $1 AND shown
         ORDER BY local DESC, num LIMIT 20",
        url
    )?;
    let nums: Vec<i64> = found.into_iter().map(|(num,)| num).collect();
    in_order(tx, &nums).await
}

/// The shown cases, ours first, whose folded title begins so.
pub async fn cases_called(tx: &mut Tx, sort_title: &str) -> Result<Vec<StoredCase>> {
    let found: Vec<(i64,)> = rows!(
        tx,
        "SELECT num FROM case_study WHERE shown AND sort_title = $1
         ORDER BY local DESC, num LIMIT 20",
        sort_title
    )?;
    let nums: Vec<i64> = found.into_iter().map(|(num,)| num).collect();
    in_order(tx, &nums).await
}

async fn in_order(tx: &mut Tx, nums: &[i64]) -> Result<Vec<StoredCase>> {
    let found = cases::shown_with(tx, nums).await?;
    let mut by_num: HashMap<i64, StoredCase> =
        found.into_iter().map(|stored| (stored.num, stored)).collect();
    Ok(nums.iter().filter_map(|num| by_num.remove(num)).collect())
}

/// Manuscripts that nobody is done with, after `after` by id.
pub async fn open_drafts(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<OpenDraft>> {
    let found: Vec<(String, Option<String>, String, String)> = rows!(
        tx,
        "SELECT id, case_key, title, draft FROM manuscript
         WHERE id > $1 AND state NOT IN ('published', 'rejected', 'withdrawn')
         ORDER BY id LIMIT $2",
        after,
        limit
    )?;
    let one = |(id, case_key, title, draft): (String, Option<String>, String, String)| {
        let draft: Value = serde_json::from_str(&draft).unwrap_or_default();
        let text = |pointer: &str| {
            draft.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        OpenDraft {
            id,
            case_key,
            title,
            city: text("/cities/0/name"),
            source_url: text("/source_url"),
        }
    };
    Ok(found.into_iter().map(one).collect())
}

/// Removes a draft that nobody has touched since it was laid down; false when somebody has.
pub async fn remove_draft(tx: &mut Tx, id: &str, version: i64) -> Result<bool> {
    let gone = execute!(
        tx,
        "DELETE FROM manuscript WHERE id = $1 AND version = $2 AND state = 'draft'
         AND NOT EXISTS (SELECT n.id FROM manuscript_note n WHERE n.manuscript = $1)",
        id,
        version
    )?;
    Ok(gone > 0)
}

/// Setting that says that cases of before the column have it filled.
const FILLED: &str = "case-sources-filled";
const BATCH: i64 = 500;

/// Fills where cases were published before for those saved before that was kept; does nothing the
/// second time.
pub async fn complete_sources(db: &Db) -> Result<()> {
    if settings::get(&mut db.read().await?, FILLED).await?.is_some() {
        return Ok(());
    }
    let mut after = 0_i64;
    loop {
        let mut tx = db.begin().await?;
        cases::lock(&mut tx).await?;
        let found: Vec<(i64, String)> = rows!(
            &mut tx,
            "SELECT num, document FROM case_study
             WHERE num > $1 AND source_url IS NULL AND document LIKE '%\"source_url\"%'
             ORDER BY num LIMIT $2",
            after,
            BATCH
        )?;
        let Some((last, _)) = found.last() else {
            settings::set(&mut tx, FILLED, "yes").await?;
            return tx.commit().await;
        };
        after = *last;
        for (num, document) in &found {
            let odd = || StoreError::Inconsistent {
                table: "case_study",
                column: "document",
                value: num.to_string(),
            };
            let record: Value = serde_json::from_str(document).map_err(|_| odd())?;
            if let Some(url) = record.get("source_url").and_then(Value::as_str) {
                execute!(
                    &mut tx,
                    "UPDATE case_study SET source_url = $2 WHERE num = $1",
                    *num,
                    url
                )?;
            }
        }
        tx.commit().await?;
    }
}
