//! Folding: the form in which a reader's word and an author's word are the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::WORD_CHARS;

/// A text in lower case and compatibility form, without the accents of Latin, Greek, Cyrillic,
/// Hebrew and Arabic, with the letters readers type instead of ø, ß, æ and their like, and with
/// ASCII digits. Folding a folded text changes nothing.
pub fn fold(text: &str) -> String {
    // Lower-casing can make new compositions (İ becomes i and a dot), hence twice decomposed.
    // Marks that do carry meaning (kana, Indic) and Hangul are composed again at the end.
    let decomposed = text.nfkd().flat_map(char::to_lowercase).nfkd();
    let mut folded = String::with_capacity(text.len());
    for c in decomposed.filter(|c| !is_dropped(*c)) {
        match respelled(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(ascii_digit(c)),
        }
    }
    folded.nfc().collect()
}

/// The folded words of a text, in order: letters, digits and marks; each Han, kana and Hangul
/// character is a word of its own. Longer words are cut at [`WORD_CHARS`].
pub fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    each_token(text, |token, _| tokens.push(token));
    tokens
}

/// Calls back with every token and whether something stood between it and the one before.
pub(super) fn each_token(text: &str, mut found: impl FnMut(String, bool)) {
    each_placed(fold(text).chars().map(|c| (c, 0)), |token, apart, _| found(token, apart));
}

/// The same of folded characters that come from places in a text: calls back with the places of
/// the first and the last one of each token as well.
pub(super) fn each_placed(
    folded: impl Iterator<Item = (char, usize)>,
    mut found: impl FnMut(String, bool, (usize, usize)),
) {
    let mut word = String::new();
    let mut length = 0;
    let mut apart = true;
    let mut places = (0, 0);
    for (c, place) in folded.chain(std::iter::once((' ', 0))) {
        if is_word(c) && !is_own_token(c) {
            // The mark of a character that is a token by itself goes with it, to nowhere.
            if word.is_empty() && is_combining_mark(c) {
                continue;
            }
            if word.is_empty() {
                places.0 = place;
            }
            places.1 = place;
            if length < WORD_CHARS {
                word.push(c);
            }
            length += 1;
            continue;
        }
        if !word.is_empty() {
            found(std::mem::take(&mut word), apart, places);
            (length, apart) = (0, false);
        }
        if is_own_token(c) {
            found(c.to_string(), apart, (place, place));
            apart = false;
        } else {
            apart = true;
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Whether a folded character is a word of its own: Han, kana, Hangul and bopomofo are written
/// without blanks, or with blanks that readers do not repeat.
pub fn is_own_token(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}'
        | '\u{3105}'..='\u{312F}' | '\u{31A0}'..='\u{31BF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97C}' | '\u{AC00}'..='\u{D7FB}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{1B000}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFD}')
        && c.is_alphanumeric()
}

/// Accents and vowel points, and what is not seen: joiners, soft hyphens, direction marks,
/// variation selectors, the Arabic tatweel.
pub(super) const fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}'
        | '\u{8D3}'..='\u{8E1}' | '\u{8E3}'..='\u{8FF}'
        | '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Letters that no decomposition takes apart, as readers without that key type them.
const fn respelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ı' | 'ɨ' => "i",
        'ɓ' | 'ƀ' => "b",
        'ɗ' | 'ɖ' => "d",
        'ƒ' => "f",
        'ƙ' | 'ĸ' => "k",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        // Arabic: alef wasla, alef maksura and the Persian yeh, teh marbuta, the Persian kaf.
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ة' => "ه",
        'ک' => "ك",
        _ => return None,
    })
}

/// The first digit of each script whose digits cities write; full-width ones are compatibility
/// forms and long gone here.
const ZEROS: [u32; 17] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50,
    0xED0, 0xF20, 0x1040, 0x17E0,
];

fn ascii_digit(c: char) -> char {
    if c < '\u{660}' {
        return c;
    }
    let code = u32::from(c);
    let digit = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|digit| *digit < 10));
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_accents_find_words_with_them() {
        let pairs = [
            ("Medellín", "medellin"),
            ("Malmö", "malmo"),
            ("Reykjavík", "reykjavik"),
            ("orçamento", "orcamento"),
            ("København", "kobenhavn"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("Łódź", "lodz"),
            ("Ærø", "aero"),
            ("Œuvre", "oeuvre"),
            ("Þórsmörk", "thorsmork"),
            ("Đà Nẵng", "da nang"),
            ("İstanbul", "istanbul"),
            ("ısı", "isi"),
            ("Αθήνας", "αθηνασ"),
            ("ΑΘΗΝΑΣ", "αθηνασ"),
            ("Ёлка й", "елка и"),
            ("ﬁnance ＦＵＬＬ", "finance full"),
            ("CO₂", "co2"),
            ("١٢٣ ۴ ५", "123 4 5"),
        ];
        for (written, typed) in pairs {
            assert_eq!(fold(written), typed);
        }
    }

    #[test]
    fn iasi_is_found_by_comma_cedilla_and_plain_s() {
        assert_eq!(
            (fold("Iași"), fold("Iaşi"), fold("IAȘI")),
            ("iasi".into(), "iasi".into(), "iasi".into())
        );
    }

    #[test]
    fn arabic_is_found_without_points_tatweel_and_forms_of_alef() {
        assert_eq!(fold("حَدِيقَة"), fold("حديقة"));
        assert_eq!(fold("حـــديقة"), fold("حديقة"));
        assert_eq!(fold("أإآٱا"), "ااااا");
    }

    #[test]
    fn every_cjk_character_is_a_word() {
        assert_eq!(tokens("路面電車とLRT"), ["路", "面", "電", "車", "と", "lrt"]);
        assert_eq!(tokens("태양광 에너지"), ["태", "양", "광", "에", "너", "지"]);
        assert_eq!(tokens("ガス・バス"), ["ガ", "ス", "バ", "ス"]);
        assert_eq!(tokens("ﾊﾞｽ"), ["バ", "ス"], "half-width kana");
    }

    #[test]
    fn words_end_at_blanks_and_signs_only() {
        assert_eq!(
            tokens("l'eau\u{A0}d’Évora — CO₂: 1½"),
            ["l", "eau", "d", "evora", "co2", "11", "2"]
        );
        assert_eq!(tokens("soft\u{AD}hyphen zero\u{200D}joiner"), ["softhyphen", "zerojoiner"]);
        assert_eq!(tokens("हिन्दी"), ["हिन्दी"]);
        assert_eq!(tokens(" \u{0} … 👩🏽‍🔬 "), Vec::<String>::new());
    }

    #[test]
    fn a_long_word_is_cut() {
        assert_eq!(tokens(&"ä".repeat(100)), ["a".repeat(WORD_CHARS)]);
    }
}
