//! Who asks for a page and how they get it: language, conditions, and the headers of every page.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    io::Write as _,
    time::{Duration, Instant},
};

use axum::{
    body::Body,
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};

use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};

use crate::{
    app::instance,
    config::Config,
    i18n::Speech,
    state::{Known, Sent, State},
    store::{self, search},
};

use super::{
    accent,
    error::Fault,
    layout::{Frame, Place, Site},
    member::Visitor,
    own,
};

/// What a page may load: our own style sheets, fonts and images, and no script at all.
pub const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for a page with a form that leads to another site: browsers hold its redirect against this
/// too, and each that follows.
pub fn policy_to_lead_away(config: &Config) -> HeaderValue {
    let policy = match config.is_loopback() {
        true => POLICY.replace("form-action 'self'", "form-action 'self' https: http:"),
        false => POLICY.replace("form-action 'self'", "form-action 'self' https:"),
    };
    HeaderValue::from_str(&policy).expect("a policy of ours is ASCII")
}

/// The same for the few pages that have a script: our own file, which may ask us.
pub const WITH_SCRIPT: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Longest path and query that a page puts into its links to other languages.
const LONGEST_ADDRESS: usize = 2_000;

/// Longest path and query of a page that is remembered.
const SHORT_ADDRESS: usize = 300;

/// Largest page, in bytes before it is zipped, that is kept as it is sent.
const LARGEST: usize = 256 << 10;

/// For so long a page that was up to date is so without a look into the database, unless this process
/// has written since: what commands and other nodes change is seen so much later.
const MOMENT: Duration = Duration::from_millis(100);

/// One request for a page.
pub struct Reader {
    pub state: State,
    pub t: Speech,
    /// Who is signed in.
    pub visitor: Option<Visitor>,
    /// The page is for this reader alone, signed in or not.
    private: bool,
    /// Path and query.
    address: String,
    /// Whether the address is one of which nothing is remembered.
    too_long: bool,
    /// The validators of what the browser has already.
    seen: Option<String>,
    /// Whether the browser takes gzip.
    zips: bool,
    /// Under which this page is remembered, and the sum of what it is made of: only where all of
    /// that is known.
    made_of: Option<(String, u64)>,
    /// [`store::writes`] before anything was read.
    writes: u64,
}

impl FromRequestParts<State> for Reader {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &State,
    ) -> Result<Reader, Self::Rejection> {
        Ok(Reader::of(state, &parts.uri, &parts.headers).await)
    }
}

impl Reader {
    pub async fn of(state: &State, uri: &axum::http::Uri, headers: &HeaderMap) -> Reader {
        let header = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let address = uri.path_and_query().map_or("/", |address| address.as_str());
        let writes = store::writes();
        Reader {
            t: Speech::choose(state.texts.clone(), uri.query(), header(header::ACCEPT_LANGUAGE)),
            address: if address.len() > LONGEST_ADDRESS { "/".into() } else { address.to_owned() },
            too_long: address.len() > SHORT_ADDRESS,
            seen: header(header::IF_NONE_MATCH).map(str::to_owned),
            zips: header(header::ACCEPT_ENCODING).is_some_and(takes_gzip),
            visitor: Visitor::of(state, headers).await,
            private: false,
            state: state.clone(),
            made_of: None,
            writes,
        }
    }

    /// The page, whatever becomes of it, is for this reader alone: nothing in between keeps it.
    pub fn keep_private(&mut self) {
        self.private = true;
    }

    /// Whether nothing of the page may be kept: it says who reads it, or shows what they typed.
    fn is_private(&self) -> bool {
        self.private || self.visitor.is_some()
    }

    fn key(&self) -> String {
        format!("{} {}", self.t.tag(), self.address)
    }

    /// For pages that [`Self::has_it_of`] knows: the answer when the page was up to date a moment ago,
    /// before anything that it shows is read.
    pub fn still_has_it(&self) -> Option<Response> {
        if self.too_long || self.is_private() {
            return None;
        }
        let key = self.key();
        let known = self.state.pages.known.get(&key)?;
        let is_fresh = known.writes == self.writes && known.at.elapsed() < MOMENT;
        if is_fresh { self.known(&key, &known) } else { None }
    }

    /// A page that is up to date, where it is kept or the browser has it.
    fn known(&self, key: &str, known: &Known) -> Option<Response> {
        let tag = tag(known.sum);
        let mut response = match self.has(&tag) {
            true => StatusCode::NOT_MODIFIED.into_response(),
            false => {
                let sent = self.state.pages.bodies.get(&Sent::key(key, self.zips))?;
                let sent = (sent.made_of == known.made_of).then_some(sent)?;
                self.whole(StatusCode::OK, sent.body, self.zips)
            }
        };
        self.describe(&mut response, &tag);
        Some(response)
    }

    /// For pages that show the catalogue and nothing else that changes while the server runs. The
    /// answer when the browser has this page already, or the page was made a moment ago: then
    /// nothing has to be read or made.
    pub async fn has_it(&mut self) -> Option<Response> {
        self.has_it_of(()).await
    }

