//! What other servers send takes effect here: verified, translated, in the caller's transaction.

use super::{Result, new_id, quarantine::of_arrival};
use crate::{
    domain::{
        case_study::CaseStudy,
        event::Event,
        id::{Uri, same_origin},
        network::PeerStanding,
        vocabulary::EditorialState,
    },
    store::{
        Tx,
        cases::{self, Standing, StoredCase, Tombstone},
        comments, events, follows, messages, peers,
        reactions::{self, Reaction},
        received::{self, Received},
        remote_actors,
    },
};

/// A case study of another instance, as its object says.
#[derive(Clone, Debug)]
pub struct ForeignCase {
    pub uri: String,
    pub actor: String,
    pub host: String,
    /// Its page at its origin.
    pub page_url: Option<String>,
    pub published: i64,
    pub updated: i64,
    pub case: CaseStudy,
    /// Keys of `caseStudy` that we do not know, as a JSON object.
    pub foreign_keys: Option<String>,
    /// The object as it was received.
    pub document: String,
}

/// A post of another server: Note, Article and whatever else has a text.
#[derive(Clone, Debug)]
pub struct ForeignPost {
    pub uri: String,
    pub kind: String,
    pub actor: String,
    pub host: String,
    pub name: String,
    /// Plain text.
    pub text: String,
    pub in_reply_to: Option<String>,
    pub published: i64,
    pub updated: i64,
    pub document: String,
}

/// What became of something received; the text is for an administrator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    Done,
    Ignored(String),
}

impl Effect {
    fn ignored(why: &str) -> Self {
        Effect::Ignored(why.to_owned())
    }
}

/// A case arrives or changed. `shared_by` is the actor that boosted it to us, when it did not
/// come from its author.
pub async fn case(
    tx: &mut Tx,
    foreign: ForeignCase,
    shared_by: Option<&str>,
    now: i64,
) -> Result<Effect> {
    take(tx, foreign, shared_by, Way::Sent, now).await
}

/// A case that stands in the catalogue of somebody whom we follow since `since`: what was published
/// there before is no news here.
pub async fn case_read_back(
    tx: &mut Tx,
    foreign: ForeignCase,
    shared_by: Option<&str>,
    since: i64,
    now: i64,
) -> Result<Effect> {
    let way = if foreign.published < since { Way::ReadBack } else { Way::Sent };
    take(tx, foreign, shared_by, way, now).await
}

/// A case as its origin serves it at this moment, where our copy was found to differ: it takes the
/// copy's place even when it is older, because its server may have gone back to a backup.
pub async fn case_as_it_is(tx: &mut Tx, foreign: ForeignCase, now: i64) -> Result<Effect> {
    take(tx, foreign, None, Way::Healed, now).await
}

/// How a case came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It was sent to us, as what is new is.
    Sent,
    /// We read it in a catalogue.
    ReadBack,
    /// The same, and it takes the place of what is here.
    Healed,
}

async fn take(
    tx: &mut Tx,
    foreign: ForeignCase,
    shared_by: Option<&str>,
    way: Way,
    now: i64,
) -> Result<Effect> {
    cases::lock(tx).await?;
    if cases::tombstone(tx, &foreign.uri).await?.is_some() {
        return Ok(Effect::ignored("it was deleted before"));
    }
    let stored = cases::by_uri(tx, &foreign.uri).await?;
    // Whoever vouched for it first vouches for its revisions.
    let sharer = stored.as_ref().and_then(|stored| stored.shared_by.clone());
    let sharer = sharer.as_deref().or(shared_by);
    let standing = of_arrival(tx, &foreign.host, &foreign.uri, sharer).await?;
    let Some(standing) = standing else {
        return Ok(Effect::ignored("its host is blocked"));
    };
    if let Some(stored) = &stored {
        if stored.local {
            return Ok(Effect::ignored("it is one of ours"));
        }
        if stored.actor != foreign.actor {
            return Ok(Effect::ignored("another actor published it"));
        }
        // Now that its author's host is trusted, what waited may be shown.
        let risen = stored.standing == Standing::Quarantined && standing == Standing::Shown;
        // Dates on the wire have whole seconds: two revisions may share one.
        let revision = foreign.case.editorial.revision.unwrap_or(1);
        let newer = (foreign.updated, revision) > (stored.updated, stored.revision);
        if !newer && way != Way::Healed {
            if !risen {
                return Ok(Effect::ignored("not newer than what is here"));
            }
            return rise(tx, stored.clone(), shared_by, now).await;
        }
    }
    let is_here = stored.is_some();
    let id = save_case(tx, foreign, stored, standing, shared_by, now).await?;
    let event = match way {
        _ if is_here => Event::CaseChangedElsewhere { id },
        Way::Sent => Event::CaseReceived { id },
        Way::ReadBack | Way::Healed => Event::CaseReadBack { id },
    };
    events::append(tx, &event, now).await?;
    Ok(Effect::Done)
}

