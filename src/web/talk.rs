//! What people answered to a case: its comments in reading order, as flat markup, and the form for one.

use std::collections::HashSet;

use crate::{
    domain::{
        comment::{Link, conversation},
        profile::Profile,
        text::{Html, clean_line, shorten},
    },
    html, i18n,
    store::{
        Tx,
        comments::{self, Authored},
    },
    urls,
};

use super::{
    error::Fault,
    media::face_of,
    reader::Reader,
    remark::{self, RemarkForm},
};

/// Answers deeper than this are set no further to the side.
const MOST_STEPS: usize = 6;
const NAME_CHARS: usize = 80;

/// The comments of a case.
#[derive(Default, Hash)]
pub struct Talk {
    pub lines: Vec<TalkLine>,
    /// How many are shown, on the first page when there are more.
    pub cut_at: Option<i64>,
    /// Where later comments are, when not all are on this page.
    pub later_href: Option<String>,
    /// Where they begin, on any page but the first.
    pub first_href: Option<String>,
    /// Where one signs in to write one.
    pub sign_in: Option<String>,
    /// For who is signed in.
    pub form: Option<RemarkForm>,
}

/// One comment, or the place of one that is no longer shown.
#[derive(Hash)]
pub struct TalkLine {
    pub num: i64,
    /// How far to the side, from 1.
    pub step: usize,
    /// Whose comment it answers; none for an answer to the case itself.
    pub answers: Option<Answered>,
    pub said: Option<Said>,
}

#[derive(Hash)]
pub struct Answered {
    /// On this page, or its own where it stands on an earlier one.
    pub href: String,
    pub name: String,
}

/// The key of a page's query with the number of the last comment of the page before.
const AFTER: &str = "comments";
/// Where comments begin on the page.
const PLACE: &str = "#comments";

#[derive(Hash)]
pub struct Said {
    /// Where who is signed in answers it, or changes their own.
    pub answer_href: Option<String>,
    pub edit_href: Option<String>,
    pub author: String,
    /// Path of their picture, if they have one.
    pub face: Option<String>,
    pub author_href: Option<String>,
    /// `@ana@a.example`, or the host alone.
    pub address: String,
    pub iso: String,
    pub day: String,
    pub lang: Option<String>,
    pub warning: String,
    pub html: Html,
    pub original: Option<String>,
}

impl Talk {
    /// A page of the comments of the case with this uri; the address says which.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn of_case(
        reader: &Reader,
        tx: &mut Tx,
        case: &str,
        path: &str,
    ) -> Result<Talk, Fault> {
        let most = reader.state.config.comments.most_shown;
        let after = after(reader.query());
        let mut found = comments::of_case(tx, case, after, most as i64 + 1).await?;
        let more = found.len() > most;
        found.truncate(most);
        let last = found.last().filter(|_| more).map(|last| last.comment.num);
        let earlier = earlier(tx, &found, case).await?;
        let t = &reader.t;
        let visitor = reader.visitor.as_ref().filter(|visitor| visitor.is_active());
        let own = match visitor {
            Some(visitor) => remark::actor_of(tx, &visitor.member).await?,
            None => String::new(),
        };
        let form = visitor.map(|visitor| RemarkForm::new(reader, &visitor.csrf, path));
        let sign_in = format!("{path}{PLACE}");
        let sign_in = form.is_none().then(|| t.link(&super::member::sign_in_path(&sign_in)));
        let acts = form.is_some().then_some((path, own.as_str()));
        Ok(Talk {
            sign_in,
            form,
            lines: lines(reader, &found, &earlier, acts),
            cut_at: last.filter(|_| after == 0).map(|_| most as i64),
            later_href: last.map(|num| t.link(&format!("{path}?{AFTER}={num}{PLACE}"))),
            first_href: (after > 0).then(|| t.link(&format!("{path}{PLACE}"))),
        })
    }
}

fn after(query: &str) -> i64 {
    let value = query.split('&').rev().find_map(|pair| pair.strip_prefix(AFTER)?.strip_prefix('='));
    value.and_then(|value| value.parse().ok()).unwrap_or(0)
}

