//! `GET /networks`: every network of the directory and every other whose cases are here, to search and to filter.

use askama::Template;
use axum::response::Response;

use super::{
    Followed, NetworkView,
    entry::{region_name, word},
    network,
};
use crate::{
    domain::{
        directory::{Asked, Entry},
        search::{TermKind, fold},
        vocabulary,
    },
    i18n::Speech,
    state::State,
    store,
    web::{
        cards::topic_label,
        directory::{Sieve, address},
        error::Fault,
        follow::Follow,
        layout::{Frame, Place, Site},
        reader::Reader,
    },
};

/// Networks that are looked through.
const MOST: i64 = 2_000;

const FACETS: &[&str] = &["here", "region", "kind", "topic", "join"];
const LEGENDS: &[(&str, &str)] = &[
    ("here", "net-facet-here"),
    ("region", "net-facet-region"),
    ("kind", "net-facet-kind"),
    ("topic", "facet-topic"),
    ("join", "net-facet-join"),
];

#[derive(Template)]
#[template(path = "networks.html")]
pub struct NetworksPage {
    pub t: Speech,
    pub frame: Frame,
    pub sieve: Sieve,
    pub total: i64,
    pub networks: Vec<NetworkView>,
    pub follow: Follow,
}

pub async fn list(reader: Reader) -> Response {
    let answer = directory(&reader).await;
    reader.answer(answer)
}

/// What a query string asks of this directory.
pub fn asked(query: &str) -> Asked {
    Asked::from_query(query, FACETS)
}

async fn directory(reader: &Reader) -> Result<Response, Fault> {
    let frame = reader.frame(Place::Networks);
    let networks = all(&reader.state, &reader.t, &frame.site).await?;
    let asked = asked(reader.query());
    reader.page(&page(&reader.t, frame, networks, &asked))
}

/// Everything a directory of this site shows: its own network, those it follows, those with most
/// cases, then the others by name.
pub async fn all(state: &State, t: &Speech, site: &Site) -> Result<Vec<NetworkView>, Fault> {
    let mut tx = state.db.read().await?;
    let counts = store::doors::counts(&mut tx, TermKind::Network, "", MOST).await?;
    drop(tx);
    let followed = Followed::load(state).await?;
    let mut slugs: Vec<(String, i64)> = vec![(site.slug.clone(), 0)];
    slugs.extend(vocabulary::networks().iter().map(|entry| (entry.slug.clone(), 0)));
    for (slug, count) in counts {
        match slugs.iter_mut().find(|(known, _)| *known == slug) {
            Some(known) => known.1 = count,
            None => slugs.push((slug, count)),
        }
    }
    let mut seen = std::collections::HashSet::new();
    slugs.retain(|(slug, _)| seen.insert(slug.clone()));
    let mut views: Vec<NetworkView> = slugs
        .iter()
        .map(|(slug, count)| network(t, site, slug, *count, followed.of(slug), state))
        .collect();
    views.sort_by_cached_key(|view| {
        (view.slug != site.slug, !view.live, -view.count, fold(&view.name))
    });
    Ok(views)
}

/// The page of a directory, as far as it is asked for.
pub fn page(t: &Speech, frame: Frame, networks: Vec<NetworkView>, asked: &Asked) -> NetworksPage {
    let what = t.say("net-what").into_owned();
    let mut frame = frame.titled(&t.say("net-title"), &what);
    frame.canonical = Some(format!("{}{}", frame.site.origin, address("/networks", asked)));
    frame.hidden = !asked.is_everything();
    let entries: Vec<Entry> = networks.iter().map(entry).collect();
    let label = |facet: &str, value: &str| match facet {
        "region" => region_name(t, value),
        "kind" => word(t, "net-kind", value),
        "topic" => topic_label(t, value),
        "join" => word(t, "net-join", value),
        _ => word(t, "net-here", value),
    };
    let fitting = asked.fitting(&entries);
    let sieve = Sieve::new(t, "/networks", asked, &entries, LEGENDS, label);
    let keep: std::collections::HashSet<usize> = fitting.into_iter().collect();
    let shown = networks.into_iter().enumerate().filter(|(place, _)| keep.contains(place));
    let networks: Vec<NetworkView> = shown.map(|(_, view)| view).collect();
    NetworksPage {
        follow: Follow::everything(t, &frame.site),
        t: t.clone(),
        frame,
        sieve,
        total: networks.len() as i64,
        networks,
    }
}

fn entry(view: &NetworkView) -> Entry {
    let mut terms = Vec::new();
    let mut texts = vec![view.name.clone(), view.slug.clone()];
    texts.extend(view.full_name.iter().chain(&view.description).cloned());
    if view.live {
        terms.push(("here", "instance".to_owned()));
    }
    if view.count > 0 {
        terms.push(("here", "cases".to_owned()));
    }
    if let Some(known) = vocabulary::network(&view.slug) {
        texts.extend([known.name.clone(), known.short_name.clone(), known.audience.clone()]);
        terms.extend(known.regions().iter().map(|id| ("region", (*id).to_owned())));
        terms.push(("kind", known.kind.clone()));
        terms.push(("join", known.joining().to_owned()));
        terms.extend(known.topics.iter().map(|id| ("topic", id.clone())));
    }
    Entry { terms, texts }
}
