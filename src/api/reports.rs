//! Complaints, messages to citymakers, and quotes we agreed to.

use axum::{Json, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, number, time, time_if},
};
use crate::{
    app::{feature, report},
    html,
    store::{messages, quotes, reports},
};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReportQuery {
    /// Only reports in this state: `open`, `resolved` or `sent`.
    state: Option<String>,
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
}

/// A complaint, of others about what is here or of ours about what is elsewhere.
#[derive(Debug, Serialize, ToSchema)]
pub struct Report {
    number: i64,
    /// Id of the Flag.
    id: String,
    /// Who complains.
    actor: String,
    host: String,
    objects: Vec<String>,
    /// Plain text.
    reason: String,
    /// `open`, `resolved`, or `sent` for one of ours.
    state: String,
    note: String,
    #[schema(format = DateTime)]
    at: String,
    #[schema(format = DateTime)]
    resolved_at: Option<String>,
}

impl From<reports::Report> for Report {
    fn from(found: reports::Report) -> Self {
        Report {
            number: found.num,
            id: found.id,
            actor: found.actor,
            host: found.host,
            objects: serde_json::from_str(&found.objects).unwrap_or_default(),
            reason: found.reason,
            state: found.state,
            note: found.note,
            at: time(found.at),
            resolved_at: time_if(found.resolved_at),
        }
    }
}

/// Complaints
#[utoipa::path(
    get, path = "/admin/reports", tag = "reports", operation_id = "listReports",
    params(ReportQuery),
    responses((status = 200, description = "Newest first", body = Page<Report>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<ReportQuery>) -> Answer<Page<Report>> {
    let limit = admin.limit(query.limit);
    let before = number(query.before.as_deref())?;
    let state = query.state.as_deref();
    if state.is_some_and(|state| !matches!(state, "open" | "resolved" | "sent")) {
        let message = "a report is `open`, `resolved` or `sent`";
        return Err(Problem::field("state", "unknown", message));
    }
    let mut tx = admin.read().await?;
    let found = reports::page(&mut tx, state, before, limit + 1).await?;
    let total = reports::count(&mut tx, state).await?;
    Ok(Json(Page::of(found, limit, total, |report| report.num.to_string(), Report::from)))
}

/// A complaint of ours.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReport {
    /// Id of an object or actor of another server that is known here.
    object: String,
    reason: String,
}

/// Complain to the server of an object
#[utoipa::path(
    post, path = "/admin/reports", tag = "reports", operation_id = "sendReport",
    request_body = NewReport,
    responses((status = 201, description = "The report; the instance sends it", body = Report))
)]
pub async fn send(
    admin: Admin,
    Body(NewReport { object, reason }): Body<NewReport>,
) -> Result<(StatusCode, Json<Report>), Problem> {
    let (db, urls) = (&admin.state.db, &admin.state.urls);
    let sent = report::send(db, urls, &admin.who, &object, &reason, admin.now).await?;
    admin.ring();
    Ok((StatusCode::CREATED, Json(sent.into())))
}

/// What was decided.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    #[serde(default)]
    note: String,
}

