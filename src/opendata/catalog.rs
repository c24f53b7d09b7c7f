//! The catalogue for open-data portals (DCAT-AP 3): one catalogue, one dataset, its distributions.

use axum::{
    extract::State as Extract,
    http::header,
    response::{IntoResponse, Response},
};

use super::{
    ask::Failed,
    graph::{self, Node, Object},
    sink::Format,
};
use crate::{
    clock::rfc3339,
    formats::geojson,
    i18n::{Locale, Speech},
    state::State,
    store::{actors, harvest},
    urls,
};

const PREFIXES: [(&str, &str); 6] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
];

const EUROPA: &str = "http://publications.europa.eu/resource/authority";
const IANA: &str = "https://www.iana.org/assignments/media-types";

pub async fn json_ld(Extract(state): Extract<State>) -> Result<Response, Failed> {
    let document = graph::json_ld(&catalog(&state).await?, &PREFIXES);
    let text = format!("{document:#}\n");
    Ok(answer("application/ld+json", text))
}

pub async fn turtle(Extract(state): Extract<State>) -> Result<Response, Failed> {
    let text = graph::turtle(&catalog(&state).await?, &PREFIXES);
    Ok(answer("text/turtle; charset=utf-8", text))
}

fn answer(media_type: &'static str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CACHE_CONTROL, "public, no-cache"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, text).into_response()
}

/// In every language of the interface.
struct Said<'a> {
    state: &'a State,
    network: &'a str,
}

impl Said<'_> {
    fn all(&self, node: Node, name: &'static str, key: &str) -> Node {
        Locale::ALL.into_iter().fold(node, |node, locale| {
            let t = Speech::new(self.state.texts.clone(), locale);
            node.say(name, Object::Text(t.say1(key, "network", self.network), locale.tag()))
        })
    }
}

async fn catalog(state: &State) -> Result<Node, Failed> {
    let mut tx = state.db.read().await?;
    let changed = harvest::latest(&mut tx).await?;
    let begun = harvest::earliest(&mut tx).await?;
    let network = actors::by_handle(&mut tx, &state.config.network.slug).await?;
    drop(tx);
    let home = state.urls.home();
    let said = Said { state, network: state.config.network_name() };
    let language = Locale::from_tag(&state.config.network.language).unwrap_or(Locale::En);
    let publisher = network.as_ref().map_or_else(|| home.clone(), |actor| actor.uri.clone());
    let name = Object::Text(said.network.to_owned(), language.tag());
    let agent = Node::new(publisher.clone(), "foaf:Agent");
    let agent = agent.say("foaf:name", name).iri("foaf:homepage", home.clone());
    let moment = |ms: i64| Object::Typed(rfc3339(ms), "xsd:dateTime");
    let mut dataset = Node::new(part(state, "cases"), "dcat:Dataset");
    dataset = said.all(dataset, "dct:title", "feed-title");
    dataset = said.all(dataset, "dct:description", "data-dataset");
    dataset = dataset
        .iri("dct:publisher", publisher)
        .node("dcat:landingPage", page(state.urls.absolute("/data")))
        .iri("dcat:theme", format!("{EUROPA}/data-theme/REGI"))
        .iri("dcat:theme", format!("{EUROPA}/data-theme/ENVI"))
        .iri("dcat:theme", format!("{EUROPA}/data-theme/SOCI"))
        .iri("dct:accrualPeriodicity", format!("{EUROPA}/frequency/CONT"))
        .iri("dct:accessRights", format!("{EUROPA}/access-right/PUBLIC"));
    if let Some(begun) = begun {
        dataset = dataset.say("dct:issued", moment(begun));
    }
    if let Some(changed) = changed {
        dataset = dataset.say("dct:modified", moment(changed));
    }
    let rights = Node::new(part(state, "rights"), "dct:RightsStatement");
    dataset = dataset.node("dct:rights", said.all(rights, "rdfs:label", "data-rights"));
    for (ending, kind, file_type, title) in files() {
        let url = state.urls.absolute(&urls::cases_as(ending, ""));
        let node = distribution(&said, &url, kind, title)
            .iri("dcat:downloadURL", url)
            .iri("dct:format", format!("{EUROPA}/file-type/{file_type}"));
        dataset = dataset.node("dcat:distribution", node);
    }
    let mut services = vec![(state.urls.absolute("/oai"), "text/xml", "data-oai")];
    services.push((state.urls.absolute("/api/v1/cases"), "application/json", "data-api"));
    if let Some(network) = &network {
        services.push((urls::outbox(&network.uri), "application/activity+json", "data-outbox"));
    }
    for (url, kind, title) in services {
        dataset = dataset.node("dcat:distribution", distribution(&said, &url, kind, title));
    }
    let mut catalog = Node::new(part(state, "catalog"), "dcat:Catalog");
    catalog = said.all(catalog, "dct:title", "feed-title");
    catalog = said.all(catalog, "dct:description", "feed-description");
    if let Some(changed) = changed {
        catalog = catalog.say("dct:modified", moment(changed));
    }
    Ok(catalog
        .node("foaf:homepage", page(home))
        .node("dct:publisher", agent)
        .node("dcat:dataset", dataset))
}

/// Ending, media type, file type of the EU's register, and title of each.
fn files() -> [(&'static str, &'static str, &'static str, &'static str); 4] {
    [
        (Format::Csv.ending(), "text/csv", "CSV", "data-csv"),
        (Format::Xlsx.ending(), Format::Xlsx.media_type(), "XLSX", "data-xlsx"),
        (Format::GeoJson.ending(), geojson::MEDIA_TYPE, "GEOJSON", "data-geojson"),
        (Format::JsonLines.ending(), "application/jsonl", "JSON", "data-jsonl"),
    ]
}

/// There is no one licence: each case names its own, which is said in words (DCAT-AP 3 §4.4).
fn distribution(said: &Said, url: &str, media_type: &str, title: &'static str) -> Node {
    let id = part(said.state, title.trim_start_matches("data-"));
    let node = Node::new(id, "dcat:Distribution")
        .iri("dcat:accessURL", url)
        .iri("dcat:mediaType", format!("{IANA}/{media_type}"))
        .iri("dct:rights", part(said.state, "rights"));
    said.all(node, "dct:title", title)
}

/// A page of ours: the range of the properties that lead to one.
fn page(url: String) -> Node {
    Node::new(url, "foaf:Document")
}

/// The name of a part of the catalogue: a place on the page that explains it.
fn part(state: &State, name: &str) -> String {
    state.urls.absolute(&format!("/data#{name}"))
}
