//! The client itself: the only place in this program that builds an HTTP client.

use super::address;
use super::answer::{self, Answer, EXCERPT_CHARS};
use super::guard::Guard;
use super::media_type::{
    ACCEPT_AP, ACCEPT_CSV, ACCEPT_PICTURE, is_activity, is_list, is_picture, is_plain_json,
};
use super::{FetchConfig, FetchError, Fetched, FetchedObject, Mode};
use crate::federation::json::{self, ShapeError};
use crate::federation::object::host_of;
use crate::federation::signature::dialects::{Dialects, may_be_the_dialect};
use crate::federation::signature::{Dialect, SignerAt};
use axum::body::Bytes;
use axum::http::header::{ACCEPT, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Request};
use reqwest::{Certificate, Response};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use url::Url;

/// A peer that does not take a connection within this time is down for now.
const CONNECT_MS: u64 = 10_000;
/// Deliveries come in bursts: keep a few connections per host, and not for long.
const IDLE_PER_HOST: usize = 4;
const IDLE_SECONDS: u64 = 60;
/// How much of the answer to a delivery is read at most, and for how long.
const ANSWER_BYTES: usize = 4096;
const ANSWER_MS: u64 = 2000;

/// Speaks to other servers. Cheap to clone; all clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    mode: Mode,
    timeout_ms: u64,
    json_max_bytes: usize,
    max_redirects: usize,
    dialects: Arc<Dialects>,
}

impl Client {
    /// Builds the client. Fails on a certificate that cannot be read, or, in public mode, where
    /// the system has no certificate authorities.
    pub fn new(config: &FetchConfig) -> Result<Self, FetchError> {
        let guard = Guard::new(config.mode, &config.allowed_ranges, config.hosts.clone());
        let http = builder(config)?.dns_resolver(guard).build();
        Ok(Self {
            http: http.map_err(|error| FetchError::setup(&error))?,
            mode: config.mode,
            timeout_ms: config.timeout_ms,
            json_max_bytes: config.json_max_bytes,
            max_redirects: config.max_redirects,
            dialects: Arc::default(),
        })
    }

    /// Which dialect of signatures each host takes.
    pub fn dialects(&self) -> &Dialects {
        &self.dialects
    }

    /// Reads `text` as a URL we may ask, in its one spelling and without its fragment.
    pub fn url(&self, text: &str) -> Result<Url, FetchError> {
        address::parse(self.mode, text)
            .map_err(|why| FetchError::Url { url: answer::clean(text, 200), why })
    }

    /// Fetches what says of itself that it is ActivityPub. The bytes are not looked at yet.
    pub async fn get_ap(
        &self,
        url: &Url,
        signer: Option<SignerAt<'_>>,
    ) -> Result<Fetched, FetchError> {
        self.get(url, ACCEPT_AP, is_activity, self.json_max_bytes, signer).await
    }

    /// Fetches plain JSON, such as WebFinger and NodeInfo; `accept` is what is asked for.
    /// The answer is one JSON object of bounded depth.
    pub async fn get_json(&self, url: &Url, accept: &'static str) -> Result<Fetched, FetchError> {
        let fetched = self.get(url, accept, is_plain_json, self.json_max_bytes, None).await?;
        shaped(&fetched)?;
        Ok(fetched)
    }

    /// Fetches a list in CSV or plain text of at most `max_bytes`.
    pub async fn get_list(&self, url: &Url, max_bytes: usize) -> Result<Fetched, FetchError> {
        self.get(url, ACCEPT_CSV, is_list, max_bytes, None).await
    }

    /// Fetches the bytes of a picture of at most `max_bytes`; what they are is not looked at yet.
    pub async fn get_picture(&self, url: &Url, max_bytes: usize) -> Result<Fetched, FetchError> {
        self.get(url, ACCEPT_PICTURE, is_picture, max_bytes, None).await
    }

