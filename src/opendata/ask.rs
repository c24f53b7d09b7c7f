//! Who asks for a feed or a file, in which language and for which search, and what they have
//! already.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::{
    body::Body,
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};

use crate::{
    clock::{http_date, parse_http_date},
    domain::{search::CaseFilter, vocabulary},
    i18n::Speech,
    state::State,
    store::{StoreError, cases::StoredCase, harvest, search},
};

/// One request.
pub struct Ask {
    pub state: State,
    pub t: Speech,
    pub filter: CaseFilter,
    path: String,
    headers: HeaderMap,
}

/// What an answer was made of.
pub struct Made {
    tag: String,
    /// When the catalogue last changed, where that is long enough ago to be told in seconds.
    changed: Option<i64>,
}

impl FromRequestParts<State> for Ask {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Ask, Self::Rejection> {
        let language = parts.headers.get(header::ACCEPT_LANGUAGE);
        let language = language.and_then(|value| value.to_str().ok());
        let query = parts.uri.query();
        Ok(Ask {
            t: Speech::choose(state.texts.clone(), query, language),
            filter: CaseFilter::from_query(query.unwrap_or_default()),
            path: parts.uri.path().to_owned(),
            headers: parts.headers.clone(),
            state: state.clone(),
        })
    }
}

/// Nothing can be answered now; the log says why.
pub struct Failed(StoreError);

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Failed(error)
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        tracing::error!(error = %self.0, "open data cannot be read");
        match self.0.is_temporary() {
            true => (
                StatusCode::SERVICE_UNAVAILABLE,
                [(header::RETRY_AFTER, "5")],
                "The database is busy or away. Please try again later.\n",
            )
                .into_response(),
            false => {
                (StatusCode::INTERNAL_SERVER_ERROR, "Something is wrong here; the log says what.\n")
                    .into_response()
            }
        }
    }
}

impl Ask {
    pub fn now(&self) -> i64 {
        self.state.clock.now_ms()
    }

    /// Reads what the answer will be made of, before anything of the answer is read: what changes
    /// meanwhile makes it stale. `beside` is what else it depends on.
    pub async fn made(&self, beside: impl Hash) -> Result<Made, Failed> {
        let version = search::version(&self.state.db).await?;
        let latest = harvest::latest(&mut self.state.db.read().await?).await?;
        let mut sum = DefaultHasher::new();
        let network = &self.state.config.network;
        (env!("CARGO_PKG_VERSION"), &self.path, self.filter.to_query(), self.t.tag())
            .hash(&mut sum);
        (&network.name, &network.description, beside).hash(&mut sum);
        // Two changes in one second have one date: only a date that is over tells them apart.
        let changed = latest.filter(|at| self.now() - at >= 2_000);
        Ok(Made { tag: format!("W/\"{version:x}-{:016x}\"", sum.finish()), changed })
    }

    /// The answer to somebody who has it already (RFC 9110 §13.2.2).
    pub fn has(&self, made: &Made) -> Option<Response> {
        let given =
            |name| self.headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        let has = match given(header::IF_NONE_MATCH) {
            Some(seen) => seen.split(',').any(|one| bare(one) == bare(&made.tag)),
            None => {
                match (given(header::IF_MODIFIED_SINCE).and_then(parse_http_date), made.changed) {
                    (Some(since), Some(changed)) => changed <= since,
                    _ => false,
                }
            }
        };
        has.then(|| self.described(StatusCode::NOT_MODIFIED.into_response(), made))
    }

    /// The answer with its media type and validators.
    pub fn answer(&self, made: &Made, media_type: &'static str, body: impl Into<Body>) -> Response {
        let kind = [(header::CONTENT_TYPE, media_type)];
        self.described((kind, body.into()).into_response(), made)
    }

    fn described(&self, mut response: Response, made: &Made) -> Response {
        let headers = response.headers_mut();
        let mut put = |name: HeaderName, value: &str| {
            let value = HeaderValue::from_str(value).expect("plain ASCII");
            headers.insert(name, value);
        };
        put(header::ETAG, &made.tag);
        if let Some(changed) = made.changed {
            put(header::LAST_MODIFIED, &http_date(changed));
        }
        put(header::CACHE_CONTROL, "public, no-cache");
        put(header::VARY, "accept-language");
        put(header::CONTENT_LANGUAGE, self.t.tag());
        put(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response
    }

    /// Whose instance this is, as people call it.
    pub fn network(&self) -> &str {
        self.state.config.network_name()
    }

    /// The address of the search on the site: its page, or with `.atom` and the like its other
    /// forms; in the reader's language where they chose one.
    pub fn address(&self, ending: &str, filter: &CaseFilter) -> String {
        let path = crate::urls::cases_as(ending, &filter.to_query());
        self.state.urls.absolute(&self.t.link(&path))
    }

    /// The page of a case.
    pub fn page(&self, stored: &StoredCase) -> String {
        self.state.urls.case_page(&stored.page)
    }
}

/// What people call a source network; its slug when the directory does not have it.
pub fn network_name(slug: &str) -> &str {
    vocabulary::network(slug).map_or(slug, |entry| entry.name.as_str())
}
