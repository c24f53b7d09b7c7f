//! Markdown and foreign HTML become safe HTML here and nowhere else: no script, no style, no image,
//! no address but http(s), no direction tricks.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::domain::text::{Html, Markdown, shorten, turns_direction};

/// HTML longer than this is not read further: no section of a case comes near it.
const MOST: usize = 400_000;

/// Most times that foreign HTML is read again.
const ROUNDS: usize = 4;

const TAGS: [&str; 21] = [
    "p",
    "br",
    "hr",
    "em",
    "strong",
    "b",
    "i",
    "del",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "h3",
    "h4",
    "h5",
    "h6",
    "a",
    "sub",
    "sup",
];

/// Tables come from Markdown only; both go through the same sieve.
const TABLE_TAGS: [&str; 6] = ["table", "thead", "tbody", "tr", "th", "td"];

static SIEVE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut sieve = Builder::empty();
    sieve
        .tags(TAGS.into_iter().chain(TABLE_TAGS).collect())
        .clean_content_tags(["script", "style", "title", "noscript", "template"].into())
        // These and no others: the builder begins with a list of its own.
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .generic_attributes(HashSet::from(["lang"]))
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow noopener"));
    sieve
});

/// A section's Markdown: headings start at h3 because the section's own is h2, raw HTML stays visible
/// as text, a picture becomes its alternative text.
pub fn from_markdown(markdown: &Markdown) -> Html {
    let text = markdown.as_str();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(cut(text), options).filter_map(tame);
    let mut out = String::with_capacity(text.len() * 5 / 4);
    html::push_html(&mut out, events);
    Html::sanitised(sifted(&out))
}

/// What the network itself says: Markdown whose headings start at h2, because the page's title is h1,
/// and whose links may also lead into this site or to a mail address. Raw HTML stays visible as text.
pub fn from_own_markdown(markdown: &Markdown) -> Html {
    static SIEVE: LazyLock<Builder<'static>> = LazyLock::new(|| {
        let mut sieve = Builder::empty();
        sieve
            .tags(TAGS.into_iter().chain(TABLE_TAGS).chain(["h2"]).collect())
            .tag_attributes(HashMap::from([
                ("a", HashSet::from(["href"])),
                ("ol", HashSet::from(["start"])),
            ]))
            .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
            .url_relative(ammonia::UrlRelative::PassThrough)
            .link_rel(Some("noopener"));
        sieve
    });
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(cut(markdown.as_str()), options).filter_map(|event| match event {
        Event::Start(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) => {
            Some(Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            }))
        }
        Event::End(TagEnd::Heading(HeadingLevel::H1 | HeadingLevel::H2)) => {
            Some(Event::End(TagEnd::Heading(HeadingLevel::H2)))
        }
        other => tame(other),
    });
    let mut out = String::with_capacity(markdown.as_str().len() * 5 / 4);
    html::push_html(&mut out, events);
    Html::sanitised(without_tricks(&SIEVE.clean(&out).to_string()))
}

/// Pages write it as it is; everything else they escape.
impl askama::filters::HtmlSafe for Html {}

/// JSON as it may stand in a `script` element that holds data: nothing in it can end the element,
/// and no part of it is markup.
pub fn data_block(value: &serde_json::Value) -> Html {
    let mut block = String::new();
    for c in value.to_string().chars() {
        match c {
            // Only strings hold these, and in strings the escape means the same.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                block.push_str(&format!("\\u{:04x}", c as u32));
            }
            other => block.push(other),
        }
    }
    Html::sanitised(block)
}
impl askama::FastWritable for Html {
    fn write_into(
        &self,
        dest: &mut dyn std::fmt::Write,
        _: &dyn askama::Values,
    ) -> askama::Result<()> {
        dest.write_str(self.as_str())?;
        Ok(())
    }
}

fn tame(event: Event<'_>) -> Option<Event<'_>> {
    match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: demoted(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(demoted(level)))),
        other => Some(other),
    }
}

