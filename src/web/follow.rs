//! How to follow from another server: addresses to copy, and the way to one's own server.

use askama::Template;
use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use url::form_urlencoded;

use crate::{
    domain::{
        search::{Facet, feeds},
        visit::{Home, Intent, NoWay, Visit},
    },
    i18n::Speech,
    store, urls,
};

use super::{
    cards::{self, Shown},
    case::{self, Found},
    error::Fault,
    layout::{Frame, Place, Site},
    member::form::is_from_here,
    reader::{Reader, policy_to_lead_away},
};

pub struct Follow {
    pub addresses: Vec<Address>,
}

pub struct Address {
    /// `@cases@cases.example.org`
    pub handle: String,
    pub what: String,
}

/// Topics of one case whose feeds are offered on its page.
const TOPICS: usize = 2;
/// Longest handle that is taken from an address.
const HANDLE_BYTES: usize = 200;
/// Largest form that is read.
const FORM_BYTES: usize = 4_000;

impl Address {
    /// Where it is followed from one's own server.
    pub fn path(&self) -> String {
        urls::follow_path(self.handle.trim_start_matches('@'))
    }
}

impl Follow {
    /// What can be followed at this instance: its network, and the same as a group (FEP-1b12).
    pub fn everything(t: &Speech, site: &Site) -> Follow {
        let address = |name: &str, what| Address { handle: format!("@{name}@{}", site.host), what };
        let own = t.say1("follow-network", "network", &site.short_name);
        let group = t.say("follow-group").into_owned();
        Follow { addresses: vec![address(&site.slug, own), address("cases", group)] }
    }

    /// One network elsewhere, by its full handle.
    pub fn one(t: &Speech, handle: &str, network: &str) -> Follow {
        let what = t.say1("follow-network", "network", network);
        Follow { addresses: vec![Address { handle: handle.to_owned(), what }] }
    }

    /// More cases like this one: its first topics here, and the network where it is ours.
    pub fn of_case(t: &Speech, site: &Site, shown: &Shown<'_>) -> Follow {
        let topics = shown.case.topics.iter().take(TOPICS).filter_map(|topic| {
            let handle = feeds::handle_of(Facet::Topic, topic.id())?;
            let label = cards::topic_label(t, topic.id());
            let what = t.say1("follow-topic", "topic", &label);
            Some(Address { handle: format!("@{handle}@{}", site.host), what })
        });
        let own = shown.local.then(|| Address {
            handle: format!("@{}", site.handle),
            what: t.say1("follow-network", "network", &site.short_name),
        });
        Follow { addresses: own.into_iter().chain(topics).collect() }
    }
}

#[derive(Template)]
#[template(path = "away.html")]
pub struct AwayPage {
    pub t: Speech,
    pub frame: Frame,
    pub heading: String,
    pub subject: Subject,
    /// What was typed, to be corrected.
    pub typed: String,
    /// Why it did not work, and what helps.
    pub fault: Option<String>,
    /// Everything that can be followed here, where nothing was chosen.
    pub follow: Follow,
}

/// What somebody wants to do something with.
pub enum Subject {
    /// Nothing chosen yet.
    Open,
    /// `metropolis@cases.example.org`
    Actor(String),
    /// A case: the last part of its page, its id, its title and what that is in.
    Case { page: String, id: String, title: String, lang: &'static str, dir: &'static str },
}

impl Subject {
    /// What to paste into the search of one's own server.
    fn pasted(&self) -> String {
        match self {
            Subject::Open => String::new(),
            Subject::Actor(handle) => format!("@{handle}"),
            Subject::Case { id, .. } => id.clone(),
        }
    }
}

/// `GET /follow`
pub async fn show(reader: Reader) -> Response {
    let query = reader.query().to_owned();
    let answer = match subject(&reader, &query).await {
        Ok(Ok(subject)) => page(&reader, subject, "", None, StatusCode::OK),
        Ok(Err(answer)) => Ok(answer),
        Err(fault) => Err(fault),
    };
    reader.answer(answer)
}

/// `POST /follow`: to the server that was typed, or the form again with what is wrong.
pub async fn go(reader: Reader, headers: HeaderMap, body: Bytes) -> Response {
    let answer = sent(&reader, &headers, &body).await;
    reader.answer(answer)
}

