//! Now, or a fixed now in tests; and the two ways in which times are written on the wire.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use chrono::{DateTime, SecondsFormat, Utc};

/// The only thing that knows what time it is. Times are milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System,
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The clock of the machine.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `ms` until it is told to go on; clones share its hands.
    pub fn fixed(ms: i64) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(ms))))
    }

    /// Milliseconds since the epoch.
    pub fn now_ms(&self) -> i64 {
        match &self.0 {
            Source::System => system_ms(),
            Source::Fixed(ms) => ms.load(Ordering::SeqCst),
        }
    }

    /// Moves a fixed clock and all its clones by `ms`, backwards when negative.
    ///
    /// # Panics
    /// On the system clock: nobody can move that.
    pub fn advance(&self, ms: i64) {
        match &self.0 {
            Source::System => panic!("the system clock cannot be moved"),
            Source::Fixed(hands) => {
                hands.fetch_add(ms, Ordering::SeqCst);
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the system clock")]
fn system_ms() -> i64 {
    // A machine whose clock stands before 1970 gets 1970: odd dates, but a running server.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// RFC 3339 in UTC, cut to whole seconds: `2026-03-01T09:30:00Z`, as ActivityPub documents
/// carry it. A time outside the years 0 to 9999 is written as the nearest one inside.
pub fn rfc3339(ms: i64) -> String {
    utc(ms).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The day in UTC, `2026-03-01`.
pub fn day(ms: i64) -> String {
    utc(ms).format("%Y-%m-%d").to_string()
}

/// RFC 3339 with any offset and any fraction of a second, cut to milliseconds.
/// `None` when it is none, or outside the years 0 to 9999.
pub fn parse_rfc3339(text: &str) -> Option<i64> {
    // The longest honest form has nine digits of fraction and an offset.
    if text.len() > 40 {
        return None;
    }
    let ms = DateTime::parse_from_rfc3339(text).ok()?.timestamp_millis();
    (YEAR_0..=YEAR_9999).contains(&ms).then_some(ms)
}

/// The date of HTTP headers (RFC 9110 §5.6.7): `Sun, 01 Mar 2026 09:30:00 GMT`.
/// Times before 1970 are written as 1970.
pub fn http_date(ms: i64) -> String {
    let ms = u64::try_from(ms.min(YEAR_9999)).unwrap_or_default();
    httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_millis(ms))
}

/// The date of an HTTP header in any of its three forms; `None` when it is none.
pub fn parse_http_date(text: &str) -> Option<i64> {
    let since = httpdate::parse_http_date(text).ok()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}

const YEAR_0: i64 = -62_167_219_200_000;
const YEAR_9999: i64 = 253_402_300_799_999;

fn utc(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms.clamp(YEAR_0, YEAR_9999))
        .expect("years 0 to 9999 lie within what chrono can hold")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_of_a_fixed_clock_move_together() {
        let clock = Clock::fixed(1_000);
        let other = clock.clone();
        clock.advance(250);
        assert_eq!(other.now_ms(), 1_250);
    }

    #[test]
    fn the_system_clock_is_in_this_century() {
        let now = rfc3339(Clock::system().now_ms());
        assert!(now.starts_with("20"), "{now}");
    }

    #[test]
    fn rfc_3339_is_written_in_whole_seconds_and_read_in_any_offset() {
        assert_eq!(rfc3339(1_772_357_400_999), "2026-03-01T09:30:00Z");
        assert_eq!(parse_rfc3339("2026-03-01T10:30:00.999+01:00"), Some(1_772_357_400_999));
        assert_eq!(parse_rfc3339("2026-03-01"), None);
        assert_eq!(parse_rfc3339("+12026-03-01T10:30:00Z"), None);
        assert_eq!(day(1_772_357_400_999), "2026-03-01");
    }

    #[test]
    fn no_time_is_too_odd_to_be_written() {
        for ms in [i64::MIN, -1, 0, i64::MAX] {
            let text = rfc3339(ms);
            assert!(parse_rfc3339(&text).is_some(), "{text}");
            assert!(parse_http_date(&http_date(ms)).is_some(), "{ms}");
        }
    }

    #[test]
    fn http_dates_survive_the_way_there_and_back() {
        let text = http_date(1_772_357_400_999);
        assert_eq!(text, "Sun, 01 Mar 2026 09:30:00 GMT");
        assert_eq!(parse_http_date(&text), Some(1_772_357_400_000));
        assert_eq!(parse_http_date("yesterday"), None);
    }
}
