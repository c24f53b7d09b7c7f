//! Readers ask the editors to correct a case, or to take out what names or shows them; without an
//! account. It waits with the complaints of others, and every reviewer is told.

use super::{Result, new_id, notices};
use crate::{
    domain::text::{clean_block, clean_line},
    store::{
        Db,
        cases::StoredCase,
        reports::{self, Report},
    },
    urls::Urls,
};

pub const TEXT_CHARS: usize = 4_000;
pub const CONTACT_CHARS: usize = 200;
/// Requests and complaints of this instance's own readers that are taken in a day.
pub const MOST_A_DAY: i64 = 200;
const DAY_MS: i64 = 86_400_000;

/// What a request is about; the ids are those of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A person who is named or shown.
    Person,
    /// Something that is wrong or out of date.
    Fact,
    /// A text or picture that is used without permission.
    Rights,
    Other,
}

impl About {
    pub const ALL: [About; 4] = [About::Person, About::Fact, About::Rights, About::Other];

    pub fn id(self) -> &'static str {
        match self {
            About::Person => "person",
            About::Fact => "fact",
            About::Rights => "rights",
            About::Other => "other",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.id() == id)
    }
}

/// What a reader wrote, as it came.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub about: Option<About>,
    pub text: String,
    pub contact: String,
}

/// What is wrong with a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    About,
    /// No text, or one that is too long.
    Text,
    /// A way to answer that is too long.
    Contact,
    /// Too many came today.
    Full,
}

/// Puts a request before the editors. `heading` says in their language what it is about. Returns the
/// flaws instead when it cannot be taken.
///
/// # Errors
/// When the database does not answer.
pub async fn ask(
    db: &Db,
    urls: &Urls,
    stored: &StoredCase,
    draft: &Draft,
    heading: &str,
    now: i64,
) -> Result<std::result::Result<(), Vec<Flaw>>> {
    let text = clean_block(&draft.text).trim().to_owned();
    let contact = clean_line(&draft.contact).trim().to_owned();
    let flaws = [
        (draft.about.is_none(), Flaw::About),
        (text.is_empty() || text.chars().count() > TEXT_CHARS, Flaw::Text),
        (contact.chars().count() > CONTACT_CHARS, Flaw::Contact),
    ];
    let flaws: Vec<Flaw> = flaws.into_iter().filter(|(wrong, _)| *wrong).map(|(_, f)| f).collect();
    if !flaws.is_empty() {
        return Ok(Err(flaws));
    }
    let mut tx = db.begin().await?;
    if reports::count_of_host(&mut tx, urls.host(), now - DAY_MS).await? >= MOST_A_DAY {
        return Ok(Err(vec![Flaw::Full]));
    }
    let parts = [heading, &text, &contact].map(str::to_owned);
    let reason: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let report = Report {
        num: 0,
        id: urls.activity(&new_id(now)),
        local: false,
        actor: String::new(),
        host: urls.host().to_owned(),
        objects: serde_json::json!([stored.uri]).to_string(),
        reason: reason.join("\n\n"),
        state: "open".into(),
        note: String::new(),
        at: now,
        resolved_at: None,
    };
    reports::add(&mut tx, &report).await?;
    notices::reported(&mut tx, &stored.case.title, now).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
