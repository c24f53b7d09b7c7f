//! Lists of domains that are subscribed to are read when they are due, through the guarded client.

use super::context::Federation;
use crate::{
    app::{self, domain_lists},
    domain::domain_list::MOST_BYTES,
    store::{
        StoreError,
        domain_lists::{self as stored, DomainList},
    },
};
use tokio_util::task::TaskTracker;

const LEASE_MS: i64 = 120_000;
const HOUR_MS: i64 = 3_600_000;

/// Reads the lists that are due, each by its own task. Returns how many.
pub async fn read_due(federation: &Federation, tasks: &TaskTracker) -> Result<usize, StoreError> {
    let now = federation.now();
    let mut tx = federation.state.db.read().await?;
    if !stored::is_due(&mut tx, now).await? {
        return Ok(0);
    }
    drop(tx);
    let mut tx = federation.state.db.begin().await?;
    let due = stored::claim(&mut tx, now, LEASE_MS).await?;
    tx.commit().await?;
    let count = due.len();
    for list in due {
        let federation = federation.clone();
        tasks.spawn(async move {
            if let Err(error) = read(&federation, &list).await {
                tracing::error!(%error, list = list.url, "what a list says was not written down");
            }
        });
    }
    Ok(count)
}

async fn read(federation: &Federation, list: &DomainList) -> app::Result<()> {
    let state = &federation.state;
    let every = i64::from(state.config.federation.domain_list_hours) * HOUR_MS;
    let read = match fetch(federation, &list.url).await {
        Ok(text) => {
            let now = federation.now();
            let own_host = state.urls.host();
            domain_lists::refreshed(&state.db, list, own_host, &text, now + every, now).await
        }
        Err(error) => Err(app::Error::Invalid(error)),
    };
    let now = federation.now();
    match read {
        Ok(report) => {
            tracing::info!(list = list.url, lines = report.lines.len(), "a list was read");
            state.wake.events.notify_one();
            Ok(())
        }
        Err(app::Error::Store(error)) => Err(error.into()),
        Err(error) => {
            // An hour, two, four … at most as long as usual.
            let pause = (HOUR_MS << list.failures.clamp(0, 10)).min(every);
            tracing::warn!(list = list.url, %error, "a list cannot be read; what it said stays");
            let error = error.to_string();
            domain_lists::failed(&state.db, &list.id, &error, now + pause, now).await
        }
    }
}

async fn fetch(federation: &Federation, url: &str) -> Result<String, String> {
    let client = &federation.client;
    let url = client.url(url).map_err(|error| error.to_string())?;
    let fetched = client.get_list(&url, MOST_BYTES).await.map_err(|error| error.to_string())?;
    String::from_utf8(fetched.body.into()).map_err(|_| "it is not UTF-8".into())
}
