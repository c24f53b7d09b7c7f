//! What concerns a member is told on the site, in the transaction of what happened.

mod mail;
mod words;

pub use mail::{End, change, end_by_key, ending, tell_due, wished};
pub use words::said;

use super::{Result, new_id};
use crate::{
    domain::{
        account::Member,
        text::{clean_line, shorten},
        vocabulary::EditorialState,
    },
    store::{
        self, Db, Tx, actors, cases,
        comments::Comment,
        follows::Follower,
        manuscripts::{self, Manuscript},
        notices::{self, Notice},
        remote_actors,
    },
    urls,
};

/// Notices that are listed; older ones are not shown.
pub const MOST: i64 = 100;
/// Notices are forgotten after so long, read or not: 90 days.
const KEEP_MS: i64 = 90 * 86_400_000;
/// Characters of a name or a title.
const TEXT_CHARS: usize = 200;
/// Reviewers who are told of one manuscript.
const REVIEWERS: i64 = 200;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// New cases of a saved search.
    Alert,
    /// A reader asks for a correction of a case.
    Reported,
    /// Published cases were not looked at for 24 months.
    Old,
    /// A manuscript waits for a reviewer.
    Submitted,
    /// An editor gave me a manuscript to review.
    Assigned,
    /// My manuscript is being reviewed.
    InReview,
    ChangesRequested,
    Approved,
    Published,
    Rejected,
    Withdrawn,
    /// A reviewer noted on my manuscript.
    Noted,
    /// A note of mine was answered.
    Answered,
    /// A comment under my case.
    Comment,
    /// An answer to what I wrote.
    Reply,
    /// Somebody names me.
    Mention,
    /// A message to me alone.
    Message,
    /// Somebody follows me.
    Follower,
    /// Mail to me comes back.
    MailReturns,
}

impl Kind {
    pub const ALL: [Kind; 19] = [
        Kind::Alert,
        Kind::Reported,
        Kind::Old,
        Kind::Submitted,
        Kind::Assigned,
        Kind::InReview,
        Kind::ChangesRequested,
        Kind::Approved,
        Kind::Published,
        Kind::Rejected,
        Kind::Withdrawn,
        Kind::Noted,
        Kind::Answered,
        Kind::Comment,
        Kind::Reply,
        Kind::Mention,
        Kind::Message,
        Kind::Follower,
        Kind::MailReturns,
    ];

    /// As it is stored.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Alert => "alert",
            Kind::Submitted => "submitted",
            Kind::Reported => "reported",
            Kind::Old => "old",
            Kind::Assigned => "assigned",
            Kind::InReview => "in-review",
            Kind::ChangesRequested => "changes-requested",
            Kind::Approved => "approved",
            Kind::Published => "published",
            Kind::Rejected => "rejected",
            Kind::Withdrawn => "withdrawn",
            Kind::Noted => "noted",
            Kind::Answered => "answered",
            Kind::Comment => "comment",
            Kind::Reply => "reply",
            Kind::Mention => "mention",
            Kind::Message => "message",
            Kind::Follower => "follower",
            Kind::MailReturns => "mail-returns",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether it is told by mail too where nobody reads it on the site. Alerts and messages have
    /// mails of their own, and followers may be hundreds.
    pub const fn is_mailed(self) -> bool {
        !matches!(self, Kind::Alert | Kind::Message | Kind::Follower | Kind::MailReturns)
    }
}

/// What is told. Names and titles are plain text, whoever wrote them; pages escape them.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Who did it, as they are called; empty where nobody did.
    pub who: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// Where it leads: a path of ours.
    pub path: &'a str,
    /// How often it happened, at least once.
    pub times: usize,
}

/// Tells an account something. The same kind of thing about the same path, while it is unread, is one
/// notice that counts. Who has left is told nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn tell(
    tx: &mut Tx,
    account: &str,
    kind: Kind,
    told: Told<'_>,
    now: i64,
) -> store::Result<()> {
    let Some(mailing) = notices::mailing(tx, account).await? else { return Ok(()) };
    let rhythm = mailing.rhythm.filter(|_| kind.is_mailed());
    let text = |text: &str| shorten(clean_line(text).trim(), TEXT_CHARS);
    let notice = Notice {
        id: new_id(now),
        kind: kind.id().to_owned(),
        who: text(told.who),
        title: text(told.title),
        path: told.path.to_owned(),
        times: i64::try_from(told.times.max(1)).unwrap_or(i64::MAX),
        at: now,
        read_at: None,
        due_at: rhythm.map(|rhythm| mail::due(rhythm, mailing.told_at, now)),
    };
    notices::add(tx, account, &notice).await
}

