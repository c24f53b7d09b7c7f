//! Who changed what: every editorial and administrative act.

use super::{
    Result, Tx,
    sql::{execute, rows},
};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Act {
    pub id: String,
    pub at: i64,
    /// `command line`, `token LABEL`, later a person.
    pub who: String,
    pub what: String,
    pub subject: String,
    pub note: String,
}

pub async fn append(tx: &mut Tx, act: &Act) -> Result<()> {
    let Act { id, at, who, what, subject, note } = act;
    execute!(
        tx,
        "INSERT INTO audit (id, at, who, what, subject, note) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        *at,
        who,
        what,
        subject,
        note
    )?;
    Ok(())
}

pub async fn newest(tx: &mut Tx, limit: i64) -> Result<Vec<Act>> {
    Ok(rows!(
        tx,
        "SELECT id, at, who, what, subject, note FROM audit ORDER BY at DESC, id DESC LIMIT $1",
        limit
    )?)
}
