//! One-time codes of an app (RFC 6238) beside the password, and recovery codes for who lost it.

use aws_lc_rs::hmac;

use super::{change, keys, passwords::Cost, secret, session, sign_in};
use crate::{
    app::{
        Error, Result,
        access::{Who, record},
    },
    domain::email::Email,
    store::{
        Db,
        account_keys::{self, Purpose},
        accounts::{self, Account, AccountState},
        attempts, sessions,
    },
};

/// Seconds a code stands for, its digits, and how many steps a clock may be off: what every app
/// takes without being told.
const STEP_SECONDS: i64 = 30;
const DIGITS: u32 = 6;
const OFF_BY: i64 = 1;
/// Recovery codes that are made at once.
const RECOVERY: usize = 10;
/// Tries of a code in a quarter of an hour.
const TRIES: i64 = 10;

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Base32 without padding (RFC 4648 §6).
fn base32(bytes: &[u8]) -> String {
    let (mut out, mut held, mut bits) = (String::new(), 0u32, 0);
    for byte in bytes {
        (held, bits) = (held << 8 | u32::from(*byte), bits + 8);
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(BASE32[(held >> bits & 31) as usize]));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        out.push(char::from(BASE32[(held << (5 - bits) & 31) as usize]));
    }
    out
}

fn from_base32(text: &str) -> Vec<u8> {
    let (mut out, mut held, mut bits) = (Vec::new(), 0u32, 0);
    for byte in text.bytes() {
        let Some(value) = BASE32.iter().position(|known| *known == byte) else { continue };
        (held, bits) = (held << 5 | u32::try_from(value).unwrap_or_default(), bits + 5);
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits & 255) as u8);
        }
        held &= (1 << bits) - 1;
    }
    out
}

/// The code of a time step (RFC 4226 §5.3, with HMAC-SHA-1 as all apps do).
fn code(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let sum = hmac::sign(&key, &step.to_be_bytes());
    let sum = sum.as_ref();
    let at = usize::from(sum.last().copied().unwrap_or_default() & 15);
    let cut = sum.get(at..at + 4).and_then(|four| <[u8; 4]>::try_from(four).ok());
    let number = u32::from_be_bytes(cut.unwrap_or_default()) & 0x7fff_ffff;
    format!("{:06}", number % 10u32.pow(DIGITS))
}

/// The time step a typed code belongs to, if it is one of now.
fn step_of(secret: &str, typed: &str, now: i64) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let (secret, step) = (from_base32(secret), now.div_euclid(1_000 * STEP_SECONDS));
    let is = |step: &i64| {
        let known = code(&secret, *step);
        aws_lc_rs::constant_time::verify_slices_are_equal(known.as_bytes(), typed.as_bytes())
            .is_ok()
    };
    (step - OFF_BY..=step + OFF_BY).find(is)
}

/// A secret that no code has confirmed yet.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// What the form that confirms it carries.
    pub key: String,
    /// In base32, for an app.
    pub secret: String,
}

/// Proposes a new secret for the codes of an account.
///
/// # Errors
/// When the database does not answer.
pub async fn propose(db: &Db, id: &str, now: i64) -> Result<Proposed> {
    let mut bytes = [0; 20];
    aws_lc_rs::rand::fill(&mut bytes).expect("the system has a source of randomness");
    let secret = base32(&bytes);
    let mut tx = db.begin().await?;
    let account = change::own(&mut tx, id).await?;
    let email = Email::parse(&account.email).map_err(|error| Error::Invalid(error.to_string()))?;
    let key = keys::make(&mut tx, Purpose::Totp, Some(id), &email, &secret, now).await?;
    tx.commit().await?;
    Ok(Proposed { key, secret })
}

/// The secret that was proposed under this key to this account, while it waits.
///
/// # Errors
/// When the database does not answer.
pub async fn proposed(db: &Db, id: &str, key: &str, now: i64) -> Result<Option<Proposed>> {
    let found = keys::look(&mut db.read().await?, key, &[Purpose::Totp], now).await?;
    let found = found.filter(|found| found.account.as_deref() == Some(id));
    Ok(found.map(|found| Proposed { key: key.to_owned(), secret: found.detail }))
}

/// What came of confirming a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// From now on a sign-in takes a code. The recovery codes are told this once.
    Done(Vec<String>),
    WrongCode,
    /// It was confirmed before, or too much time has passed.
    NoKey,
}

/// A code of the proposed secret shows that the app has it: it counts from now on, and all other
/// sign-ins end.
///
/// # Errors
/// `TooOften` after too many tries; when the database does not answer.
pub async fn confirm(
    db: &Db,
    id: &str,
    this_session: &str,
    (key, typed): (&str, &str),
    now: i64,
) -> Result<Confirmed> {
    sign_in::count(db, &tries_of(id), TRIES, now).await?;
    let Some(Proposed { secret, .. }) = proposed(db, id, key, now).await? else {
        return Ok(Confirmed::NoKey);
    };
    let Some(step) = step_of(&secret, typed, now) else { return Ok(Confirmed::WrongCode) };
    let recovery: Vec<String> = (0..RECOVERY).map(|_| recovery_code()).collect();
    let hashes: Vec<String> = recovery.iter().map(|code| recovery_hash(id, code)).collect();
    let mut tx = db.begin().await?;
    if keys::take(&mut tx, key, &[Purpose::Totp], now).await?.is_none() {
        return Ok(Confirmed::NoKey);
    }
    let account = change::own(&mut tx, id).await?;
    accounts::set_totp(&mut tx, id, Some(&secret), step).await?;
    accounts::set_recovery_codes(&mut tx, id, &hashes).await?;
    sessions::end_all(&mut tx, id, Some(this_session)).await?;
    attempts::clear(&mut tx, &tries_of(id)).await?;
    let who = Who::Member(account.handle.clone());
    record(&mut tx, &who, "account.codes-on", &account.handle, "", now).await?;
    tx.commit().await?;
    Ok(Confirmed::Done(recovery))
}

