//! Signing in by the organisation's provider: a sign-in is begun, the browser comes back, and what
//! the provider vouches for opens an account, makes one, or is connected to one.

use serde::{Deserialize, Serialize};

use super::{
    NewAccount, change, keys,
    passwords::Cost,
    register::{self, Finished, Flaw, Typed},
    secret, session,
};
use crate::{
    app::{
        Error, Result,
        access::{Who, record},
        mail::Post,
    },
    config::{Oidc, Registration},
    domain::{
        account::Role,
        email::Email,
        organisation::{Errand, Vouched},
        text::clean_line,
    },
    store::{
        Db, Tx,
        account_keys::Purpose,
        accounts::{self, Account, AccountState},
        identities::{self, Identity},
    },
};

/// A new errand that leads back to `back`.
pub fn errand(back: String) -> Errand {
    Errand { state: secret::new(), nonce: secret::new(), verifier: secret::new(), back }
}

/// A browser that went to the provider.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Abroad {
    pub errand: Errand,
    /// Where it leads afterwards; a path of ours, or empty.
    pub next: String,
    /// Whose account is to be connected; None for a sign-in.
    #[serde(skip)]
    pub account: Option<String>,
}

/// Notes that a browser goes to the provider, and returns what it is to hold meanwhile. For
/// `account`, its owner asked to connect it.
///
/// # Errors
/// When the database does not answer.
pub async fn leave(
    db: &Db,
    errand: &Errand,
    next: &str,
    account: Option<&str>,
    now: i64,
) -> Result<String> {
    let abroad = Abroad { errand: errand.clone(), next: next.to_owned(), account: None };
    let mut tx = db.begin().await?;
    let held = keys::add(&mut tx, Purpose::Abroad, account, "", &written(&abroad), now).await?;
    tx.commit().await?;
    Ok(held)
}

/// The browser comes back with `state`. None when it did not leave from here, holds what another one
/// was given, or was here with this before: each is taken once.
///
/// # Errors
/// When the database does not answer.
pub async fn back(db: &Db, held: &str, state: &str, now: i64) -> Result<Option<Abroad>> {
    let mut tx = db.begin().await?;
    let Some(key) = keys::look(&mut tx, held, &[Purpose::Abroad], now).await? else {
        return Ok(None);
    };
    let Some(mut abroad) = read::<Abroad>(&key.detail) else { return Ok(None) };
    // Who only leads a browser here with a state of their own does not end its sign-in.
    let known = abroad.errand.state.as_bytes();
    if aws_lc_rs::constant_time::verify_slices_are_equal(known, state.as_bytes()).is_err()
        || keys::take(&mut tx, held, &[Purpose::Abroad], now).await?.is_none()
    {
        return Ok(None);
    }
    tx.commit().await?;
    abroad.account = key.account;
    Ok(Some(abroad))
}

/// What the settings say of new accounts and of the provider.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    pub oidc: &'a Oidc,
    pub registration: Registration,
}

/// What comes of somebody whom the provider vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrived {
    /// What the browser is to hold from now on.
    In(String),
    /// With this key the one-time code is asked for.
    Code(String),
    /// They have no account; with this key they make one.
    New(String),
    Not(Why),
}

/// Why somebody whom the provider vouches for is not signed in or connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It does not say which confirmed address is theirs.
    NoEmail,
    /// Addresses of this domain make no account.
    Domain,
    /// The address has an account that is not connected.
    Known(String),
    /// No account is made this way.
    Closed,
    /// Nobody has approved the account yet.
    Waiting,
    /// The person is connected to another account, or the account to another person.
    Other,
}

