//! `GET /write/cities?q=`: cities of the register for who types a name, with what tells homonyms apart.

use axum::{
    Json,
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::asked;
use crate::{
    domain::{search::fold, text::clean_line, vocabulary},
    i18n::Speech,
    store::{
        Tx,
        cities::{self, RegisterCity},
    },
    web::{cards, error::Fault, member::SignedIn},
};

/// Most cities that a search offers.
const OFFERED: usize = 30;
/// Cities of one beginning that are looked through for further words.
const LOOKED_THROUGH: i64 = 600;
/// Characters and words of a search.
const CHARS: usize = 80;
const WORDS: usize = 6;

/// A city to choose.
pub struct Offer {
    pub id: i64,
    pub name: String,
    /// Country, division and people: what tells homonyms apart.
    pub place: String,
}

/// What was asked for in the query, bounded.
pub fn query(who: &SignedIn) -> String {
    let typed = asked(&who.reader, "q").unwrap_or_default();
    clean_line(&typed).trim().chars().take(CHARS).collect()
}

/// `GET /write/cities`
pub async fn offer(who: SignedIn) -> Response {
    let t = &who.reader.t;
    let found = async {
        let mut tx = who.reader.state.db.read().await?;
        offers(&mut tx, t, &query(&who)).await
    };
    let answer = found.await.map(|found| {
        let line =
            |offer: Offer| json!({ "id": offer.id, "name": offer.name, "place": offer.place });
        // The register changes with the program only.
        let headers = [
            (header::CACHE_CONTROL, "private, max-age=3600"),
            (header::VARY, "accept-language, cookie"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ];
        (headers, Json(found.into_iter().map(line).collect::<Vec<_>>())).into_response()
    });
    who.reader.answer(answer)
}

/// The cities whose name begins with what was typed, the largest first. What follows a comma, or the
/// last words where no name is that long, says where: a country, a region, a state.
///
/// # Errors
/// When the database does not answer.
pub async fn offers(tx: &mut Tx, t: &Speech, query: &str) -> Result<Vec<Offer>, Fault> {
    let (name, place) = query.split_once([',', '،', '、', '，']).unwrap_or((query, ""));
    let name: Vec<&str> = name.split_whitespace().take(WORDS).collect();
    let place: Vec<String> = place.split_whitespace().take(WORDS).map(fold).collect();
    for cut in (1..=name.len()).rev() {
        let (begin, rest) = name.split_at(cut);
        let begin = begin.join(" ");
        // Nothing that could be a name, such as a sign: every city would begin with it.
        if fold(&begin).is_empty() {
            continue;
        }
        let mut hints: Vec<String> = rest.iter().map(|word| fold(word)).collect();
        hints.extend(place.iter().cloned());
        let most = if hints.is_empty() { OFFERED as i64 } else { LOOKED_THROUGH };
        let mut found = cities::named(tx, &begin, most).await?;
        found.retain(|city| hints.iter().all(|hint| is_there(t, city, hint)));
        if !found.is_empty() {
            found.truncate(OFFERED);
            let doubtful: Vec<bool> = found.iter().map(|city| has_twin(&found, city)).collect();
            let pairs = found.into_iter().zip(doubtful);
            return Ok(pairs.map(|(city, doubt)| told(t, city, doubt)).collect());
        }
    }
    Ok(Vec::new())
}

/// Whether a folded word says where a city is.
fn is_there(t: &Speech, city: &RegisterCity, hint: &str) -> bool {
    let region = vocabulary::region_of(&city.country);
    let region = region.map(|region| t.term("region", &region.id)).unwrap_or_default();
    let codes = [city.country.as_str(), city.admin1.as_str()];
    codes.iter().any(|code| fold(code) == hint)
        || [cards::country(t, &city.country), region, city.admin1.clone()]
            .iter()
            .any(|name| fold(name).split_whitespace().any(|word| word.starts_with(hint)))
}

/// Whether another city of the same name is in the same country and division.
fn has_twin(found: &[RegisterCity], city: &RegisterCity) -> bool {
    found.iter().any(|other| {
        other.geonameid != city.geonameid
            && fold(&other.name) == fold(&city.name)
            && other.country == city.country
            && (other.admin1 == city.admin1 || division(city).is_none())
    })
}

/// The state or region, where the register has letters for it that people know: the rest are the
/// numbers of an authority.
fn division(city: &RegisterCity) -> Option<&str> {
    let is_known = !city.admin1.is_empty() && !city.admin1.bytes().any(|b| b.is_ascii_digit());
    is_known.then_some(city.admin1.as_str())
}

fn told(t: &Speech, city: RegisterCity, doubtful: bool) -> Offer {
    let mut place = vec![cards::country(t, &city.country)];
    place.extend(division(&city).map(str::to_owned));
    if let Some(region) = vocabulary::region_of(&city.country) {
        place.push(t.term("region", &region.id));
    }
    if doubtful {
        place.push(format!("{:.2}°, {:.2}°", city.lat, city.lon));
    }
    place.push(t.count("place-people", city.population));
    Offer { id: city.geonameid, name: city.name, place: t.list(&place) }
}
