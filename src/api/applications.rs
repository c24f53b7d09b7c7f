//! Applications to be partners: others' to us, and ours to others.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    cases::line,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, time, time_if},
};
use crate::{app::applications, domain::id::Host, store::applications as stored};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ApplicationsQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
    /// `in`: others asked us; `out`: we asked others.
    direction: Option<String>,
    /// Only those in this state.
    state: Option<String>,
}

/// An application to be partners.
#[derive(Debug, Serialize, ToSchema)]
pub struct Application {
    id: String,
    /// `in` or `out`.
    direction: String,
    /// The other host.
    host: String,
    /// The other network's actor; empty until it is found.
    actor: String,
    message: String,
    /// In: `open`, `accepted`, `declined`. Out: `wanted`, `asked`, `accepted`, `declined`,
    /// `failed`.
    state: String,
    /// Why it was decided so, or what went wrong.
    note: String,
    #[schema(format = DateTime)]
    asked: String,
    #[schema(format = DateTime)]
    answered: Option<String>,
}

impl From<stored::Application> for Application {
    fn from(found: stored::Application) -> Self {
        Application {
            id: found.id,
            direction: found.direction,
            host: found.host,
            actor: found.actor,
            message: found.message,
            state: found.state,
            note: found.note,
            asked: time(found.asked_at),
            answered: time_if(found.answered_at),
        }
    }
}

/// Who asks to be our partner, and whom we asked
#[utoipa::path(
    get, path = "/admin/applications", tag = "peers", operation_id = "listApplications",
    params(ApplicationsQuery),
    responses((status = 200, description = "Newest first", body = Page<Application>))
)]
pub async fn list(
    admin: Admin,
    Asked(query): Asked<ApplicationsQuery>,
) -> Answer<Page<Application>> {
    let limit = admin.limit(query.limit);
    let (direction, state) = (query.direction.as_deref(), query.state.as_deref());
    if direction.is_some_and(|direction| !matches!(direction, "in" | "out")) {
        return Err(Problem::field("direction", "unknown", "a direction is `in` or `out`"));
    }
    let before = query.before.as_deref();
    let mut tx = admin.read().await?;
    let found = stored::page(&mut tx, direction, state, before, limit + 1).await?;
    let total = stored::count(&mut tx, direction, state).await?;
    Ok(Json(Page::of(found, limit, total, |found| found.id.clone(), Application::from)))
}

/// Whom we ask, and with which words.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Asking {
    /// The domain of the other network.
    host: String,
    /// What its editors read; at most 2,000 characters.
    message: String,
}

/// Another network is asked to take us for a partner
#[utoipa::path(
    post, path = "/admin/applications", tag = "peers", operation_id = "apply",
    request_body = Asking,
    responses((status = 200, description = "The application", body = Application))
)]
pub async fn apply(
    admin: Admin,
    Body(Asking { host, message }): Body<Asking>,
) -> Answer<Application> {
    let host = Host::parse(&host)?;
    if host.as_str() == admin.state.urls.host() {
        return Err(Problem::field("host", "self", "this is this instance itself"));
    }
    let (db, who) = (&admin.state.db, &admin.who);
    let asked = applications::ask(db, who, host.as_str(), &message, admin.now).await?;
    admin.state.wake.follows.notify_one();
    Ok(Json(asked.into()))
}

/// Why an application is decided so.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// For colleagues; at most 500 characters. May be empty where it is accepted.
    #[serde(default)]
    reason: String,
}

async fn find(admin: &Admin, id: &str) -> Answer<Application> {
    let found = stored::find(&mut admin.read().await?, id).await?;
    let found = found.ok_or_else(|| Problem::not_found("there is no such application"))?;
    admin.ring();
    admin.state.wake.follows.notify_one();
    Ok(Json(found.into()))
}

/// The applicant is our partner
///
/// Its host is trusted, our network follows it, and it is told, all in one step.
#[utoipa::path(
    post, path = "/admin/applications/{id}/accept", tag = "peers",
    operation_id = "acceptApplication",
    params(("id" = String, Path, description = "Id of the application")),
    request_body = Reason,
    responses((status = 200, description = "The application", body = Application))
)]
pub async fn accept(
    admin: Admin,
    Named(id): Named,
    Body(Reason { reason }): Body<Reason>,
) -> Answer<Application> {
    let reason = if reason.is_empty() { reason } else { line("reason", &reason, 500)? };
    let network = admin.actor(None).await?.uri;
    let (db, who) = (&admin.state.db, &admin.who);
    applications::accept(db, who, &network, &id, &reason, admin.now).await?;
    find(&admin, &id).await
}

/// The applicant is told that it is not taken for a partner
#[utoipa::path(
    post, path = "/admin/applications/{id}/decline", tag = "peers",
    operation_id = "declineApplication",
    params(("id" = String, Path, description = "Id of the application")),
    request_body = Reason,
    responses((status = 200, description = "The application", body = Application))
)]
pub async fn decline(
    admin: Admin,
    Named(id): Named,
    Body(Reason { reason }): Body<Reason>,
) -> Answer<Application> {
    let reason = line("reason", &reason, 500)?;
    applications::decline(&admin.state.db, &admin.who, &id, &reason, admin.now).await?;
    find(&admin, &id).await
}