/// Signs in whom the provider vouches for. An account is opened by how the provider names the person;
/// by an address only where the settings trust the provider with its domain.
///
/// # Errors
/// When the database does not answer.
pub async fn arrive(
    db: &Db,
    rules: Rules<'_>,
    vouched: &Vouched,
    agent: &str,
    former: Option<&str>,
    now: i64,
) -> Result<Arrived> {
    let mut tx = db.begin().await?;
    let known = identities::find(&mut tx, &vouched.issuer, &vouched.subject).await?;
    let account = match known {
        Some(known) => accounts::by_id(&mut tx, &known.account).await?,
        None => None,
    };
    let account = match account {
        Some(account) => account,
        None => match by_address(&mut tx, rules, vouched, now).await? {
            Ok(account) => account,
            Err(instead) => {
                tx.commit().await?;
                return Ok(instead);
            }
        },
    };
    if account.state == AccountState::Waiting {
        return Ok(Arrived::Not(Why::Waiting));
    }
    let arrived = match account.totp.is_some() && !rules.oidc.second_factor {
        true => {
            let id = Some(account.id.as_str());
            let key = keys::add(&mut tx, Purpose::SecondStep, id, &account.email, "", now);
            Arrived::Code(key.await?)
        }
        false => Arrived::In(session::begin(&mut tx, &account.id, former, agent, now).await?),
    };
    tx.commit().await?;
    Ok(arrived)
}

/// For somebody who is connected to no account: the account of their address, or what comes instead.
async fn by_address(
    tx: &mut Tx,
    rules: Rules<'_>,
    vouched: &Vouched,
    now: i64,
) -> Result<std::result::Result<Account, Arrived>> {
    let not = |why| Ok(Err(Arrived::Not(why)));
    let Some(email) = &vouched.email else { return not(Why::NoEmail) };
    let domain = email.as_str().rsplit('@').next().unwrap_or_default();
    if !rules.oidc.takes(domain) {
        return not(Why::Domain);
    }
    if let Some(account) = accounts::by_email(tx, email).await? {
        // An address is no proof of who somebody was when the account was made.
        let trusted = rules.oidc.trusted && !rules.oidc.email_domains.is_empty();
        if !trusted || !identities::link(tx, &identity(vouched, &account.id, now)).await? {
            return not(Why::Known(email.as_str().to_owned()));
        }
        let who = Who::Member(account.handle.clone());
        record(tx, &who, "account.connected", &account.handle, &vouched.issuer, now).await?;
        return Ok(Ok(account));
    }
    let makes = rules.registration.is_by_oneself();
    if !makes && !rules.oidc.trusted {
        return not(Why::Closed);
    }
    let detail = Newcomer {
        issuer: vouched.issuer.clone(),
        subject: vouched.subject.clone(),
        name: vouched.name.clone(),
    };
    let key = keys::make(tx, Purpose::Newcomer, None, email, &written(&detail), now).await?;
    Ok(Err(Arrived::New(key)))
}

fn identity(vouched: &Vouched, account: &str, now: i64) -> Identity {
    Identity {
        issuer: vouched.issuer.clone(),
        subject: vouched.subject.clone(),
        account: account.to_owned(),
        email: vouched.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
        linked_at: now,
    }
}

