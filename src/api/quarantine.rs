//! The desk: cases of hosts that are not trusted, adopted or declined one by one.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    cases::line,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, time},
};
use crate::{
    app::quarantine,
    domain::id::Host,
    store::rulings::{self, Verdict},
};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DeskQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    after: Option<String>,
    /// Only cases from this host.
    host: Option<String>,
    /// `waiting` (the default), `adopted` or `declined`.
    state: Option<String>,
}

/// A case of another network on the desk.
#[derive(Debug, Serialize, ToSchema)]
pub struct OnDesk {
    /// Its ULID here.
    id: String,
    /// Id of its object.
    uri: String,
    host: String,
    /// The actor it is attributed to.
    author: String,
    title: String,
    /// Its page at its origin.
    origin_page: Option<String>,
    /// Who boosted it to us, when it did not come from its author.
    shared_by: Option<String>,
    /// `shown`, `quarantined` or `hidden`.
    standing: String,
    #[schema(format = DateTime)]
    received: String,
    #[schema(format = DateTime)]
    updated: String,
    /// What was decided; null while it waits.
    ruling: Option<Ruling>,
}

/// What was decided on a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Ruling {
    /// `adopted` or `declined`.
    verdict: String,
    note: String,
    who: String,
    #[schema(format = DateTime)]
    at: String,
}

impl From<rulings::OnDesk> for OnDesk {
    fn from(found: rulings::OnDesk) -> Self {
        let title = found.title();
        let rulings::OnDesk {
            num: _,
            id,
            uri,
            host,
            actor,
            standing,
            received_at,
            updated_at,
            origin_url,
            shared_by,
            verdict,
            note,
            who,
            at,
            document: _,
        } = found;
        let ruling = verdict.map(|verdict| Ruling {
            verdict,
            note: note.unwrap_or_default(),
            who: who.unwrap_or_default(),
            at: time(at.unwrap_or_default()),
        });
        OnDesk {
            id,
            uri,
            host,
            author: actor,
            title,
            origin_page: origin_url,
            shared_by,
            standing,
            received: time(received_at),
            updated: time(updated_at),
            ruling,
        }
    }
}

/// Cases that wait for a decision, or were decided on
#[utoipa::path(
    get, path = "/admin/quarantine", tag = "quarantine", operation_id = "listQuarantine",
    params(DeskQuery),
    responses((status = 200, description = "In the order of arrival", body = Page<OnDesk>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<DeskQuery>) -> Answer<Page<OnDesk>> {
    let limit = admin.limit(query.limit);
    let after = match query.after.as_deref().map(str::parse) {
        None => 0,
        Some(Ok(num)) => num,
        Some(Err(_)) => {
            let message = "`after` takes the `next` of an earlier page";
            return Err(Problem::field("after", "cursor", message));
        }
    };
    let host = query.host.as_deref().map(Host::parse).transpose()?;
    let host = host.as_ref().map(Host::as_str);
    let mut tx = admin.read().await?;
    let verdict = match query.state.as_deref() {
        None | Some("waiting") => None,
        Some("adopted") => Some(Verdict::Adopted),
        Some("declined") => Some(Verdict::Declined),
        Some(_) => {
            let message = "a state is `waiting`, `adopted` or `declined`";
            return Err(Problem::field("state", "unknown", message));
        }
    };
    let (found, total) = match verdict {
        None => (
            rulings::waiting(&mut tx, after, host, limit + 1).await?,
            rulings::count_waiting(&mut tx, host).await?,
        ),
        Some(verdict) => (
            rulings::decided(&mut tx, verdict, after, host, limit + 1).await?,
            rulings::count_decided(&mut tx, verdict, host).await?,
        ),
    };
    let cursor = |found: &rulings::OnDesk| found.num.to_string();
    Ok(Json(Page::of(found, limit, total, cursor, OnDesk::from)))
}

/// Why a case is adopted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// For colleagues; at most 500 characters.
    #[serde(default)]
    note: String,
}

/// Why a case is declined.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Declining {
    /// For colleagues; at most 500 characters.
    reason: String,
}

/// How a case stands after a decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct Decided {
    id: String,
    uri: String,
    /// `shown` or `hidden`.
    standing: &'static str,
    /// Its page here, where it is shown.
    page: Option<String>,
}

fn decided(admin: &Admin, stored: crate::store::cases::StoredCase) -> Decided {
    admin.ring();
    let page = stored.is_shown().then(|| admin.state.urls.case_page(&stored.page));
    Decided { id: stored.id, uri: stored.uri, standing: stored.standing.id(), page }
}

/// A case is shown
#[utoipa::path(
    post, path = "/admin/quarantine/{id}/adopt", tag = "quarantine", operation_id = "adoptCase",
    params(("id" = String, Path, description = "The ULID of the case here")),
    request_body = Adoption,
    responses((status = 200, description = "The case", body = Decided))
)]
pub async fn adopt(
    admin: Admin,
    Named(id): Named,
    Body(Adoption { note }): Body<Adoption>,
) -> Answer<Decided> {
    let note = if note.is_empty() { note } else { line("note", &note, 500)? };
    let stored = quarantine::adopt(&admin.state.db, &admin.who, &id, &note, admin.now).await?;
    Ok(Json(decided(&admin, stored)))
}

/// A case is kept and never shown
#[utoipa::path(
    post, path = "/admin/quarantine/{id}/decline", tag = "quarantine",
    operation_id = "declineCase",
    params(("id" = String, Path, description = "The ULID of the case here")),
    request_body = Declining,
    responses((status = 200, description = "The case", body = Decided))
)]
pub async fn decline(
    admin: Admin,
    Named(id): Named,
    Body(Declining { reason }): Body<Declining>,
) -> Answer<Decided> {
    let reason = line("reason", &reason, 500)?;
    let stored = quarantine::decline(&admin.state.db, &admin.who, &id, &reason, admin.now).await?;
    Ok(Json(decided(&admin, stored)))
}
