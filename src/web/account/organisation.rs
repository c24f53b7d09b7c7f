//! `/login/organisation`: to the organisation's provider and back, as a sign-in or to connect an account.

use askama::Template;
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use url::form_urlencoded;

use super::{
    cost, frame, login, post_of,
    register::{SentPage, let_in, waits},
    security,
};
use crate::{
    app::account::{
        organisation::{self, Abroad, Arrived, Rules, Why, Wish},
        register::{Finished, Flaw},
    },
    config::Config,
    domain::organisation::{Errand, Trouble, Vouched},
    i18n::Speech,
    store::accounts,
    web::{
        error::Fault,
        layout::Frame,
        member::{
            SignedIn, cookie, local_path,
            posted::{Open, Posted},
            see,
        },
        own,
        reader::Reader,
    },
};

/// Where who has no account yet is asked what the provider does not tell.
const FINISH: &str = "/login/organisation/finish";

/// What the provider is called; None where there is none.
pub(super) fn label(reader: &Reader) -> Option<String> {
    let oidc = &reader.state.config.oidc;
    oidc.is_on().then(|| match oidc.label.is_empty() {
        true => reader.t.say("org-label").into_owned(),
        false => oidc.label.clone(),
    })
}

fn rules(config: &Config) -> Rules<'_> {
    Rules { oidc: &config.oidc, registration: config.accounts.registration }
}

fn errand(reader: &Reader) -> Errand {
    organisation::errand(reader.state.urls.absolute("/login/organisation/back"))
}

/// `POST /login/organisation`: off to the provider.
pub async fn leave(Open { reader, form, .. }: Open) -> Response {
    if !reader.state.config.oidc.is_on() {
        return Fault::NotFound.shown_to(&reader);
    }
    let next = local_path(form.get("next")).unwrap_or_default();
    let answer = sent(&reader, next, None).await;
    let answer = match answer {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(trouble)) => again(&reader, next, trouble_text(&reader, trouble)),
        Err(fault) => Err(fault),
    };
    reader.answer(answer)
}

/// Leads the browser to the provider; `account` is to be connected there.
async fn sent(
    reader: &Reader,
    next: &str,
    account: Option<&str>,
) -> Result<Result<Response, Trouble>, Fault> {
    let (state, errand) = (&reader.state, errand(reader));
    let address = match state.organisation.address(&errand).await {
        Ok(address) => address,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let now = state.clock.now_ms();
    let held = organisation::leave(&state.db, &errand, next, account, now).await;
    let held = held.map_err(Fault::of)?;
    let target = HeaderValue::from_str(address.as_str()).map_err(|_| Fault::NotFound)?;
    let headers = [
        (header::LOCATION, target),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (header::SET_COOKIE, cookie::given_abroad(&state.config, &held)),
    ];
    Ok(Ok((StatusCode::SEE_OTHER, headers).into_response()))
}

/// The page to sign in, with what went wrong.
fn again(reader: &Reader, next: &str, fault: String) -> Result<Response, Fault> {
    login::page(reader, StatusCode::UNPROCESSABLE_ENTITY, next, "", None, Some(fault))
}

fn trouble_text(reader: &Reader, trouble: Trouble) -> String {
    let label = label(reader).unwrap_or_default();
    match trouble {
        Trouble::Silent => reader.t.say1("org-silent", "label", &label),
        Trouble::Refused => reader.t.say("org-over").into_owned(),
        Trouble::Untrusted => reader.t.say1("org-untrusted", "label", &label),
    }
}

fn why_text(reader: &Reader, why: &Why) -> String {
    let (t, label) = (&reader.t, label(reader).unwrap_or_default());
    match why {
        Why::NoEmail => t.say1("org-no-email", "label", &label),
        Why::Domain => t.say("org-domain").into_owned(),
        Why::Known(email) => t.say2("org-known", "label", &label, "email", email),
        Why::Closed => t.say("org-closed").into_owned(),
        Why::Waiting => t.say("login-waiting").into_owned(),
        Why::Other => t.say1("org-other", "label", &label),
    }
}

/// What the provider sent along with the browser.
#[derive(Default)]
struct Brought {
    code: String,
    state: String,
    error: String,
    /// RFC 9207.
    issuer: Option<String>,
}

impl Brought {
    fn read(query: &str) -> Brought {
        let mut brought = Brought::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "code" => brought.code = value.into_owned(),
                "state" => brought.state = value.into_owned(),
                "error" => brought.error = value.into_owned(),
                "iss" => brought.issuer = Some(value.into_owned()),
                _ => {}
            }
        }
        brought
    }
}

