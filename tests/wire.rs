//! What goes over the wire: signatures and the guarded client, against real sockets.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests may panic")]

#[path = "wire/fetching.rs"]
mod fetching;
#[path = "wire/peer.rs"]
mod peer;
#[path = "wire/signing.rs"]
mod signing;
