//! Accounts of people: who may sign in, as whom, and what they may do.

use super::{
    Result, StoreError, Tx,
    actors::folded,
    sql::{execute, row, rows},
};
use crate::domain::{account::Role, email::Email};

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// For the approval of an instance admin; it has no actor yet.
    Waiting,
    Active,
    /// May sign in to read why, to answer, to take their data along and to leave.
    Suspended,
}

impl AccountState {
    pub const ALL: [AccountState; 3] =
        [AccountState::Waiting, AccountState::Active, AccountState::Suspended];

    /// As it is stored, and written in commands.
    pub fn id(self) -> &'static str {
        match self {
            AccountState::Waiting => "waiting",
            AccountState::Active => "active",
            AccountState::Suspended => "suspended",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }
}

/// An account as administrators and its owner may see it, and the hash that nobody is shown.
#[derive(Clone, Debug)]
pub struct Account {
    /// ULID.
    pub id: String,
    /// Id of the actor's row; none while it waits.
    pub actor: Option<String>,
    pub email: String,
    /// Of the actor, or what was wished for.
    pub handle: String,
    pub name: String,
    /// Argon2id as a PHC string; empty while none was chosen.
    pub password: String,
    pub role: Role,
    pub state: AccountState,
    /// Why, to the person too.
    pub state_note: String,
    /// Tag of the language of their mails.
    pub language: String,
    pub contactable: bool,
    /// What they answered to a suspension.
    pub appeal: String,
    pub appealed_at: Option<i64>,
    /// Secret of one-time codes in base32.
    pub totp: Option<String>,
    /// Time step of the last code that was taken.
    pub totp_step: i64,
    pub terms_at: Option<i64>,
    pub created_at: i64,
    pub signed_in_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    actor: Option<String>,
    email: String,
    handle: String,
    name: String,
    password: String,
    role: String,
    state: String,
    state_note: String,
    language: String,
    contactable: bool,
    appeal: String,
    appealed_at: Option<i64>,
    totp: Option<String>,
    totp_step: i64,
    terms_at: Option<i64>,
    created_at: i64,
    signed_in_at: Option<i64>,
}

/// The role of a column.
pub(super) fn role(id: String) -> Result<Role> {
    Role::from_id(&id).ok_or(StoreError::Inconsistent {
        table: "account",
        column: "role",
        value: id,
    })
}

/// The state of a column.
pub(super) fn state(id: String) -> Result<AccountState> {
    AccountState::from_id(&id).ok_or(StoreError::Inconsistent {
        table: "account",
        column: "state",
        value: id,
    })
}

impl TryFrom<Row> for Account {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, actor, email, handle, name, password, language, contactable, .. } = row;
        let Row { state_note, appeal, appealed_at, totp, totp_step, terms_at, .. } = row;
        Ok(Account {
            id,
            actor,
            email,
            handle,
            name,
            password,
            role: role(row.role)?,
            state: state(row.state)?,
            state_note,
            language,
            contactable,
            appeal,
            appealed_at,
            totp,
            totp_step,
            terms_at,
            created_at: row.created_at,
            signed_in_at: row.signed_in_at,
        })
    }
}

/// An account whose actor ended is no account any more.
macro_rules! found {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.actor, a.email, COALESCE(p.handle, a.handle) AS handle,
                    COALESCE(p.name, a.name) AS name, a.password, a.role, a.state, a.state_note,
                    a.language, a.contactable, a.appeal, a.appealed_at, a.totp, a.totp_step,
                    a.terms_at, a.created_at, a.signed_in_at
             FROM account a LEFT JOIN actor p ON p.id = a.actor
             WHERE p.gone_at IS NULL ",
            $rest
        )
    };
}

fn one(row: Option<Row>) -> Result<Option<Account>> {
    row.map(Account::try_from).transpose()
}

/// Makes an account without a password. False when its address or its handle has one already.
pub async fn insert(tx: &mut Tx, account: &Account) -> Result<bool> {
    let Account { id, actor, email, handle, name, role, state, language, created_at, .. } = account;
    let made = execute!(
        tx,
        "INSERT INTO account (id, actor, email, email_folded, handle, handle_folded, name, password,
           role, state, state_at, state_note, language, terms, contactable, appeal, totp_step,
           created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12, '', $13, '', 0, $11)
         ON CONFLICT DO NOTHING",
        id,
        actor,
        email,
        email.to_ascii_lowercase(),
        handle,
        folded(handle),
        name,
        &account.password,
        role.id(),
        state.id(),
        *created_at,
        language,
        account.contactable
    )?;
    Ok(made > 0)
}

pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Account>> {
    one(row!(tx, found!("AND a.id = $1"), id)?)
}

pub async fn by_email(tx: &mut Tx, email: &Email) -> Result<Option<Account>> {
    one(row!(tx, found!("AND a.email_folded = $1"), email.folded())?)
}

/// By the handle, without `@` and host.
pub async fn by_handle(tx: &mut Tx, handle: &str) -> Result<Option<Account>> {
    one(row!(tx, found!("AND COALESCE(p.folded, a.handle_folded) = $1"), folded(handle))?)
}

/// By the uri of the person's actor.
pub async fn by_actor(tx: &mut Tx, uri: &str) -> Result<Option<Account>> {
    one(row!(tx, found!("AND p.uri = $1"), uri)?)
}

