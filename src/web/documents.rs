//! `/documents/{id}/{name}`: the bytes of documents, to be saved and not shown.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::{
    error::Fault,
    media::{ALONE, FOR_EVER, kept_out},
    reader::Reader,
};
use crate::{
    app::removal,
    domain::{case_study::CaseStudy, document, media::is_id},
    i18n::Speech,
    state::State as AppState,
    store::{
        StoreError,
        documents::{self, StoredDocument},
        removal::Shelf,
    },
    urls::Urls,
};

/// The documents among the links of a case that are kept here.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    /// Ids by address.
    named: BTreeMap<String, String>,
    /// Bytes by id.
    kept: BTreeMap<String, i64>,
}

/// A document of ours on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Its bytes.
    Kept(i64),
    /// It was removed, or came with a case that was withdrawn.
    Gone,
}

impl Documents {
    /// Of documents that came with a withdrawn case nothing is known, unless `also_withdrawn`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn of(
        state: &AppState,
        case: &CaseStudy,
        also_withdrawn: bool,
    ) -> Result<Self, StoreError> {
        let named = named(&state.urls, case);
        if named.is_empty() {
            return Ok(Documents::default());
        }
        let ids: Vec<&str> = named.values().map(String::as_str).collect();
        let known = documents::sizes(&mut state.db.read().await?, &ids).await?;
        let is_open = |withdrawn: bool| also_withdrawn || !withdrawn;
        let open = known.into_iter().filter(|(_, (_, withdrawn))| is_open(*withdrawn));
        let kept = open.map(|(id, (bytes, _))| (id, bytes)).collect();
        Ok(Documents { named, kept })
    }

    /// What is behind an address, where it is one of ours.
    pub fn behind(&self, address: &str) -> Option<Document> {
        let id = self.named.get(address)?;
        Some(self.kept.get(id).map_or(Document::Gone, |bytes| Document::Kept(*bytes)))
    }
}

fn named(urls: &Urls, case: &CaseStudy) -> BTreeMap<String, String> {
    let own = |address: &str| Some((address.to_owned(), urls.own_document(address)?.to_owned()));
    case.links.iter().filter_map(|link| own(&link.url)).collect()
}

/// Of which kind and how large a document is.
pub fn size_of(t: &Speech, bytes: i64) -> String {
    match bytes {
        1_000_000.. => {
            t.say1("document-megabytes", "size", &t.number((bytes + 500_000) / 1_000_000))
        }
        _ => t.say1("document-kilobytes", "size", &t.number((bytes + 999) / 1_000)),
    }
}

pub async fn serve(
    State(state): State<AppState>,
    Path((id, name)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let found = match found(&state, &id, &name, &uri, &headers).await {
        Ok(found) => found,
        Err(error) => {
            let reader = Reader::of(&state, &uri, &headers).await;
            return Fault::from(error).shown_to(&reader);
        }
    };
    let response = match &found {
        Some((_, true)) => return kept_out(StatusCode::GONE),
        Some((document, false)) => bytes_of(&state, &headers, document).await,
        None => None,
    };
    match response {
        Some(response) => response,
        None => removed(&state, &id, &uri, &headers).await,
    }
}

/// Whoever follows a link to what an administrator removed is told so; nothing else was ever there.
async fn removed(state: &AppState, id: &str, uri: &Uri, headers: &HeaderMap) -> Response {
    let fault = match removal::is_removed(&state.db, &state.urls, Shelf::Documents, id).await {
        Ok(true) => Fault::Removed,
        Ok(false) => Fault::NotFound,
        Err(error) => Fault::from(error),
    };
    fault.shown_to(&Reader::of(state, uri, headers).await)
}

/// The document of this address, and whether it is kept from this reader because its case was
/// withdrawn: then only its authors and reviewers get it.
async fn found(
    state: &AppState,
    id: &str,
    name: &str,
    uri: &Uri,
    headers: &HeaderMap,
) -> Result<Option<(StoredDocument, bool)>, StoreError> {
    if !is_id(id) {
        return Ok(None);
    }
    let mut tx = state.db.read().await?;
    let known = documents::find(&mut tx, id).await?;
    let Some(known) = known.filter(|known| document::plain_name(&known.name) == name) else {
        return Ok(None);
    };
    let is_withdrawn = documents::is_withdrawn(&mut tx, id).await?;
    drop(tx);
    if !is_withdrawn {
        return Ok(Some((known, false)));
    }
    let reader = Reader::of(state, uri, headers).await;
    let Some(visitor) = reader.visitor.as_ref().filter(|visitor| visitor.is_active()) else {
        return Ok(Some((known, true)));
    };
    let mut tx = state.db.read().await?;
    let own = documents::is_authors(&mut tx, id, &visitor.member.id).await?;
    Ok(Some((known, !own && !visitor.reviews())))
}

/// A document as it is sent, also that it did not change; None where its bytes are not kept.
async fn bytes_of(
    state: &AppState,
    headers: &HeaderMap,
    document: &StoredDocument,
) -> Option<Response> {
    let tag = format!("\"{}\"", document.id);
    let seen = headers.get(header::IF_NONE_MATCH).and_then(|seen| seen.to_str().ok());
    let has_it = |seen: &str| seen.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    if seen.is_some_and(has_it) {
        return Some(described(StatusCode::NOT_MODIFIED.into_response(), document, &tag));
    }
    match state.vault.read_document(&document.id).await {
        Ok(found) => {
            let (length, bytes) = found?;
            let mut response = described(Body::from_stream(bytes).into_response(), document, &tag);
            response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
            Some(response)
        }
        Err(error) => {
            tracing::error!(%error, "a document could not be read");
            let headers = [(header::CACHE_CONTROL, "no-store"), (header::RETRY_AFTER, "10")];
            Some((StatusCode::SERVICE_UNAVAILABLE, headers).into_response())
        }
    }
}

fn described(mut response: Response, document: &StoredDocument, tag: &str) -> Response {
    let headers = response.headers_mut();
    for (name, value) in
        [(header::ETAG, tag), (header::CONTENT_DISPOSITION, &disposition(&document.name))]
    {
        headers.insert(name, HeaderValue::from_str(value).expect("letters, digits and signs"));
    }
    for (name, value) in [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CACHE_CONTROL, FOR_EVER),
        (header::CONTENT_SECURITY_POLICY, ALONE),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The name of the file, in plain letters and in its own (RFC 6266, RFC 8187).
fn disposition(name: &str) -> String {
    let encoded: String = name
        .bytes()
        .map(|byte| match byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{}\"; filename*=UTF-8''{encoded}", document::plain_name(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_in_plain_letters_and_in_its_own() {
        assert_eq!(
            disposition("Bericht für \"\r\nX: 1.pdf"),
            "attachment; filename=\"bericht-fur-x-1.pdf\"; \
             filename*=UTF-8''Bericht%20f%C3%BCr%20%22%0D%0AX%3A%201.pdf"
        );
    }
}
