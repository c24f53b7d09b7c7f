//! The site in a real browser (Chromium), and what it gives away before judges of other makes:
//! axe-core, the Nu checker, XML schemas, citation tools.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests may panic")]

#[path = "pages/checks.rs"]
mod checks;
mod common;
#[path = "common/instance.rs"]
mod instance;
#[path = "common/kinds.rs"]
mod kinds;
#[path = "browser/people.rs"]
mod people;

mod browser {
    pub mod barriers;
    pub mod desk;
    pub mod extremes;
    pub mod journeys;
    pub mod judges;
    pub mod markup;
    pub mod members;
    pub mod scene;
    pub mod tools;
    pub mod write;
}
