//! Catalogues of followed networks are compared with what is held here, and what was missed is
//! healed: after an outage, a lost activity or a restored backup two instances agree again.

use super::{
    article::incoming::{self, Incoming},
    backfill,
    catalogue::fingerprint,
    context::Federation,
    follow,
    object::{id_of, same_origin},
    proof::ProofError,
    resolve::ResolveError,
};
use crate::{
    app::{self, receive},
    store::{
        StoreError,
        catalogue::{self, Comparison},
        follows,
    },
};
use serde_json::Value;
use std::collections::HashMap;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// One comparison may take so long before another node takes it over.
const LEASE_MS: i64 = 15 * 60_000;
/// Pages of a catalogue that are read: a million cases.
const MAX_PAGES: usize = 1_000;
/// Entries of one page that are looked at.
const MAX_ITEMS: usize = 2_000;
/// With more differences than this the whole catalogue is read back again, which costs both sides
/// less than one request for each.
const MAX_SINGLE: usize = 300;
/// Copies that are looked at in one go.
const BATCH: i64 = 200;
/// Until a server without a catalogue is asked again.
const UNSUPPORTED_PAUSE_MS: i64 = 7 * 86_400_000;
/// Until a comparison that failed is tried again.
const FAILED_PAUSE_MS: i64 = 10 * 60_000;
/// Why a comparison stopped.
#[derive(Debug, thiserror::Error)]
enum Stopped {
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("this process ends")]
    Ending,
}

impl From<super::fetch::FetchError> for Stopped {
    fn from(error: super::fetch::FetchError) -> Self {
        Stopped::Resolve(error.into())
    }
}

/// Starts the comparison that is due, if there is one. Returns whether there was.
pub async fn compare_due(
    federation: &Federation,
    tasks: &TaskTracker,
    stop: &CancellationToken,
) -> Result<usize, StoreError> {
    let minutes = i64::from(federation.state.config.federation.compare_minutes);
    let now = federation.now();
    let mut tx = federation.state.db.read().await?;
    if !catalogue::is_due(&mut tx, minutes > 0, now).await? {
        return Ok(0);
    }
    drop(tx);
    let mut tx = federation.state.db.begin().await?;
    if minutes > 0 {
        catalogue::begin(&mut tx, minutes * 60_000, now).await?;
    }
    let due = catalogue::claim(&mut tx, now, LEASE_MS).await?;
    tx.commit().await?;
    let Some(due) = due else { return Ok(0) };
    let (federation, stop) = (federation.clone(), stop.clone());
    tasks.spawn(async move {
        if let Err(error) = settle(&federation, due, &stop).await {
            tracing::error!(%error, "a comparison could not be written down");
        }
    });
    Ok(1)
}

/// Compares and writes down how it went.
async fn settle(
    federation: &Federation,
    due: Comparison,
    stop: &CancellationToken,
) -> Result<(), StoreError> {
    let minutes = i64::from(federation.state.config.federation.compare_minutes).max(1);
    let outcome = compare(federation, &due, stop).await;
    let now = federation.now();
    let next_at = now + minutes * 60_000;
    let base = Comparison { compared_at: Some(now), error: String::new(), next_at, ..due.clone() };
    let outcome = match outcome {
        Ok(Some(seen)) => {
            let healed = seen.healed > 0;
            Comparison {
                state: if healed || seen.reads_again { "healed" } else { "equal" }.into(),
                theirs: seen.theirs,
                missing: seen.missing,
                changed: seen.changed,
                gone: seen.gone,
                unhealed: seen.unhealed,
                healed_at: (healed || seen.reads_again).then_some(now),
                next_at: if seen.reads_again { now + FAILED_PAUSE_MS } else { next_at },
                ..base
            }
        }
        Ok(None) => {
            Comparison { state: "unsupported".into(), next_at: now + UNSUPPORTED_PAUSE_MS, ..base }
        }
        Err(Stopped::Store(error)) => return Err(error),
        // The next start goes on with it.
        Err(Stopped::Ending) => Comparison { next_at: 0, ..due },
        Err(Stopped::Resolve(error)) => {
            tracing::warn!(host = due.host, %error, "a catalogue could not be compared");
            Comparison {
                state: "failed".into(),
                error: error.to_string(),
                next_at: now + FAILED_PAUSE_MS,
                ..base
            }
        }
    };
    let mut tx = federation.state.db.begin().await?;
    catalogue::compared(&mut tx, &outcome).await?;
    tx.commit().await
}