fn demoted(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3 => HeadingLevel::H3,
        HeadingLevel::H4 => HeadingLevel::H4,
        HeadingLevel::H5 => HeadingLevel::H5,
        HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// HTML that another server sent, reduced to what we allow ourselves.
pub fn from_remote(foreign: &str) -> Html {
    let mut clean = sifted(cut(foreign));
    // What is left of taken-out tags may be nested as no parser reads it. A browser must see what
    // we saw, so this goes on until reading it again changes nothing.
    for _ in 0..ROUNDS {
        let again = sifted(&clean);
        if again == clean {
            break;
        }
        clean = again;
    }
    Html::sanitised(clean)
}

/// Through the sieve; what turns direction is looked for behind it, because only there are
/// entities (`&#x202E;`) the characters they stand for.
fn sifted(text: &str) -> String {
    without_idle_rel(&without_tricks(&SIEVE.clean(text).to_string()))
}

/// The sieve marks every link, also one whose address it took away; HTML allows `rel` only on what
/// has one (§4.6.1). It writes `rel` last.
fn without_idle_rel(html: &str) -> String {
    const MARK: &str = " rel=\"nofollow noopener\">";
    let mut parts = html.split(MARK).peekable();
    let mut out = String::with_capacity(html.len());
    while let Some(part) = parts.next() {
        out.push_str(part);
        if parts.peek().is_some() {
            // At most a language stands before it then.
            let tag = part.rfind("<a").map_or("", |at| &part[at..]);
            let bare = tag.strip_prefix("<a lang=\"").map_or(tag == "<a", |rest| {
                rest.strip_suffix('"').is_some_and(|lang| !lang.contains('"'))
            });
            out.push_str(if bare { ">" } else { MARK });
        }
    }
    out
}

/// Plain text of foreign HTML: paragraphs and breaks become line breaks, entities their characters.
pub fn to_plain(foreign: &str) -> String {
    let spaced = ["</p>", "<br>", "<br/>", "<br />", "</li>", "</h1>", "</h2>", "</h3>", "</div>"]
        .iter()
        .fold(cut(foreign).to_owned(), |text, end| text.replace(end, &format!("{end}\n")));
    let mut stripper = Builder::empty();
    stripper.clean_content_tags(["script", "style", "title", "noscript", "template"].into());
    let bare = unescape(&stripper.clean(&spaced).to_string());
    let lines = bare.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    without_tricks(&lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// The beginning of a text with its Markdown taken off, at most `most` characters, in one line.
pub fn excerpt(markdown: &Markdown, most: usize) -> String {
    let mut out = String::new();
    for event in Parser::new(cut(markdown.as_str())) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => out.push(' '),
            _ => {}
        }
        if out.len() > most.saturating_mul(8) {
            break;
        }
    }
    let line = out.split_whitespace().collect::<Vec<_>>().join(" ");
    shorten(&without_tricks(&line), most)
}

/// Embeddings and overrides can make a text show something other than it says.
fn without_tricks(text: &str) -> String {
    text.chars().filter(|c| *c != '\0' && !turns_direction(*c)).collect()
}

fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(MOST)]
}

/// The five entities ammonia writes; `&amp;` last, so that nothing is unescaped twice.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(text: &str) -> String {
        from_markdown(&Markdown::new(text)).to_string()
    }

    #[test]
    fn headings_stay_below_the_section() {
        assert_eq!(rendered("# Big\n\n#### Small"), "<h3>Big</h3>\n<h4>Small</h4>\n");
    }

    #[test]
    fn raw_html_stays_visible_as_text() {
        let html = rendered("a <b onclick=x>b</b> <script>alert(1)</script>\n\n<div>block</div>");
        assert!(html.contains("&lt;script&gt;") && html.contains("&lt;div&gt;"), "{html}");
        assert!(!html.contains("<script") && !html.contains("<b "), "{html}");
    }

    #[test]
    fn links_lead_to_the_web_only_and_say_so() {
        let html = rendered(
            "[a](https://example.org) [b](javascript:alert(1)) [c](/x) ![alt](https://x.test/i.png)",
        );
        assert!(
            html.contains(r#"<a href="https://example.org" rel="nofollow noopener">a</a>"#),
            "{html}"
        );
        assert!(
            !html.contains("javascript") && !html.contains("<img") && !html.contains("href=\"/x\""),
            "{html}"
        );
        assert!(html.contains("alt"), "{html}");
    }

    #[test]
    fn foreign_html_loses_what_we_do_not_allow() {
        let html = from_remote(
            "<h1 style='x'>T</h1><p class=a>x<img src=x onerror=y><iframe></iframe> <a href='data:x'>l</a></p><style>p{}</style>",
        )
        .to_string();
        assert_eq!(html, "T<p>x <a>l</a></p>");
    }

    #[test]
    fn of_attributes_only_addresses_numbers_and_languages_stay() {
        let html = from_remote(
            "<p lang=fr title=x dir=rtl>a</p><blockquote cite='https://a.test'>b</blockquote>\
             <ol start=3 type=a><li value=9>c</li></ol><table summary=x><tr><td colspan=99>d</td></tr></table>",
        )
        .to_string();
        for gone in ["title", "dir", "cite", "type", "value", "summary", "colspan"] {
            assert!(!html.contains(gone), "{gone} in {html}");
        }
        assert!(html.contains("lang=\"fr\"") && html.contains("start=\"3\""), "{html}");
    }

    #[test]
    fn direction_tricks_are_taken_out() {
        for text in ["user\u{202e}txt.exe", "user&#x202e;txt.exe", "user&#8238;txt.exe"] {
            assert!(!rendered(text).contains('\u{202e}'), "{text}");
            assert_eq!(from_remote(text).to_string(), "usertxt.exe");
        }
        assert_eq!(to_plain("<p>a\u{202d}b</p><p>c &amp;lt; d</p>"), "ab\nc &lt; d");
    }

    #[test]
    fn an_excerpt_is_plain_and_short() {
        let text =
            Markdown::new("# Title\n\nSome *words* and [a link](https://x.test) that go on.");
        assert_eq!(excerpt(&text, 200), "Title Some words and a link that go on.");
        assert!(excerpt(&text, 12).chars().count() <= 12);
    }
}
