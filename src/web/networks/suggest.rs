//! `GET` and `POST /networks/suggest`: a network is missing, an entry is wrong, or "this is us"; without an account.

use askama::Template;
use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use crate::{
    app::suggest::{self, Draft, Flaw},
    domain::vocabulary,
    i18n::Speech,
    state,
    web::{
        cards::network_name,
        error::Fault,
        layout::{Frame, Place},
        reader::Reader,
    },
};

/// The field that people do not see and programs fill in.
const TRAP: &str = "homepage";

#[derive(Template)]
#[template(path = "suggest.html")]
pub struct SuggestPage {
    pub t: Speech,
    pub frame: Frame,
    pub heading: String,
    /// The entry that is claimed or corrected, as it is called.
    pub about: Option<String>,
    pub draft: Draft,
    /// What was wrong, as text, with the field it is about.
    pub flaws: Vec<(&'static str, String)>,
    /// It was sent, and this is the thanks.
    pub sent: bool,
}

impl SuggestPage {
    /// Whether a field was filled in wrongly.
    fn wrong(&self, field: &str) -> bool {
        self.flaws.iter().any(|(known, _)| *known == field)
    }
}

pub async fn ask(reader: Reader) -> Response {
    let mut draft = Draft::default();
    let mut pairs = url::form_urlencoded::parse(reader.query().as_bytes());
    let about = pairs.find(|(key, _)| key == "about").map(|(_, value)| value.into_owned());
    if let Some(known) = about.as_deref().and_then(vocabulary::network) {
        draft.slug.clone_from(&known.slug);
        draft.name.clone_from(&known.name);
        draft.is_claim = true;
    }
    let answer = page(&reader, StatusCode::OK, draft, &[], false);
    reader.answer(answer)
}

pub async fn take(
    State(state): State<state::State>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let reader = Reader::of(&state, &uri, &headers).await;
    let form = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let form = form.is_some_and(|form| form.starts_with("application/x-www-form-urlencoded"));
    if !form {
        let text = "This address takes the form of its page.\n";
        return (StatusCode::UNSUPPORTED_MEDIA_TYPE, text).into_response();
    }
    let answer = received(&reader, &body).await;
    reader.answer(answer)
}

async fn received(reader: &Reader, body: &[u8]) -> Result<Response, Fault> {
    let mut draft = Draft { language: reader.t.tag().to_owned(), ..Draft::default() };
    let mut trapped = false;
    for (key, value) in url::form_urlencoded::parse(body) {
        let value = value.into_owned();
        match &*key {
            "name" => draft.name = value,
            "website" => draft.website = value,
            "message" => draft.message = value,
            "contact" => draft.contact = value,
            "about" => draft.slug = value,
            "us" => draft.is_claim = true,
            TRAP => trapped |= !value.is_empty(),
            _ => {}
        }
    }
    // A program that fills in everything is thanked like everybody else, and learns nothing.
    if trapped {
        return page(reader, StatusCode::OK, Draft::default(), &[], true);
    }
    let now = reader.state.clock.now_ms();
    match suggest::suggest(&reader.state.db, draft.clone(), now).await {
        Ok(Ok(_)) => page(reader, StatusCode::OK, Draft::default(), &[], true),
        Ok(Err(flaws)) => {
            let status = match flaws.contains(&Flaw::Full) {
                true => StatusCode::SERVICE_UNAVAILABLE,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            page(reader, status, draft, &flaws, false)
        }
        Err(crate::app::Error::Store(error)) => Err(Fault::Store(error)),
        Err(_) => Err(Fault::NotFound),
    }
}

fn page(
    reader: &Reader,
    status: StatusCode,
    draft: Draft,
    flaws: &[Flaw],
    sent: bool,
) -> Result<Response, Fault> {
    let t = &reader.t;
    let about = vocabulary::network(&draft.slug).map(|entry| network_name(&entry.slug));
    let heading = match (&about, sent) {
        (_, true) => t.say("suggest-thanks").into_owned(),
        (Some(name), false) => t.say1("suggest-about", "network", name),
        (None, false) => t.say("suggest-title").into_owned(),
    };
    let mut frame = reader.frame(Place::Networks).titled(&heading, &t.say("suggest-what"));
    frame.hidden = true;
    let flaws = flaws.iter().map(|flaw| {
        let (field, key) = match flaw {
            Flaw::Name => ("name", "suggest-flaw-name"),
            Flaw::Website => ("website", "suggest-flaw-website"),
            Flaw::Message => ("message", "suggest-flaw-message"),
            Flaw::Contact => ("contact", "suggest-flaw-contact"),
            Flaw::Full => ("message", "suggest-flaw-full"),
        };
        (field, t.say(key).into_owned())
    });
    let flaws = flaws.collect();
    let t = t.clone();
    let mut response =
        reader.respond(status, &SuggestPage { t, frame, heading, about, draft, flaws, sent })?;
    // What a visitor wrote is kept by nobody in between.
    let never = axum::http::HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, never);
    Ok(response)
}
