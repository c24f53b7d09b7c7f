//! Regions, which countries belong to them, and the table of cities that pickers offer.

use std::io::{BufRead, BufReader};
use std::sync::LazyLock;

use flate2::read::GzDecoder;
use serde::Deserialize;

/// A part of the world, for display and filters.
#[derive(Debug, Deserialize)]
pub struct Region {
    /// A stable slug.
    pub id: String,
    #[serde(rename = "label_en")]
    pub label: String,
    /// ISO 3166-1 alpha-2 codes.
    pub countries: Vec<String>,
}

#[derive(Deserialize)]
struct Regions {
    regions: Vec<Region>,
}

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    serde_json::from_str::<Regions>(include_str!("../../../vocabulary/regions.json"))
        .expect("the embedded regions are read by a test")
        .regions
});

/// The nine regions, in the order of the vocabulary.
pub fn regions() -> &'static [Region] {
    &REGIONS
}

/// The region with exactly this id.
pub fn region(id: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.id == id)
}

/// The region a country (ISO 3166-1 alpha-2, capitals) is shown under.
pub fn region_of(country: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.countries.iter().any(|known| known == country))
}

/// A city of 15,000 people or more. Source: GeoNames, CC BY 4.0.
#[derive(Clone, Debug, PartialEq)]
pub struct CityRow {
    pub geonameid: u64,
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// GeoNames' code of the first administrative division, to tell homonyms apart.
    pub admin1: String,
    /// Degrees, WGS 84.
    pub lat: f64,
    pub lon: f64,
    pub population: u64,
    /// IANA time zone.
    pub timezone: String,
}

/// The table of cities, largest first, unpacked row by row: it is read once into the database
/// and not kept in memory.
pub fn cities() -> impl Iterator<Item = CityRow> {
    static TABLE: &[u8] = include_bytes!("../../../vocabulary/cities15000.tsv.gz");
    BufReader::new(GzDecoder::new(TABLE))
        .lines()
        .skip(1)
        .map(|line| line.expect("the embedded table unpacks"))
        .map(|line| row(&line).expect("every row of the embedded table is read by a test"))
}

fn row(line: &str) -> Option<CityRow> {
    let mut cells = line.split('\t');
    Some(CityRow {
        geonameid: cells.next()?.parse().ok()?,
        name: cells.next()?.to_owned(),
        country: cells.next()?.to_owned(),
        admin1: cells.next()?.to_owned(),
        lat: cells.next()?.parse().ok()?,
        lon: cells.next()?.parse().ok()?,
        population: cells.next()?.parse().ok()?,
        timezone: cells.next()?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_cities_is_read() {
        let mut rows = 0;
        for city in cities() {
            rows += 1;
            assert!(city.lat.abs() <= 90.0 && city.lon.abs() <= 180.0, "{city:?}");
            assert_eq!(city.country.len(), 2, "{city:?}");
        }
        assert!(rows > 33_900, "{rows}");
        assert_eq!(cities().next().unwrap().name, "Shanghai");
    }

    #[test]
    fn a_country_is_in_one_region_at_most() {
        let mut seen = std::collections::HashSet::new();
        for country in regions().iter().flat_map(|region| &region.countries) {
            assert!(seen.insert(country), "{country}");
        }
        assert_eq!(region_of("TW").unwrap().id, "east-asia");
        assert!(region_of("XX").is_none());
    }
}