/// What a comparison found.
#[derive(Default)]
struct Seen {
    theirs: i64,
    missing: i64,
    changed: i64,
    gone: i64,
    healed: i64,
    unhealed: i64,
    reads_again: bool,
}

/// None when that server has no catalogue.
async fn compare(
    federation: &Federation,
    due: &Comparison,
    stop: &CancellationToken,
) -> Result<Option<Seen>, Stopped> {
    let target = due.target.as_str();
    let info = federation.node_info(&due.host).await?;
    let offered = info.catalogue.filter(|uri| same_origin(uri, target));
    let Some(address) = offered.filter(|_| info.network_actor.as_deref() == Some(target)) else {
        return Ok(None);
    };
    let mut held = held(federation, target).await?;
    let mut seen = Seen::default();
    let (mut missing, mut changed) = (Vec::new(), Vec::new());
    let whole = backfill::get(federation, &address).await.map_err(stopped)?;
    let mut next = whole.get("first").and_then(id_of);
    for _ in 0..MAX_PAGES {
        let Some(page) = next.take() else { break };
        if stop.is_cancelled() {
            return Err(Stopped::Ending);
        }
        if !same_origin(&page, target) {
            return Err(ResolveError::NotFound(format!("page {page} of another server")).into());
        }
        let value = backfill::get(federation, &page).await.map_err(stopped)?;
        if value.get("proof").is_some() {
            federation.proven(&value, target).await.map_err(|error| match error {
                ProofError::Key(error) => Stopped::Resolve(error),
                _ => ResolveError::NotFound(format!("page {page} with a valid proof")).into(),
            })?;
        }
        let items = value.get("orderedItems").and_then(Value::as_array);
        for entry in items.into_iter().flatten().take(MAX_ITEMS) {
            let Some(uri) = id_of(entry).filter(|uri| same_origin(uri, target)) else { continue };
            let theirs = entry.get("fingerprint").and_then(Value::as_str).unwrap_or_default();
            seen.theirs += 1;
            match held.remove(&uri) {
                None => missing.push(uri),
                Some(ours) if ours != theirs => changed.push(uri),
                Some(_) => {}
            }
        }
        next = value.get("next").and_then(id_of).filter(|after| *after != page);
        if next.is_some() {
            backfill::polite_pause(federation).await;
        }
    }
    if next.is_some() {
        // Longer than we read: what was not seen is not gone.
        held.clear();
    }
    (seen.missing, seen.changed, seen.gone) =
        (missing.len() as i64, changed.len() as i64, held.len() as i64);
    if missing.len() + changed.len() > MAX_SINGLE {
        read_again(federation, target).await?;
        seen.reads_again = true;
        missing.clear();
        changed.clear();
    }
    for uri in missing.iter().chain(&changed).chain(held.keys()) {
        if stop.is_cancelled() {
            return Err(Stopped::Ending);
        }
        match heal(federation, target, uri).await {
            Ok(true) => seen.healed += 1,
            // Kept out by a rule of ours, or changed meanwhile.
            Ok(false) => seen.unhealed += 1,
            Err(Stopped::Resolve(error)) => {
                tracing::info!(object = uri, %error, "a difference could not be healed");
                seen.unhealed += 1;
            }
            Err(other) => return Err(other),
        }
        backfill::polite_pause(federation).await;
    }
    if seen.healed > 0 || seen.reads_again {
        remind(federation, target).await?;
        tracing::info!(
            host = due.host,
            missing = seen.missing,
            changed = seen.changed,
            gone = seen.gone,
            "a catalogue differed and was healed"
        );
    }
    Ok(Some(seen))
}

