//! Single values an instance remembers about itself.

use super::{
    Result, Tx,
    sql::{execute, row},
};

/// The origin (`scheme://host[:port]`) that ids were minted for.
pub const ORIGIN: &str = "origin";

pub async fn get(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = row!(tx, "SELECT value FROM setting WHERE name = $1", name)?;
    Ok(row.map(|(value,)| value))
}

pub async fn set(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO setting (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value
    )?;
    Ok(())
}

/// The same, unless there is a value already.
pub async fn set_once(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
        name,
        value
    )?;
    Ok(())
}

/// Whether anybody elsewhere may hold ids of ours: a remote follower, or an activity that left.
pub async fn ids_are_known_elsewhere(tx: &mut Tx) -> Result<bool> {
    let row: Option<(bool,)> = row!(
        tx,
        "SELECT EXISTS (SELECT 1 FROM follower) OR EXISTS (SELECT 1 FROM lane WHERE sent > 0)
             OR EXISTS (SELECT 1 FROM following WHERE state <> 'wanted')"
    )?;
    Ok(row.is_some_and(|(known,)| known))
}

/// Rewrites every id of ours from one origin to another. Only before anybody elsewhere knows
/// them (see [`ids_are_known_elsewhere`]).
pub async fn move_origin(tx: &mut Tx, old: &str, new: &str) -> Result<()> {
    let (old, new) = (format!("{old}/"), format!("{new}/"));
    execute!(tx, "UPDATE actor SET uri = replace(uri, $1, $2)", &old, &new)?;
    execute!(
        tx,
        "UPDATE actor_key SET id = replace(id, $1, $2), actor = replace(actor, $1, $2)",
        &old,
        &new
    )?;
    execute!(
        tx,
        "UPDATE case_study SET uri = replace(uri, $1, $2), actor = replace(actor, $1, $2),
             host = $3, origin_url = replace(origin_url, $1, $2) WHERE local",
        &old,
        &new,
        new.split("//").nth(1).unwrap_or("").trim_end_matches('/')
    )?;
    execute!(
        tx,
        "UPDATE activity SET id = replace(id, $1, $2), actor = replace(actor, $1, $2),
             object = replace(object, $1, $2), body = replace(body, $1, $2)",
        &old,
        &new
    )?;
    execute!(
        tx,
        "UPDATE reaction SET id = replace(id, $1, $2), actor = replace(actor, $1, $2),
             object = replace(object, $1, $2) WHERE local",
        &old,
        &new
    )?;
    execute!(tx, "UPDATE event SET subject = replace(subject, $1, $2)", &old, &new)?;
    execute!(tx, "UPDATE alert_case SET uri = replace(uri, $1, $2)", &old, &new)?;
    execute!(tx, "UPDATE tombstone SET uri = replace(uri, $1, $2)", &old, &new)?;
    execute!(tx, "UPDATE following SET actor = replace(actor, $1, $2)", &old, &new)?;
    Ok(())
}
