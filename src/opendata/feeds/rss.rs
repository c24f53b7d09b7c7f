//! RSS 2.0, with Dublin Core for what it has no place for.

use super::{Entry, Feed};
use crate::{
    clock::http_date,
    formats::xml::{self, Xml},
};

pub fn write(feed: &Feed) -> String {
    let mut xml = Xml::document();
    let spaces = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.open("rss", &spaces)
        .open("channel", &[])
        .leaf("title", &[], &feed.title)
        .leaf("link", &[], &feed.page)
        .leaf("description", &[], &feed.description)
        .leaf("language", &[], feed.language)
        .leaf("lastBuildDate", &[], &http_date(feed.updated))
        .leaf("generator", &[], concat!("Kontor ", env!("CARGO_PKG_VERSION")))
        .leaf("docs", &[], "https://www.rssboard.org/rss-specification");
    let link = |xml: &mut Xml, rel: &str, href: &str| {
        xml.empty("atom:link", &[("rel", rel), ("type", "application/rss+xml"), ("href", href)]);
    };
    link(&mut xml, "self", &feed.this);
    link(&mut xml, "first", &feed.first);
    if let Some(next) = &feed.next {
        link(&mut xml, "next", next);
    }
    for entry in &feed.entries {
        item(&mut xml, entry);
    }
    xml.close("channel").close("rss");
    xml.finish()
}

fn item(xml: &mut Xml, entry: &Entry) {
    // Readers take this one for HTML: a plain text is escaped once more.
    let mut summary = String::new();
    xml::escape(&entry.summary, &mut summary);
    xml.open("item", &[])
        .leaf("title", &[], &entry.title)
        .leaf("link", &[], &entry.url)
        .leaf("guid", &[("isPermaLink", "false")], &entry.id)
        .leaf("description", &[], &summary)
        .leaf("pubDate", &[], &http_date(entry.published))
        .leaf("dc:creator", &[], &entry.author)
        .leaf("dc:language", &[], entry.language)
        .leaf("dc:rights", &[], &entry.rights);
    if let Some(origin) = &entry.origin {
        xml.leaf("dc:source", &[], origin);
    }
    for (kind, _, label) in &entry.categories {
        xml.leaf("category", &[("domain", kind)], label);
    }
    if let Some(image) = &entry.image {
        // The length is required, and not known.
        let enclosure = [("url", image.url.as_str()), ("length", "0"), ("type", image.media_type)];
        xml.empty("enclosure", &enclosure);
    }
    xml.close("item");
}
