//! What these tests share with those of people: a browser that keeps cookies, and how cases are written.

#[path = "../people/browser.rs"]
pub mod browser;
#[allow(dead_code, reason = "each test binary uses its own part")]
#[path = "../people/photos.rs"]
pub mod photos;
#[path = "../people/provider.rs"]
pub mod provider;
#[allow(dead_code, reason = "each test binary uses its own part")]
#[path = "../people/sheets.rs"]
pub mod sheets;
#[path = "../people/writing.rs"]
pub mod writing;
