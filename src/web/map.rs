//! A search as a map: coastlines without borders, pins and clusters placed by the server, each of
//! them a link, and the same cities as a list beside it.

mod part;
mod pins;

pub use part::Zoom;

use askama::Template;
use axum::response::Response;
use url::form_urlencoded;

use crate::{
    domain::{
        search::{CaseFilter, FACET_VALUES, Facet, city_label},
        vocabulary,
    },
    i18n::Speech,
    store::{
        self,
        search::places::{Located as City, Spot},
    },
};

use self::{
    part::{Part, WIDTH},
    pins::{Cluster, Point, clusters},
};
use super::{
    cards::country,
    error::Fault,
    facets::{self, Chip, Labels},
    layout::{Frame, Place},
    nearest::{Nearest, nearest},
    reader::Reader,
    view::{View, Way, views},
};

/// Cities whose place is taken from a case about them. Reading a case costs, and the register differs
/// in homonyms only.
const EXACTLY: usize = 200;
/// Cities in the list before somebody asks for all.
const FIRST: usize = 40;
/// Cities in the list at most.
const MOST: usize = 3_000;
/// Names in the title of a cluster.
const NAMED: usize = 3;

/// The map as it is drawn, on a page of its own or among other things.
pub struct Drawing {
    /// Of the view box, in its units.
    pub width: f64,
    pub height: f64,
    /// Left, top, width and height of each copy of the outline in sight.
    pub land: Vec<[f64; 4]>,
    pub pins: Vec<Pin>,
}

/// A city, or several that are too close to be told apart.
pub struct Pin {
    pub x: String,
    pub y: String,
    pub radius: String,
    pub href: String,
    /// Who and how many, in words.
    pub title: String,
    /// The number in it; empty for a single case.
    pub number: String,
    pub many: bool,
}

/// A city in the list.
pub struct Row {
    pub name: String,
    pub country: String,
    pub href: String,
    pub count: i64,
}

#[derive(Template)]
#[template(path = "map.html")]
pub struct MapPage {
    pub t: Speech,
    pub frame: Frame,
    pub heading: String,
    pub query: String,
    /// What the search form carries along.
    pub hidden: Vec<(&'static str, String)>,
    pub chips: Vec<Chip>,
    pub views: Vec<Way>,
    pub regions: Vec<Way>,
    /// To see more at once, and to look closer.
    pub out: Option<String>,
    pub closer: Option<String>,
    pub total: i64,
    pub drawing: Drawing,
    pub rows: Vec<Row>,
    /// Cities in this part of the map, listed or not.
    pub here: i64,
    /// Cities elsewhere, or of which nobody said where they lie.
    pub elsewhere: i64,
    /// The list with everything in it, when this one is cut.
    pub whole: Option<String>,
    /// Where to go on when nothing was found.
    pub nearest: Vec<Nearest>,
    /// All cases on a map.
    pub all: String,
    pub world: String,
}

/// The map of a search.
///
/// # Errors
/// When the database does not answer.
pub async fn show(reader: &mut Reader, filter: &CaseFilter) -> Result<Response, Fault> {
    let filter = &filter.first_page();
    let db = &reader.state.db;
    let total = store::search::count(db, filter).await?;
    let cities = store::search::places::located(db, filter, EXACTLY).await?;
    let awards = filter.award.iter().map(String::as_str);
    let awards = store::search::labels(db, Facet::Award, awards).await?;
    let labels = Labels { t: &reader.t, awards: &awards };
    let asked = asked(reader.query());
    let nearest = match total {
        0 => nearest(db, &labels, filter, View::Map).await?,
        _ => Vec::new(),
    };
    let found = Found { total, cities: &cities, nearest };
    let page = page(&labels, reader.frame(Place::Cases), filter, found, &asked);
    reader.page(&page)
}

/// The whole catalogue as a small map, for the first page.
///
/// # Errors
/// When the database does not answer.
pub async fn world(reader: &Reader) -> Result<Drawing, Fault> {
    let filter = CaseFilter::default();
    let cities = store::search::places::located(&reader.state.db, &filter, 0).await?;
    Ok(draw(&reader.t, &filter, &cities, Zoom::World).0)
}

/// What the address says about the map itself.
#[derive(Default)]
struct Asked {
    zoom: Option<Zoom>,
    all: bool,
}

fn asked(query: &str) -> Asked {
    let mut asked = Asked::default();
    for (key, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*key {
            "zoom" => asked.zoom = Zoom::parse(&value),
            "places" => asked.all = value == "all",
            _ => {}
        }
    }
    asked
}

/// The address of a search as a map.
fn address(filter: &CaseFilter, zoom: Option<Zoom>) -> String {
    let zoom = zoom.map(|zoom| format!("&zoom={zoom}")).unwrap_or_default();
    format!("{}{zoom}", View::Map.address(filter))
}

/// The address of the search for some of its cities.
fn search_of(filter: &CaseFilter, keys: &[&str]) -> String {
    let mut narrowed = filter.without_facet(Facet::City);
    for key in keys {
        narrowed = narrowed.with(Facet::City, key);
    }
    facets::address(&narrowed)
}

/// What a search found, as far as a map shows it.
struct Found<'a> {
    total: i64,
    cities: &'a [City],
    nearest: Vec<Nearest>,
}

