//! The JSON API under `/api/v1`: reading for everybody, and for programs with a token what the
//! command line does.

mod accounts;
mod actors;
mod applications;
mod auth;
mod cases;
mod comments;
mod comparisons;
mod deliveries;
mod domain_lists;
mod error;
mod extract;
mod feeds;
mod follows;
mod import;
mod keys;
mod lanes;
mod list;
mod notes;
pub mod openapi;
mod peers;
mod people;
mod preview;
mod public;
mod quarantine;
mod reactions;
mod received;
mod relays;
mod reports;
mod search;
mod suggestions;

use axum::{Router, http::Method, middleware, response::Response};

use crate::state::State;
use error::Problem;

/// Where these routes are nested.
pub const PREFIX: &str = "/api/v1";

/// Largest JSON body, in bytes. The import takes more, see [`import::MOST`].
const MOST: usize = 1_048_576;

/// The one table of routes: the router is made from it, and the OpenAPI document is tested
/// against it.
macro_rules! table {
    ($($method:ident $path:literal => $handler:path;)*) => {
        /// Method and path (below [`PREFIX`]) of every route.
        pub const ROUTES: &[(&str, &str)] = &[$((stringify!($method), $path)),*];

        fn table() -> Router<State> {
            Router::new()$(.route($path, axum::routing::$method($handler)))*
        }
    };
}

table! {
    get "/openapi.json" => openapi::serve;
    get "/cases" => search::find;
    get "/cases/facets" => search::facets;
    get "/cases/{key}" => public::case;
    get "/networks" => public::networks;
    get "/vocabularies" => public::vocabularies;
    get "/vocabularies/{name}" => public::vocabulary;
    get "/admin/cases" => cases::list;
    post "/admin/cases" => cases::publish_new;
    get "/admin/cases/{key}" => cases::show;
    put "/admin/cases/{key}" => cases::update;
    post "/admin/cases/{key}/publish" => cases::publish;
    post "/admin/cases/{key}/withdraw" => cases::withdraw;
    get "/admin/cases/{key}/revisions" => cases::revisions;
    get "/admin/cases/{key}/preview" => preview::of_case;
    get "/admin/cases/{key}/deliveries" => deliveries::of_case;
    post "/admin/import" => import::import;
    get "/admin/follows" => follows::list;
    post "/admin/follows" => follows::follow;
    delete "/admin/follows" => follows::unfollow;
    get "/admin/follows/{id}" => follows::show;
    delete "/admin/follows/{id}" => follows::end;
    post "/admin/boosts" => reactions::boost;
    delete "/admin/boosts" => reactions::unboost;
    post "/admin/likes" => reactions::like;
    delete "/admin/likes" => reactions::unlike;
    get "/admin/comments" => comments::list;
    post "/admin/comments/moderate" => comments::moderate;
    post "/admin/notes" => notes::write;
    put "/admin/notes" => notes::update;
    delete "/admin/notes" => notes::delete;
    get "/admin/people" => people::list;
    post "/admin/people" => people::add;
    put "/admin/people/{id}" => people::edit;
    post "/admin/people/{id}/suspend" => people::suspend;
    get "/admin/accounts" => accounts::list;
    post "/admin/accounts/{id}/approve" => accounts::approve;
    post "/admin/accounts/{id}/decline" => accounts::decline;
    post "/admin/accounts/{id}/suspend" => accounts::suspend;
    post "/admin/accounts/{id}/restore" => accounts::restore;
    put "/admin/accounts/{id}/role" => accounts::set_role;
    get "/admin/reports" => reports::list;
    post "/admin/reports" => reports::send;
    post "/admin/reports/{id}/resolve" => reports::resolve;
    get "/admin/messages" => reports::messages;
    get "/admin/quotes" => reports::quotes;
    delete "/admin/quotes/{id}" => reports::revoke_quote;
    put "/admin/cases/{key}/featured" => reports::feature;
    delete "/admin/cases/{key}/featured" => reports::unfeature;
    get "/admin/received" => received::list;
    get "/admin/inbox" => received::handled;
    get "/admin/peers" => peers::list;
    get "/admin/peers/{host}" => peers::show;
    put "/admin/peers/{host}" => peers::set;
    delete "/admin/peers/{host}" => peers::forget;
    get "/admin/peers/{host}/preview" => peers::preview;
    post "/admin/peers/{host}/resume" => peers::resume;
    post "/admin/peers/{host}/compare" => comparisons::compare;
    get "/admin/comparisons" => comparisons::list;
    get "/admin/domain-lists" => domain_lists::list;
    post "/admin/domain-lists" => domain_lists::subscribe;
    get "/admin/domain-lists/export" => domain_lists::export;
    post "/admin/domain-lists/import" => domain_lists::import;
    get "/admin/domain-lists/{id}" => domain_lists::entries;
    delete "/admin/domain-lists/{id}" => domain_lists::unsubscribe;
    get "/admin/applications" => applications::list;
    post "/admin/applications" => applications::apply;
    post "/admin/applications/{id}/accept" => applications::accept;
    post "/admin/applications/{id}/decline" => applications::decline;
    get "/admin/suggestions" => suggestions::list;
    post "/admin/suggestions/{id}/done" => suggestions::done;
    get "/admin/relays" => relays::list;
    post "/admin/relays" => relays::add;
    delete "/admin/relays/{id}" => relays::remove;
    get "/admin/quarantine" => quarantine::list;
    post "/admin/quarantine/{id}/adopt" => quarantine::adopt;
    post "/admin/quarantine/{id}/decline" => quarantine::decline;
    get "/admin/lanes" => lanes::list;
    get "/admin/lanes/refusals" => lanes::refusals;
    post "/admin/deliveries/resend" => deliveries::resend;
    post "/admin/deliveries/resend-all" => deliveries::resend_all;
    get "/admin/actors" => actors::list;
    get "/admin/feeds" => feeds::list;
    post "/admin/feeds" => feeds::publish;
    delete "/admin/feeds/{handle}" => feeds::end;
    get "/admin/keys" => keys::list;
    post "/admin/keys/{handle}/rotate" => keys::rotate;
    get "/admin/audit" => actors::audit;
}

/// All routes, to be nested at [`PREFIX`]. Bodies are bounded here; an outer limit must let the
/// import's through.
pub fn routes() -> Router<State> {
    table()
        .layer(middleware::map_response(headers))
        .fallback(missing)
        .method_not_allowed_fallback(not_that_way)
}

/// Answers of programs are for nobody else to keep.
async fn headers(method: Method, mut response: Response) -> Response {
    use axum::http::{HeaderValue, header};
    let headers = response.headers_mut();
    if method != Method::GET || !headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

async fn missing() -> Problem {
    Problem::not_found("there is no such place in this API; see openapi.json")
}

async fn not_that_way() -> Problem {
    Problem::new(axum::http::StatusCode::METHOD_NOT_ALLOWED, "not with this method")
}
