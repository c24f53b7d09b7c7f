//! Which step of a manuscript who may take: the table of the vocabulary, and one function over it.

use std::fmt;

use crate::domain::{
    account::{Editor, Member, Reviewer},
    vocabulary::EditorialState,
};

/// In which capacity somebody acts. Those of reviewers and editors need the proof of the role.
#[derive(Clone, Copy, Debug)]
pub enum Hand<'m> {
    /// Anybody with an account; may act on what they wrote themselves.
    Writer(&'m Member),
    Reviewer(Reviewer<'m>),
    Editor(Editor<'m>),
    /// Whoever runs the machine or holds a token of it.
    Keeper,
}

impl<'m> Hand<'m> {
    /// The most that a member may act as.
    pub fn of(member: &'m Member) -> Self {
        match (member.editor(), member.reviewer()) {
            (Ok(editor), _) => Hand::Editor(editor),
            (_, Ok(reviewer)) => Hand::Reviewer(reviewer),
            _ => Hand::Writer(member),
        }
    }

    /// Who it is; nobody for the keeper of the machine.
    pub fn member(self) -> Option<&'m Member> {
        match self {
            Hand::Writer(member) => Some(member),
            Hand::Reviewer(reviewer) => Some(reviewer.member()),
            Hand::Editor(editor) => Some(editor.member()),
            Hand::Keeper => None,
        }
    }

    /// # Errors
    /// When they are neither reviewer nor keeper.
    pub fn must_review(self) -> Result<(), Objection> {
        if self.reviews() { Ok(()) } else { Err(Objection::NoReviewer) }
    }

    /// # Errors
    /// When they are neither editor nor keeper.
    pub fn must_edit(self) -> Result<(), Objection> {
        if self.edits() { Ok(()) } else { Err(Objection::NoEditor) }
    }

    fn reviews(self) -> bool {
        !matches!(self, Hand::Writer(_))
    }

    fn edits(self) -> bool {
        matches!(self, Hand::Editor(_) | Hand::Keeper)
    }
}

/// How somebody stands to a manuscript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// They are one of its authors.
    Author,
    Other,
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// The table does not have it.
    NoSuchStep(EditorialState, EditorialState),
    /// Only an author may.
    NotTheirs,
    /// Only a reviewer may.
    NoReviewer,
    /// Only an editor may.
    NoEditor,
    /// Nobody decides on what they wrote themselves.
    OwnCase,
}

impl fmt::Display for Objection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Objection::NoSuchStep(from, to) => {
                write!(f, "a manuscript that is {from} cannot become {to}")
            }
            Objection::NotTheirs => f.write_str("only for its authors"),
            Objection::NoReviewer => f.write_str("only for reviewers and above"),
            Objection::NoEditor => f.write_str("only for editors and above"),
            Objection::OwnCase => f.write_str("nobody decides on a case of their own"),
        }
    }
}

impl std::error::Error for Objection {}

/// Whether this hand may take a manuscript from one state to another. `own_cases` is the setting
/// by which people may decide on what they wrote themselves.
///
/// # Errors
/// The first reason why not.
pub fn may_step(
    from: EditorialState,
    to: EditorialState,
    hand: Hand<'_>,
    tie: Tie,
    own_cases: bool,
) -> Result<(), Objection> {
    use EditorialState::{
        Approved, ChangesRequested, Draft, InReview, Published, Rejected, Submitted, Withdrawn,
    };
    if !from.may_become(to) {
        return Err(Objection::NoSuchStep(from, to));
    }
    let author = || match (tie, hand.edits()) {
        (Tie::Author, _) | (_, true) => Ok(()),
        _ => Err(Objection::NotTheirs),
    };
    let not_own = || match tie {
        Tie::Author if !own_cases => Err(Objection::OwnCase),
        _ => Ok(()),
    };
    match (from, to) {
        // What the public sees is an editor's to take back.
        (Published, Withdrawn) => hand.must_edit(),
        (_, Submitted | Withdrawn | Draft) => author(),
        (Submitted | Published | Approved, InReview) => hand.must_review(),
        (_, ChangesRequested) => hand.must_review(),
        (_, Approved | Rejected) => hand.must_review().and_then(|()| not_own()),
        (_, Published) => hand.must_edit(),
        // The table has no other step.
        (_, InReview) => Err(Objection::NoSuchStep(from, to)),
    }
}

