//! All routes of an instance, with what holds for every one of them.

use super::{negotiate, ops};
use crate::{
    api,
    federation::{Federation, limits::Limit, serve},
    formats::workbook,
    opendata,
    state::State as AppState,
    telemetry::RequestIds,
    web,
};
use axum::{
    Extension, Router,
    body::Body,
    extract::{ConnectInfo, Request, State},
    http::{HeaderName, HeaderValue, Method, Response as HttpResponse, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use std::{any::Any, net::SocketAddr, sync::Arc, time::Duration};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, NotForContentType, Predicate as _},
    },
    request_id::{PropagateRequestIdLayer, SetRequestIdLayer},
    trace::TraceLayer,
};
use tracing::Span;

/// Sign-ins and passwords from one address in a minute: an office behind one address has many
/// people, and each name has its own limit besides (`app::account::sign_in`).
const ENTRIES_PER_MINUTE: u32 = 20;

/// Suggestions from one address in a minute; nobody writes faster by hand.
const FORMS_PER_MINUTE: u32 = 5;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The whole server as a service: what the binary runs and what tests ask.
pub fn router(federation: Federation) -> Router {
    let state = federation.state.clone();
    let pages = Arc::new(Limit::new(state.config.limits.page_requests_per_address_per_minute));
    let visits = Arc::new(Limit::new(VISITS));
    let forms = Arc::new(Limit::new(FORMS_PER_MINUTE));
    let entries = Arc::new(Limit::new(ENTRIES_PER_MINUTE));
    let limited = Limited { federation: federation.clone(), pages, visits, forms, entries };
    // Workbooks and documents are compressed already.
    let compressed = DefaultPredicate::new()
        .and(NotForContentType::const_new(workbook::MEDIA_TYPE))
        .and(NotForContentType::const_new("application/pdf"));
    let document = web::data::ApiDocument(Arc::new(api::openapi::document()));
    let common: Router = Router::new()
        .merge(web::routes().layer(Extension(document)))
        .merge(opendata::routes())
        .nest("/api/v1", api::routes())
        .fallback(web::error::missing)
        .layer(middleware::from_fn_with_state(federation.clone(), negotiate::activity_or_page))
        .layer(CompressionLayer::new().compress_when(compressed))
        .layer(middleware::from_fn_with_state(limited, not_too_often))
        .with_state(state.clone());
    let ops: Router = ops::routes().with_state(state.clone());
    common
        .merge(serve::routes(federation))
        .merge(ops)
        .layer(middleware::from_fn_with_state(state, headers))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(span)
                .on_request(())
                .on_response(answered)
                .on_failure(()),
        )
        .layer(SetRequestIdLayer::new(REQUEST_ID, RequestIds))
        .layer(middleware::from_fn(own_request_id))
}

#[derive(Clone)]
struct Limited {
    federation: Federation,
    pages: Arc<Limit>,
    visits: Arc<Limit>,
    forms: Arc<Limit>,
    entries: Arc<Limit>,
}

/// Times in a minute that one address may have us ask another server where its people confirm a
/// follow: people correct a slip, programs would knock at strangers' doors through us.
const VISITS: u32 = 10;

async fn not_too_often(State(limited): State<Limited>, request: Request, next: Next) -> Response {
    let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>().copied()
    else {
        return next.run(request).await;
    };
    // Programs with a token are not visitors; without one they get nothing there.
    if request.uri().path().starts_with("/api/v1/admin/") {
        return next.run(request).await;
    }
    let address = serve::address_of(&limited.federation, request.headers(), peer);
    let now = limited.federation.now();
    let posts = request.method() == Method::POST;
    let one_more = match request.uri().path() {
        "/follow" if posts => limited.visits.take(&address, now),
        "/networks/suggest" if posts => limited.forms.take(&address, now),
        path if posts && path.starts_with("/cases/") && path.ends_with("/correct") => {
            limited.forms.take(&address, now)
        }
        "/contact" | "/register" | "/password/forgotten" if posts => {
            limited.forms.take(&address, now)
        }
        "/account/move"
        | "/login"
        | "/login/code"
        | "/login/organisation"
        | "/login/organisation/finish"
        | "/password"
        | "/register/finish"
            if posts =>
        {
            limited.entries.take(&address, now)
        }
        _ => Ok(()),
    };
    match limited.pages.take(&address, now).and(one_more) {
        Ok(()) => next.run(request).await,
        Err(seconds) => {
            let wait = [(header::RETRY_AFTER, seconds.to_string())];
            (StatusCode::TOO_MANY_REQUESTS, wait, "Too many requests. Please wait a minute.\n")
                .into_response()
        }
    }
}

/// An id from outside could be anything, also another request's.
async fn own_request_id(mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(REQUEST_ID);
    next.run(request).await
}

fn span(request: &HttpRequest) -> Span {
    let id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", id, method = %request.method(), path = request.uri().path())
}

type HttpRequest = axum::http::Request<Body>;

fn answered<B>(response: &HttpResponse<B>, took: Duration, _: &Span) {
    let status = response.status().as_u16();
    metrics::counter!("kontor_http_requests", "status" => status.to_string()).increment(1);
    metrics::histogram!("kontor_http_request_seconds").record(took.as_secs_f64());
    tracing::debug!(status, took_ms = took.as_millis() as u64, "answered");
}

fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let what = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    let id = crate::telemetry::new_id();
    tracing::error!(what, id, "a request handler panicked");
    let text = format!("Something went wrong on our side ({id}).\n");
    (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
}

/// DESIGN "Security baseline", for every answer; pages bring their own content policy.
async fn headers(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut default = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    default(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    default(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    );
    if !state.config.is_loopback() {
        default(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    response
}
