//! Open data: every feed, file and protocol over real HTTP, read by readers that are not ours.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::disallowed_methods, reason = "tests read their settings from the environment")]

#[path = "common/instance.rs"]
mod instance;

mod opendata {
    pub mod catalog;
    pub mod downloads;
    pub mod feeds;
    pub mod harvest;
    pub mod interface;
    pub mod judges;
    pub mod site;
}
