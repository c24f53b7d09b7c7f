//! A case study as an ActivityPub `Article`, out and in. Pure: no store, no network.

pub mod incoming;
mod text;

use crate::{
    clock::rfc3339,
    domain::{
        case_study::{CaseStudy, Translation, TranslationKind},
        text::clean_line,
        vocabulary::{Language, Licence, sdg},
    },
    federation::vocabulary::{CASE_STUDY, PUBLIC, article_context, focal_point_context},
    html,
    i18n::Texts,
    urls::{self, Urls},
};
use activitypub_federation::{kinds::object::ArticleType, protocol::context::WithContext};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// What the article says beside the case itself.
#[derive(Clone, Debug)]
pub struct Framing<'a> {
    pub urls: &'a Urls,
    /// For the names of sections in the case's language.
    pub texts: &'a Arc<Texts>,
    /// Id of the object.
    pub uri: &'a str,
    /// The publishing network's actor.
    pub author: &'a str,
    /// The case feed's actor.
    pub feed: &'a str,
    /// Path part of its page.
    pub page: &'a str,
    /// Epoch milliseconds.
    pub published: i64,
    pub updated: i64,
    pub revision: i64,
    /// `related` as object ids.
    pub related: Vec<String>,
    /// Keys that came with the case and that we do not know, as a JSON object.
    pub foreign_keys: Option<&'a str>,
}

/// FEDERATION.md "A case on the wire": the order of the fields is the order on the wire.
#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    id: String,
    /// One string, never an array: Lemmy and Mitra reject arrays.
    r#type: ArticleType,
    additional_type: &'static str,
    attributed_to: String,
    to: [&'static str; 1],
    cc: [String; 2],
    audience: String,
    published: String,
    updated: String,
    url: String,
    name: String,
    name_map: Map<String, Value>,
    summary: String,
    summary_map: Map<String, Value>,
    content: String,
    content_map: Map<String, Value>,
    media_type: &'static str,
    sensitive: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<Value>,
    attachment: Vec<Value>,
    tag: Vec<Value>,
    location: Value,
    about: Vec<String>,
    context: String,
    replies: String,
    likes: String,
    shares: String,
    preview: Value,
    interaction_policy: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case_study: Option<Value>,
}

/// FEP-b2b8 advises short names; the full title opens the content when it is longer.
const NAME_CHARS: usize = 150;
const SUMMARY_CHARS: usize = 500;
/// Tags beyond the sixth are noise to readers of other servers.
const MAX_TAGS: usize = 6;
/// The largest article we send, in bytes: below the 1 MiB at which other servers stop reading,
/// with room for the activity around it.
const MAX_BYTES: usize = 960 * 1024;

/// The article with its context, ready to be sent or served. It never exceeds `MAX_BYTES`: a
/// case with very long translations carries them in `caseStudy` alone.
pub fn to_article(case: &CaseStudy, framing: &Framing) -> Value {
    let whole = build(case, framing, text::Extent::Whole);
    if size(&whole) <= MAX_BYTES {
        return whole;
    }
    let original = build(case, framing, text::Extent::OriginalOnly);
    if size(&original) <= MAX_BYTES {
        return original;
    }
    build(case, framing, text::Extent::Opening)
}

fn size(value: &Value) -> usize {
    value.to_string().len()
}

