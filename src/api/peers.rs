//! Other hosts: how we stand with them, how sending goes, and getting it going again.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    cases::line,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, cut, next_try, time, time_if},
};
use crate::{
    app::{
        moderate,
        standing::{self, Touched},
    },
    domain::{id::Host, network::PeerStanding},
    store::{self, Tx, peers},
};

/// A host we met.
#[derive(Debug, Serialize, ToSchema)]
pub struct Peer {
    host: String,
    /// `trusted`, `quarantined`, `limited` or `blocked`.
    standing: &'static str,
    /// What counts: also by decisions on the domains above it.
    effective: &'static str,
    reason: String,
    /// Who decided: nobody (empty), `admin`, `follow` (because we follow it) or `list:ID`.
    decided_by: String,
    /// What others may read of the decision where lists are passed on.
    public_comment: String,
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

impl Peer {
    async fn of(tx: &mut Tx, found: peers::Peer) -> store::Result<Self> {
        let effective = peers::standing(tx, &found.host).await?;
        let peers::Peer {
            host,
            standing,
            reason,
            decided_by,
            public_comment,
            obfuscate: _,
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
        Ok(Peer {
            host,
            standing: standing.id(),
            effective: effective.id(),
            reason,
            decided_by: decided_by.id(),
            public_comment,
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
        })
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
    let mut found = peers::page(&mut tx, &after, limit + 1).await?;
    let total_items = peers::count(&mut tx).await?;
    let next = cut(&mut found, limit, |peer| peer.host.clone());
    let mut items = Vec::with_capacity(found.len());
    for peer in found {
        items.push(Peer::of(&mut tx, peer).await?);
    }
    Ok(Json(Page { items, next, total_items }))
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
    let mut tx = admin.read().await?;
    let found = peers::find(&mut tx, host.as_str()).await?;
    let found = found.ok_or_else(|| Problem::not_found(format!("we never met the host {host}")))?;
    Ok(Json(Peer::of(&mut tx, found).await?))
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
    /// What others may read of it where lists are passed on; at most 500 characters.
    public_comment: Option<String>,
}

/// Our standing with a host changes
///
/// What came from it is shown or hidden accordingly; what keeps things out also holds for the
/// domains below. A block ends follows on both sides. A host we never met may be named.
#[utoipa::path(
    put, path = "/admin/peers/{host}", tag = "peers", operation_id = "setStanding",
    params(("host" = String, Path, description = "`HOST` or `HOST:PORT`")),
    request_body = StandingRequest,
    responses((status = 200, description = "The host", body = Peer))
)]
pub async fn set(
    admin: Admin,
    Named(host): Named,
    Body(StandingRequest { standing, reason, public_comment }): Body<StandingRequest>,
) -> Answer<Peer> {
    let host = Host::parse(&host)?;
    if host.as_str() == admin.state.urls.host() {
        return Err(Problem::field("host", "self", "this is this instance itself"));
    }
    let standing = standing_of(&standing)?;
    let reason = line("reason", &reason, 500)?;
    let db = &admin.state.db;
    standing::set(db, &admin.who, host.as_str(), standing, &reason, admin.now).await?;
    if let Some(comment) = public_comment {
        let comment = match comment.is_empty() {
            true => comment,
            false => line("public_comment", &comment, 500)?,
        };
        standing::comment(db, host.as_str(), &comment).await?;
    }
    admin.ring();
    admin.state.wake.lanes.notify_one();
    find(&admin, &host).await
}

fn standing_of(id: &str) -> Result<PeerStanding, Problem> {
    PeerStanding::from_id(id).ok_or_else(|| {
        let message = "a standing is `trusted`, `quarantined`, `limited` or `blocked`";
        Problem::field("standing", "unknown", message)
    })
}

/// The decision on a host is taken back
///
/// It stands as an unknown one, or as lists, followings and the domains above it have it.
#[utoipa::path(
    delete, path = "/admin/peers/{host}", tag = "peers", operation_id = "forgetStanding",
    params(("host" = String, Path, description = "`HOST` or `HOST:PORT`")),
    responses((status = 200, description = "The host", body = Peer))
)]
pub async fn forget(admin: Admin, Named(host): Named) -> Answer<Peer> {
    let host = Host::parse(&host)?;
    standing::forget(&admin.state.db, &admin.who, host.as_str(), admin.now).await?;
    admin.ring();
    find(&admin, &host).await
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PreviewQuery {
    /// `trusted`, `quarantined`, `limited` or `blocked`.
    standing: String,
}

/// What a decision would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct Preview {
    /// Hosts with another standing than before, of those from which something is here: a decision
    /// that keeps things out also holds for the domains below.
    hosts: Vec<String>,
    /// Cases that would no longer be shown.
    hidden: u64,
    /// Cases that would be shown.
    shown: u64,
    /// The first titles of both.
    titles: Vec<String>,
    /// Posts and comments that would be hidden.
    posts: i64,
    /// Followers that would be removed; they do not come back when a block is lifted.
    followers_removed: u64,
    /// The first of them.
    followers: Vec<String>,
    /// Followings that would be ended with an Undo; they do not come back.
    followings_ended: u64,
    /// The first of them.
    followings: Vec<String>,
    /// Hosts below that keep the standing that was decided for them.
    exempt: Vec<Exempt>,
}

/// A host with a decision of its own.
#[derive(Debug, Serialize, ToSchema)]
pub struct Exempt {
    host: String,
    standing: &'static str,
}

/// What a decision would hide, show and end
///
/// Nothing is changed.
#[utoipa::path(
    get, path = "/admin/peers/{host}/preview", tag = "peers", operation_id = "previewStanding",
    params(("host" = String, Path, description = "`HOST` or `HOST:PORT`"), PreviewQuery),
    responses((status = 200, description = "What would happen", body = Preview))
)]
pub async fn preview(
    admin: Admin,
    Named(host): Named,
    Asked(query): Asked<PreviewQuery>,
) -> Answer<Preview> {
    let host = Host::parse(&host)?;
    let standing = standing_of(&query.standing)?;
    let found = standing::preview(&admin.state.db, host.as_str(), standing).await?;
    let Touched { hosts, hidden, shown, followers: removed, followings: ended } = found.touched;
    let exempt =
        |(host, standing): (String, PeerStanding)| Exempt { host, standing: standing.id() };
    Ok(Json(Preview {
        hosts,
        hidden,
        shown,
        titles: found.titles,
        posts: found.posts,
        followers_removed: removed,
        followers: found.followers,
        followings_ended: ended,
        followings: found.followings,
        exempt: found.exempt.into_iter().map(exempt).collect(),
    }))
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
