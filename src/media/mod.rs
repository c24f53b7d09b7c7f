//! Bytes of pictures: what is let in, what is made of it, and where that is kept. Nothing that
//! somebody sent is ever given to others: everything is written anew.

mod make;
mod probe;
mod vault;

pub use make::{Made, Refused, make};
pub use probe::Kind;
pub use vault::{Vault, VaultError};
