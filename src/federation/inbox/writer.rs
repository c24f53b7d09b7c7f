//! Writes arrivals down in groups: many requests share one commit, and each is answered only
//! after it.

use crate::{
    state::Wake,
    store::{
        Db, StoreError,
        inbox::{self, Arrival},
    },
};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

/// Arrivals that may wait for the writer; beyond that senders are asked to come back.
const QUEUE: usize = 2_048;
/// Arrivals of one commit.
const GROUP: usize = 256;

type Job = (Arrival, oneshot::Sender<Result<(), Unwritten>>);

/// Why an arrival was not written down; the sender may try again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritten {
    #[error("too much is arriving at once")]
    Busy,
    #[error("the arrival could not be written down")]
    Failed,
}

/// Hands arrivals to the writing task; cheap to clone.
#[derive(Clone)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
}

impl Writer {
    /// Starts the task; it ends when the last `Writer` is gone and all is written.
    pub fn start(db: Db, wake: Arc<Wake>) -> Self {
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(run(db, wake, queue));
        Writer { jobs }
    }

    /// Returns when the arrival is durable.
    ///
    /// # Errors
    /// `Busy` when too many wait, `Failed` when the database did not take it.
    pub async fn write(&self, arrival: Arrival) -> Result<(), Unwritten> {
        let (done, answer) = oneshot::channel();
        self.jobs.try_send((arrival, done)).map_err(|_| Unwritten::Busy)?;
        answer.await.unwrap_or(Err(Unwritten::Failed))
    }
}

async fn run(db: Db, wake: Arc<Wake>, mut queue: mpsc::Receiver<Job>) {
    let mut group = Vec::with_capacity(GROUP);
    // While one group commits, the next one gathers: no timer is needed.
    while queue.recv_many(&mut group, GROUP).await > 0 {
        let (mut arrivals, waiting): (Vec<_>, Vec<_>) = group.drain(..).unzip();
        // Several copies of one activity in a group: PostgreSQL refuses to touch a row twice.
        arrivals.sort_by(|one: &Arrival, other: &Arrival| one.id.cmp(&other.id));
        arrivals.dedup_by(|one, other| one.id == other.id);
        arrivals.sort_by_key(|arrival| arrival.received_at);
        let outcome = match commit(&db, &arrivals).await {
            Ok(()) => Ok(()),
            Err(error) => {
                tracing::error!(%error, count = arrivals.len(), "arrivals were not written down");
                Err(Unwritten::Failed)
            }
        };
        for done in waiting {
            // A sender that went away does not need the answer.
            let _ = done.send(outcome.clone());
        }
        wake.inbox.notify_one();
    }
}

async fn commit(db: &Db, arrivals: &[Arrival]) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    inbox::write(&mut tx, arrivals).await?;
    tx.commit().await
}
