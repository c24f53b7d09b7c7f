//! Notes: what people of any server write under cases and to each other.

pub mod incoming;
pub mod private;
pub mod told;

use crate::{
    store::{Result, Tx, cases, comments::Comment},
    urls::Urls,
};

/// Where a browser finds a note of ours: its place under its case; one that is under no case is
/// found at its author's page.
///
/// # Errors
/// When the database does not answer.
pub async fn page_of(tx: &mut Tx, urls: &Urls, note: &Comment) -> Result<String> {
    if let Some(root) = &note.root
        && let Some(case) = cases::by_uri(tx, root).await?
    {
        return Ok(format!("{}#comment-{}", urls.case_page(&case.page), note.num));
    }
    let author = crate::store::actors::by_uri(tx, &note.actor).await?;
    Ok(author.map_or_else(|| urls.home(), |author| super::actor::page_of(urls, &author)))
}
