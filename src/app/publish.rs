//! A case study of this network is put in, published, revised, withdrawn.

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
};
use crate::{
    domain::{case_study::CaseStudy, event::Event, vocabulary::EditorialState},
    store::{
        Db, Tx, activities,
        cases::{self, Standing, StoredCase, Tombstone},
        events,
    },
    urls::Urls,
};

/// Where and as whom a case is published.
#[derive(Clone, Debug)]
pub struct Publisher {
    pub urls: Urls,
    /// Uri of the network's actor.
    pub actor: String,
}

/// What became of a case that was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Published {
        id: String,
    },
    /// Stored in an editorial state that the public does not see.
    Stored {
        id: String,
        state: EditorialState,
    },
    Revised {
        id: String,
        revision: i64,
    },
    Withdrawn {
        id: String,
    },
    /// Left as it is, for the reason.
    Left {
        id: String,
        reason: String,
    },
}

/// Puts a record in as its `editorial` part says: idempotent by id. What is missing for a good
/// page is no reason to refuse it (see `CaseStudy::publish_problems`). A newer `updated` becomes a
/// revision; an equal or older one is left.
pub async fn put(db: &Db, by: &Publisher, who: &Who, case: CaseStudy, now: i64) -> Result<Outcome> {
    let mut tx = begin(db).await?;
    let outcome = put_in(&mut tx, by, who, case, now).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// A transaction in which cases are changed.
async fn begin(db: &Db) -> Result<Tx> {
    let mut tx = db.begin().await?;
    cases::lock(&mut tx).await?;
    Ok(tx)
}

/// [`put`] within a transaction of the caller: several records may share one.
pub async fn put_in(
    tx: &mut Tx,
    by: &Publisher,
    who: &Who,
    case: CaseStudy,
    now: i64,
) -> Result<Outcome> {
    cases::lock(tx).await?;
    let Some(stored) = cases::by_key(tx, &case.id).await? else {
        return insert(tx, by, who, case, now).await;
    };
    let left = |reason: &str| Outcome::Left { id: stored.id.clone(), reason: reason.into() };
    let Some(updated) = case.editorial.updated.or(case.editorial.published) else {
        return Ok(left("it says no date, so it cannot be newer than what is here"));
    };
    if updated == stored.updated {
        return Ok(left("already here, with the same date"));
    }
    if updated < stored.updated {
        return Ok(left("older than what is here"));
    }
    match (stored.state, case.editorial.state) {
        (EditorialState::Published, EditorialState::Published) => {
            revise_in(tx, who, stored, case, updated, now).await
        }
        (EditorialState::Published, EditorialState::Withdrawn) => {
            let id = stored.id.clone();
            withdraw_in(tx, who, stored, "withdrawn by its source", updated, now).await?;
            Ok(Outcome::Withdrawn { id })
        }
        (EditorialState::Published, _) => {
            Ok(left("it is published; a draft of it does not replace what the public sees"))
        }
        (_, EditorialState::Published) => publish_in(tx, by, who, stored, case, updated, now).await,
        (_, state) => {
            let revision = next_revision(&stored, &case);
            let stored = StoredCase { state, updated, revision, case, ..stored };
            let id = stored.id.clone();
            cases::save(tx, &with_editorial(stored), now).await?;
            record(tx, who, "case.stored", &id, state.id(), now).await?;
            Ok(Outcome::Stored { id, state })
        }
    }
}

/// Publishes a case that is here in any state but `published`.
///
/// # Errors
/// `NotFound`; `Conflict` when it is published already; `Refused` with what is missing.
pub async fn publish(db: &Db, by: &Publisher, who: &Who, key: &str, now: i64) -> Result<Outcome> {
    let mut tx = begin(db).await?;
    let stored = find(&mut tx, key).await?;
    if stored.state == EditorialState::Published {
        return Err(Error::Conflict(format!("the case study {key} is published already")));
    }
    let updated = after(stored.updated, now);
    let mut case = stored.case.clone();
    case.editorial.published = None;
    must_be_publishable(&case)?;
    let outcome = publish_in(&mut tx, by, who, stored, case, updated, now).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// Publishes a new case at once, whatever state its record names.
///
/// # Errors
/// `Conflict` when a case with this id is published already; `Refused` with what is missing.
pub async fn publish_new(
    db: &Db,
    by: &Publisher,
    who: &Who,
    mut case: CaseStudy,
    now: i64,
) -> Result<Outcome> {
    let mut tx = begin(db).await?;
    let outcome = match cases::by_key(&mut tx, &case.id).await? {
        Some(stored) if stored.state == EditorialState::Published => {
            return Err(Error::Conflict(format!(
                "a case study {} is published already; update it instead",
                case.id
            )));
        }
        Some(stored) => {
            let updated = after(stored.updated, now);
            case.editorial.published = None;
            must_be_publishable(&case)?;
            publish_in(&mut tx, by, who, stored, case, updated, now).await?
        }
        None => {
            case.editorial.state = EditorialState::Published;
            let published = case.editorial.published.unwrap_or(whole_seconds(now));
            case.editorial.published = Some(published);
            let updated = case.editorial.updated.unwrap_or(published);
            case.editorial.updated = Some(updated.max(published));
            must_be_publishable(&case)?;
            insert(&mut tx, by, who, case, now).await?
        }
    };
    tx.commit().await?;
    Ok(outcome)
}

/// Replaces a published case by a new revision, dated now.
///
/// # Errors
/// `NotFound`; `Conflict` when it is not published; `Refused` with what is missing.
pub async fn update(db: &Db, who: &Who, case: CaseStudy, now: i64) -> Result<Outcome> {
    let mut tx = begin(db).await?;
    let stored = find(&mut tx, &case.id).await?;
    if stored.state != EditorialState::Published {
        return Err(Error::Conflict(format!(
            "the case study {} is {}, not published; publish it instead",
            case.id,
            stored.state.id()
        )));
    }
    must_be_publishable(&case)?;
    let updated = after(stored.updated, now);
    let outcome = revise_in(&mut tx, who, stored, case, updated, now).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// Takes a published case back: its page answers 410 with the reason, its object becomes a
/// Tombstone, and everyone who got it is told.
///
/// # Errors
/// `NotFound`; `Conflict` when it is not published.
pub async fn withdraw(db: &Db, who: &Who, key: &str, reason: &str, now: i64) -> Result<Outcome> {
    let mut tx = db.begin().await?;
    let outcome = withdraw_key_in(&mut tx, who, key, reason, now).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// Makes a case what the public sees, within a transaction of the caller and dated now: it is new,
/// a new revision, or published again.
///
/// # Errors
/// `Refused` with what is missing.
pub async fn release_in(
    tx: &mut Tx,
    by: &Publisher,
    who: &Who,
    mut case: CaseStudy,
    now: i64,
) -> Result<Outcome> {
    cases::lock(tx).await?;
    must_be_publishable(&case)?;
    case.editorial.published = None;
    match cases::by_key(tx, &case.id).await? {
        None => {
            case.editorial.state = EditorialState::Published;
            case.editorial.published = Some(whole_seconds(now));
            case.editorial.updated = case.editorial.published;
            insert(tx, by, who, case, now).await
        }
        Some(stored) if stored.state == EditorialState::Published => {
            let updated = after(stored.updated, now);
            revise_in(tx, who, stored, case, updated, now).await
        }
        Some(stored) => {
            let updated = after(stored.updated, now);
            publish_in(tx, by, who, stored, case, updated, now).await
        }
    }
}

/// [`withdraw`] within a transaction of the caller.
///
/// # Errors
/// The same.
pub async fn withdraw_key_in(
    tx: &mut Tx,
    who: &Who,
    key: &str,
    reason: &str,
    now: i64,
) -> Result<Outcome> {
    cases::lock(tx).await?;
    let stored = find(tx, key).await?;
    if stored.state != EditorialState::Published {
        return Err(Error::Conflict(format!(
            "the case study {key} is {}, not published",
            stored.state.id()
        )));
    }
    let id = stored.id.clone();
    let updated = after(stored.updated, now);
    withdraw_in(tx, who, stored, reason, updated, now).await?;
    Ok(Outcome::Withdrawn { id })
}

/// Our own case by its schema id or its ULID.
pub async fn find(tx: &mut Tx, key: &str) -> Result<StoredCase> {
    let found = match cases::by_key(tx, key).await? {
        None => cases::by_id(tx, key).await?.filter(|stored| stored.local),
        found => found,
    };
    found.ok_or_else(|| Error::NotFound(format!("case study {key} of this network")))
}

async fn insert(
    tx: &mut Tx,
    by: &Publisher,
    who: &Who,
    case: CaseStudy,
    now: i64,
) -> Result<Outcome> {
    let id = new_id(now);
    let state = case.editorial.state;
    let published = case.editorial.published.unwrap_or(whole_seconds(now));
    let stored = StoredCase {
        num: 0,
        uri: by.urls.object(&id),
        id: id.clone(),
        local: true,
        host: by.urls.host().to_owned(),
        page: case.slug.clone(),
        origin_url: Some(by.urls.case_page(&case.slug)),
        actor: by.actor.clone(),
        state,
        standing: Standing::Shown,
        published,
        updated: case.editorial.updated.unwrap_or(published).max(published),
        revision: case.editorial.revision.unwrap_or(1).max(1),
        received: now,
        withdrawn: (state == EditorialState::Withdrawn).then(|| (now, String::new())),
        shared_by: None,
        foreign_keys: None,
        case,
    };
    cases::save(tx, &with_editorial(stored), now).await?;
    if state == EditorialState::Published {
        record(tx, who, "case.published", &id, "", now).await?;
        events::append(tx, &Event::CasePublished { id: id.clone() }, now).await?;
        return Ok(Outcome::Published { id });
    }
    record(tx, who, "case.stored", &id, state.id(), now).await?;
    Ok(Outcome::Stored { id, state })
}

async fn publish_in(
    tx: &mut Tx,
    by: &Publisher,
    who: &Who,
    stored: StoredCase,
    case: CaseStudy,
    updated: i64,
    now: i64,
) -> Result<Outcome> {
    let id = stored.id.clone();
    // A withdrawn object is a Tombstone for good, whatever states the case went through since:
    // what is published again gets a new object id.
    let uri = match cases::tombstone(tx, &stored.uri).await? {
        Some(_) => by.urls.object(&new_id(now)),
        None => stored.uri.clone(),
    };
    let published = case.editorial.published.unwrap_or(updated);
    let stored = StoredCase {
        uri,
        state: EditorialState::Published,
        published,
        updated: updated.max(published),
        revision: next_revision(&stored, &case),
        page: case.slug.clone(),
        withdrawn: None,
        case,
        ..stored
    };
    cases::save(tx, &with_editorial(stored), now).await?;
    record(tx, who, "case.published", &id, "", now).await?;
    events::append(tx, &Event::CasePublished { id: id.clone() }, now).await?;
    Ok(Outcome::Published { id })
}

async fn revise_in(
    tx: &mut Tx,
    who: &Who,
    stored: StoredCase,
    case: CaseStudy,
    updated: i64,
    now: i64,
) -> Result<Outcome> {
    let id = stored.id.clone();
    let revision = next_revision(&stored, &case);
    let page = case.slug.clone();
    // The date of first publication does not move with a revision.
    let stored = StoredCase { updated, revision, page, case, ..stored };
    cases::save(tx, &with_editorial(stored), now).await?;
    record(tx, who, "case.revised", &id, &revision.to_string(), now).await?;
    events::append(tx, &Event::CaseRevised { id: id.clone() }, now).await?;
    Ok(Outcome::Revised { id, revision })
}

async fn withdraw_in(
    tx: &mut Tx,
    who: &Who,
    stored: StoredCase,
    reason: &str,
    updated: i64,
    now: i64,
) -> Result<()> {
    let (id, uri) = (stored.id.clone(), stored.uri.clone());
    let stored = StoredCase {
        state: EditorialState::Withdrawn,
        updated,
        withdrawn: Some((now, reason.to_owned())),
        ..stored
    };
    cases::save(tx, &with_editorial(stored), now).await?;
    let stone = Tombstone {
        uri: uri.clone(),
        former_type: "Article".into(),
        at: now,
        reason: reason.to_owned(),
    };
    cases::bury(tx, &stone).await?;
    activities::drop_about(tx, &uri).await?;
    record(tx, who, "case.withdrawn", &id, reason, now).await?;
    // By the object's id: the case may be published again under a new one before jobs look.
    events::append(tx, &Event::CaseWithdrawn { id: uri }, now).await?;
    Ok(())
}

/// The editorial part of the document says what the columns say.
fn with_editorial(mut stored: StoredCase) -> StoredCase {
    let editorial = &mut stored.case.editorial;
    editorial.state = stored.state;
    if editorial.published.is_some() || stored.state == EditorialState::Published {
        editorial.published = Some(stored.published);
    }
    if editorial.updated.is_some() || stored.state == EditorialState::Published {
        editorial.updated = Some(stored.updated);
    }
    editorial.revision = Some(stored.revision);
    stored
}

fn must_be_publishable(case: &CaseStudy) -> Result<()> {
    let errors = case.publish_problems();
    if errors.is_empty() {
        return Ok(());
    }
    Err(Error::Refused(crate::domain::case_study::Refusal { errors }))
}

fn next_revision(stored: &StoredCase, case: &CaseStudy) -> i64 {
    case.editorial.revision.unwrap_or(0).max(stored.revision + 1)
}

/// Dates on the wire have whole seconds; a revision must be newer than the one before it, or
/// receivers would take it for the same.
fn after(before: i64, now: i64) -> i64 {
    whole_seconds(now).max(whole_seconds(before) + 1_000)
}

fn whole_seconds(ms: i64) -> i64 {
    ms - ms.rem_euclid(1_000)
}
