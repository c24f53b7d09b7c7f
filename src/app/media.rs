//! Pictures come into drafts, and bytes that nothing speaks of are swept away.

use bytes::Bytes;

use super::{
    access::record,
    desk::{By, Desk, No, Saved},
};
use crate::{
    domain::{
        case_study::FieldError,
        desk::{
            may_edit,
            pictures::{self, Words},
        },
        media::Named,
    },
    media::{Refused, Vault, VaultError},
    store::{
        Db, StoreError,
        media::{self, StoredPicture},
    },
};

const DAY_MS: i64 = 86_400_000;
/// Bytes without a row are let be for so long: a picture is on its way for seconds.
const GRACE_MS: i64 = DAY_MS;
/// Ids looked up at once.
const SOME: usize = 200;

/// Why a picture did not come into a draft.
#[derive(Debug, thiserror::Error)]
pub enum NotAdded {
    /// What is wrong with its words, by the names of the fields.
    #[error("the picture is not described as it must be")]
    Words(Vec<FieldError>),
    #[error(transparent)]
    File(#[from] Refused),
    /// The draft has as many as it may have.
    #[error("there is no room for another picture")]
    Full,
    /// The account has sent as many as it may in a day.
    #[error("too many pictures in a day")]
    TooMany,
    #[error(transparent)]
    Desk(#[from] No),
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl From<StoreError> for NotAdded {
    fn from(error: StoreError) -> Self {
        NotAdded::Desk(error.into())
    }
}

/// Puts a picture into a draft. First its bytes are kept, then row and draft are written in one
/// transaction: whoever is told that it is there finds it after any crash, and a crash in between
/// leaves bytes that [`sweep`] takes away.
///
/// # Errors
/// See [`NotAdded`]. Whether there is such a draft is found out before anything else.
pub async fn add(
    desk: &Desk,
    vault: &Vault,
    (by, id): (&By<'_>, &str),
    (bytes, words): (Bytes, &Words),
    most_a_day: u32,
    now: i64,
) -> Result<Saved, NotAdded> {
    let opened = desk.open(by, id).await?;
    may_edit(opened.manuscript.state, by.hand, opened.tie).map_err(No::from)?;
    if !pictures::has_room(&opened.manuscript.draft) {
        return Err(NotAdded::Full);
    }
    let flaws = words.flaws();
    if !flaws.is_empty() {
        return Err(NotAdded::Words(flaws));
    }
    let (account, handle) = by.names();
    let sent = media::count_since(&mut desk.db.read().await?, &account, now - DAY_MS).await?;
    if sent >= i64::from(most_a_day) {
        return Err(NotAdded::TooMany);
    }
    let made = vault.make(bytes).await?;
    let named = Named::new(random(), made.largest(), made.form);
    let picture = StoredPicture {
        id: named.id().to_owned(),
        manuscript: id.to_owned(),
        name: named.to_string(),
        bytes: made.bytes() as i64,
        account,
        handle,
        made_at: now,
    };
    vault.keep(&named, made).await?;
    let file = desk.publisher.urls.picture(&named);
    let mut tx = desk.db.begin().await?;
    media::insert(&mut tx, &picture).await?;
    let add = |draft: &_| pictures::added(draft, &file, words);
    let saved = desk.change_in(&mut tx, by, id, None, add, now).await?;
    record(&mut tx, &by.who, "picture.added", id, named.id(), now).await.map_err(No::from)?;
    tx.commit().await.map_err(NotAdded::from)?;
    Ok(saved)
}

pub(super) fn random() -> u128 {
    let mut bytes = [0; 16];
    aws_lc_rs::rand::fill(&mut bytes).expect("the system has a source of randomness");
    u128::from_be_bytes(bytes)
}

/// Takes away what was kept and never came into a draft, a day after. How many pictures that were.
///
/// # Errors
/// When the store of pictures or the database does not answer.
pub async fn sweep(db: &Db, vault: &Vault, now: i64) -> Result<usize, NotAdded> {
    let mut count = vault.tidy(now - GRACE_MS).await?;
    for some in vault.ids(now - GRACE_MS).await?.chunks(SOME) {
        let known = media::known(&mut db.read().await?, some).await?;
        for id in some.iter().filter(|id| !known.contains(*id)) {
            vault.forget(id).await?;
            count += 1;
        }
    }
    Ok(count)
}