fn build(case: &CaseStudy, framing: &Framing, extent: text::Extent) -> Value {
    let urls = framing.urls;
    let url = urls.case_page(framing.page);
    let open = case.is_open();
    let language = case.language;
    let name = text::name(&case.title, NAME_CHARS);
    let summary = text::summary(case, SUMMARY_CHARS);
    let content = text::content(case, language, extent, framing.texts);
    let mut name_map = map(language, name.clone());
    let mut summary_map = map(language, text::line(&summary));
    let mut content_map = map(language, content.clone());
    for (language, translation) in &case.translations {
        let Translation { title, summary, kind: _, sections: _ } = translation;
        let tag = language.id().to_owned();
        name_map.insert(tag.clone(), text::name(title, NAME_CHARS).into());
        let short = crate::domain::text::shorten(summary, SUMMARY_CHARS);
        summary_map.insert(tag.clone(), text::line(&short).into());
        if open && extent == text::Extent::Whole {
            content_map
                .insert(tag, text::translated(case, *language, translation, framing.texts).into());
        }
    }
    let published = rfc3339(framing.published);
    let images = images(case, urls);
    let has_focus = images.iter().any(|image| image.get("focalPoint").is_some());
    let preview =
        format!("<p><strong>{}</strong></p>{}", text::escaped(&name), text::paragraph(&summary));
    let article = Article {
        id: framing.uri.to_owned(),
        r#type: ArticleType::Article,
        additional_type: CASE_STUDY,
        attributed_to: framing.author.to_owned(),
        to: [PUBLIC],
        cc: [urls::followers(framing.author), framing.feed.to_owned()],
        audience: framing.feed.to_owned(),
        published: published.clone(),
        updated: rfc3339(framing.updated.max(framing.published)),
        url: url.clone(),
        name,
        name_map,
        summary: text::line(&summary),
        summary_map,
        content,
        content_map,
        media_type: "text/html",
        sensitive: false,
        image: images.first().cloned(),
        attachment: attachments(case, &url, images),
        tag: tags(case, urls),
        location: location(case, framing),
        about: about(case),
        context: format!("{}/context", framing.uri),
        replies: format!("{}/replies", framing.uri),
        likes: format!("{}/likes", framing.uri),
        shares: format!("{}/shares", framing.uri),
        preview: json!({
            "type": "Note",
            "attributedTo": framing.author,
            "content": preview,
            "published": published,
        }),
        interaction_policy: json!({ "canQuote": { "automaticApproval": [PUBLIC] } }),
        license: licence_uri(case.licence),
        // All rights reserved: title, summary and link only.
        case_study: open.then(|| case_study(case, framing, &summary)),
    };
    let mut context = article_context();
    if let (Some(all), true) = (context.as_array_mut(), has_focus) {
        all.push(focal_point_context());
    }
    serde_json::to_value(WithContext::new(article, context))
        .expect("an article has only strings for keys")
}

fn map(language: Language, text: String) -> Map<String, Value> {
    Map::from_iter([(language.id().to_owned(), Value::String(text))])
}

/// Every public field that has no ActivityStreams home, under its schema name. Title and summary
/// are there too when the wire shows them shortened.
fn case_study(case: &CaseStudy, framing: &Framing, shown_summary: &str) -> Value {
    let public = CaseStudy { related: framing.related.clone(), ..case.public() };
    let Value::Object(mut fields) = public.to_value() else {
        unreachable!("a case study is written as an object")
    };
    // `id` would be read as the node's own id by a JSON-LD processor.
    let key = fields.shift_remove("id");
    fields.shift_remove("licence");
    fields.shift_remove("editorial");
    // Only what is read from `name` and `summary` exactly as it was needs no second place.
    if clean_line(&text::name(&case.title, NAME_CHARS)) == case.title {
        fields.shift_remove("title");
    }
    if html::to_plain(&text::line(shown_summary)) == case.summary {
        fields.shift_remove("summary");
    }
    let mut study = Map::new();
    study.insert("schemaVersion".into(), "1".into());
    if let Some(key) = key {
        study.insert("key".into(), key);
    }
    study.extend(fields);
    study.insert("revision".into(), framing.revision.into());
    if let Some(day) = &case.editorial.last_reviewed {
        study.insert("last_reviewed".into(), day.clone().into());
    }
    if let Some(Value::Object(foreign)) =
        framing.foreign_keys.and_then(|text| serde_json::from_str(text).ok())
    {
        for (name, value) in foreign {
            study.entry(name).or_insert(value);
        }
    }
    Value::Object(study)
}

/// Pictures other servers can load: those with a web address, in formats all of them show. Of our
/// own we know the size. Mastodon keeps the focal point in view where it shows a part of a picture.
fn images(case: &CaseStudy, urls: &Urls) -> Vec<Value> {
    let shown = case.images.iter().filter_map(|image| {
        let (url, media_type) = image.on_the_web()?;
        let mut told =
            json!({ "type": "Image", "mediaType": media_type, "url": url, "name": image.alt });
        if let Some(named) = urls.own_picture(url) {
            told["width"] = named.size.width.into();
            told["height"] = named.size.height.into();
        }
        if let Some(focus) = image.focus {
            told["focalPoint"] = json!(focus.point());
        }
        Some(told)
    });
    shown.take(3).collect()
}

