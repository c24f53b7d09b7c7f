//! `/account/leave` and `/account/export`: everything taken along, and the account ended for good;
//! for who is suspended, too.

use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{cost, frame};
use crate::{
    app::{
        self,
        account::{change::Changed, leave},
    },
    formats::zip::Zip,
    i18n::Speech,
    web::{
        error::Fault,
        layout::Frame,
        member::{Known, cookie, posted::KnownPosted, see},
    },
};

#[derive(Template)]
#[template(path = "account/leave.html")]
struct LeavePage {
    t: Speech,
    frame: Frame,
    csrf: String,
    handle: String,
    fault: Option<String>,
}

/// `GET /account/leave`
pub async fn show(known: Known) -> Response {
    let answer = page(&known, None);
    known.reader.answer(answer)
}

fn page(known: &Known, fault: Option<String>) -> Result<Response, Fault> {
    let t = known.reader.t.clone();
    let status = match fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    known.reader.respond(
        status,
        &LeavePage {
            frame: frame(&known.reader, &t.say("leave-title"), "/account/leave"),
            csrf: known.visitor.csrf.clone(),
            handle: known.reader.state.urls.handle(&known.visitor.member.handle),
            fault,
            t,
        },
    )
}

/// `POST /account/leave`
pub async fn go(KnownPosted { known, form }: KnownPosted) -> Response {
    let (t, state) = (&known.reader.t, &known.reader.state);
    let (cost, id) = (cost(&state.config), known.visitor.member.id.as_str());
    let left = leave::leave(&state.db, cost, id, form.get("password"), known.now).await;
    let fault = match left {
        Ok(Changed::Done(())) => {
            state.wake.events.notify_one();
            let mut response = see(&t.link("/"));
            let taken_back = cookie::taken_back(&state.config);
            response.headers_mut().insert(header::SET_COOKIE, taken_back);
            return response;
        }
        Ok(Changed::WrongPassword | Changed::Weak(_)) => t.say("security-wrong").into_owned(),
        Err(app::Error::Conflict(_)) => t.say("leave-last").into_owned(),
        Err(error) => return Fault::of(error).shown_to(&known.reader),
    };
    let answer = page(&known, Some(fault));
    known.reader.answer(answer)
}

/// `GET /account/export`: a ZIP of all that is kept of the person.
pub async fn export(known: Known) -> Response {
    let (state, id) = (&known.reader.state, known.visitor.member.id.as_str());
    let files = match leave::export(&state.db, id, known.now).await {
        Ok(files) => files,
        Err(error) => return Fault::of(error).shown_to(&known.reader),
    };
    let mut zip = Zip::default();
    let packed = files.iter().try_for_each(|(name, content)| {
        zip.begin(name)?;
        zip.write(content.as_bytes())
    });
    match packed.and_then(|()| zip.finish()) {
        Ok(bytes) => {
            let name = format!("attachment; filename=\"{}.zip\"", known.visitor.member.handle);
            let headers = [
                (header::CONTENT_TYPE, "application/zip".to_owned()),
                (header::CONTENT_DISPOSITION, name),
                (header::CACHE_CONTROL, "private, no-store".to_owned()),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "an export could not be packed");
            Fault::TooLarge.shown_to(&known.reader)
        }
    }
}
