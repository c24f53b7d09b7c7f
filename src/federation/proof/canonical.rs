//! JSON in its one canonical form (RFC 8785, JCS): what integrity proofs are made over.

use serde_json::{Number, Value};
use std::cmp::Ordering;

/// The canonical form: keys in the order of their UTF-16 code units, no blanks, and numbers as
/// ECMAScript writes them. Every number is a double there, so whole numbers beyond 2^53 lose
/// their last digits, as they do for everybody who follows the RFC.
pub fn canonical(value: &Value) -> String {
    let mut text = String::with_capacity(1_024);
    write(&mut text, value);
    text
}

/// Recursion is as deep as the document, which the gate and the parser bound.
fn write(text: &mut String, value: &Value) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&number_text(number)),
        Value::String(string) => write_string(text, string),
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write(text, item);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by(|(one, _), (other, _)| by_utf16(one, other));
            text.push('{');
            for (at, (key, item)) in sorted.into_iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write_string(text, key);
                text.push(':');
                write(text, item);
            }
            text.push('}');
        }
    }
}

fn by_utf16(one: &str, other: &str) -> Ordering {
    match one.is_ascii() && other.is_ascii() {
        true => one.cmp(other),
        false => one.encode_utf16().cmp(other.encode_utf16()),
    }
}

fn write_string(text: &mut String, string: &str) {
    text.push('"');
    for c in string.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            c if c < ' ' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
}

/// Below this, whole numbers are exact doubles and need no second look.
const EXACT: u64 = 1 << 53;

fn number_text(number: &Number) -> String {
    if let Some(whole) = number.as_i64()
        && whole.unsigned_abs() < EXACT
    {
        return whole.to_string();
    }
    double_text(number.as_f64().unwrap_or_default())
}

/// Where the double lies just between two texts of the same length, ECMA-262 takes the even one,
/// and Rust the upper.
fn even_of_two(digits: String, double: f64) -> String {
    let (count, last) = (digits.len(), digits.bytes().last().unwrap_or(b'0'));
    // A double that ends in such a half needs nearly all the digits there are.
    if count < 15 || last % 2 == 0 || !format!("{double:.count$e}").contains("5e") {
        return digits;
    }
    // No double has more digits than this.
    let exact: String = format!("{double:.800e}").chars().filter(char::is_ascii_digit).collect();
    let (lower, rest) = exact.split_at(count);
    let zeros = rest.strip_prefix('5').map(|rest| rest.trim_start_matches('0').len());
    // What is left behind the zeros is the exponent, of at most three digits.
    let is_half = zeros.is_some_and(|left| left <= 3);
    match is_half && lower != digits {
        true => lower.to_owned(),
        false => digits,
    }
}

