//! `GET /cases/{page}`: one case study in full.

use askama::Template;
use axum::{extract::Path, response::Response};

use crate::{
    domain::{
        case_study::{CaseStudy, TranslationKind},
        text::{Html, Markdown, shorten},
        vocabulary::Language,
    },
    html,
    i18n::Speech,
    store::{self, Tx, cases::StoredCase},
};

use super::{
    annex::{self, AwardLine, Away, ContactLine, Figure, LinkLine, Picture},
    cards::{self, Card, Door, Shown, card},
    error::Fault,
    facts::{self, Fact},
    layout::{Frame, Place},
    reader::Reader,
    talk::Talk,
};

/// A title longer than this is set smaller.
const LONG_TITLE: usize = 100;
const RELATED: usize = 6;

#[derive(Template)]
#[template(path = "case.html")]
pub struct CasePage {
    pub t: Speech,
    pub frame: Frame,
    pub lang: &'static str,
    pub dir: &'static str,
    pub title: String,
    pub long_title: bool,
    pub subtitle: Option<String>,
    pub summary: String,
    pub topic: Door,
    pub glosses: Vec<GlossBox>,
    pub plan: String,
    pub numbers: Vec<Figure>,
    pub more_numbers: Vec<Figure>,
    pub facts: Vec<Fact>,
    pub topics: Vec<Door>,
    pub goals: Vec<GoalFact>,
    pub sections: Vec<SectionText>,
    pub awards: Vec<AwardLine>,
    pub pictures: Vec<Picture>,
    pub links: Vec<LinkLine>,
    pub contacts: Vec<ContactLine>,
    pub network: String,
    pub network_href: String,
    pub maker: Option<String>,
    pub published_iso: String,
    pub origin_published: (String, String),
    pub updated: Option<String>,
    /// Around the host we follow; None for a case of our own.
    pub origin_shown: Option<(String, String)>,
    /// The instance we follow.
    pub origin_host: String,
    pub first_published: Option<Away>,
    pub origin_page: Option<String>,
    pub licence: String,
    pub licence_href: Option<&'static str>,
    pub object: String,
    pub related: Vec<Card>,
    /// What people answered.
    pub talk: Talk,
}

pub struct GlossBox {
    pub heading: String,
    pub title: String,
    pub summary: String,
    pub lang: &'static str,
    pub dir: &'static str,
    pub note: String,
    pub open: bool,
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
}

pub async fn show(reader: Reader, Path(page): Path<String>) -> Response {
    let answer = study(&reader, &page).await;
    reader.answer(answer)
}

async fn study(reader: &Reader, page: &str) -> Result<Response, Fault> {
    let mut tx = reader.state.db.read().await?;
    let Some(stored) = store::cases::by_page(&mut tx, page).await? else {
        let moved = store::cases::moved_page(&mut tx, page).await?;
        return Err(
            moved.map_or(Fault::NotFound, |page| Fault::Moved(crate::urls::case_path(&page)))
        );
    };
    if let Some((at, reason)) = stored.withdrawn {
        let network = cards::network_name(&stored.case.source_network);
        return Err(Fault::Gone { at, network, reason });
    }
    if !stored.is_shown() {
        return Err(Fault::NotFound);
    }
    let related = related(&mut tx, &stored).await?;
    let related: Vec<Shown> = related.iter().map(Shown::from).collect();
    let mut page =
        self::page(&reader.t, reader.frame(Place::Cases), &Shown::from(&stored), &related);
    page.talk = Talk::of_case(reader, &mut tx, &stored.uri).await?;
    reader.page(&page)
}

/// The related cases that are shown here. An id is one of the case's own instance.
async fn related(tx: &mut Tx, stored: &StoredCase) -> Result<Vec<StoredCase>, Fault> {
    let mut found: Vec<StoredCase> = Vec::new();
    for reference in stored.case.related.iter() {
        let case = if reference.starts_with("http") {
            store::cases::by_uri(tx, reference).await?
        } else if stored.local {
            store::cases::by_key(tx, reference).await?
        } else {
            store::cases::by_page(tx, &format!("{reference}@{}", stored.host)).await?
        };
        found.extend(case.filter(|case| case.is_shown() && case.id != stored.id));
        if found.len() == RELATED {
            break;
        }
    }
    Ok(found)
}

