//! `/password`: a password is chosen by the key that a command or a mail gave.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use url::form_urlencoded;

use super::{cost, frame, weakness};
use crate::{
    app::account::sign_in::{Chosen, choose_password, owner_of},
    i18n::Speech,
    web::{
        error::Fault,
        layout::Frame,
        member::{posted::Open, see},
        reader::Reader,
    },
};

#[derive(Template)]
#[template(path = "account/password.html")]
struct PasswordPage {
    t: Speech,
    frame: Frame,
    key: String,
    /// Whose password it is, as they are called; None where the key opens nothing.
    owner: Option<String>,
    /// For the browser's own store of passwords.
    email: String,
    fault: Option<String>,
}

/// `GET /password?key=…`. Looking uses nothing up: programs that check mails follow links.
pub async fn show(mut reader: Reader) -> Response {
    reader.keep_private();
    let mut pairs = form_urlencoded::parse(reader.query().as_bytes());
    let key = pairs.find(|(name, _)| name == "key").map(|(_, key)| key.into_owned());
    let answer = page(&reader, StatusCode::OK, &key.unwrap_or_default(), None).await;
    reader.answer(answer)
}

async fn page(
    reader: &Reader,
    status: StatusCode,
    key: &str,
    fault: Option<String>,
) -> Result<Response, Fault> {
    let t = reader.t.clone();
    let frame = frame(reader, &t.say("password-title"), "/password");
    let now = reader.state.clock.now_ms();
    let owner = owner_of(&reader.state.db, key, now).await.map_err(Fault::of)?;
    let status = if owner.is_some() { status } else { StatusCode::GONE };
    let email = owner.as_ref().map(|owner| owner.email.clone()).unwrap_or_default();
    let owner = owner.map(|owner| owner.name);
    let key = if owner.is_some() { key.to_owned() } else { String::new() };
    reader.respond(status, &PasswordPage { t, frame, key, owner, email, fault })
}

/// `POST /password`
pub async fn choose(Open { reader, form, .. }: Open) -> Response {
    let (key, password) = (form.get("key"), form.get("password"));
    let (state, now) = (&reader.state, reader.state.clock.now_ms());
    let chosen = choose_password(&state.db, cost(&state.config), key, password, now).await;
    let answer = match chosen {
        Ok(Chosen::Done) => return see(&reader.t.link("/login?done=password")),
        Ok(Chosen::Weak(weak)) => {
            let fault = Some(weakness(&reader.t, weak));
            page(&reader, StatusCode::UNPROCESSABLE_ENTITY, key, fault).await
        }
        Ok(Chosen::NoKey) => page(&reader, StatusCode::GONE, "", None).await,
        Err(error) => Err(Fault::of(error)),
    };
    reader.answer(answer)
}
