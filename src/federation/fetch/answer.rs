//! What a peer answered to a delivery.

use axum::http::HeaderMap;
use axum::http::header::{DATE, RETRY_AFTER};
use std::time::SystemTime;

/// However long a peer asks us to wait, in seconds: a day.
const MAX_RETRY_AFTER: u64 = 86_400;
/// How much of the answer is kept for the admin, in characters.
pub(super) const EXCERPT_CHARS: usize = 500;

/// The answer to a POST; whether it means success is for the sender to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    pub status: u16,
    /// How long to wait before the next try, in seconds, at most a day.
    pub retry_after: Option<u64>,
    /// The beginning of the answer as one line of plain text, at most 500 characters.
    pub body_excerpt: String,
}

impl Answer {
    /// Whether the activity was taken (2xx).
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// `Retry-After` in seconds. An HTTP date is counted from the date of the answer itself, whose
/// clock wrote both; without one from `sent`, the date of our request.
pub(super) fn retry_after(answer: &HeaderMap, sent: Option<SystemTime>) -> Option<u64> {
    let text = answer.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(seconds.min(MAX_RETRY_AFTER));
    }
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(MAX_RETRY_AFTER);
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let from = date(answer).or(sent)?;
    Some(until.duration_since(from).map_or(0, |wait| wait.as_secs().min(MAX_RETRY_AFTER)))
}

/// The `Date` header.
pub(super) fn date(headers: &HeaderMap) -> Option<SystemTime> {
    httpdate::parse_http_date(headers.get(DATE)?.to_str().ok()?).ok()
}

/// `text` as one line without control and direction characters, cut at `max` characters.
pub(super) fn clean(text: &str, max: usize) -> String {
    let mut line = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !is_invisible(*c)));
    }
    match line.char_indices().nth(max) {
        Some((at, _)) => line[..at].to_owned(),
        None => line,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn wait(retry: &'static str, date: Option<&'static str>) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_static(retry));
        if let Some(date) = date {
            headers.insert(DATE, HeaderValue::from_static(date));
        }
        retry_after(&headers, None)
    }

    #[test]
    fn retry_after_is_read_as_seconds_or_as_a_date_and_capped() {
        let noon = Some("Sun, 06 Nov 1994 12:00:00 GMT");
        assert_eq!(wait("120", None), Some(120));
        assert_eq!(wait("999999999", None), Some(86_400));
        assert_eq!(wait("99999999999999999999999", None), Some(86_400));
        assert_eq!(wait("Sun, 06 Nov 1994 12:01:30 GMT", noon), Some(90));
        assert_eq!(wait("Sun, 06 Nov 2094 12:01:30 GMT", noon), None);
        assert_eq!(wait("Sat, 06 Nov 2094 12:01:30 GMT", noon), Some(86_400));
        assert_eq!(wait("Sun, 06 Nov 1994 11:00:00 GMT", noon), Some(0));
        assert_eq!(wait("Sun, 06 Nov 1994 12:01:30 GMT", None), None);
        assert_eq!(wait("soon", noon), None);
        assert_eq!(wait("-5", noon), None);
    }

    #[test]
    fn an_excerpt_is_one_short_clean_line() {
        assert_eq!(clean(" a\r\n\u{1b}[31m b\u{202e}\u{0}c ", 500), "a [31m b c");
        assert_eq!(clean(&"é".repeat(600), 500).chars().count(), 500);
    }
}
