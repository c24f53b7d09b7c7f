//! Every path and every id of this instance, one function each.

use crate::domain::{document, media::Named, search::Facet};
use std::sync::Arc;

/// The addresses of one instance. Ids are opaque and permanent; pages are readable and may move.
#[derive(Clone, Debug)]
pub struct Urls {
    origin: Arc<str>,
}

impl Urls {
    /// `origin` is `scheme://host[:port]`, without a slash at the end.
    pub fn new(origin: &str) -> Self {
        Urls { origin: origin.trim_end_matches('/').into() }
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// `HOST` or `HOST:PORT`, as it stands in handles.
    pub fn host(&self) -> &str {
        self.origin.split_once("//").map_or(&*self.origin, |(_, host)| host)
    }

    /// Whether `uri` is an address of this instance.
    pub fn is_ours(&self, uri: &str) -> bool {
        uri.strip_prefix(&*self.origin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    }

    pub fn home(&self) -> String {
        format!("{}/", self.origin)
    }

    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Id of an object.
    pub fn object(&self, id: &str) -> String {
        format!("{}/o/{id}", self.origin)
    }

    /// Id of an actor.
    pub fn actor(&self, id: &str) -> String {
        format!("{}/a/{id}", self.origin)
    }

    /// Id of an activity.
    pub fn activity(&self, id: &str) -> String {
        format!("{}/activities/{id}", self.origin)
    }

    pub fn shared_inbox(&self) -> String {
        format!("{}/inbox", self.origin)
    }

    pub fn namespace(&self) -> String {
        format!("{}/ns", self.origin)
    }

    /// The page of a case; `page` as `StoredCase::page` holds it.
    pub fn case_page(&self, page: &str) -> String {
        format!("{}{}", self.origin, case_path(page))
    }

    pub fn network_page(&self, slug: &str) -> String {
        format!("{}{}", self.origin, network_path(slug))
    }

    /// The address of a picture that is kept here.
    pub fn picture(&self, named: &Named) -> String {
        format!("{}{}", self.origin, picture_path(named))
    }

    /// The picture behind an address, where it is one of those kept here.
    pub fn own_picture(&self, address: &str) -> Option<Named> {
        Named::parse(address.strip_prefix(&*self.origin)?.strip_prefix("/media/")?)
    }

    /// The address of a document that is kept here; `name` as it is called when it is saved.
    pub fn document(&self, id: &str, name: &str) -> String {
        format!("{}/documents/{id}/{}", self.origin, document::plain_name(name))
    }

    /// The id of the document behind an address, where it is named as those kept here.
    pub fn own_document<'a>(&self, address: &'a str) -> Option<&'a str> {
        document::id_in(address.strip_prefix(&*self.origin)?.strip_prefix("/documents/")?)
    }

    /// The address of `handle` as people write it: `@metropolis@HOST`.
    pub fn handle(&self, handle: &str) -> String {
        format!("@{handle}@{}", self.host())
    }
}

/// The id of the nth RSA key of an actor, which signs requests.
pub fn rsa_key_id(actor: &str, number: usize) -> String {
    match number {
        0 | 1 => format!("{actor}#main-key"),
        number => format!("{actor}#key-{number}"),
    }
}

/// The id of the nth Ed25519 key of an actor, which makes integrity proofs.
pub fn ed25519_key_id(actor: &str, number: usize) -> String {
    match number {
        0 | 1 => format!("{actor}#ed25519-key"),
        number => format!("{actor}#ed25519-key-{number}"),
    }
}

pub fn inbox(actor: &str) -> String {
    format!("{actor}/inbox")
}

pub fn outbox(actor: &str) -> String {
    format!("{actor}/outbox")
}

pub fn followers(actor: &str) -> String {
    format!("{actor}/followers")
}

/// Where the followers of one host are listed, for that host alone (FEP-8fcf).
pub fn followers_synchronization(actor: &str) -> String {
    format!("{actor}/followers_synchronization")
}

pub fn following(actor: &str) -> String {
    format!("{actor}/following")
}

pub fn featured(actor: &str) -> String {
    format!("{actor}/featured")
}

pub fn case_path(page: &str) -> String {
    format!("/cases/{page}")
}

/// A picture that is kept here, in one of its sizes.
pub fn picture_path(named: &Named) -> String {
    format!("/media/{named}")
}

/// The copy of a picture that a partner's case shows, about so many pixels wide.
pub fn case_copy_path(page: &str, tag: &str, width: u32) -> String {
    format!("/copies/cases/{page}/{tag}/{width}")
}

/// The copy of the picture that somebody elsewhere shows of themselves.
pub fn face_copy_path(tag: &str) -> String {
    format!("/copies/people/{tag}")
}

