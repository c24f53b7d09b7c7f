//! `/register`: an account for who confirms their address, as far as the settings let them.

use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::Response,
};
use url::form_urlencoded;

use super::{cost, frame, post_of, weakness};
use crate::{
    app::account::register::{self, Finished, Flaw, Wish},
    config::Registration,
    domain::email::Email,
    i18n::Speech,
    web::{
        error::Fault,
        layout::Frame,
        member::{cookie, posted::Open, see},
        own,
        reader::Reader,
    },
};

#[derive(Template)]
#[template(path = "account/register.html")]
struct RegisterPage {
    t: Speech,
    frame: Frame,
    /// Whether anybody may ask.
    is_open: bool,
    /// Whether somebody lets them in.
    is_approved: bool,
    email: String,
    fault: Option<String>,
}

/// What comes after an address was typed, whoever has it.
#[derive(Template)]
#[template(path = "account/sent.html")]
pub(super) struct SentPage {
    pub t: Speech,
    pub frame: Frame,
    pub heading: String,
    pub texts: Vec<String>,
}

#[derive(Template)]
#[template(path = "account/finish.html")]
struct FinishPage {
    t: Speech,
    frame: Frame,
    /// None where the key opens nothing.
    email: Option<String>,
    key: String,
    name: String,
    handle: String,
    /// Behind the handle.
    host: String,
    has_accepted: bool,
    /// What is wrong, with the field it is about.
    flaws: Vec<(&'static str, String)>,
}

impl FinishPage {
    fn wrong(&self, field: &str) -> bool {
        self.flaws.iter().any(|(known, _)| *known == field)
    }
}

fn rule(reader: &Reader) -> Registration {
    reader.state.config.accounts.registration
}

/// `GET /register`
pub async fn show(mut reader: Reader) -> Response {
    reader.keep_private();
    if reader.visitor.is_some() {
        return see(&reader.t.link("/account"));
    }
    let answer = page(&reader, StatusCode::OK, "", None);
    reader.answer(answer)
}

fn page(
    reader: &Reader,
    status: StatusCode,
    email: &str,
    fault: Option<String>,
) -> Result<Response, Fault> {
    let t = reader.t.clone();
    let rule = rule(reader);
    let page = RegisterPage {
        frame: frame(reader, &t.say("register-title"), "/register"),
        is_open: rule.is_by_oneself(),
        is_approved: rule == Registration::Approval,
        email: email.chars().take(300).collect(),
        fault,
        t,
    };
    reader.respond(status, &page)
}

/// `POST /register`
pub async fn ask(Open { reader, form, .. }: Open) -> Response {
    let answer = asked(&reader, form.get("email")).await;
    reader.answer(answer)
}

async fn asked(reader: &Reader, typed: &str) -> Result<Response, Fault> {
    let t = &reader.t;
    if !rule(reader).is_by_oneself() {
        return page(reader, StatusCode::FORBIDDEN, typed, None);
    }
    let Ok(email) = Email::parse(typed) else {
        let fault = Some(t.say("account-no-email").into_owned());
        return page(reader, StatusCode::UNPROCESSABLE_ENTITY, typed, fault);
    };
    let (state, now) = (&reader.state, reader.state.clock.now_ms());
    let asked = register::ask(&state.db, &post_of(state), &email, t.tag(), now).await;
    asked.map_err(Fault::of)?;
    state.wake.mail.notify_one();
    let heading = t.say("sent-title").into_owned();
    let texts =
        vec![t.say1("register-sent", "email", email.as_str()), t.say("sent-where").into_owned()];
    let frame = frame(reader, &heading, "/register");
    reader.respond(StatusCode::OK, &SentPage { t: t.clone(), frame, heading, texts })
}

/// `GET /register/finish?key=…`. Looking uses nothing up.
pub async fn look(mut reader: Reader) -> Response {
    reader.keep_private();
    let mut pairs = form_urlencoded::parse(reader.query().as_bytes());
    let key = pairs.find(|(name, _)| name == "key").map(|(_, key)| key.into_owned());
    let key = key.unwrap_or_default();
    let answer = finish_page(&reader, StatusCode::OK, &key, Typed::default(), &[]).await;
    reader.answer(answer)
}

#[derive(Default)]
struct Typed<'a> {
    name: &'a str,
    handle: &'a str,
    has_accepted: bool,
}

