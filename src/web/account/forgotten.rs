//! `/password/forgotten`: a mail with a key for a new password, to whoever reads that address.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{frame, post_of, register::SentPage};
use crate::{
    app::account::register,
    domain::email::Email,
    i18n::Speech,
    web::{error::Fault, layout::Frame, member::posted::Open, reader::Reader},
};

#[derive(Template)]
#[template(path = "account/forgotten.html")]
struct ForgottenPage {
    t: Speech,
    frame: Frame,
    email: String,
    fault: Option<String>,
}

/// `GET /password/forgotten`
pub async fn show(mut reader: Reader) -> Response {
    reader.keep_private();
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
    let frame = frame(reader, &t.say("forgotten-title"), "/password/forgotten");
    let email = email.chars().take(300).collect();
    reader.respond(status, &ForgottenPage { t, frame, email, fault })
}

/// `POST /password/forgotten`: the same answer for every address.
pub async fn ask(Open { reader, form, .. }: Open) -> Response {
    let answer = asked(&reader, form.get("email")).await;
    reader.answer(answer)
}

async fn asked(reader: &Reader, typed: &str) -> Result<Response, Fault> {
    let t = &reader.t;
    let Ok(email) = Email::parse(typed) else {
        let fault = Some(t.say("account-no-email").into_owned());
        return page(reader, StatusCode::UNPROCESSABLE_ENTITY, typed, fault);
    };
    let (state, now) = (&reader.state, reader.state.clock.now_ms());
    register::forgot(&state.db, &post_of(state), &email, now).await.map_err(Fault::of)?;
    state.wake.mail.notify_one();
    let heading = t.say("sent-title").into_owned();
    let texts =
        vec![t.say1("forgotten-sent", "email", email.as_str()), t.say("sent-where").into_owned()];
    let frame = frame(reader, &heading, "/password/forgotten");
    reader.respond(StatusCode::OK, &SentPage { t: t.clone(), frame, heading, texts })
}
