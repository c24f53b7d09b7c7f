//! Which way of signing each host takes: guessed from what it announces, known from what worked.

use super::Dialect;
use quick_cache::sync::Cache;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Hosts remembered at once; the least used are forgotten first, and then guessed again.
const HOSTS: usize = 50_000;
/// What was learned and is not written down yet. More than this is learned again another time.
const NEWS: usize = 10_000;

/// What we know of hosts (`HOST` or `HOST:PORT`), shared by everything that signs.
#[derive(Debug)]
pub struct Dialects {
    known: Cache<String, Dialect>,
    news: Mutex<HashMap<String, Dialect>>,
}

impl Default for Dialects {
    fn default() -> Self {
        Dialects { known: Cache::new(HOSTS), news: Mutex::default() }
    }
}

impl Dialects {
    /// In which dialect to begin: what worked, else what is announced, else draft-cavage, which
    /// everybody understands.
    pub fn first_for(&self, host: &str) -> Dialect {
        self.known.get(host).unwrap_or(Dialect::Cavage)
    }

    /// What was written down before.
    pub fn restore(&self, host: &str, dialect: Dialect) {
        self.known.insert(host.to_owned(), dialect);
    }

    /// The host took something signed in this dialect.
    pub fn worked(&self, host: &str, dialect: Dialect) {
        if self.known.get(host) != Some(dialect) {
            self.learn(host, dialect);
        }
    }

    /// The host says, or shows by signing so itself, that it understands RFC 9421. What worked
    /// before is worth more than that.
    pub fn announced(&self, host: &str) {
        if self.known.get(host).is_none() {
            self.learn(host, Dialect::Rfc9421);
        }
    }

    fn learn(&self, host: &str, dialect: Dialect) {
        self.known.insert(host.to_owned(), dialect);
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        if news.len() < NEWS {
            news.insert(host.to_owned(), dialect);
        }
    }

    /// What was learned since the last call, to be written down.
    pub fn take_news(&self) -> Vec<(String, Dialect)> {
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        news.drain().collect()
    }
}

/// Whether an answer with this status may mean that the dialect was not understood: then the
/// other one is tried, once.
pub fn may_be_the_dialect(status: u16) -> bool {
    matches!(status, 400 | 401 | 403)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_worked_is_worth_more_than_what_is_announced() {
        let dialects = Dialects::default();
        assert_eq!(dialects.first_for("a"), Dialect::Cavage);
        dialects.announced("a");
        dialects.worked("b", Dialect::Cavage);
        dialects.announced("b");
        assert_eq!(dialects.first_for("a"), Dialect::Rfc9421);
        assert_eq!(dialects.first_for("b"), Dialect::Cavage);
        let mut news = dialects.take_news();
        news.sort_by(|one, other| one.0.cmp(&other.0));
        assert_eq!(news, [("a".into(), Dialect::Rfc9421), ("b".into(), Dialect::Cavage)]);
        dialects.worked("b", Dialect::Cavage);
        assert_eq!(dialects.take_news(), []);
    }
}
