//! A manuscript goes from hand to hand: its steps by the table, and what is said about its fields.

use super::{By, Desk, No, Opened, Result, opened, taken};
use crate::{
    app::{access::record, new_id, notices, publish},
    domain::{
        desk::{Draft, Hand, Objection, Tie, may_step},
        text::{clean_block, clean_line, shorten},
        vocabulary::EditorialState,
    },
    i18n,
    store::{
        Tx, cases, manuscripts,
        manuscripts::Manuscript,
        reviewing::{self, Note, Reviewing, Step},
    },
};

/// Of a note, an answer or a reason.
pub const NOTE_CHARS: usize = 4_000;
/// Notes on one manuscript.
const MOST_NOTES: usize = 500;
/// People in the list of those who review.
const MOST_REVIEWERS: i64 = 500;

impl Desk {
    /// Takes a manuscript to another state. `version` is the one that was looked at, where the
    /// decision is about its text.
    ///
    /// # Errors
    /// `NotFound`, an objection, `Moved`, `Incomplete`, `Undecided`, `NoReason`; then nothing has
    /// changed.
    pub async fn step(
        &self,
        by: &By<'_>,
        id: &str,
        to: EditorialState,
        (version, reason): (Option<i64>, &str),
        now: i64,
    ) -> Result<Manuscript> {
        let mut tx = self.db.begin().await?;
        let manuscript = self.step_in(&mut tx, by, id, to, (version, reason), now).await?;
        tx.commit().await?;
        Ok(manuscript)
    }

    pub(super) async fn step_in(
        &self,
        tx: &mut Tx,
        by: &By<'_>,
        id: &str,
        to: EditorialState,
        (version, reason): (Option<i64>, &str),
        now: i64,
    ) -> Result<Manuscript> {
        // First, as everybody takes it who changes cases; and of one case one revision is open.
        cases::lock(tx).await?;
        let Opened { mut manuscript, tie, .. } = taken(tx, by, id).await?;
        let from = manuscript.state;
        may_step(from, to, by.hand, tie, self.own_cases)?;
        if manuscript.past {
            return Err(No::Moved);
        }
        if version.is_some_and(|version| version != manuscript.version) {
            return Err(No::Moved);
        }
        let reason = text(reason);
        self.check(tx, &manuscript, to, &reason).await?;
        manuscript.state = to;
        manuscript.state_at = now;
        manuscript.scheduled = None;
        if to == EditorialState::InReview
            && let Some(member) = by.hand.member()
            && (from == EditorialState::Submitted || manuscript.reviewer.is_none())
        {
            manuscript.reviewer = Some((member.id.clone(), member.handle.clone()));
        }
        match (from, to) {
            (_, EditorialState::Published) => {
                self.release(tx, by, &mut manuscript, now).await?;
            }
            (EditorialState::Published, EditorialState::Withdrawn) => {
                if let Some(key) = &manuscript.case_key {
                    publish::withdraw_key_in(tx, &by.who, key, &reason, now).await?;
                }
            }
            _ => {}
        }
        manuscripts::save(tx, &manuscript).await?;
        note_step(tx, by, &manuscript, from, &reason, now).await?;
        notices::stepped(tx, by.told_as(), &manuscript, now).await?;
        Ok(manuscript)
    }

    /// What a state asks of what enters it.
    async fn check(
        &self,
        tx: &mut Tx,
        manuscript: &Manuscript,
        to: EditorialState,
        reason: &str,
    ) -> Result<()> {
        let (id, from) = (&manuscript.id, manuscript.state);
        match to {
            EditorialState::Submitted => {
                let missing = self.missing(manuscript);
                if !missing.refused.is_empty() {
                    return Err(No::Incomplete(Box::new(missing)));
                }
            }
            EditorialState::Approved | EditorialState::Published => {
                let missing = self.missing(manuscript);
                if !missing.is_nothing() {
                    return Err(No::Incomplete(Box::new(missing)));
                }
            }
            EditorialState::ChangesRequested => {
                let asked = reviewing::count_notes(tx, id, "open").await?;
                if reason.is_empty() && asked == 0 {
                    return Err(No::NoReason);
                }
            }
            EditorialState::Rejected if reason.is_empty() => return Err(No::NoReason),
            EditorialState::Withdrawn if from == EditorialState::Published && reason.is_empty() => {
                return Err(No::NoReason);
            }
            _ => {}
        }
        let is_final = matches!(
            to,
            EditorialState::Submitted | EditorialState::Approved | EditorialState::Published
        );
        if is_final && !reviewing::clashes(tx, id).await?.is_empty() {
            return Err(No::Undecided);
        }
        let opens_again = matches!(
            from,
            EditorialState::Rejected | EditorialState::Withdrawn | EditorialState::Published
        ) && matches!(to, EditorialState::Draft | EditorialState::InReview);
        if opens_again
            && let Some(key) = &manuscript.case_key
            && let Some(open) = manuscripts::open_of_case(tx, key).await?
        {
            return Err(No::Open(open.id));
        }
        Ok(())
    }

