//! Private conversations of two sides: who takes part, what they wrote, what each still sees.

use super::{
    Result, Tx,
    sql::{execute, row, rows},
};

/// Something two sides write to each other about.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Conversation {
    /// ULID.
    pub id: String,
    /// One line; empty where it began as a note of another server.
    pub subject: String,
    /// Uri of the case it began from.
    pub about: Option<String>,
    pub began_at: i64,
}

/// Who takes part, as it is stored: one of account, actor and address.
#[derive(Clone, Debug, Default)]
pub struct NewSide {
    pub account: Option<String>,
    /// Uri of an actor of another server.
    pub actor: Option<String>,
    /// Empty for none; shown to nobody but its owner.
    pub email: String,
    pub name: String,
    /// Tag of the language of mails to the address.
    pub language: String,
}

/// Who takes part, with what is known of them now.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Side {
    /// 0 who wrote first, 1 who was written to.
    pub side: i64,
    pub account: Option<String>,
    pub actor: Option<String>,
    pub email: String,
    /// Of an account or actor, its present name.
    pub name: String,
    pub language: String,
    /// Number of the last letter read.
    pub seen: i64,
    /// Number of the last letter deleted on this side.
    pub cleared: i64,
    /// Of an account or an actor.
    pub handle: Option<String>,
    /// Uri of the person's actor here.
    pub own_actor: Option<String>,
    /// Of another server's actor.
    pub host: Option<String>,
    pub page_url: Option<String>,
}

impl Side {
    /// Its name, or its handle where it gives none.
    pub fn called(&self) -> &str {
        match self.name.trim() {
            "" => self.handle.as_deref().unwrap_or_default(),
            name => name,
        }
    }

    /// Whether nobody is there any more.
    pub fn is_gone(&self) -> bool {
        self.account.is_none() && self.actor.is_none() && self.email.is_empty()
    }
}

/// One conversation in the list of somebody's.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Line {
    pub id: String,
    pub subject: String,
    /// Number of the newest letter they see.
    pub num: i64,
    pub at: i64,
    pub unread: bool,
    /// Of the other side.
    pub name: String,
    /// Whether the other side has an account here, or an actor elsewhere.
    pub handle: Option<String>,
    pub host: Option<String>,
}

/// One message.
#[derive(Clone, Debug)]
pub struct NewLetter<'a> {
    /// Uri of the note where it came from another server or goes there, else a ULID.
    pub id: &'a str,
    pub conversation: &'a str,
    /// Of its author.
    pub side: i64,
    /// Empty for a note of another server.
    pub text: &'a str,
    /// Only its author is to see it.
    pub held: bool,
}

/// One message as a side sees it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Letter {
    pub num: i64,
    pub id: String,
    pub side: i64,
    /// Plain text; empty for a note of another server.
    pub text: String,
    pub at: i64,
    /// Of a note of another server, sanitised; none once its author deleted it.
    pub html: Option<String>,
}

pub async fn insert(tx: &mut Tx, new: &Conversation, sides: &[NewSide; 2]) -> Result<()> {
    let Conversation { id, subject, about, began_at } = new;
    execute!(
        &mut *tx,
        "INSERT INTO conversation (id, subject, about, began_at) VALUES ($1, $2, $3, $4)",
        id,
        subject,
        about.as_deref(),
        *began_at
    )?;
    for (number, side) in (0_i64..).zip(sides) {
        execute!(
            &mut *tx,
            "INSERT INTO conversation_side (conversation, side, account, actor, email, name,
               language, seen, cleared) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0)",
            id,
            number,
            side.account.as_deref(),
            side.actor.as_deref(),
            &side.email,
            &side.name,
            &side.language
        )?;
    }
    Ok(())
}

pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Conversation>> {
    Ok(row!(tx, "SELECT id, subject, about, began_at FROM conversation WHERE id = $1", id)?)
}

