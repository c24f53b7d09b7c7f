//! `/account/security`: another password, another address, one-time codes.

use askama::Template;
use axum::{
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use url::form_urlencoded;

use super::{cost, frame, organisation, post_of, qr::Qr, register::SentPage, weakness};
use crate::{
    app::account::{
        change::{self, Changed, Confirmed},
        codes::{self, Proposed},
    },
    domain::email::Email,
    i18n::Speech,
    store::{
        accounts::{self, Account},
        identities::{self, Identity},
    },
    web::{
        error::Fault,
        layout::Frame,
        member::{
            SignedIn, cookie,
            posted::{Open, Posted},
            see,
        },
        reader::{Reader, policy_to_lead_away},
    },
};

#[derive(Template)]
#[template(path = "account/security.html")]
struct SecurityPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    account: Account,
    /// How many recovery codes are left.
    left: i64,
    /// A secret that waits for its first code.
    proposed: Option<Proposed>,
    /// For apps: the secret and whose it is.
    otpauth: String,
    /// The same as a picture.
    qr: Option<Qr>,
    /// Recovery codes, shown this once.
    recovery: Vec<String>,
    /// What the organisation's provider is called, where there is one.
    organisation: Option<String>,
    /// How the provider knows the person.
    identity: Option<Identity>,
    /// What was typed as the new address.
    email: String,
    notice: Option<String>,
    /// What went wrong, and in which of the forms.
    fault: Option<(&'static str, String)>,
}

impl SecurityPage {
    fn fault_in(&self, form: &str) -> Option<&str> {
        self.fault.as_ref().filter(|(known, _)| *known == form).map(|(_, text)| text.as_str())
    }
}

/// What is to be said beside how things stand.
#[derive(Default)]
pub(super) struct Said {
    pub proposed: Option<Proposed>,
    pub recovery: Vec<String>,
    pub email: String,
    pub notice: Option<String>,
    pub fault: Option<(&'static str, String)>,
}

/// `GET /account/security`
pub async fn show(who: SignedIn) -> Response {
    let t = &who.reader.t;
    let mut done = form_urlencoded::parse(who.reader.query().as_bytes());
    let done = done.find(|(key, _)| key == "done").map(|(_, what)| what.into_owned());
    let notice = match done.as_deref() {
        Some("password") => Some(t.say("security-password-done").into_owned()),
        Some("codes-off") => Some(t.say("codes-off-done").into_owned()),
        Some("connected") => Some(t.say("org-connected").into_owned()),
        Some("disconnected") => Some(t.say("org-disconnected").into_owned()),
        _ => None,
    };
    let answer = page(&who, Said { notice, ..Said::default() }).await;
    who.reader.answer(answer)
}

pub(super) async fn page(who: &SignedIn, said: Said) -> Result<Response, Fault> {
    let t = who.reader.t.clone();
    let mut tx = who.reader.state.db.read().await?;
    let account = accounts::by_id(&mut tx, &who.member.id).await?.ok_or(Fault::NotFound)?;
    let left = accounts::recovery_codes_left(&mut tx, &account.id).await?;
    let issuer = &who.reader.state.config.oidc.issuer;
    let identity = identities::of_account(&mut tx, &account.id, issuer).await?;
    drop(tx);
    let status = match said.fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let encoded = |text: &str| -> String {
        let plus: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
        plus.replace('+', "%20")
    };
    let site = who.reader.state.urls.host();
    let otpauth = said.proposed.as_ref().map(|proposed| {
        let (issuer, name) = (encoded(site), encoded(&account.email));
        format!("otpauth://totp/{issuer}:{name}?secret={}&issuer={issuer}", proposed.secret)
    });
    let organisation = organisation::label(&who.reader);
    let leads_away = organisation.is_some() && identity.is_none();
    let mut response = who.reader.respond(
        status,
        &SecurityPage {
            frame: frame(&who.reader, &t.say("security-title"), "/account/security"),
            csrf: who.csrf.clone(),
            account,
            left,
            qr: otpauth.as_deref().and_then(Qr::of),
            otpauth: otpauth.unwrap_or_default(),
            proposed: said.proposed,
            recovery: said.recovery,
            organisation,
            identity,
            email: said.email,
            notice: said.notice,
            fault: said.fault,
            t,
        },
    )?;
    if leads_away {
        let policy = policy_to_lead_away(&who.reader.state.config);
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

pub(super) fn flawed(form: &'static str, text: String) -> Said {
    Said { fault: Some((form, text)), ..Said::default() }
}

/// `POST /account/password`
pub async fn password(headers: HeaderMap, Posted { who, form }: Posted) -> Response {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let typed = (form.get("password-old"), form.get("password"));
    let (cost, id) = (cost(&state.config), &who.member.id);
    let agent = agent.unwrap_or_default();
    let said = match change::password(&state.db, cost, id, typed, agent, who.now).await {
        Ok(Changed::Done(token)) => {
            let mut response = see(&t.link("/account/security?done=password"));
            let given = cookie::given(&state.config, &token);
            response.headers_mut().insert(header::SET_COOKIE, given);
            return response;
        }
        Ok(Changed::WrongPassword) => flawed("password", t.say("security-wrong").into_owned()),
        Ok(Changed::Weak(weak)) => flawed("password", weakness(t, weak)),
        Err(error) => return Fault::of(error).shown_to(&who.reader),
    };
    let answer = page(&who, said).await;
    who.reader.answer(answer)
}

/// `POST /account/email`
pub async fn email(Posted { who, form }: Posted) -> Response {
    let answer = email_asked(&who, form.get("email"), form.get("password")).await;
    who.reader.answer(answer)
}

async fn email_asked(who: &SignedIn, typed: &str, password: &str) -> Result<Response, Fault> {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let again =
        |text: String| Said { email: typed.chars().take(300).collect(), ..flawed("email", text) };
    let Ok(new) = Email::parse(typed) else {
        return page(who, again(t.say("account-no-email").into_owned())).await;
    };
    let (post, cost) = (post_of(state), cost(&state.config));
    let asked = change::email(&state.db, &post, cost, &who.member.id, password, &new, who.now);
    match asked.await.map_err(Fault::of)? {
        Changed::Done(()) => {
            state.wake.mail.notify_one();
            let notice = Some(t.say1("email-sent", "email", new.as_str()));
            page(who, Said { notice, ..Said::default() }).await
        }
        Changed::WrongPassword | Changed::Weak(_) => {
            page(who, again(t.say("security-wrong").into_owned())).await
        }
    }
}

#[derive(Template)]
#[template(path = "account/confirm.html")]
struct ConfirmPage {
    t: Speech,
    frame: Frame,
    key: String,
    /// The address that is wanted; None where the key opens nothing.
    email: Option<String>,
}

/// `GET /account/email/confirm?key=…`. Looking uses nothing up; nobody has to be signed in.
pub async fn look(mut reader: Reader) -> Response {
    reader.keep_private();
    let mut pairs = form_urlencoded::parse(reader.query().as_bytes());
    let key = pairs.find(|(name, _)| name == "key").map(|(_, key)| key.into_owned());
    let answer = confirm_page(&reader, &key.unwrap_or_default()).await;
    reader.answer(answer)
}

async fn confirm_page(reader: &Reader, key: &str) -> Result<Response, Fault> {
    let (t, state) = (reader.t.clone(), &reader.state);
    let email = change::wanted_email(&state.db, key, state.clock.now_ms()).await;
    let email = email.map_err(Fault::of)?;
    let frame = frame(reader, &t.say("email-confirm-title"), "/account/email/confirm");
    let status = if email.is_some() { StatusCode::OK } else { StatusCode::GONE };
    reader.respond(status, &ConfirmPage { t, frame, key: key.to_owned(), email })
}

/// `POST /account/email/confirm`
pub async fn confirm_email(Open { reader, form, .. }: Open) -> Response {
    let (t, state) = (&reader.t, &reader.state);
    let confirmed = change::confirm_email(&state.db, form.get("key"), state.clock.now_ms()).await;
    let text = match confirmed {
        Ok(Confirmed::Done(email)) => t.say1("email-done", "email", &email),
        Ok(Confirmed::Half) => t.say("email-half").into_owned(),
        Ok(Confirmed::NoKey) => {
            let answer = confirm_page(&reader, "").await;
            return reader.answer(answer);
        }
        Err(error) => return Fault::of(error).shown_to(&reader),
    };
    let heading = t.say("email-confirm-title").into_owned();
    let frame = frame(&reader, &heading, "/account/email/confirm");
    let page = SentPage { t: t.clone(), frame, heading, texts: vec![text] };
    reader.answer(reader.respond(StatusCode::OK, &page))
}

/// `POST /account/codes`: proposed, confirmed, ended.
pub async fn one_time(Posted { who, form }: Posted) -> Response {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let (db, id) = (&state.db, who.member.id.as_str());
    let said = match form.get("do") {
        "on" => codes::propose(db, id, who.now)
            .await
            .map(|proposed| Said { proposed: Some(proposed), ..Said::default() }),
        "confirm" => {
            let typed = (form.get("key"), form.get("code"));
            match codes::confirm(db, id, &who.session, typed, who.now).await {
                Ok(codes::Confirmed::Done(recovery)) => Ok(Said { recovery, ..Said::default() }),
                Ok(codes::Confirmed::NoKey) => Ok(flawed("codes", t.say("key-over").into_owned())),
                Ok(codes::Confirmed::WrongCode) => {
                    let proposed = codes::proposed(db, id, form.get("key"), who.now).await;
                    let wrong = flawed("codes", t.say("codes-wrong").into_owned());
                    proposed.map(|proposed| Said { proposed, ..wrong })
                }
                Err(error) => Err(error),
            }
        }
        _ => {
            let (cost, password) = (cost(&state.config), form.get("password"));
            match codes::end(db, cost, id, &who.session, password, who.now).await {
                Ok(Changed::Done(())) => {
                    return see(&t.link("/account/security?done=codes-off"));
                }
                Ok(Changed::WrongPassword | Changed::Weak(_)) => {
                    Ok(flawed("codes", t.say("security-wrong").into_owned()))
                }
                Err(error) => Err(error),
            }
        }
    };
    let answer = match said {
        Ok(said) => page(&who, said).await,
        Err(error) => Err(Fault::of(error)),
    };
    who.reader.answer(answer)
}