    /// The case becomes what the public sees, in the same transaction.
    async fn release(
        &self,
        tx: &mut Tx,
        by: &By<'_>,
        manuscript: &mut Manuscript,
        now: i64,
    ) -> Result<()> {
        let mut case = self.finished(manuscript).map_err(crate::app::Error::from)?;
        // A published address does not change because a title does.
        if let Some(stored) = cases::by_key(tx, &case.id).await? {
            case.slug = stored.case.slug;
        }
        case.editorial.last_reviewed = Some(i18n::iso_day(now));
        let key = case.id.clone();
        publish::release_in(tx, &self.publisher, &by.who, case, now).await?;
        manuscripts::supersede(tx, &key, &manuscript.id).await?;
        manuscript.case_key = Some(key);
        Ok(())
    }

    /// Gives a manuscript that is being reviewed, or waits for it, to another reviewer, who is told;
    /// `None` lays it back. Giving it to somebody else takes an editor.
    ///
    /// # Errors
    /// `NotFound`, an objection.
    pub async fn assign(
        &self,
        by: &By<'_>,
        id: &str,
        reviewer: Option<(String, String)>,
        now: i64,
    ) -> Result<()> {
        by.hand.must_review()?;
        let own = by.hand.member().map(|member| member.id.as_str());
        let other = reviewer.as_ref().filter(|(account, _)| own != Some(account.as_str()));
        let mut tx = self.db.begin().await?;
        let Opened { mut manuscript, authors, .. } = taken(&mut tx, by, id).await?;
        if let Some((account, _)) = other {
            by.hand.must_edit()?;
            let wrote = authors.iter().any(|author| author.account == *account);
            if wrote && !self.own_cases {
                return Err(Objection::OwnCase.into());
            }
        }
        let is_new = reviewer != manuscript.reviewer;
        if let (Some((account, _)), true) = (other, is_new) {
            notices::assigned(&mut tx, account, by.told_as().1, &manuscript, now).await?;
        }
        let name = reviewer.as_ref().map(|(_, handle)| handle.clone()).unwrap_or_default();
        manuscript.reviewer = reviewer;
        manuscripts::save(&mut tx, &manuscript).await?;
        record(&mut tx, &by.who, "manuscript.assigned", id, &name, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Everybody who may be given a manuscript.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn reviewers(&self) -> Result<Vec<Reviewing>> {
        let mut tx = self.db.read().await?;
        Ok(reviewing::reviewers(&mut tx, MOST_REVIEWERS).await?)
    }

    /// Says something about a field, or about the whole.
    ///
    /// # Errors
    /// `NotFound`; an objection for who does not review; `NoReason` without a text.
    pub async fn note(
        &self,
        by: &By<'_>,
        id: &str,
        (field, said): (&str, &str),
        now: i64,
    ) -> Result<Note> {
        by.hand.must_review()?;
        let said = text(said);
        if said.is_empty() {
            return Err(No::NoReason);
        }
        let mut tx = self.db.begin().await?;
        let Opened { manuscript, .. } = taken(&mut tx, by, id).await?;
        if reviewing::notes(&mut tx, id).await?.len() >= MOST_NOTES {
            return Err(No::TooMany);
        }
        let note = Note {
            id: new_id(now),
            manuscript: id.to_owned(),
            version: manuscript.version,
            field: known_field(field),
            text: said,
            handle: by.names().1,
            at: now,
            state: "open".into(),
            answer: None,
            answered_by: None,
            answered_at: None,
            resolved_by: None,
            resolved_at: None,
        };
        reviewing::save_note(&mut tx, &note).await?;
        notices::noted(&mut tx, by.told_as(), &manuscript, now).await?;
        record(&mut tx, &by.who, "manuscript.noted", id, &note.field, now).await?;
        tx.commit().await?;
        Ok(note)
    }

    /// An author answers a note.
    ///
    /// # Errors
    /// `NotFound`; `NoReason` without a text; `Moved` when it is settled already.
    pub async fn answer(
        &self,
        by: &By<'_>,
        id: &str,
        (note, said): (&str, &str),
        now: i64,
    ) -> Result<()> {
        let said = text(said);
        if said.is_empty() {
            return Err(No::NoReason);
        }
        let mut tx = self.db.begin().await?;
        let (opened, mut note) = note_of(&mut tx, by, id, note).await?;
        if opened.tie == Tie::Other {
            by.hand.must_review()?;
        }
        if note.state == "resolved" {
            return Err(No::Moved);
        }
        note.state = "answered".into();
        note.answer = Some(said);
        note.answered_by = Some(by.names().1);
        note.answered_at = Some(now);
        reviewing::save_note(&mut tx, &note).await?;
        notices::answered(&mut tx, by.told_as(), &opened.manuscript, now).await?;
        record(&mut tx, &by.who, "manuscript.answered", id, &note.field, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// A reviewer is content with what became of a note.
    ///
    /// # Errors
    /// `NotFound`; an objection for who does not review.
    pub async fn resolve(&self, by: &By<'_>, id: &str, note: &str, now: i64) -> Result<()> {
        by.hand.must_review()?;
        let mut tx = self.db.begin().await?;
        let (_, mut note) = note_of(&mut tx, by, id, note).await?;
        note.state = "resolved".into();
        note.resolved_by = Some(by.names().1);
        note.resolved_at = Some(now);
        reviewing::save_note(&mut tx, &note).await?;
        record(&mut tx, &by.who, "manuscript.note-resolved", id, &note.field, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The steps that this hand may take from where the manuscript stands.
    pub fn steps_open(&self, hand: Hand<'_>, opened: &Opened) -> Vec<EditorialState> {
        let from = opened.manuscript.state;
        let may =
            |to: &EditorialState| may_step(from, *to, hand, opened.tie, self.own_cases).is_ok();
        match opened.manuscript.past {
            true => Vec::new(),
            false => from.successors().iter().copied().filter(may).collect(),
        }
    }
}

async fn note_of(tx: &mut Tx, by: &By<'_>, id: &str, note: &str) -> Result<(Opened, Note)> {
    let found = manuscripts::take(tx, id).await?;
    let opened = opened(tx, by, found).await?;
    let note = reviewing::note(tx, note).await?.filter(|note| note.manuscript == id);
    Ok((opened, note.ok_or(No::NotFound)?))
}

async fn note_step(
    tx: &mut Tx,
    by: &By<'_>,
    manuscript: &Manuscript,
    before: EditorialState,
    reason: &str,
    now: i64,
) -> Result<()> {
    let step = Step {
        id: new_id(now),
        manuscript: manuscript.id.clone(),
        version: manuscript.version,
        before: before.id().into(),
        after: manuscript.state.id().into(),
        who: by.who.to_string(),
        reason: reason.to_owned(),
        at: now,
    };
    reviewing::add_step(tx, &step).await?;
    let what = format!("manuscript.{}", manuscript.state.id());
    record(tx, &by.who, &what, &manuscript.id, reason, now).await?;
    Ok(())
}

fn text(said: &str) -> String {
    shorten(clean_block(said).trim(), NOTE_CHARS)
}

/// A field of the schema with what is inside it; empty for anything else.
fn known_field(field: &str) -> String {
    let field = clean_line(field);
    let top = field.split('.').next().unwrap_or_default();
    let is_known = field.chars().count() <= 80 && Draft::has_field(top);
    if is_known { field } else { String::new() }
}
