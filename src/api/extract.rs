//! What a request says, bounded and typed: the JSON body, the query string, the path.

use axum::{
    body,
    extract::{FromRequest, FromRequestParts, Path, Query, Request},
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use bytes::Bytes;
use http_body_util::LengthLimitError;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::{MOST, error::Problem};
use crate::state::State;

/// A JSON body of at most [`MOST`] bytes.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<State> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &State) -> Result<Self, Problem> {
        json(request, MOST).await.map(Body)
    }
}

/// A JSON body of at most `BYTES` bytes, where more than usual may come.
pub struct Long<T, const BYTES: usize>(pub T);

impl<T: DeserializeOwned, const BYTES: usize> FromRequest<State> for Long<T, BYTES> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &State) -> Result<Self, Problem> {
        json(request, BYTES).await.map(Long)
    }
}

async fn json<T: DeserializeOwned>(request: Request, most: usize) -> Result<T, Problem> {
    let bytes = read(request, most, |kind| {
        kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
    })
    .await?;
    serde_json::from_slice(&bytes).map_err(|error| match error.classify() {
        Category::Data => Problem::field("body", "shape", error.to_string()),
        _ => Problem::new(StatusCode::BAD_REQUEST, format!("this is no JSON: {error}")),
    })
}

/// The whole body, when it is of a wanted media type and no longer than `most` bytes.
pub async fn read(
    request: Request,
    most: usize,
    wanted: impl Fn(&str) -> bool,
) -> Result<Bytes, Problem> {
    if !media_type(request.headers()).is_some_and(|kind| wanted(&kind)) {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(Problem::new(status, "the content type is missing or not one taken here"));
    }
    let too_large = || {
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, format!("the body is larger than {most} bytes"))
    };
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > most) {
        return Err(too_large());
    }
    body::to_bytes(request.into_body(), most).await.map_err(|error| {
        use std::error::Error;
        match error.source().is_some_and(|cause| cause.is::<LengthLimitError>()) {
            true => too_large(),
            false => Problem::new(StatusCode::BAD_REQUEST, "the body did not arrive whole"),
        }
    })
}

/// Type and subtype in small letters, without parameters.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    Some(value.split(';').next()?.trim().to_ascii_lowercase())
}

/// The query string; a key that nobody knows is refused, because a slip of the pen would
/// otherwise silently widen the answer.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<State> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Problem> {
        match Query::try_from_uri(&parts.uri) {
            Ok(Query(value)) => Ok(Asked(value)),
            Err(error) => Err(Problem::field("query", "shape", error.body_text())),
        }
    }
}

/// The one variable part of the path.
pub struct Named(pub String);

impl FromRequestParts<State> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let Path(name) = Path::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "the path is not UTF-8"))?;
        Ok(Named(name))
    }
}
