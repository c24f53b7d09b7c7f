//! Case studies, our own and those received from peers.

use super::{
    Engine, Result, StoreError, Tx,
    indexing::index,
    sql::{Conditions, execute, row, rows, rows_where},
};
use crate::domain::{
    case_study::{self, CaseStudy},
    search::fold,
    text::shorten,
    vocabulary::EditorialState,
};

/// A cursor of a search holds a title in base64 and has to fit into an address.
const SORT_TITLE_CHARS: usize = 90;

/// Whether a received case is shown to the public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Shown,
    /// Waits for an editor, because its sender is not trusted.
    Quarantined,
    /// Kept, but its sender is limited or blocked.
    Hidden,
}

impl Standing {
    pub fn id(self) -> &'static str {
        match self {
            Standing::Shown => "shown",
            Standing::Quarantined => "quarantined",
            Standing::Hidden => "hidden",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        [Standing::Shown, Standing::Quarantined, Standing::Hidden]
            .into_iter()
            .find(|standing| standing.id() == id)
    }
}

/// A case study as the database holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredCase {
    /// Order of arrival; 0 until it is inserted.
    pub num: i64,
    /// ULID.
    pub id: String,
    /// The id of its ActivityPub object.
    pub uri: String,
    pub local: bool,
    /// Where it was published: `HOST` or `HOST:PORT`.
    pub host: String,
    /// The last part of its page's path here: `SLUG`, or `SLUG@HOST` for a partner's case.
    pub page: String,
    /// Its page at its origin.
    pub origin_url: Option<String>,
    /// The actor it is attributed to.
    pub actor: String,
    pub state: EditorialState,
    pub standing: Standing,
    pub published: i64,
    pub updated: i64,
    pub revision: i64,
    pub received: i64,
    /// When, and the reason that was given.
    pub withdrawn: Option<(i64, String)>,
    /// The actor that boosted it to us, when it did not come from its author.
    pub shared_by: Option<String>,
    /// Keys of the received `caseStudy` that we do not know, as JSON; re-served unchanged.
    pub foreign_keys: Option<String>,
    pub case: CaseStudy,
}

impl StoredCase {
    /// Whether the public sees it.
    pub fn is_shown(&self) -> bool {
        self.state == EditorialState::Published && self.standing == Standing::Shown
    }
}

/// The columns of [`Row`], named once for every SELECT.
macro_rules! columns {
    () => {
        "c.num, c.id, c.uri, c.local, c.host, c.page, c.origin_url, c.actor, c.state, c.standing, \
         c.document, c.foreign_keys, c.published_at, c.updated_at, c.revision, c.received_at, \
         c.withdrawn_at, c.withdrawn_reason, c.shared_by"
    };
}
pub use super::tombstones::{Tombstone, bury, bury_page, gone_page, tombstone};

#[derive(sqlx::FromRow)]
struct Row {
    num: i64,
    id: String,
    uri: String,
    local: bool,
    host: String,
    page: String,
    origin_url: Option<String>,
    actor: String,
    state: String,
    standing: String,
    document: String,
    foreign_keys: Option<String>,
    published_at: i64,
    updated_at: i64,
    revision: i64,
    received_at: i64,
    withdrawn_at: Option<i64>,
    withdrawn_reason: Option<String>,
    shared_by: Option<String>,
}

fn odd(column: &'static str, value: String) -> StoreError {
    StoreError::Inconsistent { table: "case_study", column, value }
}

impl TryFrom<Row> for StoredCase {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row {
            num,
            id,
            uri,
            local,
            host,
            page,
            origin_url,
            actor,
            state,
            standing,
            document,
            foreign_keys,
            published_at,
            updated_at,
            revision,
            received_at,
            withdrawn_at,
            withdrawn_reason,
            shared_by,
        } = row;
        let value = serde_json::from_str(&document).map_err(|_| odd("document", id.clone()))?;
        let case = case_study::parse(&value)
            .map_err(|refusal| odd("document", format!("{id}: {refusal}")))?;
        Ok(StoredCase {
            num,
            id,
            uri,
            local,
            host,
            page,
            origin_url,
            actor,
            state: EditorialState::from_id(&state).ok_or_else(|| odd("state", state.clone()))?,
            standing: Standing::from_id(&standing).ok_or_else(|| odd("standing", standing))?,
            published: published_at,
            updated: updated_at,
            revision,
            received: received_at,
            withdrawn: withdrawn_at.map(|at| (at, withdrawn_reason.unwrap_or_default())),
            shared_by,
            foreign_keys,
            case,
        })
    }
}

fn one(row: Option<Row>) -> Result<Option<StoredCase>> {
    row.map(StoredCase::try_from).transpose()
}

/// Lets only this transaction change cases until it ends: what it reads from here on is what it
/// replaces. Taken before anything else is written, so that nobody waits in a circle. SQLite has
/// one writer anyway.
pub async fn lock(tx: &mut Tx) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        let _: Option<(i64,)> =
            row!(tx, "SELECT value FROM counter WHERE name = 'case' FOR UPDATE")?;
    }
    Ok(())
}

pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<StoredCase>> {
    one(row!(tx, concat!("SELECT ", columns!(), " FROM case_study c WHERE c.id = $1"), id)?)
}

pub async fn by_uri(tx: &mut Tx, uri: &str) -> Result<Option<StoredCase>> {
    one(row!(tx, concat!("SELECT ", columns!(), " FROM case_study c WHERE c.uri = $1"), uri)?)
}

/// The number of the case with this id, without reading it.
pub async fn num_of(tx: &mut Tx, uri: &str) -> Result<Option<i64>> {
    let row: Option<(i64,)> = row!(tx, "SELECT num FROM case_study WHERE uri = $1", uri)?;
    Ok(row.map(|(num,)| num))
}

/// Our own case with this schema id.
pub async fn by_key(tx: &mut Tx, key: &str) -> Result<Option<StoredCase>> {
    one(row!(tx, concat!("SELECT ", columns!(), " FROM case_study c WHERE c.local_key = $1"), key)?)
}

pub async fn by_page(tx: &mut Tx, page: &str) -> Result<Option<StoredCase>> {
    one(row!(tx, concat!("SELECT ", columns!(), " FROM case_study c WHERE c.page = $1"), page)?)
}

/// The id of the shown case with this page, without reading the case.
pub async fn shown_at(tx: &mut Tx, page: &str) -> Result<Option<String>> {
    let row: Option<(String,)> =
        row!(tx, "SELECT uri FROM case_study WHERE page = $1 AND shown", page)?;
    Ok(row.map(|(uri,)| uri))
}

/// The present page of a case that was once found under `page`.
pub async fn moved_page(tx: &mut Tx, page: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = row!(
        tx,
        "SELECT c.page FROM page_alias a JOIN case_study c ON c.num = a.num WHERE a.page = $1",
        page
    )?;
    Ok(row.map(|(page,)| page))
}

/// Our own cases in the order of their arrival after `num`, for exports and read-back.
pub async fn local_after(tx: &mut Tx, num: i64, limit: i64) -> Result<Vec<StoredCase>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM case_study c WHERE c.local AND c.num > $1 ORDER BY c.num LIMIT $2"
        ),
        num,
        limit
    )?;
    found.into_iter().map(StoredCase::try_from).collect()
}

/// Our own cases, newest arrival first from before `num`; `state` narrows to one state.
pub async fn local_page(
    tx: &mut Tx,
    state: Option<&str>,
    before: i64,
    limit: i64,
) -> Result<Vec<StoredCase>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM case_study c WHERE c.local AND c.num < $1
               AND (CAST($2 AS TEXT) IS NULL OR c.state = $2) ORDER BY c.num DESC LIMIT $3"
        ),
        before,
        state,
        limit
    )?;
    found.into_iter().map(StoredCase::try_from).collect()
}

/// How many cases of our own there are, in all states or in one.
pub async fn count_local(tx: &mut Tx, state: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM case_study
         WHERE local AND (CAST($1 AS TEXT) IS NULL OR state = $1)",
        state
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// All shown cases, ours and partners', in the order of their arrival after `num`.
pub async fn shown_after(tx: &mut Tx, num: i64, limit: i64) -> Result<Vec<StoredCase>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM case_study c WHERE c.shown AND c.num > $1 ORDER BY c.num LIMIT $2"
        ),
        num,
        limit
    )?;
    found.into_iter().map(StoredCase::try_from).collect()
}

/// The shown cases with these numbers, in no order.
pub async fn shown_with(tx: &mut Tx, nums: &[i64]) -> Result<Vec<StoredCase>> {
    Ok(read_shown(tx, nums).await?.into_iter().map(|(stored, _)| stored).collect())
}

/// The same, each with the bytes of its document.
pub(super) async fn read_shown(tx: &mut Tx, nums: &[i64]) -> Result<Vec<(StoredCase, usize)>> {
    if nums.is_empty() {
        return Ok(Vec::new());
    }
    let mut bound = Conditions::default();
    let list = bound.bind_all(nums.iter().copied());
    let sql =
        format!("SELECT {} FROM case_study c WHERE c.shown AND c.num IN ({list})", columns!());
    let found: Vec<Row> = rows_where!(tx, sql, bound.values)?;
    let case = |row: Row| {
        let bytes = row.document.len();
        Ok((StoredCase::try_from(row)?, bytes))
    };
    found.into_iter().map(case).collect()
}

/// The shown local case newest first, for the `featured` collection.
pub async fn newest_local(tx: &mut Tx, limit: i64) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT uri FROM case_study WHERE local AND shown
         ORDER BY published_at DESC, num DESC LIMIT $1",
        limit
    )?;
    Ok(found.into_iter().map(|(uri,)| uri).collect())
}

/// A page path nobody else has: `wanted`, or `wanted` with the end of the case's own id.
async fn free_page(tx: &mut Tx, wanted: &str, id: &str) -> Result<String> {
    let taken: Option<(String,)> =
        row!(tx, "SELECT id FROM case_study WHERE page = $1 AND id <> $2", wanted, id)?;
    Ok(match taken {
        None => wanted.to_owned(),
        Some(_) => format!("{wanted}-{}", id[id.len().saturating_sub(8)..].to_lowercase()),
    })
}

