//! Damaged input at the parsers that read what strangers send, for a fixed time each: nothing
//! panics, nothing takes long, and cleaned HTML is clean.
//!
//! `KONTOR_FUZZ_SECONDS` says how long (20 in CI, 3 elsewhere), `KONTOR_FUZZ_SEED` repeats a run;
//! the seed is printed, and so is the input when something fails.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests may panic")]

mod common;

#[path = "fuzz/documents.rs"]
mod documents;
#[path = "fuzz/markup.rs"]
mod markup;
#[path = "fuzz/mutate.rs"]
mod mutate;
#[path = "fuzz/signatures.rs"]
mod signatures;
