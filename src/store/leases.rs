//! Work is taken by leases: a process that dies gives it back, at once where it was the only one.

use super::{
    Db, Result, Tx,
    sql::{execute, row},
};
use sqlx::{Connection as _, Executor as _, PgConnection, postgres::PgConnectOptions};
use std::time::Duration;

/// The advisory lock that stands for "a server process lives": shared by all that do, wanted
/// alone by one that starts. PostgreSQL keeps such locks for each database apart.
const LIFE: i64 = 0x6b6f_6e74_6f72;
/// A server process that was killed is known to PostgreSQL as dead a moment later.
const TRIES: usize = 3;
const BETWEEN_TRIES: Duration = Duration::from_millis(100);

/// Says to other processes on the same PostgreSQL that this one lives, as long as it is kept. It
/// ends with the process, however that ends: PostgreSQL frees what a closed connection held.
pub struct LifeSign(PgConnection);

/// For a server process that starts, before it takes any work: frees what dead processes held
/// when no other process lives, and shows from now on that this one does. `None` on SQLite, where
/// one server process alone works on the database.
///
/// # Errors
/// When the database does not answer.
pub async fn appear(db: &Db) -> Result<Option<LifeSign>> {
    let Db::Postgres { .. } = db else {
        let mut tx = db.begin().await?;
        free(&mut tx).await?;
        tx.commit().await?;
        return Ok(None);
    };
    for _ in 0..TRIES {
        if freed_alone(db).await? {
            break;
        }
        tokio::time::sleep(BETWEEN_TRIES).await;
    }
    show_life(db).await
}

/// Shows that this process lives, and takes nothing from others: also for one whose sign was
/// lost with its connection.
///
/// # Errors
/// When the database does not answer.
pub async fn show_life(db: &Db) -> Result<Option<LifeSign>> {
    let Db::Postgres { pool, .. } = db else { return Ok(None) };
    // Beside the pool, which may end a connection. In a transaction, so that a pooler between us
    // and the server leaves the connection to us; it has read nothing and keeps nothing alive.
    let options = PgConnectOptions::clone(&pool.connect_options());
    let options = options.application_name("kontor, sign of life");
    let mut connection = PgConnection::connect_with(&options).await?;
    connection.execute("BEGIN").await?;
    connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0").await?;
    // Waits only for one that frees at this moment.
    sqlx::query("SELECT pg_advisory_xact_lock_shared($1)")
        .bind(LIFE)
        .execute(&mut connection)
        .await?;
    Ok(Some(LifeSign(connection)))
}

impl LifeSign {
    /// # Errors
    /// When the connection is gone, and the sign with it.
    pub async fn check(&mut self) -> Result<()> {
        self.0.execute("SELECT 1").await?;
        Ok(())
    }

    /// Takes the sign back: this process has ended its work.
    pub async fn end(self) {
        // Failing is as good: then the connection is gone already.
        let _ = self.0.close().await;
    }
}

/// Frees everything unless another process lives. In one transaction with holding the lock alone,
/// so that nobody appears and takes work in between.
async fn freed_alone(db: &Db) -> Result<bool> {
    let mut tx = db.begin().await?;
    let lock: Option<(bool,)> = row!(&mut tx, "SELECT pg_try_advisory_xact_lock($1)", LIFE)?;
    let alone = lock.is_some_and(|(alone,)| alone);
    if alone {
        free(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(alone)
}

/// Frees everything that is taken. Only where no other process works on the database.
///
/// # Errors
/// When the database does not answer.
pub async fn free(tx: &mut Tx) -> Result<()> {
    execute!(
        &mut *tx,
        "UPDATE peer SET lease_until = 0, lease_owner = NULL WHERE lease_until > 0"
    )?;
    execute!(
        &mut *tx,
        "UPDATE inbox_item SET lease_until = 0 WHERE state = 'new' AND lease_until > 0"
    )?;
    execute!(&mut *tx, "UPDATE following SET lease_until = 0 WHERE lease_until > 0")?;
    execute!(&mut *tx, "UPDATE domain_list SET lease_until = 0 WHERE lease_until > 0")?;
    execute!(&mut *tx, "UPDATE application SET lease_until = 0 WHERE lease_until > 0")?;
    execute!(&mut *tx, "UPDATE relay SET lease_until = 0 WHERE lease_until > 0")?;
    execute!(&mut *tx, "UPDATE mail SET lease_until = 0 WHERE lease_until > 0")?;
    execute!(&mut *tx, "UPDATE mailbox SET lease_until = 0 WHERE lease_until > 0")?;
    Ok(())
}
