//! `GET /networks` and `GET /networks/{slug}`: whose cases are here, and how to follow them.

use askama::Template;
use axum::{extract::Path, response::Response};

use crate::{
    domain::{
        search::CaseFilter,
        vocabulary::{self, NetworkEntry},
    },
    i18n::Speech,
    store::{
        self, actors::ActorKind, catalogue::Comparison, follows::Following,
        remote_actors::RemoteActor,
    },
};

use super::{
    annex::Away,
    cards::{self, Card, Shown, card},
    error::Fault,
    follow::Follow,
    layout::{Frame, Place, Site},
    reader::Reader,
};

/// Newest cases on a network's page.
const NEWEST: i64 = 6;
/// Follows that are looked through for networks.
const FOLLOWS: i64 = 500;

#[derive(Template)]
#[template(path = "networks.html")]
pub struct NetworksPage {
    pub t: Speech,
    pub frame: Frame,
    pub networks: Vec<NetworkView>,
    pub follow: Follow,
}

#[derive(Template)]
#[template(path = "network.html")]
pub struct NetworkPage {
    pub t: Speech,
    pub frame: Frame,
    pub network: NetworkView,
    pub cards: Vec<Card>,
    pub follow: Follow,
}

/// A network as readers see it.
pub struct NetworkView {
    pub slug: String,
    pub href: String,
    pub cases_href: String,
    pub name: String,
    /// Where it differs from the name people use.
    pub full_name: Option<String>,
    pub description: Option<String>,
    /// Of the description.
    pub lang: &'static str,
    pub count: i64,
    pub founded: Option<String>,
    pub website: Option<Away>,
    /// Its own instance, when it has one that we know.
    pub instance: Option<Away>,
    /// `@eurocities@cases.eurocities.example`
    pub handle: Option<String>,
    /// How it stands to this site.
    pub tie: Option<String>,
    /// When its catalogue was last compared with the copies here, and what came of it.
    pub compared: Option<String>,
}

/// The networks whose actors we follow.
struct Followed(Vec<RemoteActor>);

impl Followed {
    async fn load(reader: &Reader) -> Result<Followed, Fault> {
        let mut tx = reader.state.db.read().await?;
        let mut actors = Vec::new();
        let accepted = |follow: &Following| follow.state == "accepted";
        for follow in
            store::follows::all_following(&mut tx, FOLLOWS).await?.into_iter().filter(accepted)
        {
            let Some(target) = follow.target else { continue };
            // Whom citymakers follow are no networks, whatever their handles say.
            let by = store::actors::by_uri(&mut tx, &follow.actor).await?;
            if by.is_some_and(|by| by.kind == ActorKind::Person) {
                continue;
            }
            actors.extend(store::remote_actors::find(&mut tx, &target).await?);
        }
        Ok(Followed(actors))
    }

    /// The network's own actor: the one whose handle is its slug.
    fn of(&self, slug: &str) -> Option<&RemoteActor> {
        self.0.iter().find(|actor| actor.handle == slug)
    }
}

pub async fn list(reader: Reader) -> Response {
    let answer = directory(&reader).await;
    reader.answer(answer)
}

async fn directory(reader: &Reader) -> Result<Response, Fault> {
    let counts = store::search::facets(&reader.state.db, &CaseFilter::default()).await?.network;
    let followed = Followed::load(reader).await?;
    let frame = reader.frame(Place::Networks);
    let mut slugs: Vec<(String, i64)> = vec![(frame.site.slug.clone(), 0)];
    slugs.extend(followed.0.iter().map(|actor| (actor.handle.clone(), 0)));
    for (slug, count) in counts {
        match slugs.iter_mut().find(|(known, _)| *known == slug) {
            Some(known) => known.1 = count,
            None => slugs.push((slug, count)),
        }
    }
    // The instance actor and the case feed of a peer are no networks.
    slugs.retain(|(slug, count)| {
        *count > 0 || vocabulary::network(slug).is_some() || *slug == frame.site.slug
    });
    slugs.dedup();
    let view = |(slug, count): &(String, i64)| {
        network(&reader.t, &frame.site, slug, *count, followed.of(slug), reader)
    };
    let networks = slugs.iter().map(view).collect();
    reader.page(&list_page(&reader.t, frame.clone(), networks))
}

pub fn list_page(t: &Speech, frame: Frame, networks: Vec<NetworkView>) -> NetworksPage {
    let what = t.say1("networks-what", "network", &frame.site.short_name);
    let mut frame = frame.titled(&t.say("networks-title"), &what);
    frame.canonical = Some(format!("{}/networks", frame.site.origin));
    NetworksPage { follow: Follow::everything(t, &frame.site), t: t.clone(), frame, networks }
}

pub async fn show(reader: Reader, Path(slug): Path<String>) -> Response {
    let answer = one(&reader, &slug).await;
    reader.answer(answer)
}

