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
    /// `@topic-cycling`, `@sdg11`, or a public saved search: announces the cases that fit.
    Filter,
    /// A citymaker.
    Person,
}

impl ActorKind {
    pub const ALL: &'static [Self] = &[
        ActorKind::Instance,
        ActorKind::Network,
        ActorKind::CaseFeed,
        ActorKind::Filter,
        ActorKind::Person,
    ];

    pub fn id(self) -> &'static str {
        match self {
            ActorKind::Instance => "instance",
            ActorKind::Network => "network",
            ActorKind::CaseFeed => "case-feed",
            ActorKind::Filter => "filter",
            ActorKind::Person => "person",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }

    /// The actors every instance has exactly once.
    pub fn is_built_in(self) -> bool {
        matches!(self, ActorKind::Instance | ActorKind::Network | ActorKind::CaseFeed)
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
    /// PKCS#8 DER in base64; empty until it is first looked up.
    pub private_key: String,
    /// SPKI PEM.
    pub public_key: String,
    pub created_at: i64,
    /// When its name, texts or keys last changed.
    pub updated_at: i64,
    /// A filter's search, as [`CaseFilter::to_query`] writes it.
    ///
    /// [`CaseFilter::to_query`]: crate::domain::search::CaseFilter::to_query
    pub filter: Option<String>,
    /// What a person says of themselves, as a JSON object; `{}` for all others.
    pub profile: String,
    /// When it ended. Its id and handle are not given again.
    pub gone_at: Option<i64>,
}

impl LocalActor {
    /// One that begins now, described by its handle alone.
    pub fn new(id: String, uri: String, kind: ActorKind, handle: &str, now: i64) -> Self {
        LocalActor {
            id,
            uri,
            kind,
            handle: handle.to_owned(),
            name: handle.to_owned(),
            summary: String::new(),
            private_key: String::new(),
            public_key: String::new(),
            created_at: now,
            updated_at: now,
            filter: None,
            profile: "{}".into(),
            gone_at: None,
        }
    }

    pub fn is_gone(&self) -> bool {
        self.gone_at.is_some()
    }
}

/// A handle as it is looked for, so that `@Topic-Cycling` and `@topic-cycling` are one.
pub fn folded(handle: &str) -> String {
    crate::domain::search::fold(handle.trim())
}

macro_rules! columns {
    () => {
        "id, uri, kind, handle, name, summary, private_key, public_key, created_at, updated_at, \
         filter, profile, gone_at"
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
    updated_at: i64,
    filter: Option<String>,
    profile: String,
    gone_at: Option<i64>,
}

impl TryFrom<Row> for LocalActor {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, uri, kind, handle, name, summary, private_key, public_key, .. } = row;
        let Row { created_at, updated_at, filter, profile, gone_at, .. } = row;
        let kind = ActorKind::from_id(&kind).ok_or(StoreError::Inconsistent {
            table: "actor",
            column: "kind",
            value: kind,
        })?;
        Ok(LocalActor {
            id,
            uri,
            kind,
            handle,
            name,
            summary,
            private_key,
            public_key,
            created_at,
            updated_at,
            filter,
            profile,
            gone_at,
        })
    }
}

/// False when the handle, or the filter, is taken (by whom it is not said: look it up).
pub async fn insert(tx: &mut Tx, actor: &LocalActor) -> Result<bool> {
    let LocalActor { id, uri, kind, handle, name, summary, private_key, public_key, .. } = actor;
    let LocalActor { created_at, updated_at, filter, profile, gone_at, .. } = actor;
    let made = execute!(
        tx,
        concat!(
            "INSERT INTO actor (",
            columns!(),
            ", folded) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)
             ON CONFLICT DO NOTHING"
        ),
        id,
        uri,
        kind.id(),
        handle,
        name,
        summary,
        private_key,
        public_key,
        *created_at,
        *updated_at,
        filter,
        profile,
        *gone_at,
        folded(handle)
    )?;
    Ok(made > 0)
}

/// Takes over a changed handle, name or description.
pub async fn describe(
    tx: &mut Tx,
    id: &str,
    handle: &str,
    name: &str,
    summary: &str,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE actor SET handle = $2, name = $3, summary = $4, folded = $5, updated_at = $6
         WHERE id = $1",
        id,
        handle,
        name,
        summary,
        folded(handle),
        now
    )?;
    Ok(())
}

/// What a person says of themselves, as a JSON object.
pub async fn set_profile(tx: &mut Tx, id: &str, profile: &str, now: i64) -> Result<()> {
    execute!(tx, "UPDATE actor SET profile = $2, updated_at = $3 WHERE id = $1", id, profile, now)?;
    Ok(())
}

