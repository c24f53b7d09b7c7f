//! Getting stuck deliveries and catalogues going again.

use super::{
    Error, Result,
    access::{Who, record},
};
use crate::store::{Db, catalogue, follows, lanes, peers};

/// Opens the parked lanes of a host and tries it at once. Returns how many lanes were parked.
///
/// # Errors
/// `NotFound` when we never met the host.
pub async fn resume(db: &Db, who: &Who, host: &str, now: i64) -> Result<u64> {
    let mut tx = db.begin().await?;
    if peers::find(&mut tx, host).await?.is_none() {
        return Err(Error::NotFound(format!("host {host} that we deliver to")));
    }
    let resumed = lanes::resume_host(&mut tx, host).await?;
    peers::retry_now(&mut tx, host).await?;
    record(&mut tx, who, "delivery.resumed", host, "", now).await?;
    tx.commit().await?;
    Ok(resumed)
}

/// Sends once more what an inbox refused.
///
/// # Errors
/// `NotFound` when it refused no such activity; `Conflict` when the inbox is gone.
pub async fn resend(db: &Db, who: &Who, inbox: &str, seq: i64, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    if lanes::find(&mut tx, inbox).await?.is_some_and(|lane| lane.state == "ended") {
        return Err(Error::Conflict(format!("{inbox} is gone; nothing can be sent there")));
    }
    if !lanes::resend(&mut tx, inbox, seq).await? {
        return Err(Error::NotFound(format!("refused activity {seq} for {inbox}")));
    }
    record(&mut tx, who, "delivery.resent", inbox, &seq.to_string(), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Sends once more everything that inboxes refused and that did not end; `host` narrows. Returns
/// how many activities that were.
pub async fn resend_all(db: &Db, who: &Who, host: Option<&str>, now: i64) -> Result<i64> {
    let mut tx = db.begin().await?;
    let mut count = 0;
    for (inbox, seq, refused) in lanes::first_refused(&mut tx, host).await? {
        lanes::resend_refused(&mut tx, &inbox, seq).await?;
        count += refused;
    }
    record(&mut tx, who, "delivery.resent", host.unwrap_or("everywhere"), "all", now).await?;
    tx.commit().await?;
    Ok(count)
}

/// Compares the catalogues of a followed host with our copies now: the jobs do it within a second.
///
/// # Errors
/// `NotFound` when we follow nobody there, or their catalogue was not read yet.
pub async fn compare_now(db: &Db, who: &Who, host: &str, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    catalogue::begin(&mut tx, 0, now).await?;
    if catalogue::hasten(&mut tx, host).await? == 0 {
        return Err(Error::NotFound(format!("followed host {host} whose catalogue was read")));
    }
    record(&mut tx, who, "catalogue.compare", host, "", now).await?;
    tx.commit().await?;
    Ok(())
}

/// Reads the catalogue of a followed host again from its first page.
///
/// # Errors
/// `NotFound` when we follow nobody there.
pub async fn read_again(db: &Db, who: &Who, host: &str, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    let ours: Vec<_> = follows::all_following(&mut tx, 10_000)
        .await?
        .into_iter()
        .filter(|following| following.host == host && following.state == "accepted")
        .collect();
    if ours.is_empty() {
        return Err(Error::NotFound(format!("host {host} that we follow")));
    }
    for following in ours {
        follows::restart_backfill(&mut tx, &following.id).await?;
    }
    record(&mut tx, who, "catalogue.read-again", host, "", now).await?;
    tx.commit().await?;
    Ok(())
}
