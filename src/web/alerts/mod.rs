//! What people are told of: saved searches, digests by mail, notices.

mod digest;
mod end;
mod notices;
mod saved;

use axum::{
    Router,
    routing::{get, post},
};

use super::{
    member::{frame, post_of},
    write::asked,
};
use crate::state::State;

pub fn routes() -> Router<State> {
    Router::new()
        .route("/account/alerts", get(saved::list).post(saved::act))
        .route("/account/alerts/new", get(saved::new))
        .route("/account/notices", get(notices::list).post(notices::act))
        .route("/account/notices/mail", post(notices::mail))
        .route("/account/notices/{id}", get(notices::open))
        .route("/notices/end", get(end::look_notices).post(end::end_notices))
        .route("/alerts/end", get(end::look).post(end::end))
        .route("/digests", post(digest::ask))
        .route("/digests/confirm", get(digest::look).post(digest::confirm))
}

/// Where the new cases of a search are asked for.
pub fn new_alert_path(query: &str) -> String {
    match query {
        "" => "/account/alerts/new".to_owned(),
        query => format!("/account/alerts/new?{query}"),
    }
}
