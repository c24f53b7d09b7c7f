//! `GET /cases/{page}`: one case study in full.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    app,
    domain::{
        case_study::CaseStudy,
        text::{Html, shorten},
        vocabulary::Language,
    },
    i18n::Speech,
    store::{self, cases::StoredCase},
    urls,
};

use super::{
    annex::{self, AwardLine, Away, ContactLine, Figure, LinkLine, Picture},
    assets::LOOKS,
    cards::{self, Copies, Door, Shown},
    contact::{self, Way},
    desk,
    documents::Documents,
    error::Fault,
    facts::{self, Fact},
    follow::Follow,
    kin::{self, Kin},
    layout::{Frame, Place},
    member::Visitor,
    reader::Reader,
    reference::{self, Citation, Head},
    talk::Talk,
    tongue::{self, Told},
};

/// A title longer than this is set smaller.
const LONG_TITLE: usize = 100;

#[derive(Template)]
#[template(path = "case.html")]
pub struct CasePage {
    pub t: Speech,
    pub frame: Frame,
    /// Of the original, in which everything but title, summary and sections stands.
    pub lang: &'static str,
    pub dir: &'static str,
    pub told: Told,
    pub long_title: bool,
    pub topic: Door,
    pub plan: String,
    pub numbers: Vec<Figure>,
    pub more_numbers: Vec<Figure>,
    pub facts: Vec<Fact>,
    pub topics: Vec<Door>,
    pub goals: Vec<GoalFact>,
    pub awards: Vec<AwardLine>,
    /// The first picture that can be shown, at the top.
    pub lead: Option<Picture>,
    /// The others.
    pub pictures: Vec<Picture>,
    pub links: Vec<LinkLine>,
    pub contacts: Vec<ContactLine>,
    /// Who may be written to.
    pub ways: Vec<Way>,
    pub network: String,
    pub network_href: String,
    pub maker: Option<String>,
    pub origin_published: (String, String),
    pub updated: Option<String>,
    /// Around the host we follow; None for a case of our own.
    pub origin_shown: Option<(String, String)>,
    /// The instance we follow.
    pub origin_host: String,
    /// Further sentences on where it comes from.
    pub provenance: Vec<String>,
    pub first_published: Option<Away>,
    pub origin_page: Option<String>,
    pub licence: String,
    pub licence_href: Option<&'static str>,
    pub object: String,
    pub history_href: String,
    /// Where readers ask for a correction.
    pub correct_href: String,
    /// Where those who review it find it.
    pub desk_href: Option<String>,
    pub interact_href: String,
    pub citation: Citation,
    pub head: Head,
    pub follow: Follow,
    /// Set where the page shows a revision by its own address.
    pub older: Option<Older>,
    pub relatives: Vec<Kin>,
    /// What people answered.
    pub talk: Talk,
}

/// What stands above a case as it was in one revision.
pub struct Older {
    pub text: String,
    pub current_href: String,
    pub changes_href: String,
    /// What the first link says.
    pub current: String,
}

pub struct GoalFact {
    pub number: u8,
    pub label: String,
    pub href: String,
    pub targets: Vec<String>,
}

pub struct SectionText {
    pub id: &'static str,
    pub heading: String,
    pub body: Html,
    /// Where it is not what the sections around it are in.
    pub lang: Option<&'static str>,
    pub dir: Option<&'static str>,
}

pub async fn show(mut reader: Reader, Path(page): Path<String>) -> Response {
    let answer = match urls::citation_of(&page) {
        Some((page, format)) => as_reference(&reader, page, format).await,
        None => study(&mut reader, &page).await,
    };
    reader.answer(answer)
}

/// `GET /cases/{page}/revisions/{revision}`
pub async fn show_revision(
    reader: Reader,
    Path((page, revision)): Path<(String, String)>,
) -> Response {
    let answer = as_it_was(&reader, &page, &revision).await;
    reader.answer(answer)
}

/// What an address of a case leads to.
pub enum Found {
    Case(Box<StoredCase>),
    /// Something else, already answered.
    Instead(Response),
}

