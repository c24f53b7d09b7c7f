//! How we stand with other hosts, and getting stuck deliveries going again.

use super::{
    Error, Result,
    access::{Who, record},
};
use crate::{
    domain::network::PeerStanding,
    store::{
        Db,
        cases::{self, Standing},
        catalogue, follows, lanes, peers,
    },
};

/// Changes how we stand with a host; what came from it is shown or hidden accordingly. Returns
/// how many cases that touched.
pub async fn set_standing(
    db: &Db,
    who: &Who,
    host: &str,
    standing: PeerStanding,
    reason: &str,
    now: i64,
) -> Result<u64> {
    let mut tx = db.begin().await?;
    cases::lock(&mut tx).await?;
    peers::ensure(&mut tx, host, now).await?;
    peers::set_standing(&mut tx, host, standing, reason).await?;
    let of_cases = match standing {
        PeerStanding::Trusted => Standing::Shown,
        PeerStanding::Quarantined => Standing::Quarantined,
        PeerStanding::Limited | PeerStanding::Blocked => Standing::Hidden,
    };
    let touched = cases::set_standing_of_host(&mut tx, host, of_cases).await?;
    let what = format!("peer.{}", standing.id());
    record(&mut tx, who, &what, host, reason, now).await?;
    tx.commit().await?;
    Ok(touched)
}

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
/// `NotFound` when it refused no such activity.
pub async fn resend(db: &Db, who: &Who, inbox: &str, seq: i64, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    if !lanes::resend(&mut tx, inbox, seq).await? {
        return Err(Error::NotFound(format!("refused activity {seq} for {inbox}")));
    }
    record(&mut tx, who, "delivery.resent", inbox, &seq.to_string(), now).await?;
    tx.commit().await?;
    Ok(())
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
