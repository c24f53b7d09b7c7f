//! A page's address answers with the page or with its ActivityPub object, as the asker prefers:
//! decided here, so that pages and federation never meet.

use crate::{
    federation::{
        Federation,
        actor::page_of,
        serve::{
            self, Unanswered,
            authorized::{self, Asker},
            objects,
        },
    },
    store::{
        actors::{ActorKind, LocalActor},
        cases,
    },
    urls,
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Answers with ActivityPub where it is preferred and there is something; else goes on.
pub async fn activity_or_page(
    State(federation): State<Federation>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    let handle = path.strip_prefix("/@").map(str::to_owned);
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let negotiable = path == "/"
        || path == "/cases"
        || path.strip_prefix("/cases/").is_some_and(is_a_case)
        || path.starts_with("/networks/")
        || urls::behind(path).is_some()
        || handle.is_some();
    if !negotiable {
        return next.run(request).await;
    }
    let mut response = if serve::wants_activity(request.headers()) {
        let (path, headers) = (path.to_owned(), request.headers().clone());
        let query = request.uri().query().unwrap_or_default().to_owned();
        // The home page stands for the instance's own actor, which is open to all.
        let asks_who = authorized::is_on(&federation) && path != "/";
        let admitted = match asks_who {
            true => authorized::admit(&federation, Asker::of(&request)).await.map(drop),
            false => Ok(()),
        };
        let mut response = match admitted {
            Err(turned) => turned.into_response(),
            Ok(()) => match activity(&federation, &path, &query, &headers).await {
                Some(response) => response,
                None => next.run(request).await,
            },
        };
        if asks_who {
            authorized::for_the_asker(response.headers_mut());
        }
        response
    } else if let Some(handle) = handle {
        let page = match named(&federation, &handle).await {
            Ok(actor) => actor.map(|actor| page_of(&federation.state.urls, &actor)),
            Err(unanswered) => return unanswered.into_response(),
        };
        match page.filter(|page| !page.ends_with(path)) {
            Some(page) => (StatusCode::SEE_OTHER, [(header::LOCATION, page)]).into_response(),
            None => next.run(request).await,
        }
    } else {
        next.run(request).await
    };
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept"));
    response
}

/// Whether this is a case, and not its history or the file of a reference: those are pages only.
fn is_a_case(page: &str) -> bool {
    !page.contains('/') && urls::citation_of(page).is_none()
}

async fn activity(
    federation: &Federation,
    path: &str,
    query: &str,
    headers: &HeaderMap,
) -> Option<Response> {
    let answer = async |found: Result<Option<LocalActor>, Unanswered>| {
        let document = match found {
            Ok(None) => return None,
            Ok(Some(actor)) => objects::actor_document(federation, &actor, headers).await,
            Err(unanswered) => Err(unanswered),
        };
        Some(document.unwrap_or_else(IntoResponse::into_response))
    };
    if path == "/" {
        return answer(Ok(Some(federation.actor(ActorKind::Instance).clone()))).await;
    }
    if path == "/cases" || urls::behind(path).is_some() {
        let address = federation.state.urls.absolute(&format!("{path}?{query}"));
        return answer(federation.actor_at(&address).await.map_err(Unanswered::from)).await;
    }
    if let Some(handle) = path.strip_prefix("/@").or_else(|| path.strip_prefix("/networks/")) {
        return answer(named(federation, handle).await).await;
    }
    let page = path.strip_prefix("/cases/")?;
    Some(case(federation, page, headers).await.unwrap_or_else(IntoResponse::into_response))
}

/// The actor with this handle, as it stands in the address of a page.
async fn named(federation: &Federation, handle: &str) -> Result<Option<LocalActor>, Unanswered> {
    let decoded = url::form_urlencoded::parse(handle.as_bytes()).next();
    let handle = decoded.map(|(name, _)| name.into_owned()).unwrap_or_default();
    Ok(federation.actor_named(&handle).await?)
}

async fn case(
    federation: &Federation,
    page: &str,
    headers: &HeaderMap,
) -> Result<Response, Unanswered> {
    let mut tx = federation.state.db.read().await?;
    let stored = match cases::by_page(&mut tx, page).await? {
        Some(stored) => stored,
        None => {
            let moved = cases::moved_page(&mut tx, page).await?.ok_or(Unanswered::NotFound)?;
            let page = federation.state.urls.case_page(&moved);
            return Ok((StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, page)]).into_response());
        }
    };
    drop(tx);
    if stored.local {
        return serve::objects::article(federation, &stored.uri, headers).await;
    }
    // What waits for an editor or is kept out is as if it were not here.
    if !stored.is_shown() {
        return Err(Unanswered::NotFound);
    }
    // A partner's object is served by its origin alone.
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, stored.uri)]).into_response())
}
