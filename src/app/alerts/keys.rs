//! Keys in links that work without signing in: made of a secret of the instance and of the alert, so
//! that none of them is kept, and counting up ends those that were given out.

use aws_lc_rs::hmac;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::{
    app::account::secret,
    store::{
        Result, Tx,
        alerts::{self, Alert},
        settings,
    },
};

/// Where the secret is kept.
const SECRET: &str = "alert-secret";
/// Characters of a ULID; a key begins with the one of its alert.
const ID_CHARS: usize = 26;

/// What a key opens; a key for one opens nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To agree to the mails of a digest.
    Confirm,
    /// To end the mails of an alert.
    End,
    /// To read the private feed of a saved search.
    Feed,
}

impl Purpose {
    fn text(self, alert: &Alert) -> String {
        let (word, turn) = match self {
            Purpose::Confirm => ("confirm", alert.mail_turn),
            Purpose::End => ("end", alert.mail_turn),
            Purpose::Feed => ("feed", alert.feed_turn),
        };
        format!("{word} {} {turn}", alert.id)
    }
}

/// Makes the secret, where there is none yet.
pub(in crate::app) async fn make_secret(tx: &mut Tx) -> Result<()> {
    match settings::get(tx, SECRET).await? {
        Some(_) => Ok(()),
        None => settings::set_once(tx, SECRET, &secret::new()).await,
    }
}

/// The key of an alert for one purpose; None before anything was saved here.
///
/// # Errors
/// When the database does not answer.
pub async fn key_of(tx: &mut Tx, purpose: Purpose, alert: &Alert) -> Result<Option<String>> {
    key_for(tx, &alert.id, &purpose.text(alert)).await
}

/// The key that begins with this ULID and opens what `text` says.
pub(in crate::app) async fn key_for(tx: &mut Tx, id: &str, text: &str) -> Result<Option<String>> {
    let secret = settings::get(tx, SECRET).await?;
    Ok(secret.map(|secret| {
        let mac = hmac::sign(&signer(&secret), text.as_bytes());
        format!("{id}{}", URL_SAFE_NO_PAD.encode(mac))
    }))
}

/// The alert that a key opens; None for keys that were made up, were ended, or are for something else.
///
/// # Errors
/// When the database does not answer.
pub async fn opened(tx: &mut Tx, purpose: Purpose, key: &str) -> Result<Option<Alert>> {
    let Some(id) = id_in(key) else { return Ok(None) };
    let Some(alert) = alerts::by_id(tx, id).await? else { return Ok(None) };
    Ok(fits(tx, key, &purpose.text(&alert)).await?.then_some(alert))
}

/// The ULID that a key begins with.
pub(in crate::app) fn id_in(key: &str) -> Option<&str> {
    let (id, _) = key.split_at_checked(ID_CHARS)?;
    id.bytes().all(|b| b.is_ascii_alphanumeric()).then_some(id)
}

/// Whether a key opens what `text` says. Takes the same time wherever they differ.
pub(in crate::app) async fn fits(tx: &mut Tx, key: &str, text: &str) -> Result<bool> {
    let Some((_, mac)) = key.split_at_checked(ID_CHARS) else { return Ok(false) };
    let Ok(mac) = URL_SAFE_NO_PAD.decode(mac) else { return Ok(false) };
    let Some(secret) = settings::get(tx, SECRET).await? else { return Ok(false) };
    Ok(hmac::verify(&signer(&secret), text.as_bytes(), &mac).is_ok())
}

fn signer(secret: &str) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes())
}
