//! The nine languages: nothing left in English, nothing left out, and each page says which it is.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use kontor::i18n::Locale;

use super::served::Site;
use crate::{
    instance::{Engine, on_each_engine},
    kinds,
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The texts of a language as they are written, by key.
fn messages(locale: Locale, file: &str) -> BTreeMap<String, String> {
    let path = root().join("locales").join(locale.tag()).join(format!("{file}.ftl"));
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (name, value) = line.split_once(" =").unwrap();
            key = name.to_owned();
            messages.insert(key.clone(), value.trim_start().to_owned());
        } else if !line.starts_with('#') && !line.is_empty() {
            let message = messages.get_mut(&key).unwrap();
            message.push('\n');
            message.push_str(line);
        }
    }
    messages
}

const FILES: [&str; 12] = [
    "pages",
    "find",
    "site",
    "story",
    "doors",
    "data",
    "account",
    "desk",
    "vocabulary",
    "topics",
    "targets",
    "countries",
];

/// What `$` names in a message.
fn variables(message: &str) -> BTreeSet<&str> {
    message
        .split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap())
        .collect()
}

/// The words of a message, without its placeables, selectors and keys of variants.
fn words(message: &str) -> String {
    let mut said = String::new();
    for line in message.lines() {
        let line = line.trim();
        let variant = line.strip_prefix('*').unwrap_or(line);
        let line = match variant.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((_, text)) => text,
            None => line,
        };
        let mut depth = 0;
        for c in line.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth = i32::max(0, depth - 1),
                c if depth == 0 => said.push(c),
                _ => {}
            }
        }
        said.push(' ');
    }
    said
}

#[test]
fn a_translation_says_all_that_english_says_and_nothing_that_is_not_given() {
    for locale in Locale::ALL {
        for file in FILES {
            let own = messages(locale, file);
            for (key, english) in messages(Locale::En, file) {
                let Some(own) = own.get(&key) else { continue };
                let (wanted, said) = (variables(&english), variables(own));
                let unknown: Vec<_> = said.difference(&wanted).collect();
                assert!(unknown.is_empty(), "{locale:?} {key} asks for {unknown:?}");
                for missing in wanted.difference(&said) {
                    // A number that English only chooses its plural by.
                    let chosen = english.contains(&format!("{{ ${missing} ->"));
                    let written = english.contains(&format!("{{ ${missing} }}"));
                    assert!(chosen && !written, "{locale:?} {key} leaves out ${missing}");
                }
            }
        }
    }
}

#[test]
fn arabic_plurals_have_a_form_for_every_number() {
    for file in FILES {
        for (key, message) in messages(Locale::Ar, file) {
            if !message.contains("->") {
                continue;
            }
            let forms = ["[one]", "[two]", "[few]", "*[other]"];
            let lacks: Vec<_> = forms.iter().filter(|form| !message.contains(**form)).collect();
            assert!(lacks.is_empty(), "{key} lacks {lacks:?}");
        }
    }
}

/// Names that are written in Latin letters everywhere.
const NAMES: &[&str] = &[
    "ActivityPub",
    "AGPL",
    "Atom",
    "BibTeX",
    "BY",
    "CC",
    "CLDR",
    "Cookie",
    "CSL",
    "CSV",
    "DCAT-AP",
    "Dublin",
    "ETag",
    "EU",
    "Excel",
    "GDP",
    "GeoJSON",
    "GeoNames",
    "http",
    "https",
    "If-None-Match",
    "JSON",
    "JSON-LD",
    "jpg",
    "Kontor",
    "kontor.toml",
    "Lemmy",
    "LGBTIQ",
    "LibreOffice",
    "Lines",
    "Mastodon",
    "mastodon.social",
    "me@mastodon.social",
    "OAI-PMH",
    "OpenAPI",
    "PDF",
    "QGIS",
    "NGO",
    "RIS",
    "RSS",
    "SDGs",
    "Turtle",
    "Unicode",
    "UTC",
    "XLSX",
    "cases",
    "SDG",
    "CO",
    "WCAG",
    "API",
    "PNG",
    "SVG",
    "URL",
    "oEmbed",
    "WebFinger",
    "Markdown",
    "schema.org",
    "cc0",
    "CC0",
    "EUR",
    "DK",
    "Link",
];