    /// Fetches the object whose id is `url`: it must stand where its id says. If it names
    /// another id of the same origin, that is asked instead, once.
    pub async fn get_object(
        &self,
        url: &Url,
        signer: Option<SignerAt<'_>>,
    ) -> Result<FetchedObject, FetchError> {
        let asked = self.checked(url)?;
        let fetched = self.get_ap(&asked, signer).await?;
        let (id, value) = identified(&fetched)?;
        if stands_at(&id, &asked, &fetched.url) {
            return Ok(FetchedObject { id, body: fetched.body, value });
        }
        let elsewhere = || FetchError::Id { url: fetched.url.to_string(), found: id.to_string() };
        if id.origin() != fetched.url.origin() {
            return Err(elsewhere());
        }
        let again = self.get_ap(&self.checked(&id)?, signer).await?;
        let (found, value) = identified(&again)?;
        match found == id && stands_at(&id, &id, &again.url) {
            true => Ok(FetchedObject { id, body: again.body, value }),
            false => Err(elsewhere()),
        }
    }

    /// Delivers `body` with `headers` (signed by the caller for exactly this `url`). Never
    /// follows a redirect. `timeout` bounds the whole exchange.
    pub async fn post(
        &self,
        url: &Url,
        headers: HeaderMap,
        body: Bytes,
        timeout: Duration,
    ) -> Result<Answer, FetchError> {
        let url = self.checked(url)?;
        let ms = u64::try_from(timeout.as_millis()).unwrap_or(u64::MAX);
        let deadline = Instant::now() + timeout;
        let sent = answer::date(&headers);
        let request = self.http.post(url.clone()).headers(headers).body(body);
        let response = self.send(request, &url, deadline, ms).await?;
        let status = response.status().as_u16();
        let retry_after = answer::retry_after(response.headers(), sent);
        // The status is what counts; a peer that dawdles over the text gets no more of our time.
        let deadline = deadline.min(Instant::now() + Duration::from_millis(ANSWER_MS));
        let text = beginning(response, deadline).await;
        let body_excerpt = answer::clean(&String::from_utf8_lossy(&text), EXCERPT_CHARS);
        Ok(Answer { status, retry_after, body_excerpt })
    }

    /// Sends a request as it is and reads the whole answer, whatever its status; no redirect is
    /// followed. Through `open` where one is given: it asks addresses that this client does not.
    pub(super) async fn exchange(
        &self,
        request: Request<Vec<u8>>,
        open: Option<&reqwest::Client>,
    ) -> Result<axum::http::Response<Vec<u8>>, FetchError> {
        let (parts, body) = request.into_parts();
        let url = parts.uri.to_string();
        let url = match open {
            Some(_) => Url::parse(&url).map_err(|_| FetchError::Url {
                url: answer::clean(&url, 200),
                why: address::UrlRefused::Unreadable,
            })?,
            None => self.url(&url)?,
        };
        let deadline = Instant::now() + Duration::from_millis(self.timeout_ms);
        let request = open.unwrap_or(&self.http).request(parts.method, url.clone());
        let request = request.headers(parts.headers).body(body);
        let response = self.send(request, &url, deadline, self.timeout_ms).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        let body = self.whole(response, self.json_max_bytes, deadline).await?;
        let mut answered = axum::http::Response::new(body.to_vec());
        (*answered.status_mut(), *answered.headers_mut()) = (status, headers);
        Ok(answered)
    }

    fn checked(&self, url: &Url) -> Result<Url, FetchError> {
        address::check(self.mode, url)
            .map_err(|why| FetchError::Url { url: answer::clean(url.as_str(), 200), why })
    }

