//! Forms as they arrive: where they stood, how large they may be, and the token that proves it.

use aws_lc_rs::hmac;
use axum::{
    body::Body,
    http::{HeaderMap, header},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use url::form_urlencoded;

use crate::{state::State, web::error::Fault};

/// The field of every form of a signed-in person.
pub const CSRF: &str = "csrf";
/// Most fields of a form.
const FIELDS: usize = 5_000;

/// Fields in the order in which they were sent; a name may come again.
#[derive(Clone, Debug, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// The first value of a field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// A form of these fields.
    pub(super) fn of(fields: Vec<(String, String)>) -> Form {
        Form(fields)
    }

    /// All fields, as they were sent.
    pub fn into_fields(self) -> Vec<(String, String)> {
        self.0
    }

    /// Reads a form of at most `most` bytes.
    ///
    /// # Errors
    /// `NotAForm` for another content type, `TooLarge` for more bytes.
    pub async fn read(headers: &HeaderMap, body: Body, most: usize) -> Result<Form, Fault> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Fault::NotAForm);
        }
        let body = axum::body::to_bytes(body, most).await.map_err(|_| Fault::TooLarge)?;
        let fields = form_urlencoded::parse(&body).into_owned().take(FIELDS + 1);
        let fields: Vec<(String, String)> = fields.collect();
        match fields.len() > FIELDS {
            true => Err(Fault::TooLarge),
            false => Ok(Form(fields)),
        }
    }
}

/// Whether a form stood on a page of ours, as browsers say in one of two headers. What sends neither
/// is no browser that another site could use.
pub fn is_from_here(state: &State, headers: &HeaderMap) -> bool {
    match (text(headers, "sec-fetch-site"), text(headers, "origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin == state.urls.origin(),
        (None, None) => true,
    }
}

/// Whether a browser says so expressly.
pub fn is_surely_from_here(state: &State, headers: &HeaderMap) -> bool {
    match (text(headers, "sec-fetch-site"), text(headers, "origin")) {
        (Some(site), _) => site == "same-origin",
        (None, origin) => origin == Some(state.urls.origin()),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The token of a sign-in's forms: made of what the browser holds, so nothing has to be kept, and
/// who reads it from a page does not know what the browser holds.
pub fn token_of(session: &str) -> String {
    URL_SAFE_NO_PAD.encode(hmac::sign(&key(session), b"form"))
}

/// Whether a token is the one of this sign-in; takes the same time wherever they differ.
pub fn is_token(known: &str, sent: &str) -> bool {
    aws_lc_rs::constant_time::verify_slices_are_equal(known.as_bytes(), sent.as_bytes()).is_ok()
}

fn key(session: &str) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, session.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_of_one_sign_in() {
        let (one, other) = (token_of("one"), token_of("other"));
        assert!(is_token(&one, &token_of("one")));
        assert!(!is_token(&one, &other) && !is_token(&one, "") && !is_token(&one, "one"));
    }

    #[tokio::test]
    async fn a_form_is_bounded_and_nothing_else_is_one() {
        let kind = |kind: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, axum::http::HeaderValue::from_static(kind));
            headers
        };
        let form = "application/x-www-form-urlencoded; charset=utf-8";
        let read = Form::read(&kind(form), Body::from("a=1&b=%20x&a=2"), 20).await.unwrap();
        assert_eq!(read.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!((read.get("b"), read.get("c"), read.has("c")), (" x", "", false));
        let large = Form::read(&kind(form), Body::from("a".repeat(21)), 20).await;
        assert!(matches!(large, Err(Fault::TooLarge)));
        let many = Form::read(&kind(form), Body::from("a&".repeat(5_001)), 20_000).await;
        assert!(matches!(many, Err(Fault::TooLarge)));
        let text = Form::read(&kind("text/plain"), Body::from("a=1"), 20).await;
        assert!(matches!(text, Err(Fault::NotAForm)));
    }
}
