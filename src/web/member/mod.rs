//! Who is signed in, and forms that only they can have sent: what pages for members build on.

pub mod cookie;
pub mod form;
pub mod posted;
pub mod upload;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, StatusCode, Uri, header, request::Parts},
    response::{IntoResponse, Response},
};
use url::form_urlencoded::byte_serialize;

use crate::{
    app::{access::Who, account::session, mail::Post},
    domain::account::{Member, Role},
    state::State,
    store::{StoreError, accounts::AccountState, notices},
};

use super::{
    layout::{Frame, Place},
    reader::Reader,
};

/// Somebody whose browser holds a sign-in that lasts.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub member: Member,
    /// The id of the sign-in.
    pub session: String,
    pub state: AccountState,
    /// What every form of theirs carries, as the field `csrf`.
    pub csrf: String,
    /// Notices they have not read.
    pub unread: i64,
}

async fn unread(state: &State, account: &str) -> Result<i64, StoreError> {
    notices::unread(&mut state.db.read().await?, account).await
}

impl Visitor {
    /// Who asks, by the cookie. Where the database does not answer they are a stranger.
    pub async fn of(state: &State, headers: &HeaderMap) -> Option<Visitor> {
        let token = cookie::token(&state.config, headers)?;
        let now = state.clock.now_ms();
        let found = session::recognise(&state.db, &state.config.accounts, &token, now).await;
        let found = found.unwrap_or_else(|error| {
            tracing::warn!(%error, "a sign-in could not be looked up");
            None
        })?;
        let csrf = form::token_of(&token);
        let unread = unread(state, &found.member.id).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "unread notices could not be counted");
            0
        });
        Some(Visitor { member: found.member, session: found.id, state: found.state, csrf, unread })
    }

    pub fn is_active(&self) -> bool {
        self.state == AccountState::Active
    }

    /// Whether the desk is theirs.
    pub fn reviews(&self) -> bool {
        self.is_active() && self.member.role >= Role::Reviewer
    }

    /// Whether they decide on accounts.
    pub fn governs(&self) -> bool {
        self.is_active() && self.member.role >= Role::InstanceAdmin
    }
}

/// The frame of a page about somebody's own matters, which no search engine lists. Its `address` is
/// without keys: they do not go into links to other languages.
pub fn frame(reader: &Reader, heading: &str, address: &str) -> Frame {
    let mut frame = reader.frame(Place::Elsewhere).titled(heading, "");
    frame.hidden = true;
    frame.for_members = true;
    frame.address = address.to_owned();
    frame
}

/// What letters of this instance need.
pub fn post_of(state: &State) -> Post {
    Post::of(&state.config, &state.urls, &state.texts)
}

/// A request of somebody who is signed in with an account in use. Others are led to sign in, or to
/// the page that says why not.
pub struct SignedIn {
    /// The state, their language, and how pages are answered.
    pub reader: Reader,
    pub member: Member,
    /// The id of this sign-in.
    pub session: String,
    /// For the field `csrf` of every form.
    pub csrf: String,
    /// Epoch milliseconds: the time of the request.
    pub now: i64,
}

impl FromRequestParts<State> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<SignedIn, Response> {
        let reader = Reader::of(state, &parts.uri, &parts.headers).await;
        SignedIn::by(reader).map_err(|reader| to_sign_in(&reader, &parts.uri))
    }
}

impl SignedIn {
    /// Who reads, if they are signed in and their account is in use.
    fn by(reader: Reader) -> Result<SignedIn, Box<Reader>> {
        let Some(visitor) = reader.visitor.as_ref().filter(|visitor| visitor.is_active()) else {
            return Err(Box::new(reader));
        };
        let Visitor { member, session, csrf, .. } = visitor.clone();
        let now = reader.state.clock.now_ms();
        Ok(SignedIn { reader, member, session, csrf, now })
    }

    /// As whom the record of acts names them.
    pub fn who(&self) -> Who {
        Who::Member(self.member.handle.clone())
    }
}

/// Any request with a sign-in, also of somebody who is suspended: for the few pages that are theirs.
pub struct Known {
    pub reader: Reader,
    pub visitor: Visitor,
    /// Epoch milliseconds: the time of the request.
    pub now: i64,
}

impl FromRequestParts<State> for Known {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Known, Response> {
        let reader = Reader::of(state, &parts.uri, &parts.headers).await;
        Known::by(reader).map_err(|reader| to_sign_in(&reader, &parts.uri))
    }
}

impl Known {
    fn by(reader: Reader) -> Result<Known, Box<Reader>> {
        let Some(visitor) = reader.visitor.clone() else { return Err(Box::new(reader)) };
        let now = reader.state.clock.now_ms();
        Ok(Known { reader, visitor, now })
    }
}

/// Leads to the sign-in and from there back to this page; who is suspended learns why.
fn to_sign_in(reader: &Reader, uri: &Uri) -> Response {
    let path = match &reader.visitor {
        Some(_) => "/account/suspended".to_owned(),
        None => sign_in_path(uri.path_and_query().map_or("/account", |here| here.as_str())),
    };
    see(&reader.t.link(&path))
}

/// Where one signs in to come back to `here`, a path with its query.
pub fn sign_in_path(here: &str) -> String {
    match here {
        "/" => "/login".to_owned(),
        _ => format!("/login?next={}", byte_serialize(here.as_bytes()).collect::<String>()),
    }
}

/// `303 See Other` to a path of ours, which nobody keeps.
pub fn see(path: &str) -> Response {
    let headers = [(header::LOCATION, path), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// A path of ours that somebody asks to be led to: nothing that a browser could take for another
/// site, nor the sign-in itself.
pub fn local_path(text: &str) -> Option<&str> {
    let odd = |c: char| c.is_control() || c == '\\' || c.is_whitespace();
    let ours = text.starts_with('/') && !text.starts_with("//") && text.len() <= 2_000;
    let base = url::Url::parse("https://here.invalid").ok()?;
    let lands = base.join(text).ok()?;
    let again = ["/login", "/logout"].contains(&lands.path());
    (ours && !text.contains(odd) && lands.host_str() == base.host_str() && !again).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_to_another_site() {
        for path in ["/", "/account", "/cases?topic=cycling&q=a%20b", "/@ana#top"] {
            assert_eq!(local_path(path), Some(path));
        }
        for odd in [
            "",
            "account",
            "//evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "https://evil.example/",
            "/\t/evil.example",
            "/ /evil.example",
            "javascript:alert(1)",
            "/login?next=/login",
            "/logout",
            "/a/../login",
        ] {
            assert_eq!(local_path(odd), None, "{odd:?}");
        }
        assert_eq!(sign_in_path("/desk?a=b"), "/login?next=%2Fdesk%3Fa%3Db");
    }
}
