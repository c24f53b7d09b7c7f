//! One ordered lane for each inbox we send to: a cursor into the log of activities.

use super::{
    Result, Tx,
    activities::{self, LoggedActivity},
    sql::{execute, row, rows},
};

/// A lane as an administrator sees it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Lane {
    pub inbox: String,
    pub host: String,
    /// Everything up to here was sent, refused for good, or not meant for this inbox.
    pub position: i64,
    /// `open`; `parked` or `ended` with the reason.
    pub state: String,
    pub reason: String,
    /// How many activities this inbox accepted.
    pub sent: i64,
    pub last_status: Option<i64>,
    pub last_answer: Option<String>,
    pub last_at: Option<i64>,
    /// Failures in a row of this inbox, while its host answers.
    pub failures: i64,
    pub failing_since: Option<i64>,
    /// Not before this time; 0 is at once.
    pub next_try: i64,
    /// When the inbox said that it is gone.
    pub ended_at: Option<i64>,
    pub created_at: i64,
}

macro_rules! columns {
    () => {
        "l.inbox, l.host, l.position, l.state, l.reason, l.sent, l.last_status, l.last_answer, \
         l.last_at, l.failures, l.failing_since, l.next_try, l.ended_at, l.created_at"
    };
}

/// Makes sure there is an open or parked lane for `inbox`. A new one starts after `position`, and
/// so does one that had ended.
pub async fn open(tx: &mut Tx, inbox: &str, host: &str, position: i64, now: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO lane (inbox, host, position, state, reason, sent, created_at)
         VALUES ($1, $2, $3, 'open', '', 0, $4)
         ON CONFLICT (inbox) DO UPDATE SET state = 'open', reason = '', failures = 0,
           position = excluded.position, failing_since = NULL, next_try = 0, ended_at = NULL
         WHERE lane.state = 'ended'",
        inbox,
        host,
        position,
        now
    )?;
    super::peers::ensure(tx, host, now).await
}

pub async fn find(tx: &mut Tx, inbox: &str) -> Result<Option<Lane>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM lane l WHERE l.inbox = $1"), inbox)?)
}

/// All lanes, those in trouble first; `host` narrows to one host.
pub async fn all(tx: &mut Tx, host: Option<&str>, limit: i64) -> Result<Vec<Lane>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM lane l WHERE (CAST($1 AS TEXT) IS NULL OR l.host = $1)
               ORDER BY CASE WHEN l.state = 'parked' THEN 0 WHEN l.state = 'open' THEN 1 ELSE 2 END,
                 l.host, l.inbox LIMIT $2"
        ),
        host,
        limit
    )?)
}

/// In the order of their inboxes after `after`; `host` and `state` narrow.
pub async fn page(
    tx: &mut Tx,
    host: Option<&str>,
    state: Option<&str>,
    after: &str,
    limit: i64,
) -> Result<Vec<Lane>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM lane l WHERE l.inbox > $1 AND (CAST($2 AS TEXT) IS NULL OR l.host = $2)
               AND (CAST($3 AS TEXT) IS NULL OR l.state = $3) ORDER BY l.inbox LIMIT $4"
        ),
        after,
        host,
        state,
        limit
    )?)
}

pub async fn count(tx: &mut Tx, host: Option<&str>, state: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM lane WHERE (CAST($1 AS TEXT) IS NULL OR host = $1)
           AND (CAST($2 AS TEXT) IS NULL OR state = $2)",
        host,
        state
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// The open lanes of a host with something to send whose time has come: behind `told`
/// ([`activities::newest_told`]) or behind what is addressed to them. Those in trouble come last, so
/// that they hold up no other.
pub async fn behind(tx: &mut Tx, host: &str, told: i64, now: i64, limit: i64) -> Result<Vec<Lane>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM lane l WHERE l.host = $1 AND l.state = 'open'
               AND (l.position < $2 OR l.position < l.target)
               AND l.next_try <= $3 ORDER BY l.failures, l.position, l.inbox LIMIT $4"
        ),
        host,
        told,
        now,
        limit
    )?)
}

// Several followers share an inbox: what their actors say goes there once, from the first follow on.
const NEXT: &str = concat!(
    "WITH followed AS (
       SELECT actor, MIN(since) AS since FROM follower WHERE inbox = $1 GROUP BY actor)
     SELECT ",
    activities::columns!(),
    " FROM activity a WHERE a.seq > $2 AND a.seq <= $3 AND NOT a.dropped AND a.seq IN (
         SELECT t.seq FROM activity_target t WHERE t.inbox = $1 AND t.seq > $2 AND t.seq <= $3
         UNION
         SELECT b.seq FROM followed f JOIN activity b ON b.actor = f.actor
           AND b.audience <> 'targets' AND b.seq > $2 AND b.seq <= $3 AND b.seq > f.since
         UNION
         SELECT w.seq FROM followed f JOIN activity_audience w ON w.actor = f.actor
           AND w.seq > $2 AND w.seq <= $3 AND w.seq > f.since)
       ORDER BY a.seq LIMIT $4"
);

