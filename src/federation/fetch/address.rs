//! Which URLs we are willing to speak to, and one spelling for every host.

use super::Mode;
use url::{Host, Url};

/// Longer than any id a server was seen to mint.
pub const MAX_URL_BYTES: usize = 2048;

/// Why a URL is not asked at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UrlRefused {
    #[error("it is not an absolute URL")]
    Unreadable,
    #[error("it is longer than {MAX_URL_BYTES} characters")]
    TooLong,
    #[error("its scheme is not https")]
    Scheme,
    #[error("it names a port")]
    Port,
    #[error("it carries a user name or password")]
    Credentials,
    #[error("its host is an IP address and not a name")]
    IpLiteral,
    #[error("its host is no public name")]
    Host,
    #[error("only loopback hosts may be asked while insecure_local_federation is on")]
    NotLoopback,
}

/// Reads `text` and applies the rules of `mode`; see [`check`].
pub fn parse(mode: Mode, text: &str) -> Result<Url, UrlRefused> {
    if text.len() > MAX_URL_BYTES {
        return Err(UrlRefused::TooLong);
    }
    check(mode, &Url::parse(text.trim()).map_err(|_| UrlRefused::Unreadable)?)
}

/// The URL as it may be asked for: host in its one spelling, no fragment; or why it may not.
pub fn check(mode: Mode, url: &Url) -> Result<Url, UrlRefused> {
    if url.as_str().len() > MAX_URL_BYTES {
        return Err(UrlRefused::TooLong);
    }
    match (mode, url.scheme()) {
        (_, "https") | (Mode::Loopback, "http") => {}
        _ => return Err(UrlRefused::Scheme),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(UrlRefused::Credentials);
    }
    let mut url = url.clone();
    url.set_fragment(None);
    match (mode, url.host().ok_or(UrlRefused::Unreadable)?) {
        (Mode::Public, _) if url.port().is_some() => return Err(UrlRefused::Port),
        (_, Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_owned();
            // A single label is completed by the resolver's search list: an inside name.
            if name.is_empty() || mode == Mode::Public && !name.contains('.') {
                return Err(UrlRefused::Host);
            }
            url.set_host(Some(&name)).map_err(|_| UrlRefused::Host)?;
        }
        (Mode::Public, _) => return Err(UrlRefused::IpLiteral),
        (Mode::Loopback, Host::Ipv4(ip)) if ip.is_loopback() => {}
        (Mode::Loopback, Host::Ipv6(ip)) if ip.is_loopback() => {}
        (Mode::Loopback, _) => return Err(UrlRefused::NotLoopback),
    }
    Ok(url)
}

/// The one spelling of a host name, for block lists and comparisons: IDN as punycode, lower
/// case, no trailing dot. None for what is no host, or comes with port, path or credentials.
pub fn normal_host(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.len() > 255 || text.contains(['/', '?', '#', '@', '\\', ':']) {
        return None;
    }
    match Host::parse(text).ok()? {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            (!name.is_empty()).then(|| name.to_owned())
        }
        ip => Some(ip.to_string()),
    }
}

