//! `GET /cases`: the common feed, its search and its filters. Everything is in the address.

use std::collections::HashMap;

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};

use crate::{
    domain::{
        search::{
            CaseFilter, Facet, Sort,
            feeds::{handle_of, single},
            query_terms,
        },
        vocabulary,
    },
    i18n::Speech,
    store::{self, search},
};

use super::{
    alerts::new_alert_path,
    cards::{self, Card, Shown},
    doors::view::{Feed, feeds},
    error::Fault,
    facets::{self, Chip, Group, Labels},
    layout::{Frame, Place},
    map,
    nearest::{Nearest, nearest},
    reader::Reader,
    table::{self, Table, table},
    view::{View, Way, views},
};

/// Cases on one page of the feed.
const PAGE: i64 = 24;

/// One page of a search: what was asked for, and what was found.
pub struct Search<'a> {
    pub filter: &'a CaseFilter,
    pub view: View,
    pub shown: &'a [Shown<'a>],
    pub total: i64,
    /// The cursor of the next page.
    pub next: Option<String>,
    pub counts: &'a search::Facets,
    /// Names of awards by their keys.
    pub awards: &'a HashMap<String, String>,
    /// Where to go on when nothing was found.
    pub nearest: Vec<Nearest>,
}

#[derive(Template)]
#[template(path = "cases.html")]
pub struct CasesPage {
    pub t: Speech,
    pub frame: Frame,
    pub heading: String,
    pub query: String,
    pub sort_given: Option<&'static str>,
    pub view_given: Option<&'static str>,
    pub groups: Vec<Group>,
    pub chips: Vec<Chip>,
    pub views: Vec<Way>,
    pub sorts: Vec<Way>,
    pub total: i64,
    /// The cases, unless they are in a table.
    pub cards: Vec<Card>,
    pub table: Option<Table>,
    pub nearest: Vec<Nearest>,
    /// All cases, shown the same way.
    pub all: String,
    /// Under which exactly this search can be followed: `@topic-cycling@HOST`.
    pub handle: Option<String>,
    /// The same search for feed readers and to take along.
    pub feeds: Vec<Feed>,
    /// Where its new cases are asked for.
    pub alert: String,
    /// The first page, when this is a later one.
    pub first: Option<String>,
    pub next: Option<String>,
}

pub async fn list(mut reader: Reader) -> Response {
    if let Some(known) = reader.still_has_it() {
        return known;
    }
    let filter = CaseFilter::from_query(reader.query());
    let answer = match View::from_query(reader.query()) {
        View::Map => match reader.has_it().await {
            Some(known) => Ok(known),
            None => map::show(&mut reader, &filter).await,
        },
        view => feed(&mut reader, filter, view).await,
    };
    reader.answer(answer)
}

/// Under which this search was saved, where it is none that always has a handle.
async fn saved(reader: &Reader, filter: &CaseFilter) -> Result<Option<String>, Fault> {
    if filter.is_everything() || single(filter).is_some() {
        return Ok(None);
    }
    let query = CaseFilter { sort: Sort::default(), ..filter.first_page() }.to_query();
    let saved = store::actors::by_filter(&mut reader.state.db.read().await?, &query).await?;
    Ok(saved.map(|actor| reader.state.urls.handle(&actor.handle)))
}

async fn feed(reader: &mut Reader, filter: CaseFilter, view: View) -> Result<Response, Fault> {
    // Searches are saved and ended without the catalogue changing.
    let saved = saved(reader, &filter).await?;
    if let Some(known) = reader.has_it_of(&saved).await {
        return Ok(known);
    }
    if let Some(narrower) = narrowed(&filter) {
        let address = reader.t.link(&view.address(&narrower));
        return Ok(Redirect::to(&address).into_response());
    }
    let db = &reader.state.db.clone();
    let rows = match view {
        View::Table => table::PAGE,
        View::List | View::Map => PAGE,
    };
    let found = search::find(db, &filter, rows).await?;
    let counts = search::facets(db, &filter).await?;
    let named = counts.award.iter().map(|(key, _)| key).chain(&filter.award);
    let awards = search::labels(db, Facet::Award, named.map(String::as_str)).await?;
    let nearest = match found.total {
        0 => nearest(db, &Labels { t: &reader.t, awards: &awards }, &filter, view).await?,
        _ => Vec::new(),
    };
    let shown: Vec<Shown> = found.cases.iter().map(Shown::from).collect();
    let mut page = page(
        &reader.t,
        reader.frame(Place::Cases),
        Search {
            filter: &filter,
            view,
            shown: &shown,
            total: found.total,
            next: found.next,
            counts: &counts,
            awards: &awards,
            nearest,
        },
    );
    page.handle = page.handle.or(saved);
    reader.page(&page)
}

