//! Suggestions of visitors for the directory of networks, and what becomes of them.

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
};
use crate::{
    domain::{
        text::{clean_block, clean_line},
        vocabulary,
    },
    store::{
        Db,
        suggestions::{self, Suggestion},
    },
};

const NAME_CHARS: usize = 200;
const WEBSITE_CHARS: usize = 500;
const MESSAGE_CHARS: usize = 4_000;
const CONTACT_CHARS: usize = 200;
const NOTE_CHARS: usize = 500;

/// Open suggestions that are kept; more than that nobody reads.
pub const MOST_OPEN: i64 = 500;

/// What a visitor wrote, as it came.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// They speak for the network.
    pub is_claim: bool,
    /// The entry it is about; empty for a new one.
    pub slug: String,
    pub name: String,
    pub website: String,
    pub message: String,
    pub contact: String,
    pub language: String,
}

/// What is wrong with a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No name, or one that is too long.
    Name,
    /// Not an http or https address.
    Website,
    /// No message, or one that is too long.
    Message,
    /// Who speaks for a network has to be reachable.
    Contact,
    /// Too many suggestions wait already.
    Full,
}

impl Draft {
    /// The same with clean texts.
    ///
    /// # Errors
    /// Every flaw, in the order of the form.
    pub fn checked(self) -> std::result::Result<Draft, Vec<Flaw>> {
        let line = |text: &str| clean_line(text).trim().to_owned();
        let known = vocabulary::network(line(&self.slug).as_str());
        let draft = Draft {
            slug: known.map(|entry| entry.slug.clone()).unwrap_or_default(),
            name: line(&self.name),
            website: line(&self.website),
            message: clean_block(&self.message).trim().to_owned(),
            contact: line(&self.contact),
            language: line(&self.language).chars().take(35).collect(),
            is_claim: self.is_claim,
        };
        let longer = |text: &str, most: usize| text.chars().count() > most;
        let web = url::Url::parse(&draft.website)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host().is_some());
        let flaws = [
            (draft.name.is_empty() || longer(&draft.name, NAME_CHARS), Flaw::Name),
            (
                longer(&draft.website, WEBSITE_CHARS) || !(draft.website.is_empty() || web),
                Flaw::Website,
            ),
            (draft.message.is_empty() || longer(&draft.message, MESSAGE_CHARS), Flaw::Message),
            (
                longer(&draft.contact, CONTACT_CHARS)
                    || (draft.is_claim && draft.contact.is_empty()),
                Flaw::Contact,
            ),
        ];
        let flaws: Vec<Flaw> =
            flaws.into_iter().filter(|(wrong, _)| *wrong).map(|(_, flaw)| flaw).collect();
        if flaws.is_empty() { Ok(draft) } else { Err(flaws) }
    }
}

/// Keeps what a visitor wrote. Returns the flaws instead when it cannot be kept.
///
/// # Errors
/// When the database does not answer.
pub async fn suggest(
    db: &Db,
    draft: Draft,
    now: i64,
) -> Result<std::result::Result<Suggestion, Vec<Flaw>>> {
    let Draft { is_claim, slug, name, website, message, contact, language } = match draft.checked()
    {
        Ok(draft) => draft,
        Err(flaws) => return Ok(Err(flaws)),
    };
    let mut tx = db.begin().await?;
    if suggestions::count(&mut tx, Some("open")).await? >= MOST_OPEN {
        return Ok(Err(vec![Flaw::Full]));
    }
    let suggestion = Suggestion {
        id: new_id(now),
        kind: if is_claim { "claim" } else { "network" }.to_owned(),
        slug,
        name,
        website,
        message,
        contact,
        language,
        at: now,
        state: "open".into(),
        note: String::new(),
        decided_at: None,
    };
    suggestions::insert(&mut tx, &suggestion).await?;
    tx.commit().await?;
    Ok(Ok(suggestion))
}

/// Somebody dealt with a suggestion: it is marked so, and its contact is forgotten.
///
/// # Errors
/// `NotFound` when there is none, `Conflict` when it is done already, `Invalid` for a note that is
/// too long.
pub async fn done(db: &Db, who: &Who, id: &str, note: &str, now: i64) -> Result<Suggestion> {
    let note = clean_line(note).trim().to_owned();
    if note.chars().count() > NOTE_CHARS {
        return Err(Error::Invalid(format!("a note has at most {NOTE_CHARS} characters")));
    }
    let mut tx = db.begin().await?;
    if suggestions::find(&mut tx, id).await?.is_none() {
        return Err(Error::NotFound(format!("suggestion {}", clean_line(id))));
    }
    if !suggestions::done(&mut tx, id, &note, now).await? {
        return Err(Error::Conflict(format!("{id} is done already")));
    }
    record(&mut tx, who, "suggestion.done", id, &note, now).await?;
    let found = suggestions::find(&mut tx, id).await?;
    tx.commit().await?;
    found.ok_or_else(|| Error::NotFound(format!("suggestion {id}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_is_clean_bounded_and_names_an_entry_that_exists() {
        let draft = Draft {
            slug: "atlantis".into(),
            name: " Cities\u{202e} of\nSalt ".into(),
            website: "https://salt.example".into(),
            message: "We exist.".into(),
            ..Draft::default()
        };
        let checked = draft.clone().checked().unwrap();
        assert_eq!((checked.name.as_str(), checked.slug.as_str()), ("Cities of Salt", ""));
        let flaws = |draft: Draft| draft.checked().unwrap_err();
        assert_eq!(flaws(Draft { name: " ".into(), ..draft.clone() }), [Flaw::Name]);
        assert_eq!(
            flaws(Draft { website: "javascript:1".into(), ..draft.clone() }),
            [Flaw::Website]
        );
        assert_eq!(flaws(Draft { message: "x".repeat(4_001), ..draft.clone() }), [Flaw::Message]);
        assert_eq!(flaws(Draft { is_claim: true, ..draft.clone() }), [Flaw::Contact]);
        assert_eq!(flaws(Draft::default()), [Flaw::Name, Flaw::Message]);
    }
}
