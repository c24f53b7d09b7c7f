//! What looks otherwise elsewhere than an author may think, found before it is published.

use super::{list, text};
use crate::domain::{case_study::CaseStudy, search::fold, text::shorten};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// Something an author may want to change, with a name that programs can rely on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Trap {
    /// Such as `title_cut`; stays the same for ever.
    pub code: &'static str,
    /// What happens, in English, for people.
    pub text: String,
}

fn trap(code: &'static str, text: impl Into<String>) -> Trap {
    Trap { code, text: text.into() }
}

/// Characters of a title that other servers are sent (FEP-b2b8 advises short names).
const NAME_CHARS: usize = 150;
const SUMMARY_CHARS: usize = 500;
/// Pictures that are sent, of those Mastodon's four.
const IMAGES: usize = 3;
const DOCUMENTS: usize = 5;
/// Tags beyond the sixth are not sent.
const TAGS: usize = 6;
/// Mastodon cuts descriptions here (`MediaAttachment::MAX_DESCRIPTION_LENGTH`).
const ALT_CHARS: usize = 1_500;
/// A text that fills some twenty screens of a telephone.
const CONTENT_CHARS: usize = 20_000;
/// Servers stop reading at 1 MiB; we stay below, by leaving translations out of the text.
const BYTES: usize = 512 * 1_024;

/// The traps in a case and in its article as it goes out, each said once.
pub fn traps(article: &Value, case: &CaseStudy) -> Vec<Trap> {
    let mut found = of_case(case);
    for trap in of_article(article) {
        if !found.iter().any(|known| known.code == trap.code) {
            found.push(trap);
        }
    }
    found
}

/// The traps in an article as it goes out.
fn of_article(article: &Value) -> Vec<Trap> {
    let mut found = Vec::new();
    title(article, &mut found);
    summary(article, &mut found);
    attachments(article, &mut found);
    if list(article, "tag").len() > TAGS {
        found.push(trap("tags_many", format!("There are more than {TAGS} hashtags.")));
    }
    if let Some(content) = text(article, "content")
        && content.chars().count() > CONTENT_CHARS
    {
        found.push(trap(
            "content_long",
            format!(
                "The text has {} characters: GoToSocial, Lemmy and Friendica show all of it.",
                content.chars().count()
            ),
        ));
    }
    if article.to_string().len() > BYTES {
        found.push(trap(
            "article_large",
            "The article is larger than half a MiB: some servers may not read it to its end.",
        ));
    }
    if article.get("license").is_none_or(Value::is_null) {
        found.push(trap(
            "all_rights_reserved",
            "All rights are reserved: other servers are sent title, summary and link only.",
        ));
    }
    if article.get("location").is_none_or(Value::is_null) {
        found.push(trap("no_place", "There is no city, so there is no place on a map."));
    }
    found
}

fn title(article: &Value, found: &mut Vec<Trap>) {
    let Some(name) = text(article, "name") else {
        found.push(trap("title_missing", "There is no title: GoToSocial and Lemmy need one."));
        return;
    };
    let chars = name.chars().count();
    if chars > NAME_CHARS {
        found.push(trap(
            "title_long",
            format!("The title has {chars} characters; Lemmy cuts it at 200."),
        ));
    }
    // `processed_text` of Mastodon 4.5 puts the name into HTML as it is.
    if name.contains(['<', '>']) {
        found.push(trap(
            "title_markup",
            "The title holds < or >: Mastodon reads it as HTML, and what looks like a tag is gone.",
        ));
    }
}

fn summary(article: &Value, found: &mut Vec<Trap>) {
    let Some(told) = text(article, "summary") else {
        found.push(trap(
            "summary_missing",
            "There is no summary: on Mastodon nothing but title and link is left.",
        ));
        return;
    };
    let chars = told.chars().count();
    if chars > SUMMARY_CHARS {
        found.push(trap(
            "summary_long",
            format!("The summary has {chars} characters: as a warning line that is a page."),
        ));
    }
    let place = article["location"]["name"].as_str().unwrap_or_default();
    let city = place.split(',').next().unwrap_or_default();
    if !city.is_empty() && !fold(&told).contains(&fold(city)) {
        found.push(trap(
            "summary_without_city",
            format!(
                "The summary does not name {}: where it stands alone nobody knows where it was.",
                shorten(city, 60)
            ),
        ));
    }
    if told.contains('\n') {
        found.push(trap("summary_paragraphs", "The summary has more than one paragraph."));
    }
    // Misskey and Mastodon before 4.5 show a summary letter by letter.
    let given = article["summary"].as_str().unwrap_or_default();
    if given.contains("</") {
        found.push(trap(
            "summary_markup",
            "The summary holds HTML tags: Misskey and Mastodon before 4.5 show them as text.",
        ));
    }
}

fn attachments(article: &Value, found: &mut Vec<Trap>) {
    let images: Vec<_> = list(article, "attachment").iter().filter_map(super::picture).collect();
    if images.len() > 4 {
        found.push(trap("images_many", "Mastodon shows four pictures and drops the others."));
    }
    for image in images {
        let name = image.url.rsplit('/').next().unwrap_or_default();
        let name = shorten(name, 60);
        if image.alt.trim().is_empty() {
            found.push(trap("image_without_alt", format!("The picture {name} is not described.")));
        }
        if image.alt.chars().count() > ALT_CHARS {
            found.push(trap(
                "image_alt_long",
                format!("Mastodon cuts the description of {name} at {ALT_CHARS} characters."),
            ));
        }
    }
    // Lemmy refuses a post with an attachment that is none of its kinds.
    let known = ["Link", "Image", "Document"];
    for attached in list(article, "attachment") {
        if !known.iter().any(|kind| attached["type"] == *kind) {
            found.push(trap(
                "attachment_kind",
                "An attachment is no link, picture or document: Lemmy refuses the whole case.",
            ));
        }
    }
}

