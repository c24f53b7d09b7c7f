//! A row as the fields of a case, and what is wrong with it, cell by cell.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{
    Field, Mapping, Names, Row, Sheet,
    values::{
        FurtherCity, city_and_country, country, date, degrees, further_cities, goal, items, key,
        moment, parts, target, topic, whole, word,
    },
};
use crate::domain::{
    case_study::FieldError,
    text::{clean_line, shorten},
};

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// The id of the case in the schema, where the sheet has one.
    pub id: Option<String>,
    /// Fields of the schema; what could not be read stands there as it was typed, so that the rules
    /// of the schema refuse it under its name.
    pub fields: Map<String, Value>,
    /// When it was first published and last changed, in milliseconds, where it was published before.
    pub published: Option<i64>,
    pub updated: Option<i64>,
}

/// Something wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flaw {
    /// The column it is about; none for what no column holds.
    pub column: Option<usize>,
    pub field: Option<Field>,
    /// A stable word for programs, as of [`FieldError`].
    pub code: String,
    /// The beginning of what stands in the cell.
    pub found: String,
    /// In English, for commands.
    pub message: String,
}

/// Puts a value at a path of two names, making the object on the way.
fn put(fields: &mut Map<String, Value>, object: &str, name: &str, value: Value) {
    let inner = fields.entry(object).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(inner) = inner {
        inner.insert(name.to_owned(), value);
    }
}

/// Reads a row. Empty cells say nothing.
pub fn read(row: &Row, mapping: &Mapping, names: &Names) -> Read {
    let cell = |field: Field| {
        let text = mapping.column_of(field).map_or("", |column| row.cell(column));
        (!text.is_empty()).then_some(text)
    };
    let rules = &mapping.rules;
    let mut read = Read { id: cell(Field::Id).map(key), ..Read::default() };
    read.published = cell(Field::Published).and_then(|text| moment(text, rules.dates));
    read.updated = cell(Field::Updated).and_then(|text| moment(text, rules.dates));
    let fields = &mut read.fields;
    let plain = [Field::Title, Field::Subtitle, Field::Summary, Field::SourceUrl];
    for field in plain {
        if let Some(text) = cell(field) {
            fields.insert(field.id().to_owned(), text.into());
        }
    }
    let worded = [
        (Field::Language, "language", rules.language.as_str()),
        (Field::Licence, "licence", rules.licence.as_str()),
        (Field::SourceNetwork, "network", rules.network.as_str()),
        (Field::Status, "status", ""),
        (Field::Scale, "scale", ""),
    ];
    for (field, kind, otherwise) in worded {
        let told = cell(field).map(|text| word(kind, text, names));
        if let Some(text) = told.or_else(|| (!otherwise.is_empty()).then(|| otherwise.to_owned())) {
            fields.insert(field.id().to_owned(), text.into());
        }
    }
    for field in Field::ALL.iter().filter(|field| field.section().is_some()) {
        if let Some(text) = cell(*field) {
            put(fields, "sections", field.id(), text.into());
        }
    }
    for (field, name) in [(Field::Start, "start"), (Field::End, "end")] {
        if let Some(text) = cell(field) {
            put(fields, "period", name, date(text, rules.dates).into());
        }
    }
    let list = |field: Field, parted: bool| {
        cell(field).map(|text| items(text, rules.list, parted)).unwrap_or_default()
    };
    let mut put_list = |name: &str, values: Vec<Value>| {
        if !values.is_empty() {
            fields.insert(name.to_owned(), Value::Array(values));
        }
    };
    let texts = list(Field::Topics, false).into_iter();
    put_list("topics", texts.map(|item| topic(item, names).into()).collect());
    put_list("sdgs", list(Field::Goals, false).into_iter().map(goal).collect());
    let texts = list(Field::Targets, false).into_iter();
    put_list("sdg_targets", texts.map(|item| target(item).into()).collect());
    let actor = |item: &str| {
        let [name, kind, role] = parts::<3>(item, rules.list);
        // People also write the role first.
        let (kind, role) = match names.find("role", kind) {
            Some(_) if names.find("kind", kind).is_none() => (role, kind),
            _ => (kind, role),
        };
        let mut actor = Map::new();
        actor.insert("name".into(), name.into());
        for (name, kind, text) in [("kind", "kind", kind), ("role", "role", role)] {
            if !text.is_empty() {
                actor.insert(name.into(), word(kind, text, names).into());
            }
        }
        Value::Object(actor)
    };
    put_list("actors", list(Field::Actors, true).into_iter().map(actor).collect());
    let award = |item: &str| {
        let [name, category, year] = parts::<3>(item, rules.list);
        let mut award = json!({ "name": name });
        if !category.is_empty() {
            award["category"] = category.into();
        }
        if !year.is_empty() {
            award["year"] = whole(year);
        }
        award
    };
    put_list("awards", list(Field::Awards, true).into_iter().map(award).collect());
    let link = |item: &str| {
        let [label, url] = parts::<2>(item, rules.list);
        // An address alone is its own label.
        let url = if url.is_empty() { label } else { url };
        json!({ "label": label, "url": url, "kind": "website" })
    };
    put_list("links", list(Field::Links, true).into_iter().map(link).collect());
    let more = list(Field::MoreCities, true).into_iter();
    let more = more.flat_map(|item| further_cities(item, rules.list)).collect();
    read_cities(fields, &cell, more, names);
    let sources = list(Field::FundingSources, false).into_iter();
    let sources: Vec<Value> = sources.map(|item| word("funding", item, names).into()).collect();
    if !sources.is_empty() {
        put(fields, "funding", "sources", Value::Array(sources));
    }
    let money = [
        ("cost_band", cell(Field::CostBand).map(|text| word("cost", text, names).into())),
        ("amount_min", cell(Field::AmountMin).map(whole)),
        ("amount_max", cell(Field::AmountMax).map(whole)),
        ("currency", cell(Field::Currency).map(|text| text.to_uppercase().into())),
        ("note", cell(Field::FundingNote).map(Value::from)),
    ];
    for (name, value) in money {
        if let Some(value) = value {
            put(fields, "funding", name, value);
        }
    }
    if let Some(file) = cell(Field::ImageUrl) {
        let mut image = json!({ "file": file });
        for (field, name) in [(Field::ImageAlt, "alt"), (Field::ImageCredit, "credit")] {
            if let Some(text) = cell(field) {
                image[name] = text.into();
            }
        }
        fields.insert("images".into(), json!([image]));
    }
    if let Some(email) = cell(Field::ContactEmail) {
        fields.insert("contacts".into(), json!([{ "role": "network", "email": email }]));
    }
    read
}

