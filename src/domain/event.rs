//! The facts that later work starts from: each says what happened to which thing, by id only.

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $kind:literal),+ $(,)?) => {
        /// Something that has happened. It is appended to the log in the transaction in which it
        /// happened; whoever acts on it reads the rest by its id.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Event {
            $($(#[$doc])* $name { id: String }),+
        }

        impl Event {
            /// Every kind, as written in the log.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// What happened, as written in the log.
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$name { .. } => $kind),+ }
            }

            /// The id of the thing it happened to.
            pub fn subject(&self) -> &str {
                match self { $(Self::$name { id })|+ => id }
            }

            /// The event a row of the log stands for; none for a kind this version does not know.
            pub fn from_parts(kind: &str, subject: &str) -> Option<Self> {
                let id = subject.to_owned();
                match kind { $($kind => Some(Self::$name { id }),)+ _ => None }
            }
        }
    };
}

events! {
    /// A case of ours became public for the first time. Subject: the case.
    CasePublished = "case-published",
    /// A public case of ours got a new revision. Subject: the case.
    CaseRevised = "case-revised",
    /// A public case of ours was taken back. Subject: the case.
    CaseWithdrawn = "case-withdrawn",
    /// A case of another instance arrived. Subject: the case as stored here.
    CaseReceived = "case-received",
    /// A case of another instance was read from its catalogue: here it is new, there it is not.
    /// Subject: the case as stored here.
    CaseReadBack = "case-read-back",
    /// A case of another instance was changed there. Subject: the case as stored here.
    CaseChangedElsewhere = "case-changed-elsewhere",
    /// A case of another instance was taken back there. Subject: its uri.
    CaseGoneElsewhere = "case-gone-elsewhere",
    /// One of our actors asked to follow somebody. Subject: the follow.
    FollowRequested = "follow-requested",
    /// Somebody let our actor follow. Subject: the follow.
    FollowAccepted = "follow-accepted",
    /// Somebody refused our actor's follow, or ended it. Subject: the follow.
    FollowRejected = "follow-rejected",
    /// One of our actors no longer follows somebody. Subject: the follow.
    FollowEnded = "follow-ended",
    /// Somebody follows one of our actors. Subject: the follow.
    FollowerAdded = "follower-added",
    /// Somebody asked to follow one of our actors and was refused, or may no longer follow it.
    /// Subject: the follow.
    FollowerRefused = "follower-refused",
    /// Somebody no longer follows one of our actors. Subject: the follow.
    FollowerLeft = "follower-left",
    /// One of our actors shows somebody's object to its followers. Subject: the announcement.
    Announced = "announced",
    /// One of our actors took an announcement back. Subject: the announcement.
    AnnounceUndone = "announce-undone",
    /// One of our actors finds an object useful. Subject: the like.
    Liked = "liked",
    /// One of our actors took a like back. Subject: the like.
    LikeUndone = "like-undone",
    /// One of our actors wrote a comment. Subject: the note.
    NoteWritten = "note-written",
    /// One of our actors deleted a comment, or an editor took it out of sight. Subject: the note.
    NoteDeleted = "note-deleted",
    /// One of our people wrote to somebody on another server alone. Subject: the letter.
    LetterWritten = "letter-written",
    /// This instance complained about something elsewhere. Subject: the Flag.
    Reported = "reported",
    /// A case of ours is shown first by its network. Subject: its uri.
    CaseFeatured = "case-featured",
    /// A case of ours is no longer shown first. Subject: its uri.
    CaseUnfeatured = "case-unfeatured",
    /// Somebody may quote what is ours. Subject: the quote.
    QuoteAgreed = "quote-agreed",
    /// Somebody may no longer quote what is ours. Subject: the quote.
    QuoteRevoked = "quote-revoked",
    /// One of our actors changed its name, texts or keys. Subject: the actor.
    ActorChanged = "actor-changed",
    /// One of our people went to an account elsewhere. Subject: the actor.
    ActorMoved = "actor-moved",
    /// One of our actors ended. Subject: the actor.
    ActorEnded = "actor-ended",
    /// Somebody's application to be our partner was accepted or declined. Subject: it.
    ApplicationAnswered = "application-answered",
    /// We left a relay. Subject: the relay.
    RelayEnded = "relay-ended",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_comes_back_from_its_parts() {
        for kind in Event::KINDS {
            let event = Event::from_parts(kind, "01J").unwrap();
            assert_eq!((event.kind(), event.subject()), (*kind, "01J"));
        }
        assert_eq!(Event::from_parts("case-eaten", "01J"), None);
    }
}
