//! An instance beside an independent ActivityPub server (Fedify, on Node.js): each looks up,
//! follows and answers the other over real HTTP, and Fedify itself checks what we sign.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests may panic")]

mod common;
#[path = "common/fake.rs"]
mod fake;
#[path = "common/instance.rs"]
mod instance;

#[path = "neighbours/acting.rs"]
mod acting;
#[path = "neighbours/expanding.rs"]
mod expanding;
#[path = "neighbours/followed.rs"]
mod followed;
#[path = "neighbours/following.rs"]
mod following;
#[path = "neighbours/parting.rs"]
mod parting;
#[path = "neighbours/process.rs"]
mod process;