/// Both sides, who wrote first in front.
pub async fn sides(tx: &mut Tx, id: &str) -> Result<Vec<Side>> {
    Ok(rows!(
        tx,
        "SELECT s.side, s.account, s.actor, s.email, COALESCE(p.name, r.name, s.name) AS name,
           COALESCE(a.language, s.language) AS language, s.seen, s.cleared,
           COALESCE(p.handle, r.handle) AS handle, p.uri AS own_actor, r.host, r.page_url
         FROM conversation_side s LEFT JOIN account a ON a.id = s.account
           LEFT JOIN actor p ON p.id = a.actor LEFT JOIN remote_actor r ON r.uri = s.actor
         WHERE s.conversation = $1 ORDER BY s.side",
        id
    )?)
}

/// The conversation of a person with an actor of another server.
pub async fn with_actor(tx: &mut Tx, account: &str, actor: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = row!(
        tx,
        "SELECT me.conversation FROM conversation_side me
         JOIN conversation_side o ON o.conversation = me.conversation AND o.side <> me.side
         WHERE me.account = $1 AND o.actor = $2 ORDER BY me.conversation DESC LIMIT 1",
        account,
        actor
    )?;
    Ok(row.map(|(id,)| id))
}

macro_rules! newest {
    ($rest:literal) => {
        concat!(
            "WITH newest AS (
               SELECT l.conversation, MAX(l.num) AS num,
                 MAX(CASE WHEN l.side <> me.side AND l.num > me.seen THEN 1 ELSE 0 END) AS fresh
               FROM conversation_side me JOIN letter l ON l.conversation = me.conversation
               WHERE me.account = $1 AND l.num > me.cleared AND (l.side = me.side OR NOT l.held)
               GROUP BY l.conversation) ",
            $rest
        )
    };
}

/// A person's conversations, the newest letter first, from before the letter `before`.
pub async fn list(tx: &mut Tx, account: &str, before: i64, limit: i64) -> Result<Vec<Line>> {
    Ok(rows!(
        tx,
        newest!(
            "SELECT c.id, c.subject, n.num, l.at, n.fresh > 0 AS unread,
               COALESCE(p.name, r.name, o.name) AS name, COALESCE(p.handle, r.handle) AS handle,
               r.host
             FROM newest n JOIN conversation c ON c.id = n.conversation
               JOIN letter l ON l.num = n.num
               JOIN conversation_side o ON o.conversation = c.id
                 AND (o.account IS NULL OR o.account <> $1)
               LEFT JOIN account a ON a.id = o.account LEFT JOIN actor p ON p.id = a.actor
               LEFT JOIN remote_actor r ON r.uri = o.actor
             WHERE n.num < $2 ORDER BY n.num DESC LIMIT $3"
        ),
        account,
        before,
        limit
    )?)
}

/// How many conversations hold something a person has not read.
pub async fn count_unread(tx: &mut Tx, account: &str) -> Result<i64> {
    let row: Option<(i64,)> =
        row!(tx, newest!("SELECT count(*) FROM newest WHERE fresh > 0"), account)?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Appends a letter; returns its number.
pub async fn add_letter(tx: &mut Tx, new: &NewLetter<'_>, now: i64) -> Result<i64> {
    let num = tx.next_number("letter").await?;
    execute!(
        tx,
        "INSERT INTO letter (num, id, conversation, side, text, held, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        num,
        new.id,
        new.conversation,
        new.side,
        new.text,
        new.held,
        now
    )?;
    Ok(num)
}

/// The newest `limit` letters that a side sees, oldest first.
pub async fn letters(tx: &mut Tx, id: &str, me: &Side, limit: i64) -> Result<Vec<Letter>> {
    let mut found: Vec<Letter> = rows!(
        tx,
        "SELECT l.num, l.id, l.side, l.text, l.at, m.html FROM letter l
         LEFT JOIN message m ON m.uri = l.id AND m.recipient = $4
         WHERE l.conversation = $1 AND l.num > $2 AND (l.side = $3 OR NOT l.held)
         ORDER BY l.num DESC LIMIT $5",
        id,
        me.cleared,
        me.side,
        me.own_actor.as_deref().unwrap_or_default(),
        limit
    )?;
    found.reverse();
    Ok(found)
}

/// Whether a side wrote anything.
pub async fn wrote(tx: &mut Tx, id: &str, side: i64) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM letter WHERE conversation = $1 AND side = $2)",
        id,
        side
    )?;
    Ok(row.is_some_and(|(wrote,)| wrote))
}

