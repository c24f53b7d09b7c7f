//! Where the cities of a search lie, for maps: by the cases about them, or by the register.

use super::by_nums;
use crate::{
    domain::{
        case_study::City,
        search::{TermKind, city_key, city_label},
        vocabulary,
    },
    store::{
        Db, Result,
        sql::{Conditions, rows, rows_where},
    },
};
use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hasher},
    sync::LazyLock,
};

/// Values bound by one statement.
const AT_ONCE: usize = 300;
/// Cities that the register does not have, looked up in one go.
const MOST_MISSING: usize = 1_200;

/// A point on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// In English where the case or the register has such a name.
    pub name: String,
    /// Degrees, WGS 84.
    pub lat: f64,
    pub lon: f64,
}

/// How many cases each value of a kind has in the whole catalogue, most first.
///
/// # Errors
/// Only those of the database.
pub async fn of_everything(db: &Db, kind: TermKind) -> Result<Vec<(String, i64)>> {
    Ok(rows!(
        &mut db.read().await?,
        "SELECT value, cases FROM term_count WHERE kind = $1 ORDER BY cases DESC, value",
        kind.id()
    )?)
}

/// The places of cities by their keys: of the first `exactly` as a case about them says, of the
/// others as the register says, if it has them. A city of which nobody says it is left out.
///
/// # Errors
/// Only those of the database.
pub async fn places(db: &Db, keys: &[String], exactly: usize) -> Result<HashMap<String, Place>> {
    let (first, rest) = keys.split_at(keys.len().min(exactly));
    let mut places = by_cases(db, first).await?;
    let mut missing = Vec::new();
    for key in rest {
        match REGISTER.get(&hashed(key)) {
            Some((lat, lon)) => {
                let (lat, lon) = (f64::from(*lat), f64::from(*lon));
                places.insert(key.clone(), Place { name: city_label(key), lat, lon });
            }
            None if missing.len() < MOST_MISSING => missing.push(key.clone()),
            None => {}
        }
    }
    places.extend(by_cases(db, &missing).await?);
    Ok(places)
}

async fn by_cases(db: &Db, keys: &[String]) -> Result<HashMap<String, Place>> {
    let mut places = HashMap::with_capacity(keys.len());
    for keys in keys.chunks(AT_ONCE) {
        let mut bound = Conditions::default();
        let kind = bound.bind(TermKind::City.id());
        let list = bound.bind_all(keys.iter().cloned());
        let sql = format!(
            "SELECT DISTINCT num FROM (
               SELECT MIN(t.num) AS num FROM case_term t JOIN case_study c ON c.num = t.num
               WHERE t.kind = {kind} AND t.value IN ({list}) AND c.shown GROUP BY t.value
             ) AS one_each"
        );
        let nums: Vec<(i64,)> = rows_where!(&mut db.read().await?, sql, bound.values)?;
        let nums: Vec<i64> = nums.into_iter().map(|(num,)| num).collect();
        let wanted: HashSet<&str> = keys.iter().map(String::as_str).collect();
        for city in by_nums(db, &nums).await?.into_iter().flat_map(|stored| stored.case.cities) {
            let key = city_key(&city);
            if wanted.contains(key.as_str()) {
                let name = city.name_en.unwrap_or(city.name);
                places.entry(key).or_insert(Place { name, lat: city.lat, lon: city.lon });
            }
        }
    }
    Ok(places)
}

/// Latitude and longitude of the cities in the register, by the sums of their keys: the names
/// themselves would take ten times the memory. Of homonyms within a country the largest.
static REGISTER: LazyLock<HashMap<u64, (f32, f32)>> = LazyLock::new(|| {
    let mut register = HashMap::with_capacity(34_000);
    for row in vocabulary::cities() {
        let city = City {
            name: row.name,
            name_local: None,
            name_en: None,
            country: row.country,
            region: None,
            lat: row.lat,
            lon: row.lon,
            geonameid: None,
            population: None,
            population_class: None,
        };
        let place = (city.lat as f32, city.lon as f32);
        register.entry(hashed(&city_key(&city))).or_insert(place);
    }
    register
});

fn hashed(key: &str) -> u64 {
    let mut sum = DefaultHasher::new();
    sum.write(key.as_bytes());
    sum.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_knows_cities_by_the_keys_that_cases_give_them() {
        let (lat, lon) = REGISTER[&hashed("at-vienna")];
        assert!((lat - 48.2).abs() < 0.1 && (lon - 16.4).abs() < 0.1);
    }
}
