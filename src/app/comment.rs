//! Comments under cases: what other servers send, and what editors decide.

use super::{
    Error, Result,
    access::{Who, record},
    note, notices,
    receive::{self, Effect, ForeignPost},
};
use crate::{
    config::Moderation,
    domain::{comment::CommentState, event::Event, text::Html},
    store::{
        self, Db, Tx, activities, cases,
        comments::{self, Comment},
        events, peers, received,
    },
};

/// A comment that arrives later than that after it was written is told to nobody: three days.
const NEW_MS: i64 = 3 * 86_400_000;

/// A post of another server, read as a comment.
#[derive(Clone, Debug)]
pub struct ForeignComment {
    pub post: ForeignPost,
    pub html: Html,
    /// Plain text.
    pub warning: String,
    pub language: Option<String>,
    /// Its page at its origin.
    pub page_url: Option<String>,
}

/// Where a comment stands: the case, and how far below it.
struct Place {
    root: String,
    depth: i64,
}

/// Where an answer to `parent` would stand; none when `parent` is neither a case that is shown
/// here nor a comment under one.
async fn place_below(tx: &mut Tx, parent: &str) -> store::Result<Option<Place>> {
    if let Some(case) = cases::by_uri(tx, parent).await? {
        return Ok(case.is_shown().then_some(Place { root: case.uri, depth: 1 }));
    }
    let Some(comment) = comments::find(tx, parent).await? else { return Ok(None) };
    let depth = comment.depth + 1;
    Ok(comment.root.map(|root| Place { root, depth }))
}

/// Whether an answer to `uri` has a place here.
pub async fn can_be_answered(tx: &mut Tx, uri: &str) -> store::Result<bool> {
    Ok(place_below(tx, uri).await?.is_some())
}

/// A public post that answers a case or a comment arrives, or was changed.
pub async fn arrive(
    tx: &mut Tx,
    foreign: ForeignComment,
    moderation: Moderation,
    now: i64,
) -> Result<Effect> {
    let ForeignComment { post, html, warning, language, page_url } = foreign;
    let (uri, host, actor) = (post.uri.clone(), post.host.clone(), post.actor.clone());
    let Some(fresh) = state_of(tx, &host, moderation).await? else {
        return Ok(Effect::Ignored("its host is blocked".into()));
    };
    let parent = post.in_reply_to.clone();
    let (published_at, updated_at) = (post.published, post.updated);
    let effect = receive::post(tx, post, now).await?;
    let known = comments::find(tx, &uri).await?;
    if effect != Effect::Done {
        // It came before its thread was known here: now it has a place.
        let kept = received::find(tx, &uri).await?;
        let waits = kept.is_some_and(|kept| kept.actor == actor && kept.state != "gone");
        if !waits || known.is_some() {
            return Ok(effect);
        }
    }
    let was_shown = known.as_ref().is_some_and(Comment::is_shown);
    let comment = match known {
        Some(known) if known.state == CommentState::Deleted => return Ok(Effect::Done),
        Some(known) => Comment {
            state: known.state.on_edit(fresh),
            language,
            warning,
            page_url,
            updated_at,
            html: html.as_str().to_owned(),
            ..known
        },
        None => {
            let place = match &parent {
                Some(parent) => place_below(tx, parent).await?,
                None => None,
            };
            let Some(Place { root, depth }) = place else {
                return Ok(Effect::Ignored("it answers nothing that is here".into()));
            };
            Comment {
                num: 0,
                uri,
                local: false,
                actor,
                host,
                root: Some(root),
                parent,
                depth,
                state: fresh,
                silenced: false,
                language,
                warning,
                page_url,
                published_at,
                updated_at,
                received_at: now,
                source: None,
                html: html.as_str().to_owned(),
            }
        }
    };
    comments::save(tx, &comment).await?;
    // What is read in with an old thread is no news.
    if comment.is_shown() && !was_shown && comment.published_at > now - NEW_MS {
        notices::commented(tx, &comment, now).await?;
    }
    Ok(Effect::Done)
}

/// The state of a comment that arrives from `host` now.
async fn state_of(tx: &mut Tx, host: &str, moderation: Moderation) -> Result<Option<CommentState>> {
    let decided = peers::find(tx, host).await?.is_some_and(|peer| !peer.reason.is_empty());
    let standing = peers::standing(tx, host).await?;
    Ok(CommentState::on_arrival(standing, decided, moderation == Moderation::Before))
}

/// An editor shows, hides or rejects a comment. `named` is its uri or its number. One of ours that
/// other servers were told of is deleted there when it goes out of sight here; shown again, it is
/// shown here only.
///
/// # Errors
/// `NotFound` when there is no such comment; `Conflict` when its author deleted it.
pub async fn moderate(
    db: &Db,
    who: &Who,
    named: &str,
    state: CommentState,
    note: &str,
    now: i64,
) -> Result<Comment> {
    if !matches!(state, CommentState::Shown | CommentState::Hidden | CommentState::Rejected) {
        return Err(Error::Invalid("a comment is shown, hidden or rejected".into()));
    }
    let mut tx = db.begin().await?;
    let found = match named.parse() {
        Ok(num) => comments::by_num(&mut tx, num).await?,
        Err(_) => comments::find(&mut tx, named).await?,
    };
    let comment = found.ok_or_else(|| Error::NotFound(format!("comment {named}")))?;
    if comment.state == CommentState::Deleted {
        return Err(Error::Conflict("its author deleted this comment".into()));
    }
    comments::set_state(&mut tx, &comment.uri, state).await?;
    if comment.local && comment.state == CommentState::Shown && state != CommentState::Shown {
        take_back(&mut tx, &comment.uri, now).await?;
    }
    if state == CommentState::Shown && comment.state != state {
        if comment.local && cases::tombstone(&mut tx, &comment.uri).await?.is_none() {
            // What waited is told now. What was taken back is gone elsewhere for good.
            events::append(&mut tx, &Event::NoteWritten { id: comment.uri.clone() }, now).await?;
        }
        if comment.state == CommentState::Waiting {
            let shown = Comment { state, ..comment.clone() };
            notices::commented(&mut tx, &shown, now).await?;
        }
    }
    let what = format!("comment.{}", state.id());
    record(&mut tx, who, &what, &comment.uri, note, now).await?;
    tx.commit().await?;
    Ok(Comment { state, ..comment })
}

/// What other servers were told of a comment of ours is taken back.
async fn take_back(tx: &mut Tx, uri: &str, now: i64) -> Result<()> {
    if !activities::about(tx, uri, 1).await?.is_empty() {
        note::bury(tx, uri, now).await?;
    }
    // Jobs look again: they may be telling it in this moment.
    events::append(tx, &Event::NoteDeleted { id: uri.to_owned() }, now).await?;
    Ok(())
}
