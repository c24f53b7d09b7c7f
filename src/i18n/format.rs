//! Numbers, amounts and dates as each language of the interface writes them.

use std::borrow::Borrow;

use fluent_bundle::{
    FluentValue,
    memoizer::MemoizerKind,
    types::{FluentNumber, FluentNumberOptions},
};

use super::{Locale, Speech};

/// What Fluent calls to write a number inside a message.
pub fn formatter<M: MemoizerKind>(locale: Locale) -> fn(&FluentValue, &M) -> Option<String> {
    match locale {
        Locale::En => |value, _| fluent(value, Locale::En),
        Locale::De => |value, _| fluent(value, Locale::De),
        Locale::Es => |value, _| fluent(value, Locale::Es),
        Locale::Fr => |value, _| fluent(value, Locale::Fr),
        Locale::Pt => |value, _| fluent(value, Locale::Pt),
        Locale::Ar => |value, _| fluent(value, Locale::Ar),
        Locale::Ja => |value, _| fluent(value, Locale::Ja),
        Locale::Ko => |value, _| fluent(value, Locale::Ko),
        Locale::Zh => |value, _| fluent(value, Locale::Zh),
    }
}

fn fluent(value: &FluentValue, locale: Locale) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(match &number.options.currency {
            Some(written) => written.clone(),
            None => decimal(number.value, locale),
        }),
        _ => None,
    }
}

/// The value as Fluent has to get it, so that it finds the plural that CLDR has for it.
///
/// intl_pluralrules 7.0.2 has lost the modulo of the Arabic rules: 103 is not `few` for it, and 3.5
/// is. So Fluent gets a number that it does decide rightly, together with what is to be written; an
/// option that nothing else here uses carries that.
pub(super) fn countable(value: FluentValue<'_>, locale: Locale) -> FluentValue<'_> {
    let FluentValue::Number(number) = &value else { return value };
    let whole = number.value.fract() == 0.0;
    if locale != Locale::Ar || (whole && number.value.abs() < 100.0) {
        return value;
    }
    let rest = number.value.abs() % 100.0;
    let decided = if whole && rest >= 3.0 { rest } else { 100.0 };
    let written = Some(decimal(number.value, locale));
    let options = FluentNumberOptions { currency: written, ..Default::default() };
    FluentValue::Number(FluentNumber::new(decided, options))
}

/// Grouped thousands and at most one decimal place: `1,240`, `1.3`. Arabic too gets the digits 0–9:
/// every Arab country reads them, the Maghreb writes no others, the United Nations' Arabic site uses
/// them, and the years, codes, amounts and addresses inside cases come with them.
fn decimal(value: f64, locale: Locale) -> String {
    let tenths = (value.abs() * 10.0).round() as u64;
    let (whole, rest) = (tenths / 10, tenths % 10);
    let sign = match locale {
        _ if value >= 0.0 || tenths == 0 => "",
        // The mark keeps the sign on the left of its number.
        Locale::Ar => "\u{200e}−",
        _ => "−",
    };
    let fraction = if rest == 0 { String::new() } else { format!("{}{rest}", point(locale)) };
    format!("{sign}{}{fraction}", grouped(whole, locale))
}

fn grouped(whole: u64, locale: Locale) -> String {
    let digits = whole.to_string();
    // Spanish leaves four digits together.
    if digits.len() <= 3 || (locale == Locale::Es && digits.len() == 4) {
        return digits;
    }
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator(locale));
        }
        out.push(digit);
    }
    out
}

fn separator(locale: Locale) -> char {
    match locale {
        Locale::En | Locale::Ar | Locale::Ja | Locale::Ko | Locale::Zh => ',',
        Locale::De | Locale::Pt => '.',
        Locale::Es | Locale::Fr => '\u{202f}',
    }
}

fn point(locale: Locale) -> char {
    match locale {
        Locale::En | Locale::Ar | Locale::Ja | Locale::Ko | Locale::Zh => '.',
        Locale::De | Locale::Es | Locale::Fr | Locale::Pt => ',',
    }
}

/// What `amount-large` and `amount-huge` count in: the million and the billion, or the ten thousand
/// (万) and the hundred million (亿) of East Asia.
fn units(locale: Locale) -> (u64, u64) {
    match locale {
        Locale::Ja | Locale::Ko | Locale::Zh => (10_000, 100_000_000),
        _ => (1_000_000, 1_000_000_000),
    }
}

impl Speech {
    /// A whole number with its thousands grouped.
    pub fn number(&self, value: impl Borrow<i64>) -> String {
        decimal(*value.borrow() as f64, self.locale)
    }

