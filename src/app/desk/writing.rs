//! A manuscript is begun, written by several people at once, and given to others to write on.

use serde_json::Value;

use super::{By, Desk, No, Opened, Result, taken, translating};
use crate::{
    app::{access::record, new_id, publish},
    domain::{
        account::Member,
        case_study::Refusal,
        desk::{Draft, Hand, Part, Tie, form, may_edit, merge},
        vocabulary::EditorialState,
    },
    store::{
        Tx, cases,
        manuscripts::{self, Author, Manuscript, Version},
        reviewing::{self, KeptClash},
    },
};

/// Unfinished manuscripts of one author.
const MOST_OPEN: i64 = 100;
const MOST_AUTHORS: usize = 20;
/// Saves of one person within this time count as one.
const ONE_SITTING_MS: i64 = 10 * 60_000;
/// A form that was open for longer than this is compared as if its beginning were unknown.
const KEEP_PASSING_MS: i64 = 3 * 86_400_000;
/// Versions of one manuscript, without passing ones.
const MOST_VERSIONS: i64 = 200;
/// Passing ones: a form that saves itself makes one every few seconds, and says itself what it
/// started from.
const MOST_PASSING: i64 = 200;
/// Fields that two people changed differently and nobody decided on.
const MOST_CLASHES: usize = 60;

/// What a form started from.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The version its page was made of.
    pub version: i64,
    /// Its fields as they were last saved, where it saves more than once: what differs from these
    /// is what its person changed since, whatever others did meanwhile.
    pub was: Option<&'a [(String, String)]>,
}

/// A save with the texts it was made of.
pub(super) struct Woven {
    pub saved: Saved,
    /// What the form started from.
    pub base: Draft,
    /// What it made of that.
    pub mine: Draft,
    /// What is there now.
    pub merged: Draft,
}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The version it is now.
    pub version: i64,
    /// Fields that somebody else changed differently meanwhile; both texts are kept.
    pub clashes: usize,
}

impl Desk {
    /// Begins a new case.
    ///
    /// # Errors
    /// `TooMany` unfinished ones.
    pub async fn begin(&self, member: &Member, draft: Draft, now: i64) -> Result<Manuscript> {
        let mut tx = self.db.begin().await?;
        let begun = self.begin_in(&mut tx, member, None, draft, now).await?;
        tx.commit().await?;
        Ok(begun)
    }

    /// Begins the next revision of a published case, for one who wrote on it before or who reviews.
    ///
    /// # Errors
    /// `NotFound`; `Open` when somebody has begun already.
    pub async fn revise(&self, member: &Member, key: &str, now: i64) -> Result<Manuscript> {
        let mut tx = self.db.begin().await?;
        cases::lock(&mut tx).await?;
        let stored = match publish::find(&mut tx, key).await {
            Ok(stored) if stored.state == EditorialState::Published => stored,
            Ok(_) | Err(crate::app::Error::NotFound(_)) => return Err(No::NotFound),
            Err(error) => return Err(error.into()),
        };
        let key = stored.case.id.clone();
        let authors = manuscripts::authors_of_case(&mut tx, &key).await?;
        let wrote = authors.iter().any(|author| author.account == member.id);
        if !wrote && matches!(Hand::of(member), Hand::Writer(_)) {
            return Err(No::NotFound);
        }
        if let Some(open) = manuscripts::open_of_case(&mut tx, &key).await? {
            return Err(No::Open(open.id));
        }
        let draft = Draft::of(&stored.case);
        let begun = self.begin_in(&mut tx, member, Some(key), draft, now).await?;
        tx.commit().await?;
        Ok(begun)
    }

    async fn begin_in(
        &self,
        tx: &mut Tx,
        member: &Member,
        case_key: Option<String>,
        draft: Draft,
        now: i64,
    ) -> Result<Manuscript> {
        // Who brings cases in for others has as many of them as their sheet has rows.
        let writes = matches!(Hand::of(member), Hand::Writer(_));
        if writes && manuscripts::count_open(tx, &member.id).await? >= MOST_OPEN {
            return Err(No::TooMany);
        }
        self.lay_in(tx, &By::member(member), case_key, draft, now).await
    }