async fn one(reader: &Reader, slug: &str) -> Result<Response, Fault> {
    let filter = CaseFilter { network: vec![slug.to_owned()], ..CaseFilter::default() };
    let found = store::search::find(&reader.state.db, &filter, NEWEST).await?;
    let followed = Followed::load(reader).await?;
    let frame = reader.frame(Place::Networks);
    let known = vocabulary::network(slug).is_some() || frame.site.slug == slug;
    if !known && found.total == 0 && followed.of(slug).is_none() {
        return Err(Fault::NotFound);
    }
    let shown: Vec<Shown> = found.cases.iter().map(Shown::from).collect();
    let mut view = network(&reader.t, &frame.site, slug, found.total, followed.of(slug), reader);
    if let Some(actor) = followed.of(slug) {
        let mut tx = reader.state.db.read().await?;
        let last = store::catalogue::comparison(&mut tx, &actor.uri).await?;
        view.compared = last.and_then(|last| compared(&reader.t, &last));
    }
    reader.page(&page(&reader.t, frame, view, &shown))
}

pub fn page(t: &Speech, frame: Frame, network: NetworkView, shown: &[Shown]) -> NetworkPage {
    let what = t.say1("network-description", "network", &network.name);
    let mut frame = frame.titled(&network.name, &what);
    frame.canonical = Some(format!("{}{}", frame.site.origin, network.href));
    let follow = match &network.handle {
        _ if network.slug == frame.site.slug => Follow::everything(t, &frame.site),
        Some(handle) => Follow::one(t, handle, &network.name),
        None => Follow { addresses: Vec::new() },
    };
    let cards = shown.iter().map(|shown| card(t, shown)).collect();
    NetworkPage { t: t.clone(), frame, network, cards, follow }
}

fn network(
    t: &Speech,
    site: &Site,
    slug: &str,
    count: i64,
    actor: Option<&RemoteActor>,
    reader: &Reader,
) -> NetworkView {
    let own = &reader.state.config.network;
    let mut view = from_directory(slug, count);
    if slug == site.slug {
        view.name = site.short_name.clone();
        view.full_name = (site.name != site.short_name).then(|| site.name.clone());
        view.description = filled(&own.description).or(view.description);
        view.website = away(&own.website).or(view.website);
        view.handle = Some(format!("@{}", site.handle));
        view.instance = Some(Away { href: site.origin.clone(), label: site.host.clone() });
        view.tie = Some(t.say("network-tie-own").into_owned());
    } else if let Some(actor) = actor {
        met(&mut view, actor);
        view.tie = Some(t.say("network-tie-followed").into_owned());
    } else if count > 0 {
        view.tie = Some(t.say("network-tie-shown").into_owned());
    }
    view
}

/// What the directory of networks says.
pub fn from_directory(slug: &str, count: i64) -> NetworkView {
    let entry: Option<&NetworkEntry> = vocabulary::network(slug);
    let filter = CaseFilter { network: vec![slug.to_owned()], ..CaseFilter::default() };
    NetworkView {
        slug: slug.to_owned(),
        href: crate::urls::network_path(slug),
        cases_href: super::facets::address(&filter),
        name: entry.map_or_else(|| slug.to_owned(), |entry| cards::short_name(entry).to_owned()),
        full_name: entry
            .filter(|entry| entry.name != cards::short_name(entry))
            .map(|entry| entry.name.clone()),
        description: entry.and_then(|entry| filled(&entry.description)),
        lang: "en",
        count,
        founded: entry.and_then(|entry| entry.founded).map(|year| year.to_string()),
        website: entry.and_then(|entry| entry.own_knowledge.website.as_deref()).and_then(away),
        instance: None,
        handle: None,
        tie: None,
        compared: None,
    }
}

/// What its own instance says of it goes before what the directory says.
fn met(view: &mut NetworkView, actor: &RemoteActor) {
    if let Some(name) = filled(&actor.name) {
        view.full_name = (name != view.name).then_some(name);
    }
    view.description = filled(&actor.summary).or(view.description.take());
    view.handle = Some(format!("@{}@{}", actor.handle, actor.host));
    let home = actor.page_url.as_deref().and_then(|url| url::Url::parse(url).ok());
    let origin = home.map(|url| url.origin().ascii_serialization());
    view.instance = origin.map(|href| Away { href, label: actor.host.clone() });
}

/// Only what says something to a reader: a comparison that was made.
fn compared(t: &Speech, last: &Comparison) -> Option<String> {
    let day = t.day(last.compared_at?);
    match last.state.as_str() {
        "equal" => Some(t.say1("network-compared-equal", "day", &day)),
        "healed" => {
            let count = last.missing + last.changed + last.gone - last.unhealed;
            Some(t.say2("network-compared-healed", "day", &day, "count", count.max(0)))
        }
        "failed" => Some(t.say1("network-compared-failed", "day", &day)),
        _ => None,
    }
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn away(address: &str) -> Option<Away> {
    let url =
        url::Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?.trim_start_matches("www.").to_owned();
    Some(Away { href: address.to_owned(), label: host })
}
