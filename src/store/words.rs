//! The words of a case in the engine's full-text index: our tokens, so that the engine's parser
//! decides nothing and both engines find the same.

use super::{
    Engine, Result, Tx,
    sql::{Conditions, Value, execute, execute_where, placeholders},
};
use crate::domain::{
    case_study::CaseStudy,
    search::{QUERY_CHARS, Term, TextPart, case_texts, tokens},
};
use std::collections::HashMap;

/// Replaces what was indexed for `num`; `None` takes it out of the index.
pub(super) async fn replace(
    tx: &mut Tx,
    num: i64,
    case: Option<&CaseStudy>,
    is_new: bool,
) -> Result<()> {
    match tx.engine() {
        Engine::Sqlite => {
            if !is_new {
                execute!(tx, "DELETE FROM case_word WHERE rowid = $1", num)?;
            }
            let Some(case) = case else { return Ok(()) };
            let (title, body) = ascii_texts(case);
            execute!(
                tx,
                "INSERT INTO case_word (rowid, title, body) VALUES ($1, $2, $3)",
                num,
                title,
                body
            )?;
        }
        Engine::Postgres => {
            if !is_new {
                execute!(tx, "DELETE FROM case_word WHERE num = $1", num)?;
            }
            let Some(case) = case else { return Ok(()) };
            let (values, count) = vectors(num, case);
            let sql = format!(
                "INSERT INTO case_word (num, part, title, words)
                 SELECT num, part, title <> 0, CAST(words AS tsvector)
                 FROM (VALUES {}) AS given (num, part, title, words)",
                placeholders(count, 4)
            );
            if count > 0 {
                execute_where!(tx, sql, values)?;
            }
        }
    }
    Ok(())
}

/// Stands between two texts, so that a phrase cannot reach from one into the next.
const BREAK: &str = " __ ";

fn ascii_texts(case: &CaseStudy) -> (String, String) {
    let (mut title, mut body) = (String::new(), String::new());
    for (part, text) in case_texts(case) {
        let words: Vec<_> = tokens(&text).iter().map(|token| ascii(token)).collect();
        let into = if part == TextPart::Title { &mut title } else { &mut body };
        into.push_str(&words.join(" "));
        into.push_str(BREAK);
    }
    (title, body)
}

/// A token in ASCII, such that prefixes stay prefixes: letters and digits as they are, any other
/// character as `_` and four base-36 digits (36⁴ exceeds Unicode's range).
fn ascii(token: &str) -> String {
    let mut written = String::with_capacity(token.len() + 8);
    for letter in token.chars() {
        if letter.is_ascii_lowercase() || letter.is_ascii_digit() {
            written.push(letter);
        } else {
            written.push('_');
            let code = letter as u32;
            for power in [36u32.pow(3), 36u32.pow(2), 36, 1] {
                let digit = char::from_digit(code / power % 36, 36);
                written.push(digit.expect("a remainder of 36 is a base-36 digit"));
            }
        }
    }
    written
}

/// Positions of one token that a tsvector keeps; later ones are dropped.
const MOST_OF_ONE: usize = 255;
/// Positions a tsvector tells apart; all beyond are counted as the last.
const MOST_POSITIONS: usize = 16_383;

/// One row a text, more where a text exceeds what a tsvector counts: `'token':1 'token':2 …` in
/// the form PostgreSQL casts to a tsvector.
fn vectors(num: i64, case: &CaseStudy) -> (Vec<Value>, usize) {
    let mut values = Vec::new();
    let mut count = 0;
    for (part, text) in case_texts(case) {
        let words = tokens(&text);
        for run in runs(&words) {
            let vector: Vec<_> = run
                .iter()
                .enumerate()
                .map(|(at, word)| format!("{}:{}", quoted(word), at + 1))
                .collect();
            values.extend([
                Value::Int(num),
                Value::Int(count as i64),
                Value::Int((part == TextPart::Title).into()),
                Value::Text(vector.join(" ")),
            ]);
            count += 1;
        }
    }
    (values, count)
}

/// Cuts a text into runs of which every position counts. They overlap by the longest phrase a
/// reader can ask for, so that none falls between two.
fn runs(words: &[String]) -> Vec<&[String]> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let of_one = words[start..].iter().take(MOST_POSITIONS).take_while(|word| {
            let times = seen.entry(word.as_str()).or_default();
            *times += 1;
            *times <= MOST_OF_ONE
        });
        let length = of_one.count();
        runs.push(&words[start..start + length]);
        if start + length == words.len() {
            break;
        }
        start += length - QUERY_CHARS;
    }
    runs
}

fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "''").replace('\\', "\\\\"))
}

