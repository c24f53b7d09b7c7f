//! Mail that comes in: what was taken in, from which addresses mail comes back, how far a mailbox was
//! read.

use super::{
    Result, Tx,
    sql::{execute, row},
};

/// What came in, once.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// SHA-256 of its key and Message-ID.
    pub id: &'a str,
    /// SHA-256 of its key.
    pub key: &'a str,
    /// `answer`, `refused`, `bounce` or `automatic`.
    pub kind: &'a str,
    /// Its sender was told that it was not delivered.
    pub told: bool,
    /// It came from another address than the one that its key was sent to.
    pub other: bool,
}

/// Whether a mail with this id was taken in before.
pub async fn was_taken(tx: &mut Tx, id: &str) -> Result<bool> {
    let row: Option<(bool,)> = row!(tx, "SELECT EXISTS (SELECT 1 FROM mail_in WHERE id = $1)", id)?;
    Ok(row.is_some_and(|(was,)| was))
}

/// Notes what was taken in. False when another process was faster.
pub async fn take(tx: &mut Tx, taken: &Taken<'_>, now: i64) -> Result<bool> {
    let Taken { id, key, kind, told, other } = *taken;
    let added = execute!(
        tx,
        "INSERT INTO mail_in (id, key, kind, told, other, at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO NOTHING",
        id,
        key,
        kind,
        told,
        other,
        now
    )?;
    Ok(added > 0)
}

/// Whether who writes to this key was told before that it was not delivered.
pub async fn was_told(tx: &mut Tx, key: &str) -> Result<bool> {
    let row: Option<(bool,)> =
        row!(tx, "SELECT EXISTS (SELECT 1 FROM mail_in WHERE key = $1 AND told)", key)?;
    Ok(row.is_some_and(|(was,)| was))
}

/// Whether the letter of this key came back before.
pub async fn came_back_before(tx: &mut Tx, key: &str) -> Result<bool> {
    let row: Option<(bool,)> =
        row!(tx, "SELECT EXISTS (SELECT 1 FROM mail_in WHERE key = $1 AND kind = 'bounce')", key)?;
    Ok(row.is_some_and(|(came,)| came))
}

/// An address that could not be delivered to.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Returned {
    pub points: i64,
    pub hard: i64,
    pub soft: i64,
    /// What the last refusal said, without addresses.
    pub said: String,
    pub first_at: i64,
    pub last_at: i64,
    /// Since when only what its owner asked for is sent there.
    pub shut_at: Option<i64>,
}

/// What came back from the address with this hash.
pub async fn returned(tx: &mut Tx, address: &str) -> Result<Option<Returned>> {
    Ok(row!(
        tx,
        "SELECT points, hard, soft, said, first_at, last_at, shut_at FROM mail_return
         WHERE address = $1",
        address
    )?)
}

/// Writes down what is known of an address.
pub async fn save_returned(tx: &mut Tx, address: &str, returned: &Returned) -> Result<()> {
    let Returned { points, hard, soft, said, first_at, last_at, shut_at } = returned;
    execute!(
        tx,
        "INSERT INTO mail_return (address, points, hard, soft, said, first_at, last_at, shut_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (address) DO UPDATE SET points = excluded.points, hard = excluded.hard,
           soft = excluded.soft, said = excluded.said, first_at = excluded.first_at,
           last_at = excluded.last_at, shut_at = excluded.shut_at",
        address,
        *points,
        *hard,
        *soft,
        said,
        *first_at,
        *last_at,
        *shut_at
    )?;
    Ok(())
}

/// Everything is sent to the address with this hash again. False when nothing was known of it.
pub async fn forget_returned(tx: &mut Tx, address: &str) -> Result<bool> {
    Ok(execute!(tx, "DELETE FROM mail_return WHERE address = $1", address)? > 0)
}

/// What comes back, in numbers.
#[derive(Clone, Copy, Debug, Default, sqlx::FromRow)]
pub struct Returns {
    /// Addresses from which anything came back lately.
    pub addresses: i64,
    /// Those that get nothing but what their owners ask for.
    pub shut: i64,
    pub hard: i64,
    pub soft: i64,
}

pub async fn returns(tx: &mut Tx) -> Result<Returns> {
    let row: Option<Returns> = row!(
        tx,
        "SELECT count(*) AS addresses, count(shut_at) AS shut,
           CAST(COALESCE(SUM(hard), 0) AS BIGINT) AS hard,
           CAST(COALESCE(SUM(soft), 0) AS BIGINT) AS soft FROM mail_return"
    )?;
    Ok(row.unwrap_or_default())
}

/// Forgets what came in, and what came back, before these times.
pub async fn forget_old(tx: &mut Tx, taken: i64, returned: i64) -> Result<()> {
    execute!(&mut *tx, "DELETE FROM mail_in WHERE at < $1", taken)?;
    execute!(tx, "DELETE FROM mail_return WHERE last_at < $1", returned)?;
    Ok(())
}

/// How far a mailbox was read.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Read {
    /// What the server calls this state of the folder; 0 before the first look.
    pub validity: i64,
    pub last_uid: i64,
    pub next_look: i64,
    pub lease_until: i64,
    pub looked_at: Option<i64>,
    /// What was wrong at the last look; empty for nothing.
    pub fault: String,
}

pub async fn mailbox(tx: &mut Tx, name: &str) -> Result<Option<Read>> {
    Ok(row!(
        tx,
        "SELECT validity, last_uid, next_look, lease_until, looked_at, fault FROM mailbox
         WHERE name = $1",
        name
    )?)
}

/// Takes the mailbox until `until`, if it is time to look and nobody else does.
pub async fn claim(tx: &mut Tx, name: &str, now: i64, until: i64) -> Result<Option<Read>> {
    execute!(
        &mut *tx,
        "INSERT INTO mailbox (name, validity, last_uid, next_look, lease_until, fault)
         VALUES ($1, 0, 0, 0, 0, '') ON CONFLICT (name) DO NOTHING",
        name
    )?;
    Ok(row!(
        tx,
        "UPDATE mailbox SET lease_until = $3
         WHERE name = $1 AND next_look <= $2 AND lease_until <= $2
         RETURNING validity, last_uid, next_look, lease_until, looked_at, fault",
        name,
        now,
        until
    )?)
}

/// It was read so far.
pub async fn advance(tx: &mut Tx, name: &str, validity: i64, uid: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE mailbox SET validity = $2, last_uid = $3 WHERE name = $1",
        name,
        validity,
        uid
    )?;
    Ok(())
}

/// A look is over: when the next one is, and what was wrong.
pub async fn looked(tx: &mut Tx, name: &str, fault: &str, next: i64, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE mailbox SET lease_until = 0, next_look = $3, looked_at = $4, fault = $2
         WHERE name = $1",
        name,
        fault,
        next,
        now
    )?;
    Ok(())
}
