//! The one guarded way out: every request we send leaves through [`Client`].
//!
//! URLs are checked before they are asked and again after every redirect, addresses when
//! connecting, answers while they are read. See FEDERATION.md, "Fetching".

pub mod address;
mod answer;
mod client;
mod error;
pub mod exchange;
pub mod guard;
pub mod media_type;

use axum::body::Bytes;
use ipnet::IpNet;
use std::collections::HashMap;
use std::net::IpAddr;
use url::Url;

pub use answer::Answer;
pub use client::Client;
pub use error::FetchError;

/// Whom we speak to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Names of the public internet, over https, without ports.
    Public,
    /// Loopback addresses only, http and https, any port (`insecure_local_federation`).
    Loopback,
}

/// How the client behaves; everything an operator may set.
#[derive(Clone, Debug)]
pub struct FetchConfig {
    pub mode: Mode,
    /// Further certificate authorities, each file one or several PEM certificates.
    pub extra_ca_pem: Vec<Vec<u8>>,
    /// Special address ranges that are opened in public mode, for closed networks.
    pub allowed_ranges: Vec<IpNet>,
    /// Addresses that stand in for DNS, as a hosts file would: what is found at the first look-up
    /// of a name, at the second, and so on, the last for ever. They pass the same guard.
    pub hosts: HashMap<String, Vec<Vec<IpAddr>>>,
    /// Time for a whole exchange, with redirects and body, in ms. Connecting gets at most as much.
    pub timeout_ms: u64,
    /// Largest JSON answer in bytes, after decompression.
    pub json_max_bytes: usize,
    /// How many redirects are followed; 0 for none.
    pub max_redirects: usize,
    /// Who we say we are, such as `Kontor/0.1 (+https://HOST/)`.
    pub user_agent: String,
}

impl FetchConfig {
    /// The limits that FEDERATION.md names: 10 s, 1 MiB, 3 redirects.
    pub fn new(mode: Mode, user_agent: impl Into<String>) -> Self {
        Self {
            mode,
            extra_ca_pem: Vec::new(),
            allowed_ranges: Vec::new(),
            hosts: HashMap::new(),
            timeout_ms: 10_000,
            json_max_bytes: 1024 * 1024,
            max_redirects: 3,
            user_agent: user_agent.into(),
        }
    }
}

/// An answer to a GET.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// Where it came from in the end, after redirects.
    pub url: Url,
    pub body: Bytes,
    /// As the server wrote it.
    pub content_type: String,
}

/// An ActivityPub object that stands where its id says.
#[derive(Clone, Debug)]
pub struct FetchedObject {
    /// Its id, which is the URL it was fetched from.
    pub id: Url,
    /// The bytes as they came.
    pub body: Bytes,
    /// The same, read. Always a JSON object.
    pub value: serde_json::Value,
}
