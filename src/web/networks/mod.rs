//! `/networks`: the directory of networks, a page for each of them, and what visitors suggest for it.

pub mod data;
pub mod entry;
pub mod list;
pub mod picture;
pub mod suggest;

use askama::Template;
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path},
    response::Response,
    routing::get,
};

use self::entry::EntryView;
use crate::{
    domain::{
        search::CaseFilter,
        vocabulary::{self, NetworkEntry},
    },
    i18n::Speech,
    state::State,
    store::{
        self, actors::ActorKind, catalogue::Comparison, follows::Following,
        remote_actors::RemoteActor,
    },
};

use super::{
    annex::Away,
    cards::{Shown, card},
    doors::{
        groups::{Group, Inner},
        kind::Kind,
        view::{Crumb, DoorView, FEATURED, door, featured},
    },
    error::Fault,
    follow::Follow,
    home::put_first,
    layout::{Frame, Place, Site},
    reader::Reader,
};

/// Newest cases on a network's page.
const NEWEST: i64 = 6;
/// Follows that are looked through for networks.
const FOLLOWS: i64 = 500;
/// Bytes of a suggestion.
const MOST_BYTES: usize = 32 * 1024;

/// The directory, its entries, its files, and the form for what is missing.
pub fn routes() -> Router<State> {
    Router::new()
        .route("/networks", get(list::list))
        .route("/networks.csv", get(data::csv))
        .route("/networks.json", get(data::json))
        .route("/networks/{slug}", get(show))
        .route(
            "/networks/suggest",
            get(suggest::ask).post(suggest::take).layer(DefaultBodyLimit::max(MOST_BYTES)),
        )
}

#[derive(Template)]
#[template(path = "network.html")]
pub struct NetworkPage {
    pub t: Speech,
    pub frame: Frame,
    pub network: NetworkView,
    pub door: DoorView,
    pub follow: Follow,
    /// Of the form by which a network says that it is this one.
    pub claim: String,
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
    /// What it says of itself, when it has an instance that we follow.
    pub stated: Option<Stated>,
    /// What the directory says.
    pub entry: Option<EntryView>,
    /// Whether it is this site's own network, or one whose instance is followed.
    pub live: bool,
}

/// A network's own words, with who said them and when they were last read.
pub struct Stated {
    pub by: String,
    pub day: String,
    pub text: String,
}

/// The networks whose actors we follow.
pub(super) struct Followed(pub Vec<RemoteActor>);

