//! What is one's own to decide: deleting on one's side, not hearing somebody, reporting a message,
//! taking everything along.

use serde_json::{Value, json};

use super::{Error, Exchange, Result, Seat, answer::sit, count, name_of};
use crate::{
    app::{
        access::{Who, record},
        new_id,
    },
    clock::rfc3339,
    domain::{
        account::Member,
        text::{clean_block, shorten},
    },
    html,
    store::{
        Tx, activities, contact,
        conversations::{self, Conversation, Side},
        messages,
        reports::{self, Report},
    },
    urls::Urls,
};

const REASON_CHARS: usize = 1_000;
const REPORTS_A_DAY: i64 = 20;
/// People somebody may refuse to hear; more is a case for the moderators.
const MOST_BLOCKED: i64 = 1_000;

impl Exchange {
    /// The conversation goes on this side. Who came by a link ends it with that: the address and all
    /// links are forgotten.
    ///
    /// # Errors
    /// `NotFound` where there is nothing to see from this seat.
    pub async fn delete(&self, seat: Seat<'_>, now: i64) -> Result<()> {
        let mut tx = self.db.begin().await?;
        let (conversation, me, other) = sit(&mut tx, seat, now).await?;
        remove(&mut tx, &conversation.id, &me, &other).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The other side of a conversation is not heard any more, wherever it writes from here on. It
    /// does not learn that.
    ///
    /// # Errors
    /// `NotFound` as [`Exchange::delete`]; `Conflict` when nobody is there any more, or too many are
    /// blocked already.
    pub async fn block(&self, by: &Member, id: &str, now: i64) -> Result<()> {
        let mut tx = self.db.begin().await?;
        let (_, _, other) = sit(&mut tx, Seat::Member(&by.id, id), now).await?;
        let Some(name) = name_of(&other) else {
            return Err(Error::Conflict("nobody is there any more".into()));
        };
        let known = contact::blocked(&mut tx, &by.id, MOST_BLOCKED).await?;
        if i64::try_from(known.len()).is_ok_and(|many| many >= MOST_BLOCKED) {
            return Err(Error::Conflict("too many are blocked".into()));
        }
        contact::block(&mut tx, &by.id, &name, &other.name, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Hears somebody again; what they wrote meanwhile stays unheard.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unblock(&self, by: &Member, whom: &str) -> Result<()> {
        let mut tx = self.db.begin().await?;
        contact::unblock(&mut tx, &by.id, whom).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Puts one letter of the other side before the moderators: its text and its author, nothing
    /// else of the conversation. Who came by a link does so once in a conversation.
    ///
    /// # Errors
    /// `NotFound` for a letter that is not the other side's, `TooOften` above the day's limit,
    /// `Conflict` when it was done before by a link.
    pub async fn report(
        &self,
        seat: Seat<'_>,
        who: &Who,
        letter: &str,
        reason: &str,
        now: i64,
    ) -> Result<()> {
        let mut tx = self.db.begin().await?;
        let (Conversation { id, .. }, me, other) = sit(&mut tx, seat, now).await?;
        let shown = conversations::letters(&mut tx, &id, &me, i64::MAX).await?;
        let letter = shown.into_iter().find(|one| one.id == letter && one.side == other.side);
        let letter = letter.ok_or_else(|| Error::NotFound("letter of theirs".into()))?;
        let whom = me.account.clone().or(name_of(&me)).unwrap_or_default();
        count(&mut tx, "reports", &whom, REPORTS_A_DAY, now).await?;
        let said = match &letter.html {
            Some(html) => html::to_plain(html),
            None => letter.text,
        };
        let quoted: Vec<String> = said.lines().map(|line| format!("> {line}")).collect();
        let reason = shorten(clean_block(reason).trim(), REASON_CHARS);
        let author = other.own_actor.clone().or(other.actor.clone());
        let objects: Vec<String> = author.into_iter().collect();
        let report = Report {
            num: 0,
            id: match me.account.is_some() {
                true => self.post.urls.activity(&new_id(now)),
                false => report_by_link(&self.post.urls, &id, &me),
            },
            local: false,
            actor: me.own_actor.clone().unwrap_or_default(),
            host: self.post.urls.host().to_owned(),
            objects: serde_json::to_string(&objects).expect("a list of texts is JSON"),
            reason: format!("{reason}\n\n{}:\n{}", other.name, quoted.join("\n")),
            state: "open".into(),
            note: String::new(),
            at: now,
            resolved_at: None,
        };
        if !reports::add(&mut tx, &report).await? {
            return Err(Error::Conflict("a letter of this conversation was reported".into()));
        }
        record(&mut tx, who, "message.reported", &report.id, "", now).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// The id of what a side without an account reports: one for a conversation.
pub(super) fn report_by_link(urls: &Urls, conversation: &str, me: &Side) -> String {
    format!("{}#by-{}", urls.activity(conversation), me.side)
}

/// Takes a conversation out of one side's sight, and forgets what nobody sees any more.
async fn remove(tx: &mut Tx, id: &str, me: &Side, other: &Side) -> Result<()> {
    conversations::clear(tx, id, me.side).await?;
    if me.account.is_none() {
        conversations::leave(tx, id, me.side).await?;
    }
    if let (Some(own), Some(theirs)) = (&me.own_actor, &other.actor) {
        messages::remove_between(tx, own, theirs).await?;
    }
    conversations::forget_unseen(tx, id).await?;
    activities::forget_letters(tx).await?;
    Ok(())
}

/// Takes all conversations of an account out of its sight, before it is forgotten.
pub(in crate::app) async fn remove_all(tx: &mut Tx, account: &str) -> Result<()> {
    for id in conversations::of_account(tx, account).await? {
        let sides = conversations::sides(tx, &id).await?;
        let (mine, others): (Vec<Side>, Vec<Side>) =
            sides.into_iter().partition(|side| side.account.as_deref() == Some(account));
        if let (Some(me), Some(other)) = (mine.first(), others.first()) {
            remove(tx, &id, me, other).await?;
        }
    }
    Ok(())
}

/// All conversations of an account as it sees them, for who takes everything along. No address of
/// another is in it.
pub(in crate::app) async fn archive(tx: &mut Tx, account: &str) -> Result<Value> {
    let mut all = Vec::new();
    for id in conversations::of_account(tx, account).await? {
        let Some(conversation) = conversations::find(tx, &id).await? else { continue };
        let sides = conversations::sides(tx, &id).await?;
        let (mine, others): (Vec<Side>, Vec<Side>) =
            sides.into_iter().partition(|side| side.account.as_deref() == Some(account));
        let (Some(me), Some(other)) = (mine.first(), others.first()) else { continue };
        let letters = conversations::letters(tx, &id, me, i64::MAX).await?;
        let letters = letters.iter().map(|letter| {
            let from = if letter.side == me.side { me.called() } else { other.called() };
            let at = rfc3339(letter.at);
            json!({ "from": from, "at": at, "text": letter.text, "html": letter.html })
        });
        let letters: Vec<Value> = letters.collect();
        if !letters.is_empty() {
            all.push(json!({
                "with": other.called(), "handle": other.handle, "host": other.host,
                "subject": conversation.subject, "about": conversation.about, "letters": letters,
            }));
        }
    }
    let blocked = contact::blocked(tx, account, MOST_BLOCKED).await?;
    let blocked = blocked.iter().map(|one| json!({ "name": one.name, "at": rfc3339(one.at) }));
    Ok(json!({ "conversations": all, "blocked": blocked.collect::<Vec<_>>() }))
}
