//! What visitors suggest for the directory of networks.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// A suggestion, as it waits for the secretariat. Every text is plain.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Suggestion {
    /// ULID.
    pub id: String,
    /// `network`: one is missing or wrong; `claim`: this is us.
    pub kind: String,
    /// The entry it is about; empty for a new one.
    pub slug: String,
    pub name: String,
    /// http or https, or empty.
    pub website: String,
    pub message: String,
    /// How the visitor can be reached; for the secretariat alone.
    pub contact: String,
    /// The visitor's language.
    pub language: String,
    pub at: i64,
    /// `open` or `done`.
    pub state: String,
    /// What became of it.
    pub note: String,
    pub decided_at: Option<i64>,
}

macro_rules! columns {
    () => {
        "id, kind, slug, name, website, message, contact, language, at, state, note, decided_at"
    };
}

pub async fn insert(tx: &mut Tx, suggestion: &Suggestion) -> Result<()> {
    let Suggestion { id, kind, slug, name, website, message, contact, language, .. } = suggestion;
    let Suggestion { at, state, note, decided_at, .. } = suggestion;
    execute!(
        tx,
        concat!(
            "INSERT INTO suggestion (",
            columns!(),
            ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)"
        ),
        id,
        kind,
        slug,
        name,
        website,
        message,
        contact,
        language,
        *at,
        state,
        note,
        *decided_at
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Suggestion>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM suggestion WHERE id = $1"), id)?)
}

/// Newest first from before the one with the id `before`; `state` narrows.
pub async fn page(
    tx: &mut Tx,
    state: Option<&str>,
    before: Option<&str>,
    limit: i64,
) -> Result<Vec<Suggestion>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM suggestion WHERE (CAST($1 AS TEXT) IS NULL OR state = $1)
               AND (CAST($2 AS TEXT) IS NULL OR id < $2) ORDER BY id DESC LIMIT $3"
        ),
        state,
        before,
        limit
    )?)
}

pub async fn count(tx: &mut Tx, state: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM suggestion WHERE CAST($1 AS TEXT) IS NULL OR state = $1",
        state
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Somebody dealt with it; the contact is forgotten. Returns whether it was open.
pub async fn done(tx: &mut Tx, id: &str, note: &str, now: i64) -> Result<bool> {
    let touched = execute!(
        tx,
        "UPDATE suggestion SET state = 'done', note = $2, decided_at = $3, contact = ''
         WHERE id = $1 AND state = 'open'",
        id,
        note,
        now
    )?;
    Ok(touched > 0)
}
