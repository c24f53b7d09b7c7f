//! Citymakers of this instance: made, described and suspended.

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
};
use crate::{
    domain::{
        event::Event,
        id::Handle,
        profile::Profile,
        search::feeds,
        text::{clean_block, clean_line},
    },
    store::{
        Db, Tx,
        actors::{self, ActorKind, LocalActor},
        events, follows,
    },
    urls::Urls,
};

const NAME_CHARS: usize = 100;
const SUMMARY_CHARS: usize = 2_000;

/// What a person is called and says; `None` leaves what is.
#[derive(Clone, Debug, Default)]
pub struct Described {
    pub name: Option<String>,
    /// Plain text.
    pub summary: Option<String>,
    pub profile: Option<Profile>,
}

impl Described {
    /// The same with clean texts.
    ///
    /// # Errors
    /// `Invalid` for what cannot be taken.
    pub(super) fn checked(self) -> Result<Self> {
        let name = self.name.map(|name| clean_line(&name).trim().to_owned());
        let summary = self.summary.map(|summary| clean_block(&summary).trim().to_owned());
        let too_long = |text: &Option<String>, most| {
            text.as_ref().is_some_and(|text| text.chars().count() > most)
        };
        if too_long(&name, NAME_CHARS) || name.as_ref().is_some_and(String::is_empty) {
            return Err(Error::Invalid(format!("a name has 1 to {NAME_CHARS} characters")));
        }
        if too_long(&summary, SUMMARY_CHARS) {
            return Err(Error::Invalid(format!(
                "a summary has at most {SUMMARY_CHARS} characters"
            )));
        }
        let profile = self.profile.map(Profile::checked).transpose().map_err(Error::Invalid)?;
        Ok(Described { name, summary, profile })
    }
}

/// Handles that filters may take, or that would pass for the instance itself.
fn is_reserved(handle: &str) -> bool {
    let names = ["cases", "admin", "administrator", "root", "instance", "kontor"];
    names.contains(&handle) || feeds::is_reserved(handle)
}

/// Makes a citymaker's actor.
///
/// # Errors
/// `Invalid` for a handle or text that cannot be taken; `Conflict` when the handle is taken, also
/// by somebody who is gone.
pub async fn add(
    db: &Db,
    urls: &Urls,
    who: &Who,
    handle: &str,
    described: Described,
    now: i64,
) -> Result<LocalActor> {
    let mut tx = db.begin().await?;
    let actor = insert(&mut tx, urls, who, handle, described, now).await?;
    tx.commit().await?;
    Ok(actor)
}

/// The same in the transaction of who needs the actor.
pub(super) async fn insert(
    tx: &mut Tx,
    urls: &Urls,
    who: &Who,
    handle: &str,
    described: Described,
    now: i64,
) -> Result<LocalActor> {
    let handle = checked_handle(handle)?;
    let handle = handle.as_str();
    let Described { name, summary, profile } = described.checked()?;
    let id = new_id(now);
    let uri = urls.actor(&id);
    let actor = LocalActor {
        name: name.unwrap_or_else(|| handle.to_owned()),
        summary: summary.unwrap_or_default(),
        profile: profile.unwrap_or_default().to_json(),
        ..LocalActor::new(id, uri, ActorKind::Person, handle, now)
    };
    if !actors::insert(tx, &actor).await? {
        return Err(Error::Conflict(format!("the handle @{handle} is taken")));
    }
    record(tx, who, "person.added", &actor.uri, handle, now).await?;
    Ok(actor)
}

/// A handle that a person may have.
///
/// # Errors
/// `Invalid` when it is none, or is kept for the instance.
pub(super) fn checked_handle(handle: &str) -> Result<Handle> {
    let handle = Handle::parse(handle.trim().trim_start_matches('@'))
        .map_err(|error| Error::Invalid(error.to_string()))?;
    match is_reserved(handle.as_str()) {
        true => Err(Error::Invalid(format!("@{handle} is kept for the instance itself"))),
        false => Ok(handle),
    }
}

/// The living citymaker with this handle or id.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn find(tx: &mut Tx, named: &str) -> Result<LocalActor> {
    let found = match named.contains("://") {
        true => actors::by_uri(tx, named).await?,
        false => {
            let bare = named.trim().trim_start_matches('@');
            let handle = bare.split('@').next().unwrap_or_default();
            actors::by_handle(tx, handle).await?
        }
    };
    let found = found.filter(|actor| actor.kind == ActorKind::Person && !actor.is_gone());
    found.ok_or_else(|| Error::NotFound(format!("citymaker {named} here")))
}

/// Changes name, summary or profile; followers are told.
///
/// # Errors
/// `NotFound`, or `Invalid` for a text that cannot be taken.
pub async fn edit(
    db: &Db,
    who: &Who,
    named: &str,
    described: Described,
    now: i64,
) -> Result<LocalActor> {
    let Described { name, summary, profile } = described.checked()?;
    let mut tx = db.begin().await?;
    let mut actor = find(&mut tx, named).await?;
    actor.name = name.unwrap_or(actor.name);
    actor.summary = summary.unwrap_or(actor.summary);
    actor.updated_at = now;
    let LocalActor { id, handle, name, summary, .. } = &actor;
    actors::describe(&mut tx, id, handle, name, summary, now).await?;
    if let Some(profile) = profile {
        actor.profile = profile.to_json();
        actors::set_profile(&mut tx, &actor.id, &actor.profile, now).await?;
    }
    record(&mut tx, who, "person.changed", &actor.uri, &actor.handle, now).await?;
    events::append(&mut tx, &Event::ActorChanged { id: actor.uri.clone() }, now).await?;
    tx.commit().await?;
    Ok(actor)
}

/// Ends a citymaker's actor for good: its followers are told, its handle is not given again, what
/// it wrote stays until it is deleted.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn suspend(
    db: &Db,
    who: &Who,
    named: &str,
    reason: &str,
    now: i64,
) -> Result<LocalActor> {
    let mut tx = db.begin().await?;
    let actor = find(&mut tx, named).await?;
    end(&mut tx, &actor, now).await?;
    record(&mut tx, who, "person.suspended", &actor.uri, reason, now).await?;
    tx.commit().await?;
    Ok(actor)
}

/// Ends an actor in the transaction of who decided so: follows end, and its followers are told.
pub(super) async fn end(tx: &mut Tx, actor: &LocalActor, now: i64) -> Result<()> {
    actors::end(tx, &actor.id, now).await?;
    for following in follows::all_following(tx, i64::MAX).await? {
        if following.actor == actor.uri && following.state != "ended" {
            follows::set_state(tx, &following.id, "ended", now).await?;
            if following.activity.is_some() {
                events::append(tx, &Event::FollowEnded { id: following.id }, now).await?;
            }
        }
    }
    events::append(tx, &Event::ActorEnded { id: actor.uri.clone() }, now).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_reserved;

    #[test]
    fn nobody_passes_for_a_filter_or_the_instance() {
        for handle in ["cases", "topic-cycling", "sdg11", "admin"] {
            assert!(is_reserved(handle), "{handle}");
        }
        assert!(!is_reserved("ana"));
    }
}