/// A letter that one of our people wrote.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Written {
    pub conversation: String,
    /// Of its author.
    pub side: i64,
    pub text: String,
    pub at: i64,
}

/// The letter of ours with this id.
pub async fn written(tx: &mut Tx, id: &str) -> Result<Option<Written>> {
    Ok(row!(
        tx,
        "SELECT conversation, side, text, at FROM letter WHERE id = $1 AND text <> ''",
        id
    )?)
}

/// Whether a conversation has a letter with this id, seen or deleted.
pub async fn has_letter(tx: &mut Tx, conversation: &str, id: &str) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM letter WHERE conversation = $1 AND id = $2)",
        conversation,
        id
    )?;
    Ok(row.is_some_and(|(has,)| has))
}

/// Id of the newest letter of a side.
pub async fn latest_of(tx: &mut Tx, id: &str, side: i64) -> Result<Option<String>> {
    let row: Option<(String,)> = row!(
        tx,
        "SELECT id FROM letter WHERE conversation = $1 AND side = $2 ORDER BY num DESC LIMIT 1",
        id,
        side
    )?;
    Ok(row.map(|(id,)| id))
}

/// A side has read everything up to a letter.
pub async fn mark_seen(tx: &mut Tx, id: &str, side: i64, num: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE conversation_side SET seen = $3
         WHERE conversation = $1 AND side = $2 AND seen < $3",
        id,
        side,
        num
    )?;
    Ok(())
}

/// A side deletes what there is; what comes later shows again.
pub async fn clear(tx: &mut Tx, id: &str, side: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE conversation_side SET cleared =
           (SELECT COALESCE(MAX(l.num), 0) FROM letter l WHERE l.conversation = $1)
         WHERE conversation = $1 AND side = $2",
        id,
        side
    )?;
    Ok(())
}

/// A side without an account takes no more part: its address and its links are forgotten.
pub async fn leave(tx: &mut Tx, id: &str, side: i64) -> Result<()> {
    execute!(
        &mut *tx,
        "UPDATE conversation_side SET email = '' WHERE conversation = $1 AND side = $2
           AND account IS NULL",
        id,
        side
    )?;
    execute!(tx, "DELETE FROM contact_key WHERE conversation = $1 AND side = $2", id, side)?;
    Ok(())
}

/// Forgets a conversation of which nobody here sees anything any more.
pub async fn forget_unseen(tx: &mut Tx, id: &str) -> Result<()> {
    execute!(
        tx,
        "DELETE FROM conversation WHERE id = $1 AND NOT EXISTS (
           SELECT 1 FROM conversation_side s JOIN letter l ON l.conversation = s.conversation
           WHERE s.conversation = $1 AND (s.account IS NOT NULL OR s.email <> '')
             AND l.num > s.cleared AND (l.side = s.side OR NOT l.held))",
        id
    )?;
    Ok(())
}

/// Ids of all conversations of a person.
pub async fn of_account(tx: &mut Tx, account: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT conversation FROM conversation_side WHERE account = $1 ORDER BY conversation",
        account
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The people behind a case of ours who may be written to, with handle and name: those it names as
/// contacts, and those who wrote it. `host` is ours.
pub async fn behind_case(
    tx: &mut Tx,
    uri: &str,
    host: &str,
    limit: i64,
) -> Result<Vec<(String, String)>> {
    Ok(rows!(
        tx,
        "SELECT p.handle, p.name FROM account a JOIN actor p ON p.id = a.actor
         WHERE a.contactable AND a.state = 'active' AND p.gone_at IS NULL AND (
           a.id IN (SELECT w.account FROM case_study c JOIN manuscript m ON m.case_key = c.local_key
                      JOIN manuscript_author w ON w.manuscript = m.id
                    WHERE c.uri = $1 AND c.local AND m.state = 'published')
           OR p.folded IN (SELECT n.handle FROM case_study c JOIN case_person n ON n.num = c.num
                           WHERE c.uri = $1 AND c.local)
           OR p.folded || '@' || CAST($2 AS TEXT) IN
             (SELECT n.handle FROM case_study c JOIN case_person n ON n.num = c.num
              WHERE c.uri = $1 AND c.local))
         ORDER BY a.id LIMIT $3",
        uri,
        host,
        limit
    )?)
}
