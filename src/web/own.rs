//! The network's own words: its logo, its footer, its pages, and the four pages that every site has
//! and that the network may replace.

use askama::Template;
use aws_lc_rs::digest;
use axum::{
    extract::{Path, State as Extracted},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    config::{Config, own::OwnPage},
    domain::text::{Html, Markdown},
    html,
    i18n::{Locale, Speech},
    state::State,
    urls,
};

use super::{
    error::Fault,
    layout::{Frame, Place},
    legal,
    reader::{self, Reader},
};

/// What stands at the foot of every page of the network's own.
#[derive(Clone, Debug, Default)]
pub struct Links {
    pub footer: Option<Html>,
    pub own: Vec<OwnLink>,
}

/// A page of the network in the list of all.
#[derive(Clone, Debug)]
pub struct OwnLink {
    pub href: String,
    pub title: String,
    /// Of the title.
    pub lang: String,
}

#[derive(Template)]
#[template(path = "own.html")]
pub struct OwnTemplate {
    pub t: Speech,
    pub frame: Frame,
    pub title: String,
    pub text: Html,
    pub lang: String,
    pub dir: &'static str,
    /// The text is ours and waits for the network to complete it; the file that does so.
    pub incomplete: Option<String>,
}

/// The address of the network's logo.
pub fn logo(config: &Config) -> Option<String> {
    config.own.logo.as_ref().map(|logo| format!("/logo/{}", logo.name))
}

/// What the network says at the foot of a page in the reader's language.
pub fn links(config: &Config, t: &Speech) -> Links {
    let words = config.network.footer.trim();
    let footer = (!words.is_empty()).then(|| html::from_own_markdown(&Markdown::new(words)));
    let mut own: Vec<OwnLink> = Vec::new();
    for page in &config.own.pages {
        let href = urls::own_page(&page.slug);
        if legal::is_one(&page.slug) || own.iter().any(|known| known.href == href) {
            continue;
        }
        let Some(page) = find(config, &page.slug, t.locale) else { continue };
        own.push(OwnLink { href, title: page.title.clone(), lang: language(config, page) });
    }
    Links { footer, own }
}

/// The network's page of this name: in the reader's language, else the one without a language in
/// its file name, else in the network's language, else the first.
fn find<'a>(config: &'a Config, slug: &str, locale: Locale) -> Option<&'a OwnPage> {
    let pages: Vec<&OwnPage> = config.own.pages.iter().filter(|page| page.slug == slug).collect();
    let speaks = |page: &&&OwnPage, wanted: Locale| {
        Locale::from_tag(&language(config, page)) == Some(wanted)
    };
    let plain = || pages.iter().find(|page| page.language.is_none());
    let home = Locale::from_tag(&config.network.language);
    let found = pages.iter().find(|page| page.language.is_some() && speaks(page, locale));
    let found = found.or_else(|| pages.iter().find(|page| speaks(page, locale)));
    let found = found.or_else(plain);
    let found = found.or_else(|| home.and_then(|home| pages.iter().find(|p| speaks(p, home))));
    found.or_else(|| pages.first()).copied()
}

fn language(config: &Config, page: &OwnPage) -> String {
    page.language.clone().unwrap_or_else(|| config.network.language.clone())
}

/// `GET /pages/{slug}`
pub async fn show(reader: Reader, Path(slug): Path<String>) -> Response {
    if legal::is_one(&slug) {
        return Redirect::permanent(&reader.t.link(&format!("/{slug}"))).into_response();
    }
    let answer = match find(&reader.state.config, &slug, reader.t.locale) {
        Some(page) => written(&reader, page, &urls::own_page(&slug)),
        None => Err(Fault::NotFound),
    };
    reader.answer(answer)
}

/// `GET /imprint`
pub async fn imprint(reader: Reader) -> Response {
    every_site_has(&reader, "imprint")
}

/// `GET /privacy`
pub async fn privacy(reader: Reader) -> Response {
    every_site_has(&reader, "privacy")
}

/// `GET /terms`
pub async fn terms(reader: Reader) -> Response {
    every_site_has(&reader, "terms")
}

/// Which text of the terms a reader of this language accepts: the sum of what its page says.
pub fn terms_version(reader: &Reader) -> String {
    let text = match find(&reader.state.config, "terms", reader.t.locale) {
        Some(page) => page.text.clone(),
        None => {
            let (site, network) = (reader::site(&reader.state), &reader.state.config.network);
            let text = legal::text("terms", reader.t.locale, &site, network);
            text.map(|text| text.markdown).unwrap_or_default()
        }
    };
    let sum = digest::digest(&digest::SHA256, text.as_bytes());
    let sum =
        sum.as_ref()[..8].iter().fold(String::new(), |out, byte| out + &format!("{byte:02x}"));
    format!("{} {sum}", reader.t.tag())
}

/// `GET /accessibility`
pub async fn accessibility(reader: Reader) -> Response {
    every_site_has(&reader, "accessibility")
}

fn every_site_has(reader: &Reader, slug: &str) -> Response {
    let path = format!("/{slug}");
    let answer = match find(&reader.state.config, slug, reader.t.locale) {
        Some(page) => written(reader, page, &path),
        None => ours(reader, slug, &path),
    };
    reader.answer(answer)
}

/// A page as the network wrote it.
fn written(reader: &Reader, page: &OwnPage, path: &str) -> Result<Response, Fault> {
    let lang = language(&reader.state.config, page);
    let mut frame = reader.frame(Place::Elsewhere).titled(&page.title, "");
    let markdown = Markdown::new(&page.text);
    frame.description = html::excerpt(&markdown, 160);
    frame.canonical = Some(format!("{}{path}", frame.site.origin));
    reader.page(&OwnTemplate {
        title: page.title.clone(),
        text: html::from_own_markdown(&markdown),
        dir: Locale::from_tag(&lang).map_or("auto", Locale::dir),
        lang,
        incomplete: None,
        t: reader.t.clone(),
        frame,
    })
}

/// The text that is there as long as the network has none of its own.
fn ours(reader: &Reader, slug: &str, path: &str) -> Result<Response, Fault> {
    let mut frame = reader.frame(Place::Elsewhere);
    let text = legal::text(slug, reader.t.locale, &frame.site, &reader.state.config.network)
        .ok_or(Fault::NotFound)?;
    let title = reader.t.say(slug).into_owned();
    let markdown = Markdown::new(&text.markdown);
    frame = frame.titled(&title, &html::excerpt(&markdown, 160));
    frame.canonical = Some(format!("{}{path}", frame.site.origin));
    reader.page(&OwnTemplate {
        title,
        text: html::from_own_markdown(&markdown),
        lang: text.locale.tag().to_owned(),
        dir: text.locale.dir(),
        incomplete: text.markdown.contains("**[").then(|| format!("pages/{slug}.md")),
        t: reader.t.clone(),
        frame,
    })
}

/// A picture may hold styles and, in SVG, scripts. As an image neither matters; opened by itself it
/// must be as harmless.
const LOGO_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// `GET /logo/{name}`
pub async fn serve_logo(Extracted(state): Extracted<State>, Path(name): Path<String>) -> Response {
    let Some(logo) = state.config.own.logo.as_ref().filter(|logo| logo.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, logo.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::CONTENT_SECURITY_POLICY, LOGO_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, logo.bytes.clone()).into_response()
}
