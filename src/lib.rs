//! Kontor: the server a network of cities hosts for itself.

pub mod domain;
pub mod federation;
