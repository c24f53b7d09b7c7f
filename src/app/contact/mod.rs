//! Private messages: begun with the people behind a case, answered, and kept from who is unwelcome.

mod answer;
pub mod arrive;
mod by_mail;
mod first;
mod letters;
mod own;

pub(in crate::app) use own::{archive, remove_all};

pub use answer::{Opened, Seat};
pub use by_mail::{Answer, Refusal};
pub use first::{Receiver, Refused, Sender};

use std::sync::Arc;

use super::{Error, Result, account::secret, mail::Post};
use crate::{
    config::{Config, Contact},
    domain::email::Email,
    i18n::Texts,
    store::{
        Db, Tx,
        accounts::{self, Account, AccountState},
        activities, attempts, contact,
        conversations::Side,
    },
    urls::Urls,
};

const DAY_MS: i64 = 86_400_000;
/// What one side may write in all its conversations in a day.
const LETTERS_A_DAY: i64 = 200;

/// What making contact needs.
#[derive(Clone)]
pub struct Exchange {
    pub db: Db,
    pub post: Post,
    pub settings: Contact,
    /// Tag of the network's own language.
    pub language: String,
    /// Where answers by mail go; None where nobody reads them.
    pub answers: Option<Email>,
}

impl Exchange {
    /// Of the instance with these settings.
    pub fn of(db: &Db, config: &Config, urls: &Urls, texts: &Arc<Texts>) -> Self {
        Exchange {
            db: db.clone(),
            post: Post::of(config, urls, texts),
            settings: config.contact.clone(),
            language: config.network.language.clone(),
            answers: address_of(&config.mail.answers),
        }
    }
}

/// Somebody as limits and blocks name them; an address is hashed.
fn of_email(email: &str) -> String {
    format!("mail {}", secret::hash(&email.to_ascii_lowercase()))
}

fn of_account(id: &str) -> String {
    format!("account {id}")
}

fn of_actor(uri: &str) -> String {
    format!("actor {uri}")
}

/// The name of a side for limits and blocks; none where nobody is there any more.
fn name_of(side: &Side) -> Option<String> {
    match (&side.account, &side.actor) {
        (Some(account), _) => Some(of_account(account)),
        (None, Some(actor)) => Some(of_actor(actor)),
        (None, None) => (!side.email.is_empty()).then(|| of_email(&side.email)),
    }
}

/// Counts one more of `what` by or for `whom` today.
///
/// # Errors
/// `TooOften` when there were `most` before.
async fn count(tx: &mut Tx, what: &str, whom: &str, most: i64, now: i64) -> Result<()> {
    let name = secret::hash(&format!("contact {what} {whom}"));
    let (times, began) = attempts::count(tx, &format!("contact {name}"), DAY_MS, now).await?;
    match times > most {
        true => {
            let left = (began + DAY_MS - now).max(1_000) / 1_000;
            Err(Error::TooOften(u64::try_from(left).unwrap_or(1)))
        }
        false => Ok(()),
    }
}

/// A new conversation counts for who begins it and for who is drawn into it.
async fn count_first(
    tx: &mut Tx,
    settings: &Contact,
    from: &str,
    to: &str,
    now: i64,
) -> Result<()> {
    count(tx, "from", from, settings.firsts_per_sender_per_day.into(), now).await?;
    count(tx, "to", to, settings.firsts_per_receiver_per_day.into(), now).await
}

/// Whether somebody whom a stranger may write to.
fn takes_messages(account: &Account) -> bool {
    account.contactable && account.state == AccountState::Active
}

/// The person whom a stranger may write to, by their handle.
///
/// # Errors
/// `NotFound` where there is none, whatever the reason.
pub async fn reachable(tx: &mut Tx, handle: &str) -> Result<Account> {
    let found = accounts::by_handle(tx, handle).await?.filter(takes_messages);
    found.ok_or_else(|| Error::NotFound("person who can be written to".into()))
}

/// Forgets what expired: unconfirmed messages, links, and the addresses behind them; and what was told
/// of letters that were deleted before they arrived.
///
/// # Errors
/// When the database does not answer.
pub async fn tidy(tx: &mut Tx, now: i64) -> crate::store::Result<()> {
    contact::forget_expired(tx, now).await?;
    activities::forget_letters(tx).await?;
    Ok(())
}

fn address_of(text: &str) -> Option<Email> {
    Email::parse(text).ok()
}
