//! Signing in by the organisation's provider: what is asked of it, and what it answers.

use serde::{Deserialize, Serialize};

use super::email::Email;

/// A sign-in that was begun and takes the browser to the provider and back. All but `back` is
/// random and made for this one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// Comes back with the browser, and shows that this is the sign-in it began.
    pub state: String,
    /// Comes back in the provider's signed answer, and shows that it was given for this sign-in.
    pub nonce: String,
    /// Shown to the provider alone when the code is redeemed (PKCE, RFC 7636).
    pub verifier: String,
    /// Where the browser comes back to.
    pub back: String,
}

/// What the provider says of somebody, after everything was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched {
    /// The provider, as it names itself.
    pub issuer: String,
    /// The person, as the provider names them.
    pub subject: String,
    /// Their address; None where the provider does not say that it is confirmed.
    pub email: Option<Email>,
    /// What they are called; empty where it does not say.
    pub name: String,
}

/// Why the provider's word is not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be reached, or not understood.
    Silent,
    /// It does not redeem this code: used, too old, or never given.
    Refused,
    /// Its answer is not what it signed, or not meant for us, for now, or for this sign-in.
    Untrusted,
}
