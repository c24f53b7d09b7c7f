//! Relays: asked to pass on what is public, and told when it is enough.

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
};
use crate::{
    domain::{
        event::Event,
        id::{Uri, same_origin},
        network::PeerStanding,
    },
    store::{
        Db, Tx, events, peers,
        relays::{self, Relay},
    },
};

/// The two kinds there are (FEP-ae0c).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its inbox is asked for everything public, and takes what we say as it is.
    Mastodon,
    /// Its actor is followed, and takes Announces.
    LitePub,
}

impl Kind {
    pub fn id(self) -> &'static str {
        match self {
            Kind::Mastodon => "mastodon",
            Kind::LitePub => "litepub",
        }
    }

    /// What is meant by an address: relays of Mastodon's kind give the address of their inbox,
    /// those of LitePub's the address of their actor.
    pub fn of_address(url: &Uri) -> Self {
        match url.url().path().ends_with("/inbox") {
            true => Kind::Mastodon,
            false => Kind::LitePub,
        }
    }
}

/// What is wanted of a relay.
#[derive(Clone, Debug)]
pub struct Wish {
    pub url: String,
    /// `None`: as its address says.
    pub kind: Option<Kind>,
    pub publish: bool,
    /// It vouches for what it passes on, as an actor that we follow does.
    pub trusted: bool,
}

/// Notes that a relay is wanted; jobs ask it.
///
/// # Errors
/// `Invalid` when its address is none, `Conflict` when its host is blocked.
pub async fn add(db: &Db, who: &Who, wish: Wish, now: i64) -> Result<Relay> {
    let Wish { url, kind, publish, trusted } = wish;
    let url = Uri::parse(url.trim()).map_err(|error| Error::Invalid(error.to_string()))?;
    let host = url.host().to_string();
    let mut tx = db.begin().await?;
    if peers::standing(&mut tx, &host).await? == PeerStanding::Blocked {
        return Err(Error::Conflict(format!("{host} is blocked; lift the block first")));
    }
    peers::ensure(&mut tx, &host, now).await?;
    let relay = Relay {
        id: new_id(now),
        kind: kind.unwrap_or_else(|| Kind::of_address(&url)).id().to_owned(),
        url: url.to_string(),
        host,
        actor: String::new(),
        inbox: String::new(),
        publish,
        trusted,
        state: "wanted".into(),
        activity: String::new(),
        error: String::new(),
        added_at: now,
        answered_at: None,
        attempts: 0,
    };
    let id = relays::add(&mut tx, &relay).await?;
    record(&mut tx, who, "relay.added", url.as_str(), &relay.kind, now).await?;
    let relay = relays::find(&mut tx, &id).await?;
    tx.commit().await?;
    relay.ok_or_else(|| Error::NotFound(format!("relay {id}")))
}

/// Leaves a relay, and tells it.
///
/// # Errors
/// `NotFound` when there is no such relay.
pub async fn remove(db: &Db, who: &Who, key: &str, now: i64) -> Result<Relay> {
    let mut tx = db.begin().await?;
    let relay = relays::find(&mut tx, key).await?.filter(|relay| relay.state != "ended");
    let relay = relay.ok_or_else(|| Error::NotFound(format!("relay {key}")))?;
    relays::end(&mut tx, &relay.id).await?;
    if !relay.activity.is_empty() {
        events::append(&mut tx, &Event::RelayEnded { id: relay.id.clone() }, now).await?;
    }
    record(&mut tx, who, "relay.removed", &relay.url, "", now).await?;
    tx.commit().await?;
    Ok(relay)
}

/// Somebody answered our Follow of a relay. Only the relay itself may: its actor, or where only
/// its inbox is known, an actor of the same origin. `None` when the Follow was not to a relay.
pub async fn answered(
    tx: &mut Tx,
    activity: &str,
    by: &str,
    accepted: bool,
    now: i64,
) -> Result<Option<bool>> {
    let Some(relay) = relays::by_activity(tx, activity).await? else { return Ok(None) };
    let itself = match relay.actor.is_empty() {
        true => {
            let (inbox, by) = (Uri::parse(&relay.inbox), Uri::parse(by));
            matches!((inbox, by), (Ok(inbox), Ok(by)) if same_origin(&inbox, &by))
        }
        false => relay.actor == by,
    };
    if !itself || !matches!(relay.state.as_str(), "asked" | "accepted" | "rejected") {
        return Ok(Some(false));
    }
    let state = if accepted { "accepted" } else { "rejected" };
    relays::answered(tx, &relay.id, state, by, now).await?;
    Ok(Some(true))
}
