//! People and what they say: accounts, comments and notes on the command line.

pub mod args;
pub mod comments;
pub mod notes;
pub mod people;
pub mod reports;
