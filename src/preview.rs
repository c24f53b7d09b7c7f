//! How a case will look on other servers: what each of them makes of the article we send.
//!
//! Pure: an article as it goes out in, what readers see out. Each rule names the source it was
//! read from; where a server changes its mind, change the rule here.

mod traps;

pub use traps::{Trap, traps};

use crate::{domain::text::shorten, html};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// Characters of a body that a view shows before it is cut.
const EXCERPT_CHARS: usize = 600;

/// The servers whose eyes we can borrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Software {
    Mastodon,
    GoToSocial,
    Lemmy,
    Friendica,
    Kontor,
}

impl Software {
    /// All of them, in the order they are shown in.
    pub const ALL: [Software; 5] = [
        Software::Mastodon,
        Software::GoToSocial,
        Software::Lemmy,
        Software::Friendica,
        Software::Kontor,
    ];

    /// Name in commands and in the API.
    pub fn id(self) -> &'static str {
        match self {
            Software::Mastodon => "mastodon",
            Software::GoToSocial => "gotosocial",
            Software::Lemmy => "lemmy",
            Software::Friendica => "friendica",
            Software::Kontor => "kontor",
        }
    }

    /// Name as it is written to people.
    pub fn name(self) -> &'static str {
        match self {
            Software::Mastodon => "Mastodon",
            Software::GoToSocial => "GoToSocial",
            Software::Lemmy => "Lemmy",
            Software::Friendica => "Friendica",
            Software::Kontor => "Kontor",
        }
    }

    /// The software of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|software| software.id() == id)
    }
}

/// What a reader of one server sees of an article. All texts are plain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct View {
    /// `mastodon`, `gotosocial`, `lemmy`, `friendica` or `kontor`.
    pub software: &'static str,
    /// The line that stands out above the text.
    pub heading: Option<String>,
    /// The line behind which everything else is hidden until a reader opens it.
    pub warning: Option<String>,
    /// The beginning of the text.
    pub body: String,
    /// Characters of the whole text.
    pub body_chars: usize,
    /// Where a reader is led.
    pub link: Option<Leading>,
    /// Hashtags that are shown or can be clicked.
    pub tags: Vec<String>,
    pub images: Vec<Picture>,
    /// What a reader of this server does not see.
    pub dropped: Vec<&'static str>,
}

/// A link to the page of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Leading {
    pub url: String,
    /// `card`: with the picture and title of the page; `text`: the bare address; `title`: behind
    /// the heading.
    pub shown_as: &'static str,
}

/// A picture with its description for those who do not see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Picture {
    pub url: String,
    pub alt: String,
}

/// How the article looks there.
pub fn view(article: &Value, software: Software) -> View {
    match software {
        Software::Mastodon => mastodon(article),
        Software::GoToSocial => gotosocial(article),
        Software::Lemmy => lemmy(article),
        Software::Friendica => friendica(article),
        Software::Kontor => kontor(article),
    }
}

/// Mastodon knows notes; an article becomes one of title, summary and address, never hidden
/// behind its summary (`app/lib/activitypub/parser/status_parser.rb`, `processed_text`, 4.5).
/// Pictures keep the page's card away; it takes four (`MEDIA_ATTACHMENTS_LIMIT`), and what is
/// neither picture, sound nor film becomes a bare link below.
fn mastodon(article: &Value) -> View {
    let images = pictures(article, 4);
    let mut dropped = vec!["the text of the sections", "the structured fields", "the place"];
    if !documents(article).is_empty() {
        dropped.push("the names of documents");
    }
    View {
        software: Software::Mastodon.id(),
        heading: text(article, "name"),
        link: leading(article, if images.is_empty() { "card" } else { "text" }),
        tags: hashtags(article),
        images,
        dropped,
        ..opened(text(article, "summary").unwrap_or_default())
    }
}

