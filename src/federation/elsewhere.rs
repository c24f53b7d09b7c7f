//! Looks up an account on another server that somebody here named: by its address or its id, and what
//! its document says at this moment.

use super::{
    context::{Federation, Inner},
    object::{id_of, is_address},
    resolve::ResolveError,
};
use crate::{
    domain::elsewhere::{Elsewhere, Lost, name_and_host},
    state::Scout,
    store::remote_actors::RemoteActor,
};
use serde_json::Value;
use std::sync::{Arc, Weak};

/// Old accounts of an account that are read at most.
const MOST_KNOWN: usize = 100;

/// Lets pages look accounts up. What asks holds the federation only while it asks.
pub fn answer(scout: &Scout, inner: &Arc<Inner>) {
    let inner: Weak<Inner> = Arc::downgrade(inner);
    scout.connect(Box::new(move |typed| {
        let inner = inner.upgrade();
        Box::pin(async move {
            let federation = Federation::from(inner.ok_or(Lost::Silent)?);
            found(&federation, &typed).await
        })
    }));
}

async fn found(federation: &Federation, typed: &str) -> Result<Elsewhere, Lost> {
    let typed = typed.trim();
    let actor = match name_and_host(typed) {
        Some((_, host)) if host.eq_ignore_ascii_case(federation.state.urls.host()) => {
            return Err(Lost::Here);
        }
        Some((name, host)) => federation.by_handle(name, host).await.map_err(lost)?,
        None if federation.state.urls.is_ours(typed) => return Err(Lost::Here),
        None if is_address(typed) => federation.fetch_actor(typed).await.map_err(lost)?,
        None => return Err(Lost::Nobody),
    };
    described(federation, actor).await
}

/// Read anew: what it names may have been written a moment ago.
async fn described(federation: &Federation, actor: RemoteActor) -> Result<Elsewhere, Lost> {
    let url = federation.client.url(&actor.uri).map_err(|error| lost(error.into()))?;
    let signer = federation.fetcher().await.map_err(|error| lost(error.into()))?;
    let asked = federation.client.get_object(&url, Some(signer.at(federation.now()))).await;
    let document = asked.map_err(|error| lost(error.into()))?.value;
    let known_as = match document.get("alsoKnownAs") {
        Some(Value::Array(several)) => several.iter().take(MOST_KNOWN).filter_map(id_of).collect(),
        Some(one) => id_of(one).into_iter().collect(),
        None => Vec::new(),
    };
    let has_moved = document.get("movedTo").and_then(id_of).is_some_and(|to| !to.is_empty());
    let address = format!("@{}@{}", actor.handle, actor.host);
    Ok(Elsewhere { uri: actor.uri, address, known_as, has_moved })
}

fn lost(error: ResolveError) -> Lost {
    tracing::debug!(%error, "an account that somebody named was not found");
    match error.is_temporary() {
        true => Lost::Silent,
        false => Lost::Nobody,
    }
}
