//! What another server told of its followers here is compared with what is held here, and where
//! they differ its own list decides what is asked anew and what is taken back.

use super::{Partial, digest};
use crate::{
    app::{follow as app_follow, new_id},
    domain::event::Event,
    federation::{
        activity, backfill,
        context::Federation,
        follow,
        object::{id_of, same_origin},
        proof,
        resolve::ResolveError,
        signature::Signature,
    },
    store::{
        StoreError, Tx,
        activities::{Audience, NewActivity, Target},
        actors, events, follower_sync,
        follower_sync::Told,
        follows,
        remote_actors::RemoteActor,
    },
};
use axum::http::HeaderMap;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tokio_util::task::TaskTracker;

const LEASE_MS: i64 = 60_000;
/// One actor's followers are looked at no more often than this: a server that never agrees with us
/// costs four requests a day.
const PAUSE_MS: i64 = 6 * 3_600_000;
/// Then it is left until it is told again.
const TRIES: i64 = 5;
/// A list that goes on longer than this is not believed to be of our actors.
const MAX_PAGES: usize = 20;
const MAX_ITEMS: usize = 10_000;

/// Reads what came with a delivery that `sender` signed; when it is not what is held here, the list
/// will be looked at. Only what the signature covers counts, and only about the sender itself.
/// A failure is written to the log: it is no reason to refuse what was delivered.
pub async fn heard(
    federation: &Federation,
    signature: &Signature,
    headers: &HeaderMap,
    sender: &str,
) {
    if !signature.covers_header(&super::HEADER) {
        return;
    }
    let Some(partial) = Partial::of(headers) else { return };
    if !same_origin(&partial.collection, sender) || !same_origin(&partial.url, sender) {
        return;
    }
    if let Err(error) = keep(federation, partial, sender).await {
        tracing::error!(%error, sender, "what was told of followers could not be written down");
    }
}

async fn keep(federation: &Federation, partial: Partial, sender: &str) -> Result<(), StoreError> {
    let mut tx = federation.state.db.read().await?;
    let ours = follower_sync::followed_by_ours(&mut tx, sender).await?;
    drop(tx);
    if digest(ours.iter().map(String::as_str)) == partial.digest {
        return Ok(());
    }
    let Partial { collection, url, digest } = partial;
    let told = Told { actor: sender.to_owned(), collection, url, digest, attempts: 0 };
    let mut tx = federation.state.db.begin().await?;
    follower_sync::tell(&mut tx, &told, PAUSE_MS, federation.now()).await?;
    tx.commit().await?;
    federation.state.wake.follows.notify_one();
    Ok(())
}

/// Looks at what is due, each by its own task. Returns how many that are.
///
/// # Errors
/// When the database does not answer.
pub async fn check_due(federation: &Federation, tasks: &TaskTracker) -> Result<usize, StoreError> {
    let now = federation.now();
    let mut tx = federation.state.db.read().await?;
    if !follower_sync::is_due(&mut tx, now).await? {
        return Ok(0);
    }
    drop(tx);
    let mut tx = federation.state.db.begin().await?;
    let due = follower_sync::claim(&mut tx, now, LEASE_MS, 8).await?;
    tx.commit().await?;
    let count = due.len();
    for told in due {
        let federation = federation.clone();
        tasks.spawn(async move {
            if let Err(error) = check(&federation, &told).await {
                tracing::error!(%error, "a look at followers could not be written down");
            }
        });
    }
    Ok(count)
}

async fn check(federation: &Federation, told: &Told) -> Result<(), StoreError> {
    let looked = look(federation, told).await;
    let now = federation.now();
    let mut tx = federation.state.db.begin().await?;
    let outcome = match looked {
        Ok(Looked::Vain(why)) => why.to_owned(),
        Ok(Looked::Differs { theirs, actor }) => {
            mend(federation, &mut tx, &theirs, &actor, now).await?
        }
        Err(error) if error.is_temporary() && told.attempts + 1 < TRIES => {
            let next_try = now + (60_000 << told.attempts.min(8));
            follower_sync::postpone(&mut tx, &told.actor, &error.to_string(), next_try).await?;
            return tx.commit().await;
        }
        Err(error) => error.to_string(),
    };
    tracing::info!(actor = told.actor, outcome, "a list of followers was looked at");
    follower_sync::checked(&mut tx, &told.actor, &outcome, now).await?;
    tx.commit().await?;
    federation.state.wake.lanes.notify_one();
    federation.state.wake.events.notify_one();
    Ok(())
}

