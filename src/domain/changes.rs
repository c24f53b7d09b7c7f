//! What changed between two revisions of a case: field by field, and word by word within a field.

mod parts;
mod words;

pub use parts::Field;
pub use words::{Piece, compare};

use super::case_study::CaseStudy;

/// One field that changed, with its text before and after woven into one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub field: Field,
    pub pieces: Vec<Piece>,
}

/// How a value of a vocabulary is called: by the name of the vocabulary and the value's id.
pub type Names<'a> = &'a dyn Fn(&str, &str) -> String;

/// Every field whose text differs, in the order in which a page shows them. Bounded: a field too
/// long to be compared word by word is compared by sentences, and beyond that as a whole.
pub fn changes(before: &CaseStudy, after: &CaseStudy, names: Names<'_>) -> Vec<Change> {
    let pairs = pairs(before, after, names).into_iter();
    let change = |(field, before, after): (Field, String, String)| Change {
        field,
        pieces: compare(&before, &after),
    };
    pairs.map(change).collect()
}

/// The fields of a case that hold something, each as a text that people read.
pub fn texts(case: &CaseStudy, names: Names<'_>) -> Vec<(Field, String)> {
    parts::of(case, names)
}

/// Only which fields differ: cheap, for a list of revisions.
pub fn changed_fields(before: &CaseStudy, after: &CaseStudy) -> Vec<Field> {
    let plain = |_: &str, id: &str| id.to_owned();
    pairs(before, after, &plain).into_iter().map(|(field, ..)| field).collect()
}

/// The fields that differ, with both texts; one that is missing on a side is empty there.
fn pairs(before: &CaseStudy, after: &CaseStudy, names: Names<'_>) -> Vec<(Field, String, String)> {
    let (old, new) = (parts::of(before, names), parts::of(after, names));
    let mut fields: Vec<Field> = old.iter().chain(&new).map(|(field, _)| *field).collect();
    fields.sort_unstable();
    fields.dedup();
    let text = |side: &[(Field, String)], wanted| {
        let found = side.iter().find(|(field, _)| *field == wanted);
        found.map_or_else(String::new, |(_, text)| text.clone())
    };
    let pair = |field| (field, text(&old, field), text(&new, field));
    fields.into_iter().map(pair).filter(|(_, old, new)| old != new).collect()
}
