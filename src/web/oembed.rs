//! `GET /oembed`: a case as a small piece of another site's page (oEmbed 1.0).

use std::fmt::Write;

use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use url::{Url, form_urlencoded};

use crate::{
    cite::licence_name,
    store::{self, cases::StoredCase},
    urls,
};

use super::{cards, error::Fault, layout::Site, reader::Reader};

/// The width that is asked for where the other site names none, and the most we take.
const WIDTH: u32 = 600;
/// The least in which a title can be read.
const LEAST_WIDTH: u32 = 200;
const HEIGHT: u32 = 220;
/// Seconds for which an answer may be kept.
const KEPT: u32 = 86_400;
/// Longer addresses are not looked at.
const LONGEST: usize = 2_000;

/// In the order in which they are written.
type Piece = Vec<(&'static str, Value)>;

enum Value {
    Text(String),
    Number(u32),
}

pub async fn show(reader: Reader) -> Response {
    answer(&reader).await.unwrap_or_else(|fault| {
        let status = match fault {
            Fault::NotFound => StatusCode::NOT_FOUND,
            Fault::Gone { .. } => StatusCode::GONE,
            _ => return fault.shown_to(&reader),
        };
        (status, "There is no case study at this address.\n").into_response()
    })
}

async fn answer(reader: &Reader) -> Result<Response, Fault> {
    let (mut url, mut format, mut width) = (None, "json".to_owned(), WIDTH);
    for (key, value) in form_urlencoded::parse(reader.query().as_bytes()) {
        match &*key {
            "url" => url = Some(value.into_owned()),
            "format" => format = value.into_owned(),
            "maxwidth" => width = value.parse().unwrap_or(WIDTH).clamp(LEAST_WIDTH, WIDTH),
            _ => {}
        }
    }
    let site = super::reader::site(&reader.state);
    let page = url.as_deref().and_then(|url| page_of(&site, url)).ok_or(Fault::NotFound)?;
    let stored = found(reader, &page).await?;
    let piece = piece(&site, &stored, width)?;
    let (kind, body) = match format.as_str() {
        "json" => ("application/json", json(piece)),
        "xml" => ("text/xml; charset=utf-8", xml(&piece)),
        // As the specification says for a format that is not offered.
        _ => return Ok(StatusCode::NOT_IMPLEMENTED.into_response()),
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=3600"),
        // Editors of other sites ask from their pages.
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    Ok((headers, body).into_response())
}

/// The case whose page, or a part of it, is at this address of ours.
fn page_of(site: &Site, address: &str) -> Option<String> {
    let url = Url::parse(address).ok().filter(|_| address.len() <= LONGEST)?;
    let ours = Url::parse(&site.origin).ok()?;
    if url.origin() != ours.origin() {
        return None;
    }
    let mut segments = url.path_segments()?;
    let page = (segments.next()? == "cases").then(|| segments.next())??;
    let page = form_urlencoded::parse(format!("p={}", page.replace('+', "%2B")).as_bytes())
        .next()
        .map(|(_, page)| page.into_owned())?;
    (!page.is_empty()).then_some(page)
}

async fn found(reader: &Reader, page: &str) -> Result<StoredCase, Fault> {
    let mut tx = reader.state.db.read().await?;
    let stored = match store::cases::by_page(&mut tx, page).await? {
        Some(stored) => Some(stored),
        None => match store::cases::moved_page(&mut tx, page).await? {
            Some(moved) => store::cases::by_page(&mut tx, &moved).await?,
            None => None,
        },
    };
    let stored = stored.ok_or(Fault::NotFound)?;
    match (&stored.withdrawn, stored.is_shown()) {
        (Some((at, reason)), _) => {
            Err(Fault::Gone { at: *at, network: String::new(), reason: reason.clone() })
        }
        (None, true) => Ok(stored),
        (None, false) => Err(Fault::NotFound),
    }
}

fn piece(site: &Site, stored: &StoredCase, width: u32) -> Result<Piece, Fault> {
    let case = &stored.case;
    let page = format!("{}{}", site.origin, urls::case_path(&stored.page));
    let network = cards::network_name(&case.source_network);
    let author = format!("{}{}", site.origin, urls::network_path(&case.source_network));
    let said = |text: &str| Value::Text(text.to_owned());
    let quote = Quote {
        page: &page,
        lang: case.language.id(),
        dir: cards::direction(case),
        title: &case.title,
        summary: &case.summary,
        network: &network,
        licence: licence_name(case.licence),
    };
    let quote = quote.render()?;
    Ok(vec![
        ("version", said("1.0")),
        ("type", said("rich")),
        ("title", said(&case.title)),
        ("author_name", said(&network)),
        ("author_url", Value::Text(author)),
        ("provider_name", said(&site.name)),
        ("provider_url", said(&site.origin)),
        ("cache_age", Value::Number(KEPT)),
        ("width", Value::Number(width)),
        ("height", Value::Number(HEIGHT)),
        ("html", Value::Text(quote)),
    ])
}

/// A quotation that needs nothing of ours to be read: no script, no style, no frame.
#[derive(Template)]
#[template(path = "oembed.html")]
struct Quote<'a> {
    page: &'a str,
    lang: &'static str,
    dir: &'static str,
    title: &'a str,
    summary: &'a str,
    network: &'a str,
    licence: String,
}

fn json(piece: Piece) -> String {
    let members = piece.into_iter().map(|(name, value)| {
        let value: serde_json::Value = match value {
            Value::Text(text) => text.into(),
            Value::Number(number) => number.into(),
        };
        (name.to_owned(), value)
    });
    serde_json::Value::Object(members.collect()).to_string()
}

fn xml(piece: &Piece) -> String {
    let mut xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n".to_owned();
    for (name, value) in piece {
        let value = match value {
            Value::Text(text) => escaped(text),
            Value::Number(number) => number.to_string(),
        };
        writeln!(xml, "<{name}>{value}</{name}>").expect("a String takes everything");
    }
    xml.push_str("</oembed>\n");
    xml
}

/// For the text of an XML element; what XML 1.0 cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            other => safe.push(other),
        }
    }
    safe
}