    /// Lays a draft down, by a member as their own, by the keeper for the editors; `case_key` is the id
    /// of the case that it revises or is going to be.
    pub(in crate::app) async fn lay_in(
        &self,
        tx: &mut Tx,
        by: &By<'_>,
        case_key: Option<String>,
        draft: Draft,
        now: i64,
    ) -> Result<Manuscript> {
        let mut begun = Manuscript {
            id: new_id(now),
            case_key,
            state: EditorialState::Draft,
            version: 1,
            draft,
            done: 0,
            lacking: 0,
            made_by: by.names().1,
            made_at: now,
            changed_at: now,
            state_at: now,
            reviewer: None,
            scheduled: None,
            past: false,
        };
        self.measure(&mut begun);
        manuscripts::save(tx, &begun).await?;
        if let Some(key) = &begun.case_key {
            translating::take_over(tx, key, &begun.id).await?;
        }
        if let Some(member) = by.hand.member() {
            manuscripts::add_author(tx, &begun.id, &author(member), now).await?;
        }
        add_version(tx, &begun, by, now).await?;
        let note = begun.case_key.as_deref().unwrap_or_default();
        record(tx, &by.who, "manuscript.begun", &begun.id, note, now).await?;
        Ok(begun)
    }

    /// Saves one part of the form as it was typed by somebody who started from version `base`.
    ///
    /// # Errors
    /// `NotFound`, an objection, or what cannot be kept.
    pub async fn save_part(
        &self,
        by: &By<'_>,
        id: &str,
        base: i64,
        (part, typed): (Part, &[(String, String)]),
        now: i64,
    ) -> Result<Saved> {
        self.change(by, id, base, |draft| form::filled(draft, part, typed), now).await
    }

    /// The same for a form that saves itself while somebody writes, time and again from one page.
    ///
    /// # Errors
    /// `NotFound`, an objection, or what cannot be kept.
    pub async fn save_again(
        &self,
        by: &By<'_>,
        id: &str,
        start: Start<'_>,
        (part, typed): (Part, &[(String, String)]),
        now: i64,
    ) -> Result<Saved> {
        let fill = |draft: &Draft, fields: &[(String, String)]| form::filled(draft, part, fields);
        let mut tx = self.db.begin().await?;
        let woven = self.weave(&mut tx, by, id, start, (typed, fill), now).await?;
        tx.commit().await?;
        Ok(woven.saved)
    }

    /// Makes a change to what version `base` said, and brings it together with what others did
    /// meanwhile: nothing is overwritten.
    ///
    /// # Errors
    /// `NotFound`, an objection, or what cannot be kept.
    pub async fn change(
        &self,
        by: &By<'_>,
        id: &str,
        base: i64,
        make: impl Fn(&Draft) -> std::result::Result<Draft, Refusal> + Send,
        now: i64,
    ) -> Result<Saved> {
        let mut tx = self.db.begin().await?;
        let saved = self.change_in(&mut tx, by, id, Some(base), make, now).await?;
        tx.commit().await?;
        Ok(saved)
    }

    /// The same within a transaction of the caller's. Without a base the change is made to what
    /// is there now.
    pub(in crate::app) async fn change_in(
        &self,
        tx: &mut Tx,
        by: &By<'_>,
        id: &str,
        base: Option<i64>,
        make: impl Fn(&Draft) -> std::result::Result<Draft, Refusal> + Send,
        now: i64,
    ) -> Result<Saved> {
        let (manuscript, known) = self.begun(tx, by, id, base).await?;
        let mine = make(known.as_ref().unwrap_or(&manuscript.draft)).map_err(No::Unkept)?;
        let pair = (known.as_ref(), &mine);
        Ok(self.bring_together(tx, by, manuscript, pair, now).await?.0)
    }

    /// Saves the fields of a form that says itself what it started from; `fill` puts them into a
    /// draft.
    pub(super) async fn weave(
        &self,
        tx: &mut Tx,
        by: &By<'_>,
        id: &str,
        start: Start<'_>,
        (typed, fill): (
            &[(String, String)],
            impl Fn(&Draft, &[(String, String)]) -> std::result::Result<Draft, Refusal> + Send,
        ),
        now: i64,
    ) -> Result<Woven> {
        let (manuscript, known) = self.begun(tx, by, id, Some(start.version)).await?;
        let base = match start.was {
            // Whatever its version was: of these fields the form knows better.
            Some(was) => {
                let draft = known.as_ref().unwrap_or(&manuscript.draft);
                Some(fill(draft, was).map_err(No::Unkept)?)
            }
            None => known,
        };
        let from = base.as_ref().unwrap_or(&manuscript.draft).clone();
        let mine = fill(&from, typed).map_err(No::Unkept)?;
        let pair = (base.as_ref(), &mine);
        let (saved, merged) = self.bring_together(tx, by, manuscript, pair, now).await?;
        Ok(Woven { saved, base: from, mine, merged })
    }

