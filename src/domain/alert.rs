//! Alerts: how often somebody hears of a search, when that is due, and which cases are news.

use super::search::{CaseFilter, Sort};

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;
const WEEK_MS: i64 = 7 * DAY_MS;

/// Digests go out at this hour UTC: in the morning from Lisbon to Istanbul, in the afternoon in Asia.
pub const DIGEST_HOUR: i64 = 6;
/// 1970-01-01 was a Thursday; weekly digests go out on Mondays.
const FIRST_MONDAY_MS: i64 = 4 * DAY_MS;
/// An instant alert tells at once, then not again for so long: what comes meanwhile is told together.
pub const PAUSE_MS: i64 = 10 * MINUTE_MS;

/// Searches that one person may save.
pub const MOST: i64 = 50;
/// Characters of the name of a saved search.
pub const NAME_CHARS: usize = 100;
/// Longest query string of a saved search, in bytes.
pub const FILTER_BYTES: usize = 2_000;

/// How often somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// As soon as there is something, with a pause of [`PAUSE_MS`] between two mails.
    Instant,
    /// Every day at [`DIGEST_HOUR`] UTC, if there is something.
    Daily,
    /// Every Monday at [`DIGEST_HOUR`] UTC, if there is something.
    Weekly,
}

impl Rhythm {
    pub const ALL: [Rhythm; 3] = [Rhythm::Instant, Rhythm::Daily, Rhythm::Weekly];

    /// As it is stored, and sent in forms.
    pub const fn id(self) -> &'static str {
        match self {
            Rhythm::Instant => "instant",
            Rhythm::Daily => "daily",
            Rhythm::Weekly => "weekly",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rhythm| rhythm.id() == id)
    }

    /// When what is found at `now` is told, after it was told last at `told`. Epoch milliseconds.
    pub fn due(self, told: i64, now: i64) -> i64 {
        let next = |every: i64, first: i64| {
            let first = first + DIGEST_HOUR * HOUR_MS;
            let due = now + (first - now).rem_euclid(every);
            // One digest for one hour.
            if due > told { due } else { due + every }
        };
        match self {
            Rhythm::Instant => now.max(told + PAUSE_MS),
            Rhythm::Daily => next(DAY_MS, 0),
            Rhythm::Weekly => next(WEEK_MS, FIRST_MONDAY_MS),
        }
    }
}

/// The search that is saved: what it finds, in one spelling, whatever its order and page. None where
/// it is longer than anybody types.
pub fn saved(filter: &CaseFilter) -> Option<String> {
    let filter = CaseFilter { sort: Sort::default(), ..filter.first_page() };
    let query = filter.to_query();
    (query.len() <= FILTER_BYTES).then_some(query)
}

/// Whether a case that was published at `published` and came in at `came` is news for who wants to
/// know since `since`. Times of publication have whole seconds. Records that give a day and no hour
/// have its midnight: such a case is as new as its day.
pub fn is_news(published: i64, came: i64, since: i64) -> bool {
    let unit = if published % DAY_MS == 0 { DAY_MS } else { 1_000 };
    came >= since && published >= since - since.rem_euclid(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sunday 2026-11-22, 09:40 UTC.
    const NOW: i64 = 1_795_340_400_000;

    #[test]
    fn digests_come_at_six_and_on_mondays() {
        let day = |ms: i64| (ms / DAY_MS + 4) % 7;
        assert_eq!(day(NOW), 0, "a Sunday");
        let daily = Rhythm::Daily.due(0, NOW);
        assert_eq!(daily.rem_euclid(DAY_MS), 6 * HOUR_MS);
        assert!(daily > NOW && daily - NOW < DAY_MS);
        let weekly = Rhythm::Weekly.due(0, NOW);
        assert_eq!((day(weekly), weekly.rem_euclid(DAY_MS)), (1, 6 * HOUR_MS));
        assert_eq!(Rhythm::Weekly.due(0, weekly), weekly, "what comes at six is told at six");
        assert_eq!(Rhythm::Weekly.due(0, weekly + 1), weekly + WEEK_MS);
        assert_eq!(Rhythm::Weekly.due(weekly, weekly), weekly + WEEK_MS, "told already");
    }

    #[test]
    fn an_instant_alert_rests_between_two_mails() {
        assert_eq!(Rhythm::Instant.due(0, NOW), NOW);
        assert_eq!(Rhythm::Instant.due(NOW - 1, NOW), NOW - 1 + PAUSE_MS);
        assert_eq!(Rhythm::Instant.due(NOW - PAUSE_MS, NOW), NOW);
    }

    #[test]
    fn what_was_there_before_is_no_news() {
        assert!(is_news(NOW, NOW, NOW));
        assert!(is_news(NOW, NOW + 999, NOW + 999), "in the same second");
        assert!(!is_news(NOW - 1_000, NOW + 1, NOW), "published before");
        assert!(!is_news(NOW, NOW - 1, NOW), "came before");
        let midnight = NOW - NOW.rem_euclid(DAY_MS);
        assert!(is_news(midnight, NOW + 1, NOW), "a day without an hour");
        assert!(!is_news(midnight - DAY_MS, NOW + 1, NOW));
    }

    #[test]
    fn a_search_is_saved_without_its_order_and_page() {
        let filter = CaseFilter::from_query("topic=cycling&sort=title&after=x&q=bus");
        assert_eq!(saved(&filter).as_deref(), Some("q=bus&topic=cycling"));
        let cities: String = (0..60).map(|n| format!("city=xx-{n}{}&", "y".repeat(90))).collect();
        assert_eq!(saved(&CaseFilter::from_query(&cities)), None);
        for rhythm in Rhythm::ALL {
            assert_eq!(Rhythm::from_id(rhythm.id()), Some(rhythm));
        }
    }
}
