//! Documents come into drafts, get other titles, and are taken out.

use bytes::Bytes;

use super::{
    access::record,
    desk::{By, Desk, No, Saved},
    media::random,
};
use crate::{
    domain::{
        desk::{Draft, documents, may_edit},
        document,
    },
    media::{Unsound, Vault, VaultError, judge},
    store::{
        StoreError,
        documents::{self as rows, StoredDocument},
    },
    urls::Urls,
};

const DAY_MS: i64 = 86_400_000;

/// Why a document did not come into a draft.
#[derive(Debug, thiserror::Error)]
pub enum NotAdded {
    /// The code of what is wrong with its title.
    #[error("the title is not as it must be: {0}")]
    Title(&'static str),
    #[error(transparent)]
    File(#[from] Unsound),
    /// The draft has as many as it may have.
    #[error("there is no room for another document")]
    Full,
    /// The account has sent as many as it may in a day.
    #[error("too many documents in a day")]
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

/// Ids of the documents that a draft links, with the row of the link.
pub fn of_draft(urls: &Urls, draft: &Draft) -> Vec<(usize, String)> {
    let own = |row: usize| {
        let address = draft.text(&format!("links.{row}.url"));
        Some((row, urls.own_document(&address)?.to_owned()))
    };
    (0..draft.rows("links")).filter_map(own).collect()
}

/// Whether another document has room.
pub fn has_room(urls: &Urls, draft: &Draft) -> bool {
    documents::has_room(draft) && of_draft(urls, draft).len() < document::MOST
}

/// What somebody sends.
pub struct Sent<'a> {
    pub title: &'a str,
    /// What the file is called where it comes from.
    pub file_name: &'a str,
    pub bytes: Bytes,
}

/// Puts a document into a draft: first its bytes are kept, then row and draft are written in one
/// transaction, as it is with pictures.
///
/// # Errors
/// See [`NotAdded`]. Whether there is such a draft is found out before anything else.
pub async fn add(
    desk: &Desk,
    vault: &Vault,
    (by, id): (&By<'_>, &str),
    Sent { title, file_name, bytes }: Sent<'_>,
    most_a_day: u32,
    now: i64,
) -> Result<Saved, NotAdded> {
    let urls = &desk.publisher.urls;
    let opened = desk.open(by, id).await?;
    may_edit(opened.manuscript.state, by.hand, opened.tie).map_err(No::from)?;
    if !has_room(urls, &opened.manuscript.draft) {
        return Err(NotAdded::Full);
    }
    let title = documents::title_of(title).map_err(NotAdded::Title)?;
    judge(&bytes)?;
    let (account, handle) = by.names();
    let sent = rows::count_since(&mut desk.db.read().await?, &account, now - DAY_MS).await?;
    if sent >= i64::from(most_a_day) {
        return Err(NotAdded::TooMany);
    }
    let stored = StoredDocument {
        id: format!("{:032x}", random()),
        manuscript: id.to_owned(),
        name: document::name_of(file_name),
        bytes: bytes.len() as i64,
        account,
        handle,
        made_at: now,
    };
    vault.keep_document(&stored.id, bytes).await?;
    let url = urls.document(&stored.id, &stored.name);
    let mut tx = desk.db.begin().await?;
    rows::insert(&mut tx, &stored).await?;
    // Others may have sent one meanwhile.
    let add = |draft: &Draft| match has_room(urls, draft) {
        true => documents::added(draft, &url, &title),
        false => Err(documents::full()),
    };
    let saved = desk.change_in(&mut tx, by, id, None, add, now).await?;
    record(&mut tx, &by.who, "document.added", id, &stored.id, now).await.map_err(No::from)?;
    tx.commit().await.map_err(NotAdded::from)?;
    Ok(saved)
}

/// Gives a document of a draft another title.
///
/// # Errors
/// As the desk says.
pub async fn retitle(
    desk: &Desk,
    (by, id): (&By<'_>, &str),
    (url, title): (&str, &str),
    base: i64,
    now: i64,
) -> Result<Saved, No> {
    let own = desk.publisher.urls.own_document(url).is_some();
    let change = |draft: &Draft| match own {
        true => documents::retitled(draft, url, title),
        false => Ok(draft.clone()),
    };
    desk.change(by, id, base, change, now).await
}

/// Takes a document out of a draft. Former versions show it, so its row and bytes stay.
///
/// # Errors
/// As the desk says.
pub async fn remove(
    desk: &Desk,
    (by, id): (&By<'_>, &str),
    url: &str,
    base: i64,
    now: i64,
) -> Result<Saved, No> {
    let document = desk.publisher.urls.own_document(url);
    let change = |draft: &Draft| match document {
        Some(_) => documents::without(draft, url),
        None => Ok(draft.clone()),
    };
    let mut tx = desk.db.begin().await?;
    let saved = desk.change_in(&mut tx, by, id, Some(base), change, now).await?;
    if let Some(document) = document {
        record(&mut tx, &by.who, "document.removed", id, document, now).await?;
    }
    tx.commit().await?;
    Ok(saved)
}
