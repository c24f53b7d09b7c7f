//! What Kontor is about, with no idea of HTTP, SQL, JSON-LD or async.

pub mod account;
pub mod alert;
pub mod answer;
pub mod case_study;
pub mod changes;
pub mod comment;
pub mod contact;
pub mod desk;
pub mod directory;
pub mod document;
pub mod domain_list;
pub mod elsewhere;
pub mod email;
pub mod event;
pub mod id;
pub mod kinship;
pub mod media;
pub mod network;
pub mod organisation;
pub mod profile;
pub mod search;
pub mod sheet;
pub mod text;
pub mod visit;
pub mod vocabulary;
