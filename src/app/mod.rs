//! One function per intention: begin, load, ask the domain, save, append the event, commit.
//! What must happen later is an event in the same transaction; nothing is sent from here.

pub mod access;
pub mod account;
pub mod alerts;
pub mod answers;
pub mod applications;
pub mod comment;
pub mod contact;
pub mod copies;
pub mod correction;
pub mod desk;
pub mod documents;
pub mod domain_lists;
pub mod face;
pub mod feature;
pub mod feeds;
pub mod follow;
pub mod import;
pub mod imports;
pub mod instance;
pub mod keys;
pub mod mail;
pub mod media;
pub mod moderate;
pub mod note;
pub mod notices;
pub mod person;
pub mod publish;
pub mod quarantine;
pub mod react;
pub mod receive;
pub mod relays;
pub mod remark;
pub mod removal;
pub mod report;
pub mod standing;
pub mod suggest;

use crate::{domain::case_study::Refusal, store::StoreError};

/// What a use case answers when it does not do what was asked. The text is fit for people; the
/// cause of a store failure is not part of it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("there is no {0}")]
    NotFound(String),
    #[error("{0}")]
    Conflict(String),
    #[error("{0}")]
    Invalid(String),
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Seconds until it may be tried again.
    #[error("too often; try again in {0} seconds")]
    TooOften(u64),
    #[error("the database did not do its part")]
    Store(#[from] StoreError),
}

pub type Result<T> = std::result::Result<T, Error>;

/// A new ULID from the given time: ids sort by when they were made.
pub fn new_id(now: i64) -> String {
    let random = {
        let mut bytes = [0; 16];
        aws_lc_rs::rand::fill(&mut bytes).expect("the system has a source of randomness");
        u128::from_be_bytes(bytes)
    };
    ulid::Ulid::from_parts(now.unsigned_abs(), random).to_string()
}