/// The newest of a member, and how many are unread.
///
/// # Errors
/// When the database does not answer.
pub async fn list(db: &Db, member: &Member) -> Result<(Vec<Notice>, i64)> {
    let mut tx = db.read().await?;
    let found = notices::of_account(&mut tx, &member.id, MOST).await?;
    Ok((found, notices::unread(&mut tx, &member.id).await?))
}

/// Marks one as read; the path it leads to, None where it is not theirs or is forgotten.
///
/// # Errors
/// When the database does not answer.
pub async fn read(db: &Db, member: &Member, id: &str, now: i64) -> Result<Option<String>> {
    let mut tx = db.begin().await?;
    let path = notices::read(&mut tx, &member.id, id, now).await?;
    tx.commit().await?;
    Ok(path)
}

/// Marks all as read that happened until `until`.
///
/// # Errors
/// When the database does not answer.
pub async fn read_all(db: &Db, member: &Member, until: i64, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    notices::read_all(&mut tx, &member.id, until, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets old ones.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_old(tx: &mut Tx, now: i64) -> store::Result<u64> {
    notices::forget_old(tx, now - KEEP_MS).await
}

/// What an actor of any server is called.
async fn called(tx: &mut Tx, uri: &str) -> store::Result<String> {
    if let Some(actor) = actors::by_uri(tx, uri).await? {
        let name = if actor.name.is_empty() { &actor.handle } else { &actor.name };
        return Ok(name.clone());
    }
    Ok(match remote_actors::find(tx, uri).await? {
        Some(actor) if actor.name.is_empty() => format!("@{}@{}", actor.handle, actor.host),
        Some(actor) => format!("{} (@{}@{})", actor.name, actor.handle, actor.host),
        None => uri.to_owned(),
    })
}

/// A comment is shown for the first time: who wrote the case is told, and who wrote what it answers.
///
/// # Errors
/// When the database does not answer.
pub async fn commented(tx: &mut Tx, comment: &Comment, now: i64) -> store::Result<()> {
    let Some(root) = &comment.root else { return Ok(()) };
    let Some(case) = cases::by_uri(tx, root).await? else { return Ok(()) };
    let who = called(tx, &comment.actor).await?;
    let by = notices::account_of_actor(tx, &comment.actor).await?;
    let path = comments_path(&case.page);
    let told = Told { who: &who, title: &case.case.title, path: &path, times: 1 };
    let mut known: Vec<String> = by.into_iter().collect();
    if let Some(parent) = &comment.parent
        && let Some(answered) = store::comments::find(tx, parent).await?
        && let Some(account) = notices::account_of_actor(tx, &answered.actor).await?
        && !known.contains(&account)
    {
        tell(tx, &account, Kind::Reply, told, now).await?;
        known.push(account);
    }
    if case.local {
        for author in manuscripts::authors_of_case(tx, &case.case.id).await? {
            if !known.contains(&author.account) {
                tell(tx, &author.account, Kind::Comment, told, now).await?;
                known.push(author.account);
            }
        }
    }
    Ok(())
}

/// A comment names actors of ours. Whoever is told of it already, as author or as who is answered, is
/// not told twice: many servers name whom they answer.
///
/// # Errors
/// When the database does not answer.
pub async fn mentioned(
    tx: &mut Tx,
    named: &[String],
    comment: &Comment,
    now: i64,
) -> store::Result<()> {
    let Some(root) = &comment.root else { return Ok(()) };
    let Some(case) = cases::by_uri(tx, root).await? else { return Ok(()) };
    let path = comments_path(&case.page);
    for actor in named.iter().filter(|actor| **actor != comment.actor) {
        let Some(account) = notices::account_of_actor(tx, actor).await? else { continue };
        if notices::is_unread(tx, &account, &path).await? {
            continue;
        }
        let who = called(tx, &comment.actor).await?;
        let told = Told { who: &who, title: &case.case.title, path: &path, times: 1 };
        tell(tx, &account, Kind::Mention, told, now).await?;
    }
    Ok(())
}

fn comments_path(page: &str) -> String {
    format!("{}#comments", urls::case_path(page))
}

/// Somebody who is called `who` wrote to an account alone; `path` is where it is read.
///
/// # Errors
/// When the database does not answer.
pub async fn written_to(
    tx: &mut Tx,
    account: &str,
    (who, subject): (&str, &str),
    path: &str,
    now: i64,
) -> store::Result<()> {
    tell(tx, account, Kind::Message, Told { who, title: subject, path, times: 1 }, now).await
}

/// Somebody follows an actor of ours who did not before.
///
/// # Errors
/// When the database does not answer.
pub async fn followed(tx: &mut Tx, follower: &Follower, now: i64) -> store::Result<()> {
    let Some(account) = notices::account_of_actor(tx, &follower.actor).await? else {
        return Ok(());
    };
    let Some(actor) = actors::by_uri(tx, &follower.actor).await? else { return Ok(()) };
    let who = called(tx, &follower.uri).await?;
    let path = urls::person_path(&actor.handle);
    let told = Told { who: &who, title: "", path: &path, times: 1 };
    tell(tx, &account, Kind::Follower, told, now).await
}

/// A manuscript took a step: its authors are told, and reviewers of what waits for them. Who took the
/// step knows it.
///
/// # Errors
/// When the database does not answer.
pub async fn stepped(
    tx: &mut Tx,
    (account, name): (&str, &str),
    manuscript: &Manuscript,
    now: i64,
) -> store::Result<()> {
    let kind = match manuscript.state {
        EditorialState::Draft => return Ok(()),
        EditorialState::Submitted => Kind::Submitted,
        EditorialState::InReview => Kind::InReview,
        EditorialState::ChangesRequested => Kind::ChangesRequested,
        EditorialState::Approved => Kind::Approved,
        EditorialState::Published => Kind::Published,
        EditorialState::Rejected => Kind::Rejected,
        EditorialState::Withdrawn => Kind::Withdrawn,
    };
    let title = manuscript.draft.title();
    if kind == Kind::Submitted {
        let path = urls::desk_case_path(&manuscript.id);
        let told = Told { who: name, title: &title, path: &path, times: 1 };
        let reviewers = match &manuscript.reviewer {
            Some((reviewer, _)) => vec![reviewer.clone()],
            None => notices::reviewers(tx, REVIEWERS).await?,
        };
        for reviewer in reviewers.iter().filter(|reviewer| *reviewer != account) {
            tell(tx, reviewer, kind, told, now).await?;
        }
        return Ok(());
    }
    to_authors(tx, kind, (account, name), manuscript, now).await
}

/// A reader asks the editors to correct the case of this title.
///
/// # Errors
/// When the database does not answer.
pub async fn reported(tx: &mut Tx, title: &str, now: i64) -> store::Result<()> {
    let told = Told { who: "", title, path: "/desk/reports", times: 1 };
    for reviewer in notices::reviewers(tx, REVIEWERS).await? {
        tell(tx, &reviewer, Kind::Reported, told, now).await?;
    }
    Ok(())
}

/// Published cases were not looked at for 24 months.
///
/// # Errors
/// When the database does not answer.
pub async fn old(tx: &mut Tx, now: i64) -> store::Result<()> {
    let told = Told { who: "", title: "", path: "/desk/old", times: 1 };
    for reviewer in notices::reviewers(tx, REVIEWERS).await? {
        tell(tx, &reviewer, Kind::Old, told, now).await?;
    }
    Ok(())
}

/// Somebody who is called `who` gave a manuscript to this account for review.
///
/// # Errors
/// When the database does not answer.
pub async fn assigned(
    tx: &mut Tx,
    account: &str,
    who: &str,
    manuscript: &Manuscript,
    now: i64,
) -> store::Result<()> {
    let (title, path) = (manuscript.draft.title(), urls::desk_case_path(&manuscript.id));
    tell(tx, account, Kind::Assigned, Told { who, title: &title, path: &path, times: 1 }, now).await
}

/// A reviewer noted on a manuscript.
///
/// # Errors
/// When the database does not answer.
pub async fn noted(
    tx: &mut Tx,
    by: (&str, &str),
    manuscript: &Manuscript,
    now: i64,
) -> store::Result<()> {
    to_authors(tx, Kind::Noted, by, manuscript, now).await
}

async fn to_authors(
    tx: &mut Tx,
    kind: Kind,
    (account, name): (&str, &str),
    manuscript: &Manuscript,
    now: i64,
) -> store::Result<()> {
    let title = manuscript.draft.title();
    let path = urls::manuscript_path(&manuscript.id);
    let told = Told { who: name, title: &title, path: &path, times: 1 };
    for author in manuscripts::authors(tx, &manuscript.id).await? {
        if author.account != account {
            tell(tx, &author.account, kind, told, now).await?;
        }
    }
    Ok(())
}

/// An author answered a note: who reviews the manuscript is told.
///
/// # Errors
/// When the database does not answer.
pub async fn answered(
    tx: &mut Tx,
    (account, name): (&str, &str),
    manuscript: &Manuscript,
    now: i64,
) -> store::Result<()> {
    let Some((reviewer, _)) = &manuscript.reviewer else { return Ok(()) };
    if reviewer == account {
        return Ok(());
    }
    let (title, path) = (manuscript.draft.title(), urls::desk_case_path(&manuscript.id));
    let told = Told { who: name, title: &title, path: &path, times: 1 };
    tell(tx, reviewer, Kind::Answered, told, now).await
}
