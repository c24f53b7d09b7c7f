//! Who may: a program with a token. Handlers get the state only together with the proof.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use super::error::Problem;
use crate::{
    app::{
        access::{Who, check_token},
        publish::Publisher,
    },
    state::State,
    store::{
        Tx,
        actors::{self, ActorKind, LocalActor},
    },
};

/// A request with a valid token, and all it may work with.
pub struct Admin {
    pub state: State,
    pub who: Who,
    /// Epoch milliseconds: the time of the request.
    pub now: i64,
}

impl FromRequestParts<State> for Admin {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let token = bearer(&parts.headers).ok_or_else(|| {
            Problem::unauthorized(
                "send a token, `Authorization: Bearer …`; `kontor token` makes one",
                r#"Bearer realm="kontor""#,
            )
        })?;
        let now = state.clock.now_ms();
        let known = check_token(&state.db, token, now).await?.ok_or_else(|| {
            Problem::unauthorized(
                "this token is not valid, or was revoked",
                r#"Bearer realm="kontor", error="invalid_token""#,
            )
        })?;
        Ok(Admin { state: state.clone(), who: Who::Token(known.label), now })
    }
}

/// The scheme's name is written in any case (RFC 9110 §11.1).
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

impl Admin {
    /// A read of the database, beside any writer.
    pub async fn read(&self) -> Result<Tx, Problem> {
        Ok(self.state.db.read().await?)
    }

    /// The actor that is to act: by its handle (`metropolis`, `@metropolis`,
    /// `@metropolis@HOST`) or its uri; the network's where none is named.
    pub async fn actor(&self, named: Option<&str>) -> Result<LocalActor, Problem> {
        let mut tx = self.read().await?;
        let found = match named.map(str::trim) {
            None => actors::built_in(&mut tx)
                .await?
                .into_iter()
                .find(|actor| actor.kind == ActorKind::Network),
            Some(name) if name.contains("://") => actors::by_uri(&mut tx, name).await?,
            Some(name) => {
                let bare = name.strip_prefix('@').unwrap_or(name);
                let own = bare
                    .rsplit_once('@')
                    .filter(|(_, host)| host.eq_ignore_ascii_case(self.state.urls.host()));
                actors::by_handle(&mut tx, own.map_or(bare, |(user, _)| user)).await?
            }
        };
        found.filter(|actor| !actor.is_gone()).ok_or_else(|| {
            let message = match named {
                Some(_) => "no actor of this instance has this handle or id; see /admin/actors",
                None => "this instance has no network actor yet; start it once with `kontor serve`",
            };
            Problem::field("actor", "unknown", message)
        })
    }

    /// As whom this instance publishes.
    pub async fn publisher(&self) -> Result<Publisher, Problem> {
        let actor = self.actor(None).await?.uri;
        Ok(Publisher { urls: self.state.urls.clone(), actor })
    }

    /// Says to the jobs that something stands in the event log.
    pub fn ring(&self) {
        self.state.wake.events.notify_one();
    }
}
