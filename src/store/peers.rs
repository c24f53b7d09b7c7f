//! Other hosts: how we stand with them, and how sending to them goes.

use super::{
    Engine, Result, StoreError, Tx,
    sql::{Conditions, Value, execute, row, rows, rows_where},
};
use crate::domain::network::{self, Decider, PeerStanding};
use std::collections::HashMap;

/// A host we met.
#[derive(Clone, Debug)]
pub struct Peer {
    pub host: String,
    pub standing: PeerStanding,
    pub reason: String,
    /// Who decided on the standing.
    pub decided_by: Decider,
    /// What may be told to others of the decision.
    pub public_comment: String,
    /// Lists that are passed on show its name only in part.
    pub obfuscate: bool,
    /// As its NodeInfo says: `kontor 0.1.0`; empty when unknown.
    pub software: String,
    /// Failures in a row; 0 when the last try succeeded.
    pub failures: i64,
    pub failing_since: Option<i64>,
    /// Not before this time; 0 is at once.
    pub next_try: i64,
    pub last_status: Option<i64>,
    pub last_answer: Option<String>,
    pub last_success: Option<i64>,
    pub last_failure: Option<i64>,
    pub last_received: Option<i64>,
    pub created_at: i64,
    /// Id of the dialect of HTTP signatures that worked or is announced; `None` when unknown.
    pub dialect: Option<String>,
}

macro_rules! columns {
    () => {
        "host, standing, reason, decided_by, public_comment, obfuscate, software, failures, \
         failing_since, next_try, last_status, last_answer, last_success, last_failure, \
         last_received, created_at, dialect"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    host: String,
    standing: String,
    reason: String,
    decided_by: String,
    public_comment: String,
    obfuscate: bool,
    software: String,
    failures: i64,
    failing_since: Option<i64>,
    next_try: i64,
    last_status: Option<i64>,
    last_answer: Option<String>,
    last_success: Option<i64>,
    last_failure: Option<i64>,
    last_received: Option<i64>,
    created_at: i64,
    dialect: Option<String>,
}

impl TryFrom<Row> for Peer {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row {
            host,
            standing,
            reason,
            decided_by,
            public_comment,
            obfuscate,
            software,
            failures,
            failing_since,
            next_try,
            last_status,
            last_answer,
            last_success,
            last_failure,
            last_received,
            created_at,
            dialect,
        } = row;
        let decided_by = decider(decided_by)?;
        let standing = standing_of(&standing)?;
        Ok(Peer {
            host,
            standing,
            reason,
            decided_by,
            public_comment,
            obfuscate,
            software,
            failures,
            failing_since,
            next_try,
            last_status,
            last_answer,
            last_success,
            last_failure,
            last_received,
            created_at,
            dialect,
        })
    }
}

fn decider(id: String) -> Result<Decider> {
    Decider::from_id(&id).ok_or(StoreError::Inconsistent {
        table: "peer",
        column: "decided_by",
        value: id,
    })
}

fn standing_of(id: &str) -> Result<PeerStanding> {
    PeerStanding::from_id(id).ok_or_else(|| StoreError::Inconsistent {
        table: "peer",
        column: "standing",
        value: id.to_owned(),
    })
}

/// Makes sure there is a row for `host`; an unknown host starts quarantined (FEDERATION.md).
pub async fn ensure(tx: &mut Tx, host: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO peer (host, standing, reason, software, failures, next_try, lease_until,
             created_at)
         VALUES ($1, $2, '', '', 0, 0, 0, $3) ON CONFLICT (host) DO NOTHING",
        host,
        PeerStanding::Quarantined.id(),
        now
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, host: &str) -> Result<Option<Peer>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM peer WHERE host = $1"), host)?;
    row.map(Peer::try_from).transpose()
}

/// How we stand with `host`, also by what was decided for the domains above it; a host we never
/// met is quarantined.
pub async fn standing(tx: &mut Tx, host: &str) -> Result<PeerStanding> {
    let mut conditions = Conditions::default();
    let names = conditions.bind_all(network::covering(host));
    let sql = format!("SELECT host, standing, decided_by FROM peer WHERE host IN ({names})");
    let found: Vec<(String, String, String)> = rows_where!(tx, sql, conditions.values)?;
    let decided = decisions(found)?;
    Ok(network::effective(host, |name| decided.get(name).cloned()))
}

