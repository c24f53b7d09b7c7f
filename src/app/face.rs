//! The picture that a member shows of themselves: a square, on their page and to their followers.

use bytes::Bytes;

use super::{
    access::{Who, record},
    media::random,
    person,
};
use crate::{
    domain::{account::Member, case_study::Focus, event::Event, media::Named, profile::Profile},
    media::{Refused, Vault, VaultError},
    store::{
        Db, StoreError, Tx, actors, events,
        media::{self, StoredPicture},
    },
    urls::Urls,
};

const DAY_MS: i64 = 86_400_000;

/// Why somebody's picture was not changed.
#[derive(Debug, thiserror::Error)]
pub enum NotChanged {
    #[error(transparent)]
    File(#[from] Refused),
    /// The account has sent as many pictures as it may in a day.
    #[error("too many pictures in a day")]
    TooMany,
    #[error(transparent)]
    Other(#[from] super::Error),
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl From<StoreError> for NotChanged {
    fn from(error: StoreError) -> Self {
        NotChanged::Other(error.into())
    }
}

/// Whose picture it is, and where it is kept.
pub struct Faces<'a> {
    pub db: &'a Db,
    pub urls: &'a Urls,
    pub vault: &'a Vault,
    pub member: &'a Member,
}

impl Faces<'_> {
    /// Shows a square of this picture from now on, in which `focus` stays. As for all pictures, its
    /// bytes are kept before row and profile are written; the one before is taken away.
    ///
    /// # Errors
    /// See [`NotChanged`]; nothing is changed then.
    pub async fn show(
        &self,
        (bytes, focus, alt): (Bytes, Focus, &str),
        most_a_day: u32,
        now: i64,
    ) -> Result<(), NotChanged> {
        let account = &self.member.id;
        let sent = media::count_since(&mut self.db.read().await?, account, now - DAY_MS).await?;
        if sent >= i64::from(most_a_day) {
            return Err(NotChanged::TooMany);
        }
        let made = self.vault.make_face(bytes, Some(focus)).await?;
        let named = Named::new(random(), made.largest(), made.form);
        let picture = StoredPicture {
            id: named.id().to_owned(),
            manuscript: String::new(),
            name: named.to_string(),
            bytes: made.bytes() as i64,
            account: account.clone(),
            handle: self.member.handle.clone(),
            made_at: now,
        };
        self.vault.keep(&named, made).await?;
        let mut tx = self.db.begin().await?;
        let former = media::remove_faces(&mut tx, account).await?;
        media::insert(&mut tx, &picture).await?;
        let (address, alt) = (self.urls.picture(&named), alt.to_owned());
        let change =
            |profile: Profile| Profile { avatar: Some(address), avatar_alt: Some(alt), ..profile };
        self.describe(&mut tx, change, now).await?;
        tx.commit().await?;
        self.forget(former).await
    }

    /// Shows none from now on.
    ///
    /// # Errors
    /// See [`NotChanged`].
    pub async fn remove(&self, now: i64) -> Result<(), NotChanged> {
        let mut tx = self.db.begin().await?;
        let former = media::remove_faces(&mut tx, &self.member.id).await?;
        let change = |profile: Profile| Profile { avatar: None, avatar_alt: None, ..profile };
        self.describe(&mut tx, change, now).await?;
        tx.commit().await?;
        self.forget(former).await
    }

    /// Changes the profile; followers are told.
    async fn describe(
        &self,
        tx: &mut Tx,
        change: impl FnOnce(Profile) -> Profile,
        now: i64,
    ) -> super::Result<()> {
        let actor = person::find(tx, &self.member.handle).await?;
        let profile = change(Profile::from_json(&actor.profile)).checked();
        let profile = profile.map_err(super::Error::Invalid)?;
        actors::set_profile(tx, &actor.id, &profile.to_json(), now).await?;
        let who = Who::Member(self.member.handle.clone());
        record(tx, &who, "person.changed", &actor.uri, &actor.handle, now).await?;
        events::append(tx, &Event::ActorChanged { id: actor.uri }, now).await?;
        Ok(())
    }

    /// What is left by a crash before this is swept away.
    async fn forget(&self, ids: Vec<String>) -> Result<(), NotChanged> {
        for id in ids {
            self.vault.forget(&id).await?;
        }
        Ok(())
    }
}
