//! Arrivals of one host that take effect in one transaction: a durable commit costs as much as all
//! that one arrival does.

use super::{Stumble, take_effect};
use crate::{
    federation::context::Federation,
    store::{Db, StoreError, Tx, cases, inbox::Item},
};
use futures_util::future::join_all;
use serde::Deserialize;
use serde_json::Value;
use std::{
    ops::{Deref, DerefMut},
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::watch;

/// Arrivals of one transaction at most.
pub(super) const MOST: usize = 32;

tokio::task_local! {
    /// The place of the arrival that is processed, where it shares a transaction.
    static PLACE: Place;
}

#[derive(Clone)]
struct Place {
    group: Arc<Group>,
    at: usize,
}

/// Several arrivals: all are read first, then each writes in its turn, then all is committed.
struct Group {
    count: usize,
    progress: watch::Sender<Progress>,
    /// Between two turns.
    tx: Mutex<Option<Tx>>,
}

#[derive(Clone, Copy, Default)]
struct Progress {
    /// Those that were read, and wait to write.
    ready: usize,
    /// Whose turn it is to write.
    turn: usize,
    /// One could not be read or written: nothing of the group stands.
    failed: bool,
    committed: bool,
}

impl Progress {
    fn is_over(&self) -> bool {
        self.failed || self.committed
    }
}

/// The transaction in which an arrival takes effect: its own, or that of its group. Without
/// [`Turn::end`] nothing of it stands.
pub(super) struct Turn {
    /// `None` once it ended.
    tx: Option<Tx>,
    group: Option<Arc<Group>>,
}

impl Turn {
    /// Waits for the turn of the arrival that is processed.
    pub(super) async fn begin(db: &Db) -> Result<Self, Stumble> {
        let place = PLACE.try_with(Place::clone).ok();
        let place = place.filter(|place| !place.group.progress.borrow().is_over());
        let Some(Place { group, at }) = place else {
            return Ok(Turn { tx: Some(db.begin().await?), group: None });
        };
        group.progress.send_modify(|progress| progress.ready += 1);
        let mine = |progress: &Progress| {
            progress.failed || progress.ready == group.count && progress.turn == at
        };
        let failed = group.until(mine).await.failed;
        if failed {
            return Err(Stumble::Apart);
        }
        let open = group.tx.lock().unwrap_or_else(PoisonError::into_inner).take();
        let tx = match open {
            Some(tx) => Ok(tx),
            None => first_of_group(db).await,
        };
        match tx {
            Ok(tx) => Ok(Turn { tx: Some(tx), group: Some(group) }),
            Err(error) => {
                group.fail();
                Err(error.into())
            }
        }
    }

    /// Returns when what was written is durable.
    pub(super) async fn end(mut self) -> Result<(), Stumble> {
        let tx = self.tx.take().expect("a turn ends once");
        let Some(group) = self.group.take() else { return Ok(tx.commit().await?) };
        let last = group.progress.borrow().turn + 1 == group.count;
        if last {
            if let Err(error) = tx.commit().await {
                group.fail();
                return Err(error.into());
            }
            group.progress.send_modify(|progress| progress.committed = true);
            return Ok(());
        }
        *group.tx.lock().unwrap_or_else(PoisonError::into_inner) = Some(tx);
        group.progress.send_modify(|progress| progress.turn += 1);
        match group.until(Progress::is_over).await.committed {
            true => Ok(()),
            false => Err(Stumble::Apart),
        }
    }
}

/// The locks that any of the group may need, in the order in which everybody takes them.
async fn first_of_group(db: &Db) -> Result<Tx, StoreError> {
    let mut tx = db.begin().await?;
    cases::lock(&mut tx).await?;
    Ok(tx)
}

impl Drop for Turn {
    fn drop(&mut self) {
        // Given up half-way: the transaction goes with it, and so does the group.
        if let Some(group) = &self.group {
            group.fail();
        }
    }
}

impl Deref for Turn {
    type Target = Tx;

    fn deref(&self) -> &Tx {
        self.tx.as_ref().expect("only its end takes it away")
    }
}

impl DerefMut for Turn {
    fn deref_mut(&mut self) -> &mut Tx {
        self.tx.as_mut().expect("only its end takes it away")
    }
}

impl Group {
    async fn until(&self, reached: impl FnMut(&Progress) -> bool) -> Progress {
        let mut progress = self.progress.subscribe();
        let seen = progress.wait_for(reached).await.map(|progress| *progress);
        seen.expect("the sender is part of the group")
    }

    fn fail(&self) {
        self.progress.send_modify(|progress| progress.failed = true);
        // Rolled back, not to keep other writers waiting.
        drop(self.tx.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

/// What decides whether an arrival can share a transaction.
#[derive(Deserialize)]
struct Look {
    #[serde(default)]
    object: Inside,
}

#[derive(Default, Deserialize)]
#[serde(untagged)]
enum Inside {
    Whole {
        #[serde(default, rename = "inReplyTo")]
        in_reply_to: Value,
    },
    #[default]
    #[serde(skip)]
    Absent,
    Other(serde::de::IgnoredAny),
}

/// Whether an arrival can be read before its neighbours had their effect: it brings all it needs
/// and answers nothing that may just be arriving. Everything else goes by itself, in its order.
pub(super) fn may_share(item: &Item) -> bool {
    if item.attempts > 0 {
        return false;
    }
    match item.kind.as_str() {
        "Like" => true,
        "Create" | "Update" => {
            let look = serde_json::from_str::<Look>(&item.body);
            look.is_ok_and(|look| matches!(look.object, Inside::Whole { in_reply_to: Value::Null }))
        }
        _ => false,
    }
}

/// Lets arrivals of one host take effect in one transaction, in their order. False when they did
/// not: then nothing happened, and each has to be tried by itself.
pub(super) async fn together(federation: &Federation, items: &[Item]) -> bool {
    let group = Arc::new(Group {
        count: items.len(),
        progress: watch::Sender::new(Progress::default()),
        tx: Mutex::default(),
    });
    let each = items.iter().enumerate().map(|(at, item)| {
        let place = Place { group: group.clone(), at };
        PLACE.scope(place, async {
            let outcome = take_effect(federation, item).await;
            // Also one that ended without its turn: the others would wait for it.
            if !group.progress.borrow().committed {
                group.fail();
            }
            outcome
        })
    });
    let outcomes = join_all(each).await;
    if !group.progress.borrow().committed {
        return false;
    }
    for (item, effect) in items.iter().zip(&outcomes) {
        super::note(item, effect.as_ref().ok());
    }
    true
}
