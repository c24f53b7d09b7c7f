//! One conversation: `/messages/ID` for who is signed in, `/contact/thread?key=…` for who came by the
//! link in a mail.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{exchange, first::said, flaw, frame};
use crate::{
    app::{
        self,
        access::Who,
        contact::{Opened, Seat},
    },
    domain::{contact::Flaw, text::Html},
    html,
    i18n::{self, Speech},
    store::{cases, conversations::Letter, conversations::Side},
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
#[template(path = "contact/thread.html")]
struct ThreadPage {
    t: Speech,
    frame: Frame,
    heading: String,
    /// What the other side is called, where it is found, and what it is.
    name: String,
    name_href: Option<String>,
    what: String,
    about: Option<About>,
    letters: Vec<LetterLine>,
    /// Where the forms go, and the field that opens them.
    action: String,
    proof: (&'static str, String),
    is_member: bool,
    can_answer: bool,
    is_elsewhere: bool,
    is_blocked: bool,
    can_report: bool,
    /// What was typed and not taken.
    text: String,
    fault: Option<String>,
    notice: Option<String>,
}

struct About {
    href: String,
    title: String,
    lang: &'static str,
}

struct LetterLine {
    id: String,
    num: i64,
    is_mine: bool,
    name: String,
    iso: String,
    when: String,
    said: Said,
}

enum Said {
    Text(String),
    /// Of another server, made safe.
    Html(Html),
    /// Its author deleted it.
    Gone,
}

fn line(t: &Speech, letter: Letter, me: &Side, name: &str) -> LetterLine {
    let is_mine = letter.side == me.side;
    LetterLine {
        is_mine,
        name: if is_mine { t.say("messages-you").into_owned() } else { name.to_owned() },
        iso: i18n::iso_day(letter.at),
        when: t.day(letter.at),
        said: match (&letter.html, letter.text.is_empty()) {
            // Once more through the sieve: what it lets through today counts, not what it did.
            (Some(html), _) => Said::Html(html::from_remote(html)),
            (None, true) => Said::Gone,
            (None, false) => Said::Text(letter.text),
        },
        num: letter.num,
        id: letter.id,
    }
}

/// Who looks: a member with their token, or whoever holds a link.
enum Looker<'a> {
    Member(&'a SignedIn, &'a str),
    Key(&'a Reader, &'a str),
}

impl Looker<'_> {
    fn reader(&self) -> &Reader {
        match self {
            Looker::Member(who, _) => &who.reader,
            Looker::Key(reader, _) => reader,
        }
    }

    fn seat(&self) -> Seat<'_> {
        match self {
            Looker::Member(who, id) => Seat::Member(&who.member.id, id),
            Looker::Key(_, key) => Seat::Key(key),
        }
    }

    fn now(&self) -> i64 {
        self.reader().state.clock.now_ms()
    }

    /// Where its forms go.
    fn path(&self) -> String {
        match self {
            Looker::Member(_, id) => format!("/messages/{id}"),
            Looker::Key(..) => "/contact/thread".to_owned(),
        }
    }

    /// Where it is read again, with what was done.
    fn back(&self, done: &str) -> String {
        let path = match self {
            Looker::Member(_, id) => format!("/messages/{id}?done={done}"),
            Looker::Key(_, key) => format!("/contact/thread?key={key}&done={done}"),
        };
        self.reader().t.link(&path)
    }
}

/// `GET /messages/{id}`
pub async fn show(who: SignedIn, axum::extract::Path(id): axum::extract::Path<String>) -> Response {
    let looker = Looker::Member(&who, &id);
    let answer = page(&looker, StatusCode::OK, String::new(), None).await;
    who.reader.answer(answer)
}

/// `GET /contact/thread?key=…`
pub async fn by_key(mut reader: Reader) -> Response {
    reader.keep_private();
    let key = asked(&reader, "key").unwrap_or_default();
    let answer = page(&Looker::Key(&reader, &key), StatusCode::OK, String::new(), None).await;
    let answer = over(&reader, answer);
    reader.answer(answer)
}

/// A link that opens nothing says so.
fn over(reader: &Reader, answer: Result<Response, Fault>) -> Result<Response, Fault> {
    match answer {
        Err(Fault::NotFound) => {
            let texts = vec![reader.t.say("thread-over").into_owned()];
            said(reader, StatusCode::GONE, "thread-over-title", texts)
        }
        answer => answer,
    }
}