/// In the order of their ids after `after`; a state narrows.
pub async fn page(
    tx: &mut Tx,
    state: Option<AccountState>,
    after: &str,
    limit: i64,
) -> Result<Vec<Account>> {
    let found: Vec<Row> = rows!(
        tx,
        found!(
            "AND a.id > $1 AND (CAST($2 AS TEXT) IS NULL OR a.state = $2) ORDER BY a.id LIMIT $3"
        ),
        after,
        state.map(AccountState::id),
        limit
    )?;
    found.into_iter().map(Account::try_from).collect()
}

pub async fn count(tx: &mut Tx, state: Option<AccountState>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM account a LEFT JOIN actor p ON p.id = a.actor
         WHERE p.gone_at IS NULL AND (CAST($1 AS TEXT) IS NULL OR a.state = $1)",
        state.map(AccountState::id)
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// How many of a role are active.
pub async fn count_of(tx: &mut Tx, role: Role) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM account a JOIN actor p ON p.id = a.actor
         WHERE p.gone_at IS NULL AND a.state = 'active' AND a.role = $1",
        role.id()
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// The active ones of a role, the oldest first.
pub async fn of_role(tx: &mut Tx, role: Role, limit: i64) -> Result<Vec<Account>> {
    let found: Vec<Row> = rows!(
        tx,
        found!("AND a.state = 'active' AND a.role = $1 ORDER BY a.id LIMIT $2"),
        role.id(),
        limit
    )?;
    found.into_iter().map(Account::try_from).collect()
}

pub async fn set_password(tx: &mut Tx, id: &str, password: &str) -> Result<()> {
    execute!(tx, "UPDATE account SET password = $2 WHERE id = $1", id, password)?;
    Ok(())
}

pub async fn set_role(tx: &mut Tx, id: &str, role: Role) -> Result<()> {
    execute!(tx, "UPDATE account SET role = $2 WHERE id = $1", id, role.id())?;
    Ok(())
}

/// A new state begins; what was answered to the one before is forgotten.
pub async fn set_state(
    tx: &mut Tx,
    id: &str,
    state: AccountState,
    note: &str,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE account SET state = $2, state_note = $3, state_at = $4, appeal = '',
           appealed_at = NULL WHERE id = $1",
        id,
        state.id(),
        note,
        now
    )?;
    Ok(())
}

/// The person of the account for other servers.
pub async fn set_actor(tx: &mut Tx, id: &str, actor: &str) -> Result<()> {
    execute!(tx, "UPDATE account SET actor = $2 WHERE id = $1", id, actor)?;
    Ok(())
}

/// Which text of the terms was accepted, and when.
pub async fn accept_terms(tx: &mut Tx, id: &str, terms: &str, now: i64) -> Result<()> {
    execute!(tx, "UPDATE account SET terms = $2, terms_at = $3 WHERE id = $1", id, terms, now)?;
    Ok(())
}

/// False when another account has this address.
pub async fn set_email(tx: &mut Tx, id: &str, email: &Email) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE account SET email = $2, email_folded = $3 WHERE id = $1
         AND NOT EXISTS (SELECT 1 FROM account o WHERE o.email_folded = $3 AND o.id <> $1)",
        id,
        email.as_str(),
        email.folded()
    )?;
    Ok(changed > 0)
}

pub async fn set_contact(
    tx: &mut Tx,
    id: &str,
    is_contactable: bool,
    language: &str,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE account SET contactable = $2, language = $3 WHERE id = $1",
        id,
        is_contactable,
        language
    )?;
    Ok(())
}

pub async fn set_appeal(tx: &mut Tx, id: &str, appeal: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE account SET appeal = $2, appealed_at = $3 WHERE id = $1",
        id,
        appeal,
        now
    )?;
    Ok(())
}

/// One-time codes from now on, or none.
pub async fn set_totp(tx: &mut Tx, id: &str, secret: Option<&str>, step: i64) -> Result<()> {
    execute!(tx, "UPDATE account SET totp = $2, totp_step = $3 WHERE id = $1", id, secret, step)?;
    Ok(())
}

/// Notes that the code of a time step was taken. False when it, or a later one, was before.
pub async fn take_step(tx: &mut Tx, id: &str, step: i64) -> Result<bool> {
    let taken = execute!(
        tx,
        "UPDATE account SET totp_step = $2 WHERE id = $1 AND totp_step < $2",
        id,
        step
    )?;
    Ok(taken > 0)
}

pub async fn signed_in(tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    execute!(tx, "UPDATE account SET signed_in_at = $2 WHERE id = $1", id, now)?;
    Ok(())
}

/// Forgets an account, with its sessions and keys.
pub async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    execute!(tx, "DELETE FROM account WHERE id = $1", id)?;
    Ok(())
}

/// Takes over the codes that stand in for a lost device; only their hashes are kept.
pub async fn set_recovery_codes(tx: &mut Tx, id: &str, hashes: &[String]) -> Result<()> {
    execute!(&mut *tx, "DELETE FROM recovery_code WHERE account = $1", id)?;
    for hash in hashes {
        execute!(&mut *tx, "INSERT INTO recovery_code (hash, account) VALUES ($1, $2)", hash, id)?;
    }
    Ok(())
}

/// Whether there was such a code; it is used up.
pub async fn take_recovery_code(tx: &mut Tx, id: &str, hash: &str) -> Result<bool> {
    let taken =
        execute!(tx, "DELETE FROM recovery_code WHERE account = $1 AND hash = $2", id, hash)?;
    Ok(taken > 0)
}

pub async fn recovery_codes_left(tx: &mut Tx, id: &str) -> Result<i64> {
    let row: Option<(i64,)> =
        row!(tx, "SELECT count(*) FROM recovery_code WHERE account = $1", id)?;
    Ok(row.map_or(0, |(count,)| count))
}
