//! Making contact: what waits for a confirmed address, links of readers, who is not heard.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// What a reader wrote whose address is not confirmed yet.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Waiting {
    /// The account it is for; none for the network.
    pub account: Option<String>,
    pub email: String,
    pub name: String,
    /// Tag of the language of the page they wrote on.
    pub language: String,
    pub subject: String,
    /// Uri of a case.
    pub about: Option<String>,
    pub text: String,
}

pub async fn wait(tx: &mut Tx, hash: &str, waiting: &Waiting, expires_at: i64) -> Result<()> {
    let Waiting { account, email, name, language, subject, about, text } = waiting;
    execute!(
        tx,
        "INSERT INTO contact_waiting (hash, account, email, name, language, subject, about, text,
           expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        hash,
        account.as_deref(),
        email,
        name,
        language,
        subject,
        about.as_deref(),
        text,
        expires_at
    )?;
    Ok(())
}

pub async fn waiting(tx: &mut Tx, hash: &str, now: i64) -> Result<Option<Waiting>> {
    Ok(row!(
        tx,
        "SELECT account, email, name, language, subject, about, text FROM contact_waiting
         WHERE hash = $1 AND expires_at > $2",
        hash,
        now
    )?)
}

/// Whether it was still there; it is used up.
pub async fn take_waiting(tx: &mut Tx, hash: &str) -> Result<bool> {
    Ok(execute!(tx, "DELETE FROM contact_waiting WHERE hash = $1", hash)? > 0)
}

/// A link for one side of a conversation.
pub async fn add_key(
    tx: &mut Tx,
    hash: &str,
    conversation: &str,
    side: i64,
    expires_at: i64,
) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO contact_key (hash, conversation, side, expires_at) VALUES ($1, $2, $3, $4)",
        hash,
        conversation,
        side,
        expires_at
    )?;
    Ok(())
}

/// The conversation and side that a link opens.
pub async fn key(tx: &mut Tx, hash: &str, now: i64) -> Result<Option<(String, i64)>> {
    Ok(row!(
        tx,
        "SELECT conversation, side FROM contact_key WHERE hash = $1 AND expires_at > $2",
        hash,
        now
    )?)
}

/// Forgets what has expired, and the addresses that no link leads back to.
pub async fn forget_expired(tx: &mut Tx, now: i64) -> Result<()> {
    execute!(&mut *tx, "DELETE FROM contact_waiting WHERE expires_at <= $1", now)?;
    execute!(&mut *tx, "DELETE FROM contact_key WHERE expires_at <= $1", now)?;
    execute!(
        &mut *tx,
        "UPDATE conversation_side SET email = '' WHERE email <> '' AND NOT EXISTS (
           SELECT 1 FROM contact_key k WHERE k.conversation = conversation_side.conversation
             AND k.side = conversation_side.side)"
    )?;
    execute!(
        tx,
        "DELETE FROM conversation WHERE NOT EXISTS (
           SELECT 1 FROM conversation_side s WHERE s.conversation = conversation.id
             AND (s.account IS NOT NULL OR s.email <> ''))"
    )?;
    Ok(())
}

/// Somebody whom a person does not want to hear from.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Blocked {
    /// `account ULID`, `mail HASH` or `actor URI`.
    pub who: String,
    /// As they were called then.
    pub name: String,
    pub at: i64,
}

pub async fn block(tx: &mut Tx, account: &str, who: &str, name: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO contact_block (account, who, name, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        account,
        who,
        name,
        now
    )?;
    Ok(())
}

/// Returns whether there was such a block.
pub async fn unblock(tx: &mut Tx, account: &str, who: &str) -> Result<bool> {
    let gone =
        execute!(tx, "DELETE FROM contact_block WHERE account = $1 AND who = $2", account, who)?;
    Ok(gone > 0)
}

pub async fn is_blocked(tx: &mut Tx, account: &str, who: &str) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM contact_block WHERE account = $1 AND who = $2)",
        account,
        who
    )?;
    Ok(row.is_some_and(|(blocked,)| blocked))
}

/// The newest first.
pub async fn blocked(tx: &mut Tx, account: &str, limit: i64) -> Result<Vec<Blocked>> {
    Ok(rows!(
        tx,
        "SELECT who, name, at FROM contact_block WHERE account = $1 ORDER BY at DESC, who LIMIT $2",
        account,
        limit
    )?)
}
