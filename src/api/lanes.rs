//! The lanes to other servers' inboxes: how far each came, what waits, what was refused.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::Asked,
    list::{Page, cut, next_try, time, time_if},
};
use crate::store::{self, Tx, lanes, peers};

/// The ordered lane to one inbox.
#[derive(Debug, Serialize, ToSchema)]
pub struct Lane {
    inbox: String,
    host: String,
    /// `open`, `parked` (until it is resumed) or `ended` (the inbox is gone).
    state: String,
    /// Why it is parked or ended.
    reason: String,
    /// How many activities wait.
    waiting: i64,
    /// How many activities the inbox accepted.
    sent: i64,
    last_status: Option<i64>,
    last_answer: Option<String>,
    #[schema(format = DateTime)]
    last_at: Option<String>,
    /// Failures in a row: of the inbox, or of its whole host.
    failures: i64,
    /// Since when it fails.
    #[schema(format = DateTime)]
    failing_since: Option<String>,
    /// When the inbox said that it is gone.
    #[schema(format = DateTime)]
    ended_at: Option<String>,
    /// Not before this time; null is as soon as possible, or never where nothing waits.
    #[schema(format = DateTime)]
    next_try: Option<String>,
}

impl Lane {
    /// With what waits in it, and how its host fares.
    pub async fn of(tx: &mut Tx, lane: lanes::Lane) -> store::Result<Self> {
        let waiting = match lane.state.as_str() {
            "ended" => 0,
            _ => lanes::waiting(tx, &lane).await?,
        };
        let peer = peers::find(tx, &lane.host).await?;
        let due = peer.as_ref().map_or(0, |peer| peer.next_try).max(lane.next_try);
        let since = peer.as_ref().and_then(|peer| peer.failing_since);
        let waits = waiting > 0 && lane.state == "open";
        Ok(Lane {
            inbox: lane.inbox,
            host: lane.host,
            state: lane.state,
            reason: lane.reason,
            waiting,
            sent: lane.sent,
            last_status: lane.last_status,
            last_answer: lane.last_answer,
            last_at: time_if(lane.last_at),
            failures: peer.map_or(0, |peer| peer.failures).max(lane.failures),
            failing_since: time_if(lane.failing_since.or(since)),
            ended_at: time_if(lane.ended_at),
            next_try: if waits { next_try(due) } else { None },
        })
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LanesQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    after: Option<String>,
    /// Only lanes to this host.
    host: Option<String>,
    /// Only lanes in this state: `open`, `parked` or `ended`.
    state: Option<String>,
}

/// The lanes to other servers
#[utoipa::path(
    get, path = "/admin/lanes", tag = "deliveries", operation_id = "listLanes", params(LanesQuery),
    responses((status = 200, description = "In the order of the inboxes", body = Page<Lane>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<LanesQuery>) -> Answer<Page<Lane>> {
    let limit = admin.limit(query.limit);
    let (host, state) = (query.host.as_deref(), query.state.as_deref());
    if state.is_some_and(|state| !matches!(state, "open" | "parked" | "ended")) {
        let message = "a lane is `open`, `parked` or `ended`";
        return Err(Problem::field("state", "unknown", message));
    }
    let after = query.after.unwrap_or_default();
    let mut tx = admin.read().await?;
    let mut found = lanes::page(&mut tx, host, state, &after, limit + 1).await?;
    let total_items = lanes::count(&mut tx, host, state).await?;
    let next = cut(&mut found, limit, |lane| lane.inbox.clone());
    let mut items = Vec::with_capacity(found.len());
    for lane in found {
        items.push(Lane::of(&mut tx, lane).await?);
    }
    Ok(Json(Page { items, next, total_items }))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RefusalsQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
    /// Only what this inbox refused.
    inbox: Option<String>,
}

/// An activity that an inbox refused for good.
#[derive(Debug, Serialize, ToSchema)]
pub struct Refusal {
    inbox: String,
    /// The activity's place in the log, for sending it again.
    seq: i64,
    /// Id of the activity.
    activity: String,
    /// Its type.
    #[serde(rename = "type")]
    kind: String,
    object: String,
    status: i64,
    answer: String,
    #[schema(format = DateTime)]
    at: String,
}

/// What other servers refused
///
/// The lanes went on; each refusal can be sent again.
#[utoipa::path(
    get, path = "/admin/lanes/refusals", tag = "deliveries", operation_id = "listRefusals",
    params(RefusalsQuery),
    responses((status = 200, description = "Newest activity first", body = Page<Refusal>))
)]
pub async fn refusals(admin: Admin, Asked(query): Asked<RefusalsQuery>) -> Answer<Page<Refusal>> {
    let limit = admin.limit(query.limit);
    let behind = match query.before.as_deref() {
        None => (i64::MAX, ""),
        Some(text) => place(text).ok_or_else(|| {
            Problem::field("before", "cursor", "`before` takes the `next` of an earlier page")
        })?,
    };
    let inbox = query.inbox.as_deref();
    let mut tx = admin.read().await?;
    let found = lanes::refused_page(&mut tx, inbox, behind, limit + 1).await?;
    let total = lanes::count_refused(&mut tx, inbox).await?;
    let cursor = |refused: &lanes::Refused| format!("{}.{}", refused.seq, refused.inbox);
    let entry = |refused: lanes::Refused| {
        let lanes::Refused { inbox, seq, status, answer, at, activity, kind, object } = refused;
        Refusal { inbox, seq, activity, kind, object, status, answer, at: time(at) }
    };
    Ok(Json(Page::of(found, limit, total, cursor, entry)))
}

/// A cursor of two parts: place in the log, and inbox.
fn place(text: &str) -> Option<(i64, &str)> {
    let (seq, inbox) = text.split_once('.')?;
    Some((seq.parse().ok()?, inbox))
}
