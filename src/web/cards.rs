//! A case as a card in a list, and the small pieces that cards share with the case's page.

use std::sync::Arc;

use crate::{
    domain::{
        case_study::{CaseStudy, Direction, Image, Translation},
        search::{Piece, Term, excerpt, mark},
        text::shorten,
        vocabulary::{self, Language},
    },
    i18n::{Locale, Speech},
    store::{cases::StoredCase, copies::Copy},
    urls,
};

use super::{
    documents::Documents,
    media::{self, View},
    plan::Seed,
};

/// A case and where it comes from: what a page needs of what the store holds.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    pub case: &'a CaseStudy,
    /// The id of its ActivityPub object.
    pub uri: &'a str,
    /// Whether this instance published it.
    pub local: bool,
    /// The instance we follow, because of which it is here.
    pub by_way_of: &'a str,
    /// The path of its page here.
    pub page: String,
    /// Its page where it lives, when that is elsewhere.
    pub origin_url: Option<&'a str>,
    /// Epoch milliseconds.
    pub published: i64,
    /// Epoch milliseconds.
    pub updated: i64,
    pub revision: i64,
    /// What is known of its pictures that stand elsewhere.
    pub copies: Copies<'a>,
    /// What is known of documents that are kept here; None where nobody looked.
    pub documents: Option<&'a Documents>,
}

/// What is known of pictures that stand elsewhere.
#[derive(Clone, Debug)]
pub enum Copies<'a> {
    /// They are only linked, as in a revision that is no longer the newest.
    Linked,
    /// They are shown; whether they can be had turns out when they are asked for.
    Unknown,
    /// They are shown as far as they could be had.
    Known(&'a [Copy]),
}

impl<'a> From<&'a StoredCase> for Shown<'a> {
    fn from(stored: &'a StoredCase) -> Shown<'a> {
        Shown {
            case: &stored.case,
            uri: &stored.uri,
            local: stored.local,
            by_way_of: stored.shared_by.as_deref().map_or(&stored.host, host_of),
            page: urls::case_path(&stored.page),
            origin_url: stored.origin_url.as_deref(),
            published: stored.published,
            updated: stored.updated,
            revision: stored.revision,
            copies: Copies::Unknown,
            documents: None,
        }
    }
}

impl<'a> From<&'a Arc<StoredCase>> for Shown<'a> {
    fn from(stored: &'a Arc<StoredCase>) -> Shown<'a> {
        Shown::from(&**stored)
    }
}

impl Shown<'_> {
    /// A picture of the case, where it is kept here or a copy of it may be.
    pub fn view_of(&self, image: &Image) -> Option<View> {
        if !self.local {
            return self.copy_of(image);
        }
        // The object and the pictures of a case of ours have the same origin.
        let (origin, _) = self.uri.rsplit_once("/o/")?;
        let named = media::kept_at(origin, image.file.as_deref()?)?;
        Some(View::of(&named, image))
    }

    fn copy_of(&self, image: &Image) -> Option<View> {
        let file = image.file.as_deref()?;
        let is_elsewhere = file.starts_with("https://") || file.starts_with("http://");
        let page = self.page.strip_prefix("/cases/").filter(|_| is_elsewhere)?;
        let known = match self.copies {
            Copies::Linked => return None,
            Copies::Unknown => None,
            Copies::Known(known) => {
                let tag = crate::media::tag(file);
                known.iter().find(|copy| copy.tag == tag)
            }
        };
        View::copied(page, file, image, known)
    }
}

