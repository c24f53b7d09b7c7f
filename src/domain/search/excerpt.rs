//! The part of a case that shows best why a search found it.

use super::index::case_parts;
use super::mark::{Hit, Piece, hits, mark, placed};
use super::{Term, TextPart};
use crate::domain::case_study::CaseStudy;
use crate::domain::text::belongs_together;
use crate::domain::vocabulary::Language;

/// Scalar values of an excerpt, its ellipses not counted.
const MOST: usize = 220;
/// Of them at most these stand before the first word that was found.
const BEFORE: usize = 60;
/// Words that are found further apart do not stand in one excerpt.
const APART: usize = 140;
/// Bytes of a case that are read for its excerpt: what a reader waits for stays bounded.
const READ: usize = 64 * 1024;
/// Places of one text that are weighed.
const PLACES: usize = 500;

/// A few lines of a case in which the words of a search are marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// One of them is marked.
    pub pieces: Vec<Piece>,
    /// In which they are written.
    pub language: Language,
}

/// The lines of a case with most of the terms, the first ones among equals: in the language that is
/// to come first, then in the others; of its summary, then its sections and all else but title and cities, at most 222 characters. `None` where only those
/// or a text beyond the first 64 KiB have any.
pub fn excerpt(case: &CaseStudy, terms: &[Term], first: Language) -> Option<Excerpt> {
    let mut best: Option<(usize, String, Language)> = None;
    let mut read = 0;
    let mut parts = case_parts(case);
    parts.sort_by_key(|(_, language, _)| *language != first);
    for (part, language, text) in parts {
        let most = best.as_ref().map_or(0, |(terms, ..)| *terms);
        if most == terms.len() || read > READ {
            break;
        }
        // These two a list shows anyway.
        if matches!(part, TextPart::Title | TextPart::Place) {
            continue;
        }
        read += text.len();
        let text = plain(text);
        let found = hits(&placed(&text), terms);
        if let Some((count, lines)) = best_lines(&text, &found).filter(|(count, _)| *count > most) {
            best = Some((count, lines, language));
        }
    }
    let (_, lines, language) = best?;
    let pieces = mark(&lines, terms);
    pieces.iter().any(|piece| piece.marked).then_some(Excerpt { pieces, language })
}

/// How many terms stand together in a text at most, and the lines around them.
fn best_lines(text: &str, found: &[Hit]) -> Option<(usize, String)> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let place = |at: usize| starts.partition_point(|start| *start < at);
    let found = &found[..found.len().min(PLACES)];
    let together = |first: usize| {
        let from = place(found[first].from);
        let near = found[first..].iter().take_while(move |hit| place(hit.to) <= from + APART);
        let mut terms: Vec<usize> = near.map(|hit| hit.term).collect();
        terms.sort_unstable();
        terms.dedup();
        // A phrase longer than an excerpt is still one that was found.
        terms.len().max(1)
    };
    let counted = (0..found.len()).map(|first| (together(first), first));
    let (count, first) = counted.max_by_key(|(count, first)| (*count, usize::MAX - first))?;
    let chars: Vec<char> = text.chars().collect();
    Some((count, lines(&chars, place(found[first].from), place(found[first].to))))
}

/// The lines around what was found, cut between words where there are blanks.
fn lines(text: &[char], place: usize, end: usize) -> String {
    // The longest phrase is to fit as well.
    let mut from = place.saturating_sub(BEFORE.min(MOST.saturating_sub(end - place)));
    if from > 0 {
        let blank = (from..place).find(|at| text[*at].is_whitespace());
        from = blank.map_or_else(|| whole(text, from), |at| at + 1);
    }
    let mut to = text.len().min(from + MOST);
    if to < text.len() {
        let last_third = from.max(to - MOST / 3).max(end.min(to));
        let blank = (last_third..to).rev().find(|at| text[*at].is_whitespace());
        to = blank.unwrap_or_else(|| whole(text, to));
    }
    let middle: String = text[from..to].iter().collect();
    let before = if from > 0 { "…" } else { "" };
    let after = if to < text.len() { "…" } else { "" };
    format!("{before}{}{after}", middle.trim())
}

/// The nearest place before this one where nothing is torn apart.
fn whole(text: &[char], place: usize) -> usize {
    let fits = |at: &usize| *at == 0 || !belongs_together(text[*at - 1], text[*at]);
    (place.saturating_sub(20)..=place).rev().find(fits).unwrap_or(place)
}

/// A Markdown text without its signs, on one line.
fn plain(markdown: &str) -> String {
    let mut plain = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || "#>|".contains(c));
        let line =
            ["- ", "* ", "+ "].iter().find_map(|sign| line.strip_prefix(sign)).unwrap_or(line);
        let mut before = ' ';
        let mut rest = line.chars();
        while let Some(c) = rest.next() {
            let after = rest.as_str();
            match c {
                '*' | '`' => continue,
                '_' if !before.is_alphanumeric() || !after.starts_with(char::is_alphanumeric) => {
                    continue;
                }
                '[' if after.contains("](") => continue,
                '!' if after.starts_with('[') => continue,
                ']' if after.starts_with('(') && after.contains(')') => {
                    rest.by_ref().find(|c| *c == ')');
                    continue;
                }
                '|' | '\t' => plain.push(' '),
                '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                    plain.extend(rest.next());
                }
                c => plain.push(c),
            }
            before = c;
        }
        plain.push(' ');
    }
    plain.truncate(plain.trim_end().len());
    plain
}

