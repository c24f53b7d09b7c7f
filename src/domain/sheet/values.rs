//! Cells as people write them: dates, numbers, lists and words of vocabularies.

use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

use super::Names;
use crate::domain::{
    case_study::dates,
    search::fold,
    vocabulary::{TopicId, topic_named},
};

/// What stands between the items of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListMark {
    /// A bar or a new line where there is one, else a semicolon, else a comma.
    #[default]
    Auto,
    Bar,
    Semicolon,
    Comma,
    Line,
}

impl ListMark {
    pub const ALL: [ListMark; 5] =
        [ListMark::Auto, ListMark::Bar, ListMark::Semicolon, ListMark::Comma, ListMark::Line];

    pub fn id(self) -> &'static str {
        match self {
            ListMark::Auto => "auto",
            ListMark::Bar => "bar",
            ListMark::Semicolon => "semicolon",
            ListMark::Comma => "comma",
            ListMark::Line => "line",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.id() == id)
    }

    fn between(self, cell: &str, parted: bool) -> char {
        match self {
            ListMark::Bar => '|',
            ListMark::Semicolon => ';',
            ListMark::Comma => ',',
            ListMark::Line => '\n',
            // Items with parts have semicolons inside.
            ListMark::Auto => {
                let marks: &[char] = if parted { &['|', '\n'] } else { &['|', '\n', ';', ','] };
                marks.iter().copied().find(|mark| cell.contains(*mark)).unwrap_or('|')
            }
        }
    }
}

/// Which number of `03/04/2019` is the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    #[default]
    Day,
    Month,
}

impl DateOrder {
    pub fn id(self) -> &'static str {
        match self {
            DateOrder::Day => "day",
            DateOrder::Month => "month",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        [DateOrder::Day, DateOrder::Month].into_iter().find(|order| order.id() == id)
    }
}