fn read_cities<'a>(
    fields: &mut Map<String, Value>,
    cell: &impl Fn(Field) -> Option<&'a str>,
    more: Vec<FurtherCity>,
    names: &Names,
) {
    let mut cities = Vec::new();
    if let Some(text) = cell(Field::City) {
        let (name, beside) = match cell(Field::Country) {
            Some(text_of_country) => (text, Some(country(text_of_country, names))),
            None => city_and_country(text, names),
        };
        let mut city = json!({ "name": name });
        if let Some(country) = beside {
            city["country"] = country.into();
        }
        let numbers = [
            ("lat", cell(Field::Lat).map(degrees)),
            ("lon", cell(Field::Lon).map(degrees)),
            ("geonameid", cell(Field::GeoNames).map(whole)),
        ];
        for (name, value) in numbers {
            if let Some(value) = value {
                city[name] = value;
            }
        }
        cities.push(city);
    }
    for further in more {
        let (name, country) = city_and_country(&further.name, names);
        let mut city = json!({ "name": name });
        if let Some(country) = country {
            city["country"] = country.into();
        }
        if let [lat, lon] = &further.place[..] {
            city["lat"] = lat.clone();
            city["lon"] = lon.clone();
        }
        cities.push(city);
    }
    if !cities.is_empty() {
        fields.insert("cities".into(), Value::Array(cities));
    }
}

/// The field whose column holds what a path of the schema is about.
pub fn field_of_path(path: &str) -> Option<Field> {
    if let Some(section) = path.strip_prefix("sections.") {
        return Field::from_id(section);
    }
    let (top, rest) = match path.find(['.', '[']) {
        Some(at) => path.split_at(at),
        None => (path, ""),
    };
    let end = |name: &str| rest.ends_with(name);
    Some(match top {
        "sections" => Field::Solution,
        "cities" if !rest.is_empty() && !rest.starts_with("[0]") => Field::MoreCities,
        "cities" if end(".country") => Field::Country,
        "cities" if end(".lat") => Field::Lat,
        "cities" if end(".lon") => Field::Lon,
        "cities" if end(".geonameid") => Field::GeoNames,
        "cities" => Field::City,
        "period" if end(".end") => Field::End,
        "period" => Field::Start,
        "funding" => match rest.trim_start_matches('.') {
            "cost_band" => Field::CostBand,
            "amount_min" => Field::AmountMin,
            "amount_max" => Field::AmountMax,
            "currency" => Field::Currency,
            "note" => Field::FundingNote,
            _ => Field::FundingSources,
        },
        "images" if end(".alt") => Field::ImageAlt,
        "images" if end(".credit") => Field::ImageCredit,
        "images" => Field::ImageUrl,
        "contacts" => Field::ContactEmail,
        other => Field::from_id(other)?,
    })
}

