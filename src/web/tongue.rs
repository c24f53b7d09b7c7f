//! The languages a case can be read in: the original, its translations, and the one this page shows.

use crate::{
    domain::{
        case_study::{CaseStudy, Translation, TranslationKind},
        text::Markdown,
        vocabulary::{Language, SectionId},
    },
    html,
    i18n::Speech,
};

use super::{cards, case::SectionText};

/// The text of a case as one page shows it.
pub struct Told {
    pub lang: &'static str,
    pub dir: &'static str,
    pub title: String,
    /// The title as the authors wrote it.
    pub original: String,
    pub summary: String,
    /// None where it would stand in another language than the title.
    pub subtitle: Option<String>,
    pub sections: Vec<SectionText>,
    /// What the sections are in, which need not be translated.
    pub sections_lang: &'static str,
    pub sections_dir: &'static str,
    /// Who translated, and what stayed as it was; None for the original.
    pub note: Option<String>,
    /// All languages, the original first; empty when there is only the one.
    pub tongues: Vec<Tongue>,
}

/// One language of a case.
pub struct Tongue {
    pub label: String,
    pub lang: &'static str,
    pub href: String,
    /// `original`, or who translated it.
    pub note: String,
    pub here: bool,
}

/// The key of a page's query that chooses the language of the case.
const KEY: &str = "in";

/// The case in the language that the address chooses, else in the reader's where it is translated,
/// else in its own.
pub fn told(t: &Speech, case: &CaseStudy, address: &str) -> Told {
    let shown = chosen(address, case).unwrap_or_else(|| preferred(t, case));
    let translation = translation(case, shown);
    let original = (case.language.id(), cards::direction(case));
    let (lang, dir) = match translation {
        Some(_) => (shown.id(), cards::dir(shown.direction())),
        None => original,
    };
    let translated = translation.and_then(|told| told.sections.as_ref());
    let translated = translated.filter(|sections| !sections.0.is_empty());
    let (sections_lang, sections_dir) = if translated.is_some() { (lang, dir) } else { original };
    let section = |(id, text): &(SectionId, String)| {
        let own = translated.map(|sections| sections.get(*id));
        let (text, lang, dir) = match own {
            Some(Some(own)) => (own, None, None),
            // A section that nobody translated stands as it is.
            Some(None) => (text.as_str(), Some(original.0), Some(original.1)),
            None => (text.as_str(), None, None),
        };
        SectionText {
            id: id.id(),
            heading: t.term("section", id.id()),
            body: html::from_markdown(&Markdown::new(text)),
            lang,
            dir,
        }
    };
    Told {
        lang,
        dir,
        title: translation.map_or(&case.title, |told| &told.title).clone(),
        original: case.title.clone(),
        summary: translation.map_or(&case.summary, |told| &told.summary).clone(),
        subtitle: case.subtitle.clone().filter(|_| translation.is_none()),
        sections: case.sections.0.iter().map(section).collect(),
        sections_lang,
        sections_dir,
        note: translation.map(|told| note(t, case, told, translated.is_some())),
        tongues: tongues(t, case, shown, address),
    }
}

/// The language of the case that an address asks for, if there is such a text.
fn chosen(address: &str, case: &CaseStudy) -> Option<Language> {
    let query = address.split_once('?')?.1;
    let wanted = query.split('&').rev().find_map(|pair| pair.strip_prefix(KEY)?.strip_prefix('='));
    let wanted = Language::from_id(wanted?)?;
    (wanted == case.language || translation(case, wanted).is_some()).then_some(wanted)
}

fn preferred(t: &Speech, case: &CaseStudy) -> Language {
    if cards::spoken(t.locale, case.language) {
        return case.language;
    }
    let mut translated = case.translations.iter().map(|(language, _)| *language);
    translated.find(|language| cards::spoken(t.locale, *language)).unwrap_or(case.language)
}

fn translation(case: &CaseStudy, language: Language) -> Option<&Translation> {
    let found = case.translations.iter().find(|(known, _)| *known == language);
    found.filter(|_| language != case.language).map(|(_, told)| told)
}

fn by(t: &Speech, told: &Translation) -> String {
    let key = match told.kind {
        TranslationKind::Human => "tongue-human",
        TranslationKind::Machine => "tongue-machine",
    };
    t.say(key).into_owned()
}

fn note(t: &Speech, case: &CaseStudy, told: &Translation, whole: bool) -> String {
    let who = match told.kind {
        TranslationKind::Human => t.say("gloss-human"),
        TranslationKind::Machine => t.say("gloss-machine"),
    };
    let language = t.term("language", case.language.id());
    match whole {
        true => who.into_owned(),
        false => format!("{who} {}", t.say1("tongue-rest", "language", &language)),
    }
}

fn tongues(t: &Speech, case: &CaseStudy, shown: Language, address: &str) -> Vec<Tongue> {
    let tongue = |language: Language, note| Tongue {
        label: t.term("language", language.id()),
        lang: language.id(),
        href: t.link(&with(address, language)),
        note,
        here: language == shown,
    };
    let others = case.translations.iter().filter(|(language, _)| *language != case.language);
    let mut tongues = vec![tongue(case.language, t.say("tongue-original").into_owned())];
    tongues.extend(others.map(|(language, told)| tongue(*language, by(t, told))));
    if tongues.len() > 1 { tongues } else { Vec::new() }
}

/// The same address with another choice of language; pages of comments begin anew.
fn with(address: &str, language: Language) -> String {
    let path = address.split_once('?').map_or(address, |(path, _)| path);
    format!("{path}?{KEY}={}", language.id())
}