/// The summary hides the text, or the name where there is no summary
/// (`internal/typeutils/astointernal.go`, `ASStatusToStatus`); a name beside a summary is not
/// shown. Links among the attachments are passed over (`internal/ap/extract.go`), and hashtags
/// that the text does not hold are found by search alone.
fn gotosocial(article: &Value) -> View {
    View {
        software: Software::GoToSocial.id(),
        warning: text(article, "summary").or_else(|| text(article, "name")),
        link: leading(article, "text"),
        tags: Vec::new(),
        images: pictures(article, usize::MAX),
        dropped: vec!["the title", "the structured fields", "the place", "hashtags"],
        ..opened(text(article, "content").unwrap_or_default())
    }
}

/// A post of the community in `audience`: the name cut at 200 characters, the first attachment as
/// its link, the content as Markdown, the image as thumbnail
/// (`crates/apub/src/objects/post.rs`, `from_json`).
fn lemmy(article: &Value) -> View {
    let first = list(article, "attachment").first().cloned().unwrap_or_default();
    let address = first.get("href").or_else(|| first.get("url")).and_then(Value::as_str);
    let thumbnail = article.get("image").filter(|image| image.is_object()).and_then(picture);
    View {
        software: Software::Lemmy.id(),
        heading: text(article, "name").map(|name| name.chars().take(200).collect()),
        link: address.map(|url| Leading { url: url.to_owned(), shown_as: "title" }),
        images: thumbnail.into_iter().collect(),
        dropped: vec!["the summary", "hashtags", "further pictures", "the structured fields"],
        ..opened(text(article, "content").unwrap_or_default())
    }
}

/// Title, summary as content warning, text, pictures below it, documents as attachments
/// (`src/Protocol/ActivityPub/Processor.php`, `processContent`).
fn friendica(article: &Value) -> View {
    View {
        software: Software::Friendica.id(),
        heading: text(article, "name"),
        warning: text(article, "summary"),
        link: leading(article, "text"),
        tags: hashtags(article),
        images: pictures(article, usize::MAX),
        dropped: vec!["the structured fields"],
        ..opened(text(article, "content").unwrap_or_default())
    }
}

/// Another instance of Kontor shows the case as we do, and says whose it is.
fn kontor(article: &Value) -> View {
    let open = article.get("caseStudy").is_some();
    View {
        software: Software::Kontor.id(),
        heading: text(article, "name"),
        link: leading(article, "text"),
        tags: hashtags(article),
        images: pictures(article, usize::MAX),
        dropped: if open { Vec::new() } else { vec!["everything but title, summary and link"] },
        ..opened(match open {
            true => text(article, "content").unwrap_or_default(),
            false => text(article, "summary").unwrap_or_default(),
        })
    }
}

/// A view with nothing but a body.
fn opened(whole: String) -> View {
    View {
        software: "",
        heading: None,
        warning: None,
        body: shorten(&whole, EXCERPT_CHARS),
        body_chars: whole.chars().count(),
        link: None,
        tags: Vec::new(),
        images: Vec::new(),
        dropped: Vec::new(),
    }
}

/// A field as a reader sees it; `name` is plain already, the others are HTML.
fn text(article: &Value, field: &str) -> Option<String> {
    let given = article.get(field)?.as_str()?;
    let plain = if field == "name" { given.to_owned() } else { html::to_plain(given) };
    (!plain.is_empty()).then_some(plain)
}

fn list<'a>(article: &'a Value, field: &str) -> &'a [Value] {
    article.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn leading(article: &Value, shown_as: &'static str) -> Option<Leading> {
    let url = article.get("url")?.as_str()?.to_owned();
    Some(Leading { url, shown_as })
}

fn hashtags(article: &Value) -> Vec<String> {
    let tags = list(article, "tag").iter().filter(|tag| tag["type"] == "Hashtag");
    tags.filter_map(|tag| tag["name"].as_str().map(str::to_owned)).collect()
}

/// Attachments that are pictures.
fn pictures(article: &Value, most: usize) -> Vec<Picture> {
    list(article, "attachment").iter().filter_map(picture).take(most).collect()
}

