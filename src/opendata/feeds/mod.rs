//! A search as a feed: what is in it, whatever the format. Newest first, or latest revised first
//! where that is asked for; fifty cases at a time, the next page by its cursor (RFC 5005 §3).

mod atom;
mod json;
mod private;
mod rss;

pub use private::serve as private;

use std::sync::Arc;

use axum::response::Response;

use super::{
    ask::{Ask, Failed, network_name},
    names,
};
use crate::{
    domain::search::{CaseFilter, Sort},
    store::{cases::StoredCase, harvest, search},
};

/// Cases on a page.
const PAGE: i64 = 50;

/// One page of a feed.
struct Feed {
    title: String,
    description: String,
    /// Of the instance, as the author of the whole.
    network: String,
    home: String,
    language: &'static str,
    /// Stays the same in every language and on every page.
    id: String,
    /// The page for people.
    page: String,
    /// The addresses of this page of the feed, of the first one and of the next.
    this: String,
    first: String,
    next: Option<String>,
    /// Epoch milliseconds.
    updated: i64,
    entries: Vec<Entry>,
}

/// A case in a feed.
struct Entry {
    /// Of its ActivityPub object, for ever.
    id: String,
    url: String,
    /// Its page at its origin.
    origin: Option<String>,
    title: String,
    summary: String,
    language: &'static str,
    /// The source network, and its page here.
    author: String,
    author_page: String,
    /// Kind, value and label.
    categories: Vec<(&'static str, String, String)>,
    licence: &'static str,
    licence_url: Option<&'static str>,
    rights: String,
    published: i64,
    updated: i64,
    revision: i64,
    image: Option<Picture>,
}

/// A picture that others may show.
struct Picture {
    url: String,
    media_type: &'static str,
    alt: String,
}

pub async fn atom(ask: Ask) -> Result<Response, Failed> {
    serve(ask, ".atom", "application/atom+xml; charset=utf-8", atom::write).await
}

pub async fn rss(ask: Ask) -> Result<Response, Failed> {
    serve(ask, ".rss", "application/rss+xml; charset=utf-8", rss::write).await
}

pub async fn json(ask: Ask) -> Result<Response, Failed> {
    serve(ask, ".feed.json", "application/feed+json; charset=utf-8", json::write).await
}

async fn serve(
    mut ask: Ask,
    ending: &str,
    media_type: &'static str,
    write: fn(&Feed) -> String,
) -> Result<Response, Failed> {
    // Any other order is of no use to who looks for what is new.
    if ask.filter.sort != Sort::Updated {
        ask.filter.sort = Sort::Newest;
    }
    let made = ask.made(()).await?;
    if let Some(known) = ask.has(&made) {
        return Ok(known);
    }
    let latest = harvest::latest(&mut ask.state.db.read().await?).await?;
    let found = search::find(&ask.state.db, &ask.filter, PAGE).await?;
    let feed = feed(&ask, ending, latest, &found.cases, found.next);
    Ok(ask.answer(&made, media_type, write(&feed)))
}

fn feed(
    ask: &Ask,
    ending: &str,
    latest: Option<i64>,
    cases: &[Arc<StoredCase>],
    next: Option<String>,
) -> Feed {
    let (t, filter) = (&ask.t, &ask.filter);
    let network = ask.network().to_owned();
    let first = filter.first_page();
    let title = match names::of(t, filter) {
        None => t.say1("feed-title", "network", &network),
        Some(search) => t.say2("feed-title-search", "search", &search, "network", &network),
    };
    let updated = cases.iter().map(|case| case.updated).max();
    Feed {
        description: t.say1("feed-description", "network", &network),
        home: ask.state.urls.home(),
        language: t.tag(),
        id: ask.state.urls.absolute(&crate::urls::cases_as(".atom", &first.to_query())),
        page: ask.address("", &CaseFilter { sort: Sort::Newest, ..first.clone() }),
        this: ask.address(ending, filter),
        next: next
            .map(|after| ask.address(ending, &CaseFilter { after: Some(after), ..filter.clone() })),
        first: ask.address(ending, &first),
        updated: updated.or(latest).unwrap_or_default(),
        entries: cases.iter().map(|stored| entry(ask, stored)).collect(),
        network,
        title,
    }
}

fn entry(ask: &Ask, stored: &StoredCase) -> Entry {
    let (t, case) = (&ask.t, &stored.case);
    let licence = case.licence.id();
    let author = network_name(&case.source_network).to_owned();
    let topics = case.topics.iter().map(|topic| topic.id());
    let topics = topics.map(|id| ("topic", id.to_owned(), names::topic(t, id)));
    let goals = case.sdgs.iter().map(|goal| ("sdg", goal.to_string(), names::goal(t, *goal)));
    let cities = case
        .cities
        .iter()
        .map(|city| ("city", crate::domain::search::city_key(city), city.name.clone()));
    Entry {
        id: stored.uri.clone(),
        url: ask.page(stored),
        origin: stored.origin_url.clone().filter(|_| !stored.local),
        title: case.title.clone(),
        summary: case.summary.clone(),
        language: case.language.id(),
        author_page: ask.state.urls.network_page(&case.source_network),
        categories: topics.chain(goals).chain(cities).collect(),
        rights: t.say2(
            "data-rights-case",
            "network",
            &author,
            "licence",
            &t.term("licence", licence),
        ),
        licence,
        licence_url: case.licence.url(),
        published: stored.published,
        updated: stored.updated.max(stored.published),
        revision: stored.revision,
        image: picture(stored),
        author,
    }
}

/// The first picture with an address of its own, of a case that may be passed on.
fn picture(stored: &StoredCase) -> Option<Picture> {
    let case = stored.case.is_open().then_some(&stored.case)?;
    case.images.iter().find_map(|image| {
        let (url, media_type) = image.on_the_web()?;
        Some(Picture { url: url.to_owned(), media_type, alt: image.alt.clone() })
    })
}
