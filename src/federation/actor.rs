//! Actors on the wire: ours as they are served, others' as they are read.

use super::{
    object::{host_of, is_address, same_origin, text_of},
    vocabulary::actor_context,
};
use crate::{
    clock::rfc3339,
    domain::text::{clean_line, shorten},
    html,
    store::{
        actors::{ActorKind, LocalActor},
        remote_actors::RemoteActor,
    },
    urls::{self, Urls},
};
use activitypub_federation::protocol::{context::WithContext, public_key::PublicKey};
use serde::Serialize;
use serde_json::{Value, json};
use url::Url;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Actor {
    id: String,
    r#type: &'static str,
    preferred_username: String,
    name: String,
    summary: String,
    url: String,
    inbox: String,
    outbox: String,
    followers: String,
    following: String,
    featured: String,
    endpoints: Endpoints,
    public_key: PublicKey,
    manually_approves_followers: bool,
    discoverable: bool,
    indexable: bool,
    published: String,
    also_known_as: Vec<String>,
    attachment: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    implements: Vec<Value>,
    /// Sibling actors, so that whoever finds one finds all.
    #[serde(skip_serializing_if = "Option::is_none")]
    generator: Option<Value>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Endpoints {
    shared_inbox: String,
}

/// What an actor's document says beside the actor itself.
pub struct Framing<'a> {
    pub urls: &'a Urls,
    /// Uri of the instance actor.
    pub instance: &'a str,
    /// The network's web site, or nothing.
    pub website: &'a str,
    pub approves_followers: bool,
}

/// The ActivityStreams type of an actor of ours.
pub fn wire_type(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Instance => "Application",
        ActorKind::Network => "Organization",
        ActorKind::CaseFeed | ActorKind::Filter => "Group",
        ActorKind::Person => "Person",
    }
}

/// The page about an actor of ours; for a filter, the list of what it finds.
pub fn page_of(urls: &Urls, actor: &LocalActor) -> String {
    match actor.kind {
        ActorKind::Instance => urls.home(),
        ActorKind::Network => urls.network_page(&actor.handle),
        ActorKind::CaseFeed => urls.absolute("/cases"),
        ActorKind::Filter => {
            urls.absolute(&format!("/cases?{}", actor.filter.as_deref().unwrap_or_default()))
        }
        ActorKind::Person => urls.absolute(&format!("/@{}", actor.handle)),
    }
}

/// One of our actors as other servers read it.
pub fn to_actor(actor: &LocalActor, framing: &Framing) -> Value {
    let LocalActor {
        id: _,
        uri,
        kind,
        handle,
        name,
        summary,
        private_key: _,
        public_key,
        created_at,
        updated_at: _,
        filter: _,
        profile: _,
        gone_at: _,
    } = actor;
    let is_instance = *kind == ActorKind::Instance;
    let page = page_of(framing.urls, actor);
    let mut attachment = Vec::new();
    if *kind == ActorKind::Network && !framing.website.is_empty() {
        attachment.push(json!({
            "type": "PropertyValue",
            "name": "Website",
            "value": linked(framing.website),
        }));
    }
    let document = Actor {
        id: uri.clone(),
        r#type: wire_type(*kind),
        preferred_username: handle.clone(),
        name: name.clone(),
        summary: if summary.is_empty() {
            String::new()
        } else {
            super::article::paragraph(summary)
        },
        url: page,
        inbox: urls::inbox(uri),
        outbox: urls::outbox(uri),
        followers: urls::followers(uri),
        following: urls::following(uri),
        featured: urls::featured(uri),
        endpoints: Endpoints { shared_inbox: framing.urls.shared_inbox() },
        public_key: PublicKey {
            id: urls::key_id(uri),
            owner: Url::parse(uri).expect("our own ids are addresses"),
            public_key_pem: public_key.clone(),
        },
        manually_approves_followers: framing.approves_followers,
        discoverable: !is_instance,
        indexable: !is_instance,
        published: rfc3339(*created_at),
        also_known_as: Vec::new(),
        attachment,
        // FEP-844e: what this server can do, on its application actor.
        implements: if is_instance {
            vec![json!({
                "name": "ActivityPub case studies (Kontor)",
                "href": super::vocabulary::KONTOR,
            })]
        } else {
            Vec::new()
        },
        generator: (!is_instance).then(|| json!({ "type": "Application", "id": framing.instance })),
    };
    serde_json::to_value(WithContext::new(document, actor_context()))
        .expect("an actor has only strings for keys")
}

