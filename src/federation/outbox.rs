//! The event log becomes activities with their audience: exact bytes, idempotently.

use super::{
    activity, application,
    article::{self, Framing},
    catalogue as manifest,
    context::Federation,
    filters, proof, relay, social,
};
use crate::{
    app::new_id,
    domain::{case_study::is_elsewhere, event::Event},
    i18n::Texts,
    store::{
        Result, StoreError, Tx,
        activities::{self, Audience, LoggedActivity, NewActivity, Target},
        cases::{self, StoredCase},
        catalogue, comments, events, follows, people, received, remote_actors,
    },
    urls::Urls,
};
use serde_json::{Value, json};
use std::sync::Arc;

const READER: &str = "federation";
/// Events turned into activities in one transaction.
const BATCH: i64 = 32;

/// Turns what stands in the log into activities. Returns how many events that were. The cursor
/// moves in the same transaction, so each event is told once, whatever dies when.
pub async fn tell(federation: &Federation) -> Result<usize> {
    let mut tx = federation.state.db.read().await?;
    if !events::waiting(&mut tx, READER).await? {
        return Ok(0);
    }
    drop(tx);
    let mut tx = federation.state.db.begin().await?;
    let Some(cursor) = events::lock_reader(&mut tx, READER).await? else { return Ok(0) };
    let logged = events::after(&mut tx, cursor, BATCH).await?;
    let Some(last) = logged.last().map(|logged| logged.seq) else { return Ok(0) };
    for logged in &logged {
        turn(federation, &mut tx, &logged.event, logged.at).await?;
    }
    events::advance_reader(&mut tx, READER, last).await?;
    tx.commit().await?;
    federation.state.wake.lanes.notify_one();
    federation.state.wake.follows.notify_one();
    federation.state.wake.alerts.notify_one();
    Ok(logged.len())
}

async fn turn(federation: &Federation, tx: &mut Tx, event: &Event, now: i64) -> Result<()> {
    match event {
        Event::CasePublished { id } => {
            case_told(federation, tx, id, "Create", now).await?;
            case_filtered(federation, tx, id, now).await
        }
        Event::CaseRevised { id } => {
            case_told(federation, tx, id, "Update", now).await?;
            case_filtered(federation, tx, id, now).await
        }
        Event::CaseReceived { id }
        | Event::CaseReadBack { id }
        | Event::CaseChangedElsewhere { id } => case_filtered(federation, tx, id, now).await,
        Event::CaseGoneElsewhere { id } => filters::case_gone(federation, tx, id, now).await,
        Event::ActorEnded { id } => filters::ended(federation, tx, id, now).await,
        Event::CaseWithdrawn { id } => withdrawn(federation, tx, id, now).await,
        Event::FollowerAdded { id } => accept(federation, tx, id, now).await,
        Event::FollowerRefused { id } => refuse(federation, tx, id, now).await,
        Event::FollowEnded { id } => unfollow(federation, tx, id, now).await,
        Event::ApplicationAnswered { id } => application::answer(federation, tx, id, now).await,
        Event::RelayEnded { id } => relay::left(federation, tx, id, now).await,
        Event::Announced { id } | Event::Liked { id } => reaction(federation, tx, id, now).await,
        Event::AnnounceUndone { id } | Event::LikeUndone { id } => {
            reaction_undone(federation, tx, id, now).await
        }
        Event::NoteWritten { id } => super::note::told::written(federation, tx, id, now).await,
        Event::NoteDeleted { id } => super::note::told::deleted(federation, tx, id, now).await,
        Event::LetterWritten { id } => super::note::private::written(federation, tx, id, now).await,
        Event::Reported { id } => social::reported(federation, tx, id, now).await,
        Event::CaseFeatured { id } => social::featured(federation, tx, id, true, now).await,
        Event::CaseUnfeatured { id } => social::featured(federation, tx, id, false, now).await,
        Event::QuoteAgreed { id } => social::quote_agreed(federation, tx, id, now).await,
        Event::QuoteRevoked { id } => social::quote_revoked(federation, tx, id, now).await,
        // Told to nobody: these are for the desk.
        Event::FollowRequested { .. }
        | Event::FollowAccepted { .. }
        | Event::FollowRejected { .. }
        | Event::FollowerLeft { .. } => Ok(()),
        Event::ActorChanged { id } => actor_changed(federation, tx, id, now).await,
        Event::ActorMoved { id } => social::moved(federation, tx, id, now).await,
    }
}

