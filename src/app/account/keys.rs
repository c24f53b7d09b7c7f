//! Keys that work once: how long each lives, and which it replaces.

use super::secret;
use crate::{
    app::Result,
    domain::email::Email,
    store::{
        Tx,
        account_keys::{self, Key, Purpose},
    },
};

const HOUR_MS: i64 = 3_600_000;

/// How long a key works.
pub fn lifetime_ms(purpose: Purpose) -> i64 {
    match purpose {
        Purpose::SecondStep | Purpose::Abroad => HOUR_MS / 6,
        Purpose::Totp | Purpose::Newcomer => HOUR_MS,
        Purpose::Password | Purpose::Register => 24 * HOUR_MS,
        Purpose::MailOld | Purpose::MailNew => 3 * 24 * HOUR_MS,
        Purpose::Invite => 14 * 24 * HOUR_MS,
    }
}

/// Makes a key and returns it this once. A newer key for the same ends the older: the last mail is
/// the one that works.
pub async fn make(
    tx: &mut Tx,
    purpose: Purpose,
    account: Option<&str>,
    email: &Email,
    detail: &str,
    now: i64,
) -> Result<String> {
    match account {
        Some(account) => account_keys::end_all(tx, account, purpose).await?,
        None => account_keys::end_of_email(tx, email.as_str(), purpose).await?,
    }
    add(tx, purpose, account, email.as_str(), detail, now).await
}

/// The same beside those there are: for what a person may do in several windows.
pub(super) async fn add(
    tx: &mut Tx,
    purpose: Purpose,
    account: Option<&str>,
    email: &str,
    detail: &str,
    now: i64,
) -> Result<String> {
    let new = secret::new();
    let key = Key {
        purpose,
        account: account.map(str::to_owned),
        email: email.to_owned(),
        detail: detail.to_owned(),
        created_at: now,
        expires_at: now + lifetime_ms(purpose),
    };
    account_keys::insert(tx, &secret::hash(&new), &key).await?;
    Ok(new)
}

/// What a key opens, while it works; it is not used up.
pub async fn look(tx: &mut Tx, key: &str, purposes: &[Purpose], now: i64) -> Result<Option<Key>> {
    if !secret::is_plausible(key) {
        return Ok(None);
    }
    let found = account_keys::find(tx, &secret::hash(key), now).await?;
    Ok(found.filter(|found| purposes.contains(&found.purpose)))
}

/// What a key opens; it is used up. Of two at once one gets it.
pub async fn take(tx: &mut Tx, key: &str, purposes: &[Purpose], now: i64) -> Result<Option<Key>> {
    let Some(found) = look(tx, key, purposes, now).await? else { return Ok(None) };
    Ok(account_keys::take(tx, &secret::hash(key)).await?.then_some(found))
}
