//! A case study as a row of a spreadsheet: the columns of the import template, formulas disarmed;
//! for strangers with the columns that say where it comes from.

use super::{taken::Taken, workbook::Cell};
use crate::{
    clock::{day, rfc3339},
    domain::{
        case_study::{CaseStudy, City},
        vocabulary::SectionId,
    },
};

/// Spreadsheets take a file for UTF-8 only when it opens with this.
pub const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// In the order of the template. Lists have `" | "` between their items, items `"; "` between
/// their parts.
pub const COLUMNS: [&str; 38] = [
    "id",
    "title",
    "subtitle",
    "summary",
    "language",
    "city",
    "country",
    "lat",
    "lon",
    "geonameid",
    "more_cities",
    "challenge",
    "solution",
    "results",
    "lessons",
    "transferability",
    "financing",
    "start",
    "end",
    "status",
    "scale",
    "topics",
    "sdgs",
    "sdg_targets",
    "actors",
    "funding_sources",
    "amount_min",
    "amount_max",
    "currency",
    "awards",
    "links",
    "image_url",
    "image_alt",
    "image_credit",
    "licence",
    "source_network",
    "source_url",
    "contact_email",
];

/// What a row does not hold, for people who export.
pub const LEFT_OUT: &str = "translations, the direction of writing, the sections context, governance and \
     monitoring, indicators, local names and numbers of further cities, addresses of actors, kinds \
     of links, cost band and funding note, all images but the first, all contacts but one e-mail \
     address, related cases, who submitted, and the editorial state with its dates and revision";

/// The columns behind those of the template, for strangers: where a row comes from and when it was
/// taken.
pub const PROVENANCE: [&str; 9] = [
    "licence_url",
    "url",
    "object",
    "origin_url",
    "host",
    "published",
    "updated",
    "revision",
    "retrieved",
];

/// The template's columns that strangers get: all but the contact's address.
const FOR_ALL: usize = COLUMNS.len() - 1;

/// Columns that hold one number where they hold something.
const NUMBERS: [&str; 5] = ["lat", "lon", "geonameid", "amount_min", "amount_max"];

/// The columns of what strangers get: those of the template without the contact's address, then
/// [`PROVENANCE`].
pub fn public_columns() -> Vec<&'static str> {
    COLUMNS[..FOR_ALL].iter().chain(&PROVENANCE).copied().collect()
}

/// A row for strangers, in the order of [`public_columns`]; of a case with all rights reserved only
/// what names it.
pub fn public_row(taken: &Taken, now: i64) -> Vec<String> {
    let mut row = public_cells(taken, now);
    for (cell, column) in row.iter_mut().zip(public_columns()) {
        disarm_text(column, cell);
    }
    row
}

/// The same for a workbook, where numbers are typed as numbers and texts need no disarming.
pub fn public_typed_row(taken: &Taken, now: i64) -> Vec<Cell> {
    let typed = |(text, column): (String, &str)| match text.parse::<f64>() {
        Ok(number) if NUMBERS.contains(&column) || column == "revision" => Cell::Number(number),
        _ => Cell::Text(text),
    };
    public_cells(taken, now).into_iter().zip(public_columns()).map(typed).collect()
}

fn public_cells(taken: &Taken, now: i64) -> Vec<String> {
    const NAMED: [&str; 7] =
        ["id", "title", "summary", "language", "licence", "source_network", "source_url"];
    let case = taken.case;
    let mut row = cells(case).to_vec();
    row.truncate(FOR_ALL);
    if !case.is_open() {
        for (cell, column) in row.iter_mut().zip(COLUMNS) {
            if !NAMED.contains(&column) {
                cell.clear();
            }
        }
    }
    row.extend([
        case.licence.url().unwrap_or_default().to_owned(),
        taken.url.to_owned(),
        taken.uri.to_owned(),
        taken.origin_url.unwrap_or_default().to_owned(),
        taken.host.to_owned(),
        rfc3339(taken.published),
        rfc3339(taken.updated),
        taken.revision.to_string(),
        day(now),
    ]);
    row
}

/// The cells of a case, in the order of [`COLUMNS`], for a file of comma-separated values.
pub fn row(case: &CaseStudy) -> [String; 38] {
    let mut row = cells(case);
    for (cell, column) in row.iter_mut().zip(COLUMNS) {
        disarm_text(column, cell);
    }
    row
}

/// Disarms a cell, unless we wrote it from a number: a latitude of -33.9 is no formula.
fn disarm_text(column: &str, cell: &mut String) {
    if !NUMBERS.contains(&column) {
        disarm(cell);
    }
}