/// Shows what waited, without putting an older version in its place.
async fn rise(
    tx: &mut Tx,
    stored: StoredCase,
    shared_by: Option<&str>,
    now: i64,
) -> Result<Effect> {
    let id = stored.id.clone();
    let shared_by = stored.shared_by.clone().or_else(|| shared_by.map(str::to_owned));
    let stored = StoredCase { standing: Standing::Shown, shared_by, ..stored };
    cases::save(tx, &stored, now).await?;
    if let Some(known) = received::find(tx, &stored.uri).await? {
        received::save(tx, &Received { state: "shown".into(), ..known }).await?;
    }
    events::append(tx, &Event::CaseChangedElsewhere { id }, now).await?;
    Ok(Effect::Done)
}

async fn save_case(
    tx: &mut Tx,
    foreign: ForeignCase,
    stored: Option<StoredCase>,
    standing: Standing,
    shared_by: Option<&str>,
    now: i64,
) -> Result<String> {
    let ForeignCase {
        uri,
        actor,
        host,
        page_url,
        published,
        updated,
        case,
        foreign_keys,
        document,
    } = foreign;
    let before = stored.as_ref();
    let arrival = Received {
        seq: 0,
        uri: uri.clone(),
        kind: "Article".into(),
        actor: actor.clone(),
        host: host.clone(),
        name: case.title.clone(),
        text: case.summary.clone(),
        in_reply_to: None,
        case_num: None,
        state: standing.id().into(),
        document,
        published_at: published,
        updated_at: updated,
        received_at: now,
    };
    let id = before.map_or_else(|| new_id(now), |stored| stored.id.clone());
    let revision = case.editorial.revision.unwrap_or(1);
    let stored = StoredCase {
        num: before.map_or(0, |stored| stored.num),
        id: id.clone(),
        page: format!("{}@{host}", case.slug),
        uri: uri.clone(),
        local: false,
        host,
        origin_url: page_url,
        actor,
        state: EditorialState::Published,
        standing,
        published,
        updated,
        revision: revision.max(before.map_or(1, |stored| stored.revision)),
        received: before.map_or(now, |stored| stored.received),
        withdrawn: None,
        shared_by: match before {
            Some(stored) if stored.shared_by.is_some() => stored.shared_by.clone(),
            _ => shared_by.map(str::to_owned),
        },
        foreign_keys,
        case,
    };
    cases::save(tx, &stored, now).await?;
    let num = cases::num_of(tx, &uri).await?;
    let seq = received::seq_of(tx, &uri).await?.unwrap_or(0);
    received::save(tx, &Received { seq, case_num: num, ..arrival }).await?;
    Ok(id)
}

/// A post arrives or changed; it is kept, newest version only.
pub async fn post(tx: &mut Tx, foreign: ForeignPost, now: i64) -> Result<Effect> {
    if cases::tombstone(tx, &foreign.uri).await?.is_some() {
        return Ok(Effect::ignored("it was deleted before"));
    }
    let host = peers::standing(tx, &foreign.host).await?;
    if host == PeerStanding::Blocked {
        return Ok(Effect::ignored("its host is blocked"));
    }
    let kept_apart = host == PeerStanding::Limited;
    let known = received::find(tx, &foreign.uri).await?;
    if let Some(known) = &known {
        if known.actor != foreign.actor {
            return Ok(Effect::ignored("another actor published it"));
        }
        if foreign.updated <= known.updated_at {
            return Ok(Effect::ignored("not newer than what is here"));
        }
    }
    let ForeignPost {
        uri,
        kind,
        actor,
        host,
        name,
        text,
        in_reply_to,
        published,
        updated,
        document,
    } = foreign;
    let object = Received {
        seq: known.as_ref().map_or(0, |known| known.seq),
        uri,
        kind,
        actor,
        host,
        name,
        text,
        in_reply_to,
        case_num: None,
        state: if kept_apart { "hidden" } else { "kept" }.into(),
        document,
        published_at: published,
        updated_at: updated,
        received_at: known.map_or(now, |known| known.received_at),
    };
    received::save(tx, &object).await?;
    Ok(Effect::Done)
}

