//! First contact: at once from somebody with an account, by a confirmed address from anybody else.

use super::{
    Error, Exchange, Result, address_of, count, count_first, of_account, of_email, secret,
    takes_messages,
};
use crate::{
    app::new_id,
    domain::{
        account::Member,
        contact::{Stranger, Words},
        email::Email,
    },
    store::{
        Tx,
        accounts::{self, Account},
        contact::{self, Waiting},
        conversations::{self, Conversation, NewLetter, NewSide},
    },
};

/// How long an address can be confirmed.
const CONFIRM_MS: i64 = 3 * 86_400_000;

/// Whom a first message is for.
#[derive(Clone, Debug)]
pub enum Receiver {
    Person(Box<Account>),
    /// Whoever reads the network's address.
    Network(Email),
}

/// Who wrote it.
#[derive(Clone, Debug)]
pub enum Sender<'a> {
    Member(&'a Member),
    /// Whose address was confirmed; with the tag of their language.
    Stranger(&'a Stranger, &'a str),
}

/// Why a confirmed message does not go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The link was used, has expired, or never was.
    NoKey,
    /// Its receiver takes no messages from strangers any more.
    Closed,
    /// Too many new conversations today: the link works tomorrow.
    Full,
}

impl Exchange {
    /// Where messages go about cases without a reachable author.
    pub fn network(&self) -> Option<Receiver> {
        address_of(&self.settings.address).map(Receiver::Network)
    }

    /// Somebody with an account writes to somebody for the first time; returns the conversation.
    ///
    /// # Errors
    /// `Conflict` to oneself, `TooOften` above the limits of a day.
    pub async fn begin(
        &self,
        from: &Member,
        to: &Receiver,
        words: &Words,
        about: Option<String>,
        now: i64,
    ) -> Result<String> {
        let mut tx = self.db.begin().await?;
        let id = self.make(&mut tx, &Sender::Member(from), to, words, about, now).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Keeps what a reader wrote and asks their address whether it was they. The mail holds nothing
    /// of what they wrote: nobody can have us send their words to a stranger.
    ///
    /// # Errors
    /// `TooOften` when this address was asked too often today.
    pub async fn ask(
        &self,
        from: &Stranger,
        language: &str,
        to: &Receiver,
        words: &Words,
        about: Option<String>,
        now: i64,
    ) -> Result<()> {
        let mut tx = self.db.begin().await?;
        let most = i64::from(self.settings.confirmations_per_address_per_day);
        count(&mut tx, "asked", &of_email(from.email.as_str()), most, now).await?;
        let (account, name) = match to {
            Receiver::Person(account) => (Some(account.id.clone()), account.name.clone()),
            Receiver::Network(_) => (None, self.post.site.clone()),
        };
        let waiting = Waiting {
            account,
            email: from.email.as_str().to_owned(),
            name: from.name.clone(),
            language: language.to_owned(),
            subject: words.subject.clone(),
            about,
            text: words.text.clone(),
        };
        let key = secret::new();
        contact::wait(&mut tx, &secret::hash(&key), &waiting, now + CONFIRM_MS).await?;
        self.mail_confirmation(&mut tx, &from.email, language, &name, &key, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What waits under this key, while it can be confirmed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn waiting(&self, key: &str, now: i64) -> Result<Option<Waiting>> {
        match secret::is_plausible(key) {
            true => {
                let mut tx = self.db.read().await?;
                Ok(contact::waiting(&mut tx, &secret::hash(key), now).await?)
            }
            false => Ok(None),
        }
    }

    /// The address is the reader's: the message goes out, once.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn confirm(
        &self,
        key: &str,
        now: i64,
    ) -> Result<std::result::Result<String, Refused>> {
        let Some(_) = self.waiting(key, now).await? else { return Ok(Err(Refused::NoKey)) };
        let (mut tx, hash) = (self.db.begin().await?, secret::hash(key));
        let Some(waiting) = contact::waiting(&mut tx, &hash, now).await? else {
            return Ok(Err(Refused::NoKey));
        };
        // Of two at once one gets it.
        if !contact::take_waiting(&mut tx, &hash).await? {
            return Ok(Err(Refused::NoKey));
        }
        let to = match &waiting.account {
            Some(id) => {
                let account = accounts::by_id(&mut tx, id).await?.filter(takes_messages);
                account.map(|account| Receiver::Person(Box::new(account)))
            }
            None => self.network(),
        };
        let (Some(to), Some(email)) = (to, address_of(&waiting.email)) else {
            tx.commit().await?;
            return Ok(Err(Refused::Closed));
        };
        let Waiting { name, language, subject, about, text, .. } = waiting;
        let (from, words) = (Stranger { name, email }, Words { subject, text });
        let sender = Sender::Stranger(&from, &language);
        match self.make(&mut tx, &sender, &to, &words, about, now).await {
            Ok(id) => {
                tx.commit().await?;
                Ok(Ok(id))
            }
            Err(Error::TooOften(_)) => Ok(Err(Refused::Full)),
            Err(error) => Err(error),
        }
    }

    async fn make(
        &self,
        tx: &mut Tx,
        from: &Sender<'_>,
        to: &Receiver,
        words: &Words,
        about: Option<String>,
        now: i64,
    ) -> Result<String> {
        let (name, sender) = match from {
            Sender::Member(member) => (of_account(&member.id), of_account_side(&member.id)),
            Sender::Stranger(stranger, language) => {
                (of_email(stranger.email.as_str()), of_stranger(stranger, language))
            }
        };
        let (receiver, held, counted) = match to {
            Receiver::Person(account) => {
                if sender.account.as_ref() == Some(&account.id) {
                    return Err(Error::Conflict("this is you".into()));
                }
                let held = contact::is_blocked(tx, &account.id, &name).await?;
                (of_account_side(&account.id), held, of_account(&account.id))
            }
            Receiver::Network(email) => {
                let side = NewSide {
                    email: email.as_str().to_owned(),
                    name: self.post.site.clone(),
                    language: self.language.clone(),
                    ..NewSide::default()
                };
                (side, false, "network".to_owned())
            }
        };
        count_first(tx, &self.settings, &name, &counted, now).await?;
        let id = new_id(now);
        let conversation =
            Conversation { id: id.clone(), subject: words.subject.clone(), about, began_at: now };
        conversations::insert(tx, &conversation, &[sender, receiver]).await?;
        let letter = new_id(now);
        let letter = NewLetter { id: &letter, conversation: &id, side: 0, text: &words.text, held };
        let num = conversations::add_letter(tx, &letter, now).await?;
        conversations::mark_seen(tx, &id, 0, num).await?;
        let sides = conversations::sides(tx, &id).await?;
        let [sender, receiver] = &sides[..] else {
            return Err(Error::Invalid("a conversation has two sides".into()));
        };
        if !held {
            self.mail_message(tx, &conversation, sender, receiver, &words.text, true, now).await?;
        }
        self.mail_copy(tx, &conversation, sender, receiver, &words.text, now).await?;
        Ok(id)
    }
}

/// An account's name is looked up where it is shown, so that it goes with the account.
fn of_account_side(id: &str) -> NewSide {
    NewSide { account: Some(id.to_owned()), ..NewSide::default() }
}

fn of_stranger(stranger: &Stranger, language: &str) -> NewSide {
    NewSide {
        email: stranger.email.as_str().to_owned(),
        name: stranger.name.clone(),
        language: language.to_owned(),
        ..NewSide::default()
    }
}
