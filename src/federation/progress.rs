//! How far lanes came, written down in groups: many deliveries share one commit.

use crate::store::{
    Db, StoreError,
    lanes::{self, Progress},
    peers,
};
use std::{collections::BTreeMap, sync::Arc};
use tokio::sync::{mpsc, oneshot};

const QUEUE: usize = 4_096;
const GROUP: usize = 512;

type Job = (Progress, String, oneshot::Sender<Result<(), Arc<StoreError>>>);

/// Cheap to clone.
#[derive(Clone)]
pub struct ProgressWriter {
    jobs: mpsc::Sender<Job>,
}

impl ProgressWriter {
    pub fn start(db: Db) -> Self {
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(run(db, queue));
        ProgressWriter { jobs }
    }

    /// Returns when the cursor is durable; the host that took something counts as healthy.
    pub async fn write(&self, progress: Progress, host: String) -> Result<(), StoreError> {
        let (done, answer) = oneshot::channel();
        if self.jobs.send((progress, host, done)).await.is_err() {
            return Err(StoreError::Database(sqlx_closed()));
        }
        match answer.await {
            Ok(Ok(())) => Ok(()),
            // The cause was logged once by the writing task; the lane is served again later.
            Ok(Err(_)) | Err(_) => Err(StoreError::Database(sqlx_closed())),
        }
    }
}

fn sqlx_closed() -> crate::store::DriverError {
    crate::store::DriverError::PoolClosed
}

async fn run(db: Db, mut queue: mpsc::Receiver<Job>) {
    let mut group = Vec::with_capacity(GROUP);
    while queue.recv_many(&mut group, GROUP).await > 0 {
        let jobs = std::mem::take(&mut group);
        let outcome = commit(&db, &jobs).await.map_err(Arc::new);
        if let Err(error) = &outcome {
            tracing::error!(%error, count = jobs.len(), "progress was not written down");
        }
        for (_, _, done) in jobs {
            let _ = done.send(outcome.clone());
        }
    }
}

async fn commit(db: &Db, jobs: &[Job]) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    // In one order, so that no two transactions wait for each other's hosts in a circle.
    let mut healthy: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for (progress, host, _) in jobs {
        lanes::advance(&mut tx, progress).await?;
        if let Some(status) = progress.status {
            healthy.insert(host, (status, progress.at));
        }
    }
    for (host, (status, at)) in healthy {
        peers::succeeded(&mut tx, host, status, at).await?;
    }
    tx.commit().await
}