/// The items of a list; `parted` for those that have parts of their own.
pub(super) fn items(cell: &str, mark: ListMark, parted: bool) -> Vec<&str> {
    let between = mark.between(cell, parted);
    cell.split(between).map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// The parts of an item, as many as asked for; the last ones empty where there are fewer.
pub(super) fn parts<const N: usize>(item: &str, mark: ListMark) -> [&str; N] {
    let between = if mark == ListMark::Semicolon { ',' } else { ';' };
    let mut parts = item.splitn(N, between).map(str::trim);
    std::array::from_fn(|_| parts.next().unwrap_or(""))
}

/// A city of the column for further cities.
#[derive(Debug, Default, PartialEq)]
pub(super) struct FurtherCity {
    /// With its country behind it in brackets, where that is said.
    pub(super) name: String,
    /// Latitude and longitude in degrees, or nothing.
    pub(super) place: Vec<Value>,
}

/// The cities of an item, as in `Ghent (BE); 51.05; 3.72`: people also write several with a semicolon
/// between. A name may hold commas.
pub(super) fn further_cities(item: &str, mark: ListMark) -> Vec<FurtherCity> {
    let between = if mark == ListMark::Semicolon { ',' } else { ';' };
    let mut cities: Vec<FurtherCity> = Vec::new();
    for part in item.split(between).map(str::trim).filter(|part| !part.is_empty()) {
        match (degrees(part), cities.last_mut()) {
            (number @ Value::Number(_), Some(city)) if city.place.len() < 2 => {
                city.place.push(number)
            }
            (_, Some(city)) if between == ',' && city.place.is_empty() => {
                city.name = format!("{}, {part}", city.name);
            }
            _ => cities.push(FurtherCity { name: part.to_owned(), place: Vec::new() }),
        }
    }
    cities
}

/// A date as the schema writes it; what is none stays as it was typed.
pub(super) fn date(cell: &str, order: DateOrder) -> String {
    // A time of day behind a date, as spreadsheets add it.
    let day = cell.split([' ', 'T']).next().unwrap_or(cell);
    let numbers: Vec<&str> = day.split(['.', '/', '-']).filter(|part| !part.is_empty()).collect();
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let plain = || cell.to_owned();
    if !numbers.iter().all(digits) {
        return plain();
    }
    let read = match numbers.as_slice() {
        [year] => (*year).to_owned(),
        [year, month] if year.len() == 4 => format!("{year}-{month:0>2}"),
        [month, year] if year.len() == 4 => format!("{year}-{month:0>2}"),
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [first, second, year] if year.len() == 4 => {
            let (day, month) = match order {
                DateOrder::Day => (first, second),
                DateOrder::Month => (second, first),
            };
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        _ => return plain(),
    };
    if dates::is_date(&read) { read } else { plain() }
}

/// A moment, as milliseconds: an RFC 3339 time or a day.
pub(super) fn moment(cell: &str, order: DateOrder) -> Option<i64> {
    dates::from_rfc3339(cell).or_else(|| {
        let day = date(cell, order);
        dates::is_day(&day).then(|| dates::from_rfc3339(&format!("{day}T00:00:00Z"))).flatten()
    })
}

/// A whole number, with or without marks between thousands; what is none stays as it was typed.
pub(super) fn whole(cell: &str) -> Value {
    let text: String =
        cell.chars().filter(|c| !matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\'' | '’')).collect();
    let text =
        [".00", ",00", ".0", ",0"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(&text);
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    let grouped = groups.len() > 1
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3);
    let joined = if grouped { groups.concat() } else { text.to_owned() };
    match joined.parse::<u64>() {
        Ok(number) if joined.bytes().all(|b| b.is_ascii_digit()) => number.into(),
        _ => cell.into(),
    }
}

/// Degrees, with a point or a comma; what is none stays as it was typed.
pub(super) fn degrees(cell: &str) -> Value {
    let number = cell.replace(',', ".").parse::<f64>().ok().and_then(Number::from_f64);
    number.map_or_else(|| cell.into(), Value::Number)
}

/// The number of a goal, as in `11`, `SDG 11` or `11. Cities`; what has none stays as it was typed.
pub(super) fn goal(item: &str) -> Value {
    let digits = item.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
    digits.parse::<u64>().map_or_else(|_| item.into(), Value::from)
}

/// The code of a target, as in `11.5` or `Target 11.b`.
pub(super) fn target(item: &str) -> String {
    let from = item.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let code = item[from..].split(|c: char| !c.is_ascii_alphanumeric() && c != '.').next();
    code.map(|code| code.trim_end_matches('.').to_ascii_lowercase()).unwrap_or_default()
}

/// A subtopic by its id, an alias or its name; what is none stays as it was typed.
pub(super) fn topic(item: &str, names: &Names) -> String {
    let named = topic_named(item).and_then(|topic| TopicId::from_id(topic.id));
    let told = || names.find("topic", item).map(str::to_owned);
    named.map(|topic| topic.id().to_owned()).or_else(told).unwrap_or_else(|| item.to_owned())
}

/// A word of a vocabulary by its id or its name; what is none stays as it was typed.
pub(super) fn word(kind: &'static str, cell: &str, names: &Names) -> String {
    names.find(kind, cell).unwrap_or(cell).to_owned()
}

/// A country as two capitals.
pub(super) fn country(cell: &str, names: &Names) -> String {
    match cell.len() == 2 && cell.bytes().all(|b| b.is_ascii_alphabetic()) {
        true => cell.to_ascii_uppercase(),
        false => word("country", cell, names),
    }
}

/// A city and its country, as in `Naples (IT)` or `Naples (Italy)`.
pub(super) fn city_and_country<'a>(item: &'a str, names: &Names) -> (&'a str, Option<String>) {
    let split = item.strip_suffix(')').and_then(|item| item.rsplit_once('('));
    match split {
        Some((name, place)) if !name.trim().is_empty() => {
            (name.trim(), Some(country(place.trim(), names)))
        }
        _ => (item, None),
    }
}