fn picture(attached: &Value) -> Option<Picture> {
    let media_type = attached["mediaType"].as_str().unwrap_or_default();
    if attached["type"] != "Image" && !media_type.starts_with("image/") {
        return None;
    }
    let alt = attached["name"].as_str().unwrap_or_default().to_owned();
    Some(Picture { url: attached["url"].as_str()?.to_owned(), alt })
}

fn documents(article: &Value) -> Vec<&Value> {
    let attached = list(article, "attachment").iter();
    attached.filter(|one| one["type"] == "Document" && picture(one).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn article() -> Value {
        json!({
            "type": "Article",
            "name": "Trams <back> in town",
            "summary": "<p>Lyon: trams &amp; trees.</p>",
            "content": "<p>Lyon · 2020–</p><h2>Solution</h2><p>Rails.</p>",
            "url": "https://cases.example.org/cases/trams",
            "audience": "https://cases.example.org/a/1",
            "image": { "type": "Image", "mediaType": "image/png",
                "url": "https://cases.example.org/a.png", "name": "A tram" },
            "attachment": [
                { "type": "Link", "href": "https://cases.example.org/cases/trams" },
                { "type": "Image", "mediaType": "image/png",
                  "url": "https://cases.example.org/a.png", "name": "A tram" },
                { "type": "Document", "mediaType": "application/pdf",
                  "url": "https://cases.example.org/a.pdf", "name": "The plan" },
            ],
            "tag": [{ "type": "Hashtag", "name": "#SDG11", "href": "https://cases.example.org/" }],
            "location": { "type": "Place", "name": "Lyon, France" },
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "caseStudy": {},
        })
    }

    #[test]
    fn mastodon_shows_title_summary_and_link_and_nothing_of_the_text() {
        let seen = view(&article(), Software::Mastodon);
        assert_eq!(seen.heading.as_deref(), Some("Trams <back> in town"));
        assert_eq!((seen.body.as_str(), seen.warning), ("Lyon: trams & trees.", None));
        assert_eq!(seen.link.unwrap().shown_as, "text", "pictures keep the card away");
        assert_eq!(seen.images.len(), 1);
        let mut bare = article();
        bare["attachment"] = json!([]);
        assert_eq!(view(&bare, Software::Mastodon).link.unwrap().shown_as, "card");
    }

    #[test]
    fn gotosocial_hides_the_text_behind_the_summary_or_else_the_name() {
        let seen = view(&article(), Software::GoToSocial);
        assert_eq!(seen.warning.as_deref(), Some("Lyon: trams & trees."));
        assert_eq!(seen.heading, None);
        assert!(seen.body.contains("Rails."));
        let mut bare = article();
        bare["summary"] = Value::Null;
        let seen = view(&bare, Software::GoToSocial);
        assert_eq!(seen.warning.as_deref(), Some("Trams <back> in town"));
    }

    #[test]
    fn lemmy_takes_the_first_attachment_for_the_link_and_a_title_of_200_characters() {
        let mut long = article();
        long["name"] = json!("x".repeat(300));
        let seen = view(&long, Software::Lemmy);
        assert_eq!(seen.heading.unwrap().len(), 200);
        assert_eq!(seen.link.unwrap().url, "https://cases.example.org/cases/trams");
        assert_eq!(seen.images[0].alt, "A tram");
    }

    #[test]
    fn friendica_and_kontor_show_title_and_text() {
        for software in [Software::Friendica, Software::Kontor] {
            let seen = view(&article(), software);
            assert_eq!(seen.heading.as_deref(), Some("Trams <back> in town"));
            assert!(seen.body.contains("Rails.") && seen.tags == ["#SDG11"]);
        }
    }

    #[test]
    fn nonsense_is_seen_as_nothing() {
        for odd in [json!(null), json!([1]), json!({ "attachment": 7, "tag": [null], "name": 1 })] {
            for software in Software::ALL {
                let seen = view(&odd, software);
                assert!(seen.body.is_empty() && seen.images.is_empty(), "{seen:?}");
            }
        }
    }
}