    async fn get(
        &self,
        url: &Url,
        accept: &'static str,
        acceptable: fn(&str) -> bool,
        max_bytes: usize,
        signer: Option<SignerAt<'_>>,
    ) -> Result<Fetched, FetchError> {
        let deadline = Instant::now() + Duration::from_millis(self.timeout_ms);
        let response = self.follow(url, accept, signer, deadline).await?;
        let url = response.url().clone();
        let content_type = header_text(&response, &CONTENT_TYPE);
        if !acceptable(&content_type) {
            let found = answer::clean(&content_type, 100);
            return Err(FetchError::MediaType { url: url.into(), found });
        }
        let body = self.whole(response, max_bytes, deadline).await?;
        Ok(Fetched { url, body, content_type })
    }

    /// Asks, and follows redirects by hand: each is a new request under the same rules, signed
    /// anew, because a signature covers host and path.
    async fn follow(
        &self,
        url: &Url,
        accept: &'static str,
        signer: Option<SignerAt<'_>>,
        deadline: Instant,
    ) -> Result<Response, FetchError> {
        let mut at = self.checked(url)?;
        for _ in 0..=self.max_redirects {
            let response = self.ask(&at, accept, signer, deadline).await?;
            match response.status().as_u16() {
                200..=299 => return Ok(response),
                301 | 302 | 303 | 307 | 308 => {
                    let nowhere = || FetchError::Location { url: at.to_string() };
                    let location = response.headers().get(LOCATION).ok_or_else(nowhere)?;
                    let location = location.to_str().map_err(|_| nowhere())?;
                    at = self.checked(&at.join(location).map_err(|_| nowhere())?)?;
                }
                status => {
                    let retry_after = answer::retry_after(response.headers(), None);
                    return Err(FetchError::Status { url: at.into(), status, retry_after });
                }
            }
        }
        Err(FetchError::Redirects { url: url.to_string(), limit: self.max_redirects })
    }

    /// One hop. A host that refuses a signed request is asked once more in the other dialect;
    /// what it then takes is remembered. An answer to the first says nothing about signatures:
    /// most servers serve what is public to everybody.
    async fn ask(
        &self,
        at: &Url,
        accept: &'static str,
        signer: Option<SignerAt<'_>>,
        deadline: Instant,
    ) -> Result<Response, FetchError> {
        let get = async |dialect: Dialect| {
            let mut headers = signer.map(|s| s.sign_get(dialect, at)).unwrap_or_default();
            headers.insert(ACCEPT, HeaderValue::from_static(accept));
            let request = self.http.get(at.clone()).headers(headers);
            self.send(request, at, deadline, self.timeout_ms).await
        };
        let host = host_of(at.as_str()).unwrap_or_default();
        let dialect = self.dialects.first_for(&host);
        let response = get(dialect).await?;
        if signer.is_none() || !may_be_the_dialect(response.status().as_u16()) {
            return Ok(response);
        }
        match get(dialect.other()).await {
            Ok(second) if second.status().as_u16() < 400 => {
                self.dialects.worked(&host, dialect.other());
                Ok(second)
            }
            _ => Ok(response),
        }
    }

    async fn send(
        &self,
        request: reqwest::RequestBuilder,
        url: &Url,
        deadline: Instant,
        ms: u64,
    ) -> Result<Response, FetchError> {
        match timeout_at(deadline, request.send()).await {
            Ok(Ok(response)) => {
                // RFC 9421, section 5: who asks for such signatures understands them.
                if response.headers().contains_key("accept-signature") {
                    self.dialects.announced(&host_of(url.as_str()).unwrap_or_default());
                }
                Ok(response)
            }
            Ok(Err(e)) => Err(FetchError::of(&e, host(url), ms)),
            Err(_) => Err(FetchError::Timeout { host: host(url).to_owned(), ms }),
        }
    }

