//! Keys of other servers' actors beside their `publicKey`: what their `assertionMethod` lists.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// A key as its actor publishes it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct RemoteKey {
    /// Address of the key, mostly the actor's with a fragment.
    pub id: String,
    /// Uri of the actor that published it.
    pub actor: String,
    /// `publicKeyMultibase`: `z…`.
    pub public_key: String,
    /// Epoch ms.
    pub fetched_at: i64,
}

macro_rules! columns {
    () => {
        "id, actor, public_key, fetched_at"
    };
}

/// The key with this id.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<RemoteKey>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM remote_key WHERE id = $1"), id)?)
}

/// The keys of an actor.
pub async fn of(tx: &mut Tx, actor: &str) -> Result<Vec<RemoteKey>> {
    Ok(rows!(
        tx,
        concat!("SELECT ", columns!(), " FROM remote_key WHERE actor = $1 ORDER BY id"),
        actor
    )?)
}

/// From now on these are the actor's keys, and no others: what it no longer lists is no longer
/// believed.
pub async fn replace(tx: &mut Tx, actor: &str, keys: &[RemoteKey]) -> Result<()> {
    execute!(tx, "DELETE FROM remote_key WHERE actor = $1", actor)?;
    for RemoteKey { id, actor, public_key, fetched_at } in keys {
        // An id that another actor of the same server published first stays that actor's.
        execute!(
            tx,
            concat!(
                "INSERT INTO remote_key (",
                columns!(),
                ") VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING"
            ),
            id,
            actor,
            public_key,
            *fetched_at
        )?;
    }
    Ok(())
}