    /// The same for a page that also shows what is `beside` the catalogue.
    pub async fn has_it_of(&mut self, beside: impl Hash) -> Option<Response> {
        // Nobody asks for it again, but a robot could fill the memory with them.
        if self.too_long || self.is_private() {
            return None;
        }
        // Before anything of the page is read: what changes meanwhile makes it stale.
        let version = search::version(&self.state.db).await.ok()?;
        let mut of = DefaultHasher::new();
        (version, beside).hash(&mut of);
        let of = of.finish();
        let key = self.key();
        let known = self.state.pages.known.get(&key).filter(|known| known.made_of == of);
        let known = known.map(|known| Known { at: Instant::now(), writes: self.writes, ..known });
        if let Some(known) = known {
            self.state.pages.known.insert(key.clone(), known);
        }
        let response = known.and_then(|known| self.known(&key, &known));
        self.made_of = Some((key, of));
        response
    }

    fn has(&self, tag: &str) -> bool {
        let known =
            |seen: &str| seen.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
        self.seen.as_deref().is_some_and(known)
    }

    /// The query string, as it came.
    pub fn query(&self) -> &str {
        self.address.split_once('?').map_or("", |(_, query)| query)
    }

    pub fn frame(&self, place: Place) -> Frame {
        let mut frame = Frame::new(&site(&self.state), place, &self.address);
        frame.links = own::links(&self.state.config, &self.t);
        frame.visitor = self.visitor.clone();
        frame
    }

    /// A rendered page as it is sent: with a validator, and 304 where the browser has it already.
    pub fn page(&self, page: &impl askama::Template) -> Result<Response, Fault> {
        self.respond(StatusCode::OK, page)
    }

    pub fn respond(
        &self,
        status: StatusCode,
        page: &impl askama::Template,
    ) -> Result<Response, Fault> {
        let body = page.render()?;
        let sum = sum(&body);
        let tag = tag(sum);
        let is_for_all = status == StatusCode::OK && !self.is_private();
        let kept = self.made_of.as_ref().filter(|_| is_for_all);
        if let Some((key, made_of)) = kept {
            let (at, writes) = (Instant::now(), self.writes);
            let known = Known { made_of: *made_of, sum, at, writes };
            self.state.pages.known.insert(key.clone(), known);
        }
        let mut response = if is_for_all && self.has(&tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else if let Some((key, made_of)) = kept.filter(|_| body.len() <= LARGEST) {
            let body = if self.zips { zipped(&body) } else { body.into() };
            let sent = Sent { made_of: *made_of, body: body.clone() };
            self.state.pages.bodies.insert(Sent::key(key, self.zips), sent);
            self.whole(status, body, self.zips)
        } else {
            self.whole(status, body, false)
        };
        self.describe(&mut response, &tag);
        Ok(response)
    }

    /// A page that loads our script.
    ///
    /// # Errors
    /// When the page cannot be made.
    pub fn with_script(
        &self,
        status: StatusCode,
        page: &impl askama::Template,
    ) -> Result<Response, Fault> {
        let mut response = self.respond(status, page)?;
        let policy = HeaderValue::from_static(WITH_SCRIPT);
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        Ok(response)
    }

    /// A page with its body; what is not zipped here is zipped on its way, where that is wished.
    fn whole(&self, status: StatusCode, body: impl Into<Body>, zipped: bool) -> Response {
        let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
        let mut response = (status, kind, body.into()).into_response();
        if zipped {
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    }

    /// The headers of every page.
    fn describe(&self, response: &mut Response, tag: &str) {
        let headers = response.headers_mut();
        if self.is_private() {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        } else {
            let tag = HeaderValue::from_str(tag).expect("hexadecimal in quotes");
            headers.insert(header::ETAG, tag);
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
        }
        // Who is signed in gets another page of the same address; there is no other cookie.
        headers.insert(
            header::VARY,
            HeaderValue::from_static("accept-language, cookie, accept-encoding"),
        );
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(self.t.tag()));
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    }

    /// The page, or the page that says why there is none.
    pub fn answer(&self, answer: Result<Response, Fault>) -> Response {
        answer.unwrap_or_else(|fault| fault.shown_to(self))
    }
}

/// Whether an `Accept-Encoding` takes gzip.
fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let (coding, weight) = one.split_once(';').unwrap_or((one, ""));
        let weight = weight.trim().strip_prefix("q=").map(str::parse::<f32>);
        let refused = weight.is_some_and(|weight| weight.is_ok_and(|weight| weight == 0.0));
        coding.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

fn zipped(body: &str) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::default());
    let done = encoder.write_all(body.as_bytes()).and_then(|()| encoder.finish());
    done.expect("a Vec takes everything").into()
}

/// What an entity tag holds of the body. Not a cryptographic sum: that would cost more than the
/// page.
fn sum(body: &str) -> u64 {
    let mut sum = DefaultHasher::new();
    sum.write(body.as_bytes());
    sum.finish()
}

fn tag(sum: u64) -> String {
    format!("\"{sum:016x}\"")
}

/// Linked where nobody says where the source is.
const LICENCE: &str = "https://www.gnu.org/licenses/agpl-3.0.html";

/// Whose site this is, by the configuration and the directory of networks.
pub fn site(state: &State) -> Site {
    let network = &state.config.network;
    Site {
        name: state.config.network_name().to_owned(),
        short_name: instance::called(&state.config).to_owned(),
        slug: network.slug.clone(),
        host: state.urls.host().to_owned(),
        origin: state.urls.origin().to_owned(),
        handle: format!("{}@{}", network.slug, state.urls.host()),
        accent: accent::path(&network.accent),
        logo: own::logo(&state.config),
        version: env!("CARGO_PKG_VERSION"),
        source: state.config.source_url().unwrap_or(LICENCE).to_owned(),
    }
}
