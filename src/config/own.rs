//! The network's own files: its logo, and the pages it wrote in Markdown.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::Path,
};

/// A larger picture is no logo: every reader loads it, in bytes.
const LARGEST_LOGO: u64 = 262_144;
/// Longest page, in bytes.
const LONGEST_PAGE: u64 = 200_000;
/// Most files in the folder of pages, all languages together.
const MOST_PAGES: usize = 200;
/// Longest name of a page in its address.
const LONGEST_NAME: usize = 64;

/// What was read when the program started; a change is seen after a restart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    pub logo: Option<Logo>,
    /// In the order of their file names.
    pub pages: Vec<OwnPage>,
}

/// The picture in the masthead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// A file name that changes with the content, such as `00f1d2c3b4a59687.svg`.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// A page of the network in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPage {
    /// Its name in addresses: `about`.
    pub slug: String,
    /// A language tag, where the file name has one.
    pub language: Option<String>,
    /// Its first line where that is a heading, else made of its name.
    pub title: String,
    /// Markdown without that first line.
    pub text: String,
}

impl Logo {
    /// # Errors
    /// A sentence for the administrator.
    pub fn read(path: &Path) -> Result<Logo, String> {
        let shown = path.display();
        let bytes = bytes(path, LARGEST_LOGO)?;
        let (kind, ending) = picture(&bytes)
            .ok_or_else(|| format!("found {shown}, expected an SVG, PNG or WebP picture"))?;
        let mut sum = DefaultHasher::new();
        sum.write(&bytes);
        Ok(Logo { name: format!("{:016x}.{ending}", sum.finish()), kind, bytes })
    }
}

/// The media type and the usual ending of a picture, by its content.
fn picture(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(("image/png", "png"));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(("image/webp", "webp"));
    }
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim_start();
    (text.starts_with('<') && text.contains("<svg")).then_some(("image/svg+xml", "svg"))
}

/// The pages of a folder: its files `NAME.md` and `NAME.LANGUAGE.md`. A number in front of the name
/// (`10-about.md`) gives their order and is no part of it.
///
/// # Errors
/// A sentence for the administrator, for each file that is no page.
pub fn pages(folder: &Path) -> Result<Vec<OwnPage>, Vec<String>> {
    let cannot = |error| vec![format!("{} cannot be read: {error}", folder.display())];
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let name = entry.map_err(cannot)?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".md") && !name.starts_with('.') {
            names.push(name);
        }
    }
    if names.len() > MOST_PAGES {
        let (found, folder) = (names.len(), folder.display());
        return Err(vec![format!("{folder} holds {found} pages, expected at most {MOST_PAGES}")]);
    }
    // By number, then by name, so that 9 stands before 10.
    names.sort_by_key(|name| (number(name), name.clone()));
    let (mut pages, mut faults): (Vec<OwnPage>, Vec<String>) = (Vec::new(), Vec::new());
    for name in names {
        match page(folder, &name) {
            Ok(page) => {
                let same = |other: &OwnPage| {
                    (&other.slug, &other.language) == (&page.slug, &page.language)
                };
                if pages.iter().any(same) {
                    faults.push(format!("{name} is the same page as another file in the folder"));
                }
                pages.push(page);
            }
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

fn number(name: &str) -> u64 {
    name.split_once('-').and_then(|(number, _)| number.parse().ok()).unwrap_or(u64::MAX)
}

fn page(folder: &Path, file: &str) -> Result<OwnPage, String> {
    let refusal = || {
        format!(
            "found the file {file:?}, expected a name such as about.md, about.de.md or \
             10-about.md: small letters, digits and hyphens"
        )
    };
    let stem = file.strip_suffix(".md").ok_or_else(refusal)?;
    let (stem, language) = match stem.split_once('.') {
        Some((stem, language)) if super::check::language(language) => (stem, Some(language)),
        Some(_) => return Err(refusal()),
        None => (stem, None),
    };
    let slug = match stem.split_once('-') {
        Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => rest,
        _ => stem,
    };
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if slug.is_empty() || slug.len() > LONGEST_NAME || !slug.bytes().all(fits) {
        return Err(refusal());
    }
    let bytes = bytes(&folder.join(file), LONGEST_PAGE)?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{file} is no UTF-8 text"))?;
    let (title, text) = titled(text.trim_start_matches('\u{feff}').trim_start(), slug);
    Ok(OwnPage { slug: slug.to_owned(), language: language.map(str::to_owned), title, text })
}

/// A Markdown text as its title and what follows.
fn titled(text: &str, slug: &str) -> (String, String) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(title) = first.strip_prefix("# ").map(str::trim).filter(|title| !title.is_empty()) {
        return (title.to_owned(), rest.to_owned());
    }
    let words = slug.replace('-', " ");
    let mut letters = words.chars();
    let title = letters.next().map(|first| first.to_uppercase().chain(letters).collect());
    (title.unwrap_or_default(), text.to_owned())
}

fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let shown = path.display();
    let about = fs::metadata(path).map_err(|error| format!("{shown} cannot be read: {error}"))?;
    if !about.is_file() {
        return Err(format!("found {shown}, expected a file"));
    }
    if about.len() > most {
        let size = about.len();
        return Err(format!("{shown} has {size} bytes, expected at most {most}"));
    }
    fs::read(path).map_err(|error| format!("{shown} cannot be read: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_called_by_its_first_line_or_by_its_name() {
        assert_eq!(titled("# Who we are\n\nUs.", "about"), ("Who we are".into(), "\nUs.".into()));
        assert_eq!(titled("Just text.", "about-us"), ("About us".into(), "Just text.".into()));
    }

    #[test]
    fn a_picture_is_known_by_its_content_and_not_by_its_name() {
        assert_eq!(picture(b"<?xml version='1.0'?><svg/>"), Some(("image/svg+xml", "svg")));
        assert_eq!(picture(b"RIFF\0\0\0\0WEBPVP8 "), Some(("image/webp", "webp")));
        for other in [&b"GIF89a"[..], b"<html><body>", b"\xff\xd8\xff", b"", b"RIFF\0\0\0\0WAVE"] {
            assert_eq!(picture(other), None);
        }
    }

    #[test]
    fn files_become_pages_in_their_order_and_odd_ones_are_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str| fs::write(folder.path().join(name), "# T\n\nx").unwrap();
        ["10-about.md", "9-join.md", "about.de.md", "zoo.md", "notes.txt"]
            .into_iter()
            .for_each(write);
        let slugs: Vec<_> =
            pages(folder.path()).unwrap().into_iter().map(|page| page.slug).collect();
        assert_eq!(slugs, ["join", "about", "about", "zoo"]);
        ["About.md", "a.b.c.md", "about.md"].into_iter().for_each(write);
        let faults = pages(folder.path()).unwrap_err();
        assert_eq!(faults.len(), 3, "{faults:#?}");
        assert!(faults.iter().any(|fault| fault.contains("\"About.md\"")), "{faults:#?}");
    }
}
