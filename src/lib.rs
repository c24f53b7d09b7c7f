//! Kontor: the server a network of cities hosts for itself.

pub mod federation;
