//! Pages: every one of them rendered from the sample cases and from the extremes, in every language.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails"
)]

#[path = "common/instance.rs"]
mod instance;
#[path = "common/kinds.rs"]
mod kinds;

mod pages {
    pub mod away;
    pub mod checks;
    pub mod directories;
    pub mod doors;
    pub mod looks;
    pub mod references;
    pub mod rendered;
    pub mod samples;
    pub mod served;
    pub mod story;
    pub mod texts;
    pub mod tongues;
    pub mod weight;
}
