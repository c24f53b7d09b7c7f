//! What other servers see of us, and what we believe of what they send.

pub mod fetch;
pub mod json;
pub mod signature;
