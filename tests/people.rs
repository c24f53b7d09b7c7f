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
    pub mod answers;
    pub mod assigning;
    pub mod browser;
    pub mod bucket;
    pub mod choosing;
    pub mod comments;
    pub mod contact;
    pub mod copies;
    pub mod correcting;
    pub mod deleting;
    pub mod desk;
    pub mod digests;
    pub mod documents;
    pub mod faces;
    pub mod forms;
    pub mod imports;
    pub mod imports_bounds;
    pub mod inbox;
    pub mod keeping;
    pub mod letters;
    pub mod mailbox;
    pub mod media;
    pub mod moving;
    pub mod notices;
    pub mod notices_mail;
    pub mod organisation;
    pub mod own;
    pub mod paper;
    pub mod permissions;
    pub mod photos;
    pub mod privacy;
    pub mod provider;
    pub mod registering;
    pub mod removing;
    pub mod returns;
    pub mod sessions;
    pub mod sheets;
    pub mod signing_in;
    pub mod tls;
    pub mod translating;
    pub mod unwanted;
    pub mod writing;
}