fn page(
    labels: &Labels,
    frame: Frame,
    filter: &CaseFilter,
    found: Found,
    asked: &Asked,
) -> MapPage {
    let t = labels.t;
    let Found { total, cities, nearest } = found;
    let query = filter.q.clone().unwrap_or_default();
    let heading = match query.trim() {
        "" => t.say("map-title").into_owned(),
        words => t.say1("map-title-search", "words", words),
    };
    let mut frame = frame.titled(&heading, &t.say("map-description"));
    frame.canonical = Some(format!("{}{}", frame.site.origin, address(filter, None)));
    frame.hidden = asked.zoom.is_some() || asked.all || !query.is_empty();
    let points = cities.iter().filter_map(|city| city.spot.as_ref());
    let points: Vec<_> = points.map(|spot| (spot.lon, spot.lat)).collect();
    let zoom = asked.zoom.unwrap_or_else(|| Zoom::with_all(&points));
    let (drawing, here) = draw(t, filter, cities, zoom);
    // Of the whole world nothing is elsewhere, not even what nobody can place.
    let listed: Vec<&City> = match zoom {
        Zoom::World => cities.iter().collect(),
        _ => here.iter().map(|at| &cities[*at]).collect(),
    };
    let most = if asked.all { MOST } else { FIRST };
    let rows = listed.iter().take(most).map(|city| row(t, filter, city)).collect();
    let cut = !asked.all && listed.len() > FIRST;
    let view = Part::of(zoom);
    let (lat, lon) = view.middle();
    let out = match zoom {
        Zoom::World => None,
        Zoom::Around { .. } if view.degrees() < 90.0 => {
            Some(Zoom::around(lat, lon, view.degrees() * 2.5))
        }
        _ => Some(Zoom::World),
    };
    let nearer = Zoom::around(lat, lon, view.degrees() / 2.5);
    let closer = (Part::of(nearer).degrees() < view.degrees() - 0.1).then_some(nearer);
    MapPage {
        heading,
        hidden: hidden(filter),
        chips: facets::chips(labels, filter, View::Map),
        views: views(t, filter, View::Map),
        regions: regions(t, filter, zoom),
        out: out.map(|zoom| address(filter, Some(zoom))),
        closer: closer.map(|zoom| address(filter, Some(zoom))),
        total,
        drawing,
        rows,
        here: listed.len() as i64,
        elsewhere: (cities.len() - listed.len()) as i64,
        whole: cut.then(|| format!("{}&places=all#places", address(filter, Some(zoom)))),
        nearest,
        all: View::Map.address(&CaseFilter::default()),
        world: address(filter, Some(Zoom::World)),
        t: t.clone(),
        frame,
        query,
    }
}

fn hidden(filter: &CaseFilter) -> Vec<(&'static str, String)> {
    let mut hidden = vec![("view", "map".to_owned())];
    for facet in Facet::ALL {
        hidden.extend(filter.values(*facet).iter().map(|value| (facet.id(), value.clone())));
    }
    hidden
}

fn regions(t: &Speech, filter: &CaseFilter, zoom: Zoom) -> Vec<Way> {
    let world = Way {
        label: t.say("map-world").into_owned(),
        href: address(filter, Some(Zoom::World)),
        on: zoom == Zoom::World,
    };
    let regions = Zoom::regions().map(|id| Way {
        label: region_name(t, id),
        href: address(filter, Some(Zoom::Region(id))),
        on: zoom == Zoom::Region(id),
    });
    std::iter::once(world).chain(regions).collect()
}

/// A region's name in the reader's language, else as the vocabulary calls it.
pub fn region_name(t: &Speech, id: &str) -> String {
    let known = || vocabulary::region(id).map(|region| region.label.clone());
    t.known_term("region", id).or_else(known).unwrap_or_else(|| id.to_owned())
}