/// An actor of ours describes itself anew to its followers.
async fn actor_changed(federation: &Federation, tx: &mut Tx, uri: &str, now: i64) -> Result<()> {
    let found = crate::store::actors::by_uri(tx, uri).await?;
    // Without a key nobody has met it yet.
    let Some(actor) = found.filter(|actor| !actor.is_gone() && !actor.public_key.is_empty()) else {
        return Ok(());
    };
    // Its keys may be what has changed.
    let Some(keys) = federation.keys_anew_in(tx, uri).await? else { return Ok(()) };
    let gone = people::went_to(tx, uri).await?;
    let document =
        super::serve::objects::document_of(federation, &actor, &keys.published, gone.as_deref());
    let id = federation.state.urls.activity(&new_id(now));
    let body = activity::update_actor(&id, uri, document, actor.updated_at);
    let new = NewActivity {
        body: proof::prove(body, &keys.prover, now).to_string(),
        id,
        actor: uri.to_owned(),
        kind: "Update".into(),
        object: uri.to_owned(),
        audience: Audience::Followers,
        listed: false,
        targets: Vec::new(),
    };
    proof::append(federation, tx, &new, now).await?;
    Ok(())
}

/// The filters that somebody follows take note of a case.
async fn case_filtered(federation: &Federation, tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    match cases::by_id(tx, id).await? {
        Some(stored) => filters::case_changed(federation, tx, &stored, now).await,
        None => Ok(()),
    }
}

/// The article of one of our cases, as it stands now.
pub async fn article_of(
    federation: &Federation,
    tx: &mut Tx,
    stored: &StoredCase,
) -> Result<Value> {
    let mut related = Vec::with_capacity(stored.case.related.len());
    for named in &stored.case.related {
        related.push(related_uri(federation, tx, named).await?);
    }
    let (urls, texts) = (&federation.state.urls, &federation.state.texts);
    Ok(framed(stored, urls, texts, &federation.feed().uri, related))
}

/// The article of a case of ours without a look at the database, to be shown before it goes out:
/// related cases keep the names they have in the record.
pub fn compose(stored: &StoredCase, urls: &Urls, texts: &Arc<Texts>, feed: &str) -> Value {
    framed(stored, urls, texts, feed, stored.case.related.clone())
}

fn framed(
    stored: &StoredCase,
    urls: &Urls,
    texts: &Arc<Texts>,
    feed: &str,
    related: Vec<String>,
) -> Value {
    let framing = Framing {
        urls,
        texts,
        uri: &stored.uri,
        author: &stored.actor,
        feed,
        page: &stored.page,
        published: stored.published,
        updated: stored.updated,
        revision: stored.revision,
        related,
        foreign_keys: stored.foreign_keys.as_deref(),
    };
    article::to_article(&stored.case, &framing)
}

/// The object id of a related case; its page where it is not here (yet), so nothing is lost.
async fn related_uri(federation: &Federation, tx: &mut Tx, named: &str) -> Result<String> {
    if is_elsewhere(named) {
        return Ok(named.to_owned());
    }
    Ok(match cases::by_key(tx, named).await? {
        Some(related) => related.uri,
        None => federation.state.urls.case_page(named),
    })
}

async fn case_told(
    federation: &Federation,
    tx: &mut Tx,
    id: &str,
    kind: &'static str,
    now: i64,
) -> Result<()> {
    let Some(stored) = cases::by_id(tx, id).await? else { return Ok(()) };
    // Withdrawn meanwhile: its Delete comes by its own event.
    if !stored.local || !stored.is_shown() {
        return Ok(());
    }
    let urls = &federation.state.urls;
    let said = activities::latest(tx, &stored.actor, "Create", &stored.uri).await?;
    let kind = match (kind, &said) {
        // Told before under this id, or revised before it was first told.
        ("Create", Some(_)) => "Update",
        ("Update", None) => "Create",
        (kind, _) => kind,
    };
    let article = article_of(federation, tx, &stored).await?;
    let at = if kind == "Create" { stored.published } else { stored.updated };
    let activity_id = urls.activity(&new_id(now));
    let entry = catalogue::Entry {
        uri: stored.uri.clone(),
        updated: stored.updated,
        fingerprint: manifest::fingerprint(&article),
    };
    catalogue::tell(tx, &entry).await?;
    let body = activity::with_object(kind, &activity_id, &stored.actor, article, at);
    let body = proof::seal(federation, tx, &stored.actor, body, now).await?;
    let (by, uri) = (&stored.actor, &stored.uri);
    let seq = append(federation, tx, by, kind, uri, &activity_id, &body, Vec::new(), now).await?;
    if kind == "Update" {
        // Who knows the case from a boost learns of its changes from its author.
        let announcers = activities::announcers(tx, uri).await?;
        activities::widen(tx, seq, &announcers).await?;
    }
    relay::pass_on(federation, tx, (seq, kind), uri, now).await?;
    announce_in_feed(federation, tx, &stored.uri, body, kind == "Create", at, now).await
}

