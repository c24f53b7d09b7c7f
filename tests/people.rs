//! People of an instance: accounts, signing in, what is theirs alone; over real HTTP.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails"
)]

#[path = "pages/checks.rs"]
mod checks;
mod common;
#[path = "common/fake.rs"]
mod fake;
#[path = "common/instance.rs"]
mod instance;

mod people {
    pub mod alerts;
    pub mod browser;
    pub mod comments;
    pub mod contact;
    pub mod desk;
    pub mod digests;
    pub mod forms;
    pub mod letters;
    pub mod mailbox;
    pub mod media;
    pub mod notices;
    pub mod own;
    pub mod photos;
    pub mod privacy;
    pub mod registering;
    pub mod sessions;
    pub mod signing_in;
    pub mod unwanted;
    pub mod writing;
}