    /// The manuscript for who may change it, with the draft that a change starts from, where that
    /// is still kept.
    async fn begun(
        &self,
        tx: &mut Tx,
        by: &By<'_>,
        id: &str,
        base: Option<i64>,
    ) -> Result<(Manuscript, Option<Draft>)> {
        let Opened { manuscript, tie, .. } = taken(tx, by, id).await?;
        may_edit(manuscript.state, by.hand, tie)?;
        let base = base.unwrap_or(manuscript.version);
        let known = match base == manuscript.version {
            true => Some(manuscript.draft.clone()),
            false => match manuscripts::version(tx, id, base).await? {
                Some(kept) => Some(manuscripts::draft_of(&kept.draft, id)?),
                None => None,
            },
        };
        Ok((manuscript, known))
    }

    /// Writes down what one person made of `base`, together with what others did meanwhile.
    async fn bring_together(
        &self,
        tx: &mut Tx,
        by: &By<'_>,
        mut manuscript: Manuscript,
        (base, mine): (Option<&Draft>, &Draft),
        now: i64,
    ) -> Result<(Saved, Draft)> {
        let id = manuscript.id.clone();
        let (merged, clashes) = merge(base, mine, &manuscript.draft);
        let mut waiting = reviewing::clashes(tx, &id).await?;
        let (account, handle) = by.names();
        for clash in &clashes {
            let other = clash.other.to_string();
            // The same text sent twice is one.
            if waiting.iter().any(|kept| kept.path == clash.path && kept.other == other) {
                continue;
            }
            // Who goes on writing where their text stands beside another's goes on with that text.
            let before = base.and_then(|base| base.at(&clash.path)).cloned().unwrap_or_default();
            let before = before.to_string();
            let goes_on = |kept: &&mut KeptClash| {
                kept.path == clash.path && kept.account == account && kept.other == before
            };
            if let Some(kept) = waiting.iter_mut().find(goes_on) {
                reviewing::carry_on(tx, &kept.id, &other, now).await?;
                kept.other = other;
                continue;
            }
            if waiting.len() >= MOST_CLASHES {
                return Err(No::Undecided);
            }
            let kept = KeptClash {
                id: new_id(now),
                manuscript: id.clone(),
                path: clash.path.clone(),
                other,
                account: account.clone(),
                handle: handle.clone(),
                at: now,
                chosen: None,
            };
            reviewing::add_clash(tx, &kept).await?;
            waiting.push(kept);
        }
        if merged != manuscript.draft {
            self.replace(tx, &mut manuscript, merged, by, now).await?;
        }
        let saved = Saved { version: manuscript.version, clashes: clashes.len() };
        Ok((saved, manuscript.draft))
    }

    /// Writes the next version.
    async fn replace(
        &self,
        tx: &mut Tx,
        manuscript: &mut Manuscript,
        draft: Draft,
        by: &By<'_>,
        now: i64,
    ) -> Result<()> {
        let (account, _) = by.names();
        let id = manuscript.id.clone();
        // What was handed over at a step, or came back with it, stays to be compared.
        let since = (now - ONE_SITTING_MS).max(manuscript.state_at);
        let sitting = (since, ONE_SITTING_MS);
        manuscripts::pass_over(tx, &id, manuscript.version, &account, sitting).await?;
        translating::keep_sources(tx, &id, (&manuscript.draft, &draft), now).await?;
        manuscript.version += 1;
        manuscript.draft = draft;
        manuscript.changed_at = now;
        self.measure(manuscript);
        manuscripts::save(tx, manuscript).await?;
        add_version(tx, manuscript, by, now).await?;
        let most = (MOST_PASSING, MOST_VERSIONS);
        manuscripts::forget_versions(tx, &id, now - KEEP_PASSING_MS, most).await?;
        Ok(())
    }

