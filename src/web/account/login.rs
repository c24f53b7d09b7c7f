//! `/login` and `/logout`: into an account with a password, and out of it.

use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::Response,
};
use url::form_urlencoded;

use super::{cost, frame, organisation};
use crate::{
    app::account::{
        codes::{self, Second},
        session,
        sign_in::{SignIn, Typed, sign_in},
    },
    i18n::Speech,
    web::{
        error::Fault,
        layout::Frame,
        member::{cookie, form::CSRF, form::is_token, local_path, posted::Open, see},
        reader::{Reader, policy_to_lead_away},
    },
};

#[derive(Template)]
#[template(path = "account/login.html")]
struct LoginPage {
    t: Speech,
    frame: Frame,
    /// Where it leads afterwards; a path of ours.
    next: String,
    /// What was typed, to be corrected. Never the password.
    email: String,
    notice: Option<String>,
    fault: Option<String>,
    /// What the organisation's provider is called, where there is one.
    organisation: Option<String>,
}

/// Where a sign-in leads that was not asked for by another page.
pub(super) const USUAL: &str = "/account";

/// `GET /login`
pub async fn show(mut reader: Reader) -> Response {
    reader.keep_private();
    let mut next = None;
    let mut notice = None;
    for (key, value) in form_urlencoded::parse(reader.query().as_bytes()) {
        match (&*key, &*value) {
            ("next", path) => next = local_path(path).map(str::to_owned),
            ("done", "password") => notice = Some(reader.t.say("login-password-set").into_owned()),
            _ => {}
        }
    }
    let next = next.unwrap_or_default();
    if reader.visitor.is_some() {
        return see(&reader.t.link(if next.is_empty() { USUAL } else { &next }));
    }
    let answer = page(&reader, StatusCode::OK, &next, "", notice, None);
    reader.answer(answer)
}

pub(super) fn page(
    reader: &Reader,
    status: StatusCode,
    next: &str,
    email: &str,
    notice: Option<String>,
    fault: Option<String>,
) -> Result<Response, Fault> {
    let t = reader.t.clone();
    let frame = frame(reader, &t.say("login-title"), "/login");
    let (next, email) = (next.to_owned(), email.chars().take(300).collect());
    let organisation = organisation::label(reader);
    let page = LoginPage { t, frame, next, email, notice, fault, organisation };
    let mut response = reader.respond(status, &page)?;
    if page.organisation.is_some() {
        let policy = policy_to_lead_away(&reader.state.config);
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// `POST /login`
pub async fn enter(Open { reader, headers, form }: Open) -> Response {
    let next = local_path(form.get("next")).unwrap_or_default();
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let config = &reader.state.config;
    let former = cookie::token(config, &headers);
    let typed = Typed {
        email: form.get("email"),
        password: form.get("password"),
        agent: agent.unwrap_or_default(),
        former: former.as_deref(),
    };
    let now = reader.state.clock.now_ms();
    let again = |key: &str| {
        let fault = Some(reader.t.say(key).into_owned());
        page(&reader, StatusCode::UNPROCESSABLE_ENTITY, next, typed.email, None, fault)
    };
    let answer = match sign_in(&reader.state.db, cost(config), typed, now).await {
        Ok(SignIn::In(token)) => {
            let mut response = see(&reader.t.link(if next.is_empty() { USUAL } else { next }));
            response.headers_mut().insert(header::SET_COOKIE, cookie::given(config, &token));
            Ok(response)
        }
        Ok(SignIn::Code(key)) => code_page(&reader, StatusCode::OK, &key, next, None),
        Ok(SignIn::Wrong) => again("login-wrong"),
        Ok(SignIn::Waiting) => again("login-waiting"),
        Err(error) => Err(Fault::of(error)),
    };
    reader.answer(answer)
}

#[derive(Template)]
#[template(path = "account/code.html")]
struct CodePage {
    t: Speech,
    frame: Frame,
    /// What the password opened.
    key: String,
    next: String,
    fault: Option<String>,
}

pub(super) fn code_page(
    reader: &Reader,
    status: StatusCode,
    key: &str,
    next: &str,
    fault: Option<String>,
) -> Result<Response, Fault> {
    let t = reader.t.clone();
    let frame = frame(reader, &t.say("code-title"), "/login");
    let (key, next) = (key.to_owned(), next.to_owned());
    reader.respond(status, &CodePage { t, frame, key, next, fault })
}

/// `POST /login/code`: the one-time code, after the password.
pub async fn second(Open { reader, headers, form }: Open) -> Response {
    let next = local_path(form.get("next")).unwrap_or_default();
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let (config, now) = (&reader.state.config, reader.state.clock.now_ms());
    let (key, former) = (form.get("key"), cookie::token(config, &headers));
    let (db, typed) = (&reader.state.db, (key, form.get("code")));
    let agent = agent.unwrap_or_default();
    let answer = match codes::second_step(db, typed, agent, former.as_deref(), now).await {
        Ok(Second::In(token)) => {
            let mut response = see(&reader.t.link(if next.is_empty() { USUAL } else { next }));
            response.headers_mut().insert(header::SET_COOKIE, cookie::given(config, &token));
            Ok(response)
        }
        Ok(Second::Wrong) => {
            let fault = Some(reader.t.say("codes-wrong").into_owned());
            code_page(&reader, StatusCode::UNPROCESSABLE_ENTITY, key, next, fault)
        }
        Ok(Second::NoKey) => {
            let fault = Some(reader.t.say("code-over").into_owned());
            page(&reader, StatusCode::UNPROCESSABLE_ENTITY, next, "", None, fault)
        }
        Err(error) => Err(Fault::of(error)),
    };
    reader.answer(answer)
}

/// `POST /logout`: out, also when the sign-in had ended before.
pub async fn leave(Open { reader, form, .. }: Open) -> Response {
    if let Some(visitor) = &reader.visitor {
        if !is_token(&visitor.csrf, form.get(CSRF)) {
            return Fault::NotFromHere.shown_to(&reader);
        }
        let db = &reader.state.db;
        if let Err(error) = session::end(db, &visitor.member.id, &visitor.session).await {
            return Fault::of(error).shown_to(&reader);
        }
    }
    let mut response = see(&reader.t.link("/"));
    let taken_back = cookie::taken_back(&reader.state.config);
    response.headers_mut().insert(header::SET_COOKIE, taken_back);
    response
}
