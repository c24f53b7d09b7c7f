//! The rows of a plan become drafts, cases and revisions, in one transaction.

use serde::{Deserialize, Serialize};

use super::{
    No, Plan, Result,
    plan::{Act, Planned},
};
use crate::{
    app::{
        desk::{By, Desk},
        new_id, publish,
        publish::Outcome as Published,
    },
    domain::{
        case_study::CaseStudy,
        desk::{Draft, draft::key_of},
    },
    store::{
        Tx,
        imports::{self, ImportedRow, StoredImport},
        manuscripts::{self, Author},
    },
};

/// As whom rows are taken in, and which.
#[derive(Clone, Debug)]
pub struct Taking<'m> {
    pub by: &'m By<'m>,
    /// Whose drafts they become, where that is somebody else.
    pub author: Option<Author>,
    /// Rows that cannot be taken are left out; without this nothing is taken when there are any.
    pub leave_out: bool,
}

/// How many rows became what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Id of the import.
    pub import: String,
    pub drafted: usize,
    pub published: usize,
    pub revised: usize,
    /// Here already, and left as it is.
    pub skipped: usize,
    pub refused: usize,
}

impl Outcome {
    /// What a finished import did.
    pub fn of(stored: &StoredImport) -> Outcome {
        serde_json::from_str(&stored.outcome).unwrap_or_default()
    }
}

/// Does all that a plan says.
///
/// # Errors
/// `Flawed` and `Nothing`; whatever the database or the desk objects to. Then the caller's transaction
/// is not to be committed.
pub(super) async fn take_in(
    tx: &mut Tx,
    desk: &Desk,
    taking: &Taking<'_>,
    plan: Plan,
    import: &str,
    now: i64,
) -> Result<Outcome> {
    taking.by.hand.must_edit().map_err(crate::app::desk::No::from)?;
    let refused = plan.refused();
    if refused > 0 && !taking.leave_out {
        return Err(No::Flawed);
    }
    if plan.taken() == 0 {
        return Err(No::Nothing);
    }
    let mut outcome = Outcome { import: import.to_owned(), refused, ..Outcome::default() };
    for row in plan.rows {
        let Planned { line, title, verdict, act, .. } = row;
        let drafted = |manuscript: manuscripts::Manuscript| ImportedRow {
            line: line as i64,
            title: title.clone(),
            made: "drafted".into(),
            case_key: String::new(),
            revision: manuscript.version,
            manuscript: manuscript.id,
        };
        let made = match act {
            Act::Nothing => {
                outcome.skipped += usize::from(verdict.id() != "refused");
                continue;
            }
            Act::Draft(key, draft) => drafted(lay(tx, desk, taking, key, *draft, now).await?),
            Act::DraftRevision(key, draft) => {
                drafted(lay(tx, desk, taking, Some(key), *draft, now).await?)
            }
            Act::Publish(case, own_id) => {
                let made = release(tx, desk, taking, *case, own_id, now).await?;
                row_of(tx, line, &title, made).await?
            }
            Act::Revise(mut case) => {
                case.editorial.revision = None;
                let key = case.id.clone();
                let by = &taking.by.who;
                publish::release_in(tx, &desk.publisher, by, *case, now).await?;
                row_of(tx, line, &title, key).await?
            }
        };
        match made.made.as_str() {
            "drafted" => outcome.drafted += 1,
            "published" => outcome.published += 1,
            _ => outcome.revised += 1,
        }
        imports::add_row(tx, import, &made).await?;
    }
    Ok(outcome)
}

async fn lay(
    tx: &mut Tx,
    desk: &Desk,
    taking: &Taking<'_>,
    key: Option<String>,
    draft: Draft,
    now: i64,
) -> Result<manuscripts::Manuscript> {
    let laid = desk.lay_in(tx, taking.by, key, draft, now).await?;
    if let Some(author) = &taking.author {
        manuscripts::add_author(tx, &laid.id, author, now).await?;
    }
    Ok(laid)
}

/// Publishes a new case and returns its id in the schema. One that was published before keeps its
/// dates; it may lack what is asked for today.
async fn release(
    tx: &mut Tx,
    desk: &Desk,
    taking: &Taking<'_>,
    mut case: CaseStudy,
    own_id: bool,
    now: i64,
) -> Result<String> {
    if !own_id {
        case.id = key_of(&case.title, &new_id(now));
    }
    let key = case.id.clone();
    let by = &taking.by.who;
    let outcome = match case.editorial.published {
        Some(_) => publish::put_in(tx, &desk.publisher, by, case, now).await?,
        None => publish::release_in(tx, &desk.publisher, by, case, now).await?,
    };
    match outcome {
        Published::Published { .. } => Ok(key),
        // The plan found nothing under this id, and nobody else writes.
        _ => Err(No::Moved),
    }
}

/// What a row made of a published case.
async fn row_of(tx: &mut Tx, line: u64, title: &str, key: String) -> Result<ImportedRow> {
    let stored = publish::find(tx, &key).await?;
    let made = if stored.revision > 1 { "revised" } else { "published" };
    Ok(ImportedRow {
        line: line as i64,
        title: title.to_owned(),
        made: made.into(),
        case_key: key,
        manuscript: String::new(),
        revision: stored.revision,
    })
}
