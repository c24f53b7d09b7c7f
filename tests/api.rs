//! The admin API through its router with a real database, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise"
)]

mod common;

#[path = "api/caller.rs"]
mod caller;
#[path = "api/cases.rs"]
mod cases;
#[path = "api/document.rs"]
mod document;
#[path = "api/others.rs"]
mod others;
#[path = "api/sending.rs"]
mod sending;
#[path = "api/talking.rs"]
mod talking;