enum Looked {
    /// There is nothing to do, and why.
    Vain(&'static str),
    /// Our actors that they list, and who lists them.
    Differs { theirs: BTreeSet<String>, actor: Box<RemoteActor> },
}

/// Fetches the list from its server and makes sure that it is what was told, whole.
async fn look(federation: &Federation, told: &Told) -> Result<Looked, ResolveError> {
    let mut tx = federation.state.db.read().await?;
    let ours = follower_sync::followed_by_ours(&mut tx, &told.actor).await?;
    drop(tx);
    if digest(ours.iter().map(String::as_str)) == told.digest {
        return Ok(Looked::Vain("both agree by now"));
    }
    if federation.is_blocked(&told.actor).await? {
        return Ok(Looked::Vain("its host is blocked"));
    }
    let actor = federation.remote_actor(&told.actor).await?;
    let url = federation.client.url(&told.actor)?;
    let signer = federation.fetcher().await?;
    let signer = signer.at(federation.now());
    let document = federation.client.get_object(&url, Some(signer)).await?.value;
    if document.get("followers").and_then(id_of).as_deref() != Some(&told.collection) {
        return Ok(Looked::Vain("it told of another collection than its followers"));
    }
    let Some(theirs) = listed(federation, told).await? else {
        return Ok(Looked::Vain("its list has no end"));
    };
    // Not whole, not for us, or of another moment: what is true comes with the next delivery.
    if digest(theirs.iter().map(String::as_str)) != told.digest {
        return Ok(Looked::Vain("its list is not what it told"));
    }
    Ok(Looked::Differs { theirs, actor: Box::new(actor) })
}

/// Our actors in the list, page by page; `None` when it is longer than is read.
async fn listed(
    federation: &Federation,
    told: &Told,
) -> Result<Option<BTreeSet<String>>, ResolveError> {
    let mut found = BTreeSet::new();
    let mut page = get(federation, &told.url).await?;
    for _ in 0..MAX_PAGES {
        let items = page.get("orderedItems").or_else(|| page.get("items"));
        let items = items.map(|items| items.as_array().map_or(std::slice::from_ref(items), |i| i));
        let ids = items.unwrap_or_default().iter().filter_map(id_of);
        found.extend(ids.filter(|id| federation.state.urls.is_ours(id)));
        if found.len() > MAX_ITEMS {
            return Ok(None);
        }
        let next = page.get("first").or_else(|| page.get("next"));
        page = match next {
            None | Some(Value::Null) => return Ok(Some(found)),
            Some(inside @ Value::Object(_)) if inside.get("type").is_some() => inside.clone(),
            Some(link) => match id_of(link).filter(|id| same_origin(id, &told.actor)) {
                Some(next) => get(federation, &next).await?,
                None => return Ok(None),
            },
        };
    }
    Ok(None)
}

async fn get(federation: &Federation, url: &str) -> Result<Value, ResolveError> {
    backfill::get(federation, url).await.map_err(|stopped| match stopped {
        backfill::Stopped::Resolve(error) => error,
        backfill::Stopped::Store(error) => ResolveError::Store(error),
    })
}

/// What we want counts, and they learn of it: a follow that they lost is asked for again, one that
/// has ended here is taken back again. An acceptance that got lost is taken as given.
async fn mend(
    federation: &Federation,
    tx: &mut Tx,
    theirs: &BTreeSet<String>,
    actor: &RemoteActor,
    now: i64,
) -> Result<String, StoreError> {
    let ours: BTreeSet<_> =
        follower_sync::followed_by_ours(tx, &actor.uri).await?.into_iter().collect();
    let (mut asked, mut accepted, mut undone) = (0, 0, 0);
    for by in ours.difference(theirs) {
        let Some(following) = follows::asked(tx, by, &actor.uri).await? else { continue };
        follow::remind(federation, tx, &following, now).await?;
        asked += 1;
    }
    for by in theirs.difference(&ours) {
        let known = actors::by_uri(tx, by).await?.is_some_and(|known| !known.is_gone());
        if !known {
            continue;
        }
        let following = follows::following_of(tx, by, &actor.uri).await?;
        match following {
            Some(following) if following.state == "asked" => {
                app_follow::accepted(tx, by, &actor.uri, now).await.map_err(of_app)?;
                accepted += 1;
            }
            // It is about to be asked for.
            Some(following) if following.state == "wanted" => {}
            Some(following) if following.activity.is_some() => {
                events::append(tx, &Event::FollowEnded { id: following.id }, now).await?;
                undone += 1;
            }
            _ => {
                take_back(federation, tx, by, actor, now).await?;
                undone += 1;
            }
        }
    }
    Ok(format!("asked again for {asked}, accepted {accepted}, taken back {undone}"))
}

fn of_app(error: crate::app::Error) -> StoreError {
    match error {
        crate::app::Error::Store(error) => error,
        other => StoreError::Inconsistent {
            table: "following",
            column: "state",
            value: other.to_string(),
        },
    }
}

/// The end of a Follow that nobody here remembers: its id is not known, so it goes by who and whom.
async fn take_back(
    federation: &Federation,
    tx: &mut Tx,
    by: &str,
    actor: &RemoteActor,
    now: i64,
) -> Result<(), StoreError> {
    let urls = &federation.state.urls;
    let follow = json!({
        "id": urls.activity(&new_id(now)), "type": "Follow", "actor": by, "object": actor.uri,
    });
    let id = urls.activity(&new_id(now));
    let new = NewActivity {
        body: activity::undo(&id, by, follow, &[&actor.uri]).to_string(),
        id,
        actor: by.to_owned(),
        kind: "Undo".into(),
        object: actor.uri.clone(),
        audience: Audience::Targets,
        listed: false,
        targets: vec![Target { inbox: actor.lane().to_owned(), host: actor.host.clone() }],
    };
    proof::append(federation, tx, &new, now).await.map(|_| ())
}
