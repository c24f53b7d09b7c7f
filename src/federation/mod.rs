//! Between the domain and ActivityPub: what other servers see of us, and what we believe of
//! what they send.

pub mod activity;
pub mod actor;
pub mod application;
pub mod article;
pub mod backfill;
pub mod catalogue;
pub mod compare;
pub mod context;
pub mod conversation;
pub mod deliver;
mod elsewhere;
pub mod fetch;
pub mod filters;
pub mod follow;
pub mod followers;
mod governed;
pub mod inbox;
pub mod json;
pub mod keys;
pub mod knock;
pub mod limits;
pub mod lists;
pub mod note;
pub mod object;
pub mod organisation;
pub mod outbox;
pub mod pictures;
pub mod progress;
pub mod proof;
pub mod relay;
pub mod resolve;
pub mod serve;
pub mod signature;
pub mod social;
mod verdict;
mod visit;
pub mod vocabulary;

pub use context::Federation;
