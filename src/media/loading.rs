//! Pictures that stand elsewhere are asked for: each once however many want it, few at a time from one
//! host, and none from a host that just did not answer.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{
    FutureExt as _,
    future::{BoxFuture, Shared},
};
use tokio::{
    sync::Semaphore,
    time::{Instant, timeout},
};

use crate::domain::media::Named;

/// Pictures loaded at once, from all hosts.
const AT_ONCE: usize = 6;
/// From one host: one that hangs holds no more of the room than this.
const FROM_ONE_HOST: usize = 2;
/// Pictures on their way or waiting for their turn; more are not begun.
const MOST_UNDER_WAY: usize = 100;
/// A host that did not answer is not asked for so long.
const REST: Duration = Duration::from_secs(60);
/// Who asks for a picture waits for it so long; it goes on its way for who asks next.
const PATIENCE: Duration = Duration::from_secs(12);
/// Hosts in memory, before those of no interest are forgotten.
const HOSTS: usize = 1_000;

/// Why a picture was not loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotLoaded {
    /// Neither this picture nor any other can be had from there now.
    #[error("its host does not answer")]
    Silent,
    #[error("its host asks to come back later")]
    Later,
    /// It is not there, not a picture, too large, or where nobody is asked.
    #[error("there is no such picture")]
    Never,
    /// It was not asked for, because its host did not answer a moment ago.
    #[error("its host rests")]
    Rests,
}

/// Loads what is behind an address, of at most so many bytes; bounded in time.
pub type Ask =
    Box<dyn Fn(String, usize) -> BoxFuture<'static, Result<Bytes, NotLoaded>> + Send + Sync>;
type UnderWay = Shared<BoxFuture<'static, Option<Named>>>;

/// What is on its way. Federation alone speaks to other servers; it connects itself when it starts.
pub struct Loading {
    ask: OnceLock<Ask>,
    under_way: Mutex<HashMap<String, UnderWay>>,
    hosts: Mutex<HashMap<String, Host>>,
    room: Semaphore,
    patience: Duration,
    rest: Duration,
}

#[derive(Clone)]
struct Host {
    turns: Arc<Semaphore>,
    rests_until: Instant,
}

