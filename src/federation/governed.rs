//! What is decided on other hosts, where it is asked before anything is fetched from them.

use super::{context::Federation, object::host_of};
use crate::{
    domain::network::PeerStanding,
    store::{StoreError, peers},
};

impl Federation {
    /// Notes that something arrived from `host`, at most once a minute. In a transaction of its
    /// own: within another one, who decides on the host and what it sent could wait for each
    /// other.
    pub async fn heard(&self, host: &str, now: i64) -> Result<(), StoreError> {
        if self.limits.heard.take(host, now).is_err() {
            return Ok(());
        }
        let mut tx = self.state.db.begin().await?;
        peers::ensure(&mut tx, host, now).await?;
        peers::heard(&mut tx, host, now).await?;
        tx.commit().await
    }

    /// Whether the host of `uri` is blocked: nothing is fetched from there and nothing of it is
    /// let in, whoever points at it. What has no host is none of anybody's.
    pub async fn is_blocked(&self, uri: &str) -> Result<bool, StoreError> {
        let Some(host) = host_of(uri) else { return Ok(false) };
        let mut tx = self.state.db.read().await?;
        Ok(peers::standing(&mut tx, &host).await? == PeerStanding::Blocked)
    }
}
