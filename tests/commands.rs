//! The program as a person runs it: commands with temporary data folders, beside no server.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise"
)]

#[path = "commands/harness.rs"]
mod harness;

#[path = "commands/accounts.rs"]
mod accounts;
#[path = "commands/editing.rs"]
mod editing;
#[path = "commands/governing.rs"]
mod governing;
#[path = "commands/pictures.rs"]
mod pictures;
#[path = "commands/serving.rs"]
mod serving;
#[path = "commands/sheets.rs"]
mod sheets;
#[path = "commands/talking.rs"]
mod talking;
#[path = "commands/transfer.rs"]
mod transfer;
