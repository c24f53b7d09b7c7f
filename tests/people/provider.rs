//! The organisation's provider as a process of its own, and the way of a browser there and back.
#![allow(dead_code, reason = "each theme uses its own part")]

use std::{collections::BTreeMap, path::Path, process::Stdio};

use kontor::config::{Config, Oidc, Registration};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use super::browser::{Browser, Seen, address, site_with};
use crate::{
    checks,
    instance::{Engine, Instance},
};

const SECRET: &str = "a secret of the tests: +/%";

/// A running provider. It ends with this value.
pub struct Provider {
    pub origin: String,
    http: reqwest::Client,
    /// The open end of its standard input keeps it running.
    pub process: Child,
}

impl Provider {
    pub async fn start() -> Provider {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let node = root.join("target/provider/node");
        assert!(
            node.exists() && root.join("tests/provider/node_modules").exists(),
            "this needs Node.js 22 or newer and the packages of tests/provider: run ci/neighbours"
        );
        let mut command = Command::new(node);
        command.arg(root.join("tests/provider/server.mjs"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.kill_on_drop(true).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let origin = lines.next_line().await.unwrap().expect("the provider starts");
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        // Node.js closes connections that rest.
        let http = http.pool_max_idle_per_host(0);
        Provider { origin, http: http.no_proxy().build().unwrap(), process }
    }

    pub async fn tell(&self, command: &str, what: Value) {
        let url = format!("{}/control/{command}", self.origin);
        let answer = self.http.post(url).body(what.to_string()).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{}", answer.text().await.unwrap());
    }

    /// What a site says of this provider.
    pub fn settings(&self) -> Oidc {
        Oidc {
            issuer: self.origin.clone(),
            client_id: "kontor".into(),
            client_secret: SECRET.into(),
            label: "City <b>Hall</b>".into(),
            ..Oidc::default()
        }
    }

    /// A site that people sign in to by this provider.
    pub async fn site(&self, engine: Engine, change: impl FnOnce(&mut Config)) -> Instance {
        let site = site_with(engine, |config| {
            config.accounts.registration = Registration::Open;
            config.oidc = self.settings();
            change(config);
        })
        .await;
        self.begin(&site).await;
        site
    }

    /// With new keys.
    pub async fn begin(&self, site: &Instance) {
        let back = format!("{}/login/organisation/back", site.origin());
        self.tell("start", json!({ "redirects": [back] })).await;
    }

    /// Somebody with a confirmed address signs in there from now on.
    pub async fn person(&self, name: &str) {
        let (email, shown) = (address(name), format!("{name} <i>of</i> the city"));
        let person = json!({ "sub": name, "email": email, "email_verified": true, "name": shown });
        self.tell("person", person).await;
    }

    /// Where the provider sends a browser that comes with this address: a path of ours.
    pub async fn lead(&self, site: &Instance, address: &str) -> String {
        assert!(address.starts_with(&self.origin), "{address}");
        let mut cookies = BTreeMap::new();
        let mut at = address.to_owned();
        for _ in 0..10 {
            let held: Vec<_> =
                cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let request = self.http.get(&at).header("cookie", held.join("; "));
            let answer = request.send().await.unwrap();
            for given in answer.headers().get_all("set-cookie") {
                let pair = given.to_str().unwrap().split(';').next().unwrap();
                let (name, value) = pair.split_once('=').unwrap();
                cookies.insert(name.to_owned(), value.to_owned());
            }
            let location =
                answer.headers().get("location").map(|at| at.to_str().unwrap().to_owned());
            let Some(location) = location else {
                panic!("{at}: {} {}", answer.status(), answer.text().await.unwrap())
            };
            at = url::Url::parse(&at).unwrap().join(&location).unwrap().into();
            if let Some(path) = at.strip_prefix(site.origin()) {
                return path.to_owned();
            }
        }
        panic!("the provider leads in circles");
    }
}

/// Where newcomers are asked for what the provider does not tell.
pub const FINISH: &str = "/login/organisation/finish";

/// Presses the button and signs in at the provider; the path that leads back.
pub async fn abroad(provider: &Provider, site: &Instance, browser: &Browser) -> String {
    let page = browser.page(site, "/login").await;
    assert!(page.contains("Sign in with City &#60;b&#62;Hall&#60;/b&#62;"), "{page}");
    let sent = browser.submit(site, &page, "/login/organisation", &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    provider.lead(site, sent.header("location")).await
}

/// All the way.
pub async fn sign_in(provider: &Provider, site: &Instance, browser: &Browser) -> Seen {
    let back = abroad(provider, site, browser).await;
    let seen = browser.get(site, &back).await;
    match seen.header("location") {
        FINISH => browser.get(site, FINISH).await,
        _ => seen,
    }
}

/// Signs in for the first time, and makes the account.
pub async fn newcomer(provider: &Provider, site: &Instance, name: &str) -> Browser {
    provider.person(name).await;
    let browser = Browser::new();
    let page = sign_in(provider, site, &browser).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let fields = [("handle", name), ("terms", "yes")];
    let made = browser.submit(site, &page.body, FINISH, &fields).await;
    assert_eq!(
        (made.status, made.header("location")),
        (303, "/account/profile/1"),
        "{}",
        made.body
    );
    browser
}

/// The sign-in did not work, and says so; nobody is signed in.
pub async fn refused(site: &Instance, browser: &Browser, seen: &Seen, words: &str) {
    assert_eq!(seen.status, 422, "{words}: {}", seen.body);
    checks::page(words, &seen.body);
    assert!(seen.body.contains(words), "{words}: {}", seen.body);
    let account = browser.get(site, "/account").await;
    assert_eq!(account.header("location"), "/login?next=%2Faccount", "{words}");
}
