//! The keys of our actors: which there are, and putting new ones in their place.

use super::{
    Error, Result,
    access::{Who, record},
};
use crate::{
    domain::event::Event,
    store::{
        Db, Tx,
        actor_keys::{self, ActorKey, KeyKind},
        actors::{self, LocalActor},
        events,
    },
    urls,
};

const DAY_MS: i64 = 86_400_000;
/// Actors that are looked at in one go.
const BATCH: i64 = 200;

/// The living actor with this handle, with or without `@` and host.
///
/// # Errors
/// `NotFound`.
pub async fn actor_of(tx: &mut Tx, handle: &str) -> Result<LocalActor> {
    let name = handle.trim_start_matches('@');
    let name = name.split('@').next().unwrap_or(name);
    let found = actors::by_handle(tx, name).await?.filter(|actor| !actor.is_gone());
    found.ok_or_else(|| Error::NotFound(format!("actor @{name} on this instance")))
}

/// Every key of an actor that it lists at `now` (epoch ms), its newest first. An actor that nobody
/// has looked up yet has none.
pub async fn listed(tx: &mut Tx, actor: &LocalActor, now: i64) -> Result<Vec<ActorKey>> {
    let mut keys = actor_keys::of(tx, &actor.uri).await?;
    if !actor.private_key.is_empty() {
        let rsa = rsa_in_use(actor, &keys);
        keys.push(rsa);
    }
    keys.retain(|key| key.until.is_none_or(|until| until > now));
    keys.sort_by_key(|key| (key.retired_at.is_some(), std::cmp::Reverse(key.created_at)));
    Ok(keys)
}

/// The RSA key that stands with the actor itself, as one among its other `keys`.
fn rsa_in_use(actor: &LocalActor, keys: &[ActorKey]) -> ActorKey {
    let former: Vec<_> = keys.iter().filter(|key| key.kind == KeyKind::Rsa).collect();
    let since = former.iter().filter_map(|key| key.retired_at).max();
    ActorKey {
        id: urls::rsa_key_id(&actor.uri, former.len() + 1),
        actor: actor.uri.clone(),
        kind: KeyKind::Rsa,
        private_key: String::new(),
        public_key: actor.public_key.clone(),
        created_at: since.unwrap_or(actor.created_at),
        retired_at: None,
        until: None,
    }
}

/// The actor signs and proves with new keys from now on. The former ones sign nothing more; the
/// actor goes on listing them for `overlap_days`, for those who hold what they signed, and its
/// followers are told. Returns until when (epoch ms).
///
/// # Errors
/// `NotFound`; `Conflict` when it has no keys yet, or its new ones are being made.
pub async fn rotate(
    db: &Db,
    who: &Who,
    handle: &str,
    overlap_days: u32,
    now: i64,
) -> Result<(LocalActor, i64)> {
    let until = now + i64::from(overlap_days) * DAY_MS;
    let mut tx = db.begin().await?;
    let actor = actor_of(&mut tx, handle).await?;
    if !actors::forget_key(&mut tx, &actor.id, now).await? {
        return Err(Error::Conflict(format!(
            "@{} has no keys that could be replaced: they are made when it is next looked up",
            actor.handle
        )));
    }
    let keys = actor_keys::of(&mut tx, &actor.uri).await?;
    let rsa = rsa_in_use(&actor, &keys);
    actor_keys::retire(&mut tx, &actor.uri, now, until).await?;
    let retired = ActorKey { retired_at: Some(now), until: Some(until), ..rsa };
    actor_keys::insert(&mut tx, &retired).await?;
    events::append(&mut tx, &Event::ActorChanged { id: actor.uri.clone() }, now).await?;
    record(&mut tx, who, "keys.rotated", &actor.uri, "", now).await?;
    tx.commit().await?;
    Ok((actor, until))
}

/// All living actors that have keys, oldest first.
pub async fn with_keys(tx: &mut Tx) -> Result<Vec<LocalActor>> {
    let (mut found, mut after) = (Vec::new(), String::new());
    loop {
        let batch = actors::page(tx, None, &after, BATCH).await?;
        let Some(last) = batch.last() else { return Ok(found) };
        after = last.id.clone();
        found.extend(batch.into_iter().filter(|actor| !actor.public_key.is_empty()));
    }
}