/// Values of one facet are alternatives, but who ticks a subtopic below a ticked topic means to look
/// closer: the same search without such topics, if there are any.
fn narrowed(filter: &CaseFilter) -> Option<CaseFilter> {
    let below = |id: &String| vocabulary::topic(id).and_then(|topic| topic.parent);
    let parents: Vec<&str> = filter.topic.iter().filter_map(below).collect();
    let topic: Vec<String> =
        filter.topic.iter().filter(|id| !parents.contains(&id.as_str())).cloned().collect();
    (topic.len() < filter.topic.len()).then(|| CaseFilter { topic, after: None, ..filter.clone() })
}

/// The page of one search.
pub fn page(t: &Speech, frame: Frame, search: Search) -> CasesPage {
    let Search { filter, view, shown, total, next, counts, awards, nearest } = search;
    let labels = Labels { t, awards };
    let query = filter.q.clone().unwrap_or_default();
    let heading = match query.trim() {
        "" => t.say("cases-title").into_owned(),
        words => t.say1("cases-title-search", "words", words),
    };
    let mut frame = frame.titled(&heading, &t.say("cases-description"));
    let feeds = feeds(&filter.first_page().to_query());
    for feed in feeds.iter().filter(|feed| feed.is_feed) {
        frame.alternate(feed.media_type, &feed.href, &heading);
    }
    frame.canonical =
        Some(format!("{}{}", frame.site.origin, facets::address(&filter.first_page())));
    // One page of a search is enough for a search engine.
    frame.hidden = filter.after.is_some() || !query.is_empty() || view != View::default();
    // Not where nothing was found: there would be no actor behind it.
    let handle = single(filter).filter(|_| total > 0);
    let handle = handle.and_then(|(facet, value)| handle_of(facet, &value));
    let terms = query_terms(&query);
    let (cards, table) = match view {
        View::Table => (Vec::new(), Some(table(t, filter, shown, &terms))),
        View::List | View::Map => {
            (shown.iter().map(|shown| cards::found(t, shown, &terms)).collect(), None)
        }
    };
    CasesPage {
        feeds,
        heading,
        views: views(t, filter, view),
        sorts: sorts(t, filter, view),
        sort_given: (filter.sort != Sort::default()).then(|| filter.sort.id()),
        view_given: (view != View::default()).then(|| view.id()),
        groups: facets::groups(&labels, filter, counts),
        chips: facets::chips(&labels, filter, view),
        total,
        handle: handle.map(|handle| format!("@{handle}@{}", frame.site.host)),
        cards,
        table: table.filter(|table| !table.rows.is_empty()),
        nearest,
        alert: new_alert_path(&filter.first_page().to_query()),
        all: view.address(&CaseFilter::default()),
        first: filter.after.is_some().then(|| view.address(&filter.first_page())),
        next: next.map(|after| view.address(&CaseFilter { after: Some(after), ..filter.clone() })),
        t: t.clone(),
        frame,
        query,
    }
}

/// The orders to choose from; without words there is nothing to match best.
fn sorts(t: &Speech, filter: &CaseFilter, view: View) -> Vec<Way> {
    let sorts = [
        (Sort::Relevance, "sort-relevance"),
        (Sort::Newest, "sort-newest"),
        (Sort::Updated, "sort-updated"),
        (Sort::Year, "sort-year"),
        (Sort::City, "sort-city"),
        (Sort::Title, "sort-title"),
    ];
    let words = filter.q.as_deref().is_some_and(|words| !words.trim().is_empty());
    let sorts = sorts.into_iter().filter(|(sort, _)| words || *sort != Sort::Relevance);
    let way = |(sort, key): (Sort, &str)| Way {
        label: t.say(key).into_owned(),
        href: view.address(&CaseFilter { sort, ..filter.first_page() }),
        // Without words the best are the newest.
        on: filter.sort == sort
            || (!words && (filter.sort, sort) == (Sort::Relevance, Sort::Newest)),
    };
    sorts.map(way).collect()
}
