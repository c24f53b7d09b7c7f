//! `/account`: who one is here, and where one is signed in.

use askama::Template;
use axum::response::Response;
use url::form_urlencoded;

use super::frame;
use crate::{
    app::{self, account::session, mail::returns},
    domain::email::Email,
    i18n::Speech,
    store::{
        accounts::{self, Account},
        conversations,
    },
    urls,
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
    },
};

#[derive(Template)]
#[template(path = "account/overview.html")]
struct OverviewPage {
    t: Speech,
    frame: Frame,
    account: Account,
    since: String,
    /// `@ana@HOST`
    handle: String,
    /// Path of their public page.
    page: String,
    csrf: String,
    sessions: Vec<Row>,
    notice: Option<String>,
    /// Conversations with something unread; none to speak of is empty.
    unread: String,
    /// Where another address is given, where mail to this one comes back.
    mend: Option<&'static str>,
}

/// One sign-in.
struct Row {
    id: String,
    agent: String,
    /// When it began and was last used.
    times: String,
    is_this: bool,
}

/// `GET /account`
pub async fn show(who: SignedIn) -> Response {
    let answer = page(&who).await;
    who.reader.answer(answer)
}

async fn page(who: &SignedIn) -> Result<Response, Fault> {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let mut tx = state.db.read().await?;
    let account = accounts::by_id(&mut tx, &who.member.id).await?.ok_or(Fault::NotFound)?;
    let unread = conversations::count_unread(&mut tx, &who.member.id).await?;
    let is_shut = match Email::parse(&account.email) {
        Ok(email) => returns::shut(&mut tx, &email, who.now).await?.is_some(),
        Err(_) => false,
    };
    drop(tx);
    let settings = &state.config.accounts;
    let found = session::list(&state.db, settings, &who.member.id, who.now).await;
    let sessions = found.map_err(Fault::of)?.into_iter().map(|found| Row {
        times: t.say2(
            "sessions-times",
            "began",
            &t.day(found.created_at),
            "used",
            &t.day(found.used_at),
        ),
        is_this: found.id == who.session,
        agent: match found.agent.is_empty() {
            true => t.say("sessions-unknown").into_owned(),
            false => found.agent,
        },
        id: found.id,
    });
    let sessions = sessions.collect();
    let mut done = form_urlencoded::parse(who.reader.query().as_bytes());
    let done = done.find(|(key, _)| key == "done").map(|(_, what)| what.into_owned());
    let notice = match done.as_deref() {
        Some("profile") => Some(t.say("profile-saved").into_owned()),
        Some("sessions") => Some(t.say("sessions-ended").into_owned()),
        _ => None,
    };
    let mut frame = frame(&who.reader, &t.say("account-title"), "/account");
    frame.hidden = true;
    who.reader.page(&OverviewPage {
        t: t.clone(),
        frame,
        handle: state.urls.handle(&account.handle),
        since: t.day(account.created_at),
        page: urls::person_path(&account.handle),
        account,
        csrf: who.csrf.clone(),
        sessions,
        notice,
        mend: is_shut.then_some(urls::SECURITY),
        unread: if unread > 0 { t.number(unread) } else { String::new() },
    })
}

/// `POST /account/sessions`: ends one sign-in, or all but this one.
pub async fn end_session(Posted { who, form }: Posted) -> Response {
    let db = &who.reader.state.db;
    let ended = match form.get("session") {
        "others" => session::end_others(db, &who.member.id, &who.session).await.map(drop),
        // One that has ended meanwhile is as it should be.
        id => match session::end(db, &who.member.id, id).await {
            Err(app::Error::NotFound(_)) => Ok(()),
            ended => ended,
        },
    };
    match ended {
        Ok(()) => see(&who.reader.t.link("/account?done=sessions")),
        Err(error) => Fault::of(error).shown_to(&who.reader),
    }
}
