//! What was written down at the gate takes effect: each arrival in the transaction that also ends
//! it, done only after success, tried again after a passing failure.

mod forwarded;
pub mod gate;
mod posts;
mod social;
mod together;
pub mod workers;
pub mod writer;

use super::{
    application,
    article::incoming::{self, Incoming},
    context::Federation,
    fetch::FetchError,
    object::{id_of, same_origin},
    resolve::ResolveError,
};
use crate::{
    app::{
        self, applications, follow,
        receive::{self, Effect},
    },
    config::AcceptFollows,
    store::{
        StoreError, Tx, follows, inbox as arrivals,
        inbox::Item,
        messages, people,
        reactions::{self, Reaction},
        relays, undone,
    },
};
use serde_json::Value;
use together::Turn;

/// After so many tries an arrival is kept as failed, with the reason.
const TRIES: i64 = 12;

/// Why an arrival had no effect this time.
#[derive(Debug, thiserror::Error)]
enum Stumble {
    #[error(transparent)]
    App(#[from] app::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    #[error("{0}")]
    Unreadable(String),
    #[error("it shared a transaction that failed")]
    Apart,
}

impl Stumble {
    fn is_temporary(&self) -> bool {
        match self {
            Stumble::App(app::Error::Store(error)) | Stumble::Store(error) => error.is_temporary(),
            Stumble::App(_) | Stumble::Unreadable(_) => false,
            Stumble::Resolve(error) => error.is_temporary(),
            Stumble::Apart => true,
        }
    }
}

impl Stumble {
    /// What was asked for is not there, by its own server's word.
    fn is_absent(&self) -> bool {
        matches!(
            self,
            Stumble::Resolve(ResolveError::Fetch(FetchError::Status { status: 404 | 410, .. }))
        )
    }
}

impl From<FetchError> for Stumble {
    fn from(error: FetchError) -> Self {
        Stumble::Resolve(error.into())
    }
}

type Outcome = Result<Effect, Stumble>;

async fn one(federation: &Federation, item: &Item) -> Result<(), StoreError> {
    match take_effect(federation, item).await {
        Ok(effect) => {
            note(item, Some(&effect));
            Ok(())
        }
        Err(stumble) => {
            let now = federation.now();
            let again = stumble.is_temporary() && item.attempts + 1 < TRIES;
            // 10 s, 20 s, 40 s … at most six hours: about a day in all.
            let wait = (10_000i64 << item.attempts.min(12)).min(6 * 3_600_000);
            tracing::warn!(activity = %item.id, kind = %item.kind, error = %stumble, again, "an arrival had no effect");
            let mut tx = federation.state.db.begin().await?;
            let next = again.then_some(now + wait);
            arrivals::postpone(&mut tx, item.seq, &stumble.to_string(), next, now).await?;
            tx.commit().await
        }
    }
}

fn note(item: &Item, effect: Option<&Effect>) {
    metrics::counter!("kontor_inbox_processed").increment(1);
    if let Some(Effect::Ignored(why)) = effect {
        tracing::debug!(activity = %item.id, kind = %item.kind, why, "without effect");
    }
}

/// Reads, fetches what is needed, and then does everything in one transaction with marking the
/// arrival as done.
async fn take_effect(federation: &Federation, item: &Item) -> Outcome {
    let activity: Value = serde_json::from_str(&item.body)
        .map_err(|error| Stumble::Unreadable(format!("it cannot be read: {error}")))?;
    // The gate let it in before that was decided.
    if federation.is_blocked(&item.actor).await? {
        return ignore(federation, item, "its host was blocked meanwhile").await;
    }
    let effect = match item.kind.as_str() {
        "Create" | "Update" => object(federation, item, &activity).await,
        "Delete" => delete(federation, item, &activity).await,
        "Announce" => announce(federation, item, &activity).await,
        "Like" => reaction(federation, item, &activity).await,
        "Follow" => followed(federation, item, &activity).await,
        "Join" => applied(federation, item, &activity).await,
        "Accept" | "Reject" => answered(federation, item, &activity).await,
        "Undo" => undo(federation, item, &activity).await,
        "Block" => social::blocked(federation, item, &activity).await,
        "Flag" => social::flagged(federation, item, &activity).await,
        "Move" => social::moved(federation, item, &activity).await,
        "Add" | "Remove" => social::featured(federation, item, &activity).await,
        "QuoteRequest" => social::quote_asked(federation, item, &activity).await,
        other => {
            let why = format!("{} is not acted upon", crate::domain::text::shorten(other, 40));
            finish(federation, item, async |_, _| Ok(Effect::Ignored(why))).await
        }
    };
    // Work waits for jobs: an Accept to send, a catalogue to read back.
    if item.kind != "Like" {
        federation.state.wake.events.notify_one();
    }
    if !matches!(item.kind.as_str(), "Create" | "Update" | "Delete" | "Like") {
        federation.state.wake.follows.notify_one();
    }
    effect
}

/// Runs `work` and marks the arrival in one transaction.
async fn finish(
    federation: &Federation,
    item: &Item,
    work: impl AsyncFnOnce(&mut Tx, i64) -> Outcome,
) -> Outcome {
    let now = federation.now();
    federation.heard(&item.host, now).await?;
    let mut tx = Turn::begin(&federation.state.db).await?;
    let taken_back = undone::is_undone(&mut tx, &item.id, &item.actor).await?;
    let effect = match taken_back {
        true => Effect::Ignored("its sender took it back before".into()),
        false => work(&mut tx, now).await?,
    };
    let (state, note) = match &effect {
        Effect::Done => ("done", ""),
        Effect::Ignored(why) => ("ignored", why.as_str()),
    };
    if !arrivals::finish(&mut tx, item.seq, state, note, now).await? {
        // Another node was faster; its effect stands, ours is rolled back.
        return Ok(Effect::Ignored("done before".into()));
    }
    tx.end().await?;
    Ok(effect)
}

async fn ignore(federation: &Federation, item: &Item, why: &str) -> Outcome {
    let why = why.to_owned();
    finish(federation, item, async |_, _| Ok(Effect::Ignored(why))).await
}

/// Create, Update: the object inside is believed when it is the sender's own.
async fn object(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let Some(inside) = activity.get("object") else {
        return ignore(federation, item, "it has no object").await;
    };
    let Some(uri) = id_of(inside) else {
        return ignore(federation, item, "its object has no id").await;
    };
    if !same_origin(&uri, &item.actor) {
        return ignore(federation, item, "its object is on another server").await;
    }
    if uri == item.actor {
        // An actor describes itself anew: what it says is read from its own address.
        federation.fetch_actor(&item.actor).await?;
        return finish(federation, item, async |_, _| Ok(Effect::Done)).await;
    }
    let fetched;
    let object = if inside.is_object() {
        inside
    } else {
        fetched = fetch(federation, &uri).await?;
        &fetched
    };
    match incoming::read(object, &object.to_string(), federation.now()) {
        Ok(Incoming::Case(case)) if case.actor == item.actor => {
            federation.remote_actor(&item.actor).await?;
            finish(federation, item, async |tx, now| Ok(receive::case(tx, *case, None, now).await?))
                .await
        }
        Ok(Incoming::Post(post)) if post.actor == item.actor => {
            posts::arrived(federation, item, Some(activity), object, *post).await
        }
        Ok(_) => ignore(federation, item, "its object is by another author").await,
        Err(why) => ignore(federation, item, &why.to_string()).await,
    }
}

async fn fetch(federation: &Federation, uri: &str) -> Result<Value, Stumble> {
    let url = federation.client.url(uri)?;
    let signer = federation.fetcher().await?;
    Ok(federation.client.get_object(&url, Some(signer.at(federation.now()))).await?.value)
}

async fn delete(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let Some(uri) = activity.get("object").and_then(id_of) else {
        return ignore(federation, item, "it has no object").await;
    };
    if uri == item.actor {
        if let Ok(Some(actor)) = stored_actor(federation, &uri).await {
            federation.forget_key(&actor);
        }
        return finish(federation, item, async |tx, now| {
            Ok(receive::actor_gone(tx, &uri, now).await?)
        })
        .await;
    }
    if !same_origin(&uri, &item.actor) {
        return ignore(federation, item, "the object is on another server").await;
    }
    finish(federation, item, async |tx, now| {
        messages::remove(tx, &uri, &item.actor).await?;
        Ok(receive::gone(tx, &uri, &item.actor, now).await?)
    })
    .await
}

/// The id of an actor's key as we hold it.
async fn stored_actor(federation: &Federation, uri: &str) -> Result<Option<String>, StoreError> {
    let mut tx = federation.state.db.read().await?;
    let found = crate::store::remote_actors::find(&mut tx, uri).await?;
    Ok(found.map(|actor| actor.key_id))
}

/// A boost: of ours it counts; a partner's puts the case, fetched from its origin, into the
/// common feed. What stands inside is never believed, only its id is used.
async fn announce(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let Some(inside) = activity.get("object") else {
        return ignore(federation, item, "it has no object").await;
    };
    // FEP-1b12: a group announces whole activities. The sender's own were sent to us as well.
    let inside = match inside.get("type").and_then(Value::as_str) {
        Some("Create" | "Update") => inside.get("object").unwrap_or(inside),
        Some("Delete" | "Undo" | "Like" | "Announce") => {
            return ignore(federation, item, "an announced activity that is not acted upon").await;
        }
        _ => inside,
    };
    let Some(uri) = id_of(inside) else {
        return ignore(federation, item, "its object has no id").await;
    };
    if federation.state.urls.is_ours(&uri) {
        return reaction(federation, item, activity).await;
    }
    let mut tx = federation.state.db.read().await?;
    let partner = follows::is_followed(&mut tx, &item.actor).await?;
    let relay = relays::accepted(&mut tx, &item.actor).await?;
    drop(tx);
    if !partner && relay.is_none() {
        return ignore(federation, item, "boosted by an actor we do not follow").await;
    }
    // A relay vouches for nothing, unless it was said that it does.
    let vouches = partner || relay.is_some_and(|relay| relay.trusted);
    if !partner && federation.limits.relayed.take(&item.actor, federation.now()).is_err() {
        return ignore(federation, item, "the relay passes on more than is fetched").await;
    }
    if federation.is_blocked(&uri).await? {
        return ignore(federation, item, "the host of the object is blocked").await;
    }
    let object = fetch(federation, &uri).await?;
    match incoming::read(&object, &object.to_string(), federation.now()) {
        Ok(Incoming::Case(case)) => {
            federation.remote_actor(&case.actor).await?;
            let sharer = item.actor.clone();
            finish(federation, item, async |tx, now| {
                let shared_by = (vouches && case.actor != sharer).then_some(sharer.as_str());
                Ok(receive::case(tx, *case, shared_by, now).await?)
            })
            .await
        }
        Ok(Incoming::Post(_)) if !partner => {
            ignore(federation, item, "of what a relay passes on only case studies are kept").await
        }
        Ok(Incoming::Post(post)) => posts::arrived(federation, item, None, &object, *post).await,
        Err(why) => ignore(federation, item, &why.to_string()).await,
    }
}

async fn reaction(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let Some(object) = activity.get("object").and_then(id_of) else {
        return ignore(federation, item, "it has no object").await;
    };
    finish(federation, item, async |tx, now| {
        let reaction = Reaction {
            id: item.id.clone(),
            kind: item.kind.clone(),
            actor: item.actor.clone(),
            object,
            local: false,
            at: now,
        };
        Ok(receive::reaction(tx, reaction).await?)
    })
    .await
}

async fn followed(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let target = activity.get("object").and_then(id_of).unwrap_or_default();
    let Some(actor) = federation.local_actor(&target).await? else {
        return ignore(federation, item, "it asks for an actor that is not here").await;
    };
    if federation.state.config.federation.accept_follows == AcceptFollows::Approved {
        return ignore(federation, item, "follows are not accepted without approval").await;
    }
    let follower = federation.remote_actor(&item.actor).await?;
    finish(federation, item, async |tx, now| {
        follow::add_follower(tx, &actor.uri, &follower, &item.id, now).await?;
        Ok(Effect::Done)
    })
    .await
}

/// Another network asks to be our partner.
async fn applied(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let target = activity.get("object").and_then(id_of).unwrap_or_default();
    if target != federation.network().uri {
        return ignore(federation, item, "it joins what is not here").await;
    }
    let applicant = federation.remote_actor(&item.actor).await?;
    let message = application::message_of(activity);
    finish(federation, item, async |tx, now| {
        Ok(applications::arrived(tx, &applicant, &item.id, &message, now).await?)
    })
    .await
}

/// Accept, Reject: only the followed actor itself may answer, and only what we asked.
async fn answered(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let object = activity.get("object").unwrap_or(&Value::Null);
    let follow = id_of(object).unwrap_or_default();
    let mut tx = federation.state.db.read().await?;
    let sent = crate::store::activities::by_id(&mut tx, &follow).await?;
    drop(tx);
    // Some servers send the Follow back without the id we gave it.
    let accepted = item.kind == "Accept";
    if sent.as_ref().is_some_and(|sent| sent.kind == "Join") {
        return finish(federation, item, async |tx, now| {
            let known = applications::answered(tx, &follow, &item.actor, accepted, now).await?;
            Ok(match known {
                true => Effect::Done,
                false => Effect::Ignored("it answers what was not asked of it".into()),
            })
        })
        .await;
    }
    let mut tx = federation.state.db.read().await?;
    let of_relay = relays::by_activity(&mut tx, &follow).await?.is_some();
    drop(tx);
    if of_relay && !follow.is_empty() {
        return finish(federation, item, async |tx, now| {
            let known = app::relays::answered(tx, &follow, &item.actor, accepted, now).await?;
            Ok(match known {
                Some(true) => Effect::Done,
                _ => Effect::Ignored("another server was asked".into()),
            })
        })
        .await;
    }
    let actor = match &sent {
        Some(sent) if sent.kind == "Follow" && sent.object == item.actor => sent.actor.clone(),
        Some(_) => return ignore(federation, item, "it answers what was not asked of it").await,
        None => match object.get("actor").and_then(id_of) {
            Some(actor) if federation.local_actor(&actor).await?.is_some() => actor,
            _ => return ignore(federation, item, "it answers a follow that was not sent").await,
        },
    };
    finish(federation, item, async |tx, now| {
        let known = if accepted {
            follow::accepted(tx, &actor, &item.actor, now).await?
        } else {
            follow::rejected(tx, &actor, &item.actor, now).await?
        };
        Ok(match known {
            true => Effect::Done,
            false => Effect::Ignored("it answers a follow that was not sent".into()),
        })
    })
    .await
}

/// Undo: only of what the same actor did.
async fn undo(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let object = activity.get("object").unwrap_or(&Value::Null);
    let kind = object.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let undone = id_of(object).unwrap_or_default();
    let by = object.get("actor").and_then(id_of);
    if by.is_some_and(|by| by != item.actor) {
        return ignore(federation, item, "it takes back what another actor did").await;
    }
    let target = object.get("object").and_then(id_of);
    finish(federation, item, async |tx, now| {
        // It may overtake what it takes back, which then waits for another try.
        if same_origin(&undone, &item.actor) {
            undone::note(tx, &undone, &item.actor, now).await?;
        }
        if kind == "Follow" || follows::follower_by_follow_id(tx, &undone).await?.is_some() {
            return unfollow(tx, &item.actor, &undone, target).await;
        }
        if kind == "Block" {
            let whom = target.unwrap_or_default();
            return Ok(match people::unblock(tx, &item.actor, &undone, &whom).await? {
                true => Effect::Done,
                false => Effect::Ignored("it blocked nobody here".into()),
            });
        }
        Ok(match reactions::remove(tx, &undone, &item.actor).await? {
            true => Effect::Done,
            false => Effect::Ignored("there is nothing to take back".into()),
        })
    })
    .await
}

async fn unfollow(tx: &mut Tx, follower: &str, follow_id: &str, target: Option<String>) -> Outcome {
    let known = follows::follower_by_follow_id(tx, follow_id).await?;
    let actor = match known {
        Some(known) if known.uri == follower => known.actor,
        Some(_) => return Ok(Effect::Ignored("another actor follows by this id".into())),
        None => target.unwrap_or_default(),
    };
    Ok(match follows::remove_follower(tx, &actor, follower).await? {
        true => Effect::Done,
        false => Effect::Ignored("it does not follow".into()),
    })
}