/// All revisions of a case.
pub fn case_history_path(page: &str) -> String {
    format!("{}/history", case_path(page))
}

/// Where readers ask for a correction of a case.
pub fn case_correct_path(page: &str) -> String {
    format!("{}/correct", case_path(page))
}

/// A case as it was in one revision.
pub fn case_revision_path(page: &str, revision: i64) -> String {
    format!("{}/revisions/{revision}", case_path(page))
}

/// A case as a reference; `format` is one of [`CITATION_FORMATS`].
pub fn case_citation_path(page: &str, format: &str) -> String {
    format!("{}.{format}", case_path(page))
}

/// The endings of a case's address under which it is a reference.
pub const CITATION_FORMATS: [&str; 3] = ["bib", "ris", "csl.json"];

/// The page and the format, when this is the last part of the address of a reference. Neither a
/// slug nor the name of a host ends so.
pub fn citation_of(page: &str) -> Option<(&str, &'static str)> {
    CITATION_FORMATS.iter().find_map(|format| {
        let page = page.strip_suffix(format)?.strip_suffix('.')?;
        Some((page, *format))
    })
}

/// Where one follows `handle` from one's own server.
pub fn follow_path(handle: &str) -> String {
    let handle: String = url::form_urlencoded::byte_serialize(handle.as_bytes()).collect();
    format!("/follow?actor={handle}")
}

/// Where one answers, likes or shares a case from one's own server.
pub fn interact_path(page: &str) -> String {
    let page: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
    format!("/follow?case={page}")
}

/// The page about one value of a facet: `/topics/cycling`, `/goals/11`, `/cities/dk/copenhagen`.
pub fn door(facet: Facet, value: &str) -> String {
    match facet {
        Facet::Topic => topic_path(value),
        Facet::Sdg => format!("/goals/{}", segment(value)),
        Facet::City => city_path(value),
        Facet::Country => country_path(value),
        Facet::Region => region_path(value),
        Facet::Network => network_path(value),
        Facet::Language => language_path(value),
        // The others have no page but their search.
        other => {
            let value: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
            cases_as("", &format!("{}={value}", other.id()))
        }
    }
}

/// What a page about one value of a facet is about, by its path: the inverse of [`door`]. Only the
/// shape is read; whether there is such a topic or city is for others to say.
pub fn behind(path: &str) -> Option<(Facet, String)> {
    let (kind, rest) = path.strip_prefix('/')?.split_once('/')?;
    let rest = percent_decode(rest.strip_suffix('/').unwrap_or(rest))?;
    let value = match (kind, rest.split_once('/')) {
        (_, None) if rest.is_empty() => return None,
        ("cities", Some((country, name))) if !name.contains('/') => {
            return Some((Facet::City, format!("{country}-{name}")));
        }
        (_, Some(_)) => return None,
        (_, None) => rest,
    };
    match kind {
        "topics" => Some((Facet::Topic, value)),
        "goals" => Some((Facet::Sdg, value)),
        "countries" => Some((Facet::Country, value.to_ascii_uppercase())),
        "regions" => Some((Facet::Region, value)),
        "languages" => Some((Facet::Language, value)),
        _ => None,
    }
}

/// Text of a path; none where it is no UTF-8.
fn percent_decode(text: &str) -> Option<String> {
    // A plus is a plus in a path (RFC 3986 §3.3), and a blank in a form only.
    let form = format!("={}", text.replace('+', "%2B").replace('&', "%26"));
    let decoded = url::form_urlencoded::parse(form.as_bytes()).next().map(|(_, value)| value);
    decoded.filter(|text| !text.contains('\u{fffd}')).map(Into::into)
}

/// A search: its page with an empty `ending`, else its feed or file, such as `.atom` or `.csv`.
pub fn cases_as(ending: &str, query: &str) -> String {
    match query {
        "" => format!("/cases{ending}"),
        query => format!("/cases{ending}?{query}"),
    }
}

pub fn network_path(slug: &str) -> String {
    format!("/networks/{slug}")
}

/// A page that the network wrote itself.
pub fn own_page(slug: &str) -> String {
    format!("/pages/{slug}")
}

/// A topic or a subtopic, by its id.
pub fn topic_path(id: &str) -> String {
    format!("/topics/{}", segment(id))
}

/// A goal, 1–17; its targets are parts of its page, `#target-11-2`.
pub fn goal_path(number: u8) -> String {
    format!("/goals/{number}")
}

/// A city by its key: `dk-copenhagen` is at `/cities/dk/copenhagen`.
pub fn city_path(key: &str) -> String {
    let (country, name) = key.split_once('-').unwrap_or((key, ""));
    format!("/cities/{}/{}", segment(country), segment(name))
}

