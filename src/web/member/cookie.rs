//! The cookies there are: what a browser holds of a sign-in, and for some minutes what it holds while it
//! is at the organisation's provider; nothing for anybody else.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::config::Config;

/// With `__Host-` a browser takes it only over TLS, for this host alone and all its paths. On
/// loopback there is no TLS, and cookies do not tell ports apart: instances would sign each other's
/// people out.
fn name(config: &Config, part: &str) -> String {
    match config.is_loopback() {
        false => format!("__Host-kontor{part}"),
        true => format!("kontor{part}-{}", config.port),
    }
}

/// Of the cookie for the way to the provider and back.
const ABROAD: &str = "-abroad";
/// Of the cookie of who came back from there and has no account yet; kept as long as its key works.
const NEWCOMER: &str = "-newcomer";
const NEWCOMER_SECONDS: i64 = 3_600;
/// How long the way there is kept, in seconds: as long as its key works.
const ABROAD_SECONDS: i64 = 600;

/// What the browser holds, if anything.
pub fn token(config: &Config, headers: &HeaderMap) -> Option<String> {
    held(&name(config, ""), headers)
}

/// What the browser holds of its way to the organisation's provider.
pub fn abroad(config: &Config, headers: &HeaderMap) -> Option<String> {
    held(&name(config, ABROAD), headers)
}

/// What the browser holds of somebody whom the organisation's provider named and who has no account.
pub fn newcomer(config: &Config, headers: &HeaderMap) -> Option<String> {
    held(&name(config, NEWCOMER), headers)
}

fn held(name: &str, headers: &HeaderMap) -> Option<String> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| known.trim() == name).map(|(_, token)| token.trim().to_owned())
}

/// The header that hands a browser its sign-in.
pub fn given(config: &Config, token: &str) -> HeaderValue {
    written(config, "", token, config.accounts.longest_ms() / 1_000)
}

/// The header that takes it back.
pub fn taken_back(config: &Config) -> HeaderValue {
    written(config, "", "", 0)
}

/// The header that a browser takes along to the organisation's provider.
pub fn given_abroad(config: &Config, token: &str) -> HeaderValue {
    written(config, ABROAD, token, ABROAD_SECONDS)
}

/// The header that takes that back.
pub fn abroad_taken_back(config: &Config) -> HeaderValue {
    written(config, ABROAD, "", 0)
}

/// The header for somebody whom the provider named, until their account is made.
pub fn given_newcomer(config: &Config, key: &str) -> HeaderValue {
    written(config, NEWCOMER, key, NEWCOMER_SECONDS)
}

/// The header that takes that back.
pub fn newcomer_taken_back(config: &Config) -> HeaderValue {
    written(config, NEWCOMER, "", 0)
}

/// `Lax`: it comes along when another site leads here, as the provider does, and not with what another
/// site sends.
fn written(config: &Config, part: &str, token: &str, seconds: i64) -> HeaderValue {
    let secure = if config.is_loopback() { "" } else { "; Secure" };
    let name = name(config, part);
    let text = format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).expect("names and tokens are ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_cookie_counts() {
        let mut config = Config { domain: Some("cases.example.org".into()), ..Config::default() };
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=b; __Host-kontor=abc"));
        headers.append(header::COOKIE, HeaderValue::from_static("kontor-8080=def"));
        assert_eq!(token(&config, &headers).as_deref(), Some("abc"));
        let given = given(&config, "abc");
        assert_eq!(
            given.to_str().unwrap(),
            "__Host-kontor=abc; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure"
        );
        config.domain = None;
        assert_eq!(token(&config, &headers).as_deref(), Some("def"));
        assert!(!taken_back(&config).to_str().unwrap().contains("Secure"));
    }
}
