//! Keys that work once, such as the links in mails; only their hashes are kept.

use super::{
    Result, StoreError, Tx,
    sql::{execute, row, rows},
};

/// What a key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To make an account with the address it was sent to.
    Register,
    /// The same, with the role in its detail, whoever may register.
    Invite,
    /// To choose a password.
    Password,
    /// After the password: the one-time code.
    SecondStep,
    /// The address that an account has agrees to the new one in its detail.
    MailOld,
    /// The new address agrees.
    MailNew,
    /// A secret of one-time codes, in its detail, that no code has confirmed yet.
    Totp,
    /// A browser that is at the organisation's provider; its detail says what it has to bring back.
    Abroad,
    /// Somebody whom the provider vouches for, as its detail says, makes an account.
    Newcomer,
}

impl Purpose {
    const ALL: [Purpose; 9] = [
        Purpose::Register,
        Purpose::Invite,
        Purpose::Password,
        Purpose::SecondStep,
        Purpose::MailOld,
        Purpose::MailNew,
        Purpose::Totp,
        Purpose::Abroad,
        Purpose::Newcomer,
    ];

    fn id(self) -> &'static str {
        match self {
            Purpose::Register => "register",
            Purpose::Invite => "invite",
            Purpose::Password => "password",
            Purpose::SecondStep => "second-step",
            Purpose::MailOld => "mail-old",
            Purpose::MailNew => "mail-new",
            Purpose::Totp => "totp",
            Purpose::Abroad => "abroad",
            Purpose::Newcomer => "newcomer",
        }
    }

    fn from_id(id: String) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|purpose| purpose.id() == id);
        found.ok_or(StoreError::Inconsistent { table: "account_key", column: "purpose", value: id })
    }
}

#[derive(Clone, Debug)]
pub struct Key {
    pub purpose: Purpose,
    /// None where there is no account yet.
    pub account: Option<String>,
    /// To whom it was sent.
    pub email: String,
    /// What else belongs to it.
    pub detail: String,
    pub created_at: i64,
    pub expires_at: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    purpose: String,
    account: Option<String>,
    email: String,
    detail: String,
    created_at: i64,
    expires_at: i64,
}

impl TryFrom<Row> for Key {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { purpose, account, email, detail, created_at, expires_at } = row;
        let purpose = Purpose::from_id(purpose)?;
        Ok(Key { purpose, account, email, detail, created_at, expires_at })
    }
}

pub async fn insert(tx: &mut Tx, hash: &str, key: &Key) -> Result<()> {
    let Key { purpose, account, email, detail, created_at, expires_at } = key;
    execute!(
        tx,
        "INSERT INTO account_key (hash, purpose, account, email, detail, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        hash,
        purpose.id(),
        account,
        email,
        detail,
        *created_at,
        *expires_at
    )?;
    Ok(())
}

/// The key of this hash while it is valid.
pub async fn find(tx: &mut Tx, hash: &str, now: i64) -> Result<Option<Key>> {
    let found: Option<Row> = row!(
        tx,
        "SELECT purpose, account, email, detail, created_at, expires_at FROM account_key
         WHERE hash = $1 AND expires_at > $2",
        hash,
        now
    )?;
    found.map(Key::try_from).transpose()
}

/// Whether there was such a key; it is used up.
pub async fn take(tx: &mut Tx, hash: &str) -> Result<bool> {
    Ok(execute!(tx, "DELETE FROM account_key WHERE hash = $1", hash)? > 0)
}

/// The valid keys of an account for one purpose.
pub async fn of_account(
    tx: &mut Tx,
    account: &str,
    purpose: Purpose,
    now: i64,
) -> Result<Vec<Key>> {
    let found: Vec<Row> = rows!(
        tx,
        "SELECT purpose, account, email, detail, created_at, expires_at FROM account_key
         WHERE account = $1 AND purpose = $2 AND expires_at > $3 ORDER BY created_at",
        account,
        purpose.id(),
        now
    )?;
    found.into_iter().map(Key::try_from).collect()
}

/// Ends all keys of an account for one purpose.
pub async fn end_all(tx: &mut Tx, account: &str, purpose: Purpose) -> Result<()> {
    execute!(
        tx,
        "DELETE FROM account_key WHERE account = $1 AND purpose = $2",
        account,
        purpose.id()
    )?;
    Ok(())
}

/// Ends all keys that an address without an account holds.
pub async fn end_of_email(tx: &mut Tx, email: &str, purpose: Purpose) -> Result<()> {
    execute!(
        tx,
        "DELETE FROM account_key WHERE email = $1 AND purpose = $2 AND account IS NULL",
        email,
        purpose.id()
    )?;
    Ok(())
}

pub async fn forget_expired(tx: &mut Tx, now: i64) -> Result<u64> {
    Ok(execute!(tx, "DELETE FROM account_key WHERE expires_at <= $1", now)?)
}
