//! `/account/suspended`: why an account is suspended, and what the person answers.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::frame;
use crate::{
    app::{self, account::leave},
    i18n::Speech,
    store::accounts,
    web::{
        error::Fault,
        layout::Frame,
        member::{Known, posted::KnownPosted, see},
    },
};

#[derive(Template)]
#[template(path = "account/suspended.html")]
struct SuspendedPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    reason: String,
    /// What was answered, or typed.
    appeal: String,
    notice: Option<String>,
    fault: Option<String>,
}

/// `GET /account/suspended`
pub async fn show(known: Known) -> Response {
    if known.visitor.is_active() {
        return see(&known.reader.t.link("/account"));
    }
    let answer = page(&known, None).await;
    known.reader.answer(answer)
}

async fn page(known: &Known, refused: Option<&str>) -> Result<Response, Fault> {
    let t = &known.reader.t;
    let mut tx = known.reader.state.db.read().await?;
    let account = accounts::by_id(&mut tx, &known.visitor.member.id).await?;
    drop(tx);
    let account = account.ok_or(Fault::NotFound)?;
    let frame = frame(&known.reader, &t.say("suspended-title"), "/account/suspended");
    let notice = account.appealed_at.filter(|_| refused.is_none());
    let page = SuspendedPage {
        t: t.clone(),
        frame,
        csrf: known.visitor.csrf.clone(),
        reason: account.state_note,
        notice: notice.map(|at| t.say1("appeal-sent", "day", &t.day(at))),
        fault: refused.map(|_| t.say("appeal-flaw").into_owned()),
        appeal: refused.map_or(account.appeal, str::to_owned),
    };
    let status = match page.fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    known.reader.respond(status, &page)
}

/// `POST /account/suspended`
pub async fn answer(KnownPosted { known, form }: KnownPosted) -> Response {
    let (db, id) = (&known.reader.state.db, known.visitor.member.id.as_str());
    let text = form.get("appeal");
    match leave::appeal(db, id, text, known.now).await {
        Ok(()) | Err(app::Error::Conflict(_)) => see(&known.reader.t.link("/account/suspended")),
        Err(app::Error::Invalid(_)) => {
            let answer = page(&known, Some(text)).await;
            known.reader.answer(answer)
        }
        Err(error) => Fault::of(error).shown_to(&known.reader),
    }
}
