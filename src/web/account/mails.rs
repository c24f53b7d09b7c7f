//! `/admin/mail`: what the instance wrote to people, what became of it, and trying again.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use url::form_urlencoded;

use super::{frame, people::Tab};
use crate::{
    app::{self, mail},
    i18n::Speech,
    store::mail::{self as stored, Mail},
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
    },
};

/// Mails on a page.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "account/mails.html")]
struct MailsPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    here: String,
    /// No mail server is set: mail is kept as files, and can be read here.
    is_filed: bool,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    next: Option<String>,
    /// Whether it went well, and what there is to say.
    notice: Option<(bool, String)>,
}

struct Row {
    state: String,
    made: String,
    /// When a mail that waits is tried again, and how often it was tried.
    tries: Option<String>,
    can_retry: bool,
    can_drop: bool,
    /// Its words, where nobody gets them otherwise.
    text: Option<String>,
    mail: Mail,
}

impl Row {
    fn of(t: &Speech, mail: Mail, is_filed: bool) -> Self {
        let has_text = !mail.plain.is_empty();
        let waits = mail.state == "waiting";
        Row {
            state: t.term("mail-state", &mail.state),
            made: t.day(mail.created_at),
            tries: (mail.tries > 0).then(|| t.count("mails-tries", mail.tries)),
            can_retry: has_text
                && matches!(&*mail.state, "bounced" | "unsure" | "given-up" | "waiting"),
            can_drop: has_text && waits,
            text: (is_filed && has_text).then(|| mail.plain.clone()),
            mail,
        }
    }
}

/// `GET /admin/mail`
pub async fn show(who: SignedIn) -> Response {
    let answer = page(&who, None).await;
    who.reader.answer(answer)
}

async fn page(who: &SignedIn, refused: Option<String>) -> Result<Response, Fault> {
    who.member.instance_admin()?;
    let t = &who.reader.t;
    let (mut state, mut before, mut done) = (None, None, None);
    for (key, value) in form_urlencoded::parse(who.reader.query().as_bytes()) {
        match &*key {
            "state" => state = stored::STATES.into_iter().find(|known| *known == value),
            "before" => before = Some(value.into_owned()),
            "done" if value == "retry" => done = Some(t.say("mails-done-retry").into_owned()),
            "done" if value == "drop" => done = Some(t.say("mails-done-drop").into_owned()),
            _ => {}
        }
    }
    let mut tx = who.reader.state.db.read().await?;
    let mut found = stored::page(&mut tx, state, before.as_deref(), MOST + 1).await?;
    let mut tabs = Vec::new();
    for one in [None].into_iter().chain(stored::STATES.map(Some)) {
        let count = stored::count(&mut tx, one).await?;
        if one.is_some() && count == 0 && one != state {
            continue;
        }
        let (query, label) = match one {
            None => (String::new(), t.say("mails-all").into_owned()),
            Some(one) => (format!("?state={one}"), t.term("mail-state", one)),
        };
        let href = t.link(&format!("/admin/mail{query}"));
        let label = format!("{label}: {}", t.number(count));
        tabs.push(Tab { href, label, is_shown: one == state });
    }
    drop(tx);
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let more = found.len() > most;
    found.truncate(most);
    let next = found.last().filter(|_| more).map(|last| {
        let state = state.map(|state| format!("&state={state}")).unwrap_or_default();
        t.link(&format!("/admin/mail?before={}{state}", last.id))
    });
    let is_filed = who.reader.state.config.mail.smtp.is_empty();
    let page = MailsPage {
        frame: frame(&who.reader, &t.say("mails-title"), "/admin/mail"),
        csrf: who.csrf.clone(),
        here: t.link("/admin/mail"),
        is_filed,
        tabs,
        rows: found.into_iter().map(|mail| Row::of(t, mail, is_filed)).collect(),
        next,
        notice: refused.map(|why| (false, why)).or(done.map(|done| (true, done))),
        t: t.clone(),
    };
    let status = match page.notice {
        Some((false, _)) => StatusCode::CONFLICT,
        _ => StatusCode::OK,
    };
    who.reader.respond(status, &page)
}

/// `POST /admin/mail`: one mail is tried again, or not sent.
pub async fn decide(Posted { who, form }: Posted) -> Response {
    if let Err(lacking) = who.member.instance_admin() {
        return Fault::from(lacking).shown_to(&who.reader);
    }
    let state = &who.reader.state;
    let (db, by, now, id) = (&state.db, who.who(), who.now, form.get("mail"));
    let (done, what) = match form.get("do") {
        "retry" => (mail::retry(db, &by, id, now).await, "retry"),
        "drop" => (mail::discard(db, &by, id, now).await, "drop"),
        _ => return Fault::NotFound.shown_to(&who.reader),
    };
    let t = &who.reader.t;
    match done {
        Ok(_) => {
            state.wake.mail.notify_one();
            see(&t.link(&format!("/admin/mail?done={what}")))
        }
        // Whoever decided already, or the mail went meanwhile: what is so now is shown.
        Err(app::Error::Conflict(_)) => {
            let answer = page(&who, Some(t.say("mails-not-now").into_owned())).await;
            who.reader.answer(answer)
        }
        Err(error) => Fault::of(error).shown_to(&who.reader),
    }
}
