//! What reached us from elsewhere: objects, and the activities that brought them.

use std::collections::BTreeMap;

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::Asked,
    list::{Page, number, time, time_if},
};
use crate::store::{inbox, received};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReceivedQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default. A page
    /// with very long texts ends earlier; `next` says where it goes on.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
}

/// An object of another server.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceivedObject {
    /// Its uri.
    id: String,
    /// ActivityStreams type, such as `Article` or `Note`.
    #[serde(rename = "type")]
    kind: String,
    /// Id of its author.
    author: String,
    host: String,
    /// Its title, where it has one.
    name: String,
    /// Plain text.
    text: String,
    /// `shown`, `quarantined`, `hidden`, `kept` or `gone`.
    state: String,
    in_reply_to: Option<String>,
    /// The page here of the case it is, where it is shown.
    page: Option<String>,
    #[schema(format = DateTime)]
    published: String,
    #[schema(format = DateTime)]
    updated: String,
    #[schema(format = DateTime)]
    received: String,
}

/// Bytes of text after which a page of [`list`] is full: texts are as long as others like.
const FULL: usize = 8_388_608;
/// How many objects are read at a time, so that a hostile page does not lie in memory whole.
const AT_ONCE: i64 = 64;

/// What was received from elsewhere
#[utoipa::path(
    get, path = "/admin/received", tag = "received", operation_id = "listReceived",
    params(ReceivedQuery),
    responses((status = 200, description = "Newest first", body = Page<ReceivedObject>))
)]
pub async fn list(
    admin: Admin,
    Asked(query): Asked<ReceivedQuery>,
) -> Answer<Page<ReceivedObject>> {
    let limit = usize::try_from(admin.limit(query.limit)).unwrap_or_default();
    let mut before = number(query.before.as_deref())?;
    let mut tx = admin.read().await?;
    let total_items = received::count(&mut tx).await?;
    let (mut items, mut bytes, mut next) = (Vec::new(), 0, None);
    'page: loop {
        let found = received::listed(&mut tx, before, AT_ONCE).await?;
        let last_one = (found.len() as i64) < AT_ONCE;
        for object in found {
            if items.len() == limit || bytes > FULL {
                next = Some(before.to_string());
                break 'page;
            }
            before = object.seq;
            bytes += object.text.len();
            items.push(shown(&admin, object));
        }
        if last_one {
            break;
        }
    }
    Ok(Json(Page { items, next, total_items }))
}

fn shown(admin: &Admin, object: received::Listed) -> ReceivedObject {
    let received::Listed {
        seq: _,
        uri,
        kind,
        actor,
        host,
        name,
        text,
        in_reply_to,
        state,
        published_at,
        updated_at,
        received_at,
        page,
    } = object;
    ReceivedObject {
        id: uri,
        kind,
        author: actor,
        host,
        name,
        text,
        state,
        in_reply_to,
        page: page.map(|page| admin.state.urls.case_page(&page)),
        published: time(published_at),
        updated: time(updated_at),
        received: time(received_at),
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InboxQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
    /// Only activities in this state: `new`, `done`, `ignored` or `failed`.
    state: Option<String>,
}

/// The activities that were posted to our inboxes.
#[derive(Debug, Serialize, ToSchema)]
pub struct Inbox {
    #[serde(flatten)]
    page: Page<HandledActivity>,
    /// How many activities are in each state.
    counts: BTreeMap<String, i64>,
}

/// An activity that was posted to an inbox of ours.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandledActivity {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    actor: String,
    /// `new` (not handled yet), `done`, `ignored` or `failed`.
    state: String,
    /// Why it was ignored, or what went wrong.
    note: String,
    attempts: i64,
    #[schema(format = DateTime)]
    received_at: String,
    #[schema(format = DateTime)]
    done_at: Option<String>,
}

/// The activities handled here
#[utoipa::path(
    get, path = "/admin/inbox", tag = "received", operation_id = "listHandled", params(InboxQuery),
    responses((status = 200, description = "Newest first", body = Inbox))
)]
pub async fn handled(admin: Admin, Asked(query): Asked<InboxQuery>) -> Answer<Inbox> {
    let limit = admin.limit(query.limit);
    let before = number(query.before.as_deref())?;
    let state = query.state.as_deref();
    if state.is_some_and(|state| !matches!(state, "new" | "done" | "ignored" | "failed")) {
        let message = "an activity is `new`, `done`, `ignored` or `failed`";
        return Err(Problem::field("state", "unknown", message));
    }
    let mut tx = admin.read().await?;
    let found = inbox::listed(&mut tx, state, before, limit + 1).await?;
    let counts: BTreeMap<_, _> = inbox::counts(&mut tx).await?.into_iter().collect();
    let total = match state {
        Some(state) => counts.get(state).copied().unwrap_or(0),
        None => counts.values().sum(),
    };
    let entry = |item: inbox::Listed| {
        let inbox::Listed { seq: _, id, actor, kind, received_at, state, attempts, note, done_at } =
            item;
        HandledActivity {
            id,
            kind,
            actor,
            state,
            note,
            attempts,
            received_at: time(received_at),
            done_at: time_if(done_at),
        }
    };
    let page = Page::of(found, limit, total, |item| item.seq.to_string(), entry);
    Ok(Json(Inbox { page, counts }))
}
