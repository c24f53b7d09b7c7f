//! Where the cities of a search lie, for maps: by the cases about them, or by the register.

use super::{cities, index::version_in, version};
use crate::{
    domain::{
        case_study::City,
        search::{CaseFilter, TermKind, city_key},
        vocabulary,
    },
    store::{
        Db, Result,
        cases::read_shown,
        sql::{Conditions, rows, rows_where},
    },
};
use quick_cache::sync::Cache;
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hasher},
    sync::{Arc, LazyLock},
};

/// Values bound by one statement.
const AT_ONCE: usize = 300;
/// Cities that the register does not have, looked up in one go.
const MOST_MISSING: usize = 1_200;
/// Cases of which it is remembered where their cities lie.
const REMEMBERED: usize = 2_000;

/// A city of a search, and where it lies, if that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// As [`city_key`] makes it.
    pub key: String,
    /// Cases of the search about it.
    pub cases: i64,
    pub spot: Option<Spot>,
}

/// A point on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// As a case about it says, in English where it does; `None` where only the register knows it.
    pub name: Option<String>,
    /// Degrees, WGS 84.
    pub lat: f64,
    pub lon: f64,
}

/// What single cases say of where their cities lie, remembered until they change.
pub(super) struct Spots(Cache<u32, Arc<[(String, Spot)]>>);

impl Default for Spots {
    fn default() -> Self {
        Spots(Cache::new(REMEMBERED))
    }
}

impl Spots {
    /// These cases changed.
    pub(super) fn forget(&self, changes: &[(i64, u32)]) {
        for (_, num) in changes {
            self.0.remove(num);
        }
    }
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

/// The cities of the cases that pass the filter and where they lie, most cases first: of the first
/// `exactly` as a case about them says, of the others as the register says, if it has them.
///
/// # Errors
/// Only those of the database.
pub async fn located(db: &Db, filter: &CaseFilter, exactly: usize) -> Result<Vec<Located>> {
    let counts = cities(db, filter).await?;
    let mut missing = Vec::new();
    let known = counts.into_iter().enumerate().map(|(at, (key, cases))| {
        let place = REGISTER.get(&hashed(&key)).filter(|_| at >= exactly);
        let spot =
            place.map(|(lat, lon)| Spot { name: None, lat: (*lat).into(), lon: (*lon).into() });
        if spot.is_none() && missing.len() < exactly + MOST_MISSING {
            missing.push(at);
        }
        Located { key, cases, spot }
    });
    let mut known: Vec<Located> = known.collect();
    let keys: Vec<&str> = missing.iter().map(|at| known[*at].key.as_str()).collect();
    let said = by_cases(db, &keys).await?;
    for (at, spot) in missing.into_iter().zip(said) {
        known[at].spot = spot;
    }
    Ok(known)
}

/// Where a case about each of these cities says that it lies: the first that came.
async fn by_cases(db: &Db, keys: &[&str]) -> Result<Vec<Option<Spot>>> {
    let version = version(db).await?;
    let nums = match db.index().at(db, version).await? {
        true => {
            let index = db.index().read();
            let first = |key: &&str| index.holding(TermKind::City, key)?.min().map(i64::from);
            keys.iter().map(first).collect()
        }
        false => first_of(db, keys).await?,
    };
    let spots = said_by(db, &nums.iter().flatten().copied().collect::<Vec<_>>()).await?;
    let spot = |(key, num): (&&str, &Option<i64>)| {
        let said = spots.get(num.as_ref()?)?;
        said.iter().find(|(known, _)| known == key).map(|(_, spot)| spot.clone())
    };
    Ok(keys.iter().zip(&nums).map(spot).collect())
}

/// The number of the first case about each of these cities.
async fn first_of(db: &Db, keys: &[&str]) -> Result<Vec<Option<i64>>> {
    let mut first: HashMap<String, i64> = HashMap::with_capacity(keys.len());
    for keys in keys.chunks(AT_ONCE) {
        let mut bound = Conditions::default();
        let kind = bound.bind(TermKind::City.id());
        let list = bound.bind_all(keys.iter().copied());
        let sql = format!(
            "SELECT t.value, MIN(t.num) FROM case_term t JOIN case_study c ON c.num = t.num
             WHERE t.kind = {kind} AND t.value IN ({list}) AND c.shown GROUP BY t.value"
        );
        let found: Vec<(String, i64)> = rows_where!(&mut db.read().await?, sql, bound.values)?;
        first.extend(found);
    }
    Ok(keys.iter().map(|key| first.get(*key).copied()).collect())
}

/// What these cases say of their cities.
async fn said_by(db: &Db, nums: &[i64]) -> Result<HashMap<i64, Arc<[(String, Spot)]>>> {
    let kept = &db.index().spots.0;
    let mut said = HashMap::with_capacity(nums.len());
    let mut missing: Vec<i64> = Vec::new();
    for num in nums {
        match u32::try_from(*num).ok().and_then(|num| kept.get(&num)) {
            Some(spots) => {
                said.insert(*num, spots);
            }
            None => missing.push(*num),
        }
    }
    missing.sort_unstable();
    missing.dedup();
    for nums in missing.chunks(AT_ONCE) {
        let mut tx = db.read().await?;
        // First: what is read may be newer than this says, and is then read once more.
        let version = version_in(&mut tx).await?;
        let read = read_shown(&mut tx, nums).await?;
        drop(tx);
        let index = db.index().read();
        let changed = index.changed_since(version);
        for (stored, _) in read {
            let spots: Arc<[(String, Spot)]> =
                stored.case.cities.into_iter().map(spot_of).collect();
            said.insert(stored.num, spots.clone());
            if let (Ok(num), Some(changed)) = (u32::try_from(stored.num), &changed)
                && !changed.contains(num)
            {
                kept.insert(num, spots);
            }
        }
    }
    Ok(said)
}

fn spot_of(city: City) -> (String, Spot) {
    let key = city_key(&city);
    let name = city.name_en.unwrap_or(city.name);
    (key, Spot { name: Some(name), lat: city.lat, lon: city.lon })
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
