//! `/contact`: the first message to somebody, and the link by which a reader confirms it.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{exchange, flaw, frame};
use crate::{
    app::{
        self,
        contact::{Receiver, Refused, reachable},
    },
    domain::contact::{Flaw, NAME_CHARS, Stranger, Words},
    i18n::Speech,
    store::{cases, contact::Waiting},
    urls,
    web::{
        error::Fault,
        layout::Frame,
        member::{
            SignedIn,
            form::Form,
            posted::{Open, Posted},
            see,
        },
        reader::Reader,
        write::asked,
    },
};

#[derive(Template)]
#[template(path = "contact/write.html")]
struct WritePage {
    t: Speech,
    frame: Frame,
    /// Whom it is for.
    name: String,
    /// Where to sign in and come back; None for who is.
    sign_in: Option<String>,
    csrf: String,
    /// Handle and page of the case, as the form sends them.
    to: String,
    case: String,
    /// Its title, with its language.
    about: Option<(String, &'static str)>,
    typed: Typed,
    flaws: Vec<(&'static str, String)>,
    notice: Option<String>,
}

impl WritePage {
    fn wrong(&self, field: &str) -> bool {
        self.flaws.iter().any(|(known, _)| *known == field)
    }
}

/// What was typed, to be shown again.
#[derive(Clone, Debug, Default)]
struct Typed {
    name: String,
    email: String,
    subject: String,
    text: String,
}

impl Typed {
    fn of(form: &Form) -> Typed {
        let kept = |name: &str, most: usize| form.get(name).chars().take(most).collect();
        Typed {
            name: kept("name", 2 * NAME_CHARS),
            email: kept("email", 300),
            subject: kept("subject", 500),
            text: kept("text", 60_000),
        }
    }
}

/// Whom it is for, and what it is about.
struct Aim {
    receiver: Receiver,
    name: String,
    to: String,
    /// Page, uri, title and language of a case.
    case: Option<(String, String, String, &'static str)>,
}

/// # Errors
/// `NotFound` where nobody is reached, whatever the reason.
async fn aim(reader: &Reader, to: &str, page: &str) -> Result<Aim, Fault> {
    let state = &reader.state;
    let mut tx = state.db.read().await?;
    let case = match page {
        "" => None,
        page => cases::by_page(&mut tx, page).await?.filter(|case| case.local && case.is_shown()),
    };
    let case = case
        .map(|found| (found.page, found.uri, found.case.title.clone(), found.case.language.id()));
    if !to.is_empty() {
        let account = reachable(&mut tx, to).await.map_err(Fault::of)?;
        let (name, to) = (account.name.clone(), account.handle.clone());
        return Ok(Aim { receiver: Receiver::Person(Box::new(account)), name, to, case });
    }
    let receiver = exchange(state).network().ok_or(Fault::NotFound)?;
    let name = crate::app::instance::called(&state.config).to_owned();
    Ok(Aim { receiver, name, to: String::new(), case })
}

/// `GET /contact?to=HANDLE&case=PAGE`
pub async fn show(mut reader: Reader) -> Response {
    reader.keep_private();
    let (to, case) = (asked(&reader, "to"), asked(&reader, "case"));
    let answer = match aim(&reader, &to.unwrap_or_default(), &case.unwrap_or_default()).await {
        Ok(aim) => page(&reader, &aim, StatusCode::OK, Typed::default(), Vec::new(), None),
        Err(fault) => Err(fault),
    };
    reader.answer(answer)
}

fn page(
    reader: &Reader,
    aim: &Aim,
    status: StatusCode,
    typed: Typed,
    flaws: Vec<Flaw>,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let t = reader.t.clone();
    let case = aim.case.as_ref().map(|(page, ..)| page.as_str());
    let to = Some(aim.to.as_str()).filter(|to| !to.is_empty());
    let here = urls::contact_path(to, case);
    let visitor = reader.visitor.as_ref().filter(|visitor| visitor.is_active());
    let sign_in = match visitor {
        Some(_) => None,
        None => Some(t.link(&crate::web::member::sign_in_path(&here))),
    };
    let page = WritePage {
        frame: frame(reader, &t.say1("contact-write", "name", &aim.name), &here),
        name: aim.name.clone(),
        sign_in,
        csrf: visitor.map(|visitor| visitor.csrf.clone()).unwrap_or_default(),
        to: aim.to.clone(),
        case: case.unwrap_or_default().to_owned(),
        about: aim.case.as_ref().map(|(_, _, title, language)| (title.clone(), *language)),
        typed,
        flaws: flaws.into_iter().map(|one| (one.field(), flaw(&t, one))).collect(),
        notice,
        t,
    };
    reader.respond(status, &page)
}

/// `POST /contact`: of anybody, who then confirms their address.
pub async fn ask(Open { reader, form, .. }: Open) -> Response {
    let answer = asked_by(&reader, &form).await;
    reader.answer(answer)
}

async fn asked_by(reader: &Reader, form: &Form) -> Result<Response, Fault> {
    let (t, state) = (&reader.t, &reader.state);
    let aim = aim(reader, form.get("to"), form.get("case")).await?;
    let read = (
        Stranger::read(form.get("name"), form.get("email")),
        Words::read(form.get("subject"), form.get("text")),
    );
    let (from, words) = match read {
        (Ok(from), Ok(words)) => (from, words),
        (from, words) => {
            let flaws = from.err().into_iter().chain(words.err()).flatten().collect();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(reader, &aim, status, Typed::of(form), flaws, None);
        }
    };
    let about = aim.case.as_ref().map(|(_, uri, ..)| uri.clone());
    let now = state.clock.now_ms();
    let done = exchange(state).ask(&from, t.tag(), &aim.receiver, &words, about, now).await;
    match done {
        Ok(()) => {}
        Err(app::Error::TooOften(_)) => return too_often(reader, &aim, form),
        Err(error) => return Err(Fault::of(error)),
    }
    state.wake.mail.notify_one();
    let texts = vec![
        t.say1("contact-sent", "email", from.email.as_str()),
        t.say("sent-where").into_owned(),
    ];
    said(reader, StatusCode::OK, "contact-sent-title", texts)
}

/// Nothing of what was typed is lost.
fn too_often(reader: &Reader, aim: &Aim, form: &Form) -> Result<Response, Fault> {
    let notice = Some(reader.t.say("contact-too-often").into_owned());
    page(reader, aim, StatusCode::TOO_MANY_REQUESTS, Typed::of(form), Vec::new(), notice)
}

/// `POST /messages/new`: of somebody with an account, at once.
pub async fn begin(Posted { who, form }: Posted) -> Response {
    let answer = begun(&who, &form).await;
    who.reader.answer(answer)
}

async fn begun(who: &SignedIn, form: &Form) -> Result<Response, Fault> {
    let (reader, state) = (&who.reader, &who.reader.state);
    let aim = aim(reader, form.get("to"), form.get("case")).await?;
    let words = match Words::read(form.get("subject"), form.get("text")) {
        Ok(words) => words,
        Err(flaws) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(reader, &aim, status, Typed::of(form), flaws, None);
        }
    };
    let about = aim.case.as_ref().map(|(_, uri, ..)| uri.clone());
    match exchange(state).begin(&who.member, &aim.receiver, &words, about, who.now).await {
        Ok(id) => {
            state.wake.mail.notify_one();
            Ok(see(&reader.t.link(&format!("/messages/{id}?done=sent"))))
        }
        Err(app::Error::TooOften(_)) => too_often(reader, &aim, form),
        Err(error) => Err(Fault::of(error)),
    }
}

#[derive(Template)]
#[template(path = "contact/said.html")]
struct SaidPage {
    t: Speech,
    frame: Frame,
    heading: String,
    texts: Vec<String>,
}

pub(super) fn said(
    reader: &Reader,
    status: StatusCode,
    heading: &str,
    texts: Vec<String>,
) -> Result<Response, Fault> {
    let t = reader.t.clone();
    let heading = t.say(heading).into_owned();
    let frame = frame(reader, &heading, "/contact");
    reader.respond(status, &SaidPage { t, frame, heading, texts })
}

#[derive(Template)]
#[template(path = "contact/confirm.html")]
struct ConfirmPage {
    t: Speech,
    frame: Frame,
    key: String,
    waiting: Waiting,
    notice: Option<String>,
}

/// `GET /contact/confirm?key=…`. Looking uses nothing up.
pub async fn look(mut reader: Reader) -> Response {
    reader.keep_private();
    let key = asked(&reader, "key").unwrap_or_default();
    let answer = confirm_page(&reader, &key, StatusCode::OK, None).await;
    reader.answer(answer)
}

async fn confirm_page(
    reader: &Reader,
    key: &str,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let (t, state) = (reader.t.clone(), &reader.state);
    let waiting = exchange(state).waiting(key, state.clock.now_ms()).await.map_err(Fault::of)?;
    let Some(waiting) = waiting else {
        let texts = vec![t.say("key-over").into_owned()];
        return said(reader, StatusCode::GONE, "contact-confirm-title", texts);
    };
    let frame = frame(reader, &t.say("contact-confirm-title"), "/contact/confirm");
    reader.respond(status, &ConfirmPage { t, frame, key: key.to_owned(), waiting, notice })
}

/// `POST /contact/confirm`
pub async fn confirm(Open { reader, form, .. }: Open) -> Response {
    let answer = confirmed(&reader, form.get("key")).await;
    reader.answer(answer)
}

async fn confirmed(reader: &Reader, key: &str) -> Result<Response, Fault> {
    let (t, state) = (&reader.t, &reader.state);
    let done = exchange(state).confirm(key, state.clock.now_ms()).await.map_err(Fault::of)?;
    match done {
        Ok(_) => {
            state.wake.mail.notify_one();
            let texts = vec![t.say("contact-done").into_owned()];
            said(reader, StatusCode::OK, "contact-done-title", texts)
        }
        Err(Refused::Full) => {
            let notice = Some(t.say("contact-full").into_owned());
            confirm_page(reader, key, StatusCode::TOO_MANY_REQUESTS, notice).await
        }
        Err(Refused::Closed) => {
            let texts = vec![t.say("contact-closed").into_owned()];
            said(reader, StatusCode::GONE, "contact-confirm-title", texts)
        }
        Err(Refused::NoKey) => {
            let texts = vec![t.say("key-over").into_owned()];
            said(reader, StatusCode::GONE, "contact-confirm-title", texts)
        }
    }
}
