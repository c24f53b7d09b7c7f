//! Following, liking, answering and sharing from one's own server: what a person typed, what their
//! server offers, and the one address they may be sent to. Rules only; asking is federation's.

use url::{Host, Url, form_urlencoded};

/// What people type is not longer.
const LONGEST_TYPED: usize = 300;
/// Longest address that a browser is sent to.
const LONGEST_ADDRESS: usize = 2_000;
/// Where a server confirms a follow, as OStatus named it and everybody kept it.
const SUBSCRIBE: &str = "http://ostatus.org/schema/1.0/subscribe";
/// Activity intents (FEP-3b86).
const INTENTS: &str = "https://w3id.org/fep/3b86/";

/// What somebody wants to do with something of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    Follow,
    Reply,
    Like,
    Share,
}

impl Intent {
    pub fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "follow" => Intent::Follow,
            "reply" => Intent::Reply,
            "like" => Intent::Like,
            "share" => Intent::Share,
            _ => return None,
        })
    }

    /// The activity that it becomes. An answer has none of its own here: FEP-3b86 opens an editor
    /// with the address as text in servers that do not know the object, and the object's page,
    /// which every server has, offers to answer.
    const fn activity(self) -> Option<&'static str> {
        match self {
            Intent::Follow => Some("Follow"),
            Intent::Like => Some("Like"),
            Intent::Share => Some("Announce"),
            Intent::Reply => None,
        }
    }
}

/// Somebody's server, and who they are there if they said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// `HOST` or `HOST:PORT`, in its one spelling.
    pub host: String,
    pub account: Option<String>,
}

/// Who wants what with which object of ours.
#[derive(Clone, Debug)]
pub struct Visit {
    pub home: Home,
    pub intent: Intent,
    /// The handle or the id of what it is about.
    pub object: String,
}

/// Why somebody cannot be sent home.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoWay {
    #[error("this names no server")]
    NotAServer,
    #[error("{0} does not answer")]
    Silent(String),
    #[error("{0} does not say where its people confirm this")]
    NoTemplate(String),
    #[error("{0} would send its people elsewhere")]
    Elsewhere(String),
}

/// A link of a WebFinger answer.
#[derive(Clone, Debug)]
pub struct Offer {
    pub rel: String,
    /// Its `template`, or its `href`, which some servers write instead.
    pub template: String,
}

impl Home {
    /// Reads `example.social`, `me@example.social`, `@me@example.social` or the address of a
    /// profile.
    ///
    /// # Errors
    /// `NotAServer`.
    pub fn parse(typed: &str) -> Result<Home, NoWay> {
        let typed = typed.trim();
        if typed.len() > LONGEST_TYPED {
            return Err(NoWay::NotAServer);
        }
        if typed.starts_with("https://") || typed.starts_with("http://") {
            let url = Url::parse(typed).map_err(|_| NoWay::NotAServer)?;
            let account = url.path().strip_prefix("/@").map(|rest| rest.trim_end_matches('/'));
            let account = account.filter(|name| is_name(name)).map(str::to_owned);
            return Ok(Home { host: host_of(&url)?, account });
        }
        let typed = typed.strip_prefix("acct:").unwrap_or(typed).trim_start_matches('@');
        let (account, host) = match typed.rsplit_once('@') {
            Some((name, host)) if is_name(name) => (Some(name.to_owned()), host),
            Some(_) => return Err(NoWay::NotAServer),
            None => (None, typed.trim_end_matches('/')),
        };
        if host.contains(['/', '?', '#', '\\', '@']) || host.chars().any(char::is_whitespace) {
            return Err(NoWay::NotAServer);
        }
        let url = Url::parse(&format!("https://{host}/")).map_err(|_| NoWay::NotAServer)?;
        Ok(Home { host: host_of(&url)?, account })
    }

    /// What WebFinger is asked for, one after the other. A server that was named alone is asked for
    /// itself: Mastodon answers for its own actor by the first, others by the second.
    pub fn resources(&self) -> Vec<String> {
        let host = &self.host;
        match &self.account {
            Some(name) => vec![format!("acct:{name}@{host}")],
            None => vec![format!("acct:{host}@{host}"), format!("https://{host}/")],
        }
    }
}

/// A name at a server, as WebFinger spells them.
fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    !name.is_empty() && name.len() <= 100 && name.chars().all(plain)
}

fn host_of(url: &Url) -> Result<String, NoWay> {
    if !url.username().is_empty() || url.password().is_some() {
        return Err(NoWay::NotAServer);
    }
    // One word may be a server of one's own network, or a slip: `localhost` is asked by demos only,
    // which the client of federation decides.
    let Some(Host::Domain(_) | Host::Ipv4(_)) = url.host() else { return Err(NoWay::NotAServer) };
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    match (host, url.port()) {
        ("", _) => Err(NoWay::NotAServer),
        (host, Some(port)) => Ok(format!("{host}:{port}")),
        (host, None) => Ok(host.to_owned()),
    }
}