/// Whether a `Host` header means our `authority`: case, a trailing dot and a default port that
/// a proxy spelled out make no difference.
pub(crate) fn same_authority(host: &str, authority: &str) -> bool {
    fn plain(text: &str) -> &str {
        let text = text.strip_suffix(":443").or(text.strip_suffix(":80")).unwrap_or(text);
        text.strip_suffix('.').unwrap_or(text)
    }
    plain(host).eq_ignore_ascii_case(plain(authority))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn public(text: &str) -> Result<String, UrlRefused> {
        parse(Mode::Public, text).map(Into::into)
    }

    fn local(text: &str) -> Result<String, UrlRefused> {
        parse(Mode::Loopback, text).map(Into::into)
    }

    #[test]
    fn a_public_url_is_put_into_its_one_spelling() {
        let right = Ok("https://xn--mnchen-3ya.example/a?b=c".to_owned());
        for same in [
            "https://xn--mnchen-3ya.example/a?b=c",
            "https://M\u{fc}nchen.EXAMPLE/a?b=c#main-key",
            "https://mu\u{308}nchen.example./a?b=c",
            "https://xn--mnchen-3ya.example:443/a?b=c",
            "https://m\u{fc}nchen\u{3002}example/a?b=c",
            "https://m%C3%BCnchen.example/a?b=c",
            "  https://xn--mnchen-3ya.example/a?b=c\n",
        ] {
            assert_eq!(public(same), right, "{same}");
        }
    }

    #[test]
    fn a_homograph_is_another_host() {
        let cyrillic = public("https://b\u{435}rlin.example/").unwrap();
        assert!(cyrillic.starts_with("https://xn--"), "{cyrillic}");
        assert_eq!(normal_host("\u{ff42}erlin.example").as_deref(), Some("berlin.example"));
        assert_ne!(normal_host("b\u{435}rlin.example").as_deref(), Some("berlin.example"));
    }

    #[test]
    fn every_other_way_in_is_refused() {
        for (url, why) in [
            ("", UrlRefused::Unreadable),
            ("/a", UrlRefused::Unreadable),
            ("https://", UrlRefused::Unreadable),
            ("http://a.example/", UrlRefused::Scheme),
            ("file:///etc/passwd", UrlRefused::Scheme),
            ("data:application/activity+json,{}", UrlRefused::Scheme),
            ("javascript:alert(1)", UrlRefused::Scheme),
            ("ftp://a.example/", UrlRefused::Scheme),
            ("gopher://a.example/", UrlRefused::Scheme),
            ("https://u@a.example/", UrlRefused::Credentials),
            ("https://u:p@a.example/", UrlRefused::Credentials),
            ("https://:p@a.example/", UrlRefused::Credentials),
            ("https://a.example:8443/", UrlRefused::Port),
            ("https://a.example:80/", UrlRefused::Port),
            ("https://8.8.8.8/", UrlRefused::IpLiteral),
            ("https://127.1/", UrlRefused::IpLiteral),
            ("https://0x7f000001/", UrlRefused::IpLiteral),
            ("https://2130706433/", UrlRefused::IpLiteral),
            ("https://0177.0.0.1./", UrlRefused::IpLiteral),
            ("https://\u{ff11}27.0.0.1/", UrlRefused::IpLiteral),
            ("https://[::1]/", UrlRefused::IpLiteral),
            ("https://[::ffff:127.0.0.1]/", UrlRefused::IpLiteral),
            ("https://localhost/", UrlRefused::Host),
            ("https://metadata/", UrlRefused::Host),
            ("https://localhost./", UrlRefused::Host),
        ] {
            assert_eq!(public(url), Err(why), "{url}");
        }
        let long = format!("https://a.example/{}", "a".repeat(2048));
        assert_eq!(public(&long), Err(UrlRefused::TooLong));
    }

    #[test]
    fn loopback_mode_speaks_to_loopback_only() {
        assert_eq!(local("http://localhost:8080/a"), Ok("http://localhost:8080/a".into()));
        assert_eq!(local("http://127.3.2.1:1/"), Ok("http://127.3.2.1:1/".into()));
        assert_eq!(local("https://[::1]:9/"), Ok("https://[::1]:9/".into()));
        for url in ["http://10.0.0.1/", "http://[::2]/", "http://0.0.0.0/", "http://8.8.8.8/"] {
            assert_eq!(local(url), Err(UrlRefused::NotLoopback), "{url}");
        }
        assert_eq!(local("file:///etc/passwd"), Err(UrlRefused::Scheme));
        assert_eq!(local("http://u@localhost/"), Err(UrlRefused::Credentials));
    }

    #[test]
    fn hosts_and_authorities_are_compared_by_meaning() {
        assert_eq!(normal_host(" A.Example. ").as_deref(), Some("a.example"));
        for bad in ["", ".", "a.example:80", "a/b", "a@b", "[::1]:80", "a b"] {
            assert_eq!(normal_host(bad), None, "{bad}");
        }
        assert!(same_authority("A.example.:443", "a.example"));
        assert!(same_authority("localhost:8080", "localhost:8080"));
        assert!(!same_authority("localhost:8081", "localhost:8080"));
        assert!(!same_authority("a.example.evil.example", "a.example"));
    }
}
