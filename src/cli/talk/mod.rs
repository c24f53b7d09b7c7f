//! People and what they say: comments and notes on the command line.

pub mod args;
pub mod comments;
pub mod notes;
