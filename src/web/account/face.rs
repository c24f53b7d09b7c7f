//! `/account/profile/picture`: the picture one shows of oneself, sent from the first step of the profile.

use axum::{http::StatusCode, response::Response};

use super::profile;
use crate::{
    app::face::{Faces, NotChanged},
    domain::{case_study::Focus, profile::ALT_CHARS},
    media::Refused,
    web::{
        error::Fault,
        member::{
            SignedIn,
            posted::Posted,
            see,
            upload::{File, Uploaded},
        },
    },
};

const STEP: u8 = 1;

/// `GET`: a reload after a new sign-in, or another language.
pub async fn back(who: SignedIn) -> Response {
    see(&who.reader.t.link(&profile::path(STEP)))
}

/// `POST /account/profile/picture`
pub async fn send(Uploaded { who, form, file }: Uploaded) -> Response {
    let answer = sent(&who, form.get("focus"), form.get("alt"), file).await;
    who.reader.answer(answer)
}

fn faces(who: &SignedIn) -> Faces<'_> {
    let state = &who.reader.state;
    Faces { db: &state.db, urls: &state.urls, vault: &state.vault, member: &who.member }
}

async fn sent(who: &SignedIn, focus: &str, alt: &str, file: File) -> Result<Response, Fault> {
    let (state, t) = (&who.reader.state, &who.reader.t);
    let focus = Focus::from_id(focus).unwrap_or_default();
    let alt: String = alt.chars().take(ALT_CHARS).collect();
    let (status, key) = match file {
        File::Whole(bytes) => {
            let most = state.config.media.uploads_per_account_per_day;
            match faces(who).show((bytes, focus, &alt), most, who.now).await {
                Ok(()) => {
                    state.wake.events.notify_one();
                    return Ok(see(&t.link(&profile::path(STEP))));
                }
                Err(no) => refusal(no)?,
            }
        }
        File::None => (StatusCode::UNPROCESSABLE_ENTITY, "picture-none"),
        File::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "picture-too-large"),
    };
    profile::with_fault(who, STEP, status, t.say(key).into_owned(), alt).await
}

/// What the person reads about a picture that was not taken.
fn refusal(no: NotChanged) -> Result<(StatusCode, &'static str), Fault> {
    Ok(match no {
        NotChanged::File(Refused::NotAPicture) => {
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, "picture-not-one")
        }
        NotChanged::File(Refused::TooManyPixels) => {
            (StatusCode::PAYLOAD_TOO_LARGE, "picture-too-many-pixels")
        }
        NotChanged::File(Refused::Broken) => (StatusCode::UNPROCESSABLE_ENTITY, "picture-broken"),
        NotChanged::TooMany => (StatusCode::TOO_MANY_REQUESTS, "picture-too-often"),
        NotChanged::Other(error) => return Err(Fault::of(error)),
        NotChanged::Vault(error) => {
            tracing::error!(%error, "somebody's picture could not be kept");
            (StatusCode::SERVICE_UNAVAILABLE, "picture-not-kept")
        }
    })
}

/// `POST /account/profile/picture/remove`
pub async fn remove(Posted { who, form: _ }: Posted) -> Response {
    let answer = match faces(&who).remove(who.now).await {
        Ok(()) => {
            who.reader.state.wake.events.notify_one();
            Ok(see(&who.reader.t.link(&profile::path(STEP))))
        }
        Err(NotChanged::Other(error)) => Err(Fault::of(error)),
        // The profile shows it no longer; its bytes are swept away.
        Err(error) => {
            tracing::error!(%error, "bytes of a picture could not be taken away");
            Ok(see(&who.reader.t.link(&profile::path(STEP))))
        }
    };
    who.reader.answer(answer)
}
