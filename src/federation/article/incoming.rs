//! An article of another server read: forgiving of shape, unforgiving of origin.

use super::licence_of;
use crate::{
    app::receive::{ForeignCase, ForeignPost},
    clock::parse_rfc3339,
    domain::{
        case_study,
        text::{clean_line, shorten},
        vocabulary::{EditorialState, Language},
    },
    federation::{
        object::{host_of, id_of, same_origin, text_of},
        vocabulary::CASE_STUDY,
    },
    html,
};
use serde_json::{Map, Value, json};

/// An object of another server, as far as we understand it.
#[derive(Debug)]
pub enum Incoming {
    Case(Box<ForeignCase>),
    Post(Box<ForeignPost>),
}

/// Why an object is not taken. The text is for an administrator.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Unreadable {
    #[error("the object has no id")]
    NoId,
    #[error("the object {0} says nothing of its author")]
    NoAuthor(String),
    #[error("the object {uri} is attributed to {author}, on another server")]
    ForeignAuthor { uri: String, author: String },
}

/// Bounds for texts of posts, which have none of their own.
const POST_TEXT_CHARS: usize = 20_000;
const POST_NAME_CHARS: usize = 500;

/// Reads an object that stands at its own id, or came signed by its author.
pub fn read(value: &Value, document: &str, now: i64) -> Result<Incoming, Unreadable> {
    let uri = id_of(value).ok_or(Unreadable::NoId)?;
    let actor = author(value).ok_or_else(|| Unreadable::NoAuthor(uri.clone()))?;
    if !same_origin(&uri, &actor) {
        return Err(Unreadable::ForeignAuthor { uri, author: actor });
    }
    let published = date(value, "published").unwrap_or(now).min(now);
    let updated = date(value, "updated").unwrap_or(published).max(published);
    if let Some((case, foreign_keys)) = case_of(value, published, updated) {
        let page_url = text_of(value, "url").filter(|url| same_origin(url, &uri));
        return Ok(Incoming::Case(Box::new(ForeignCase {
            host: host_of(&uri).unwrap_or_default(),
            uri,
            actor,
            page_url,
            published,
            updated,
            case,
            foreign_keys,
            document: document.to_owned(),
        })));
    }
    Ok(Incoming::Post(Box::new(post(value, uri, actor, published, updated, document))))
}

/// `attributedTo`: one id, an object, or a list of which the first actor counts (PeerTube).
fn author(value: &Value) -> Option<String> {
    let given = value.get("attributedTo").or_else(|| value.get("actor"))?;
    match given {
        Value::Array(several) => several.iter().find_map(id_of),
        one => id_of(one),
    }
}

fn date(value: &Value, name: &str) -> Option<i64> {
    parse_rfc3339(value.get(name)?.as_str()?)
}

/// The case study of an article that says it is one and holds a valid one. Whatever is wrong
/// with it makes it a post like any other.
fn case_of(
    value: &Value,
    published: i64,
    updated: i64,
) -> Option<(case_study::CaseStudy, Option<String>)> {
    if value.get("type")?.as_str()? != "Article" {
        return None;
    }
    if value.get("additionalType").and_then(Value::as_str) != Some(CASE_STUDY) {
        return None;
    }
    let study = value.get("caseStudy")?.as_object()?;
    let (record, foreign) = to_record(value, study, published, updated)?;
    match case_study::parse(&record) {
        Ok(mut case) => {
            // Addresses for mail are never public; one that comes in was not meant for us.
            for contact in &mut case.contacts {
                contact.email = None;
            }
            Some((case, foreign))
        }
        Err(refusal) => {
            tracing::info!(object = ?value.get("id"), %refusal, "a case study is not valid by the schema");
            None
        }
    }
}

/// The schema's record from the article: what has an ActivityStreams home from there, the rest
/// from `caseStudy`; and what is left of `caseStudy`.
fn to_record(
    value: &Value,
    study: &Map<String, Value>,
    published: i64,
    updated: i64,
) -> Option<(Value, Option<String>)> {
    let mut record = Map::new();
    let mut foreign = Map::new();
    let (mut revision, mut last_reviewed) = (None, None);
    for (name, field) in study {
        match name.as_str() {
            "schemaVersion" => {}
            "key" => {
                record.insert("id".into(), field.clone());
            }
            "revision" => revision = field.as_i64(),
            "last_reviewed" => last_reviewed = field.as_str().map(str::to_owned),
            "id" | "licence" | "editorial" => {}
            known if case_study::is_field(known) => {
                record.insert(name.clone(), field.clone());
            }
            _ => {
                foreign.insert(name.clone(), field.clone());
            }
        }
    }
    let plain = |name: &str| value.get(name).and_then(Value::as_str).map(html::to_plain);
    if !record.contains_key("title") {
        record.insert("title".into(), clean_line(value.get("name")?.as_str()?).into());
    }
    if !record.contains_key("summary") {
        record.insert("summary".into(), plain("summary")?.into());
    }
    if !record.contains_key("language") {
        record.insert("language".into(), language(value)?.id().into());
    }
    let licence = value.get("license").and_then(Value::as_str).and_then(licence_of)?;
    record.insert("licence".into(), licence.id().into());
    let mut editorial = json!({
        "state": EditorialState::Published.id(),
        "published": crate::clock::rfc3339(published),
        "updated": crate::clock::rfc3339(updated),
        "revision": revision.unwrap_or(1).max(1),
    });
    if let Some(day) = last_reviewed {
        editorial["last_reviewed"] = day.into();
    }
    record.insert("editorial".into(), editorial);
    let foreign = (!foreign.is_empty()).then(|| Value::Object(foreign).to_string());
    Some((Value::Object(record), foreign))
}

/// Mastodon takes the first key of the map for the language, and so do we.
fn language(value: &Value) -> Option<Language> {
    let maps = ["contentMap", "nameMap", "summaryMap"];
    let mut maps = maps.iter().filter_map(|name| value.get(*name)?.as_object());
    maps.find_map(|map| Language::from_id(map.keys().next()?))
}

fn post(
    value: &Value,
    uri: String,
    actor: String,
    published: i64,
    updated: i64,
    document: &str,
) -> ForeignPost {
    let first_of_map = |name: &str| {
        let map = value.get(name)?.as_object()?;
        map.values().next()?.as_str().map(str::to_owned)
    };
    let content = text_of(value, "content").or_else(|| first_of_map("contentMap"));
    let summary = text_of(value, "summary").or_else(|| first_of_map("summaryMap"));
    let text = content.or(summary).map(|html| html::to_plain(&html)).unwrap_or_default();
    let name = text_of(value, "name").or_else(|| first_of_map("nameMap"));
    ForeignPost {
        host: host_of(&uri).unwrap_or_default(),
        kind: kind(value),
        name: shorten(&clean_line(&html::to_plain(&name.unwrap_or_default())), POST_NAME_CHARS),
        text: shorten(&text, POST_TEXT_CHARS),
        in_reply_to: value.get("inReplyTo").and_then(id_of),
        uri,
        actor,
        published,
        updated,
        document: document.to_owned(),
    }
}

/// The first type that is given, shortened: it goes into a column, not into a decision.
fn kind(value: &Value) -> String {
    let given = match value.get("type") {
        Some(Value::Array(several)) => several.first().and_then(Value::as_str),
        Some(one) => one.as_str(),
        None => None,
    };
    shorten(given.unwrap_or("Object"), 40)
}
