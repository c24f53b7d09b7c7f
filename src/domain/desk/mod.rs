//! Writing and reviewing: the working copy of a case, who may take which step, and how the work of
//! several people becomes one.

pub mod documents;
pub mod draft;
pub mod form;
pub mod merge;
pub mod pictures;
pub mod rules;
mod shape;
pub mod translation;

pub use draft::{Draft, Missing};
pub use form::Part;
pub use merge::{Clash, merge};
pub use rules::{Hand, Objection, Tie, may_edit, may_step};
