//! Mail that comes in: an answer to a message, a letter that came back, or nothing for us. Each has its
//! effect once.

use std::sync::Arc;

use super::{
    Error,
    account::secret,
    contact::{Answer, Exchange, Refusal},
    mail::{
        keys::{self, Key, Keys},
        returns::{self, Grade},
    },
};
use crate::{
    config::Config,
    domain::{
        answer::Marks,
        email::{Email, without_addresses},
    },
    i18n::Texts,
    store::{Db, Result, StoreError, Tx, mail, mail_in},
    urls::Urls,
};

/// A mail as it was read.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// Its Message-ID; where it has none, what stands for all of it.
    pub id: String,
    /// The keys in addresses of ours that it was sent to.
    pub keys: Vec<String>,
    pub from: Option<Email>,
    /// No person wrote it just now: it says so, or comes from a mail server.
    pub automatic: bool,
    /// What it says of a letter that came back.
    pub report: Option<Report>,
    /// Plain text, with whatever is quoted.
    pub text: String,
    /// Files that came along.
    pub files: usize,
    /// It was too large to be read.
    pub too_large: bool,
}

/// A delivery that failed.
#[derive(Clone, Debug)]
pub struct Report {
    pub grade: Grade,
    /// In the words of the mail server.
    pub said: String,
}

/// What came of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is in its conversation now.
    Answer,
    /// It was for a conversation, and could not be delivered.
    Refused(Refusal),
    /// A letter came back.
    Bounce,
    /// A machine answered: nothing to be done.
    Automatic,
    /// It was taken in before.
    Again,
    /// It has no key of ours: it is for people.
    NotOurs,
}

/// Takes in what is for us.
#[derive(Clone)]
pub struct Answers {
    db: Db,
    exchange: Exchange,
    /// The address that keys stand behind.
    base: Email,
    /// What stands in each of our letters.
    ours: Vec<String>,
}

impl Answers {
    /// Of the instance with these settings; None where nobody answers by mail. `from` is the address
    /// of our letters.
    pub fn of(
        db: &Db,
        config: &Config,
        urls: &Urls,
        texts: &Arc<Texts>,
        from: &Email,
    ) -> Option<Self> {
        let exchange = Exchange::of(db, config, urls, texts);
        let base = exchange.answers.clone()?;
        let ours = vec![from.folded(), base.folded(), urls.host().to_owned()];
        Some(Answers { db: db.clone(), exchange, base, ours })
    }

    /// The address that answers go to, before the key.
    pub fn base(&self) -> &Email {
        &self.base
    }

    /// Takes a mail in: its effect, and that it was taken in, are one transaction.
    ///
    /// # Errors
    /// When the database does not answer; then nothing happened, and it can be tried again.
    pub async fn take(&self, mail: &Incoming, now: i64) -> Result<Taken> {
        let mut tx = self.db.begin().await?;
        let known = Keys::of(&mut tx).await?;
        let found = mail.keys.iter().find_map(|key| Some((key, known.read(key, now)?)));
        let Some((text, key)) = found else {
            tx.commit().await?;
            return Ok(Taken::NotOurs);
        };
        let (id, name) = (secret::hash(&format!("{text} {}", mail.id)), secret::hash(text));
        if mail_in::was_taken(&mut tx, &id).await? {
            return Ok(Taken::Again);
        }
        let (taken, told, other) = match key {
            Key::Bounce { mail: letter } => {
                (self.bounce(&mut tx, &letter, mail, &name, now).await?, false, false)
            }
            Key::Answer { .. } if mail.automatic || mail.report.is_some() => {
                (Taken::Automatic, false, false)
            }
            Key::Answer { conversation, side, expired } => {
                let answer = Answer {
                    conversation: &conversation,
                    side,
                    expired,
                    from: mail.from.as_ref(),
                    text: &mail.text,
                    files: mail.files,
                    marks: self.marks(mail),
                };
                self.answer(&mut tx, &answer, mail.too_large, &name, now).await?
            }
        };
        let kind = match taken {
            Taken::Answer => "answer",
            Taken::Refused(_) => "refused",
            Taken::Bounce => "bounce",
            _ => "automatic",
        };
        let new = mail_in::Taken { id: &id, key: &name, kind, told, other };
        if !mail_in::take(&mut tx, &new, now).await? {
            // Another process was faster: what was done here is undone with the transaction.
            return Ok(Taken::Again);
        }
        tx.commit().await?;
        metrics::counter!("kontor_mail_taken_in", "kind" => kind).increment(1);
        Ok(taken)
    }

    async fn answer(
        &self,
        tx: &mut Tx,
        answer: &Answer<'_>,
        too_large: bool,
        key: &str,
        now: i64,
    ) -> Result<(Taken, bool, bool)> {
        let (refused, other) = match too_large {
            true => (Some(Refusal::Long), false),
            false => {
                let done = self.exchange.answer_by_mail(tx, answer, now).await;
                let done = done.map_err(only_store)?;
                (done.refused, done.other)
            }
        };
        let Some(why) = refused else { return Ok((Taken::Answer, false, other)) };
        // Once for each key: two machines must not tell each other the same for ever.
        let told = !mail_in::was_told(tx, key).await?
            && self.exchange.tell_refusal(tx, answer, why, now).await.map_err(only_store)?;
        Ok((Taken::Refused(why), told, other))
    }

    /// A letter came back: that is written down once for each letter.
    async fn bounce(
        &self,
        tx: &mut Tx,
        letter: &str,
        mail: &Incoming,
        key: &str,
        now: i64,
    ) -> Result<Taken> {
        let Some(report) = &mail.report else { return Ok(Taken::Automatic) };
        if mail_in::came_back_before(tx, key).await? {
            return Ok(Taken::Automatic);
        }
        let Some(sent) = mail::find(tx, letter).await? else { return Ok(Taken::Automatic) };
        if let Ok(email) = Email::parse(&sent.receiver) {
            returns::note(tx, &email, report.grade, &report.said, now).await?;
        }
        let said = without_addresses(&report.said);
        mail::came_back(tx, &sent.id, &crate::domain::text::shorten(&said, 500)).await?;
        tracing::warn!(mail = sent.id, said, "a mail came back");
        Ok(Taken::Bounce)
    }

    fn marks(&self, mail: &Incoming) -> Marks {
        let mut hidden: Vec<String> = keys::keys_in(&mail.text, &self.base);
        hidden.extend(mail.keys.iter().cloned());
        let hidden = hidden.iter().map(|key| keys::address_with(&self.base, key)).collect();
        Marks { ours: self.ours.clone(), hidden }
    }
}

/// What is not the database's trouble was answered before.
fn only_store(error: Error) -> StoreError {
    match error {
        Error::Store(error) => error,
        other => {
            let value = other.to_string();
            StoreError::Inconsistent { table: "mail_in", column: "kind", value }
        }
    }
}
