//! Applications on the wire: `Join` of a network's actor with the message as its content, answered
//! with Accept or Reject.

use super::{article, context::Federation, resolve::ResolveError, vocabulary::AS};
use crate::{
    app::new_id,
    domain::text::{clean_line, shorten},
    store::{
        StoreError, Tx,
        activities::{Audience, NewActivity, Target},
        applications::{self, Application},
        peers,
        remote_actors::RemoteActor,
    },
};
use serde_json::{Value, json};
use tokio_util::task::TaskTracker;

const LEASE_MS: i64 = 60_000;
/// About two days, as for a follow.
const TRIES: i64 = 20;

/// Sends the applications that are due, each by its own task. Returns how many.
pub async fn send_due(federation: &Federation, tasks: &TaskTracker) -> Result<usize, StoreError> {
    let now = federation.now();
    let mut tx = federation.state.db.read().await?;
    if !applications::is_due(&mut tx, now).await? {
        return Ok(0);
    }
    drop(tx);
    let mut tx = federation.state.db.begin().await?;
    let due = applications::claim(&mut tx, now, LEASE_MS).await?;
    tx.commit().await?;
    let count = due.len();
    for application in due {
        let federation = federation.clone();
        tasks.spawn(async move {
            let written = match federation.by_domain(&application.host).await {
                Ok((actor, software)) => send(&federation, &application, &actor, &software).await,
                Err(error) => stumble(&federation, &application, &error).await,
            };
            if let Err(error) = written {
                tracing::error!(%error, "the state of an application was not written down");
            }
        });
    }
    Ok(count)
}

async fn send(
    federation: &Federation,
    application: &Application,
    actor: &RemoteActor,
    software: &str,
) -> Result<(), StoreError> {
    let now = federation.now();
    let network = &federation.network().uri;
    let id = federation.state.urls.activity(&new_id(now));
    let body = json!({
        "@context": AS,
        "id": id,
        "type": "Join",
        "actor": network,
        "to": [actor.uri],
        "object": actor.uri,
        "content": article::paragraph(&application.message),
    });
    let new = NewActivity {
        id: id.clone(),
        actor: network.clone(),
        kind: "Join".into(),
        object: actor.uri.clone(),
        body: body.to_string(),
        audience: Audience::Targets,
        listed: false,
        targets: vec![Target { inbox: actor.lane().to_owned(), host: actor.host.clone() }],
    };
    let mut tx = federation.state.db.begin().await?;
    super::proof::append(federation, &mut tx, &new, now).await?;
    applications::asked(&mut tx, &application.id, (&actor.uri, actor.lane()), &id).await?;
    if !software.is_empty() {
        peers::set_software(&mut tx, &actor.host, software).await?;
    }
    tx.commit().await?;
    federation.state.wake.lanes.notify_one();
    Ok(())
}

async fn stumble(
    federation: &Federation,
    application: &Application,
    error: &ResolveError,
) -> Result<(), StoreError> {
    let again = error.is_temporary() && application.attempts + 1 < TRIES;
    let wait = (2_000i64 << application.attempts.min(13)).min(6 * 3_600_000);
    let next = again.then_some(federation.now() + wait);
    let error = shorten(&clean_line(&error.to_string()), 500);
    let mut tx = federation.state.db.begin().await?;
    applications::stumbled(&mut tx, &application.id, &error, next).await?;
    tx.commit().await
}

/// The answer to an application that was decided here.
pub async fn answer(
    federation: &Federation,
    tx: &mut Tx,
    id: &str,
    now: i64,
) -> Result<(), StoreError> {
    let Some(application) = applications::find(tx, id).await? else { return Ok(()) };
    let kind = if application.state == "accepted" { "Accept" } else { "Reject" };
    let network = &federation.network().uri;
    let id = federation.state.urls.activity(&new_id(now));
    let body = json!({
        "@context": AS,
        "id": id,
        "type": kind,
        "actor": network,
        "to": [application.actor],
        "object": {
            "id": application.activity,
            "type": "Join",
            "actor": application.actor,
            "object": network,
        },
    });
    let new = NewActivity {
        id,
        actor: network.clone(),
        kind: kind.into(),
        object: application.activity,
        body: body.to_string(),
        audience: Audience::Targets,
        listed: false,
        targets: vec![Target { inbox: application.inbox, host: application.host }],
    };
    super::proof::append(federation, tx, &new, now).await?;
    Ok(())
}

/// What an applicant wrote, as plain text: `content`, or `summary`.
pub fn message_of(activity: &Value) -> String {
    let text = |name: &str| super::object::text_of(activity, name);
    let html = text("content").or_else(|| text("summary")).unwrap_or_default();
    crate::html::to_plain(&html)
}
