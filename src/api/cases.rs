//! This network's own cases: put in, published, revised, withdrawn.

use axum::{
    Json,
    http::{StatusCode, header},
    response::IntoResponse,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::{
    PREFIX,
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, number, time},
    openapi::CaseRecord,
};
use crate::{
    app::publish::{self, Outcome},
    domain::{case_study::parse, text::clean_line, vocabulary::EditorialState},
    store::{
        cases::{self, StoredCase},
        revisions,
    },
    urls::Urls,
};

/// A case of this network, without its texts.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseEntry {
    /// Permanent, of this instance: a ULID. Stands in paths as well as `key` does.
    id: String,
    /// The record's own `id`.
    key: String,
    /// Id of the ActivityPub object.
    uri: String,
    /// The page for people.
    url: String,
    title: String,
    /// State of the editorial work, such as `published`.
    state: &'static str,
    revision: i64,
    #[schema(format = DateTime)]
    published: String,
    #[schema(format = DateTime)]
    updated: String,
    withdrawn: Option<Withdrawn>,
}

/// When and why a case was withdrawn.
#[derive(Debug, Serialize, ToSchema)]
pub struct Withdrawn {
    #[schema(format = DateTime)]
    at: String,
    reason: String,
}

/// A case of this network with its whole record, e-mail addresses of contacts among it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDetail {
    #[serde(flatten)]
    entry: CaseEntry,
    #[schema(value_type = CaseRecord)]
    record: Value,
}

impl CaseEntry {
    fn of(stored: &StoredCase, urls: &Urls) -> Self {
        CaseEntry {
            id: stored.id.clone(),
            key: stored.case.id.clone(),
            uri: stored.uri.clone(),
            url: urls.case_page(&stored.page),
            title: stored.case.title.clone(),
            state: stored.state.id(),
            revision: stored.revision,
            published: time(stored.published),
            updated: time(stored.updated),
            withdrawn: stored
                .withdrawn
                .clone()
                .map(|(at, reason)| Withdrawn { at: time(at), reason }),
        }
    }
}

impl Admin {
    /// Our own case by the record's id or the ULID.
    pub async fn case(&self, key: &str) -> Result<StoredCase, Problem> {
        Ok(publish::find(&mut self.read().await?, key).await?)
    }

    /// The case after something was done to it; the jobs are told.
    async fn after(&self, outcome: Outcome) -> Result<CaseEntry, Problem> {
        self.ring();
        let (Outcome::Published { id }
        | Outcome::Stored { id, .. }
        | Outcome::Revised { id, .. }
        | Outcome::Withdrawn { id }
        | Outcome::Left { id, .. }) = outcome;
        Ok(CaseEntry::of(&self.case(&id).await?, &self.state.urls))
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CasesQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
    /// Only cases in this state of the editorial work.
    state: Option<String>,
}

/// The cases of this network
#[utoipa::path(
    get, path = "/admin/cases", tag = "cases", operation_id = "listOwnCases", params(CasesQuery),
    responses((status = 200, description = "Newest arrival first", body = Page<CaseEntry>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<CasesQuery>) -> Answer<Page<CaseEntry>> {
    let limit = admin.limit(query.limit);
    let before = number(query.before.as_deref())?;
    let state = query.state.as_deref();
    if state.is_some_and(|id| EditorialState::from_id(id).is_none()) {
        return Err(Problem::field("state", "unknown", "there is no such editorial state"));
    }
    let mut tx = admin.read().await?;
    let found = cases::local_page(&mut tx, state, before, limit + 1).await?;
    let total = cases::count_local(&mut tx, state).await?;
    let entry = |stored: StoredCase| CaseEntry::of(&stored, &admin.state.urls);
    Ok(Json(Page::of(found, limit, total, |stored| stored.num.to_string(), entry)))
}

/// A new case is published
///
/// At once, whatever state its record names. Deliveries follow by themselves.
#[utoipa::path(
    post, path = "/admin/cases", tag = "cases", operation_id = "publishNewCase",
    request_body(content = CaseRecord, content_type = "application/json"),
    responses(
        (status = 201, description = "It is published", body = CaseEntry,
         headers(("Location" = String, description = "The case in this API"))),
        (status = 409, description = "A case with this id is published already",
         body = super::error::Document, content_type = "application/problem+json"),
        (status = 422, description = "The record is refused, field by field",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn publish_new(
    admin: Admin,
    Body(record): Body<Value>,
) -> Result<impl IntoResponse, Problem> {
    let case = parse(&record)?;
    let by = admin.publisher().await?;
    let outcome = publish::publish_new(&admin.state.db, &by, &admin.who, case, admin.now).await?;
    let entry = admin.after(outcome).await?;
    let place = admin.state.urls.absolute(&format!("{PREFIX}/admin/cases/{}", entry.id));
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], Json(entry)))
}

/// One case, with its whole record
#[utoipa::path(
    get, path = "/admin/cases/{key}", tag = "cases", operation_id = "showOwnCase",
    params(("key" = String, Path, description = "The record's `id`, or the ULID")),
    responses((status = 200, description = "The case", body = CaseDetail))
)]
pub async fn show(admin: Admin, Named(key): Named) -> Answer<CaseDetail> {
    let stored = admin.case(&key).await?;
    let entry = CaseEntry::of(&stored, &admin.state.urls);
    Ok(Json(CaseDetail { entry, record: stored.case.to_value() }))
}

