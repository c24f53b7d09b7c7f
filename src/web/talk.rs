//! What people answered to a case: its comments in reading order, as flat markup.

use crate::{
    domain::{
        comment::{Link, conversation},
        text::{Html, clean_line, shorten},
    },
    html, i18n,
    store::{
        Tx,
        comments::{self, Authored},
    },
};

use super::{error::Fault, reader::Reader};

/// Answers deeper than this are set no further to the side.
const MOST_STEPS: usize = 6;
const NAME_CHARS: usize = 80;

/// The comments of a case.
#[derive(Default)]
pub struct Talk {
    pub lines: Vec<TalkLine>,
    /// How many are shown, when there are more.
    pub cut_at: Option<i64>,
}

/// One comment, or the place of one that is no longer shown.
pub struct TalkLine {
    pub num: i64,
    /// How far to the side, from 1.
    pub step: usize,
    /// Whose comment it answers; none for an answer to the case itself.
    pub answers: Option<Answered>,
    pub said: Option<Said>,
}

pub struct Answered {
    pub num: i64,
    pub name: String,
}

pub struct Said {
    pub author: String,
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
    /// The comments of the case with this uri.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn of_case(reader: &Reader, tx: &mut Tx, case: &str) -> Result<Talk, Fault> {
        let most = reader.state.config.comments.most_shown;
        let mut found = comments::of_case(tx, case, most as i64 + 1).await?;
        let more = found.len() > most;
        found.truncate(most);
        Ok(Talk { lines: lines(reader, &found), cut_at: more.then_some(most as i64) })
    }
}

fn lines(reader: &Reader, found: &[Authored]) -> Vec<TalkLine> {
    let links: Vec<_> = found
        .iter()
        .map(|Authored { comment, .. }| Link {
            uri: &comment.uri,
            parent: comment.parent.as_deref().unwrap_or_default(),
            is_shown: comment.is_shown(),
        })
        .collect();
    let answered = |parent: usize| {
        let parent = &found[parent];
        let (num, name) = (parent.comment.num, name_of(parent));
        parent.comment.is_shown().then_some(Answered { num, name })
    };
    let line = |line: crate::domain::comment::Line| TalkLine {
        num: found[line.at].comment.num,
        step: line.depth.min(MOST_STEPS),
        answers: line.parent.and_then(answered),
        said: (!line.is_placeholder).then(|| said(reader, &found[line.at])),
    };
    conversation(&links).into_iter().map(line).collect()
}

fn name_of(Authored { comment, author }: &Authored) -> String {
    let known = [&author.name, &author.handle].into_iter().flatten();
    let name = known.map(|name| clean_line(name)).find(|name| !name.trim().is_empty());
    shorten(&name.unwrap_or_else(|| comment.host.clone()), NAME_CHARS)
}

fn said(reader: &Reader, one: &Authored) -> Said {
    let Authored { comment, author } = one;
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
        author: name_of(one),
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
