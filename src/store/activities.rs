//! What our actors said: an append-only log of exact bytes.

use super::{
    Result, StoreError, Tx,
    sql::{execute, row, rows},
};

/// Whom an activity is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The followers its actor has when it is written.
    Followers,
    /// Those, and the followers of other actors of ours, see [`widen`].
    Wide,
    /// Only the inboxes named with it.
    Targets,
}

impl Audience {
    fn id(self) -> &'static str {
        match self {
            Audience::Followers => "followers",
            Audience::Wide => "wide",
            Audience::Targets => "targets",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        [Audience::Followers, Audience::Wide, Audience::Targets]
            .into_iter()
            .find(|known| known.id() == id)
    }
}

/// An activity to be appended.
#[derive(Clone, Debug)]
pub struct NewActivity {
    pub id: String,
    /// Uri of the local actor.
    pub actor: String,
    /// ActivityStreams type.
    pub kind: String,
    /// Id of its object.
    pub object: String,
    /// The exact bytes that are sent and served.
    pub body: String,
    pub audience: Audience,
    /// Whether the actor's outbox lists it.
    pub listed: bool,
    /// Inboxes beside the audience.
    pub targets: Vec<Target>,
}

/// An inbox an activity goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub inbox: String,
    pub host: String,
}

/// An activity in the log.
#[derive(Clone, Debug)]
pub struct LoggedActivity {
    pub seq: i64,
    pub id: String,
    pub actor: String,
    pub kind: String,
    pub object: String,
    pub body: String,
    pub audience: Audience,
    pub dropped: bool,
    pub at: i64,
}

macro_rules! columns {
    () => {
        "a.seq, a.id, a.actor, a.kind, a.object, a.body, a.audience, a.dropped, a.at"
    };
}
pub(super) use columns;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    seq: i64,
    id: String,
    actor: String,
    kind: String,
    object: String,
    body: String,
    audience: String,
    dropped: bool,
    at: i64,
}

impl TryFrom<Row> for LoggedActivity {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { seq, id, actor, kind, object, body, audience, dropped, at } = row;
        let audience = Audience::from_id(&audience).ok_or(StoreError::Inconsistent {
            table: "activity",
            column: "audience",
            value: audience,
        })?;
        Ok(LoggedActivity { seq, id, actor, kind, object, body, audience, dropped, at })
    }
}

/// Appends an activity and opens the lanes its targets need. Returns its place in the log.
pub async fn append(tx: &mut Tx, activity: &NewActivity, now: i64) -> Result<i64> {
    let NewActivity { id, actor, kind, object, body, audience, listed, targets } = activity;
    let seq = tx.next_number("activity").await?;
    execute!(
        tx,
        "INSERT INTO activity (seq, id, actor, kind, object, body, audience, listed, dropped, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, FALSE, $9)",
        seq,
        id,
        actor,
        kind,
        object,
        body,
        audience.id(),
        *listed,
        now
    )?;
    if *audience != Audience::Targets {
        told(tx, seq).await?;
    }
    for target in targets {
        add_target(tx, seq, target, now).await?;
    }
    Ok(seq)
}

/// Followers are to hear of the activity `seq`, the newest of all.
async fn told(tx: &mut Tx, seq: i64) -> Result<()> {
    execute!(tx, "UPDATE counter SET value = $1 WHERE name = 'told'", seq)?;
    Ok(())
}

/// The activity `seq`, written in this transaction, is for this inbox as well.
pub async fn add_target(tx: &mut Tx, seq: i64, target: &Target, now: i64) -> Result<()> {
    super::lanes::open(tx, &target.inbox, &target.host, seq - 1, now).await?;
    execute!(
        tx,
        "INSERT INTO activity_target (inbox, seq) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        &target.inbox,
        seq
    )?;
    execute!(
        tx,
        "UPDATE lane SET target = $2 WHERE inbox = $1 AND target < $2",
        &target.inbox,
        seq
    )?;
    Ok(())
}

/// The activity `seq` is for the followers of these actors of ours as well.
pub async fn widen(tx: &mut Tx, seq: i64, actors: &[String]) -> Result<()> {
    for actor in actors {
        execute!(
            tx,
            "INSERT INTO activity_audience (seq, actor) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            seq,
            actor
        )?;
    }
    if !actors.is_empty() {
        execute!(
            tx,
            "UPDATE activity SET audience = 'wide' WHERE seq = $1 AND audience = 'followers'",
            seq
        )?;
    }
    Ok(())
}

/// Our actors that ever announced `object`.
pub async fn announcers(tx: &mut Tx, object: &str) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT DISTINCT actor FROM activity WHERE object = $1 AND kind = 'Announce'",
        object
    )?;
    Ok(found.into_iter().map(|(actor,)| actor).collect())
}