fn cells(case: &CaseStudy) -> [String; 38] {
    let first = case.cities.first();
    let section = |id| case.sections.get(id).unwrap_or_default().to_owned();
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let funding = case.funding.as_ref();
    let image = case.images.iter().find(|image| image.file.is_some());
    let contact = case.contacts.iter().find_map(|contact| contact.email.as_deref());
    let number = |value: Option<u64>| value.map(|value| value.to_string()).unwrap_or_default();
    [
        case.id.clone(),
        case.title.clone(),
        optional(&case.subtitle),
        case.summary.clone(),
        case.language.id().to_owned(),
        first.map(|city| city.name.clone()).unwrap_or_default(),
        first.map(|city| city.country.clone()).unwrap_or_default(),
        first.map(|city| city.lat.to_string()).unwrap_or_default(),
        first.map(|city| city.lon.to_string()).unwrap_or_default(),
        number(first.and_then(|city| city.geonameid)),
        list(case.cities.iter().skip(1).map(further_city)),
        section(SectionId::Challenge),
        section(SectionId::Solution),
        section(SectionId::Results),
        section(SectionId::Lessons),
        section(SectionId::Transferability),
        section(SectionId::Financing),
        case.period.start.clone(),
        optional(&case.period.end),
        case.status.id().to_owned(),
        case.scale.map(|scale| scale.id().to_owned()).unwrap_or_default(),
        list(case.topics.iter().map(|topic| topic.id().to_owned())),
        list(case.sdgs.iter().map(u8::to_string)),
        list(case.sdg_targets.iter().map(|target| target.id().to_string())),
        list(case.actors.iter().map(|a| item(&[&a.name, a.kind.id(), a.role.id()]))),
        list(funding.iter().flat_map(|f| &f.sources).map(|source| source.id().to_owned())),
        number(funding.and_then(|funding| funding.amount_min)),
        number(funding.and_then(|funding| funding.amount_max)),
        funding.map(|funding| optional(&funding.currency)).unwrap_or_default(),
        list(case.awards.iter().map(|award| {
            let year = award.year.map(|year| year.to_string()).unwrap_or_default();
            item(&[&award.name, award.category.as_deref().unwrap_or_default(), &year])
        })),
        list(case.links.iter().map(|link| item(&[&link.label, &link.url]))),
        image.map(|image| optional(&image.file)).unwrap_or_default(),
        image.map(|image| image.alt.clone()).unwrap_or_default(),
        image.map(|image| optional(&image.credit)).unwrap_or_default(),
        case.licence.id().to_owned(),
        case.source_network.clone(),
        optional(&case.source_url),
        contact.unwrap_or_default().to_owned(),
    ]
}

/// With its coordinates, since not every city is in the register under the name that a case gives it.
fn further_city(city: &City) -> String {
    format!("{} ({}); {}; {}", part(&city.name), city.country, city.lat, city.lon)
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(" | ")
}

fn item(parts: &[&str]) -> String {
    parts.iter().map(|text| part(text)).collect::<Vec<_>>().join("; ")
}

/// A part of an item cannot hold what separates parts and items.
fn part(text: &str) -> String {
    text.replace(';', ",").replace('|', "/")
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV
/// injection), also in the full-width forms that East Asian spreadsheets take.
pub fn disarm(cell: &mut String) {
    let risky = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let control = cell.starts_with(['\t', '\r', '\n']);
    if control || cell.trim_start().starts_with(risky) {
        cell.insert(0, '\'');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case_study::parse;

    fn case(id: &str) -> CaseStudy {
        let files = [
            include_str!("../../tests/data/cases.jsonl"),
            include_str!("../../tests/data/cases-extreme.jsonl"),
        ];
        let lines = files.into_iter().flat_map(|file| file.split('\n'));
        let mut values = lines.filter_map(|line| serde_json::from_str(line).ok());
        let value = values.find(|value: &serde_json::Value| value["id"] == id).unwrap();
        parse(&value).unwrap()
    }

    #[test]
    fn rows_are_those_of_the_template() {
        let template = include_bytes!("../../tests/data/examples/import-template.csv");
        let mut reader = csv::Reader::from_reader(&template[BYTE_ORDER_MARK.len()..]);
        assert_eq!(reader.headers().unwrap(), &COLUMNS[..]);
        for record in reader.records().map(Result::unwrap) {
            let ours = row(&case(&record[0]));
            for ((column, ours), theirs) in COLUMNS.iter().zip(&ours).zip(&record) {
                // We say of further cities where they lie as well.
                let without = |item: &str| item.split(';').next().unwrap_or_default().to_owned();
                let ours = match *column {
                    "more_cities" => list(ours.split(" | ").map(without)),
                    _ => ours.clone(),
                };
                assert_eq!(ours, theirs, "{column} of {}", &record[0]);
            }
        }
    }

    #[test]
    fn no_cell_is_run_as_a_formula() {
        let mut case = case("edge-csv-injection");
        case.cities[0].lat = -33.9;
        case.actors[0].name = " +1;2|3".into();
        let row = row(&case);
        assert_eq!(row[1], "'=cmd|' /C calc'!A0");
        assert_eq!(row[7], "-33.9", "a number stays one");
        assert!(row[24].starts_with("' +1,2/3; "), "{}", row[24]);
        for text in ["\tx", "\rx", "@x", "-1", "＝x"] {
            let mut cell = text.to_owned();
            disarm(&mut cell);
            assert_eq!(cell, format!("'{text}"));
        }
        let mut plain = "a=b".to_owned();
        disarm(&mut plain);
        assert_eq!(plain, "a=b");
    }
}
