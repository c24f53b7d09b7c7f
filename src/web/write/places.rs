//! `/write/{id}/places`: the cities of a case, found in the register by name, region and population.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use serde_json::{Value, json};

use super::{
    blocks::{self, NoteLine, begun_flaws, flaw_text},
    cities::{Offer, offers},
    desk, frame, opened,
    overview::part_path,
    part::{Tab, tabs},
    path,
    said::Said,
    title_of, told,
};
use crate::{
    app::desk::{By, No},
    domain::{
        case_study::Refusal,
        desk::{Draft, Part, may_edit},
        search::fold,
        vocabulary::{self, PopulationClass},
    },
    i18n::Speech,
    store::{
        cities::{self, RegisterCity},
        reviewing,
    },
    web::{
        cards,
        error::Fault,
        layout::Frame,
        member::{SignedIn, form::Form, posted::Posted, see},
    },
};

#[derive(Template)]
#[template(path = "write/places.html")]
struct PlacesPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    notice: Option<String>,
    path: String,
    here: String,
    title: String,
    tabs: Vec<Tab>,
    base: i64,
    open: bool,
    cities: Vec<Chosen>,
    flaws: Vec<String>,
    query: String,
    /// None where nothing was looked for.
    found: Option<Vec<Offer>>,
    countries: Vec<Country>,
    /// The city that was just added.
    added: Option<String>,
    /// Where the script asks for cities.
    offers: String,
    said: Said,
    notes: Vec<NoteLine>,
    next: String,
}

struct Chosen {
    name: String,
    place: String,
    at: usize,
}

struct Country {
    code: String,
    name: String,
}

/// All countries, as the reader's language orders their names without accents.
fn countries(t: &Speech) -> Vec<Country> {
    let codes = vocabulary::regions().iter().flat_map(|region| &region.countries);
    let country = |code: &String| Country { name: cards::country(t, code), code: code.clone() };
    let mut countries: Vec<Country> = codes.map(country).collect();
    countries.sort_by_cached_key(|country| fold(&country.name));
    countries
}

pub async fn show(who: SignedIn, Path(id): Path<String>) -> Response {
    let answer = page(&who, &id, StatusCode::OK, None).await;
    who.reader.answer(answer)
}

async fn page(
    who: &SignedIn,
    id: &str,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let (desk, by, opened) = opened(who, id).await?;
    let manuscript = &opened.manuscript;
    let query = super::cities::query(who);
    let mut tx = who.reader.state.db.read().await?;
    let found = match query.is_empty() {
        true => None,
        false => Some(offers(&mut tx, t, &query).await?),
    };
    let notes = reviewing::notes(&mut tx, id).await?;
    drop(tx);
    let chosen = |at: usize| {
        let text = |field: &str| manuscript.draft.text(&format!("cities.{at}.{field}"));
        let mut place = vec![cards::country(t, &text("country"))];
        place.extend(text("population").parse().ok().map(|n: i64| t.count("place-people", n)));
        Chosen { name: text("name"), place: t.list(&place), at }
    };
    let flaws = begun_flaws(&manuscript.draft, &desk.missing(manuscript));
    let flaws = flaws.iter().filter(|flaw| Part::of(&flaw.path) == Some(Part::Places));
    let title = title_of(t, &manuscript.draft.title());
    let heading = t.term("part", Part::Places.id());
    let page = PlacesPage {
        frame: frame(&who.reader, &format!("{heading} · {title}")),
        csrf: who.csrf.clone(),
        notice,
        path: t.link(&path(id)),
        here: t.link(&part_path(id, Part::Places)),
        title,
        tabs: tabs(t, id, Part::Places),
        base: manuscript.version,
        open: may_edit(manuscript.state, by.hand, opened.tie).is_ok(),
        cities: (0..manuscript.draft.rows("cities")).map(chosen).collect(),
        flaws: flaws.map(|flaw| flaw_text(t, flaw)).collect(),
        found,
        query,
        countries: countries(t),
        added: super::asked(&who.reader, "added")
            .and_then(|_| manuscript.draft.rows("cities").checked_sub(1))
            .map(|last| manuscript.draft.text(&format!("cities.{last}.name"))),
        offers: t.link("/write/cities"),
        said: Said::of(t),
        notes: blocks::notes_of(t, &notes, Part::Places),
        next: t.link(&part_path(id, Part::Story)),
        t: t.clone(),
    };
    who.reader.with_script(status, &page)
}

pub async fn act(Path(id): Path<String>, Posted { who, form }: Posted) -> Response {
    let answer = acted(&who, &id, &form).await;
    who.reader.answer(answer)
}

async fn acted(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let base = form.get("base").parse::<i64>().unwrap_or(0);
    let added = match form.get("do") {
        "add" => {
            let number = form.get("city").parse::<i64>().unwrap_or(0);
            let mut tx = who.reader.state.db.read().await?;
            let city = cities::by_geonameid(&mut tx, number).await?;
            Some(city.map(|city| of_register(&city)).ok_or(Fault::NotFound)?)
        }
        "type" => Some(of_form(form)),
        _ => None,
    };
    let row = form.get("row").parse::<usize>().unwrap_or(usize::MAX);
    let what = form.get("do").to_owned();
    let change = |draft: &Draft| -> Result<Draft, Refusal> {
        let mut rows = draft.at("cities").and_then(Value::as_array).cloned().unwrap_or_default();
        match (&added, &*what) {
            (Some(city), _) if !rows.contains(city) => rows.push(city.clone()),
            (None, "remove") if row < rows.len() => {
                rows.remove(row);
            }
            (None, "first") if row < rows.len() => {
                let city = rows.remove(row);
                rows.insert(0, city);
            }
            _ => {}
        }
        draft.with("cities", Value::Array(rows))
    };
    match desk.change(&by, id, base, change, who.now).await {
        Ok(saved) if saved.clashes > 0 => Ok(see(&t.link(&format!("{}#clashes", path(id))))),
        // One city is often followed by another.
        Ok(_) if added.is_some() => {
            Ok(see(&t.link(&format!("{}?added=1#q", part_path(id, Part::Places)))))
        }
        Ok(_) => Ok(see(&t.link(&part_path(id, Part::Places)))),
        Err(No::NotFound) => Err(Fault::NotFound),
        Err(no) => page(who, id, StatusCode::CONFLICT, Some(told(t, no)?)).await,
    }
}

/// A city as the schema has it.
fn of_register(city: &RegisterCity) -> Value {
    let class = match city.population {
        ..50_000 => PopulationClass::Xs,
        50_000..250_000 => PopulationClass::S,
        250_000..1_000_000 => PopulationClass::M,
        1_000_000..5_000_000 => PopulationClass::L,
        _ => PopulationClass::Xl,
    };
    json!({
        "name": city.name,
        "country": city.country,
        "region": vocabulary::region_of(&city.country).map(|region| region.id.as_str()),
        "lat": city.lat,
        "lon": city.lon,
        "geonameid": city.geonameid,
        "population": city.population,
        "population_class": class.id(),
    })
}

/// A place that the register does not have, as it was typed.
fn of_form(form: &Form) -> Value {
    let country = form.get("country").trim().to_uppercase();
    json!({
        "name": form.get("name"),
        "country": country,
        "region": vocabulary::region_of(&country).map(|region| region.id.as_str()),
        "lat": form.get("lat").replace(',', "."),
        "lon": form.get("lon").replace(',', "."),
    })
}
