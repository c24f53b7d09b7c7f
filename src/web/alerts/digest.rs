//! `/digests`: a weekly digest of a topic for any address that agrees to it.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{asked, frame, post_of};
use crate::{
    app::alerts::{self, Confirmed},
    domain::{email::Email, vocabulary},
    i18n::Speech,
    urls,
    web::{cards::topic_label, error::Fault, layout::Frame, member::posted::Open, reader::Reader},
};

#[derive(Template)]
#[template(path = "alerts/digest.html")]
struct DigestPage {
    t: Speech,
    frame: Frame,
    topic: String,
    /// The page of the topic.
    door: String,
    email: String,
    /// What is wrong; None when the letter is on its way.
    fault: Option<String>,
    texts: Vec<String>,
}

/// `POST /digests`: whoever has the address is asked by mail whether they want it.
pub async fn ask(Open { reader, form, .. }: Open) -> Response {
    let answer = asked_for(&reader, form.get("email"), form.get("topic")).await;
    reader.answer(answer)
}

async fn asked_for(reader: &Reader, typed: &str, topic: &str) -> Result<Response, Fault> {
    let (t, state) = (reader.t.clone(), &reader.state);
    let topic = vocabulary::topic(topic).ok_or(Fault::NotFound)?.id;
    let (mut fault, mut texts) = (None, Vec::new());
    match Email::parse(typed) {
        Err(_) => fault = Some(t.say("account-no-email").into_owned()),
        Ok(email) => {
            let (post, now) = (post_of(state), state.clock.now_ms());
            alerts::subscribe(&state.db, &post, &email, topic, t.tag(), now)
                .await
                .map_err(Fault::of)?;
            state.wake.mail.notify_one();
            texts.push(t.say1("digest-sent", "email", email.as_str()));
            texts.push(t.say("sent-where").into_owned());
        }
    }
    let status = match fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let door = urls::topic_path(topic);
    let page = DigestPage {
        frame: frame(reader, &t.say("digest-title"), &door),
        topic: topic.to_owned(),
        door,
        email: typed.chars().take(300).collect(),
        fault,
        texts,
        t,
    };
    reader.respond(status, &page)
}

#[derive(Template)]
#[template(path = "alerts/confirm.html")]
struct ConfirmPage {
    t: Speech,
    frame: Frame,
    text: String,
    /// Where the form leads, while there is something to agree to.
    action: Option<String>,
}

/// `GET /digests/confirm?key=…`. Looking agrees to nothing.
pub async fn look(mut reader: Reader) -> Response {
    reader.keep_private();
    let key = asked(&reader, "key").unwrap_or_default();
    let found = alerts::wanted(&reader.state.db, &key, reader.state.clock.now_ms()).await;
    let answer = found.map_err(Fault::of).and_then(|found| page(&reader, &found, Some(&key)));
    reader.answer(answer)
}

/// `POST /digests/confirm?key=…`
pub async fn confirm(Open { reader, .. }: Open) -> Response {
    let now = reader.state.clock.now_ms();
    let done =
        alerts::confirm(&reader.state.db, &asked(&reader, "key").unwrap_or_default(), now).await;
    let answer = done.map_err(Fault::of).and_then(|done| page(&reader, &done, None));
    reader.answer(answer)
}

fn page(reader: &Reader, found: &Confirmed, key: Option<&str>) -> Result<Response, Fault> {
    let t = reader.t.clone();
    let (text, action) = match (found, key) {
        (Confirmed::NoKey, _) => (t.say("key-over").into_owned(), None),
        (Confirmed::To(topic, false), Some(key)) => {
            let text = t.say1("digest-confirm-ask", "topic", &topic_label(&t, topic));
            (text, Some(urls::digest_confirm_path(key)))
        }
        (Confirmed::To(topic, _), _) => {
            (t.say1("digest-confirm-done", "topic", &topic_label(&t, topic)), None)
        }
    };
    let status = match found {
        Confirmed::NoKey => StatusCode::GONE,
        Confirmed::To(..) => StatusCode::OK,
    };
    let frame = frame(reader, &t.say("digest-title"), "/digests/confirm");
    reader.respond(status, &ConfirmPage { t, frame, text, action })
}
