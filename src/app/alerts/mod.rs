//! Saved searches: kept by a member, changed, ended, each by its owner alone.

mod gather;
pub(super) mod keys;
mod subscribe;
mod tell;

pub use gather::gather;
pub use keys::{Purpose, key_of, opened};
pub use subscribe::{Confirmed, Ended, confirm, end_by_key, ending, subscribe, wanted};
pub use tell::tell_due;

use super::{Error, Result, new_id};
use crate::{
    domain::{
        account::Member,
        alert::{self, MOST, NAME_CHARS, Rhythm},
        search::CaseFilter,
        text::{clean_line, shorten},
    },
    store::{
        Db, StoreError, Tx,
        alerts::{self, Alert},
    },
};

/// Digests whose address did not agree are forgotten after a week.
pub const UNCONFIRMED_MS: i64 = 7 * 86_400_000;
/// What was told is remembered for two years: a case that is withdrawn and comes back later than that
/// may be told again.
const TOLD_MS: i64 = 730 * 86_400_000;

/// How somebody wants to hear of a search.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// What they call it.
    pub name: &'a str,
    pub rhythm: Rhythm,
    pub by_mail: bool,
    pub on_site: bool,
}

impl Wish<'_> {
    fn name(&self) -> Result<String> {
        let name = shorten(clean_line(self.name).trim(), NAME_CHARS);
        match name.is_empty() {
            true => Err(Error::Invalid("a saved search has a name".into())),
            false => Ok(name),
        }
    }
}

/// Saves a search. Cases that are published from now on are news.
///
/// # Errors
/// `Invalid` without a name or with a search that is too long, `Conflict` when there are [`MOST`].
pub async fn save(
    db: &Db,
    member: &Member,
    filter: &CaseFilter,
    wish: &Wish<'_>,
    now: i64,
) -> Result<Alert> {
    let filter = alert::saved(filter);
    let filter = filter.ok_or_else(|| Error::Invalid("this search is too long".into()))?;
    let name = wish.name()?;
    let mut tx = db.begin().await?;
    if alerts::of_account(&mut tx, &member.id).await?.len() as i64 >= MOST {
        return Err(Error::Conflict(format!("at most {MOST} searches are saved")));
    }
    let alert = Alert {
        id: new_id(now),
        account: Some(member.id.clone()),
        email: String::new(),
        language: String::new(),
        name,
        filter,
        rhythm: wish.rhythm,
        by_mail: wish.by_mail,
        on_site: wish.on_site,
        confirmed: true,
        mail_turn: 0,
        feed_turn: 0,
        since: now,
        told_at: 0,
        due_at: None,
    };
    alerts::insert(&mut tx, &alert).await?;
    keys::make_secret(&mut tx).await?;
    tx.commit().await?;
    Ok(alert)
}

/// All of a member, in the order in which they were saved.
///
/// # Errors
/// When the database does not answer.
pub async fn list(db: &Db, member: &Member) -> Result<Vec<Alert>> {
    Ok(alerts::of_account(&mut db.read().await?, &member.id).await?)
}

/// The one with this id, if it is theirs.
async fn own(tx: &mut Tx, member: &Member, id: &str) -> Result<Alert> {
    let found = alerts::take(tx, id).await?;
    let found = found.filter(|alert| alert.account.as_deref() == Some(member.id.as_str()));
    found.ok_or_else(|| Error::NotFound("such saved search".into()))
}

/// Another name, rhythm or way. What waits is told at the new time.
///
/// # Errors
/// `NotFound` when it is not theirs, `Invalid` without a name.
pub async fn change(db: &Db, member: &Member, id: &str, wish: &Wish<'_>, now: i64) -> Result<()> {
    let name = wish.name()?;
    let mut tx = db.begin().await?;
    let mut alert = own(&mut tx, member, id).await?;
    if (wish.by_mail || wish.on_site) && !(alert.by_mail || alert.on_site) {
        // It was silent: what came meanwhile is no news.
        alert.since = now;
    }
    (alert.name, alert.rhythm) = (name, wish.rhythm);
    (alert.by_mail, alert.on_site) = (wish.by_mail, wish.on_site);
    alert.due_at = alert.due_at.map(|_| wish.rhythm.due(alert.told_at, now));
    alerts::save(&mut tx, &alert).await?;
    tx.commit().await?;
    Ok(())
}

/// The private feed gets another address; the one before leads nowhere.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub async fn renew_feed(db: &Db, member: &Member, id: &str) -> Result<()> {
    let mut tx = db.begin().await?;
    let mut alert = own(&mut tx, member, id).await?;
    alert.feed_turn += 1;
    alerts::save(&mut tx, &alert).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends a saved search, with its feed and the links in its mails.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub async fn end(db: &Db, member: &Member, id: &str) -> Result<()> {
    let mut tx = db.begin().await?;
    let alert = own(&mut tx, member, id).await?;
    alerts::delete(&mut tx, &alert.id).await?;
    tx.commit().await?;
    Ok(())
}

/// The saved search whose private feed is read with this key, while its owner's account is in use.
///
/// # Errors
/// When the database does not answer.
pub async fn feed_of(db: &Db, key: &str) -> std::result::Result<Option<Alert>, StoreError> {
    let mut tx = db.read().await?;
    let found = opened(&mut tx, Purpose::Feed, key).await?;
    let Some(account) = found.as_ref().and_then(|alert| alert.account.as_deref()) else {
        return Ok(None);
    };
    let owner = crate::store::accounts::by_id(&mut tx, account).await?;
    let in_use =
        owner.is_some_and(|owner| owner.state == crate::store::accounts::AccountState::Active);
    Ok(found.filter(|_| in_use))
}

/// Forgets what is no longer needed.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_old(tx: &mut Tx, now: i64) -> std::result::Result<(), StoreError> {
    alerts::forget_old(tx, now - UNCONFIRMED_MS, now - TOLD_MS).await
}