impl Visit {
    /// Where the browser goes. `asked` is the host that answered in the end: a server may leave
    /// WebFinger to the one its people really use. `insecure` allows http, for demos on loopback.
    ///
    /// # Errors
    /// `NoTemplate` when nothing fits; `Elsewhere` when what fits leads to another host, or is no
    /// https address.
    pub fn address(&self, offers: &[Offer], asked: &str, insecure: bool) -> Result<Url, NoWay> {
        let host = &self.home.host;
        let intent = self.intent.activity().and_then(|activity| {
            let rel = format!("{INTENTS}{activity}");
            let offer = offers.iter().find(|offer| offer.rel.eq_ignore_ascii_case(&rel))?;
            filled(&offer.template, "{object}", &self.object)
        });
        let subscribe = || {
            let offer = offers.iter().find(|offer| offer.rel == SUBSCRIBE)?;
            filled(&offer.template, "{uri}", &self.object)
        };
        let address = intent.or_else(subscribe).ok_or_else(|| NoWay::NoTemplate(host.clone()))?;
        let elsewhere = || NoWay::Elsewhere(host.clone());
        let url = Url::parse(&address).map_err(|_| elsewhere())?;
        let scheme = url.scheme() == "https" || insecure && url.scheme() == "http";
        let there = host_of(&url).map_err(|_| elsewhere())?;
        let own = there == *host || there == asked || there.ends_with(&format!(".{host}"));
        match scheme && own && url.as_str().len() <= LONGEST_ADDRESS {
            true => Ok(url),
            false => Err(elsewhere()),
        }
    }
}

/// The template with the object in its place, and with nothing in the places of what we do not
/// say. None when there is no place for the object.
fn filled(template: &str, place: &str, object: &str) -> Option<String> {
    if template.len() > LONGEST_ADDRESS || !template.contains(place) {
        return None;
    }
    let object: String = form_urlencoded::byte_serialize(object.as_bytes()).collect();
    let mut filled = template.replace(place, &object);
    while let Some(start) = filled.find('{') {
        let end = start + filled[start..].find('}')?;
        filled.replace_range(start..=end, "");
    }
    Some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(typed: &str) -> Option<(String, Option<String>)> {
        Home::parse(typed).ok().map(|home| (home.host, home.account))
    }

    fn at(host: &str, account: Option<&str>) -> Option<(String, Option<String>)> {
        Some((host.into(), account.map(str::to_owned)))
    }

    #[test]
    fn a_server_is_read_however_people_write_it() {
        for (typed, host, account) in [
            ("mastodon.social", "mastodon.social", None),
            (" Mastodon.Social/ ", "mastodon.social", None),
            ("me@mastodon.social", "mastodon.social", Some("me")),
            ("@me@mastodon.social", "mastodon.social", Some("me")),
            ("acct:me@mastodon.social", "mastodon.social", Some("me")),
            ("https://mastodon.social/@me", "mastodon.social", Some("me")),
            ("https://mastodon.social/about", "mastodon.social", None),
            ("bücher.example", "xn--bcher-kva.example", None),
            ("127.0.0.1:4501", "127.0.0.1:4501", None),
        ] {
            assert_eq!(home(typed), at(host, account), "{typed}");
        }
        let long = "a".repeat(400);
        for nothing in
            ["", "@", "a b", "me@", "x.example/path?a", "https://u:p@x.example/", "[::1]", &long]
        {
            assert_eq!(home(nothing), None, "{nothing}");
        }
    }

    fn sent(rel: &str, template: &str, intent: Intent) -> Result<String, NoWay> {
        let home = Home { host: "example.social".into(), account: None };
        let visit = Visit { home, intent, object: "@net@cases.example".into() };
        let offers = [Offer { rel: rel.into(), template: template.into() }];
        visit.address(&offers, "id.example.org", false).map(String::from)
    }

    #[test]
    fn a_template_is_filled_and_leads_to_the_server_that_was_named() {
        let sub = |template| sent(SUBSCRIBE, template, Intent::Follow);
        assert_eq!(
            sub("https://example.social/authorize_interaction?uri={uri}"),
            Ok("https://example.social/authorize_interaction?uri=%40net%40cases.example".into())
        );
        assert!(sub("https://www.example.social/x?{uri}").is_ok());
        assert!(sub("https://id.example.org/x?{uri}").is_ok(), "it answered in its stead");
        let elsewhere = Err(NoWay::Elsewhere("example.social".into()));
        for hostile in [
            "javascript:alert('{uri}')",
            "http://example.social/x?{uri}",
            "https://evil.example/x?{uri}",
            "https://example.social@evil.example/{uri}",
            "https://evil.example/example.social/{uri}",
            "https://notexample.social/{uri}",
            "https://{uri}.example.social/",
            "data:text/html,{uri}",
            "//evil.example/{uri}",
        ] {
            assert_eq!(sub(hostile), elsewhere, "{hostile}");
        }
        let none = Err(NoWay::NoTemplate("example.social".into()));
        assert_eq!(sub("https://example.social/x"), none);
        assert_eq!(sub(&format!("https://example.social/{}{{uri}}", "x".repeat(3_000))), none);
    }

    #[test]
    fn an_activity_intent_is_taken_where_there_is_one() {
        let like = "https://w3id.org/fep/3b86/Like";
        let template = "https://example.social/like?id={object}&on-success={on-success}";
        assert_eq!(
            sent(like, template, Intent::Like),
            Ok("https://example.social/like?id=%40net%40cases.example&on-success=".into())
        );
        assert!(sent(like, template, Intent::Share).is_err());
    }
}