/// The traps in a case itself: what does not even go out.
fn of_case(case: &CaseStudy) -> Vec<Trap> {
    let mut found = Vec::new();
    let title = case.title.chars().count();
    if title > NAME_CHARS {
        found.push(trap(
            "title_cut",
            format!(
                "The title has {title} characters: elsewhere it is cut at {NAME_CHARS}, and stands \
                 in full at the beginning of the text."
            ),
        ));
    }
    let summary = case.summary.chars().count();
    if summary > SUMMARY_CHARS {
        found.push(trap(
            "summary_cut",
            format!(
                "The summary has {summary} characters: elsewhere it is cut at {SUMMARY_CHARS}."
            ),
        ));
    }
    let mut shown = 0;
    for (at, image) in case.images.iter().enumerate() {
        let number = at + 1;
        match sendable(image.file.as_deref()) {
            Ok(()) => shown += 1,
            Err(why) => found.push(trap("image_not_sent", format!("Picture {number} {why}."))),
        }
        if image.alt.trim().is_empty() {
            found.push(trap("image_without_alt", format!("Picture {number} is not described.")));
        }
    }
    if shown > IMAGES {
        found.push(trap(
            "images_cut",
            format!("Other servers are sent the first {IMAGES} of {shown} pictures."),
        ));
    }
    let documents = case.links.iter().filter(|link| link.kind.id() == "document").count();
    if documents > DOCUMENTS {
        found.push(trap(
            "documents_cut",
            format!("Other servers are sent the first {DOCUMENTS} of {documents} documents."),
        ));
    }
    let tags = case.sdgs.len() + case.topics.len() + usize::from(!case.cities.is_empty());
    if tags > TAGS {
        found.push(trap(
            "tags_cut",
            format!("Of {tags} goals, topics and cities {TAGS} become hashtags."),
        ));
    }
    found
}

/// Whether other servers can load and show a picture.
fn sendable(file: Option<&str>) -> Result<(), &'static str> {
    let Some(file) = file else { return Err("has no file") };
    if !file.starts_with("https://") {
        return Err("has no https address that other servers could load");
    }
    let path = file.split(['?', '#']).next().unwrap_or(file).to_ascii_lowercase();
    match path.rsplit('.').next() {
        Some("jpg" | "jpeg" | "png" | "webp") => Ok(()),
        _ => Err("is none of jpeg, png and webp, which all servers show"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn codes(article: &Value) -> Vec<&'static str> {
        of_article(article).iter().map(|trap| trap.code).collect()
    }

    fn good() -> Value {
        json!({
            "name": "Trams",
            "summary": "In Lyon, trams.",
            "content": "<p>Long ago</p>",
            "location": { "name": "Lyon, France" },
            "license": "https://creativecommons.org/licenses/by/4.0/",
        })
    }

    #[test]
    fn an_article_without_traps_has_none() {
        assert_eq!(codes(&good()), Vec::<&str>::new());
    }

    #[test]
    fn each_trap_is_found() {
        let image =
            |alt: &str| json!({ "type": "Image", "url": "https://a.example/1.png", "name": alt });
        let cases = [
            ("title_missing", "name", json!("")),
            ("title_long", "name", json!("x".repeat(151))),
            ("title_markup", "name", json!("Roads <30")),
            ("summary_missing", "summary", Value::Null),
            ("summary_long", "summary", json!(format!("Lyon {}", "x".repeat(500)))),
            ("summary_without_city", "summary", json!("Somewhere")),
            ("summary_paragraphs", "summary", json!("Lyon<br>and more")),
            ("summary_markup", "summary", json!("<p>Lyon</p>")),
            ("images_many", "attachment", json!(vec![image("a"); 5])),
            ("image_without_alt", "attachment", json!([image(" ")])),
            ("image_alt_long", "attachment", json!([image(&"x".repeat(1_501))])),
            ("attachment_kind", "attachment", json!([{ "type": "PropertyValue" }])),
            ("tags_many", "tag", json!(vec![json!({ "type": "Hashtag" }); 7])),
            ("content_long", "content", json!("x".repeat(20_001))),
            ("article_large", "caseStudy", json!("x".repeat(600_000))),
            ("all_rights_reserved", "license", Value::Null),
            ("no_place", "location", Value::Null),
        ];
        for (code, field, value) in cases {
            let mut article = good();
            article[field] = value;
            assert_eq!(codes(&article), [code], "{field}");
        }
    }

    #[test]
    fn a_picture_is_sent_over_https_and_in_a_format_everybody_shows() {
        assert_eq!(sendable(Some("https://a.example/1.JPG?x")), Ok(()));
        for file in [
            None,
            Some("images/1.jpg"),
            Some("http://a.example/1.jpg"),
            Some("https://a.example/1.svg"),
        ] {
            assert!(sendable(file).is_err(), "{file:?}");
        }
    }
}
