//! Arrivals are processed host by host: what one server sent takes effect in its order, and a
//! server that makes us wait holds up nobody but itself.

use super::{one, together};
use crate::{
    federation::context::Federation,
    store::{StoreError, inbox as arrivals, inbox::Item},
};
use std::{
    collections::{HashMap, HashSet, VecDeque},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Hosts whose arrivals are processed at once.
const HOSTS: usize = 256;
/// Arrivals of one host that wait here; more stay in the database, in their order.
const QUEUE: usize = 64;
/// Arrivals taken from the database at once.
const BATCH: i64 = 64;
/// Between two looks into the database while much arrives: taking one arrival costs as much as
/// taking many.
const GATHER: Duration = Duration::from_millis(5);
/// A process that dies gives its arrivals back after this time.
const LEASE_MS: i64 = 60_000;

/// Hands arrivals out, one task for each host that has some.
pub struct Workers {
    federation: Federation,
    tasks: TaskTracker,
    stop: CancellationToken,
    waiting: Waiting,
}

type Waiting = Arc<Mutex<HashMap<String, Queue>>>;

/// What one host sent and this process holds.
#[derive(Default)]
struct Queue {
    items: VecDeque<Item>,
    /// Also the one being processed: a lease may end before a slow server answers.
    held: HashSet<i64>,
}

impl Workers {
    pub fn start(federation: Federation, tasks: &TaskTracker, stop: CancellationToken) -> Self {
        Workers { federation, tasks: tasks.clone(), stop, waiting: Waiting::default() }
    }

    /// Takes what is due and hands it out. Returns how many arrivals that were.
    ///
    /// # Errors
    /// When the database does not hand them out.
    pub async fn hand_out(&self) -> Result<usize, StoreError> {
        let federation = &self.federation;
        let full = {
            let waiting = locked(&self.waiting);
            if waiting.len() >= HOSTS {
                return Ok(0);
            }
            let full = waiting.iter().filter(|(_, queue)| queue.items.len() >= QUEUE);
            full.map(|(host, _)| host.clone()).collect::<Vec<_>>()
        };
        // A cheap look first: an idle instance does not take the write lock every second.
        let mut tx = federation.state.db.read().await?;
        let due = arrivals::is_due(&mut tx, federation.now()).await?;
        drop(tx);
        if !due {
            return Ok(0);
        }
        let mut tx = federation.state.db.begin().await?;
        let now = federation.now();
        let items = arrivals::claim_but(&mut tx, now, LEASE_MS, BATCH, &full).await?;
        tx.commit().await?;
        let count = items.len();
        for (host, items) in by_host(items) {
            self.enqueue(host, items);
        }
        if (1..BATCH as usize).contains(&count) {
            tokio::time::sleep(GATHER).await;
        }
        Ok(count)
    }

    fn enqueue(&self, host: String, items: Vec<Item>) {
        let mut waiting = locked(&self.waiting);
        let is_new = !waiting.contains_key(&host);
        let queue = waiting.entry(host.clone()).or_default();
        for item in items {
            if queue.held.insert(item.seq) {
                queue.items.push_back(item);
            }
        }
        drop(waiting);
        if is_new {
            let (federation, stop) = (self.federation.clone(), self.stop.clone());
            self.tasks.spawn(work(federation, host, self.waiting.clone(), stop));
        }
    }
}

/// Each host's arrivals in their order.
fn by_host(items: Vec<Item>) -> HashMap<String, Vec<Item>> {
    let mut hosts: HashMap<String, Vec<Item>> = HashMap::new();
    for item in items {
        match hosts.get_mut(&item.host) {
            Some(known) => known.push(item),
            None => {
                hosts.insert(item.host.clone(), vec![item]);
            }
        }
    }
    hosts
}

/// What waits, also after a panic elsewhere: nothing is left half-done under this lock.
fn locked(waiting: &Waiting) -> MutexGuard<'_, HashMap<String, Queue>> {
    waiting.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A bug that panics over one arrival must not hold up its host: what is lost here is taken up
/// again when its lease has run out.
struct Unjam<'a>(&'a Waiting, &'a str);

impl Drop for Unjam<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            locked(self.0).remove(self.1);
        }
    }
}

async fn work(federation: Federation, host: String, waiting: Waiting, stop: CancellationToken) {
    let _unjam = Unjam(&waiting, &host);
    let mut done = Vec::new();
    loop {
        let items = next(&waiting, &host, &done);
        if items.is_empty() {
            break;
        }
        if stop.is_cancelled() {
            let left = items.iter().map(|item| item.seq).collect();
            return hand_back(&federation, &host, &waiting, left).await;
        }
        let shared = items.len() > 1 && together::together(&federation, &items).await;
        if !shared {
            for item in &items {
                if let Err(error) = one(&federation, item).await {
                    tracing::error!(%error, activity = %item.id, "an arrival could not be put back");
                }
            }
        }
        done = items.iter().map(|item| item.seq).collect();
    }
    // There is room again, for this host and for others.
    federation.state.wake.inbox.notify_one();
}

/// The next arrivals of the host, after those that are `done`: one, or several that can take
/// effect together. Without any its queue ends.
fn next(waiting: &Waiting, host: &str, done: &[i64]) -> Vec<Item> {
    let mut waiting = locked(waiting);
    let Some(queue) = waiting.get_mut(host) else { return Vec::new() };
    for seq in done {
        queue.held.remove(seq);
    }
    let share = queue
        .items
        .iter()
        .take(together::MOST)
        .take_while(|item| together::may_share(item))
        .count();
    let items: Vec<Item> = queue.items.drain(..share.max(1).min(queue.items.len())).collect();
    if items.is_empty() {
        waiting.remove(host);
    }
    items
}

/// What was not begun is free for the next process, or for another node, at once.
async fn hand_back(federation: &Federation, host: &str, waiting: &Waiting, taken: Vec<i64>) {
    let queue = locked(waiting).remove(host).unwrap_or_default();
    let left = taken.into_iter().chain(queue.items.into_iter().map(|item| item.seq));
    let written = async {
        let mut tx = federation.state.db.begin().await?;
        for seq in left {
            arrivals::hand_back(&mut tx, seq, 0).await?;
        }
        tx.commit().await
    };
    if let Err(error) = written.await {
        tracing::warn!(%error, host, "arrivals are taken up again when their lease has run out");
    }
}
