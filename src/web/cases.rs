//! `GET /cases`: the common feed, its search and its filters. Everything is in the address.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};

use crate::{
    domain::{
        search::{
            CaseFilter, Sort,
            feeds::{handle_of, single},
        },
        vocabulary,
    },
    i18n::Speech,
    store,
};

use super::{
    cards::{Card, Shown, card},
    error::Fault,
    facets::{self, Chip, Group},
    layout::{Frame, Place},
    reader::Reader,
};

/// Cases on one page of the feed.
const PAGE: i64 = 24;

#[derive(Template)]
#[template(path = "cases.html")]
pub struct CasesPage {
    pub t: Speech,
    pub frame: Frame,
    pub heading: String,
    pub query: String,
    pub sort_given: Option<&'static str>,
    pub groups: Vec<Group>,
    pub chips: Vec<Chip>,
    pub sorts: Vec<SortChoice>,
    pub total: i64,
    pub cards: Vec<Card>,
    /// Under which exactly this search can be followed: `@topic-cycling@HOST`.
    pub handle: Option<String>,
    /// The first page, when this is a later one.
    pub first: Option<String>,
    pub next: Option<String>,
}

pub struct SortChoice {
    pub label: String,
    pub href: String,
    pub on: bool,
}

pub async fn list(mut reader: Reader) -> Response {
    if let Some(known) = reader.has_it().await {
        return known;
    }
    let answer = match is_map(reader.query()) {
        true => {
            let filter = CaseFilter::from_query(reader.query());
            super::map::show(&mut reader, &filter).await
        }
        false => feed(&mut reader).await,
    };
    reader.answer(answer)
}

/// Whether the search is asked for as a map.
fn is_map(query: &str) -> bool {
    query.split('&').any(|pair| pair == "view=map")
}

async fn feed(reader: &mut Reader) -> Result<Response, Fault> {
    let filter = CaseFilter::from_query(reader.query());
    if let Some(narrower) = narrowed(&filter) {
        let address = reader.t.link(&facets::address(&narrower));
        return Ok(Redirect::to(&address).into_response());
    }
    let db = &reader.state.db.clone();
    let found = store::search::find(db, &filter, PAGE).await?;
    let counts = store::search::facets(db, &filter).await?;
    let shown: Vec<Shown> = found.cases.iter().map(Shown::from).collect();
    let mut page = page(
        &reader.t,
        reader.frame(Place::Cases),
        &filter,
        &shown,
        found.total,
        found.next,
        &counts,
    );
    if page.handle.is_none() && !filter.is_everything() {
        let query = CaseFilter { sort: Sort::default(), ..filter.first_page() }.to_query();
        let saved = store::actors::by_filter(&mut db.read().await?, &query).await?;
        // Searches are saved and ended without the catalogue changing.
        reader.forget_it();
        page.handle = saved.map(|actor| reader.state.urls.handle(&actor.handle));
    }
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
pub fn page(
    t: &Speech,
    frame: Frame,
    filter: &CaseFilter,
    shown: &[Shown],
    total: i64,
    next: Option<String>,
    counts: &store::search::Facets,
) -> CasesPage {
    let query = filter.q.clone().unwrap_or_default();
    let heading = match query.trim() {
        "" => t.say("cases-title").into_owned(),
        words => t.say1("cases-title-search", "words", words),
    };
    let mut frame = frame.titled(&heading, &t.say("cases-description"));
    frame.canonical = Some(format!(
        "{}{}",
        frame.site.origin,
        facets::address(&CaseFilter { after: None, ..filter.clone() })
    ));
    // One page of a search is enough for a search engine.
    frame.hidden = filter.after.is_some() || !query.is_empty();
    let here = |change: CaseFilter| facets::address(&change);
    // Not where nothing was found: there would be no actor behind it.
    let handle = single(filter).filter(|_| total > 0);
    let handle = handle.and_then(|(facet, value)| handle_of(facet, &value));
    CasesPage {
        heading,
        sorts: sorts(t, filter),
        sort_given: (filter.sort != Sort::default()).then(|| filter.sort.id()),
        groups: facets::groups(t, filter, counts),
        chips: facets::chips(t, filter),
        total,
        handle: handle.map(|handle| format!("@{handle}@{}", frame.site.host)),
        cards: shown.iter().map(|shown| card(t, shown)).collect(),
        first: filter.after.is_some().then(|| here(CaseFilter { after: None, ..filter.clone() })),
        next: next.map(|after| here(CaseFilter { after: Some(after), ..filter.clone() })),
        t: t.clone(),
        frame,
        query,
    }
}

/// The orders to choose from; without words there is nothing to match best.
fn sorts(t: &Speech, filter: &CaseFilter) -> Vec<SortChoice> {
    if filter.q.as_deref().is_none_or(|words| words.trim().is_empty()) {
        return Vec::new();
    }
    [(Sort::Newest, "sort-newest"), (Sort::Relevance, "sort-relevance")]
        .into_iter()
        .map(|(sort, key)| SortChoice {
            label: t.say(key).into_owned(),
            href: facets::address(&CaseFilter { sort, after: None, ..filter.clone() }),
            on: filter.sort == sort,
        })
        .collect()
}
