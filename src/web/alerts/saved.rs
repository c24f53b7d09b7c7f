//! `/account/alerts`: searches that a member saved, and how they hear of what is new in them.

use std::collections::HashMap;

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{asked, frame};
use crate::{
    app::{
        self,
        alerts::{self, Purpose, Wish},
    },
    domain::{
        alert::{self, DIGEST_HOUR, MOST, NAME_CHARS, Rhythm},
        search::{CaseFilter, Facet},
        text::shorten,
    },
    i18n::Speech,
    store::{alerts::Alert, search},
    urls,
    web::{
        error::Fault,
        facets::{self, Labels},
        layout::Frame,
        member::{SignedIn, form::Form, posted::Posted, see},
        view::View,
    },
};

/// Longest name that a form takes; what is longer is cut.
const NAME_MOST: usize = NAME_CHARS;

#[derive(Template)]
#[template(path = "alerts/list.html")]
struct ListPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    rows: Vec<Row>,
    notice: Option<String>,
    fault: Option<String>,
}

/// One saved search.
struct Row {
    id: String,
    fields: Fields,
    /// The search, as a path.
    search: String,
    /// What is asked for, in words.
    what: String,
    how: String,
    /// The address of its private feed.
    feed: String,
    open: bool,
}

/// What a form about a search holds.
struct Fields {
    name: String,
    rhythm: Rhythm,
    by_mail: bool,
    on_site: bool,
}

impl Fields {
    fn rhythms(&self) -> [(&'static str, &'static str, bool); 3] {
        let keys = ["rhythm-instant", "rhythm-daily", "rhythm-weekly"];
        let mut keys = keys.into_iter();
        Rhythm::ALL.map(|one| (one.id(), keys.next().unwrap_or_default(), one == self.rhythm))
    }

    fn of(form: &Form) -> Fields {
        Fields {
            name: shorten(form.get("name"), NAME_MOST),
            rhythm: Rhythm::from_id(form.get("rhythm")).unwrap_or(Rhythm::Weekly),
            by_mail: form.has("mail"),
            on_site: form.has("site"),
        }
    }

    fn wish(&self) -> Wish<'_> {
        let Fields { name, rhythm, by_mail, on_site } = self;
        Wish { name, rhythm: *rhythm, by_mail: *by_mail, on_site: *on_site }
    }
}

#[derive(Template)]
#[template(path = "alerts/new.html")]
struct NewPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    /// The search as a query string.
    filter: String,
    search: String,
    what: String,
    fields: Fields,
    fault: Option<String>,
}

/// `GET /account/alerts`
pub async fn list(who: SignedIn) -> Response {
    let t = &who.reader.t;
    let notice = match asked(&who.reader, "done").unwrap_or_default().as_str() {
        "saved" => Some(t.say("alerts-saved").into_owned()),
        "changed" => Some(t.say("alerts-changed").into_owned()),
        "feed" => Some(t.say("alerts-feed-renewed").into_owned()),
        "ended" => Some(t.say("alerts-ended").into_owned()),
        _ => None,
    };
    let answer = list_page(&who, notice, None).await;
    who.reader.answer(answer)
}

/// With what was typed about the search of this id, and what is wrong with it.
async fn list_page(
    who: &SignedIn,
    notice: Option<String>,
    wrong: Option<(&str, Fields, String)>,
) -> Result<Response, Fault> {
    let t = who.reader.t.clone();
    let found = alerts::list(&who.reader.state.db, &who.member).await.map_err(Fault::of)?;
    let (mut rows, mut fault) = (Vec::new(), None);
    for alert in found {
        rows.push(row(who, alert).await?);
    }
    if let Some((id, fields, text)) = wrong {
        fault = Some(text);
        if let Some(row) = rows.iter_mut().find(|row| row.id == id) {
            (row.fields, row.open) = (fields, true);
        }
    }
    let frame = frame(&who.reader, &t.say("alerts-title"), "/account/alerts");
    let status = match fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let csrf = who.csrf.clone();
    who.reader.respond(status, &ListPage { t, frame, csrf, rows, notice, fault })
}

