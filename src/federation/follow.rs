//! From the wish to follow to the Follow: the other actor is found and asked.

use super::{activity, context::Federation, object::host_of, proof, resolve::ResolveError};
use crate::{
    app::new_id,
    domain::id::Address,
    store::{
        StoreError, Tx,
        activities::{Audience, NewActivity, Target},
        follows::{self, Following},
        peers,
        remote_actors::RemoteActor,
    },
};

const LEASE_MS: i64 = 60_000;
/// About two days, with pauses that double from ten seconds to six hours.
const TRIES: i64 = 20;

/// Finds and asks whoever is wanted, each by its own task: a server that does not answer delays
/// nobody else. Returns how many wishes that were.
pub async fn ask_wanted(
    federation: &Federation,
    tasks: &tokio_util::task::TaskTracker,
) -> Result<usize, StoreError> {
    let now = federation.now();
    let mut tx = federation.state.db.read().await?;
    if !follows::is_due(&mut tx, now).await? {
        return Ok(0);
    }
    drop(tx);
    let mut tx = federation.state.db.begin().await?;
    let wanted = follows::claim_wanted(&mut tx, now, LEASE_MS, 16).await?;
    tx.commit().await?;
    let count = wanted.len();
    for following in wanted {
        let federation = federation.clone();
        tasks.spawn(async move {
            let written = match find(&federation, &following).await {
                Ok((actor, software)) => ask(&federation, &following, &actor, &software).await,
                Err(error) => stumble(&federation, &following, &error).await,
            };
            if let Err(error) = written {
                tracing::error!(%error, "the state of a wish to follow could not be written down");
            }
        });
    }
    Ok(count)
}

/// `wanted` is a URL, a handle, or a domain.
async fn find(
    federation: &Federation,
    following: &Following,
) -> Result<(RemoteActor, String), ResolveError> {
    let wanted = following.wanted.as_str();
    if wanted.starts_with("https://") || wanted.starts_with("http://") {
        let actor = federation.remote_actor(wanted).await?;
        return Ok((actor, software(federation, wanted).await));
    }
    if let Some(address) = wanted.contains('@').then(|| Address::parse(wanted).ok()).flatten() {
        let host = address.host.to_string();
        let actor = federation.by_handle(address.user.as_str(), &host).await?;
        let software = software(federation, &actor.uri).await;
        return Ok((actor, software));
    }
    federation.by_domain(wanted).await
}

/// What runs there, when it says so; not worth failing for.
async fn software(federation: &Federation, uri: &str) -> String {
    match host_of(uri) {
        Some(host) => {
            federation.node_info(&host).await.map(|info| info.software).unwrap_or_default()
        }
        None => String::new(),
    }
}

async fn ask(
    federation: &Federation,
    following: &Following,
    actor: &RemoteActor,
    software: &str,
) -> Result<(), StoreError> {
    let now = federation.now();
    let mut tx = federation.state.db.begin().await?;
    let target = Target { inbox: actor.lane().to_owned(), host: actor.host.clone() };
    let id = said(federation, &mut tx, &following.actor, &actor.uri, target, now).await?;
    follows::asked_now(&mut tx, &following.id, &actor.uri, &actor.host, actor.lane(), &id).await?;
    peers::ensure(&mut tx, &actor.host, now).await?;
    if !software.is_empty() {
        peers::set_software(&mut tx, &actor.host, software).await?;
    }
    tx.commit().await?;
    federation.state.wake.lanes.notify_one();
    tracing::info!(actor = actor.uri, "asked to follow");
    Ok(())
}

/// Asks once more whoever has accepted already: perhaps they no longer know of it. A Follow that is
/// known is answered again and changes nothing.
pub async fn remind(
    federation: &Federation,
    tx: &mut Tx,
    following: &Following,
    now: i64,
) -> Result<(), StoreError> {
    let (Some(whom), Some(inbox)) = (&following.target, following.inbox.clone()) else {
        return Ok(());
    };
    let target = Target { inbox, host: following.host.clone() };
    let id = said(federation, tx, &following.actor, whom, target, now).await?;
    follows::reminded(tx, &following.id, &id).await
}

/// Appends a Follow to what goes to `target`. Returns its id.
async fn said(
    federation: &Federation,
    tx: &mut Tx,
    actor: &str,
    whom: &str,
    target: Target,
    now: i64,
) -> Result<String, StoreError> {
    let id = federation.state.urls.activity(&new_id(now));
    let new = NewActivity {
        body: activity::follow(&id, actor, whom).to_string(),
        id: id.clone(),
        actor: actor.to_owned(),
        kind: "Follow".into(),
        object: whom.to_owned(),
        audience: Audience::Targets,
        listed: false,
        targets: vec![target],
    };
    proof::append(federation, tx, &new, now).await?;
    Ok(id)
}

/// Notes what went wrong and when to try again, if that is of use.
pub async fn stumble(
    federation: &Federation,
    following: &Following,
    error: &ResolveError,
) -> Result<(), StoreError> {
    let now = federation.now();
    let again = error.is_temporary() && following.attempts + 1 < TRIES;
    let wait = (2_000i64 << following.attempts.min(13)).min(6 * 3_600_000);
    tracing::warn!(wanted = following.wanted, %error, again, "following does not go on");
    let mut tx = federation.state.db.begin().await?;
    follows::stumbled(&mut tx, &following.id, &error.to_string(), again.then_some(now + wait))
        .await?;
    tx.commit().await
}