/// An object is gone at its origin; only its own author may say so.
pub async fn gone(tx: &mut Tx, uri: &str, by: &str, now: i64) -> Result<Effect> {
    cases::lock(tx).await?;
    if let Some(stored) = cases::by_uri(tx, uri).await? {
        if stored.local {
            return Ok(Effect::ignored("it is one of ours"));
        }
        if stored.actor != by {
            return Ok(Effect::ignored("another actor published it"));
        }
        if stored.is_shown() {
            cases::bury_page(tx, stored.num, &stored.page, now).await?;
        }
        cases::remove(tx, stored.num).await?;
        events::append(tx, &Event::CaseGoneElsewhere { id: stored.uri.clone() }, now).await?;
    } else if let Some(known) = received::find(tx, uri).await? {
        if known.actor != by {
            return Ok(Effect::ignored("another actor published it"));
        }
    } else if !of_one_origin(uri, by) {
        // Nobody buries in advance what others have yet to publish.
        return Ok(Effect::ignored("another server would publish it"));
    }
    received::mark_gone(tx, uri, now).await?;
    comments::mark_deleted(tx, uri, now).await?;
    // Also for what never came: a Create that is still on its way must not bring it back.
    let stone = Tombstone {
        uri: uri.to_owned(),
        former_type: "Object".into(),
        at: now,
        reason: String::new(),
    };
    cases::bury(tx, &stone).await?;
    Ok(Effect::Done)
}

/// Its server does not know an object of its own any more, without having deleted it: it went back
/// to an older state. Our copy goes; what is published under that id again comes in.
pub async fn vanished(tx: &mut Tx, uri: &str, by: &str, now: i64) -> Result<Effect> {
    cases::lock(tx).await?;
    let Some(known) = received::find(tx, uri).await?.filter(|known| known.actor == by) else {
        return Ok(Effect::ignored("another actor published it"));
    };
    if let Some(stored) = cases::by_uri(tx, uri).await?.filter(|stored| !stored.local) {
        cases::remove(tx, stored.num).await?;
        events::append(tx, &Event::CaseGoneElsewhere { id: stored.uri.clone() }, now).await?;
    }
    received::mark_gone(tx, &known.uri, now).await?;
    Ok(Effect::Done)
}

fn of_one_origin(uri: &str, by: &str) -> bool {
    matches!((Uri::parse(uri), Uri::parse(by)), (Ok(uri), Ok(by)) if same_origin(&uri, &by))
}

/// An actor deleted itself: it follows nobody, and what it published is gone.
pub async fn actor_gone(tx: &mut Tx, uri: &str, now: i64) -> Result<Effect> {
    follows::remove_follower_everywhere(tx, uri).await?;
    reactions::remove_of_actor(tx, uri).await?;
    messages::remove_of_actor(tx, uri).await?;
    for (object, _) in received::of_actor(tx, uri).await? {
        gone(tx, &object, uri, now).await?;
    }
    remote_actors::mark_gone(tx, uri).await?;
    Ok(Effect::Done)
}

/// Somebody boosted or liked one of our objects.
pub async fn reaction(tx: &mut Tx, reaction: Reaction) -> Result<Effect> {
    let ours = cases::by_uri(tx, &reaction.object).await?.is_some_and(|stored| stored.local)
        || comments::find(tx, &reaction.object).await?.is_some_and(|note| note.local);
    if !ours {
        return Ok(Effect::ignored("not an object of ours"));
    }
    let host = Uri::parse(&reaction.actor).map(|actor| actor.host().to_string());
    let host = host.unwrap_or_default();
    let standing = peers::standing(tx, &host).await?;
    let silenced = matches!(standing, PeerStanding::Blocked | PeerStanding::Limited);
    if reactions::add(tx, &reaction, silenced).await? {
        Ok(Effect::Done)
    } else {
        Ok(Effect::ignored("counted before"))
    }
}
