//! Names that come from outside, each with its own type: handles, hosts and URIs.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use url::Url;

/// Why a text is not the name it was meant to be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    #[error("{0:?} is not a handle: small letters, digits, '_', '.' and '-', at most 64")]
    Handle(String),
    #[error("{0:?} is not a host name")]
    Host(String),
    #[error("{0:?} is not an absolute http or https address")]
    Uri(String),
}

/// What is shown of a refused name.
fn shown(text: &str) -> String {
    super::text::shorten(&super::text::clean_line(text), 80)
}

/// The user part of an address: 1–64 of `a-z 0-9 _ . -`, first and last a letter, digit or `_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handle(String);

impl Handle {
    /// Takes a handle in any case.
    ///
    /// # Errors
    /// When another character occurs, or too many.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let inner = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        let bytes = text.as_bytes();
        let ends = bytes.first().zip(bytes.last()).is_some_and(|(a, b)| inner(*a) && inner(*b));
        let valid = |b: &u8| inner(*b) || matches!(b, b'.' | b'-');
        if ends && bytes.len() <= 64 && bytes.iter().all(valid) {
            return Ok(Self(text.to_ascii_lowercase()));
        }
        Err(IdError::Handle(shown(text)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A handle with its host: `@user@host`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    pub user: Handle,
    pub host: Host,
}

impl Address {
    /// Reads `@user@host`, `user@host` or `acct:user@host`.
    ///
    /// # Errors
    /// When either part is wrong or missing.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let bare = text.trim();
        let bare = bare.strip_prefix("acct:").unwrap_or(bare);
        let bare = bare.strip_prefix('@').unwrap_or(bare);
        let (user, host) = bare.split_once('@').ok_or_else(|| IdError::Handle(shown(text)))?;
        Ok(Self { user: Handle::parse(user)?, host: Host::parse(host)? })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "@{}@{}", self.user, self.host)
    }
}

/// A host name or address as it is compared: lower case, in punycode, without a trailing dot,
/// with the port where one was given that is not 443.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Host(String);

impl Host {
    /// Takes a host with an optional port, in Unicode or punycode.
    ///
    /// # Errors
    /// When anything else stands before, between or after.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let refused = || IdError::Host(shown(text));
        let foreign = |c: char| {
            matches!(c, '/' | '\\' | '?' | '#' | '@') || c.is_whitespace() || c.is_control()
        };
        if text.is_empty() || text.len() > 1_024 || text.contains(foreign) {
            return Err(refused());
        }
        let url = Url::parse(&format!("https://{text}/")).map_err(|_| refused())?;
        Self::of(&url).ok_or_else(refused)
    }

    /// The host of a URL; the port is left out where it is the scheme's own.
    fn of(url: &Url) -> Option<Self> {
        let name = url.host_str()?.trim_end_matches('.');
        if name.is_empty() || name.len() > 253 {
            return None;
        }
        Some(Self(match url.port() {
            Some(port) => format!("{name}:{port}"),
            None => name.to_owned(),
        }))
    }

    /// Host and port, as in a URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without its port; IPv6 in brackets.
    pub fn name(&self) -> &str {
        match self.0.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => &self.0,
        }
    }

    pub fn port(&self) -> Option<u16> {
        self.0.strip_prefix(self.name())?.strip_prefix(':')?.parse().ok()
    }
}

/// An absolute http(s) address without user and password, as the URL standard writes it, at
/// most [`Uri::MAX`] bytes. What it names may still be anything: nothing was fetched.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uri(String);

impl Uri {
    /// Bytes.
    pub const MAX: usize = 2_048;

    /// Reads and normalises an address.
    ///
    /// # Errors
    /// When it is relative, of another scheme, too long, or names a user.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let refused = || IdError::Uri(shown(text));
        let foreign = |c: char| c.is_whitespace() || c.is_control();
        if text.len() > Self::MAX || text.contains(foreign) {
            return Err(refused());
        }
        let url = Url::parse(text).map_err(|_| refused())?;
        let web = matches!(url.scheme(), "http" | "https") && Host::of(&url).is_some();
        let anonymous = url.username().is_empty() && url.password().is_none();
        if !web || !anonymous || url.as_str().len() > Self::MAX {
            return Err(refused());
        }
        Ok(Self(url.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The parsed address.
    pub fn url(&self) -> Url {
        Url::parse(&self.0).expect("a Uri was written by the URL parser")
    }

    /// Its host, with the port where it is not the scheme's own.
    pub fn host(&self) -> Host {
        Host::of(&self.url()).expect("a Uri has a host")
    }

    /// Scheme, host and port, such as `https://cities.example`; a trailing dot of the host is
    /// left out.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.url().scheme(), self.host())
    }

    /// The same address without its fragment: the document that holds it.
    pub fn document(&self) -> Self {
        Self(self.0.split('#').next().unwrap_or_default().to_owned())
    }
}

/// Whether two addresses are of one origin (FEP-fe34): the same scheme, host and port.
pub fn same_origin(a: &Uri, b: &Uri) -> bool {
    a.origin() == b.origin()
}

macro_rules! text_like {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::parse(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).map_err(serde::de::Error::custom)
            }
        }
    )+};
}

text_like!(Handle, Host, Uri);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_with_and_without_its_ornaments() {
        for text in
            ["@Ana.B@Städte.example.", "ana.b@xn--stdte-hra.example", "acct:ana.b@städte.EXAMPLE"]
        {
            let address = Address::parse(text).unwrap();
            assert_eq!(address.to_string(), "@ana.b@xn--stdte-hra.example", "{text}");
        }
        for text in
            ["ana", "@ana", "ana@", "an a@b.example", "ana@b/c", "ana@b@c", ".ana@b.example"]
        {
            assert!(Address::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_host_is_the_same_however_it_is_written() {
        assert_eq!(Host::parse("München.Example.").unwrap().as_str(), "xn--mnchen-3ya.example");
        assert_eq!(Host::parse("a.example:443").unwrap(), Host::parse("A.example").unwrap());
        let local = Host::parse("127.0.0.1:8080").unwrap();
        assert_eq!((local.name(), local.port()), ("127.0.0.1", Some(8080)));
        let six = Host::parse("[::1]").unwrap();
        assert_eq!((six.name(), six.port()), ("[::1]", None));
        for text in ["", ".", "a b", "a/b", "user@a", "a?b", "a:99999", "a\\b"] {
            assert!(Host::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_uri_is_absolute_and_names_no_user() {
        assert_eq!(
            Uri::parse("HTTPS://A.Example:443/x/../y").unwrap().as_str(),
            "https://a.example/y"
        );
        let long = format!("https://a.example/{}", "x".repeat(2_048));
        for text in [
            "/o/1",
            "ftp://a.example/",
            "javascript:alert(1)",
            "https://u:p@a.example/",
            "https://u@a.example/",
            " https://a.example/",
            "https://./",
            &long,
        ] {
            assert!(Uri::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        let uri = |text| Uri::parse(text).unwrap();
        let ours = uri("https://a.example/o/1#main-key");
        assert!(same_origin(&ours, &uri("https://A.example.:443/o/2")));
        for other in ["http://a.example/o/1", "https://a.example:8443/", "https://b.a.example/"] {
            assert!(!same_origin(&ours, &uri(other)), "{other}");
        }
        assert_eq!(ours.document().as_str(), "https://a.example/o/1");
        assert_eq!(ours.origin(), "https://a.example");
    }
}
