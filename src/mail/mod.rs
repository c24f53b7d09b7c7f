//! Letters to people on their way: handed to the mail server or to files, and tried again; and what
//! comes back, read from a mailbox.

mod imap;
mod layout;
mod mailbox;
mod read;
mod way;

pub use mailbox::{Mailbox, name_of};
pub use read::{LARGEST, read};

use std::{sync::Arc, time::Duration};

use futures_util::future::join_all;

use self::way::{Outcome, Way};
use crate::{
    app::mail::{
        is_too_late,
        keys::{self, Keys},
        returns::{self, Grade},
    },
    config::Config,
    domain::email::{Email, without_addresses},
    state::State,
    store::{
        StoreError, Tx,
        mail::{self, Mail},
    },
};

/// Handed over at once by this process.
const AT_ONCE: i64 = 4;
/// How long one may take; a process that dies gives it back after this.
const LEASE_MS: i64 = 180_000;
/// Longest wait for an answer of the mail server.
const PATIENCE: Duration = Duration::from_secs(60);
/// The first pause after a failure; it doubles with every further one.
const PAUSE_MS: i64 = 60_000;
const LONGEST_PAUSE_MS: i64 = 6 * 3_600_000;
/// What could not be sent in this time is given up (RFC 5321 §4.5.4.1: four to five days).
const GIVE_UP_MS: i64 = 5 * 86_400_000;
/// What is kept of an answer.
const ANSWER_CHARS: usize = 500;

/// The address that letters come from.
pub fn sender(config: &Config, host: &str) -> Email {
    let host = host.split(':').next().unwrap_or_default();
    let usual = || {
        Email::parse(&format!("kontor@{host}"))
            .or_else(|_| Email::parse("kontor@localhost"))
            .expect("a plain address")
    };
    Email::parse(&config.mail.from).unwrap_or_else(|_| usual())
}

/// Who takes letters out. It may be called by several nodes: each letter has one at a time.
pub struct Postman {
    state: State,
    way: Arc<Way>,
    from: Email,
    from_name: String,
    /// Where letters come back to; None where nobody reads that.
    bounces: Option<Email>,
}

impl Postman {
    /// By the settings, which are checked.
    pub fn new(state: &State) -> Self {
        let settings = &state.config.mail;
        let from = sender(&state.config, state.urls.host());
        let bounces = Email::parse(&settings.answers).ok();
        let from_name = match settings.from_name.as_str() {
            "" => state.config.network_name().to_owned(),
            name => name.to_owned(),
        };
        let way = Arc::new(Way::new(&state.config));
        Postman { state: state.clone(), way, from, from_name, bounces }
    }

    /// Hands over a few letters that are due. Returns how many were.
    ///
    /// A letter is marked as being handed over before it is, in a transaction of its own, and as
    /// sent after. Where a process dies in between, nobody knows: most letters are sent again, with
    /// the same Message-ID, by which mail servers and readers know a second copy; those that must
    /// not come twice are left `unsure`, for an administrator to see.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn send_due(&self) -> Result<usize, StoreError> {
        let (db, now) = (&self.state.db, self.state.clock.now_ms());
        if !mail::is_due(&mut db.read().await?, now).await? {
            return Ok(0);
        }
        let mut tx = db.begin().await?;
        mail::leave_unsure(&mut tx, now).await?;
        let due = mail::claim(&mut tx, now, now + LEASE_MS, AT_ONCE).await?;
        let mut wanted = Vec::new();
        for letter in &due {
            match is_too_late(&mut tx, letter, now).await? {
                Some(why) => {
                    tracing::info!(mail = letter.id, why, "a mail is not sent any more");
                    mail::end(&mut tx, &letter.id, "dropped", why, true, now).await?;
                }
                None => wanted.push(letter),
            }
        }
        let keys = match &self.bounces {
            Some(_) => Some(Keys::of(&mut tx).await?),
            None => None,
        };
        tx.commit().await?;
        let done = join_all(wanted.iter().map(|letter| self.send(letter, keys.as_ref()))).await;
        done.into_iter().collect::<Result<Vec<()>, _>>()?;
        Ok(due.len())
    }

    async fn send(&self, letter: &Mail, keys: Option<&Keys>) -> Result<(), StoreError> {
        let host = self.state.urls.host();
        let bounces = self.bounces.as_ref().zip(keys);
        let bounces = bounces.map(|(to, keys)| keys::address_with(to, &keys.bounce(&letter.id)));
        let bounces = bounces.as_deref();
        let outcome = match layout::laid_out(letter, &self.from, &self.from_name, host, bounces) {
            Ok(message) => {
                let handed = tokio::time::timeout(PATIENCE, self.way.hand_over(letter, &message));
                handed.await.unwrap_or_else(|_| Outcome::Later("no answer in a minute".into()))
            }
            Err(error) => Outcome::Bounced(error, Grade::Letter),
        };
        let now = self.state.clock.now_ms();
        let mut tx = self.state.db.begin().await?;
        // Refusals name the receiver, whom the log and lists of mails need not.
        let short = |answer: &str| {
            crate::domain::text::shorten(without_addresses(answer).trim(), ANSWER_CHARS)
        };
        match outcome {
            Outcome::Sent(answer) => {
                mail::end(&mut tx, &letter.id, "sent", &short(&answer), true, now).await?;
            }
            Outcome::Filed(path) => {
                mail::end(&mut tx, &letter.id, "filed", &path, false, now).await?;
            }
            Outcome::Bounced(answer, grade) => {
                let answer = short(&answer);
                tracing::warn!(mail = letter.id, answer, "a mail bounced");
                mail::end(&mut tx, &letter.id, "bounced", &answer, false, now).await?;
                self.note(&mut tx, letter, grade, &answer, now).await?;
            }
            Outcome::Later(answer) => {
                let answer = short(&answer);
                let doubled = PAUSE_MS << letter.tries.clamp(1, 20) >> 1;
                let next = now + doubled.min(LONGEST_PAUSE_MS);
                tracing::warn!(mail = letter.id, answer, tries = letter.tries, "a mail waits");
                match next - letter.created_at > GIVE_UP_MS {
                    true => {
                        mail::end(&mut tx, &letter.id, "given-up", &answer, false, now).await?;
                        let grade = returns::grade(&answer).unwrap_or(Grade::Letter);
                        self.note(&mut tx, letter, grade, &answer, now).await?;
                    }
                    false => mail::later(&mut tx, &letter.id, &answer, next).await?,
                }
            }
        }
        tx.commit().await
    }

    async fn note(
        &self,
        tx: &mut Tx,
        letter: &Mail,
        grade: Grade,
        said: &str,
        now: i64,
    ) -> Result<(), StoreError> {
        match Email::parse(&letter.receiver) {
            Ok(email) => returns::note(tx, &email, grade, said, now).await,
            Err(_) => Ok(()),
        }
    }
}
