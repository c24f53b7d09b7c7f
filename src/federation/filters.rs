//! Filters as actors: made when first looked up, announcing what fits, listing what is there.

use super::{activity, context::Federation, proof};
use crate::{
    app::{self, feeds, new_id},
    domain::search::{CaseFilter, Facet, Sort, case_terms, feeds as handles},
    i18n::{Locale, Speech},
    store::{
        Result, StoreError, Tx,
        activities::{self, Audience, NewActivity},
        actors::{self, ActorKind, LocalActor},
        cases::StoredCase,
    },
    urls,
};
use serde_json::{Value, json};
use std::collections::HashSet;

impl Federation {
    /// The living actor with this handle, whatever its spelling; a filter's is made when it is
    /// first asked for and there are cases for it.
    pub async fn actor_named(&self, handle: &str) -> Result<Option<LocalActor>> {
        let mut tx = self.state.db.read().await?;
        let known = actors::by_handle(&mut tx, handle).await?;
        if let Some(known) = known {
            return match known.is_gone() {
                false => self.keyed(known).await.map(Some),
                true => Ok(None),
            };
        }
        let Some((facet, value)) = store_only(feeds::value_named(&mut tx, handle).await)? else {
            return Ok(None);
        };
        // A city written in its own letters has its actor under a handle that is not.
        if let Some(known) = actors::by_filter(&mut tx, &handles::query_of(facet, &value)).await? {
            return self.keyed(known).await.map(Some);
        }
        drop(tx);
        let (state, now) = (&self.state, self.now());
        let speech = self.own_speech();
        let made = feeds::make(&state.db, &state.urls, &speech, (facet, &value), now).await;
        match store_only(made.map(Some))? {
            Some(actor) => self.keyed(actor).await.map(Some),
            None => Ok(None),
        }
    }

    /// The living actor whose id or page this is.
    pub async fn actor_at(&self, address: &str) -> Result<Option<LocalActor>> {
        if let Some(actor) = self.local_actor(address).await? {
            return Ok(Some(actor));
        }
        let urls = &self.state.urls;
        if let Some(actor) = self.built_in_at(address) {
            return Ok(Some(actor.clone()));
        }
        let Some(path) = address.strip_prefix(urls.origin()) else { return Ok(None) };
        if let Some(handle) = path.strip_prefix("/@") {
            return self.actor_named(handle).await;
        }
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        if let Some((facet, value)) = urls::behind(path) {
            return self.of_value(facet, &value).await;
        }
        match path {
            "/cases" => self.searching(CaseFilter::from_query(query)).await,
            _ => Ok(None),
        }
    }

    /// The actor of a search: the case feed for all cases, that of a value, or that of a search
    /// somebody made public. None for any other: the whole feed is not what was asked for.
    async fn searching(&self, filter: CaseFilter) -> Result<Option<LocalActor>> {
        if filter.is_everything() {
            return Ok(Some(self.actor(ActorKind::CaseFeed).clone()));
        }
        if let Some((facet, value)) = handles::single(&filter) {
            return self.of_value(facet, &value).await;
        }
        // An order or a page of it is the same search.
        let filter = CaseFilter { sort: Sort::default(), after: None, ..filter };
        let mut tx = self.state.db.read().await?;
        match actors::by_filter(&mut tx, &filter.to_query()).await? {
            Some(actor) => self.keyed(actor).await.map(Some),
            None => Ok(None),
        }
    }

    /// The actor of one value of a facet, if it can be followed and there is a case with it.
    async fn of_value(&self, facet: Facet, value: &str) -> Result<Option<LocalActor>> {
        match handles::handle_of(facet, value) {
            Some(handle) => self.actor_named(&handle).await,
            None => Ok(None),
        }
    }

    /// In the language the instance is written in.
    fn own_speech(&self) -> Speech {
        let locale = Locale::from_tag(&self.state.config.network.language).unwrap_or(Locale::En);
        Speech::new(self.state.texts.clone(), locale)
    }
}

/// A name that cannot be is no actor; only the store's own trouble is trouble.
fn store_only<T>(outcome: app::Result<Option<T>>) -> Result<Option<T>> {
    match outcome {
        Ok(found) => Ok(found),
        Err(app::Error::Store(error)) => Err(error),
        Err(_) => Ok(None),
    }
}

/// The search of a filter's actor.
pub fn search_of(actor: &LocalActor) -> CaseFilter {
    CaseFilter::from_query(actor.filter.as_deref().unwrap_or_default())
}

/// The id under which `actor` announces a case.
pub fn announcement_id(actor: &str, case: &str) -> String {
    format!("{actor}/announces/{case}")
}

/// The announcement itself: as it is sent, listed and served.
pub fn announcement(actor: &str, case: &StoredCase, id: &str) -> Value {
    activity::announce(id, actor, json!(case.uri), case.published, &[&case.actor])
}