/// The page of one case.
pub fn page(t: &Speech, frame: Frame, shown: &Shown, related: &[Shown]) -> CasePage {
    let case = shown.case;
    let (numbers, more_numbers) = annex::figures(&case.indicators);
    let origin_page = shown.origin_url.filter(|_| !shown.local).map(str::to_owned);
    let network = cards::network_name(&case.source_network);
    let own = |id: &str| topic_door(t, id);
    CasePage {
        frame: framed(frame, shown, origin_page.as_deref()),
        lang: case.language.id(),
        dir: cards::direction(case),
        title: case.title.clone(),
        long_title: case.title.chars().count() > LONG_TITLE,
        subtitle: case.subtitle.clone(),
        summary: case.summary.clone(),
        topic: case
            .topics
            .first()
            .map_or_else(|| own(""), |topic| own(topic.topic().parent.unwrap_or(topic.id()))),
        glosses: glosses(t, case),
        plan: cards::plan(case),
        numbers,
        more_numbers,
        facts: facts::facts(t, case),
        topics: case.topics.iter().map(|topic| own(topic.id())).collect(),
        goals: goals(t, case),
        sections: sections(t, case),
        awards: annex::awards(t, case),
        pictures: case.images.iter().filter_map(|image| annex::picture(t, image)).collect(),
        links: annex::links(t, case),
        contacts: annex::contacts(t, case),
        maker: lead_actor(case),
        published_iso: crate::i18n::iso_day(shown.published),
        origin_published: published(t, shown),
        updated: (shown.updated > shown.published && shown.revision > 1)
            .then(|| t.day(shown.updated)),
        origin_shown: (!shown.local).then(|| t.around("origin-shown", "network")),
        origin_host: shown.by_way_of.to_owned(),
        first_published: annex::first_published(case),
        network_href: crate::urls::network_path(&case.source_network),
        network,
        origin_page,
        licence: t.term("licence", case.licence.id()),
        licence_href: case.licence.url(),
        object: shown.uri.to_owned(),
        related: related.iter().map(|shown| card(t, shown)).collect(),
        talk: Talk::default(),
        t: t.clone(),
    }
}

fn framed(frame: Frame, shown: &Shown, origin_page: Option<&str>) -> Frame {
    let mut frame = frame.titled(&shown.case.title, &shorten(&shown.case.summary, 200));
    let here = || format!("{}{}", frame.site.origin, shown.page);
    frame.canonical = Some(origin_page.map_or_else(here, str::to_owned));
    frame.object = Some(shown.uri.to_owned());
    frame.kind = "article";
    frame
}

fn topic_door(t: &Speech, id: &str) -> Door {
    Door {
        href: format!("/cases?topic={id}"),
        label: cards::topic_label(t, id),
        count: 0,
        class: String::new(),
    }
}

fn glosses(t: &Speech, case: &CaseStudy) -> Vec<GlossBox> {
    let others = case.translations.iter().filter(|(language, _)| *language != case.language);
    others
        .map(|(language, translation)| GlossBox {
            heading: t.say1("case-in-language", "language", &t.term("language", language.id())),
            title: translation.title.clone(),
            summary: translation.summary.clone(),
            lang: language.id(),
            dir: cards::dir(language.direction()),
            note: t
                .say(match translation.kind {
                    TranslationKind::Human => "gloss-human",
                    TranslationKind::Machine => "gloss-machine",
                })
                .into_owned(),
            open: reads(t, *language) && !reads(t, case.language),
        })
        .collect()
}

fn reads(t: &Speech, language: Language) -> bool {
    cards::spoken(t.locale, language)
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

fn sections(t: &Speech, case: &CaseStudy) -> Vec<SectionText> {
    let sections = case.sections.0.iter();
    sections
        .map(|(id, text)| SectionText {
            id: id.id(),
            heading: t.term("section", id.id()),
            body: html::from_markdown(&Markdown::new(text)),
        })
        .collect()
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
