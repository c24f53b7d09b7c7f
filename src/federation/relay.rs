//! Relays on the wire (FEP-ae0c): asked by a Follow, told what we publish, left by an Undo.

use super::{
    activity,
    context::Federation,
    object::host_of,
    resolve::ResolveError,
    vocabulary::{AS, PUBLIC},
};
use crate::{
    app::new_id,
    domain::text::{clean_line, shorten},
    store::{
        StoreError, Tx,
        activities::{self, Audience, NewActivity, Target},
        actors::ActorKind,
        relays::{self, Relay},
    },
};
use serde_json::{Value, json};
use tokio_util::task::TaskTracker;

const LEASE_MS: i64 = 60_000;
/// About two days, as for a follow.
const TRIES: i64 = 20;

fn target(inbox: &str) -> Vec<Target> {
    vec![Target { inbox: inbox.to_owned(), host: host_of(inbox).unwrap_or_default() }]
}

/// Asks the relays that are due, each by its own task. Returns how many.
pub async fn ask_due(federation: &Federation, tasks: &TaskTracker) -> Result<usize, StoreError> {
    let now = federation.now();
    let mut tx = federation.state.db.read().await?;
    if !relays::is_due(&mut tx, now).await? {
        return Ok(0);
    }
    drop(tx);
    let mut tx = federation.state.db.begin().await?;
    let due = relays::claim(&mut tx, now, LEASE_MS).await?;
    tx.commit().await?;
    let count = due.len();
    for relay in due {
        let federation = federation.clone();
        tasks.spawn(async move {
            let written = match found(&federation, &relay).await {
                Ok((actor, inbox)) => ask(&federation, &relay, &actor, &inbox).await,
                Err(error) => stumble(&federation, &relay, &error).await,
            };
            if let Err(error) = written {
                tracing::error!(%error, "the state of a relay was not written down");
            }
        });
    }
    Ok(count)
}

/// Actor and inbox. Of Mastodon's kind only the inbox is known before it answers.
async fn found(federation: &Federation, relay: &Relay) -> Result<(String, String), ResolveError> {
    if relay.kind == "mastodon" {
        let inbox = federation.client.url(&relay.url)?;
        return Ok((String::new(), inbox.into()));
    }
    let actor = federation.fetch_actor(&relay.url).await?;
    Ok((actor.uri, actor.inbox))
}

/// The instance actor asks: relays of LitePub's kind want an `Application`.
async fn ask(
    federation: &Federation,
    relay: &Relay,
    actor: &str,
    inbox: &str,
) -> Result<(), StoreError> {
    let now = federation.now();
    let ours = &federation.actor(ActorKind::Instance).uri;
    let id = federation.state.urls.activity(&new_id(now));
    let object = if actor.is_empty() { PUBLIC } else { actor };
    let mut body = activity::follow(&id, ours, object);
    if actor.is_empty() {
        // As Mastodon sends it: relays compare.
        body.as_object_mut().map(|fields| fields.shift_remove("to"));
    }
    let new = NewActivity {
        id: id.clone(),
        actor: ours.clone(),
        kind: "Follow".into(),
        object: object.to_owned(),
        body: body.to_string(),
        audience: Audience::Targets,
        listed: false,
        targets: target(inbox),
    };
    let mut tx = federation.state.db.begin().await?;
    super::proof::append(federation, &mut tx, &new, now).await?;
    relays::asked(&mut tx, &relay.id, (actor, inbox), &id).await?;
    tx.commit().await?;
    federation.state.wake.lanes.notify_one();
    Ok(())
}

async fn stumble(
    federation: &Federation,
    relay: &Relay,
    error: &ResolveError,
) -> Result<(), StoreError> {
    let again = error.is_temporary() && relay.attempts + 1 < TRIES;
    let wait = (2_000i64 << relay.attempts.min(13)).min(6 * 3_600_000);
    let next = again.then_some(federation.now() + wait);
    let error = shorten(&clean_line(&error.to_string()), 500);
    let mut tx = federation.state.db.begin().await?;
    relays::stumbled(&mut tx, &relay.id, &error, next).await?;
    tx.commit().await
}

