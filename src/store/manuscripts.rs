//! Manuscripts: the working copies of cases, with their authors and their versions.

use super::{
    Engine, Result, StoreError, Tx,
    sql::{execute, row, rows},
};
use crate::domain::{desk::Draft, vocabulary::EditorialState};

pub use super::stale::{Stale, stale};

/// A working copy as the database holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Manuscript {
    /// ULID.
    pub id: String,
    /// Id in the schema of the case it becomes or revises; a new one gets it when it is published.
    pub case_key: Option<String>,
    pub state: EditorialState,
    /// Of the newest version.
    pub version: i64,
    pub draft: Draft,
    /// How many of the required fields are there.
    pub done: i64,
    /// How much is wrong or missing before it can be published.
    pub lacking: i64,
    /// Handle of who began it.
    pub made_by: String,
    pub made_at: i64,
    pub changed_at: i64,
    /// Since when it is in its state.
    pub state_at: i64,
    /// Account and handle of who took it for review.
    pub reviewer: Option<(String, String)>,
    /// When it is published by itself, and who wanted that.
    pub scheduled: Option<(i64, String)>,
    /// A later revision of the same case was published: this one is history.
    pub past: bool,
}

/// A manuscript in a list: without its text.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Line {
    pub id: String,
    /// The case it revises or became; a draft that was brought in with an id of its own revises none.
    pub case_key: Option<String>,
    /// Id of an editorial state.
    pub state: String,
    /// Empty as long as nobody gave it one.
    pub title: String,
    pub language: String,
    pub done: i64,
    pub lacking: i64,
    pub made_by: String,
    pub changed_at: i64,
    pub state_at: i64,
    pub reviewer_handle: Option<String>,
    pub publish_at: Option<i64>,
}

/// Somebody who writes on a manuscript.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Author {
    pub account: String,
    pub handle: String,
    pub name: String,
}

/// One save.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Version {
    pub version: i64,
    /// JSON.
    pub draft: String,
    pub account: String,
    pub handle: String,
    pub at: i64,
}

/// What the desk asks for.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    pub state: Option<EditorialState>,
    /// Account of the reviewer who has it.
    pub reviewer: Option<&'a str>,
    /// Only what nobody has taken.
    pub untaken: bool,
    /// Account of an author.
    pub author: Option<&'a str>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    case_key: Option<String>,
    state: String,
    version: i64,
    draft: String,
    done: i64,
    lacking: i64,
    made_by: String,
    made_at: i64,
    changed_at: i64,
    state_at: i64,
    reviewer: Option<String>,
    reviewer_handle: Option<String>,
    publish_at: Option<i64>,
    scheduled_by: Option<String>,
    past: bool,
}

fn odd(column: &'static str, value: String) -> StoreError {
    StoreError::Inconsistent { table: "manuscript", column, value }
}

/// A draft as it was written.
///
/// # Errors
/// When it cannot be read.
pub fn draft_of(json: &str, id: &str) -> Result<Draft> {
    let value = serde_json::from_str(json).map_err(|_| odd("draft", id.to_owned()))?;
    Draft::read(&value).map_err(|refusal| odd("draft", format!("{id}: {refusal}")))
}

impl TryFrom<Row> for Manuscript {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Manuscript {
            draft: draft_of(&row.draft, &row.id)?,
            state: EditorialState::from_id(&row.state)
                .ok_or_else(|| odd("state", row.state.clone()))?,
            reviewer: row
                .reviewer
                .map(|account| (account, row.reviewer_handle.unwrap_or_default())),
            scheduled: row.publish_at.map(|at| (at, row.scheduled_by.unwrap_or_default())),
            id: row.id,
            case_key: row.case_key,
            version: row.version,
            done: row.done,
            lacking: row.lacking,
            made_by: row.made_by,
            made_at: row.made_at,
            changed_at: row.changed_at,
            state_at: row.state_at,
            past: row.past,
        })
    }
}

macro_rules! columns {
    () => {
        "m.id, m.case_key, m.state, m.version, m.draft, m.done, m.lacking, m.made_by, m.made_at, \
         m.changed_at, m.state_at, m.reviewer, m.reviewer_handle, m.publish_at, m.scheduled_by, \
         m.past"
    };
}

macro_rules! line_columns {
    () => {
        "m.id, (SELECT c.local_key FROM case_study c WHERE c.local_key = m.case_key) AS case_key, \
         m.state, m.title, m.language, m.done, m.lacking, m.made_by, m.changed_at, m.state_at, \
         m.reviewer_handle, m.publish_at"
    };
}

pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Manuscript>> {
    let found: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM manuscript m WHERE m.id = $1"), id)?;
    found.map(Manuscript::try_from).transpose()
}

/// The same for who is going to change it: until this transaction ends nobody else does. SQLite
/// has one writer anyway.
pub async fn take(tx: &mut Tx, id: &str) -> Result<Option<Manuscript>> {
    if tx.engine() == Engine::Postgres {
        let _: Option<(String,)> =
            row!(tx, "SELECT id FROM manuscript WHERE id = $1 FOR UPDATE", id)?;
    }
    find(tx, id).await
}

