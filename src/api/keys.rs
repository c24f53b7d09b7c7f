//! The keys our actors sign and prove with.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    auth::Admin,
    error::Answer,
    extract::Named,
    list::{Page, time},
};
use crate::{
    app::keys,
    store::{Tx, actor_keys::ActorKey, actors::LocalActor},
};

/// A key that an actor of this instance shows.
#[derive(Debug, Serialize, ToSchema)]
pub struct Key {
    /// Its address.
    id: String,
    /// Uri of the actor.
    actor: String,
    /// `rsa` signs requests, `ed25519` makes integrity proofs.
    kind: &'static str,
    #[schema(format = DateTime)]
    created: String,
    /// When it was replaced; missing while it is in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    replaced: Option<String>,
    /// Until when a replaced key is listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    until: Option<String>,
}

impl From<ActorKey> for Key {
    fn from(key: ActorKey) -> Self {
        Key {
            kind: key.kind.id(),
            created: time(key.created_at),
            replaced: key.retired_at.map(time),
            until: key.until.map(time),
            id: key.id,
            actor: key.actor,
        }
    }
}

async fn of(tx: &mut Tx, actor: &LocalActor, now: i64) -> crate::app::Result<Vec<Key>> {
    Ok(keys::listed(tx, actor, now).await?.into_iter().map(Key::from).collect())
}

/// The keys that the actors of this instance show
#[utoipa::path(
    get, path = "/admin/keys", tag = "actors", operation_id = "listKeys",
    responses((status = 200, description = "By actor: those in use, and replaced ones in their overlap", body = Page<Key>))
)]
pub async fn list(admin: Admin) -> Answer<Page<Key>> {
    let mut tx = admin.read().await?;
    let mut items = Vec::new();
    for actor in keys::with_keys(&mut tx).await? {
        items.extend(of(&mut tx, &actor, admin.now).await?);
    }
    let total_items = items.len() as i64;
    Ok(Json(Page { items, next: None, total_items }))
}

/// Put new keys in the place of an actor's
#[utoipa::path(
    post, path = "/admin/keys/{handle}/rotate", tag = "actors", operation_id = "rotateKeys",
    params(("handle" = String, Path, description = "With or without `@`")),
    responses((
        status = 200,
        description = "The replaced keys and until when they are listed; followers are told",
        body = Page<Key>
    ))
)]
pub async fn rotate(admin: Admin, Named(handle): Named) -> Answer<Page<Key>> {
    let days = admin.state.config.federation.key_overlap_days;
    let (actor, _) = keys::rotate(&admin.state.db, &admin.who, &handle, days, admin.now).await?;
    admin.ring();
    let mut tx = admin.read().await?;
    let actor = keys::actor_of(&mut tx, &actor.handle).await?;
    let items = of(&mut tx, &actor, admin.now).await?;
    let total_items = items.len() as i64;
    Ok(Json(Page { items, next: None, total_items }))
}
