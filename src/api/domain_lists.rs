//! Lists of domains: in and out in Mastodon's format, and subscriptions.

use axum::{
    Json,
    http::header,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Body, Long, Named},
    list::{Page, next_try, time, time_if},
};
use crate::{
    app::{domain_lists, standing::Touched},
    domain::{domain_list::MOST_BYTES, network::PeerStanding},
    store::domain_lists as stored,
};

/// A list that is subscribed to.
#[derive(Debug, Serialize, ToSchema)]
pub struct DomainList {
    id: String,
    url: String,
    #[schema(format = DateTime)]
    added: String,
    /// When it was last read with success.
    #[schema(format = DateTime)]
    read: Option<String>,
    #[schema(format = DateTime)]
    tried: Option<String>,
    /// Not before this time; null is at once.
    #[schema(format = DateTime)]
    next_try: Option<String>,
    /// Failures in a row.
    failures: i64,
    /// Domains it names.
    entries: i64,
    /// What the last try came to, in words.
    result: String,
}

impl From<stored::DomainList> for DomainList {
    fn from(found: stored::DomainList) -> Self {
        DomainList {
            id: found.id,
            url: found.url,
            added: time(found.added_at),
            read: time_if(found.succeeded_at),
            tried: time_if(found.tried_at),
            next_try: next_try(found.next_try),
            failures: found.failures,
            entries: found.entries,
            result: found.result,
        }
    }
}

/// The lists that are subscribed to
#[utoipa::path(
    get, path = "/admin/domain-lists", tag = "peers", operation_id = "listDomainLists",
    responses((status = 200, description = "In the order in which they were added",
               body = Page<DomainList>))
)]
pub async fn list(admin: Admin) -> Answer<Page<DomainList>> {
    let found = stored::all(&mut admin.read().await?).await?;
    let total_items = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let items = found.into_iter().map(DomainList::from).collect();
    Ok(Json(Page { items, next: None, total_items }))
}

/// A list to be subscribed to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Subscription {
    /// Where the list stands, in Mastodon's format.
    url: String,
}

/// A list is read again and again, and what it names is kept out
///
/// It overrules nothing that was decided here; hosts we follow are shown as conflicts.
#[utoipa::path(
    post, path = "/admin/domain-lists", tag = "peers", operation_id = "subscribeDomainList",
    request_body = Subscription,
    responses((status = 200, description = "The list", body = DomainList))
)]
pub async fn subscribe(
    admin: Admin,
    Body(Subscription { url }): Body<Subscription>,
) -> Answer<DomainList> {
    let list = domain_lists::subscribe(&admin.state.db, &admin.who, &url, admin.now).await?;
    admin.state.wake.follows.notify_one();
    Ok(Json(list.into()))
}

/// What was hidden, shown and ended.
#[derive(Debug, Serialize, ToSchema)]
pub struct Effects {
    /// Cases that are no longer shown.
    hidden: u64,
    /// Cases that are shown now.
    shown: u64,
    followers_removed: u64,
    followings_ended: u64,
}

impl From<Touched> for Effects {
    fn from(touched: Touched) -> Self {
        let Touched { hosts: _, hidden, shown, followers, followings } = touched;
        Effects { hidden, shown, followers_removed: followers, followings_ended: followings }
    }
}