/// What lies after `position` and is meant for `inbox`, in order: what its followers' actors
/// said since they followed, and what is addressed to it.
pub async fn next(
    tx: &mut Tx,
    inbox: &str,
    position: i64,
    head: i64,
    limit: i64,
) -> Result<Vec<LoggedActivity>> {
    let found: Vec<activities::Row> = rows!(tx, NEXT, inbox, position, head, limit)?;
    found.into_iter().map(LoggedActivity::try_from).collect()
}

/// How many activities still wait in the lane.
pub async fn waiting(tx: &mut Tx, lane: &Lane) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM activity a WHERE a.seq > $2 AND NOT a.dropped AND (
             EXISTS (SELECT 1 FROM activity_target t WHERE t.inbox = $1 AND t.seq = a.seq)
             OR (a.audience <> 'targets' AND EXISTS (SELECT 1 FROM follower f
                   WHERE f.inbox = $1 AND f.actor = a.actor AND f.since < a.seq))
             OR (a.audience = 'wide' AND EXISTS (SELECT 1 FROM activity_audience w
                   JOIN follower f ON f.inbox = $1 AND f.actor = w.actor AND f.since < a.seq
                   WHERE w.seq = a.seq)))",
        &lane.inbox,
        lane.position
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// How far a lane came, and what its host last answered.
#[derive(Clone, Debug)]
pub struct Progress {
    pub inbox: String,
    pub position: i64,
    /// Accepted since the last report.
    pub sent: i64,
    pub status: Option<i64>,
    pub answer: String,
    pub at: i64,
}

/// Writes progress down; a cursor never goes back, except by [`rewind`].
pub async fn advance(tx: &mut Tx, progress: &Progress) -> Result<()> {
    let Progress { inbox, position, sent, status, answer, at } = progress;
    execute!(
        tx,
        "UPDATE lane SET position = CASE WHEN position < $2 THEN $2 ELSE position END,
             sent = sent + $3, last_status = COALESCE($4, last_status),
             last_answer = CASE WHEN $4 IS NULL THEN last_answer ELSE $5 END,
             last_at = CASE WHEN $4 IS NULL THEN last_at ELSE $6 END,
             failures = CASE WHEN $4 IS NULL THEN failures ELSE 0 END,
             failing_since = CASE WHEN $4 IS NULL THEN failing_since ELSE NULL END,
             next_try = CASE WHEN $4 IS NULL THEN next_try ELSE 0 END
         WHERE inbox = $1",
        inbox,
        *position,
        *sent,
        *status,
        answer,
        *at
    )?;
    Ok(())
}

/// Notes an answer that did not move the cursor.
pub async fn note_answer(
    tx: &mut Tx,
    inbox: &str,
    status: Option<i64>,
    answer: &str,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE lane SET last_status = $2, last_answer = $3, last_at = $4 WHERE inbox = $1",
        inbox,
        status,
        answer,
        now
    )?;
    Ok(())
}

/// The inbox failed while its host answers; when to try it again.
pub async fn failed(
    tx: &mut Tx,
    inbox: &str,
    status: i64,
    answer: &str,
    next_try: i64,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE lane SET failures = failures + 1,
             failing_since = COALESCE(failing_since, $5), next_try = $4, last_status = $2,
             last_answer = $3, last_at = $5 WHERE inbox = $1",
        inbox,
        status,
        answer,
        next_try,
        now
    )?;
    Ok(())
}

pub async fn park(tx: &mut Tx, inbox: &str, reason: &str) -> Result<()> {
    execute!(tx, "UPDATE lane SET state = 'parked', reason = $2 WHERE inbox = $1", inbox, reason)?;
    Ok(())
}

pub async fn park_host(tx: &mut Tx, host: &str, reason: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE lane SET state = 'parked', reason = $2 WHERE host = $1 AND state = 'open'",
        host,
        reason
    )?;
    Ok(())
}

/// Opens parked lanes of a host again; nothing was lost meanwhile. Returns how many.
pub async fn resume_host(tx: &mut Tx, host: &str) -> Result<u64> {
    Ok(execute!(
        tx,
        "UPDATE lane SET state = 'open', reason = '', failures = 0, failing_since = NULL,
             next_try = 0 WHERE host = $1 AND state = 'parked'",
        host
    )?)
}

/// The inbox is gone (410, 404): its followers and its lane end, with the reason. What was sent
/// there and what was not stays visible.
pub async fn end(tx: &mut Tx, inbox: &str, reason: &str, now: i64) -> Result<()> {
    super::follows::keep_former(tx, "inbox = $1", &[inbox]).await?;
    execute!(tx, "DELETE FROM follower WHERE inbox = $1", inbox)?;
    execute!(
        tx,
        "UPDATE lane SET state = 'ended', reason = $2, ended_at = $3 WHERE inbox = $1",
        inbox,
        reason,
        now
    )?;
    Ok(())
}

/// An activity that an inbox refused for good.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Refusal {
    pub inbox: String,
    pub seq: i64,
    pub status: i64,
    pub answer: String,
    pub at: i64,
}

