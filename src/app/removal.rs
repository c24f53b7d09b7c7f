//! An administrator removes one picture or document for good: a picture of a case, of a person, or the
//! copy of a partner's, or a document that was sent with a case.

use super::{
    Error,
    access::{Who, record},
};
use crate::{
    domain::{event::Event, media::is_id, profile::Profile},
    media::{Vault, VaultError},
    store::{
        Db, StoreError, Tx, actors,
        cases::{self, Tombstone},
        copies::{self, Copy, NEVER},
        documents::{self, StoredDocument},
        events, media,
        media::StoredPicture,
        remote_actors,
        removal::{self, Shelf},
    },
    urls::Urls,
};

/// Why a picture or document was not removed.
#[derive(Debug, thiserror::Error)]
pub enum NotRemoved {
    #[error(transparent)]
    Other(#[from] Error),
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl From<StoreError> for NotRemoved {
    fn from(error: StoreError) -> Self {
        NotRemoved::Other(error.into())
    }
}

/// What is kept here.
#[derive(Clone, Debug)]
pub enum Kept {
    /// A picture that somebody sent.
    Own(StoredPicture),
    /// A picture that stands elsewhere.
    Copy(Copy),
    Document(StoredDocument),
}

/// Something that shows a picture, or links a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaks {
    /// Title and address of its page.
    Case(String, String),
    /// Title and id.
    Draft(String, String),
    /// The handle of one of ours, or the uri of somebody elsewhere.
    Person(String),
}

/// The picture or document with this address, as a page shows it, or id, and what speaks of it.
///
/// # Errors
/// `Invalid` for what is no such address here, `NotFound` where none is kept, `Conflict` for one
/// that was removed.
pub async fn find(db: &Db, urls: &Urls, named: &str) -> super::Result<(Kept, Vec<Speaks>)> {
    let id = id_in(urls, named).ok_or_else(|| {
        Error::Invalid(format!(
            "{named} is neither address nor id of a picture or document kept here"
        ))
    })?;
    let mut tx = db.read().await?;
    if let Some(picture) = media::find(&mut tx, id).await? {
        let mut speaks = speaking_of(&mut tx, urls, Shelf::Pictures, id).await?;
        let people = removal::people_with(&mut tx, id).await?;
        speaks.extend(people.into_iter().map(Speaks::Person));
        return Ok((Kept::Own(picture), speaks));
    }
    if let Some(copy) = copies::find(&mut tx, id).await? {
        if copy.retry_at >= NEVER {
            return Err(Error::Conflict(format!("{named} was removed before")));
        }
        let speaks = owner_of(&mut tx, urls, &copy).await?;
        return Ok((Kept::Copy(copy), speaks.into_iter().collect()));
    }
    if let Some(document) = documents::find(&mut tx, id).await? {
        let speaks = speaking_of(&mut tx, urls, Shelf::Documents, id).await?;
        return Ok((Kept::Document(document), speaks));
    }
    for shelf in [Shelf::Pictures, Shelf::Documents] {
        if cases::tombstone(&mut tx, &stone_of(urls, shelf, id)).await?.is_some() {
            return Err(Error::Conflict(format!("{named} was removed before")));
        }
    }
    Err(Error::NotFound(format!("picture or document {named} here")))
}

/// The id in `/media/ID/…`, `/copies/cases/PAGE/ID/…`, `/copies/people/ID`, `/documents/ID/…`, or by
/// itself.
fn id_in<'a>(urls: &Urls, named: &'a str) -> Option<&'a str> {
    let origin = urls.absolute("");
    let path = named.strip_prefix(origin.trim_end_matches('/')).unwrap_or(named);
    let parts: Vec<&str> = path.split(['?', '#']).next()?.split('/').collect();
    let id = match parts[..] {
        [id] | ["", "media", id] | ["", "media", id, _] => id,
        ["", "documents", id] | ["", "documents", id, _] => id,
        ["", "copies", "people", id] | ["", "copies", "cases", _, id, _] => id,
        _ => return None,
    };
    is_id(id).then_some(id)
}

/// Under this nothing comes back: a pattern is shown in place of a picture, and readers are told that
/// a document was removed.
fn stone_of(urls: &Urls, shelf: Shelf, id: &str) -> String {
    urls.absolute(&match shelf {
        Shelf::Pictures => format!("/media/{id}"),
        Shelf::Documents => format!("/documents/{id}"),
    })
}

async fn speaking_of(
    tx: &mut Tx,
    urls: &Urls,
    shelf: Shelf,
    id: &str,
) -> super::Result<Vec<Speaks>> {
    let mut all = Vec::new();
    for stored in removal::cases_with(tx, shelf, id).await? {
        all.push(Speaks::Case(stored.case.title, urls.case_page(&stored.page)));
    }
    for (id, title) in removal::drafts_with(tx, shelf, id).await? {
        all.push(Speaks::Draft(title, id));
    }
    Ok(all)
}

