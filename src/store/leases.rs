//! Work is taken by leases: a process that dies gives it back after a while.

use super::{Db, Result, sql::execute};

/// Frees everything that is taken. Only where one process alone works on the database.
pub async fn free_all(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?;
    execute!(&mut tx, "UPDATE peer SET lease_until = 0, lease_owner = NULL WHERE lease_until > 0")?;
    execute!(
        &mut tx,
        "UPDATE inbox_item SET lease_until = 0 WHERE state = 'new' AND lease_until > 0"
    )?;
    execute!(&mut tx, "UPDATE following SET lease_until = 0 WHERE lease_until > 0")?;
    execute!(&mut tx, "UPDATE domain_list SET lease_until = 0 WHERE lease_until > 0")?;
    execute!(&mut tx, "UPDATE application SET lease_until = 0 WHERE lease_until > 0")?;
    execute!(&mut tx, "UPDATE relay SET lease_until = 0 WHERE lease_until > 0")?;
    tx.commit().await
}
