//! Somebody sends pictures while the server is killed again and again: what they were told is saved is
//! there afterwards, in all its sizes.

use super::{
    chance::Chance,
    ring::{Node, Ran},
};
use crate::instance::{Database, Engine};
use image::{DynamicImage, ImageFormat, RgbImage};
use reqwest::{Client, RequestBuilder};
use std::{
    io::Cursor,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

/// Servers killed.
const KILLS: usize = 12;
/// Pictures in one case.
const IN_A_CASE: usize = 10;
const LIMITS: &str = "page_requests_per_address_per_minute = 1000000\n\
    [media]\nuploads_per_account_per_day = 1000000\n";

pub async fn pictures_that_were_confirmed_outlive_every_kill(engine: Engine) {
    let seed = Chance::seed();
    println!("seed {seed}");
    let folder = tempfile::tempdir().unwrap();
    let database = Database::new(engine).await;
    let node = Arc::new(Node::alone(folder.path(), "metropolis", database, engine, LIMITS).await);
    let ana = Arc::new(Ana::enter(&node).await);
    let (over, count) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let sending = tokio::spawn(send_all(ana.clone(), over.clone(), count.clone()));
    let mut chance = Chance::new(seed);
    for _ in 0..KILLS {
        tokio::time::sleep(chance.wait(300, 1_500)).await;
        node.kill().await;
        node.spawn().await;
        // At least one is sent between two kills.
        let before = count.load(Ordering::Relaxed);
        for _ in 0..600 {
            if count.load(Ordering::Relaxed) > before {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
    over.store(true, Ordering::Relaxed);
    let sent = sending.await.unwrap();
    println!("{} pictures were confirmed, {} tries broken off", sent.confirmed.len(), sent.broken);
    assert!(sent.confirmed.len() >= KILLS && sent.broken > 0);
    let mut shown = Vec::new();
    for case in &sent.cases {
        let (status, page) = ana.get(&format!("{case}/pictures")).await.unwrap();
        assert_eq!(status, 200, "{case}");
        let sets = page.split("srcset=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for set in sets {
            for path in set.split(", ").filter_map(|one| one.split(' ').next()) {
                let bytes = ana.bytes(path).await;
                let read = image::load_from_memory(&bytes);
                let read = read.unwrap_or_else(|error| panic!("{path}: {error}"));
                shown.push((case.clone(), read.width()));
            }
        }
    }
    for confirmed in &sent.confirmed {
        assert!(shown.contains(confirmed), "{confirmed:?} was confirmed and is not there");
    }
    node.kill().await;
}

struct Sent {
    cases: Vec<String>,
    /// Path of the case, and the width that tells a picture from the others.
    confirmed: Vec<(String, u32)>,
    broken: usize,
}

async fn send_all(ana: Arc<Ana>, over: Arc<AtomicBool>, count: Arc<AtomicUsize>) -> Sent {
    let mut sent = Sent { cases: Vec::new(), confirmed: Vec::new(), broken: 0 };
    let (mut width, mut tried) = (500, 0);
    while !over.load(Ordering::Relaxed) {
        if sent.cases.is_empty() || tried == IN_A_CASE {
            match ana.begin().await {
                Some(case) => {
                    sent.cases.push(case);
                    tried = 0;
                }
                None => {
                    sent.broken += 1;
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            }
        }
        let case = sent.cases.last().unwrap().clone();
        // Never the same twice: one that was broken off may be there all the same.
        width += 1;
        tried += 1;
        match ana.send(&case, width).await {
            Some(303) => {
                count.fetch_add(1, Ordering::Relaxed);
                sent.confirmed.push((case, width));
            }
            Some(status) => panic!("a picture was answered with {status}"),
            None => {
                sent.broken += 1;
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    sent
}

/// Somebody with an account, signed in.
struct Ana {
    http: Client,
    origin: String,
    cookies: Mutex<Vec<String>>,
    csrf: String,
}

impl Ana {
    async fn enter(node: &Node) -> Self {
        let add = ["account", "add", "ana@example.org", "--handle", "ana", "--name", "Ana"];
        let add = [&add[..], &["--role", "citymaker"]].concat();
        let Ran::Ended { code: 0, out, .. } = node.run(&add, None).await else {
            panic!("no account could be made")
        };
        let (_, rest) = out.split_once("?key=").expect("a link");
        let key = rest.split_whitespace().next().unwrap().to_owned();
        let http = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        let mut ana = Ana {
            http: http.timeout(Duration::from_secs(20)).build().unwrap(),
            origin: format!("http://{}", node.host()),
            cookies: Mutex::default(),
            csrf: String::new(),
        };
        let password = ("password", "a plain sentence");
        let chosen = ana.post("/password", &[("key", &key), password]).await;
        assert_eq!(chosen.map(|(status, _)| status), Some(303));
        let entered = ana.post("/login", &[("email", "ana@example.org"), password]).await;
        assert_eq!(entered.map(|(status, _)| status), Some(303));
        let (_, page) = ana.get("/account").await.unwrap();
        let (_, rest) = page.split_once("name=\"csrf\" value=\"").expect("a form of hers");
        ana.csrf = rest.split('"').next().unwrap().to_owned();
        ana
    }

    /// Status, where it leads, and the body; None when the server was killed meanwhile.
    async fn ask(&self, request: RequestBuilder) -> Option<(u16, String, Vec<u8>)> {
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

    async fn get(&self, path: &str) -> Option<(u16, String)> {
        // It may be starting.
        for _ in 0..600 {
            let url = format!("{}{path}", self.origin);
            if let Some((status, _, body)) = self.ask(self.http.get(url)).await {
                return Some((status, String::from_utf8_lossy(&body).into_owned()));
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        None
    }

    async fn bytes(&self, path: &str) -> Vec<u8> {
        let (status, _, body) =
            self.ask(self.http.get(format!("{}{path}", self.origin))).await.unwrap();
        assert_eq!(status, 200, "{path}");
        body
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Option<(u16, String)> {
        let body = {
            let mut form = url::form_urlencoded::Serializer::new(String::new());
            form.extend_pairs(fields).finish()
        };
        let request = self.http.post(format!("{}{path}", self.origin)).body(body);
        let kind = "application/x-www-form-urlencoded";
        let (status, to, _) = self.ask(request.header("content-type", kind)).await?;
        Some((status, to))
    }

    async fn begin(&self) -> Option<String> {
        let (status, to) = self.post("/write", &[("csrf", &self.csrf)]).await?;
        assert_eq!(status, 303);
        Some(to)
    }

    /// Sends a picture that is so wide.
    async fn send(&self, case: &str, width: u32) -> Option<u16> {
        let mut jpeg = Cursor::new(Vec::new());
        let picture = DynamicImage::ImageRgb8(RgbImage::new(width, 300));
        picture.write_to(&mut jpeg, ImageFormat::Jpeg).unwrap();
        let mut body = Vec::new();
        for (name, value) in [
            ("csrf", self.csrf.as_str()),
            ("alt", "A street"),
            ("credit", "City of Rain"),
            ("licence", "CC0-1.0"),
        ] {
            let head = "--xYz\r\nContent-Disposition: form-data; name=";
            body.extend(format!("{head}\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        body.extend(
            b"--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\
              Content-Type: image/jpeg\r\n\r\n",
        );
        body.extend(jpeg.into_inner());
        body.extend(b"\r\n--xYz--\r\n");
        let request = self.http.post(format!("{}{case}/pictures/add", self.origin)).body(body);
        let kind = "multipart/form-data; boundary=xYz";
        Some(self.ask(request.header("content-type", kind)).await?.0)
    }
}