/// ECMA-262, Number::toString: the shortest digits that read back as the same double (as Rust
/// finds them too), with an exponent only outside 1e-6 … 1e21.
fn double_text(double: f64) -> String {
    if double == 0.0 {
        return "0".into();
    }
    let scientific = format!("{:e}", double.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    let digits = even_of_two(digits, double.abs());
    // The value is 0.DIGITS times ten to the power of `point`.
    let point = exponent.parse::<i32>().unwrap_or_default() + 1;
    let count = digits.len() as i32;
    let text = match point {
        1..=21 if count <= point => {
            digits + &"0".repeat(usize::try_from(point - count).unwrap_or_default())
        }
        1..=21 => {
            let (whole, rest) = digits.split_at(usize::try_from(point).unwrap_or_default());
            format!("{whole}.{rest}")
        }
        -5..=0 => {
            let zeros = "0".repeat(usize::try_from(-point).unwrap_or_default());
            format!("0.{zeros}{digits}")
        }
        _ => {
            let (first, rest) = digits.split_at(1);
            let dot = if rest.is_empty() { "" } else { "." };
            format!("{first}{dot}{rest}e{:+}", point - 1)
        }
    };
    if double < 0.0 { format!("-{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    /// RFC 8785, appendix B.
    #[test]
    fn numbers_are_written_as_the_rfc_lists_them() {
        let known: [(u64, &str); 24] = [
            (0x0000000000000000, "0"),
            (0x8000000000000000, "0"),
            (0x0000000000000001, "5e-324"),
            (0x8000000000000001, "-5e-324"),
            (0x7fefffffffffffff, "1.7976931348623157e+308"),
            (0xffefffffffffffff, "-1.7976931348623157e+308"),
            (0x4340000000000000, "9007199254740992"),
            (0xc340000000000000, "-9007199254740992"),
            (0x4430000000000000, "295147905179352830000"),
            (0x44b52d02c7e14af5, "9.999999999999997e+22"),
            (0x44b52d02c7e14af6, "1e+23"),
            (0x44b52d02c7e14af7, "1.0000000000000001e+23"),
            (0x444b1ae4d6e2ef4e, "999999999999999700000"),
            (0x444b1ae4d6e2ef4f, "999999999999999900000"),
            (0x444b1ae4d6e2ef50, "1e+21"),
            (0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"),
            (0x3eb0c6f7a0b5ed8d, "0.000001"),
            (0x41b3de4355555553, "333333333.3333332"),
            (0x41b3de4355555554, "333333333.33333325"),
            (0x41b3de4355555555, "333333333.3333333"),
            (0x41b3de4355555556, "333333333.3333334"),
            (0x41b3de4355555557, "333333333.33333343"),
            (0xbecbf647612f3696, "-0.0000033333333333333333"),
            (0x43143ff3c1cb0959, "1424953923781206.2"),
        ];
        for (bits, text) in known {
            assert_eq!(double_text(f64::from_bits(bits)), text, "{bits:x}");
        }
    }

    /// RFC 8785, 3.2.2 and 3.2.3.
    #[test]
    fn the_examples_of_the_rfc_come_out_as_it_says() {
        let text = r#"{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }"#;
        let expected = "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,\
             0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assert_eq!(canonical(&read(text)), expected);
        let text = r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
            "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",
            "\u00f6":"Latin Small Letter O With Diaeresis"}"#;
        let canonical = canonical(&read(text));
        let order = ["Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"];
        let places = order.map(|word| canonical.find(word).unwrap());
        assert!(places.is_sorted(), "{canonical}");
    }

    #[test]
    fn spelling_makes_no_difference() {
        let one = read(r#"{"b": 1.0, "a": [1e2, -0.0, 9007199254740993, 52.50], "c": "\u00e9\/"}"#);
        let other = read(r#"{"a":[100,0,9007199254740992,52.5],"c":"é/","b":1}"#);
        assert_eq!(canonical(&one), canonical(&other));
        assert_eq!(canonical(&json!({})), "{}");
    }

    proptest::proptest! {
        #[test]
        fn a_number_reads_back_as_itself(bits in 0_u64..) {
            let double = f64::from_bits(bits);
            proptest::prop_assume!(double.is_finite());
            let text = double_text(double);
            proptest::prop_assert_eq!(text.parse::<f64>().unwrap(), double);
            // What was canonical stays so, through our parser too.
            proptest::prop_assert_eq!(canonical(&read(&text)), text);
        }

        #[test]
        fn a_string_reads_back_as_itself(string in "\\PC{0,20}|[\\x00-\\x20\"\\\\]{0,8}") {
            let text = canonical(&Value::String(string.clone()));
            proptest::prop_assert_eq!(read(&text), Value::String(string));
        }

        #[test]
        fn coordinates_survive(lat in -90.0_f64..90.0, lon in -180.0_f64..180.0) {
            let place = json!({ "latitude": lat, "longitude": lon });
            let again = read(&place.to_string());
            proptest::prop_assert_eq!(canonical(&place), canonical(&again));
        }
    }
}