/// A country by its ISO 3166-1 alpha-2 code, in any case.
pub fn country_path(code: &str) -> String {
    format!("/countries/{}", segment(&code.to_ascii_lowercase()))
}

/// A region by its slug.
pub fn region_path(id: &str) -> String {
    format!("/regions/{}", segment(id))
}

/// A language of cases by its tag.
pub fn language_path(tag: &str) -> String {
    format!("/languages/{}", segment(tag))
}

/// A manuscript, for who writes on it.
pub fn manuscript_path(id: &str) -> String {
    format!("/write/{}", segment(id))
}

/// The same at the desk, for who reviews it.
pub fn desk_case_path(id: &str) -> String {
    format!("/desk/case/{}", segment(id))
}

/// Where the mails of an alert are ended without signing in.
pub fn alert_end_path(key: &str) -> String {
    format!("/alerts/end?key={}", segment(key))
}

/// Leads a member to what a notice is about.
pub fn notice_path(id: &str) -> String {
    format!("/account/notices/{}", segment(id))
}

/// Where the mails with notices are ended without signing in.
pub fn notices_end_path(key: &str) -> String {
    format!("/notices/end?key={}", segment(key))
}

/// The private feed of a saved search.
pub fn alert_feed_path(key: &str) -> String {
    format!("/alerts/feed/{}", segment(key))
}

/// Where an address agrees to a digest.
pub fn digest_confirm_path(key: &str) -> String {
    format!("/digests/confirm?key={}", segment(key))
}

/// Where somebody changes their password and their address.
pub const SECURITY: &str = "/account/security";

/// A conversation, for a member who takes part in it.
pub fn conversation_path(id: &str) -> String {
    format!("/messages/{}", segment(id))
}

/// Where a person, or without a handle the network, is written to, about a case if one is named.
pub fn contact_path(handle: Option<&str>, case: Option<&str>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let pairs = [("to", handle), ("case", case)];
    query.extend_pairs(pairs.into_iter().filter_map(|(name, value)| Some((name, value?))));
    match query.finish() {
        query if query.is_empty() => "/contact".to_owned(),
        query => format!("/contact?{query}"),
    }
}

/// A citymaker of this instance by their handle.
pub fn person_path(handle: &str) -> String {
    format!("/@{}", segment(handle))
}

/// One segment of a path (RFC 3986 §3.3), whatever its letters.
fn segment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_reference_is_told_from_that_of_a_case() {
        assert_eq!(citation_of("a-b.csl.json"), Some(("a-b", "csl.json")));
        assert_eq!(citation_of("a@b.example.bib"), Some(("a@b.example", "bib")));
        assert_eq!(citation_of("a-bib"), None);
        assert_eq!(citation_of("a@ris.example"), None);
    }

    #[test]
    fn a_city_of_any_script_has_a_path() {
        assert_eq!(city_path("dk-copenhagen"), "/cities/dk/copenhagen");
        assert_eq!(city_path("jp-東京"), "/cities/jp/%E6%9D%B1%E4%BA%AC");
        assert_eq!(city_path("xx"), "/cities/xx/");
        assert_eq!(country_path("DK"), "/countries/dk");
    }

    #[test]
    fn the_address_of_a_door_tells_what_it_is_about() {
        for (facet, value) in [
            (Facet::Topic, "cycling"),
            (Facet::Sdg, "11"),
            (Facet::City, "dk-copenhagen"),
            (Facet::City, "jp-東京"),
            (Facet::City, "fr-l-haÿ-les-roses"),
            (Facet::Country, "DK"),
            (Facet::Region, "europe"),
            (Facet::Language, "zh-Hant"),
        ] {
            assert_eq!(behind(&door(facet, value)), Some((facet, value.to_owned())));
        }
        for other in ["/topics", "/topics/", "/topics/a/b", "/cities/dk", "/networks/use", "/x/y"] {
            assert_eq!(behind(other), None, "{other}");
        }
        assert_eq!(behind("/topics/%ff"), None);
        assert_eq!(behind("/topics/a+b"), Some((Facet::Topic, "a+b".into())));
    }

    #[test]
    fn a_longer_host_that_begins_like_ours_is_not_ours() {
        let urls = Urls::new("https://cases.example");
        assert!(urls.is_ours("https://cases.example/o/1"));
        assert!(urls.is_ours("https://cases.example"));
        assert!(!urls.is_ours("https://cases.example.evil.test/o/1"));
        assert!(!urls.is_ours("http://cases.example/o/1"));
    }
}
