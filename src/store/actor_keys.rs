//! Keys of this instance's actors beside the RSA pair each begins with.

use super::{
    Result, StoreError, Tx,
    sql::{execute, rows},
};

/// What a key is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// Signs requests.
    Rsa,
    /// Makes integrity proofs.
    Ed25519,
}

impl KeyKind {
    /// As it is written in the database and shown.
    pub fn id(self) -> &'static str {
        match self {
            KeyKind::Rsa => "rsa",
            KeyKind::Ed25519 => "ed25519",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        [KeyKind::Rsa, KeyKind::Ed25519].into_iter().find(|kind| kind.id() == id)
    }
}

/// A key of one of our actors.
#[derive(Clone, Debug)]
pub struct ActorKey {
    /// The actor's uri with a fragment.
    pub id: String,
    /// Uri of the actor.
    pub actor: String,
    pub kind: KeyKind,
    /// PKCS#8 DER in base64; empty once it is retired: nothing is to be signed with it again.
    pub private_key: String,
    /// SPKI PEM of an RSA key, multibase of an Ed25519 key.
    pub public_key: String,
    /// Epoch ms, as the following.
    pub created_at: i64,
    /// Since then it signs nothing.
    pub retired_at: Option<i64>,
    /// Until then the actor goes on listing a retired key, for those who hold what it signed.
    pub until: Option<i64>,
}

macro_rules! columns {
    () => {
        "id, actor, kind, private_key, public_key, created_at, retired_at, until"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    actor: String,
    kind: String,
    private_key: String,
    public_key: String,
    created_at: i64,
    retired_at: Option<i64>,
    until: Option<i64>,
}

impl TryFrom<Row> for ActorKey {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, actor, kind, private_key, public_key, created_at, retired_at, until } = row;
        let kind = KeyKind::from_id(&kind).ok_or(StoreError::Inconsistent {
            table: "actor_key",
            column: "kind",
            value: kind,
        })?;
        Ok(ActorKey { id, actor, kind, private_key, public_key, created_at, retired_at, until })
    }
}

/// Every key an actor had and has, oldest first; never the first RSA pair while it is in use.
pub async fn of(tx: &mut Tx, actor: &str) -> Result<Vec<ActorKey>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!("SELECT ", columns!(), " FROM actor_key WHERE actor = $1 ORDER BY created_at, id"),
        actor
    )?;
    found.into_iter().map(ActorKey::try_from).collect()
}

/// False when there is a key with this id: another process was faster.
pub async fn insert(tx: &mut Tx, key: &ActorKey) -> Result<bool> {
    let ActorKey { id, actor, kind, private_key, public_key, created_at, retired_at, until } = key;
    let made = execute!(
        tx,
        concat!(
            "INSERT INTO actor_key (",
            columns!(),
            ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8) ON CONFLICT (id) DO NOTHING"
        ),
        id,
        actor,
        kind.id(),
        private_key,
        public_key,
        *created_at,
        *retired_at,
        *until
    )?;
    Ok(made > 0)
}

/// The keys an actor signs with now sign nothing more; they are listed until `until`, and their
/// private halves are forgotten.
pub async fn retire(tx: &mut Tx, actor: &str, now: i64, until: i64) -> Result<u64> {
    Ok(execute!(
        tx,
        "UPDATE actor_key SET retired_at = $2, until = $3, private_key = ''
         WHERE actor = $1 AND retired_at IS NULL",
        actor,
        now,
        until
    )?)
}
