//! `/copies/…`: pictures that stand elsewhere, as copies of ours. Only what a case that is shown here,
//! or an actor known here, shows itself has an address: nobody can have us load anything else.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::{
    cards,
    error::Fault,
    media::{bytes_of, kept_out, missing},
    plan::Seed,
};
use crate::{
    app::copies::{Copies, Wanted},
    domain::media::{Named, WIDEST, WIDTHS},
    media,
    state::State as AppState,
    store,
};

/// In place of a picture that cannot be had now; browsers may ask again soon.
const FOR_A_MINUTE: &str = "private, max-age=60";

/// `GET /copies/cases/{page}/{tag}/{width}`
pub async fn of_case(
    State(state): State<AppState>,
    Path((page, tag, width)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let wide = WIDTHS.into_iter().chain([WIDEST]).find(|wide| wide.to_string() == width);
    let Some(wide) = wide else { return missing(&state, &uri, &headers).await };
    match found_in_case(&state, &page, &tag).await {
        Ok(Found { wanted, plan }) => show(&state, &headers, wanted, wide, plan).await,
        Err(Fault::NotFound) => missing(&state, &uri, &headers).await,
        Err(Fault::Gone { .. }) => kept_out(StatusCode::GONE),
        Err(fault) => fault.shown_to(&super::reader::Reader::of(&state, &uri, &headers).await),
    }
}

struct Found {
    wanted: Wanted,
    /// Path of the pattern that stands in for it.
    plan: String,
}

async fn found_in_case(state: &AppState, page: &str, tag: &str) -> Result<Found, Fault> {
    let mut tx = state.db.read().await?;
    let Some(stored) = store::cases::by_page(&mut tx, page).await? else {
        let at = store::cases::gone_page(&mut tx, page).await?.ok_or(Fault::NotFound)?;
        return Err(Fault::Gone { at, network: String::new(), reason: String::new() });
    };
    drop(tx);
    if let Some((at, reason)) = stored.withdrawn.clone() {
        return Err(Fault::Gone { at, network: String::new(), reason });
    }
    let files = stored.case.images.iter().filter_map(|image| image.file.as_deref());
    let url =
        files.filter(|_| stored.is_shown() && !stored.local).find(|url| media::tag(url) == tag);
    let url = url.ok_or(Fault::NotFound)?.to_owned();
    let wanted = Wanted { tag: tag.to_owned(), url, owner: stored.uri.clone(), face: false };
    Ok(Found { wanted, plan: cards::plan(&stored.case) })
}

/// `GET /copies/people/{tag}`
pub async fn of_person(
    State(state): State<AppState>,
    Path(tag): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match copies_of(&state).icon(&tag).await {
        Ok(Some(icon)) => {
            let plan = face_plan(&icon.actor);
            let wanted = Wanted { tag, url: icon.url, owner: icon.actor, face: true };
            show(&state, &headers, wanted, WIDEST, plan).await
        }
        Ok(None) => missing(&state, &uri, &headers).await,
        Err(error) => {
            Fault::from(error).shown_to(&super::reader::Reader::of(&state, &uri, &headers).await)
        }
    }
}

/// The pattern of somebody without a picture.
pub(super) fn face_plan(actor: &str) -> String {
    format!("/plans/{}", Seed::new(actor, 0).name())
}

fn copies_of(state: &AppState) -> Copies {
    Copies::of(&state.db, &state.vault, &state.loading, &state.config)
}

async fn show(
    state: &AppState,
    headers: &HeaderMap,
    wanted: Wanted,
    wide: u32,
    plan: String,
) -> Response {
    let (copies, tag) = (copies_of(state), wanted.tag.clone());
    let named = match copies.get(wanted, state.clock.now_ms()).await {
        Ok(Some(named)) => fitting(&named, wide),
        Ok(None) => return instead(plan),
        Err(error) => {
            tracing::error!(%error, "a partner's picture could not be shown");
            return instead(plan);
        }
    };
    if let Some(response) = bytes_of(state, headers, &named).await {
        return response;
    }
    // The row is there and the bytes are not, as after a backup without them.
    if let Err(error) = copies.lost(&tag).await {
        tracing::error!(%error, "a copy without bytes could not be forgotten");
    }
    instead(plan)
}

/// The smallest of its sizes that fills so many pixels, or else the largest.
fn fitting(named: &Named, wide: u32) -> Named {
    let all = named.all();
    all.into_iter().find(|one| one.size.width >= wide).unwrap_or_else(|| named.clone())
}

/// The pattern that a case or person without a picture has.
pub(super) fn instead(plan: String) -> Response {
    let headers = [(header::LOCATION, plan), (header::CACHE_CONTROL, FOR_A_MINUTE.to_owned())];
    (StatusCode::TEMPORARY_REDIRECT, headers).into_response()
}