/// Its keys, where it has none to sign with; those it has stay.
pub async fn give_keys(tx: &mut Tx, id: &str, private: &str, public: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE actor SET private_key = $2, public_key = $3 WHERE id = $1 AND private_key = ''",
        id,
        private,
        public
    )?;
    Ok(())
}

/// Its private key is forgotten, and the next look-up makes it another pair; the public one stands
/// until then. False when that waits already, or it never had keys.
pub async fn forget_key(tx: &mut Tx, id: &str, now: i64) -> Result<bool> {
    let forgotten = execute!(
        tx,
        "UPDATE actor SET private_key = '', updated_at = $2 WHERE id = $1 AND private_key <> ''",
        id,
        now
    )?;
    Ok(forgotten > 0)
}

/// It ends: its id answers with a Tombstone, its handle is not given again.
pub async fn end(tx: &mut Tx, id: &str, now: i64) -> Result<bool> {
    let ended = execute!(
        tx,
        "UPDATE actor SET gone_at = $2, updated_at = $2 WHERE id = $1 AND gone_at IS NULL",
        id,
        now
    )?;
    Ok(ended > 0)
}

/// The actors every instance has.
pub async fn built_in(tx: &mut Tx) -> Result<Vec<LocalActor>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM actor WHERE kind IN ('instance', 'network', 'case-feed')
               ORDER BY created_at, id"
        )
    )?;
    found.into_iter().map(LocalActor::try_from).collect()
}

/// The living, in the order of their ids after `after`; `kind` narrows.
pub async fn page(
    tx: &mut Tx,
    kind: Option<ActorKind>,
    after: &str,
    limit: i64,
) -> Result<Vec<LocalActor>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM actor WHERE gone_at IS NULL AND id > $1
               AND (CAST($2 AS TEXT) IS NULL OR kind = $2) ORDER BY id LIMIT $3"
        ),
        after,
        kind.map(ActorKind::id),
        limit
    )?;
    found.into_iter().map(LocalActor::try_from).collect()
}

/// How many are living; `kind` narrows.
pub async fn count(tx: &mut Tx, kind: Option<ActorKind>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM actor WHERE gone_at IS NULL AND (CAST($1 AS TEXT) IS NULL OR kind = $1)",
        kind.map(ActorKind::id)
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Whatever its spelling; also one that ended.
pub async fn by_handle(tx: &mut Tx, handle: &str) -> Result<Option<LocalActor>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM actor WHERE folded = $1"), folded(handle))?;
    row.map(LocalActor::try_from).transpose()
}

/// Also one that ended.
pub async fn by_uri(tx: &mut Tx, uri: &str) -> Result<Option<LocalActor>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM actor WHERE uri = $1"), uri)?;
    row.map(LocalActor::try_from).transpose()
}

/// The living actor of a filter.
pub async fn by_filter(tx: &mut Tx, filter: &str) -> Result<Option<LocalActor>> {
    let row: Option<Row> = row!(
        tx,
        concat!("SELECT ", columns!(), " FROM actor WHERE filter = $1 AND gone_at IS NULL"),
        filter
    )?;
    row.map(LocalActor::try_from).transpose()
}

/// A filter that somebody follows: all that a new case has to be compared with.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct FollowedFilter {
    pub uri: String,
    pub filter: String,
    /// A saved search, as opposed to one value of a facet.
    pub saved: bool,
}

/// The filters with followers.
pub async fn followed_filters(tx: &mut Tx) -> Result<Vec<FollowedFilter>> {
    Ok(rows!(
        tx,
        "SELECT uri, filter, saved FROM actor WHERE kind = 'filter' AND gone_at IS NULL
           AND filter IS NOT NULL AND EXISTS (SELECT 1 FROM follower f WHERE f.actor = actor.uri)"
    )?)
}

/// Marks a filter as a saved search with a handle of its own.
pub async fn mark_saved(tx: &mut Tx, id: &str) -> Result<()> {
    execute!(tx, "UPDATE actor SET saved = TRUE WHERE id = $1", id)?;
    Ok(())
}

/// Saved searches that can be followed, by handle.
pub async fn saved_filters(tx: &mut Tx, limit: i64) -> Result<Vec<LocalActor>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM actor WHERE saved AND gone_at IS NULL ORDER BY handle LIMIT $1"
        ),
        limit
    )?;
    found.into_iter().map(LocalActor::try_from).collect()
}