/// A case came, or changed: the followed filters it fits announce it, once; those it does not fit
/// any more take their announcement back.
pub async fn case_changed(
    federation: &Federation,
    tx: &mut Tx,
    stored: &StoredCase,
    now: i64,
) -> Result<()> {
    let followed = actors::followed_filters(tx).await?;
    if followed.is_empty() {
        return Ok(());
    }
    let standing = activities::standing_announcements(tx, &stored.uri, FILTER).await?;
    let mut own: HashSet<String> = HashSet::new();
    if stored.is_shown() {
        own = case_terms(&stored.case)
            .into_iter()
            .filter_map(|(kind, value)| {
                let facet = handles::FOLLOWABLE.iter().find(|facet| facet.kind() == kind)?;
                Some(handles::query_of(*facet, &value))
            })
            .collect();
    }
    for filter in &followed {
        let fits = match filter.saved {
            true => {
                stored.is_shown() && CaseFilter::from_query(&filter.filter).matches(&stored.case)
            }
            false => own.contains(&filter.filter),
        };
        let told = standing.iter().any(|(actor, _)| *actor == filter.uri);
        if fits && !told {
            announce(federation, tx, &filter.uri, stored, now).await?;
        }
        if !fits {
            for (actor, id) in standing.iter().filter(|(actor, _)| *actor == filter.uri) {
                take_back(federation, tx, actor, id, now).await?;
            }
        }
    }
    Ok(())
}

const FILTER: &str = "filter";

/// A partner's case is gone: its author says so to those who follow the author; our filters'
/// followers hear it from the filters.
pub async fn case_gone(federation: &Federation, tx: &mut Tx, uri: &str, now: i64) -> Result<()> {
    for (actor, id) in activities::standing_announcements(tx, uri, FILTER).await? {
        take_back(federation, tx, &actor, &id, now).await?;
    }
    Ok(())
}

async fn announce(
    federation: &Federation,
    tx: &mut Tx,
    actor: &str,
    stored: &StoredCase,
    now: i64,
) -> Result<()> {
    let mut id = announcement_id(actor, &stored.id);
    if activities::by_id(tx, &id).await?.is_some() {
        // Said and taken back before; receivers remember that id as undone.
        id = format!("{id}-{}", new_id(now));
    }
    let new = NewActivity {
        body: announcement(actor, stored, &id).to_string(),
        id,
        actor: actor.to_owned(),
        kind: "Announce".into(),
        object: stored.uri.clone(),
        audience: Audience::Followers,
        listed: false,
        targets: Vec::new(),
    };
    proof::append(federation, tx, &new, now).await?;
    Ok(())
}

async fn take_back(
    federation: &Federation,
    tx: &mut Tx,
    actor: &str,
    announced: &str,
    now: i64,
) -> Result<()> {
    let Some(said) = activities::by_id(tx, announced).await? else { return Ok(()) };
    let undone = json!({
        "id": announced,
        "type": "Announce",
        "actor": actor,
        "object": said.object,
    });
    let id = federation.state.urls.activity(&new_id(now));
    let followers = urls::followers(actor);
    let new = NewActivity {
        body: activity::undo(&id, actor, undone, &[&followers]).to_string(),
        id,
        actor: actor.to_owned(),
        kind: "Undo".into(),
        object: announced.to_owned(),
        audience: Audience::Followers,
        listed: false,
        targets: Vec::new(),
    };
    proof::append(federation, tx, &new, now).await?;
    Ok(())
}

/// An actor of ours ended: its followers are told with a Delete of itself.
pub async fn ended(federation: &Federation, tx: &mut Tx, uri: &str, now: i64) -> Result<()> {
    let Some(actor) = actors::by_uri(tx, uri).await? else { return Ok(()) };
    if actor.kind.is_built_in() {
        return Ok(());
    }
    let id = federation.state.urls.activity(&new_id(now));
    let body = json!({
        "@context": super::vocabulary::AS,
        "id": id,
        "type": "Delete",
        "actor": uri,
        "to": [super::vocabulary::PUBLIC],
        "cc": [urls::followers(uri)],
        "object": uri,
    });
    let new = NewActivity {
        id,
        actor: uri.to_owned(),
        kind: "Delete".into(),
        object: uri.to_owned(),
        body: body.to_string(),
        audience: Audience::Followers,
        listed: false,
        targets: Vec::new(),
    };
    proof::append(federation, tx, &new, now).await?;
    Ok(())
}

/// Whether an announcement's id leads to a case this filter shows, and which.
pub async fn announced(
    tx: &mut Tx,
    actor: &LocalActor,
    case: &str,
) -> std::result::Result<Option<Value>, StoreError> {
    // A ULID, perhaps with what tells a second announcement apart.
    let Some(id) = case.get(..26) else { return Ok(None) };
    let stored = crate::store::cases::by_id(tx, id).await?;
    Ok(stored
        .filter(|stored| stored.is_shown() && search_of(actor).matches(&stored.case))
        .map(|stored| announcement(&actor.uri, &stored, &announcement_id(&actor.uri, case))))
}
