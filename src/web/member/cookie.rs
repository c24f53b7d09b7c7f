//! The one cookie there is: what a browser holds of a sign-in, and nothing for anybody else.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::config::Config;

/// With `__Host-` a browser takes it only over TLS, for this host alone and all its paths. On
/// loopback there is no TLS, and cookies do not tell ports apart: instances would sign each other's
/// people out.
fn name(config: &Config) -> String {
    match config.is_loopback() {
        false => "__Host-kontor".to_owned(),
        true => format!("kontor-{}", config.port),
    }
}

/// What the browser holds, if anything.
pub fn token(config: &Config, headers: &HeaderMap) -> Option<String> {
    let name = name(config);
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| known.trim() == name).map(|(_, token)| token.trim().to_owned())
}

/// The header that hands a browser its sign-in.
pub fn given(config: &Config, token: &str) -> HeaderValue {
    written(config, token, config.accounts.longest_ms() / 1_000)
}

/// The header that takes it back.
pub fn taken_back(config: &Config) -> HeaderValue {
    written(config, "", 0)
}

fn written(config: &Config, token: &str, seconds: i64) -> HeaderValue {
    let secure = if config.is_loopback() { "" } else { "; Secure" };
    let name = name(config);
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
