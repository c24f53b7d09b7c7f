//! Other servers' shapes: what we send keeps their rules, and what they send is understood.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests may panic")]

mod common;
#[path = "common/fake.rs"]
mod fake;
#[path = "common/instance.rs"]
mod instance;

#[path = "shapes/incoming.rs"]
mod incoming;
#[path = "shapes/outgoing.rs"]
mod outgoing;
#[path = "shapes/rules.rs"]
mod rules;
