//! The texts of an article: what a reader of any other server sees of a case study.

use crate::{
    domain::{
        case_study::{CaseStudy, City, Sections, Translation},
        search::fold,
        text::{Markdown, shorten},
        vocabulary::{Language, sdg},
    },
    html,
    i18n::{Locale, Speech, Texts},
};
use std::sync::Arc;

/// How much of a case the content tells, when all of it would be too large to send.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    Whole,
    OriginalOnly,
    /// The fact line and the summary.
    Opening,
}

pub fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            _ => written.push(letter),
        }
    }
    written
}

pub fn paragraph(text: &str) -> String {
    format!("<p>{}</p>", escaped(text))
}

/// HTML that reads as it is written where tags are not understood: Misskey and Mastodon before 4.5
/// show a summary letter by letter.
pub fn line(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// `name` is plain text of at most `most` characters.
pub fn name(title: &str, most: usize) -> String {
    shorten(title, most)
}

/// One plain paragraph that names the city: some servers show the summary alone.
pub fn summary(case: &CaseStudy, most: usize) -> String {
    let Some(city) = case.cities.first() else { return shorten(&case.summary, most) };
    let told = fold(&case.summary);
    let names = [Some(&city.name), city.name_local.as_ref(), city.name_en.as_ref()];
    if names.into_iter().flatten().any(|name| told.contains(&fold(name))) {
        return shorten(&case.summary, most);
    }
    shorten(&format!("{}: {}", city.name, case.summary), most)
}

/// `Copenhagen, Denmark`, in the case's language where we speak it.
pub fn place(city: &City, speech: &Speech) -> String {
    format!("{}, {}", city.name, speech.term("country", &city.country))
}

/// `São Paulo` → `SãoPaulo`: letters and digits only.
pub fn hashtag(name: &str) -> String {
    name.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut letters = word.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            first + letters.as_str()
        })
        .collect()
}

/// One human line that every reader sees: city, years, topics, goals, cost.
fn fact_line(case: &CaseStudy, language: &str, speech: &Speech) -> String {
    let mut facts = Vec::new();
    if let Some(city) = case.cities.first() {
        let more = case.cities.len() - 1;
        let also = if more > 0 { format!(" (+{more})") } else { String::new() };
        facts.push(format!("{}{also}", place(city, speech)));
    }
    let years = match &case.period.end {
        Some(end) if year(end) != year(&case.period.start) => {
            format!("{}–{}", year(&case.period.start), year(end))
        }
        Some(_) => year(&case.period.start).to_owned(),
        None => format!("{}–", year(&case.period.start)),
    };
    facts.push(years);
    let topics: Vec<_> = case.topics.iter().map(|topic| topic.topic().label(language)).collect();
    facts.push(topics.join(", "));
    let goals: Vec<_> =
        case.sdgs.iter().filter(|goal| sdg(**goal).is_some()).map(u8::to_string).collect();
    if !goals.is_empty() {
        facts.push(format!("SDG {}", goals.join(", ")));
    }
    if let Some(cost) = cost(case) {
        facts.push(cost);
    }
    paragraph(&facts.join(" · "))
}

fn year(date: &str) -> &str {
    date.get(..4).unwrap_or(date)
}

fn cost(case: &CaseStudy) -> Option<String> {
    let funding = case.funding.as_ref()?;
    let currency = funding.currency.as_deref()?;
    Some(match (funding.amount_min, funding.amount_max) {
        (Some(least), Some(most)) if least != most => {
            format!("{currency} {}–{}", grouped(least), grouped(most))
        }
        (Some(amount), _) | (None, Some(amount)) => format!("{currency} {}", grouped(amount)),
        (None, None) => return None,
    })
}

/// `1300000` → `1 300 000` with narrow no-break spaces, which all our languages can read.
fn grouped(amount: u64) -> String {
    let digits = amount.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push('\u{202F}');
        }
        written.push(digit);
    }
    written
}

/// The content in the case's own language.
pub fn content(case: &CaseStudy, language: Language, extent: Extent, texts: &Arc<Texts>) -> String {
    let mut written = String::new();
    if name(&case.title, super::NAME_CHARS) != case.title {
        written.push_str(&format!("<p><strong>{}</strong></p>", escaped(&case.title)));
    }
    let speech = speech(texts, language);
    written.push_str(&fact_line(case, language.id(), &speech));
    if !case.is_open() {
        written.push_str(&paragraph(&case.summary));
        return written;
    }
    if let Some(subtitle) = case.subtitle.as_deref().filter(|text| !text.is_empty()) {
        written.push_str(&paragraph(subtitle));
    }
    match extent {
        Extent::Opening => written.push_str(&paragraph(&case.summary)),
        _ => push_sections(&mut written, &case.sections, &speech),
    }
    written
}

/// The content in another language: its summary, and the sections that were translated.
pub fn translated(
    case: &CaseStudy,
    language: Language,
    translation: &Translation,
    texts: &Arc<Texts>,
) -> String {
    let speech = speech(texts, language);
    let mut written = fact_line(case, language.id(), &speech);
    match &translation.sections {
        Some(sections) if !sections.0.is_empty() => push_sections(&mut written, sections, &speech),
        _ => written.push_str(&paragraph(&translation.summary)),
    }
    written
}

/// The names of sections in the case's language, in English where we do not speak it.
pub fn speech(texts: &Arc<Texts>, language: Language) -> Speech {
    let locale = Locale::from_tag(language.id()).unwrap_or(Locale::En);
    Speech::new(texts.clone(), locale)
}

fn push_sections(written: &mut String, sections: &Sections, speech: &Speech) {
    for (id, text) in &sections.0 {
        written.push_str(&format!("<h2>{}</h2>", escaped(&speech.term("section", id.id()))));
        written.push_str(html::from_markdown(&Markdown::new(text)).as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashtag_has_letters_and_digits_only() {
        assert_eq!(hashtag("São Paulo"), "SãoPaulo");
        assert_eq!(hashtag("Gasteiz / Vitoria"), "GasteizVitoria");
        assert_eq!(hashtag("’s-Hertogenbosch"), "SHertogenbosch");
    }

    #[test]
    fn amounts_are_grouped_from_the_right() {
        assert_eq!(grouped(1_300_000), "1\u{202F}300\u{202F}000");
        assert_eq!(grouped(999), "999");
    }
}
