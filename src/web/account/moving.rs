//! `/account/move`: an account elsewhere that moves here is named, and this one moves elsewhere.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use url::form_urlencoded;

use super::{cost, frame};
use crate::{
    app::account::moving::{self, Moved, Named},
    domain::{
        elsewhere::{Elsewhere, Lost},
        profile::Profile,
    },
    i18n::Speech,
    store::{actors, people, remote_actors},
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
    },
};

#[derive(Template)]
#[template(path = "account/moving.html")]
struct MovingPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    /// `@ana@HOST`
    handle: String,
    /// Id of each old account, and how it is addressed.
    old: Vec<(String, String)>,
    /// Where the person went.
    gone: Option<String>,
    /// What was typed as an old account, and as the new one.
    typed: (String, String),
    notice: Option<String>,
    /// What went wrong, and in which of the forms.
    fault: Option<(&'static str, String)>,
}

impl MovingPage {
    fn fault_in(&self, form: &str) -> Option<&str> {
        self.fault.as_ref().filter(|(known, _)| *known == form).map(|(_, text)| text.as_str())
    }
}

/// `GET /account/move`
pub async fn show(who: SignedIn) -> Response {
    let t = &who.reader.t;
    let mut done = form_urlencoded::parse(who.reader.query().as_bytes());
    let done = done.find(|(key, _)| key == "done").map(|(_, what)| what.into_owned());
    let notice = match done.as_deref() {
        Some("added") => Some(t.say("move-added").into_owned()),
        Some("removed") => Some(t.say("move-removed").into_owned()),
        Some("moved") => Some(t.say("move-done").into_owned()),
        Some("undone") => Some(t.say("move-undone").into_owned()),
        _ => None,
    };
    let answer = page(&who, notice, "", None).await;
    who.reader.answer(answer)
}

/// How an account elsewhere is addressed, as far as it is known.
pub(crate) async fn address_of(
    tx: &mut crate::store::Tx,
    uri: &str,
) -> Result<(String, String), Fault> {
    let known = remote_actors::find(tx, uri).await?;
    Ok(match known {
        Some(known) if !known.handle.is_empty() => {
            let page = known.page_url.unwrap_or_else(|| uri.to_owned());
            (format!("@{}@{}", known.handle, known.host), page)
        }
        _ => (uri.to_owned(), uri.to_owned()),
    })
}

async fn page(
    who: &SignedIn,
    notice: Option<String>,
    typed: &str,
    fault: Option<(&'static str, String)>,
) -> Result<Response, Fault> {
    let (t, state) = (who.reader.t.clone(), &who.reader.state);
    let mut tx = state.db.read().await?;
    let actor = actors::by_handle(&mut tx, &who.member.handle).await?.ok_or(Fault::NotFound)?;
    let mut old = Vec::new();
    for uri in Profile::from_json(&actor.profile).also_known_as {
        let (address, _) = address_of(&mut tx, &uri).await?;
        old.push((uri, address));
    }
    let gone = match people::went_to(&mut tx, &actor.uri).await? {
        Some(target) => Some(address_of(&mut tx, &target).await?.0),
        None => None,
    };
    drop(tx);
    let typed: String = typed.chars().take(300).collect();
    let typed = match &fault {
        Some(("in", _)) => (typed, String::new()),
        _ => (String::new(), typed),
    };
    let status = match fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = MovingPage {
        frame: frame(&who.reader, &t.say("move-title"), "/account/move"),
        csrf: who.csrf.clone(),
        handle: state.urls.handle(&who.member.handle),
        old,
        gone,
        typed,
        notice,
        fault,
        t,
    };
    who.reader.respond(status, &page)
}

/// `POST /account/move`
pub async fn act(Posted { who, form }: Posted) -> Response {
    let typed = form.get("address");
    let answer = match form.get("do") {
        "add" => add(&who, typed).await,
        "remove" => {
            let db = &who.reader.state.db;
            let done = moving::forget_old(db, &who.member.handle, form.get("account"), who.now);
            finished(&who, done.await.map_err(Fault::of), "removed")
        }
        "undo" => {
            let done = moving::stay(&who.reader.state.db, &who.member.handle, who.now).await;
            finished(&who, done.map_err(Fault::of), "undone")
        }
        _ => go(&who, typed, form.get("password")).await,
    };
    who.reader.answer(answer)
}

fn finished(who: &SignedIn, done: Result<(), Fault>, what: &str) -> Result<Response, Fault> {
    done?;
    who.reader.state.wake.events.notify_one();
    Ok(see(&who.reader.t.link(&format!("/account/move?done={what}"))))
}

/// The account that was typed, or what to say instead.
async fn look(who: &SignedIn, typed: &str) -> Result<Elsewhere, String> {
    let t = &who.reader.t;
    let typed: String = typed.chars().take(2_048).collect();
    who.reader.state.scout.look(typed).await.map_err(|lost| match lost {
        Lost::Nobody => t.say("move-no-account").into_owned(),
        Lost::Silent => t.say("move-silent").into_owned(),
        Lost::Here => t.say("move-here").into_owned(),
    })
}

async fn add(who: &SignedIn, typed: &str) -> Result<Response, Fault> {
    let old = match look(who, typed).await {
        Ok(old) => old,
        Err(text) => return page(who, None, typed, Some(("in", text))).await,
    };
    let db = &who.reader.state.db;
    match moving::name_old(db, &who.member.handle, &old, who.now).await.map_err(Fault::of)? {
        Named::Done => finished(who, Ok(()), "added"),
        Named::Many => {
            let text = who.reader.t.say("move-many").into_owned();
            page(who, None, typed, Some(("in", text))).await
        }
    }
}

async fn go(who: &SignedIn, typed: &str, password: &str) -> Result<Response, Fault> {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let to = match look(who, typed).await {
        Ok(to) => to,
        Err(text) => return page(who, None, typed, Some(("out", text))).await,
    };
    let (cost, id) = (cost(&state.config), who.member.id.as_str());
    let moved = moving::go(&state.db, cost, id, password, &to, who.now).await;
    let text = match moved.map_err(Fault::of)? {
        Moved::Done => return finished(who, Ok(()), "moved"),
        Moved::WrongPassword => t.say("security-wrong").into_owned(),
        Moved::NotNamed => {
            t.say1("move-not-named", "handle", &state.urls.handle(&who.member.handle))
        }
        Moved::Onward => t.say("move-onward").into_owned(),
        Moved::Soon(until) => t.say1("move-soon", "day", &t.day(until)),
    };
    page(who, None, typed, Some(("out", text))).await
}
