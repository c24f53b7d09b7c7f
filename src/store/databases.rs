//! Whole databases on a PostgreSQL server: made, looked at and dropped, for the demo.

use super::Result;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use url::Url;

/// What was found where a new database was wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing: it was made.
    Made,
    /// One with no tables in it.
    Empty,
    /// One that is in use.
    Taken,
}

/// The address of the database `name` on the server that `server` is an address on; `None` when
/// that is no URL.
pub fn address(server: &str, name: &str) -> Option<String> {
    let mut url = Url::parse(server).ok()?;
    url.set_path(name);
    Some(url.into())
}

/// Makes the database `name` where there is none.
///
/// # Errors
/// When the server does not answer, or its user may not make databases.
///
/// # Panics
/// When the name is made of more than small letters and `_`.
pub async fn make(server: &str, name: &str) -> Result<Place> {
    let mut connection = PgConnection::connect(server).await?;
    let known: Option<(i32,)> = sqlx::query_as("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(name)
        .fetch_optional(&mut connection)
        .await?;
    if known.is_none() {
        // Names cannot be bound.
        let sql = format!("CREATE DATABASE {}", plain(name));
        sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await?;
        return Ok(Place::Made);
    }
    let url = address(server, name).unwrap_or_default();
    let mut inside = PgConnection::connect(&url).await?;
    let (taken,): (bool,) = sqlx::query_as(
        "SELECT EXISTS (SELECT 1 FROM pg_tables
           WHERE schemaname NOT IN ('pg_catalog', 'information_schema'))",
    )
    .fetch_one(&mut inside)
    .await?;
    Ok(if taken { Place::Taken } else { Place::Empty })
}

/// Drops the database `name` with all that is in it, whoever is connected to it.
///
/// # Errors
/// When the server does not answer, or its user may not drop it.
///
/// # Panics
/// When the name is made of more than small letters and `_`.
pub async fn drop(server: &str, name: &str) -> Result<()> {
    let mut connection = PgConnection::connect(server).await?;
    let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", plain(name));
    sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await?;
    Ok(())
}

fn plain(name: &str) -> &str {
    assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{name}");
    name
}
