//! What these tests share with those of people: a browser that keeps cookies, and how cases are written.

#[path = "../people/browser.rs"]
pub mod browser;
#[path = "../people/writing.rs"]
pub mod writing;
