//! Between the domain and ActivityPub: what other servers see of us, and what we believe of
//! what they send.

pub mod activity;
pub mod actor;
pub mod article;
pub mod backfill;
pub mod context;
pub mod deliver;
pub mod fetch;
pub mod filters;
pub mod follow;
pub mod inbox;
pub mod json;
pub mod limits;
pub mod object;
pub mod outbox;
pub mod progress;
pub mod resolve;
pub mod serve;
pub mod signature;
pub mod vocabulary;

pub use context::Federation;