async fn sent(reader: &Reader, headers: &HeaderMap, body: &Bytes) -> Result<Response, Fault> {
    let form = std::str::from_utf8(body).ok().filter(|form| form.len() <= FORM_BYTES);
    let form = form.unwrap_or_default();
    let subject = match subject(reader, form).await? {
        Ok(subject) => subject,
        Err(answer) => return Ok(answer),
    };
    let typed = value(form, "server").unwrap_or_default();
    let intent = value(form, "do").and_then(|id| Intent::from_id(&id)).unwrap_or(Intent::Follow);
    let object = match &subject {
        Subject::Open => return page(reader, subject, &typed, None, StatusCode::OK),
        Subject::Actor(handle) => format!("@{handle}"),
        Subject::Case { id, .. } => id.clone(),
    };
    // A form on another site must not send people through here: they see ours first.
    if !is_from_here(&reader.state, headers) {
        return page(reader, subject, &typed, None, StatusCode::OK);
    }
    let way = match Home::parse(&typed) {
        Ok(home) => reader.state.doorbell.ring(Visit { home, intent, object }).await,
        Err(none) => Err(none),
    };
    match way {
        Ok(url) => {
            let target = HeaderValue::from_str(url.as_str()).map_err(|_| Fault::NotFound)?;
            let headers = [
                (header::LOCATION, target),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
                (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
            ];
            Ok((StatusCode::SEE_OTHER, headers).into_response())
        }
        Err(none) => {
            let why = why(&reader.t, &none, &subject.pasted());
            page(reader, subject, &typed, Some(why), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// What the query or the form is about. The answer instead where a case is gone.
async fn subject(reader: &Reader, query: &str) -> Result<Result<Subject, Response>, Fault> {
    if let Some(page) = value(query, "case") {
        return match case::find(reader, &page, "").await {
            Ok(Found::Case(stored)) => Ok(Ok(Subject::Case {
                lang: stored.case.language.id(),
                dir: cards::direction(&stored.case),
                title: stored.case.title.clone(),
                id: stored.uri.clone(),
                page,
            })),
            Ok(Found::Instead(answer)) => Ok(Err(answer)),
            Err(Fault::Moved(_)) => {
                let mut tx = reader.state.db.read().await?;
                let moved = store::cases::moved_page(&mut tx, &page).await?;
                Err(moved.map_or(Fault::NotFound, |page| Fault::Moved(urls::interact_path(&page))))
            }
            Err(fault) => Err(fault),
        };
    }
    let Some(actor) = value(query, "actor") else { return Ok(Ok(Subject::Open)) };
    let handle = actor.trim().trim_start_matches('@');
    match is_handle(handle) {
        true => Ok(Ok(Subject::Actor(handle.to_owned()))),
        false => Err(Fault::NotFound),
    }
}

/// Whether this is `name@host`, and nothing that could pass for something else.
fn is_handle(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let Some((name, host)) = text.split_once('@') else { return false };
    text.len() <= HANDLE_BYTES
        && !name.is_empty()
        && name.chars().all(plain)
        && !host.is_empty()
        && host.chars().all(|c| plain(c) || c == ':')
}

fn value(query: &str, wanted: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(key, _)| key == wanted).map(|(_, value)| value.into_owned())
}

/// What went wrong, and what to do instead.
fn why(t: &Speech, none: &NoWay, pasted: &str) -> String {
    let (text, paste) = match none {
        NoWay::NotAServer => (t.say("away-no-server").into_owned(), false),
        NoWay::Silent(host) => (t.say1("away-silent", "host", host), true),
        NoWay::NoTemplate(host) => (t.say1("away-no-template", "host", host), true),
        NoWay::Elsewhere(host) => (t.say1("away-elsewhere", "host", host), true),
    };
    match paste {
        true => format!("{text} {}", t.say1("away-paste", "address", pasted)),
        false => text,
    }
}

fn page(
    reader: &Reader,
    subject: Subject,
    typed: &str,
    fault: Option<String>,
    status: StatusCode,
) -> Result<Response, Fault> {
    let t = &reader.t;
    let mut frame = reader.frame(Place::Follow);
    let heading = match &subject {
        Subject::Open => t.say("away-open").into_owned(),
        Subject::Actor(handle) => t.say1("away-follow", "handle", &format!("@{handle}")),
        Subject::Case { .. } => t.say("away-case").into_owned(),
    };
    // The page of a form that was sent is reached by its address as well.
    frame.address = match &subject {
        Subject::Open => "/follow".to_owned(),
        Subject::Actor(handle) => urls::follow_path(handle),
        Subject::Case { page, .. } => urls::interact_path(page),
    };
    frame.hidden = !matches!(subject, Subject::Open);
    let frame = frame.titled(&heading, &t.say("away-what"));
    let follow = Follow::everything(t, &frame.site);
    let page = AwayPage {
        t: t.clone(),
        frame,
        heading,
        subject,
        typed: typed.chars().take(300).collect(),
        fault,
        follow,
    };
    let mut response = reader.respond(status, &page)?;
    let policy = policy_to_lead_away(&reader.state.config);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}
