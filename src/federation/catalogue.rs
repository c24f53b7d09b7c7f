//! The catalogue of this network: each public case with the time and the fingerprint of what was
//! last told of it, so that others can compare and heal what they missed.

use super::context::Federation;
use crate::store::{
    Result, StoreError, activities,
    actors::LocalActor,
    cases,
    catalogue::{self, Entry},
};
use aws_lc_rs::digest;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

/// Entries of one page; about 150 bytes each.
pub const PAGE: i64 = 1_000;

/// What an object says, as one short text: SHA-256 of its JSON with the keys in the order they
/// came, without `@context` (which stands outside when the object is inside an activity) and
/// without `proof`.
pub fn fingerprint(object: &Value) -> String {
    let said = match object.as_object() {
        Some(fields) => {
            let own = |key: &str| !matches!(key, "@context" | "proof");
            let kept = fields.iter().filter(|(key, _)| own(key));
            Value::Object(kept.map(|(key, value)| (key.clone(), value.clone())).collect())
        }
        None => object.clone(),
    };
    let hash = digest::digest(&digest::SHA256, said.to_string().as_bytes());
    URL_SAFE_NO_PAD.encode(hash)
}

pub fn address(actor: &str) -> String {
    format!("{actor}/catalogue")
}

/// The collection itself.
pub fn collection(actor: &LocalActor, total: i64) -> Value {
    let whole = address(&actor.uri);
    json!({
        "@context": super::vocabulary::AS,
        "id": whole,
        "type": "OrderedCollection",
        "attributedTo": actor.uri,
        "totalItems": total,
        "first": format!("{whole}?page=1"),
    })
}

/// A page of it, in the order of the ids.
pub fn page(actor: &LocalActor, total: i64, after: Option<&str>, found: &[Entry]) -> Value {
    let whole = address(&actor.uri);
    let at = |uri: &str| {
        let uri: String = url::form_urlencoded::byte_serialize(uri.as_bytes()).collect();
        format!("{whole}?after={uri}")
    };
    let items = found.iter().map(|entry| {
        json!({
            "type": "Article",
            "id": entry.uri,
            "updated": crate::clock::rfc3339(entry.updated),
            "fingerprint": entry.fingerprint,
        })
    });
    let mut value = json!({
        "@context": [
            super::vocabulary::AS,
            { "fingerprint": format!("{}fingerprint", super::vocabulary::KONTOR) },
        ],
        "id": after.map_or_else(|| format!("{whole}?page=1"), at),
        "type": "OrderedCollectionPage",
        "partOf": whole,
        "attributedTo": actor.uri,
        "totalItems": total,
        "orderedItems": items.collect::<Vec<_>>(),
    });
    if let Some(last) = found.last().filter(|_| found.len() as i64 >= PAGE) {
        value["next"] = at(&last.uri).into();
    }
    value
}

/// Cases that were told before there was a catalogue get their entry. Returns how many did.
pub async fn complete(federation: &Federation) -> Result<usize> {
    const BATCH: i64 = 200;
    let mut done = 0;
    loop {
        let mut tx = federation.state.db.read().await?;
        let untold = catalogue::untold(&mut tx, BATCH).await?;
        drop(tx);
        if untold.is_empty() {
            return Ok(done);
        }
        let mut tx = federation.state.db.begin().await?;
        for uri in &untold {
            let Some(stored) = cases::by_uri(&mut tx, uri).await? else { continue };
            let mut said = None;
            for kind in ["Create", "Update"] {
                let found = activities::latest(&mut tx, &stored.actor, kind, uri).await?;
                said = said.into_iter().chain(found).max_by_key(|said| said.seq);
            }
            let Some(said) = said else { continue };
            let body: Value =
                serde_json::from_str(&said.body).map_err(|_| StoreError::Inconsistent {
                    table: "activity",
                    column: "body",
                    value: said.id.clone(),
                })?;
            let entry = Entry {
                uri: uri.clone(),
                updated: stored.updated,
                fingerprint: fingerprint(&body["object"]),
            };
            catalogue::tell(&mut tx, &entry).await?;
        }
        tx.commit().await?;
        done += untold.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_of_what_is_said_and_not_of_its_wrapping() {
        let object = json!({"id": "https://a.example/o/1", "name": "A", "lat": 52.0});
        let mut fetched = json!({"@context": "x"});
        for (key, value) in object.as_object().unwrap() {
            fetched[key] = value.clone();
        }
        fetched["proof"] = json!({});
        assert_eq!(fingerprint(&object), fingerprint(&fetched));
        let again: Value = serde_json::from_str(&object.to_string()).unwrap();
        assert_eq!(fingerprint(&object), fingerprint(&again));
        fetched["name"] = "B".into();
        assert_ne!(fingerprint(&object), fingerprint(&fetched));
        assert_eq!(fingerprint(&object).len(), 43);
    }
}