#[cfg(test)]
mod tests {
    use super::super::query_terms;
    use super::*;
    use crate::domain::case_study::parse;

    const SAMPLES: &str = include_str!("../../../tests/data/cases.jsonl");
    const EXTREMES: &str = include_str!("../../../tests/data/cases-extreme.jsonl");

    fn cases(lines: &str) -> Vec<CaseStudy> {
        let lines = lines.split('\n').filter(|line| !line.is_empty());
        lines.map(|line| parse(&serde_json::from_str(line).unwrap()).unwrap()).collect()
    }

    fn shown(excerpt: &Excerpt) -> String {
        let bracket = |p: &Piece| match p.marked {
            true => format!("[{}]", p.text),
            false => p.text.clone(),
        };
        excerpt.pieces.iter().map(bracket).collect()
    }

    fn of(case: &CaseStudy, query: &str) -> Option<String> {
        excerpt(case, &query_terms(query), case.language).map(|found| shown(&found))
    }

    #[test]
    fn the_lines_with_all_the_words_are_preferred_to_the_first_with_one() {
        let mut case = cases(SAMPLES).swap_remove(0);
        case.summary = "A zeppelin flew here, and nobody in the whole city knew why it did.".into();
        case.sections.0[0].1 = format!(
            "{} Only the **Zeppelin** of the [harbour](https://x.example/zeppelin) came back. {}",
            "Words before it. ".repeat(30),
            "Words after it. ".repeat(30)
        );
        assert_eq!(of(&case, "zeppelin").unwrap(), case.summary.replace("zeppelin", "[zeppelin]"));
        let both = of(&case, "zeppelin harbour").unwrap();
        assert!(both.contains("Only the [Zeppelin] of the [harbour] came back."), "{both}");
        assert!(
            both.starts_with('…') && both.ends_with('…') && !both.contains("example"),
            "{both}"
        );
        assert_eq!(of(&case, "unheard zzz"), None);
    }

    #[test]
    fn a_word_in_a_translation_is_shown_in_its_language() {
        let cases = cases(SAMPLES);
        let case = cases.iter().find(|case| case.id.contains("medellin")).unwrap();
        let (language, translation) = &case.translations[0];
        let word = translation.summary.split(' ').max_by_key(|word| word.len()).unwrap();
        let found = excerpt(case, &query_terms(word), case.language).unwrap();
        assert_eq!(found.language, *language, "{word}");
        // What stands in both is shown in the language that is to come first.
        for first in [case.language, *language] {
            assert_eq!(excerpt(case, &query_terms("medellin"), first).unwrap().language, first);
        }
    }

    #[test]
    fn a_text_without_blanks_is_cut_where_nothing_is_torn_apart() {
        let mut case = cases(SAMPLES).swap_remove(0);
        case.summary = format!("{}路面電車{}", "都か\u{3099}市".repeat(90), "の👩🏽‍🔬計画".repeat(90));
        let found = of(&case, "路面電車").unwrap();
        assert!(found.contains("市[路面電車]の"), "{found}");
        assert!(!found.starts_with("…\u{3099}") && found.chars().count() < MOST + 8, "{found}");
        let end = found.trim_end_matches('…');
        assert!(!end.ends_with('\u{200D}'), "{found}");
    }

    #[test]
    fn every_word_of_every_case_has_a_bounded_excerpt_in_which_it_is_marked() {
        for case in cases(SAMPLES).iter().chain(&cases(EXTREMES)) {
            for (part, _, text) in case_parts(case) {
                let text = plain(text);
                for word in text.split_whitespace().step_by(40) {
                    let terms = query_terms(word);
                    let Some(found) = excerpt(case, &terms, case.language) else {
                        let shown_anyway = matches!(part, TextPart::Title | TextPart::Place);
                        assert!(terms.is_empty() || shown_anyway, "{word}");
                        continue;
                    };
                    let length: usize = found.pieces.iter().map(|p| p.text.chars().count()).sum();
                    assert!(length <= MOST + 2, "{word}: {length}");
                    assert!(found.pieces.iter().any(|piece| piece.marked), "{word}");
                }
            }
        }
    }

    #[test]
    fn the_signs_of_markdown_are_left_out() {
        for (markdown, expected) in [
            ("# A\n\n* **b** `c`", "A  b c"),
            ("> see [this](https://x.example/a_b) [sic]", "see this [sic]"),
            ("snake_case and _stress_ \\*", "snake_case and stress *"),
            ("| a | b |", "a   b"),
            ("![a tram](tram.png) 1 < 2 <b>", "a tram 1 < 2 <b>"),
            ("", ""),
        ] {
            assert_eq!(plain(markdown), expected);
        }
    }
}