/// Inserts, or replaces what is there under its id.
pub async fn save(tx: &mut Tx, manuscript: &Manuscript) -> Result<()> {
    let Manuscript { id, case_key, state, version, draft, done, lacking, made_by, made_at, .. } =
        manuscript;
    let Manuscript { changed_at, state_at, reviewer, scheduled, past, .. } = manuscript;
    execute!(
        tx,
        "INSERT INTO manuscript (id, case_key, state, version, draft, title, language, done,
             lacking, made_by, made_at, changed_at, state_at, reviewer, reviewer_handle, publish_at,
             scheduled_by, past)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)
         ON CONFLICT (id) DO UPDATE SET
           case_key = excluded.case_key, state = excluded.state, version = excluded.version,
           draft = excluded.draft, title = excluded.title, language = excluded.language,
           done = excluded.done, lacking = excluded.lacking, changed_at = excluded.changed_at,
           state_at = excluded.state_at, reviewer = excluded.reviewer,
           reviewer_handle = excluded.reviewer_handle, publish_at = excluded.publish_at,
           scheduled_by = excluded.scheduled_by, past = excluded.past",
        id,
        case_key.as_deref(),
        state.id(),
        *version,
        &draft.to_json(),
        &draft.title(),
        &draft.text("language"),
        *done,
        *lacking,
        made_by,
        *made_at,
        *changed_at,
        *state_at,
        reviewer.as_ref().map(|(account, _)| account.as_str()),
        reviewer.as_ref().map(|(_, handle)| handle.as_str()),
        scheduled.as_ref().map(|(at, _)| *at),
        scheduled.as_ref().map(|(_, who)| who.as_str()),
        *past
    )?;
    Ok(())
}

/// What is asked for, the longest in its state first, from behind `after` (time and id).
pub async fn list(
    tx: &mut Tx,
    asked: &Asked<'_>,
    after: (i64, &str),
    limit: i64,
) -> Result<Vec<Line>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            line_columns!(),
            " FROM manuscript m
             WHERE NOT m.past AND (CAST($1 AS TEXT) IS NULL OR m.state = $1)
               AND (CAST($2 AS TEXT) IS NULL OR m.reviewer = $2)
               AND (CAST($3 AS BIGINT) = 0 OR m.reviewer IS NULL)
               AND (CAST($4 AS TEXT) IS NULL OR EXISTS (
                 SELECT 1 FROM manuscript_author a WHERE a.manuscript = m.id AND a.account = $4))
               AND (m.state_at > $5 OR (m.state_at = $5 AND m.id > $6))
             ORDER BY m.state_at, m.id LIMIT $7"
        ),
        asked.state.map(EditorialState::id),
        asked.reviewer,
        i64::from(asked.untaken),
        asked.author,
        after.0,
        after.1,
        limit
    )?)
}

/// The manuscripts of an author, the last changed first.
pub async fn of_author(tx: &mut Tx, account: &str, limit: i64) -> Result<Vec<Line>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            line_columns!(),
            " FROM manuscript m JOIN manuscript_author a ON a.manuscript = m.id
             WHERE a.account = $1 AND NOT m.past
             ORDER BY m.changed_at DESC, m.id DESC LIMIT $2"
        ),
        account,
        limit
    )?)
}

/// Ids of all manuscripts of an author, also of those that are history, in the order of their making.
pub async fn ids_of_author(tx: &mut Tx, account: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT manuscript FROM manuscript_author WHERE account = $1 ORDER BY manuscript",
        account
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// How many manuscripts an author has begun to write that are not done with.
pub async fn count_open(tx: &mut Tx, account: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM manuscript m JOIN manuscript_author a ON a.manuscript = m.id
         WHERE a.account = $1 AND m.state NOT IN ('published', 'rejected', 'withdrawn')",
        account
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// How many there are in each state.
pub async fn counts(tx: &mut Tx) -> Result<Vec<(String, i64)>> {
    Ok(rows!(
        tx,
        "SELECT state, count(*) FROM manuscript WHERE NOT past GROUP BY state ORDER BY state"
    )?)
}

/// The manuscript in which a case is being revised.
pub async fn open_of_case(tx: &mut Tx, key: &str) -> Result<Option<Manuscript>> {
    let found: Option<Row> = row!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM manuscript m WHERE m.case_key = $1
             AND m.state NOT IN ('published', 'rejected', 'withdrawn')"
        ),
        key
    )?;
    found.map(Manuscript::try_from).transpose()
}

/// Everybody who wrote on a revision of the case that was published.
pub async fn authors_of_case(tx: &mut Tx, key: &str) -> Result<Vec<Author>> {
    Ok(rows!(
        tx,
        "SELECT DISTINCT a.account, a.handle, a.name
         FROM manuscript m JOIN manuscript_author a ON a.manuscript = m.id
         WHERE m.case_key = $1 AND m.state = 'published' ORDER BY a.account",
        key
    )?)
}

