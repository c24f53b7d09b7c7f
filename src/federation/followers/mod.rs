//! Follower synchronisation (FEP-8fcf): with what goes to followers each server is told which of
//! ours it has, in a few bytes, so that a follow or its end that was lost is found out.

pub mod check;

use super::{
    context::Federation,
    object::{host_of, same_origin},
};
use crate::{
    store::{StoreError, follower_sync},
    urls,
};
use aws_lc_rs::digest::{SHA256, digest as sha};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use std::{collections::HashMap, fmt::Write as _};
use tokio::sync::Mutex;

/// The header field that tells it.
pub const HEADER: HeaderName = HeaderName::from_static("collection-synchronization");

/// A header field longer than this is no such thing.
const MAX_BYTES: usize = 6_000;

/// What the header field says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    /// Id of the collection of all followers.
    pub collection: String,
    /// Where those of the receiving server are listed, for it alone.
    pub url: String,
    /// Their digest, as lower-case hexadecimal.
    pub digest: String,
}

impl Partial {
    /// What the one header field of this name says; `None` when there is none, or several, or
    /// when it says anything else than it should.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let mut all = headers.get_all(HEADER).iter();
        let (one, more) = (all.next()?, all.next());
        let text = one.to_str().ok().filter(|text| text.len() <= MAX_BYTES && more.is_none())?;
        let (mut collection, mut url, mut digest) = (None, None, None);
        for part in text.split(',') {
            let (name, quoted) = part.trim().split_once('=')?;
            let value = quoted.strip_prefix('"')?.strip_suffix('"')?;
            let place = match name {
                "collectionId" => &mut collection,
                "url" => &mut url,
                "digest" => &mut digest,
                _ => continue,
            };
            if place.replace(value).is_some() {
                return None;
            }
        }
        let digest = digest?.to_ascii_lowercase();
        let hexadecimal = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit());
        hexadecimal.then_some(Partial {
            collection: collection?.to_owned(),
            url: url?.to_owned(),
            digest,
        })
    }

    /// As it is sent, the way Mastodon writes and reads it.
    fn header(&self) -> Option<HeaderValue> {
        let Partial { collection, url, digest } = self;
        let text = format!("collectionId=\"{collection}\", digest=\"{digest}\", url=\"{url}\"");
        HeaderValue::from_str(&text).ok()
    }
}

/// The SHA-256 hashes of all ids, put together so that their order does not matter (XOR).
pub fn digest<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = [0u8; 32];
    for id in ids {
        for (sum, byte) in all.iter_mut().zip(sha(&SHA256, id.as_bytes()).as_ref()) {
            *sum ^= byte;
        }
    }
    all.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The followers of our `actor` on the server of `address`, any address there.
///
/// # Errors
/// When the database does not answer.
pub async fn on_server_of(
    federation: &Federation,
    actor: &str,
    address: &str,
) -> Result<Vec<String>, StoreError> {
    let Some(host) = host_of(address) else { return Ok(Vec::new()) };
    let mut tx = federation.state.db.read().await?;
    let mut found = follower_sync::followers_on(&mut tx, actor, &host).await?;
    found.retain(|uri| same_origin(uri, address));
    Ok(found)
}

/// What one host is told while it is served: looked up once for each of our actors.
#[derive(Default)]
pub struct TellsFollowers {
    known: Mutex<HashMap<String, Option<HeaderValue>>>,
}

impl TellsFollowers {
    /// What goes with a delivery of `actor` to `inbox`; nothing where it has no followers.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn of(
        &self,
        federation: &Federation,
        actor: &str,
        inbox: &str,
    ) -> Result<Option<HeaderValue>, StoreError> {
        let mut known = self.known.lock().await;
        if let Some(value) = known.get(actor) {
            return Ok(value.clone());
        }
        let there = on_server_of(federation, actor, inbox).await?;
        let partial = Partial {
            collection: urls::followers(actor),
            url: urls::followers_synchronization(actor),
            digest: digest(there.iter().map(String::as_str)),
        };
        let value = if there.is_empty() { None } else { partial.header() };
        known.insert(actor.to_owned(), value.clone());
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_of_the_proposal_comes_out_in_any_order() {
        // The example of FEP-8fcf.
        let ids = ["https://testing.example.org/users/1", "https://testing.example.org/users/2"];
        let expected = "c33f48cd341ef046a206b8a72ec97af65079f9a3a9b90eef79c5920dce45c61f";
        assert_eq!(digest(ids), expected);
        assert_eq!(digest(ids.into_iter().rev()), expected);
        assert_eq!(digest([]), "0".repeat(64));
        assert_eq!(digest([ids[0], ids[1], ids[0]]), digest([ids[1]]));
    }

    #[test]
    fn the_header_is_read_as_it_is_written_and_nothing_else_is() {
        let partial = Partial {
            collection: "https://a.example/a/1/followers".into(),
            url: "https://a.example/a/1/followers_synchronization".into(),
            digest: digest([]),
        };
        let read = |texts: &[&str]| {
            let mut headers = HeaderMap::new();
            for text in texts {
                headers.append(HEADER, HeaderValue::from_str(text).unwrap());
            }
            Partial::of(&headers)
        };
        let written = partial.header().unwrap();
        let written = written.to_str().unwrap();
        assert_eq!(read(&[written]), Some(partial.clone()));
        let zeros = "0".repeat(64);
        let other = format!(
            "digest=\"{zeros}\",url=\"{}\", collectionId=\"{}\", x=\"y\"",
            partial.url, partial.collection
        );
        assert_eq!(read(&[&other]), Some(partial));
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[written, written]), None, "which of them counts?");
        for odd in [
            "",
            "collectionId",
            "collectionId=\"a\", url=\"b\"",
            &written.replace("digest=\"0", "digest=\"g"),
            &written.replace("digest=\"0", "digest=\"00"),
            &written.replace('"', ""),
            &format!("{written}, url=\"https://b.example/\""),
            &format!("{written}, x=\"{}\"", "y".repeat(MAX_BYTES)),
        ] {
            assert_eq!(read(&[odd]), None, "{odd}");
        }
    }
}
