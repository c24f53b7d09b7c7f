//! Lists in pages: how long a page is, where it starts, where the next one does.

use serde::Serialize;
use utoipa::ToSchema;

use super::{auth::Admin, error::Problem};
use crate::clock::rfc3339;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Page<T: ToSchema> {
    pub items: Vec<T>,
    /// The cursor of the next page, for `before` or `after`; null on the last one.
    pub next: Option<String>,
    /// Of the whole list, not of this page.
    pub total_items: i64,
}

impl<T: ToSchema> Page<T> {
    /// A page of what was found, see [`cut`].
    pub fn of<F>(
        mut found: Vec<F>,
        limit: i64,
        total: i64,
        cursor: impl Fn(&F) -> String,
        entry: impl FnMut(F) -> T,
    ) -> Self {
        let next = cut(&mut found, limit, cursor);
        Page { items: found.into_iter().map(entry).collect(), next, total_items: total }
    }
}

/// Cuts what was found to `limit` entries and returns the next page's cursor: one more was asked
/// for to know whether there is one. `cursor` tells where an entry stands.
pub fn cut<F>(found: &mut Vec<F>, limit: i64, cursor: impl Fn(&F) -> String) -> Option<String> {
    let limit = usize::try_from(limit).unwrap_or_default();
    let more = found.len() > limit;
    found.truncate(limit);
    found.last().filter(|_| more).map(cursor)
}

/// Entries on a page where nothing else is asked for.
const USUAL: i64 = 100;

impl Admin {
    /// Entries on a page: what was asked for, within what the configuration allows.
    pub fn limit(&self, asked: Option<i64>) -> i64 {
        let most = i64::try_from(self.state.config.limits.admin_page_items).unwrap_or(i64::MAX);
        asked.unwrap_or(USUAL).clamp(1, most.max(1))
    }
}

/// Reads a cursor that is a number; absent, it stands before everything.
pub fn number(before: Option<&str>) -> Result<i64, Problem> {
    match before {
        None => Ok(i64::MAX),
        Some(text) => text.parse().map_err(|_| {
            Problem::field("before", "cursor", "`before` takes the `next` of an earlier page")
        }),
    }
}

/// A time as it is written in answers.
pub fn time(ms: i64) -> String {
    rfc3339(ms)
}

/// A time that may be absent.
pub fn time_if(ms: Option<i64>) -> Option<String> {
    ms.map(rfc3339)
}

/// When something is tried next; 0 is at once, which is no time.
pub fn next_try(ms: i64) -> Option<String> {
    (ms > 0).then(|| rfc3339(ms))
}
