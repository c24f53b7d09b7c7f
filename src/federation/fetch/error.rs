//! Why a request to another server failed, in words an admin can act on.

use super::address::UrlRefused;
use super::guard::{Forbidden, Unresolved};
use crate::federation::json::ShapeError;
use std::error::Error as StdError;
use std::net::IpAddr;

/// Every way in which a fetch or a delivery can fail.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    #[error("the client for other servers cannot be set up: {0}")]
    Setup(String),
    #[error("{url} is not asked: {why}")]
    Url { url: String, why: UrlRefused },
    #[error("{host} resolves to {address}, which is not an address we connect to")]
    Address { host: String, address: IpAddr },
    #[error("{host} is not found in the DNS: {why}")]
    Dns { host: String, why: String },
    #[error("no connection to {host}: {why}")]
    Connect { host: String, why: String },
    #[error("{host} did not answer within {ms} ms")]
    Timeout { host: String, ms: u64 },
    #[error("the exchange with {host} broke off: {why}")]
    Broken { host: String, why: String },
    #[error("{url} answered {status}")]
    Status { url: String, status: u16, retry_after: Option<u64> },
    #[error("{url} was redirected more than {limit} times")]
    Redirects { url: String, limit: usize },
    #[error("{url} redirects to nowhere")]
    Location { url: String },
    #[error("the answer of {url} is longer than {limit} bytes")]
    TooLarge { url: String, limit: usize },
    #[error("{url} answered with the type {found:?}")]
    MediaType { url: String, found: String },
    #[error("the answer of {url} is refused: {why}")]
    Shape { url: String, why: ShapeError },
    #[error("the object at {url} does not say its id")]
    NoId { url: String },
    #[error("the object at {url} says it is {found}")]
    Id { url: String, found: String },
}

impl FetchError {
    /// Whether trying again later may help, as opposed to never.
    pub fn is_temporary(&self) -> bool {
        match self {
            Self::Dns { .. }
            | Self::Connect { .. }
            | Self::Timeout { .. }
            | Self::Broken { .. } => true,
            Self::Status { status, .. } => matches!(status, 408 | 425 | 429 | 500..=599),
            // A name may resolve to an inside address for a while, by mistake of its owner.
            Self::Address { .. } => true,
            _ => false,
        }
    }

    /// Whether the other server says that this is gone for good (404 or 410).
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Status { status: 404 | 410, .. })
    }

    /// The HTTP status, if there was an answer that carried the failure.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Status { status, .. } => Some(*status),
            _ => None,
        }
    }

    pub(super) fn setup(error: &reqwest::Error) -> Self {
        Self::Setup(root(error))
    }

    /// What the HTTP library reports, with the cause that we put into it found again.
    pub(super) fn of(error: &reqwest::Error, host: &str, ms: u64) -> Self {
        if let Some(forbidden) = cause::<Forbidden>(error) {
            return Self::Address { host: forbidden.host.clone(), address: forbidden.address };
        }
        if let Some(unresolved) = cause::<Unresolved>(error) {
            return Self::Dns { host: unresolved.host.clone(), why: unresolved.why.clone() };
        }
        let host = host.to_owned();
        match error {
            e if e.is_timeout() => Self::Timeout { host, ms },
            e if e.is_connect() => Self::Connect { host, why: root(e) },
            e => Self::Broken { host, why: root(e) },
        }
    }
}

fn cause<T: StdError + 'static>(error: &reqwest::Error) -> Option<&T> {
    chain(error).find_map(|e| e.downcast_ref())
}

type Cause<'a> = &'a (dyn StdError + 'static);

fn chain<'a>(error: Cause<'a>) -> impl Iterator<Item = Cause<'a>> {
    std::iter::successors(Some(error), |e: &Cause<'a>| (**e).source())
}

/// The innermost cause, which names the thing: "connection refused", "certificate expired".
fn root(error: &reqwest::Error) -> String {
    let text = chain(error).last().map(ToString::to_string).unwrap_or_default();
    super::answer::clean(&text, 200)
}
