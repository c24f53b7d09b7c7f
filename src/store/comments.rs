//! Comments under cases, and whatever else our own actors write.

use super::{
    Result, StoreError, Tx,
    sql::{Conditions, execute, row, rows, rows_where},
};
use crate::domain::comment::CommentState;

/// A text under a case, or a note of ours that stands for itself.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Order of arrival; 0 until it is inserted.
    pub num: i64,
    pub uri: String,
    pub local: bool,
    /// Uri of its author.
    pub actor: String,
    pub host: String,
    /// Uri of the case it is about; none for a note of ours that is about none.
    pub root: Option<String>,
    /// Uri of what it answers.
    pub parent: Option<String>,
    /// 1 for an answer to the case itself; 0 where there is no case.
    pub depth: i64,
    pub state: CommentState,
    /// Its host was blocked or limited after it came; lifting that shows it again.
    pub silenced: bool,
    /// Language tag, where its author named one.
    pub language: Option<String>,
    /// Plain text to be shown in place of the comment until a reader opens it.
    pub warning: String,
    /// Its page at its origin.
    pub page_url: Option<String>,
    pub published_at: i64,
    pub updated_at: i64,
    pub received_at: i64,
    /// Of our own: as it was typed, in Markdown.
    pub source: Option<String>,
    /// Sanitised.
    pub html: String,
}

impl Comment {
    /// Whether everybody may read it.
    pub fn is_shown(&self) -> bool {
        self.state == CommentState::Shown && !self.silenced
    }
}

macro_rules! columns {
    () => {
        "c.num, c.uri, c.local, c.actor, c.host, c.root, c.parent, c.depth, c.state, c.silenced, \
         c.language, c.warning, c.page_url, c.published_at, c.updated_at, c.received_at, c.source, \
         c.html"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    num: i64,
    uri: String,
    local: bool,
    actor: String,
    host: String,
    root: Option<String>,
    parent: Option<String>,
    depth: i64,
    state: String,
    silenced: bool,
    language: Option<String>,
    warning: String,
    page_url: Option<String>,
    published_at: i64,
    updated_at: i64,
    received_at: i64,
    source: Option<String>,
    html: String,
}

impl TryFrom<Row> for Comment {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Some(state) = CommentState::from_id(&row.state) else {
            return Err(StoreError::Inconsistent {
                table: "comment",
                column: "state",
                value: row.state,
            });
        };
        Ok(Comment {
            num: row.num,
            uri: row.uri,
            local: row.local,
            actor: row.actor,
            host: row.host,
            root: row.root,
            parent: row.parent,
            depth: row.depth,
            state,
            silenced: row.silenced,
            language: row.language,
            warning: row.warning,
            page_url: row.page_url,
            published_at: row.published_at,
            updated_at: row.updated_at,
            received_at: row.received_at,
            source: row.source,
            html: row.html,
        })
    }
}

/// Inserts, or replaces an older version. Where it stands in its thread never changes.
pub async fn save(tx: &mut Tx, comment: &Comment) -> Result<()> {
    let num = match comment.num {
        0 => tx.next_number("comment").await?,
        num => num,
    };
    execute!(
        tx,
        "INSERT INTO comment (num, uri, local, actor, host, root, parent, depth, state, silenced,
             language, warning, page_url, published_at, updated_at, received_at, source, html)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)
         ON CONFLICT (uri) DO UPDATE SET
           state = excluded.state, silenced = excluded.silenced, language = excluded.language,
           warning = excluded.warning, page_url = excluded.page_url,
           updated_at = excluded.updated_at, source = excluded.source, html = excluded.html",
        num,
        &comment.uri,
        comment.local,
        &comment.actor,
        &comment.host,
        comment.root.as_deref(),
        comment.parent.as_deref(),
        comment.depth,
        comment.state.id(),
        comment.silenced,
        comment.language.as_deref(),
        &comment.warning,
        comment.page_url.as_deref(),
        comment.published_at,
        comment.updated_at,
        comment.received_at,
        comment.source.as_deref(),
        &comment.html
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, uri: &str) -> Result<Option<Comment>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM comment c WHERE c.uri = $1"), uri)?;
    row.map(Comment::try_from).transpose()
}

pub async fn by_num(tx: &mut Tx, num: i64) -> Result<Option<Comment>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM comment c WHERE c.num = $1"), num)?;
    row.map(Comment::try_from).transpose()
}

/// An editor's decision.
pub async fn set_state(tx: &mut Tx, uri: &str, state: CommentState) -> Result<()> {
    execute!(tx, "UPDATE comment SET state = $2 WHERE uri = $1", uri, state.id())?;
    Ok(())
}

/// Its author deleted it: its text goes, its place in the thread stays. Returns whether there
/// was one.
pub async fn mark_deleted(tx: &mut Tx, uri: &str, now: i64) -> Result<bool> {
    let touched = execute!(
        tx,
        "UPDATE comment SET state = 'deleted', html = '', warning = '', source = NULL,
             language = NULL, page_url = NULL, updated_at = $2
         WHERE uri = $1 AND state <> 'deleted'",
        uri,
        now
    )?;
    Ok(touched > 0)
}

