//! What of a case anybody may take along, with its licence, its source and its dates.

use serde_json::{Map, Value, json};

use crate::{
    clock::{day, rfc3339},
    domain::case_study::CaseStudy,
};

/// A published case on its way out.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    pub case: &'a CaseStudy,
    /// Id of its ActivityPub object.
    pub uri: &'a str,
    /// Its page here.
    pub url: &'a str,
    /// Its page at its origin, when that is elsewhere.
    pub origin_url: Option<&'a str>,
    /// The host that published it.
    pub host: &'a str,
    /// Whether that is this instance.
    pub local: bool,
    /// Epoch milliseconds.
    pub published: i64,
    pub updated: i64,
    pub revision: i64,
}

impl Taken<'_> {
    /// One object that stands for itself wherever it is copied to: the record, where it comes
    /// from, under which licence, and on which day it was taken.
    pub fn to_value(&self, now: i64) -> Value {
        json!({
            "uri": self.uri,
            "url": self.url,
            "origin_url": self.origin_url,
            "host": self.host,
            "local": self.local,
            "published": rfc3339(self.published),
            "updated": rfc3339(self.updated),
            "revision": self.revision,
            "licence": self.case.licence.id(),
            "licence_url": self.case.licence.url(),
            "retrieved": day(now),
            "record": record(self.case),
        })
    }
}

/// The record as strangers may have it: without addresses of persons, and of a case with all rights
/// reserved only what names it, as FEDERATION.md says of such a case's object.
pub fn record(case: &CaseStudy) -> Value {
    let value = case.public().to_value();
    if case.is_open() {
        return value;
    }
    let Value::Object(mut whole) = value else { return Value::Null };
    let named = ["id", "title", "summary", "language", "licence", "source_network", "source_url"];
    let kept = named.iter().filter_map(|name| whole.remove_entry(*name));
    Value::Object(kept.collect::<Map<_, _>>())
}
