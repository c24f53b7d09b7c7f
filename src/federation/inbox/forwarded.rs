//! Activities that come by way of a third server (ActivityPub 7.1.2, relays): believed by their
//! own proof, else nothing of them is used but the id of the object, which its origin is asked
//! for.

use super::gate::Turned;
use crate::{
    federation::{
        context::Federation,
        object::{id_of, same_origin},
        proof::ProofError,
        resolve::ResolveError,
    },
    store::inbox::Arrival,
};
use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

/// How far a forwarded activity is trusted.
pub enum Trust {
    /// Its actor proves to have said it.
    Proven,
    /// The object with this id is fetched from its origin, which is the actor's.
    Named(String),
    None,
}

/// Whether activities of this kind are passed on at all. What is between two actors (Follow,
/// Accept, Block, Flag …) comes from its actor or not at all: passed on it could only be a replay.
pub fn may_be(kind: &str) -> bool {
    matches!(kind, "Create" | "Update" | "Delete" | "Announce" | "Like" | "Undo" | "Add" | "Remove")
}

/// Judges what another actor than its own has sent.
///
/// # Errors
/// When the key of its proof cannot be had at this moment: the sender is to come back.
pub async fn trust(federation: &Federation, arrival: &Arrival) -> Result<Trust, Turned> {
    let Ok(activity) = serde_json::from_str::<Value>(&arrival.body) else { return Ok(Trust::None) };
    let why = match federation.proven(&activity, &arrival.actor).await {
        Ok(()) => return Ok(Trust::Proven),
        Err(ProofError::Key(ResolveError::Store(error))) => {
            tracing::error!(%error, "the key of a proof could not be looked up");
            return Err(Turned::Busy(30));
        }
        Err(why) => why,
    };
    let actor = arrival.actor.as_str();
    let object = activity.get("object").and_then(id_of);
    let object = object.filter(|object| same_origin(object, actor));
    tracing::debug!(activity = arrival.id, %why, "a forwarded activity is not believed by its proof");
    if let Some(object) = object
        && matches!(arrival.kind.as_str(), "Create" | "Update")
    {
        return Ok(Trust::Named(object));
    }
    match why {
        ProofError::Key(error) if error.is_temporary() => {
            Err(Turned::NoKeyNow("of its proof".into(), error.to_string(), 60))
        }
        _ => Ok(Trust::None),
    }
}

/// Leaves of an activity what names its object. Its id in the inbox becomes another one: whoever
/// forwards an id first must not keep the actor's own activity from having its effect.
pub fn reduce(arrival: &mut Arrival, object: &str) {
    let hash = digest(&SHA256, object.as_bytes());
    let mark = URL_SAFE_NO_PAD.encode(&hash.as_ref()[..12]);
    arrival.body = json!({
        "id": arrival.id,
        "type": arrival.kind,
        "actor": arrival.actor,
        "object": object,
    })
    .to_string();
    arrival.id = format!("{}#forwarded-{mark}", arrival.id);
}
