//! Doors: a page for each topic, goal, city, country, region and language, all of one shape.

pub mod groups;
pub mod index;
pub mod kind;
pub mod view;

use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
    routing::get,
};

use self::kind::{Kind, Read};
use crate::{
    domain::{
        directory::name_key,
        search::{TermKind, fold},
    },
    state,
    store::{self, cities::RegisterCity},
    web::{error::Fault, reader::Reader},
};

/// Rows of the register that are looked through for a city of this name.
const HOMONYMS: i64 = 500;

/// The pages of all doors, and those that list them.
pub fn routes() -> axum::Router<state::State> {
    let mut router = axum::Router::new();
    for kind in Kind::ALL {
        let list = move |mut reader: Reader| async move {
            if let Some(known) = reader.still_has_it() {
                return known;
            }
            if let Some(known) = reader.has_it().await {
                return known;
            }
            let answer = index::list(&reader, kind).await;
            reader.answer(answer)
        };
        router = router.route(kind.index(), get(list));
        let one = move |State(state): State<state::State>,
                        Path(text): Path<String>,
                        uri: Uri,
                        headers: HeaderMap| async move {
            let mut reader = Reader::of(&state, &uri, &headers).await;
            let answer = door(&mut reader, kind, &text).await;
            reader.answer(answer)
        };
        if kind != Kind::City {
            router = router.route(&format!("{}/{{value}}", kind.index()), get(one));
        }
    }
    router
        .route("/cities/{country}", get(country_of_cities))
        .route("/cities/{country}/{name}", get(city))
}

async fn door(reader: &mut Reader, kind: Kind, text: &str) -> Result<Response, Fault> {
    match kind.read(&reader.t, text) {
        Read::Value(value) => view::page(reader, kind, &value, None).await,
        Read::Elsewhere(path) => Err(Fault::Moved(reader.t.link(&path))),
        Read::Nothing => Err(Fault::NotFound),
    }
}

/// `/cities/dk`: the cities of a country are on the country's page.
async fn country_of_cities(reader: Reader, Path(country): Path<String>) -> Response {
    let answer = match Kind::Country.read(&reader.t, &country) {
        Read::Value(code) => Fault::Moved(reader.t.link(&Kind::Country.path(&code))),
        Read::Elsewhere(path) => Fault::Moved(reader.t.link(&path)),
        Read::Nothing => Fault::NotFound,
    };
    reader.answer(Err(answer))
}

async fn city(mut reader: Reader, Path((country, name)): Path<(String, String)>) -> Response {
    if let Some(known) = reader.still_has_it() {
        return known;
    }
    let answer = one_city(&mut reader, &country, &name).await;
    reader.answer(answer)
}

async fn one_city(reader: &mut Reader, country: &str, name: &str) -> Result<Response, Fault> {
    let key = kind::city(country, name).ok_or(Fault::NotFound)?;
    let code = kind::country_of(&key);
    if !kind::is_country(&reader.t, &code) {
        return Err(Fault::NotFound);
    }
    let count = store::search::count_of(&reader.state.db, TermKind::City, &key).await?;
    let known = registered(reader, &key).await?;
    if count == 0 && known.is_none() {
        return Err(Fault::NotFound);
    }
    let spelled = key.split_once('-').map_or("", |(_, words)| words);
    if spelled != name || country != code.to_ascii_lowercase() {
        return Err(Fault::Moved(reader.t.link(&Kind::City.path(&key))));
    }
    view::page(reader, Kind::City, &key, known).await
}

/// The largest city of this key in the register.
async fn registered(reader: &Reader, key: &str) -> Result<Option<RegisterCity>, Fault> {
    let Some((country, words)) = key.split_once('-') else { return Ok(None) };
    let first = words.split('-').next().unwrap_or_default();
    let mut tx = reader.state.db.read().await?;
    for start in [words.replace('-', " "), fold(first)] {
        let found = store::cities::named(&mut tx, &start, HOMONYMS).await?;
        let meant = found.into_iter().find(|city| {
            city.country.eq_ignore_ascii_case(country) && name_key(&city.name) == words
        });
        if meant.is_some() {
            return Ok(meant);
        }
    }
    Ok(None)
}
