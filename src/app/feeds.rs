//! Filters that others can follow: one for each value of a facet, and saved searches made public.

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
};
use crate::{
    domain::{
        event::Event,
        id::Handle,
        search::{
            CaseFilter, Facet, TermKind, city_label,
            feeds::{self, Named},
        },
        text::{clean_line, shorten},
        vocabulary,
    },
    i18n::Speech,
    store::{
        Db, Tx,
        actors::{self, ActorKind, LocalActor},
        events, search,
    },
    urls::Urls,
};

/// Longest name of a saved search, in characters.
const NAME_CHARS: usize = 100;

/// What people call a value of a facet.
pub fn label(t: &Speech, facet: Facet, value: &str) -> String {
    let term = |vocabulary| t.known_term(vocabulary, value).unwrap_or_else(|| value.to_owned());
    match facet {
        Facet::Topic => term("topic"),
        Facet::Country => term("country"),
        Facet::Language => term("language"),
        Facet::City => city_label(value),
        Facet::Sdg => {
            let goal = value.parse().ok().and_then(vocabulary::sdg);
            let label = goal.map(|goal| goal.label(t.tag())).unwrap_or_default();
            let number = value.parse::<i64>().unwrap_or_default();
            t.say2("filter-goal", "n", number, "label", label)
        }
        _ => value.to_owned(),
    }
}

/// The value a handle names, if there are cases with it: a filter without any is not made.
pub async fn value_named(tx: &mut Tx, handle: &str) -> Result<Option<(Facet, String)>> {
    match feeds::named(handle) {
        None => Ok(None),
        Some(Named::Value(facet, value)) => {
            let cases = search::count_of_in(tx, facet.kind(), &value).await?;
            Ok((cases > 0).then_some((facet, value)))
        }
        Some(Named::City { country }) => {
            let keys = search::values_from(tx, TermKind::City, &format!("{country}-")).await?;
            let key = keys.into_iter().find(|key| feeds::is_city(key, handle));
            Ok(key.map(|key| (Facet::City, key)))
        }
    }
}

/// The actor of one value of a facet, made if it is not there yet.
pub async fn make(
    db: &Db,
    urls: &Urls,
    t: &Speech,
    (facet, value): (Facet, &str),
    now: i64,
) -> Result<LocalActor> {
    let query = feeds::query_of(facet, value);
    let handle = feeds::handle_of(facet, value)
        .ok_or_else(|| Error::Invalid(format!("{value} cannot be followed")))?;
    let what = label(t, facet, value);
    let mut tx = db.begin().await?;
    if let Some(known) = actors::by_filter(&mut tx, &query).await? {
        return Ok(known);
    }
    let id = new_id(now);
    let uri = urls.actor(&id);
    let actor = LocalActor {
        name: t.say1("feed-name", "what", what.as_str()),
        summary: t.say1("feed-summary", "what", what.as_str()),
        filter: Some(query.clone()),
        ..LocalActor::new(id, uri, ActorKind::Filter, &handle, now)
    };
    if actors::insert(&mut tx, &actor).await? {
        tx.commit().await?;
        return Ok(actor);
    }
    // Somebody else looked it up at the same time.
    drop(tx);
    let mut tx = db.read().await?;
    let made = actors::by_filter(&mut tx, &query).await?;
    made.ok_or_else(|| Error::Conflict(format!("the handle @{handle} is taken")))
}

/// Makes a search public under a handle of its own.
///
/// # Errors
/// `Invalid` for a handle or a search that cannot be; `Conflict` when either is taken.
pub async fn publish_search(
    db: &Db,
    who: &Who,
    urls: &Urls,
    t: &Speech,
    wish: &SavedSearch<'_>,
    now: i64,
) -> Result<LocalActor> {
    let handle = Handle::parse(wish.handle.trim_start_matches('@'))
        .map_err(|error| Error::Invalid(error.to_string()))?;
    if feeds::is_reserved(handle.as_str()) {
        return Err(Error::Invalid(format!("the handle @{} is kept for filters", handle.as_str())));
    }
    let filter = CaseFilter::from_query(wish.query.trim_start_matches('?'));
    let filter = CaseFilter { sort: Default::default(), after: None, ..filter };
    if filter.is_everything() {
        return Err(Error::Invalid(
            "this search finds every case; @cases is the feed of all of this network's".into(),
        ));
    }
    if let Some((facet, value)) = feeds::single(&filter)
        && let Some(own) = feeds::handle_of(facet, &value)
    {
        return Err(Error::Conflict(format!("this search can be followed already, as @{own}")));
    }
    let name = shorten(clean_line(wish.name).trim(), NAME_CHARS);
    let name = if name.is_empty() { handle.as_str().to_owned() } else { name };
    let mut tx = db.begin().await?;
    if let Some(known) = actors::by_handle(&mut tx, handle.as_str()).await? {
        let state = if known.is_gone() { "was used before" } else { "is taken" };
        return Err(Error::Conflict(format!("the handle @{} {state}", known.handle)));
    }
    let id = new_id(now);
    let uri = urls.actor(&id);
    let actor = LocalActor {
        summary: t.say1("feed-summary", "what", name.as_str()),
        name,
        filter: Some(filter.to_query()),
        ..LocalActor::new(id, uri, ActorKind::Filter, handle.as_str(), now)
    };
    if !actors::insert(&mut tx, &actor).await? {
        return Err(Error::Conflict("this search can be followed already".into()));
    }
    actors::mark_saved(&mut tx, &actor.id).await?;
    record(&mut tx, who, "feed.published", &actor.handle, &filter.to_query(), now).await?;
    tx.commit().await?;
    Ok(actor)
}

/// A search to be made public.
#[derive(Clone, Debug)]
pub struct SavedSearch<'a> {
    /// With or without `@`.
    pub handle: &'a str,
    /// As in the address of a list of cases, with or without `?`.
    pub query: &'a str,
    /// What people read; the handle when it is empty.
    pub name: &'a str,
}

/// Ends a saved search: its followers are told, its handle is not given again.
///
/// # Errors
/// `NotFound` when there is no such saved search.
pub async fn end_search(db: &Db, who: &Who, handle: &str, now: i64) -> Result<LocalActor> {
    let mut tx = db.begin().await?;
    let handle = handle.trim_start_matches('@');
    let found = actors::by_handle(&mut tx, handle).await?;
    let actor = found
        .filter(|actor| actor.kind == ActorKind::Filter && !actor.is_gone())
        .ok_or_else(|| Error::NotFound(format!("saved search @{handle}")))?;
    actors::end(&mut tx, &actor.id, now).await?;
    record(&mut tx, who, "feed.ended", &actor.handle, "", now).await?;
    events::append(&mut tx, &Event::ActorEnded { id: actor.uri.clone() }, now).await?;
    tx.commit().await?;
    Ok(actor)
}
