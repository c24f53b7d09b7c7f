//! Somebody who works on a server that is killed again and again.

use std::{sync::Mutex, time::Duration};

use reqwest::{Client, RequestBuilder};

use super::ring::{Node, Ran};

/// Somebody with an account, signed in.
pub struct Person {
    pub http: Client,
    pub origin: String,
    cookies: Mutex<Vec<String>>,
    pub csrf: String,
}

impl Person {
    /// Makes the account and signs in.
    pub async fn enter(node: &Node, handle: &str, role: &str) -> Self {
        let email = format!("{handle}@example.org");
        let add = ["account", "add", &email, "--handle", handle, "--name", handle, "--role", role];
        let Ran::Ended { code: 0, out, .. } = node.run(&add, None).await else {
            panic!("no account could be made")
        };
        let (_, rest) = out.split_once("?key=").expect("a link");
        let key = rest.split_whitespace().next().unwrap().to_owned();
        let http = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        let mut person = Person {
            http: http.timeout(Duration::from_secs(20)).build().unwrap(),
            origin: format!("http://{}", node.host()),
            cookies: Mutex::default(),
            csrf: String::new(),
        };
        let password = ("password", "a plain sentence");
        let chosen = person.post("/password", &[("key", &key), password]).await;
        assert_eq!(chosen.map(|(status, _)| status), Some(303));
        let entered = person.post("/login", &[("email", &email), password]).await;
        assert_eq!(entered.map(|(status, _)| status), Some(303));
        let (_, page) = person.get("/account").await.unwrap();
        let (_, rest) = page.split_once("name=\"csrf\" value=\"").expect("a form with a token");
        person.csrf = rest.split('"').next().unwrap().to_owned();
        person
    }

    /// Status, where it leads, and the body; None when the server was killed meanwhile.
    pub async fn ask(&self, request: RequestBuilder) -> Option<(u16, String, Vec<u8>)> {
        let cookies = self.cookies.lock().unwrap().join("; ");
        let request = request.header("accept", "text/html").header("cookie", cookies);
        let response = request.header("sec-fetch-site", "same-origin").send().await.ok()?;
        for given in response.headers().get_all("set-cookie") {
            let pair = given.to_str().unwrap().split(';').next().unwrap().to_owned();
            self.cookies.lock().unwrap().push(pair);
        }
        let status = response.status().as_u16();
        let to = response.headers().get("location").map_or("", |to| to.to_str().unwrap());
        let to = to.to_owned();
        Some((status, to, response.bytes().await.ok()?.to_vec()))
    }

    /// Status and page; waits while the server starts.
    pub async fn get(&self, path: &str) -> Option<(u16, String)> {
        for _ in 0..600 {
            let url = format!("{}{path}", self.origin);
            if let Some((status, _, body)) = self.ask(self.http.get(url)).await {
                return Some((status, String::from_utf8_lossy(&body).into_owned()));
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        None
    }

    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let (status, _, body) =
            self.ask(self.http.get(format!("{}{path}", self.origin))).await.unwrap();
        assert_eq!(status, 200, "{path}");
        body
    }

    /// Status, and where it leads; None when the server was killed meanwhile.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Option<(u16, String)> {
        let body = {
            let mut form = url::form_urlencoded::Serializer::new(String::new());
            form.extend_pairs(fields).finish()
        };
        let request = self.http.post(format!("{}{path}", self.origin)).body(body);
        let kind = "application/x-www-form-urlencoded";
        let (status, to, _) = self.ask(request.header("content-type", kind)).await?;
        Some((status, to))
    }

    /// The path of a case that was begun.
    pub async fn begin(&self) -> Option<String> {
        let (status, to) = self.post("/write", &[("csrf", &self.csrf)]).await?;
        assert_eq!(status, 303);
        Some(to)
    }
}