/// What is answered here and stands on an earlier page.
async fn earlier(tx: &mut Tx, found: &[Authored], case: &str) -> Result<Vec<Authored>, Fault> {
    let here: HashSet<&str> = found.iter().map(|one| one.comment.uri.as_str()).collect();
    let parents = found.iter().filter_map(|one| one.comment.parent.as_deref());
    let elsewhere = parents.filter(|parent| *parent != case && !here.contains(parent));
    let elsewhere: HashSet<&str> = elsewhere.collect();
    let elsewhere: Vec<&str> = elsewhere.into_iter().collect();
    Ok(comments::with_uris(tx, &elsewhere).await?)
}

/// `acts`: the path of the case and the actor of who is signed in.
fn lines(
    reader: &Reader,
    found: &[Authored],
    earlier: &[Authored],
    acts: Option<(&str, &str)>,
) -> Vec<TalkLine> {
    let links: Vec<_> = found
        .iter()
        .map(|Authored { comment, .. }| Link {
            uri: &comment.uri,
            parent: comment.parent.as_deref().unwrap_or_default(),
            is_shown: comment.is_shown(),
        })
        .collect();
    let shown = |parent: &Authored, href: String| {
        parent.comment.is_shown().then(|| Answered { href, name: name_of(parent) })
    };
    let here =
        |parent: usize| shown(&found[parent], format!("#comment-{}", found[parent].comment.num));
    let before = |at: usize| {
        let uri = found[at].comment.parent.as_deref()?;
        let parent = earlier.iter().find(|one| one.comment.uri == uri)?;
        let own = parent.comment.page_url.clone();
        shown(parent, own.unwrap_or_else(|| parent.comment.uri.clone()))
    };
    let line = |line: crate::domain::comment::Line| TalkLine {
        num: found[line.at].comment.num,
        step: line.depth.min(MOST_STEPS),
        answers: line.parent.map_or_else(|| before(line.at), here),
        said: (!line.is_placeholder).then(|| said(reader, &found[line.at], acts)),
    };
    conversation(&links).into_iter().map(line).collect()
}

pub(super) fn name_of(Authored { comment, author }: &Authored) -> String {
    let known = [&author.name, &author.handle].into_iter().flatten();
    let name = known.map(|name| clean_line(name)).find(|name| !name.trim().is_empty());
    shorten(&name.unwrap_or_else(|| comment.host.clone()), NAME_CHARS)
}

fn said(reader: &Reader, one: &Authored, acts: Option<(&str, &str)>) -> Said {
    let Authored { comment, author } = one;
    let t = &reader.t;
    let is_own = acts.is_some_and(|(_, own)| comment.local && comment.actor == own);
    let handle = author.handle.as_deref().map(clean_line).filter(|handle| !handle.is_empty());
    let address = match &handle {
        Some(handle) => format!("@{handle}@{}", comment.host),
        None => comment.host.clone(),
    };
    let author_href = match (comment.local, &handle) {
        (true, Some(handle)) => Some(format!("/@{handle}")),
        (true, None) => None,
        (false, _) => author.page_url.clone().or_else(|| Some(comment.actor.clone())),
    };
    Said {
        answer_href: acts
            .filter(|_| !is_own)
            .map(|(path, _)| t.link(&format!("{path}/comment?to={}", comment.num))),
        edit_href: is_own.then(|| t.link(&format!("/comments/{}", comment.num))),
        author: name_of(one),
        face: match (&author.icon, &author.profile) {
            (Some(tag), _) => Some(urls::face_copy_path(tag)),
            (None, Some(profile)) => {
                face_of(&reader.state.urls, &Profile::from_json(profile)).map(|face| face.src)
            }
            (None, None) => None,
        },
        author_href,
        address: shorten(&address, 2 * NAME_CHARS),
        iso: i18n::iso_day(comment.published_at),
        day: reader.t.day(comment.published_at),
        lang: comment.language.clone(),
        warning: comment.warning.clone(),
        // Once more through the sieve: what it lets through today counts, not what it did.
        html: html::from_remote(&comment.html),
        original: match comment.local {
            true => None,
            false => comment.page_url.clone().or_else(|| Some(comment.uri.clone())),
        },
    }
}
