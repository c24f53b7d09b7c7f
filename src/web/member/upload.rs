//! A form with a file, of somebody who is signed in: nothing of the file is read before the token
//! of their sign-in, and never more of it than is taken.

use axum::{
    body::Body,
    extract::{FromRequest, Multipart, Request, multipart::Field},
    response::Response,
};
use bytes::{Bytes, BytesMut};

use super::{
    SignedIn,
    form::{CSRF, Form, is_from_here, is_token},
    to_sign_in,
};
use crate::{
    state::State,
    web::{error::Fault, reader::Reader},
};

/// Bytes of a text beside the file.
const MOST_TEXT: usize = 20_000;
/// Fields of a form with a file.
const FIELDS: usize = 60;
/// What is too large is read on for so many times what is taken, and forgotten, because a browser
/// listens to an answer only when it has sent everything.
const PATIENCE: usize = 8;

/// What was sent with a form that has a file. Its field `csrf` stands before everything else.
pub struct Uploaded {
    pub who: SignedIn,
    pub form: Form,
    pub file: File,
}

/// The file of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum File {
    /// None was chosen, or it is empty.
    None,
    Whole(Bytes),
    /// More bytes than are taken.
    TooLarge,
}

/// The same with a document, which may be of another length.
pub struct UploadedDocument(pub Uploaded);

impl FromRequest<State> for Uploaded {
    type Rejection = Response;

    async fn from_request(request: Request, state: &State) -> Result<Self, Response> {
        Uploaded::up_to(state.config.media.upload_max_bytes, request, state).await
    }
}

impl FromRequest<State> for UploadedDocument {
    type Rejection = Response;

    async fn from_request(request: Request, state: &State) -> Result<Self, Response> {
        let most = state.config.media.document_bytes;
        Uploaded::up_to(most, request, state).await.map(UploadedDocument)
    }
}

impl Uploaded {
    async fn up_to(most: usize, request: Request, state: &State) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let mut reader = Reader::of(state, &parts.uri, &parts.headers).await;
        reader.keep_private();
        if !is_from_here(state, &parts.headers) {
            return Err(Fault::NotFromHere.shown_to(&reader));
        }
        let who = SignedIn::by(reader).map_err(|reader| to_sign_in(&reader, &parts.uri))?;
        let (form, file) = match read(Request::from_parts(parts, body), state, &who, most).await {
            Ok(sent) => sent,
            Err(fault) => return Err(fault.shown_to(&who.reader)),
        };
        Ok(Uploaded { who, form, file })
    }
}

async fn read(
    request: Request<Body>,
    state: &State,
    who: &SignedIn,
    most: usize,
) -> Result<(Form, File), Fault> {
    let parts = Multipart::from_request(request, state).await;
    let mut parts = parts.map_err(|_| Fault::NotAForm)?;
    let (mut fields, mut file, mut proven) = (Vec::new(), File::None, false);
    for _ in 0..FIELDS {
        let Some(field) = parts.next_field().await.map_err(|_| Fault::NotAForm)? else {
            return if proven { Ok((Form::of(fields), file)) } else { Err(Fault::NotFromHere) };
        };
        let name = field.name().unwrap_or_default().to_owned();
        if !proven && name != CSRF {
            return Err(Fault::NotFromHere);
        }
        if let Some(sent_as) = field.file_name().map(str::to_owned) {
            fields.push(("file-name".to_owned(), sent_as));
            file = whole(field, most).await?;
            continue;
        }
        let File::Whole(text) = whole(field, MOST_TEXT).await? else { continue };
        let text = String::from_utf8_lossy(&text).into_owned();
        if name == CSRF {
            proven = is_token(&who.csrf, &text);
            if !proven {
                return Err(Fault::NotFromHere);
            }
        }
        fields.push((name, text));
    }
    Err(Fault::TooLarge)
}

/// The bytes of a field, as long as there are not too many.
async fn whole(mut field: Field<'_>, most: usize) -> Result<File, Fault> {
    let (mut bytes, mut sent) = (BytesMut::new(), 0_usize);
    while let Some(chunk) = field.chunk().await.map_err(|_| Fault::NotAForm)? {
        sent = sent.saturating_add(chunk.len());
        if sent > most.saturating_mul(PATIENCE) {
            return Err(Fault::TooLarge);
        }
        match sent <= most {
            true => bytes.extend_from_slice(&chunk),
            false => bytes = BytesMut::new(),
        }
    }
    Ok(match sent {
        0 => File::None,
        sent if sent > most => File::TooLarge,
        _ => File::Whole(bytes.freeze()),
    })
}