fn linked(address: &str) -> String {
    let shown = address.split_once("//").map_or(address, |(_, rest)| rest).trim_end_matches('/');
    let (address, shown) = (super::article::escaped(address), super::article::escaped(shown));
    format!("<a href=\"{address}\" rel=\"me nofollow noopener\">{shown}</a>")
}

/// Why a document is no actor we can talk to.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NoActor {
    #[error("{0} is not an actor: it has no {1}")]
    Missing(String, &'static str),
    #[error("the {1} of {0} is on another server")]
    Elsewhere(String, &'static str),
}

/// Reads an actor document that stands at `uri`. Inbox, outbox and key must be of its own origin
/// (FEP-fe34): what an actor names is asked and believed in its name.
pub fn from_actor(value: &Value, uri: &str, now: i64) -> Result<RemoteActor, NoActor> {
    let missing = |what| NoActor::Missing(uri.to_owned(), what);
    let own = |address: String, what| {
        if same_origin(&address, uri) {
            Ok(address)
        } else {
            Err(NoActor::Elsewhere(uri.to_owned(), what))
        }
    };
    let address = |value: Option<&Value>| {
        value.and_then(Value::as_str).filter(|text| is_address(text)).map(str::to_owned)
    };
    let inbox = address(value.get("inbox")).ok_or_else(|| missing("inbox"))?;
    let inbox = own(inbox, "inbox")?;
    let key = public_key(value).ok_or_else(|| missing("publicKey"))?;
    let key_id = key.get("id").and_then(Value::as_str).ok_or_else(|| missing("publicKey.id"))?;
    let pem = key
        .get("publicKeyPem")
        .and_then(Value::as_str)
        .filter(|pem| pem.len() <= 16_384)
        .ok_or_else(|| missing("publicKey.publicKeyPem"))?;
    if key.get("owner").and_then(Value::as_str).is_some_and(|owner| owner != uri) {
        return Err(NoActor::Elsewhere(uri.to_owned(), "key's owner"));
    }
    let key_id = own(key_id.to_owned(), "key")?;
    let line = |name: &str, most| {
        let text = text_of(value, name).unwrap_or_default();
        shorten(&clean_line(&html::to_plain(&text)), most)
    };
    let shared = address(value.get("endpoints").and_then(|ends| ends.get("sharedInbox")));
    let outbox = address(value.get("outbox"));
    Ok(RemoteActor {
        uri: uri.to_owned(),
        host: host_of(uri).ok_or_else(|| missing("host"))?,
        kind: shorten(value.get("type").and_then(Value::as_str).unwrap_or("Object"), 40),
        handle: line("preferredUsername", 100),
        name: line("name", 200),
        summary: shorten(&html::to_plain(&text_of(value, "summary").unwrap_or_default()), 2_000),
        inbox,
        shared_inbox: shared.filter(|shared| same_origin(shared, uri)),
        outbox: outbox.filter(|outbox| same_origin(outbox, uri)),
        page_url: text_of(value, "url").filter(|url| is_address(url)),
        key_id,
        public_key: pem.to_owned(),
        fetched_at: now,
        gone: false,
    })
}

/// One key, or the first of several.
fn public_key(value: &Value) -> Option<&Value> {
    match value.get("publicKey")? {
        Value::Array(several) => several.first(),
        one => Some(one),
    }
}
