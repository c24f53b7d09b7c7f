//! Our own actors write notes: answers to cases and comments, and notes of their own.

use super::{
    Error, Result,
    access::{Who, record},
    new_id, notices,
};
use crate::{
    domain::{
        comment::CommentState,
        event::Event,
        id::Address,
        text::{Markdown, clean_block},
    },
    html,
    store::{
        self, Db, Tx, activities,
        actors::{self, ActorKind, LocalActor},
        cases::{self, Tombstone},
        comments::{self, Comment},
        events, received,
    },
    urls::Urls,
};

/// Longest note, in characters.
pub const MOST_CHARS: usize = 10_000;
/// People one note may name in its text.
const MOST_MENTIONS: usize = 20;

/// A note as somebody wrote it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Markdown.
    pub text: String,
    /// Language tag of the text.
    pub language: Option<String>,
}

impl Draft {
    /// The text cleaned, within its bounds.
    ///
    /// # Errors
    /// `Invalid` when it is empty, too long, or its language is no language tag.
    pub(super) fn checked(self) -> Result<Draft> {
        let text = clean_block(&self.text).trim().to_owned();
        if text.is_empty() {
            return Err(Error::Invalid("a note without text says nothing".into()));
        }
        if text.chars().count() > MOST_CHARS {
            return Err(Error::Invalid(format!("a note has at most {MOST_CHARS} characters")));
        }
        let is_tag = |tag: &String| {
            (2..=35).contains(&tag.len())
                && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        match self.language {
            Some(tag) if !is_tag(&tag) => {
                Err(Error::Invalid("the language is a tag such as en or pt-BR".into()))
            }
            language => Ok(Draft { text, language }),
        }
    }

    fn html(&self) -> String {
        html::from_markdown(&Markdown::new(&self.text)).as_str().trim_end().to_owned()
    }
}

/// `actor` writes a note, as an answer to `reply_to` where one is named: a case, a comment or a
/// post that is known here.
///
/// # Errors
/// `Invalid` for a text that cannot be taken or an actor that does not write; `NotFound` when
/// what is answered is not here; `Conflict` when it is gone or not shown.
pub async fn write(
    db: &Db,
    urls: &Urls,
    who: &Who,
    actor: &LocalActor,
    draft: Draft,
    reply_to: Option<&str>,
    now: i64,
) -> Result<Comment> {
    if !matches!(actor.kind, ActorKind::Network | ActorKind::Person) {
        return Err(Error::Invalid(format!("@{} is no one who writes", actor.handle)));
    }
    let draft = draft.checked()?;
    let mut tx = db.begin().await?;
    let place = match reply_to {
        Some(uri) => place(&mut tx, uri).await?,
        None => (None, 0),
    };
    let reply_to = reply_to.map(str::to_owned);
    let state = CommentState::Shown;
    let note = put(&mut tx, urls, who, actor, draft, (reply_to, place, state), now).await?;
    tx.commit().await?;
    Ok(note)
}

/// Keeps a new note, which answers `parent` and stands at `place`.
pub(super) async fn put(
    tx: &mut Tx,
    urls: &Urls,
    who: &Who,
    actor: &LocalActor,
    draft: Draft,
    (parent, place, state): (Option<String>, (Option<String>, i64), CommentState),
    now: i64,
) -> Result<Comment> {
    let (root, depth) = place;
    let uri = urls.object(&new_id(now));
    let note = Comment {
        num: 0,
        uri: uri.clone(),
        local: true,
        actor: actor.uri.clone(),
        host: urls.host().to_owned(),
        root,
        parent,
        depth,
        state,
        silenced: false,
        html: draft.html(),
        language: draft.language,
        warning: String::new(),
        page_url: None,
        published_at: now,
        updated_at: now,
        received_at: now,
        source: Some(draft.text),
    };
    comments::save(tx, &note).await?;
    if note.is_shown() {
        notices::commented(tx, &note, now).await?;
        let named = named_here(tx, urls, &note).await?;
        notices::mentioned(tx, &named, &note, now).await?;
    }
    record(tx, who, "note.written", &uri, &actor.handle, now).await?;
    events::append(tx, &Event::NoteWritten { id: uri.clone() }, now).await?;
    // With its number.
    comments::find(tx, &uri).await?.ok_or_else(|| Error::NotFound(format!("note {uri}")))
}

/// Actors of ours whose handles stand in a note.
async fn named_here(tx: &mut Tx, urls: &Urls, note: &Comment) -> Result<Vec<String>> {
    // In a text a colon ends a name, and with it a port is cut off.
    let own = urls.host().split(':').next().unwrap_or_default();
    let mut named = Vec::new();
    for (handle, host) in mentions(note.source.as_deref().unwrap_or_default()) {
        if host == own {
            named.extend(actors::by_handle(tx, &handle).await?.map(|actor| actor.uri));
        }
    }
    Ok(named)
}

/// Where an answer to `uri` stands: the case, when it is about one, and how deep.
pub(super) async fn place(tx: &mut Tx, uri: &str) -> Result<(Option<String>, i64)> {
    if let Some(case) = cases::by_uri(tx, uri).await? {
        return match case.is_shown() {
            true => Ok((Some(case.uri), 1)),
            false => Err(Error::Conflict(format!("{uri} is not shown here"))),
        };
    }
    if let Some(comment) = comments::find(tx, uri).await? {
        return match comment.is_shown() {
            true if comment.root.is_some() => Ok((comment.root, comment.depth + 1)),
            true => Ok((None, 0)),
            false => Err(Error::Conflict(format!("{uri} is not shown here"))),
        };
    }
    match received::find(tx, uri).await? {
        Some(kept) if kept.state == "gone" => Err(Error::Conflict(format!("{uri} was deleted"))),
        Some(_) => Ok((None, 0)),
        None => Err(Error::NotFound(format!("object {uri} here"))),
    }
}

/// The note of ours with this uri, unless it was deleted.
async fn own(tx: &mut Tx, uri: &str) -> Result<Comment> {
    let note = comments::find(tx, uri).await?.filter(|note| note.local);
    let note = note.ok_or_else(|| Error::NotFound(format!("note {uri} of ours")))?;
    match note.state {
        CommentState::Deleted => Err(Error::Conflict(format!("{uri} was deleted"))),
        _ => Ok(note),
    }
}

/// A note of ours gets another text.
///
/// # Errors
/// As [`write`]; `Conflict` when it was deleted.
pub async fn update(db: &Db, who: &Who, uri: &str, draft: Draft, now: i64) -> Result<Comment> {
    let mut tx = db.begin().await?;
    let known = own(&mut tx, uri).await?;
    let state = known.state;
    let note = change(&mut tx, who, known, draft, state, now).await?;
    tx.commit().await?;
    Ok(note)
}

/// Gives a note another text, and the state that follows from it.
pub(super) async fn change(
    tx: &mut Tx,
    who: &Who,
    known: Comment,
    draft: Draft,
    state: CommentState,
    now: i64,
) -> Result<Comment> {
    let draft = draft.checked()?;
    let note = Comment {
        state,
        html: draft.html(),
        language: draft.language.or(known.language.clone()),
        source: Some(draft.text),
        // Dates on the wire have whole seconds: readers must see that this one is newer.
        updated_at: now.max(known.updated_at + 1_000),
        ..known
    };
    comments::save(tx, &note).await?;
    record(tx, who, "note.changed", &note.uri, "", now).await?;
    events::append(tx, &Event::NoteWritten { id: note.uri.clone() }, now).await?;
    Ok(note)
}

/// A note of ours goes: its text is gone here, and whoever was told of it is told so.
///
/// # Errors
/// `NotFound` when it is none of ours; `Conflict` when it was deleted before.
pub async fn delete(db: &Db, who: &Who, uri: &str, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    own(&mut tx, uri).await?;
    remove(&mut tx, who, uri, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a note of ours away.
pub(super) async fn remove(tx: &mut Tx, who: &Who, uri: &str, now: i64) -> Result<()> {
    comments::mark_deleted(tx, uri, now).await?;
    bury(tx, uri, now).await?;
    record(tx, who, "note.deleted", uri, "", now).await?;
    events::append(tx, &Event::NoteDeleted { id: uri.to_owned() }, now).await?;
    Ok(())
}

/// Nothing that was said about a note of ours travels on, and nothing comes back under its id.
pub async fn bury(tx: &mut Tx, uri: &str, now: i64) -> store::Result<()> {
    activities::drop_about(tx, uri).await?;
    let stone = Tombstone {
        uri: uri.to_owned(),
        former_type: "Note".into(),
        at: now,
        reason: String::new(),
    };
    cases::bury(tx, &stone).await
}

/// The `@user@host` that a text names: handle and host, each once.
pub fn mentions(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || "()[]{}<>,;:!?\"'*".contains(c)) {
        let word = word.trim_end_matches('.');
        if !word.starts_with('@') || word.len() > 400 {
            continue;
        }
        let Ok(address) = Address::parse(word) else { continue };
        let pair = (address.user.to_string(), address.host.to_string());
        if !found.contains(&pair) {
            found.push(pair);
        }
        if found.len() == MOST_MENTIONS {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_people_by_their_whole_address() {
        let text = "Hello @Ana@a.example, (@ben@b.example.) and @ana@a.example; not @cleo or a@b.c";
        let pair = |user: &str, host: &str| (user.to_owned(), host.to_owned());
        assert_eq!(mentions(text), [pair("ana", "a.example"), pair("ben", "b.example")]);
    }

    #[test]
    fn a_note_has_a_text_within_bounds() {
        let draft = |text: &str, language: Option<&str>| {
            Draft { text: text.into(), language: language.map(str::to_owned) }.checked()
        };
        assert!(draft(" \u{202e}\n", None).is_err());
        assert!(draft(&"x".repeat(MOST_CHARS + 1), None).is_err());
        assert!(draft("x", Some("a b")).is_err());
        let text = draft("Good *work*\r\n\r\nOn <b>", Some("en")).unwrap();
        assert_eq!(text.html(), "<p>Good <em>work</em></p>\n<p>On &lt;b&gt;</p>");
    }
}
