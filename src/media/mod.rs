//! Bytes of pictures: what is let in, what is made of it, and where it is kept. Nothing that
//! somebody sent as a picture is ever given to others: it is written anew. Documents are given as they are.

mod loading;
mod make;
mod pdf;
mod probe;
mod vault;

pub use loading::{Ask, Loading, NotLoaded};
pub use make::{Made, Refused, make, make_face};
pub use pdf::{Unsound, judge};
pub use probe::Kind;
pub use vault::{Vault, VaultError};

/// Names the picture at an address elsewhere: half of its SHA-256, in hexadecimal. It has the form
/// of a picture's id.
pub fn tag(address: &str) -> String {
    let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, address.as_bytes());
    hash.as_ref().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
