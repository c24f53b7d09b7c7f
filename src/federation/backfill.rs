//! After an Accept the other side's catalogue is read back through its outbox: page by page,
//! politely, resumable, with original dates and without alerts.

use super::{
    article::incoming::{self, Incoming},
    context::Federation,
    follow::stumble,
    object::{id_of, same_origin},
    resolve::ResolveError,
};
use crate::{
    app::{self, receive},
    store::{
        StoreError,
        follows::{self, Following},
        remote_actors,
    },
};
use serde_json::Value;
use std::{collections::HashSet, time::Duration};

const LEASE_MS: i64 = 60_000;
/// An outbox that goes on longer than this is not read to its end: 10,000 pages of 50.
const MAX_PAGES: usize = 10_000;
/// After so many pages in a row without an item nothing more is expected.
const MAX_EMPTY: usize = 50;
/// Items of one page that are looked at.
const MAX_ITEMS: usize = 1_000;

/// Why reading back stopped for now.
#[derive(Debug, thiserror::Error)]
pub(super) enum Stopped {
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<super::fetch::FetchError> for Stopped {
    fn from(error: super::fetch::FetchError) -> Self {
        Stopped::Resolve(error.into())
    }
}

impl From<app::Error> for Stopped {
    fn from(error: app::Error) -> Self {
        match error {
            app::Error::Store(error) => Stopped::Store(error),
            other => Stopped::Resolve(ResolveError::NotFound(other.to_string())),
        }
    }
}

/// Reads back the catalogues that are due, each by its own task. Returns how many.
pub async fn read_due(
    federation: &Federation,
    tasks: &tokio_util::task::TaskTracker,
    stop: &tokio_util::sync::CancellationToken,
) -> Result<usize, StoreError> {
    let mut tx = federation.state.db.read().await?;
    if !follows::is_due(&mut tx, federation.now()).await? {
        return Ok(0);
    }
    drop(tx);
    let mut tx = federation.state.db.begin().await?;
    let due = follows::claim_backfill(&mut tx, federation.now(), LEASE_MS, 16).await?;
    tx.commit().await?;
    let count = due.len();
    for following in due {
        let (federation, stop) = (federation.clone(), stop.clone());
        tasks.spawn(async move {
            if let Err(error) = read_back(&federation, &following, &stop).await {
                let written = match &error {
                    Stopped::Resolve(error) => stumble(&federation, &following, error).await,
                    Stopped::Store(error) => {
                        tracing::error!(%error, "a catalogue could not be written down");
                        Ok(())
                    }
                };
                if let Err(error) = written {
                    tracing::error!(%error, "the state of a catalogue could not be written down");
                }
            }
        });
    }
    Ok(count)
}

async fn read_back(
    federation: &Federation,
    following: &Following,
    stop: &tokio_util::sync::CancellationToken,
) -> Result<(), Stopped> {
    let Some(target) = following.target.as_deref() else { return Ok(()) };
    let actor = federation.remote_actor(target).await?;
    let Some(outbox) = actor.outbox else {
        return Ok(step(federation, following, None, 0, None).await?);
    };
    let mut next = match &following.backfill_page {
        Some(page) => Some(page.clone()),
        None => first_page(federation, following, &outbox).await?,
    };
    // The outbox may fit into the collection itself, without pages.
    let (mut read, mut empty) = (HashSet::new(), 0);
    for _ in 0..MAX_PAGES {
        // A page that leads back, or on and on to nothing, is the end.
        let Some(page) = next.take().filter(|page| empty < MAX_EMPTY && read.insert(page.clone()))
        else {
            step(federation, following, None, 0, None).await?;
            break;
        };
        if stop.is_cancelled() {
            return Ok(hand_back(federation, following).await?);
        }
        if !same_origin(&page, target) {
            return Err(ResolveError::NotFound(format!("page {page} of another server")).into());
        }
        let value = get(federation, &page).await?;
        let seen = take_in(federation, following, target, items(&value)).await?;
        empty = if seen == 0 { empty + 1 } else { 0 };
        let after = value.get("next").and_then(id_of).filter(|after| *after != page);
        let total = value.get("totalItems").and_then(Value::as_i64);
        step(federation, following, after.as_deref(), seen, total).await?;
        next = after;
        tokio::select! {
            () = stop.cancelled() => {}
            () = polite_pause(federation) => {}
        }
    }
    tracing::info!(actor = target, "a catalogue was read back");
    Ok(())
}

/// Another process, or this one after its next start, goes on at once.
async fn hand_back(federation: &Federation, following: &Following) -> Result<(), StoreError> {
    let mut tx = federation.state.db.begin().await?;
    follows::renew(&mut tx, &following.id, 0).await?;
    tx.commit().await
}

async fn step(
    federation: &Federation,
    following: &Following,
    next: Option<&str>,
    seen: i64,
    total: Option<i64>,
) -> Result<(), StoreError> {
    let now = federation.now();
    let mut tx = federation.state.db.begin().await?;
    follows::backfilled(&mut tx, &following.id, next, seen, total, now).await?;
    if next.is_some() {
        follows::renew(&mut tx, &following.id, now + LEASE_MS).await?;
    }
    tx.commit().await
}

async fn first_page(
    federation: &Federation,
    following: &Following,
    outbox: &str,
) -> Result<Option<String>, Stopped> {
    let value = get(federation, outbox).await?;
    let total = value.get("totalItems").and_then(Value::as_i64);
    let first = value.get("first");
    if let Some(first) = first.and_then(id_of).filter(|_| !first.is_some_and(Value::is_object)) {
        step(federation, following, Some(&first), 0, total).await?;
        return Ok(Some(first));
    }
    // A page inside the collection, or items without pages (small or old servers).
    let inside = first.unwrap_or(&value);
    let target = following.target.as_deref().unwrap_or_default();
    let seen = take_in(federation, following, target, items(inside)).await?;
    let next = inside.get("next").and_then(id_of);
    step(federation, following, next.as_deref(), seen, total).await?;
    Ok(next)
}

/// Collections are not asked to stand at their id: pages of some servers name none.
pub(super) async fn get(federation: &Federation, url: &str) -> Result<Value, Stopped> {
    let url = federation.client.url(url)?;
    let signer = federation.fetcher().await?;
    let fetched = federation.client.get_ap(&url, Some(signer.at(federation.now()))).await?;
    let limits = &federation.state.config.limits;
    let shaped = super::json::check_shape(&fetched.body, limits.inbox_json_depth);
    let value = shaped.ok().and_then(|()| serde_json::from_slice(&fetched.body).ok());
    value.ok_or_else(|| ResolveError::NotFound(format!("readable collection at {url}")).into())
}

fn items(page: &Value) -> &[Value] {
    let listed = page.get("orderedItems").or_else(|| page.get("items"));
    match listed {
        Some(Value::Array(items)) => &items[..items.len().min(MAX_ITEMS)],
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}

/// Takes in what the page lists; one odd item does not spoil the others.
async fn take_in(
    federation: &Federation,
    following: &Following,
    author: &str,
    items: &[Value],
) -> Result<i64, Stopped> {
    let mut foreign = Vec::new();
    for item in items {
        match read_item(federation, author, item).await {
            Ok(Some(read)) => foreign.push(read),
            Ok(None) => {}
            // A server that stumbles is asked again later, from this page on.
            Err(Stopped::Resolve(error)) if !error.is_temporary() => {
                tracing::debug!(%error, following = following.id, "an item is left out");
            }
            Err(error) => return Err(error),
        }
    }
    let now = federation.now();
    let mut tx = federation.state.db.begin().await?;
    for (read, shared_by) in foreign {
        match read {
            Read::Gone(uri) => {
                receive::gone(&mut tx, &uri, author, now).await?;
            }
            Read::Object(Incoming::Case(case)) => {
                let since = following.answered_at.unwrap_or(now);
                let by = shared_by.as_deref();
                receive::case_read_back(&mut tx, *case, by, since, now).await?;
            }
            Read::Object(Incoming::Post(post)) => {
                let moderation = federation.state.config.comments.moderation;
                super::conversation::keep(&mut tx, *post, moderation, now).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(i64::try_from(items.len()).unwrap_or(i64::MAX))
}

enum Read {
    Object(Incoming),
    Gone(String),
}

type Item = Option<(Read, Option<String>)>;

/// An activity of the outbox, or a bare object. What stands inside is believed when it is of the
/// outbox's own server and author; anything else is fetched from its origin.
async fn read_item(federation: &Federation, author: &str, item: &Value) -> Result<Item, Stopped> {
    let kind = item.get("type").and_then(Value::as_str).unwrap_or_default();
    let by = item.get("actor").and_then(id_of);
    if by.is_some_and(|by| by != author) {
        return Ok(None);
    }
    let object = match kind {
        "Create" | "Update" | "Announce" | "Delete" => item.get("object").unwrap_or(&Value::Null),
        "Follow" | "Accept" | "Reject" | "Like" | "Undo" | "Block" | "Flag" | "Add" | "Remove" => {
            return Ok(None);
        }
        _ => item,
    };
    let Some(uri) = id_of(object) else { return Ok(None) };
    if federation.state.urls.is_ours(&uri) {
        return Ok(None);
    }
    if kind == "Delete" {
        return Ok(same_origin(&uri, author).then_some((Read::Gone(uri), None)));
    }
    if federation.is_blocked(&uri).await? {
        return Ok(None);
    }
    let own = object.is_object() && same_origin(&uri, author) && kind != "Announce";
    let fetched;
    let object = if own {
        object
    } else {
        let url = federation.client.url(&uri)?;
        let signer = federation.fetcher().await?;
        let signer = signer.at(federation.now());
        fetched = federation.client.get_object(&url, Some(signer)).await?.value;
        &fetched
    };
    let Ok(read) = incoming::read(object, &object.to_string(), federation.now()) else {
        return Ok(None);
    };
    let by = match &read {
        Incoming::Case(case) => case.actor.clone(),
        Incoming::Post(post) => post.actor.clone(),
    };
    if kind != "Announce" && by != author {
        return Ok(None);
    }
    if by != author {
        // Its page names its publisher; who that is must be known.
        let mut tx = federation.state.db.read().await?;
        let known = remote_actors::find(&mut tx, &by).await?.is_some();
        drop(tx);
        if !known {
            federation.remote_actor(&by).await?;
        }
    }
    let shared_by = (by != author).then(|| author.to_owned());
    Ok(Some((Read::Object(read), shared_by)))
}

/// Bounded rate per host.
pub(super) async fn polite_pause(federation: &Federation) {
    let per_minute = federation.state.config.federation.backfill_pages_per_minute.max(1);
    tokio::time::sleep(Duration::from_millis(60_000 / u64::from(per_minute))).await;
}