async fn row(who: &SignedIn, alert: Alert) -> Result<Row, Fault> {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let filter = CaseFilter::from_query(&alert.filter);
    let key = alerts::key_of(&mut state.db.read().await?, Purpose::Feed, &alert).await?;
    let feed = key.map(|key| state.urls.absolute(&urls::alert_feed_path(&key)));
    let rhythm = match alert.rhythm {
        Rhythm::Instant => t.say("rhythm-instant"),
        Rhythm::Daily => t.say("rhythm-daily"),
        Rhythm::Weekly => t.say("rhythm-weekly"),
    };
    let ways = [(alert.by_mail, "alerts-mail"), (alert.on_site, "alerts-site")];
    let ways: Vec<_> = ways.iter().filter(|(on, _)| *on).map(|(_, key)| t.say(key)).collect();
    let how = match ways.is_empty() {
        true => t.say("alerts-silent").into_owned(),
        false => format!("{rhythm} · {}", ways.join(" · ")),
    };
    Ok(Row {
        what: words(who, &filter).await?,
        search: View::List.address(&filter),
        how,
        feed: feed.unwrap_or_default(),
        open: false,
        fields: Fields {
            name: alert.name,
            rhythm: alert.rhythm,
            by_mail: alert.by_mail,
            on_site: alert.on_site,
        },
        id: alert.id,
    })
}

/// A search in words: its terms and values, or that it finds everything.
async fn words(who: &SignedIn, filter: &CaseFilter) -> Result<String, Fault> {
    let (t, db) = (&who.reader.t, &who.reader.state.db);
    let awards: HashMap<String, String> =
        search::labels(db, Facet::Award, filter.award.iter().map(String::as_str)).await?;
    let chips = facets::chips(&Labels { t, awards: &awards }, filter, View::List);
    let words: Vec<String> = chips.into_iter().map(|chip| chip.label).collect();
    Ok(match words.is_empty() {
        true => t.say("alerts-everything").into_owned(),
        false => words.join(" · "),
    })
}

/// `GET /account/alerts/new?topic=…`: the form to save a search.
pub async fn new(who: SignedIn) -> Response {
    let answer = new_page(&who, who.reader.query(), None).await;
    who.reader.answer(answer)
}

async fn new_page(
    who: &SignedIn,
    query: &str,
    wrong: Option<(Fields, String)>,
) -> Result<Response, Fault> {
    let t = who.reader.t.clone();
    let filter = alert::saved(&CaseFilter::from_query(query)).unwrap_or_default();
    let search = CaseFilter::from_query(&filter);
    let what = words(who, &search).await?;
    let (fields, fault) = match wrong {
        Some((fields, fault)) => (fields, Some(fault)),
        None => {
            let name = shorten(&what, NAME_MOST);
            (Fields { name, rhythm: Rhythm::Weekly, by_mail: true, on_site: true }, None)
        }
    };
    let address = super::new_alert_path(&filter);
    let frame = frame(&who.reader, &t.say("alerts-tell-me"), &address);
    let status = match fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let (csrf, search) = (who.csrf.clone(), View::List.address(&search));
    who.reader.respond(status, &NewPage { t, frame, csrf, filter, search, what, fields, fault })
}

/// `POST /account/alerts`: saved, changed, given another feed, ended.
pub async fn act(Posted { who, form }: Posted) -> Response {
    let answer = acted(&who, &form).await;
    who.reader.answer(answer)
}

async fn acted(who: &SignedIn, form: &Form) -> Result<Response, Fault> {
    let (t, db, id) = (&who.reader.t, &who.reader.state.db, form.get("id"));
    let fields = Fields::of(form);
    let (done, what) = match form.get("do") {
        "save" => {
            let filter = CaseFilter::from_query(form.get("search"));
            let saved = alerts::save(db, &who.member, &filter, &fields.wish(), who.now).await;
            match refused(t, saved.map(drop))? {
                None => (None, "saved"),
                Some(text) => return new_page(who, form.get("search"), Some((fields, text))).await,
            }
        }
        "change" => {
            let changed = alerts::change(db, &who.member, id, &fields.wish(), who.now).await;
            (refused(t, changed)?, "changed")
        }
        "feed" => (refused(t, alerts::renew_feed(db, &who.member, id).await)?, "feed"),
        "end" => (refused(t, alerts::end(db, &who.member, id).await)?, "ended"),
        _ => return Err(Fault::NotFound),
    };
    match done {
        None => Ok(see(&t.link(&format!("/account/alerts?done={what}")))),
        Some(text) => list_page(who, None, Some((id, fields, text))).await,
    }
}

/// What the person can mend.
fn refused(t: &Speech, done: app::Result<()>) -> Result<Option<String>, Fault> {
    match done {
        Ok(()) => Ok(None),
        Err(app::Error::Invalid(_)) => Ok(Some(t.say("alerts-no-name").into_owned())),
        Err(app::Error::Conflict(_)) => Ok(Some(t.count("alerts-too-many", MOST))),
        Err(error) => Err(Fault::of(error)),
    }
}
