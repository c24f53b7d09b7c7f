//! Signing in with a password, and choosing one by a key.

use super::{
    keys,
    passwords::{self, Cost, Weak},
    secret, session,
};
use crate::{
    app::{Error, Result, access::Who, access::record},
    domain::email::Email,
    store::{
        Db,
        account_keys::Purpose,
        accounts::{self, Account, AccountState},
        attempts, sessions,
    },
};

/// Tries of a password for one address in [`WINDOW_MS`]. Who is locked out by others gets in by a
/// new password, which their mail brings: that forgets the tries.
const TRIES: i64 = 10;
pub(super) const WINDOW_MS: i64 = 15 * 60_000;

/// What somebody typed to sign in, and what their browser sent with it.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    pub email: &'a str,
    pub password: &'a str,
    /// What the browser calls itself.
    pub agent: &'a str,
    /// What the browser held before.
    pub former: Option<&'a str>,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// What the browser is to hold from now on.
    In(String),
    /// The password is right; with this key the one-time code is asked for.
    Code(String),
    /// Address and password do not belong together, or there is no such address: nobody learns
    /// which.
    Wrong,
    /// All is well, but nobody has approved the account yet. Only who knows the password learns it.
    Waiting,
}

/// Signs in. Whether the address is known cannot be told from the answer, nor from its time.
///
/// # Errors
/// `TooOften` for an address with too many tries, whether it is known or not.
pub async fn sign_in(db: &Db, cost: Cost, typed: Typed<'_>, now: i64) -> Result<SignIn> {
    let email = Email::parse(typed.email);
    let name = match &email {
        Ok(email) => email.folded(),
        Err(_) => typed.email.trim().to_lowercase(),
    };
    let tries = tries_of(&name);
    count(db, &tries, TRIES, now).await?;
    let account = match &email {
        Ok(email) => accounts::by_email(&mut db.read().await?, email).await?,
        Err(_) => None,
    };
    let hash = account.as_ref().map(|account| account.password.as_str());
    let right = passwords::verify(cost, typed.password, hash).await?;
    let Some(account) = account.filter(|_| right) else { return Ok(SignIn::Wrong) };
    if account.state == AccountState::Waiting {
        return Ok(SignIn::Waiting);
    }
    let mut tx = db.begin().await?;
    attempts::clear(&mut tx, &tries).await?;
    if account.totp.is_some() {
        let Ok(email) = Email::parse(&account.email) else { return Ok(SignIn::Wrong) };
        let id = Some(account.id.as_str());
        let key = keys::make(&mut tx, Purpose::SecondStep, id, &email, "", now).await?;
        tx.commit().await?;
        return Ok(SignIn::Code(key));
    }
    let token = session::begin(&mut tx, &account.id, typed.former, typed.agent, now).await?;
    tx.commit().await?;
    Ok(SignIn::In(token))
}

fn tries_of(folded_email: &str) -> String {
    format!("sign-in {}", secret::hash(folded_email))
}

/// One more try of what `name` names.
///
/// # Errors
/// `TooOften` when there were more than `most` in a quarter of an hour.
pub(super) async fn count(db: &Db, name: &str, most: i64, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    let (tries, began) = attempts::count(&mut tx, name, WINDOW_MS, now).await?;
    tx.commit().await?;
    match tries > most {
        true => {
            let left = (began + WINDOW_MS - now).max(1_000).div_euclid(1_000);
            Err(Error::TooOften(u64::try_from(left).unwrap_or(1)))
        }
        false => Ok(()),
    }
}

/// Whose password a key lets choose, while it works.
///
/// # Errors
/// When the database does not answer.
pub async fn owner_of(db: &Db, key: &str, now: i64) -> Result<Option<Account>> {
    let mut tx = db.read().await?;
    let Some(found) = keys::look(&mut tx, key, &[Purpose::Password], now).await? else {
        return Ok(None);
    };
    Ok(match found.account {
        Some(account) => accounts::by_id(&mut tx, &account).await?,
        None => None,
    })
}

/// What came of choosing a password by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    Done,
    Weak(Weak),
    /// The key was used, has expired, or never was.
    NoKey,
}

/// Takes a new password by a key, which is used up. All sign-ins of the account end.
///
/// # Errors
/// When the database does not answer, or too many passwords are hashed at once.
pub async fn choose_password(
    db: &Db,
    cost: Cost,
    key: &str,
    password: &str,
    now: i64,
) -> Result<Chosen> {
    let Some(account) = owner_of(db, key, now).await? else { return Ok(Chosen::NoKey) };
    if let Err(weak) = passwords::check(password, &[&account.email, &account.handle, &account.name])
    {
        return Ok(Chosen::Weak(weak));
    }
    let hash = passwords::hash(cost, password).await?;
    let mut tx = db.begin().await?;
    if keys::take(&mut tx, key, &[Purpose::Password], now).await?.is_none() {
        return Ok(Chosen::NoKey);
    }
    accounts::set_password(&mut tx, &account.id, &hash).await?;
    sessions::end_all(&mut tx, &account.id, None).await?;
    if let Ok(email) = Email::parse(&account.email) {
        attempts::clear(&mut tx, &tries_of(&email.folded())).await?;
    }
    let who = Who::Member(account.handle.clone());
    record(&mut tx, &who, "account.password", &account.handle, "", now).await?;
    tx.commit().await?;
    Ok(Chosen::Done)
}