    /// A whole number of this size or less, in words from a million up: `1.3 billion`.
    pub fn amount(&self, value: u64) -> String {
        let (large, huge) = units(self.locale);
        let say = |key, unit: u64| {
            // Rounded as it is shown, so that the plural fits what stands there.
            let scaled = (value as f64 / unit as f64 * 10.0).round() / 10.0;
            self.say_with(key, [("n", FluentValue::from(scaled))])
        };
        match value {
            0..1_000_000 => grouped(value, self.locale),
            _ if value < huge => say("amount-large", large),
            _ => say("amount-huge", huge),
        }
    }

    /// A moment as a day: `7 March 2025`.
    pub fn day(&self, moment: i64) -> String {
        let iso = iso_day(moment);
        self.date(&iso)
    }

    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as a person writes it; anything else stays as it is.
    pub fn date(&self, iso: &str) -> String {
        let mut parts = iso.split('-');
        let year = parts.next().unwrap_or_default();
        let Some(month) = parts.next() else {
            return match year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit()) {
                true => self.say_with("date-year", [("year", FluentValue::from(year.to_owned()))]),
                false => iso.to_owned(),
            };
        };
        let Ok(month) = month.parse::<u8>() else {
            return iso.to_owned();
        };
        if !(1..=12).contains(&month) {
            return iso.to_owned();
        }
        let month = self.say(MONTHS[usize::from(month - 1)]).into_owned();
        let (year, month) = (FluentValue::from(year.to_owned()), FluentValue::from(month));
        match parts.next().and_then(|day| day.parse::<u8>().ok()) {
            Some(day) => {
                // A number, since French says "1er" of the first only.
                let day = FluentValue::from(i64::from(day));
                self.say_with("date-day", [("day", day), ("month", month), ("year", year)])
            }
            None => self.say_with("date-month", [("month", month), ("year", year)]),
        }
    }
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

/// The UTC day of a moment in epoch milliseconds, `YYYY-MM-DD`.
pub fn iso_day(moment: i64) -> String {
    chrono::DateTime::from_timestamp_millis(moment)
        .map(|moment| moment.format("%Y-%m-%d").to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use std::sync::Arc;

    fn speech(locale: Locale) -> Speech {
        Speech::new(Arc::new(Texts::embedded()), locale)
    }

    #[test]
    fn a_date_reads_as_people_write_it() {
        assert_eq!(speech(Locale::En).date("2025-03-07"), "7 March 2025");
        assert_eq!(speech(Locale::De).date("2025-03-07"), "7. März 2025");
        assert_eq!(speech(Locale::Es).date("2025-03-07"), "7 de marzo de 2025");
        assert_eq!(speech(Locale::Fr).date("2025-03"), "mars 2025");
        assert_eq!(speech(Locale::Fr).date("2025-03-01"), "1er mars 2025");
        assert_eq!(speech(Locale::Pt).date("2012"), "2012");
        assert_eq!(speech(Locale::En).day(1_741_346_220_000), "7 March 2025");
        assert_eq!(speech(Locale::En).date("2012-99"), "2012-99");
        assert_eq!(speech(Locale::Zh).date("2026-11-22"), "2026年11月22日");
        assert_eq!(speech(Locale::Ja).date("2026-11"), "2026年11月");
        assert_eq!(speech(Locale::Ko).date("2026-11-22"), "2026년 11월 22일");
        assert_eq!(speech(Locale::Ko).date("2012"), "2012년");
        assert_eq!(speech(Locale::Ko).date("soon"), "soon");
        assert_eq!(speech(Locale::Ar).date("2026-11-22"), "22 تشرين الثاني/نوفمبر 2026");
    }

    #[test]
    fn numbers_are_grouped_by_the_readers_language() {
        assert_eq!(decimal(1_234_567.0, Locale::En), "1,234,567");
        assert_eq!(decimal(1234.0, Locale::Es), "1234");
        assert_eq!(decimal(-1234.56, Locale::De), "−1.234,6");
        assert_eq!(speech(Locale::En).amount(1_300_000_000), "1.3 billion");
        assert_eq!(speech(Locale::De).amount(25_000), "25.000");
        assert_eq!(decimal(-1234.56, Locale::Ar), "\u{200e}−1,234.6");
        assert_eq!(speech(Locale::Zh).amount(25_000), "25,000");
        assert_eq!(speech(Locale::Zh).amount(12_340_000), "1,234万");
        assert_eq!(speech(Locale::Ja).amount(1_300_000_000), "13億");
        assert_eq!(speech(Locale::Ko).amount(2_500_000), "250만");
        assert_eq!(speech(Locale::Ar).amount(3_000_000), "3 ملايين");
        assert_eq!(speech(Locale::Ar).amount(3_500_000_000), "3.5 مليار");
        assert_eq!(speech(Locale::Ar).amount(103_000_000), "103 ملايين");
    }
}