/// The subscription of a list ends; what it kept out is let in again
#[utoipa::path(
    delete, path = "/admin/domain-lists/{id}", tag = "peers",
    operation_id = "unsubscribeDomainList",
    params(("id" = String, Path, description = "Id of the list")),
    responses((status = 200, description = "What that changed", body = Effects))
)]
pub async fn unsubscribe(admin: Admin, Named(id): Named) -> Answer<Effects> {
    let (db, who) = (&admin.state.db, &admin.who);
    let touched = domain_lists::unsubscribe(db, who, &id, admin.now).await?;
    admin.ring();
    Ok(Json(touched.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EntriesQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    after: Option<String>,
    /// `applied`, `same`, `kept`, `conflict` or `noted`.
    outcome: Option<String>,
}

/// What a list says of a domain, and what became of that.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListEntry {
    host: String,
    /// `blocked` or `limited`; empty where it asks for nothing.
    standing: String,
    comment: String,
    /// `applied`, `same`, `kept` (as it was decided here), `conflict` (you decide) or `noted`.
    outcome: String,
    note: String,
}

/// What a list says
#[utoipa::path(
    get, path = "/admin/domain-lists/{id}", tag = "peers", operation_id = "showDomainList",
    params(("id" = String, Path, description = "Id of the list"), EntriesQuery),
    responses((status = 200, description = "In the order of the hosts", body = Page<ListEntry>))
)]
pub async fn entries(
    admin: Admin,
    Named(id): Named,
    Asked(query): Asked<EntriesQuery>,
) -> Answer<Page<ListEntry>> {
    let limit = admin.limit(query.limit);
    let mut tx = admin.read().await?;
    let list = stored::find(&mut tx, &id).await?;
    let list = list.ok_or_else(|| Problem::not_found("there is no such list"))?;
    let (outcome, after) = (query.outcome.as_deref(), query.after.unwrap_or_default());
    let found = stored::entries(&mut tx, &list.id, outcome, &after, limit + 1).await?;
    let total = stored::count_entries(&mut tx, &list.id, outcome).await?;
    let entry = |found: stored::ListEntry| ListEntry {
        host: found.host,
        standing: found.standing,
        comment: found.comment,
        outcome: found.outcome,
        note: found.note,
    };
    Ok(Json(Page::of(found, limit, total, |found| found.host.clone(), entry)))
}

/// A list to be taken over once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportRequest {
    /// The list, in Mastodon's format.
    csv: String,
    /// The list counts, whatever was decided here.
    #[serde(default)]
    replace: bool,
    /// Say what would happen, and change nothing.
    #[serde(default)]
    dry_run: bool,
}

/// What became of a line.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportLine {
    line: u64,
    /// Empty where the line cannot be used.
    host: String,
    /// `blocked` or `limited`; empty where it asks for nothing.
    standing: &'static str,
    /// `applied`, `same`, `kept`, `conflict`, `noted` or `unusable`.
    outcome: &'static str,
    note: String,
}

/// What became of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportReport {
    lines: Vec<ImportLine>,
    #[serde(flatten)]
    effects: Effects,
}

/// A list of domains is taken over
///
/// What is stricter here stays, and so do hosts that we follow, unless `replace` is true. The list
/// is at most 4 MiB, the body 8 MiB.
#[utoipa::path(
    post, path = "/admin/domain-lists/import", tag = "peers", operation_id = "importDomains",
    request_body = ImportRequest,
    responses((status = 200, description = "What became of each line", body = ImportReport))
)]
pub async fn import(
    admin: Admin,
    Long(request): Long<ImportRequest, { 2 * MOST_BYTES }>,
) -> Answer<ImportReport> {
    let ImportRequest { csv, replace, dry_run } = request;
    let (db, who, own) = (&admin.state.db, &admin.who, admin.state.urls.host());
    let how = (replace, dry_run);
    let report = domain_lists::import(db, who, own, &csv, how, admin.now).await?;
    admin.ring();
    let mut lines: Vec<_> = report
        .lines
        .into_iter()
        .map(|judged| ImportLine {
            line: judged.entry.line,
            host: judged.entry.host,
            standing: judged.entry.standing.map_or("", PeerStanding::id),
            outcome: judged.outcome.id(),
            note: judged.note,
        })
        .collect();
    lines.extend(report.faults.into_iter().map(|fault| ImportLine {
        line: fault.line,
        host: String::new(),
        standing: "",
        outcome: "unusable",
        note: fault.message,
    }));
    lines.sort_by_key(|line| line.line);
    Ok(Json(ImportReport { lines, effects: report.touched.into() }))
}

/// Everything that is blocked or limited here, in Mastodon's format
#[utoipa::path(
    get, path = "/admin/domain-lists/export", tag = "peers", operation_id = "exportDomains",
    responses((status = 200, description = "CSV", body = String, content_type = "text/csv"))
)]
pub async fn export(admin: Admin) -> Result<Response, Problem> {
    let text = domain_lists::export(&admin.state.db).await?;
    Ok(([(header::CONTENT_TYPE, "text/csv; charset=utf-8")], text).into_response())
}
