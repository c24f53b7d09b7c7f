//! What an answer to a delivery means, and how long to wait after a failure.

use super::fetch::Answer;
use crate::config::Federation;

/// What the answer to one activity means for its lane.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    Accepted,
    /// Refused for good: recorded, and the lane goes on.
    Refused,
    /// The inbox is no more: its followers and its lane end.
    Gone,
    /// We are not wanted: an administrator decides.
    Park,
    /// Tried again later, after so many seconds if the host said so.
    Later(Option<u64>),
}

/// Whether this answer is about the whole host, not about one inbox: too many requests, and a
/// gateway before servers that do not answer (520 to 524 are Cloudflare's).
pub fn speaks_for_host(status: u16) -> bool {
    matches!(status, 429 | 502..=504 | 520..=524)
}

/// FEDERATION.md "The outbox promise", by status.
pub fn verdict(answer: &Answer) -> Verdict {
    match answer.status {
        200..=299 => Verdict::Accepted,
        404 | 410 => Verdict::Gone,
        401 | 403 => Verdict::Park,
        400 | 413 | 415 | 422 => Verdict::Refused,
        _ => Verdict::Later(answer.retry_after),
    }
}

/// From the first pause on it doubles, up to the longest; what the host asks for is obeyed.
pub fn pause(settings: &Federation, failures: i64, asked: Option<u64>) -> i64 {
    let seconds = |value: u64| i64::try_from(value).unwrap_or(i64::MAX / 1_000) * 1_000;
    let first = seconds(settings.retry_first_seconds);
    let longest = seconds(settings.retry_max_seconds);
    let doubled = first.saturating_mul(1i64 << failures.clamp(0, 30)).min(longest);
    asked.map_or(doubled, |asked| doubled.max(seconds(asked)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16) -> Answer {
        Answer { status, retry_after: None, body_excerpt: String::new() }
    }

    #[test]
    fn each_status_has_the_meaning_that_was_promised() {
        assert_eq!(verdict(&answer(202)), Verdict::Accepted);
        for status in [400, 413, 415, 422] {
            assert_eq!(verdict(&answer(status)), Verdict::Refused, "{status}");
        }
        for status in [404, 410] {
            assert_eq!(verdict(&answer(status)), Verdict::Gone, "{status}");
        }
        for status in [401, 403] {
            assert_eq!(verdict(&answer(status)), Verdict::Park, "{status}");
        }
        for status in [301, 405, 408, 429, 500, 503] {
            assert_eq!(verdict(&answer(status)), Verdict::Later(None), "{status}");
        }
    }

    #[test]
    fn only_what_is_about_the_whole_host_makes_it_wait() {
        assert!([429, 502, 503, 504, 522].into_iter().all(speaks_for_host));
        assert!(![500, 501, 301, 405, 408].into_iter().any(speaks_for_host));
    }

    #[test]
    fn pauses_double_up_to_the_longest_and_obey_retry_after() {
        let settings = Federation::default();
        assert_eq!(pause(&settings, 0, None), 60_000);
        assert_eq!(pause(&settings, 3, None), 480_000);
        assert_eq!(pause(&settings, 60, None), 43_200_000);
        assert_eq!(pause(&settings, 0, Some(90)), 90_000);
    }
}