    /// Decides between two texts of a field: `other` takes the one that came second.
    ///
    /// # Errors
    /// `NotFound`, also when somebody decided before; an objection.
    pub async fn choose(
        &self,
        by: &By<'_>,
        id: &str,
        clash: &str,
        other: bool,
        now: i64,
    ) -> Result<i64> {
        let mut tx = self.db.begin().await?;
        let Opened { mut manuscript, tie, .. } = taken(&mut tx, by, id).await?;
        may_edit(manuscript.state, by.hand, tie)?;
        let waiting = reviewing::clashes(&mut tx, id).await?;
        let kept = waiting.into_iter().find(|kept| kept.id == clash).ok_or(No::NotFound)?;
        let chosen = if other { "mine" } else { "theirs" };
        if !reviewing::choose(&mut tx, clash, chosen, &by.who.to_string(), now).await? {
            return Err(No::NotFound);
        }
        if other {
            let value: Value = serde_json::from_str(&kept.other).unwrap_or(Value::Null);
            let draft = manuscript.draft.with_at(&kept.path, value).map_err(No::Unkept)?;
            if draft != manuscript.draft {
                self.replace(&mut tx, &mut manuscript, draft, by, now).await?;
            }
        }
        tx.commit().await?;
        Ok(manuscript.version)
    }

    /// Takes a former version's text up again, as a new version.
    ///
    /// # Errors
    /// `NotFound` when it is not kept; an objection; `Moved` when somebody saved since `base`.
    pub async fn return_to(
        &self,
        by: &By<'_>,
        id: &str,
        (base, version): (i64, i64),
        now: i64,
    ) -> Result<i64> {
        let mut tx = self.db.begin().await?;
        let Opened { mut manuscript, tie, .. } = taken(&mut tx, by, id).await?;
        may_edit(manuscript.state, by.hand, tie)?;
        if manuscript.version != base {
            return Err(No::Moved);
        }
        let kept = manuscripts::version(&mut tx, id, version).await?.ok_or(No::NotFound)?;
        let draft = manuscripts::draft_of(&kept.draft, id)?;
        if draft != manuscript.draft {
            self.replace(&mut tx, &mut manuscript, draft, by, now).await?;
        }
        tx.commit().await?;
        Ok(manuscript.version)
    }

    /// Lets somebody else write on it too.
    ///
    /// # Errors
    /// `NotFound`; an objection for who is neither author nor editor; `TooMany` authors.
    pub async fn add_author(
        &self,
        by: &By<'_>,
        id: &str,
        author: &Author,
        now: i64,
    ) -> Result<bool> {
        let mut tx = self.db.begin().await?;
        let Opened { authors, tie, .. } = taken(&mut tx, by, id).await?;
        of_authors(by, tie)?;
        if authors.len() >= MOST_AUTHORS {
            return Err(No::TooMany);
        }
        let added = manuscripts::add_author(&mut tx, id, author, now).await?;
        if added {
            let what = "manuscript.author-added";
            record(&mut tx, &by.who, what, id, &author.handle, now).await?;
        }
        tx.commit().await?;
        Ok(added)
    }

    /// Somebody no longer writes on it; what they wrote stays.
    ///
    /// # Errors
    /// `NotFound`; an objection; `LastAuthor`.
    pub async fn remove_author(
        &self,
        by: &By<'_>,
        id: &str,
        account: &str,
        now: i64,
    ) -> Result<()> {
        let mut tx = self.db.begin().await?;
        let Opened { authors, tie, .. } = taken(&mut tx, by, id).await?;
        of_authors(by, tie)?;
        if authors.len() == 1 {
            return Err(No::LastAuthor);
        }
        let gone = authors.iter().find(|author| author.account == account).ok_or(No::NotFound)?;
        manuscripts::remove_author(&mut tx, id, account).await?;
        let what = "manuscript.author-removed";
        record(&mut tx, &by.who, what, id, &gone.handle, now).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Who writes here is up to the authors and to editors.
fn of_authors(by: &By<'_>, tie: Tie) -> Result<()> {
    match tie {
        Tie::Author => Ok(()),
        Tie::Other => Ok(by.hand.must_edit()?),
    }
}

/// Somebody as an author.
pub(super) fn author(member: &Member) -> Author {
    Author { account: member.id.clone(), handle: member.handle.clone(), name: member.name.clone() }
}

async fn add_version(tx: &mut Tx, manuscript: &Manuscript, by: &By<'_>, now: i64) -> Result<()> {
    let (account, handle) = by.names();
    let version = Version {
        version: manuscript.version,
        draft: manuscript.draft.to_json(),
        account,
        handle,
        at: now,
    };
    Ok(manuscripts::add_version(tx, &manuscript.id, &version).await?)
}
