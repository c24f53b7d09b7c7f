//! A comment under a case: whether it is shown, and where it stands in the conversation.

use super::network::PeerStanding;
use std::collections::HashMap;

/// What has been decided about a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommentState {
    /// Everybody reads it.
    Shown,
    /// An editor has yet to look at it.
    Waiting,
    /// An editor took it out of sight.
    Hidden,
    /// An editor did not let it in.
    Rejected,
    /// Its author deleted it; its text is gone.
    Deleted,
}

impl CommentState {
    pub const ALL: &'static [Self] =
        &[Self::Shown, Self::Waiting, Self::Hidden, Self::Rejected, Self::Deleted];

    pub const fn id(self) -> &'static str {
        match self {
            CommentState::Shown => "shown",
            CommentState::Waiting => "waiting",
            CommentState::Hidden => "hidden",
            CommentState::Rejected => "rejected",
            CommentState::Deleted => "deleted",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.id() == id)
    }

    /// The state of a comment that arrives from a host, `None` when it must not come in.
    /// `decided` says that somebody chose this standing: strangers are quarantined by default,
    /// and a word under a case needs less trust than a case. `before` is the instance's choice to
    /// look at every comment first.
    pub fn on_arrival(standing: PeerStanding, decided: bool, before: bool) -> Option<Self> {
        match standing {
            PeerStanding::Blocked => None,
            PeerStanding::Limited => Some(CommentState::Waiting),
            PeerStanding::Quarantined if decided => Some(CommentState::Waiting),
            _ if before => Some(CommentState::Waiting),
            PeerStanding::Quarantined | PeerStanding::Trusted => Some(CommentState::Shown),
        }
    }

    /// The state after its author changed it, when a new one would arrive as `fresh`. What an
    /// editor decided against stays so; what was let in is looked at again where all are.
    pub fn on_edit(self, fresh: Self) -> Self {
        match self {
            CommentState::Shown => fresh,
            decided => decided,
        }
    }
}

/// One comment as the order of a conversation needs it.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    pub uri: &'a str,
    /// What it answers: the case or another comment.
    pub parent: &'a str,
    pub is_shown: bool,
}

/// A line of a conversation as a page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which of the comments it is.
    pub at: usize,
    /// 1 for an answer to the case itself.
    pub depth: usize,
    /// Which of the comments it answers.
    pub parent: Option<usize>,
    /// Something not to be shown, kept because of the answers below it.
    pub is_placeholder: bool,
}

/// The comments in reading order: each is followed by its answers, oldest first as they are
/// given. What is not shown is left out, unless an answer to it is shown. An answer whose parent
/// is not among them stands at the top. Takes any depth: nothing here is recursive.
pub fn conversation(comments: &[Link<'_>]) -> Vec<Line> {
    let places: HashMap<&str, usize> =
        comments.iter().enumerate().map(|(at, comment)| (comment.uri, at)).collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); comments.len()];
    let mut tops = Vec::new();
    for (at, comment) in comments.iter().enumerate() {
        match places.get(comment.parent) {
            Some(&parent) if parent != at => children[parent].push(at),
            _ => tops.push(at),
        }
    }
    let mut lines: Vec<Line> = Vec::with_capacity(comments.len());
    let mut open: Vec<_> = tops.into_iter().rev().map(|at| (at, 1, None)).collect();
    while let Some((at, depth, parent)) = open.pop() {
        lines.push(Line { at, depth, parent, is_placeholder: !comments[at].is_shown });
        open.extend(children[at].iter().rev().map(|&child| (child, depth + 1, Some(at))));
    }
    // From the end: a placeholder without anything below it that is kept goes.
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines.into_iter().rev() {
        let has_answers = kept.last().is_some_and(|below| below.depth > line.depth);
        if !line.is_placeholder || has_answers {
            kept.push(line);
        }
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strangers_comment_is_shown_and_that_of_a_guarded_host_waits() {
        use PeerStanding::{Blocked, Limited, Quarantined, Trusted};
        let arrives = CommentState::on_arrival;
        assert_eq!(arrives(Quarantined, false, false), Some(CommentState::Shown));
        assert_eq!(arrives(Quarantined, true, false), Some(CommentState::Waiting));
        assert_eq!(arrives(Limited, true, false), Some(CommentState::Waiting));
        assert_eq!(arrives(Trusted, true, true), Some(CommentState::Waiting));
        assert_eq!(arrives(Blocked, true, false), None);
        assert_eq!(CommentState::Hidden.on_edit(CommentState::Shown), CommentState::Hidden);
    }

    fn order(links: &[(&str, &str, bool)]) -> String {
        let links: Vec<_> =
            links.iter().map(|&(uri, parent, is_shown)| Link { uri, parent, is_shown }).collect();
        let lines = conversation(&links).into_iter().map(|line| {
            let mark = if line.is_placeholder { "-" } else { "" };
            format!("{}{mark}{}", links[line.at].uri, line.depth)
        });
        lines.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn answers_follow_what_they_answer_and_gaps_stay_where_something_hangs_on_them() {
        let told = [
            ("a", "case", true),
            ("b", "case", true),
            ("c", "a", false),
            ("d", "c", true),
            ("e", "a", true),
            ("f", "e", false),
            ("g", "lost", true),
        ];
        assert_eq!(order(&told), "a1 c-2 d3 e2 b1 g1");
    }

    #[test]
    fn a_thread_of_ten_thousand_steps_and_a_ring_do_no_harm() {
        let names: Vec<String> = (0..10_000).map(|at| format!("n{at}")).collect();
        let deep: Vec<_> = (1..names.len())
            .map(|at| Link { uri: &names[at], parent: &names[at - 1], is_shown: true })
            .collect();
        assert_eq!(conversation(&deep).last().map(|line| line.depth), Some(9_999));
        assert_eq!(order(&[("a", "b", true), ("b", "a", true), ("c", "c", true)]), "c1");
    }
}