pub async fn refuse(tx: &mut Tx, refusal: &Refusal) -> Result<()> {
    let Refusal { inbox, seq, status, answer, at } = refusal;
    execute!(
        tx,
        "INSERT INTO refusal (inbox, seq, status, answer, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (inbox, seq) DO UPDATE SET
           status = excluded.status, answer = excluded.answer, at = excluded.at",
        inbox,
        *seq,
        *status,
        answer,
        *at
    )?;
    Ok(())
}

pub async fn refusals(tx: &mut Tx, inbox: &str, limit: i64) -> Result<Vec<Refusal>> {
    Ok(rows!(
        tx,
        "SELECT inbox, seq, status, answer, at FROM refusal WHERE inbox = $1
         ORDER BY seq DESC LIMIT $2",
        inbox,
        limit
    )?)
}

/// A refusal with what was refused.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Refused {
    pub inbox: String,
    pub seq: i64,
    pub status: i64,
    pub answer: String,
    pub at: i64,
    /// Id, type and object of the activity.
    pub activity: String,
    pub kind: String,
    pub object: String,
}

/// Newest activity first, from behind the place (`seq`, `inbox`); `inbox` narrows to one.
pub async fn refused_page(
    tx: &mut Tx,
    inbox: Option<&str>,
    behind: (i64, &str),
    limit: i64,
) -> Result<Vec<Refused>> {
    let (seq, last) = behind;
    Ok(rows!(
        tx,
        "SELECT r.inbox, r.seq, r.status, r.answer, r.at, a.id AS activity, a.kind, a.object
         FROM refusal r JOIN activity a ON a.seq = r.seq
         WHERE (CAST($1 AS TEXT) IS NULL OR r.inbox = $1)
           AND (r.seq < $2 OR (r.seq = $2 AND r.inbox > $3))
         ORDER BY r.seq DESC, r.inbox LIMIT $4",
        inbox,
        seq,
        last,
        limit
    )?)
}

pub async fn count_refused(tx: &mut Tx, inbox: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM refusal WHERE CAST($1 AS TEXT) IS NULL OR inbox = $1",
        inbox
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Forgets a refusal and sends the activity to the inbox once more, with what came after it:
/// receivers know that by its ids. Returns whether there was such a refusal.
pub async fn resend(tx: &mut Tx, inbox: &str, seq: i64) -> Result<bool> {
    let touched = execute!(tx, "DELETE FROM refusal WHERE inbox = $1 AND seq = $2", inbox, seq)?;
    if touched > 0 {
        rewind(tx, inbox, seq).await?;
    }
    Ok(touched > 0)
}

/// The first activity each inbox refused and how many it refused; inboxes that ended are left
/// out. `host` narrows.
pub async fn first_refused(tx: &mut Tx, host: Option<&str>) -> Result<Vec<(String, i64, i64)>> {
    Ok(rows!(
        tx,
        "SELECT r.inbox, MIN(r.seq), count(*) FROM refusal r JOIN lane l ON l.inbox = r.inbox
         WHERE l.state <> 'ended' AND (CAST($1 AS TEXT) IS NULL OR l.host = $1)
         GROUP BY r.inbox ORDER BY r.inbox",
        host
    )?)
}

/// Forgets everything an inbox refused, and sends it again from the first refusal `seq` on.
pub async fn resend_refused(tx: &mut Tx, inbox: &str, seq: i64) -> Result<()> {
    execute!(tx, "DELETE FROM refusal WHERE inbox = $1", inbox)?;
    rewind(tx, inbox, seq).await
}

/// Sets the cursor back before `seq`. What lies between is sent again; receivers know it by id.
pub async fn rewind(tx: &mut Tx, inbox: &str, seq: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE lane SET position = $2, state = 'open', reason = '', failures = 0,
             failing_since = NULL, next_try = 0
         WHERE inbox = $1 AND position >= $2 AND state <> 'ended'",
        inbox,
        seq - 1
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{Db, sql::rows_where};

    #[tokio::test]
    async fn what_a_lane_waits_for_is_looked_up_by_index() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("k.sqlite").display());
        let db = Db::open(&url, 1).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let sql = format!("EXPLAIN QUERY PLAN {}", super::NEXT);
        let values = Vec::<super::super::sql::Value>::new();
        let plan: Vec<(i64, i64, i64, String)> = rows_where!(&mut tx, sql, values).unwrap();
        let steps: Vec<_> = plan.into_iter().map(|(.., step)| step).collect();
        // Walked through are only the few actors of ours that somebody behind this inbox follows.
        let walked = |step: &&String| step.contains("SCAN") && *step != "SCAN f";
        assert_eq!(steps.iter().find(walked), None, "{steps:?}");
        assert!(steps.iter().any(|step| step.contains("SEARCH a USING INDEX")), "{steps:?}");
        assert!(steps.iter().any(|step| step.contains("SEARCH b USING INDEX")), "{steps:?}");
        assert!(!steps.contains(&"USE TEMP B-TREE FOR ORDER BY".to_owned()), "{steps:?}");
    }
}
