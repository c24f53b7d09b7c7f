//! The desk: manuscripts are written together, reviewed, and become what the public sees.

mod publishing;
mod reminding;
mod review;
mod translating;
mod writing;

pub use reminding::remind;
pub use review::NOTE_CHARS;
pub use translating::{Translated, pairs, stale_since};
pub use writing::{Saved, Start};

use super::{access::Who, publish::Publisher};
use crate::{
    config::Config,
    domain::{
        account::Member,
        case_study::Refusal,
        desk::{
            Draft, Hand, Missing, Objection, Tie,
            draft::{Place, key_of, slug_of},
        },
    },
    store::{
        Db, StoreError, Tx,
        actors::{self, ActorKind},
        cases,
        manuscripts::{self, Author, Manuscript},
    },
    urls::Urls,
};

/// Where manuscripts are kept and published, and by which rules.
#[derive(Clone)]
pub struct Desk {
    pub db: Db,
    pub publisher: Publisher,
    /// Slug of the network that publishes here.
    pub network: String,
    /// Whether people may decide on what they wrote themselves.
    pub own_cases: bool,
}

/// Who acts, and as what.
#[derive(Clone, Debug)]
pub struct By<'m> {
    pub hand: Hand<'m>,
    pub who: Who,
}

impl<'m> By<'m> {
    /// A member, with all that their role allows.
    pub fn member(member: &'m Member) -> Self {
        By { hand: Hand::of(member), who: Who::Member(member.handle.clone()) }
    }

    /// Who runs the machine, or holds a token of it.
    pub fn keeper(who: Who) -> Self {
        By { hand: Hand::Keeper, who }
    }

    /// Account, and name as others are told it.
    fn told_as(&self) -> (&str, &str) {
        self.hand.member().map_or(("", ""), |member| (&member.id, &member.name))
    }

    /// Account and handle; a name for the keeper, who has no account.
    pub(in crate::app) fn names(&self) -> (String, String) {
        match self.hand.member() {
            Some(member) => (member.id.clone(), member.handle.clone()),
            None => (String::new(), self.who.to_string()),
        }
    }
}

