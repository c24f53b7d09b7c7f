//! Atom (RFC 4287), with licences (RFC 4946) and pages (RFC 5005).

use super::{Entry, Feed};
use crate::{clock::rfc3339, formats::xml::Xml};

pub fn write(feed: &Feed) -> String {
    let mut xml = Xml::document();
    let space = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.language)];
    xml.open("feed", &space)
        .leaf("id", &[], &feed.id)
        .leaf("title", &[], &feed.title)
        .leaf("subtitle", &[], &feed.description)
        .leaf("updated", &[], &rfc3339(feed.updated));
    let link = |xml: &mut Xml, rel: &str, kind: &str, href: &str| {
        xml.empty("link", &[("rel", rel), ("type", kind), ("href", href)]);
    };
    const OWN: &str = "application/atom+xml";
    link(&mut xml, "self", OWN, &feed.this);
    link(&mut xml, "alternate", "text/html", &feed.page);
    link(&mut xml, "first", OWN, &feed.first);
    if let Some(next) = &feed.next {
        link(&mut xml, "next", OWN, next);
    }
    author(&mut xml, &feed.network, &feed.home);
    let version = env!("CARGO_PKG_VERSION");
    xml.leaf("generator", &[("version", version)], "Kontor");
    for entry in &feed.entries {
        case(&mut xml, entry);
    }
    xml.close("feed");
    xml.finish()
}

fn case(xml: &mut Xml, entry: &Entry) {
    let lang = [("xml:lang", entry.language)];
    xml.open("entry", &[])
        .leaf("id", &[], &entry.id)
        .leaf("title", &lang, &entry.title)
        .leaf("summary", &lang, &entry.summary)
        .leaf("published", &[], &rfc3339(entry.published))
        .leaf("updated", &[], &rfc3339(entry.updated));
    let page = [("rel", "alternate"), ("type", "text/html"), ("href", entry.url.as_str())];
    xml.empty("link", &[&page[..], &[("hreflang", entry.language)]].concat());
    if let Some(origin) = &entry.origin {
        xml.empty("link", &[("rel", "via"), ("type", "text/html"), ("href", origin)]);
    }
    if let Some(licence) = entry.licence_url {
        xml.empty("link", &[("rel", "license"), ("href", licence)]);
    }
    if let Some(image) = &entry.image {
        let (url, kind) = (image.url.as_str(), image.media_type);
        let link = [("rel", "enclosure"), ("type", kind), ("href", url), ("title", &image.alt)];
        xml.empty("link", &link);
    }
    author(xml, &entry.author, &entry.author_page);
    for (kind, value, label) in &entry.categories {
        let term = format!("{kind}:{value}");
        xml.empty("category", &[("term", term.as_str()), ("label", label)]);
    }
    xml.leaf("rights", &[], &entry.rights).close("entry");
}

fn author(xml: &mut Xml, name: &str, uri: &str) {
    xml.open("author", &[]).leaf("name", &[], name).leaf("uri", &[], uri).close("author");
}