/// The case with this page if the public sees it. One that was withdrawn answers 410, one that
/// moved 301 to the same part, `rest`, of its new address.
///
/// # Errors
/// `NotFound`, `Moved`, or when the database does not answer.
pub async fn find(reader: &Reader, page: &str, rest: &str) -> Result<Found, Fault> {
    let mut tx = reader.state.db.read().await?;
    let Some(stored) = store::cases::by_page(&mut tx, page).await? else {
        let Some(moved) = store::cases::moved_page(&mut tx, page).await? else {
            let at = store::cases::gone_page(&mut tx, page).await?.ok_or(Fault::NotFound)?;
            // Its origin gave no reason, and nothing of it is left here to compare others with.
            return Err(Fault::Gone { at, network: String::new(), reason: String::new() });
        };
        let query = match reader.query() {
            "" => String::new(),
            query => format!("?{query}"),
        };
        return Err(Fault::Moved(format!("{}{rest}{query}", urls::case_path(&moved))));
    };
    drop(tx);
    if stored.withdrawn.is_some() {
        return Ok(Found::Instead(gone(reader, &stored).await?));
    }
    match stored.is_shown() {
        true => Ok(Found::Case(Box::new(stored))),
        false => Err(Fault::NotFound),
    }
}

/// Why it is gone, and what to read instead.
async fn gone(reader: &Reader, stored: &StoredCase) -> Result<Response, Fault> {
    let (at, reason) = stored.withdrawn.clone().unwrap_or_default();
    let network = cards::network_name(&stored.case.source_network);
    let fault = Fault::Gone { at, network, reason };
    let mut page = fault.page(&reader.t, reader.frame(Place::Elsewhere), None);
    let relatives = kin::of(reader, stored).await?;
    page.relatives = kin::lines(&reader.t, &stored.case, &relatives);
    reader.respond(StatusCode::GONE, &page)
}

async fn study(reader: &mut Reader, page: &str) -> Result<Response, Fault> {
    if let Some(known) = reader.still_has_it() {
        return Ok(known);
    }
    let mut tx = reader.state.db.read().await?;
    let uri = store::cases::shown_at(&mut tx, page).await?;
    let (mut talk, mut ways, mut copies) = (Talk::default(), Vec::new(), Vec::new());
    let now = reader.state.clock.now_ms();
    if let Some(uri) = uri {
        talk = Talk::of_case(reader, &mut tx, &uri, &urls::case_path(page)).await?;
        ways = contact::ways_of_case(reader, &mut tx, &uri, page).await?;
        copies = store::copies::of_owner(&mut tx, &uri).await?;
        // What failed and may be tried again is as good as unknown.
        copies.retain(|copy| copy.name.is_some() || copy.retry_at > now);
    }
    drop(tx);
    let pictures: Vec<_> = copies.iter().map(|copy| (&copy.tag, &copy.name)).collect();
    if let Some(known) = reader.has_it_of((&talk, &ways, pictures)).await {
        return Ok(known);
    }
    let stored = match find(reader, page, "").await? {
        Found::Case(stored) => stored,
        Found::Instead(answer) => return Ok(answer),
    };
    let relatives = kin::of(reader, &stored).await?;
    let documents = Documents::of(&reader.state, &stored.case, false).await?;
    let shown = Shown {
        copies: Copies::Known(&copies),
        documents: Some(&documents),
        ..Shown::from(&*stored)
    };
    let mut page = self::page(&reader.t, reader.frame(Place::Cases), &shown);
    page.told.note = with_age(reader, &stored, &page.told).await?;
    page.relatives = kin::lines(&reader.t, &stored.case, &relatives);
    page.provenance = provenance(&reader.t, &stored);
    page.talk = talk;
    page.ways = ways;
    let reviews = reader.visitor.as_ref().is_some_and(Visitor::reviews);
    page.desk_href =
        (reviews && stored.local).then(|| reader.t.link(&desk::published_path(&stored.case.id)));
    reader.page(&page)
}

