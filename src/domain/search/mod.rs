//! What a reader may ask for, and how texts are made comparable whatever their script.

mod excerpt;
mod facet;
pub mod feeds;
mod filter;
mod fold;
mod index;
mod mark;
mod query;

pub use excerpt::{Excerpt, excerpt};
pub use facet::{ByFacet, Facet};
pub use feeds::city_label;
pub use filter::{CaseFilter, Sort};
pub use fold::{fold, is_own_token, tokens};
pub use index::{TermKind, TextPart, award_key, case_terms, case_texts, city_key};
pub use mark::{Piece, mark};
pub use query::{Term, query_terms};

/// Scalar values of a word that are indexed and compared; the rest of a longer one is cut off.
pub const WORD_CHARS: usize = 64;
/// Scalar values of a query that are read.
pub const QUERY_CHARS: usize = 200;
/// Terms of a query that are looked for.
pub const QUERY_TERMS: usize = 16;
/// Values of one facet that a filter holds.
pub const FACET_VALUES: usize = 20;
