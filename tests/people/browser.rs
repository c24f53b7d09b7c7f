//! What a person has: a browser that keeps cookies, reads forms from pages and sends them.
#![allow(dead_code, reason = "each theme uses its own part")]

use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
};

use kontor::{
    app::{
        access::Who,
        account::{self, NewAccount, passwords::Cost, sign_in},
    },
    clock::Clock,
    config::Config,
    domain::{account::Role, email::Email},
};

use crate::{
    checks,
    instance::{Engine, Instance},
};

/// What every person of these tests signs in with.
pub const PASSWORD: &str = "a plain sentence";

/// An instance whose passwords are hashed in no time.
pub async fn site(engine: Engine) -> Instance {
    site_with(engine, |_| {}).await
}

pub async fn site_with(engine: Engine, change: impl FnOnce(&mut Config)) -> Instance {
    site_at(engine, Clock::system(), change).await
}

pub async fn site_at(engine: Engine, clock: Clock, change: impl FnOnce(&mut Config)) -> Instance {
    Instance::start_at(engine, "metropolis", clock, |config| {
        config.limits.page_requests_per_address_per_minute = 100_000;
        config.accounts.password_memory_kib = 64;
        change(config);
    })
    .await
}

/// What hashing costs on [`site`].
pub const COST: Cost = Cost { memory_kib: 64 };

/// The address of somebody.
pub fn address(handle: &str) -> String {
    format!("{handle}@example.org")
}

/// Makes an account that is in use, with [`PASSWORD`].
pub async fn account(site: &Instance, handle: &str, role: Role) {
    let new = NewAccount {
        email: Email::parse(&address(handle)).unwrap(),
        handle: handle.to_owned(),
        name: format!("{handle} of the tests"),
        role,
        language: "en".into(),
    };
    let (db, urls) = (&site.state.db, &site.state.urls);
    let (_, key) = account::add(db, urls, &Who::CommandLine, new, site.now()).await.unwrap();
    let chosen = sign_in::choose_password(db, COST, &key, PASSWORD, site.now()).await.unwrap();
    assert_eq!(chosen, sign_in::Chosen::Done);
}

/// Somebody with an account, signed in.
pub async fn member(site: &Instance, handle: &str, role: Role) -> Browser {
    account(site, handle, role).await;
    let browser = Browser::new();
    browser.sign_in(site, handle).await;
    browser
}

/// Keeps cookies, follows nothing by itself.
pub struct Browser {
    http: reqwest::Client,
    cookies: Mutex<BTreeMap<String, String>>,
    /// What it calls itself.
    pub agent: String,
    /// What it says in `Sec-Fetch-Site` of forms.
    pub site: Mutex<Option<&'static str>>,
    language: &'static str,
}

static BROWSERS: AtomicU32 = AtomicU32::new(1);

impl Default for Browser {
    fn default() -> Self {
        Browser::new()
    }
}

impl Browser {
    pub fn new() -> Self {
        Browser::reading("en")
    }

