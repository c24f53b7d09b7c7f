//! How a case study is cited, and how it says what it is to programs: pure functions, one file for
//! each format.

mod bibtex;
mod csl;
mod linked;
mod ris;

pub use bibtex::bibtex;
pub use csl::csl;
pub use linked::linked;
pub use ris::ris;

use crate::{
    clock,
    domain::{
        case_study::CaseStudy,
        vocabulary::{Language, Licence},
    },
};

/// One revision of a case, with what a reference names besides the case itself.
#[derive(Clone, Debug)]
pub struct Cited<'a> {
    pub case: &'a CaseStudy,
    /// The network that published it, as people call it.
    pub network: &'a str,
    /// The site where it is read.
    pub site: &'a str,
    /// The permanent address of exactly this revision where there is one, else of the case.
    pub address: &'a str,
    /// The page of the case as it is now.
    pub page: &'a str,
    pub revision: i64,
    /// First published; epoch milliseconds.
    pub published: i64,
    /// The date of this revision; epoch milliseconds.
    pub updated: i64,
}

impl Cited<'_> {
    /// `2025-03-07`: the day of this revision.
    fn day(&self) -> String {
        clock::day(self.updated)
    }
}

/// Google Scholar's and Zotero's tags for the head of a page, as name and content.
pub fn tags(cited: &Cited<'_>) -> Vec<(&'static str, String)> {
    let case = cited.case;
    let mut tags = vec![
        ("citation_title", case.title.clone()),
        ("citation_author", cited.network.to_owned()),
        ("citation_publication_date", cited.day().replace('-', "/")),
        ("citation_publisher", cited.network.to_owned()),
        ("citation_language", case.language.id().to_owned()),
        ("citation_public_url", cited.address.to_owned()),
    ];
    let topics = case.topics.iter().map(|topic| topic.topic().label("en").to_owned());
    tags.extend(topics.map(|topic| ("citation_keywords", topic)));
    tags
}

/// What people call a licence: `CC BY-SA 4.0`.
pub fn licence_name(licence: Licence) -> String {
    match licence {
        Licence::AllRightsReserved => "all rights reserved".to_owned(),
        open => {
            let parts: Vec<_> = open.id().split('-').collect();
            match parts.as_slice() {
                [first, terms @ .., version] if !terms.is_empty() => {
                    format!("{first} {} {version}", terms.join("-"))
                }
                [name, version] => format!("{name} {version}"),
                _ => open.id().to_owned(),
            }
        }
    }
}

/// Texts on one line, as reference formats want them: also the line and paragraph separators of
/// Unicode become blanks.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What babel and biblatex call a language.
const fn babel(language: Language) -> &'static str {
    match language {
        Language::En => "english",
        Language::Es => "spanish",
        Language::Fr => "french",
        Language::Pt => "portuguese",
        Language::De => "german",
        Language::Ko => "korean",
        Language::Ja => "japanese",
        Language::ZhHans | Language::ZhHant => "chinese",
        Language::Ar => "arabic",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_called_as_people_call_them() {
        assert_eq!(licence_name(Licence::CcBy), "CC BY 4.0");
        assert_eq!(licence_name(Licence::CcByNcSa), "CC BY-NC-SA 4.0");
        assert_eq!(licence_name(Licence::Cc0), "CC0 1.0");
        assert_eq!(licence_name(Licence::AllRightsReserved), "all rights reserved");
    }

    #[test]
    fn a_separator_of_lines_does_not_break_a_record() {
        assert_eq!(one_line("a\u{2028}b\r\n\tc\u{a0}d"), "a b c d");
    }
}
