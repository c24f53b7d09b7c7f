//! Dates of which the day or the month may be open, and times as RFC 3339 writes them.

use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat};

/// Whether a text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and exists.
pub fn is_date(text: &str) -> bool {
    match text.len() {
        4 => is_day(&format!("{text}-01-01")),
        7 => is_day(&format!("{text}-01")),
        _ => is_day(text),
    }
}

/// Whether a text is `YYYY-MM-DD` and exists.
pub fn is_day(text: &str) -> bool {
    let shape = |(at, b): (usize, u8)| {
        if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() }
    };
    text.len() == 10
        && text.bytes().enumerate().all(shape)
        && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

/// Whether a period may run from `start` to `end`: no day of its last date lies before every
/// day of its first.
pub fn in_order(start: &str, end: &str) -> bool {
    let first_day = format!("{start}{}", &"0000-01-01"[start.len().min(10)..]);
    let last_day = format!("{end}{}", &"0000-12-31"[end.len().min(10)..]);
    first_day <= last_day
}

/// The calendar year a date lies in.
pub fn year(date: &str) -> &str {
    date.get(..4).unwrap_or(date)
}

/// Milliseconds since the epoch, for a time in the years 1 to 9999 (UTC).
pub fn from_rfc3339(text: &str) -> Option<i64> {
    let time = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
    (1..=9999).contains(&time.year()).then(|| time.timestamp_millis())
}

/// The time in UTC with `Z`; milliseconds are written only where there are some. A time that
/// [`from_rfc3339`] could not have read is written as the epoch.
pub fn to_rfc3339(millis: i64) -> String {
    let time = DateTime::from_timestamp_millis(millis).filter(|t| (1..=9999).contains(&t.year()));
    time.unwrap_or_default().to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_to_exist() {
        for date in ["2012", "2012-06", "2024-02-29", "0000"] {
            assert!(is_date(date), "{date}");
        }
        for none in
            ["2023-02-30", "2012-13", "12/2019", "2012-6", "201", "２０１２", "2012-06-1", ""]
        {
            assert!(!is_date(none), "{none}");
        }
    }

    #[test]
    fn a_period_ends_no_earlier_than_it_starts() {
        assert!(in_order("2012-06", "2012"), "some day of 2012 lies in June or after");
        assert!(in_order("2012", "2012-01-01"));
        assert!(!in_order("2012-06", "2012-05-31"));
        assert!(!in_order("2019", "2012"));
    }

    #[test]
    fn a_time_keeps_its_milliseconds_whatever_its_offset() {
        assert_eq!(from_rfc3339("1970-01-01T01:00:00+01:00"), Some(0));
        assert_eq!(to_rfc3339(0), "1970-01-01T00:00:00Z");
        assert_eq!(to_rfc3339(1_234), "1970-01-01T00:00:01.234Z");
        assert_eq!(from_rfc3339(&to_rfc3339(1_234)), Some(1_234));
        assert_eq!(from_rfc3339("2025-02-30T00:00:00Z"), None);
        assert_eq!(from_rfc3339("0000-12-31T00:00:00Z"), None);
    }
}
