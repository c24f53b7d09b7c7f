//! Structured fields of HTTP (RFC 8941), as far as signatures need them, bounded and strict.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fmt::Write as _;

/// More of anything than a signature has use for.
const MAX_BYTES: usize = 16 * 1024;
const MAX_MEMBERS: usize = 16;
const MAX_ITEMS: usize = 32;

/// What a name stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Item {
    Int(i64),
    Text(String),
    Token(String),
    Bytes(Vec<u8>),
    Bool(bool),
}

/// In the order in which they were written; no name twice.
pub(super) type Parameters = Vec<(String, Item)>;

/// What a member of a dictionary is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Value {
    Item(Item),
    List(Vec<(Item, Parameters)>),
}

/// A member of a dictionary, with its parameters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) value: Value,
    pub(super) parameters: Parameters,
}

/// Why a field cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Unreadable {
    Malformed(&'static str),
    /// The standard lets the last one win; two that differ are an attack, so neither does.
    Repeated(String),
}

use Unreadable::{Malformed, Repeated};

type Read<T> = Result<T, Unreadable>;

/// Reads a dictionary; several lines of one header are joined by a comma before.
pub(super) fn dictionary(text: &str) -> Read<Vec<Member>> {
    if text.len() > MAX_BYTES {
        return Err(Malformed("it is too long"));
    }
    let mut reader = Reader { rest: text.trim_matches([' ', '\t']) };
    let mut members: Vec<Member> = Vec::new();
    while !reader.rest.is_empty() {
        let name = reader.key()?;
        if members.iter().any(|known| known.name == name) {
            return Err(Repeated(name));
        }
        if members.len() == MAX_MEMBERS {
            return Err(Malformed("it names too much"));
        }
        let value = match reader.takes('=') {
            true if reader.rest.starts_with('(') => Value::List(reader.list()?),
            true => Value::Item(reader.item()?),
            false => Value::Item(Item::Bool(true)),
        };
        let parameters = reader.parameters()?;
        members.push(Member { name, value, parameters });
        reader.blanks();
        if reader.rest.is_empty() {
            break;
        }
        if !reader.takes(',') {
            return Err(Malformed("a comma is missing"));
        }
        reader.blanks();
        if reader.rest.is_empty() {
            return Err(Malformed("it ends with a comma"));
        }
    }
    Ok(members)
}

/// An inner list with its parameters, in the one spelling that is signed (RFC 8941, section 4).
pub(super) fn written(list: &[(Item, Parameters)], parameters: &Parameters) -> String {
    let mut text = String::from("(");
    for (at, (item, own)) in list.iter().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        write_item(&mut text, item);
        write_parameters(&mut text, own);
    }
    text.push(')');
    write_parameters(&mut text, parameters);
    text
}

fn write_parameters(text: &mut String, parameters: &Parameters) {
    for (name, value) in parameters {
        text.push(';');
        text.push_str(name);
        if *value != Item::Bool(true) {
            text.push('=');
            write_item(text, value);
        }
    }
}

