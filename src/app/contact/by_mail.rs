//! An answer that comes by mail becomes one in its conversation, from whatever address it comes: the
//! key in the address it was sent to is the right to answer.

use super::{Error, Exchange, Result, Seat, address_of, count, name_of};
use crate::{
    domain::{
        answer::{self, Marks},
        contact::TEXT_CHARS,
        email::Email,
    },
    store::{
        Tx,
        accounts::{self, AccountState},
        conversations::{self, Side},
    },
};

/// Answers by mail that one side gives in a day: less than on the site, for machines answer mail.
const BY_MAIL_A_DAY: i64 = 50;

/// What was written, and from where.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// Id of the conversation.
    pub conversation: &'a str,
    /// Of who answers.
    pub side: i64,
    /// The time of its key is over.
    pub expired: bool,
    pub from: Option<&'a Email>,
    /// Plain text, with whatever was quoted.
    pub text: &'a str,
    /// Files that came along, which are left out.
    pub files: usize,
    /// What stands in each of our letters, and keys, which nobody else is to see.
    pub marks: Marks,
}

/// Why an answer was not delivered, as its writer is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody is reached there any more, or the key is too old.
    Closed,
    /// It has no text.
    Empty,
    /// Its text is too long.
    Long,
    /// Too many today.
    Often,
}

/// What came of an answer.
#[derive(Clone, Copy, Debug)]
pub struct Delivered {
    pub refused: Option<Refusal>,
    /// It came from another address than the one its key was sent to.
    pub other: bool,
}

impl Exchange {
    /// Delivers an answer.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(in crate::app) async fn answer_by_mail(
        &self,
        tx: &mut Tx,
        answer: &Answer<'_>,
        now: i64,
    ) -> Result<Delivered> {
        let me = self.side_of(tx, answer).await?;
        let own = match &me {
            Some(side) => address_of_side(tx, side).await?,
            None => None,
        };
        let other = own.as_ref().map(Email::folded) != answer.from.map(Email::folded);
        let refused = match &me {
            Some(me) if !answer.expired => self.deliver(tx, answer, me, own.as_ref(), now).await?,
            _ => Some(Refusal::Closed),
        };
        Ok(Delivered { refused, other })
    }

    /// Tells who wrote: at the address of their side, or where that is forgotten, at the one it came
    /// from. Returns whether there is one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(in crate::app) async fn tell_refusal(
        &self,
        tx: &mut Tx,
        answer: &Answer<'_>,
        why: Refusal,
        now: i64,
    ) -> Result<bool> {
        let me = self.side_of(tx, answer).await?;
        let own = match &me {
            Some(side) => address_of_side(tx, side).await?,
            None => None,
        };
        let language = me.map_or_else(|| self.language.clone(), |side| side.language);
        let Some(to) = own.or_else(|| answer.from.cloned()) else { return Ok(false) };
        self.mail_refusal(tx, &to, &language, why, now).await?;
        Ok(true)
    }

    async fn side_of(&self, tx: &mut Tx, answer: &Answer<'_>) -> Result<Option<Side>> {
        let sides = conversations::sides(tx, answer.conversation).await?;
        Ok(sides.into_iter().find(|side| side.side == answer.side && !side.is_gone()))
    }

    async fn deliver(
        &self,
        tx: &mut Tx,
        answer: &Answer<'_>,
        me: &Side,
        own: Option<&Email>,
        now: i64,
    ) -> Result<Option<Refusal>> {
        // Who is suspended writes to nobody, by whatever way.
        if let Some(account) = &me.account {
            let found = accounts::by_id(tx, account).await?;
            if !found.is_some_and(|found| found.state == AccountState::Active) {
                return Ok(Some(Refusal::Closed));
            }
        }
        let mut marks = answer.marks.clone();
        marks.hidden.extend([own, answer.from].into_iter().flatten().map(Email::folded));
        let mut text = answer::alone(answer.text, &marks);
        if text.is_empty() {
            return Ok(Some(Refusal::Empty));
        }
        if answer.files > 0 {
            let sides = conversations::sides(tx, answer.conversation).await?;
            let reader = sides.iter().find(|side| side.side != me.side);
            let t = self.post.speech(reader.map_or(&self.language, |side| &side.language));
            let files = i64::try_from(answer.files).unwrap_or(i64::MAX);
            text = format!("{text}\n\n{}", t.say1("mail-answer-files", "n", files));
        }
        if text.chars().count() > TEXT_CHARS {
            return Ok(Some(Refusal::Long));
        }
        let name = name_of(me).unwrap_or_default();
        match count(tx, "by mail", &name, BY_MAIL_A_DAY, now).await {
            Ok(()) => {}
            Err(Error::TooOften(_)) => return Ok(Some(Refusal::Often)),
            Err(error) => return Err(error),
        }
        let seat = Seat::Mail(answer.conversation, answer.side);
        match self.answer_in(tx, seat, &text, now).await {
            Ok(()) => Ok(None),
            Err(Error::TooOften(_)) => Ok(Some(Refusal::Often)),
            Err(Error::Store(error)) => Err(Error::Store(error)),
            Err(_) => Ok(Some(Refusal::Closed)),
        }
    }
}

async fn address_of_side(tx: &mut Tx, side: &Side) -> Result<Option<Email>> {
    let Some(account) = &side.account else { return Ok(address_of(&side.email)) };
    Ok(accounts::by_id(tx, account).await?.and_then(|found| address_of(&found.email)))
}
