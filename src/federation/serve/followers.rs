//! The followers of an actor on the asking server, for that server alone (FEP-8fcf).

use super::{
    Unanswered, activity_bytes,
    authorized::{Asker, admit, for_the_asker},
    objects,
};
use crate::{
    federation::{context::Federation, followers, vocabulary::AS},
    urls,
};
use axum::{
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

/// `GET /a/{id}/followers_synchronization`: signed by any actor of a server that is not blocked.
/// Who follows from elsewhere is not told.
pub async fn of_asker(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    // A body that is not looked at cannot be shared with other threads.
    let (asker, headers) = (Asker::of(&request), request.headers().clone());
    drop(request);
    let mut response = match admit(&federation, asker).await {
        Ok(signer) => match listed(&federation, &id, &signer, &headers).await {
            Ok(response) => response,
            Err(unanswered) => unanswered.into_response(),
        },
        Err(turned) => turned.into_response(),
    };
    let headers = response.headers_mut();
    for_the_asker(headers);
    headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

async fn listed(
    federation: &Federation,
    id: &str,
    signer: &str,
    headers: &HeaderMap,
) -> Result<Response, Unanswered> {
    let actor = objects::find(federation, id).await?;
    let there = followers::on_server_of(federation, &actor.uri, signer).await?;
    let value = json!({
        "@context": AS,
        "id": urls::followers_synchronization(&actor.uri),
        "type": "OrderedCollection",
        "totalItems": there.len(),
        "orderedItems": there,
    });
    Ok(activity_bytes(headers, value.to_string()))
}
