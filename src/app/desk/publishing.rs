//! What editors do about published cases: at a time, taken back, as they were before, looked at again.

use super::{By, Desk, No, Opened, Result, taken};
use crate::{
    app::{self, access::Who, access::record, publish, publish::Outcome},
    domain::{
        desk::Objection,
        text::{clean_block, shorten},
        vocabulary::EditorialState,
    },
    i18n,
    store::{
        manuscripts::{self, Manuscript, Stale},
        revisions,
    },
};

/// A case that nobody looked at for so long may be out of date: 24 months.
pub(super) const STALE_MS: i64 = 730 * 86_400_000;
/// Nobody plans further ahead: a year would be a slip of the pen.
const FARTHEST_MS: i64 = 366 * 86_400_000;

impl Desk {
    /// An approved manuscript is published at this time by itself; `None` takes that back.
    ///
    /// # Errors
    /// `NotFound`; an objection for who is no editor or when it is not approved; `Invalid` for a
    /// time in the past or more than a year away.
    pub async fn schedule(&self, by: &By<'_>, id: &str, at: Option<i64>, now: i64) -> Result<()> {
        by.hand.must_edit()?;
        if at.is_some_and(|at| at <= now || at > now + FARTHEST_MS) {
            let text = "a time of publication lies ahead, within a year";
            return Err(app::Error::Invalid(text.into()).into());
        }
        let mut tx = self.db.begin().await?;
        let Opened { mut manuscript, .. } = taken(&mut tx, by, id).await?;
        if manuscript.state != EditorialState::Approved {
            let (from, to) = (manuscript.state, EditorialState::Published);
            return Err(Objection::NoSuchStep(from, to).into());
        }
        manuscript.scheduled = at.map(|at| (at, by.names().1));
        manuscripts::save(&mut tx, &manuscript).await?;
        let note = at.map(crate::clock::rfc3339).unwrap_or_default();
        record(&mut tx, &by.who, "manuscript.scheduled", id, &note, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Publishes what is due. Returns how many were dealt with. One that cannot be published any
    /// more loses its time and says so in its log.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn publish_due(
        &self,
        now: i64,
    ) -> std::result::Result<usize, crate::store::StoreError> {
        let due = manuscripts::due(&mut self.db.read().await?, now, 20).await?;
        for id in &due {
            let scheduled = manuscripts::find(&mut self.db.read().await?, id).await?;
            let Some((_, handle)) = scheduled.and_then(|found| found.scheduled) else { continue };
            let by = By::keeper(Who::Member(handle));
            match self.step(&by, id, EditorialState::Published, (None, ""), now).await {
                Ok(_) => {}
                Err(No::Other(app::Error::Store(error))) => return Err(error),
                Err(no) => {
                    tracing::warn!(manuscript.id = %id, error = %no, "was not published at its time");
                    let mut tx = self.db.begin().await?;
                    let found = manuscripts::take(&mut tx, id).await?;
                    // Another node may have published it at the same moment.
                    let due = |found: &Manuscript| {
                        found.state == EditorialState::Approved && found.scheduled.is_some()
                    };
                    if let Some(mut found) = found.filter(due) {
                        found.scheduled = None;
                        manuscripts::save(&mut tx, &found).await?;
                        let (what, note) = ("manuscript.not-published", no.to_string());
                        let done = record(&mut tx, &by.who, what, id, &note, now).await;
                        if let Err(app::Error::Store(error)) = done {
                            return Err(error);
                        }
                    }
                    tx.commit().await?;
                }
            }
        }
        Ok(due.len())
    }

    /// Takes a published case back, whatever becomes of a revision of it that is in the making.
    ///
    /// # Errors
    /// An objection for who is no editor; `NoReason`; `NotFound` or `Conflict` by the case.
    pub async fn withdraw_case(
        &self,
        by: &By<'_>,
        key: &str,
        reason: &str,
        now: i64,
    ) -> Result<()> {
        by.hand.must_edit()?;
        let reason = shorten(clean_block(reason).trim(), super::NOTE_CHARS);
        if reason.is_empty() {
            return Err(No::NoReason);
        }
        let mut tx = self.db.begin().await?;
        crate::store::cases::lock(&mut tx).await?;
        let stored = publish::find(&mut tx, key).await?;
        let published = manuscripts::published_of_case(&mut tx, &stored.case.id).await?;
        match published {
            // Its manuscript goes the same way, and takes the case along.
            Some(id) => {
                let to = EditorialState::Withdrawn;
                self.step_in(&mut tx, by, &id, to, (None, &reason), now).await?;
            }
            None => {
                publish::withdraw_key_in(&mut tx, &by.who, key, &reason, now).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }

    /// Makes a former revision of a published case its newest one.
    ///
    /// # Errors
    /// An objection for who is no editor; `NotFound`; `Refused` where today's rules ask for more.
    pub async fn restore(
        &self,
        by: &By<'_>,
        key: &str,
        revision: i64,
        now: i64,
    ) -> Result<Outcome> {
        by.hand.must_edit()?;
        let mut tx = self.db.read().await?;
        let stored = publish::find(&mut tx, key).await?;
        let kept = revisions::one(&mut tx, stored.num, revision).await?.ok_or(No::NotFound)?;
        drop(tx);
        let mut case = kept.public()?.ok_or(No::NotFound)?;
        case.slug = stored.case.slug;
        case.editorial.revision = None;
        Ok(publish::update(&self.db, &by.who, case, now).await?)
    }

    /// Somebody looked at a published case and found it still right.
    ///
    /// # Errors
    /// An objection for who does not review; `NotFound`; `Refused` where today's rules ask for more.
    pub async fn still_right(&self, by: &By<'_>, key: &str, now: i64) -> Result<Outcome> {
        by.hand.must_review()?;
        let mut tx = self.db.read().await?;
        let stored = publish::find(&mut tx, key).await?;
        drop(tx);
        let mut case = stored.case;
        case.editorial.last_reviewed = Some(i18n::iso_day(now));
        case.editorial.revision = None;
        Ok(publish::update(&self.db, &by.who, case, now).await?)
    }

    /// Our published cases that nobody changed or looked at for 24 months, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn stale(&self, now: i64, limit: i64) -> Result<Vec<Stale>> {
        Ok(manuscripts::stale(&mut self.db.read().await?, now - STALE_MS, limit).await?)
    }
}