/// What was decided, by host.
pub type Decisions = HashMap<String, (PeerStanding, Decider)>;

fn decisions(found: Vec<(String, String, String)>) -> Result<Decisions> {
    let one = |(host, standing, by): (String, String, String)| {
        Ok((host, (standing_of(&standing)?, decider(by)?)))
    };
    found.into_iter().map(one).collect()
}

/// Everything that was decided on hosts; those on which nothing was decided are not in it.
pub async fn decided(tx: &mut Tx) -> Result<Decisions> {
    decisions(rows!(tx, "SELECT host, standing, decided_by FROM peer WHERE decided_by <> ''")?)
}

pub async fn all(tx: &mut Tx, limit: i64) -> Result<Vec<Peer>> {
    let found: Vec<Row> =
        rows!(tx, concat!("SELECT ", columns!(), " FROM peer ORDER BY host LIMIT $1"), limit)?;
    found.into_iter().map(Peer::try_from).collect()
}

/// In the order of their names after `after`.
pub async fn page(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Peer>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!("SELECT ", columns!(), " FROM peer WHERE host > $1 ORDER BY host LIMIT $2"),
        after,
        limit
    )?;
    found.into_iter().map(Peer::try_from).collect()
}

pub async fn count(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT count(*) FROM peer")?;
    Ok(row.map_or(0, |(count,)| count))
}

/// What an administrator decided.
pub async fn set_standing(
    tx: &mut Tx,
    host: &str,
    standing: PeerStanding,
    reason: &str,
) -> Result<()> {
    decide(tx, host, standing, reason, &Decider::Admin).await
}

/// Writes a decision down; with [`Decider::Nobody`] it is taken back. The host must have a row.
pub async fn decide(
    tx: &mut Tx,
    host: &str,
    standing: PeerStanding,
    reason: &str,
    by: &Decider,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE peer SET standing = $2, reason = $3, decided_by = $4 WHERE host = $1",
        host,
        standing.id(),
        reason,
        by.id()
    )?;
    Ok(())
}

/// What lists that are passed on may say of the decision.
pub async fn set_public(tx: &mut Tx, host: &str, comment: &str, obfuscate: bool) -> Result<()> {
    execute!(
        tx,
        "UPDATE peer SET public_comment = $2, obfuscate = $3 WHERE host = $1",
        host,
        comment,
        obfuscate
    )?;
    Ok(())
}

/// The hosts on which this decider decided.
pub async fn decided_by(tx: &mut Tx, by: &Decider) -> Result<Vec<String>> {
    let found: Vec<(String,)> =
        rows!(tx, "SELECT host FROM peer WHERE decided_by = $1 ORDER BY host", by.id())?;
    Ok(found.into_iter().map(|(host,)| host).collect())
}

pub async fn set_software(tx: &mut Tx, host: &str, software: &str) -> Result<()> {
    execute!(tx, "UPDATE peer SET software = $2 WHERE host = $1", host, software)?;
    Ok(())
}

/// Remembers the dialect of HTTP signatures of a host we have a row of.
pub async fn set_dialect(tx: &mut Tx, host: &str, dialect: &str) -> Result<()> {
    execute!(tx, "UPDATE peer SET dialect = $2 WHERE host = $1", host, dialect)?;
    Ok(())
}

/// Every host with its remembered dialect.
pub async fn dialects(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    Ok(rows!(tx, "SELECT host, dialect FROM peer WHERE dialect IS NOT NULL")?)
}

/// Notes that something arrived from `host`, at most once a minute.
pub async fn heard(tx: &mut Tx, host: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE peer SET last_received = $2
         WHERE host = $1 AND COALESCE(last_received, 0) < $2 - 60000",
        host,
        now
    )?;
    Ok(())
}