fn stopped(error: backfill::Stopped) -> Stopped {
    match error {
        backfill::Stopped::Resolve(error) => Stopped::Resolve(error),
        backfill::Stopped::Store(error) => Stopped::Store(error),
    }
}

/// What we hold of an actor: the fingerprint of each object as it came.
async fn held(federation: &Federation, actor: &str) -> Result<HashMap<String, String>, StoreError> {
    let (mut held, mut after) = (HashMap::new(), String::new());
    loop {
        let mut tx = federation.state.db.read().await?;
        let batch = catalogue::held(&mut tx, actor, &after, BATCH).await?;
        drop(tx);
        let Some((last, _)) = batch.last() else { return Ok(held) };
        after = last.clone();
        for (uri, document) in batch {
            let value: Value = serde_json::from_str(&document).unwrap_or_default();
            held.insert(uri, fingerprint(&value));
        }
        tokio::task::yield_now().await;
    }
}

/// Asks the origin what is so, and does that. Returns whether something changed here.
async fn heal(federation: &Federation, actor: &str, uri: &str) -> Result<bool, Stopped> {
    let url = federation.client.url(uri)?;
    let signer = federation.fetcher().await?;
    let signer = signer.at(federation.now());
    let found = federation.client.get_object(&url, Some(signer)).await;
    let now = federation.now();
    let value = match found {
        Ok(found) => found.value,
        Err(super::fetch::FetchError::Status { status: status @ (404 | 410), .. }) => {
            let mut tx = federation.state.db.begin().await?;
            let effect = match status {
                410 => receive::gone(&mut tx, uri, actor, now).await,
                // Not deleted, but unknown there: its server went back to an older state. What it
                // publishes under this id again is welcome.
                _ => receive::vanished(&mut tx, uri, actor, now).await,
            };
            let effect = effect.map_err(of_app)?;
            tx.commit().await?;
            federation.state.wake.events.notify_one();
            return Ok(effect == receive::Effect::Done);
        }
        Err(error) => return Err(error.into()),
    };
    let read = incoming::read(&value, &value.to_string(), now)
        .map_err(|why| ResolveError::NotFound(why.to_string()))?;
    let mut tx = federation.state.db.begin().await?;
    let effect = match read {
        Incoming::Case(case) if case.actor == actor && case.uri == uri => {
            receive::case_as_it_is(&mut tx, *case, now).await
        }
        Incoming::Post(post) if post.actor == actor && post.uri == uri => {
            receive::post(&mut tx, *post, now).await
        }
        _ => return Err(ResolveError::NotFound(format!("{uri} by its author")).into()),
    };
    let effect = effect.map_err(of_app)?;
    tx.commit().await?;
    federation.state.wake.events.notify_one();
    Ok(effect == receive::Effect::Done)
}

fn of_app(error: app::Error) -> Stopped {
    match error {
        app::Error::Store(error) => Stopped::Store(error),
        other => Stopped::Resolve(ResolveError::NotFound(other.to_string())),
    }
}

async fn read_again(federation: &Federation, target: &str) -> Result<(), StoreError> {
    let mut tx = federation.state.db.begin().await?;
    for following in follows::all_following(&mut tx, 10_000).await? {
        if following.target.as_deref() == Some(target) && following.state == "accepted" {
            follows::restart_backfill(&mut tx, &following.id).await?;
        }
    }
    tx.commit().await?;
    federation.state.wake.follows.notify_one();
    Ok(())
}

/// Something was missed: perhaps they no longer know that we follow. A Follow that is known is
/// answered again and changes nothing.
async fn remind(federation: &Federation, target: &str) -> Result<(), StoreError> {
    let now = federation.now();
    let mut tx = federation.state.db.begin().await?;
    for following in follows::all_following(&mut tx, 10_000).await? {
        if following.target.as_deref() != Some(target) || following.state != "accepted" {
            continue;
        }
        follow::remind(federation, &mut tx, &following, now).await?;
    }
    tx.commit().await?;
    federation.state.wake.lanes.notify_one();
    Ok(())
}
