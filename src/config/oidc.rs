//! Settings about signing in by the organisation's OpenID Connect provider.

use std::fmt;

use serde::{Deserialize, Serialize};
use url::{Host, Url};

/// The provider, and how far it is trusted.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Oidc {
    /// The provider, exactly as it names itself; empty for none.
    pub issuer: String,
    /// What we are called there.
    pub client_id: String,
    /// The password that goes with it; empty for a public client.
    pub client_secret: String,
    /// What the button calls it; empty for a general word.
    pub label: String,
    /// What is asked for, separated by blanks.
    pub scopes: String,
    /// The claim that holds the address.
    pub email_claim: String,
    /// Domains whose addresses make accounts; empty for all.
    pub email_domains: Vec<String>,
    /// Whether it alone decides who has an account.
    pub trusted: bool,
    /// Whether a sign-in there stands for the one-time code, too.
    pub second_factor: bool,
}

impl Default for Oidc {
    fn default() -> Self {
        Self {
            issuer: String::new(),
            client_id: String::new(),
            client_secret: String::new(),
            label: String::new(),
            scopes: "openid email profile".into(),
            email_claim: "email".into(),
            email_domains: Vec::new(),
            trusted: false,
            second_factor: false,
        }
    }
}

/// The secret is never printed.
impl fmt::Debug for Oidc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Oidc")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .field("client_secret", &format_args!("…"))
            .field("label", &self.label)
            .field("scopes", &self.scopes)
            .field("email_claim", &self.email_claim)
            .field("email_domains", &self.email_domains)
            .field("trusted", &self.trusted)
            .field("second_factor", &self.second_factor)
            .finish()
    }
}

impl Oidc {
    /// Whether there is a provider.
    pub fn is_on(&self) -> bool {
        !self.issuer.is_empty()
    }

    /// Whether an address of this domain, in small letters, may make an account.
    pub fn takes(&self, domain: &str) -> bool {
        self.email_domains.is_empty()
            || self.email_domains.iter().any(|known| known.eq_ignore_ascii_case(domain))
    }

    /// What is wrong: the key below `oidc.` and what was expected there.
    pub(super) fn faults(&self) -> Vec<(&'static str, String)> {
        let mut faults = Vec::new();
        if !self.is_on() {
            return faults;
        }
        if !Url::parse(&self.issuer).is_ok_and(|url| is_issuer(&url)) {
            let message = format!(
                "found {:?}, expected an https address without a question mark, or one on localhost",
                self.issuer
            );
            faults.push(("issuer", message));
        }
        if self.client_id.is_empty() {
            faults.push(("client_id", "found nothing, expected our name at oidc.issuer".into()));
        }
        if !self.scopes.split_whitespace().any(|scope| scope == "openid") {
            let message = format!("found {:?}, expected openid among them", self.scopes);
            faults.push(("scopes", message));
        }
        if self.email_claim.is_empty() {
            faults.push(("email_claim", "found nothing, expected a claim such as email".into()));
        }
        if let Some(odd) = self.email_domains.iter().find(|domain| !is_host(domain)) {
            let message = format!("found {odd:?}, expected domains such as example.org");
            faults.push(("email_domains", message));
        }
        faults
    }
}

/// OpenID Connect Discovery 1.0, section 3. Codes and secrets go there: without TLS to this machine
/// alone.
fn is_issuer(url: &Url) -> bool {
    let is_here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return false,
    };
    let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    plain
        && url.password().is_none()
        && (url.scheme() == "https" || url.scheme() == "http" && is_here)
}

fn is_host(domain: &str) -> bool {
    matches!(Host::parse(domain), Ok(Host::Domain(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_reached_over_tls_and_says_who_we_are_there() {
        let of = |issuer: &str| Oidc {
            issuer: issuer.into(),
            client_id: "kontor".into(),
            ..Oidc::default()
        };
        for right in
            ["https://id.example.org", "https://id.example.org/realms/a/", "http://127.0.0.1:9"]
        {
            assert!(of(right).faults().is_empty(), "{right}");
        }
        for wrong in [
            "id.example.org",
            "http://id.example.org",
            "https://id.example.org/?a",
            "https://u:p@id.example.org",
        ] {
            assert_eq!(of(wrong).faults()[0].0, "issuer", "{wrong}");
        }
        let mut settings = of("https://id.example.org");
        (settings.client_id, settings.scopes) = (String::new(), "email".into());
        settings.email_domains = vec!["@example.org".into()];
        let keys: Vec<_> = settings.faults().into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["client_id", "scopes", "email_domains"]);
        assert!(Oidc::default().faults().is_empty(), "none is asked for");
    }

    #[test]
    fn the_secret_is_not_printed() {
        let settings = Oidc { client_secret: "hush".into(), ..Oidc::default() };
        assert!(!format!("{settings:?}").contains("hush"));
    }
}
