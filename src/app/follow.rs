//! Following: our actors follow others, others follow ours.

use super::{
    Error, Result,
    access::{Who, record},
    new_id, notices,
};
use crate::{
    domain::{
        event::Event,
        id::{Address, Host, IdError, Uri},
        network::{Decider, PeerStanding},
    },
    store::{
        Db, Tx, activities,
        actors::{self, ActorKind, LocalActor},
        events,
        follows::{self, Follower, Following},
        lanes, peers,
        remote_actors::RemoteActor,
    },
};

/// Reads what somebody typed to say whom to follow: a domain, `@user@host`, or an address. Returns
/// it as it is kept (`wanted`), and its host. An address that is only a host means its domain.
///
/// # Errors
/// `Invalid` when it is none of these.
pub fn wanted_of(text: &str) -> Result<(String, String)> {
    let invalid = |error: IdError| Error::Invalid(error.to_string());
    let text = text.trim();
    if text.contains("://") {
        let uri = Uri::parse(text).map_err(invalid)?;
        let host = uri.host().to_string();
        let url = uri.url();
        if url.path() == "/" && url.query().is_none() && url.fragment().is_none() {
            return Ok((host.clone(), host));
        }
        return Ok((uri.to_string(), host));
    }
    if text.contains('@') {
        let address = Address::parse(text).map_err(invalid)?;
        return Ok((address.to_string(), address.host.to_string()));
    }
    let host = Host::parse(text).map_err(invalid)?.to_string();
    Ok((host.clone(), host))
}

/// Notes that `actor` is to follow `wanted` (a domain, a handle or a URL). Jobs find the other
/// actor, ask it, and read its catalogue back once it accepts.
pub async fn want(
    db: &Db,
    who: &Who,
    actor: &LocalActor,
    wanted: &str,
    host: &str,
    now: i64,
) -> Result<Following> {
    let mut tx = db.begin().await?;
    peers::ensure(&mut tx, host, now).await?;
    if peers::standing(&mut tx, host).await? == PeerStanding::Blocked {
        return Err(Error::Conflict(format!("{host} is blocked; lift the block before following")));
    }
    let id = follows::want(&mut tx, &new_id(now), &actor.uri, wanted, host, now).await?;
    record(&mut tx, who, "follow.wanted", wanted, &actor.handle, now).await?;
    let following = follows::following(&mut tx, &id)
        .await?
        .ok_or_else(|| Error::NotFound(format!("follow {id}")))?;
    tx.commit().await?;
    Ok(following)
}

/// Ends a following: the other side is told, what came from it stays.
///
/// # Errors
/// `NotFound` when this actor does not follow `wanted`.
pub async fn unfollow(
    db: &Db,
    who: &Who,
    actor: &LocalActor,
    wanted: &str,
    now: i64,
) -> Result<Following> {
    let mut tx = db.begin().await?;
    let following = follows::following_of(&mut tx, &actor.uri, wanted)
        .await?
        .filter(|following| following.state != "ended")
        .ok_or_else(|| Error::NotFound(format!("follow of {wanted} by @{}", actor.handle)))?;
    follows::set_state(&mut tx, &following.id, "ended", now).await?;
    record(&mut tx, who, "follow.ended", wanted, &actor.handle, now).await?;
    if following.activity.is_some() {
        events::append(&mut tx, &Event::FollowEnded { id: following.id.clone() }, now).await?;
    }
    tx.commit().await?;
    Ok(following)
}

/// A verified Follow arrived: the follower gets what is said from now on, and an Accept.
pub async fn add_follower(
    tx: &mut Tx,
    actor: &str,
    follower: &RemoteActor,
    follow_id: &str,
    now: i64,
) -> Result<()> {
    let since = activities::head(tx).await?;
    lanes::open(tx, follower.lane(), &follower.host, since, now).await?;
    let follower = Follower {
        actor: actor.to_owned(),
        uri: follower.uri.clone(),
        inbox: follower.lane().to_owned(),
        follow_id: follow_id.to_owned(),
        since,
        at: now,
    };
    if follows::add_follower(tx, &follower).await? {
        notices::followed(tx, &follower, now).await?;
    }
    // Asked again, answered again: their first Accept may have been lost.
    Ok(events::append(tx, &Event::FollowerAdded { id: follow_id.to_owned() }, now).await?)
}

/// The other side accepted a Follow that `actor` really sent. Its host becomes trusted, unless
/// an administrator decided otherwise.
///
/// Returns false when no such Follow was sent: then nothing changes.
pub async fn accepted(tx: &mut Tx, actor: &str, target: &str, now: i64) -> Result<bool> {
    let Some(following) = follows::asked(tx, actor, target).await? else {
        return Ok(false);
    };
    let by = actors::by_uri(tx, actor).await?;
    if by.is_some_and(|by| by.kind == ActorKind::Person) {
        // Whom a citymaker follows brings no catalogue, and no trust.
        follows::set_state(tx, &following.id, "accepted", now).await?;
        return Ok(true);
    }
    follows::accepted(tx, &following.id, now).await?;
    if let Some(peer) = peers::find(tx, &following.host).await?
        && peer.decided_by == Decider::Nobody
    {
        let (trusted, why) = (PeerStanding::Trusted, "we follow it");
        peers::decide(tx, &peer.host, trusted, why, &Decider::Follow).await?;
    }
    Ok(true)
}

/// The other side declined, or ended what it had accepted.
pub async fn rejected(tx: &mut Tx, actor: &str, target: &str, now: i64) -> Result<bool> {
    let Some(following) = follows::asked(tx, actor, target).await? else {
        return Ok(false);
    };
    follows::set_state(tx, &following.id, "rejected", now).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_a_handle_and_an_address_each_name_whom_to_follow() {
        for (typed, wanted, host) in [
            (" Metropolis.Example ", "metropolis.example", "metropolis.example"),
            ("https://metropolis.example/", "metropolis.example", "metropolis.example"),
            ("http://localhost:4001", "localhost:4001", "localhost:4001"),
            ("acct:Cases@a.example", "@cases@a.example", "a.example"),
            ("@cases@localhost:4001", "@cases@localhost:4001", "localhost:4001"),
            ("https://a.example/a/01J", "https://a.example/a/01J", "a.example"),
        ] {
            assert_eq!(wanted_of(typed).unwrap(), (wanted.to_owned(), host.to_owned()), "{typed}");
        }
        for typed in ["", "@cases", "ftp://a.example/x", "a b", "https://u:p@a.example/"] {
            assert!(matches!(wanted_of(typed), Err(Error::Invalid(_))), "{typed}");
        }
    }
}
