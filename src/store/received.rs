//! Objects of other servers that reached us: cases, posts, and what became of them.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// An object of another server.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Received {
    /// Order of arrival; 0 until it is inserted.
    pub seq: i64,
    pub uri: String,
    /// ActivityStreams type.
    pub kind: String,
    /// Its author.
    pub actor: String,
    pub host: String,
    pub name: String,
    /// Plain text.
    pub text: String,
    pub in_reply_to: Option<String>,
    /// Set when it is a case study.
    pub case_num: Option<i64>,
    /// `shown`, `quarantined`, `hidden`, `kept` or `gone`.
    pub state: String,
    /// As it was received.
    pub document: String,
    pub published_at: i64,
    pub updated_at: i64,
    pub received_at: i64,
}

macro_rules! columns {
    () => {
        "seq, uri, kind, actor, host, name, text, in_reply_to, case_num, state, document, \
         published_at, updated_at, received_at"
    };
}

/// Inserts, or replaces an older version of the same object.
pub async fn save(tx: &mut Tx, object: &Received) -> Result<()> {
    let Received {
        seq,
        uri,
        kind,
        actor,
        host,
        name,
        text,
        in_reply_to,
        case_num,
        state,
        document,
        published_at,
        updated_at,
        received_at,
    } = object;
    let seq = if *seq == 0 { tx.next_number("received").await? } else { *seq };
    execute!(
        tx,
        concat!(
            "INSERT INTO received (",
            columns!(),
            ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)
             ON CONFLICT (uri) DO UPDATE SET
               kind = excluded.kind, name = excluded.name, text = excluded.text,
               in_reply_to = excluded.in_reply_to, case_num = excluded.case_num,
               state = excluded.state, document = excluded.document,
               updated_at = excluded.updated_at"
        ),
        seq,
        uri,
        kind,
        actor,
        host,
        name,
        text,
        in_reply_to.as_deref(),
        *case_num,
        state,
        document,
        *published_at,
        *updated_at,
        *received_at
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, uri: &str) -> Result<Option<Received>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM received WHERE uri = $1"), uri)?)
}

/// The place of an object in the order of arrival, without reading it.
pub async fn seq_of(tx: &mut Tx, uri: &str) -> Result<Option<i64>> {
    let row: Option<(i64,)> = row!(tx, "SELECT seq FROM received WHERE uri = $1", uri)?;
    Ok(row.map(|(seq,)| seq))
}

/// The object was deleted at its origin: its text goes, the fact stays.
pub async fn mark_gone(tx: &mut Tx, uri: &str, now: i64) -> Result<bool> {
    let touched = execute!(
        tx,
        "UPDATE received SET state = 'gone', name = '', text = '', document = '',
             case_num = NULL, updated_at = $2 WHERE uri = $1 AND state <> 'gone'",
        uri,
        now
    )?;
    Ok(touched > 0)
}

/// Newest first from before `before`.
pub async fn page(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<Received>> {
    Ok(rows!(
        tx,
        concat!("SELECT ", columns!(), " FROM received WHERE seq < $1 ORDER BY seq DESC LIMIT $2"),
        before,
        limit
    )?)
}

/// An object of another server as lists show it: without the document.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    pub seq: i64,
    pub uri: String,
    pub kind: String,
    pub actor: String,
    pub host: String,
    pub name: String,
    /// Plain text.
    pub text: String,
    pub in_reply_to: Option<String>,
    pub state: String,
    pub published_at: i64,
    pub updated_at: i64,
    pub received_at: i64,
    /// The page of the case it became, where it is shown.
    pub page: Option<String>,
}

/// As [`page`], for lists: documents stay where they are.
pub async fn listed(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<Listed>> {
    Ok(rows!(
        tx,
        "SELECT r.seq, r.uri, r.kind, r.actor, r.host, r.name, r.text, r.in_reply_to, r.state,
             r.published_at, r.updated_at, r.received_at, c.page
         FROM received r LEFT JOIN case_study c ON c.num = r.case_num AND c.shown
         WHERE r.seq < $1 ORDER BY r.seq DESC LIMIT $2",
        before,
        limit
    )?)
}

pub async fn count(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT count(*) FROM received")?;
    Ok(row.map_or(0, |(count,)| count))
}

/// The uris of everything an actor sent us, for when it is deleted.
pub async fn of_actor(tx: &mut Tx, actor: &str) -> Result<Vec<(String, Option<i64>)>> {
    Ok(rows!(tx, "SELECT uri, case_num FROM received WHERE actor = $1 AND state <> 'gone'", actor)?)
}
