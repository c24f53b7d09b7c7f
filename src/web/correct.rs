//! `GET` and `POST /cases/{page}/correct`: readers ask the editors to correct a case, or to take out
//! what names or shows them; without an account.

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::{
    cards,
    case::{self, Found},
    error::Fault,
    layout::{Frame, Place},
    reader::Reader,
};
use crate::{
    app::correction::{self, About, Draft, Flaw},
    i18n::{Locale, Speech},
    state,
    store::cases::StoredCase,
    urls,
};

/// Bytes of a form.
pub const MOST_BYTES: usize = 32 * 1024;
/// The field that people do not see and programs fill in.
const TRAP: &str = "homepage";

#[derive(Template)]
#[template(path = "correct.html")]
struct CorrectPage {
    t: Speech,
    frame: Frame,
    heading: String,
    here: String,
    case_href: String,
    title: String,
    lang: &'static str,
    dir: &'static str,
    /// The other server it comes from, which alone changes its text.
    origin: Option<String>,
    /// Id, words, and whether it is chosen.
    kinds: Vec<(&'static str, String, bool)>,
    draft: Draft,
    flaws: Vec<(&'static str, String)>,
    sent: bool,
}

impl CorrectPage {
    fn wrong(&self, field: &str) -> bool {
        self.flaws.iter().any(|(known, _)| *known == field)
    }
}

pub async fn show(reader: Reader, Path(page): Path<String>) -> Response {
    let answer = match found(&reader, &page).await {
        Ok(Found::Case(stored)) => {
            shown(&reader, StatusCode::OK, &stored, Draft::default(), &[], false)
        }
        Ok(Found::Instead(answer)) => Ok(answer),
        Err(fault) => Err(fault),
    };
    reader.answer(answer)
}

async fn found(reader: &Reader, page: &str) -> Result<Found, Fault> {
    case::find(reader, page, "/correct").await
}

pub async fn take(
    State(state): State<state::State>,
    Path(page): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let reader = Reader::of(&state, &uri, &headers).await;
    let form = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !form.is_some_and(|form| form.starts_with("application/x-www-form-urlencoded")) {
        let text = "This address takes the form of its page.\n";
        return (StatusCode::UNSUPPORTED_MEDIA_TYPE, text).into_response();
    }
    let answer = received(&reader, &page, &body).await;
    reader.answer(answer)
}

async fn received(reader: &Reader, page: &str, body: &[u8]) -> Result<Response, Fault> {
    let stored = match found(reader, page).await? {
        Found::Case(stored) => stored,
        Found::Instead(answer) => return Ok(answer),
    };
    let (mut draft, mut trapped) = (Draft::default(), false);
    for (key, value) in url::form_urlencoded::parse(body) {
        match &*key {
            "about" => draft.about = About::from_id(&value),
            "text" => draft.text = value.into_owned(),
            "contact" => draft.contact = value.into_owned(),
            TRAP => trapped |= !value.is_empty(),
            _ => {}
        }
    }
    // A program that fills in everything is thanked like everybody else, and learns nothing.
    if trapped {
        return shown(reader, StatusCode::OK, &stored, Draft::default(), &[], true);
    }
    let state = &reader.state;
    let theirs = Locale::from_tag(&state.config.network.language).unwrap_or(Locale::En);
    let theirs = Speech::new(state.texts.clone(), theirs);
    let heading = draft.about.map(|about| theirs.term("correct-about", about.id()));
    let heading = heading.unwrap_or_default();
    let now = state.clock.now_ms();
    let done = correction::ask(&state.db, &state.urls, &stored, &draft, &heading, now).await;
    match done.map_err(Fault::of)? {
        Ok(()) => shown(reader, StatusCode::OK, &stored, Draft::default(), &[], true),
        Err(flaws) => {
            let status = match flaws.contains(&Flaw::Full) {
                true => StatusCode::SERVICE_UNAVAILABLE,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            shown(reader, status, &stored, draft, &flaws, false)
        }
    }
}

fn shown(
    reader: &Reader,
    status: StatusCode,
    stored: &StoredCase,
    draft: Draft,
    flaws: &[Flaw],
    sent: bool,
) -> Result<Response, Fault> {
    let t = &reader.t;
    let heading = match sent {
        true => t.say("correct-thanks").into_owned(),
        false => t.say("correct-title").into_owned(),
    };
    let mut frame = reader.frame(Place::Cases).titled(&heading, &t.say("correct-what"));
    frame.hidden = true;
    let flaws = flaws.iter().map(|flaw| {
        let (field, key) = match flaw {
            Flaw::About => ("about", "correct-flaw-about"),
            Flaw::Text => ("text", "correct-flaw-text"),
            Flaw::Contact => ("contact", "correct-flaw-contact"),
            Flaw::Full => ("text", "correct-flaw-full"),
        };
        (field, t.say(key).into_owned())
    });
    let kinds = About::ALL
        .map(|about| (about.id(), t.term("correct-about", about.id()), draft.about == Some(about)));
    let page = CorrectPage {
        frame,
        heading,
        here: t.link(&urls::case_correct_path(&stored.page)),
        case_href: t.link(&urls::case_path(&stored.page)),
        title: stored.case.title.clone(),
        lang: stored.case.language.id(),
        dir: cards::direction(&stored.case),
        origin: (!stored.local).then(|| stored.host.clone()),
        kinds: kinds.into(),
        flaws: flaws.collect(),
        draft,
        sent,
        t: t.clone(),
    };
    let mut response = reader.respond(status, &page)?;
    // What a reader wrote is kept by nobody in between.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