/// One link to the page, up to three images, then documents; never a PropertyValue.
fn attachments(case: &CaseStudy, page: &str, images: Vec<Value>) -> Vec<Value> {
    let mut all = vec![json!({ "type": "Link", "href": page, "mediaType": "text/html" })];
    if !case.is_open() {
        return all;
    }
    all.extend(images);
    let documents = case.links.iter().filter(|link| link.kind.id() == "document");
    all.extend(documents.take(5).map(|link| {
        let media_type = if link.url.to_ascii_lowercase().ends_with(".pdf") {
            "application/pdf"
        } else {
            "text/html"
        };
        json!({ "type": "Document", "mediaType": media_type, "url": link.url, "name": link.label })
    }));
    all
}

/// Each leads to the cases that share it.
fn tags(case: &CaseStudy, urls: &Urls) -> Vec<Value> {
    let door = |facet: &str, value: &str| urls.absolute(&format!("/cases?{facet}={value}"));
    let goals = case.sdgs.iter().filter_map(|goal| sdg(*goal));
    let goals: Vec<_> =
        goals.map(|goal| (goal.hashtag.clone(), door("sdg", &goal.id.to_string()))).collect();
    let topics = case.topics.iter().map(|topic| topic.topic());
    let topics: Vec<_> =
        topics.map(|topic| (topic.hashtag.clone(), door("topic", topic.id))).collect();
    let city = case.cities.first().map(|city| {
        let name = city.name_en.as_ref().unwrap_or(&city.name);
        (text::hashtag(name), door("city", &crate::domain::search::city_key(city)))
    });
    let city: Vec<_> = city.filter(|(name, _)| !name.is_empty()).into_iter().collect();
    // Room for the goals is what two topics and the city leave, but at least three.
    let room = MAX_TAGS - city.len() - topics.len().min(2);
    let chosen = goals.iter().take(room.max(3)).chain(topics.iter().take(2)).chain(&city);
    let mut kept: Vec<&(String, String)> = Vec::new();
    for tag in chosen.chain(topics.iter().skip(2)) {
        if kept.len() < MAX_TAGS && !kept.contains(&tag) {
            kept.push(tag);
        }
    }
    kept.into_iter()
        .map(|(name, href)| json!({ "type": "Hashtag", "name": format!("#{name}"), "href": href }))
        .collect()
}

/// Mobilizon reads coordinates only if they are floats.
fn location(case: &CaseStudy, framing: &Framing) -> Value {
    let Some(city) = case.cities.first() else { return Value::Null };
    let key = crate::domain::search::city_key(city);
    json!({
        "type": "Place",
        "id": framing.urls.absolute(&format!("/cases?city={key}")),
        "name": text::place(city, &text::speech(framing.texts, case.language)),
        "latitude": city.lat,
        "longitude": city.lon,
    })
}

/// URIs for readers of linked data.
fn about(case: &CaseStudy) -> Vec<String> {
    let goals = case.sdgs.iter().map(|goal| format!("http://metadata.un.org/sdg/{goal}"));
    let topics =
        case.topics.iter().map(|topic| format!("https://w3id.org/kontor/topic/{}", topic.id()));
    let cities = case.cities.iter().filter_map(|city| city.geonameid);
    let cities = cities.map(|id| format!("https://sws.geonames.org/{id}/"));
    goals.chain(topics).chain(cities).collect()
}

/// The licence as a URI; all rights reserved has none.
pub fn licence_uri(licence: Licence) -> Option<&'static str> {
    Some(match licence.id() {
        "CC-BY-4.0" => "https://creativecommons.org/licenses/by/4.0/",
        "CC-BY-SA-4.0" => "https://creativecommons.org/licenses/by-sa/4.0/",
        "CC-BY-NC-4.0" => "https://creativecommons.org/licenses/by-nc/4.0/",
        "CC-BY-NC-SA-4.0" => "https://creativecommons.org/licenses/by-nc-sa/4.0/",
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        _ => return None,
    })
}

/// The licence behind a URI, with or without its last slash, over http or https.
fn licence_of(uri: &str) -> Option<Licence> {
    let bare = |uri: &str| {
        uri.trim_start_matches("http://")
            .trim_start_matches("https://")
            .trim_end_matches('/')
            .to_ascii_lowercase()
    };
    Licence::ALL
        .iter()
        .copied()
        .find(|licence| licence_uri(*licence).is_some_and(|known| bare(known) == bare(uri)))
}

/// Whether a translation was made by a machine, for readers that ask.
pub fn is_machine_made(translation: &Translation) -> bool {
    translation.kind == TranslationKind::Machine
}

pub(super) use text::{escaped, paragraph};
