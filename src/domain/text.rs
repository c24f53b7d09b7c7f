//! Texts by what may be done with them, and how a text from outside is made clean.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};

/// Text without any markup; must be escaped wherever markup is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Plain(String);

/// Text in the Markdown subset; must be rendered and sanitised before a page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Markdown(String);

/// Sanitised HTML. Only `crate::html` makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Html(String);

impl Plain {
    /// One clean line of text, see [`clean_line`].
    pub fn new(text: &str) -> Self {
        Self(clean_line(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Markdown {
    /// A clean text of several lines, see [`clean_block`].
    pub fn new(text: &str) -> Self {
        Self(clean_block(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Html {
    /// Takes markup that the sanitiser has let through.
    pub(crate) const fn sanitised(markup: String) -> Self {
        Self(markup)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text of one line in NFC: tabs and line ends become blanks; other control characters and
/// the controls that turn the writing direction of what follows are dropped.
pub fn clean_line(text: &str) -> String {
    if is_clean(text, false) {
        return text.to_owned();
    }
    clean(text, |c| matches!(c, '\n' | '\t').then_some(' '))
}

/// A text of several lines in NFC: line ends are `\n`, tabs stay, the rest as in [`clean_line`].
pub fn clean_block(text: &str) -> String {
    if is_clean(text, true) {
        return text.to_owned();
    }
    clean(text, |c| matches!(c, '\n' | '\t').then_some(c))
}

/// Whether a text is clean at first sight, as nearly all in Latin letters are: nothing in it but
/// characters before the combining marks (U+0300), none of them controls, and the dashes, quotes
/// and dots of U+2010 to U+2027. All of them are in NFC whatever stands beside them.
fn is_clean(text: &str, of_lines: bool) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let clean = match byte {
            b' '..=b'~' => true,
            b'\n' | b'\t' => of_lines,
            // U+0080 to U+009F are controls.
            0xC2 => bytes.next().is_some_and(|next| next >= 0xA0),
            0xC3..=0xCB => bytes.next().is_some(),
            0xE2 => {
                bytes.next() == Some(0x80)
                    && bytes.next().is_some_and(|next| (0x90..=0xA7).contains(&next))
            }
            _ => false,
        };
        if !clean {
            return false;
        }
    }
    true
}

/// Whether a character can make a text look like another one: embeddings and overrides. Isolates
/// stay, because careful authors use them around names in another script and a text must come
/// back from a partner as it was; pages put every foreign text into an isolated element.
pub const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}')
}

fn clean(text: &str, layout: impl Fn(char) -> Option<char>) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // CR, CR LF and NEL end a line as LF does.
        let c = match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                '\n'
            }
            '\u{85}' => '\n',
            other => other,
        };
        if c.is_control() {
            kept.extend(layout(c));
        } else if !turns_direction(c) {
            kept.push(c);
        }
    }
    // After dropping, since a dropped character may have kept a letter from its accent.
    if is_nfc(&kept) { kept } else { kept.nfc().collect() }
}

/// At most `max_chars` Unicode scalar values of a text, an ellipsis among them when something
/// was left out; cut between words if one ends in the last third, never before a mark or a
/// joiner that belongs to the character in front of it.
pub fn shorten(text: &str, max_chars: usize) -> String {
    let mut ends = text.char_indices().map(|(at, _)| at).skip(max_chars);
    if ends.next().is_none() {
        return text.to_owned();
    }
    let Some(room) = max_chars.checked_sub(1) else { return String::new() };
    let chars: Vec<char> = text.chars().take(max_chars).collect();
    let between_words = (room * 2 / 3..=room)
        .rev()
        .find(|&at| chars[at].is_whitespace() && at > 0 && !chars[at - 1].is_whitespace());
    let cut = between_words
        .or_else(|| (1..=room).rev().find(|&at| !belongs_together(chars[at - 1], chars[at])))
        .unwrap_or(room);
    let mut short: String = chars[..cut].iter().collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// Whether a cut between two characters would fall inside what is seen as one: marks, joiners,
/// skin tones, variation selectors, Hangul jamo and flags. A flag is kept whole with a following
/// one rather than halved.
pub(super) fn belongs_together(before: char, after: char) -> bool {
    let regional = |c: char| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    is_combining_mark(after)
        || matches!(after, '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' | '\u{1160}'..='\u{11FF}')
        || before == '\u{200D}'
        || (regional(before) && regional(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_clean_at_first_sight_is_not_changed_by_a_closer_look() {
        let slow = |text: &str, layout: fn(char) -> Option<char>| clean(text, layout);
        let mut clean_ones = 0;
        for code in 0..0x3000_u32 {
            let Some(c) = char::from_u32(code) else { continue };
            for text in [format!("{c}"), format!("a{c}"), format!("{c}é{c}"), format!("–{c}\n{c}")]
            {
                assert_eq!(
                    clean_block(&text),
                    slow(&text, |c| matches!(c, '\n' | '\t').then_some(c))
                );
                assert_eq!(
                    clean_line(&text),
                    slow(&text, |c| matches!(c, '\n' | '\t').then_some(' '))
                );
                clean_ones += usize::from(is_clean(&text, true));
            }
        }
        assert!(clean_ones > 2_000, "{clean_ones}");
    }

    #[test]
    fn a_line_has_no_line_ends_and_no_controls() {
        assert_eq!(clean_line("a\r\nb\tc\u{0}d\u{7f}\u{9b}e"), "a b cde");
        assert_eq!(clean_block("a\r\nb\tc\rd\u{85}\u{1b}e"), "a\nb\tc\nd\ne");
    }

    #[test]
    fn a_text_is_composed_even_where_a_control_stood_between() {
        assert_eq!(clean_line("e\u{0}\u{301}"), "é");
        assert_eq!(clean_line("한"), "한");
    }

    #[test]
    fn nothing_turns_the_direction_of_what_follows() {
        assert_eq!(
            clean_line("a\u{202E}b\u{2066}c\u{2069}\u{200F}"),
            "ab\u{2066}c\u{2069}\u{200F}"
        );
    }

    #[test]
    fn a_short_text_stays_and_a_long_one_ends_after_a_word() {
        assert_eq!(shorten("Kiez", 4), "Kiez");
        assert_eq!(shorten("streets and parks that carry rain", 18), "streets and parks…");
        assert_eq!(shorten("Donaudampfschiff", 6), "Donau…");
        assert_eq!(shorten("rain", 0), "");
    }

    #[test]
    fn a_cut_never_falls_inside_a_family() {
        let text = "ab👩\u{200D}🔬cd";
        assert_eq!(shorten(text, 5), "ab…");
        assert_eq!(shorten("xa\u{301}bcd", 3), "x…");
    }
}