/// What identifies a row, as the schema writes an id.
pub(super) fn key(cell: &str) -> String {
    let folded = fold(cell);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let key = words.join("-");
    match key.len() {
        0 => cell.to_owned(),
        1 | 2 => format!("case-{key}"),
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_cities_are_read_with_and_without_their_places() {
        let read = |item: &str, mark| {
            let told = |city: FurtherCity| {
                let place: Vec<String> = city.place.iter().map(Value::to_string).collect();
                format!("{} {}", city.name, place.join(" ")).trim().to_owned()
            };
            further_cities(item, mark).into_iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(read("Ghent (BE); 51.05; 3,72", ListMark::Auto), ["Ghent (BE) 51.05 3.72"]);
        assert_eq!(read("Ghent; Lille (FR);", ListMark::Auto), ["Ghent", "Lille (FR)"]);
        assert_eq!(
            read("Washington, D.C. (US), 38.9, -77.03", ListMark::Semicolon),
            ["Washington, D.C. (US) 38.9 -77.03"]
        );
        assert_eq!(read("1; 2; 3; 4", ListMark::Bar), ["1 2.0 3.0", "4"]);
        assert!(read(" ; ", ListMark::Auto).is_empty());
    }

    #[test]
    fn dates_are_read_in_every_order_and_what_is_none_stays() {
        for (typed, read) in [
            ("2019", "2019"),
            ("2019-05", "2019-05"),
            ("05/2019", "2019-05"),
            ("3.4.2019", "2019-04-03"),
            ("2019/4/3", "2019-04-03"),
            ("2019-04-03 00:00:00", "2019-04-03"),
            ("20222", "20222"),
            ("31.2.2019", "31.2.2019"),
            ("spring 2019", "spring 2019"),
            ("", ""),
        ] {
            assert_eq!(date(typed, DateOrder::Day), read, "{typed}");
        }
        assert_eq!(date("3/4/2019", DateOrder::Month), "2019-03-04");
        assert_eq!(moment("1970-01-02", DateOrder::Day), Some(86_400_000));
        assert_eq!(moment("1970-01-01T00:00:01Z", DateOrder::Day), Some(1_000));
    }

    #[test]
    fn numbers_are_read_with_the_marks_of_any_country() {
        for typed in ["1300000", "1,300,000", "1.300.000", "1 300 000", "1'300'000", "1300000.00"] {
            assert_eq!(whole(typed), 1_300_000, "{typed}");
        }
        for typed in ["about 5", "1.5 m", "-3", "12.5"] {
            assert_eq!(whole(typed), typed, "stays as it was typed");
        }
        assert_eq!(degrees("-33,9"), -33.9);
        assert_eq!(degrees("north"), "north");
        assert_eq!(
            (goal("SDG 11: Cities"), goal("6"), goal("water")),
            (11.into(), 6.into(), "water".into())
        );
        assert_eq!((target("Target 11.b"), target("11.5.")), ("11.b".into(), "11.5".into()));
    }

    #[test]
    fn lists_have_the_mark_that_is_there() {
        assert_eq!(items("a; b ;", ListMark::Auto, false), ["a", "b"]);
        assert_eq!(items("a, b | c", ListMark::Auto, false), ["a, b", "c"]);
        assert_eq!(items("City; lead", ListMark::Auto, true), ["City; lead"]);
        assert_eq!(items("a,b", ListMark::Bar, false), ["a,b"]);
        assert_eq!(parts::<3>("City; lead", ListMark::Auto), ["City", "lead", ""]);
    }

    #[test]
    fn an_id_becomes_one_of_the_schema() {
        assert_eq!(
            (key("Case 2023/17"), key("7"), key("a-b")),
            ("case-2023-17".into(), "case-7".into(), "a-b".into())
        );
    }
}