impl Followed {
    pub async fn load(state: &State) -> Result<Followed, Fault> {
        let mut tx = state.db.read().await?;
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
    pub fn of(&self, slug: &str) -> Option<&RemoteActor> {
        self.0.iter().find(|actor| actor.handle == slug)
    }
}

pub async fn show(reader: Reader, Path(slug): Path<String>) -> Response {
    let answer = one(&reader, &slug).await;
    reader.answer(answer)
}

async fn one(reader: &Reader, slug: &str) -> Result<Response, Fault> {
    let t = &reader.t;
    let followed = Followed::load(&reader.state).await?;
    let frame = reader.frame(Place::Networks);
    let filter = of_network(slug);
    let db = &reader.state.db;
    let found = store::search::find(db, &filter, NEWEST).await?;
    let known = vocabulary::network(slug).is_some() || frame.site.slug == slug;
    if !known && found.total == 0 && followed.of(slug).is_none() {
        let lower = slug.to_lowercase();
        let other = vocabulary::network(&lower).is_some() || frame.site.slug == lower;
        return Err(match other {
            true => Fault::Moved(t.link(&crate::urls::network_path(&lower))),
            false => Fault::NotFound,
        });
    }
    let shown: Vec<Shown> = found.cases.iter().map(Shown::from).collect();
    let actor = followed.of(slug);
    let mut view = network(t, &frame.site, slug, found.total, actor, &reader.state);
    if let Some(actor) = actor {
        let mut tx = db.read().await?;
        let last = store::catalogue::comparison(&mut tx, &actor.uri).await?;
        view.compared = last.and_then(|last| compared(t, &last));
    }
    let facets = store::search::facets(db, &filter).await?;
    let mut page = page(t, frame, view, &shown);
    let first = put_first(reader, FEATURED).await?;
    page.door.featured = featured(reader, &first, &filter).await?;
    for (id, key, kind, values) in [
        ("by-topic", "door-by-topic", Kind::Topic, &facets.topic),
        ("by-city", "doors-cities", Kind::City, &facets.city),
        ("by-country", "doors-countries", Kind::Country, &facets.country),
    ] {
        let narrow = values.iter().filter(|(id, _)| {
            kind != Kind::Topic || vocabulary::topic(id).is_some_and(|one| one.parent.is_some())
        });
        let doors = narrow.take(8).map(|(id, count)| Inner::new(door(t, kind, id, *count)));
        let doors: Vec<Inner> = doors.collect();
        if !doors.is_empty() {
            page.door.groups.push(Group { id, title: t.say(key).into_owned(), doors });
        }
    }
    reader.page(&page)
}

fn of_network(slug: &str) -> CaseFilter {
    CaseFilter { network: vec![slug.to_owned()], ..CaseFilter::default() }
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
    let query = of_network(&network.slug).to_query();
    let label = t.say("nav-networks").into_owned();
    let door = DoorView {
        crumbs: vec![Crumb { href: "/networks".into(), label }],
        count: network.count,
        cards: shown.iter().map(|shown| card(t, shown)).collect(),
        none: (t.say("network-none-title").into_owned(), t.say("network-none").into_owned()),
        ..DoorView::of_query(t, network.name.clone(), &query)
    };
    let mut about = url::form_urlencoded::Serializer::new(String::new());
    about.append_pair("about", &network.slug);
    let claim = format!("/networks/suggest?{}", about.finish());
    NetworkPage { t: t.clone(), frame, network, door, follow, claim }
}

/// A network as this site knows it: by the directory, by its own settings, by its own instance.
fn network(
    t: &Speech,
    site: &Site,
    slug: &str,
    count: i64,
    actor: Option<&RemoteActor>,
    state: &State,
) -> NetworkView {
    let own = &state.config.network;
    let mut view = from_directory(t, slug, count);
    if slug == site.slug {
        view.name = site.short_name.clone();
        view.full_name = (site.name != site.short_name).then(|| site.name.clone());
        view.website = away(&own.website).or(view.website);
        view.handle = Some(format!("@{}", site.handle));
        view.instance = Some(Away { href: site.origin.clone(), label: site.host.clone() });
        view.tie = Some(t.say("network-tie-own").into_owned());
        view.live = true;
        if let Some(description) = filled(&own.description) {
            match &view.entry {
                // The directory's words stay beside them.
                Some(_) if view.description.as_ref() != Some(&description) => {
                    let day = t.day(state.clock.now_ms());
                    let by = site.short_name.clone();
                    view.stated = Some(Stated { by, day, text: description });
                }
                _ => view.description = Some(description),
            }
        }
    } else if let Some(actor) = actor {
        met(t, &mut view, actor);
        view.tie = Some(t.say("network-tie-followed").into_owned());
    } else if count > 0 {
        view.tie = Some(t.say("network-tie-shown").into_owned());
    }
    view
}

/// What the directory of networks says.
pub fn from_directory(t: &Speech, slug: &str, count: i64) -> NetworkView {
    let entry: Option<&NetworkEntry> = vocabulary::network(slug);
    NetworkView {
        slug: slug.to_owned(),
        href: crate::urls::network_path(slug),
        cases_href: super::facets::address(&of_network(slug)),
        name: entry.map_or_else(|| slug.to_owned(), |entry| entry.called().to_owned()),
        full_name: entry
            .filter(|entry| entry.name != entry.called())
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
        stated: None,
        entry: entry.map(|entry| EntryView::new(t, entry)),
        live: false,
    }
}

/// What its own instance says of it, with the day on which that was read.
fn met(t: &Speech, view: &mut NetworkView, actor: &RemoteActor) {
    if let Some(name) = filled(&actor.name) {
        view.full_name = (name != view.name).then_some(name);
    }
    view.stated = filled(&actor.summary).map(|text| Stated {
        by: filled(&actor.name).unwrap_or_else(|| actor.host.clone()),
        day: t.day(actor.fetched_at),
        text,
    });
    view.handle = Some(format!("@{}@{}", actor.handle, actor.host));
    view.live = true;
    let home = actor.page_url.as_deref().and_then(|url| url::Url::parse(url).ok());
    let home = home.filter(|url| matches!(url.scheme(), "http" | "https"));
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
