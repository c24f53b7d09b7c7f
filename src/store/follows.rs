//! Who follows our actors, and whom they follow.

use super::{
    Engine, Result, Tx,
    sql::{execute, row, rows},
};

/// A remote actor that follows one of ours.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Follower {
    /// Uri of our actor.
    pub actor: String,
    /// Uri of the follower.
    pub uri: String,
    /// Where its activities go; the name of its lane.
    pub inbox: String,
    /// Id of its Follow activity.
    pub follow_id: String,
    /// It gets what came after this place in the log.
    pub since: i64,
    pub at: i64,
}

macro_rules! follower_columns {
    () => {
        "actor, uri, inbox, follow_id, since, at"
    };
}

/// Adds a follower, or renews its Follow. Returns whether it is new.
pub async fn add_follower(tx: &mut Tx, follower: &Follower) -> Result<bool> {
    let Follower { actor, uri, inbox, follow_id, since, at } = follower;
    let known: Option<(String,)> =
        row!(tx, "SELECT uri FROM follower WHERE actor = $1 AND uri = $2", actor, uri)?;
    execute!(
        tx,
        "INSERT INTO follower (actor, uri, inbox, follow_id, since, at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (actor, uri) DO UPDATE SET
           inbox = excluded.inbox, follow_id = excluded.follow_id",
        actor,
        uri,
        inbox,
        follow_id,
        *since,
        *at
    )?;
    Ok(known.is_none())
}

pub async fn follower_by_follow_id(tx: &mut Tx, follow_id: &str) -> Result<Option<Follower>> {
    Ok(row!(
        tx,
        concat!("SELECT ", follower_columns!(), " FROM follower WHERE follow_id = $1"),
        follow_id
    )?)
}

/// Remembers followers who are about to go: what they were owed stays visible. `which` is a
/// condition on the table `follower`.
pub(super) async fn keep_former(tx: &mut Tx, which: &'static str, values: &[&str]) -> Result<()> {
    let sql = format!(
        "INSERT INTO former_follower (actor, uri, inbox, since, until, position, follow_id)
         SELECT actor, uri, inbox, since, (SELECT value FROM counter WHERE name = 'activity'),
             COALESCE((SELECT l.position FROM lane l WHERE l.inbox = follower.inbox), 0), follow_id
         FROM follower WHERE {which}
         ON CONFLICT (actor, uri) DO UPDATE SET inbox = excluded.inbox, since = excluded.since,
           until = excluded.until, position = excluded.position, follow_id = excluded.follow_id"
    );
    super::sql::execute_where!(
        tx,
        sql,
        values.iter().map(|value| super::sql::Value::from(*value))
    )?;
    Ok(())
}

/// One that no longer follows: our actor, its uri and its inbox, by the id of its Follow.
pub async fn former_by_follow_id(
    tx: &mut Tx,
    follow_id: &str,
) -> Result<Option<(String, String, String)>> {
    Ok(row!(tx, "SELECT actor, uri, inbox FROM former_follower WHERE follow_id = $1", follow_id)?)
}

/// Whether there was such a follower to remove.
pub async fn remove_follower(tx: &mut Tx, actor: &str, uri: &str) -> Result<bool> {
    keep_former(tx, "actor = $1 AND uri = $2", &[actor, uri]).await?;
    let touched = execute!(tx, "DELETE FROM follower WHERE actor = $1 AND uri = $2", actor, uri)?;
    Ok(touched > 0)
}

/// A vanished actor follows nobody any more.
pub async fn remove_follower_everywhere(tx: &mut Tx, uri: &str) -> Result<u64> {
    keep_former(tx, "uri = $1", &[uri]).await?;
    Ok(execute!(tx, "DELETE FROM follower WHERE uri = $1", uri)?)
}

pub async fn count_followers(tx: &mut Tx, actor: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT count(*) FROM follower WHERE actor = $1", actor)?;
    Ok(row.map_or(0, |(count,)| count))
}

/// A page of followers in the order of their uris.
pub async fn followers(tx: &mut Tx, actor: &str, after: &str, limit: i64) -> Result<Vec<Follower>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            follower_columns!(),
            " FROM follower WHERE actor = $1 AND uri > $2 ORDER BY uri LIMIT $3"
        ),
        actor,
        after,
        limit
    )?)
}

/// One of our actors follows, or wants to follow, somebody elsewhere.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Following {
    /// ULID.
    pub id: String,
    /// Uri of our actor.
    pub actor: String,
    /// As it was typed: a domain, a handle or a URL.
    pub wanted: String,
    /// Uri of the other actor, once it was found.
    pub target: Option<String>,
    pub host: String,
    pub inbox: Option<String>,
    /// `wanted` → `asked` → `accepted` or `rejected`; `ended` after an unfollow; `failed`.
    pub state: String,
    /// Id of our Follow activity.
    pub activity: Option<String>,
    pub error: String,
    pub asked_at: i64,
    pub answered_at: Option<i64>,
    pub attempts: i64,
    pub next_try: i64,
    /// `none`, `running`, `done` or `failed`.
    pub backfill: String,
    /// The page of their outbox to read next.
    pub backfill_page: Option<String>,
    pub backfill_seen: i64,
    pub backfill_total: Option<i64>,
    pub backfill_at: Option<i64>,
}

