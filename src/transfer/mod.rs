//! Case studies from files and to files: JSON Lines in, JSON Lines and CSV out.

pub mod export;
pub mod import;
pub mod lines;
pub mod report;
