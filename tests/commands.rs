//! The program as a person runs it: commands with temporary data folders, beside no server.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![allow(clippy::unwrap_used, reason = "tests may panic")]

#[path = "commands/harness.rs"]
mod harness;

#[path = "commands/editing.rs"]
mod editing;
#[path = "commands/serving.rs"]
mod serving;
#[path = "commands/transfer.rs"]
mod transfer;