/// Why the desk does not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum No {
    /// There is none, or it is nothing of theirs: strangers are told the same.
    #[error("there is no such manuscript")]
    NotFound,
    #[error(transparent)]
    Objection(#[from] Objection),
    /// The text is another one than the one that was looked at.
    #[error("the text has changed meanwhile")]
    Moved,
    #[error("two texts of one field wait for a choice")]
    Undecided,
    #[error("something is missing")]
    Incomplete(Box<Missing>),
    /// Cannot be kept as it is, by its fields.
    #[error(transparent)]
    Unkept(Refusal),
    #[error("a reason is needed")]
    NoReason,
    /// So many are begun that nobody would finish them.
    #[error("too many unfinished manuscripts")]
    TooMany,
    /// The case is being revised already, in this manuscript.
    #[error("it is being revised already, in {0}")]
    Open(String),
    #[error("a manuscript keeps at least one author")]
    LastAuthor,
    #[error(transparent)]
    Other(#[from] super::Error),
}

impl From<StoreError> for No {
    fn from(error: StoreError) -> Self {
        No::Other(error.into())
    }
}

impl From<No> for super::Error {
    fn from(no: No) -> Self {
        match no {
            No::NotFound => super::Error::NotFound("such manuscript".into()),
            No::Incomplete(missing) => {
                let mut errors = missing.refused;
                errors.extend(missing.wanted);
                super::Error::Refused(Refusal { errors })
            }
            No::Unkept(refusal) => super::Error::Refused(refusal),
            No::NoReason => super::Error::Invalid("a reason is needed".into()),
            No::Other(error) => error,
            other => super::Error::Conflict(other.to_string()),
        }
    }
}

pub type Result<T> = std::result::Result<T, No>;

/// A manuscript with those who write on it, and how the one who asked stands to it.
#[derive(Clone, Debug)]
pub struct Opened {
    pub manuscript: Manuscript,
    pub authors: Vec<Author>,
    pub tie: Tie,
}

impl Desk {
    /// The desk of this instance.
    ///
    /// # Errors
    /// When the database does not answer, or the instance has no actors yet.
    pub async fn of(db: &Db, config: &Config, urls: &Urls) -> super::Result<Self> {
        let built_in = actors::built_in(&mut db.read().await?).await?;
        let network = built_in.into_iter().find(|actor| actor.kind == ActorKind::Network);
        let network = network.ok_or_else(|| super::Error::NotFound("network actor".into()))?;
        Ok(Desk {
            db: db.clone(),
            publisher: Publisher { urls: urls.clone(), actor: network.uri },
            network: config.network.slug.clone(),
            own_cases: config.editorial.own_cases,
        })
    }

    /// A manuscript for one of its authors, or for who reviews.
    ///
    /// # Errors
    /// `NotFound`, also for strangers.
    pub async fn open(&self, by: &By<'_>, id: &str) -> Result<Opened> {
        let mut tx = self.db.read().await?;
        let manuscript = manuscripts::find(&mut tx, id).await?;
        opened(&mut tx, by, manuscript).await
    }

    /// What keeps the manuscript from being published.
    pub fn missing(&self, manuscript: &Manuscript) -> Missing {
        let (key, slug) = place(manuscript);
        manuscript.draft.missing(Place { key: &key, slug: &slug, network: &self.network })
    }

    /// The manuscript as the case it would be, where it is complete enough to be one.
    ///
    /// # Errors
    /// What is wrong or lacking, field by field.
    pub fn finished(
        &self,
        manuscript: &Manuscript,
    ) -> std::result::Result<crate::domain::case_study::CaseStudy, Refusal> {
        self.as_case(manuscript, &manuscript.draft)
    }

    /// Any version of its text as a case.
    ///
    /// # Errors
    /// What is wrong or lacking, field by field.
    pub fn as_case(
        &self,
        manuscript: &Manuscript,
        draft: &Draft,
    ) -> std::result::Result<crate::domain::case_study::CaseStudy, Refusal> {
        let (key, slug) = place(manuscript);
        draft.finished(Place { key: &key, slug: &slug, network: &self.network })
    }

    /// Counts anew what is there and what is missing.
    fn measure(&self, manuscript: &mut Manuscript) {
        let missing = self.missing(manuscript);
        manuscript.done = missing.done as i64;
        manuscript.lacking = (missing.refused.len() + missing.wanted.len()) as i64;
    }
}

/// The id and the address part that the case gets.
fn place(manuscript: &Manuscript) -> (String, String) {
    let title = manuscript.draft.title();
    let key = manuscript.case_key.clone().unwrap_or_else(|| key_of(&title, &manuscript.id));
    (key, slug_of(&title))
}

async fn opened(tx: &mut Tx, by: &By<'_>, found: Option<Manuscript>) -> Result<Opened> {
    let manuscript = found.ok_or(No::NotFound)?;
    let authors = manuscripts::authors(tx, &manuscript.id).await?;
    let account = by.hand.member().map(|member| member.id.as_str());
    let is_author = account.is_some_and(|id| authors.iter().any(|author| author.account == id));
    let tie = if is_author { Tie::Author } else { Tie::Other };
    match (tie, by.hand) {
        // Whether there is one is nobody's business.
        (Tie::Other, Hand::Writer(_)) => Err(No::NotFound),
        _ => Ok(Opened { manuscript, authors, tie }),
    }
}

/// For who is going to change it.
async fn taken(tx: &mut Tx, by: &By<'_>, id: &str) -> Result<Opened> {
    let manuscript = manuscripts::take(tx, id).await?;
    opened(tx, by, manuscript).await
}

/// The published case that a manuscript revises, if it does.
pub async fn published(tx: &mut Tx, manuscript: &Manuscript) -> Result<Option<cases::StoredCase>> {
    let Some(key) = &manuscript.case_key else { return Ok(None) };
    Ok(cases::by_key(tx, key).await?.filter(cases::StoredCase::is_shown))
}
