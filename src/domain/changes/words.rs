//! Two texts compared word by word.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::domain::search::is_own_token;

/// A stretch of a compared text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the text before.
    Gone(String),
    /// Only in the text after.
    New(String),
    /// In both, and long enough to be left out.
    Skipped,
}

/// Tokens of both texts together that are compared; with more, coarser tokens are taken. The cost
/// grows with their number times the number of differences.
const MOST_TOKENS: usize = 4_000;
/// Tokens kept on each side of a change; what lies farther from any is left out.
const AROUND: usize = 24;

/// The two texts as one: by words, where that is too much by sentences, and else as wholes.
pub fn compare(before: &str, after: &str) -> Vec<Piece> {
    for cut in [words, sentences] {
        let (old, new) = (cut(before), cut(after));
        if old.len() + new.len() <= MOST_TOKENS {
            return woven(&old, &new);
        }
    }
    let wholes = [Piece::Gone(before.to_owned()), Piece::New(after.to_owned())];
    wholes.into_iter().filter(|piece| !piece.is_empty()).collect()
}

impl Piece {
    fn is_empty(&self) -> bool {
        match self {
            Piece::Same(text) | Piece::Gone(text) | Piece::New(text) => text.is_empty(),
            Piece::Skipped => false,
        }
    }
}

fn woven(old: &[&str], new: &[&str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let steps = capture_diff_slices(Algorithm::Myers, old, new);
    let last = steps.len().saturating_sub(1);
    for (at, step) in steps.iter().enumerate() {
        let (gone, come) = (&old[step.old_range()], &new[step.new_range()]);
        match step.tag() {
            DiffTag::Equal => same(&mut pieces, gone, at > 0, at < last),
            _ => {
                let both = [Piece::Gone(gone.concat()), Piece::New(come.concat())];
                pieces.extend(both.into_iter().filter(|piece| !piece.is_empty()));
            }
        }
    }
    pieces
}

/// What did not change, shortened to what stands near a change before or after it.
fn same(pieces: &mut Vec<Piece>, tokens: &[&str], follows: bool, leads: bool) {
    let (head, tail) = (if follows { AROUND } else { 0 }, if leads { AROUND } else { 0 });
    // A gap is worth it only where it leaves out more than the sign for it takes.
    if tokens.len() <= head + tail + AROUND / 2 {
        return pieces.push(Piece::Same(tokens.concat()));
    }
    let parts = [
        Piece::Same(tokens[..head].concat()),
        Piece::Skipped,
        Piece::Same(tokens[tokens.len() - tail..].concat()),
    ];
    pieces.extend(parts.into_iter().filter(|piece| !piece.is_empty()));
}

/// Words, the blanks between them, and every other character by itself. Scripts that are written
/// without blanks are cut at each character. Nothing is lost.
fn words(text: &str) -> Vec<&str> {
    #[derive(PartialEq, Clone, Copy)]
    enum Kind {
        Word,
        Blank,
        Single,
    }
    let kind = |c: char| match c {
        c if is_own_token(c) => Kind::Single,
        c if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) => Kind::Word,
        '\n' => Kind::Single,
        c if c.is_whitespace() => Kind::Blank,
        _ => Kind::Single,
    };
    cut(text, |before, next| kind(before) != kind(next) || kind(next) == Kind::Single)
}

fn sentences(text: &str) -> Vec<&str> {
    let ends = |c| matches!(c, '\n' | '.' | '!' | '?' | '。' | '！' | '？' | '؟');
    cut(text, |before, next| ends(before) && !ends(next))
}

/// The text cut between all characters where `apart` says so.
fn cut(text: &str, apart: impl Fn(char, char) -> bool) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| apart(before, c)) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let told = compare(before, after).into_iter().map(|piece| match piece {
            Piece::Same(text) => text,
            Piece::Gone(text) => format!("[-{text}-]"),
            Piece::New(text) => format!("[+{text}+]"),
            Piece::Skipped => "[…]".to_owned(),
        });
        told.collect()
    }

    #[test]
    fn a_change_shows_the_words_that_changed_and_no_more() {
        assert_eq!(
            told("Six new lanes, one bridge.", "Seven new lanes and one bridge."),
            "[-Six-][+Seven+] new lanes[-,-] [+and +]one bridge."
        );
        assert_eq!(told("", "New."), "[+New.+]");
        assert_eq!(
            told("市政府推動資源回收", "市政府推動垃圾回收"),
            "市政府推動[-資源-][+垃圾+]回收"
        );
        assert_eq!(told("e\u{301}te\u{301}", "ete\u{301}"), "[-e\u{301}te\u{301}-][+ete\u{301}+]");
    }

    #[test]
    fn what_is_far_from_a_change_is_left_out() {
        let long = "word ".repeat(200);
        let shown = told(&format!("{long}old{long}"), &format!("{long}new{long}"));
        assert!(shown.starts_with("[…]word ") && shown.ends_with("[…]"), "{shown}");
        assert!(shown.contains("[-oldword-][+newword+]") && shown.len() < 300, "{shown}");
    }

    #[test]
    fn the_longest_texts_are_compared_at_once() {
        let (old, new) = ("a b ".repeat(1_500), "c d ".repeat(1_500));
        assert_eq!(compare(&old, &new).len(), 2);
        let (old, new) = ("字".repeat(6_000), "學".repeat(6_000));
        assert_eq!(compare(&old, &new), [Piece::Gone(old), Piece::New(new)]);
        let (old, new) = ("a. ".repeat(4_000), "b. ".repeat(4_000));
        assert_eq!(compare(&old, &new), [Piece::Gone(old), Piece::New(new)]);
    }

    proptest::proptest! {
        #[test]
        fn both_texts_can_be_read_off_what_is_not_left_out(
            before in "[ab \n字،]{0,40}", after in "[ab \n字،]{0,40}"
        ) {
            let pieces = compare(&before, &after);
            let side = |own: fn(&Piece) -> Option<&str>| pieces.iter().filter_map(own).collect::<String>();
            let skipped = pieces.contains(&Piece::Skipped);
            let old = side(|piece| match piece {
                Piece::Same(text) | Piece::Gone(text) => Some(text),
                _ => None,
            });
            let new = side(|piece| match piece {
                Piece::Same(text) | Piece::New(text) => Some(text),
                _ => None,
            });
            proptest::prop_assert!(skipped || (old == before && new == after));
        }
    }
}