/// A relay was left: our Follow is taken back.
pub async fn left(
    federation: &Federation,
    tx: &mut Tx,
    id: &str,
    now: i64,
) -> Result<(), StoreError> {
    let Some(relay) = relays::find(tx, id).await? else { return Ok(()) };
    let Some(sent) = activities::by_id(tx, &relay.activity).await? else { return Ok(()) };
    let follow: Value = serde_json::from_str(&sent.body).unwrap_or_default();
    let id = federation.state.urls.activity(&new_id(now));
    let to: Vec<&str> =
        Some(relay.actor.as_str()).filter(|to| !to.is_empty()).into_iter().collect();
    let new = NewActivity {
        body: activity::undo(&id, &sent.actor, follow, &to).to_string(),
        id,
        actor: sent.actor,
        kind: "Undo".into(),
        object: sent.id,
        audience: Audience::Targets,
        listed: false,
        targets: target(&relay.inbox),
    };
    super::proof::append(federation, tx, &new, now).await?;
    Ok(())
}

/// What the network said about a case of its own (at `seq` in the log) is given to the relays that
/// publish it: as it is to Mastodon's kind, as an Announce of the case to LitePub's.
pub async fn pass_on(
    federation: &Federation,
    tx: &mut Tx,
    (seq, kind): (i64, &str),
    case: &str,
    now: i64,
) -> Result<(), StoreError> {
    for relay in relays::published_to(tx).await? {
        if relay.kind == "mastodon" {
            for target in target(&relay.inbox) {
                activities::add_target(tx, seq, &target, now).await?;
            }
            continue;
        }
        match kind {
            "Create" => announce(federation, tx, &relay, case, now).await?,
            "Delete" => take_back(federation, tx, &relay, case, now).await?,
            // Who fetched the case hears of its changes from its author, or fetches it again.
            _ => {}
        }
    }
    Ok(())
}

async fn announce(
    federation: &Federation,
    tx: &mut Tx,
    relay: &Relay,
    case: &str,
    now: i64,
) -> Result<(), StoreError> {
    let ours = &federation.actor(ActorKind::Instance).uri;
    let id = federation.state.urls.activity(&new_id(now));
    let body = activity::announce(&id, ours, json!(case), now, &[&relay.actor]);
    let new = NewActivity {
        body: body.to_string(),
        id,
        actor: ours.clone(),
        kind: "Announce".into(),
        object: case.to_owned(),
        audience: Audience::Targets,
        listed: false,
        targets: target(&relay.inbox),
    };
    super::proof::append(federation, tx, &new, now).await?;
    Ok(())
}

async fn take_back(
    federation: &Federation,
    tx: &mut Tx,
    relay: &Relay,
    case: &str,
    now: i64,
) -> Result<(), StoreError> {
    let ours = &federation.actor(ActorKind::Instance).uri;
    let said = activities::about(tx, case, 1_000).await?;
    let announced = said.iter().find(|said| said.kind == "Announce" && said.actor == *ours);
    let Some(announced) = announced else { return Ok(()) };
    let id = federation.state.urls.activity(&new_id(now));
    let undone = json!({ "id": announced.id, "type": "Announce", "actor": ours, "object": case });
    let body = json!({
        "@context": AS,
        "id": id,
        "type": "Undo",
        "actor": ours,
        "to": [PUBLIC],
        "cc": [relay.actor],
        "object": undone,
    });
    let new = NewActivity {
        body: body.to_string(),
        id,
        actor: ours.clone(),
        kind: "Undo".into(),
        object: announced.id.clone(),
        audience: Audience::Targets,
        listed: false,
        targets: target(&relay.inbox),
    };
    super::proof::append(federation, tx, &new, now).await?;
    Ok(())
}
