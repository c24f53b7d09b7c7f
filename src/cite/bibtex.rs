//! BibTeX in biblatex's dialect, which BibTeX itself, Zotero and JabRef read as well.

use super::{Cited, babel, licence_name, one_line};
use std::fmt::Write;

/// One `@online` entry. Its key is the case's id, which never changes.
pub fn bibtex(cited: &Cited<'_>) -> String {
    let case = cited.case;
    let mut entry = format!("@online{{{},\n", case.id);
    let mut field = |name: &str, value: &str| {
        writeln!(entry, "  {name} = {{{value}}},").expect("a String takes everything");
    };
    let network = text(cited.network);
    // A second pair of braces keeps the name of a body, and the capitals of a title, as they are.
    field("author", &format!("{{{network}}}"));
    field("title", &format!("{{{}}}", text(&case.title)));
    if let Some(subtitle) = &case.subtitle {
        field("titleaddon", &text(subtitle));
    }
    field("organization", &network);
    field("date", &cited.day());
    field("version", &format!("Revision {}", cited.revision));
    field("url", &address(cited.address));
    field("langid", babel(case.language));
    let keywords: Vec<_> =
        case.topics.iter().map(|topic| text(&topic.topic().label("en").replace(',', ""))).collect();
    field("keywords", &keywords.join(", "));
    field("abstract", &text(&case.summary));
    field("note", &format!("Case study, {}", licence_name(case.licence)));
    entry.push_str("}\n");
    entry
}

/// BibTeX counts braces even behind a backslash, so a text's own are written as commands.
fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '$' | '&' | '#' | '%' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// An address is read as it stands; what would end the field is percent-encoded.
fn address(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '{' | '}' | '\\' | ' ' | '"' | '<' | '>' => {
                write!(written, "%{:02X}", c as u32).expect("a String takes everything");
            }
            other => written.push(other),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_its_field_or_start_a_command() {
        assert_eq!(
            text("50 % {of} $x_1^2 \\input & #1 ~"),
            "50 \\% \\textbraceleft{}of\\textbraceright{} \\$x\\_1\\textasciicircum{}2 \
             \\textbackslash{}input \\& \\#1 \\textasciitilde{}"
        );
        assert_eq!(address("https://a.example/{x}?a=1%20b"), "https://a.example/%7Bx%7D?a=1%20b");
    }
}
