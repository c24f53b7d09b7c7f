//! A post of another server as a comment or a message: its text, language, warning and audience.

use crate::{
    domain::text::{Html, clean_line, shorten},
    federation::{
        article,
        object::{id_of, is_address, text_of},
        vocabulary::PUBLIC,
    },
    html,
};
use serde_json::Value;

/// Longest text of a comment, in characters; what is longer is cut and loses its markup.
const TEXT_CHARS: usize = 20_000;
const LINE_CHARS: usize = 500;
/// Choices of a poll that are shown.
const CHOICES: usize = 20;
/// Names of an audience that are looked at.
const NAMES: usize = 200;

/// What a post says, made safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub html: Html,
    /// Plain text that stands in front of the rest until a reader opens it.
    pub warning: String,
    pub language: Option<String>,
    /// Its page, on the web.
    pub page_url: Option<String>,
}

/// Whom a post is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody, listed or unlisted.
    Public,
    /// These alone: followers, or single actors.
    Named(Vec<String>),
    /// It does not say.
    Unsaid,
}

/// Reads any kind of object: a Note by its content, an Article, Page, Video or Event by name and
/// content or summary, a Question with its choices, anything else by its `preview` or name.
pub fn read(value: &Value) -> Reading {
    let preview = value.get("preview").filter(|preview| preview.is_object());
    let content = body(value).or_else(|| preview.and_then(body));
    let summary = text_of(value, "summary").or_else(|| first_of_map(value, "summaryMap"));
    // Beside a content the summary of a Note is its warning (Mastodon); of an Article its lead.
    let is_note = matches!(value.get("type").and_then(Value::as_str), Some("Note" | "Question"));
    let mut warning = String::new();
    let mut parts = Vec::new();
    if let Some(name) = name_of(value).or_else(|| preview.and_then(name_of)) {
        parts.push(format!("<p><strong>{}</strong></p>", article::escaped(&name)));
    }
    match (content, summary) {
        (Some(content), Some(summary)) if is_note => {
            warning = line(&summary);
            parts.push(content);
        }
        (Some(content), _) => parts.push(content),
        (None, Some(summary)) => parts.push(html::from_remote(&summary).to_string()),
        (None, None) => {}
    }
    if let Some(choices) = choices(value) {
        parts.push(choices);
    }
    Reading {
        html: bounded(&parts.concat()),
        warning,
        language: language(value),
        page_url: text_of(value, "url").filter(|url| is_address(url)),
    }
}

/// `content` as safe HTML, whatever its media type.
fn body(value: &Value) -> Option<String> {
    let text = text_of(value, "content").or_else(|| first_of_map(value, "contentMap"))?;
    if text.trim().is_empty() {
        return None;
    }
    let plain = value.get("mediaType").and_then(Value::as_str).is_some_and(|kind| {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        kind.starts_with("text/") && kind != "text/html"
    });
    Some(match plain {
        true => article::paragraph(&text),
        false => html::from_remote(&text).to_string(),
    })
}

fn first_of_map(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_object()?.values().next()?.as_str().map(str::to_owned)
}

fn name_of(value: &Value) -> Option<String> {
    let name = text_of(value, "name").or_else(|| first_of_map(value, "nameMap"))?;
    Some(line(&name)).filter(|name| !name.is_empty())
}

fn line(text: &str) -> String {
    shorten(&clean_line(&html::to_plain(text)), LINE_CHARS)
}

/// The choices of a poll as a list.
fn choices(value: &Value) -> Option<String> {
    let listed = value.get("oneOf").or_else(|| value.get("anyOf"))?.as_array()?;
    let names = listed.iter().take(CHOICES).filter_map(name_of);
    let items: String = names.map(|name| format!("<li>{}</li>", article::escaped(&name))).collect();
    (!items.is_empty()).then(|| format!("<ul>{items}</ul>"))
}

/// Safe once more, because the parts were put together; a text beyond the bound loses its markup.
fn bounded(markup: &str) -> Html {
    let safe = html::from_remote(markup);
    let plain = html::to_plain(safe.as_str());
    if plain.chars().nth(TEXT_CHARS).is_none() && safe.as_str().len() <= TEXT_CHARS * 8 {
        return safe;
    }
    html::from_remote(&article::paragraph(&shorten(&plain, TEXT_CHARS)))
}

/// The language: the first key of `contentMap` (Mastodon), or `language` (Lemmy, PeerTube).
fn language(value: &Value) -> Option<String> {
    let of_map = |name: &str| value.get(name)?.as_object()?.keys().next().map(String::as_str);
    let named = value.pointer("/language/identifier").and_then(Value::as_str);
    let tag = of_map("contentMap").or(named)?;
    let is_tag = (2..=35).contains(&tag.len())
        && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && tag.starts_with(|c: char| c.is_ascii_alphabetic());
    (is_tag && tag != "und").then(|| tag.to_owned())
}