/// Whether something is only lacking: a draft may lack it, and its form asks for it.
pub fn is_gap(code: &str) -> bool {
    matches!(code, "missing" | "too-few" | "too-short" | "end-missing" | "currency-missing")
}

impl Flaw {
    /// What the schema refuses, at the cell it stands in.
    pub fn of(error: &FieldError, row: &Row, mapping: &Mapping) -> Flaw {
        let field = field_of_path(&error.path);
        let column = field.and_then(|field| mapping.column_of(field));
        let cell = column.map_or("", |column| row.cell(column));
        let message = error.message.split_once(": ").map_or(&*error.message, |(_, rest)| rest);
        // A date that is none is the commonest slip, and deserves to be called so.
        let no_date =
            matches!(field, Some(Field::Start | Field::End)) && error.code == "bad-format";
        Flaw {
            column,
            field,
            code: if no_date { "no-date" } else { error.code }.to_owned(),
            found: shorten(&clean_line(cell), 60),
            message: message.to_owned(),
        }
    }

    /// `row 12, column F “year”: must be a date …`
    pub fn in_english(&self, line: u64, sheet: &Sheet) -> String {
        let place = match (self.column, self.field) {
            (Some(column), _) => {
                let name = shorten(&clean_line(sheet.header(column)), 40);
                format!(", column {} “{name}”", super::letters(column))
            }
            (None, Some(field)) => format!(", {}", field.id()),
            (None, None) => String::new(),
        };
        format!("row {line}{place}: {}", self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{case_study::shortcomings, sheet::guess};

    fn sheet(headers: &[&str], cells: &[&str]) -> (Sheet, Mapping) {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let rows = vec![Row { line: 2, cells: texts(cells) }];
        let sheet = Sheet { name: String::new(), headers: texts(headers), rows };
        let fields = guess(&sheet, &Names::default());
        (sheet, Mapping { fields, ..Mapping::default() })
    }

    #[test]
    fn a_row_becomes_the_fields_of_the_schema() {
        let mut names = Names::default();
        names.add("country", "Italien", "IT");
        names.add("status", "abgeschlossen", "completed");
        let (sheet, mapping) = sheet(
            &[
                "title",
                "city",
                "country",
                "more_cities",
                "start",
                "status",
                "sdgs",
                "actors",
                "amount_min",
            ],
            &[
                "A case",
                "Naples",
                "Italien",
                "Ghent (BE)",
                "1.2.2018",
                "Abgeschlossen",
                "11 | SDG 6",
                "City; local-government; lead",
                "1.000",
            ],
        );
        let read = read(&sheet.rows[0], &mapping, &names);
        assert_eq!(
            Value::Object(read.fields),
            json!({
                "title": "A case", "status": "completed", "period": {"start": "2018-02-01"},
                "sdgs": [11, 6],
                "actors": [{"name": "City", "kind": "local-government", "role": "lead"}],
                "cities": [{"name": "Naples", "country": "IT"}, {"name": "Ghent", "country": "BE"}],
                "funding": {"amount_min": 1000},
            })
        );
    }

    #[test]
    fn what_is_wrong_is_said_at_its_cell() {
        let (sheet, mapping) = sheet(
            &["title", "start", "topics", "lat", "city", "image_url"],
            &[
                "A case",
                "20222",
                "cycling | flying cars",
                "north",
                "Rome",
                "https://a.example/x.jpg",
            ],
        );
        let row = &sheet.rows[0];
        let read = read(row, &mapping, &Names::default());
        let (refused, _) = shortcomings(&Value::Object(read.fields));
        let flaws: Vec<Flaw> = refused.iter().map(|error| Flaw::of(error, row, &mapping)).collect();
        let wrong: Vec<_> = flaws
            .iter()
            .filter(|flaw| !is_gap(&flaw.code))
            .map(|flaw| (flaw.column, &*flaw.code, &*flaw.found))
            .collect();
        assert!(wrong.contains(&(Some(1), "no-date", "20222")), "{wrong:?}");
        assert!(wrong.contains(&(Some(2), "unknown-value", "cycling | flying cars")), "{wrong:?}");
        assert!(wrong.contains(&(Some(3), "wrong-type", "north")), "{wrong:?}");
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        let told = flaws.iter().find(|flaw| flaw.code == "no-date").unwrap();
        let told = told.in_english(2, &sheet);
        assert!(told.starts_with("row 2, column B “start”: must be a date"), "{told}");
    }
}
