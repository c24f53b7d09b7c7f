//! What became of what we sent: every recipient of a case's newest activity, and sending again.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    lanes::Lane,
    list::{Page, next_try, time, time_if},
};
use crate::{
    app::moderate,
    domain::id::Host,
    store::{
        activities::{self, LoggedActivity},
        deliveries, lanes,
    },
};

/// What is said about a case to those who follow.
const ABOUT_A_CASE: [&str; 3] = ["Create", "Update", "Delete"];

/// The newest activity about a case, and its recipients.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDeliveries {
    /// Null until the jobs have made one.
    activity: Option<Sent>,
    #[serde(flatten)]
    page: Page<Delivery>,
}

/// An activity that goes out.
#[derive(Debug, Serialize, ToSchema)]
pub struct Sent {
    /// Its place in the log.
    seq: i64,
    id: String,
    /// `Create`, `Update` or `Delete`.
    #[serde(rename = "type")]
    kind: String,
    #[schema(format = DateTime)]
    at: String,
}

/// One recipient of an activity.
#[derive(Debug, Serialize, ToSchema)]
pub struct Delivery {
    inbox: String,
    host: String,
    /// As its NodeInfo says; empty when unknown.
    software: String,
    /// The dialect of signatures that worked last; null when unknown.
    dialect: Option<String>,
    /// `sent`, `waiting`, `refused` (for good; can be resent), `parked` (until it is resumed),
    /// `ended` (the inbox is gone) or `left` (who followed left before it was sent).
    state: &'static str,
    /// Why it is parked or ended.
    #[serde(skip_serializing_if = "String::is_empty")]
    reason: String,
    /// HTTP status of the refusal, or of the inbox's last answer.
    last_status: Option<i64>,
    last_answer: Option<String>,
    #[schema(format = DateTime)]
    last_at: Option<String>,
    /// When the inbox said that it is gone.
    #[schema(format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_at: Option<String>,
    /// Not before this time; null is as soon as possible, or never where nothing waits.
    #[schema(format = DateTime)]
    next_try: Option<String>,
}

impl Delivery {
    fn of(found: deliveries::Delivery, seq: i64) -> Self {
        let state = found.state(seq);
        let refused = state == "refused";
        Delivery {
            inbox: found.inbox,
            host: found.host,
            software: found.software,
            dialect: found.dialect,
            state,
            reason: match state {
                "parked" | "ended" => found.reason,
                _ => String::new(),
            },
            last_status: if refused { found.refused_status } else { found.last_status },
            last_answer: if refused { found.refused_answer } else { found.last_answer },
            last_at: time_if(found.last_at),
            ended_at: time_if(found.ended_at),
            next_try: if state == "waiting" { next_try(found.next_try) } else { None },
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DeliveriesQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    after: Option<String>,
}

/// Who got a case
///
/// Every inbox its newest Create, Update or Delete is meant for.
#[utoipa::path(
    get, path = "/admin/cases/{key}/deliveries", tag = "deliveries",
    operation_id = "listCaseDeliveries",
    params(("key" = String, Path, description = "The record's `id`, or the ULID"), DeliveriesQuery),
    responses((status = 200, description = "In the order of the inboxes", body = CaseDeliveries))
)]
pub async fn of_case(
    admin: Admin,
    Named(key): Named,
    Asked(query): Asked<DeliveriesQuery>,
) -> Answer<CaseDeliveries> {
    let limit = admin.limit(query.limit);
    let after = query.after.unwrap_or_default();
    let stored = admin.case(&key).await?;
    let mut tx = admin.read().await?;
    let mut newest: Option<LoggedActivity> = None;
    for kind in ABOUT_A_CASE {
        let found = activities::latest(&mut tx, &stored.actor, kind, &stored.uri).await?;
        if found.as_ref().map(|a| a.seq) > newest.as_ref().map(|a| a.seq) {
            newest = found;
        }
    }
    let Some(LoggedActivity { seq, id, actor, kind, at, .. }) = newest else {
        let page = Page { items: Vec::new(), next: None, total_items: 0 };
        return Ok(Json(CaseDeliveries { activity: None, page }));
    };
    let found = deliveries::page(&mut tx, seq, &actor, &after, limit + 1).await?;
    let total = deliveries::count(&mut tx, seq, &actor).await?;
    let cursor = |found: &deliveries::Delivery| found.inbox.clone();
    let page = Page::of(found, limit, total, cursor, |found| Delivery::of(found, seq));
    Ok(Json(CaseDeliveries { activity: Some(Sent { seq, id, kind, at: time(at) }), page }))
}

/// An activity that an inbox refused.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Again {
    inbox: String,
    /// Its place in the log, as in `/admin/lanes/refusals`.
    seq: i64,
}

/// A refused activity is sent again
///
/// What came after it in this lane is sent again too; receivers know it by its id.
#[utoipa::path(
    post, path = "/admin/deliveries/resend", tag = "deliveries", operation_id = "resendActivity",
    request_body = Again,
    responses((status = 200, description = "The lane it waits in now", body = Lane))
)]
pub async fn resend(admin: Admin, Body(Again { inbox, seq }): Body<Again>) -> Answer<Lane> {
    moderate::resend(&admin.state.db, &admin.who, &inbox, seq, admin.now).await?;
    admin.state.wake.lanes.notify_one();
    let mut tx = admin.read().await?;
    let lane = lanes::find(&mut tx, &inbox).await?;
    let lane = lane.ok_or_else(|| Problem::not_found(format!("there is no lane to {inbox}")))?;
    Ok(Json(Lane::of(&mut tx, lane).await?))
}

/// Whose refusals are to be sent again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AllAgain {
    /// Only what was refused by inboxes of this host.
    host: Option<String>,
}

/// How much is sent again.
#[derive(Debug, Serialize, ToSchema)]
pub struct Resent {
    /// Activities that were refused.
    resent: i64,
}

/// Everything that was refused is sent again
///
/// What came after the first refusal of an inbox is sent again too; receivers know it by its id.
#[utoipa::path(
    post, path = "/admin/deliveries/resend-all", tag = "deliveries", operation_id = "resendAll",
    request_body = AllAgain,
    responses((status = 200, description = "How many activities", body = Resent))
)]
pub async fn resend_all(admin: Admin, Body(AllAgain { host }): Body<AllAgain>) -> Answer<Resent> {
    let host = host.as_deref().map(Host::parse).transpose()?;
    let host = host.as_ref().map(Host::as_str);
    let resent = moderate::resend_all(&admin.state.db, &admin.who, host, admin.now).await?;
    admin.state.wake.lanes.notify_one();
    Ok(Json(Resent { resent }))
}