/// The condition that a case holds every term; `None` when there is nothing to look for.
pub(super) fn condition(engine: Engine, terms: &[Term], bound: &mut Conditions) -> Option<String> {
    if terms.is_empty() {
        return None;
    }
    Some(match engine {
        Engine::Sqlite => {
            let query: Vec<_> = terms.iter().map(fts5).collect();
            let place = bound.bind(query.join(" AND "));
            format!("c.num IN (SELECT rowid FROM case_word WHERE case_word MATCH {place})")
        }
        Engine::Postgres => {
            let each = terms.iter().map(|term| {
                let place = bound.bind(tsquery(term));
                format!(
                    "c.num IN (SELECT num FROM case_word WHERE words @@ CAST({place} AS tsquery))"
                )
            });
            each.collect::<Vec<_>>().join(" AND ")
        }
    })
}

/// The condition that the title alone holds every term: those cases stand first.
pub(super) fn in_title(engine: Engine, terms: &[Term], bound: &mut Conditions) -> String {
    match engine {
        Engine::Sqlite => {
            let query: Vec<_> = terms.iter().map(|term| query(engine, term, true)).collect();
            let place = bound.bind(query.join(" AND "));
            format!("c.num IN (SELECT rowid FROM case_word WHERE case_word MATCH {place})")
        }
        Engine::Postgres => {
            let query: Vec<_> = terms.iter().map(|term| format!("({})", tsquery(term))).collect();
            let place = bound.bind(query.join(" & "));
            format!(
                "c.num IN (SELECT num FROM case_word WHERE title
                 AND words @@ CAST({place} AS tsquery))"
            )
        }
    }
}

/// One term in the engine's own language; never the same for two terms of one kind.
pub(super) fn query(engine: Engine, term: &Term, in_title: bool) -> String {
    match (engine, in_title) {
        (Engine::Sqlite, false) => fts5(term),
        (Engine::Sqlite, true) => format!("title : ({})", fts5(term)),
        (Engine::Postgres, false) => tsquery(term),
        // The same to the engine, which reads `title` from the row; another key for us.
        (Engine::Postgres, true) => format!("({})", tsquery(term)),
    }
}

/// The statement that gathers the numbers of all cases with a [`query`], as `7,8,9` in one text;
/// only of those `among` when any are given.
pub(super) fn gather(
    engine: Engine,
    query: &str,
    in_title: bool,
    among: impl Iterator<Item = u32>,
) -> (String, Vec<Value>) {
    let mut bound = Conditions::default();
    let place = bound.bind(query);
    let num = match engine {
        Engine::Sqlite => {
            bound.and(format!("case_word MATCH {place}"));
            "rowid"
        }
        Engine::Postgres => {
            bound.and(format!("words @@ CAST({place} AS tsquery)"));
            if in_title {
                bound.and("title".to_owned());
            }
            "num"
        }
    };
    let among = bound.bind_all(among.map(i64::from));
    if !among.is_empty() {
        bound.and(format!("{num} IN ({among})"));
    }
    let sql = format!(
        "SELECT string_agg(CAST({num} AS TEXT), ',') FROM case_word WHERE TRUE{}",
        bound.to_sql()
    );
    (sql, bound.values)
}

fn fts5(term: &Term) -> String {
    match term {
        Term::Prefix(word) => format!("\"{}\" *", ascii(word)),
        Term::Phrase(words) => {
            let words: Vec<_> = words.iter().map(|word| ascii(word)).collect();
            format!("\"{}\"", words.join(" "))
        }
    }
}

fn tsquery(term: &Term) -> String {
    match term {
        Term::Prefix(word) => format!("{}:*", quoted(word)),
        Term::Phrase(words) => {
            words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" <-> ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_stays_a_prefix_when_written_in_ascii() {
        for (prefix, word) in [("flo", "flood"), ("سو", "سوق"), ("ο", "οδος"), ("a", "a\u{1F333}b")]
        {
            assert!(ascii(word).starts_with(&ascii(prefix)), "{word}");
        }
        assert_ne!(ascii("é"), ascii("e"));
    }

    #[test]
    fn a_long_or_monotonous_text_is_cut_where_a_tsvector_stops_counting() {
        let same: Vec<_> = (0..1_000).map(|_| "路".to_owned()).collect();
        let all: Vec<_> = (0..40_000).map(|n| format!("{n}")).collect();
        for words in [&same, &all] {
            let runs = runs(words);
            assert_eq!(runs[0][0], words[0]);
            assert_eq!(runs[runs.len() - 1].last(), words.last());
            let covered: usize = runs.iter().map(|run| run.len() - QUERY_CHARS).sum();
            assert_eq!(covered + QUERY_CHARS, words.len());
        }
        assert!(runs(&same).iter().all(|run| run.len() <= MOST_OF_ONE));
        assert_eq!(runs(&all[..9]), [&all[..9]]);
        assert!(runs(&[]).is_empty());
    }
}
