//! The register of cities (GeoNames), loaded once into the database.

use super::{
    Db, Result, Tx, settings,
    sql::{Value, execute_where, placeholders, row, rows},
};
use crate::domain::{search::fold, vocabulary};

/// A city of 15,000 people or more.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct RegisterCity {
    pub geonameid: i64,
    pub name: String,
    pub country: String,
    pub admin1: String,
    pub lat: f64,
    pub lon: f64,
    pub population: i64,
}

/// Rows of one INSERT and one commit: whoever else wants to write waits for this many only.
const BATCH: usize = 200;
/// Setting that says that all cities are in.
const LOADED: &str = "cities-loaded";

/// Fills the register, from where an earlier process was stopped; does nothing to a full one.
/// Returns how many cities went in.
pub async fn load(db: &Db) -> Result<usize> {
    let mut tx = db.read().await?;
    if settings::get(&mut tx, LOADED).await?.is_some() {
        return Ok(0);
    }
    let row: Option<(i64,)> = row!(&mut tx, "SELECT count(*) FROM city")?;
    drop(tx);
    // They go in by their order in the file: what is there is its beginning.
    let there = row.map_or(0, |(count,)| usize::try_from(count).unwrap_or_default());
    let mut loaded = 0;
    let mut cities = vocabulary::cities().skip(there).peekable();
    while cities.peek().is_some() {
        let batch: Vec<_> = cities.by_ref().take(BATCH).collect();
        loaded += batch.len();
        let mut tx = db.begin().await?;
        insert(&mut tx, &batch).await?;
        tx.commit().await?;
    }
    let mut tx = db.begin().await?;
    settings::set(&mut tx, LOADED, "yes").await?;
    tx.commit().await?;
    Ok(loaded)
}

async fn insert(tx: &mut Tx, batch: &[vocabulary::CityRow]) -> Result<()> {
    let mut values = Vec::with_capacity(batch.len() * 8);
    for city in batch {
        values.extend([
            Value::Int(city.geonameid as i64),
            Value::from(city.name.as_str()),
            Value::from(fold(&city.name)),
            Value::from(city.country.as_str()),
            Value::from(city.admin1.as_str()),
            Value::Real(city.lat),
            Value::Real(city.lon),
            Value::Int(city.population as i64),
        ]);
    }
    let sql = format!(
        "INSERT INTO city (geonameid, name, folded, country, admin1, lat, lon, population)
         VALUES {} ON CONFLICT (geonameid) DO NOTHING",
        placeholders(batch.len(), 8)
    );
    execute_where!(tx, sql, values)?;
    Ok(())
}

/// Cities whose folded name begins with `prefix`, the largest first.
pub async fn named(tx: &mut Tx, prefix: &str, limit: i64) -> Result<Vec<RegisterCity>> {
    // Both engines order this column byte by byte, so that a prefix is a range of its index.
    let first = fold(prefix);
    let beyond = format!("{first}\u{10FFFF}");
    Ok(rows!(
        tx,
        "SELECT geonameid, name, country, admin1, lat, lon, population FROM city
         WHERE folded >= $1 AND folded < $2 ORDER BY population DESC, geonameid LIMIT $3",
        first,
        beyond,
        limit
    )?)
}

/// The city with this number in GeoNames.
pub async fn by_geonameid(tx: &mut Tx, id: i64) -> Result<Option<RegisterCity>> {
    Ok(row!(
        tx,
        "SELECT geonameid, name, country, admin1, lat, lon, population FROM city
         WHERE geonameid = $1",
        id
    )?)
}