fn row(t: &Speech, filter: &CaseFilter, city: &City) -> Row {
    Row {
        name: name(city),
        country: home(t, city),
        href: search_of(filter, &[&city.key]),
        count: city.cases,
    }
}

fn name(city: &City) -> String {
    let said = city.spot.as_ref().and_then(|spot| spot.name.clone());
    said.unwrap_or_else(|| city_label(&city.key))
}

fn home(t: &Speech, city: &City) -> String {
    let code = city.key.split('-').next().unwrap_or_default().to_ascii_uppercase();
    country(t, &code)
}

/// The map of one part of the world, and which of the cities lie there, most cases first.
fn draw(t: &Speech, filter: &CaseFilter, cities: &[City], zoom: Zoom) -> (Drawing, Vec<usize>) {
    let view = Part::of(zoom);
    let mut here = Vec::new();
    let mut points = Vec::new();
    for (at, city) in cities.iter().enumerate() {
        let place = city.spot.as_ref().and_then(|spot| view.place(spot.lat, spot.lon));
        if let Some((x, y)) = place {
            here.push(at);
            points.push(Point { city: at, x, y, cases: city.cases });
        }
    }
    let mut pins: Vec<Pin> =
        clusters(points).iter().map(|cluster| pin(t, filter, cities, &view, cluster)).collect();
    // The largest first, so that smaller ones are drawn over them and can be reached.
    pins.sort_by(|a, b| b.radius.len().cmp(&a.radius.len()).then(b.radius.cmp(&a.radius)));
    let drawing = Drawing { width: WIDTH, height: view.height(), land: view.land(), pins };
    (drawing, here)
}

fn pin(t: &Speech, filter: &CaseFilter, cities: &[City], view: &Part, cluster: &Cluster) -> Pin {
    let number = if cluster.cases > 1 { t.number(cluster.cases) } else { String::new() };
    let radius = match number.chars().count() {
        0 => 8.0,
        1 | 2 => 14.0,
        letters => 6.0 + 5.0 * letters as f64,
    };
    let members: Vec<&City> = cluster.cities.iter().map(|at| &cities[*at]).collect();
    let many = members.len() > 1;
    let cases = t.count("cases-found", cluster.cases);
    let (href, title) = match members.as_slice() {
        [city] => {
            let title = t.say3(
                "map-pin",
                ("city", &name(city)),
                ("country", &home(t, city)),
                ("cases", &cases),
            );
            (search_of(filter, &[&city.key]), title)
        }
        several => {
            let names: Vec<String> = several.iter().take(NAMED).map(|city| name(city)).collect();
            let more = several.len() as i64;
            let title = t.say3(
                "map-cluster",
                ("names", &t.list(&names)),
                ("cities", &t.count("map-cities", more)),
                ("cases", &cases),
            );
            (into(filter, view, several), title)
        }
    };
    let tenth = |value: f64| format!("{value:.1}");
    Pin {
        x: tenth(cluster.x),
        y: tenth(cluster.y),
        radius: format!("{radius:02.0}"),
        href,
        title,
        number,
        many,
    }
}

/// Where a cluster leads: closer, or to its cities where no map can tell them apart.
fn into(filter: &CaseFilter, view: &Part, cities: &[&City]) -> String {
    let spots: Vec<&Spot> = cities.iter().filter_map(|city| city.spot.as_ref()).collect();
    let span = |of: fn(&Spot) -> f64| {
        let ends = spots.iter().map(|spot| of(spot));
        let low = ends.clone().fold(f64::INFINITY, f64::min);
        (low, ends.fold(f64::NEG_INFINITY, f64::max))
    };
    let ((south, north), (west, east)) = (span(|spot| spot.lat), span(|spot| spot.lon));
    // A cluster across the date line is centred on its city with most cases.
    let lon = match spots.first() {
        Some(first) if east - west > 180.0 => first.lon,
        _ => (west + east) / 2.0,
    };
    let wide = if east - west > 180.0 { view.degrees() / 3.0 } else { east - west };
    let width = (wide * 1.6).max((north - south) * 3.2).min(view.degrees() / 2.0);
    let zoom = Zoom::around((south + north) / 2.0, lon, width);
    if Part::of(zoom).degrees() < view.degrees() - 0.1 {
        return address(filter, Some(zoom));
    }
    let keys: Vec<&str> = cities.iter().take(FACET_VALUES).map(|city| city.key.as_str()).collect();
    search_of(filter, &keys)
}