async fn finish_page(
    reader: &Reader,
    status: StatusCode,
    key: &str,
    typed: Typed<'_>,
    flaws: &[Flaw],
) -> Result<Response, Fault> {
    let t = reader.t.clone();
    let (state, now) = (&reader.state, reader.state.clock.now_ms());
    let found = register::look(&state.db, rule(reader), key, now).await.map_err(Fault::of)?;
    let status = if found.is_some() { status } else { StatusCode::GONE };
    let flaws = flaws.iter().map(|flaw| match flaw {
        Flaw::Name => ("name", t.say("flaw-name").into_owned()),
        Flaw::Handle => ("handle", t.say("flaw-handle").into_owned()),
        Flaw::HandleTaken => ("handle", t.say("flaw-handle-taken").into_owned()),
        Flaw::Password(weak) => ("password", weakness(&t, *weak)),
        Flaw::Terms => ("terms", t.say("flaw-terms").into_owned()),
    });
    let page = FinishPage {
        flaws: flaws.collect(),
        frame: frame(reader, &t.say("register-title"), "/register"),
        key: if found.is_some() { key.to_owned() } else { String::new() },
        email: found.map(|found| found.email),
        name: typed.name.chars().take(200).collect(),
        handle: typed.handle.chars().take(200).collect(),
        host: state.urls.host().to_owned(),
        has_accepted: typed.has_accepted,
        t,
    };
    reader.respond(status, &page)
}

/// A new account is signed in, and says who it is.
pub(super) fn let_in(reader: &Reader, token: &str) -> Response {
    let mut response = see(&reader.t.link("/account/profile/1"));
    let given = cookie::given(&reader.state.config, token);
    response.headers_mut().insert(header::SET_COOKIE, given);
    response
}

/// A new account waits for somebody who lets it in.
pub(super) fn waits(reader: &Reader) -> Result<Response, Fault> {
    reader.state.wake.mail.notify_one();
    let t = reader.t.clone();
    let heading = t.say("register-waiting-title").into_owned();
    let texts = vec![t.say("register-waiting").into_owned()];
    let frame = frame(reader, &heading, "/register");
    reader.respond(StatusCode::OK, &SentPage { t, frame, heading, texts })
}

/// `POST /register/finish`
pub async fn finish(Open { reader, headers, form }: Open) -> Response {
    let (state, now) = (&reader.state, reader.state.clock.now_ms());
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let former = cookie::token(&state.config, &headers);
    let accepted = (form.get("terms") == "yes").then(|| own::terms_version(&reader));
    let key = form.get("key");
    let wish = Wish {
        name: form.get("name"),
        handle: form.get("handle"),
        password: form.get("password"),
        terms: accepted.as_deref(),
        language: reader.t.tag(),
        agent: agent.unwrap_or_default(),
        former: former.as_deref(),
    };
    let (post, cost) = (post_of(state), cost(&state.config));
    let done = register::finish(&state.db, &post, cost, rule(&reader), key, wish, now).await;
    let answer = match done {
        Ok(Finished::In(token)) => Ok(let_in(&reader, &token)),
        Ok(Finished::Waiting) => waits(&reader),
        Ok(Finished::Flawed(flaws)) => {
            let has_accepted = accepted.is_some();
            let typed = Typed { name: wish.name, handle: wish.handle, has_accepted };
            finish_page(&reader, StatusCode::UNPROCESSABLE_ENTITY, key, typed, &flaws).await
        }
        Ok(Finished::NoKey) => {
            finish_page(&reader, StatusCode::GONE, "", Typed::default(), &[]).await
        }
        Err(error) => Err(Fault::of(error)),
    };
    reader.answer(answer)
}
