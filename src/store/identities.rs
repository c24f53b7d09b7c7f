//! Who people with an account are to the organisation's provider.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// How a provider knows somebody with an account here.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Identity {
    /// The provider, as it names itself.
    pub issuer: String,
    /// The person, as the provider names them.
    pub subject: String,
    /// ULID of the account.
    pub account: String,
    /// The confirmed address that the provider gave; empty for none.
    pub email: String,
    pub linked_at: i64,
}

/// Connects an account. False when this person of the provider has an account, or this account a
/// person of the provider.
pub async fn link(tx: &mut Tx, identity: &Identity) -> Result<bool> {
    let Identity { issuer, subject, account, email, linked_at } = identity;
    let made = execute!(
        tx,
        "INSERT INTO identity (issuer, subject, account, email, linked_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        issuer,
        subject,
        account,
        email,
        *linked_at
    )?;
    Ok(made > 0)
}

/// By how the provider names the person.
pub async fn find(tx: &mut Tx, issuer: &str, subject: &str) -> Result<Option<Identity>> {
    Ok(row!(
        tx,
        "SELECT issuer, subject, account, email, linked_at FROM identity
         WHERE issuer = $1 AND subject = $2",
        issuer,
        subject
    )?)
}

/// How this provider knows the owner of an account.
pub async fn of_account(tx: &mut Tx, account: &str, issuer: &str) -> Result<Option<Identity>> {
    Ok(row!(
        tx,
        "SELECT issuer, subject, account, email, linked_at FROM identity
         WHERE account = $1 AND issuer = $2",
        account,
        issuer
    )?)
}

/// Whether the account was connected to this provider; it no longer is.
pub async fn unlink(tx: &mut Tx, account: &str, issuer: &str) -> Result<bool> {
    let ended =
        execute!(tx, "DELETE FROM identity WHERE account = $1 AND issuer = $2", account, issuer)?;
    Ok(ended > 0)
}

/// All providers' words on one account, the oldest first.
pub async fn all_of(tx: &mut Tx, account: &str) -> Result<Vec<Identity>> {
    Ok(rows!(
        tx,
        "SELECT issuer, subject, account, email, linked_at FROM identity
         WHERE account = $1 ORDER BY linked_at, issuer",
        account
    )?)
}