async fn page(
    looker: &Looker<'_>,
    status: StatusCode,
    text: String,
    fault: Option<String>,
) -> Result<Response, Fault> {
    let reader = looker.reader();
    let (t, state) = (&reader.t, &reader.state);
    let exchange = exchange(state);
    let opened = exchange.open(looker.seat(), looker.now()).await.map_err(Fault::of)?;
    exchange.read_up_to(&opened, looker.now()).await.map_err(Fault::of)?;
    let about = match &opened.conversation.about {
        Some(uri) => {
            let mut tx = state.db.read().await?;
            cases::by_uri(&mut tx, uri).await?.filter(|case| case.is_shown())
        }
        None => None,
    };
    let about = about.map(|case| About {
        href: t.link(&urls::case_path(&case.page)),
        lang: case.case.language.id(),
        title: case.case.title.clone(),
    });
    let Opened { conversation, me, other, letters, can_answer, is_blocked, can_report } = opened;
    let (name, name_href, what) = party(t, &other);
    let heading = match conversation.subject.as_str() {
        "" => name.clone(),
        subject => subject.to_owned(),
    };
    let (is_member, proof) = match looker {
        Looker::Member(who, _) => (true, ("csrf", who.csrf.clone())),
        Looker::Key(_, key) => (false, ("key", (*key).to_owned())),
    };
    let notice = match asked(reader, "done").as_deref() {
        Some("sent") => Some("messages-sent"),
        Some("reported") => Some("messages-reported"),
        _ => None,
    };
    let page = ThreadPage {
        frame: frame(reader, &heading, &looker.path()),
        heading,
        letters: letters.into_iter().map(|letter| line(t, letter, &me, &name)).collect(),
        name,
        name_href,
        what,
        about,
        action: t.link(&looker.path()),
        proof,
        is_member,
        can_answer,
        is_elsewhere: other.actor.is_some(),
        is_blocked,
        can_report,
        text,
        fault,
        notice: notice.map(|key| t.say(key).into_owned()),
        t: t.clone(),
    };
    reader.respond(status, &page)
}

/// Name, page and kind of the other side.
fn party(t: &Speech, other: &Side) -> (String, Option<String>, String) {
    let called = other.called().to_owned();
    match (&other.account, &other.actor, &other.handle) {
        (Some(_), _, Some(handle)) => {
            (called, Some(t.link(&urls::person_path(handle))), format!("@{handle}"))
        }
        (None, Some(uri), handle) => {
            let host = other.host.clone().unwrap_or_default();
            let address = match handle {
                Some(handle) => format!("@{handle}@{host}"),
                None => host,
            };
            let name = if called.is_empty() { address.clone() } else { called };
            (name, Some(other.page_url.clone().unwrap_or_else(|| uri.clone())), address)
        }
        _ if other.is_gone() && called.is_empty() => {
            (t.say("contact-nobody").into_owned(), None, String::new())
        }
        _ => (called, None, t.say("messages-reader").into_owned()),
    }
}

/// `POST /messages/{id}`
pub async fn act(
    axum::extract::Path(id): axum::extract::Path<String>,
    Posted { who, form }: Posted,
) -> Response {
    let looker = Looker::Member(&who, &id);
    let answer = acted(&looker, &form).await;
    who.reader.answer(answer)
}

/// `POST /contact/thread`
pub async fn act_by_key(Open { reader, form, .. }: Open) -> Response {
    let key = form.get("key").to_owned();
    let answer = acted(&Looker::Key(&reader, &key), &form).await;
    let answer = over(&reader, answer);
    reader.answer(answer)
}

async fn acted(looker: &Looker<'_>, form: &Form) -> Result<Response, Fault> {
    let (reader, now) = (looker.reader(), looker.now());
    let exchange = exchange(&reader.state);
    let t = &reader.t;
    match (form.get("do"), looker) {
        ("answer", _) => {
            let typed: String = form.get("text").chars().take(60_000).collect();
            match exchange.answer(looker.seat(), &typed, now).await {
                Ok(()) => {
                    reader.state.wake.mail.notify_one();
                    reader.state.wake.events.notify_one();
                    Ok(see(&looker.back("sent")))
                }
                Err(app::Error::Invalid(_)) => {
                    let fault = Some(flaw(t, Flaw::Text));
                    page(looker, StatusCode::UNPROCESSABLE_ENTITY, typed, fault).await
                }
                Err(app::Error::TooOften(_)) => {
                    let fault = Some(t.say("contact-too-often").into_owned());
                    page(looker, StatusCode::TOO_MANY_REQUESTS, typed, fault).await
                }
                Err(app::Error::Conflict(_)) => {
                    let fault = Some(t.say("messages-closed").into_owned());
                    page(looker, StatusCode::CONFLICT, typed, fault).await
                }
                Err(error) => Err(Fault::of(error)),
            }
        }
        ("delete", Looker::Member(..)) => {
            exchange.delete(looker.seat(), now).await.map_err(Fault::of)?;
            Ok(see(&t.link("/messages?done=deleted")))
        }
        ("delete", Looker::Key(..)) => {
            exchange.delete(looker.seat(), now).await.map_err(Fault::of)?;
            let texts = vec![t.say("thread-ended").into_owned()];
            said(reader, StatusCode::OK, "thread-ended-title", texts)
        }
        ("block", Looker::Member(who, id)) => {
            exchange.block(&who.member, id, now).await.map_err(Fault::of)?;
            Ok(see(&looker.back("blocked")))
        }
        ("report", _) => {
            let (letter, reason) = (form.get("letter"), form.get("reason"));
            let who = match looker {
                Looker::Member(who, _) => who.who(),
                Looker::Key(..) => Who::Reader,
            };
            match exchange.report(looker.seat(), &who, letter, reason, now).await {
                // What was reported once by a link is before the moderators.
                Ok(()) | Err(app::Error::Conflict(_)) => Ok(see(&looker.back("reported"))),
                Err(error) => Err(Fault::of(error)),
            }
        }
        _ => Err(Fault::NotFound),
    }
}
