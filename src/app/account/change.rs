//! What people change of their own account: the password, the address, how they may be reached.

use super::{
    keys,
    passwords::{self, Cost, Weak},
    secret, session, sign_in,
};
use crate::{
    app::{
        Error, Result,
        access::{Who, record},
        mail::{self, Letter, Post},
    },
    domain::email::Email,
    i18n::Locale,
    store::{
        Db, Tx,
        account_keys::{self, Purpose},
        accounts::{self, Account},
        sessions,
    },
};

/// Tries of the present password in a quarter of an hour.
const TRIES: i64 = 10;

/// The account with this id.
pub(super) async fn own(tx: &mut Tx, id: &str) -> Result<Account> {
    let found = accounts::by_id(tx, id).await?;
    found.ok_or_else(|| Error::NotFound("such account".into()))
}

/// Whether somebody who is signed in knows the password: asked before what cannot be taken back.
///
/// # Errors
/// `TooOften` after too many tries.
pub(super) async fn is_password(
    db: &Db,
    cost: Cost,
    account: &Account,
    password: &str,
    now: i64,
) -> Result<bool> {
    let name = format!("password {}", secret::hash(&account.id));
    sign_in::count(db, &name, TRIES, now).await?;
    let right = passwords::verify(cost, password, Some(&account.password)).await?;
    if right {
        let mut tx = db.begin().await?;
        crate::store::attempts::clear(&mut tx, &name).await?;
        tx.commit().await?;
    }
    Ok(right)
}

/// What came of a change that takes the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed<T> {
    Done(T),
    WrongPassword,
    Weak(Weak),
}

/// Another password. Every sign-in ends, this one is replaced: returns what the browser holds now.
///
/// # Errors
/// `TooOften` after too many tries; when the database does not answer.
pub async fn password(
    db: &Db,
    cost: Cost,
    id: &str,
    (old, new): (&str, &str),
    agent: &str,
    now: i64,
) -> Result<Changed<String>> {
    let account = own(&mut db.read().await?, id).await?;
    if !is_password(db, cost, &account, old, now).await? {
        return Ok(Changed::WrongPassword);
    }
    if let Err(weak) = passwords::check(new, &[&account.email, &account.handle, &account.name]) {
        return Ok(Changed::Weak(weak));
    }
    let hash = passwords::hash(cost, new).await?;
    let mut tx = db.begin().await?;
    accounts::set_password(&mut tx, id, &hash).await?;
    account_keys::end_all(&mut tx, id, Purpose::Password).await?;
    sessions::end_all(&mut tx, id, None).await?;
    let token = session::begin(&mut tx, id, None, agent, now).await?;
    let who = Who::Member(account.handle.clone());
    record(&mut tx, &who, "account.password", &account.handle, "", now).await?;
    tx.commit().await?;
    Ok(Changed::Done(token))
}

/// Another address is wanted: both it and the present one get a key, and both have to agree; only the
/// new one where mail to the present one comes back. Whether the new one has an account already is
/// told to nobody here; its owner gets no letter then.
///
/// # Errors
/// `TooOften` after too many tries; when the database does not answer.
pub async fn email(
    db: &Db,
    post: &Post,
    cost: Cost,
    id: &str,
    password: &str,
    new: &Email,
    now: i64,
) -> Result<Changed<()>> {
    let account = own(&mut db.read().await?, id).await?;
    if !is_password(db, cost, &account, password, now).await? {
        return Ok(Changed::WrongPassword);
    }
    let mut tx = db.begin().await?;
    let taken = accounts::by_email(&mut tx, new).await?.is_some();
    account_keys::end_all(&mut tx, id, Purpose::MailOld).await?;
    account_keys::end_all(&mut tx, id, Purpose::MailNew).await?;
    let t = post.speech(&account.language);
    let Ok(old) = Email::parse(&account.email) else {
        return Err(Error::Invalid("the present address cannot be written to".into()));
    };
    let is_shut = mail::returns::shut(&mut tx, &old, now).await?.is_some();
    for (purpose, to) in [(Purpose::MailOld, &old), (Purpose::MailNew, new)] {
        if is_shut && purpose == Purpose::MailOld {
            continue;
        }
        let key = keys::make(&mut tx, purpose, Some(id), to, new.as_str(), now).await?;
        // The key is made and nobody gets it: then this address never agrees.
        if taken && purpose == Purpose::MailNew {
            continue;
        }
        let letter = Letter {
            kind: "address",
            subject: t.say1("mail-address-subject", "site", &post.site),
            paragraphs: vec![t.say3(
                "mail-address-text",
                ("name", &account.name),
                ("site", &post.site),
                ("email", new.as_str()),
            )],
            link: Some((
                t.say("mail-address-link").into_owned(),
                post.urls.absolute(&format!("/account/email/confirm?key={key}")),
            )),
            after: vec![
                t.say("mail-address-after").into_owned(),
                t.say("mail-not-you").into_owned(),
            ],
            ..Letter::default()
        };
        mail::post(&mut tx, post, to, &t, letter, now).await?;
    }
    tx.commit().await?;
    Ok(Changed::Done(()))
}

/// What confirming an address came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// Both agreed: this is the address now.
    Done(String),
    /// The other one has to agree, too.
    Half,
    /// The key was used, has expired, or never was.
    NoKey,
}

const BOTH: [Purpose; 2] = [Purpose::MailOld, Purpose::MailNew];

/// Which address a key would make the account's, while it works.
///
/// # Errors
/// When the database does not answer.
pub async fn wanted_email(db: &Db, key: &str, now: i64) -> Result<Option<String>> {
    let found = keys::look(&mut db.read().await?, key, &BOTH, now).await?;
    Ok(found.map(|found| found.detail))
}

/// One of the two addresses agrees; when the other one has, it is changed.
///
/// # Errors
/// When the database does not answer.
pub async fn confirm_email(db: &Db, key: &str, now: i64) -> Result<Confirmed> {
    let mut tx = db.begin().await?;
    let Some(found) = keys::take(&mut tx, key, &BOTH, now).await? else {
        return Ok(Confirmed::NoKey);
    };
    let (Some(id), Ok(new)) = (found.account, Email::parse(&found.detail)) else {
        return Ok(Confirmed::NoKey);
    };
    let other = match found.purpose {
        Purpose::MailOld => Purpose::MailNew,
        _ => Purpose::MailOld,
    };
    // Both were made at once and end at once, so one that is not there was used, or was not needed.
    let waits = account_keys::of_account(&mut tx, &id, other, now).await?;
    if !waits.is_empty() {
        tx.commit().await?;
        return Ok(Confirmed::Half);
    }
    let account = own(&mut tx, &id).await?;
    if !accounts::set_email(&mut tx, &id, &new).await? {
        return Ok(Confirmed::NoKey);
    }
    // Its link was opened: mail arrives there.
    mail::returns::reopen(&mut tx, &new).await?;
    let who = Who::Member(account.handle.clone());
    record(&mut tx, &who, "account.email", &account.handle, "", now).await?;
    tx.commit().await?;
    Ok(Confirmed::Done(new.as_str().to_owned()))
}

/// Whether others here may write to them, and in which language they are written to.
///
/// # Errors
/// When the database does not answer.
pub async fn contact(db: &Db, id: &str, is_contactable: bool, language: Locale) -> Result<()> {
    let mut tx = db.begin().await?;
    accounts::set_contact(&mut tx, id, is_contactable, language.tag()).await?;
    tx.commit().await?;
    Ok(())
}