/// Whether this hand may change the text of a manuscript in this state: its authors as long as it
/// is theirs, who reviews it while it is reviewed.
///
/// # Errors
/// Why not.
pub fn may_edit(state: EditorialState, hand: Hand<'_>, tie: Tie) -> Result<(), Objection> {
    use EditorialState::{ChangesRequested, Draft, InReview};
    match state {
        Draft | ChangesRequested if tie == Tie::Author || hand.edits() => Ok(()),
        Draft | ChangesRequested => Err(Objection::NotTheirs),
        InReview if hand.reviews() => Ok(()),
        InReview => Err(Objection::NoReviewer),
        _ => Err(Objection::NoSuchStep(state, state)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Role;

    fn member(role: Role) -> Member {
        Member { id: "01".into(), handle: "ana".into(), name: "Ana".into(), role }
    }

    /// Every step with who may take it, written down by hand: author alone, reviewer, editor, and
    /// the author who is also reviewer or editor.
    const ALLOWED: &[(&str, &str, [bool; 5])] = &[
        ("draft", "submitted", [true, false, true, true, true]),
        ("draft", "withdrawn", [true, false, true, true, true]),
        ("submitted", "in-review", [false, true, true, true, true]),
        ("submitted", "withdrawn", [true, false, true, true, true]),
        ("in-review", "changes-requested", [false, true, true, true, true]),
        ("in-review", "approved", [false, true, true, false, false]),
        ("in-review", "rejected", [false, true, true, false, false]),
        ("changes-requested", "submitted", [true, false, true, true, true]),
        ("changes-requested", "withdrawn", [true, false, true, true, true]),
        ("approved", "published", [false, false, true, false, true]),
        ("approved", "in-review", [false, true, true, true, true]),
        ("published", "in-review", [false, true, true, true, true]),
        ("published", "withdrawn", [false, false, true, false, true]),
        ("rejected", "draft", [true, false, true, true, true]),
        ("withdrawn", "draft", [true, false, true, true, true]),
    ];

    #[test]
    fn every_step_is_open_to_those_it_is_for_and_to_nobody_else() {
        let (writer, reviewer) = (member(Role::Citymaker), member(Role::Reviewer));
        let editor = member(Role::Editor);
        let hands = [
            (Hand::of(&writer), Tie::Author),
            (Hand::of(&reviewer), Tie::Other),
            (Hand::of(&editor), Tie::Other),
            (Hand::of(&reviewer), Tie::Author),
            (Hand::of(&editor), Tie::Author),
        ];
        for &from in EditorialState::ALL {
            for &to in EditorialState::ALL {
                let row = ALLOWED.iter().find(|(a, b, _)| *a == from.id() && *b == to.id());
                assert_eq!(row.is_some(), from.may_become(to), "{from} {to}");
                for (at, (hand, tie)) in hands.into_iter().enumerate() {
                    let allowed = row.is_some_and(|(_, _, allowed)| allowed[at]);
                    let answer = may_step(from, to, hand, tie, false);
                    assert_eq!(answer.is_ok(), allowed, "{from} {to} {at}: {answer:?}");
                }
                // A stranger without a role may do nothing, the keeper whatever the table has.
                assert!(may_step(from, to, Hand::of(&writer), Tie::Other, true).is_err());
                let keeper = may_step(from, to, Hand::Keeper, Tie::Other, false);
                assert_eq!(keeper.is_ok(), row.is_some());
            }
        }
    }

    #[test]
    fn people_decide_on_their_own_cases_only_where_the_setting_says_so() {
        use EditorialState::{Approved, InReview, Rejected};
        let (reviewer, writer) = (member(Role::Reviewer), member(Role::Contributor));
        for to in [Approved, Rejected] {
            let own = |setting| may_step(InReview, to, Hand::of(&reviewer), Tie::Author, setting);
            assert_eq!(own(false), Err(Objection::OwnCase));
            assert_eq!(own(true), Ok(()));
            let without = may_step(InReview, to, Hand::of(&writer), Tie::Author, true);
            assert_eq!(without, Err(Objection::NoReviewer));
        }
    }

    #[test]
    fn a_text_is_changed_by_its_authors_until_it_is_reviewed_and_then_by_reviewers() {
        use EditorialState::{Approved, ChangesRequested, Draft, InReview, Published, Submitted};
        let (writer, reviewer) = (member(Role::Citymaker), member(Role::Reviewer));
        let editor = member(Role::Editor);
        for state in [Draft, ChangesRequested] {
            assert!(may_edit(state, Hand::of(&writer), Tie::Author).is_ok());
            assert!(may_edit(state, Hand::of(&writer), Tie::Other).is_err());
            assert!(may_edit(state, Hand::of(&reviewer), Tie::Other).is_err());
            assert!(may_edit(state, Hand::of(&editor), Tie::Other).is_ok());
        }
        assert!(may_edit(InReview, Hand::of(&writer), Tie::Author).is_err());
        assert!(may_edit(InReview, Hand::of(&reviewer), Tie::Other).is_ok());
        for state in [Submitted, Approved, Published] {
            assert!(may_edit(state, Hand::of(&editor), Tie::Author).is_err());
        }
    }
}
