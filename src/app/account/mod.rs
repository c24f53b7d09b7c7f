//! Accounts: made, found, given roles, suspended and restored.

pub mod change;
pub mod codes;
pub mod keys;
pub mod leave;
pub mod moving;
pub mod organisation;
pub mod passwords;
pub mod register;
pub mod secret;
pub mod session;
pub mod sign_in;

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
    person::{self, Described},
};
use crate::{
    domain::{account::Role, email::Email, text::clean_line},
    store::{
        Db, Tx,
        account_keys::Purpose,
        accounts::{self, Account, AccountState},
        sessions,
    },
    urls::Urls,
};

const NOTE_CHARS: usize = 1_000;

/// Who is to have an account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub email: Email,
    pub handle: String,
    pub name: String,
    pub role: Role,
    /// Tag of the language of their mails.
    pub language: String,
}

/// Makes an account that is in use at once, with its actor. Returns it with a key to choose its
/// password.
///
/// # Errors
/// `Invalid` for a handle or name that cannot be taken; `Conflict` when the handle or the address
/// is taken.
pub async fn add(
    db: &Db,
    urls: &Urls,
    who: &Who,
    new: NewAccount,
    now: i64,
) -> Result<(Account, String)> {
    let mut tx = db.begin().await?;
    let email = new.email.clone();
    let account = make(&mut tx, urls, who, new, AccountState::Active, String::new(), now).await?;
    let key = keys::make(&mut tx, Purpose::Password, Some(&account.id), &email, "", now).await?;
    tx.commit().await?;
    Ok((account, key))
}

/// The same in a transaction of the caller; one that waits gets its actor when it is approved.
pub(super) async fn make(
    tx: &mut Tx,
    urls: &Urls,
    who: &Who,
    new: NewAccount,
    state: AccountState,
    password: String,
    now: i64,
) -> Result<Account> {
    let NewAccount { email, handle, name, role, language } = new;
    let handle = person::checked_handle(&handle)?.as_str().to_owned();
    let described = Described { name: Some(name), ..Described::default() }.checked()?;
    let name = described.name.clone().unwrap_or_default();
    if accounts::by_handle(tx, &handle).await?.is_some() {
        return Err(Error::Conflict(format!("the handle @{handle} is taken")));
    }
    let actor = match state {
        AccountState::Waiting => None,
        AccountState::Active | AccountState::Suspended => {
            Some(person::insert(tx, urls, who, &handle, described, now).await?.id)
        }
    };
    let account = Account {
        id: new_id(now),
        actor,
        email: email.as_str().to_owned(),
        handle,
        name,
        password,
        role,
        state,
        state_note: String::new(),
        language,
        contactable: true,
        appeal: String::new(),
        appealed_at: None,
        totp: None,
        totp_step: 0,
        terms_at: None,
        created_at: now,
        signed_in_at: None,
    };
    if !accounts::insert(tx, &account).await? {
        return Err(Error::Conflict(format!("{email} has an account already")));
    }
    record(tx, who, "account.added", &account.handle, role.id(), now).await?;
    Ok(account)
}

/// The account with this handle, address or id.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn find(tx: &mut Tx, named: &str) -> Result<Account> {
    let bare = named.trim().trim_start_matches('@');
    // An id first: a handle may look like the id of another.
    let found = match (accounts::by_id(tx, named).await?, Email::parse(bare)) {
        (Some(found), _) => Some(found),
        (None, Ok(email)) if !named.trim().starts_with('@') => {
            accounts::by_email(tx, &email).await?
        }
        _ => accounts::by_handle(tx, bare.split('@').next().unwrap_or_default()).await?,
    };
    found.ok_or_else(|| Error::NotFound(format!("account {}", clean_line(named))))
}

