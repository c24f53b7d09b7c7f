//! A first look at JSON from outside, before any parser may spend memory on it.

/// How deep JSON may be nested (FEDERATION.md, "The inbox gate").
pub const MAX_DEPTH: usize = 64;
/// How many values one document may hold: an array of a megabyte of zeros is no activity.
const MAX_VALUES: usize = 100_000;
/// Keys whose meaning decides who said what. Parsers differ in which of two they believe.
const UNIQUE: [&str; 12] = [
    "id",
    "type",
    "actor",
    "object",
    "attributedTo",
    "@context",
    "@id",
    "@type",
    "@graph",
    "signature",
    "proof",
    "publicKey",
];

/// Why a document is not looked at any further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShapeError {
    #[error("the document is not UTF-8")]
    NotUtf8,
    #[error("the document is not a JSON object")]
    NotObject,
    #[error("the document is nested too deeply")]
    TooDeep,
    #[error("the document holds more than {MAX_VALUES} values")]
    TooMany,
    #[error("the document contains a NUL character")]
    Nul,
    #[error("the document contains half a surrogate pair")]
    LoneSurrogate,
    #[error("the document says {0:?} twice in one object")]
    Duplicate(&'static str),
    #[error("the document is not valid JSON")]
    Broken,
}

/// One pass over `bytes`, without recursion: UTF-8, one object, nested at most `max_depth` deep
/// (never more than [`MAX_DEPTH`]), no NUL in any spelling, no lone surrogates, no decisive key
/// twice in one object. The grammar of numbers and literals is left to the parser that follows.
pub fn check_shape(bytes: &[u8], max_depth: usize) -> Result<(), ShapeError> {
    std::str::from_utf8(bytes).map_err(|_| ShapeError::NotUtf8)?;
    let mut open: Vec<Level> = Vec::with_capacity(16);
    let (mut at, mut values, mut ended) = (0, 0, false);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => continue,
            b'{' if open.is_empty() && !ended => open.push(Level::object()),
            _ if ended => return Err(ShapeError::Broken),
            _ if open.is_empty() => return Err(ShapeError::NotObject),
            b'{' | b'[' => {
                if open.len() >= max_depth.min(MAX_DEPTH) {
                    return Err(ShapeError::TooDeep);
                }
                values += 1;
                open.push(if byte == b'{' { Level::object() } else { Level::array() });
            }
            b'}' | b']' => {
                let closed = open.pop().ok_or(ShapeError::Broken)?;
                if closed.is_object != (byte == b'}') {
                    return Err(ShapeError::Broken);
                }
                ended = open.is_empty();
            }
            b',' => {
                values += 1;
                let level = open.last_mut().ok_or(ShapeError::Broken)?;
                level.at_key = level.is_object;
            }
            b'"' => {
                let end = string(bytes, at)?;
                let level = open.last_mut().ok_or(ShapeError::Broken)?;
                if std::mem::take(&mut level.at_key) {
                    level.note(&bytes[at..end])?;
                }
                at = end + 1;
            }
            0 => return Err(ShapeError::Nul),
            _ => {}
        }
        if values > MAX_VALUES {
            return Err(ShapeError::TooMany);
        }
    }
    match ended {
        true => Ok(()),
        false if open.is_empty() => Err(ShapeError::NotObject),
        false => Err(ShapeError::Broken),
    }
}

/// One open object or array.
struct Level {
    is_object: bool,
    /// The next string is a key.
    at_key: bool,
    /// Which of `UNIQUE` were seen, one bit each.
    seen: u16,
}

impl Level {
    fn object() -> Self {
        Self { is_object: true, at_key: true, seen: 0 }
    }

    fn array() -> Self {
        Self { is_object: false, at_key: false, seen: 0 }
    }

    fn note(&mut self, raw: &[u8]) -> Result<(), ShapeError> {
        let unescaped;
        let key = match raw.contains(&b'\\') {
            // "\u0069d" is "id" to every parser.
            true => {
                let quoted = [b"\"", raw, b"\""].concat();
                unescaped =
                    serde_json::from_slice::<String>(&quoted).map_err(|_| ShapeError::Broken)?;
                unescaped.as_bytes()
            }
            false => raw,
        };
        let Some(index) = UNIQUE.iter().position(|name| name.as_bytes() == key) else {
            return Ok(());
        };
        let bit = 1 << index;
        if self.seen & bit != 0 {
            return Err(ShapeError::Duplicate(UNIQUE[index]));
        }
        self.seen |= bit;
        Ok(())
    }
}

/// Where the string that begins at `at`, after its quote, ends: the place of the closing quote.
fn string(bytes: &[u8], mut at: usize) -> Result<usize, ShapeError> {
    loop {
        match bytes.get(at).ok_or(ShapeError::Broken)? {
            b'"' => return Ok(at),
            b'\\' if bytes.get(at + 1) == Some(&b'u') => at = escape(bytes, at)?,
            b'\\' => at += 2,
            0 => return Err(ShapeError::Nul),
            0x01..=0x1f => return Err(ShapeError::Broken),
            _ => at += 1,
        }
    }
}

/// Passes over the `\uXXXX`, or pair of them, at `at`.
fn escape(bytes: &[u8], at: usize) -> Result<usize, ShapeError> {
    match hex(bytes, at)? {
        0 => Err(ShapeError::Nul),
        0xd800..=0xdbff => match hex(bytes, at + 6) {
            Ok(0xdc00..=0xdfff) => Ok(at + 12),
            _ => Err(ShapeError::LoneSurrogate),
        },
        0xdc00..=0xdfff => Err(ShapeError::LoneSurrogate),
        _ => Ok(at + 6),
    }
}

