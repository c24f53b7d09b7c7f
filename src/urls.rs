//! Every path and every id of this instance, one function each.

use std::sync::Arc;

/// The addresses of one instance. Ids are opaque and permanent; pages are readable and may move.
#[derive(Clone, Debug)]
pub struct Urls {
    origin: Arc<str>,
}

impl Urls {
    /// `origin` is `scheme://host[:port]`, without a slash at the end.
    pub fn new(origin: &str) -> Self {
        Urls { origin: origin.trim_end_matches('/').into() }
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// `HOST` or `HOST:PORT`, as it stands in handles.
    pub fn host(&self) -> &str {
        self.origin.split_once("//").map_or(&*self.origin, |(_, host)| host)
    }

    /// Whether `uri` is an address of this instance.
    pub fn is_ours(&self, uri: &str) -> bool {
        uri.strip_prefix(&*self.origin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    }

    pub fn home(&self) -> String {
        format!("{}/", self.origin)
    }

    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Id of an object.
    pub fn object(&self, id: &str) -> String {
        format!("{}/o/{id}", self.origin)
    }

    /// Id of an actor.
    pub fn actor(&self, id: &str) -> String {
        format!("{}/a/{id}", self.origin)
    }

    /// Id of an activity.
    pub fn activity(&self, id: &str) -> String {
        format!("{}/activities/{id}", self.origin)
    }

    pub fn shared_inbox(&self) -> String {
        format!("{}/inbox", self.origin)
    }

    pub fn namespace(&self) -> String {
        format!("{}/ns", self.origin)
    }

    /// The page of a case; `page` as `StoredCase::page` holds it.
    pub fn case_page(&self, page: &str) -> String {
        format!("{}{}", self.origin, case_path(page))
    }

    pub fn network_page(&self, slug: &str) -> String {
        format!("{}{}", self.origin, network_path(slug))
    }

    /// The address of `handle` as people write it: `@metropolis@HOST`.
    pub fn handle(&self, handle: &str) -> String {
        format!("@{handle}@{}", self.host())
    }
}

/// The id of the nth RSA key of an actor, which signs requests.
pub fn rsa_key_id(actor: &str, number: usize) -> String {
    match number {
        0 | 1 => format!("{actor}#main-key"),
        number => format!("{actor}#key-{number}"),
    }
}

/// The id of the nth Ed25519 key of an actor, which makes integrity proofs.
pub fn ed25519_key_id(actor: &str, number: usize) -> String {
    match number {
        0 | 1 => format!("{actor}#ed25519-key"),
        number => format!("{actor}#ed25519-key-{number}"),
    }
}

pub fn inbox(actor: &str) -> String {
    format!("{actor}/inbox")
}

pub fn outbox(actor: &str) -> String {
    format!("{actor}/outbox")
}

pub fn followers(actor: &str) -> String {
    format!("{actor}/followers")
}

/// Where the followers of one host are listed, for that host alone (FEP-8fcf).
pub fn followers_synchronization(actor: &str) -> String {
    format!("{actor}/followers_synchronization")
}

pub fn following(actor: &str) -> String {
    format!("{actor}/following")
}

pub fn featured(actor: &str) -> String {
    format!("{actor}/featured")
}

pub fn case_path(page: &str) -> String {
    format!("/cases/{page}")
}

pub fn network_path(slug: &str) -> String {
    format!("/networks/{slug}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_host_that_begins_like_ours_is_not_ours() {
        let urls = Urls::new("https://cases.example");
        assert!(urls.is_ours("https://cases.example/o/1"));
        assert!(urls.is_ours("https://cases.example"));
        assert!(!urls.is_ours("https://cases.example.evil.test/o/1"));
        assert!(!urls.is_ours("http://cases.example/o/1"));
    }
}