impl Default for Loading {
    fn default() -> Self {
        Loading {
            ask: OnceLock::new(),
            under_way: Mutex::default(),
            hosts: Mutex::default(),
            room: Semaphore::new(AT_ONCE),
            patience: PATIENCE,
            rest: REST,
        }
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Loading {
    /// Who asks from now on; the first who connects stays.
    pub fn connect(&self, ask: Ask) {
        let _ = self.ask.set(ask);
    }

    /// What `make` finds; who asks for the same `tag` meanwhile gets the same. None when there is
    /// nothing, when it takes too long for somebody to wait, or when too much is under way.
    pub async fn once(
        self: &Arc<Self>,
        tag: &str,
        make: impl FnOnce() -> BoxFuture<'static, Option<Named>>,
    ) -> Option<Named> {
        let shared = {
            let mut under_way = held(&self.under_way);
            match under_way.get(tag) {
                Some(shared) => shared.clone(),
                None if under_way.len() >= MOST_UNDER_WAY => return None,
                None => {
                    let ends = Ends(self.clone(), tag.to_owned());
                    let made = make();
                    // A task of its own: it ends also when nobody waits for it any longer.
                    let task = tokio::spawn(async move {
                        let _ends = ends;
                        made.await
                    });
                    let shared = task.map(|done| done.ok().flatten()).boxed().shared();
                    under_way.insert(tag.to_owned(), shared.clone());
                    shared
                }
            }
        };
        timeout(self.patience, shared).await.ok().flatten()
    }

    /// Loads a picture of `host` when it is its turn.
    ///
    /// # Errors
    /// See [`NotLoaded`]; `Rests` where federation does not run, as in commands.
    pub async fn load(&self, host: &str, url: &str, most: usize) -> Result<Bytes, NotLoaded> {
        let ask = self.ask.get().ok_or(NotLoaded::Rests)?;
        let turns = self.host(host).turns;
        let _turn = turns.acquire().await.map_err(|_| NotLoaded::Rests)?;
        // Looked at after waiting: who stood in the same queue may have found out meanwhile.
        if self.host(host).rests_until > Instant::now() {
            return Err(NotLoaded::Rests);
        }
        let _room = self.room.acquire().await.map_err(|_| NotLoaded::Rests)?;
        let loaded = ask(url.to_owned(), most).await;
        if loaded == Err(NotLoaded::Silent)
            && let Some(host) = held(&self.hosts).get_mut(host)
        {
            host.rests_until = Instant::now() + self.rest;
        }
        loaded
    }

    fn host(&self, name: &str) -> Host {
        let (mut hosts, now) = (held(&self.hosts), Instant::now());
        if hosts.len() >= HOSTS {
            hosts.retain(|_, one| one.rests_until > now || Arc::strong_count(&one.turns) > 1);
        }
        let new = || Host { turns: Arc::new(Semaphore::new(FROM_ONE_HOST)), rests_until: now };
        hosts.entry(name.to_owned()).or_insert_with(new).clone()
    }
}

/// Takes what ended off the list, also when it stumbled.
struct Ends(Arc<Loading>, String);

impl Drop for Ends {
    fn drop(&mut self) {
        held(&self.0.under_way).remove(&self.1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
    use tokio::time::sleep;

    const SOON: Duration = Duration::from_millis(100);

    fn named() -> Named {
        let size = crate::domain::media::Size { width: 3, height: 2 };
        Named::new(7, size, crate::domain::media::Form::Jpeg)
    }

    fn hasty(patience: Duration) -> Arc<Loading> {
        Arc::new(Loading { patience, rest: SOON * 5, ..Loading::default() })
    }

    #[tokio::test]
    async fn who_wants_the_same_waits_for_the_same() {
        let (loading, count) = (Arc::new(Loading::default()), Arc::new(AtomicUsize::new(0)));
        let want = async || {
            let count = count.clone();
            let make = move || {
                async move {
                    count.fetch_add(1, Relaxed);
                    sleep(SOON).await;
                    Some(named())
                }
                .boxed()
            };
            loading.once("a", make).await
        };
        let found = tokio::join!(want(), want(), want());
        assert_eq!(found, (Some(named()), Some(named()), Some(named())));
        assert_eq!(count.load(Relaxed), 1);
        assert!(held(&loading.under_way).is_empty());
        // What stumbles is not on its way for ever.
        assert_eq!(loading.once("b", || async { panic!("a test") }.boxed()).await, None);
        assert!(held(&loading.under_way).is_empty());
    }

    #[tokio::test]
    async fn nobody_waits_for_ever_and_it_goes_on_its_way() {
        let (loading, ended) = (hasty(SOON), Arc::new(AtomicUsize::new(0)));
        let ends = ended.clone();
        let slow = move || {
            async move {
                sleep(SOON * 3).await;
                ends.fetch_add(1, Relaxed);
                Some(named())
            }
            .boxed()
        };
        assert_eq!(loading.once("a", slow).await, None);
        assert_eq!((held(&loading.under_way).len(), ended.load(Relaxed)), (1, 0));
        while ended.load(Relaxed) == 0 {
            sleep(SOON / 10).await;
        }
        sleep(SOON).await;
        assert!(held(&loading.under_way).is_empty());
    }

    #[tokio::test]
    async fn a_host_that_hangs_is_left_alone_and_hinders_no_other() {
        let (loading, asked) = (hasty(PATIENCE), Arc::new(AtomicUsize::new(0)));
        let counted = asked.clone();
        loading.connect(Box::new(move |url, _| {
            counted.fetch_add(1, Relaxed);
            async move {
                if url.contains("hangs") {
                    sleep(SOON * 10).await;
                    return Err(NotLoaded::Silent);
                }
                Ok(Bytes::from_static(b"x"))
            }
            .boxed()
        }));
        let hanging: Vec<_> = (0..20)
            .map(|_| {
                let loading = loading.clone();
                tokio::spawn(async move { loading.load("hangs", "hangs", 9).await })
            })
            .collect();
        tokio::task::yield_now().await;
        let began = Instant::now();
        assert!(loading.load("well", "well", 9).await.is_ok());
        assert!(began.elapsed() < SOON * 9, "{:?}", began.elapsed());
        for one in hanging {
            assert!(one.await.unwrap().is_err());
        }
        assert_eq!(asked.load(Relaxed), 3, "two of the twenty, and the other host");
        assert_eq!(loading.load("hangs", "hangs", 9).await, Err(NotLoaded::Rests));
        sleep(SOON * 6).await;
        assert_eq!(loading.load("hangs", "hangs", 9).await, Err(NotLoaded::Silent));
    }
}
