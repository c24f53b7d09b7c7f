//! An instance comes into being: its origin and its actors.

use super::{Error, Result, new_id};
use crate::{
    config::Config,
    domain::vocabulary,
    store::{
        Db,
        actors::{self, ActorKind, LocalActor},
        settings,
    },
    urls::Urls,
};

/// What people call the network of these settings. The directory's short name stands for its own
/// network only, not for a renamed one; an instance without a name is called as the program is.
pub fn called(config: &Config) -> &str {
    let name = config.network_name();
    let known = vocabulary::network(&config.network.slug).map(|entry| (entry, entry.called()));
    let own = known.filter(|(entry, called)| entry.name == name || *called == name);
    own.map_or(name, |(_, called)| called)
}

/// What the configuration says about this instance.
#[derive(Clone, Debug)]
pub struct Plan {
    pub urls: Urls,
    /// Handle of the network's actor.
    pub slug: String,
    pub name: String,
    /// Plain text.
    pub description: String,
}

/// A key pair as it is stored: PKCS#8 DER in base64, and SPKI PEM.
#[derive(Clone, Debug)]
pub struct Keys {
    pub private: String,
    pub public: String,
}

/// The origin that ids were minted for, if the instance ever started.
pub async fn known_origin(db: &Db) -> Result<Option<String>> {
    let mut tx = db.read().await?;
    Ok(settings::get(&mut tx, settings::ORIGIN).await?)
}

/// The instance, its network and its case feed have actors, named as the configuration says.
///
/// # Errors
/// `Conflict` when the origin changed although others hold ids of the old one.
pub async fn prepare(
    db: &Db,
    plan: &Plan,
    now: i64,
    mut make_keys: impl FnMut() -> Keys,
) -> Result<Vec<LocalActor>> {
    let mut tx = db.begin().await?;
    let origin = plan.urls.origin();
    match settings::get(&mut tx, settings::ORIGIN).await? {
        Some(known) if known == origin => {}
        Some(known) => {
            if settings::ids_are_known_elsewhere(&mut tx).await? {
                return Err(Error::Conflict(format!(
                    "this database belongs to {known}, and other servers know it by that \
                     address; starting it as {origin} would break every link to it"
                )));
            }
            settings::move_origin(&mut tx, &known, origin).await?;
            settings::set(&mut tx, settings::ORIGIN, origin).await?;
        }
        None => settings::set(&mut tx, settings::ORIGIN, origin).await?,
    }
    let mut known = actors::built_in(&mut tx).await?;
    for (kind, handle, name, summary) in wanted(plan) {
        match known.iter_mut().find(|actor| actor.kind == kind) {
            Some(actor) => {
                if (&actor.handle, &actor.name, &actor.summary) != (&handle, &name, &summary) {
                    let holder = actors::by_handle(&mut tx, &handle).await?;
                    if holder.is_some_and(|holder| holder.id != actor.id) {
                        return Err(Error::Conflict(format!("the handle @{handle} is taken")));
                    }
                    actors::describe(&mut tx, &actor.id, &handle, &name, &summary, now).await?;
                    (actor.handle, actor.name, actor.summary) = (handle, name, summary);
                }
            }
            None => {
                let id = new_id(now);
                let Keys { private, public } = make_keys();
                let uri = plan.urls.actor(&id);
                let actor = LocalActor {
                    name,
                    summary,
                    private_key: private,
                    public_key: public,
                    ..LocalActor::new(id, uri, kind, &handle, now)
                };
                if !actors::insert(&mut tx, &actor).await? {
                    return Err(Error::Conflict(format!("the handle @{handle} is taken")));
                }
                known.push(actor);
            }
        }
    }
    tx.commit().await?;
    Ok(known)
}

fn wanted(plan: &Plan) -> [(ActorKind, String, String, String); 3] {
    let host = plan.urls.host().to_owned();
    let feed = format!("All case studies that {} publishes.", plan.name);
    [
        (ActorKind::Instance, host.clone(), host, String::new()),
        (ActorKind::Network, plan.slug.clone(), plan.name.clone(), plan.description.clone()),
        (ActorKind::CaseFeed, "cases".into(), format!("{}: case studies", plan.name), feed),
    ]
}
