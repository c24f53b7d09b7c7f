//! Translations are written beside their original, and are out of date when it changes.

use super::{By, Desk, Result, Saved, writing::Start};
use crate::{
    domain::{
        desk::{
            Draft,
            translation::{self, Pair},
        },
        vocabulary::Language,
    },
    store::{
        self, Tx,
        cases::StoredCase,
        manuscripts::{self, Manuscript},
        revisions,
        translations::{self, Source},
    },
};

/// What somebody says of a translation.
#[derive(Clone, Copy, Debug)]
pub struct Translated<'a> {
    pub language: Language,
    /// The fields of its form.
    pub typed: &'a [(String, String)],
    /// Fields whose translation is still right although the original changed.
    pub checked: &'a [String],
}

impl Desk {
    /// Saves a translation. What changed in it was made from the original that its form showed.
    ///
    /// # Errors
    /// `NotFound`, an objection, or what cannot be kept.
    pub async fn translate(
        &self,
        by: &By<'_>,
        id: &str,
        start: Start<'_>,
        told: Translated<'_>,
        now: i64,
    ) -> Result<Saved> {
        let Translated { language, typed, checked } = told;
        let fill = |draft: &Draft, fields: &[(String, String)]| {
            translation::translated(draft, language, fields)
        };
        let mut tx = self.db.begin().await?;
        let woven = self.weave(&mut tx, by, id, start, (typed, fill), now).await?;
        for field in translation::fields() {
            let at = translation::path(language, &field);
            let (before, after) = (woven.base.text(&at), woven.mine.text(&at));
            // Of two texts the one that is there counts, with what it was made from.
            if after != woven.merged.text(&at) {
                continue;
            }
            if after.is_empty() {
                if !before.is_empty() {
                    translations::forget(&mut tx, id, language.id(), &field).await?;
                }
            } else if before != after || checked.contains(&field) {
                let source = source(language, &field, woven.base.text(&field));
                translations::set(&mut tx, id, &source, now).await?;
            }
        }
        tx.commit().await?;
        Ok(woven.saved)
    }
}

fn source(language: Language, field: &str, source: String) -> Source {
    Source { language: language.id().to_owned(), field: field.to_owned(), source }
}

/// A translation beside its original, with what is stale in it.
///
/// # Errors
/// When the database does not answer.
pub async fn pairs(
    tx: &mut Tx,
    manuscript: &Manuscript,
    language: Language,
) -> store::Result<Vec<Pair>> {
    let known = translations::of(tx, &manuscript.id).await?;
    Ok(translation::pairs(&manuscript.draft, language, |field| made_from(&known, language, field)))
}

fn made_from<'k>(known: &'k [Source], language: Language, field: &str) -> Option<&'k str> {
    let is_it = |source: &&Source| source.language == language.id() && source.field == field;
    known.iter().find(is_it).map(|source| source.source.as_str())
}

/// The original is about to change: what is translated already was made from what it says until
/// now, unless something else is known.
pub(super) async fn keep_sources(
    tx: &mut Tx,
    id: &str,
    (before, after): (&Draft, &Draft),
    now: i64,
) -> store::Result<()> {
    for language in translation::languages(before) {
        for field in translation::fields() {
            let (was, is) = (before.text(&field), after.text(&field));
            let translated = before.text(&translation::path(language, &field));
            if was != is && !translated.is_empty() {
                translations::suppose(tx, id, &source(language, &field, was), now).await?;
            }
        }
    }
    Ok(())
}

/// The next revision of a case takes over what is known of its translations.
pub(super) async fn take_over(tx: &mut Tx, key: &str, id: &str) -> store::Result<()> {
    if let Some(published) = manuscripts::published_of_case(tx, key).await? {
        translations::copy(tx, &published, id).await?;
    }
    Ok(())
}

/// When the original of a published case of ours changed last after it was translated into
/// `language`; None while the translation is up to date, or nothing is known of how it was made.
///
/// # Errors
/// When the database does not answer.
pub async fn stale_since(
    tx: &mut Tx,
    stored: &StoredCase,
    language: Language,
) -> store::Result<Option<i64>> {
    if !stored.local {
        return Ok(None);
    }
    let Some(id) = manuscripts::published_of_case(tx, &stored.case.id).await? else {
        return Ok(None);
    };
    let known = translations::of(tx, &id).await?;
    let public = Draft::of(&stored.case);
    let Some(manuscript) = manuscripts::find(tx, &id).await? else { return Ok(None) };
    let stale = |pair: &Pair| {
        // A file that was read in since may have brought another translation.
        let at = translation::path(language, &pair.field);
        pair.stale.is_some() && manuscript.draft.text(&at) == pair.translated
    };
    let pairs = translation::pairs(&public, language, |field| made_from(&known, language, field));
    let fields: Vec<String> = pairs.into_iter().filter(stale).map(|pair| pair.field).collect();
    if fields.is_empty() {
        return Ok(None);
    }
    // The revision since which the original says what it says.
    let mut since = stored.updated;
    for revision in revisions::all(tx, stored.num).await? {
        let Some(case) = revision.public()? else { continue };
        let then = Draft::of(&case);
        if fields.iter().any(|field| then.text(field) != public.text(field)) {
            break;
        }
        since = revision.updated_at;
    }
    Ok(Some(since))
}
