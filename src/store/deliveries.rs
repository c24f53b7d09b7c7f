//! What became of one activity at every inbox it was meant for: told from audience, cursors,
//! refusals and followers that left; nothing of it is written down by itself.

use super::{
    Result, Tx,
    sql::{row, rows},
};

/// The delivery of one activity to one inbox.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Delivery {
    pub inbox: String,
    pub host: String,
    /// As its NodeInfo says; empty when unknown.
    pub software: String,
    /// The dialect of signatures that worked last; `None` when unknown.
    pub dialect: Option<String>,
    pub position: i64,
    pub lane_state: String,
    /// Why the lane is parked or ended.
    pub reason: String,
    pub last_status: Option<i64>,
    pub last_answer: Option<String>,
    pub last_at: Option<i64>,
    /// Not before this time; 0 is at once.
    pub next_try: i64,
    pub ended_at: Option<i64>,
    pub refused_status: Option<i64>,
    pub refused_answer: Option<String>,
    /// Whether the inbox is still owed what it has not got.
    pub owed: bool,
    /// How far its lane had come when the last follower behind it left.
    pub left_at: Option<i64>,
}

/// Whether the activity `$1` of the actor `$2` is meant for the lane `l` now.
macro_rules! owed {
    () => {
        "(EXISTS (SELECT 1 FROM activity_target t WHERE t.inbox = l.inbox AND t.seq = $1)
          OR ((SELECT audience FROM activity WHERE seq = $1) <> 'targets'
              AND EXISTS (SELECT 1 FROM follower f
                          WHERE f.inbox = l.inbox AND f.since < $1 AND (f.actor = $2 OR f.actor IN
                              (SELECT w.actor FROM activity_audience w WHERE w.seq = $1)))))"
    };
}

/// Followers behind the lane `l` for whom the activity was meant and who left since.
macro_rules! former {
    ($what:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM former_follower g WHERE g.inbox = l.inbox AND g.since < $1 AND g.until >= $1
                AND (SELECT audience FROM activity WHERE seq = $1) <> 'targets'
                AND (g.actor = $2 OR g.actor IN
                     (SELECT w.actor FROM activity_audience w WHERE w.seq = $1))"
        )
    };
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT l.inbox, l.host, p.software, p.dialect, l.position, l.state AS lane_state, l.reason,
                 l.last_status, l.last_answer, l.last_at, l.ended_at,
                 CASE WHEN l.next_try > p.next_try THEN l.next_try ELSE p.next_try END AS next_try,
                 r.status AS refused_status, r.answer AS refused_answer, ",
            owed!(),
            " AS owed, (",
            former!("MAX(g.position)"),
            ") AS left_at
             FROM lane l JOIN peer p ON p.host = l.host
             LEFT JOIN refusal r ON r.inbox = l.inbox AND r.seq = $1
             WHERE (",
            owed!(),
            " OR EXISTS (",
            former!("1"),
            "))",
            $rest
        )
    };
}

/// Every inbox the activity `seq` of `actor` is or was meant for, by host.
pub async fn all(tx: &mut Tx, seq: i64, actor: &str, limit: i64) -> Result<Vec<Delivery>> {
    Ok(rows!(tx, select!(" ORDER BY l.host, l.inbox LIMIT $3"), seq, actor, limit)?)
}

/// As [`all`], in the order of the inboxes after `after`.
pub async fn page(
    tx: &mut Tx,
    seq: i64,
    actor: &str,
    after: &str,
    limit: i64,
) -> Result<Vec<Delivery>> {
    let sql = select!(" AND l.inbox > $3 ORDER BY l.inbox LIMIT $4");
    Ok(rows!(tx, sql, seq, actor, after, limit)?)
}

/// How many inboxes the activity `seq` of `actor` is or was meant for.
pub async fn count(tx: &mut Tx, seq: i64, actor: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        concat!("SELECT count(*) FROM lane l WHERE ", owed!(), " OR EXISTS (", former!("1"), ")"),
        seq,
        actor
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

impl Delivery {
    /// What became of the activity at `seq`: `sent`, `waiting`, `refused`, `parked`, `ended`
    /// (the inbox is gone) or `left` (who followed left before it was sent).
    pub fn state(&self, seq: i64) -> &'static str {
        let ended = self.lane_state == "ended";
        let reached = match (self.owed, self.left_at) {
            (false, Some(left_at)) => left_at,
            _ => self.position,
        };
        match self.lane_state.as_str() {
            _ if self.refused_status.is_some() => "refused",
            _ if reached >= seq => "sent",
            _ if ended => "ended",
            _ if !self.owed => "left",
            "parked" => "parked",
            _ => "waiting",
        }
    }
}