/// A published case is replaced by a new revision
///
/// The date of its first publication stays. A case that is not published is published with
/// `POST /admin/cases`.
#[utoipa::path(
    put, path = "/admin/cases/{key}", tag = "cases", operation_id = "updateCase",
    params(("key" = String, Path, description = "The record's `id`, or the ULID")),
    request_body(content = CaseRecord, content_type = "application/json"),
    responses(
        (status = 200, description = "The new revision", body = CaseEntry),
        (status = 409, description = "It is not published",
         body = super::error::Document, content_type = "application/problem+json"),
        (status = 422, description = "The record is refused, field by field",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn update(
    admin: Admin,
    Named(key): Named,
    Body(record): Body<Value>,
) -> Answer<CaseEntry> {
    let stored = admin.case(&key).await?;
    let case = parse(&record)?;
    if case.id != stored.case.id {
        let message = format!("the record's id is {:?}; it never changes", stored.case.id);
        return Err(Problem::field("id", "fixed", message));
    }
    let outcome = publish::update(&admin.state.db, &admin.who, case, admin.now).await?;
    Ok(Json(admin.after(outcome).await?))
}

/// A stored case is published
#[utoipa::path(
    post, path = "/admin/cases/{key}/publish", tag = "cases", operation_id = "publishCase",
    params(("key" = String, Path, description = "The record's `id`, or the ULID")),
    responses(
        (status = 200, description = "It is published", body = CaseEntry),
        (status = 409, description = "It was published already",
         body = super::error::Document, content_type = "application/problem+json"),
        (status = 422, description = "What a published case must have is missing",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn publish(admin: Admin, Named(key): Named) -> Answer<CaseEntry> {
    let by = admin.publisher().await?;
    let outcome = publish::publish(&admin.state.db, &by, &admin.who, &key, admin.now).await?;
    Ok(Json(admin.after(outcome).await?))
}

/// Why a case is withdrawn.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// One line of plain text, shown to everybody; at most 500 characters.
    reason: String,
}

/// Characters of a reason.
const REASON: usize = 500;

/// A published case is withdrawn
///
/// Its page answers 410 with the reason, its object becomes a Tombstone, and everybody who got it
/// is told.
#[utoipa::path(
    post, path = "/admin/cases/{key}/withdraw", tag = "cases", operation_id = "withdrawCase",
    params(("key" = String, Path, description = "The record's `id`, or the ULID")),
    request_body = Withdrawal,
    responses(
        (status = 200, description = "It is withdrawn", body = CaseEntry),
        (status = 409, description = "It is not published",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn withdraw(
    admin: Admin,
    Named(key): Named,
    Body(Withdrawal { reason }): Body<Withdrawal>,
) -> Answer<CaseEntry> {
    let reason = line("reason", &reason, REASON)?;
    let db = &admin.state.db;
    let outcome = publish::withdraw(db, &admin.who, &key, &reason, admin.now).await?;
    Ok(Json(admin.after(outcome).await?))
}

/// A line of plain text with something in it.
pub fn line(field: &str, text: &str, most: usize) -> Result<String, Problem> {
    let text = clean_line(text).trim().to_owned();
    match text.chars().count() {
        0 => Err(Problem::field(field, "too-short", format!("{field} is empty"))),
        n if n > most => {
            let message = format!("{field} has {n} characters, at most {most} are taken");
            Err(Problem::field(field, "too-long", message))
        }
        _ => Ok(text),
    }
}

/// A version of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseRevision {
    revision: i64,
    /// The date the revision carries.
    #[schema(format = DateTime)]
    updated: String,
    /// When it was written down here.
    #[schema(format = DateTime)]
    saved: String,
    #[schema(value_type = CaseRecord)]
    record: Value,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RevisionsQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    before: Option<String>,
}

/// All versions of a case
#[utoipa::path(
    get, path = "/admin/cases/{key}/revisions", tag = "cases", operation_id = "listRevisions",
    params(("key" = String, Path, description = "The record's `id`, or the ULID"), RevisionsQuery),
    responses((status = 200, description = "Newest first", body = Page<CaseRevision>))
)]
pub async fn revisions(
    admin: Admin,
    Named(key): Named,
    Asked(query): Asked<RevisionsQuery>,
) -> Answer<Page<CaseRevision>> {
    let limit = admin.limit(query.limit);
    let before = number(query.before.as_deref())?;
    let stored = admin.case(&key).await?;
    let mut tx = admin.read().await?;
    let found = revisions::page(&mut tx, stored.num, before, limit + 1).await?;
    let total = revisions::count(&mut tx, stored.num).await?;
    let entry = |revisions::Revision { revision, document, updated_at, saved_at }| CaseRevision {
        revision,
        updated: time(updated_at),
        saved: time(saved_at),
        record: serde_json::from_str(&document).unwrap_or_default(),
    };
    Ok(Json(Page::of(found, limit, total, |found| found.revision.to_string(), entry)))
}