    /// The whole body, counted as it comes out of decompression.
    async fn whole(
        &self,
        mut response: Response,
        limit: usize,
        deadline: Instant,
    ) -> Result<Bytes, FetchError> {
        let url = response.url().clone();
        let too_large = || FetchError::TooLarge { url: url.to_string(), limit };
        let announced = response.content_length().unwrap_or(0);
        if usize::try_from(announced).map_or(true, |n| n > limit) {
            return Err(too_large());
        }
        let mut body = Vec::with_capacity(announced.try_into().unwrap_or(0));
        loop {
            match timeout_at(deadline, response.chunk()).await {
                Ok(Ok(Some(chunk))) if body.len() + chunk.len() > limit => return Err(too_large()),
                Ok(Ok(Some(chunk))) => body.extend_from_slice(&chunk),
                Ok(Ok(None)) => return Ok(body.into()),
                Ok(Err(e)) => return Err(FetchError::of(&e, host(&url), self.timeout_ms)),
                Err(_) => {
                    let host = host(&url).to_owned();
                    return Err(FetchError::Timeout { host, ms: self.timeout_ms });
                }
            }
        }
    }
}

/// What holds for every client, but for which addresses it may connect to.
#[allow(clippy::disallowed_methods, reason = "the one place where clients are built")]
pub(super) fn builder(config: &FetchConfig) -> Result<reqwest::ClientBuilder, FetchError> {
    let mut authorities = Vec::new();
    for pem in &config.extra_ca_pem {
        let read = Certificate::from_pem_bundle(pem).map_err(|error| FetchError::setup(&error))?;
        authorities.extend(read);
    }
    let builder = reqwest::Client::builder()
        // HTTP/1.1 only: signatures cover `host`, which HTTP/2 replaces by `:authority`.
        .http1_only()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .user_agent(&config.user_agent)
        .connect_timeout(Duration::from_millis(config.timeout_ms.min(CONNECT_MS)))
        .pool_max_idle_per_host(IDLE_PER_HOST)
        .pool_idle_timeout(Duration::from_secs(IDLE_SECONDS))
        .tcp_keepalive(Duration::from_secs(IDLE_SECONDS));
    Ok(match config.mode {
        Mode::Public => builder.tls_certs_merge(authorities),
        // No public authority speaks for a loopback name.
        Mode::Loopback => builder.tls_certs_only(authorities),
    })
}

/// As much of the body as comes before `deadline`, at most `ANSWER_BYTES`.
async fn beginning(mut response: Response, deadline: Instant) -> Vec<u8> {
    let mut text = Vec::new();
    while let Ok(Ok(Some(chunk))) = timeout_at(deadline, response.chunk()).await {
        let room = ANSWER_BYTES - text.len();
        text.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() >= room {
            break;
        }
    }
    text
}

fn host(url: &Url) -> &str {
    url.host_str().unwrap_or_default()
}

fn header_text(response: &Response, name: &axum::http::HeaderName) -> String {
    let mut all = response.headers().get_all(name).iter();
    match (all.next().map(HeaderValue::to_str), all.next()) {
        (Some(Ok(text)), None) => text.to_owned(),
        _ => String::new(),
    }
}

fn shaped(fetched: &Fetched) -> Result<(), FetchError> {
    json::check_shape(&fetched.body, json::MAX_DEPTH)
        .map_err(|why| FetchError::Shape { url: fetched.url.to_string(), why })
}

/// The object in the answer, with the id it gives itself.
fn identified(fetched: &Fetched) -> Result<(Url, Value), FetchError> {
    shaped(fetched)?;
    let url = || fetched.url.to_string();
    let value: Value = serde_json::from_slice(&fetched.body)
        .map_err(|_| FetchError::Shape { url: url(), why: ShapeError::Broken })?;
    let id =
        value.get("id").and_then(Value::as_str).ok_or_else(|| FetchError::NoId { url: url() })?;
    let id = Url::parse(id).map_err(|_| FetchError::NoId { url: url() })?;
    Ok((id, value))
}

/// Whether an object with this id may have come from `last` when `asked` was asked. The id may
/// be the URL asked only if no redirect led to another origin: otherwise anybody's open redirect
/// would let anybody write objects in its name.
fn stands_at(id: &Url, asked: &Url, last: &Url) -> bool {
    id == last || id == asked && asked.origin() == last.origin()
}