macro_rules! columns {
    () => {
        "id, actor, wanted, target, host, inbox, state, activity, error, asked_at, answered_at, \
         attempts, next_try, backfill, backfill_page, backfill_seen, backfill_total, backfill_at"
    };
}
pub(super) use columns;

/// Notes the wish to follow. Unless they accepted already, they are asked anew: a first Follow,
/// or the answer to it, may have been lost. Returns its id.
pub async fn want(
    tx: &mut Tx,
    id: &str,
    actor: &str,
    wanted: &str,
    host: &str,
    now: i64,
) -> Result<String> {
    let row: Option<(String,)> = row!(
        tx,
        "INSERT INTO following (id, actor, wanted, host, state, error, asked_at, attempts,
             next_try, backfill, backfill_seen, lease_until)
         VALUES ($1, $2, $3, $4, 'wanted', '', $5, 0, 0, 'none', 0, 0)
         ON CONFLICT (actor, wanted) DO UPDATE SET
           state = CASE WHEN following.state = 'accepted' THEN following.state
                        ELSE 'wanted' END,
           backfill = CASE WHEN following.state = 'accepted' THEN following.backfill
                           ELSE 'none' END,
           error = '', next_try = 0, attempts = 0,
           asked_at = excluded.asked_at
         RETURNING id",
        id,
        actor,
        wanted,
        host,
        now
    )?;
    Ok(row.map_or_else(|| id.to_owned(), |(id,)| id))
}

pub async fn following(tx: &mut Tx, id: &str) -> Result<Option<Following>> {
    Ok(row!(tx, concat!("SELECT ", columns!(), " FROM following WHERE id = $1"), id)?)
}

/// All of them, newest first.
pub async fn all_following(tx: &mut Tx, limit: i64) -> Result<Vec<Following>> {
    Ok(rows!(
        tx,
        concat!("SELECT ", columns!(), " FROM following ORDER BY asked_at DESC, id DESC LIMIT $1"),
        limit
    )?)
}

/// Newest wish first from before the one with the id `before`; `None` starts with the newest.
pub async fn following_page(
    tx: &mut Tx,
    before: Option<&str>,
    limit: i64,
) -> Result<Vec<Following>> {
    Ok(rows!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM following WHERE CAST($1 AS TEXT) IS NULL OR id < $1 ORDER BY id DESC LIMIT $2"
        ),
        before,
        limit
    )?)
}

pub async fn count_following(tx: &mut Tx) -> Result<i64> {
    let row: Option<(i64,)> = row!(tx, "SELECT count(*) FROM following")?;
    Ok(row.map_or(0, |(count,)| count))
}

/// What `actor` follows or asked to follow, by uri or by the typed text.
pub async fn following_of(tx: &mut Tx, actor: &str, wanted: &str) -> Result<Option<Following>> {
    Ok(row!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM following WHERE actor = $1 AND (wanted = $2 OR target = $2)
               ORDER BY CASE WHEN state = 'ended' THEN 1 ELSE 0 END, id LIMIT 1"
        ),
        actor,
        wanted
    )?)
}

/// What `actor` asked of `target`, by the id of the Follow where it is known.
pub async fn asked(tx: &mut Tx, actor: &str, target: &str) -> Result<Option<Following>> {
    Ok(row!(
        tx,
        concat!(
            "SELECT ",
            columns!(),
            " FROM following WHERE actor = $1 AND target = $2
               AND state IN ('asked', 'accepted', 'rejected') ORDER BY id DESC LIMIT 1"
        ),
        actor,
        target
    )?)
}

/// Whether our network follows this actor, with its consent. Whom citymakers follow is their own
/// affair: it vouches for nobody here.
pub async fn is_followed(tx: &mut Tx, target: &str) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM following f WHERE f.target = $1 AND f.state = 'accepted'
           AND NOT EXISTS (SELECT 1 FROM actor a WHERE a.uri = f.actor AND a.kind = 'person'))",
        target
    )?;
    Ok(row.is_some_and(|(followed,)| followed))
}

/// The uris that `actor` follows, in the order of their uris.
pub async fn targets(tx: &mut Tx, actor: &str, after: &str, limit: i64) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT DISTINCT target FROM following WHERE actor = $1 AND state = 'accepted'
           AND target > $2 ORDER BY target LIMIT $3",
        actor,
        after,
        limit
    )?;
    Ok(found.into_iter().map(|(target,)| target).collect())
}