/// `GET /login/organisation/back`: the browser comes back from the provider.
pub async fn back(mut reader: Reader, uri: Uri, headers: HeaderMap) -> Response {
    reader.keep_private();
    if !reader.state.config.oidc.is_on() {
        return Fault::NotFound.shown_to(&reader);
    }
    // Of the address itself: some providers give codes that are longer than what a reader keeps.
    let brought = Brought::read(uri.query().unwrap_or_default());
    let answer = arrived(&reader, &headers, &brought).await;
    let mut response = reader.answer(answer);
    let spent = cookie::abroad_taken_back(&reader.state.config);
    response.headers_mut().append(header::SET_COOKIE, spent);
    response
}

async fn arrived(
    reader: &Reader,
    headers: &HeaderMap,
    brought: &Brought,
) -> Result<Response, Fault> {
    let (t, state) = (&reader.t, &reader.state);
    let held = cookie::abroad(&state.config, headers).unwrap_or_default();
    let now = state.clock.now_ms();
    let abroad = organisation::back(&state.db, &held, &brought.state, now).await;
    let Some(abroad) = abroad.map_err(Fault::of)? else {
        return again(reader, "", t.say("org-over").into_owned());
    };
    let next = local_path(&abroad.next).unwrap_or_default().to_owned();
    let vouched = match vouched(reader, brought, &abroad).await {
        Ok(vouched) => vouched,
        Err(text) => return again(reader, &next, text),
    };
    if let Some(account) = &abroad.account {
        return connected(reader, account, &vouched).await;
    }
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let former = cookie::token(&state.config, headers);
    let (agent, former) = (agent.unwrap_or_default(), former.as_deref());
    let rules = rules(&state.config);
    let arrived = organisation::arrive(&state.db, rules, &vouched, agent, former, now).await;
    match arrived.map_err(Fault::of)? {
        Arrived::In(token) => {
            let mut response = see(&t.link(if next.is_empty() { login::USUAL } else { &next }));
            let given = cookie::given(&state.config, &token);
            response.headers_mut().append(header::SET_COOKIE, given);
            Ok(response)
        }
        Arrived::Code(key) => login::code_page(reader, StatusCode::OK, &key, &next, None),
        Arrived::New(key) => {
            let mut response = see(&t.link(FINISH));
            let given = cookie::given_newcomer(&state.config, &key);
            response.headers_mut().append(header::SET_COOKIE, given);
            Ok(response)
        }
        Arrived::Not(why) => again(reader, &next, why_text(reader, &why)),
    }
}

/// What the provider says of who came back, or what to tell them instead.
async fn vouched(reader: &Reader, brought: &Brought, abroad: &Abroad) -> Result<Vouched, String> {
    let (t, state) = (&reader.t, &reader.state);
    let elsewhere = |issuer: &String| *issuer != state.config.oidc.issuer;
    if brought.issuer.as_ref().is_some_and(elsewhere) {
        tracing::warn!("an answer of another provider was brought back");
        return Err(trouble_text(reader, Trouble::Untrusted));
    }
    if !brought.error.is_empty() || brought.code.is_empty() {
        let error: String =
            brought.error.chars().filter(|c| c.is_ascii_graphic()).take(80).collect();
        tracing::info!(error, "the organisation's provider signed nobody in");
        return Err(t.say1("org-denied", "label", &label(reader).unwrap_or_default()));
    }
    let vouched = state.organisation.who(&abroad.errand, &brought.code).await;
    vouched.map_err(|trouble| trouble_text(reader, trouble))
}