/// A name in an audience: `as:Public` is one, though it is no address.
fn name_in(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if text.len() <= 2_048 => Some(text.clone()),
        other => id_of(other),
    }
}

/// Whom `object` is for; where it does not say, whom the `activity` around it is for.
pub fn audience(object: &Value, activity: Option<&Value>) -> Audience {
    for said in [Some(object), activity].into_iter().flatten() {
        let mut names = Vec::new();
        for field in ["to", "cc", "audience", "bto", "bcc"] {
            match said.get(field) {
                Some(Value::Array(several)) => {
                    names.extend(several.iter().filter_map(name_in));
                }
                Some(one) => names.extend(name_in(one)),
                None => {}
            }
        }
        if names.iter().any(|name| matches!(name.as_str(), PUBLIC | "as:Public" | "Public")) {
            return Audience::Public;
        }
        if !names.is_empty() {
            names.truncate(NAMES);
            return Audience::Named(names);
        }
    }
    Audience::Unsaid
}

/// The actors whom an object's text names, by its `Mention` tags.
pub fn named(object: &Value) -> Vec<String> {
    let tags = match object.get("tag") {
        Some(Value::Array(several)) => several.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let mentions =
        tags.iter().filter(|tag| tag.get("type").and_then(Value::as_str) == Some("Mention"));
    mentions.filter_map(|tag| tag.get("href").and_then(name_in)).take(NAMES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn html_of(value: Value) -> String {
        read(&value).html.to_string()
    }

    #[test]
    fn every_kind_of_object_becomes_a_text() {
        let note = json!({ "type": "Note", "content": "<p>Hi <b>you</b></p>", "summary": "CW",
            "contentMap": { "pt-BR": "x" }, "url": "https://a.example/@a/1" });
        let reading = read(&note);
        assert_eq!(reading.html.as_str(), "<p>Hi <b>you</b></p>");
        assert_eq!((reading.warning.as_str(), reading.language.as_deref()), ("CW", Some("pt-BR")));
        let page =
            json!({ "type": "Page", "name": "A & B", "content": "<p>c</p>", "summary": "s" });
        assert_eq!(html_of(page), "<p><strong>A &amp; B</strong></p><p>c</p>");
        let poll = json!({ "type": "Question", "content": "<p>Which?</p>",
            "oneOf": [{ "type": "Note", "name": "Red" }, { "name": "<i>Blue" }] });
        assert_eq!(html_of(poll), "<p>Which?</p><ul><li>Red</li><li>Blue</li></ul>");
        let odd = json!({ "type": "Chess", "preview": { "type": "Note", "content": "<p>e4</p>" } });
        assert_eq!(html_of(odd), "<p>e4</p>");
        assert_eq!(html_of(json!({ "type": "X", "name": "N" })), "<p><strong>N</strong></p>");
        let plain = json!({ "type": "Note", "mediaType": "text/plain", "content": "a < b" });
        assert_eq!(html_of(plain), "<p>a &lt; b</p>");
    }

    #[test]
    fn no_field_brings_script_pictures_or_direction_tricks() {
        let bad = "<script>alert(1)</script><svg onload=x><img src=x onerror=y>\
            <a href='javascript:z'>l</a>\u{202e}t";
        let value = json!({ "type": "Question", "name": bad, "summary": bad, "content": bad,
            "oneOf": [{ "name": bad }], "url": "javascript:alert(1)",
            "contentMap": { "\"><script>": "x" } });
        let reading = read(&value);
        let all = format!("{} {}", reading.html, reading.warning);
        for trick in ["<script", "<svg", "<img", "onerror=", "onload=", "javascript:", "\u{202e}"] {
            assert!(!all.contains(trick), "{trick}: {all}");
        }
        assert_eq!((reading.page_url, reading.language), (None, None));
        let long = read(&json!({ "type": "Note", "content": "<p>x y</p>".repeat(60_000) }));
        assert!(long.html.as_str().len() < 100_000);
    }

    #[test]
    fn a_post_is_public_only_when_it_says_so() {
        let to = |to: Value, cc: Value| audience(&json!({ "to": to, "cc": cc }), None);
        assert_eq!(to(json!([PUBLIC]), json!([])), Audience::Public);
        assert_eq!(to(json!("https://a.example/f"), json!("as:Public")), Audience::Public);
        let followers = "https://a.example/followers".to_owned();
        assert_eq!(to(json!([followers]), json!([])), Audience::Named(vec![followers]));
        assert_eq!(to(json!([]), json!([])), Audience::Unsaid);
        let activity = json!({ "to": "Public" });
        assert_eq!(audience(&json!({}), Some(&activity)), Audience::Public);
        assert_eq!(
            audience(&json!({ "to": "https://b.example/u" }), Some(&activity)),
            Audience::Named(vec!["https://b.example/u".into()])
        );
    }
}
