//! Requests to the one origin that an administrator named, wherever it is, and to public ones besides.

use super::{Client, FetchConfig, FetchError, client::builder};
use axum::http::{Request, Response};
use std::sync::Arc;
use url::Url;

/// Carries requests of the sign-in to the organisation's provider. The provider's own origin is asked
/// whatever its address is, since the administrator named it; what it names elsewhere goes the guarded
/// way, like all that others name. Nothing is redirected.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// Of this, only the origin counts.
    named: Arc<Url>,
    /// Asks any address: for that origin alone.
    open: reqwest::Client,
    guarded: Client,
}

impl Exchange {
    /// # Errors
    /// As [`Client::new`].
    pub fn new(named: Url, config: &FetchConfig, guarded: &Client) -> Result<Self, FetchError> {
        // People come by now and then: a connection that rested is one that the other end may have
        // closed, and a code is not redeemed twice.
        let open = builder(config)?
            .pool_max_idle_per_host(0)
            .build()
            .map_err(|error| FetchError::setup(&error))?;
        Ok(Exchange { named: Arc::new(named), open, guarded: guarded.clone() })
    }

    /// The answer to one request, at most as long as a JSON document may be.
    ///
    /// # Errors
    /// When there is none, or it is too long, or the address may not be asked.
    pub async fn carry(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, FetchError> {
        let url = Url::parse(&request.uri().to_string()).ok();
        let is_named = url.is_some_and(|url| url.origin() == self.named.origin());
        self.guarded.exchange(request, is_named.then_some(&self.open)).await
    }
}
