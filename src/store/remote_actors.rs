//! Actors of other servers, as they last described themselves.

use super::{
    Result, Tx,
    sql::{execute, row},
};

/// An actor of another server: what we need to believe, address and show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteActor {
    pub uri: String,
    pub host: String,
    /// ActivityStreams type: `Person`, `Organization`, `Group` …
    pub kind: String,
    pub handle: String,
    pub name: String,
    /// Plain text.
    pub summary: String,
    pub inbox: String,
    pub shared_inbox: Option<String>,
    pub outbox: Option<String>,
    pub page_url: Option<String>,
    pub key_id: String,
    /// PEM as published.
    pub public_key: String,
    pub fetched_at: i64,
    pub gone: bool,
}

impl RemoteActor {
    /// Where activities for this actor go: its server's shared inbox where one is offered.
    pub fn lane(&self) -> &str {
        self.shared_inbox.as_deref().unwrap_or(&self.inbox)
    }
}

macro_rules! columns {
    () => {
        "uri, host, kind, handle, name, summary, inbox, shared_inbox, outbox, page_url, key_id, \
         public_key, fetched_at, gone"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    uri: String,
    host: String,
    kind: String,
    handle: String,
    name: String,
    summary: String,
    inbox: String,
    shared_inbox: Option<String>,
    outbox: Option<String>,
    page_url: Option<String>,
    key_id: String,
    public_key: String,
    fetched_at: i64,
    gone: bool,
}

impl From<Row> for RemoteActor {
    fn from(row: Row) -> Self {
        let Row {
            uri,
            host,
            kind,
            handle,
            name,
            summary,
            inbox,
            shared_inbox,
            outbox,
            page_url,
            key_id,
            public_key,
            fetched_at,
            gone,
        } = row;
        RemoteActor {
            uri,
            host,
            kind,
            handle,
            name,
            summary,
            inbox,
            shared_inbox,
            outbox,
            page_url,
            key_id,
            public_key,
            fetched_at,
            gone,
        }
    }
}

pub async fn find(tx: &mut Tx, uri: &str) -> Result<Option<RemoteActor>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM remote_actor WHERE uri = $1"), uri)?;
    Ok(row.map(RemoteActor::from))
}

/// A living actor by its handle and host, when we met it.
pub async fn by_handle(tx: &mut Tx, handle: &str, host: &str) -> Result<Option<RemoteActor>> {
    let row: Option<Row> = row!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM remote_actor WHERE host = $1 AND lower(handle) = lower($2) AND NOT gone
               ORDER BY uri LIMIT 1"
        ),
        host,
        handle
    )?;
    Ok(row.map(RemoteActor::from))
}

/// The actor that publishes the key `key_id`.
pub async fn by_key(tx: &mut Tx, key_id: &str) -> Result<Option<RemoteActor>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM remote_actor WHERE key_id = $1"), key_id)?;
    Ok(row.map(RemoteActor::from))
}

/// Inserts, or replaces what we held.
pub async fn save(tx: &mut Tx, actor: &RemoteActor) -> Result<()> {
    let RemoteActor {
        uri,
        host,
        kind,
        handle,
        name,
        summary,
        inbox,
        shared_inbox,
        outbox,
        page_url,
        key_id,
        public_key,
        fetched_at,
        gone,
    } = actor;
    execute!(
        tx,
        concat!(
            "INSERT INTO remote_actor (",
            columns!(),
            ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)
             ON CONFLICT (uri) DO UPDATE SET
               kind = excluded.kind, handle = excluded.handle, name = excluded.name,
               summary = excluded.summary, inbox = excluded.inbox,
               shared_inbox = excluded.shared_inbox, outbox = excluded.outbox,
               page_url = excluded.page_url, key_id = excluded.key_id,
               public_key = excluded.public_key, fetched_at = excluded.fetched_at,
               gone = excluded.gone"
        ),
        uri,
        host,
        kind,
        handle,
        name,
        summary,
        inbox,
        shared_inbox,
        outbox,
        page_url,
        key_id,
        public_key,
        *fetched_at,
        *gone
    )?;
    Ok(())
}

pub async fn mark_gone(tx: &mut Tx, uri: &str) -> Result<()> {
    execute!(tx, "UPDATE remote_actor SET gone = TRUE WHERE uri = $1", uri)?;
    Ok(())
}
