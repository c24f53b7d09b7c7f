//! Actors of this instance.

use super::{
    Result, StoreError, Tx,
    sql::{execute, row, rows},
};

/// What an actor of ours is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// `@HOST@HOST`, signs fetches (FEP-d556).
    Instance,
    /// The network: author of every case.
    Network,
    /// `@cases`: announces the network's cases (FEP-1b12).
    CaseFeed,
}

impl ActorKind {
    pub fn id(self) -> &'static str {
        match self {
            ActorKind::Instance => "instance",
            ActorKind::Network => "network",
            ActorKind::CaseFeed => "case-feed",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        [ActorKind::Instance, ActorKind::Network, ActorKind::CaseFeed]
            .into_iter()
            .find(|kind| kind.id() == id)
    }
}

/// One of our actors, with its keys.
#[derive(Clone, Debug)]
pub struct LocalActor {
    /// ULID; the last part of `uri`.
    pub id: String,
    pub uri: String,
    pub kind: ActorKind,
    /// The part before the host: `metropolis`.
    pub handle: String,
    pub name: String,
    /// Plain text.
    pub summary: String,
    /// PKCS#8 DER in base64.
    pub private_key: String,
    /// SPKI PEM.
    pub public_key: String,
    pub created_at: i64,
}

macro_rules! columns {
    () => {
        "id, uri, kind, handle, name, summary, private_key, public_key, created_at"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    uri: String,
    kind: String,
    handle: String,
    name: String,
    summary: String,
    private_key: String,
    public_key: String,
    created_at: i64,
}

impl TryFrom<Row> for LocalActor {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, uri, kind, handle, name, summary, private_key, public_key, created_at } = row;
        let kind = ActorKind::from_id(&kind).ok_or(StoreError::Inconsistent {
            table: "actor",
            column: "kind",
            value: kind,
        })?;
        Ok(LocalActor { id, uri, kind, handle, name, summary, private_key, public_key, created_at })
    }
}

pub async fn insert(tx: &mut Tx, actor: &LocalActor) -> Result<()> {
    let LocalActor { id, uri, kind, handle, name, summary, private_key, public_key, created_at } =
        actor;
    execute!(
        tx,
        concat!("INSERT INTO actor (", columns!(), ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)"),
        id,
        uri,
        kind.id(),
        handle,
        name,
        summary,
        private_key,
        public_key,
        *created_at
    )?;
    Ok(())
}

/// Takes over a changed name, description or handle from the configuration.
pub async fn describe(
    tx: &mut Tx,
    id: &str,
    handle: &str,
    name: &str,
    summary: &str,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE actor SET handle = $2, name = $3, summary = $4 WHERE id = $1",
        id,
        handle,
        name,
        summary
    )?;
    Ok(())
}

pub async fn all(tx: &mut Tx) -> Result<Vec<LocalActor>> {
    let found: Vec<Row> =
        rows!(tx, concat!("SELECT ", columns!(), " FROM actor ORDER BY created_at, id"))?;
    found.into_iter().map(LocalActor::try_from).collect()
}

pub async fn by_handle(tx: &mut Tx, handle: &str) -> Result<Option<LocalActor>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM actor WHERE handle = $1"), handle)?;
    row.map(LocalActor::try_from).transpose()
}

pub async fn by_uri(tx: &mut Tx, uri: &str) -> Result<Option<LocalActor>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM actor WHERE uri = $1"), uri)?;
    row.map(LocalActor::try_from).transpose()
}
