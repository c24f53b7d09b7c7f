//! `/media/{id}/{name}`: the bytes of pictures, and how pages show them.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::{
    copies::{face_plan, instead},
    error::Fault,
    reader::Reader,
};
use crate::{
    app::removal,
    domain::{
        case_study::{Focus, Image},
        media::{Named, Size, WIDEST, WIDTHS},
        profile::Profile,
    },
    media,
    state::State as AppState,
    store::{StoreError, copies::Copy, media as pictures, removal::Shelf},
    urls::{self, Urls},
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

/// Where nothing is known of the size of a picture elsewhere, its place on the page has this shape.
const USUAL: Size = Size { width: 1_200, height: 800 };

impl View {
    /// A picture of a partner's case, as a copy of ours. `known` is what became of earlier tries;
    /// None is returned where one just failed.
    pub fn copied(page: &str, file: &str, image: &Image, known: Option<&Copy>) -> Option<Self> {
        let tag = media::tag(file);
        let size = match known {
            Some(copy) => Some(Named::parse(copy.name.as_deref()?)?.size),
            None => size_told_by(file),
        };
        let widths = match size {
            Some(size) => size.all().into_iter().map(|size| size.width).collect(),
            None => [&WIDTHS[..], &[WIDEST]].concat(),
        };
        // Asked for by one of three widths, so that an address stays when more is known.
        let steps = [&WIDTHS[..], &[WIDEST]].concat();
        let one = |(step, width): (&u32, &u32)| {
            format!("{} {width}w", urls::case_copy_path(page, &tag, *step))
        };
        let Size { width, height } = size.unwrap_or(USUAL);
        Some(View {
            src: urls::case_copy_path(page, &tag, steps[1]),
            srcset: steps.iter().zip(&widths).map(one).collect::<Vec<_>>().join(", "),
            width,
            height,
            alt: image.alt.clone(),
            focus: image.focus.unwrap_or_default().id(),
        })
    }
}

/// The size that the address of a picture kept by a server like this one tells. It is a stranger's
/// word, and only lays out the page.
fn size_told_by(address: &str) -> Option<Size> {
    Named::parse(address.rsplit_once("/media/")?.1).map(|named| named.size)
}

/// The picture that somebody of ours shows of themselves.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Face {
    pub src: String,
    pub alt: String,
}

/// None where there is none, and for one that stands elsewhere: nothing is loaded from there.
pub fn face_of(urls: &Urls, profile: &Profile) -> Option<Face> {
    let named = urls.own_picture(profile.avatar.as_deref()?)?;
    let alt = profile.avatar_alt.clone().unwrap_or_default();
    Some(Face { src: urls::picture_path(&named), alt })
}

/// The picture behind an address of `origin`, where it is named as ours are.
pub fn kept_at(origin: &str, address: &str) -> Option<Named> {
    Named::parse(address.strip_prefix(origin)?.strip_prefix("/media/")?)
}

/// What is behind an address here never changes: another picture has another address.
pub(super) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Opened by itself, a picture runs and loads nothing.
pub(super) const ALONE: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