async fn owner_of(tx: &mut Tx, urls: &Urls, copy: &Copy) -> super::Result<Option<Speaks>> {
    if let Some(stored) = cases::by_uri(tx, &copy.owner).await? {
        return Ok(Some(Speaks::Case(stored.case.title, urls.case_page(&stored.page))));
    }
    let actor = remote_actors::find(tx, &copy.owner).await?;
    Ok(actor.map(|actor| Speaks::Person(actor.uri)))
}

/// Removes all sizes of a picture, or a document, and what is known of it. Where something shows a
/// picture, a pattern takes its place; a person shows none from now on. The copy of a partner's is not
/// loaded again. Pages name a document that was removed, and offer it no longer.
///
/// # Errors
/// When the store of pictures or the database does not answer; then it can be done again.
pub async fn remove(
    (db, urls, vault): (&Db, &Urls, &Vault),
    who: &Who,
    kept: &Kept,
    now: i64,
) -> Result<(), NotRemoved> {
    // Bytes first: as long as the row is there, it can be asked for again.
    let (id, subject) = match kept {
        Kept::Own(picture) => (Some(&picture.id), picture.id.clone()),
        Kept::Copy(copy) => (copy.id.as_ref(), copy.url.clone()),
        Kept::Document(document) => (Some(&document.id), document.id.clone()),
    };
    if let Some(id) = id {
        vault.forget(id).await?;
    }
    let mut tx = db.begin().await?;
    match kept {
        Kept::Own(picture) => {
            removal::remove(&mut tx, &picture.id).await?;
            for handle in removal::people_with(&mut tx, &picture.id).await? {
                unface(&mut tx, &handle, now).await?;
            }
            bury(&mut tx, stone_of(urls, Shelf::Pictures, &picture.id), "Image", now).await?;
        }
        Kept::Document(document) => {
            removal::remove_document(&mut tx, &document.id).await?;
            bury(&mut tx, stone_of(urls, Shelf::Documents, &document.id), "Document", now).await?;
        }
        Kept::Copy(copy) => {
            let never = Copy { id: None, name: None, bytes: 0, retry_at: NEVER, ..copy.clone() };
            copies::save(&mut tx, &never).await?;
        }
    }
    let what = match kept {
        Kept::Document(_) => "document.removed-for-good",
        Kept::Own(_) | Kept::Copy(_) => "picture.removed",
    };
    record(&mut tx, who, what, &subject, "", now).await?;
    tx.commit().await?;
    Ok(())
}

async fn bury(tx: &mut Tx, uri: String, former_type: &str, at: i64) -> Result<(), StoreError> {
    let stone = Tombstone { uri, former_type: former_type.into(), at, reason: String::new() };
    cases::bury(tx, &stone).await
}

/// Somebody of ours shows no picture any more; followers are told.
async fn unface(tx: &mut Tx, handle: &str, now: i64) -> super::Result<()> {
    let Some(actor) = actors::by_handle(tx, handle).await? else { return Ok(()) };
    let profile = Profile { avatar: None, avatar_alt: None, ..Profile::from_json(&actor.profile) };
    actors::set_profile(tx, &actor.id, &profile.to_json(), now).await?;
    events::append(tx, &Event::ActorChanged { id: actor.uri }, now).await?;
    Ok(())
}

/// Whether a picture or document was kept here and removed.
///
/// # Errors
/// When the database does not answer.
pub async fn is_removed(db: &Db, urls: &Urls, shelf: Shelf, id: &str) -> Result<bool, StoreError> {
    Ok(cases::tombstone(&mut db.read().await?, &stone_of(urls, shelf, id)).await?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_what_a_page_shows_of_it() {
        let urls = Urls::new("https://cases.example");
        let id = "000000000000000000000000000000ab";
        for named in [
            id.to_owned(),
            format!("/media/{id}/30x20.png"),
            format!("https://cases.example/media/{id}/30x20.png"),
            format!("https://cases.example/copies/cases/s@a.example/{id}/480?x"),
            format!("/copies/people/{id}"),
            format!("/documents/{id}/plan.pdf"),
            format!("https://cases.example/documents/{id}/plan.pdf"),
        ] {
            assert_eq!(id_in(&urls, &named), Some(id), "{named}");
        }
        for named in ["", "x", "/media/x/30x20.png", "https://a.example/media/x", "/cases/x"] {
            assert_eq!(id_in(&urls, named), None, "{named}");
        }
        assert_eq!(id_in(&urls, &format!("https://a.example/media/{id}/30x20.png")), None);
    }
}