/// An editor is done with a complaint
#[utoipa::path(
    post, path = "/admin/reports/{id}/resolve", tag = "reports", operation_id = "resolveReport",
    params(("id" = String, Path, description = "Number of the report")),
    request_body = Resolution,
    responses((status = 200, description = "The report", body = Report))
)]
pub async fn resolve(
    admin: Admin,
    Named(num): Named,
    Body(Resolution { note }): Body<Resolution>,
) -> Answer<Report> {
    let num = num.parse().map_err(|_| Problem::not_found("a report has a number"))?;
    let resolved = report::resolve(&admin.state.db, &admin.who, num, &note, admin.now).await?;
    Ok(Json(resolved.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MessageQuery {
    /// Only to this actor of ours, by handle or id.
    recipient: Option<String>,
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
}

/// Something written to a citymaker alone.
#[derive(Debug, Serialize, ToSchema)]
pub struct Message {
    id: String,
    recipient: String,
    /// Id of its author.
    author: String,
    host: String,
    in_reply_to: Option<String>,
    language: Option<String>,
    /// Plain text.
    text: String,
    #[schema(format = DateTime)]
    published: String,
    #[schema(format = DateTime)]
    received: String,
}

impl From<messages::Message> for Message {
    fn from(found: messages::Message) -> Self {
        Message {
            id: found.uri,
            recipient: found.recipient,
            author: found.actor,
            host: found.host,
            in_reply_to: found.in_reply_to,
            language: found.language,
            text: html::to_plain(&found.html),
            published: time(found.published_at),
            received: time(found.received_at),
        }
    }
}

/// What was written to citymakers alone
#[utoipa::path(
    get, path = "/admin/messages", tag = "people", operation_id = "listMessages",
    params(MessageQuery),
    responses((status = 200, description = "Newest first", body = Page<Message>))
)]
pub async fn messages(admin: Admin, Asked(query): Asked<MessageQuery>) -> Answer<Page<Message>> {
    let limit = admin.limit(query.limit);
    let before = number(query.before.as_deref())?;
    let recipient = match &query.recipient {
        Some(named) => Some(admin.actor(Some(named)).await?.uri),
        None => None,
    };
    let mut tx = admin.read().await?;
    let found = messages::page(&mut tx, recipient.as_deref(), before, limit + 1).await?;
    let total = messages::count(&mut tx, recipient.as_deref()).await?;
    Ok(Json(Page::of(found, limit, total, |message| message.num.to_string(), Message::from)))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct QuoteQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
}

/// A quote that we agreed to.
#[derive(Debug, Serialize, ToSchema)]
pub struct Quote {
    id: String,
    /// What is quoted.
    object: String,
    /// The quoting post.
    quote: String,
    author: String,
    #[schema(format = DateTime)]
    at: String,
    #[schema(format = DateTime)]
    revoked_at: Option<String>,
}

/// Quotes of what is ours
#[utoipa::path(
    get, path = "/admin/quotes", tag = "comments", operation_id = "listQuotes", params(QuoteQuery),
    responses((status = 200, description = "Newest first", body = Page<Quote>))
)]
pub async fn quotes(admin: Admin, Asked(query): Asked<QuoteQuery>) -> Answer<Page<Quote>> {
    let limit = admin.limit(query.limit);
    let mut tx = admin.read().await?;
    let found = quotes::page(&mut tx, query.before.as_deref(), limit + 1).await?;
    let total = quotes::count(&mut tx).await?;
    let entry = |quote: quotes::Quote| Quote {
        id: quote.id,
        object: quote.object,
        quote: quote.quote,
        author: quote.actor,
        at: time(quote.at),
        revoked_at: time_if(quote.revoked_at),
    };
    Ok(Json(Page::of(found, limit, total, |quote| quote.id.clone(), entry)))
}

/// Our agreement to a quote is taken back
#[utoipa::path(
    delete, path = "/admin/quotes/{id}", tag = "comments", operation_id = "revokeQuote",
    params(("id" = String, Path, description = "Id of the quote")),
    responses((status = 204, description = "Its stamp is gone, and its author's server told"))
)]
pub async fn revoke_quote(admin: Admin, Named(id): Named) -> Result<StatusCode, Problem> {
    feature::revoke_quote(&admin.state.db, &admin.who, &id, admin.now).await?;
    admin.ring();
    Ok(StatusCode::NO_CONTENT)
}

/// A case of ours is shown first on its network's profile
#[utoipa::path(
    put, path = "/admin/cases/{key}/featured", tag = "cases", operation_id = "featureCase",
    params(("key" = String, Path, description = "Id of the case")),
    responses((status = 204, description = "It is, and followers are told"))
)]
pub async fn feature(admin: Admin, Named(key): Named) -> Result<StatusCode, Problem> {
    set_featured(&admin, &key, true).await
}

/// A case of ours is no longer shown first
#[utoipa::path(
    delete, path = "/admin/cases/{key}/featured", tag = "cases", operation_id = "unfeatureCase",
    params(("key" = String, Path, description = "Id of the case")),
    responses((status = 204, description = "It is not, and followers are told"))
)]
pub async fn unfeature(admin: Admin, Named(key): Named) -> Result<StatusCode, Problem> {
    set_featured(&admin, &key, false).await
}

async fn set_featured(admin: &Admin, key: &str, first: bool) -> Result<StatusCode, Problem> {
    feature::set(&admin.state.db, &admin.who, key, first, admin.now).await?;
    admin.ring();
    Ok(StatusCode::NO_CONTENT)
}
