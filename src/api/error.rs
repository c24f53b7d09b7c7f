//! The only place that turns a failure into a status and a problem document (RFC 9457). A document
//! shows an id, never a cause.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    app::{self, new_id},
    domain::{case_study::FieldError, id::IdError},
    store::StoreError,
};

/// What a handler answers.
pub type Answer<T> = Result<Json<T>, Problem>;

/// Why a request is not fulfilled.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    detail: String,
    errors: Vec<FieldError>,
    challenge: Option<&'static str>,
    /// For the log.
    cause: Option<Box<StoreError>>,
}

impl Problem {
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Problem { status, detail, errors: Vec::new(), challenge: None, cause: None }
    }

    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    /// The request can be read, but says something it must not.
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
    }

    /// One field of the request is wrong.
    pub fn field(path: &str, code: &'static str, message: impl Into<String>) -> Self {
        let message = message.into();
        let error = FieldError { path: path.to_owned(), code, message: message.clone() };
        Problem { errors: vec![error], ..Self::invalid(message) }
    }

    /// No valid token came with the request; `challenge` is the answer's `WWW-Authenticate`.
    pub fn unauthorized(detail: &str, challenge: &'static str) -> Self {
        Problem { challenge: Some(challenge), ..Self::new(StatusCode::UNAUTHORIZED, detail) }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let (status, detail) = if error.is_temporary() {
            (StatusCode::SERVICE_UNAVAILABLE, "the database is busy or away; try again later")
        } else {
            (StatusCode::INTERNAL_SERVER_ERROR, "something is wrong here; the log says what")
        };
        Problem { cause: Some(Box::new(error)), ..Self::new(status, detail) }
    }
}

impl From<app::Error> for Problem {
    fn from(error: app::Error) -> Self {
        let detail = error.to_string();
        match error {
            app::Error::NotFound(_) => Self::not_found(detail),
            app::Error::Conflict(_) => Self::new(StatusCode::CONFLICT, detail),
            app::Error::Invalid(_) => Self::invalid(detail),
            app::Error::TooOften(_) => Self::new(StatusCode::TOO_MANY_REQUESTS, detail),
            app::Error::Refused(refusal) => refusal.into(),
            app::Error::Store(error) => error.into(),
        }
    }
}

impl From<crate::domain::case_study::Refusal> for Problem {
    fn from(refusal: crate::domain::case_study::Refusal) -> Self {
        let detail = match refusal.errors.as_slice() {
            [error] => error.message.clone(),
            errors => format!("{} fields are not as they must be", errors.len()),
        };
        Problem { errors: refusal.errors, ..Self::invalid(detail) }
    }
}

impl From<IdError> for Problem {
    fn from(error: IdError) -> Self {
        Self::invalid(error.to_string())
    }
}

/// Why a request was not fulfilled, as RFC 9457 writes it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Document {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    /// What is wrong with single fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Fault>,
    /// Stands in the server's log beside the cause.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

/// What is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
pub struct Fault {
    /// The field, such as `title` or `cities[0].lat`.
    pub path: String,
    /// A stable word for programs, such as `too-long`.
    pub code: &'static str,
    pub message: String,
}

impl From<FieldError> for Fault {
    fn from(FieldError { path, code, message }: FieldError) -> Self {
        Fault { path, code, message }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Problem { status, detail, errors, challenge, cause } = self;
        let id = cause.map(|error| {
            // Only the random part: there is no request's time here, and none is needed.
            let id = new_id(0).split_off(10);
            tracing::error!(error.id = %id, %error, "a request to the API failed");
            id
        });
        let document = Document {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Problem"),
            status: status.as_u16(),
            detail,
            errors: errors.into_iter().map(Fault::from).collect(),
            id,
        };
        let mut response = (status, Json(document)).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, kind);
        if let Some(challenge) = challenge {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}