pub async fn count_targets(tx: &mut Tx, actor: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(DISTINCT target) FROM following WHERE actor = $1 AND state = 'accepted'",
        actor
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Whether a wish is to be resolved or a catalogue to be read back now; a cheap look.
pub async fn is_due(tx: &mut Tx, now: i64) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM following WHERE next_try <= $1 AND lease_until <= $1
           AND (state = 'wanted' OR (state = 'accepted' AND backfill = 'running')))",
        now
    )?;
    Ok(row.is_some_and(|(due,)| due))
}

/// Takes wishes that are due (to be resolved) for `lease_ms`.
pub async fn claim_wanted(
    tx: &mut Tx,
    now: i64,
    lease_ms: i64,
    limit: i64,
) -> Result<Vec<Following>> {
    claim(tx, "state = 'wanted' AND next_try <= $1", now, lease_ms, limit).await
}

/// Takes catalogues that are due to be read back for `lease_ms`.
pub async fn claim_backfill(
    tx: &mut Tx,
    now: i64,
    lease_ms: i64,
    limit: i64,
) -> Result<Vec<Following>> {
    let due = "state = 'accepted' AND backfill = 'running' AND next_try <= $1";
    claim(tx, due, now, lease_ms, limit).await
}

async fn claim(
    tx: &mut Tx,
    due: &'static str,
    now: i64,
    lease_ms: i64,
    limit: i64,
) -> Result<Vec<Following>> {
    let lock = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    let sql = format!(
        "WITH due AS MATERIALIZED (
           SELECT id FROM following WHERE lease_until <= $1 AND {due}
           ORDER BY next_try, id LIMIT $3 {lock})
         UPDATE following SET lease_until = $2 WHERE id IN (SELECT id FROM due) RETURNING {}",
        columns!()
    );
    let values = [now, now + lease_ms, limit].map(super::sql::Value::Int);
    Ok(super::sql::rows_where!(tx, sql, values)?)
}

/// Holds on to a wish or a catalogue that is still being worked on.
pub async fn renew(tx: &mut Tx, id: &str, until: i64) -> Result<()> {
    execute!(tx, "UPDATE following SET lease_until = $2 WHERE id = $1", id, until)?;
    Ok(())
}

/// The other actor was found and is asked.
pub async fn asked_now(
    tx: &mut Tx,
    id: &str,
    target: &str,
    host: &str,
    inbox: &str,
    activity: &str,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE following SET state = 'asked', target = $2, host = $3, inbox = $4, activity = $5,
             error = '', lease_until = 0, next_try = 0, attempts = 0 WHERE id = $1",
        id,
        target,
        host,
        inbox,
        activity
    )?;
    Ok(())
}

/// They were asked once more, while they have accepted already.
pub async fn reminded(tx: &mut Tx, id: &str, activity: &str) -> Result<()> {
    execute!(tx, "UPDATE following SET activity = $2 WHERE id = $1", id, activity)?;
    Ok(())
}

/// Something went wrong; `next_try` is `None` when trying again is of no use.
pub async fn stumbled(tx: &mut Tx, id: &str, error: &str, next_try: Option<i64>) -> Result<()> {
    execute!(
        tx,
        "UPDATE following SET error = $2, attempts = attempts + 1, lease_until = 0,
             next_try = COALESCE($3, next_try),
             state = CASE WHEN $3 IS NULL AND state = 'wanted' THEN 'failed' ELSE state END,
             backfill = CASE WHEN $3 IS NULL AND backfill = 'running' THEN 'failed'
                             ELSE backfill END
         WHERE id = $1",
        id,
        error,
        next_try
    )?;
    Ok(())
}

/// They accepted: from now on their catalogue is read back.
pub async fn accepted(tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE following SET state = 'accepted', answered_at = $2, next_try = 0,
             backfill = CASE WHEN backfill = 'none' THEN 'running' ELSE backfill END
         WHERE id = $1",
        id,
        now
    )?;
    Ok(())
}

pub async fn set_state(tx: &mut Tx, id: &str, state: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "UPDATE following SET state = $2, answered_at = $3 WHERE id = $1",
        id,
        state,
        now
    )?;
    Ok(())
}

/// One more page was read; `next` is `None` at the end of the catalogue.
pub async fn backfilled(
    tx: &mut Tx,
    id: &str,
    next: Option<&str>,
    seen: i64,
    total: Option<i64>,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE following SET backfill_page = $2, backfill_seen = backfill_seen + $3,
             backfill_total = COALESCE($4, backfill_total), backfill_at = $5, error = '',
             attempts = 0, next_try = 0,
             backfill = CASE WHEN $2 IS NULL THEN 'done' ELSE 'running' END,
             lease_until = CASE WHEN $2 IS NULL THEN 0 ELSE lease_until END
         WHERE id = $1",
        id,
        next,
        seen,
        total,
        now
    )?;
    Ok(())
}

/// Reads the whole catalogue again, from its first page.
pub async fn restart_backfill(tx: &mut Tx, id: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE following SET backfill = 'running', backfill_page = NULL, backfill_seen = 0,
             next_try = 0, attempts = 0, lease_until = 0 WHERE id = $1 AND state = 'accepted'",
        id
    )?;
    Ok(())
}
