//! Everything that hangs on another host: what a decision on it touches.

use super::{
    Result, Tx,
    follows::Following,
    sql::{execute, row, rows},
};

/// Every host from which something is here: cases, posts, actors, follows, lanes.
pub async fn known(tx: &mut Tx) -> Result<Vec<String>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT host FROM case_study WHERE NOT local UNION SELECT host FROM received
         UNION SELECT host FROM remote_actor UNION SELECT host FROM following
         UNION SELECT host FROM lane"
    )?;
    Ok(found.into_iter().map(|(host,)| host).collect())
}

/// How many of a host's cases are in each standing.
pub async fn cases_by_standing(tx: &mut Tx, host: &str) -> Result<Vec<(String, i64)>> {
    Ok(rows!(
        tx,
        "SELECT standing, count(*) FROM case_study WHERE host = $1 AND NOT local
         GROUP BY standing ORDER BY standing",
        host
    )?)
}

/// Posts of a host that are here beside its cases, comments among them.
pub async fn count_posts(tx: &mut Tx, host: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM received WHERE host = $1 AND case_num IS NULL
           AND state NOT IN ('gone', 'hidden')",
        host
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Who of a host follows us: our actor and theirs.
pub async fn followers(tx: &mut Tx, host: &str, limit: i64) -> Result<Vec<(String, String)>> {
    Ok(rows!(
        tx,
        "SELECT f.actor, f.uri FROM follower f JOIN remote_actor a ON a.uri = f.uri
         WHERE a.host = $1 ORDER BY f.uri, f.actor LIMIT $2",
        host,
        limit
    )?)
}

pub async fn count_followers(tx: &mut Tx, host: &str) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM follower f JOIN remote_actor a ON a.uri = f.uri WHERE a.host = $1",
        host
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Ends every follow of ours by somebody at `host`. Returns the ids of their Follows.
pub async fn remove_followers(tx: &mut Tx, host: &str) -> Result<Vec<String>> {
    let theirs = "uri IN (SELECT uri FROM remote_actor WHERE host = $1)";
    super::follows::keep_former(tx, theirs, &[host]).await?;
    let gone: Vec<(String,)> = rows!(
        tx,
        "DELETE FROM follower WHERE uri IN (SELECT uri FROM remote_actor WHERE host = $1)
         RETURNING follow_id",
        host
    )?;
    Ok(gone.into_iter().map(|(follow_id,)| follow_id).collect())
}

/// Whom we follow at `host`, or are about to.
pub async fn followings(tx: &mut Tx, host: &str) -> Result<Vec<Following>> {
    let found: Vec<Following> = rows!(
        tx,
        concat!(
            "SELECT ",
            super::follows::columns!(),
            " FROM following WHERE host = $1 AND state IN ('wanted', 'asked', 'accepted')
               ORDER BY id"
        ),
        host
    )?;
    Ok(found)
}

/// Whether one of our actors follows somebody at `host`.
pub async fn is_followed(tx: &mut Tx, host: &str) -> Result<bool> {
    Ok(!followings(tx, host).await?.is_empty())
}

/// What was received follows its case; posts beside cases are hidden or kept.
pub async fn show_received(tx: &mut Tx, host: &str, posts_hidden: bool) -> Result<()> {
    execute!(
        tx,
        "UPDATE received SET state = COALESCE((SELECT c.standing FROM case_study c
                                               WHERE c.num = received.case_num), state)
         WHERE host = $1 AND case_num IS NOT NULL AND state <> 'gone'",
        host
    )?;
    let (from, to) = if posts_hidden { ("kept", "hidden") } else { ("hidden", "kept") };
    execute!(
        tx,
        "UPDATE received SET state = $2 WHERE host = $1 AND case_num IS NULL AND state = $3",
        host,
        to,
        from
    )?;
    Ok(())
}
