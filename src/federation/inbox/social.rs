//! What people do to each other: Block, Flag, Move, featured Add and Remove, requests to quote.

use super::{Outcome, fetch, finish, ignore};
use crate::{
    app::{
        feature, new_id,
        receive::Effect,
        report::{self, Complaint},
    },
    domain::{event::Event, network::PeerStanding},
    federation::{
        actor::from_actor,
        context::Federation,
        object::{host_of, id_of, same_origin, text_of},
    },
    html,
    store::{StoreError, Tx, cases, events, follows, inbox::Item, peers, people, remote_actors},
};
use serde_json::Value;

const DAY_MS: i64 = 86_400_000;

/// An actor wants nothing to do with one of ours: neither follows the other any more, and it is
/// told nothing.
pub(super) async fn blocked(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let object = activity.get("object").and_then(id_of).unwrap_or_default();
    let Some(ours) = federation.local_actor(&object).await? else {
        return ignore(federation, item, "it blocks nobody of ours").await;
    };
    finish(federation, item, async |tx, now| {
        people::block(tx, &ours.uri, &item.actor, &item.id, now).await?;
        follows::remove_follower(tx, &ours.uri, &item.actor).await?;
        if let Some(following) = follows::asked(tx, &ours.uri, &item.actor).await? {
            follows::set_state(tx, &following.id, "rejected", now).await?;
        }
        Ok(Effect::Done)
    })
    .await
}

/// A complaint about something of ours goes into the queue.
pub(super) async fn flagged(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let objects = match activity.get("object") {
        Some(Value::Array(several)) => several.iter().filter_map(id_of).collect(),
        Some(one) => id_of(one).into_iter().collect(),
        None => Vec::new(),
    };
    let ours = objects.into_iter().filter(|uri| federation.state.urls.is_ours(uri));
    let content = text_of(activity, "content").or_else(|| text_of(activity, "summary"));
    let complaint = Complaint {
        id: item.id.clone(),
        actor: item.actor.clone(),
        host: item.host.clone(),
        objects: ours.collect(),
        reason: html::to_plain(&content.unwrap_or_default()),
    };
    let most = federation.state.config.comments.reports_per_host_per_day;
    finish(federation, item, async |tx, now| Ok(report::arrive(tx, complaint, most, now).await?))
        .await
}

/// An account went elsewhere: whoever of ours follows it asks to follow it there. The new account
/// must name the old one; an account that moved a short while ago, and one that is itself a place
/// somebody left, is not followed further.
pub(super) async fn moved(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let object = activity.get("object").and_then(id_of).unwrap_or_default();
    let target = activity.get("target").and_then(id_of).unwrap_or_default();
    if object != item.actor || target.is_empty() || target == object {
        return ignore(federation, item, "it moves somebody else, or nowhere").await;
    }
    if federation.state.urls.is_ours(&target) {
        return ignore(federation, item, "an account here follows nobody by moving in").await;
    }
    let cooldown = i64::from(federation.state.config.federation.move_cooldown_days) * DAY_MS;
    let mut tx = federation.state.db.read().await?;
    let before = people::moved(&mut tx, &object).await?;
    let onward = people::moved(&mut tx, &target).await?;
    let host = host_of(&target).unwrap_or_default();
    let blocked = peers::standing(&mut tx, &host).await? == PeerStanding::Blocked;
    drop(tx);
    if blocked {
        return ignore(federation, item, "it moves to a blocked host").await;
    }
    if before.is_some_and(|(to, at)| to == target || federation.now() - at < cooldown) {
        return ignore(federation, item, "it moved a short while ago").await;
    }
    if onward.is_some() {
        return ignore(federation, item, "it moves to where somebody left").await;
    }
    // Read anew: the back-link may have been made a moment ago.
    let document = match fetch(federation, &target).await {
        Err(gone) if gone.is_absent() => {
            return ignore(federation, item, "the new account is not there").await;
        }
        fetched => fetched?,
    };
    let named = match document.get("alsoKnownAs") {
        Some(Value::Array(several)) => several.iter().take(100).any(|one| one == &object),
        Some(one) => one == &object,
        None => false,
    };
    let actor = from_actor(&document, &target, federation.now());
    let (true, Ok(actor)) = (named, actor) else {
        return ignore(federation, item, "the new account does not name the old one").await;
    };
    finish(federation, item, async |tx, now| {
        remote_actors::save(tx, &actor).await?;
        people::note_move(tx, &object, &target, now).await?;
        for ours in followers_here(tx, &object).await? {
            follows::set_state(tx, &ours.id, "ended", now).await?;
            events::append(tx, &Event::FollowEnded { id: ours.id }, now).await?;
            peers::ensure(tx, &actor.host, now).await?;
            follows::want(tx, &new_id(now), &ours.actor, &target, &actor.host, now).await?;
        }
        Ok(Effect::Done)
    })
    .await
}

/// Who of ours follows this account, with its consent.
async fn followers_here(tx: &mut Tx, uri: &str) -> Result<Vec<follows::Following>, StoreError> {
    let all = follows::all_following(tx, 100_000).await?;
    let follows_it = |following: &follows::Following| {
        following.state == "accepted" && following.target.as_deref() == Some(uri)
    };
    Ok(all.into_iter().filter(follows_it).collect())
}

/// A partner shows a case of its own first, or no longer.
pub(super) async fn featured(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let object = activity.get("object").and_then(id_of).unwrap_or_default();
    let target = activity.get("target").and_then(id_of).unwrap_or_default();
    if !same_origin(&target, &item.actor) {
        return ignore(federation, item, "the collection is on another server").await;
    }
    let adds = item.kind == "Add";
    finish(federation, item, async |tx, now| {
        let case = cases::by_uri(tx, &object).await?;
        if !case.is_some_and(|case| !case.local && case.actor == item.actor) {
            return Ok(Effect::Ignored("it is no case of theirs that is here".into()));
        }
        let changed = match adds {
            true => people::feature(tx, &item.actor, &object, now).await?,
            false => people::unfeature(tx, &item.actor, &object).await?,
        };
        Ok(match changed {
            true => Effect::Done,
            false => Effect::Ignored("it was so before".into()),
        })
    })
    .await
}

/// FEP-044f: somebody asks to quote a case or a note of ours. The quoting post must be their own.
pub(super) async fn quote_asked(federation: &Federation, item: &Item, activity: &Value) -> Outcome {
    let object = activity.get("object").and_then(id_of).unwrap_or_default();
    let instrument = activity.get("instrument").unwrap_or(&Value::Null);
    let quote = id_of(instrument).unwrap_or_default();
    let author = instrument.get("attributedTo").and_then(id_of);
    let own = same_origin(&quote, &item.actor) && author.is_none_or(|author| author == item.actor);
    if !own || !federation.state.urls.is_ours(&object) {
        return ignore(federation, item, "it is no request of theirs to quote us").await;
    }
    federation.remote_actor(&item.actor).await?;
    finish(federation, item, async |tx, now| {
        let asked = feature::quote_asked(tx, &object, &quote, &item.actor, &item.id, now);
        Ok(asked.await?)
    })
    .await
}