fn hex(bytes: &[u8], at: usize) -> Result<u32, ShapeError> {
    let digits = match bytes.get(at..at + 6) {
        Some([b'\\', b'u', digits @ ..]) => digits,
        _ => return Err(ShapeError::Broken),
    };
    digits.iter().try_fold(0, |sum, &b| {
        let digit = char::from(b).to_digit(16).ok_or(ShapeError::Broken)?;
        Ok(sum * 16 + digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Result<(), ShapeError> {
        check_shape(text.as_bytes(), MAX_DEPTH)
    }

    #[test]
    fn an_ordinary_activity_passes() {
        let text = r#" {"@context":["x",{"id":"@id"}],"id":"a","object":{"id":"b","type":"Note",
            "content":"\"{[\\ \ud83d\ude00 \u00e9 😀"},"n":[1,-2.5e3,true,null]} "#;
        assert_eq!(shape(text), Ok(()));
        assert_eq!(shape("{}"), Ok(()));
    }

    #[test]
    fn nesting_is_counted_and_a_bomb_costs_nothing() {
        let nested = |n: usize| format!("{{\"a\":{}{}}}", "[".repeat(n), "]".repeat(n));
        assert_eq!(shape(&nested(63)), Ok(()));
        assert_eq!(shape(&nested(64)), Err(ShapeError::TooDeep));
        assert_eq!(shape(&nested(400_000)), Err(ShapeError::TooDeep));
        assert_eq!(shape(&"{\"a\":".repeat(100_000)), Err(ShapeError::TooDeep));
        assert_eq!(check_shape(nested(2).as_bytes(), 2), Err(ShapeError::TooDeep));
    }

    #[test]
    fn huge_arrays_are_refused() {
        let text = format!("{{\"a\":[{}0]}}", "0,".repeat(100_001));
        assert_eq!(shape(&text), Err(ShapeError::TooMany));
    }

    #[test]
    fn only_one_object_is_a_document() {
        for text in ["", " ", "[]", "1", "null", "\"a\"", "[{}]", "\u{feff}{}", "<html>", "]"] {
            assert_eq!(shape(text), Err(ShapeError::NotObject), "{text}");
        }
        for text in ["{", "{}{}", "{} x", "{\"a\":[}", "{\"a", "{]", "{\"a\":\"\n\"}", r#"{"\u00"#]
        {
            assert_eq!(shape(text), Err(ShapeError::Broken), "{text}");
        }
        assert_eq!(check_shape(b"{\"a\":\"\xff\"}", 64), Err(ShapeError::NotUtf8));
        assert_eq!(check_shape(b"{\"a\":\"\xed\xa0\x80\"}", 64), Err(ShapeError::NotUtf8));
    }

    #[test]
    fn nul_and_half_characters_are_refused_in_every_spelling() {
        assert_eq!(shape(r#"{"a":"x\u0000"}"#), Err(ShapeError::Nul));
        assert_eq!(shape("{\"a\":\"\0\"}"), Err(ShapeError::Nul));
        assert_eq!(shape("{\"a\":\0}"), Err(ShapeError::Nul));
        assert_eq!(shape(r#"{"\u0000":1}"#), Err(ShapeError::Nul));
        assert_eq!(shape(r#"{"a":"\\u0000"}"#), Ok(()));
        for half in
            [r"\ud83d", r"\ude00", r"\ud83d\ud83d", r"\ud83d\n", r"\ude00\ud83d", r"\uD83Dx"]
        {
            assert_eq!(
                shape(&format!(r#"{{"a":"{half}"}}"#)),
                Err(ShapeError::LoneSurrogate),
                "{half}"
            );
        }
    }

    #[test]
    fn a_decisive_key_may_stand_once_in_an_object_and_again_in_another() {
        for name in UNIQUE {
            let twice = format!(r#"{{"{name}":1,"b":2,"{name}":1}}"#);
            assert_eq!(shape(&twice), Err(ShapeError::Duplicate(name)));
            let apart =
                format!(r#"{{"{name}":{{"{name}":1}},"b":[{{"{name}":1}},{{"{name}":2}}]}}"#);
            assert_eq!(shape(&apart), Ok(()));
        }
        assert_eq!(shape(r#"{"id":1,"\u0069d":2}"#), Err(ShapeError::Duplicate("id")));
        assert_eq!(shape(r#"{"o":{"actor":1,"actor":2}}"#), Err(ShapeError::Duplicate("actor")));
        assert_eq!(shape(r#"{"id":"id","x":"id"}"#), Ok(()));
        assert_eq!(shape(r#"{"x":["id","id"]}"#), Ok(()));
    }

    proptest::proptest! {
        #[test]
        fn what_passes_for_a_shape_is_what_a_parser_can_read_or_refuses(
            text in r#"\{("(id|a)":("[\\u0d8"x]{0,6}"|[\[\]{}1,]{0,6}),?){0,4}\}?"#
        ) {
            let shaped = check_shape(text.as_bytes(), MAX_DEPTH);
            let parsed = serde_json::from_str::<serde_json::Value>(&text);
            // The scanner may let through what the parser refuses, never the other way round.
            if matches!(shaped, Err(ShapeError::Broken | ShapeError::NotObject)) {
                proptest::prop_assert!(parsed.is_err(), "{text}");
            }
        }
    }
}
