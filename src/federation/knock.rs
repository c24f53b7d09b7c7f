//! Knocking at an inbox: in the dialect of signatures that its host is expected to understand,
//! and where that is refused once more in the other one.

use super::{
    context::Federation,
    fetch::{Answer, FetchError, media_type},
    followers::HEADER,
    signature::{BodyDigest, Dialect, Signer, dialects::may_be_the_dialect},
};
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use bytes::Bytes;
use std::{sync::Arc, time::Duration};
use tokio::sync::Semaphore;
use url::Url;

/// What is needed to post to one host.
pub struct Knock<'a> {
    pub federation: &'a Federation,
    /// Signing costs a core for most of a millisecond: no more of it at once than there are cores.
    pub signing: &'a Arc<Semaphore>,
    /// `HOST` or `HOST:PORT`, as its dialect is remembered.
    pub host: &'a str,
    pub signer: Signer,
    /// What the host is told of its followers of the one who speaks (FEP-8fcf).
    pub followers: Option<HeaderValue>,
}

impl Knock<'_> {
    /// Posts `body` to `inbox`; what the host takes is remembered. When it takes neither dialect,
    /// its answer to the one that it was expected to understand counts.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn post(&self, inbox: &str, body: Bytes) -> Result<Answer, FetchError> {
        let url = self.federation.client.url(inbox)?;
        let dialects = self.federation.client.dialects();
        let first = dialects.first_for(self.host);
        let answer = self.post_in(first, &url, body.clone()).await?;
        if answer.is_success() {
            dialects.worked(self.host, first);
        }
        if !may_be_the_dialect(answer.status) {
            return Ok(answer);
        }
        match self.post_in(first.other(), &url, body).await {
            Ok(second) if !may_be_the_dialect(second.status) => {
                if second.is_success() {
                    dialects.worked(self.host, first.other());
                }
                Ok(second)
            }
            _ => Ok(answer),
        }
    }

    async fn post_in(
        &self,
        dialect: Dialect,
        url: &Url,
        body: Bytes,
    ) -> Result<Answer, FetchError> {
        let (signer, signed_url, now) = (self.signer.clone(), url.clone(), self.federation.now());
        let (to_sign, followers) = (body.clone(), self.followers.clone());
        let permit = self.signing.clone().acquire_owned().await.expect("never closed");
        let mut headers = tokio::task::spawn_blocking(move || {
            let digest = BodyDigest::of(&to_sign);
            let headers = match &followers {
                None => signer.sign_post(dialect, &signed_url, &digest, now),
                Some(told) => {
                    signer.sign_post_with(dialect, &signed_url, &digest, (HEADER, told), now)
                }
            };
            drop(permit);
            headers
        })
        .await
        .expect("signing does not panic");
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type::ACTIVITY_JSON));
        let timeout = self.federation.state.config.federation.send_timeout();
        let timeout = timeout.max(Duration::from_millis(1));
        self.federation.client.post(url, headers, body, timeout).await
    }
}