/// Takes everything of a host out of sight, or back into it; what editors decided stays. Returns
/// how many comments that were.
pub async fn silence_host(tx: &mut Tx, host: &str, silenced: bool) -> Result<u64> {
    Ok(execute!(
        tx,
        "UPDATE comment SET silenced = $2 WHERE host = $1 AND NOT local AND silenced <> $2",
        host,
        silenced
    )?)
}

/// A comment with what is known of its author.
#[derive(Clone, Debug)]
pub struct Authored {
    pub comment: Comment,
    pub author: Author,
}

/// Who wrote a comment, as far as we know; every text is the author's own and plain.
#[derive(Clone, Debug, Default, sqlx::FromRow)]
pub struct Author {
    #[sqlx(rename = "author_name")]
    pub name: Option<String>,
    #[sqlx(rename = "author_handle")]
    pub handle: Option<String>,
    #[sqlx(rename = "author_page")]
    pub page_url: Option<String>,
    /// The tag of the picture that somebody elsewhere shows of themselves.
    #[sqlx(rename = "author_icon")]
    pub icon: Option<String>,
    /// What somebody of ours says of themselves, as it is stored.
    #[sqlx(rename = "author_profile")]
    pub profile: Option<String>,
}

#[derive(sqlx::FromRow)]
struct AuthoredRow {
    #[sqlx(flatten)]
    comment: Row,
    #[sqlx(flatten)]
    author: Author,
}

fn authored(found: Vec<AuthoredRow>) -> Result<Vec<Authored>> {
    let one = |AuthoredRow { comment, author }| {
        Ok(Authored { comment: Comment::try_from(comment)?, author })
    };
    found.into_iter().map(one).collect()
}

macro_rules! authored_columns {
    () => {
        concat!(
            columns!(),
            ", COALESCE(r.name, a.name) AS author_name, COALESCE(r.handle, a.handle) \
             AS author_handle, r.page_url AS author_page, i.tag AS author_icon, \
             a.profile AS author_profile FROM comment c \
             LEFT JOIN remote_actor r ON r.uri = c.actor LEFT JOIN actor a ON a.uri = c.actor \
             LEFT JOIN actor_icon i ON i.actor = c.actor "
        )
    };
}

/// The first `limit` comments about a case after the one numbered `after`, in the order they came,
/// in any state.
pub async fn of_case(tx: &mut Tx, root: &str, after: i64, limit: i64) -> Result<Vec<Authored>> {
    authored(rows!(
        tx,
        concat!(
            "SELECT ",
            authored_columns!(),
            "WHERE c.root = $1 AND c.num > $2 ORDER BY c.num LIMIT $3"
        ),
        root,
        after,
        limit
    )?)
}

/// Those with these ids, in no order.
pub async fn with_uris(tx: &mut Tx, uris: &[&str]) -> Result<Vec<Authored>> {
    if uris.is_empty() {
        return Ok(Vec::new());
    }
    let mut bound = Conditions::default();
    let list = bound.bind_all(uris.iter().copied());
    let sql = format!("SELECT {}WHERE c.uri IN ({list})", authored_columns!());
    authored(rows_where!(tx, sql, bound.values)?)
}

/// Newest first from before `before`, in one state or in all.
pub async fn page(
    tx: &mut Tx,
    state: Option<&str>,
    before: i64,
    limit: i64,
) -> Result<Vec<Authored>> {
    authored(rows!(
        tx,
        concat!(
            "SELECT ",
            authored_columns!(),
            "WHERE c.num < $1 AND (CAST($2 AS TEXT) IS NULL OR c.state = $2)
             ORDER BY c.num DESC LIMIT $3"
        ),
        before,
        state,
        limit
    )?)
}

pub async fn count(tx: &mut Tx, state: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM comment WHERE CAST($1 AS TEXT) IS NULL OR state = $1",
        state
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// The comments about a case that everybody may read.
pub async fn count_of_case(tx: &mut Tx, root: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM comment WHERE root = $1 AND state = 'shown' AND NOT silenced",
        root
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// The shown comments about a case after the one numbered `after`, but those that are gone for other
/// servers: number and uri.
pub async fn in_context(
    tx: &mut Tx,
    root: &str,
    after: i64,
    limit: i64,
) -> Result<Vec<(i64, String)>> {
    Ok(rows!(
        tx,
        "SELECT num, uri FROM comment WHERE root = $1 AND num > $2 AND state = 'shown'
           AND NOT silenced AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.uri = comment.uri)
           ORDER BY num LIMIT $3",
        root,
        after,
        limit
    )?)
}

/// The shown answers to an object after the one numbered `after`, but those that are gone for other
/// servers: number and uri.
pub async fn replies(
    tx: &mut Tx,
    parent: &str,
    after: i64,
    limit: i64,
) -> Result<Vec<(i64, String)>> {
    Ok(rows!(
        tx,
        "SELECT num, uri FROM comment WHERE parent = $1 AND num > $2 AND state = 'shown'
           AND NOT silenced AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.uri = comment.uri)
           ORDER BY num LIMIT $3",
        parent,
        after,
        limit
    )?)
}

pub async fn count_replies(tx: &mut Tx, parent: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM comment WHERE parent = $1 AND state = 'shown' AND NOT silenced",
        parent
    )?;
    Ok(row.map_or(0, |(count,)| count))
}