/// Connects an account, if its owner is still who holds this browser.
async fn connected(reader: &Reader, account: &str, vouched: &Vouched) -> Result<Response, Fault> {
    let (t, state) = (&reader.t, &reader.state);
    let owner = reader.visitor.as_ref().filter(|visitor| visitor.is_active());
    if owner.is_none_or(|visitor| visitor.member.id != account) {
        return again(reader, "/account/security", t.say("org-over").into_owned());
    }
    let now = state.clock.now_ms();
    let done = organisation::connect(&state.db, account, vouched, now).await;
    match done.map_err(Fault::of)? {
        Ok(()) => Ok(see(&t.link("/account/security?done=connected"))),
        Err(why) => {
            let heading = t.say("security-title").into_owned();
            let frame = frame(reader, &heading, "/account/security");
            let texts = vec![why_text(reader, &why)];
            let page = SentPage { t: t.clone(), frame, heading, texts };
            reader.respond(StatusCode::CONFLICT, &page)
        }
    }
}

#[derive(Template)]
#[template(path = "account/newcomer.html")]
struct NewcomerPage {
    t: Speech,
    frame: Frame,
    /// What the provider is called.
    label: String,
    /// None where the key opens nothing.
    email: Option<String>,
    name: String,
    handle: String,
    /// Behind the handle.
    host: String,
    has_accepted: bool,
    /// What is wrong, with the field it is about.
    flaws: Vec<(&'static str, String)>,
}

impl NewcomerPage {
    fn wrong(&self, field: &str) -> bool {
        self.flaws.iter().any(|(known, _)| *known == field)
    }
}

#[derive(Default)]
struct Typed<'a> {
    name: &'a str,
    handle: &'a str,
    has_accepted: bool,
}

async fn newcomer_page(
    reader: &Reader,
    status: StatusCode,
    key: &str,
    typed: Option<Typed<'_>>,
    flaws: &[Flaw],
) -> Result<Response, Fault> {
    let (t, state) = (reader.t.clone(), &reader.state);
    let found = organisation::newcomer(&state.db, key, state.clock.now_ms()).await;
    let found = found.map_err(Fault::of)?;
    let status = if found.is_some() { status } else { StatusCode::GONE };
    let flaws = flaws.iter().filter_map(|flaw| match flaw {
        Flaw::Name => Some(("name", t.say("flaw-name").into_owned())),
        Flaw::Handle => Some(("handle", t.say("flaw-handle").into_owned())),
        Flaw::HandleTaken => Some(("handle", t.say("flaw-handle-taken").into_owned())),
        Flaw::Terms => Some(("terms", t.say("flaw-terms").into_owned())),
        Flaw::Password(_) => None,
    });
    // At first the name is what the provider calls them.
    let named = found.as_ref().map_or("", |(newcomer, _)| &newcomer.name);
    let typed = typed.unwrap_or(Typed { name: named, ..Typed::default() });
    let name = typed.name.chars().take(200).collect();
    let handle = typed.handle.chars().take(200).collect();
    let has_accepted = typed.has_accepted;
    let page = NewcomerPage {
        flaws: flaws.collect(),
        frame: frame(reader, &t.say("register-title"), "/login"),
        label: label(reader).unwrap_or_default(),
        email: found.map(|(_, email)| email),
        name,
        handle,
        host: state.urls.host().to_owned(),
        has_accepted,
        t,
    };
    reader.respond(status, &page)
}