/// `HOST` or `HOST:PORT` of a URI.
fn host_of(uri: &str) -> &str {
    let rest = uri.split_once("//").map_or(uri, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

pub struct Card {
    pub href: String,
    pub plan: String,
    /// In place of the plan, with who made it and its licence.
    pub photo: Option<(View, String)>,
    pub title: String,
    pub summary: String,
    pub lang: &'static str,
    pub dir: &'static str,
    /// Title and summary in the reader's language, when the case is in another.
    pub gloss: Option<Gloss>,
    pub city: String,
    pub country: String,
    pub year: String,
    pub goals: Vec<Goal>,
    pub more_goals: usize,
    pub network: String,
    /// The case's language, when it is not the reader's.
    pub language: Option<String>,
    /// What was looked for, in the texts that show it.
    pub marked: Option<Marked>,
}

/// Texts of a card in which the words of a search are marked.
pub struct Marked {
    pub title: Vec<Piece>,
    /// Of the gloss; empty without one.
    pub gloss: Vec<Piece>,
    pub city: Vec<Piece>,
    /// In place of the summary, where some other text shows better why the case was found.
    pub excerpt: Option<Lines>,
}

pub struct Lines {
    pub pieces: Vec<Piece>,
    pub lang: &'static str,
    pub dir: &'static str,
}

pub struct Gloss {
    pub title: String,
    pub summary: String,
    pub lang: &'static str,
    pub dir: &'static str,
}

pub struct Goal {
    pub number: u8,
    pub label: String,
    pub href: String,
}

impl Card {
    /// The lines in which the words of a search were found.
    pub fn excerpt(&self) -> Option<&Lines> {
        self.marked.as_ref()?.excerpt.as_ref()
    }
}

/// A link with a number behind it: a topic, a network, an example of a search.
pub struct Door {
    pub href: String,
    pub label: String,
    pub count: i64,
    /// Of the style sheet; empty when there is none.
    pub class: String,
}

const GOALS_ON_A_CARD: usize = 4;
/// Characters of a summary on a card: the three lines that are seen of it.
const SUMMARY: usize = 170;

pub fn card(t: &Speech, shown: &Shown) -> Card {
    let case = shown.case;
    let city = case.cities.first();
    let place = city.map(|city| city.country.as_str()).unwrap_or_default();
    let goals = case.sdgs.iter().take(GOALS_ON_A_CARD).filter_map(|id| goal(t, *id)).collect();
    Card {
        href: shown.page.clone(),
        plan: plan(case),
        photo: case
            .images
            .iter()
            .find_map(|image| Some((shown.view_of(image)?, credit(t, image).unwrap_or_default()))),
        title: case.title.clone(),
        summary: shorten(&case.summary, SUMMARY),
        lang: case.language.id(),
        dir: direction(case),
        gloss: gloss(t.locale, case),
        city: city.map(|city| city.name.clone()).unwrap_or_default(),
        country: country(t, place),
        year: case.period.start.chars().take(4).collect(),
        goals,
        more_goals: case.sdgs.len().saturating_sub(GOALS_ON_A_CARD),
        network: network_name(&case.source_network),
        language: (!spoken(t.locale, case.language))
            .then(|| t.term("language", case.language.id())),
        marked: None,
    }
}

/// A card on which the words of a search are marked, with the lines in which they were found.
pub fn found(t: &Speech, shown: &Shown, terms: &[Term]) -> Card {
    let card = card(t, shown);
    if terms.is_empty() {
        return card;
    }
    // To who gets title and summary in their own language, not the original but that.
    let own = shown.case.translations.iter().map(|(language, _)| *language);
    let own = own.filter(|_| card.gloss.is_some()).find(|language| spoken(t.locale, *language));
    let first = own.unwrap_or(shown.case.language);
    let lines = excerpt(shown.case, terms, first).map(|found| Lines {
        pieces: found.pieces,
        lang: found.language.id(),
        dir: match found.language == shown.case.language {
            true => card.dir,
            false => dir(found.language.direction()),
        },
    });
    let marked = Marked {
        title: mark(&card.title, terms),
        gloss: card.gloss.as_ref().map(|gloss| mark(&gloss.title, terms)).unwrap_or_default(),
        city: mark(&card.city, terms),
        excerpt: lines,
    };
    Card { marked: Some(marked), ..card }
}

/// Who made a picture, and what others may do with it.
pub fn credit(t: &Speech, image: &Image) -> Option<String> {
    let licence = image.licence.map(|licence| t.term("licence", licence.id()));
    let credit: Vec<String> = image.credit.iter().cloned().chain(licence).collect();
    (!credit.is_empty()).then(|| t.list(&credit))
}

/// The address of the case's city plan.
pub fn plan(case: &CaseStudy) -> String {
    let first = case.topics.first().map(|topic| topic.topic());
    let place = first.and_then(|topic| topic_place(topic.parent.unwrap_or(topic.id)));
    format!("/plans/{}", Seed::new(&case.id, place.unwrap_or(0)).name())
}

/// Where a topic at the top stands among its sisters, from 0.
pub fn topic_place(id: &str) -> Option<usize> {
    vocabulary::topics().iter().position(|topic| topic.id == id)
}

pub fn goal(t: &Speech, id: u8) -> Option<Goal> {
    let known = vocabulary::sdg(id)?;
    Some(Goal { number: id, label: known.label(t.tag()).to_owned(), href: urls::goal_path(id) })
}

pub fn topic_label(t: &Speech, id: &str) -> String {
    t.known_term("topic", id).unwrap_or_else(|| id.to_owned())
}

pub fn country(t: &Speech, code: &str) -> String {
    t.known_term("country", code).unwrap_or_else(|| code.to_owned())
}

/// What people call a network; its slug when the directory does not have it.
pub fn network_name(slug: &str) -> String {
    vocabulary::network(slug).map_or_else(|| slug.to_owned(), |entry| entry.called().to_owned())
}

/// Whether a reader of this interface language reads the case's language.
pub fn spoken(locale: Locale, language: Language) -> bool {
    Locale::from_tag(language.id()) == Some(locale)
}

/// Which way the case's own text runs.
pub fn direction(case: &CaseStudy) -> &'static str {
    dir(case.text_direction.unwrap_or_else(|| case.language.direction()))
}

pub fn dir(direction: Direction) -> &'static str {
    match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

pub fn gloss(locale: Locale, case: &CaseStudy) -> Option<Gloss> {
    if spoken(locale, case.language) {
        return None;
    }
    let (language, translation) =
        case.translations.iter().find(|(language, _)| spoken(locale, *language))?;
    Some(glossed(*language, translation))
}

fn glossed(language: Language, translation: &Translation) -> Gloss {
    Gloss {
        title: translation.title.clone(),
        summary: shorten(&translation.summary, SUMMARY),
        lang: language.id(),
        dir: dir(language.direction()),
    }
}