/// What is said of the translation that is shown, and since when it is out of date.
async fn with_age(
    reader: &Reader,
    stored: &StoredCase,
    told: &Told,
) -> Result<Option<String>, Fault> {
    let Some(note) = &told.note else { return Ok(None) };
    let Some(language) = Language::from_id(told.lang) else { return Ok(Some(note.clone())) };
    let mut tx = reader.state.db.read().await?;
    let since = app::desk::stale_since(&mut tx, stored, language).await?;
    Ok(Some(match since {
        Some(since) => {
            let day = reader.t.day(since);
            format!("{note} {}", reader.t.say1("translate-outdated", "date", &day))
        }
        None => note.clone(),
    }))
}

async fn as_reference(reader: &Reader, page: &str, format: &str) -> Result<Response, Fault> {
    match find(reader, page, &format!(".{format}")).await? {
        Found::Case(stored) => reference::file(reader, &stored, format),
        Found::Instead(answer) => Ok(answer),
    }
}

async fn as_it_was(reader: &Reader, page: &str, revision: &str) -> Result<Response, Fault> {
    let stored = match find(reader, page, &format!("/revisions/{revision}")).await? {
        Found::Case(stored) => stored,
        Found::Instead(answer) => return Ok(answer),
    };
    let number = revision.parse::<i64>().map_err(|_| Fault::NotFound)?;
    let mut tx = reader.state.db.read().await?;
    let kept = store::revisions::one(&mut tx, stored.num, number).await?.ok_or(Fault::NotFound)?;
    drop(tx);
    let case = kept.public()?.ok_or(Fault::NotFound)?;
    let now = Shown::from(&*stored);
    let page_name = stored.page.as_str();
    let copies = match number == stored.revision {
        true => Copies::Unknown,
        false => Copies::Linked,
    };
    let documents = Documents::of(&reader.state, &case, false).await?;
    let then = Shown {
        case: &case,
        updated: kept.updated_at,
        revision: number,
        copies,
        documents: Some(&documents),
        ..now.clone()
    };
    let t = &reader.t;
    let mut page = self::page(t, reader.frame(Place::Cases), &then);
    page.frame.hidden = true;
    let (n, day) = (number.to_string(), t.day(kept.updated_at));
    page.older = Some(Older {
        text: match number == stored.revision {
            true => t.say2("revision-newest", "revision", &n, "date", &day),
            false => t.say3(
                "revision-older",
                ("revision", &n),
                ("date", &day),
                ("newest", &stored.revision.to_string()),
            ),
        },
        current_href: t.link(&now.page),
        current: t.say("revision-current").into_owned(),
        changes_href: t
            .link(&format!("{}?revision={number}#changes", urls::case_history_path(page_name))),
    });
    page.provenance = provenance(t, &stored);
    reader.page(&page)
}

/// Who passed it on, who handed it in, when it was last looked at.
pub fn provenance(t: &Speech, stored: &StoredCase) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(by) = &stored.shared_by {
        sentences.push(t.say1("origin-shared", "actor", by));
    }
    if let Some(who) = &stored.case.submitted_by {
        sentences.push(t.say1("origin-submitted", "who", who));
    }
    if let Some(day) = &stored.case.editorial.last_reviewed {
        sentences.push(t.say1("origin-reviewed", "date", &t.date(day)));
    }
    if !stored.local {
        sentences.push(t.say1("origin-received", "date", &t.day(stored.received)));
    }
    sentences
}