#[test]
fn a_text_in_another_script_has_no_words_left_in_latin_letters() {
    let mut left = Vec::new();
    for locale in [Locale::Ar, Locale::Ja, Locale::Ko, Locale::Zh] {
        for file in FILES {
            for (key, message) in messages(locale, file) {
                let said = words(&message);
                let apart = |c: char| !c.is_ascii_alphanumeric() && !"-.@".contains(c);
                for word in said.split(apart).map(|word| word.trim_matches(['-', '.'])) {
                    // What somebody types in any language: an address, a handle.
                    if word.contains('@') {
                        continue;
                    }
                    let latin = word.chars().filter(char::is_ascii_alphabetic).count() > 1;
                    if latin && !NAMES.contains(&word) {
                        left.push(format!("{locale:?} {key}: {word}"));
                    }
                }
                if !said.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
                    && said.chars().any(|c| c.is_ascii_alphabetic())
                {
                    left.push(format!("{locale:?} {key} is only Latin: {message}"));
                }
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn no_sentence_was_left_in_english() {
    let mut left = Vec::new();
    for locale in Locale::ALL.into_iter().filter(|locale| *locale != Locale::En) {
        for file in FILES.into_iter().filter(|file| *file != "countries") {
            let own = messages(locale, file);
            for (key, english) in messages(Locale::En, file) {
                let said = words(&english);
                let said =
                    said.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
                // The sample of type is a German sentence in English too.
                let proper = key.starts_with("licence-") || key == "style-pangram";
                if said.count() >= 3 && own.get(&key) == Some(&english) && !proper {
                    left.push(format!("{locale:?} {key}: {english}"));
                }
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

/// Templates, with what Askama puts in taken out.
fn templates() -> Vec<(PathBuf, String)> {
    let mut texts = Vec::new();
    let mut paths: Vec<PathBuf> = vec![root().join("templates")];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(&path).unwrap().map(|file| file.unwrap().path()));
            continue;
        }
        let mut rest = fs::read_to_string(&path).unwrap();
        for (open, close) in
            [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<code", "</code>"), ("<pre", "</pre>")]
        {
            let mut kept = String::new();
            while let Some((before, inside)) = rest.split_once(open) {
                kept.push_str(before);
                kept.push('\u{1}');
                rest =
                    inside.split_once(close).map_or(String::new(), |(_, after)| after.to_owned());
            }
            rest = kept + &rest;
        }
        texts.push((path, rest));
    }
    texts
}

#[test]
fn no_template_has_words_of_its_own() {
    let mut found = Vec::new();
    for (path, text) in templates() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for part in text.split('<').skip(1) {
            let (tag, said) = part.split_once('>').unwrap_or((part, ""));
            for attribute in ["aria-label", "alt", "title", "placeholder"] {
                let value = tag.split(&format!(" {attribute}=\"")).nth(1).unwrap_or_default();
                let value = value.split('"').next().unwrap_or_default();
                if value.chars().any(char::is_alphabetic) && !value.contains('.') {
                    found.push(format!("{name}: {attribute} {value}"));
                }
            }
            // What names its language is a sample of it.
            if tag.contains(" lang=\"") && !tag.contains('\u{1}') {
                continue;
            }
            let apart = |c: char| !c.is_alphanumeric() && !"-.@".contains(c);
            for word in said.split(apart) {
                let letters = word.chars().filter(|c| c.is_alphabetic()).count();
                if letters > 2 && !NAMES.contains(&word) {
                    found.push(format!("{name}: {word}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

on_each_engine!(every_kind_of_page_is_sound_and_translated_in_every_language);

async fn every_kind_of_page_is_sound_and_translated_in_every_language(engine: Engine) {
    let site = Site::filled(engine).await;
    let case = super::samples::samples().remove(0);
    let files = ["pages", "find", "site", "story", "doors", "data", "account", "desk"];
    let english: Vec<(String, String)> =
        files.iter().flat_map(|file| messages(Locale::En, file)).collect();
    for locale in Locale::ALL {
        let own: BTreeMap<_, _> = files.iter().flat_map(|file| messages(locale, file)).collect();
        // Whole sentences that this language says in other words.
        let foreign = english.iter().filter(|(key, said)| {
            said.split(' ').count() >= 4 && !said.contains('{') && own.get(key) != Some(said)
        });
        let foreign: Vec<_> = foreign.collect();
        for page in kinds::addresses(&case.slug) {
            let address = kinds::in_language(&page, locale.tag());
            let html = site.page(&address).await;
            preview(&address, &html);
            let opening = format!("<html lang=\"{}\" dir=\"{}\">", locale.tag(), locale.dir());
            assert!(html.contains(&opening), "{address}");
            for (key, said) in &foreign {
                assert!(!html.contains(said.as_str()), "{address} says {key} in English");
            }
        }
    }
}

/// Keeps a page for looking at it, in the folder that `KONTOR_PREVIEW` names.
#[expect(clippy::disallowed_methods, reason = "a switch for people, not a setting")]
fn preview(address: &str, html: &str) {
    if let Some(folder) = std::env::var_os("KONTOR_PREVIEW") {
        let name: String =
            address.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        fs::write(Path::new(&folder).join(format!("page{name}.html")), html).unwrap();
    }
}
