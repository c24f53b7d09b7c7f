//! From which text of the original each field of a translation was made.

use super::{
    Result, Tx,
    sql::{execute, rows},
};

/// A field of a translation, with the text it was made from.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Source {
    pub language: String,
    /// Of the original, such as `title` or `sections.solution`.
    pub field: String,
    /// What the original said there.
    pub source: String,
}

/// Says from which text a field was made, or was found to be still right.
pub async fn set(tx: &mut Tx, id: &str, source: &Source, now: i64) -> Result<()> {
    let Source { language, field, source } = source;
    execute!(
        tx,
        "INSERT INTO manuscript_translation (manuscript, language, field, source, at)
         VALUES ($1,$2,$3,$4,$5)
         ON CONFLICT (manuscript, language, field) DO UPDATE SET
           source = excluded.source, at = excluded.at",
        id,
        language,
        field,
        source,
        now
    )?;
    Ok(())
}

/// The same where nothing is known of the field yet.
pub async fn suppose(tx: &mut Tx, id: &str, source: &Source, now: i64) -> Result<()> {
    let Source { language, field, source } = source;
    execute!(
        tx,
        "INSERT INTO manuscript_translation (manuscript, language, field, source, at)
         VALUES ($1,$2,$3,$4,$5) ON CONFLICT (manuscript, language, field) DO NOTHING",
        id,
        language,
        field,
        source,
        now
    )?;
    Ok(())
}

/// A field is no longer translated.
pub async fn forget(tx: &mut Tx, id: &str, language: &str, field: &str) -> Result<()> {
    execute!(
        tx,
        "DELETE FROM manuscript_translation WHERE manuscript = $1 AND language = $2 AND field = $3",
        id,
        language,
        field
    )?;
    Ok(())
}

/// All that is known of a manuscript.
pub async fn of(tx: &mut Tx, id: &str) -> Result<Vec<Source>> {
    Ok(rows!(
        tx,
        "SELECT language, field, source FROM manuscript_translation WHERE manuscript = $1
         ORDER BY language, field",
        id
    )?)
}

/// The next revision begins with what is known of the one before it.
pub async fn copy(tx: &mut Tx, from: &str, to: &str) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO manuscript_translation (manuscript, language, field, source, at)
         SELECT CAST($2 AS TEXT), language, field, source, at FROM manuscript_translation
         WHERE manuscript = $1 ON CONFLICT (manuscript, language, field) DO NOTHING",
        from,
        to
    )?;
    Ok(())
}
