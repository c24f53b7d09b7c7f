//! The store and the use cases on a real database, on both engines.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests may panic")]

mod common;

#[path = "store/build.rs"]
mod build;
#[path = "store/cases.rs"]
mod cases;
#[path = "store/deliveries.rs"]
mod deliveries;
#[path = "store/desk.rs"]
mod desk;
#[path = "store/events.rs"]
mod events;
#[path = "store/inbox.rs"]
mod inbox;
#[path = "store/publishing.rs"]
mod publishing;
#[path = "store/receiving.rs"]
mod receiving;
#[path = "store/rest.rs"]
mod rest;
#[path = "store/search.rs"]
mod search;