    /// One whose pages are in this language.
    pub fn reading(language: &'static str) -> Self {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        Browser {
            http: http.no_proxy().build().unwrap(),
            cookies: Mutex::default(),
            agent: format!("Browser {}", BROWSERS.fetch_add(1, Ordering::Relaxed)),
            site: Mutex::new(Some("same-origin")),
            language,
        }
    }

    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.lock().unwrap().clone()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Seen {
        let cookies: Vec<_> =
            self.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request
            .header("accept-language", self.language)
            .header("accept", "text/html")
            .header("user-agent", &self.agent);
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        for given in headers.get_all("set-cookie") {
            let (pair, rest) = given.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            match rest.contains("Max-Age=0") {
                true => cookies.remove(name),
                false => cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
        Seen { status, headers, body: response.text().await.unwrap() }
    }

    pub async fn get(&self, site: &Instance, path: &str) -> Seen {
        self.send(self.http.get(format!("{}{path}", site.origin()))).await
    }

    pub async fn get_with(&self, site: &Instance, path: &str, name: &str, value: &str) -> Seen {
        let request = self.http.get(format!("{}{path}", site.origin()));
        self.send(request.header(name, value)).await
    }

    /// A page that must be there and be sound.
    pub async fn page(&self, site: &Instance, path: &str) -> String {
        let seen = self.get(site, path).await;
        assert_eq!(seen.status, 200, "{path}: {}", seen.header("location"));
        checks::page(path, &seen.body);
        seen.body
    }

    /// Sends fields as a form does.
    pub async fn post(&self, site: &Instance, path: &str, fields: &[(&str, &str)]) -> Seen {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let kind = "application/x-www-form-urlencoded";
        self.post_bytes(site, path, kind, form.finish().into_bytes()).await
    }

    pub async fn post_bytes(&self, site: &Instance, path: &str, kind: &str, body: Vec<u8>) -> Seen {
        let mut request = self.http.post(format!("{}{path}", site.origin()));
        request = request.header("content-type", kind).body(body);
        let from = *self.site.lock().unwrap();
        if let Some(from) = from {
            request = request.header("sec-fetch-site", from);
        }
        self.send(request).await
    }

    /// Fills in a form of the page and sends it. The form is the first whose action is `action`,
    /// and where `with` is not empty, that has this hidden or filled-in value in any field.
    pub async fn submit(
        &self,
        site: &Instance,
        page: &str,
        action: &str,
        fields: &[(&str, &str)],
    ) -> Seen {
        let form = forms(page).into_iter().find(|form| form.action == action);
        let form = form.unwrap_or_else(|| panic!("no form leads to {action} on\n{page}"));
        let mut all = form.fields;
        for (name, value) in fields {
            all.retain(|(known, _)| known != name);
            all.push(((*name).to_owned(), (*value).to_owned()));
        }
        let all: Vec<_> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(site, action, &all).await
    }

    /// Signs in with [`PASSWORD`], as people do.
    pub async fn sign_in(&self, site: &Instance, handle: &str) {
        let page = self.page(site, "/login").await;
        let fields = [("email", address(handle)), ("password", PASSWORD.to_owned())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let seen = self.submit(site, &page, "/login", &fields).await;
        assert_eq!((seen.status, seen.header("location")), (303, "/account"), "{}", seen.body);
    }

    /// The token of this sign-in's forms.
    pub async fn token(&self, site: &Instance) -> String {
        token(&self.page(site, "/account").await)
    }
}

/// The token in a page's forms.
pub fn token(page: &str) -> String {
    let forms = forms(page).into_iter().flat_map(|form| form.fields);
    let token = forms.into_iter().find(|(name, _)| name == "csrf");
    token.expect("a form of a signed-in person").1
}

pub struct Seen {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub body: String,
}

impl Seen {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// A form with the values a browser would send untouched.
#[derive(Debug)]
pub struct FoundForm {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

/// All forms of a page.
pub fn forms(page: &str) -> Vec<FoundForm> {
    let found = page.split("<form").skip(1).map(|rest| {
        let (head, inside) = rest.split_once('>').unwrap();
        let inside = inside.split("</form>").next().unwrap();
        FoundForm { action: attribute(head, "action").unwrap_or_default(), fields: fields(inside) }
    });
    found.collect()
}

fn fields(inside: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut select: Option<String> = None;
    for part in inside.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let value = attribute(tag, "value").unwrap_or_default();
        match tag.split([' ', '\n']).next().unwrap_or_default() {
            "input" => {
                let kind = attribute(tag, "type").unwrap_or_default();
                let is_box = kind == "checkbox" || kind == "radio";
                let name = attribute(tag, "name").unwrap_or_default();
                if !name.is_empty() && (!is_box || tag.contains(" checked")) {
                    fields.push((name, value));
                }
            }
            "textarea" => {
                fields.push((attribute(tag, "name").unwrap_or_default(), unescaped(text)));
            }
            "select" => select = attribute(tag, "name"),
            "/select" => select = None,
            "option" if tag.contains(" selected") => {
                fields.extend(select.clone().map(|name| (name, value)));
            }
            _ => {}
        }
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split_once(&format!(" {name}=\""))?.1;
    rest.split('"').next().map(unescaped)
}

/// A text of a page as people read it.
pub fn unescaped(text: &str) -> String {
    let pairs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
