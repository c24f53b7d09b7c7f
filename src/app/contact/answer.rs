//! Reading a conversation from one's own side, and answering.

use super::{
    Error, Exchange, LETTERS_A_DAY, Result, count, name_of, own::report_by_link, secret,
    takes_messages,
};
use crate::{
    app::new_id,
    domain::{contact::text, event::Event},
    store::{
        Tx, accounts, contact,
        conversations::{self, Conversation, Letter, NewLetter, Side},
        events, notices, people, remote_actors, reports,
    },
    urls,
};

/// Letters of a conversation that are shown: the newest.
const SHOWN: i64 = 300;

/// From where somebody looks at a conversation.
#[derive(Clone, Copy, Debug)]
pub enum Seat<'a> {
    /// Id of the account of who is signed in, and of the conversation.
    Member(&'a str, &'a str),
    /// What the link in a mail holds.
    Key(&'a str),
    /// Id of the conversation, and the side that the address in a mail names.
    Mail(&'a str, i64),
}

/// A conversation as one of its sides sees it.
#[derive(Clone, Debug)]
pub struct Opened {
    pub conversation: Conversation,
    pub me: Side,
    pub other: Side,
    /// Oldest first.
    pub letters: Vec<Letter>,
    /// Whether an answer can reach the other side.
    pub can_answer: bool,
    /// Whether the other side is blocked by this one.
    pub is_blocked: bool,
    /// Whether this side may put a letter before the moderators: who came by a link may do so once.
    pub can_report: bool,
}

impl Exchange {
    /// Opens a conversation. Somebody who takes no part in it learns nothing of it.
    ///
    /// # Errors
    /// `NotFound` where there is nothing to see from this seat.
    pub async fn open(&self, seat: Seat<'_>, now: i64) -> Result<Opened> {
        let mut tx = self.db.read().await?;
        let (conversation, me, other) = sit(&mut tx, seat, now).await?;
        let letters = conversations::letters(&mut tx, &conversation.id, &me, SHOWN).await?;
        if letters.is_empty() {
            return Err(nothing());
        }
        let can_answer = is_open(&mut tx, &conversation.id, &me, &other).await?;
        let is_blocked = match (&me.account, name_of(&other)) {
            (Some(own), Some(name)) => contact::is_blocked(&mut tx, own, &name).await?,
            _ => false,
        };
        let can_report = match me.account {
            Some(_) => true,
            None => {
                let id = report_by_link(&self.post.urls, &conversation.id, &me);
                reports::by_id(&mut tx, &id).await?.is_none()
            }
        };
        Ok(Opened { conversation, me, other, letters, can_answer, is_blocked, can_report })
    }

    /// This side has read what it was shown.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read_up_to(&self, opened: &Opened, now: i64) -> Result<()> {
        let last = opened.letters.last().map_or(0, |letter| letter.num);
        if last > opened.me.seen {
            let mut tx = self.db.begin().await?;
            let (id, side) = (&opened.conversation.id, opened.me.side);
            conversations::mark_seen(&mut tx, id, side, last).await?;
            if let Some(account) = &opened.me.account {
                notices::read_at(&mut tx, account, &urls::conversation_path(id), now).await?;
            }
            tx.commit().await?;
        }
        Ok(())
    }

    /// Answers the other side.
    ///
    /// # Errors
    /// `NotFound` as [`Exchange::open`], `Invalid` for a text that is missing or too long, `Conflict`
    /// when the other side can no longer be reached, `TooOften` after too many in a day.
    pub async fn answer(&self, seat: Seat<'_>, typed: &str, now: i64) -> Result<()> {
        let mut tx = self.db.begin().await?;
        self.answer_in(&mut tx, seat, typed, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The same as part of something larger. Where it is refused, at most a try was counted.
    pub(super) async fn answer_in(
        &self,
        tx: &mut Tx,
        seat: Seat<'_>,
        typed: &str,
        now: i64,
    ) -> Result<()> {
        let text = text(typed).ok_or_else(|| Error::Invalid("a message has a text".into()))?;
        let (conversation, me, other) = sit(tx, seat, now).await?;
        let id = &conversation.id;
        if !is_open(tx, id, &me, &other).await? {
            return Err(Error::Conflict("nobody is reached there any more".into()));
        }
        let name = name_of(&me).unwrap_or_default();
        count(tx, "letters", &name, LETTERS_A_DAY, now).await?;
        let held = match &other.account {
            Some(account) => contact::is_blocked(tx, account, &name).await?,
            None => false,
        };
        let letter = match other.actor.is_some() {
            true => self.post.urls.object(&new_id(now)),
            false => new_id(now),
        };
        let new = NewLetter { id: &letter, conversation: id, side: me.side, text: &text, held };
        let num = conversations::add_letter(tx, &new, now).await?;
        conversations::mark_seen(tx, id, me.side, num).await?;
        if other.actor.is_some() {
            events::append(tx, &Event::LetterWritten { id: letter }, now).await?;
        } else if !held {
            self.mail_message(tx, &conversation, &me, &other, &text, false, now).await?;
        }
        Ok(())
    }
}

fn nothing() -> Error {
    Error::NotFound("conversation of yours".into())
}

/// The conversation, and who is who from this seat.
pub(super) async fn sit(
    tx: &mut Tx,
    seat: Seat<'_>,
    now: i64,
) -> Result<(Conversation, Side, Side)> {
    let (id, side) = match seat {
        Seat::Member(_, id) => (id.to_owned(), None),
        Seat::Mail(id, side) => (id.to_owned(), Some(side)),
        Seat::Key(key) if secret::is_plausible(key) => {
            let found = contact::key(tx, &secret::hash(key), now).await?.ok_or_else(nothing)?;
            (found.0, Some(found.1))
        }
        Seat::Key(_) => return Err(nothing()),
    };
    let conversation = conversations::find(tx, &id).await?.ok_or_else(nothing)?;
    let sides = conversations::sides(tx, &id).await?;
    let mine = |one: &Side| match seat {
        Seat::Member(account, _) => one.account.as_deref() == Some(account),
        Seat::Key(_) => Some(one.side) == side && !one.email.is_empty(),
        Seat::Mail(..) => {
            Some(one.side) == side && (one.account.is_some() || !one.email.is_empty())
        }
    };
    let (mine, others): (Vec<Side>, Vec<Side>) = sides.into_iter().partition(mine);
    match (mine.into_iter().next(), others.into_iter().next()) {
        (Some(me), Some(other)) => Ok((conversation, me, other)),
        _ => Err(nothing()),
    }
}

/// Whether what `me` writes can reach the other side. Who takes no messages from strangers is
/// answered only where they wrote themselves.
async fn is_open(tx: &mut Tx, id: &str, me: &Side, other: &Side) -> Result<bool> {
    if let Some(account) = &other.account {
        let Some(account) = accounts::by_id(tx, account).await? else { return Ok(false) };
        let active = account.state == accounts::AccountState::Active;
        return Ok(active
            && (takes_messages(&account) || conversations::wrote(tx, id, other.side).await?));
    }
    if let (Some(actor), Some(own)) = (&other.actor, &me.own_actor) {
        let there = remote_actors::find(tx, actor).await?.is_some_and(|found| !found.gone);
        return Ok(there && !people::is_blocked_by(tx, own, actor).await?);
    }
    Ok(!other.email.is_empty())
}
