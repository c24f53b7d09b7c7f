//! Where in a text the words of a search are, whatever accents and forms it is written with.

use std::iter::once;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Term;
use super::fold::{each_placed, fold, is_dropped};

/// A piece of a text; the pieces together are the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Never empty.
    pub text: String,
    /// Whether it was looked for.
    pub marked: bool,
}

/// A text in pieces, those marked in which the terms occur: a word with all its letters, a phrase
/// from its first character to its last. What is marked is what [`Term::is_in`] finds.
pub fn mark(text: &str, terms: &[Term]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = |text: &str, marked| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    let mut done = 0;
    for (from, to) in joined(hits(&placed(text), terms)) {
        piece(&text[done..from], false);
        piece(&text[from..to], true);
        done = to;
    }
    piece(&text[done..], false);
    pieces
}

/// A token, and the bytes of the text it was written with.
pub(super) struct Placed {
    word: String,
    from: usize,
    to: usize,
}

/// Where a term occurs.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// Its place among the terms.
    pub term: usize,
    pub from: usize,
    pub to: usize,
}

/// The tokens of a text, the same as [`super::tokens`] finds, each with its place.
pub(super) fn placed(text: &str) -> Vec<Placed> {
    // Folded run by run: no accent, vowel or dropped character is parted from what it belongs to.
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|(at, c)| *at == 0 || begins(*c))
        .map(|(at, _)| at)
        .chain(once(text.len()))
        .collect();
    let mut folded: Vec<(char, usize)> = Vec::with_capacity(text.len());
    for (run, bounds) in starts.windows(2).enumerate() {
        let written = &text[bounds[0]..bounds[1]];
        let mut letters = written.chars();
        match (letters.next(), letters.next()) {
            (Some(c), None) if c.is_ascii() => folded.push((c.to_ascii_lowercase(), run)),
            (Some(c), None) if is_plain_han(c) => folded.push((c, run)),
            _ => folded.extend(fold(written).chars().map(|c| (c, run))),
        }
    }
    let mut tokens = Vec::new();
    each_placed(folded.into_iter(), |word, _, (first, last)| {
        tokens.push(Placed { word, from: starts[first], to: starts[last + 1] });
    });
    tokens
}

/// Whether a character does not join what stands before it.
fn begins(c: char) -> bool {
    if c.is_ascii() {
        return true;
    }
    let first = once(c).nfkd().next().unwrap_or(c);
    // Vowels and final consonants of Hangul make one syllable with what they follow.
    !(is_combining_mark(first) || is_dropped(c) || matches!(first, '\u{1160}'..='\u{11FF}'))
}

/// The characters most often met that folding leaves alone.
const fn is_plain_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Where the terms occur, from the beginning of the text on.
pub(super) fn hits(tokens: &[Placed], terms: &[Term]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        for (term, wanted) in terms.iter().enumerate() {
            let run = match wanted {
                Term::Prefix(start) => token.word.starts_with(start.as_str()).then_some(1),
                Term::Phrase(words) => {
                    let run = tokens.get(at..at + words.len());
                    let same = run.is_some_and(|run| {
                        run.iter().zip(words).all(|(token, word)| token.word == *word)
                    });
                    same.then_some(words.len())
                }
            };
            if let Some(run) = run {
                hits.push(Hit { term, from: token.from, to: tokens[at + run - 1].to });
            }
        }
    }
    hits
}

/// What the hits cover, from the beginning on; what touches is one.
fn joined(hits: Vec<Hit>) -> Vec<(usize, usize)> {
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for hit in hits {
        match joined.last_mut() {
            Some((_, to)) if hit.from <= *to => *to = hit.to.max(*to),
            _ => joined.push((hit.from, hit.to)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::super::{query_terms, tokens};
    use super::*;
    use proptest::prelude::*;

    /// The text with brackets around what is marked.
    fn marked(query: &str, text: &str) -> String {
        let pieces = mark(text, &query_terms(query)).into_iter();
        pieces.map(|p| if p.marked { format!("[{}]", p.text) } else { p.text }).collect()
    }

    #[test]
    fn a_word_is_marked_however_it_is_written() {
        for (query, text, expected) in [
            ("Malmo", "In Malmö, Sweden", "In [Malmö], Sweden"),
            ("malmö", "MALMO\u{308} and Malmo", "[MALMO\u{308}] and [Malmo]"),
            ("strasse", "Die Straße", "Die [Straße]"),
            ("Iasi", "Iaşi – Iași", "[Iaşi] – [Iași]"),
            ("flood", "Floods, flooding; unflooded", "[Floods], [flooding]; unflooded"),
            ("bus tram", "a bus, a Tram", "a [bus], a [Tram]"),
            ("soft", "soft\u{AD}hyphen", "[soft\u{AD}hyphen]"),
            ("finance", "ﬁnance", "[ﬁnance]"),
            ("2", "1½ km", "1[½] km"),
            ("co2", "CO₂!", "[CO₂]!"),
            ("bus", "", ""),
            ("…", "bus", "bus"),
        ] {
            assert_eq!(marked(query, text), expected, "{query}");
        }
    }

    #[test]
    fn a_phrase_is_marked_as_one_in_scripts_without_blanks() {
        for (query, text, expected) in [
            ("路面電車", "次世代型路面電車の整備", "次世代型[路面電車]の整備"),
            ("電車 路面", "路面電車", "[路面電車]"),
            ("電面", "路面電車", "路面電車"),
            ("バス", "ﾊﾞｽとガス", "[ﾊﾞｽ]とガス"),
            ("태양광", "옥상태양광 발전", "옥상[태양광] 발전"),
            ("한", "\u{1112}\u{1161}\u{11AB}국", "[\u{1112}\u{1161}\u{11AB}]국"),
            ("حديقة", "حَدِيقَةُ المدينة", "[حَدِيقَةُ] المدينة"),
        ] {
            assert_eq!(marked(query, text), expected, "{query}");
        }
    }

    #[test]
    fn markup_and_odd_characters_stay_what_they_are() {
        assert_eq!(marked("b", "<b>x</b> & \"b\""), "<[b]>x</[b]> & \"[b]\"");
        assert_eq!(marked("x", "👩🏽‍🔬 x \u{202E}"), "👩🏽‍🔬 [x] \u{202E}");
    }

    proptest! {
        #[test]
        fn the_places_are_of_the_same_tokens_as_are_indexed(
            text in "(\\PC|[a-zäöü ]|[ア-ンｱ-ﾝﾞﾟ゙゚]|[ㄱ-ㅣᄀ-ᇿ가-힣]|[\u{300}-\u{36F}\u{200B}-\u{200F}\u{AD}]){0,40}",
        ) {
            let words: Vec<String> = placed(&text).into_iter().map(|token| token.word).collect();
            prop_assert_eq!(words, tokens(&text));
        }

        #[test]
        fn what_is_found_is_marked_and_the_pieces_are_the_text(
            text in "([a-cäÄ路面電 ,]|\\PC){0,30}",
            query in "[a-cä路面電 ]{1,6}",
        ) {
            let terms = query_terms(&query);
            let pieces = mark(&text, &terms);
            let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert_eq!(&whole, &text);
            let occurs = terms.iter().any(|term| term.is_in(&tokens(&text)));
            prop_assert_eq!(pieces.iter().any(|piece| piece.marked), occurs);
        }
    }
}
