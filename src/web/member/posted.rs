//! What was sent with a form: read only when it came from a page of ours, and handed on only with
//! the token of the sign-in.

use askama::Template;
use axum::{
    body::Body,
    extract::{FromRequest, Request},
    http::{HeaderMap, StatusCode},
    response::Response,
};

use super::{
    Known, SignedIn,
    form::{CSRF, Form, is_from_here, is_surely_from_here, is_token},
};
use crate::{
    i18n::Speech,
    state::State,
    web::{
        error::Fault,
        layout::{Frame, Place},
        reader::Reader,
    },
};

/// Bytes of a usual form.
pub const USUAL: usize = 65_536;

/// A form of somebody who is signed in with an account in use. `Posted<BYTES>` takes longer ones.
pub struct Posted<const MOST: usize = USUAL> {
    pub who: SignedIn,
    pub form: Form,
}

/// A form of anybody with a sign-in, also of somebody who is suspended.
pub struct KnownPosted<const MOST: usize = USUAL> {
    pub known: Known,
    pub form: Form,
}

/// A form of anybody, such as the sign-in: there is nothing yet that a token could belong to.
pub struct Open {
    pub reader: Reader,
    pub headers: HeaderMap,
    pub form: Form,
}

impl<const MOST: usize> FromRequest<State> for Posted<MOST> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &State) -> Result<Self, Response> {
        let (reader, form, action) = received(request, state, MOST).await?;
        match SignedIn::by(reader) {
            Ok(who) => Ok(Posted { who, form }),
            Err(reader) if reader.visitor.is_some() => {
                Err(super::see(&reader.t.link("/account/suspended")))
            }
            Err(reader) => Err(again(&reader, form, &action)),
        }
    }
}

impl<const MOST: usize> FromRequest<State> for KnownPosted<MOST> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &State) -> Result<Self, Response> {
        let (reader, form, action) = received(request, state, MOST).await?;
        match Known::by(reader) {
            Ok(known) => Ok(KnownPosted { known, form }),
            Err(reader) => Err(again(&reader, form, &action)),
        }
    }
}

impl FromRequest<State> for Open {
    type Rejection = Response;

    async fn from_request(request: Request, state: &State) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let mut reader = Reader::of(state, &parts.uri, &parts.headers).await;
        reader.keep_private();
        match read(&reader, &parts.headers, body, USUAL).await {
            Ok(form) => Ok(Open { reader, headers: parts.headers, form }),
            Err(fault) => Err(fault.shown_to(&reader)),
        }
    }
}

/// The form with whoever sent it. The token is checked where there is a sign-in that it could be of.
async fn received(
    request: Request,
    state: &State,
    most: usize,
) -> Result<(Reader, Form, String), Response> {
    let (parts, body) = request.into_parts();
    let mut reader = Reader::of(state, &parts.uri, &parts.headers).await;
    reader.keep_private();
    let form = read(&reader, &parts.headers, body, most).await;
    let form = form.map_err(|fault| fault.shown_to(&reader))?;
    let action = parts.uri.path_and_query().map_or("/", |action| action.as_str()).to_owned();
    let token = reader.visitor.as_ref().map(|visitor| visitor.csrf.as_str());
    if token.is_some_and(|token| is_token(token, form.get(CSRF))) {
        return Ok((reader, form, action));
    }
    // A form of a sign-in that ended, which its own page sent: nothing that was typed is lost.
    match is_surely_from_here(state, &parts.headers) && form.has(CSRF) {
        true => Err(again(&reader, form, &action)),
        false if reader.visitor.is_none() => Err(super::see(&reader.t.link("/login"))),
        false => Err(Fault::NotFromHere.shown_to(&reader)),
    }
}

async fn read(
    reader: &Reader,
    headers: &HeaderMap,
    body: Body,
    most: usize,
) -> Result<Form, Fault> {
    match is_from_here(&reader.state, headers) {
        true => Form::read(headers, body, most).await,
        false => Err(Fault::NotFromHere),
    }
}

/// What was sent, to be sent once more: by a sign-in that ended meanwhile.
#[derive(Template)]
#[template(path = "account/again.html")]
pub struct AgainPage {
    pub t: Speech,
    pub frame: Frame,
    pub action: String,
    pub fields: Vec<(String, String)>,
    /// The token of the sign-in there is now; None where there is none.
    pub csrf: Option<String>,
}

fn again(reader: &Reader, form: Form, action: &str) -> Response {
    let t = &reader.t;
    let mut frame = reader.frame(Place::Elsewhere).titled(&t.say("again-title"), "");
    frame.hidden = true;
    frame.address = "/account".into();
    let csrf = reader.visitor.as_ref().map(|visitor| visitor.csrf.clone());
    let fields = form.into_fields();
    // A password is typed again rather than written into a page.
    let fields = match fields.iter().any(|(name, _)| name.contains("password")) {
        true => Vec::new(),
        false => fields.into_iter().filter(|(name, _)| name != CSRF).collect(),
    };
    let page = AgainPage { t: t.clone(), frame, action: action.to_owned(), fields, csrf };
    reader.answer(reader.respond(StatusCode::FORBIDDEN, &page))
}