/// No codes any more; it takes the password.
///
/// # Errors
/// `TooOften` after too many tries; when the database does not answer.
pub async fn end(
    db: &Db,
    cost: Cost,
    id: &str,
    this_session: &str,
    password: &str,
    now: i64,
) -> Result<change::Changed<()>> {
    let account = change::own(&mut db.read().await?, id).await?;
    if !change::is_password(db, cost, &account, password, now).await? {
        return Ok(change::Changed::WrongPassword);
    }
    let mut tx = db.begin().await?;
    forget(&mut tx, &account, &Who::Member(account.handle.clone()), now).await?;
    sessions::end_all(&mut tx, id, Some(this_session)).await?;
    tx.commit().await?;
    Ok(change::Changed::Done(()))
}

/// For somebody who lost the app and the recovery codes: whoever runs the instance ends the codes.
///
/// # Errors
/// `NotFound` when there is no such account.
pub async fn reset(db: &Db, who: &Who, named: &str, now: i64) -> Result<Account> {
    let mut tx = db.begin().await?;
    let account = super::find(&mut tx, named).await?;
    forget(&mut tx, &account, who, now).await?;
    sessions::end_all(&mut tx, &account.id, None).await?;
    tx.commit().await?;
    Ok(account)
}

async fn forget(tx: &mut crate::store::Tx, account: &Account, who: &Who, now: i64) -> Result<()> {
    accounts::set_totp(tx, &account.id, None, 0).await?;
    accounts::set_recovery_codes(tx, &account.id, &[]).await?;
    account_keys::end_all(tx, &account.id, Purpose::SecondStep).await?;
    record(tx, who, "account.codes-off", &account.handle, "", now).await
}

/// What came of a typed code after the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Second {
    /// What the browser is to hold from now on.
    In(String),
    Wrong,
    /// Too much time has passed since the password.
    NoKey,
}

/// The second step of a sign-in: a code of the app, or a recovery code. No code is taken twice.
///
/// # Errors
/// `TooOften` after too many tries; when the database does not answer.
pub async fn second_step(
    db: &Db,
    (key, typed): (&str, &str),
    agent: &str,
    former: Option<&str>,
    now: i64,
) -> Result<Second> {
    let purposes = [Purpose::SecondStep];
    let mut tx = db.read().await?;
    let found = keys::look(&mut tx, key, &purposes, now).await?;
    let account = match found.and_then(|found| found.account) {
        Some(id) => accounts::by_id(&mut tx, &id).await?,
        None => None,
    };
    drop(tx);
    let account = account.filter(|account| account.state != AccountState::Waiting);
    let Some(account) = account else { return Ok(Second::NoKey) };
    sign_in::count(db, &tries_of(&account.id), TRIES, now).await?;
    let mut tx = db.begin().await?;
    let step = account.totp.as_deref().and_then(|secret| step_of(secret, typed, now));
    let right = match step {
        Some(step) => accounts::take_step(&mut tx, &account.id, step).await?,
        None => {
            let hash = recovery_hash(&account.id, typed);
            accounts::take_recovery_code(&mut tx, &account.id, &hash).await?
        }
    };
    if !right {
        return Ok(Second::Wrong);
    }
    if keys::take(&mut tx, key, &purposes, now).await?.is_none() {
        return Ok(Second::NoKey);
    }
    attempts::clear(&mut tx, &tries_of(&account.id)).await?;
    let token = session::begin(&mut tx, &account.id, former, agent, now).await?;
    tx.commit().await?;
    Ok(Second::In(token))
}

fn tries_of(id: &str) -> String {
    format!("code {}", secret::hash(id))
}

/// 80 random bits, in fours.
fn recovery_code() -> String {
    let mut bytes = [0; 10];
    aws_lc_rs::rand::fill(&mut bytes).expect("the system has a source of randomness");
    let code = base32(&bytes).to_lowercase();
    let fours: Vec<&str> =
        (0..code.len()).step_by(4).filter_map(|at| code.get(at..at + 4)).collect();
    fours.join("-")
}

fn recovery_hash(id: &str, typed: &str) -> String {
    let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    secret::hash(&format!("{id} {}", plain.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, the last six of eight digits.
        let secret = b"12345678901234567890";
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000_i64, "353130"),
        ] {
            assert_eq!(code(secret, seconds / 30), expected, "{seconds}");
        }
        assert_eq!(base32(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(from_base32(&base32(secret)), secret);
        assert_eq!(base32(b"foob"), "MZXW6YQ");
    }

    #[test]
    fn a_clock_may_be_half_a_minute_off() {
        let secret = base32(b"12345678901234567890");
        assert_eq!(step_of(&secret, " 287 082 ", 59_000), Some(1));
        assert_eq!(step_of(&secret, "287082", 89_000), Some(1));
        assert_eq!(step_of(&secret, "287082", 29_000), Some(1));
        assert_eq!(step_of(&secret, "287082", 120_000), None);
        assert_eq!(step_of(&secret, "", 59_000), None);
    }

    #[test]
    fn a_recovery_code_is_known_however_it_is_typed() {
        let code = recovery_code();
        assert_eq!(code.len(), 19, "{code}");
        let loud = code.to_uppercase().replace('-', " ");
        assert_eq!(recovery_hash("a", &code), recovery_hash("a", &loud));
        assert_ne!(recovery_hash("a", &code), recovery_hash("b", &code));
    }
}
