//! Outbox, followers, following, featured, and what hangs on an object, as paged collections.

use super::{Asked, Unanswered, activity_bytes, objects};
use crate::{
    domain::search::CaseFilter,
    federation::{catalogue as manifest, context::Federation, filters, proof, vocabulary::AS},
    store::{
        self, activities,
        actors::{ActorKind, LocalActor},
        cases, comments, follows, people, reactions, search,
    },
    urls,
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use serde::Deserialize;
use serde_json::{Value, json};

/// What is made when it is asked for is proven anew each hour: in between it keeps its ETag.
pub fn proven_at(federation: &Federation) -> i64 {
    federation.now() / 3_600_000 * 3_600_000
}

/// Which page is asked for; none is the collection itself.
#[derive(Deserialize, Default)]
pub struct Page {
    /// Any value: the first page.
    page: Option<String>,
    /// Outbox: activities before this place in the log.
    before: Option<i64>,
    /// Followers and following: uris after this one. A filter's outbox: the cursor of its search.
    /// Answers: numbers after this one.
    after: Option<String>,
}

impl Page {
    fn is_asked(&self) -> bool {
        self.page.is_some() || self.before.is_some() || self.after.is_some()
    }

    /// `after` where it counts; 0 for the first page, none for anything else.
    fn number(&self) -> Option<i64> {
        match &self.after {
            None => Some(0),
            Some(text) => text.parse().ok().filter(|number| *number >= 0),
        }
    }
}

fn collection(id: &str, total: i64, first: Option<String>) -> Value {
    let mut value = json!({
        "@context": AS,
        "id": id,
        "type": "OrderedCollection",
        "totalItems": total,
    });
    match first {
        Some(first) => value["first"] = first.into(),
        None => value["orderedItems"] = json!([]),
    }
    value
}

fn page(id: &str, part_of: &str, total: i64, items: Vec<Value>, next: Option<String>) -> Value {
    let mut value = json!({
        "@context": AS,
        "id": id,
        "type": "OrderedCollectionPage",
        "partOf": part_of,
        "totalItems": total,
    });
    if let Some(next) = next {
        value["next"] = next.into();
    }
    value["orderedItems"] = items.into();
    value
}

/// `GET /a/{id}/outbox`: what the actor said in public, newest first, in pages bounded by number
/// and by size.
pub async fn outbox(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    Query(asked): Query<Page>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let actor = objects::find(&federation, &id).await?;
    let whole = urls::outbox(&actor.uri);
    if actor.kind == ActorKind::Filter {
        return filtered(&federation, &actor, &asked, &headers).await;
    }
    let mut tx = federation.state.db.read().await?;
    let total = activities::outbox_count(&mut tx, &actor.uri).await?;
    if !asked.is_asked() {
        let first = (total > 0).then(|| format!("{whole}?page=1"));
        return Ok(activity_bytes(&headers, collection(&whole, total, first).to_string()));
    }
    let limits = &federation.state.config.limits;
    let before = asked.before.unwrap_or(i64::MAX);
    let most = i64::try_from(limits.collection_page_items).unwrap_or(50);
    let found = activities::outbox(&mut tx, &actor.uri, before, most + 1).await?;
    let mut body = String::new();
    let (mut taken, mut last) = (0, None);
    for said in found.iter().take(limits.collection_page_items) {
        // One item always fits, or a page would be empty and never end.
        if taken > 0 && body.len() + said.body.len() > limits.collection_page_bytes {
            break;
        }
        if taken > 0 {
            body.push(',');
        }
        body.push_str(&said.body);
        (taken, last) = (taken + 1, Some(said.seq));
    }
    let next = match last {
        Some(last) if taken < found.len() => Some(format!("{whole}?before={last}")),
        _ => None,
    };
    let here = match asked.before {
        Some(before) => format!("{whole}?before={before}"),
        None => format!("{whole}?page=1"),
    };
    // The items go in as the exact bytes that were sent.
    let frame = page(&here, &whole, total, Vec::new(), next).to_string();
    let frame = frame.strip_suffix("[]}").unwrap_or(&frame);
    Ok(activity_bytes(&headers, format!("{frame}[{body}]}}")))
}

/// The outbox of a filter is its search: all cases there are now, newest first, whether they
/// came before it had followers or after.
async fn filtered(
    federation: &Federation,
    actor: &LocalActor,
    asked: &Page,
    headers: &HeaderMap,
) -> Result<Response, Unanswered> {
    let whole = urls::outbox(&actor.uri);
    let filter = CaseFilter { after: asked.after.clone(), ..filters::search_of(actor) };
    let most = federation.state.config.limits.collection_page_items.max(1);
    let most = i64::try_from(most).unwrap_or(50);
    let found = search::find(&federation.state.db, &filter, most).await?;
    if !asked.is_asked() {
        let first = (found.total > 0).then(|| format!("{whole}?page=1"));
        return Ok(activity_bytes(headers, collection(&whole, found.total, first).to_string()));
    }
    let at = |cursor: &str| {
        let cursor: String = url::form_urlencoded::byte_serialize(cursor.as_bytes()).collect();
        format!("{whole}?after={cursor}")
    };
    let here = asked.after.as_deref().map_or_else(|| format!("{whole}?page=1"), at);
    let keys = federation.keys(&actor.uri).await?;
    let hour = proven_at(federation);
    let items = found.cases.iter().map(|stored| {
        let id = filters::announcement_id(&actor.uri, &stored.id);
        proof::prove(filters::announcement(&actor.uri, stored, &id), &keys.prover, hour)
    });
    let next = found.next.as_deref().map(at);
    let value = page(&here, &whole, found.total, items.collect(), next);
    Ok(activity_bytes(headers, value.to_string()))
}

/// `GET /a/{id}/followers`: how many. Who they are is not told: membership may put people at
/// risk (DOMAIN.md 1.13).
pub async fn followers(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    Query(asked): Query<Page>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let actor = objects::find(&federation, &id).await?;
    let whole = urls::followers(&actor.uri);
    let mut tx = federation.state.db.read().await?;
    let total = follows::count_followers(&mut tx, &actor.uri).await?;
    let value = if asked.is_asked() {
        page(&format!("{whole}?page=1"), &whole, total, Vec::new(), None)
    } else {
        collection(&whole, total, Some(format!("{whole}?page=1")))
    };
    Ok(activity_bytes(&headers, value.to_string()))
}

/// `GET /a/{id}/following`: the partners of a network are public.
pub async fn following(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    Query(asked): Query<Page>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let actor = objects::find(&federation, &id).await?;
    let whole = urls::following(&actor.uri);
    let mut tx = federation.state.db.read().await?;
    let total = follows::count_targets(&mut tx, &actor.uri).await?;
    if !asked.is_asked() {
        let first = Some(format!("{whole}?page=1"));
        return Ok(activity_bytes(&headers, collection(&whole, total, first).to_string()));
    }
    let most = i64::try_from(federation.state.config.limits.collection_page_items).unwrap_or(50);
    let after = asked.after.unwrap_or_default();
    let mut found = follows::targets(&mut tx, &actor.uri, &after, most + 1).await?;
    let more = found.len() as i64 > most;
    found.truncate(most as usize);
    let at = |uri: &str| {
        let uri: String = url::form_urlencoded::byte_serialize(uri.as_bytes()).collect();
        format!("{whole}?after={uri}")
    };
    let next = found.last().filter(|_| more).map(|last| at(last));
    let here = if after.is_empty() { format!("{whole}?page=1") } else { at(&after) };
    let items = found.into_iter().map(Value::String).collect();
    Ok(activity_bytes(&headers, page(&here, &whole, total, items, next).to_string()))
}

/// `GET /a/{id}/catalogue`: every public case of the network with the fingerprint of what was
/// told of it, for those who hold copies.
pub async fn catalogue(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    Query(asked): Query<Page>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let actor = objects::find(&federation, &id).await?;
    if actor.kind != ActorKind::Network {
        return Err(Unanswered::NotFound);
    }
    let mut tx = federation.state.db.read().await?;
    let total = store::catalogue::count(&mut tx).await?;
    if !asked.is_asked() {
        let value = manifest::collection(&actor, total);
        return Ok(activity_bytes(&headers, value.to_string()));
    }
    let after = asked.after.as_deref();
    let found = store::catalogue::page(&mut tx, after.unwrap_or_default(), manifest::PAGE).await?;
    drop(tx);
    let value = manifest::page(&actor, total, after, &found);
    let keys = federation.keys(&actor.uri).await?;
    let value = proof::prove(value, &keys.prover, proven_at(&federation));
    Ok(activity_bytes(&headers, value.to_string()))
}

/// Cases shown at the top of a profile on other servers.
const FEATURED: i64 = 5;

/// `GET /a/{id}/featured`: what the network chose to show first, then its newest cases; Mastodon
/// shows them as pinned.
pub async fn featured(
    State(federation): State<Federation>,
    Path(id): Path<String>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let actor = objects::find(&federation, &id).await?;
    let whole = urls::featured(&actor.uri);
    let items = if actor.kind == ActorKind::Network {
        let mut tx = federation.state.db.read().await?;
        let mut items = people::featured(&mut tx, &actor.uri, FEATURED).await?;
        // Beside what the network chose, its newest.
        for newest in cases::newest_local(&mut tx, FEATURED).await? {
            if items.len() < FEATURED as usize && !items.contains(&newest) {
                items.push(newest);
            }
        }
        items
    } else {
        Vec::new()
    };
    let mut value = collection(&whole, items.len() as i64, None);
    value["orderedItems"] = items.into();
    Ok(activity_bytes(&headers, value.to_string()))
}

/// `GET /o/{id}/replies|likes|shares|context`: real collections of an existing object of ours.
pub async fn of_object(
    State(federation): State<Federation>,
    Path((id, part)): Path<(String, String)>,
    Query(asked): Query<Page>,
    Asked(headers): Asked,
) -> Result<Response, Unanswered> {
    let uri = federation.state.urls.object(&id);
    let mut tx = federation.state.db.read().await?;
    let stored = cases::by_uri(&mut tx, &uri).await?;
    let author = match stored.filter(|stored| stored.local && stored.is_shown()) {
        Some(stored) => stored.actor,
        None => {
            let note = comments::find(&mut tx, &uri).await?;
            // A thread's context is the collection of its case.
            let note = note.filter(|note| note.local && note.is_shown() && part != "context");
            note.ok_or(Unanswered::NotFound)?.actor
        }
    };
    let whole = format!("{uri}/{part}");
    let total = match part.as_str() {
        "likes" => reactions::count(&mut tx, "Like", &uri).await?,
        "shares" => reactions::count(&mut tx, "Announce", &uri).await?,
        "replies" => comments::count_replies(&mut tx, &uri).await?,
        "context" => comments::count_of_case(&mut tx, &uri).await? + 1,
        _ => return Err(Unanswered::NotFound),
    };
    if matches!(part.as_str(), "likes" | "shares") {
        return Ok(activity_bytes(&headers, counted(&whole, total).to_string()));
    }
    if !asked.is_asked() {
        let first = (total > 0).then(|| format!("{whole}?page=1"));
        let mut value = collection(&whole, total, first);
        value["attributedTo"] = author.into();
        return Ok(activity_bytes(&headers, value.to_string()));
    }
    let after = asked.number().ok_or(Unanswered::BadRequest("after is a number"))?;
    let most = federation.state.config.limits.collection_page_items;
    let limit = most as i64 + 1;
    let mut found = match part.as_str() {
        "replies" => comments::replies(&mut tx, &uri, after, limit).await?,
        _ => comments::in_context(&mut tx, &uri, after, limit).await?,
    };
    let more = found.len() > most;
    found.truncate(most);
    let next = found.last().filter(|_| more).map(|(num, _)| format!("{whole}?after={num}"));
    let here = match after {
        0 => format!("{whole}?page=1"),
        after => format!("{whole}?after={after}"),
    };
    // A conversation begins with what it is about.
    let opening = (part == "context" && after == 0).then(|| uri.clone());
    let items = opening.into_iter().chain(found.into_iter().map(|(_, uri)| uri));
    let items = items.map(Value::String).collect();
    Ok(activity_bytes(&headers, page(&here, &whole, total, items, next).to_string()))
}

/// How many, without naming who.
fn counted(id: &str, total: i64) -> Value {
    json!({ "@context": AS, "id": id, "type": "Collection", "totalItems": total })
}
