//! Forms that save themselves while somebody writes: what they send, and what they are answered.

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;
use url::form_urlencoded;

use super::{path, told};
use crate::{
    app::desk::{No, Saved, Start},
    domain::account::Member,
    i18n::Speech,
    web::{error::Fault, member::form::CSRF},
};

/// Most fields of a form, as it was.
const FIELDS: usize = 5_000;

/// What a form of a manuscript says beside its fields.
pub struct Sent {
    /// The version its page was made of.
    pub base: i64,
    /// Its fields as the script saved them last, as a form sends them.
    pub was: Option<String>,
    /// What its button wants next.
    pub then: String,
    fields: Option<Vec<(String, String)>>,
}

impl Sent {
    /// Takes out of a form what is none of its fields.
    pub fn take(fields: &mut Vec<(String, String)>) -> Sent {
        let mut own = |name: &str| {
            let at = fields.iter().position(|(known, _)| known == name)?;
            Some(fields.remove(at).1)
        };
        own(CSRF);
        let base = own("base").and_then(|base| base.parse().ok()).unwrap_or(0);
        let (then, was) = (own("then").unwrap_or_default(), own("was"));
        let was = was.filter(|was| !was.is_empty());
        let read = |was: &String| {
            form_urlencoded::parse(was.as_bytes()).into_owned().take(FIELDS).collect()
        };
        Sent { base, then, fields: was.as_ref().map(read), was }
    }

    /// What the save starts from.
    pub fn start(&self) -> Start<'_> {
        Start { version: self.base, was: self.fields.as_deref() }
    }

    /// Whether the script sent it, which wants an answer rather than a page.
    pub fn is_by_itself(&self) -> bool {
        self.then == "auto"
    }
}

/// What the script is told of a form.
pub struct Keep {
    /// Under which the browser keeps what is not saved yet: of one person and one page.
    pub name: String,
    /// Whether the page shows what could not be kept.
    pub unsaved: bool,
    pub was: Option<String>,
}

impl Keep {
    /// Of the form on this page; `sent` where it comes back.
    pub fn of(member: &Member, page: &str, sent: Option<Sent>) -> Keep {
        Keep {
            name: format!("{}:{page}", member.handle),
            unsaved: sent.is_some(),
            was: sent.and_then(|sent| sent.was),
        }
    }
}

/// The answer to a form that saved itself: the number of fields that somebody else changed too, with
/// where they are decided on; or why nothing was kept.
///
/// # Errors
/// What no text of the form can mend.
pub fn answer(t: &Speech, id: &str, done: Result<Saved, No>) -> Result<Response, Fault> {
    let (status, told) = match done {
        Ok(saved) => {
            let href = t.link(&format!("{}#clashes", path(id)));
            let told = json!({
                "version": saved.version, "clashes": saved.clashes, "href": href,
            });
            (StatusCode::OK, told)
        }
        Err(no) => {
            let status = match &no {
                No::NotFound => StatusCode::NOT_FOUND,
                No::Unkept(_) => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::CONFLICT,
            };
            let why = match no {
                No::NotFound => t.say("no-other").into_owned(),
                no => told(t, no)?,
            };
            (status, json!({ "error": why }))
        }
    };
    Ok(private(status, told))
}

/// JSON for one person.
pub fn private(status: StatusCode, told: serde_json::Value) -> Response {
    let headers =
        [(header::CACHE_CONTROL, "private, no-store"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (status, headers, Json(told)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_says_of_itself_is_none_of_its_fields() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut fields = vec![
            pair("title", "A"),
            pair("base", "7"),
            pair("was", "title=a+b%26&topics=x&topics=y"),
            pair("then", "auto"),
            pair("csrf", "x"),
        ];
        let sent = Sent::take(&mut fields);
        assert_eq!(fields, [pair("title", "A")]);
        assert!(sent.is_by_itself());
        let start = sent.start();
        let was = [pair("title", "a b&"), pair("topics", "x"), pair("topics", "y")];
        assert_eq!((start.version, start.was), (7, Some(&was[..])));
        let none = Sent::take(&mut vec![pair("was", ""), pair("base", "x")]);
        assert_eq!((none.base, none.start().was.is_none()), (0, true));
    }
}