/// Takes the next hosts that have something to be sent and whose time has come, for `lease_ms`:
/// with lanes behind `told` ([`super::activities::newest_told`]) or behind what is addressed to them.
/// One node holds a host at a time, so each activity is delivered by one node.
pub async fn claim(
    tx: &mut Tx,
    owner: &str,
    told: i64,
    now: i64,
    lease_ms: i64,
    limit: i64,
) -> Result<Vec<Peer>> {
    let lock = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    // Chosen apart: an IN over a subquery with LIMIT may be planned to run more than once.
    let sql = format!(
        "WITH due AS MATERIALIZED (
           SELECT p.host FROM peer p WHERE p.lease_until <= $3 AND p.next_try <= $3
             AND p.host IN (SELECT l.host FROM lane l
                            WHERE l.state = 'open' AND l.position < $4 AND l.next_try <= $3
                            UNION
                            SELECT l.host FROM lane l
                            WHERE l.state = 'open' AND l.position < l.target
                              AND l.next_try <= $3)
           ORDER BY p.failures, p.next_try, p.host LIMIT $5 {lock})
         UPDATE peer SET lease_owner = $1, lease_until = $2
         WHERE host IN (SELECT host FROM due) RETURNING {}",
        columns!()
    );
    let values = [
        Value::from(owner),
        Value::Int(now + lease_ms),
        Value::Int(now),
        Value::Int(told),
        Value::Int(limit),
    ];
    let found: Vec<Row> = rows_where!(tx, sql, values)?;
    found.into_iter().map(Peer::try_from).collect()
}

/// Holds on to a host that is still being served. False when the lease was lost meanwhile.
pub async fn renew(tx: &mut Tx, owner: &str, host: &str, until: i64) -> Result<bool> {
    let touched = execute!(
        tx,
        "UPDATE peer SET lease_until = $3 WHERE host = $1 AND lease_owner = $2",
        host,
        owner,
        until
    )?;
    Ok(touched > 0)
}

/// Gives a host back, for any node to take.
pub async fn release(tx: &mut Tx, owner: &str, host: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE peer SET lease_until = 0, lease_owner = NULL
         WHERE host = $1 AND lease_owner = $2",
        host,
        owner
    )?;
    Ok(())
}

/// Gives back every host that `owner` holds: at shutdown.
pub async fn release_all(tx: &mut Tx, owner: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE peer SET lease_until = 0, lease_owner = NULL WHERE lease_owner = $1",
        owner
    )?;
    Ok(())
}

pub async fn succeeded(tx: &mut Tx, host: &str, status: i64, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE peer SET failures = 0, failing_since = NULL, next_try = 0, last_status = $2,
             last_answer = '', last_success = $3 WHERE host = $1",
        host,
        status,
        now
    )?;
    Ok(())
}

/// Notes a failure and when to try again.
pub async fn failed(
    tx: &mut Tx,
    host: &str,
    status: Option<i64>,
    answer: &str,
    next_try: i64,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE peer SET failures = failures + 1,
             failing_since = COALESCE(failing_since, $5), next_try = $4, last_status = $2,
             last_answer = $3, last_failure = $5 WHERE host = $1",
        host,
        status,
        answer,
        next_try,
        now
    )?;
    Ok(())
}

/// The host answers, though not as we would like: what follows is between us and one inbox.
pub async fn answered(tx: &mut Tx, host: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE peer SET failures = 0, failing_since = NULL, next_try = 0
         WHERE host = $1 AND failures > 0",
        host
    )?;
    Ok(())
}

/// Try the host and its inboxes again at once.
pub async fn retry_now(tx: &mut Tx, host: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE peer SET next_try = 0, failures = 0, failing_since = NULL WHERE host = $1",
        host
    )?;
    execute!(
        tx,
        "UPDATE lane SET next_try = 0, failures = 0, failing_since = NULL WHERE host = $1",
        host
    )?;
    Ok(())
}

/// When the next host with something to send may be tried again; `None` when nothing waits.
pub async fn next_due(tx: &mut Tx, told: i64) -> Result<Option<i64>> {
    let row: Option<(Option<i64>,)> = row!(
        tx,
        "SELECT MIN(CASE WHEN p.lease_until >= p.next_try AND p.lease_until >= l.due
                             THEN p.lease_until
                         WHEN p.next_try >= l.due THEN p.next_try ELSE l.due END)
         FROM (SELECT host, MIN(next_try) AS due FROM (
                 SELECT host, next_try FROM lane WHERE state = 'open' AND position < $1
                 UNION ALL
                 SELECT host, next_try FROM lane WHERE state = 'open' AND position < target) b
               GROUP BY host) l
         JOIN peer p ON p.host = l.host",
        told
    )?;
    Ok(row.and_then(|(due,)| due))
}