pub async fn serve(
    State(state): State<AppState>,
    Path((id, name)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Some(named) = Named::parse(&format!("{id}/{name}")) else {
        return missing(&state, &uri, &headers).await;
    };
    match is_taken_back(&state, &named, &uri, &headers).await {
        Ok(false) => {}
        Ok(true) => return kept_out(StatusCode::GONE),
        Err(error) => {
            let reader = Reader::of(&state, &uri, &headers).await;
            return Fault::from(error).shown_to(&reader);
        }
    }
    match bytes_of(&state, &headers, &named).await {
        Some(response) => response,
        None => removed(&state, &named, &uri, &headers).await,
    }
}

/// In place of what an administrator removed a pattern is shown; nothing else was ever there.
async fn removed(state: &AppState, named: &Named, uri: &Uri, headers: &HeaderMap) -> Response {
    match removal::is_removed(&state.db, &state.urls, Shelf::Pictures, named.id()).await {
        Ok(true) => instead(face_plan(named.id())),
        Ok(false) => missing(state, uri, headers).await,
        Err(error) => Fault::from(error).shown_to(&Reader::of(state, uri, headers).await),
    }
}

/// Whether its case was withdrawn: then only its authors and reviewers see it.
async fn is_taken_back(
    state: &AppState,
    named: &Named,
    uri: &Uri,
    headers: &HeaderMap,
) -> Result<bool, StoreError> {
    if !pictures::is_withdrawn(&mut state.db.read().await?, named.id()).await? {
        return Ok(false);
    }
    let reader = Reader::of(state, uri, headers).await;
    let Some(visitor) = reader.visitor.as_ref().filter(|visitor| visitor.is_active()) else {
        return Ok(true);
    };
    let mut tx = state.db.read().await?;
    let own = pictures::is_authors(&mut tx, named.id(), &visitor.member.id).await?;
    Ok(!own && !visitor.reviews())
}

/// A picture as it is sent, also that it did not change; None where its bytes are not kept.
pub(super) async fn bytes_of(
    state: &AppState,
    headers: &HeaderMap,
    named: &Named,
) -> Option<Response> {
    let tag = format!("\"{named}\"");
    let seen = headers.get(header::IF_NONE_MATCH).and_then(|seen| seen.to_str().ok());
    let has_it = |seen: &str| seen.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    if seen.is_some_and(has_it) {
        return Some(described(StatusCode::NOT_MODIFIED.into_response(), named, &tag));
    }
    match state.vault.read(named).await {
        Ok(bytes) => Some(described(bytes?.into_response(), named, &tag)),
        Err(error) => {
            tracing::error!(%error, "a picture could not be read");
            let headers = [(header::CACHE_CONTROL, "no-store"), (header::RETRY_AFTER, "10")];
            Some((StatusCode::SERVICE_UNAVAILABLE, headers).into_response())
        }
    }
}

/// What is no longer shown to this reader.
pub(super) fn kept_out(status: StatusCode) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")]).into_response()
}

pub(super) async fn missing(state: &AppState, uri: &Uri, headers: &HeaderMap) -> Response {
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
    fn a_partners_picture_is_shown_from_here_in_the_shape_it_will_have() {
        let image = Image {
            file: None,
            placeholder_seed: None,
            alt: "A street".into(),
            caption: None,
            credit: None,
            licence: None,
            focus: None,
        };
        let far = "https://a.example/media/000000000000000000000000000000ab/600x300.jpg";
        let tag = media::tag(far);
        let view = View::copied("s@a.example", far, &image, None).unwrap();
        assert_eq!((view.width, view.height), (600, 300), "as its address tells");
        let steps = format!(
            "/copies/cases/s@a.example/{tag}/480 480w, /copies/cases/s@a.example/{tag}/960 600w"
        );
        assert_eq!(view.srcset, steps);
        let mut known = Copy {
            tag,
            url: far.into(),
            host: "a.example".into(),
            owner: "https://a.example/o/1".into(),
            id: Some("000000000000000000000000000000cd".into()),
            name: Some("000000000000000000000000000000cd/30x20.png".into()),
            bytes: 9,
            failures: 0,
            retry_at: 0,
            used_at: 0,
        };
        let view = View::copied("s@a.example", far, &image, Some(&known)).unwrap();
        assert_eq!((view.width, view.height), (30, 20), "as it turned out");
        known.name = None;
        assert_eq!(View::copied("s@a.example", far, &image, Some(&known)), None);
        let view = View::copied("s", "https://a.example/x.jpg", &image, None).unwrap();
        assert_eq!(view.srcset.matches("/copies/").count(), 3, "{}", view.srcset);
        assert_eq!((view.width, view.height), (USUAL.width, USUAL.height));
    }

    #[test]
    fn only_an_address_of_ours_is_shown_as_ours() {
        let here = "https://cases.example/media/000000000000000000000000000000ab/30x20.png";
        assert!(kept_at("https://cases.example", here).is_some());
        assert_eq!(kept_at("https://cases.example.org", here), None);
        assert_eq!(kept_at("https://cases.example", &here.replace("/media", "//media")), None);
    }
}
