//! `GET /networks.csv` and `/networks.json`: the whole directory to take along, with sources and date.

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{NetworkView, list};
use crate::{
    clock::{day, rfc3339},
    domain::vocabulary::{self, NetworkEntry},
    formats::sheet::disarm,
    i18n::{Locale, Speech},
    state,
    web::{error::Fault, reader::site},
};

/// What the figures are, and whose the words.
const TERMS: &str = "Figures are statements of the sources named beside them and may contradict \
    each other. Descriptions are the directory's own words, unless `stated` says whose they are.";

const COLUMNS: [&str; 19] = [
    "slug",
    "name",
    "short_name",
    "kind",
    "regions",
    "founded",
    "topics",
    "description",
    "audience",
    "join",
    "fee",
    "figures",
    "relations",
    "website",
    "cases",
    "instance",
    "handle",
    "sources",
    "flags",
];

/// The directory as it is, in English: the language of its sources.
async fn all(state: &state::State) -> Result<Vec<NetworkView>, Fault> {
    let t = Speech::new(state.texts.clone(), Locale::En);
    list::all(state, &t, &site(state)).await
}

pub async fn json(State(state): State<state::State>) -> Response {
    let networks = match all(&state).await {
        Ok(networks) => networks,
        Err(fault) => return failed(&fault),
    };
    let document = json!({
        "generated": rfc3339(state.clock.now_ms()),
        "source": state.urls.absolute("/networks"),
        "terms": TERMS,
        "networks": networks.iter().map(|view| entry(&state, view)).collect::<Vec<_>>(),
    });
    let file = file("application/json; charset=utf-8", None);
    (file, document.to_string()).into_response()
}

fn entry(state: &state::State, view: &NetworkView) -> Value {
    let known = vocabulary::network(&view.slug);
    let mut value = json!({
        "slug": view.slug,
        "page": state.urls.network_page(&view.slug),
        "name": view.full_name.as_ref().unwrap_or(&view.name),
        "short_name": view.name,
        "description": view.description,
        "cases": view.count,
        "instance": view.instance.as_ref().map(|instance| &instance.href),
        "handle": view.handle,
        "website": view.website.as_ref().map(|website| &website.href),
        "stated": view.stated.as_ref().map(|stated| json!({ "by": stated.by, "text": stated.text })),
    });
    if let (Some(known), Some(fields)) = (known, value.as_object_mut()) {
        let figures = known.figures.iter().map(|figure| {
            json!({
                "metric": figure.metric,
                "value": figure.value,
                "qualifier": figure.qualifier,
                "unit": figure.unit,
                "source": figure.source,
                "as_of": figure.as_of,
                "note": figure.note,
            })
        });
        let relations = vocabulary::ties(&known.slug);
        let relations = relations.iter().map(|tie| json!({ "type": tie.kind, "to": tie.to }));
        let join = known.join.as_ref().map(|join| {
            json!({
                "mode": join.mode,
                "fee": join.fee,
                "eligibility": join.eligibility,
                "source": join.source,
            })
        });
        for (key, field) in [
            ("kind", json!(known.kind)),
            ("regions", json!(known.regions())),
            ("topics", json!(known.topics)),
            ("audience", json!(known.audience)),
            ("founded", json!(known.founded)),
            ("hosted_by", json!(known.hosted_by)),
            ("join", json!(join)),
            ("facts", json!(known.facts)),
            ("figures", figures.collect()),
            ("relations", relations.collect()),
            ("sources", json!(known.sources)),
            ("flags", json!(known.flags)),
        ] {
            fields.insert(key.to_owned(), field);
        }
    }
    value
}

pub async fn csv(State(state): State<state::State>) -> Response {
    let networks = match all(&state).await {
        Ok(networks) => networks,
        Err(fault) => return failed(&fault),
    };
    // Spreadsheets take a file for UTF-8 only when it opens with this.
    let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    let written = std::iter::once(COLUMNS.map(str::to_owned))
        .chain(networks.iter().map(row))
        .try_for_each(|row| writer.write_record(row));
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).map(Bytes::from);
    let name = format!("networks-{}.csv", day(state.clock.now_ms()));
    let file = file("text/csv; charset=utf-8; header=present", Some(&name));
    (file, bytes.unwrap_or_default()).into_response()
}

fn row(view: &NetworkView) -> [String; 19] {
    let known = vocabulary::network(&view.slug);
    let of = |field: fn(&NetworkEntry) -> String| known.map(field).unwrap_or_default();
    let optional = |text: Option<&String>| text.cloned().unwrap_or_default();
    let mut cells = [
        view.slug.clone(),
        view.full_name.clone().unwrap_or_else(|| view.name.clone()),
        view.name.clone(),
        of(|known| known.kind.clone()),
        of(|known| known.regions().join(" | ")),
        view.founded.clone().unwrap_or_default(),
        of(|known| known.topics.join(" | ")),
        optional(view.description.as_ref()),
        of(|known| known.audience.clone()),
        of(|known| known.joining().to_owned()),
        of(|known| match known.join.as_ref().and_then(|join| join.fee) {
            Some(true) => "yes".to_owned(),
            Some(false) => "no".to_owned(),
            None => "unknown".to_owned(),
        }),
        of(|known| {
            let figure = |figure: &vocabulary::Figure| {
                let date = figure.as_of.as_deref().unwrap_or("no date");
                let qualifier = match figure.qualifier.as_str() {
                    "exact" => String::new(),
                    other => format!("{} ", other.replace('-', " ")),
                };
                format!("{qualifier}{} {} ({}, {date})", figure.value, figure.unit, figure.source)
            };
            known.figures.iter().map(figure).collect::<Vec<_>>().join(" | ")
        }),
        vocabulary::ties(&view.slug)
            .iter()
            .map(|tie| format!("{}: {}", tie.kind, tie.to))
            .collect::<Vec<_>>()
            .join(" | "),
        optional(view.website.as_ref().map(|website| &website.href)),
        view.count.to_string(),
        optional(view.instance.as_ref().map(|instance| &instance.href)),
        optional(view.handle.as_ref()),
        of(|known| known.sources.join(" | ")),
        of(|known| known.flags.join(" | ")),
    ];
    for cell in &mut cells {
        disarm(cell);
    }
    cells
}

type Headers = [(HeaderName, HeaderValue); 3];

/// Open to every page and program: it is public and asks for no cookie.
fn file(media_type: &'static str, name: Option<&str>) -> Headers {
    let disposition =
        name.map_or_else(|| "inline".to_owned(), |name| format!("attachment; filename=\"{name}\""));
    [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("inline")),
        ),
    ]
}

fn failed(fault: &Fault) -> Response {
    tracing::error!(error = %fault, "the directory could not be read");
    (axum::http::StatusCode::INTERNAL_SERVER_ERROR, "The directory cannot be read just now.\n")
        .into_response()
}