/// Connects the account of somebody who is signed in and went to the provider for that.
///
/// # Errors
/// When the database does not answer.
pub async fn connect(
    db: &Db,
    id: &str,
    vouched: &Vouched,
    now: i64,
) -> Result<std::result::Result<(), Why>> {
    let mut tx = db.begin().await?;
    let account = change::own(&mut tx, id).await?;
    if !identities::link(&mut tx, &identity(vouched, id, now)).await? {
        let known = identities::find(&mut tx, &vouched.issuer, &vouched.subject).await?;
        return Ok(match known.is_some_and(|known| known.account == id) {
            true => Ok(()),
            false => Err(Why::Other),
        });
    }
    let who = Who::Member(account.handle.clone());
    record(&mut tx, &who, "account.connected", &account.handle, &vouched.issuer, now).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Whether somebody who is signed in may go and connect their account: it adds a way in, and so it
/// takes the password.
///
/// # Errors
/// `TooOften` after too many tries.
pub async fn may_connect(db: &Db, cost: Cost, id: &str, password: &str, now: i64) -> Result<bool> {
    let account = change::own(&mut db.read().await?, id).await?;
    change::is_password(db, cost, &account, password, now).await
}

/// The account is no longer opened by the provider. It takes the password, which stays as the way
/// in: an account without one keeps its only door.
///
/// # Errors
/// `TooOften` after too many tries.
pub async fn disconnect(
    db: &Db,
    cost: Cost,
    id: &str,
    issuer: &str,
    password: &str,
    now: i64,
) -> Result<bool> {
    let account = change::own(&mut db.read().await?, id).await?;
    if !change::is_password(db, cost, &account, password, now).await? {
        return Ok(false);
    }
    let mut tx = db.begin().await?;
    if identities::unlink(&mut tx, id, issuer).await? {
        let who = Who::Member(account.handle.clone());
        record(&mut tx, &who, "account.disconnected", &account.handle, issuer, now).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Who makes an account by the provider's word.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Newcomer {
    pub issuer: String,
    pub subject: String,
    /// What the provider calls them.
    pub name: String,
}

/// Whom a key lets make an account, with their address, while it works.
///
/// # Errors
/// When the database does not answer.
pub async fn newcomer(db: &Db, key: &str, now: i64) -> Result<Option<(Newcomer, String)>> {
    let found = keys::look(&mut db.read().await?, key, &[Purpose::Newcomer], now).await?;
    Ok(found.and_then(|key| Some((read(&key.detail)?, key.email))))
}

/// What somebody new typed, and what their browser sent with it.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    pub name: &'a str,
    pub handle: &'a str,
    /// Which text of the terms they accepted; None when they did not.
    pub terms: Option<&'a str>,
    /// Tag of the language of their mails.
    pub language: &'a str,
    pub agent: &'a str,
    pub former: Option<&'a str>,
}

/// Makes the account of a newcomer, without a password; the key is used up.
///
/// # Errors
/// When the database does not answer.
pub async fn finish(
    db: &Db,
    post: &Post,
    rules: Rules<'_>,
    key: &str,
    wish: Wish<'_>,
    now: i64,
) -> Result<Finished> {
    let mut tx = db.begin().await?;
    let Some(found) = keys::look(&mut tx, key, &[Purpose::Newcomer], now).await? else {
        return Ok(Finished::NoKey);
    };
    let typed = Typed {
        name: wish.name,
        handle: wish.handle,
        password: None,
        has_accepted: wish.terms.is_some(),
    };
    let flaws = register::flaws(&mut tx, &found.email, typed).await?;
    if !flaws.is_empty() {
        return Ok(Finished::Flawed(flaws));
    }
    let (Ok(email), Some(newcomer)) = (Email::parse(&found.email), read::<Newcomer>(&found.detail))
    else {
        return Ok(Finished::NoKey);
    };
    if keys::take(&mut tx, key, &[Purpose::Newcomer], now).await?.is_none() {
        return Ok(Finished::NoKey);
    }
    let state = match rules.registration == Registration::Approval && !rules.oidc.trusted {
        true => AccountState::Waiting,
        false => AccountState::Active,
    };
    let new = NewAccount {
        email: email.clone(),
        handle: wish.handle.to_owned(),
        name: wish.name.to_owned(),
        role: Role::Citymaker,
        language: wish.language.to_owned(),
    };
    let who = Who::Member(clean_line(wish.handle.trim().trim_start_matches('@')));
    let made = super::make(&mut tx, &post.urls, &who, new, state, String::new(), now).await;
    let account = match made {
        Ok(account) => account,
        // Somebody was faster.
        Err(Error::Conflict(_)) => return Ok(Finished::Flawed(vec![Flaw::HandleTaken])),
        Err(error) => return Err(error),
    };
    let Newcomer { issuer, subject, name } = newcomer;
    let vouched = Vouched { issuer, subject, email: Some(email), name };
    if !identities::link(&mut tx, &identity(&vouched, &account.id, now)).await? {
        return Ok(Finished::NoKey);
    }
    record(&mut tx, &who, "account.connected", &account.handle, &vouched.issuer, now).await?;
    accounts::accept_terms(&mut tx, &account.id, wish.terms.unwrap_or_default(), now).await?;
    let finished = match state {
        AccountState::Waiting => {
            register::tell_admins(&mut tx, post, &account, now).await?;
            Finished::Waiting
        }
        AccountState::Active | AccountState::Suspended => {
            let begun = session::begin(&mut tx, &account.id, wish.former, wish.agent, now);
            Finished::In(begun.await?)
        }
    };
    tx.commit().await?;
    Ok(finished)
}

fn written<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("structs of texts are JSON")
}

/// What was written here; what another version wrote may not be readable, and then is none.
fn read<T: serde::de::DeserializeOwned>(detail: &str) -> Option<T> {
    serde_json::from_str(detail).ok()
}
