//! A reader's words as terms to look for.

use super::fold::{each_token, is_own_token};
use super::{QUERY_CHARS, QUERY_TERMS};

/// One thing that has to occur in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A token that starts like this; folded, never empty, without blanks and quotes.
    Prefix(String),
    /// These tokens one after the other in one text; never empty.
    Phrase(Vec<String>),
}

impl Term {
    /// Whether the term occurs in the tokens of one text.
    pub fn is_in(&self, tokens: &[String]) -> bool {
        match self {
            Self::Prefix(start) => tokens.iter().any(|token| token.starts_with(start.as_str())),
            Self::Phrase(words) => tokens.windows(words.len()).any(|run| run == words),
        }
    }
}

/// The terms of a query, all of which have to occur: each word as a prefix, each run of Han,
/// kana or Hangul characters as a phrase. Reads the first [`QUERY_CHARS`] characters and keeps
/// the first [`QUERY_TERMS`] terms, without repeats.
pub fn query_terms(query: &str) -> Vec<Term> {
    let query: String = query.chars().take(QUERY_CHARS).collect();
    let mut terms: Vec<Term> = Vec::new();
    let mut run_goes_on = false;
    each_token(&query, |token, apart| {
        let in_run = token.chars().all(is_own_token);
        match terms.last_mut() {
            Some(Term::Phrase(run)) if in_run && run_goes_on && !apart => run.push(token),
            _ if in_run => terms.push(Term::Phrase(vec![token])),
            _ => terms.push(Term::Prefix(token)),
        }
        run_goes_on = in_run;
    });
    let mut kept: Vec<Term> = Vec::new();
    for term in terms {
        if !kept.contains(&term) && kept.len() < QUERY_TERMS {
            kept.push(term);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn found(query: &str, text: &str) -> bool {
        let tokens = tokens(text);
        query_terms(query).iter().all(|term| term.is_in(&tokens))
    }

    #[test]
    fn words_are_prefixes_and_cjk_runs_are_phrases() {
        let phrase = |text: &str| Term::Phrase(text.chars().map(String::from).collect());
        assert_eq!(
            query_terms("Flood 路面電車 CO2削減 태양광 에너지"),
            [
                Term::Prefix("flood".into()),
                phrase("路面電車"),
                Term::Prefix("co2".into()),
                phrase("削減"),
                phrase("태양광"),
                phrase("에너지"),
            ]
        );
    }

    #[test]
    fn the_measured_probes_are_found() {
        let probes = [
            ("Medellin", "Metrocable de Medellín"),
            ("Malmo", "Eco-city Augustenborg, Malmö"),
            ("Reykjavik", "Betri Reykjavík"),
            ("orcamento", "Orçamento Participativo"),
            ("Iasi", "Iaşi"),
            ("Iasi", "Iași"),
            ("Kobenhavn", "København"),
            ("Strasse", "Die grüne Straße"),
            ("垃圾", "臺北市垃圾費隨袋徵收"),
            ("団子", "お団子と串"),
            ("資源回收", "推動資源回收制度"),
            ("公共交通", "公共交通を軸とした"),
            ("路面電車", "次世代型路面電車の整備"),
            ("태양광", "옥상태양광 발전"),
            ("에너지", "에너지 자립마을"),
            ("حديقة", "حَدِيقَةُ المدينة"),
            ("flood", "floods and flooding"),
            ("bus", "buses run"),
        ];
        for (query, text) in probes {
            assert!(found(query, text), "{query} in {text}");
        }
    }

    #[test]
    fn nothing_is_found_inside_words_or_across_them() {
        assert!(!found("lumbus", "columbus"));
        assert!(!found("電面", "路面電車"));
        assert!(!found("面 路 天", "路面電車"));
    }

    #[test]
    fn a_query_is_bounded() {
        let many: String = (0..90).map(|n| format!("{} ", char::from(b'a' + n % 26))).collect();
        assert_eq!(query_terms(&many).len(), QUERY_TERMS);
        assert_eq!(query_terms(&"x".repeat(9_999)).len(), 1);
        assert_eq!(query_terms(" \" ' * - ( ) NEAR"), [Term::Prefix("near".into())]);
        assert_eq!(query_terms("bus BUS büs"), [Term::Prefix("bus".into())]);
    }
}