/// Id of the manuscript whose publication the public sees.
pub async fn published_of_case(tx: &mut Tx, key: &str) -> Result<Option<String>> {
    let found: Option<(String,)> = row!(
        tx,
        "SELECT id FROM manuscript WHERE case_key = $1 AND state = 'published' AND NOT past
         ORDER BY id DESC LIMIT 1",
        key
    )?;
    Ok(found.map(|(id,)| id))
}

/// Makes all published manuscripts of the case but this one history.
pub async fn supersede(tx: &mut Tx, key: &str, by: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE manuscript SET past = TRUE
         WHERE case_key = $1 AND id <> $2 AND state = 'published'",
        key,
        by
    )?;
    Ok(())
}

/// Ids of what is to be published by now.
pub async fn due(tx: &mut Tx, now: i64, limit: i64) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT id FROM manuscript
         WHERE publish_at IS NOT NULL AND publish_at <= $1 AND state = 'approved'
         ORDER BY publish_at, id LIMIT $2",
        now,
        limit
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

pub async fn authors(tx: &mut Tx, id: &str) -> Result<Vec<Author>> {
    Ok(rows!(
        tx,
        "SELECT account, handle, name FROM manuscript_author WHERE manuscript = $1
         ORDER BY added_at, account",
        id
    )?)
}

pub async fn add_author(tx: &mut Tx, id: &str, author: &Author, now: i64) -> Result<bool> {
    let Author { account, handle, name } = author;
    let touched = execute!(
        tx,
        "INSERT INTO manuscript_author (manuscript, account, handle, name, added_at)
         VALUES ($1,$2,$3,$4,$5) ON CONFLICT (manuscript, account) DO NOTHING",
        id,
        account,
        handle,
        name,
        now
    )?;
    Ok(touched > 0)
}

pub async fn remove_author(tx: &mut Tx, id: &str, account: &str) -> Result<bool> {
    let touched = execute!(
        tx,
        "DELETE FROM manuscript_author WHERE manuscript = $1 AND account = $2",
        id,
        account
    )?;
    Ok(touched > 0)
}

pub async fn add_version(tx: &mut Tx, id: &str, version: &Version) -> Result<()> {
    let Version { version, draft, account, handle, at } = version;
    execute!(
        tx,
        "INSERT INTO manuscript_version (manuscript, version, draft, account, handle, at, passing)
         VALUES ($1,$2,$3,$4,$5,$6,FALSE)",
        id,
        *version,
        draft,
        account,
        handle,
        *at
    )?;
    Ok(())
}

/// A version that the same person followed up since `since`: marked as passing, unless the one that
/// is listed before it is older than `apart` milliseconds: who writes for hours leaves more than one.
pub async fn pass_over(
    tx: &mut Tx,
    id: &str,
    version: i64,
    account: &str,
    (since, apart): (i64, i64),
) -> Result<()> {
    execute!(
        tx,
        "UPDATE manuscript_version SET passing = TRUE
         WHERE manuscript = $1 AND version = $2 AND version > 1 AND account = $3 AND at >= $4
           AND at - $5 < (SELECT max(kept.at) FROM manuscript_version kept
                          WHERE kept.manuscript = $1 AND kept.version < $2
                            AND NOT kept.passing)",
        id,
        version,
        account,
        since,
        apart
    )?;
    Ok(())
}

/// Forgets passing versions from before `since` and the oldest of them beyond `passing`, and the
/// oldest of the others beyond `most`.
pub async fn forget_versions(
    tx: &mut Tx,
    id: &str,
    since: i64,
    (passing, most): (i64, i64),
) -> Result<()> {
    execute!(
        tx,
        "DELETE FROM manuscript_version WHERE manuscript = $1 AND passing AND at < $2",
        id,
        since
    )?;
    execute!(
        tx,
        "DELETE FROM manuscript_version WHERE manuscript = $1 AND passing AND version IN (
           SELECT version FROM manuscript_version WHERE manuscript = $1 AND passing
           ORDER BY version DESC LIMIT 100000 OFFSET $2)",
        id,
        passing
    )?;
    execute!(
        tx,
        "DELETE FROM manuscript_version WHERE manuscript = $1 AND version > 1 AND version IN (
           SELECT version FROM manuscript_version WHERE manuscript = $1 AND NOT passing
           ORDER BY version DESC LIMIT 100000 OFFSET $2)",
        id,
        most
    )?;
    Ok(())
}

/// One version, also a passing one.
pub async fn version(tx: &mut Tx, id: &str, version: i64) -> Result<Option<Version>> {
    Ok(row!(
        tx,
        "SELECT version, draft, account, handle, at FROM manuscript_version
         WHERE manuscript = $1 AND version = $2",
        id,
        version
    )?)
}

/// The versions that are listed, newest first.
pub async fn versions(tx: &mut Tx, id: &str, limit: i64) -> Result<Vec<Version>> {
    Ok(rows!(
        tx,
        "SELECT version, draft, account, handle, at FROM manuscript_version
         WHERE manuscript = $1 AND NOT passing ORDER BY version DESC LIMIT $2",
        id,
        limit
    )?)
}
