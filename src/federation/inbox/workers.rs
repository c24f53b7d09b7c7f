//! Arrivals are shared out among workers by their host: what one server sent takes effect in its
//! order, and a server that makes us wait holds up only its own worker.

use super::one;
use crate::{
    federation::context::Federation,
    store::{StoreError, inbox as arrivals, inbox::Item},
};
use std::hash::{DefaultHasher, Hash, Hasher};
use tokio::sync::mpsc;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

const WORKERS: usize = 16;
/// Arrivals that may wait for one worker.
const QUEUE: usize = 64;
/// Arrivals taken from the database at once.
const BATCH: i64 = 64;
/// A process that dies gives its arrivals back after this time.
const LEASE_MS: i64 = 60_000;

/// Hands arrivals to its workers.
pub struct Workers {
    federation: Federation,
    queues: Vec<mpsc::Sender<Item>>,
}

impl Workers {
    pub fn start(federation: Federation, tasks: &TaskTracker, stop: CancellationToken) -> Self {
        let queues = (0..WORKERS)
            .map(|_| {
                let (queue, items) = mpsc::channel(QUEUE);
                tasks.spawn(work(federation.clone(), items, stop.clone()));
                queue
            })
            .collect();
        Workers { federation, queues }
    }

    /// Takes what is due and hands it out. Returns how many arrivals that were.
    ///
    /// # Errors
    /// When the database does not hand them out.
    pub async fn hand_out(&self) -> Result<usize, StoreError> {
        let federation = &self.federation;
        // A cheap look first: an idle instance does not take the write lock every second.
        let mut tx = federation.state.db.read().await?;
        let due = arrivals::is_due(&mut tx, federation.now()).await?;
        drop(tx);
        if !due {
            return Ok(0);
        }
        let mut tx = federation.state.db.begin().await?;
        let items = arrivals::claim(&mut tx, federation.now(), LEASE_MS, BATCH).await?;
        tx.commit().await?;
        let count = items.len();
        for item in items {
            let queue = &self.queues[place(&item.host)];
            if let Err(error) = queue.try_send(item) {
                let item = error.into_inner();
                // Its server makes us wait: the others go on, this one is taken again later.
                let mut tx = federation.state.db.begin().await?;
                arrivals::hand_back(&mut tx, item.seq, federation.now() + 1_000).await?;
                tx.commit().await?;
            }
        }
        Ok(count)
    }
}

fn place(host: &str) -> usize {
    let mut hasher = DefaultHasher::new();
    host.hash(&mut hasher);
    (hasher.finish() % WORKERS as u64) as usize
}

async fn work(federation: Federation, mut items: mpsc::Receiver<Item>, stop: CancellationToken) {
    loop {
        let item = tokio::select! {
            biased;
            () = stop.cancelled() => break,
            item = items.recv() => item,
        };
        let Some(item) = item else { break };
        if let Err(error) = one(&federation, &item).await {
            tracing::error!(%error, activity = %item.id, "an arrival could not be put back");
        }
    }
    items.close();
    let mut left = Vec::new();
    while let Some(item) = items.recv().await {
        left.push(item.seq);
    }
    if let Err(error) = hand_back(&federation, &left).await {
        tracing::warn!(%error, "arrivals are taken up again when their lease has run out");
    }
}

/// What was not begun is free for the next process, or for another node, at once.
async fn hand_back(federation: &Federation, left: &[i64]) -> Result<(), StoreError> {
    if left.is_empty() {
        return Ok(());
    }
    let mut tx = federation.state.db.begin().await?;
    for seq in left {
        arrivals::hand_back(&mut tx, *seq, 0).await?;
    }
    tx.commit().await
}