/// The case feed announces what the network said: the activity for Lemmy (FEP-1b12), and a new
/// case's id for Mastodon.
async fn announce_in_feed(
    federation: &Federation,
    tx: &mut Tx,
    object: &str,
    said: Value,
    is_new: bool,
    at: i64,
    now: i64,
) -> Result<()> {
    let feed = &federation.feed().uri;
    let urls = &federation.state.urls;
    let author = said.get("actor").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut boosts = vec![said];
    if is_new {
        boosts.push(json!(object));
    }
    for boosted in boosts {
        let listed = boosted.is_string();
        let id = urls.activity(&new_id(now));
        let body = activity::announce(&id, feed, boosted, at, &[&author]);
        let new = NewActivity {
            id,
            actor: feed.clone(),
            kind: "Announce".into(),
            object: object.to_owned(),
            body: body.to_string(),
            audience: Audience::Followers,
            listed,
            targets: Vec::new(),
        };
        proof::append(federation, tx, &new, now).await?;
    }
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "the parts of one row, named at each call")]
async fn append(
    federation: &Federation,
    tx: &mut Tx,
    actor: &str,
    kind: &str,
    object: &str,
    id: &str,
    body: &Value,
    targets: Vec<Target>,
    now: i64,
) -> Result<i64> {
    let new = NewActivity {
        id: id.to_owned(),
        actor: actor.to_owned(),
        kind: kind.to_owned(),
        object: object.to_owned(),
        body: body.to_string(),
        audience: if targets.is_empty() { Audience::Followers } else { Audience::Targets },
        listed: matches!(kind, "Create" | "Update" | "Delete" | "Announce"),
        targets,
    };
    proof::append(federation, tx, &new, now).await
}

async fn withdrawn(federation: &Federation, tx: &mut Tx, uri: &str, now: i64) -> Result<()> {
    let Some(stone) = cases::tombstone(tx, uri).await? else { return Ok(()) };
    catalogue::forget(tx, uri).await?;
    let network = &federation.network().uri;
    let feed = &federation.feed().uri;
    let id = federation.state.urls.activity(&new_id(now));
    let body = activity::delete(&id, network, feed, uri, stone.at);
    let body = proof::seal(federation, tx, network, body, now).await?;
    let announcers = activities::announcers(tx, uri).await?;
    let seq = append(federation, tx, network, "Delete", uri, &id, &body, Vec::new(), now).await?;
    activities::widen(tx, seq, &announcers).await?;
    relay::pass_on(federation, tx, (seq, "Delete"), uri, now).await?;
    let announce = federation.state.urls.activity(&new_id(now));
    let boosted = activity::announce(&announce, feed, body, stone.at, &[network]);
    let new = NewActivity {
        id: announce,
        actor: feed.clone(),
        kind: "Announce".into(),
        object: uri.to_owned(),
        body: boosted.to_string(),
        audience: Audience::Followers,
        listed: false,
        targets: Vec::new(),
    };
    proof::append(federation, tx, &new, now).await?;
    Ok(())
}

async fn accept(federation: &Federation, tx: &mut Tx, follow_id: &str, now: i64) -> Result<()> {
    // Left again meanwhile: nothing to answer.
    let Some(follower) = follows::follower_by_follow_id(tx, follow_id).await? else {
        return Ok(());
    };
    let id = federation.state.urls.activity(&new_id(now));
    let body = activity::answer("Accept", &id, &follower.actor, follow_id, &follower.uri);
    let target = target_of(tx, &follower.uri, Some(&follower.inbox)).await?;
    append(federation, tx, &follower.actor, "Accept", follow_id, &id, &body, target, now).await?;
    Ok(())
}

