//! What was written to actors of ours alone.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// A message to one of our actors.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Message {
    /// Order of arrival; 0 until it is inserted.
    pub num: i64,
    pub uri: String,
    /// Uri of our actor.
    pub recipient: String,
    /// Uri of its author.
    pub actor: String,
    pub host: String,
    pub in_reply_to: Option<String>,
    pub language: Option<String>,
    pub published_at: i64,
    pub updated_at: i64,
    pub received_at: i64,
    /// Sanitised.
    pub html: String,
}

macro_rules! columns {
    () => {
        "num, uri, recipient, actor, host, in_reply_to, language, published_at, updated_at, \
         received_at, html"
    };
}

/// Inserts, or replaces an older version by the same author. Returns whether anything changed.
pub async fn save(tx: &mut Tx, message: &Message) -> Result<bool> {
    let num = tx.next_number("message").await?;
    let touched = execute!(
        tx,
        concat!(
            "INSERT INTO message (",
            columns!(),
            ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)
             ON CONFLICT (uri, recipient) DO UPDATE SET
               language = excluded.language, updated_at = excluded.updated_at,
               html = excluded.html
             WHERE message.actor = excluded.actor AND message.updated_at < excluded.updated_at"
        ),
        num,
        &message.uri,
        &message.recipient,
        &message.actor,
        &message.host,
        message.in_reply_to.as_deref(),
        message.language.as_deref(),
        message.published_at,
        message.updated_at,
        message.received_at,
        &message.html
    )?;
    Ok(touched > 0)
}

/// Newest first from before `before`; `recipient` narrows.
pub async fn page(
    tx: &mut Tx,
    recipient: Option<&str>,
    before: i64,
    limit: i64,
) -> Result<Vec<Message>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM message WHERE num < $1 AND (CAST($2 AS TEXT) IS NULL OR recipient = $2)
               ORDER BY num DESC LIMIT $3"
        ),
        before,
        recipient,
        limit
    )?)
}

pub async fn count(tx: &mut Tx, recipient: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM message WHERE CAST($1 AS TEXT) IS NULL OR recipient = $1",
        recipient
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Its author deleted it.
pub async fn remove(tx: &mut Tx, uri: &str, actor: &str) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM message WHERE uri = $1 AND actor = $2", uri, actor)?)
}

/// Its author is gone.
pub async fn remove_of_actor(tx: &mut Tx, actor: &str) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM message WHERE actor = $1", actor)?)
}

/// Its receiver deleted the conversation: what `actor` wrote to them goes.
pub async fn remove_between(tx: &mut Tx, recipient: &str, actor: &str) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM message WHERE recipient = $1 AND actor = $2", recipient, actor)?)
}

/// Whether this note to this actor of ours is here.
pub async fn is_known(tx: &mut Tx, uri: &str, recipient: &str) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM message WHERE uri = $1 AND recipient = $2)",
        uri,
        recipient
    )?;
    Ok(row.is_some_and(|(known,)| known))
}
