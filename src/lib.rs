//! Kontor: the server a network of cities hosts for itself.

pub mod clock;
pub mod config;
pub mod telemetry;
