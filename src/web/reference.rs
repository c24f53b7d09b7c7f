//! A case as others cite, embed and list it: the line to copy, files for citation tools, and what
//! the head of the page says to programs.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{
    cite::{self, Cited},
    domain::{case_study::Image, text::Html, vocabulary::Language},
    html,
    i18n::Speech,
    store::cases::StoredCase,
    urls,
};

use super::{
    cards::{self, Shown},
    error::Fault,
    layout::Site,
    media::kept_at,
    reader::Reader,
};

/// "Cite this".
pub struct Citation {
    pub network: String,
    pub year: String,
    /// Revision, date, licence.
    pub rest: String,
    pub address: String,
    /// What the files are called, and where they are.
    pub files: Vec<(&'static str, String)>,
}

/// What the head says.
pub struct Head {
    /// `name` and `content`.
    pub tags: Vec<(&'static str, String)>,
    /// `property` and `content`, of OpenGraph.
    pub graph: Vec<(&'static str, String)>,
    /// schema.org.
    pub linked: Html,
    /// Where the page can be had as a piece of another page.
    pub oembed: [(&'static str, String); 2],
}

/// Where exactly this revision of a case is read for good.
pub fn permanent(site: &Site, shown: &Shown<'_>) -> String {
    match (shown.local, shown.origin_url) {
        (false, Some(origin)) => origin.to_owned(),
        (false, None) => shown.uri.to_owned(),
        (true, _) => {
            let page = shown.page.trim_start_matches("/cases/");
            format!("{}{}", site.origin, urls::case_revision_path(page, shown.revision))
        }
    }
}

fn page_of(site: &Site, shown: &Shown<'_>) -> String {
    let own = || format!("{}{}", site.origin, shown.page);
    shown.origin_url.filter(|_| !shown.local).map_or_else(own, str::to_owned)
}

/// Calls back with the case as it is cited.
fn cited<T>(site: &Site, shown: &Shown<'_>, make: impl FnOnce(&Cited<'_>) -> T) -> T {
    let network = cards::network_name(&shown.case.source_network);
    let (address, page) = (permanent(site, shown), page_of(site, shown));
    make(&Cited {
        case: shown.case,
        network: &network,
        site: if shown.local { &site.name } else { &network },
        address: &address,
        page: &page,
        revision: shown.revision,
        published: shown.published,
        updated: shown.updated,
    })
}

pub fn citation(t: &Speech, site: &Site, shown: &Shown<'_>) -> Citation {
    let page = shown.page.trim_start_matches("/cases/");
    let names = ["BibTeX", "RIS", "CSL-JSON"];
    let paths = urls::CITATION_FORMATS.map(|format| urls::case_citation_path(page, format));
    let licence = cite::licence_name(shown.case.licence);
    let (revision, day) = (shown.revision.to_string(), t.day(shown.updated));
    Citation {
        network: cards::network_name(&shown.case.source_network),
        year: crate::i18n::iso_day(shown.updated).chars().take(4).collect(),
        rest: t.say3("cite-rest", ("revision", &revision), ("date", &day), ("licence", &licence)),
        address: permanent(site, shown),
        files: names.into_iter().zip(paths).collect(),
    }
}

pub fn head(site: &Site, shown: &Shown<'_>, card: &str) -> Head {
    let case = shown.case;
    let mut graph = vec![
        ("og:locale", locale(case.language).to_owned()),
        ("article:published_time", crate::clock::rfc3339(shown.published)),
        ("article:modified_time", crate::clock::rfc3339(shown.updated)),
    ];
    graph.extend(case.topics.iter().map(|topic| ("article:tag", topic.topic().hashtag.clone())));
    let alternates = case.translations.iter().filter(|(language, _)| *language != case.language);
    graph.extend(alternates.map(|(one, _)| ("og:locale:alternate", locale(*one).to_owned())));
    graph.extend(picture(site, shown).unwrap_or_else(|| {
        vec![
            ("og:image", format!("{}{card}", site.origin)),
            ("og:image:type", "image/png".to_owned()),
            ("og:image:width", "1200".to_owned()),
            ("og:image:height", "630".to_owned()),
        ]
    }));
    let here: String =
        url::form_urlencoded::byte_serialize(format!("{}{}", site.origin, shown.page).as_bytes())
            .collect();
    let embed = |format| format!("{}/oembed?url={here}&format={format}", site.origin);
    let (tags, linked) =
        cited(site, shown, |cited| (cite::tags(cited), cite::linked(cited, &site.origin)));
    Head {
        tags,
        graph,
        linked: html::data_block(&linked),
        oembed: [("json", embed("json")), ("xml", embed("xml"))],
    }
}

/// The case's own picture for those who show a preview, not for our pages. Of one kept here its
/// size and type are told, so that it is laid out before it is loaded; the largest is one that all
/// of them take.
fn picture(site: &Site, shown: &Shown<'_>) -> Option<Vec<(&'static str, String)>> {
    let case = shown.case;
    let own = |image: &Image| kept_at(&site.origin, image.file.as_deref()?);
    let kept = case.images.iter().find_map(|image| Some((own(image)?, image)));
    if let Some((named, image)) = kept.filter(|_| shown.local) {
        return Some(vec![
            ("og:image", image.file.clone()?),
            ("og:image:type", named.form.media_type().to_owned()),
            ("og:image:width", named.size.width.to_string()),
            ("og:image:height", named.size.height.to_string()),
            ("og:image:alt", image.alt.clone()),
        ]);
    }
    let image = case
        .images
        .iter()
        .find(|image| image.file.as_deref().is_some_and(|file| file.starts_with("https://")))?;
    Some(vec![("og:image", image.file.clone()?), ("og:image:alt", image.alt.clone())])
}

/// OpenGraph wants a territory with each language.
const fn locale(language: Language) -> &'static str {
    match language {
        Language::En => "en_GB",
        Language::Es => "es_ES",
        Language::Fr => "fr_FR",
        Language::Pt => "pt_PT",
        Language::De => "de_DE",
        Language::Ko => "ko_KR",
        Language::Ja => "ja_JP",
        Language::ZhHans => "zh_CN",
        Language::ZhHant => "zh_TW",
        Language::Ar => "ar_AR",
    }
}

/// The case as a file for citation tools.
///
/// # Errors
/// `NotFound` for a format nobody knows.
pub fn file(reader: &Reader, stored: &StoredCase, format: &str) -> Result<Response, Fault> {
    let site = super::reader::site(&reader.state);
    let shown = Shown::from(stored);
    let (kind, body) = match format {
        "bib" => ("application/x-bibtex; charset=utf-8", cited(&site, &shown, cite::bibtex)),
        "ris" => {
            ("application/x-research-info-systems; charset=utf-8", cited(&site, &shown, cite::ris))
        }
        "csl.json" => (
            "application/vnd.citationstyles.csl+json; charset=utf-8",
            cited(&site, &shown, |cited| format!("{:#}\n", cite::csl(cited))),
        ),
        _ => return Err(Fault::NotFound),
    };
    let name = format!("attachment; filename=\"{}.{format}\"", shown.case.id);
    let name = HeaderValue::from_str(&name).map_err(|_| Fault::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache")),
    ];
    Ok((StatusCode::OK, headers, body).into_response())
}