/// What our actors of a kind announced of `object` and did not take back: the announcing actor's
/// uri, and the activity's id.
pub async fn standing_announcements(
    tx: &mut Tx,
    object: &str,
    actor_kind: &str,
) -> Result<Vec<(String, String)>> {
    Ok(rows!(
        tx,
        "SELECT a.actor, a.id FROM activity a JOIN actor by_whom ON by_whom.uri = a.actor
         WHERE a.object = $1 AND a.kind = 'Announce' AND by_whom.kind = $2
           AND NOT EXISTS (SELECT 1 FROM activity u
                           WHERE u.object = a.id AND u.kind = 'Undo' AND u.actor = a.actor)
         ORDER BY a.seq",
        object,
        actor_kind
    )?)
}

pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<LoggedActivity>> {
    let row: Option<Row> =
        row!(tx, concat!("SELECT ", columns!(), " FROM activity a WHERE a.id = $1"), id)?;
    row.map(LoggedActivity::try_from).transpose()
}

/// The newest activity of `kind` that `actor` made about `object` and that still stands.
pub async fn latest(
    tx: &mut Tx,
    actor: &str,
    kind: &str,
    object: &str,
) -> Result<Option<LoggedActivity>> {
    let row: Option<Row> = row!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM activity a WHERE a.object = $3 AND a.actor = $1 AND a.kind = $2
               AND NOT a.dropped ORDER BY a.seq DESC LIMIT 1"
        ),
        actor,
        kind,
        object
    )?;
    row.map(LoggedActivity::try_from).transpose()
}

/// Everything said about `object`, newest first.
pub async fn about(tx: &mut Tx, object: &str, limit: i64) -> Result<Vec<LoggedActivity>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM activity a WHERE a.object = $1 ORDER BY a.seq DESC LIMIT $2"
        ),
        object,
        limit
    )?;
    found.into_iter().map(LoggedActivity::try_from).collect()
}

/// The single inboxes that what `actor` said about `object` was meant for.
pub async fn targets_about(tx: &mut Tx, actor: &str, object: &str) -> Result<Vec<Target>> {
    let found: Vec<(String, String)> = rows!(
        tx,
        "SELECT DISTINCT t.inbox, l.host FROM activity a
         JOIN activity_target t ON t.seq = a.seq JOIN lane l ON l.inbox = t.inbox
         WHERE a.object = $1 AND a.actor = $2 AND a.kind IN ('Create', 'Update')
         ORDER BY t.inbox",
        object,
        actor
    )?;
    Ok(found.into_iter().map(|(inbox, host)| Target { inbox, host }).collect())
}

/// Takes what was said about a withdrawn object out of outboxes, answers and lanes that have not
/// sent it yet: after a withdrawal its text must not travel on.
pub async fn drop_about(tx: &mut Tx, object: &str) -> Result<u64> {
    Ok(execute!(
        tx,
        "UPDATE activity SET dropped = TRUE, listed = FALSE, body = ''
         WHERE object = $1 AND kind IN ('Create', 'Update', 'Announce') AND NOT dropped",
        object
    )?)
}

/// Takes the text of letters out of the log that nobody here sees any more and that have reached
/// whom they were for, or never will. What is still on its way keeps its text until then.
pub async fn forget_letters(tx: &mut Tx) -> Result<u64> {
    Ok(execute!(
        tx,
        "UPDATE activity SET dropped = TRUE, body = ''
         WHERE audience = 'targets' AND kind = 'Create' AND NOT dropped
           AND NOT EXISTS (SELECT 1 FROM letter w WHERE w.id = activity.object)
           AND NOT EXISTS (SELECT 1 FROM activity_target t JOIN lane l ON l.inbox = t.inbox
                           WHERE t.seq = activity.seq AND l.state <> 'ended'
                             AND l.position < activity.seq)"
    )?)
}

/// A page of an actor's outbox, newest first, from before `before` on.
pub async fn outbox(
    tx: &mut Tx,
    actor: &str,
    before: i64,
    limit: i64,
) -> Result<Vec<LoggedActivity>> {
    let found: Vec<Row> = rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM activity a WHERE a.actor = $1 AND a.listed AND a.seq < $2
               ORDER BY a.seq DESC LIMIT $3"
        ),
        actor,
        before,
        limit
    )?;
    found.into_iter().map(LoggedActivity::try_from).collect()
}

pub async fn outbox_count(tx: &mut Tx, actor: &str) -> Result<i64> {
    let row: Option<(i64,)> =
        row!(tx, "SELECT count(*) FROM activity WHERE actor = $1 AND listed", actor)?;
    Ok(row.map_or(0, |(count,)| count))
}

/// The place of the newest activity for anybody's followers: a lane that came so far and has sent
/// what was addressed to it has nothing to send.
pub async fn newest_told(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT value FROM counter WHERE name = 'told'")?;
    Ok(row.map_or(0, |(told,)| told))
}

/// The place of the newest activity.
pub async fn head(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT value FROM counter WHERE name = 'activity'")?;
    Ok(row.map_or(0, |(head,)| head))
}
