//! JSON Feed 1.1.

use serde_json::{Value, json};

use super::{Entry, Feed};
use crate::clock::rfc3339;

pub fn write(feed: &Feed) -> String {
    let mut document = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.this,
        "description": feed.description,
        "language": feed.language,
        "authors": [{ "name": feed.network, "url": feed.home }],
    });
    if let Some(next) = &feed.next {
        document["next_url"] = json!(next);
    }
    document["items"] = feed.entries.iter().map(item).collect();
    document.to_string()
}

fn item(entry: &Entry) -> Value {
    let labels: Vec<&str> = entry.categories.iter().map(|(_, _, label)| label.as_str()).collect();
    let mut item = json!({
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.summary,
        "summary": entry.summary,
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated),
        "authors": [{ "name": entry.author, "url": entry.author_page }],
        "tags": labels,
        "language": entry.language,
        "_kontor": {
            "about": "https://w3id.org/kontor#",
            "licence": entry.licence,
            "licence_url": entry.licence_url,
            "rights": entry.rights,
            "revision": entry.revision,
        },
    });
    if let Some(origin) = &entry.origin {
        item["external_url"] = json!(origin);
    }
    if let Some(image) = &entry.image {
        item["image"] = json!(image.url);
        item["attachments"] =
            json!([{ "url": image.url, "mime_type": image.media_type, "title": image.alt }]);
    }
    item
}
