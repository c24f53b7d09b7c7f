//! `GET /data` and `GET /data/api`: what can be taken along and how, for people.

use std::sync::Arc;

use askama::Template;
use axum::{Extension, response::Response};
use serde_json::Value;

use crate::{i18n::Speech, urls};

use super::{
    layout::{Frame, Place},
    reader::Reader,
};

#[derive(Template)]
#[template(path = "data.html")]
pub struct DataPage {
    pub t: Speech,
    pub frame: Frame,
    pub files: Vec<File>,
    pub feeds: Vec<(&'static str, String)>,
    /// The same search as a page and as a file.
    pub example: [String; 2],
    pub oai: String,
    pub requests: i64,
}

/// A file of everything.
pub struct File {
    pub href: String,
    pub name: &'static str,
    pub what: &'static str,
}

const FILES: [(&str, &str, &str); 4] = [
    (".csv", "data-csv", "data-csv-what"),
    (".xlsx", "data-xlsx", "data-xlsx-what"),
    (".geojson", "data-geojson", "data-geojson-what"),
    (".jsonl", "data-jsonl", "data-jsonl-what"),
];

const FEEDS: [(&str, &str); 3] = [("Atom", ".atom"), ("RSS", ".rss"), ("JSON Feed", ".feed.json")];

/// What the examples look for.
const EXAMPLE: &str = "topic=cycling&country=DK";

pub async fn show(reader: Reader) -> Response {
    let (t, frame) = (&reader.t, reader.frame(Place::Elsewhere));
    let mut frame = frame.titled(&t.say("data-heading"), &t.say("data-lead"));
    frame.canonical = Some(reader.state.urls.absolute("/data"));
    let limit = reader.state.config.limits.page_requests_per_address_per_minute;
    let page = DataPage {
        files: FILES
            .map(|(ending, name, what)| File { href: urls::cases_as(ending, ""), name, what })
            .into(),
        feeds: FEEDS.map(|(name, ending)| (name, urls::cases_as(ending, ""))).into(),
        example: ["", ".csv"]
            .map(|ending| reader.state.urls.absolute(&urls::cases_as(ending, EXAMPLE))),
        oai: reader.state.urls.absolute("/oai"),
        requests: i64::from(limit),
        t: t.clone(),
        frame,
    };
    let answer = reader.page(&page);
    reader.answer(answer)
}

/// The OpenAPI document of the programming interface. It is made by another surface, so the server
/// hands it over.
#[derive(Clone)]
pub struct ApiDocument(pub Arc<Value>);

#[derive(Template)]
#[template(path = "api.html")]
pub struct ApiPage {
    pub t: Speech,
    pub frame: Frame,
    pub base: String,
    pub document: String,
    pub operations: Vec<Operation>,
}

/// What can be asked.
pub struct Operation {
    pub id: String,
    pub method: String,
    pub path: String,
    pub summary: String,
    pub text: String,
    pub parameters: Vec<Parameter>,
    /// Status and meaning.
    pub answers: Vec<(String, String)>,
    /// An address that can be tried.
    pub example: Option<String>,
}

pub struct Parameter {
    pub name: String,
    pub in_path: bool,
    pub text: String,
}

pub async fn api(
    Extension(ApiDocument(document)): Extension<ApiDocument>,
    reader: Reader,
) -> Response {
    let (t, frame) = (&reader.t, reader.frame(Place::Elsewhere));
    let mut frame = frame.titled(&t.say("api-heading"), &t.say("api-lead"));
    frame.canonical = Some(reader.state.urls.absolute("/data/api"));
    let base = document["servers"][0]["url"].as_str().unwrap_or_default();
    let base = reader.state.urls.absolute(base);
    let page = ApiPage {
        operations: operations(&document, &base),
        document: format!("{base}/openapi.json"),
        base,
        t: t.clone(),
        frame,
    };
    let answer = reader.page(&page);
    reader.answer(answer)
}

/// Those that need no token. The texts of the document are English, as its names are.
fn operations(document: &Value, base: &str) -> Vec<Operation> {
    // Their Markdown is no more than names between backticks.
    let text = |value: &Value| value.as_str().unwrap_or_default().trim().replace('`', "");
    let paths = document["paths"].as_object().into_iter().flatten();
    let open = paths.filter(|(path, _)| !path.starts_with("/admin/"));
    let each = open.flat_map(|(path, methods)| {
        methods.as_object().into_iter().flatten().map(move |(method, what)| (path, method, what))
    });
    each.map(|(path, method, what)| {
        let parameters = what["parameters"].as_array().into_iter().flatten();
        let answers = what["responses"].as_object().into_iter().flatten();
        Operation {
            id: text(&what["operationId"]),
            method: method.to_uppercase(),
            path: path.clone(),
            summary: text(&what["summary"]),
            text: text(&what["description"]),
            parameters: parameters
                .map(|parameter| Parameter {
                    name: text(&parameter["name"]),
                    in_path: parameter["in"] == "path",
                    text: text(&parameter["description"]),
                })
                .collect(),
            answers: answers
                .filter(|(status, _)| *status != "default")
                .map(|(status, answer)| (status.clone(), text(&answer["description"])))
                .collect(),
            example: example(path).map(|path| format!("{base}{path}")),
        }
    })
    .collect()
}

fn example(path: &str) -> Option<String> {
    match path {
        "/cases" | "/cases/facets" => Some(format!("{path}?{EXAMPLE}")),
        "/vocabularies/{name}" => Some("/vocabularies/topics".to_owned()),
        path if path.contains('{') => None,
        path => Some(path.to_owned()),
    }
}