/// Who may no longer follow is told, as Mastodon does.
async fn refuse(federation: &Federation, tx: &mut Tx, follow_id: &str, now: i64) -> Result<()> {
    // They follow again, or are not known any more: nothing to refuse.
    if follows::follower_by_follow_id(tx, follow_id).await?.is_some() {
        return Ok(());
    }
    let former = follows::former_by_follow_id(tx, follow_id).await?;
    let Some((actor, uri, inbox)) = former else { return Ok(()) };
    let id = federation.state.urls.activity(&new_id(now));
    let body = activity::answer("Reject", &id, &actor, follow_id, &uri);
    let target = target_of(tx, &uri, Some(&inbox)).await?;
    append(federation, tx, &actor, "Reject", follow_id, &id, &body, target, now).await?;
    Ok(())
}

async fn unfollow(federation: &Federation, tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    let Some(following) = follows::following(tx, id).await? else { return Ok(()) };
    let (Some(follow), Some(target)) = (&following.activity, &following.target) else {
        return Ok(());
    };
    let Some(sent) = activities::by_id(tx, follow).await? else { return Ok(()) };
    let inboxes = target_of(tx, target, following.inbox.as_deref()).await?;
    undo(federation, tx, &sent, target, inboxes, now).await
}

async fn undo(
    federation: &Federation,
    tx: &mut Tx,
    sent: &LoggedActivity,
    to: &str,
    targets: Vec<Target>,
    now: i64,
) -> Result<()> {
    let undone: Value = serde_json::from_str(&sent.body).map_err(|_| StoreError::Inconsistent {
        table: "activity",
        column: "body",
        value: sent.id.clone(),
    })?;
    let id = federation.state.urls.activity(&new_id(now));
    let body = activity::undo(&id, &sent.actor, undone, &[to]);
    let new = NewActivity {
        id,
        actor: sent.actor.clone(),
        kind: "Undo".into(),
        object: sent.id.clone(),
        body: body.to_string(),
        audience: sent.audience,
        listed: false,
        targets,
    };
    proof::append(federation, tx, &new, now).await?;
    Ok(())
}

async fn reaction(federation: &Federation, tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    let Some(reaction) = crate::store::reactions::by_id(tx, id).await? else { return Ok(()) };
    let author = author_of(tx, &reaction.object).await?;
    let targets = match &author {
        Some(author) if !federation.state.urls.is_ours(author) => {
            target_of(tx, author, None).await?
        }
        _ => Vec::new(),
    };
    let is_boost = reaction.kind == "Announce";
    let body = if is_boost {
        let cc: Vec<&str> = author.as_deref().into_iter().collect();
        activity::announce(id, &reaction.actor, json!(reaction.object), reaction.at, &cc)
    } else {
        activity::like(id, &reaction.actor, &reaction.object, author.as_deref())
    };
    let new = NewActivity {
        id: id.to_owned(),
        actor: reaction.actor,
        kind: reaction.kind,
        object: reaction.object,
        body: body.to_string(),
        // A boost shows the object to followers; a like is between the two.
        audience: if is_boost { Audience::Followers } else { Audience::Targets },
        listed: is_boost,
        targets,
    };
    proof::append(federation, tx, &new, now).await?;
    Ok(())
}

async fn reaction_undone(federation: &Federation, tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    // Never told (undone before jobs looked): nothing to take back.
    let Some(sent) = activities::by_id(tx, id).await? else { return Ok(()) };
    let author = author_of(tx, &sent.object).await?.unwrap_or_default();
    let targets = match federation.state.urls.is_ours(&author) {
        true => Vec::new(),
        false => target_of(tx, &author, None).await?,
    };
    undo(federation, tx, &sent, &author, targets, now).await
}

async fn author_of(tx: &mut Tx, object: &str) -> Result<Option<String>> {
    if let Some(stored) = cases::by_uri(tx, object).await? {
        return Ok(Some(stored.actor));
    }
    if let Some(note) = comments::find(tx, object).await? {
        return Ok(Some(note.actor));
    }
    Ok(received::find(tx, object).await?.map(|known| known.actor))
}

/// Where to send to reach one remote actor.
async fn target_of(tx: &mut Tx, uri: &str, inbox: Option<&str>) -> Result<Vec<Target>> {
    let actor = remote_actors::find(tx, uri).await?;
    let inbox = match (inbox, &actor) {
        (Some(inbox), _) => inbox.to_owned(),
        (None, Some(actor)) => actor.lane().to_owned(),
        (None, None) => return Ok(Vec::new()),
    };
    let host = super::object::host_of(&inbox).unwrap_or_default();
    Ok(vec![Target { inbox, host }])
}
