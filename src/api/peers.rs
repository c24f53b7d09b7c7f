//! Other hosts: how we stand with them, how sending goes, and getting it going again.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    cases::line,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, next_try, time, time_if},
};
use crate::{
    app::moderate,
    domain::{id::Host, network::PeerStanding},
    store::peers,
};

/// A host we met.
#[derive(Debug, Serialize, ToSchema)]
pub struct Peer {
    host: String,
    /// `trusted`, `quarantined`, `limited` or `blocked`.
    standing: &'static str,
    reason: String,
    /// As its NodeInfo says; empty when unknown.
    software: String,
    /// Failed deliveries in a row.
    failures: i64,
    #[schema(format = DateTime)]
    failing_since: Option<String>,
    /// Not before this time; null is at once.
    #[schema(format = DateTime)]
    next_try: Option<String>,
    last_status: Option<i64>,
    last_answer: Option<String>,
    #[schema(format = DateTime)]
    last_success: Option<String>,
    #[schema(format = DateTime)]
    last_failure: Option<String>,
    #[schema(format = DateTime)]
    last_received: Option<String>,
    /// How it takes HTTP signatures, `cavage` or `rfc9421`; null while unknown.
    dialect: Option<String>,
    /// When we met it.
    #[schema(format = DateTime)]
    met: String,
}

impl From<peers::Peer> for Peer {
    fn from(found: peers::Peer) -> Self {
        let peers::Peer {
            host,
            standing,
            reason,
            software,
            failures,
            failing_since,
            next_try: due,
            last_status,
            last_answer,
            last_success,
            last_failure,
            last_received,
            created_at,
            dialect,
        } = found;
        Peer {
            host,
            standing: standing.id(),
            reason,
            software,
            failures,
            failing_since: time_if(failing_since),
            next_try: next_try(due),
            last_status,
            last_answer,
            last_success: time_if(last_success),
            last_failure: time_if(last_failure),
            last_received: time_if(last_received),
            dialect,
            met: time(created_at),
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PeersQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    after: Option<String>,
}

/// The hosts we met
#[utoipa::path(
    get, path = "/admin/peers", tag = "peers", operation_id = "listPeers", params(PeersQuery),
    responses((status = 200, description = "In the order of their names", body = Page<Peer>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<PeersQuery>) -> Answer<Page<Peer>> {
    let limit = admin.limit(query.limit);
    let mut tx = admin.read().await?;
    let after = query.after.unwrap_or_default();
    let found = peers::page(&mut tx, &after, limit + 1).await?;
    let total = peers::count(&mut tx).await?;
    Ok(Json(Page::of(found, limit, total, |peer: &peers::Peer| peer.host.clone(), Peer::from)))
}

/// One host
#[utoipa::path(
    get, path = "/admin/peers/{host}", tag = "peers", operation_id = "showPeer",
    params(("host" = String, Path, description = "`HOST` or `HOST:PORT`")),
    responses((status = 200, description = "The host", body = Peer))
)]
pub async fn show(admin: Admin, Named(host): Named) -> Answer<Peer> {
    find(&admin, &Host::parse(&host)?).await
}

async fn find(admin: &Admin, host: &Host) -> Answer<Peer> {
    let found = peers::find(&mut admin.read().await?, host.as_str()).await?;
    let found = found.ok_or_else(|| Problem::not_found(format!("we never met the host {host}")))?;
    Ok(Json(found.into()))
}

/// How we want to stand with a host.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandingRequest {
    /// `trusted`: what it sends is shown; `quarantined`: it waits for an editor; `limited`: kept,
    /// not shown; `blocked`: nothing comes in, what came is hidden.
    standing: String,
    /// Why, for colleagues; at most 500 characters.
    reason: String,
}

/// Our standing with a host changes
///
/// What came from it is shown or hidden accordingly. A host we never met may be named.
#[utoipa::path(
    put, path = "/admin/peers/{host}", tag = "peers", operation_id = "setStanding",
    params(("host" = String, Path, description = "`HOST` or `HOST:PORT`")),
    request_body = StandingRequest,
    responses((status = 200, description = "The host", body = Peer))
)]
pub async fn set(
    admin: Admin,
    Named(host): Named,
    Body(StandingRequest { standing, reason }): Body<StandingRequest>,
) -> Answer<Peer> {
    let host = Host::parse(&host)?;
    if host.as_str() == admin.state.urls.host() {
        return Err(Problem::field("host", "self", "this is this instance itself"));
    }
    let standing = PeerStanding::from_id(&standing).ok_or_else(|| {
        let message = "a standing is `trusted`, `quarantined`, `limited` or `blocked`";
        Problem::field("standing", "unknown", message)
    })?;
    let reason = line("reason", &reason, 500)?;
    let db = &admin.state.db;
    let host_name = host.as_str();
    moderate::set_standing(db, &admin.who, host_name, standing, &reason, admin.now).await?;
    admin.ring();
    admin.state.wake.lanes.notify_one();
    find(&admin, &host).await
}

/// How many lanes were opened again.
#[derive(Debug, Serialize, ToSchema)]
pub struct Resumed {
    /// Lanes that were parked.
    resumed: u64,
}

/// Sending to a host goes on
///
/// Its parked lanes are opened, and it is tried at once. Nothing was lost meanwhile.
#[utoipa::path(
    post, path = "/admin/peers/{host}/resume", tag = "peers", operation_id = "resumePeer",
    params(("host" = String, Path, description = "`HOST` or `HOST:PORT`")),
    responses((status = 200, description = "How many lanes were parked", body = Resumed))
)]
pub async fn resume(admin: Admin, Named(host): Named) -> Answer<Resumed> {
    let host = Host::parse(&host)?;
    let resumed = moderate::resume(&admin.state.db, &admin.who, host.as_str(), admin.now).await?;
    admin.state.wake.lanes.notify_one();
    Ok(Json(Resumed { resumed }))
}
