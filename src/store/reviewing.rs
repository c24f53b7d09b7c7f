//! What hangs on a manuscript while it is written and reviewed: clashes, notes, steps.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// A field that two people changed differently: what the second one wrote.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct KeptClash {
    /// ULID.
    pub id: String,
    pub manuscript: String,
    /// Such as `sections.solution`.
    pub path: String,
    /// JSON; `null` where they took the field out.
    pub other: String,
    pub account: String,
    pub handle: String,
    pub at: i64,
    /// `mine` (this) or `theirs` (what the draft has) once somebody chose.
    pub chosen: Option<String>,
}

/// What a reviewer says about a field.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Note {
    /// ULID.
    pub id: String,
    pub manuscript: String,
    /// The version it was said about.
    pub version: i64,
    /// A field of the schema, or empty for the whole.
    pub field: String,
    pub text: String,
    pub handle: String,
    pub at: i64,
    /// `open`, `answered` or `resolved`.
    pub state: String,
    pub answer: Option<String>,
    pub answered_by: Option<String>,
    pub answered_at: Option<i64>,
    pub resolved_by: Option<String>,
    pub resolved_at: Option<i64>,
}

/// A step from one state to another.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Step {
    /// ULID.
    pub id: String,
    pub manuscript: String,
    pub version: i64,
    pub before: String,
    pub after: String,
    /// As the audit log names people.
    pub who: String,
    pub reason: String,
    pub at: i64,
}

/// Somebody who may review.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Reviewing {
    /// Id of the account.
    pub account: String,
    pub handle: String,
    pub name: String,
}

/// Accounts in use that review, by their handles.
pub async fn reviewers(tx: &mut Tx, limit: i64) -> Result<Vec<Reviewing>> {
    Ok(rows!(
        tx,
        "SELECT id AS account, handle, name FROM account WHERE state = 'active'
           AND role IN ('reviewer', 'editor', 'network-admin', 'instance-admin')
         ORDER BY handle LIMIT $1",
        limit
    )?)
}

pub async fn add_clash(tx: &mut Tx, clash: &KeptClash) -> Result<()> {
    let KeptClash { id, manuscript, path, other, account, handle, at, chosen } = clash;
    execute!(
        tx,
        "INSERT INTO manuscript_clash (id, manuscript, path, other, account, handle, at, chosen)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8)",
        id,
        manuscript,
        path,
        other,
        account,
        handle,
        *at,
        chosen.as_deref()
    )?;
    Ok(())
}

/// The clashes on which nobody has decided, oldest first.
pub async fn clashes(tx: &mut Tx, manuscript: &str) -> Result<Vec<KeptClash>> {
    Ok(rows!(
        tx,
        "SELECT id, manuscript, path, other, account, handle, at, chosen FROM manuscript_clash
         WHERE manuscript = $1 AND chosen IS NULL ORDER BY id",
        manuscript
    )?)
}

/// What a clash holds becomes what its writer made of it since: while they go on, it is one text.
pub async fn carry_on(tx: &mut Tx, id: &str, other: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE manuscript_clash SET other = $2, at = $3 WHERE id = $1 AND chosen IS NULL",
        id,
        other,
        now
    )?;
    Ok(())
}

/// Says which of the two texts stays. Returns whether it was open.
pub async fn choose(tx: &mut Tx, id: &str, chosen: &str, who: &str, now: i64) -> Result<bool> {
    let touched = execute!(
        tx,
        "UPDATE manuscript_clash SET chosen = $2, chosen_by = $3, chosen_at = $4
         WHERE id = $1 AND chosen IS NULL",
        id,
        chosen,
        who,
        now
    )?;
    Ok(touched > 0)
}

macro_rules! note_columns {
    () => {
        "id, manuscript, version, field, text, handle, at, state, answer, answered_by, \
         answered_at, resolved_by, resolved_at"
    };
}

/// Inserts, or replaces what is there under its id.
pub async fn save_note(tx: &mut Tx, note: &Note) -> Result<()> {
    let Note { id, manuscript, version, field, text, handle, at, state, .. } = note;
    let Note { answer, answered_by, answered_at, resolved_by, resolved_at, .. } = note;
    execute!(
        tx,
        concat!(
            "INSERT INTO manuscript_note (",
            note_columns!(),
            ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)
             ON CONFLICT (id) DO UPDATE SET state = excluded.state, answer = excluded.answer,
               answered_by = excluded.answered_by, answered_at = excluded.answered_at,
               resolved_by = excluded.resolved_by, resolved_at = excluded.resolved_at"
        ),
        id,
        manuscript,
        *version,
        field,
        text,
        handle,
        *at,
        state,
        answer.as_deref(),
        answered_by.as_deref(),
        *answered_at,
        resolved_by.as_deref(),
        *resolved_at
    )?;
    Ok(())
}

/// The notes on a manuscript, oldest first.
pub async fn notes(tx: &mut Tx, manuscript: &str) -> Result<Vec<Note>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            note_columns!(),
            " FROM manuscript_note WHERE manuscript = $1 ORDER BY id"
        ),
        manuscript
    )?)
}

pub async fn note(tx: &mut Tx, id: &str) -> Result<Option<Note>> {
    Ok(row!(tx, concat!("SELECT ", note_columns!(), " FROM manuscript_note WHERE id = $1"), id)?)
}

/// How many notes on a manuscript are in this state.
pub async fn count_notes(tx: &mut Tx, manuscript: &str, state: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM manuscript_note WHERE manuscript = $1 AND state = $2",
        manuscript,
        state
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

pub async fn add_step(tx: &mut Tx, step: &Step) -> Result<()> {
    let Step { id, manuscript, version, before, after, who, reason, at } = step;
    execute!(
        tx,
        "INSERT INTO manuscript_step (id, manuscript, version, before, after, who, reason, at)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8)",
        id,
        manuscript,
        *version,
        before,
        after,
        who,
        reason,
        *at
    )?;
    Ok(())
}

/// The steps of a manuscript, oldest first.
pub async fn steps(tx: &mut Tx, manuscript: &str) -> Result<Vec<Step>> {
    Ok(rows!(
        tx,
        "SELECT id, manuscript, version, before, after, who, reason, at FROM manuscript_step
         WHERE manuscript = $1 ORDER BY id",
        manuscript
    )?)
}