fn write_item(text: &mut String, item: &Item) {
    match item {
        Item::Int(number) => {
            let _ = write!(text, "{number}");
        }
        Item::Text(words) => {
            text.push('"');
            for c in words.chars() {
                if matches!(c, '"' | '\\') {
                    text.push('\\');
                }
                text.push(c);
            }
            text.push('"');
        }
        Item::Token(token) => text.push_str(token),
        Item::Bytes(bytes) => {
            text.push(':');
            text.push_str(&STANDARD.encode(bytes));
            text.push(':');
        }
        Item::Bool(yes) => text.push_str(if *yes { "?1" } else { "?0" }),
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn takes(&mut self, c: char) -> bool {
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
    }

    /// As much as `fits`, at least nothing.
    fn run(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !fits(c)).unwrap_or(self.rest.len());
        let (run, rest) = self.rest.split_at(end);
        self.rest = rest;
        run
    }

    fn key(&mut self) -> Read<String> {
        if !self.rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '*') {
            return Err(Malformed("a name is missing"));
        }
        let name = self.run(|c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '.' | '*')
        });
        match name.len() {
            1..=64 => Ok(name.to_owned()),
            _ => Err(Malformed("a name is too long")),
        }
    }

    fn list(&mut self) -> Read<Vec<(Item, Parameters)>> {
        self.takes('(');
        let mut items = Vec::new();
        loop {
            let before = self.rest.len();
            self.rest = self.rest.trim_start_matches(' ');
            if self.takes(')') {
                return Ok(items);
            }
            if !items.is_empty() && before == self.rest.len() {
                return Err(Malformed("a space is missing in a list"));
            }
            if items.len() == MAX_ITEMS {
                return Err(Malformed("a list is too long"));
            }
            let item = self.item()?;
            items.push((item, self.parameters()?));
        }
    }

    fn parameters(&mut self) -> Read<Parameters> {
        let mut all = Parameters::new();
        while self.takes(';') {
            self.rest = self.rest.trim_start_matches(' ');
            let name = self.key()?;
            if all.iter().any(|(known, _)| *known == name) {
                return Err(Repeated(name));
            }
            if all.len() == MAX_MEMBERS {
                return Err(Malformed("it has too many parameters"));
            }
            let value = if self.takes('=') { self.item()? } else { Item::Bool(true) };
            all.push((name, value));
        }
        Ok(all)
    }

    fn item(&mut self) -> Read<Item> {
        match self.rest.chars().next() {
            Some('"') => self.text(),
            Some(':') => self.bytes(),
            Some('?') => self.bool(),
            Some('-' | '0'..='9') => self.int(),
            Some(c) if c.is_ascii_alphabetic() || c == '*' => {
                let token =
                    self.run(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~:/".contains(c));
                Ok(Item::Token(token.to_owned()))
            }
            _ => Err(Malformed("a value is missing")),
        }
    }

    fn text(&mut self) -> Read<Item> {
        let mut words = String::new();
        let mut chars = self.rest.char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(Item::Text(words));
                }
                '\\' => match chars.next() {
                    Some((_, escaped @ ('"' | '\\'))) => words.push(escaped),
                    _ => return Err(Malformed("a backslash escapes nothing")),
                },
                ' '..='~' => words.push(c),
                _ => return Err(Malformed("a text is not ASCII")),
            }
        }
        Err(Malformed("a quote is not closed"))
    }

    fn bytes(&mut self) -> Read<Item> {
        let (encoded, rest) =
            self.rest[1..].split_once(':').ok_or(Malformed("a colon is not closed"))?;
        self.rest = rest;
        let bytes = super::digest::LENIENT.decode(encoded);
        Ok(Item::Bytes(bytes.map_err(|_| Malformed("what stands between colons is not base64"))?))
    }

    fn bool(&mut self) -> Read<Item> {
        for (spelling, value) in [("?1", true), ("?0", false)] {
            if let Some(rest) = self.rest.strip_prefix(spelling) {
                self.rest = rest;
                return Ok(Item::Bool(value));
            }
        }
        Err(Malformed("a question mark is neither true nor false"))
    }

    /// Fifteen digits at most, as the standard says; nothing here is written with a fraction.
    fn int(&mut self) -> Read<Item> {
        let negative = self.takes('-');
        let digits = self.run(|c| c.is_ascii_digit());
        if !(1..=15).contains(&digits.len()) || self.rest.starts_with('.') {
            return Err(Malformed("a number cannot be read"));
        }
        let number: i64 = digits.parse().map_err(|_| Malformed("a number cannot be read"))?;
        Ok(Item::Int(if negative { -number } else { number }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(text: &str) -> String {
        let members = dictionary(text).unwrap();
        let shown = members.iter().map(|member| match &member.value {
            Value::List(list) => {
                format!("{}={}", member.name, written(list, &member.parameters))
            }
            Value::Item(item) => {
                let mut text = format!("{}=", member.name);
                write_item(&mut text, item);
                write_parameters(&mut text, &member.parameters);
                text
            }
        });
        shown.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_dictionary_is_read_and_written_in_its_one_spelling() {
        for same in [
            "",
            r#"sig1=("@method" "date");created=1618884473;keyid="a\"\\b";x;y=?0;z=tok:/en"#,
            "a=:AAECAw==:, b=-15;p=1",
            "sig=()",
            r#"a=("x";sf "y";key="z")"#,
        ] {
            assert_eq!(again(same), same);
        }
        assert_eq!(again("  a=1 ,\tb=2  "), "a=1, b=2");
        assert_eq!(again(r#"s=(  "a"   "b" ); k=1"#), r#"s=("a" "b");k=1"#);
        assert_eq!(again("a;p=?1"), "a=?1;p");
    }

    #[test]
    fn what_is_no_dictionary_is_an_error_and_no_panic() {
        for bad in [
            "A=1",
            "=1",
            "a=",
            "a=1,",
            ",",
            "a=1 b=2",
            "a=(",
            "a=(\"x\"",
            "a=(\"x\"\"y\")",
            "a=\"",
            "a=\"\\x\"",
            "a=\"é\"",
            "a=:A",
            "a=:*:",
            "a=?2",
            "a=1.5",
            "a=-",
            "a=1234567890123456",
            "a=1;",
            "a=1;=2",
            "a=@",
            "é=1",
        ] {
            assert!(matches!(dictionary(bad), Err(Malformed(_))), "{bad}");
        }
        assert_eq!(dictionary("a=1, b=2, a=3"), Err(Repeated("a".into())));
        assert_eq!(dictionary("a=1;b;b"), Err(Repeated("b".into())));
        assert!(dictionary(&format!("a=\"{}\"", "x".repeat(20_000))).is_err());
        let many: Vec<String> = (0..40).map(|n| format!("k{n}=1")).collect();
        assert!(dictionary(&many.join(",")).is_err());
        assert!(dictionary(&format!("a=({})", "1 ".repeat(40))).is_err());
    }

    proptest::proptest! {
        #[test]
        fn no_field_makes_the_reader_panic(text in r#"([a-z]=)?[("a:?;, =\\)0-9é-]{0,40}"#) {
            let _ = dictionary(&text);
        }
    }
}
