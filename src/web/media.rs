//! `/media/{id}/{name}`: the bytes of pictures, and how pages show them.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::{error::Fault, reader::Reader};
use crate::{
    domain::{
        case_study::{Focus, Image},
        media::Named,
    },
    state::State as AppState,
    urls,
};

/// A picture of its own on a page: with its size, so that nothing moves when it arrives, and all
/// widths that a browser may choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The middle one of its sizes, for browsers that choose none.
    pub src: String,
    pub srcset: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
    /// What of it stays in view, as a class of the style sheet.
    pub focus: &'static str,
}

impl View {
    /// A picture that is kept here.
    pub fn of(named: &Named, image: &Image) -> Self {
        View::new(named, image.alt.clone(), image.focus.unwrap_or_default())
    }

    pub fn new(named: &Named, alt: String, focus: Focus) -> Self {
        let all = named.all();
        let one = |named: &Named| format!("{} {}w", urls::picture_path(named), named.size.width);
        let middle = all.iter().take(2).next_back().unwrap_or(named);
        View {
            src: urls::picture_path(middle),
            srcset: all.iter().map(one).collect::<Vec<_>>().join(", "),
            width: named.size.width,
            height: named.size.height,
            alt,
            focus: focus.id(),
        }
    }
}

/// The picture behind an address of `origin`, where it is named as ours are.
pub fn kept_at(origin: &str, address: &str) -> Option<Named> {
    Named::parse(address.strip_prefix(origin)?.strip_prefix("/media/")?)
}

/// What is behind an address here never changes: another picture has another address.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Opened by itself, a picture runs and loads nothing.
const ALONE: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

pub async fn serve(
    State(state): State<AppState>,
    Path((id, name)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Some(named) = Named::parse(&format!("{id}/{name}")) else {
        return missing(&state, &uri, &headers).await;
    };
    let tag = format!("\"{named}\"");
    let seen = headers.get(header::IF_NONE_MATCH).and_then(|seen| seen.to_str().ok());
    let has_it = |seen: &str| seen.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    if seen.is_some_and(has_it) {
        return described(StatusCode::NOT_MODIFIED.into_response(), &named, &tag);
    }
    match state.vault.read(&named).await {
        Ok(Some(bytes)) => described(bytes.into_response(), &named, &tag),
        Ok(None) => missing(&state, &uri, &headers).await,
        Err(error) => {
            tracing::error!(%error, "a picture could not be read");
            let headers = [(header::CACHE_CONTROL, "no-store"), (header::RETRY_AFTER, "10")];
            (StatusCode::SERVICE_UNAVAILABLE, headers).into_response()
        }
    }
}

async fn missing(state: &AppState, uri: &Uri, headers: &HeaderMap) -> Response {
    Fault::NotFound.shown_to(&Reader::of(state, uri, headers).await)
}

fn described(mut response: Response, named: &Named, tag: &str) -> Response {
    let file = format!("inline; filename=\"{}.{}\"", named.id(), named.form.ending());
    let headers = response.headers_mut();
    for (name, value) in [(header::ETAG, tag), (header::CONTENT_DISPOSITION, &file)] {
        headers.insert(name, HeaderValue::from_str(value).expect("letters, digits and signs"));
    }
    for (name, value) in [
        (header::CONTENT_TYPE, named.form.media_type()),
        (header::CACHE_CONTROL, FOR_EVER),
        (header::CONTENT_SECURITY_POLICY, ALONE),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::media::{Form, Size};

    #[test]
    fn a_browser_may_choose_among_all_widths() {
        let named = Named::new(1, Size { width: 1_600, height: 1_200 }, Form::Jpeg);
        let view = View::new(&named, "A street".into(), Focus::Top);
        assert!(view.src.ends_with("/960x720.jpg"), "{}", view.src);
        assert_eq!(view.srcset.matches("w, ").count(), 2, "{}", view.srcset);
        assert_eq!((view.width, view.height, view.focus), (1_600, 1_200, "top"));
        let small = Named::new(1, Size { width: 30, height: 20 }, Form::Png);
        assert!(View::new(&small, String::new(), Focus::Centre).src.ends_with("/30x20.png"));
    }

    #[test]
    fn only_an_address_of_ours_is_shown_as_ours() {
        let here = "https://cases.example/media/000000000000000000000000000000ab/30x20.png";
        assert!(kept_at("https://cases.example", here).is_some());
        assert_eq!(kept_at("https://cases.example.org", here), None);
        assert_eq!(kept_at("https://cases.example", &here.replace("/media", "//media")), None);
    }
}
