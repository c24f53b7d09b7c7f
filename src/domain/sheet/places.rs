//! Where the cities of a sheet lie, when it only names them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::domain::{
    search::fold,
    vocabulary::{CityRow, cities},
};

/// Of two cities with one name in one country the larger is meant only where it is that many times
/// larger.
const LARGER: u64 = 10;

/// What a city is looked up by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Wanted {
    Number(u64),
    /// Folded name, and country.
    Name(String, String),
}

fn wanted(city: &Value) -> Option<Wanted> {
    if city.get("lat").is_some() && city.get("lon").is_some() {
        return None;
    }
    if let Some(number) = city.get("geonameid").and_then(Value::as_u64) {
        return Some(Wanted::Number(number));
    }
    let text = |name: &str| city.get(name).and_then(Value::as_str);
    Some(Wanted::Name(fold(text("name")?), text("country")?.to_owned()))
}

fn cities_of(fields: &mut Map<String, Value>) -> &mut [Value] {
    match fields.get_mut("cities") {
        Some(Value::Array(cities)) => cities,
        _ => &mut [],
    }
}

/// Gives the cities of these records their coordinates from the register, where it knows exactly one
/// of that number, or of that name in that country. The register is read through once, and only when
/// something is to be found in it.
pub fn locate<'a>(records: impl Iterator<Item = &'a mut Map<String, Value>>) {
    let mut open: Vec<&mut Value> =
        records.flat_map(cities_of).filter(|city| wanted(city).is_some()).collect();
    let keys: BTreeSet<Wanted> = open.iter().filter_map(|city| wanted(city)).collect();
    if keys.is_empty() {
        return;
    }
    let mut found: BTreeMap<Wanted, Option<CityRow>> = BTreeMap::new();
    // Largest first.
    for row in cities() {
        let number = Wanted::Number(row.geonameid);
        if keys.contains(&number) {
            found.insert(number, Some(row.clone()));
        }
        let name = Wanted::Name(fold(&row.name), row.country.clone());
        if !keys.contains(&name) {
            continue;
        }
        match found.get_mut(&name) {
            None => {
                found.insert(name, Some(row));
            }
            Some(first) => {
                let is_meant = first
                    .as_ref()
                    .is_some_and(|first| first.population >= row.population.saturating_mul(LARGER));
                if !is_meant {
                    *first = None;
                }
            }
        }
    }
    for city in &mut open {
        let Some(Some(row)) = wanted(city).and_then(|key| found.get(&key)) else { continue };
        city["lat"] = json!(row.lat);
        city["lon"] = json!(row.lon);
        city["geonameid"] = row.geonameid.into();
        if city.get("country").is_none() {
            city["country"] = row.country.clone().into();
        }
    }
}

/// The names of the cities that have no coordinates.
pub fn without_place(fields: &Map<String, Value>) -> Vec<String> {
    let Some(Value::Array(cities)) = fields.get("cities") else { return Vec::new() };
    let open = cities.iter().filter(|city| city.get("lat").is_none());
    open.filter_map(|city| city.get("name")?.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_found_by_name_and_country_or_number_and_not_where_two_could_be_meant() {
        let record = json!({"cities": [
            {"name": "naples", "country": "IT"},
            {"name": "Anything", "geonameid": 1668341},
            {"name": "Springfield", "country": "US"},
            {"name": "Nowhere at all", "country": "IT"},
            {"name": "Gdańsk", "country": "PL", "lat": 1.0, "lon": 2.0},
        ]});
        let Value::Object(mut record) = record else { unreachable!() };
        locate(std::iter::once(&mut record));
        assert_eq!(without_place(&record), ["Springfield", "Nowhere at all"]);
        let cities = record["cities"].as_array().unwrap();
        assert_eq!(
            (&cities[0]["geonameid"], &cities[1]["country"]),
            (&json!(3172394), &json!("TW"))
        );
        assert_eq!(cities[4]["lat"], 1.0, "what is said is not looked up");
    }
}
