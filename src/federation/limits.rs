//! How often others may knock: fixed windows of a minute, kept in memory and bounded in number.

use crate::config::{Comments, Limits as Settings};
use quick_cache::sync::Cache;
use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU32, Ordering},
};

const WINDOW_MS: i64 = 60_000;
/// Names remembered at once; the least used are forgotten first.
const NAMES: usize = 50_000;

/// Counts for one kind of name.
pub struct Limit {
    most: u32,
    windows: Cache<String, Arc<Window>>,
}

#[derive(Default)]
struct Window {
    began: AtomicI64,
    count: AtomicU32,
}

impl Limit {
    pub fn new(most: u32) -> Self {
        Limit { most, windows: Cache::new(NAMES) }
    }

    /// Counts one more of `name` at `now` (epoch ms).
    ///
    /// # Errors
    /// Seconds to wait when it was one too many.
    pub fn take(&self, name: &str, now: i64) -> Result<(), u64> {
        let window = match self.windows.get(name) {
            Some(window) => window,
            None => {
                let window = Arc::new(Window { began: now.into(), ..Window::default() });
                self.windows.insert(name.to_owned(), window.clone());
                window
            }
        };
        let began = window.began.load(Ordering::Relaxed);
        if now - began >= WINDOW_MS || now < began {
            window.began.store(now, Ordering::Relaxed);
            window.count.store(0, Ordering::Relaxed);
        }
        if window.count.fetch_add(1, Ordering::Relaxed) < self.most {
            return Ok(());
        }
        let left = window.began.load(Ordering::Relaxed) + WINDOW_MS - now;
        Err(u64::try_from(left.div_euclid(1_000) + 1).unwrap_or(1))
    }
}

/// The limits at the inbox.
pub struct Limits {
    pub by_address: Limit,
    pub by_host: Limit,
    pub by_actor: Limit,
    pub key_fetches: Limit,
    /// What relays pass on and we fetch.
    pub relayed: Limit,
    /// How often it is written down that a host was heard of.
    pub heard: Limit,
    /// Posts fetched to complete threads, by the host that brought the thread.
    pub thread_fetches: Limit,
}

/// Objects fetched in a minute because one relay points at them: a busy relay passes on thousands,
/// of which few are case studies.
const RELAYED: u32 = 120;

impl Limits {
    pub fn new(settings: &Settings, comments: &Comments) -> Self {
        Limits {
            by_address: Limit::new(settings.inbox_per_address_per_minute),
            by_host: Limit::new(settings.inbox_per_host_per_minute),
            by_actor: Limit::new(settings.inbox_per_actor_per_minute),
            key_fetches: Limit::new(settings.key_fetches_per_host_per_minute),
            relayed: Limit::new(RELAYED),
            heard: Limit::new(1),
            thread_fetches: Limit::new(comments.fetches_per_host_per_minute),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_too_many_waits_for_the_next_minute_and_others_do_not() {
        let limit = Limit::new(2);
        assert_eq!(limit.take("a", 1_000), Ok(()));
        assert_eq!(limit.take("a", 2_000), Ok(()));
        assert_eq!(limit.take("a", 31_000), Err(31));
        assert_eq!(limit.take("b", 31_000), Ok(()));
        assert_eq!(limit.take("a", 61_000), Ok(()));
    }
}