/// The page of one case without what hangs on others. Its frame's address says in which language, if any was chosen.
pub fn page(t: &Speech, frame: Frame, shown: &Shown) -> CasePage {
    let case = shown.case;
    let (numbers, more_numbers) = annex::figures(&case.indicators);
    let origin_page = shown.origin_url.filter(|_| !shown.local).map(str::to_owned);
    let network = cards::network_name(&case.source_network);
    let own = |id: &str| topic_door(t, id);
    let told = tongue::told(t, case, &frame.address);
    let page_name = shown.page.trim_start_matches("/cases/");
    let citation = reference::citation(t, &frame.site, shown);
    let head = reference::head(&frame.site, shown, &LOOKS.card);
    let follow = Follow::of_case(t, &frame.site, shown);
    let picture = |image| annex::picture(t, shown, image);
    let mut pictures: Vec<_> = case.images.iter().filter_map(picture).collect();
    let first = pictures.iter().position(|picture| picture.view.is_some());
    let lead = first.map(|at| pictures.remove(at));
    CasePage {
        frame: framed(frame, shown, &told, origin_page.as_deref()),
        lang: case.language.id(),
        dir: cards::direction(case),
        long_title: told.title.chars().count() > LONG_TITLE,
        told,
        topic: case
            .topics
            .first()
            .map_or_else(|| own(""), |topic| own(topic.topic().parent.unwrap_or(topic.id()))),
        plan: cards::plan(case),
        numbers,
        more_numbers,
        facts: facts::facts(t, case),
        topics: case.topics.iter().map(|topic| own(topic.id())).collect(),
        goals: goals(t, case),
        awards: annex::awards(t, case),
        pictures,
        lead,
        links: annex::links(t, shown),
        contacts: annex::contacts(t, case),
        ways: Vec::new(),
        maker: lead_actor(case),
        origin_published: published(t, shown),
        updated: (shown.updated > shown.published && shown.revision > 1)
            .then(|| t.day(shown.updated)),
        origin_shown: (!shown.local).then(|| t.around("origin-shown", "network")),
        origin_host: shown.by_way_of.to_owned(),
        provenance: Vec::new(),
        first_published: annex::first_published(case),
        network_href: urls::network_path(&case.source_network),
        network,
        origin_page,
        licence: t.term("licence", case.licence.id()),
        licence_href: case.licence.url(),
        object: shown.uri.to_owned(),
        history_href: t.link(&urls::case_history_path(page_name)),
        correct_href: t.link(&urls::case_correct_path(page_name)),
        desk_href: None,
        interact_href: t.link(&urls::interact_path(page_name)),
        citation,
        head,
        follow,
        older: None,
        relatives: Vec::new(),
        talk: Talk::default(),
        t: t.clone(),
    }
}

fn framed(frame: Frame, shown: &Shown, told: &Told, origin_page: Option<&str>) -> Frame {
    let mut frame = frame.titled(&told.title, &shorten(&told.summary, 200));
    let here = || format!("{}{}", frame.site.origin, shown.page);
    frame.canonical = Some(origin_page.map_or_else(here, str::to_owned));
    frame.object = Some(shown.uri.to_owned());
    frame.kind = "article";
    frame
}

fn topic_door(t: &Speech, id: &str) -> Door {
    Door {
        href: urls::topic_path(id),
        label: cards::topic_label(t, id),
        count: 0,
        class: String::new(),
    }
}

fn goals(t: &Speech, case: &CaseStudy) -> Vec<GoalFact> {
    let goals = case.sdgs.iter().filter_map(|id| cards::goal(t, *id));
    let fact = |goal: cards::Goal| GoalFact {
        targets: case
            .sdg_targets
            .iter()
            .filter(|target| target.goal() == goal.number)
            .map(|target| format!("{} {}", target.id(), t.term("target", target.id())))
            .collect(),
        number: goal.number,
        label: goal.label,
        href: goal.href,
    };
    goals.map(fact).collect()
}

fn lead_actor(case: &CaseStudy) -> Option<String> {
    use crate::domain::vocabulary::ActorRole::{Initiator, Lead};
    case.actors
        .iter()
        .find(|actor| matches!(actor.role, Initiator | Lead))
        .map(|actor| actor.name.clone())
}

/// The sentence around the network's name.
fn published(t: &Speech, shown: &Shown) -> (String, String) {
    t.around2(
        "origin-published",
        "network",
        &[("date", t.day(shown.published)), ("revision", shown.revision.to_string())],
    )
}