/// Inserts, or replaces the case with the same id, together with its terms, words and revision.
/// `stored.page` is the wished path; the one it got is returned.
pub async fn save(tx: &mut Tx, stored: &StoredCase, now: i64) -> Result<String> {
    // Taken apart field by field: a new one will not compile until it is stored.
    let StoredCase {
        num,
        id,
        uri,
        local,
        host,
        page,
        origin_url,
        actor,
        state,
        standing,
        published,
        updated,
        revision,
        received,
        withdrawn,
        shared_by,
        foreign_keys,
        case,
    } = stored;
    lock(tx).await?;
    let is_new = *num == 0;
    let num = if is_new { tx.next_number("case").await? } else { *num };
    let page = free_page(tx, page, id).await?;
    if !is_new {
        keep_old_page(tx, num, &page).await?;
    }
    let document = case.to_value().to_string();
    let shown = stored.is_shown();
    execute!(
        tx,
        "INSERT INTO case_study (num, id, uri, local, host, local_key, page, origin_url, actor,
             state, standing, shown, sort_title, document, foreign_keys, published_at, updated_at,
             revision, received_at, withdrawn_at, withdrawn_reason, shared_by, source_url)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,
             $23)
         ON CONFLICT (id) DO UPDATE SET
           uri = excluded.uri, local_key = excluded.local_key, page = excluded.page,
           origin_url = excluded.origin_url,
           actor = excluded.actor, state = excluded.state, standing = excluded.standing,
           shown = excluded.shown, sort_title = excluded.sort_title, document = excluded.document,
           foreign_keys = excluded.foreign_keys, published_at = excluded.published_at,
           updated_at = excluded.updated_at, revision = excluded.revision,
           withdrawn_at = excluded.withdrawn_at, withdrawn_reason = excluded.withdrawn_reason,
           shared_by = excluded.shared_by, source_url = excluded.source_url",
        num,
        id,
        uri,
        *local,
        host,
        local.then_some(case.id.as_str()),
        &page,
        origin_url.as_deref(),
        actor,
        state.id(),
        standing.id(),
        shown,
        &shorten(&fold(&case.title), SORT_TITLE_CHARS),
        &document,
        foreign_keys.as_deref(),
        *published,
        *updated,
        *revision,
        *received,
        withdrawn.as_ref().map(|(at, _)| *at),
        withdrawn.as_ref().map(|(_, reason)| reason.as_str()),
        shared_by.as_deref(),
        case.source_url.as_deref()
    )?;
    execute!(
        tx,
        "INSERT INTO case_revision (num, revision, document, updated_at, saved_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (num, revision) DO UPDATE SET
           document = excluded.document, updated_at = excluded.updated_at",
        num,
        *revision,
        &document,
        *updated,
        now
    )?;
    index(tx, num, shown.then_some(case), is_new).await?;
    Ok(page)
}

async fn keep_old_page(tx: &mut Tx, num: i64, page: &str) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO page_alias (page, num)
         SELECT page, num FROM case_study WHERE num = $1 AND page <> $2
         ON CONFLICT (page) DO UPDATE SET num = excluded.num",
        num,
        page
    )?;
    execute!(tx, "DELETE FROM page_alias WHERE page = $1", page)?;
    Ok(())
}

/// Removes a case and all that hangs on it; for cases that are gone at their origin.
pub async fn remove(tx: &mut Tx, num: i64) -> Result<()> {
    lock(tx).await?;
    index(tx, num, None, false).await?;
    execute!(tx, "DELETE FROM page_alias WHERE num = $1", num)?;
    execute!(tx, "DELETE FROM case_study WHERE num = $1", num)?;
    Ok(())
}

/// How many cases are shown, and how many of them are ours.
pub async fn count(tx: &mut Tx) -> Result<(i64, i64)> {
    let row: Option<(i64, i64)> = row!(
        tx,
        "SELECT count(*), CAST(COALESCE(SUM(CASE WHEN local THEN 1 ELSE 0 END), 0) AS BIGINT)
         FROM case_study WHERE shown"
    )?;
    Ok(row.unwrap_or_default())
}

/// How many shown cases came from each host, for peers and the demo's progress.
pub async fn count_by_host(tx: &mut Tx) -> Result<Vec<(String, i64)>> {
    Ok(rows!(tx, "SELECT host, count(*) FROM case_study WHERE shown GROUP BY host ORDER BY host")?)
}

/// Changes nothing but the standing of a case, and whether it is found.
pub async fn show(tx: &mut Tx, stored: StoredCase) -> Result<()> {
    lock(tx).await?;
    let shown = stored.is_shown();
    execute!(
        tx,
        "UPDATE case_study SET standing = $2, shown = $3 WHERE num = $1",
        stored.num,
        stored.standing.id(),
        shown
    )?;
    index(tx, stored.num, shown.then_some(&stored.case), false).await
}
