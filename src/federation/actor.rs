//! Actors on the wire: ours as they are served, others' as they are read.

use super::{
    keys::Published,
    object::{host_of, is_address, same_origin, text_of},
    vocabulary::actor_context,
};
use crate::{
    clock::rfc3339,
    domain::{
        profile::Profile,
        text::{clean_line, shorten},
    },
    html,
    store::{
        actors::{ActorKind, LocalActor},
        remote_actors::RemoteActor,
        remote_keys::RemoteKey,
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
    assertion_method: Vec<Value>,
    manually_approves_followers: bool,
    discoverable: bool,
    indexable: bool,
    published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    icon: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<Value>,
    also_known_as: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_to: Option<String>,
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
    pub keys: &'a Published,
    /// Id of the account that a person went to.
    pub moved_to: Option<&'a str>,
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
        public_key: _,
        created_at,
        updated_at: _,
        filter: _,
        profile,
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
    let profile = Profile::from_json(profile);
    attachment.extend(facts(&profile));
    let picture =
        |url: &Option<String>| url.as_ref().map(|url| json!({ "type": "Image", "url": url }));
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
            id: framing.keys.rsa_id.clone(),
            owner: Url::parse(uri).expect("our own ids are addresses"),
            public_key_pem: framing.keys.rsa_pem.clone(),
        },
        assertion_method: framing.keys.multikeys.iter().map(|key| multikey(uri, key)).collect(),
        manually_approves_followers: framing.approves_followers,
        // Networks and filters are there to be found; people say so themselves.
        discoverable: match kind {
            ActorKind::Instance => false,
            ActorKind::Person => profile.discoverable,
            ActorKind::Network | ActorKind::CaseFeed | ActorKind::Filter => true,
        },
        indexable: !is_instance && profile.indexable,
        published: rfc3339(*created_at),
        icon: icon(framing.urls, &profile),
        image: picture(&profile.header),
        also_known_as: profile.also_known_as,
        moved_to: framing.moved_to.map(str::to_owned),
        attachment,
        implements: if is_instance { implements() } else { Vec::new() },
        generator: (!is_instance).then(|| {
            json!({
                "type": "Application",
                "id": framing.instance,
                "implements": implements(),
            })
        }),
    };
    let mut context = actor_context();
    if framing.moved_to.is_some()
        && let Some(parts) = context.as_array_mut()
    {
        parts.push(json!({ "movedTo": { "@id": "as:movedTo", "@type": "@id" } }));
    }
    serde_json::to_value(WithContext::new(document, context))
        .expect("an actor has only strings for keys")
}

/// The picture of a person; of one kept here its media type is known.
fn icon(urls: &Urls, profile: &Profile) -> Option<Value> {
    let url = profile.avatar.as_deref()?;
    let mut icon = json!({ "type": "Image", "url": url });
    if let Some(named) = urls.own_picture(url) {
        icon["mediaType"] = json!(named.form.media_type());
    }
    if let Some(alt) = &profile.avatar_alt {
        icon["name"] = json!(alt);
    }
    Some(icon)
}

/// What a person says of themselves, as Mastodon shows it beside the profile.
fn facts(profile: &Profile) -> Vec<Value> {
    let list = |items: &[String]| (!items.is_empty()).then(|| items.join(", "));
    let facts = [
        ("City", profile.city.clone()),
        ("Network", profile.network.clone()),
        ("Role", profile.role.clone()),
        ("Languages", list(&profile.languages)),
        ("Topics", list(&profile.topics)),
    ];
    let shown = facts.into_iter().filter_map(|(name, value)| Some((name, value?)));
    shown
        .map(|(name, value)| {
            let value = super::article::escaped(&value);
            json!({ "type": "PropertyValue", "name": name, "value": value })
        })
        .collect()
}

/// FEP-521a.
fn multikey(actor: &str, (id, multibase): &(String, String)) -> Value {
    json!({ "id": id, "type": "Multikey", "controller": actor, "publicKeyMultibase": multibase })
}

/// RFC 9421 as FEP-844e names it.
const RFC9421: &str = "https://datatracker.ietf.org/doc/html/rfc9421";

/// FEP-844e: what this server can do.
fn implements() -> Vec<Value> {
    [
        ("ActivityPub case studies (Kontor)", super::vocabulary::KONTOR),
        ("RFC-9421: HTTP Message Signatures", RFC9421),
        (
            "RFC-9421 signatures using the Ed25519 algorithm",
            "https://datatracker.ietf.org/doc/html/rfc9421#name-eddsa-using-curve-edwards25",
        ),
        ("FEP-8b32: Object Integrity Proofs", "https://w3id.org/fep/8b32"),
    ]
    .map(|(name, href)| json!({ "name": name, "href": href }))
    .into()
}

/// Whether the server of this actor says that it understands RFC 9421 (FEP-844e).
pub fn announces_rfc9421(actor: &Value) -> bool {
    let lists = [actor.get("implements"), actor.pointer("/generator/implements")];
    lists.into_iter().flatten().any(|list| {
        let several = list.as_array().map_or(std::slice::from_ref(list), Vec::as_slice);
        several.iter().take(100).any(|one| {
            one.as_str().or_else(|| one.get("href")?.as_str()).is_some_and(|href| href == RFC9421)
        })
    })
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

/// Address of the picture that an actor shows of itself, if it is one of the web. It may stand on
/// another host, as where pictures are kept in a store of their own.
pub fn icon_of(value: &Value) -> Option<String> {
    const MOST: usize = 2_000;
    let icon = match value.get("icon")? {
        Value::Array(several) => several.first()?,
        one => one,
    };
    let url = icon.as_str().or_else(|| icon.get("url")?.as_str())?;
    (is_address(url) && url.len() <= MOST).then(|| url.to_owned())
}

/// More keys than an actor has use for.
const MOST_KEYS: usize = 8;

/// The keys an actor's document lists in `assertionMethod` (FEP-521a): written out there, of its
/// own origin and under its own control. What cannot be read is left out.
pub fn assertion_keys(value: &Value, uri: &str, now: i64) -> Vec<RemoteKey> {
    let list = value.get("assertionMethod");
    let several = list.map(|one| one.as_array().map_or(std::slice::from_ref(one), Vec::as_slice));
    let keys = several.unwrap_or_default().iter().filter_map(|key| {
        let id = key.get("id")?.as_str().filter(|id| is_address(id) && same_origin(id, uri))?;
        let multibase = key.get("publicKeyMultibase")?.as_str()?;
        let is_own = key.get("type")? == "Multikey" && key.get("controller")? == uri;
        let usable = is_own && super::signature::PublicKey::from_multibase(multibase).is_ok();
        usable.then(|| RemoteKey {
            id: id.to_owned(),
            actor: uri.to_owned(),
            public_key: multibase.to_owned(),
            fetched_at: now,
        })
    });
    keys.take(MOST_KEYS).collect()
}

/// One key, or the first of several.
fn public_key(value: &Value) -> Option<&Value> {
    match value.get("publicKey")? {
        Value::Array(several) => several.first(),
        one => Some(one),
    }
}
