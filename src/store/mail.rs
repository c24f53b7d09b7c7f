//! Mail that goes out: what waits, what became of it.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct NewMail {
    /// ULID.
    pub id: String,
    /// What it is about, in a word.
    pub kind: &'static str,
    pub receiver: String,
    /// Tag of its language.
    pub language: String,
    pub subject: String,
    /// Where such mails are ended with one click; empty for none.
    pub unsubscribe: String,
    /// Where answers go; empty where nobody reads them.
    pub reply_to: String,
    pub plain: String,
    pub html: String,
    /// It must not come twice.
    pub once: bool,
}

/// A mail, with its text as long as it was not sent.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Mail {
    pub id: String,
    pub kind: String,
    pub receiver: String,
    pub language: String,
    pub subject: String,
    pub unsubscribe: String,
    pub reply_to: String,
    pub plain: String,
    pub html: String,
    /// `waiting`, `handing`, `sent`, `filed`, `bounced`, `unsure`, `given-up` or `dropped`.
    pub state: String,
    pub once: bool,
    pub tries: i64,
    pub next_try: i64,
    /// The last answer of the mail server, or where the file is.
    pub answer: String,
    pub created_at: i64,
    pub ended_at: Option<i64>,
}

/// Every state a mail can be in.
pub const STATES: [&str; 8] =
    ["waiting", "handing", "sent", "filed", "bounced", "unsure", "given-up", "dropped"];

macro_rules! columns {
    () => {
        "id, kind, receiver, language, subject, unsubscribe, reply_to, plain, html, state, once, tries,
         next_try, answer, created_at, ended_at"
    };
}

pub async fn insert(tx: &mut Tx, mail: &NewMail, now: i64) -> Result<()> {
    let NewMail { id, kind, receiver, language, subject, unsubscribe, reply_to, plain, html, once } =
        mail;
    execute!(
        tx,
        "INSERT INTO mail (id, kind, receiver, language, subject, unsubscribe, plain, html, state,
           once, tries, next_try, lease_until, answer, created_at, reply_to)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, 0, $10, 0, '', $10, $11)",
        id,
        *kind,
        receiver,
        language,
        subject,
        unsubscribe,
        plain,
        html,
        *once,
        now,
        reply_to
    )?;
    Ok(())
}

/// Whether anything is to be done, without writing.
pub async fn is_due(tx: &mut Tx, now: i64) -> Result<bool> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT next_try FROM mail WHERE state IN ('waiting', 'handing') AND next_try <= $1
           AND lease_until <= $1 LIMIT 1",
        now
    )?;
    Ok(row.is_some())
}

/// Mails left by a process that ended between handing them over and noting it, and that must not
/// come twice: nobody knows whether they were sent. Returns how many.
pub async fn leave_unsure(tx: &mut Tx, now: i64) -> Result<u64> {
    Ok(execute!(
        tx,
        "UPDATE mail SET state = 'unsure', ended_at = $1
         WHERE state = 'handing' AND once AND lease_until <= $1",
        now
    )?)
}

/// Takes some that are due, until `until`; from now on they are being handed over.
pub async fn claim(tx: &mut Tx, now: i64, until: i64, limit: i64) -> Result<Vec<Mail>> {
    Ok(rows!(
        tx,
        concat!(
            "UPDATE mail SET state = 'handing', lease_until = $2, tries = tries + 1
             WHERE id IN (SELECT id FROM mail WHERE state IN ('waiting', 'handing')
               AND next_try <= $1 AND lease_until <= $1 ORDER BY next_try, id LIMIT $3)
               AND lease_until <= $1
             RETURNING ",
            columns!()
        ),
        now,
        until,
        limit
    )?)
}

/// It is out of our hands, or will never be; its text is forgotten where `forget`.
pub async fn end(
    tx: &mut Tx,
    id: &str,
    state: &str,
    answer: &str,
    forget: bool,
    now: i64,
) -> Result<()> {
    execute!(
        &mut *tx,
        "UPDATE mail SET state = $2, answer = $3, ended_at = $4, lease_until = 0 WHERE id = $1",
        id,
        state,
        answer,
        now
    )?;
    if forget {
        execute!(&mut *tx, "UPDATE mail SET plain = '', html = '' WHERE id = $1", id)?;
    }
    Ok(())
}

/// It did not go out, and is tried again at `next_try`.
pub async fn later(tx: &mut Tx, id: &str, answer: &str, next_try: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE mail SET state = 'waiting', answer = $2, next_try = $3, lease_until = 0
         WHERE id = $1",
        id,
        answer,
        next_try
    )?;
    Ok(())
}

/// It is tried once more at once. False when there is no such mail that has ended with its text.
pub async fn retry(tx: &mut Tx, id: &str, now: i64) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE mail SET state = 'waiting', next_try = $2, lease_until = 0, tries = 0,
           created_at = $2, ended_at = NULL
         WHERE id = $1 AND plain <> '' AND state <> 'handing'",
        id,
        now
    )?;
    Ok(changed > 0)
}

/// It is not sent: its text is forgotten. False when there is no such mail that waits or ended with
/// its text.
pub async fn discard(tx: &mut Tx, id: &str, why: &str, now: i64) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE mail SET state = 'dropped', answer = $2, ended_at = $3, lease_until = 0, plain = '',
           html = '' WHERE id = $1 AND plain <> '' AND state <> 'handing'",
        id,
        why,
        now
    )?;
    Ok(changed > 0)
}

/// One that was handed over came back: why.
pub async fn came_back(tx: &mut Tx, id: &str, answer: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE mail SET state = 'bounced', answer = $2 WHERE id = $1 AND state = 'sent'",
        id,
        answer
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Mail>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM mail WHERE id = $1"), id)?)
}

/// Newest first from before `before`; a state narrows.
pub async fn page(
    tx: &mut Tx,
    state: Option<&str>,
    before: Option<&str>,
    limit: i64,
) -> Result<Vec<Mail>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM mail WHERE (CAST($1 AS TEXT) IS NULL OR state = $1)
               AND (CAST($2 AS TEXT) IS NULL OR id < $2) ORDER BY id DESC LIMIT $3"
        ),
        state,
        before,
        limit
    )?)
}

pub async fn count(tx: &mut Tx, state: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> =
        row!(tx, "SELECT count(*) FROM mail WHERE CAST($1 AS TEXT) IS NULL OR state = $1", state)?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Forgets what ended before `oldest`.
pub async fn forget_old(tx: &mut Tx, oldest: i64) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM mail WHERE ended_at < $1", oldest)?)
}