/// A new key for the owner to choose a password; those made before end.
///
/// # Errors
/// `NotFound` when there is no such account.
pub async fn password_key(db: &Db, who: &Who, named: &str, now: i64) -> Result<(Account, String)> {
    let mut tx = db.begin().await?;
    let account = find(&mut tx, named).await?;
    let email = Email::parse(&account.email).map_err(|error| Error::Invalid(error.to_string()))?;
    let key = keys::make(&mut tx, Purpose::Password, Some(&account.id), &email, "", now).await?;
    record(&mut tx, who, "account.password-key", &account.handle, "", now).await?;
    tx.commit().await?;
    Ok((account, key))
}

/// Gives an account another role. Its sign-ins end: what was opened with one role is not kept open
/// with another.
///
/// # Errors
/// `NotFound`, or `Conflict` where it is the last instance admin.
pub async fn set_role(db: &Db, who: &Who, named: &str, role: Role, now: i64) -> Result<Account> {
    let mut tx = db.begin().await?;
    let mut account = find(&mut tx, named).await?;
    if account.role == role {
        return Ok(account);
    }
    keep_an_admin(&mut tx, &account).await?;
    accounts::set_role(&mut tx, &account.id, role).await?;
    sessions::end_all(&mut tx, &account.id, None).await?;
    let note = format!("{} -> {}", account.role.id(), role.id());
    record(&mut tx, who, "account.role", &account.handle, &note, now).await?;
    tx.commit().await?;
    account.role = role;
    Ok(account)
}

/// The person can sign in only to read why, to answer and to leave. What they published stays.
///
/// # Errors
/// `NotFound`; `Conflict` when it waits or is suspended already, or is the last instance admin;
/// `Invalid` for a reason that is missing or too long.
pub async fn suspend(db: &Db, who: &Who, named: &str, reason: &str, now: i64) -> Result<Account> {
    let reason = clean_line(reason).trim().to_owned();
    if reason.is_empty() || reason.chars().count() > NOTE_CHARS {
        let said = format!("a reason has 1 to {NOTE_CHARS} characters; the person reads it");
        return Err(Error::Invalid(said));
    }
    let mut tx = db.begin().await?;
    let mut account = find(&mut tx, named).await?;
    if account.state != AccountState::Active {
        return Err(not_now(&account));
    }
    keep_an_admin(&mut tx, &account).await?;
    accounts::set_state(&mut tx, &account.id, AccountState::Suspended, &reason, now).await?;
    sessions::end_all(&mut tx, &account.id, None).await?;
    record(&mut tx, who, "account.suspended", &account.handle, &reason, now).await?;
    tx.commit().await?;
    (account.state, account.state_note) = (AccountState::Suspended, reason);
    Ok(account)
}

/// A suspended account is in use again.
///
/// # Errors
/// `NotFound`, or `Conflict` when it is not suspended.
pub async fn restore(db: &Db, who: &Who, named: &str, now: i64) -> Result<Account> {
    let mut tx = db.begin().await?;
    let mut account = find(&mut tx, named).await?;
    if account.state != AccountState::Suspended {
        return Err(not_now(&account));
    }
    accounts::set_state(&mut tx, &account.id, AccountState::Active, "", now).await?;
    sessions::end_all(&mut tx, &account.id, None).await?;
    record(&mut tx, who, "account.restored", &account.handle, "", now).await?;
    tx.commit().await?;
    account.state = AccountState::Active;
    Ok(account)
}

fn not_now(account: &Account) -> Error {
    Error::Conflict(format!("the account @{} is {}", account.handle, account.state.id()))
}

/// An instance that had somebody to govern it keeps somebody.
async fn keep_an_admin(tx: &mut Tx, account: &Account) -> Result<()> {
    let is_admin = account.role == Role::InstanceAdmin && account.state == AccountState::Active;
    match is_admin && accounts::count_of(tx, Role::InstanceAdmin).await? < 2 {
        true => Err(Error::Conflict(format!(
            "@{} is the last instance admin; make another one first",
            account.handle
        ))),
        false => Ok(()),
    }
}
