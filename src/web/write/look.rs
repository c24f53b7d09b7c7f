//! `POST /write/look`: a text with marks as a page of a case would show it, for the script of the form.

use axum::{http::StatusCode, response::Response};
use serde_json::json;

use super::keeping::private;
use crate::{
    domain::{
        case_study::bounds,
        text::{Markdown, clean_block, shorten},
    },
    html,
    web::member::{SignedIn, posted::Posted, see},
};

/// Characters of a text: three times what a section may have, as drafts may.
const MOST: usize = bounds::SECTION.max * 3;

/// Somebody who came here by an address: their cases are where they wanted to be.
pub async fn back(who: SignedIn) -> Response {
    see(&who.reader.t.link("/write"))
}

/// The same steps as from a form to the public: cleaned, then made into HTML.
pub async fn made(Posted { form, .. }: Posted<{ super::LONG }>) -> Response {
    let text = shorten(&clean_block(form.get("text")), MOST);
    let html = html::from_markdown(&Markdown::new(&text));
    private(StatusCode::OK, json!({ "html": html.to_string() }))
}