/// `GET /login/organisation/finish`: who comes from the provider and has no account yet is asked what it
/// does not tell. The key is in a cookie, so that the page can be had again, in another language too,
/// and that no address makes somebody finish what another person began.
pub async fn look(mut reader: Reader, headers: HeaderMap) -> Response {
    reader.keep_private();
    let key = cookie::newcomer(&reader.state.config, &headers).unwrap_or_default();
    let answer = newcomer_page(&reader, StatusCode::OK, &key, None, &[]).await;
    reader.answer(answer)
}

/// `POST /login/organisation/finish`: the account of who had none.
pub async fn finish(Open { reader, headers, form }: Open) -> Response {
    let (state, now) = (&reader.state, reader.state.clock.now_ms());
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let former = cookie::token(&state.config, &headers);
    let accepted = (form.get("terms") == "yes").then(|| own::terms_version(&reader));
    let key = cookie::newcomer(&state.config, &headers).unwrap_or_default();
    let wish = Wish {
        name: form.get("name"),
        handle: form.get("handle"),
        terms: accepted.as_deref(),
        language: reader.t.tag(),
        agent: agent.unwrap_or_default(),
        former: former.as_deref(),
    };
    let rules = rules(&state.config);
    let done = organisation::finish(&state.db, &post_of(state), rules, &key, wish, now).await;
    let answer = match done {
        Ok(Finished::In(token)) => {
            let mut response = let_in(&reader, &token);
            let spent = cookie::newcomer_taken_back(&state.config);
            response.headers_mut().append(header::SET_COOKIE, spent);
            Ok(response)
        }
        Ok(Finished::Waiting) => waits(&reader),
        Ok(Finished::Flawed(flaws)) => {
            let has_accepted = accepted.is_some();
            let typed = Typed { name: wish.name, handle: wish.handle, has_accepted };
            newcomer_page(&reader, StatusCode::UNPROCESSABLE_ENTITY, &key, Some(typed), &flaws)
                .await
        }
        Ok(Finished::NoKey) => newcomer_page(&reader, StatusCode::GONE, "", None, &[]).await,
        Err(error) => Err(Fault::of(error)),
    };
    reader.answer(answer)
}

/// `POST /account/organisation`: somebody with an account connects it to the provider, or ends that.
pub async fn change(Posted { who, form }: Posted) -> Response {
    let answer = match form.get("do") {
        "connect" => connect(&who, form.get("password")).await,
        _ => disconnect(&who, form.get("password")).await,
    };
    who.reader.answer(answer)
}

async fn connect(who: &SignedIn, password: &str) -> Result<Response, Fault> {
    let (t, state, id) = (&who.reader.t, &who.reader.state, who.member.id.as_str());
    let cost = cost(&state.config);
    let may = organisation::may_connect(&state.db, cost, id, password, who.now).await;
    let fault = match may.map_err(Fault::of)? {
        false => t.say("security-wrong").into_owned(),
        true => match sent(&who.reader, "", Some(id)).await? {
            Ok(response) => return Ok(response),
            Err(trouble) => trouble_text(&who.reader, trouble),
        },
    };
    security::page(who, security::flawed("organisation", fault)).await
}

async fn disconnect(who: &SignedIn, password: &str) -> Result<Response, Fault> {
    let (t, state, id) = (&who.reader.t, &who.reader.state, who.member.id.as_str());
    let (cost, issuer) = (cost(&state.config), state.config.oidc.issuer.as_str());
    let done = organisation::disconnect(&state.db, cost, id, issuer, password, who.now).await;
    if done.map_err(Fault::of)? {
        return Ok(see(&t.link("/account/security?done=disconnected")));
    }
    let account = accounts::by_id(&mut state.db.read().await?, id).await?;
    let key = match account.is_some_and(|account| account.password.is_empty()) {
        true => "org-last",
        false => "security-wrong",
    };
    security::page(who, security::flawed("organisation", t.say(key).into_owned())).await
}
